"""Verb cues: which complement holds the content, and what the cue's own words are."""

from __future__ import annotations

from checker.attribution import asides
from checker.attribution.conjuncts import carried
from checker.attribution.cues import Cues
from checker.attribution.draft import Draft
from checker.attribution.grammar import PASSIVES, SUBJECTS, VERBAL, Grammar
from checker.attribution.messages import message
from checker.attribution.objects import objects
from checker.attribution.plausible import plausible
from checker.attribution.predicates import NOTHING, Found
from checker.attribution.quotations import Owners
from checker.attribution.scope import between, clause, joined
from checker.attribution.sources import of_participle, of_verb
from checker.model import Range

_AUXILIARY = frozenset({"aux", "auxpass", "neg", "prt"})
_DECLINE = frozenset({"decline", "refuse"})
_LATE = 12
"""Tokens after a verb in which its `that` may follow."""
_CLAUSE_CLASSES = ("verbs.speech", "verbs.thought", "verbs.document")


def drafts(g: Grammar, cues: Cues, owners: Owners) -> list[Draft]:
    """All attributions whose cue is a verb, at most one a verb."""
    found: list[Draft] = []
    for i, token in enumerate(g.tokens):
        owns = i in owners.of and token.text != ":" and token.text.lower() != "according"
        if owns or (token.pos in VERBAL and token.dep not in _AUXILIARY and cues.is_verb(token.lemma)):
            draft = _draft(g, cues, owners, i)
            if draft is not None:
                found.append(draft)
    return found


def _draft(g: Grammar, cues: Cues, owners: Owners, verb: int) -> Draft | None:
    content, rule, extra = _content(g, cues, owners, verb)
    if not content:
        return None
    words = cue_words(g, verb, extra)
    speaker = of_verb(g, verb) or (of_participle(g, verb) if rule == "attribution.object" else ())
    source = tuple(i for i in speaker if not _inside(g, i, content) and i not in words)
    if verb not in owners.of and not plausible(g, cues, verb, source):
        return None
    return Draft(verb, words, source, content, rule)


def _inside(g: Grammar, i: int, content: tuple[Range, ...]) -> bool:
    return any(start <= g.tokens[i].start and g.tokens[i].end <= end for start, end in content)


def cue_words(g: Grammar, verb: int, extra: tuple[int, ...] = ()) -> tuple[int, ...]:
    """The verb with its auxiliaries, negation, particle and the preposition of its content."""
    head = g.tokens[verb].head
    if g.tokens[verb].dep == "xcomp" and g.tokens[head].lemma in _DECLINE and 0 < verb - head <= 4:
        extra = (*extra, *cue_words(g, head))
    own = [c for c in g.children[verb] if g.tokens[c].dep in _AUXILIARY and abs(c - verb) <= 6]
    return tuple(sorted({verb, *own, *extra}))


def _content(g: Grammar, cues: Cues, owners: Owners, verb: int) -> Found:
    """Content, rule and further cue words of a verb; the first construction that fits."""
    if verb in owners.of:
        return _direct(g, owners, verb) if not _only_after(g, owners, verb) else _both(g, cues, owners, verb)
    return _unquoted(g, cues, verb)


def _unquoted(g: Grammar, cues: Cues, verb: int) -> Found:
    lemma = g.tokens[verb].lemma
    if any(cues.has(kind, lemma) for kind in _CLAUSE_CLASSES):
        found = _clausal(g, cues, verb)
        if found[0]:
            return found
    return objects(g, cues, verb)


def _only_after(g: Grammar, owners: Owners, verb: int) -> bool:
    """Whether all quotations of a verb stand in later sentences and not after its colon."""
    last = g.sentence_of(verb).last - 1
    led = g.tokens[last].text in {":", ","}
    return not led and all(q.start >= g.tokens[last].end for q in owners.of[verb])


def _both(g: Grammar, cues: Cues, owners: Owners, verb: int) -> Found:
    """The content in the verb's own sentence, and the quotations of the next ones."""
    content, rule, extra = _unquoted(g, cues, verb)
    if not content:
        return _direct(g, owners, verb)
    return joined([*content, *((q.start, q.end) for q in owners.of[verb])]), rule, extra


def _direct(g: Grammar, owners: Owners, verb: int) -> Found:
    quotes = owners.of[verb]
    pieces = [(q.start, q.end) for q in quotes]
    rule = (
        "attribution.quoted-before" if quotes[0].end <= g.tokens[verb].start else "attribution.quoted-after"
    )
    top = g.child(verb, "ccomp")
    if top is not None and top > verb and _reaches_out(g, top, verb, pieces):
        pieces += clause(g, top, verb)
    elif quotes[0].end <= g.tokens[verb].start:
        pieces += _fronted(g, verb, quotes[0].start, quotes[0].end)
        pieces += _added(g, verb)
    sent = message(g, verb)
    return joined(pieces), rule, () if sent is None else (sent,)


