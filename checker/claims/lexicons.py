"""The room's word lists, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(files("checker.claims").joinpath(name).read_text("utf-8"))


@cache
def classes() -> dict[str, tuple[str, ...]]:
    """Lemma (or lemma with particle or noun) -> the predicate classes that it belongs to."""
    found: dict[str, list[str]] = {}
    for name, verbs in _table("predicates.toml")["classes"].items():
        for verb in verbs:
            found.setdefault(verb, []).append(name)
    return {verb: tuple(names) for verb, names in found.items()}


@cache
def unaccusative() -> frozenset[str]:
    """Verbs whose bare subject undergoes rather than does."""
    return frozenset(_table("predicates.toml")["unaccusative"]["verbs"])


@cache
def light() -> frozenset[str]:
    """Verbs that are no claim of their own."""
    return frozenset(_table("predicates.toml")["light"]["verbs"])


@cache
def certainty(kind: str) -> frozenset[str]:
    """The words of one class of `certainty.toml`."""
    return frozenset(_table("certainty.toml")[kind])
