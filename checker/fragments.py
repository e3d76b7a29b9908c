"""Text fragments (WICG, Scroll To Text Fragment): addresses that a browser opens at the words of a live page."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote, urldefrag

WHOLE, EDGE = 12, 5
"""Words up to which a fragment gives all of them, and words of each end that it gives of longer ones."""


def at_words(url: str, words: str) -> str:
    """The address of a page at some of its words, in place of any fragment that it had."""
    return f"{urldefrag(url).url}#{fragment(words)}"


def fragment(words: str) -> str:
    """The text fragment of some words: all of them, or, of many, the first and the last."""
    found = words.split()
    if len(found) <= WHOLE:
        return f":~:text={_coded(found)}"
    return f":~:text={_coded(found[:EDGE])},{_coded(found[-EDGE:])}"


def _coded(words: Sequence[str]) -> str:
    """Words as they stand in a fragment, where commas, hyphens and ampersands have a meaning of their own."""
    return quote(" ".join(words), safe="", errors="replace").replace("-", "%2D")
