"""Cues that are no verbs: according to, in the view of, reportedly, and the colon."""

from __future__ import annotations

from checker.attribution.cues import Cues
from checker.attribution.draft import Draft
from checker.attribution.grammar import VERBAL, Grammar
from checker.attribution.people import can_think
from checker.attribution.quotations import Owners
from checker.attribution.scope import between, joined, trimmed, without
from checker.attribution.sources import of_verb, phrase
from checker.model import Range

_LINKS = frozenset({"conj", "ccomp"})
"""How a clause hangs on the one before which the whole sentence is told."""
_APART = frozenset({",", "—", "–", "--"})


def drafts(g: Grammar, cues: Cues, owners: Owners) -> list[Draft]:
    """All attributions whose cue is a preposition, an adverb or a colon."""
    found: list[Draft] = []
    for i, token in enumerate(g.tokens):
        word = token.text.lower()
        if word == "according":
            found += _according(g, cues, i, owners)
        elif word == "in" and token.dep == "prep":
            found += _view(g, cues, i)
        elif cues.has("adverbs.hearsay", word) and token.dep == "advmod":
            found += _hearsay(g, i)
        elif word == ":" and i in owners.of:
            found += _colon(g, cues, i, owners)
    return found


def _according(g: Grammar, cues: Cues, i: int, owners: Owners) -> list[Draft]:
    to = i + 1
    if to >= len(g.tokens) or g.lower(to) != "to":
        return []
    noun = g.child(to, "pobj")
    if noun is None:
        noun = g.child(i, "pobj")
    if noun is None:
        return []
    if _is_measure(g, cues, i, noun):
        return []
    source = phrase(g, noun, to)
    last = max(source, default=to)
    if any(g.tokens[c].dep == "relcl" and g.tokens[g.left[c] - 1].text == "," for c in g.children[noun]):
        last = max(last, g.right[noun])
    hole = (g.tokens[i].start, g.tokens[last].end)
    quotes = owners.of.get(i, [])
    content = joined([(q.start, q.end) for q in quotes]) if quotes else _around(g, i, hole)
    if quotes:
        content = joined([*content, *_fronted(g, quotes[0].start, i)])
    return [Draft(i, (i, to), source, content, "attribution.according-to")] if source and content else []


def _is_measure(g: Grammar, cues: Cues, i: int, noun: int) -> bool:
    """`acts according to plan`: what is acted by, not who said it."""
    return g.tokens[i - 1].text not in _APART and i > 0 and cues.has("nouns.measure", g.tokens[noun].lemma)


def _fronted(g: Grammar, start: int, i: int) -> list[Range]:
    sentence = g.sentence_of(g.index(start))
    if sentence.start < start and g.sentence_of(i) is sentence:
        return [(sentence.start, start)]
    return []


def _around(g: Grammar, i: int, hole: Range) -> tuple[Range, ...]:
    """The clause that an adjunct belongs to, without the adjunct."""
    sentence = g.sentence_of(i)
    verb = next(
        (
            a
            for a in g.ancestors(i)
            if g.tokens[a].pos in VERBAL and g.tokens[a].dep not in {"aux", "auxpass"}
        ),
        None,
    )
    while verb is not None and not g.is_finite(verb) and g.tokens[g.tokens[verb].head].pos == "AUX":
        verb = g.tokens[verb].head
    first, last = (g.left[verb], g.right[verb]) if verb is not None else (sentence.first, sentence.last - 1)
    if _opens_conjunct(g, i):
        first = g.index(hole[1])
    elif _at_edge(g, i, hole):
        first, last = _sentence_side(g, i, hole, first, last)
    pieces = without(between(g, first, last, i), hole)
    return tuple(p for p in (trimmed(g, piece) for piece in pieces) if p is not None)


def _opens_conjunct(g: Grammar, i: int) -> bool:
    """`lost a crown and, according to two clerks, rather more since`: only what follows is theirs."""
    return i > 1 and g.tokens[i - 1].text in _APART and g.tokens[i - 2].tag == "CC"


def _at_edge(g: Grammar, i: int, hole: Range) -> bool:
    sentence = g.sentence_of(i)
    return i == sentence.first or g.index(hole[1]) >= sentence.last - 1


def _sentence_side(g: Grammar, i: int, hole: Range, first: int, last: int) -> Range:
    """A sentence-initial or sentence-final adjunct after a comma takes the whole sentence."""
    sentence = g.sentence_of(i)
    if i == sentence.first:
        return g.index(hole[1]), sentence.last - 1
    if g.tokens[i - 1].text in {",", "—", "–", "--"}:
        top = g.tokens[i].head
        while g.tokens[top].dep in _LINKS and g.tokens[top].pos in VERBAL and g.tokens[top].head < top:
            top = g.tokens[top].head
        return (sentence.first, i - 1) if g.tokens[top].head == top else (min(first, last), i - 1)
    return first, i - 1


