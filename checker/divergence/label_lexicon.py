"""The room's words for things and acts, read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from checker.divergence.tables import table


@dataclass(frozen=True, slots=True)
class Family:
    """Names for one kind of thing. `known_by` says which names in the phrase tell what is meant ("contrast": none).

    `alike` gives the first of the terms that say the same as one, `plain` those by which a text only varies its own.
    """

    name: str
    terms: frozenset[str]
    verbs: dict[str, str]
    known_by: Literal["any", "place", "contrast"]
    importance: Literal[1, 2, 3]
    alike: dict[str, str]
    plain: frozenset[str]


def lexicon() -> dict[str, Any]:
    """The room's label words."""
    return table("labels")


@cache
def families() -> tuple[Family, ...]:
    """Families of names for things."""
    table: dict[str, Any] = lexicon()["things"]
    return tuple(
        Family(
            name,
            frozenset(row["terms"]),
            row.get("verbs", {}),
            row["known_by"],
            row["importance"],
            _alike(row),
            frozenset(row.get("plain", ())),
        )
        for name, row in table.items()
    )


def _alike(row: dict[str, Any]) -> dict[str, str]:
    return {term: terms[0] for terms in row.get("alike", ()) for term in terms}


@cache
def terms() -> dict[str, list[tuple[str, Family]]]:
    """Head lemma -> its terms, those of two words first."""
    found: dict[str, list[tuple[str, Family]]] = {}
    for family in families():
        for term in sorted(family.terms, key=lambda t: (-len(t.split()), t)):
            found.setdefault(term.rsplit(" ", 1)[-1], []).append((term, family))
    return found


@cache
def plain_words() -> frozenset[str]:
    """Words before a noun that say nothing about the thing."""
    return frozenset(lexicon()["plain"]["words"])
