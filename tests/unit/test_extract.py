"""Plain and Markdown text: content, blocks, markup, links, body."""

from __future__ import annotations

import hashlib
import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import extract
from checker.errors import ExtractError
from checker.model import Document, Manifest, Snapshot

RUNNING = (
    "The harbour of Arden was closed on Monday after the storm, and the ferries stayed away until the evening "
    "of the next day."
)


def snapshot(data: str | bytes, media_type: str = "text/plain", **manifest: str) -> Snapshot:
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    return Snapshot(
        "a", "a.txt", raw, hashlib.sha256(raw).hexdigest(), media_type, Manifest("a.txt", **manifest)
    )


def made(data: str | bytes, media_type: str = "text/plain", **manifest: str) -> Document:
    return extract.run(snapshot(data, media_type, **manifest))


def body(document: Document) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks if document.in_body(b.start, b.end)]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"One.\r\nTwo.\n", "One.\r\nTwo.\n"),
        (b"\xef\xbb\xbfOne.", "One."),
        ("  Añö \u200f שלום\t\n\n".encode(), "  Añö \u200f שלום\t\n\n"),
        ("One.".encode("utf-16"), "One."),
        (b"Caf\xe9 \x93noir\x94", "Café “noir”"),
    ],
)
def test_a_text_is_its_content_and_nothing_else(data: bytes, text: str) -> None:
    assert made(data).text == text


@pytest.mark.parametrize(
    ("data", "what"),
    [(b"", "empty"), (b" \n\t ", "empty"), (b"PK\x03\x04\x00\x00", "binary"), (b"\xff\xfeabc", "utf-16-le")],
)
def test_no_text_is_an_error_that_says_what_to_do(data: bytes, what: str) -> None:
    with pytest.raises(ExtractError) as raised:
        made(data)
    assert what in raised.value.what
    assert raised.value.do


def test_a_guessed_encoding_is_a_problem() -> None:
    assert [p.what for p in extract.problems(made(b"Caf\xe9 in Arden, where all the boats are."))] == [
        "not UTF-8, read as windows-1252: some characters may be wrong"
    ]
    assert extract.problems(made(RUNNING)) == ()


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("One.\nTwo.\n\nThree.", ["One.", "Two.", "Three."]),
        ("  One. \r\n\r\n Two.", ["One.", "Two."]),
        ("# Head\ntext\n- item\n***\n> said", ["# Head", "text", "- item", "***", "> said"]),
        (
            "The harbour of Arden was closed on Monday after the storm, and the\n"
            "ferries stayed away until the evening of the next day, which was a\n"
            "Tuesday, as everybody in the town had been told by the authorities.\n\n"
            "Nobody minded at all, for the winter had been a long and a dull one,\n"
            "and boats were not missed.",
            2,
        ),
        ("", []),
    ],
)
def test_a_line_is_a_block_unless_it_was_wrapped(text: str, blocks: list[str] | int) -> None:
    document = made(text or "x")
    found = [document.text[b.start : b.end] for b in document.blocks]
    assert len(found) == blocks if isinstance(blocks, int) else found == (blocks or ["x"])


def seen(document: Document) -> str:
    kept, at = [], 0
    for start, end in document.markup:
        kept.append(document.text[at:start])
        at = end
    return "".join(kept) + document.text[at:]


