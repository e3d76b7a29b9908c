"""A PDF file: the text that `pypdf` reads, line by line, with its paragraphs, its furniture and what it says of itself.

The text keeps the file's own line breaks and hyphens; a form feed parts its pages. Page furniture that stands in the
middle of a paragraph is hidden from reading, as markup is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.errors import ExtractError
from checker.extract import furniture, pdf_lines, plain, stated
from checker.extract.draft import Draft, author_of
from checker.extract.pdf_layout import lay_out
from checker.model import Candidate, Snapshot, Span

EXTRACTOR = "pdf 2"
MEDIA_TYPE = "application/pdf"
LOST = "no text was found on"
_FILE_NAME = re.compile(
    r"(?:microsoft word|untitled|document\d*\b|layout \d)|\.\w{2,5}$|^\W*$", re.IGNORECASE
)


def read(snapshot: Snapshot) -> Draft:
    """The draft of a PDF snapshot; ExtractError where it cannot be read within bounds, or holds no text."""
    pages = pdf_lines.read(snapshot.data, snapshot.path)
    if not pages.lines:
        what = "this PDF file holds no text: its pages may be pictures"
        raise ExtractError(
            what, where=snapshot.path, do="Have its text recognised first, and save it as .txt or .pdf."
        )
    laid = lay_out(pages.lines)
    found = furniture.pieces(laid.text, laid.blocks, laid.hidden, ())
    own = [n for n, aside in enumerate(laid.furniture) if not aside]
    inside = tuple(found[n] for n in own)
    said = stated.read(snapshot.doc, inside, ())
    author = author_of(said.candidates, snapshot)
    wording = furniture.article(inside, frozenset(said.lines), author)
    kept = dict(zip(own, wording, strict=True))
    shaped = dict(zip(own, plain.shaped(inside, wording, said), strict=True))
    blocks = tuple(shaped.get(n, block) for n, block in enumerate(laid.blocks))
    keep = tuple(kept.get(n, False) for n in range(len(blocks)))
    candidates = (*said.candidates, *described(snapshot.doc, laid.text, pages))
    return Draft(
        laid.text, EXTRACTOR, None, blocks, keep, laid.hidden, laid.links, candidates, lost=_lost(pages)
    )


def _lost(pages: pdf_lines.Pages) -> str | None:
    """Which pages gave no text."""
    empty = set(range(pages.count)) - {line.page for line in pages.lines}
    if not empty:
        return None
    return f"{LOST} {len(empty)} of {pages.count} pages ({_numbers(sorted(empty))})"


def _numbers(pages: Sequence[int]) -> str:
    return ", ".join(str(n + 1) for n in pages[:10]) + (", …" if len(pages) > 10 else "")


def described(doc: str, text: str, pages: pdf_lines.Pages) -> tuple[Candidate, ...]:
    """What the file's own description says, where it is more than the name of a file or of whoever typed it.

    Its dates are those of the file, not of the publication: they are not read.
    """
    found: list[Candidate] = []
    title, author = (" ".join(value.split()) for value in (pages.title, pages.author))
    if title and not _FILE_NAME.search(title):
        found.append(Candidate("title", title, "extract.pdf", _find(doc, text, title)))
    if author and (span := _find(doc, text, author)) is not None and " " in author:
        found.append(Candidate("author", author, "extract.pdf", span))
    return tuple(found)


def _find(doc: str, text: str, value: str) -> Span | None:
    match = re.search(r"\s+".join(map(re.escape, value.split())), text)
    return Span(doc, *match.span()) if match else None
