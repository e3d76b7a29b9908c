"""BibTeX: references for LaTeX, with the fields of biblatex."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.export.references import Reference, references
from checker.model import Analysis

_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    **{mark: f"\\{mark}" for mark in "&%$#_"},
}  # fmt: skip
_ODD = re.compile(r"[\\{}~^&%$#_]")
_URL_ODD = re.compile(r"[\s\\{}\"<>^`|\x00-\x1f\x7f]")


def bibtex(analysis: Analysis) -> Iterator[str]:
    """An entry for each document, `@article` where the outlet is known, else `@online`."""
    for reference in references(analysis.documents):
        yield _entry(reference)


def _entry(reference: Reference) -> str:
    fields = {
        "title": f"{{{_escaped(reference.title)}}}" if reference.title else "",
        "author": " and ".join(f"{{{_escaped(name)}}}" for name in reference.authors),
        "journaltitle": _escaped(reference.outlet),
        "date": reference.issued or "",
        "url": _address(reference.url),
        "urldate": reference.accessed or "",
        "langid": reference.language or "",
        "note": _escaped(f"checker: {reference.doc}"),
    }
    kind = "article" if reference.outlet else "online"
    rows = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{kind}{{{reference.key},\n{rows}}}\n"


def _escaped(words: str | None) -> str:
    flat = " ".join((words or "").split())
    return _ODD.sub(lambda mark: _SPECIAL[mark[0]], flat)


def _address(url: str | None) -> str:
    """An address in which what would end the field, or the line, is written in percent."""
    return _URL_ODD.sub(lambda odd: "".join(f"%{byte:02X}" for byte in odd[0].encode()), url or "")
