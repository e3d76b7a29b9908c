"""Bytes to text, and which encoding was read."""

from __future__ import annotations

import codecs
import re

from checker.errors import ExtractError

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_FALLBACK = "windows-1252"
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)\b[^<>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE
)
_SENT = re.compile(r"""charset\s*=\s*["']?([\w.:-]{1,40})""", re.IGNORECASE)
_NO_PAGE = {"utf-8", "utf-7", "idna", "punycode", "unicode_escape", "raw_unicode_escape"}
"""Codecs that no page is written in, or that were tried already."""
_SAVE = "Save the file as UTF-8 text."


def decode(
    data: bytes, where: str, *, declared: bool = False, media_type: str = ""
) -> tuple[str, str | None]:
    """The text without its byte order mark, and the name of the encoding where it had to be guessed.

    UTF-8, else UTF-16 where a byte order mark says so, else the charset of the media type with which the host sent it,
    else (with `declared`) the charset of an HTML head, else windows-1252, in which every byte but five means something.
    Raises ExtractError for no text at all.
    """
    if not data.strip():
        raise ExtractError("the file is empty", where=where, do=_SAVE)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = _strictly(data[len(mark) :], encoding, where)
            if not text.strip():
                raise ExtractError("the file is empty", where=where, do=_SAVE)
            return text, None
    if b"\0" in data[:8192]:
        raise ExtractError("the file is binary", where=where, do=_SAVE)
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        named = _known(_SENT.search(media_type)) or (
            _known(_DECLARED.search(data[:4096])) if declared else None
        )
        return data.decode(named or _FALLBACK, "replace"), None if named else _FALLBACK


def _strictly(data: bytes, encoding: str, where: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        what = f"not {encoding}, though its byte order mark says so (byte {error.start})"
        raise ExtractError(what, where=where, do=_SAVE) from None


def _known(match: re.Match[bytes] | re.Match[str] | None) -> str | None:
    """The charset that was named, where Python knows it as an encoding of text."""
    if match is None:
        return None
    said: bytes | str = match[1]
    try:
        name = codecs.lookup(said.decode("ascii", "ignore") if isinstance(said, bytes) else said).name
        usable = isinstance(b"a".decode(name), str) and name not in _NO_PAGE
        return name if usable else None
    except (LookupError, UnicodeError, AttributeError, ValueError):
        return None
