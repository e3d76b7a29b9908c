"""Posts that a text shows with their signature: their words are somebody's, though no quotation marks stand there."""

from __future__ import annotations

import re

from checker.divergence.draft import Facts
from checker.model import Range

LONGEST = 300
"""Characters of a post."""
SPEAKING = frozenset(["i", "me", "my", "we", "us", "our", "you", "your"])
"""Words of somebody who speaks: where they stand outside marks, marks were lost or a post is shown."""
_SIGNED = re.compile(r"[—–-]\s?[^\n]{2,60}\(@\w{2,30}\)")


def posts(facts: Facts, doc: str) -> tuple[Range, ...]:
    """The ranges that posts may fill: up to `LONGEST` characters before a signature, and not those of another."""
    return facts.once(f"posts {doc}", lambda: _read(facts.documents[doc].text))


def _read(text: str) -> tuple[Range, ...]:
    found: list[Range] = []
    for match in _SIGNED.finditer(text):
        before = found[-1][1] if found else 0
        found.append((max(before, match.start() - LONGEST), match.end()))
    return tuple(found)


def is_posted(facts: Facts, doc: str, start: int, end: int) -> bool:
    """Whether a range touches a post."""
    return any(low < end and start < high for low, high in posts(facts, doc))
