"""Paragraphs and sentences."""

from __future__ import annotations

import re

import nupunkt

from checker.model import Block, Document, Range

_ENDS = re.compile(r"""[.!?:;…—–*]["”’»')\]]*\s*$""")
_RANK = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Gov|Sen|Rep|Rev|Hon|St|Pres|Amb|Supt|Cmdr|No|vs)\.\s*$"
)
_OPEN = "\"'“”‘’«»([*_—– "


def paragraphs(document: Document) -> list[Range]:
    """Ranges read as one paragraph: blocks, and halves of a sentence that a page break has parted."""
    joined: list[tuple[int, int, str]] = []
    for block in document.blocks:
        if block.kind == "rule" or block.end <= block.start:
            continue
        if joined and _goes_on(document, joined[-1], block):
            joined[-1] = (joined[-1][0], block.end, block.kind)
        else:
            joined.append((block.start, block.end, block.kind))
    return [(start, end) for start, end, _ in joined]


def _goes_on(document: Document, before: tuple[int, int, str], block: Block) -> bool:
    start, end, kind = before
    if kind != "paragraph" or block.kind != "paragraph":
        return False
    first = document.text[block.start]
    if not first.islower() or _ENDS.search(document.text, max(start, end - 8), end):
        return False
    return document.in_body(start, end) == document.in_body(block.start, block.end)


def sentences(text: str) -> list[Range]:
    """Sentence ranges of one paragraph, trimmed of white space.

    Punkt's break is undone before a lower-case word (`"Is it so?" he said`), after a rank or title, and where
    only closing marks would be left over.
    """
    spans: list[Range] = []
    for start, end in nupunkt.sent_spans(text):
        if spans and _undo(text, spans[-1], (start, end)):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return [trimmed for trimmed in (_trim(text, *span) for span in spans) if trimmed[0] < trimmed[1]]


def _undo(text: str, before: Range, after: Range) -> bool:
    rest = text[after[0] : after[1]].strip()
    lead = rest.lstrip(_OPEN)
    if not any(c.isalnum() for c in rest) or (lead and lead[0].islower() and not lead.startswith("http")):
        return True
    return bool(_RANK.search(text, max(before[0], before[1] - 12), before[1]))


def _trim(text: str, start: int, end: int) -> Range:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
