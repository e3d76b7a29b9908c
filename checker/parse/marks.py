"""Quotation marks of a paragraph: pairs, and what to do where they do not pair up."""

from __future__ import annotations

import re

from checker.model import QuotedSpan
from checker.model.typed import REST, curled, reopens
from checker.parse.dialogue import dialogue_spans

OPENERS, CLOSERS = "“„«", "”»"
_SINGLE = re.compile(r"(?<![\w’'])[‘](?=\S)([^‘’“”\"]|(?<=\w)’(?=\w)){2,600}?’(?!\w)")
_STRAIGHT = re.compile(r"(?<![\w'’])'(?=\w)(?:[^'\"“”‘’]|(?<=\w)'(?=[\w\s])){4,600}?[,.!?…]'(?![\w'])")
"""Typewriter marks, told from apostrophes by the stop or comma before the closing one."""
_PARTIAL = re.compile(
    r"(?<![\w’'.])'(?=\w)(?!(?:em|til|tis|twas|cause|bout|round|n|\d0s)\b)(?:[^'\"“”‘’.!?\s]|(?<=\w)'(?=\w)|[ ](?! ))"
    r"{4,200}?(?<=\w)'(?![\w'])"
)
"""Such marks around a part of a sentence, told from apostrophes by the blank before the opening one."""
PHRASE = 2
"""Blanks in a part of a sentence: of fewer words, marks show a name or a doubt as often as speech."""
_DIALOGUE_END = re.compile(r"[,.!?…]\s?[—–]\s?(?=[A-Z][\w’'-]*(?:\s[\w’'.-]+){0,3}[.,:])")
_DIALOGUE_HERE = re.compile(r"[—–]\s?[A-Z][\w’'-]*(?:\s[\w’'.-]+){0,3}[.,:]")
_DIALOGUE_AGAIN = re.compile(r"[.!?]\s+[—–]\s+(?=[A-Z“\"])")


def quoted_spans(text: str, start: int, end: int) -> list[QuotedSpan]:
    """Find what stands between quotation marks in the paragraph `text[start:end]`.

    Marks that stay open close at the dash that ends a line of dash dialogue, else at the end of the paragraph
    (`closed` False): an odd mark costs at most its paragraph. Nested marks stay part of the outer span. Marks
    typed as two single ones or two grave accents pair with each other and with typewriter marks.
    """
    text = curled(text)
    found: list[QuotedSpan] = []
    opened: int | None = None
    depth = 0
    for i in range(start, end):
        char = text[i]
        if opened is None:
            if _opens(text, i, start, end):
                opened, depth = i, 0
        elif char in "—–" and text[i - 1] in ",.!?…" and _DIALOGUE_HERE.match(text, i, end):
            found.append(_span(text, opened, i, i))
            opened = None
        elif reopens(text, opened, i):
            found.append(QuotedSpan(opened, i - 1, (opened + 1, i - 1), closed=False))
            opened, depth = i, 0
        elif char in OPENERS and not _mistyped(text, i, end):
            depth += 1
        elif char == '"' and text[opened] == '"':
            found.append(_span(text, opened, i, i + 1))
            opened = None
        elif _closes(text, i, opened):
            if depth:
                depth -= 1
            else:
                found.append(_span(text, opened, i, i + 1))
                opened = None
    if opened is not None:
        found.append(_unclosed(text, opened, end))
    found = _continued(text, end, found) or dialogue_spans(text, start, end)
    return sorted([*found, *_single(text, start, end, found)], key=lambda q: q.start)


def _span(text: str, opened: int, inner: int, end: int) -> QuotedSpan:
    """From the mark at `opened` to the end of the one that closes it; what is quoted ends at `inner`."""
    first = opened + 1 + (text[opened + 1] == REST)
    last = end + (end > inner and text[end : end + 1] == REST)
    return QuotedSpan(opened, last, (min(first, inner), inner), closed=True)


def _opens(text: str, i: int, start: int, end: int) -> bool:
    char = text[i]
    if char in OPENERS:
        return True
    if char != '"' or i + 1 >= end or text[i + 1].isspace():
        return False
    return i == start or not (text[i - 1].isalnum() or text[i - 1] in ".,!?…")


def _closes(text: str, i: int, opened: int) -> bool:
    if text[opened] == '"':
        return text[i] in "“”"
    if text[opened] == "„":
        return text[i] in '“”"'
    return text[i] in CLOSERS or text[i] in '"“'


def _mistyped(text: str, i: int, end: int) -> bool:
    """Whether an opening mark stands where only a closing one can: after a word or stop, before a blank or stop."""
    closing = i + 1 >= end or text[i + 1].isspace() or text[i + 1] in ".,;:!?)"
    return text[i] == "“" and not text[i - 1].isspace() and closing


def _unclosed(text: str, opened: int, end: int) -> QuotedSpan:
    match = _DIALOGUE_END.search(text, opened + 1, end)
    if match:
        stop = match.start() + 1
        return QuotedSpan(opened, stop, (opened + 1, stop), closed=True)
    return QuotedSpan(opened, end, (opened + 1, end), closed=False)


def _continued(text: str, end: int, found: list[QuotedSpan]) -> list[QuotedSpan]:
    """Dash dialogue takes a quotation up again after the speaker's name, without an opening mark."""
    if not found:
        return found
    first = found[0]
    match = _DIALOGUE_AGAIN.search(text, first.end, end)
    if not match or any(q.start < match.end() <= q.end for q in found):
        return found
    stop = end - 1 if text[end - 1] in '"”»' else end
    kept = [q for q in found if q.end <= match.start()]
    return [*kept, QuotedSpan(match.end(), end, (match.end(), stop), closed=True)]


def _single(text: str, start: int, end: int, found: list[QuotedSpan]) -> list[QuotedSpan]:
    """Single marks outside the double ones; typewriter ones only in a paragraph that has no other marks."""
    matches = [m.span() for m in _SINGLE.finditer(text, start, end)]
    if not found:
        matches += [m.span() for m in _STRAIGHT.finditer(text, start, end)]
        parts = (m for m in _PARTIAL.finditer(text, start, end) if m[0].count(" ") >= PHRASE)
        matches += [m.span() for m in parts if not any(a < m.end() and m.start() < b for a, b in matches)]
    return [
        QuotedSpan(low, high, (low + 1, high - 1), closed=True) for low, high in matches
        if not any(q.start <= low and high <= q.end for q in found)
    ]  # fmt: skip
