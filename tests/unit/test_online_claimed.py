"""Whether a page is what a text says that it cites."""

from __future__ import annotations

import pytest

from checker.model import Stated
from checker.online import differs
from checker.online.page import read
from checker.web import Reply

URL = "https://calder-gazette.example/2031/05/who-owns-the-harbour"
PAGE = Stated("Who owns the harbour now? | Calder Gazette", "Calder Gazette", "2031-05-04")
FINE = [
    ("Who owns the harbour now?", "Calder Gazette", "2031-05-04"),
    ("who owns the harbour", "the Gazette", "2031-05-05"),
    (None, None, None),
    ("the report", "CG", "2031-05"),
    ("Harbour owners named at last", "calder-gazette.example", "2031"),
    ("here", "Gazette.example", "--05-04"),
]


@pytest.mark.parametrize(("title", "outlet", "day"), FINE, ids=str)
def test_names_titles_and_days_that_may_be_the_same_are_no_difference(
    title: str | None, outlet: str | None, day: str | None
) -> None:
    assert differs(URL, title, outlet, day, PAGE) == ()


OTHER = [
    (
        ("Nine ways to bake an autumn pear", None, None),
        "The text calls it “Nine ways to bake an autumn pear”; ",
    ),
    ((None, "Nordvik Post", None), "The text names Nordvik Post; the page is of Calder Gazette."),
    ((None, None, "2031-05-12"), "The text gives 2031-05-12; the page is of 2031-05-04."),
    ((None, None, "2030"), "The text gives 2030; the page is of 2031-05-04."),
]


@pytest.mark.parametrize(("claimed", "said"), OTHER, ids=lambda v: str(v)[:40])
def test_what_plainly_differs_is_told(claimed: tuple[str | None, ...], said: str) -> None:
    (told,) = differs(URL, *claimed, PAGE)
    assert told.startswith(said)


def test_initials_of_an_outlet_are_its_name() -> None:
    page = Stated(None, "BNA", None)
    assert differs("https://bna.example/x", None, "Brightline News Agency", None, page) == ()
    page = Stated(None, "Brightline News Agency", None)
    assert differs("https://brightline.example/x", None, "BNA", None, page) == ()
    assert (
        differs("https://bna.example/x", None, "Brightline News Agency", None, Stated(None, "Wire", None))
        == ()
    )


@pytest.mark.parametrize(
    ("head", "stated"),
    [
        ("<title>Storm</title>", Stated("Storm", None, None)),
        ("<meta property='og:title' content='The  storm'><title>Storm | Post</title>", Stated("The storm", None, None)),
        ("<meta property=og:site_name content=Post><title>S</title>", Stated("S", "Post", None)),
        ("<title>S</title><meta property='article:published_time' content='2031-05-04T10:00Z'>",
         Stated("S", None, "2031-05-04")),
        ("<title>S</title><meta itemprop=datePublished content='May 4'>", Stated("S", None, None)),
    ],
)  # fmt: skip
def test_what_a_page_says_of_itself(head: str, stated: Stated) -> None:
    body = f"<html><head>{head}</head><body><p>The storm came.</p></body></html>".encode()
    assert read(Reply("https://a.example/", 200, {"content-type": "text/html"}, body)).stated == stated