def _view(g: Grammar, cues: Cues, i: int) -> list[Draft]:
    noun = g.child(i, "pobj")
    if noun is None or not cues.has("nouns.view", g.tokens[noun].lemma):
        return []
    if i != g.sentence_of(i).first and g.tokens[i - 1].text not in _APART:
        return []
    owner = g.child(noun, "poss")
    of = g.child(noun, "prep")
    if owner is None and of is not None and g.lower(of) == "of":
        owner = g.child(of, "pobj")
    if owner is None or g.lower(owner) in {"my", "our"}:
        return []
    source = tuple(k for k in phrase(g, owner, i) if k != noun)
    source = source[:-1] if source and g.tokens[source[-1]].tag == "POS" else source
    named = _named_after(g, max(source, default=i))
    source = (*source, *named)
    span = (g.tokens[i].start, g.tokens[max(g.right[i], *source, *named)].end)
    content = _around(g, i, span)
    return [Draft(i, (i, noun), source, content, "attribution.in-view-of")] if source and content else []


def _named_after(g: Grammar, last: int) -> tuple[int, ...]:
    """A person's name between commas right after a phrase, which the parse does not join to it."""
    name = g.name_at(last + 2) if last + 2 < len(g.tokens) and g.tokens[last + 1].text == "," else None
    if name is None or name.type != "PERSON" or name.last >= len(g.tokens):
        return ()
    return tuple(range(last + 1, name.last)) if g.tokens[name.last].text == "," else ()


def _hearsay(g: Grammar, i: int) -> list[Draft]:
    verb = g.tokens[i].head
    opens = i == g.sentence_of(i).first
    if g.tokens[verb].pos not in VERBAL or not (opens or _has_subject(g, verb)):
        return []
    hole = (g.tokens[i].start, g.tokens[i].end)
    content = _around(g, i, hole)
    return [Draft(i, (i,), (), content, "attribution.hearsay")] if content else []


def told_once(g: Grammar, drafts: list[Draft]) -> list[Draft]:
    """Without hearsay words on a verb that is a cue itself: `allegedly told them that …` is a hedged telling."""
    heads = {d.head for d in drafts if d.rule != "attribution.hearsay"}
    return [d for d in drafts if d.rule != "attribution.hearsay" or g.tokens[d.head].head not in heads]


def _has_subject(g: Grammar, verb: int) -> bool:
    return g.child(verb, "nsubj", "nsubjpass", "csubj") is not None


def _is_person(g: Grammar, source: tuple[int, ...]) -> bool:
    """Whether a phrase is a person by name or by `he` and `she`: others are seldom who speaks after a colon."""
    names = (g.name_at(i) for i in source)
    alone = len(source) == 1 and g.lower(source[0]) in {"he", "she", "they", "who"}
    return alone or any(name is not None and name.type == "PERSON" for name in names)


def _announces(g: Grammar, cues: Cues, verb: int, source: tuple[int, ...]) -> bool:
    """`The council had one message: "…"`: somebody who can speak, and a word for what is said."""
    thing = g.child(verb, "dobj", "attr", "pobj")
    spoken = thing is not None and (
        cues.has("nouns.speech", g.tokens[thing].lemma) or cues.has("people.occasion", g.tokens[thing].lemma)
    )
    return can_think(g, source) and (spoken or g.tokens[verb].lemma in {"be", "go", "continue", "sound"})


def _colon(g: Grammar, cues: Cues, i: int, owners: Owners) -> list[Draft]:
    """A colon before a quotation, where no verb of saying leads to it: the subject of the sentence speaks."""
    sentence = g.sentence_of(i)
    finite = (k for k in range(i - 1, sentence.first - 1, -1) if g.tokens[k].pos in VERBAL and g.is_finite(k))
    verb = next((k for k in finite if g.tokens[k].dep not in {"relcl", "aux", "auxpass"}), None)
    root = next((k for k in range(sentence.first, i) if g.tokens[k].head == k), None)
    name = g.name_at(i - 1)
    source = tuple(range(name.first, name.last)) if name is not None and name.type == "PERSON" else ()
    if source:
        verb = root = None
    if verb is not None:
        source = of_verb(g, verb)
        source = source if source and (_is_person(g, source) or _announces(g, cues, verb, source)) else ()
    if not source and root is not None and g.tokens[root].pos not in VERBAL:
        source = phrase(g, root, i)
    content = joined([(q.start, q.end) for q in owners.of[i]])
    return [Draft(i, (i,), source, content, "attribution.colon")]
