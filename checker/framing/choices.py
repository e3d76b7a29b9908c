"""Choices of words: labels, degrees of certainty, distance, judgement."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from checker.framing.evidence import Find
from checker.framing.lexicon import Found, Phrases, lexicon
from checker.framing.ranges import Ranges
from checker.model import LabelGroup, Parse, Token

_NAMES = frozenset({"PERSON", "ORG", "EVENT", "WORK_OF_ART", "FAC", "LAW", "GPE", "LOC", "PRODUCT"})


def labels(parse: Parse) -> Iterator[Find]:
    """What things are called, by the general groups of the room."""
    for found in _phrases("labels").find(parse):
        last = parse.tokens[found.last - 1]
        if last.pos in {"NOUN", "PROPN"} and not _modifies(parse, found) and not _in_name(parse, found):
            yield _find(parse, found, "label", f"framing.label-{found.kind}")


def own_labels(parse: Parse, groups: tuple[LabelGroup, ...]) -> Iterator[Find]:
    """What things are called, by the user's groups."""
    for found in Phrases({group.name: group.terms for group in groups}).find(parse):
        yield _find(parse, found, "label", "framing.label-own")


def certainty(parse: Parse) -> Iterator[Find]:
    """Words that weaken, doubt or deny."""
    for found in _phrases("certainty").find(parse):
        if _is_hedge(parse, found):
            yield _find(parse, found, "certainty", f"framing.certainty-{found.kind}")


def distance(parse: Parse) -> Iterator[Find]:
    """Words that mark another word as not one's own."""
    for found in _phrases("distance").find(parse):
        token = parse.tokens[found.first]
        if found.last == found.first + 1 and token.dep != "amod" and token.pos != "ADJ":
            continue
        yield _find(parse, found, "distance", "framing.distance")


def judgement(parse: Parse) -> Iterator[Find]:
    """Evaluative words in the narrator's voice."""
    names = _names(parse)
    for found in _phrases("loaded").find(parse):
        start, end = _range(parse, found)
        if not names.touching(start, end) and parse.tokens[found.first].pos != "PROPN":
            yield Find((start, end), "loaded", f"framing.loaded-{found.kind}", own=True)


@cache
def _phrases(name: str) -> Phrases:
    if name == "labels":
        return Phrases({kind: group["terms"] for kind, group in lexicon("labels").items()})
    if name == "loaded":
        return Phrases(lexicon("loaded"))
    return Phrases(lexicon("stance")[name])


def _range(parse: Parse, found: Found) -> tuple[int, int]:
    return parse.tokens[found.first].start, parse.tokens[found.last - 1].end


def _find(parse: Parse, found: Found, device: str, rule: str) -> Find:
    return Find(_range(parse, found), device, rule)


def _modifies(parse: Parse, found: Found) -> bool:
    """Whether the term only narrows another noun ("deal makers"); the head is what a thing is called."""
    last = parse.tokens[found.last - 1]
    return last.dep in {"compound", "nmod", "amod"} and last.head >= found.last


def _in_name(parse: Parse, found: Found) -> bool:
    """Whether the term is part of a proper name, which is nobody's choice."""
    term = parse.tokens[found.last - 1]
    before = parse.tokens[found.first - 1] if found.first else None
    return term.text[0].isupper() and before is not None and _named(before, term)


def _named(before: Token, term: Token) -> bool:
    return before.pos == "PROPN" and before.text[0].isupper() and before.end + 1 >= term.start


def _names(parse: Parse) -> Ranges[None]:
    return Ranges(((n.start, n.end), None) for n in parse.names if n.type in _NAMES)


def _is_hedge(parse: Parse, found: Found) -> bool:
    """A modal is a verb ("may"), not a month or a power ("might")."""
    token = parse.tokens[found.first]
    if token.text.lower() in {"may", "might"}:
        return token.tag == "MD"
    if token.text.lower() == "likely":
        return token.pos in {"ADJ", "ADV"}
    return True
