"""Plain or Markdown text to blocks: paragraphs, headings, items, captions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from checker.model import Block, Range

Kind = Literal["heading", "paragraph", "item", "quote", "caption", "rule"]

_LINE = re.compile(r"[^\r\n\f\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\r\n\f\u2028\u2029]")
_HASHES = re.compile(r"#{1,6}(?:\s|$)")
_RULE = re.compile(r"(?:\\?[*_=~#•·–—-]\s?)+")
_ITEM = re.compile(r"(?:[*+•▪●◦‣-]|\d{1,3}[.)]|\([a-z\d]{1,3}\))\s+\S")
_IMAGE = re.compile(r"!\[[^\[\]]*\]\([^()\s]*\)")
_NARROW, _WIDE = 55, 100
"""Bounds, in characters, of the width to which plain text is wrapped by hand or by mail programs."""

_SMALL_WORDS = re.compile(
    r"(?:a|an|and|as|at|but|by|de|du|for|from|in|into|la|le|nor|of|off|on|or|over|the|to|up|via|vs|with|y)\b"
)
_WORD = re.compile(r"[^\W_][\w'’.-]*")


def split(text: str) -> tuple[Block, ...]:
    """The blocks of a text: a line is a block, but a paragraph that was wrapped over lines is one.

    Ranges leave out the white space at their ends. A line was wrapped where the first word of the next one
    would not have fitted into the width of the text.
    """
    lines = list(_lines(text))
    width = _width(text, lines)
    joined = _joined(text, lines, width) if width else lines
    return tuple(Block(start, end, kind_of(text[start:end])) for start, end in joined)


def kind_of(line: str) -> Kind:
    """The kind that the line's own marks give it; a paragraph where it has none."""
    if _HASHES.match(line):
        return "heading"
    if len(line) <= 200 and _RULE.fullmatch(line):
        return "rule"
    if _IMAGE.fullmatch(line):
        return "caption"
    if line.startswith(">"):
        return "quote"
    return "item" if _ITEM.match(line) else "paragraph"


def looks_like_heading(seen: str) -> bool:
    """Whether a visible line has the shape of a heading: short, no full stop, most words capitalised."""
    if (
        not 2 <= len(seen) <= 90
        or seen[-1] in ".,;:…—-\"”'’)"
        or not (seen[0].isupper() or seen[0].isdigit())
    ):
        return False
    words = [w for w in _WORD.findall(seen) if not _SMALL_WORDS.fullmatch(w)]
    capitals = sum(w[0].isupper() or w[0].isdigit() for w in words)
    return 0 < len(words) <= 12 and capitals >= 0.75 * len(words)


def _lines(text: str) -> Iterator[Range]:
    """Lines with something on them, without the white space around."""
    for match in _LINE.finditer(text):
        line = match[0]
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        if start < end:
            yield start, end


def _width(text: str, lines: list[Range]) -> int:
    """The width that the text was wrapped to, 0 where its lines are paragraphs."""
    lengths = [end - start for start, end in lines if " " in text[start:end]]
    longest = max(lengths, default=0)
    full = sum(n >= longest - 20 for n in lengths)
    return longest if _NARROW <= longest <= _WIDE and full >= max(3, len(lengths) // 3) else 0


def _joined(text: str, lines: list[Range], width: int) -> list[Range]:
    joined: list[Range] = []
    last: Range | None = None
    for line in lines:
        if last is not None and _continues(text, last, line, width):
            joined[-1] = (joined[-1][0], line[1])
        else:
            joined.append(line)
        last = line
    return joined


def _continues(text: str, before: Range, line: Range, width: int) -> bool:
    """Whether `line` goes on with the paragraph of the line before it."""
    if len(_BREAK.findall(text, before[1], line[0])) != 1:
        return False
    if kind_of(text[slice(*line)]) != "paragraph" or kind_of(text[slice(*before)]) in (
        "heading",
        "rule",
        "caption",
    ):
        return False
    first_word = text[line[0] : line[0] + width + 1].split(None, 1)[0]
    return before[1] - before[0] + 1 + len(first_word) > width - 3
