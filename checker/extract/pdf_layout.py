"""The lines of a PDF's pages to a text: running heads and page numbers, paragraphs, headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from checker.extract.blocks import Kind, kind_of
from checker.extract.pdf_lines import Line
from checker.model import Block, Link, Range

_EDGE = 3
"""Lines at the top and at the foot of a page among which its furniture stands."""
_NUMBERS = 12
"""Numbers of the longest running head in which a page number is looked for."""
_NUMBER = re.compile(r"\d+")
_FOLIO = re.compile(r"\W*(?:page\s*)?1(?:\s*(?:/|of)\s*1)?\W*", re.IGNORECASE)
_ENDS = re.compile(r"[.!?…:][\"'”’»)\]]*(?:\[?\d{1,3}\]?)?\s*$")
_HYPHEN = re.compile(r"\w[-\u00ad\u2010]\s*$")
_FULL = 0.75
"""Share of the usual width that a line reaches which was broken because it was full."""
_HALF = 0.6
"""Share below which a line was not full, whatever stands at its end."""


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A text, its blocks, which of them are furniture, the furniture that stands inside a paragraph, and the links."""

    text: str
    blocks: tuple[Block, ...]
    furniture: tuple[bool, ...]
    hidden: tuple[Range, ...]
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class _Measure:
    """What is usual in a file: the size of its letters, the distance of its lines, how many letters a line has."""

    size: float
    leading: float
    width: float


def lay_out(lines: Sequence[Line]) -> LaidOut:
    """The text is the lines, one a line, with a form feed before each page; a paragraph may go on over pages."""
    text, places = _written(lines)
    aside = _furniture(lines)
    measure = _measured([line for n, line in enumerate(lines) if n not in aside])
    groups = _paragraphs(lines, aside, measure)
    rows: list[tuple[Block, bool]] = []
    hidden: list[Range] = []
    for group in groups:
        hidden += [
            (places[a][1] + 1, places[b][0]) for a, b in pairwise(group) if places[a][1] + 1 < places[b][0]
        ]
        inside = set(range(group[0], group[-1])) & aside
        aside -= inside
        start, end = places[group[0]][0], places[group[-1]][1]
        rows.append((Block(start, end, _kind(lines[group[0]], text[start:end], measure)), False))
    rows += [(Block(*places[n], "paragraph"), True) for n in aside]
    rows.sort(key=lambda row: row[0].start)
    links = _links(text, lines, places)
    return LaidOut(text, tuple(b for b, _ in rows), tuple(f for _, f in rows), tuple(hidden), links)


def _links(text: str, lines: Sequence[Line], places: Sequence[Range]) -> tuple[Link, ...]:
    """The links in the text; what goes on in the next line is one link."""
    found: list[tuple[int, int, str]] = []
    for line, (first, _) in zip(lines, places, strict=True):
        at = first - (len(line.text) - len(line.text.lstrip()))
        for a, b, url in line.links:
            words = line.text[a:b]
            start, end = at + a + len(words) - len(words.lstrip()), at + b - len(words) + len(words.rstrip())
            if found and found[-1][2] == url and not text[found[-1][1] : start].strip():
                found[-1] = (found[-1][0], end, url)
            elif start < end:
                found.append((start, end, url))
    return tuple(Link(start, end, (start, end), url, "anchor") for start, end, url in found)


def _written(lines: Sequence[Line]) -> tuple[str, list[Range]]:
    """The text, and where in it the words of each line stand."""
    pieces: list[str] = []
    places: list[Range] = []
    at = 0
    for before, line in zip((None, *lines), lines, strict=False):
        gap = "" if before is None else "\n" if before.page == line.page else "\n\f"
        start = at + len(gap) + len(line.text) - len(line.text.lstrip())
        at += len(gap) + len(line.text)
        places.append((start, max(start, at - (len(line.text) - len(line.text.rstrip())))))
        pieces += [gap, line.text]
    return "".join(pieces), places


def _furniture(lines: Sequence[Line]) -> set[int]:
    """Lines at a page's edge that stand at the same height of other pages, with the same words or running numbers."""
    edges = [n for page in _by_page(lines) for n in _edge(lines, page)]
    seen: Counter[tuple[str, int]] = Counter()
    for n in edges:
        seen.update(_signs(lines[n]))
    found = {n for n in edges if any(seen[sign] > 1 for sign in _signs(lines[n]))}
    if lines and lines[-1].page == 0:
        found |= {n for n in edges if _FOLIO.fullmatch(lines[n].text) and n in (edges[0], edges[-1])}
    return found if len(found) < len(lines) else set()


