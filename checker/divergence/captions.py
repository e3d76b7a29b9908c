"""Lines of pictures in the running text: captions with a credit before or behind them, galleries, copyright lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter

from checker.divergence.draft import Facts
from checker.model import Document, Range

LONG, SHORT = 60, 4
"""Words of the longest line that a credit makes a caption; of the shortest that stands beside one and is one too."""
SLIDES = 3
"""Numbers "1/8", "2/8" … that make a line a gallery."""
_AGENCY = (
    r"(?:AP|AFP|EPA|PA|EFE|ANSA|DPA|TASS|UPI|Xinhua|Reuters|(?:The )?Associated Press|Press Association|"
    r"Agence France[- ]Presse|Getty(?: Images)?|Rex(?: Features)?|Shutterstock|Alamy|Barcroft(?: Media)?|Corbis|"
    r"REUTERS|Bloomberg|Handout|Wikimedia Commons|iStock|NurPhoto|Zuma(?: Press)?)"
)
_LED = re.compile(rf"(?:{_AGENCY})(?:\s?[:/–—-]\s?{_AGENCY})*[:]?\s+[A-Z][a-z]*\s")
_ENDED = re.compile(
    rf"(?:[(\[|][^()\[\]]{{0,60}}\b(?:{_AGENCY}|[Pp]hotos?|[Ii]mages?|[Pp]ictures?|[Ff]ile|[Cc]ourtesy)\b"
    rf"[^()\[\]]{{0,60}}[)\]]|©[^©]{{0,80}}|\b{_AGENCY}(?: Photo)?/(?:[A-Z][\w.'’-]+ ?){{1,4}})\W*$"
)
_SHOWN = re.compile(
    r"\b(?:hide caption|image (?:copyright|caption)|media caption|file (?:photo|picture)|all rights reserved)\b"
    r"|^(?:photos?|pictures?|in pictures|slideshow|gallery|file)\s?[:–—-]",
    re.IGNORECASE,
)
_SLIDE = re.compile(r"\b(\d{1,2})/(\d{1,2})\b")
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_END = re.compile(r"[.!?:;…][\"'”’)\]*_]*\s*$")


def captions(facts: Facts, doc: str) -> tuple[Range, ...]:
    """The lines of a text that belong to pictures, in order."""
    return facts.once(f"captions {doc}", lambda: _read(facts.documents[doc]))


def is_caption(facts: Facts, doc: str, offset: int) -> bool:
    """Whether a place lies in a line of a picture."""
    return _holds(captions(facts, doc), offset)


def is_open(facts: Facts, doc: str, offset: int) -> bool:
    """Whether a place lies in a line of a picture, or in one that does not end as a sentence does."""
    lines = facts.once(f"open lines {doc}", lambda: _open(facts.documents[doc].text))
    return is_caption(facts, doc, offset) or _holds(lines, offset)


def _holds(lines: tuple[Range, ...], offset: int) -> bool:
    i = bisect_right(lines, offset, key=lambda line: line[0]) - 1
    return i >= 0 and lines[i][0] <= offset < lines[i][1]


def _open(text: str) -> tuple[Range, ...]:
    lines = [m for m in _LINE.finditer(text) if not _END.search(m.group())]
    return tuple(m.span() for m in lines if len(m.group().split()) <= LONG) if "\n" in text.strip() else ()


def _read(document: Document) -> tuple[Range, ...]:
    known = [(b.start, b.end) for b in document.blocks if b.kind == "caption"]
    lines = [(m.start(), m.end(), m.group()) for m in _LINE.finditer(document.text)]
    shown = [_is_shown(line) or any(s <= start and end <= e for s, e in known) for start, end, line in lines]
    for order in (range(1, len(lines)), range(len(lines) - 2, 0, -1)):
        for n in order:
            shown[n] = shown[n] or (shown[n - order.step] and _is_bare(lines[n][2]))
    return tuple((start, end) for (start, end, _), pictured in zip(lines, shown, strict=True) if pictured)


def _is_shown(line: str) -> bool:
    """Whether a line says itself that it is of a picture."""
    plain = line.strip(" *_>\t")
    if len(line.split()) <= LONG and ((_LED.match(plain) and not _END.search(plain)) or _ENDED.search(plain)):
        return True
    slides = Counter(m.group(2) for m in _SLIDE.finditer(line) if int(m.group(1)) <= int(m.group(2)))
    return bool(_SHOWN.search(plain)) or max(slides.values(), default=0) >= SLIDES


def _is_bare(line: str) -> bool:
    """Whether a line beside a caption is one too: several words, and no mark at the end."""
    return SHORT < len(line.split()) <= LONG and not _END.search(line)
