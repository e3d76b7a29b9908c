"""Dialogue set with dashes instead of quotation marks: `— The tide is in, — said the pilot. — Go.`"""

from __future__ import annotations

import re

from checker.model import QuotedSpan

_BEGINS = re.compile(r"[—–―]\s?(?=[\w“«\"'])")
"""At the beginning of a paragraph."""
_AFTER = re.compile(r"(?<=[.!?…]\s)[—–―]\s(?=[A-Z])")
"""After a sentence of the narrator's."""
_TO_NARRATOR = re.compile(r"(?<=[,.!?…])\s?[—–―]\s?(?=[a-z])|(?<=[\w,.!?…])\s[—–―](?=[a-z])")
_TO_SPEECH = re.compile(r"[—–―],?\s*(?=\w)")


def dialogue_spans(text: str, start: int, end: int) -> list[QuotedSpan]:
    """What is spoken between dashes in the paragraph `text[start:end]`; empty without a narrator's part.

    Speech runs from a dash that opens the paragraph or follows a full stop to the next dash before a small letter
    after a comma or stop, and again from the dash after the narrator's words. A span has no marks around it.
    """
    opened = _BEGINS.match(text, start, end) or _AFTER.search(text, start, end)
    found: list[QuotedSpan] = []
    while opened:
        turn = _TO_NARRATOR.search(text, opened.end(), end)
        stop = turn.start() if turn else end
        if turn is None and not found:
            return []
        low, high = opened.end(), stop - (text[stop - 1] == ",")
        if low < high:
            found.append(QuotedSpan(low, high, (low, high), closed=True))
        opened = _TO_SPEECH.search(text, turn.end(), end) if turn else None
    return found
