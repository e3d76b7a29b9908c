"""Word files: what a reader sees of them, line by line."""

from __future__ import annotations

import hashlib
import io
import zipfile

import pytest

from checker import extract
from checker.errors import ExtractError
from checker.extract import word, word_parts
from checker.model import Document, Manifest, Snapshot
from tests.word_files import paragraph, run, word_file


def extracted(data: bytes) -> Document:
    manifest = Manifest("a.docx")
    return extract.run(
        Snapshot("a.docx", "a.docx", data, hashlib.sha256(data).hexdigest(), word.MEDIA_TYPE, manifest)
    )


LINES = [
    ([paragraph("The dam ", run("is"), " closed.")], "The dam is closed."),
    ([paragraph("One."), paragraph(), paragraph("Two.")], "One.\n\nTwo."),
    ([paragraph("It ", "<w:del><w:r><w:delText>was</w:delText></w:r></w:del>", "<w:ins>" + run("is") + "</w:ins>")],
     "It is"),
    ([paragraph("Seen", run("unseen", "<w:vanish/>"), run(" too", '<w:vanish w:val="false"/>'))], "Seen too"),
    ([paragraph("a", "<w:r><w:tab/></w:r>", "b", "<w:r><w:br/></w:r>", "c",
                properties='<w:tabs><w:tab w:val="left"/></w:tabs>')], "a\tb\u2028c"),
    ([paragraph("two\nlines")], "two lines"),
    ([f"<w:tbl><w:tr><w:tc>{paragraph('left')}</w:tc><w:tc>{paragraph('right')}</w:tc></w:tr></w:tbl>"],
     "left\nright"),
    ([paragraph("<mc:AlternateContent><mc:Choice>" + run("box") + "</mc:Choice><mc:Fallback>" + run("box")
                + "</mc:Fallback></mc:AlternateContent>")], "box"),
    ([paragraph("Before ", f"<w:r><w:txbxContent>{paragraph('in the box')}</w:txbxContent></w:r>", "after")],
     "in the box\nBefore after"),
]  # fmt: skip


@pytest.mark.parametrize(("inside", "text"), LINES, ids=[text for _, text in LINES])
def test_a_text_is_what_a_reader_sees_a_paragraph_a_line(inside: list[str], text: str) -> None:
    assert extracted(word_file(*inside)).text == text


def test_headings_items_and_quotations_are_told_apart() -> None:
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    kinds = [
        (paragraph("The dam", style="Heading1"), "heading"),
        (paragraph("The gates were opened at noon by two men from the town."), "paragraph"),
        (paragraph("The first gate", properties=numbered), "item"),
        (paragraph("Nobody asked us.", style="IntenseQuote"), "quote"),
    ]
    found = extracted(word_file(*(xml for xml, _ in kinds)))
    assert [block.kind for block in found.blocks] == [kind for _, kind in kinds]


def test_links_have_their_words_and_addresses() -> None:
    coded = "".join(
        f"<w:r>{piece}</w:r>" for piece in (
            '<w:fldChar w:fldCharType="begin"/>', "<w:instrText>HYPERLINK </w:instrText>",
            '<w:instrText>"https://b.example/x"</w:instrText>', '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>there</w:t>", '<w:fldChar w:fldCharType="end"/>',
        )
    )  # fmt: skip
    body = paragraph("Look ", '<w:hyperlink r:id="r7">' + run("here") + "</w:hyperlink>", " and ", coded, ".")
    found = extracted(word_file(body, targets={"r7": "https://a.example/"}))
    assert found.text == "Look here and there."
    assert [(found.quote(link.label), link.url) for link in found.links] == [
        ("here", "https://a.example/"),
        ("there", "https://b.example/x"),
    ]


def test_notes_stand_at_the_end_with_their_numbers() -> None:
    def noted(id_: str) -> str:
        return f'<w:r><w:footnoteReference w:id="{id_}"/></w:r>'

    notes = {
        "-1": paragraph("rule"),
        "4": paragraph("Quay Post, May 4."),
        "2": paragraph("Oru Radio, May 6."),
    }
    body = paragraph(
        "The pilots left.", noted("4"), " The dredgers stayed.", noted("2"), " So it was.", noted("4")
    )
    found = extracted(word_file(body, notes=notes))
    assert found.text == (
        "The pilots left.[1] The dredgers stayed.[2] So it was.[1]\n[1] Quay Post, May 4.\n[2] Oru Radio, May 6."
    )


def test_spans_of_blocks_links_and_candidates_are_in_the_text() -> None:
    body = [
        paragraph("A day at the dam", style="Title"),
        paragraph("By Ansa Bir"),
        paragraph(" The gates are shut. "),
    ]
    found = extracted(word_file(*body))
    assert found.title == "A day at the dam"
    assert found.author == "Ansa Bir"
    assert [found.text[b.start : b.end] for b in found.blocks] == [
        "A day at the dam",
        "By Ansa Bir",
        "The gates are shut.",
    ]
    assert all(c.value in c.span.of(found.text) for c in found.candidates if c.span)


def packed(name: str, text: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, text)
    return made.getvalue()


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
BAD = {
    "no archive": b"The dam is closed.",
    "cut off": word_file(paragraph("The dam is closed."))[:200],
    "another archive": packed("a.txt", b"The dam is closed."),
    "no XML": packed("word/document.xml", b"The dam is closed."),
    "no paragraph": word_file(),
    "blanks": word_file(paragraph("  ")),
}


@pytest.mark.parametrize("data", BAD.values(), ids=BAD.keys())
def test_what_is_no_word_document_is_said_to_be_none(data: bytes) -> None:
    with pytest.raises(ExtractError, match=r"Word document|holds no text"):
        extracted(data)


def test_entities_are_not_followed() -> None:
    found = extracted(word_file(paragraph("The dam is closed.", run("&b;")), head=BOMB))
    assert found.text.startswith("The dam is closed.")
    assert "aaaaaaaaaaaa" not in found.text


def test_a_part_that_unpacks_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_parts, "LIMIT", 10_000)
    with pytest.raises(ExtractError, match="more than 10,000 bytes"):
        extracted(word_file(paragraph("a" * 20_000)))
