"""What a revision changed, in words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import Indel

_WORD = re.compile(r"\S+")
_LONGEST = 100_000
"""Words of the longest text that is compared word by word."""
_NEAR = 2
"""Equal words between two changes that are shown as one."""


@dataclass(frozen=True, slots=True)
class Change:
    """Words of the earlier text and those in their place, which begin at `start` in the later text."""

    op: Literal["insert", "delete", "replace"]
    before: str
    after: str
    start: int


def changes(before: str, after: str) -> tuple[Change, ...]:
    """The differences between two texts, in the order of the later one; white space does not count."""
    old, new = list(_WORD.finditer(before)), list(_WORD.finditer(after))
    words = [m[0] for m in old[:_LONGEST]], [m[0] for m in new[:_LONGEST]]
    spans: list[list[int]] = []
    for op in Indel.opcodes(*words):
        if op.tag == "equal":
            continue
        if spans and op.src_start - spans[-1][1] <= _NEAR and op.dest_start - spans[-1][3] <= _NEAR:
            spans[-1][1], spans[-1][3] = op.src_end, op.dest_end
        else:
            spans.append([op.src_start, op.src_end, op.dest_start, op.dest_end])
    return tuple(_change(before, after, old, new, span) for span in spans)


def _change(
    before: str, after: str, old: list[re.Match[str]], new: list[re.Match[str]], span: list[int]
) -> Change:
    a, b, c, d = span
    gone = before[old[a].start() : old[b - 1].end()] if b > a else ""
    come = after[new[c].start() : new[d - 1].end()] if d > c else ""
    start = new[c].start() if c < len(new) else len(after)
    op: Literal["insert", "delete", "replace"] = (
        "replace" if gone and come else "delete" if gone else "insert"
    )
    return Change(op, gone, come, start)
