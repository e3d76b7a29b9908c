"""Two passages word for word: which words differ, and how much what differs counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from unicodedata import normalize

from checker.model import Document, Span
from checker.report.passages import Mark

NEAR = 0.55
"""Share of common words from which two passages are one sentence that was changed, and not two sentences."""
SPELLING = 0.1
"""What one word in two spellings counts."""
LONG = 400
"""Words of a passage beyond which it is not compared word for word."""

_MARKS = (
    r"\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    r"\u0900-\u0dff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
"""Combining marks, which stand in a word and are no letters of their own."""
_WORD = re.compile(rf"\w[\w{_MARKS}]*(?:['’.,]\w[\w{_MARKS}]*)*")
_FIGURE = re.compile(
    r"\d.*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(twen|thir|for|fif|six|seven|eigh|nine)ty"
    r"|hundreds?|thousands?|millions?|billions?|half|dozens?"
)
_DENIAL = re.compile(r"not|no|never|none|nobody|nothing|neither|nor|without|cannot|.+n't")
_HEDGE = re.compile(
    r"may|might|could|would|should|perhaps|possibly|probably|allegedly|reportedly|seem(s|ed)?|appear(s|ed)?"
    r"|apparently|some|several|only|all|every|almost|about|nearly"
)
_SAID = {"d": "other words: ", "p": "only here: "}


@dataclass(frozen=True, slots=True)
class Contrast:
    """How two passages differ. `weight` is how much the words that differ count, 0 where none does.

    `near` passages are one sentence that was changed: only there is every word that differs marked.
    """

    near: bool
    same: bool
    weight: float
    first: tuple[Mark, ...] = ()
    second: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str

    @property
    def key(self) -> str:
        """The word without what is no difference: capitals, the form of the apostrophe, composed or not."""
        return normalize("NFC", self.text.casefold().replace("’", "'"))


def contrast(a: Document, first: Span, b: Document, second: Span, least: float = NEAR) -> Contrast:
    """Compare two passages by their words; typography and capitals are no difference.

    `least` is the share of common words that makes them near: 0 where they are known to be one utterance.
    """
    ours, theirs = list(_words(a, first)), list(_words(b, second))
    if not ours or not theirs or max(len(ours), len(theirs)) > LONG:
        return Contrast(near=False, same=False, weight=0)
    matcher = SequenceMatcher(None, [w.key for w in ours], [w.key for w in theirs], autojunk=False)
    common = sum(block.size for block in matcher.get_matching_blocks())
    steps = [step for step in matcher.get_opcodes() if step[0] != "equal"]
    near = common >= least * max(len(ours), len(theirs))
    if not near:
        return Contrast(near=False, same=False, weight=0)
    weight = sum(_weight(ours[i:j], theirs[k:m]) for _, i, j, k, m in steps)
    left = _marks([(ours[i:j], k < m) for _, i, j, k, m in steps])
    right = _marks([(theirs[k:m], i < j) for _, i, j, k, m in steps])
    return Contrast(near=True, same=not steps, weight=weight, first=left, second=right)


def _words(document: Document, span: Span) -> Iterator[_Word]:
    """The words that a reader sees."""
    hidden = [r for r in document.markup if r[0] < span.end and span.start < r[1]]
    for match in _WORD.finditer(document.text, span.start, span.end):
        if not any(low <= match.start() < high for low, high in hidden):
            yield _Word(match.start(), match.end(), match.group())


def _marks(runs: Sequence[tuple[Sequence[_Word], bool]]) -> tuple[Mark, ...]:
    """A mark for each run of words: `d` where the other side has words in its place, `p` where it has none."""
    found = ((words, "d" if other else "p") for words, other in runs if words)
    return tuple(Mark(words[0].start, words[-1].end, css, _SAID[css]) for words, css in found)


def _weight(ours: Sequence[_Word], theirs: Sequence[_Word]) -> float:
    """What a difference counts: figures and denials most, then hedges, names, other words; additions half."""
    if ours and theirs and _spelling(ours, theirs):
        return SPELLING
    counted = sum(_worth(w) for w in ours) + sum(_worth(w) for w in theirs)
    return counted if ours and theirs else counted / 2


def _spelling(ours: Sequence[_Word], theirs: Sequence[_Word]) -> bool:
    """Whether the words are one word in two spellings, such as a name."""
    a, b = ("".join(w.key for w in words) for words in (ours, theirs))
    if any(_worth(w) > 3 for w in (*ours, *theirs)):
        return False
    return SequenceMatcher(None, a, b, autojunk=False).ratio() > 0.8


def _worth(word: _Word) -> float:
    if _FIGURE.fullmatch(word.key) or _DENIAL.fullmatch(word.key):
        return 5
    if _HEDGE.fullmatch(word.key):
        return 4
    if word.text[0].isupper():
        return 2
    return 1 if len(word.key) > 3 else 0.2
