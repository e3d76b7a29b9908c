"""Names that only ever stand where places do, whatever they were taken for."""

from __future__ import annotations

from checker.attribution.given import gender_of
from checker.attribution.grammar import Grammar
from checker.model import Entity

_PLACING = frozenset(
    {"in", "at", "near", "outside", "around", "across", "into", "on", "off", "through", "towards"}
)


_MOVING = frozenset(
    {"fly", "travel", "go", "come", "move", "return", "head", "sail", "drive", "walk", "flee", "march", "run"}
)
_SAINTS = frozenset({"St", "St.", "Saint"})
"""First words of churches, schools and streets."""
_TOWNS = frozenset(
    {
        "town",
        "city",
        "village",
        "port",
        "outskirts",
        "streets",
        "suburb",
        "capital",
        "island",
        "gulf",
        "bay",
        "coast",
        "banks",
        "hills",
    }
)


def is_place(g: Grammar, entity: Entity) -> bool:
    """Whether what was taken for a person only ever stands where places do: `in Elm`, `the Elm road`."""
    if gender_of(entity.name) is not None:
        return False
    heads = [head_of(g, span.start, span.end) for span in entity.mentions if span.doc == g.document.doc]
    if entity.name.partition(" ")[0] in _SAINTS:
        return all(head is not None and g.tokens[head].dep in {"poss", "pobj", "compound"} for head in heads)
    return all(head is not None and _is_placing(g, head) for head in heads)


def _is_placing(g: Grammar, head: int) -> bool:
    token, above = g.tokens[head], g.tokens[head].head
    if token.dep == "compound" and above > head:
        return g.tokens[above].pos == "NOUN"
    alone = not any(g.tokens[c].dep in {"appos", "relcl"} for c in g.children[head])
    governor = g.tokens[g.tokens[above].head]
    moving = g.lower(above) in {"to", "from"} and governor.lemma in _MOVING
    town = g.lower(above) == "of" and governor.text.lower() in _TOWNS
    return token.dep == "pobj" and (g.lower(above) in _PLACING or moving or town) and alone


def head_of(g: Grammar, start: int, end: int) -> int | None:
    """The token that governs the characters; None where there is none."""
    inside = range(g.index(start), g.index(end))
    tops = (i for i in inside if g.tokens[i].head not in inside or g.tokens[i].head == i)
    return next(tops, inside[-1] if inside else None)
