"""Whether the part of a page that an address names is there: `#id` and `#:~:text=` (text fragments of the WICG)."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import unquote

from checker.online.page import Page
from checker.online.records import Place

_DIRECTIVE = ":~:"
_ROUTE = re.compile(r"[!/]|[\w.~-]+=")
"""Fragments that scripts read: `#!/page`, `#/page`, `#t=30`."""


def names_place(fragment: str) -> bool:
    """Whether a fragment names a part that could be looked for in the page."""
    anchor, _, directive = fragment.partition(_DIRECTIVE)
    return "text=" in directive or bool(anchor and anchor.lower() != "top" and not _ROUTE.match(anchor))


def find(fragment: str, page: Page) -> Place | None:
    """Whether the part is there; None where nothing in particular is named.

    Where a text fragment is given it counts, and each of its texts must be there.
    """
    if not names_place(fragment):
        return None
    anchor, _, directive = fragment.partition(_DIRECTIVE)
    texts = [part[5:] for part in directive.split("&") if part.startswith("text=")]
    if texts:
        plain = _plain(page.text)
        return "present" if all(_stands(text, plain) for text in texts) else "missing"
    names = {anchor, unquote(anchor)}
    return "present" if any(n in page.ids or f"user-content-{n}" in page.ids for n in names) else "missing"


def _stands(directive: str, plain: str) -> bool:
    """Whether `[prefix-,]start[,end][,-suffix]` matches: the parts in order, the context next to them."""
    parts = directive.split(",")
    before = parts.pop(0)[:-1] if parts[0].endswith("-") and len(parts) > 1 else ""
    after = parts.pop()[1:] if parts[-1].startswith("-") and len(parts) > 1 else ""
    start, end = parts[0], parts[1] if len(parts) > 1 else ""
    first = _joined(before, start) if end else _joined(before, start, after)
    last = _joined(end, after)
    at = _at(plain, first, 0)
    return at is not None and (not end or _at(plain, last, at) is not None)


def _joined(*parts: str) -> str:
    return " ".join(words for part in parts if (words := _plain(unquote(part))))


def _at(plain: str, words: str, start: int) -> int | None:
    """Where the words end, after `start`, at the bounds of words."""
    if not words:
        return None
    at = plain.find(words, start)
    while at >= 0:
        end = at + len(words)
        if not (plain[at - 1 : at].isalnum() and words[0].isalnum()) and not (
            plain[end : end + 1].isalnum() and words[-1].isalnum()
        ):
            return end
        at = plain.find(words, at + 1)
    return None


def _plain(text: str) -> str:
    """Small letters without accents, blanks made one, as browsers compare."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(bare.casefold().split())
