"""Headlines: the verb that the tagger takes for a noun, and the colon after a name."""

from __future__ import annotations

from checker.attribution.cues import Cues
from checker.attribution.draft import Draft
from checker.attribution.grammar import Grammar
from checker.attribution.people import names_person
from checker.attribution.scope import between
from checker.model import Sentence

_LONGEST = 24
"""Tokens of a headline."""
_SHORT = 5
"""Tokens of a headline from its last colon on where that leads to who says it."""
_LEAD = 7
"""Tokens before the colon or the verb of a headline."""
_IN_S = frozenset({"VBZ", "VBP", "NNS", "NNPS"})
"""What the tagger takes a verb in -s for."""


def drafts(g: Grammar, cues: Cues, taken: frozenset[int]) -> list[Draft]:
    """Attributions of headlines; `taken` are tokens that are cues already."""
    found: list[Draft] = []
    for sentence in _headlines(g):
        span = range(sentence.first, sentence.last)
        told = _colon(g, cues, sentence)
        if any(i in taken for i in span) and (
            told is None or any(i in taken for i in range(sentence.first, told.head + 1))
        ):
            continue
        draft = told or _tail(g, cues, sentence) or _closing(g, cues, sentence) or _verb(g, cues, sentence)
        if draft is not None:
            found.append(draft)
    return found


def _headlines(g: Grammar) -> list[Sentence]:
    """One-sentence paragraphs that are headings, or the first line of the text."""
    kinds = {(block.start, block.end): block.kind for block in g.document.blocks}
    counts: dict[int, int] = {}
    for sentence in g.parse.sentences:
        counts[sentence.paragraph] = counts.get(sentence.paragraph, 0) + 1
    first = g.parse.sentences[0].paragraph if g.parse.sentences else 0
    return [
        s
        for s in g.parse.sentences
        if s.last - s.first <= _LONGEST
        and (s.paragraph == first or kinds.get(g.parse.paragraphs[s.paragraph]) == "heading")
        and counts[s.paragraph] <= 2
    ]


def _colon(g: Grammar, cues: Cues, sentence: Sentence) -> Draft | None:
    """`Roe: Dam Will Hold`: a person's or a body's name, or a document's kind, before the colon."""
    for i in range(sentence.first + 1, min(sentence.last - 2, sentence.first + _LEAD)):
        if g.tokens[i].text != ":":
            continue
        lead = tuple(range(sentence.first, i))
        content = between(g, i + 1, sentence.last - 1, i)
        if content and _speaks(g, cues, lead):
            return Draft(i, (i,), lead, content, "attribution.headline")
    return None


def _tail(g: Grammar, cues: Cues, sentence: Sentence) -> Draft | None:
    """`Dam to Stay Shut: Council`: a body, a document or a name after the last colon of a line without a full stop."""
    last = sentence.last - 1
    colons = (
        i for i in range(last - 1, max(sentence.first + 1, last - _SHORT), -1) if g.tokens[i].text == ":"
    )
    colon = next(colons, None)
    if colon is None or g.tokens[last].pos == "PUNCT":
        return None
    source, lemma = tuple(range(colon + 1, last + 1)), g.tokens[last].lemma.lower()
    spoken = any(cues.has(kind, lemma) for kind in ("people.body", "nouns.document", "people.anonymous"))
    name = g.name_at(last)
    if not spoken and (name is None or name.type not in {"PERSON", "ORG"}):
        return None
    content = between(g, sentence.first, colon - 1, colon)
    return Draft(colon, (colon,), source, content, "attribution.headline") if content else None


def _closing(g: Grammar, cues: Cues, sentence: Sentence) -> Draft | None:
    """`Ferry Fares to Rise, Says Owner`: a verb in -s after the last comma, and a short noun phrase."""
    last = sentence.last - 1
    for verb in range(last - 1, max(sentence.first + 2, last - _SHORT), -1):
        told = cues.has("verbs.aside", g.lower(verb).removesuffix("s"))
        if not told or g.tokens[verb].tag not in _IN_S or g.tokens[verb - 1].text != ",":
            continue
        source = tuple(range(verb + 1, last + 1))
        named = all(g.tokens[i].pos in {"NOUN", "PROPN", "ADJ", "DET"} for i in source)
        content = between(g, sentence.first, verb - 2, verb)
        if named and content and g.quote[verb] < 0:
            return Draft(verb, (verb,), source, content, "attribution.headline")
    return None


def _speaks(g: Grammar, cues: Cues, lead: tuple[int, ...]) -> bool:
    if any(g.tokens[i].pos in {"VERB", "AUX", "PUNCT"} for i in lead):
        return False
    name = g.name_at(lead[-1])
    if name is not None and name.type not in {"PERSON", "ORG"}:
        return False
    if cues.has("nouns.document", g.lower(lead[-1])):
        return True
    labelled = any(cues.has("nouns.label", g.lower(i)) for i in lead)
    named = all(g.tokens[i].pos == "PROPN" or _is_person(g, i) for i in lead)
    named = named or (len(lead) == 1 and names_person(g.lower(lead[0])))
    return len(lead) <= 4 and not labelled and named


def _is_person(g: Grammar, i: int) -> bool:
    name = g.name_at(i)
    return name is not None and name.type == "PERSON"


def _verb(g: Grammar, cues: Cues, sentence: Sentence) -> Draft | None:
    """`Roe Blasts Council`: a word in -s that only verbs of saying have, after a short subject.

    A verb that was read with its clause has been judged already.
    """
    for i in range(sentence.first + 1, min(sentence.last - 1, sentence.first + _LEAD)):
        read = g.tokens[i].pos == "VERB" and g.child(i, "ccomp") is not None
        if cues.has("verbs.headline", g.lower(i)) and g.quote[i] < 0 and not read:
            lead = tuple(range(sentence.first, i))
            content = between(g, i + 1, sentence.last - 1, i)
            if content and all(g.tokens[k].text not in {",", ":", ";"} for k in lead):
                return Draft(i, (i,), lead, content, "attribution.headline")
    return None
