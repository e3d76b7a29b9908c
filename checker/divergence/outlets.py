"""Whether a text names the outlet of another."""

from __future__ import annotations

import re

from checker.divergence.draft import Facts

ADDRESS = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
GENERAL = frozenset({"www", "com", "net", "org", "gov", "edu", "news", "mobile", "edition", "blog"})
"""Parts of an address that name no outlet."""
WRITTEN = 6
"""Letters of a part that may be written as several words: "dailylantern", "Daily Lantern"."""


def named_by_either(facts: Facts, first: str, second: str) -> bool:
    """Whether one of two texts names the outlet of the other."""
    return names_outlet(facts, first, second) or names_outlet(facts, second, first)


def names_outlet(facts: Facts, doc: str, other: str) -> bool:
    """Whether a text names the other's outlet, in body or furniture; an outlet without a name cannot be named.

    An outlet known by the address of its pages is named by a part of that.
    """
    outlet = (facts.documents[other].outlet_name or "").casefold().removeprefix("the ")
    text = facts.documents[doc].text.casefold()
    if not ADDRESS.fullmatch(outlet):
        return bool(outlet) and outlet in text
    words = re.findall(r"\w+", text)
    parts = [part for part in outlet.split(".")[:-1] if len(part) > 1 and part not in GENERAL]
    return any(part in words or (len(part) >= WRITTEN and part in "".join(words)) for part in parts)
