"""What a revision changed, in words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal

from rapidfuzz.distance import Indel

_WORD = re.compile(r"\S+")
_LONGEST = 100_000
"""Words of the longest text that is compared word by word."""
_NEAR = 2
"""Equal words between two changes of one paragraph that are shown as one."""


@dataclass(frozen=True, slots=True)
class Change:
    """Words of the earlier text, which begin at `was` there, and those in their place, which begin at `start` in the
    later one.
    """

    op: Literal["insert", "delete", "replace"]
    before: str
    after: str
    start: int
    was: int


def changes(before: str, after: str) -> tuple[Change, ...]:
    """The differences between two texts, in the order of the later one; white space does not count."""
    old, new = list(_WORD.finditer(before)), list(_WORD.finditer(after))
    words = [m[0] for m in old[:_LONGEST]], [m[0] for m in new[:_LONGEST]]
    spans: list[list[int]] = []
    for op in Indel.opcodes(*words):
        if op.tag == "equal":
            continue
        near = spans and op.src_start - spans[-1][1] <= _NEAR and op.dest_start - spans[-1][3] <= _NEAR
        if near and "\n" not in _gap(before, old[spans[-1][1] - 1 : op.src_start + 1]):
            spans[-1][1], spans[-1][3] = op.src_end, op.dest_end
        else:
            spans.append([op.src_start, op.src_end, op.dest_start, op.dest_end])
    return tuple(_change(before, after, old, new, span) for span in spans)


def _gap(text: str, words: list[re.Match[str]]) -> str:
    """The text from the first of some words to the last."""
    return text[words[0].start() : words[-1].start()] if words else ""


def _change(
    before: str, after: str, old: list[re.Match[str]], new: list[re.Match[str]], span: list[int]
) -> Change:
    a, b, c, d = span
    gone = before[old[a].start() : old[b - 1].end()] if b > a else ""
    come = after[new[c].start() : new[d - 1].end()] if d > c else ""
    was = old[a].start() if a < len(old) else len(before)
    start = new[c].start() if c < len(new) else len(after)
    if not gone or not come:
        return Change("delete" if gone else "insert", gone, come, start, was)
    head, tail = _marks(gone, come), _marks(gone[::-1], come[::-1])
    gone, come = gone[head : len(gone) - tail], come[head : len(come) - tail]
    return Change("replace", gone, come, start + head, was + head)


def _marks(one: str, other: str) -> int:
    """Characters that two texts begin with, up to the first letter or figure: marks that did not change."""
    same = (a == b and not a.isalnum() for a, b in zip(one, other, strict=False))
    return sum(takewhile(bool, same))