@pytest.mark.parametrize(
    ("text", "reader_sees"),
    [
        ("He [said](#) so.", "He said so."),
        ("A [b](http://x.example/a_(b)) c", "A b c"),
        (
            "[Deal](https://x.example 'no') and [x](https://y.example \"t\")",
            "[Deal](https://x.example 'no') and x",
        ),
        ("[W]e met [their friends](laughing) there.", "[W]e met [their friends](laughing) there."),
        ("*All of it* and **more** and _this_", "All of it and more and this"),
        ("Reed* met snake_case_names, 2 * 3 * 4.", "Reed* met snake_case_names, 2 * 3 * 4."),
        ("\\*\\*\\* and \\_", "*** and _"),
        ("### **Trust**", "Trust"),
        ("See <https://x.example> or <a@b.example>", "See https://x.example or a@b.example"),
        ("[Two][1] words\n\n[1]: https://x.example", "Two words\n\n"),
        ("One ** two", "One ** two"),
    ],
)
def test_markup_is_what_a_reader_does_not_see(text: str, reader_sees: str) -> None:
    assert seen(made(text)) == reader_sees


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("[said](#)", [("[said](#)", "said", "#", "inline")]),
        ("see http://x.example, then", [("http://x.example", "http://x.example", "http://x.example", "bare")]),
        ("(www.x.example/a_(b))", [("www.x.example/a_(b)", "www.x.example/a_(b)", "www.x.example/a_(b)", "bare")]),
        ("![sea](s.png)", [("![sea](s.png)", "sea", "s.png", "image")]),
        ("<https://x.example>", [("<https://x.example>", "https://x.example", "https://x.example", "autolink")]),
        ("[a][1]\n\n[1]: http://x.example", [("[a][1]", "a", "http://x.example", "reference")]),
        ("[https://x.example](https://y.example)", [
            ("[https://x.example](https://y.example)", "https://x.example", "https://y.example", "inline")
        ]),
    ],
)  # fmt: skip
def test_links_have_their_place_label_and_target(text: str, links: list[tuple[str, str, str, str]]) -> None:
    document = made(text)
    found = [(text[k.start : k.end], text[slice(*k.label)], k.url, k.form) for k in document.links]
    assert found == links


FURNITURE = [
    "Region: [North](#), [Isles](#)",
    "Our articles can be read in 12 languages by pressing the Translate Website button.",
    "To receive our weekly newsletter, [click here](#).",
    "Follow us on Instagram and Twitter and subscribe to our channel.",
    "Photo: Mara Quill",
    "Copyright © Mara Quill, 2019. All rights reserved.",
    "The views expressed in this article are the author's own.",
    "Contact the author at m.quill@arden.example",
    "Originally published in The Vale Courier.",
    "Advertisement",
    "* Declared a foreign agent in Valdoria",
    "(Reporting by Tom Reed; editing by Mara Quill)",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_after_the_article_is_not_the_article(line: str) -> None:
    document = made(f"The quiet harbour\n\n{RUNNING}\n\n{RUNNING}\n\n{line}\n")
    assert body(document) == ["The quiet harbour", RUNNING, RUNNING]


@pytest.mark.parametrize(
    "line",
    [
        "Critics say that the council will donate the old boats to a museum, but nobody has asked it yet, Reed said.",
        "All of them had signed up for the newsletter of the port before the storm came, which surprised everybody.",
        "“We will follow them on Twitter,” Reed said.",
        "The mayor shared this article with her staff.",
        "Why did nobody come?",
        "By Monday the water had gone.",
    ],
)
def test_in_doubt_a_paragraph_is_the_articles(line: str) -> None:
    document = made(f"The quiet harbour\n\n{RUNNING}\n\n{line}\n\n{RUNNING}\n")
    assert line in body(document)


def test_a_bio_at_the_end_is_furniture_where_it_is_the_authors() -> None:
    bio = "Mara Quill is a columnist on harbours. She is also a frequent contributor to several papers."
    by_author = made(f"Storm\n\nBy Mara Quill\n\n{RUNNING}\n\n{bio}")
    of_someone = made(f"Storm\n\nBy Tom Reed\n\n{RUNNING}\n\n{bio}")
    assert bio not in body(by_author)
    assert bio in body(of_someone)


def test_body_and_boilerplate_are_whole_blocks_and_cover_all() -> None:
    document = made("Storm\n\nBy Mara Quill\n\n" + f"{RUNNING}\n\n" * 3 + "Copyright 2019\n")
    assert document.quote(document.body[0]) == "Storm"
    covered = sorted((*document.body, *document.boilerplate))
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(covered))
    assert all(any(s <= b.start and b.end <= e for s, e in covered) for b in document.blocks)


