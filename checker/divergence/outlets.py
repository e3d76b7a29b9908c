"""Whether a text names the outlet of another."""

from __future__ import annotations

import re

from checker.divergence.draft import Facts
from checker.model import Span

ADDRESS = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
GENERAL = frozenset({"www", "com", "net", "org", "gov", "edu", "news", "mobile", "edition", "blog"})
"""Parts of an address that name no outlet."""
WRITTEN = 6
"""Letters of a part that may be written as several words: "dailylantern", "Daily Lantern"."""
NEAR = 200
"""Characters around a passage in which it is told to whom it was said."""
HEARER = re.compile(
    r"\b(?i:told|interview with|interview to|speaking to|spoke to|speaking with|talking to)\s+"
    r"(?:the\s+)?((?:[A-Z][\w’']*\s?)+|this (?:newspaper|paper|programme|station))"
)


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


def are_told_to_two(facts: Facts, one: Span, other: Span) -> bool:
    """Whether two passages are told to two by name, neither the other's outlet: who is asked twice answers twice."""
    here, there = (_hearers(facts, span) for span in (one, other))
    apart = not any(a <= b or b <= a for a in here for b in there)
    return bool(here and there) and apart and not named_by_either(facts, one.doc, other.doc)


def _hearers(facts: Facts, span: Span) -> list[set[str]]:
    """The words of each name of those to whom something near a passage is told; "this paper" is the text's own."""
    text = facts.documents[span.doc].text[max(0, span.start - NEAR) : span.end + NEAR]
    return [{span.doc} if found.startswith("this ") else set(found.split()) for found in HEARER.findall(text)]
