"""PDF files: their text, what of it is furniture, and the bounds of reading them."""

from __future__ import annotations

import hashlib
import io
import resource
import time
from collections.abc import Sequence
from pathlib import Path

import pypdf
import pytest

from checker import extract
from checker.capture import folder
from checker.errors import ExtractError
from checker.extract import pdf, pdf_layout, pdf_lines
from checker.extract.pdf_lines import Line
from checker.model import Document, Manifest, Snapshot
from tests.pdf_files import Word, content, lines, pdf_file, pdf_of

FIRST = (
    "The harbour of Arden was closed on Monday after the storm,",
    "and the ferries stayed away until the evening of the next",
    "day, as the harbour master had said they would.",
)
SECOND = (
    "Nobody was hurt, but two boats sank at their moorings, and",
    "the mole lost the last nine metres of its wall to the sea.",
)


def extracted(data: bytes) -> Document:
    digest = hashlib.sha256(data).hexdigest()
    return extract.run(Snapshot("a.pdf", "a.pdf", data, digest, pdf.MEDIA_TYPE, Manifest("a.pdf")))


def placed(*pages: Sequence[Word]) -> list[Line]:
    return [Line(text, n, x, y, size) for n, page in enumerate(pages) for x, y, size, text in page]


def foot(words: str, y: float = 40) -> Word:
    return (300, y, 9, words)


def paragraphs(laid: pdf_layout.LaidOut) -> list[str]:
    """The paragraphs as they are read: without furniture."""
    read = []
    for block, aside in zip(laid.blocks, laid.furniture, strict=True):
        text, at = "", block.start
        for start, end in (r for r in laid.hidden if block.start <= r[0] < block.end):
            text, at = text + laid.text[at:start], end
        if not aside:
            read.append((text + laid.text[at : block.end]).replace("\n", " "))
    return read


ONE, TWO = " ".join(FIRST), " ".join(SECOND)
LAYOUTS = {
    "a gap": (lines(*FIRST, "", *SECOND), [ONE, TWO]),
    "the first line set in": (lines(*FIRST, "   " + SECOND[0], SECOND[1]), [ONE, TWO]),
    "a short last line": (lines(*FIRST[:2], "day.", *SECOND), [" ".join((*FIRST[:2], "day.")), TWO]),
    "a full last line": (lines(FIRST[0], FIRST[1]), [" ".join(FIRST[:2])]),
    "items": (
        lines("Closed are:", "• the harbour of Arden, with its two moles and the", "   long quay", "• the strand"),
        ["Closed are:", "• the harbour of Arden, with its two moles and the long quay", "• the strand"],
    ),
    "two columns": (
        [*lines(*FIRST[:2], top=120), *lines(FIRST[2], "", *SECOND, top=700, x=320)],
        [ONE, TWO],
    ),
    "letters of another size": (
        [(72, 740, 20, "Storm over Arden"), *lines(*FIRST)],
        ["Storm over Arden", ONE],
    ),
    "all at one place": ([(0.0, 0.0, 0.0, row) for row in (*FIRST[:2], "day.", *SECOND)],
                         [" ".join((*FIRST[:2], "day.")), TWO]),
}  # fmt: skip


@pytest.mark.parametrize(("page", "expected"), LAYOUTS.values(), ids=LAYOUTS)
def test_lines_are_read_as_paragraphs(page: list[Word], expected: list[str]) -> None:
    assert paragraphs(pdf_layout.lay_out(placed(page))) == expected


LONG = lines(*FIRST, "", *SECOND)
OTHER = lines("By noon the wind had turned, and the men of the lifeboat", "were home.", "", *FIRST, top=692)
OVER = (lines(*FIRST[:2]), lines(FIRST[2], "", *SECOND))
FURNITURE = {
    "page numbers": ([foot("1"), *LONG], [foot("2"), *OTHER], {"1", "2"}),
    "numbers that begin late": ([*LONG, foot("– 117 –")], [*OTHER, foot("– 118 –")], {"– 117 –", "– 118 –"}),
    "a page of how many": ([*LONG, foot("Page 1 of 2")], [*OTHER, foot("Page 2 of 2")], {"Page 1 of 2", "Page 2 of 2"}),
    "running heads": ([foot("Vale Review 2019", 760), *LONG], [foot("Vale Review 2019", 760), *OTHER],
                      {"Vale Review 2019"}),
    "a head with year and number": ([foot("Vale 2019, p. 8", 760), *LONG], [foot("Vale 2019, p. 9", 760), *OTHER],
                                    {"Vale 2019, p. 8", "Vale 2019, p. 9"}),
    "articles of a treaty": ([foot("Article 4", 760), *LONG], [foot("Article 9", 760), *OTHER], set()),
    "the same words elsewhere": ([foot("Nobody came.", 760), *LONG], [foot("Nobody came.", 730), *OTHER], set()),
}  # fmt: skip


