"""The parts of a .docx file that hold text, unpacked and parsed within bounds."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass

from lxml import etree

from checker.errors import ExtractError

LIMIT = 50_000_000
"""Bytes of one part of the file, once it is unpacked."""
DO = "Save it again as .docx, .md or .txt."
NAMES = ("document", "footnotes", "endnotes")
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    etree.XMLSyntaxError,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
)


@dataclass(frozen=True, slots=True)
class Part:
    """The root of a part, and the addresses that its links lead to, by the ids that they have there."""

    root: etree._Element
    targets: dict[str, str]


def unpack(data: bytes, where: str) -> dict[str, Part]:
    """The parts by name, `document` always among them; ExtractError for what is no such file, or too large."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            held = set(archive.namelist())
            parts = {name: _part(archive, name, held, where) for name in NAMES if f"word/{name}.xml" in held}
    except _BROKEN as error:
        what = f"this is no Word document that can be read ({type(error).__name__})"
        raise ExtractError(what, where=where, do=DO) from None
    if "document" not in parts:
        raise ExtractError("this is no Word document: it has no text in it", where=where, do=DO)
    return parts


def _part(archive: zipfile.ZipFile, name: str, held: set[str], where: str) -> Part:
    beside = f"word/_rels/{name}.xml.rels"
    rows = _parsed(archive, beside, where) if beside in held else ()
    outside = {
        row.get("Id", ""): row.get("Target", "") for row in rows if row.get("TargetMode") == "External"
    }
    return Part(_parsed(archive, f"word/{name}.xml", where), outside)


def _parsed(archive: zipfile.ZipFile, name: str, where: str) -> etree._Element:
    """A part as a tree; what a file says of its sizes is not believed, and no entity is followed."""
    with archive.open(name) as packed:
        data = packed.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise ExtractError(f"{name} has more than {LIMIT:,} bytes", where=where, do=DO)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(data, parser)
