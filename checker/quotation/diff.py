"""Two wordings, word by word (Myers 1986, "An O(ND) difference algorithm", on words coded as characters)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from diff_match_patch import diff_match_patch
from rapidfuzz.distance import Indel

from checker.model import Range
from checker.quotation.fold import Folded, fold

Tag = Literal["equal", "insert", "delete", "replace"]
MOST_SHOWN = 2_000
"""Words of both sides up to which the readable diff is made; above, the fast one (its runs may be shorter)."""
_PRIVATE, _PRIVATE_SIZE, _REST = 0xF0000, 0x20000, 0x10000


@dataclass(frozen=True, slots=True)
class Opcode:
    """Range `a` of the first text stands where range `b` of the second stands; code points, either may be empty.

    `a_words` and `b_words` are word numbers (half-open) in the folded ranges.
    """

    tag: Tag
    a: Range
    b: Range
    a_words: Range
    b_words: Range


def diff(
    a_text: str,
    a_range: Range,
    b_text: str,
    b_range: Range,
    a_markup: tuple[Range, ...] = (),
    b_markup: tuple[Range, ...] = (),
) -> tuple[Opcode, ...]:
    """Compare two ranges of stored texts by folded words; markup ranges (sorted) are not read.

    The opcodes cover both ranges' words in order; typography, case and punctuation make no difference.
    """
    a, b = cut(a_text, a_range, a_markup), cut(b_text, b_range, b_markup)
    return diff_folded(a, a_range[0], b, b_range[0])


def cut(text: str, place: Range, markup: tuple[Range, ...]) -> Folded:
    """Fold one range of a text; offsets count from the start of the range."""
    start, end = place
    inside = tuple(
        (max(low, start) - start, min(high, end) - start)
        for low, high in markup
        if low < end and high > start
    )
    return fold(text[start:end], inside)


def inside(ranges: Sequence[Range], place: Range) -> tuple[Range, ...]:
    """Those of many ranges, sorted and disjoint, that share a character with a place or touch it."""
    low = bisect_left(ranges, place[0], key=lambda r: r[1])
    high = bisect_right(ranges, place[1], key=lambda r: r[0])
    return tuple(ranges[low:high])


def diff_folded(a: Folded, a_start: int, b: Folded, b_start: int) -> tuple[Opcode, ...]:
    """Compare two folded texts that begin at `a_start` and `b_start` of the stored ones."""
    return tuple(
        Opcode(tag, _shifted(a, i1, i2, a_start), _shifted(b, j1, j2, b_start), (i1, i2), (j1, j2))
        for tag, i1, i2, j1, j2 in word_ops(a.words, b.words)
    )


def _shifted(text: Folded, first: int, last: int, by: int) -> Range:
    start, end = text.stored(first, last)
    return start + by, end + by


def word_ops(a: Sequence[str], b: Sequence[str]) -> list[tuple[Tag, int, int, int, int]]:
    """Compare two sequences of words: (tag, from and to in `a`, from and to in `b`), covering both."""
    codes: dict[str, int] = {}
    coded = ["".join(_char(codes.setdefault(word, len(codes))) for word in words) for words in (a, b)]
    if len(a) + len(b) > MOST_SHOWN:
        steps = [
            (op.tag, op.src_end - op.src_start, op.dest_end - op.dest_start) for op in Indel.opcodes(*coded)
        ]
    else:
        steps = [
            ("edit" if sign else "equal", len(words) if sign <= 0 else 0, len(words) if sign >= 0 else 0)
            for sign, words in _engine().diff_main(*coded, checklines=False)
        ]
    return _joined(steps)


def _joined(steps: list[tuple[str, int, int]]) -> list[tuple[Tag, int, int, int, int]]:
    """Neighbouring edits as one operation, with word numbers on both sides."""
    ops: list[tuple[Tag, int, int, int, int]] = []
    i = j = 0
    for name, wide, deep in steps:
        edit = name != "equal"
        if edit and ops and ops[-1][0] != "equal":
            _, i1, _, j1, _ = ops.pop()
        else:
            i1, j1 = i, j
        i, j = i + wide, j + deep
        ops.append((_tag(edit, i1 < i, j1 < j), i1, i, j1, j))
    return ops


def _tag(edit: bool, left: bool, right: bool) -> Tag:
    if not edit:
        return "equal"
    return "replace" if left and right else "delete" if left else "insert"


def _char(number: int) -> str:
    """One character for a word: private use first, so that no text can be mistaken for it."""
    return chr(_PRIVATE + number if number < _PRIVATE_SIZE else _REST + number - _PRIVATE_SIZE)


def _engine() -> diff_match_patch:
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    return engine
