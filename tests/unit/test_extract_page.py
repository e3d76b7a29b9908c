"""Web pages: visible text, links, body, metadata, and pages made to break readers."""

from __future__ import annotations

import pytest

from checker import extract
from checker.errors import ExtractError
from checker.extract import page, page_body
from tests.unit.test_extract import body, made

PAGE = """<!doctype html><html lang="en"><head><title>Flood cuts off Arden | The Vale Courier</title>
<meta property="og:site_name" content="The Vale Courier">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Flood cuts off Arden",
"datePublished":"2019-05-04","author":{"name":"Mara Quill"}}</script><style>p{}</style></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World news</a></li></ul></nav>
<article><h1>Flood cuts off <em>Arden</em></h1><p>By Mara Quill</p>
<p>The river rose by two metres on Tuesday, <a href="https://x.example/gov"> officials said</a>, and the town of Arden
was cut off for hours while crews worked.</p><div hidden>secret</div><p style="display: none">secret</p>
<p>Nobody was hurt, the mayor told The Harbour Post, but the old bridge at the mill will have to be taken down &amp;
built again before the winter.</p><script>secret()</script>
<p>The council meets again on Friday to decide who pays for the works, a spokeswoman said late on Wednesday.</p>
<p>Follow us on Twitter</p></article>
<footer><p>Originally published in <a href="https://n.example/a/b">Northern Light</a></p><p>Copyright 2019</p></footer>
</body></html>"""


def test_the_whole_visible_text_stays_and_the_body_is_laid_onto_it() -> None:
    document = made(PAGE, "text/html")
    assert "Home" in document.text
    assert "Northern Light" in document.text
    assert "secret" not in document.text
    assert [b[:20] for b in body(document)] == [
        "Flood cuts off Arden",
        "The river rose by tw",
        "Nobody was hurt, the",
        "The council meets ag",
    ]


def test_a_page_says_what_it_is() -> None:
    document = made(PAGE, "text/html")
    assert (document.title, document.outlet, document.author) == (
        "Flood cuts off Arden",
        "The Vale Courier",
        "Mara Quill",
    )
    assert document.published is not None
    assert document.published.from_ == "2019-05-04"
    assert ("original", "Northern Light") in [(c.name, c.value) for c in document.candidates]


def test_links_have_the_words_that_they_stand_on() -> None:
    document = made(PAGE, "text/html")
    assert ("officials said", "https://x.example/gov") in [
        (document.quote(k.label), k.url) for k in document.links
    ]
    assert document.markup == ()


HOSTILE = {
    "deep blocks": "<html><body>"
    + "<div>" * 50_000
    + "<p>Deep words.</p>"
    + "</div>" * 50_000
    + "<p>Tail.</p>",
    "deep marks": "<html><body>" + "<q>" * 50_000 + "Deep words." + "</q>" * 50_000 + "<p>Tail.</p>",
    "deep JSON": '<script type="application/ld+json">'
    + "[" * 200_000
    + "</script><p>Deep words.</p><p>Tail.</p>",
    "deep objects": '<script type="application/ld+json">'
    + '{"@graph":' * 50_000
    + "</script><p>Deep words.</p><p>Tail.</p>",
    "many links": "<p>" + '<a href="#">Deep words.</a> ' * 10_000 + "</p><p>Tail.</p>",
    "null character": "<p>Deep words.</p><p>&#0;</p><p>Tail.</p>",
}


@pytest.mark.parametrize("source", HOSTILE.values(), ids=HOSTILE)
def test_a_page_made_to_break_readers_keeps_its_text(source: str) -> None:
    document = made(source, "text/html")
    assert document.text.startswith("Deep words.")
    assert document.text.endswith("Tail.")


def test_a_page_without_text_is_an_error() -> None:
    with pytest.raises(ExtractError, match="nothing on the page is visible"):
        made("<html><body><script>x</script></body></html>", "text/html")


def test_the_charset_of_the_head_is_used() -> None:
    data = '<html><head><meta charset="koi8-r"></head><body><p>Слово</p></body></html>'.encode("koi8-r")
    assert made(data, "text/html").text == "Слово"


