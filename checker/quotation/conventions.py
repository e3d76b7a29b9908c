"""The conventions of editing that leave a quotation what it was, read from `conventions.toml` beside this file."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from checker.errors import ConfigError


@dataclass(frozen=True, slots=True)
class Convention:
    """One way of editing: what it is, how a change names it, and whether it is accepted unless a corpus says no."""

    name: str
    says: str
    note: str
    examples: tuple[str, ...]
    default: bool


@cache
def all_conventions() -> dict[str, Convention]:
    """Every convention by its name, in the order of the file."""
    raw = tomllib.loads(files("checker.quotation").joinpath("conventions.toml").read_text("utf-8"))
    return {
        name: Convention(
            name, row["says"], row["note"], tuple(row["examples"]), bool(row.get("default", True))
        )
        for name, row in raw.items()
    }


def accepted(accept: Iterable[str] = (), refuse: Iterable[str] = ()) -> frozenset[str]:
    """The names accepted by default, with others and without some; ConfigError for a name that there is not."""
    known = all_conventions()
    for name in (*accept, *refuse):
        if name not in known:
            raise ConfigError(
                f"there is no convention {name!r}", where="corpus.toml", do=f"Known: {', '.join(known)}."
            )
    usual = {name for name, convention in known.items() if convention.default}
    return frozenset((usual | set(accept)) - set(refuse))