@pytest.mark.parametrize(("one", "two", "expected"), FURNITURE.values(), ids=FURNITURE)
def test_running_heads_and_page_numbers_are_furniture(
    one: list[Word], two: list[Word], expected: set[str]
) -> None:
    laid = pdf_layout.lay_out(placed(one, two))
    aside = {
        laid.text[b.start : b.end]
        for b, is_aside in zip(laid.blocks, laid.furniture, strict=True)
        if is_aside
    }
    assert aside == expected


def test_a_sentence_goes_on_over_furniture_between_two_pages() -> None:
    heads = [foot("The storm", 760), foot("The storm", 760)]
    laid = pdf_layout.lay_out(placed([heads[0], *OVER[0], foot("1")], [heads[1], *OVER[1], foot("2")]))
    assert paragraphs(laid) == [ONE, TWO]
    assert "next\n1\n\fThe storm\nday" in laid.text
    assert [laid.text[slice(*hidden)] for hidden in laid.hidden] == ["1\n\fThe storm\n"]


def test_a_page_that_ends_with_a_sentence_ends_a_paragraph() -> None:
    laid = pdf_layout.lay_out(placed(lines(*FIRST), lines(*SECOND)))
    assert paragraphs(laid) == [ONE, TWO]
    assert laid.hidden == ()


def test_a_file_becomes_a_document() -> None:
    head = [(72.0, 740.0, 20.0, "Storm over Arden"), (72.0, 718.0, 11.0, "By Mara Quill"),
            (72.0, 704.0, 11.0, "4 May 2019")]  # fmt: skip
    page = lines(*FIRST[:2], "day, as har-", "bour masters say.", "", *SECOND, top=670)
    data = pdf_file(
        [*head, *page, foot("1")], [*lines(*FIRST), foot("2")], title="storm_final2.docx", author="admin"
    )
    found = extracted(data)
    assert (found.title, found.author, found.published.from_ if found.published else "") == (
        "Storm over Arden", "Mara Quill", "2019-05-04")  # fmt: skip
    assert "har-\nbour masters" in found.text
    assert found.text.count("\f") == 1
    assert [found.text[slice(*r)] for r in found.boilerplate] == ["By Mara Quill\n4 May 2019", "1", "2"]
    assert found.language == "en"
    assert extract.problems(found) == ()
    assert all(c.span.of(found.text) for c in found.candidates if c.span)


DESCRIBED = [
    ("Storm over Arden", "", "Storm over Arden", None),
    ("Microsoft Word - storm.doc", "", None, None),
    ("untitled", "Clara Benn", None, None),
    ("", "harbour master", None, "harbour master"),
    ("storm.indd", "master", None, None),
]


@pytest.mark.parametrize(("title", "author", "named", "by"), DESCRIBED, ids=lambda x: str(x))
def test_what_the_file_says_of_itself(title: str, author: str, named: str | None, by: str | None) -> None:
    said = pdf.described("a.pdf", ONE, pdf_lines.Pages((), 1, title, author))
    values = {c.name: c.value for c in said}
    assert (values.get("title"), values.get("author")) == (named, by)


def test_the_day_on_which_a_file_was_made_is_not_when_it_was_published() -> None:
    assert extracted(pdf_file(lines(*FIRST))).published is None


def test_pages_without_text_are_told() -> None:
    found = extracted(pdf_file(lines(*FIRST), [], lines(*SECOND)))
    assert [p.what for p in extract.problems(found)] == ["no text was found on 1 of 3 pages (2)"]


def link(url: str, *frame: float) -> str:
    rect = " ".join(map(str, frame))
    return f"<< /Type /Annot /Subtype /Link /Rect [{rect}] /A << /S /URI /URI ({url}) >> >>"


