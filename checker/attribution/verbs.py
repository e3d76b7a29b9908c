"""Verb cues: which complement holds the content, and what the cue's own words are."""

from __future__ import annotations

from checker.attribution.clauses import clausal
from checker.attribution.cues import Cues
from checker.attribution.direct import direct, only_after, with_later
from checker.attribution.draft import Draft
from checker.attribution.grammar import VERBAL, Grammar
from checker.attribution.objects import objects
from checker.attribution.plausible import plausible
from checker.attribution.predicates import NOTHING, Found
from checker.attribution.quotations import Owners
from checker.attribution.sources import of_participle, of_verb
from checker.model import Range

_AUXILIARY = frozenset({"aux", "auxpass", "neg", "prt"})
_DECLINE = frozenset({"decline", "refuse"})
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
    if not content or (verb not in owners.of and _is_anothers(g, owners, verb, content)):
        return None
    words = cue_words(g, verb, extra)
    speaker = of_verb(g, verb) or (of_participle(g, verb) if rule == "attribution.object" else ())
    source = tuple(i for i in speaker if not _inside(g, i, content) and i not in words)
    if verb not in owners.of and not plausible(g, cues, verb, source):
        return None
    return Draft(verb, words, source, content, rule)


def _inside(g: Grammar, i: int, content: tuple[Range, ...]) -> bool:
    return any(start <= g.tokens[i].start and g.tokens[i].end <= end for start, end in content)


def _is_anothers(g: Grammar, owners: Owners, verb: int, content: tuple[Range, ...]) -> bool:
    """Whether a content is one quotation, and a verb between the two owns it (`said, before adding: "…"`)."""
    numbers = {g.quote[i] for i in g.words(*content[0])}
    owner = owners.owned.get(min(numbers)) if len(content) == len(numbers) == 1 else None
    return owner is not None and verb < owner < g.index(content[0][0])


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
        told = _unquoted(g, cues, verb) if only_after(g, owners, verb) else NOTHING
        return with_later(owners, verb, told) if told[0] else direct(g, cues, owners, verb)
    return _unquoted(g, cues, verb)


def _unquoted(g: Grammar, cues: Cues, verb: int) -> Found:
    lemma = g.tokens[verb].lemma
    if any(cues.has(kind, lemma) for kind in _CLAUSE_CLASSES):
        found = clausal(g, cues, verb)
        if found[0]:
            return found
    return objects(g, cues, verb)
