"""Quotation marks that are typed as two apostrophes or two grave accents."""

from __future__ import annotations

import re

from checker.model import Parse, QuotedSpan

_TWIN = re.compile(r"''+|``")


def quoted_spans(text: str, parse: Parse) -> tuple[QuotedSpan, ...]:
    """The parse's quotations and those between doubled single marks, in text order; none overlap."""
    found = list(parse.quoted)
    taken = bytearray(len(text))
    for quoted in found:
        taken[quoted.start : quoted.end] = b"\x01" * (quoted.end - quoted.start)
    for start, end in parse.paragraphs:
        marks = [m.span() for m in _TWIN.finditer(text, start, end) if not taken[m.start()]]
        for opening, closing in zip(marks[::2], marks[1::2], strict=False):
            if not any(taken[opening[0] : closing[1]]):
                inner = (opening[1], closing[0])
                found.append(QuotedSpan(opening[0], closing[1], inner, closed=True))
        if len(marks) % 2 and not any(taken[marks[-1][0] : end]):
            found.append(QuotedSpan(marks[-1][0], end, (marks[-1][1], end), closed=False))
    return tuple(sorted(found, key=lambda q: (q.start, q.end)))