def _by_page(lines: Sequence[Line]) -> list[list[int]]:
    pages: dict[int, list[int]] = {}
    for n, line in enumerate(lines):
        pages.setdefault(line.page, []).append(n)
    return list(pages.values())


def _edge(lines: Sequence[Line], page: Sequence[int]) -> list[int]:
    """The lines of a page that are highest and lowest, from its top to its foot."""
    heights = sorted({lines[n].y for n in page}, reverse=True)
    kept = {*heights[:_EDGE], *heights[-_EDGE:]}
    return sorted((n for n in page if lines[n].y in kept), key=lambda n: (-lines[n].y, n))


def _signs(line: Line) -> set[tuple[str, int]]:
    """What a line shares with its fellows on other pages: its words, its height, and how its numbers run on."""
    words = " ".join(line.text.split()).casefold()
    height = round(line.y / 4)
    numbers = list(_NUMBER.finditer(words))
    running = [f"#{int(m[0][-9:]) - line.page}" for m in numbers]
    signs = {words}
    for chosen in (
        [{i} for i in range(len(numbers))] + [set(range(len(numbers)))] if len(numbers) <= _NUMBERS else ()
    ):
        parts, at = [], 0
        for i in sorted(chosen):
            parts += [words[at : numbers[i].start()], running[i]]
            at = numbers[i].end()
        signs.add("".join([*parts, words[at:]]))
    return {(sign, height + step) for sign in signs for step in (0, 1)}


def _measured(lines: Sequence[Line]) -> _Measure:
    letters: Counter[float] = Counter()
    for line in lines:
        letters[round(line.size, 1)] += len(line.text)
    size = max(letters, key=lambda s: (letters[s], s), default=0.0)
    usual = [line for line in lines if _alike(line.size, size)]
    gaps = [a.y - b.y for a, b in pairwise(usual) if a.page == b.page and 0 < a.y - b.y < 3 * max(size, 1.0)]
    lengths = sorted(len(line.text.strip()) for line in usual)
    return _Measure(size, median(gaps) if gaps else 0.0, lengths[len(lengths) * 9 // 10] if lengths else 0)


def _alike(a: float, b: float) -> bool:
    return abs(a - b) <= 0.08 * max(a, b)


def _paragraphs(lines: Sequence[Line], aside: set[int], measure: _Measure) -> list[list[int]]:
    """Indices of lines that are one paragraph."""
    groups: list[list[int]] = []
    for n in (n for n in range(len(lines)) if n not in aside):
        if groups and _continues([lines[i] for i in groups[-1]], lines[n], measure):
            groups[-1].append(n)
        else:
            groups.append([n])
    return groups


def _continues(group: Sequence[Line], line: Line, measure: _Measure) -> bool:
    """Whether a line goes on with the paragraph of the lines before it."""
    last = group[-1]
    if not _alike(last.size, line.size) or kind_of(line.text.strip()) == "item":
        return False
    gap = last.y - line.y
    if last.page != line.page or gap < -line.size / 2:
        return _runs_on(last.text, line.text, measure)
    leading = max(measure.leading, 1.2 * line.size) if measure.leading else gap
    if gap > 1.3 * leading:
        return False
    if line.x > min(row.x for row in group) + 0.8 * line.size and abs(gap) > line.size / 2:
        return kind_of(group[0].text.strip()) == "item" or line.x <= last.x + 0.8 * line.size
    return not _ended(group, line.text, measure)


def _ended(group: Sequence[Line], line: str, measure: _Measure) -> bool:
    """Whether the last line of a paragraph is shorter than it had to be; more surely where a sentence ends with it."""
    last = group[-1].text
    width = max(len(row.text.strip()) for row in group) if len(group) > 1 else measure.width
    share = (len(last.strip()) + 1 + len(line.split(None, 1)[0])) / max(width, 1.0)
    return not line.lstrip()[0].islower() and share < (_FULL if _ENDS.search(last) else _HALF)


def _runs_on(last: str, line: str, measure: _Measure) -> bool:
    """Whether a sentence goes on over the end of a page or of a column."""
    if _ENDS.search(last):
        return False
    return (
        line.lstrip()[0].islower() or bool(_HYPHEN.search(last)) or len(last.strip()) >= _FULL * measure.width
    )


def _kind(line: Line, words: str, measure: _Measure) -> Kind:
    if line.size > 1.12 * measure.size and len(words) <= 200:
        return "heading"
    return kind_of(words)
