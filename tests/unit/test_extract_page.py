"""Web pages: visible text, links, body, metadata, and pages made to break readers."""

from __future__ import annotations

import pytest

from checker.errors import ExtractError
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
