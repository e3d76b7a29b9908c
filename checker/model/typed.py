"""Quotation marks as they are typed: pairs of single ones, and speech whose paragraphs were run together."""

from __future__ import annotations

import re

REST = "\0"
"""What `curled` leaves of the second half of a mark that is typed as two."""
_TWIN = re.compile(r"``|(?<!')''(?!')")
_INCHES = re.compile(r"\d'\s?\d+$")
_AGAIN = re.compile(r"[.!?…]\s(?:\"|“\s?)[A-Z]")


def curled(text: str) -> str:
    """The text, as long as before, with a curly mark and `REST` for two single ones or two grave accents.

    Such a mark opens only behind a blank and before a word (`''`), or where it is made of accents.
    """
    return _TWIN.sub(_curled, text)


def _curled(twin: re.Match[str]) -> str:
    text, (start, end) = twin.string, twin.span()
    if _INCHES.search(text, max(0, start - 6), start):
        return twin.group()
    after = end < len(text) and not text[end].isspace()
    opens = twin.group() == "``" or (after and (start == 0 or text[start - 1] in " \t\r\n([—–-"))
    return ("“" if opens else "”") + REST


def reopens(text: str, opened: int, i: int) -> bool:
    """Whether the mark at `i` opens a new paragraph of the speech that opened at `opened` and never closed."""
    return text[i] in '"“' and text[i] == text[opened] and _AGAIN.match(text, i - 2) is not None