def _reaches_out(g: Grammar, top: int, verb: int, pieces: list[Range]) -> bool:
    """Whether the clause has two words of its own after the verb, outside the quotations."""
    words = [i for i in range(max(verb + 1, g.left[top]), g.right[top] + 1) if g.tokens[i].pos != "PUNCT"]
    loose = [i for i in words if not _inside(g, i, tuple(pieces))]
    return len(loose) >= 2 and not any(g.tokens[i].lemma == "say" for i in loose)


def _fronted(g: Grammar, verb: int, start: int, end: int) -> list[Range]:
    """The narrator's words before a quotation of the same clause (`The plan "is dead," Roe said`)."""
    first, stop = g.index(start), g.sentence_of(g.index(start)).first
    if first <= stop or g.tokens[first - 1].text in {":", ";"}:
        return []
    if g.sentence[verb] != g.sentence[first] and g.sentence[g.index(end - 1)] != g.sentence[first]:
        return []
    words = [i for i in range(stop, first) if g.tokens[i].pos != "PUNCT"]
    ended = (
        any(g.tokens[i].text in {".", "?", "!"} for i in range(stop, first))
        or g.tokens[first - 1].text == ","
    )
    return [(g.tokens[words[0]].start, start)] if words and not ended else []


def _added(g: Grammar, verb: int) -> tuple[Range, ...]:
    """What the sentence adds after `he said,` with `that` or `to`."""
    stop = g.sentence_of(verb).last
    for i in range(verb + 1, min(verb + 3, stop - 2)):
        if g.tokens[i].text == "," and g.lower(i + 1) in {"that", "to"}:
            return between(g, i + 1, stop - 1, verb)
    return ()


def _clausal(g: Grammar, cues: Cues, verb: int) -> Found:
    tops = [c for c in g.children[verb] if g.tokens[c].dep == "ccomp"]
    after = [c for c in tops if c > verb]
    that = _late_that(g, cues, verb) if cues.has("verbs.speech", g.tokens[verb].lemma) else None
    if that is not None and (not after or that < g.left[after[0]]):
        return between(g, that, g.right[verb], verb), _clause_rule(g, verb), ()
    if after and not _asks_back(g, verb, after[0]):
        return between(g, *_extent(g, cues, verb, after), verb), _clause_rule(g, verb), ()
    if g.tokens[verb].tag == "VBG" and not g.is_finite(verb):
        return NOTHING
    if not cues.has("verbs.speech", g.tokens[verb].lemma) and not cues.has(
        "verbs.thought", g.tokens[verb].lemma
    ):
        return NOTHING
    before = [c for c in tops if c < verb]
    if before:
        return asides.before(g, verb, before[0]), "attribution.said-after", ()
    if cues.has("verbs.aside", g.tokens[verb].lemma) and (content := asides.as_said(g, verb)):
        return content, "attribution.as-said", ()
    if g.tokens[verb].dep in {"parataxis", "ccomp", "advcl"}:
        return asides.around(g, verb), "attribution.said-between", ()
    if cues.has("verbs.aside", g.tokens[verb].lemma):
        return asides.fronted(g, cues, verb), "attribution.said-after", ()
    return NOTHING


def _extent(g: Grammar, cues: Cues, verb: int, tops: list[int]) -> Range:
    """First and last token of the clauses that a verb governs, with what a semicolon or colon adds to them."""
    first, last = max(verb + 1, g.left[tops[0]]), max(g.right[top] for top in tops)
    stop = g.sentence_of(verb).last
    if last + 1 < stop and g.tokens[last + 1].text in {";", ":"} and g.quote[last + 1] == g.quote[verb]:
        rest = range(last + 2, stop)
        if not any(cues.has("verbs.speech", g.tokens[i].lemma) or g.quote[i] >= 0 for i in rest):
            last = stop - 1
    return first, carried(g, cues, verb, last)


def _late_that(g: Grammar, cues: Cues, verb: int) -> int | None:
    """The `that` of a content which the parser hung under an adjunct (`said at the time that …`)."""
    if g.child(verb, "dobj") is not None and not cues.has("verbs.addresses", g.tokens[verb].lemma):
        return None
    for i in range(verb + 2, min(verb + _LATE, g.right[verb] + 1)):
        if g.tokens[i].text in {",", ";", ":"} or g.quote[i] != g.quote[verb]:
            return None
        head = g.tokens[i].head
        if (
            g.lower(i) == "that"
            and g.tokens[i].dep in {"mark", "advmod"}
            and g.tokens[head].dep in {"relcl", "acl"}
        ):
            return i if g.child(head, *SUBJECTS, *PASSIVES) is not None else None
    return None


def _asks_back(g: Grammar, verb: int, top: int) -> bool:
    """Whether the right-hand clause is no content: it holds the verb's own subject."""
    return g.left[top] <= verb <= g.right[top] and top < verb


def _clause_rule(g: Grammar, verb: int) -> str:
    if g.is_passive(verb):
        return "attribution.passive"
    if g.tokens[verb].dep == "relcl":
        return "attribution.relative"
    if g.tokens[verb].tag == "VBG" and not g.is_finite(verb):
        return "attribution.participle"
    return "attribution.said-that"