RIVER = (
    "The river rose by two metres on Tuesday, and the town of Arden was cut off for hours while crews worked."
)
MILL = "Nobody was hurt, but the old bridge at the mill will have to be taken down and built again before the winter."
COUNCIL = "The council meets again on Friday to decide who pays for the works, and has asked the county for its advice."
STORY = f"<p>{RIVER}</p><p>{MILL}</p><p>{COUNCIL}</p>"
KEPT = {
    "a heading between paragraphs": (
        f"<article><h1>Flood</h1><p>{RIVER}</p><h2>The mill</h2><p>{MILL}</p><h2>What now</h2><p>{COUNCIL}</p>"
        "</article>",
        ["Flood", RIVER, "The mill", MILL, "What now", COUNCIL],
    ),
    "short cells of a table": (
        f"<article><p>{RIVER}</p><p>{MILL}</p><table><tr><th>Day</th><th>Height</th></tr><tr><td>Monday</td>"
        f"<td>2 m</td></tr><tr><td>Tuesday</td><td>4 m</td></tr></table><p>{COUNCIL}</p></article>",
        [RIVER, MILL, "Day", "Height", "Monday", "2 m", "Tuesday", "4 m", COUNCIL],
    ),
    "a title that is no heading": (
        f"<title>Flood cuts off Arden</title><div><div>Flood cuts off Arden</div>{STORY}</div>",
        ["Flood cuts off Arden", RIVER, MILL, COUNCIL],
    ),
    "teasers of other articles": (
        f"<article>{STORY}<section><article><h3><a href='/1'>Sheep swim home</a></h3><p>All but one, says a farmer.</p>"
        "</article><article><h3><a href='/2'>Bridge for sale</a></h3><p>One owner, some water.</p></article></section>"
        "</article>",
        [RIVER, MILL, COUNCIL],
    ),
    "an offer to subscribe": (
        f"<article>{STORY}<h3>Sign in to continue reading</h3><p>You’ve used your three free articles this month, and "
        "we would like you to stay with us for the rest of the year.</p><ul><li>Web: 4 crowns</li></ul></article>",
        [RIVER, MILL, COUNCIL],
    ),
    "a sentence below the title": (
        f"<article><h1>Flood</h1><div>How a small town learned to count its boats twice.</div>"
        f"{STORY}</article>",
        ["Flood", "How a small town learned to count its boats twice.", RIVER, MILL, COUNCIL],
    ),
    "a by-line in another language": (
        f"<meta name='author' content='Ana Pires'><article><p>Por Ana Pires</p>{STORY}</article>",
        [RIVER, MILL, COUNCIL],
    ),
    "what stands between the parts of a page": (
        f"<article><p>{RIVER}</p><p>Article continues after the advert</p><p>{MILL}</p><p>2 of 9</p><p>{COUNCIL}</p>"
        "</article>",
        [RIVER, MILL, COUNCIL],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("source", "expected"), KEPT.values(), ids=KEPT)
def test_the_article_is_told_from_what_is_put_beside_it(source: str, expected: list[str]) -> None:
    found = made(f"<html><body>{source}</body></html>", "text/html")
    assert [found.text[b.start : b.end] for b in found.blocks if found.in_body(b.start, b.end)] == expected


TITLES = [
    ("<title>Vale Courier: Flood cuts off Arden</title><h1>Vale Courier</h1><h2>Flood cuts off Arden</h2>",
     "Flood cuts off Arden"),
    ("<title>Home</title><h1>Flood cuts off Arden</h1><h2>The mill</h2>", "Flood cuts off Arden"),
    ("<title>Flood cuts off Arden</title><h1>Vale</h1><h1>Courier</h1>", "Flood cuts off Arden"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "title"), TITLES)
def test_a_title_is_the_heading_that_the_title_element_repeats(head: str, title: str) -> None:
    assert made(head + STORY, "text/html").title == title


@pytest.mark.parametrize("name", ["admin", "Webmaster", "Editor", "https://a.example/mq"])
def test_an_account_is_no_author(name: str) -> None:
    assert made(f"<meta name='author' content='{name}'><h1>Flood</h1>{STORY}", "text/html").author is None


def test_extractors_that_disagree_much_are_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    assert extract.problems(made(f"<article>{STORY}</article>", "text/html")) == ()
    other = " ".join(f"word{n}" for n in range(90))
    monkeypatch.setattr(page_body, "_resiliparse", lambda _: other)
    found = made(f"<article>{STORY}</article>", "text/html")
    assert [p.what.partition(" (")[0] for p in extract.problems(found)] == [page.DISPUTED]
    assert [b[:9] for b in body(found)] == ["The river", "Nobody wa", "The counc"]
