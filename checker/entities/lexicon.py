"""The room's own knowledge: states, places, bodies, titles and given names, read once from its data files."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from checker.entities.spelling import fold

SHORTEST = 3
"""Letters up to which case tells an abbreviation from a word ("US", "us")."""


@dataclass(frozen=True, slots=True)
class Known:
    """A name that general knowledge has: `key` joins spellings, `name` is shown; `unsure` asks the parser too."""

    key: str
    name: str
    type: str
    unsure: bool


@dataclass(frozen=True, slots=True)
class Tables:
    """Lookups by exact words (`known`, `shouted`, `adjectives`, `people`) or folded words (all others)."""

    known: dict[str, Known] = field(default_factory=dict)
    shouted: dict[str, Known] = field(default_factory=dict)
    adjectives: dict[str, str] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    given: dict[str, str] = field(default_factory=dict)
    titles: frozenset[str] = frozenset()
    persons_only: frozenset[str] = frozenset()
    person_nouns: frozenset[str] = frozenset()
    outlets: frozenset[str] = frozenset()
    firms: frozenset[str] = frozenset()
    honours: frozenset[str] = frozenset()
    clubs: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    suffixes: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    never_adjectives: frozenset[str] = frozenset()
    not_a_surname: frozenset[str] = frozenset()
    law: frozenset[str] = frozenset()
    generic: frozenset[str] = frozenset()


@cache
def tables() -> Tables:
    """All lookups of the room."""
    names, states = _read("names.toml"), _read("states.toml")
    made = Tables(
        given=_given(names["given"]),
        titles=frozenset(names["titles"]["words"]),
        persons_only=frozenset(names["titles"]["persons"]),
        person_nouns=frozenset(names["people"]["nouns"]),
        outlets=frozenset(names["outlets"]["heads"]),
        firms=frozenset(names["firms"]["nouns"]),
        honours=frozenset(names["titles"]["honours"]),
        bodies=frozenset(names["heads"]["bodies"]),
        clubs=frozenset(names["heads"]["clubs"]),
        common=frozenset(names["common"]["surnames"]),
        particles=frozenset(names["common"]["particles"]),
        articles=frozenset(names["common"]["articles"]),
        suffixes=frozenset(names["common"]["suffixes"]),
        never=frozenset(names["never"]["words"]),
        never_adjectives=frozenset(names["never"]["adjectives"]),
        not_a_surname=frozenset(names["heads"]["not_a_surname"]),
        law=frozenset(names["heads"]["law"]),
        generic=frozenset(names["heads"]["generic"]),
    )
    unsure = frozenset(names["ambiguous"]["words"])
    for key, row in states["states"].items():
        _add_state(made, key, row, unsure)
    made.keys.update({fold(seat): key for seat, key in states["seats"].items()})
    for kind, rows in [*names["places"].items(), *names["bodies"].items()]:
        for row in rows:
            _add_row(made, kind, row, unsure)
    return made


def state_key(name: str) -> str | None:
    """The state that a name, abbreviation, adjective, people or seat of government belongs to, as a readable key.

    `"U.S."`, `"Americans"`, `"the White House"` and `"Washington"` all give `"united-states"`; None for others.
    """
    words = " ".join(name.split()).removesuffix("'s").removesuffix("’s")
    if words.islower() and len(words) <= SHORTEST:
        return None
    key = tables().keys.get(fold(words))
    return key if key is not None else tables().keys.get(fold(words).removeprefix("the "))


def look_up(words: str) -> Known | None:
    """What is known of exactly these words; in capitals throughout also from four letters on."""
    known = tables().known.get(words)
    if known is None and words.isupper() and len(words) > SHORTEST:
        known = tables().shouted.get(words)
    return known


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))


def _given(section: dict[str, Any]) -> dict[str, str]:
    found = {fold(name): fold(name) for name in section["plain"]}
    for row in section["forms"]:
        found.update({fold(form): row[0] for form in row})
    return found


def _add_state(made: Tables, key: str, row: dict[str, list[str]], unsure: frozenset[str]) -> None:
    names, capitals = row["names"], row.get("capitals", [])
    for name in names:
        _know(made, name, Known(f"state:{key}", names[0], "GPE", name in unsure))
    for capital in capitals:
        _know(made, capital, Known(f"GPE:{fold(capitals[0])}", capitals[0], "GPE", capital in unsure))
    made.adjectives.update(dict.fromkeys(row.get("adjectives", []), key))
    made.people.update(dict.fromkeys(row.get("people", []), key))
    for word in [*names, *capitals, *row.get("adjectives", []), *row.get("people", [])]:
        made.keys.setdefault(fold(word), key)


def _add_row(made: Tables, kind: str, row: list[str], unsure: frozenset[str]) -> None:
    for name in row:
        _know(made, name, Known(f"{kind}:{fold(row[0])}", row[0], kind, name in unsure))


def _know(made: Tables, name: str, known: Known) -> None:
    made.known.setdefault(name, known)
    made.shouted.setdefault(name.upper(), known)