HOSTILE = {
    "brackets": "[" * 100_000,
    "unclosed links": "[a](" * 40_000,
    "pairs in a bracket": "[[" + "[a]" * 40_000,
    "stars": "**a " * 30_000 + "*b* " * 30_000,
    "escapes": "\\*" * 100_000,
    "address": "http://a/" + ")" * 100_000,
    "one line": "word " * 200_000,
    "by-line": "By " + "Aaa " * 50_000,
    "breaks": "\n" * 200_000 + "x",
    "spaces": " " * 500_000 + "x",
    "Cyrillic": "Слово. " * 50_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_odd_text_is_read_as_it_is(text: str) -> None:
    assert made(text).text == text


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab A.*_[]()<>#\\\n\r!“”:/1-©"), min_size=1, max_size=120))
def test_places_are_inside_the_text_and_in_order(text: str) -> None:
    if not text.strip():
        return
    document = made(text)
    assert document.text == text
    for ranges in (
        document.markup,
        document.body,
        document.boilerplate,
        [(b.start, b.end) for b in document.blocks],
    ):
        assert all(0 <= s < e <= len(text) for s, e in ranges)
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(ranges))
    for candidate in document.candidates:
        if candidate.name == "title" and candidate.span:
            assert document.quote(candidate.span).strip()
    for link in document.links:
        assert link.start <= link.label[0] <= link.label[1] <= link.end


_TOLD = (
    "The town council of Oru voted on Monday to close the old bridge over the river, and it gave no reason for it. "
    "A crowd had gathered outside the hall, and several people were asked to leave it."
)


@pytest.mark.parametrize(
    ("head", "title", "outlet", "day"),
    [
        ("The Elmford Bugle, 12 May 2031", None, "The Elmford Bugle", "2031-05-12"),
        ("The Elmford Bugle, 12 May 2031\nBridge closed", "Bridge closed", "The Elmford Bugle", "2031-05-12"),
        (
            "12 May 2031, The Elmford Bugle\n\nBridge closed",
            "Bridge closed",
            "The Elmford Bugle",
            "2031-05-12",
        ),
        ("Elmford Bugle | 12 May 2031\n\nBridge closed", "Bridge closed", "Elmford Bugle", "2031-05-12"),
        ("Elmford Bugle - May 12, 2031\n\nBridge closed", "Bridge closed", "Elmford Bugle", "2031-05-12"),
        ("Bridge closed\n\n12 May 2031 – Elmford Bugle", "Bridge closed", "Elmford Bugle", "2031-05-12"),
        ("Bridge closed\n\n12 May 2031 | Politics", "Bridge closed", None, "2031-05-12"),
        ("Bridge closed\n\n12 May 2031, Mary Post", "Bridge closed", None, "2031-05-12"),
        ("The vote of 12 May 2031", "The vote of 12 May 2031", None, None),
        ("Oru Memorandum, 12 May 2031", "Oru Memorandum, 12 May 2031", None, None),
    ],
)
def test_a_line_of_outlet_and_date_is_no_title(
    head: str, title: str | None, outlet: str | None, day: str | None
) -> None:
    read = made(f"{head}\n\n{_TOLD}\n\n{_TOLD}")
    assert (read.title, read.outlet) == (title, outlet)
    assert (read.published.from_ if read.published else None) == day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("On 11 February 1978 snow closed the pass.", None),
        ("- 14.11.2018: The drivers walk out.", None),
        ("- 14.11.2018: drivers out", None),
        ("3 May 1951 – the last tram leaves the depot.", None),
        ("Published 11 February 1978 at 10.30 a.m.", "1978-02-11"),
        ("12 May 2031", "2031-05-12"),
    ],
)
def test_a_date_in_a_sentence_or_a_list_is_no_dateline(line: str, day: str | None) -> None:
    read = made(f"A hard winter\n\n{line}\n\n{_TOLD}\n\n{_TOLD}")
    assert (read.published.from_ if read.published else None) == day
    assert any(line.strip("- ") in read.text[first:last] for first, last in read.body) == (day is None)