NOTE: list[Word] = [
    (72, 700, 11, "The pier was closed, as "), (190, 700, 11, "the Vale"), (230, 700, 11, " "),
    (72, 686, 11, "Courier wrote"), (160, 686, 11, ", until noon."), (72, 672, 11, "Nobody was hurt on board."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("annotations", "found"),
    [
        (link("http://vale.example/a", 190, 697, 229, 710), [("the Vale", "http://vale.example/a")]),
        (
            link("http://vale.example/a", 189, 697, 233, 710) + link("http://vale.example/a", 71, 683, 159, 696),
            [("the Vale \nCourier wrote", "http://vale.example/a")],
        ),
        (
            link("http://b.example/", 72, 683, 158, 696) + link("http://a.example/", 190, 697, 229, 710),
            [("the Vale", "http://a.example/"), ("Courier wrote", "http://b.example/")],
        ),
        (link("http://vale.example/a", 190, 697, 240, 710), [("the Vale", "http://vale.example/a")]),
        (link("http://vale.example/a", 71, 697, 120, 710), []),
        (link("http://vale.example/a", 400, 100, 500, 120), []),
        (link("javascript:alert\\(1\\)", 190, 697, 229, 710), []),
        (link("http://vale.example/a", 190, 697, 229), []),
        ("<< /Subtype /Link /Rect [190 697 229 710] /Dest /top >> 99 0 R null (x)", []),
    ],
    ids=[
        "one", "over two lines", "two", "a wide frame", "part of a piece", "nowhere", "a script", "no frame",
        "no address",
    ],
)  # fmt: skip
def test_links_stand_on_their_words(annotations: str, found: list[tuple[str, str]]) -> None:
    document = extracted(pdf_of([content(NOTE)], annotations=annotations))
    assert [(" ".join(document.text[k.start : k.end].split(" ")), k.url) for k in document.links] == found


def locked(password: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf_file(lines(*FIRST))))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def test_a_file_that_opens_without_a_password_is_read() -> None:
    assert extracted(locked("")).text.replace("\n", " ") == ONE


GOOD = pdf_file(lines(*FIRST))
BAD = {
    "another file": (b"The harbour was closed.", "no PDF file"),
    "a locked file": (locked("secret"), "encrypted"),
    "only its head": (GOOD[:9], "cannot be read: it is broken"),
    "pages that hold themselves": (
        GOOD.replace(b"/Kids [5 0 R]", b"/Kids [2 0 R]"),
        "cannot be read|no text",
    ),
    "pictures": (pdf_file([]), "no text"),
    "no pages": (
        GOOD.replace(b"/Kids [5 0 R]", b"/Kids [     ]").replace(b"/Count 1", b"/Count 0"),
        "no text",
    ),
    "a bomb": (pdf_of([b"BT /F1 9 Tf 9 9 Td " + b" " * 90_000_000 + b"(a) Tj ET"]), "no text|cannot be read"),
    "deep nesting": (
        GOOD.replace(b"/Count 1", b"/X " + b"[" * 100_000 + b"/Count 1"),
        "cannot be read|no text",
    ),
}


@pytest.mark.parametrize(("data", "what"), BAD.values(), ids=BAD)
def test_what_cannot_be_read_is_said_in_one_line(data: bytes, what: str) -> None:
    with pytest.raises(ExtractError, match=what) as caught:
        extracted(data)
    assert "\n" not in caught.value.what
    assert caught.value.do


def test_reading_takes_no_more_time_than_it_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_lines, "SECONDS", 1)
    slow = pdf_of([b"BT /F1 9 Tf 9 9 Td " + b"(a) Tj 1 0 Td " * 1_500_000 + b"ET"])
    began = time.monotonic()
    with pytest.raises(ExtractError, match=r"time|seconds"):
        extracted(slow)
    assert time.monotonic() - began < 4


def test_reading_takes_no_more_memory_than_it_may(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stream that unpacks to 60 MB, in a process that may have 120 MB in all."""
    monkeypatch.setattr(pdf_lines, "MEMORY", 120_000_000)
    before, earlier = (
        resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    with pytest.raises(ExtractError, match=r"memory|cannot be read|no text"):
        extracted(pdf_of([b"BT /F1 9 Tf 9 9 Td " + b"(a) Tj " * 8_000_000 + b"ET"]))
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < max(1_000_000, earlier + 1)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000


@pytest.mark.parametrize(("bound", "value", "what"), [("PAGES", 2, "3 pages, more than 2"),
                                                      ("CHARACTERS", 300, "more than 300 characters")])  # fmt: skip
def test_long_files_are_refused(monkeypatch: pytest.MonkeyPatch, bound: str, value: int, what: str) -> None:
    monkeypatch.setattr(pdf_lines, bound, value)
    with pytest.raises(ExtractError, match=what):
        extracted(pdf_file(LONG, LONG, LONG))


def test_a_folder_gives_its_pdf_files(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(GOOD)
    read = folder.read([str(tmp_path)])
    assert [(s.doc, s.media_type) for s in read.snapshots] == [("a.pdf", pdf.MEDIA_TYPE)]
    assert read.problems == ()
