"""Names of outlets in a page's header and in addresses."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from checker.extract.bylines import bare_names, words
from checker.model import Range

_EDGES = " \t,|–—-:•·/()"
_CAPITALISED = re.compile(r"[^\W_a-z][\w.&'’+-]*")
_SMALL = frozenset({"of", "the", "and", "for", "de", "la", "le", "du", "der", "die", "das", "in", "on", "&"})
_DOMAIN = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,12}", re.IGNORECASE)
_PRESS = re.compile(
    r"\b(?:Times|Post|Herald|Gazette|Tribune|Bugle|Courier|Chronicle|Journal|Mercury|Observer|Standard|Guardian"
    r"|Telegraph|Mail|Express|Star|Sun|Mirror|Globe|Argus|Echo|Examiner|Inquirer|Independent|Register|Record"
    r"|Review|Weekly|Daily|Monthly|Quarterly|Magazine|News|Newspaper|Press|Dispatch|Despatch|Sentinel|Ledger"
    r"|Advertiser|Monitor|Messenger|Reporter|Wire|Agency|Bulletin|Broadcasting|Radio|Today)\b"
)
"""Words that newspapers, magazines and stations are called by."""
_HOST_PREFIX = re.compile(r"^(?:www\d?|m|mobile|amp|edition|en)\.")


def outlet_before(line: str, end: int) -> tuple[Range | None, bool]:
    """The outlet that stands before a date at `end`, and whether the line is a dateline at all.

    Words that go with dates ("Updated:", "Tuesday") are passed over; a city is no outlet.
    """
    start, stop = _stripped(line, 0, end)
    for word in reversed(list(re.finditer(r"\S+", line[start:stop]))):
        if word[0].strip(_EDGES).casefold() not in words("label") | {""}:
            break
        start, stop = _stripped(line, start, start + word.start())
    while match := re.match(r"\S+\s*", line[start:stop]):
        if match[0].strip().strip(_EDGES).casefold() not in words("label"):
            break
        start, stop = _stripped(line, start + match.end(), stop)
    name = line[start:stop]
    if not name:
        return None, True
    if name.casefold() in words("place"):
        return None, True
    return ((start, stop), True) if is_name(name) else (None, False)


def outlet_after(line: str, start: int) -> Range | None:
    """The outlet that ends a line after a date, as in "12 May 2031 | The Arden Herald"; sections are none."""
    if line[start:].lstrip()[:1] not in tuple(",|–—-•·"):
        return None
    first, end = _stripped(line, start, len(line.rstrip()))
    name = line[first:end]
    return (first, end) if is_press(name) and not name.endswith(" News") and not bare_names(name) else None


def is_press(name: str) -> bool:
    """Whether a name is one that newspapers and stations have: with an article, a word of the trade, or a domain."""
    called = name.startswith("The ") or (" " in name and _PRESS.search(name)) or _DOMAIN.fullmatch(name)
    return bool(called) and is_name(name)


def is_name(name: str) -> bool:
    """Whether a string has the shape of a name: a domain, or one to seven capitalised words."""
    parts = name.split()
    if _DOMAIN.fullmatch(name):
        return True
    capitals = [bool(_CAPITALISED.fullmatch(part)) for part in parts]
    return (
        1 <= len(parts) <= 7
        and capitals[0]
        and all(c or p in _SMALL for c, p in zip(capitals, parts, strict=True))
    )


def of_url(url: str, text: str) -> tuple[str, Range | None]:
    """The outlet of an address: the name in the text that is spelled like the host, else the host itself.

    `theardenherald.example` is spelled by a text that says "The Arden Herald".
    """
    try:
        host = _HOST_PREFIX.sub("", (urlsplit(url).hostname or "").lower())
    except ValueError:
        return "", None
    stem = re.sub(r"[^a-z0-9]", "", host.split(".")[0])
    if len(stem) < 5:
        return host, None
    spelled = re.compile(r"(?<!\w)" + r"[\W_]{0,2}".join(stem) + r"(?!\w|\.\w)", re.IGNORECASE)
    for match in spelled.finditer(text):
        if " " in match[0] and is_name(match[0]):
            return match[0], match.span()
    return host, None


def _stripped(line: str, start: int, end: int) -> Range:
    while start < end and line[start] in _EDGES:
        start += 1
    while end > start and line[end - 1] in _EDGES:
        end -= 1
    return start, end
