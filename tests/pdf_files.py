"""PDF files, made object by object."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

Word = tuple[float, float, float, str]
"""Where a line begins, in points from the lower left corner of the page, the size of its letters, its words."""


def lines(*rows: str, top: float = 700, x: float = 72, size: float = 11, leading: float = 14) -> list[Word]:
    """Lines one below another; an empty one leaves a gap, and blanks before a line set it in."""
    return [
        (x + 6 * (len(row) - len(row.lstrip())), top - leading * n, size, row.strip())
        for n, row in enumerate(rows)
        if row.strip()
    ]


def pdf_file(*pages: Sequence[Word], title: str = "", author: str = "", extra: str = "") -> bytes:
    """A PDF file of pages of lines, in Latin letters; `extra` goes into its trailer."""
    return pdf_of([content(page) for page in pages], title=title, author=author, extra=extra)


def content(page: Sequence[Word]) -> bytes:
    """The stream that draws a page's lines."""
    drawn = [f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({_escaped(text)}) Tj ET" for x, y, size, text in page]
    return "\n".join(drawn).encode("cp1252")


def pdf_of(
    streams: Sequence[bytes],
    *,
    title: str = "",
    author: str = "",
    extra: str = "",
    packed: bool = True,
    annotations: str = "",
) -> bytes:
    """A PDF file whose pages are drawn by `streams`; each page has the `annotations`."""
    count = len(streams)
    kids = " ".join(f"{5 + 2 * n} 0 R" for n in range(count))
    objects: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< /Title ({_escaped(title)}) /Author ({_escaped(author)}) /CreationDate (D:20110203040506Z) >>".encode(
            "cp1252"
        ),
    ]
    for n, stream in enumerate(streams):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {6 + 2 * n} 0 R "
            f"/Resources << /Font << /F1 3 0 R >> >> /Annots [{annotations}] >>".encode()
        )
        data = zlib.compress(stream) if packed else stream
        filtered = "/Filter /FlateDecode " if packed else ""
        objects.append(b"<< %s/Length %d >>\nstream\n%s\nendstream" % (filtered.encode(), len(data), data))
    return _assembled(objects, extra)


def _assembled(objects: Sequence[bytes], extra: str) -> bytes:
    made = b"%PDF-1.4\n"
    places: list[int] = []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = "".join(f"{at:010} 00000 n \n" for at in places)
    tail = f"trailer\n<< /Size {len(places) + 1} /Root 1 0 R /Info 4 0 R {extra} >>"
    return (
        made
        + f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}{tail}\nstartxref\n{len(made)}\n%%EOF".encode()
    )


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
