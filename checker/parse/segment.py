"""Paragraphs and sentences."""

from __future__ import annotations

import re
from itertools import pairwise

from checker.model import Block, Document, Range
from checker.parse.breaks import proposed

_ENDS = re.compile(r"""[.!?:;…—–*]["”’»')\]]*\s*$""")
_RANK = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Gov|Sen|Rep|Rev|Hon|St|Pres|Amb|Supt|Cmdr|Cpl|Det|Insp|No|vs)\.\s*$"
)
_FOLIO = re.compile(r"\W*(?:page\s+)?\d{1,4}\W*(?:of\s+\d{1,4}\W*)?", re.IGNORECASE)
_SENTENCE = re.compile(r"\w{3}[.!?] +[A-Z]\w* +[a-z]")
"""The end of a sentence inside a line: no heading, whatever it looks like."""
_OPEN = "\"'“”‘’«»([*_—– "
_MISSED = re.compile(
    r"""(?<![\w.’'-])(?P<word>[a-z]{2,}|[A-Z][a-z]{3,})\.["”’»')\]]*\s+(?=["“‘«'(\[]*[A-Z])"""
)
_SHORTENED = frozenset(
    [
        *("al", "approx", "apt", "assn", "assoc", "assoct", "ave", "blvd", "ca", "cf", "co", "comp", "corp"),
        *("dept", "div", "dr", "ed", "eds", "esp", "est", "et", "etc", "ext", "fig", "figs", "ft", "gal"),
        *("govt", "hr", "hrs", "illus", "inc", "incl", "jr", "lb", "lbs", "lt", "ltd", "max", "mfg", "min"),
        *("misc", "mo", "mos", "mr", "mrs", "ms", "mt", "natl", "no", "nos", "op", "orig", "oz", "pl", "pp"),
        *("pres", "prof", "pt", "pts", "rd", "ref", "repr", "rev", "sec", "ser", "sgt", "sq", "sr", "st"),
        *("supt", "tel", "trans", "univ", "viz", "vol", "vols", "vs", "yd", "yds", "yr", "yrs"),
    ]
)
"""Short forms in lower case whose full stop ends no sentence."""
_WHOLE = frozenset(
    [
        *(
            "Idaho",
            "Iowa",
            "Maine",
            "Ohio",
            "Texas",
            "Utah",
            "York",
            "Hampshire",
            "Jersey",
            "Mexico",
            "Delhi",
        ),
        *("Zealand", "Africa", "Korea"),
    ]
)
"""Last words of place names that nobody shortens."""


def paragraphs(document: Document) -> list[Range]:
    """Ranges read as one paragraph: blocks, and halves of a sentence that a page break has parted."""
    joined: list[tuple[int, int, str]] = []
    passed = set(folios(document))
    for block in document.blocks:
        if block.kind == "rule" or block.end <= block.start or (block.start, block.end) in passed:
            continue
        if joined and _goes_on(document, joined[-1], block):
            joined[-1] = (joined[-1][0], block.end, block.kind)
        else:
            joined.append((block.start, block.end, block.kind))
    return [(start, end) for start, end, _ in joined]


def folios(document: Document) -> list[Range]:
    """Page numbers that stand between two halves of a sentence: no words of the text."""
    found = []
    for before, block, after in zip(document.blocks, document.blocks[1:], document.blocks[2:], strict=False):
        number = _FOLIO.fullmatch(document.text, block.start, block.end)
        if number and _goes_on(document, (before.start, before.end, before.kind), after):
            found.append((block.start, block.end))
    return found


def _goes_on(document: Document, before: tuple[int, int, str], block: Block) -> bool:
    start, end, kind = before
    prose = kind == "paragraph" or _SENTENCE.search(document.text, start, end)
    if not prose or block.kind != "paragraph":
        return False
    first = document.text[block.start]
    if not first.islower() or _ENDS.search(document.text, max(start, end - 8), end):
        return False
    return document.in_body(start, end) == document.in_body(block.start, block.end)


def sentences(text: str) -> list[Range]:
    """Sentence ranges of one paragraph, trimmed of white space.

    Punkt takes some plain words for short forms (`last month. "And so"`): a break is added after those. Its
    break is undone before a lower-case word (`"Is it so?" he said`), after a rank or title, and where
    closing marks would be left over.
    """
    spans: list[Range] = []
    for start, end in (piece for span in proposed(text) for piece in _parted(text, *span)):
        if spans and _undo(text, spans[-1], (start, end)):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return [trimmed for trimmed in (_trim(text, *span) for span in spans) if trimmed[0] < trimmed[1]]


def _parted(text: str, start: int, end: int) -> list[Range]:
    """The pieces of a sentence with breaks after plain words and a full stop."""
    edges = [start]
    for match in _MISSED.finditer(text, start, end):
        word = match["word"]
        if word in _WHOLE or (word.islower() and word not in _SHORTENED):
            edges.append(match.end())
    return list(pairwise([*edges, end]))


def _undo(text: str, before: Range, after: Range) -> bool:
    rest = text[after[0] : after[1]].strip()
    lead = rest.lstrip(_OPEN)
    if (
        not any(c.isalnum() for c in rest)
        or rest[0] in "),;]"
        or (lead and lead[0].islower() and not lead.startswith("http"))
    ):
        return True
    return bool(_RANK.search(text, max(before[0], before[1] - 12), before[1]))


def _trim(text: str, start: int, end: int) -> Range:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
