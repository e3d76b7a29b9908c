"""Which verbs may tell one deed."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


def deeds(verb: str) -> frozenset[str]:
    """The keys of the sets of `kin_verbs.toml` that have a verb."""
    return _deeds().get(verb, frozenset())


@cache
def _deeds() -> dict[str, frozenset[str]]:
    table = tomllib.loads(files("checker.divergence").joinpath("kin_verbs.toml").read_text("utf-8"))
    verbs = {verb for row in table.values() for verb in row}
    return {verb: frozenset(f"~{name}-" for name, row in table.items() if verb in row) for verb in verbs}
