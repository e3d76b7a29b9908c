"""Text as words to compare: folded, one by one, each with the way back to the stored text."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache

from checker.model import Range

_UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_UNSEEN = "\u00ad\u200b-\u200f\u2060\ufeff"
_ACCENTS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670"
_CHAR = rf"[^\W_{_UNSPACED}]"
_LETTER = rf"[^\W\d_{_UNSPACED}]"
_APOSTROPHES = "'’‘ʼ`´′＇"
WORD = re.compile(
    rf"{_LETTER}(?:\.{_LETTER})+\.?(?!{_CHAR})"
    rf"|\d+(?:[.,]\d+)+(?!{_CHAR})"
    rf"|[{_UNSPACED}]"
    rf"|(?:\[{_LETTER}{{1,12}}\](?={_CHAR}))?{_CHAR}+"
    rf"(?:(?:[{_UNSEEN}{_ACCENTS}]+|[{_APOSTROPHES}]|-[ \t]*\r?\n[ \t]*){_CHAR}+"
    rf"|[{_UNSEEN}{_ACCENTS}]+|\[{_LETTER}{{1,12}}\]{_CHAR}*)*"
)
"""A word: initials with dots, a number, one character of a script without blanks, or letters that hold
apostrophes, invisible characters, a hyphen at a line break, or an editor's brackets inside a word."""

_DROPPED = re.compile(rf"[{_UNSEEN}\[\]]|-[ \t]*\r?\n[ \t]*")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_APOSTROPHE = re.compile(f"[{_APOSTROPHES}]")
_BLANKS = re.compile(r"\s+")
_ELLIPSIS = re.compile(r"[\[(]\s*(?:…|\.(?:\s?\.){2,})\s*[\])]|…|\.(?:\s?\.){2,}")
_MARKS = str.maketrans(
    dict.fromkeys("“”„‟«»〝〞＂", '"') | dict.fromkeys("‘’‚‛‹›`´′ʼ", "'") | dict.fromkeys("‐‑‒–—―−", "-")
)


@dataclass(frozen=True, slots=True)
class Folded:
    """The reading view of a text and its words.

    `view` is the text without markup. Word `i` is `words[i]` once folded and stands at
    `starts[i]:ends[i]` of `view`. `cuts` holds (offset in `view`, offset in the stored text) of each kept piece.
    """

    view: str = field(repr=False)
    words: tuple[str, ...] = field(repr=False)
    starts: tuple[int, ...] = field(repr=False)
    ends: tuple[int, ...] = field(repr=False)
    cuts: tuple[Range, ...] = field(repr=False)

    def __len__(self) -> int:
        return len(self.words)

    def surface(self, i: int) -> str:
        """Word `i` as it is written."""
        return self.view[self.starts[i] : self.ends[i]]

    def gap(self, i: int) -> str:
        """The blanks and marks before word `i`; `gap(len(self))` is what follows the last word."""
        low = self.ends[i - 1] if i else 0
        return self.view[low : self.starts[i] if i < len(self.words) else len(self.view)]

    def piece(self, first: int, last: int) -> str:
        """The words from `first` up to, not including, `last`, with the marks between them."""
        return self.view[self.starts[first] : self.ends[last - 1]] if first < last else ""

    def stored(self, first: int, last: int) -> Range:
        """The stored range of words `first` up to `last`; empty, before word `first`, where there are none."""
        if first < last:
            return self.raw(self.starts[first]), self.raw(self.ends[last - 1] - 1) + 1
        here = self.raw(self.ends[first - 1] - 1) + 1 if first else 0
        return here, here

    def raw(self, offset: int) -> int:
        """The stored offset of the character at `offset` of the view."""
        seen, at = self.cuts[bisect_right(self.cuts, offset, key=lambda cut: cut[0]) - 1]
        return at + offset - seen


def fold(text: str, markup: tuple[Range, ...] = ()) -> Folded:
    """Fold a text whose `markup` ranges (sorted code points) a reader does not see.

    Folded away are case, typographic quotes and dashes, ligatures, no-break blanks, soft hyphens, hyphens at
    line breaks, dots of initials, and commas in thousands. Contractions stay as they are.
    """
    view, cuts = _view(text, markup)
    spans = [match.span() for match in WORD.finditer(view)]
    starts, ends = zip(*spans, strict=True) if spans else ((), ())
    return Folded(view, tuple([fold_word(view[start:end]) for start, end in spans]), starts, ends, cuts)


def _view(text: str, markup: tuple[Range, ...]) -> tuple[str, tuple[Range, ...]]:
    kept, cuts, at, seen = [], [], 0, 0
    for low, high in (*markup, (len(text), len(text))):
        if low > at:
            kept.append(text[at:low])
            cuts.append((seen, at))
            seen += low - at
        at = max(at, high)
    return "".join(kept), tuple(cuts) or ((0, 0),)


@lru_cache(maxsize=1 << 16)
def fold_word(surface: str) -> str:
    """One word, folded."""
    word = unicodedata.normalize("NFKC", _DROPPED.sub("", surface)).casefold()
    word = _APOSTROPHE.sub("'", word)
    if _THOUSANDS.fullmatch(word):
        return word.replace(",", "")
    return word if word[:1].isdigit() else word.replace(".", "")


def squeeze(text: str) -> str:
    """Runs of blanks as one blank."""
    return _BLANKS.sub(" ", text)


def fold_marks(text: str) -> str:
    """Typographic quotation marks, dashes, ellipses and blanks in their plain form."""
    return _ELLIPSIS.sub("…", squeeze(text.translate(_MARKS)))


def has_ellipsis(gap: str) -> bool:
    """Whether marks hold an ellipsis, bare or in brackets."""
    return _ELLIPSIS.search(gap) is not None
