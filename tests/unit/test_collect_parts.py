"""Names of files, changed words, and lists: the parts of `checker add`."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.capture import media, names
from checker.changes import changes
from checker.collect import feeds, robots, sitemaps
from checker.collect.sitemaps import ListError


@pytest.mark.parametrize(
    ("url", "stem"),
    [
        ("https://www.vale.test/2019/05/Storm-in-Arden.html", "vale.test-2019-05-storm-in-arden"),
        ("https://vale.test/", "vale.test"),
        ("https://vale.test:8443/a/index.php", "vale.test-8443-a"),
        ("https://vale.test/storm.pdf", "vale.test-storm"),
        ("https://vale.test/%D0%BF%D0%B0%D1%80%D0%BE%D0%BC", "vale.test-паром"),
        ("http://con/", "at-con"),
        ("http://_/", "page"),
        ("https://vale.test/a//..//b", "vale.test-a.b"),
    ],
)
def test_a_name_can_be_read(url: str, stem: str) -> None:
    assert names.of_url(url) == stem


def test_what_a_name_leaves_out_stands_in_its_mark() -> None:
    one, two = names.of_url("https://vale.test/a?x=1"), names.of_url("https://vale.test/a?x=2")
    assert re.fullmatch(r"vale\.test-a-[0-9a-f]{8}", one) and one != two
    assert len(names.of_url("https://vale.test/" + "a" * 5000)) <= names.LONGEST


@given(st.text(max_size=300))
def test_a_name_is_harmless(text: str) -> None:
    stem = names.plain(text)
    assert len(stem) <= names.LONGEST + 3 and len(stem.encode("utf-8", "replace")) <= 2 * names.LONGEST + 3
    assert ".." not in stem and stem.strip("-. ") == stem and not set(stem) & set('/\\:*?"<>|\0\n')
    assert names.plain(stem) == stem or len(stem) >= names.LONGEST - 3


@pytest.mark.parametrize(
    ("url", "normal"),
    [
        ("HTTPS://Vale.TEST:443/a#b", "https://vale.test/a"), ("http://vale.test", "http://vale.test/"),
        ("http://me:secret@vale.test:81/a?b=C", "http://vale.test:81/a?b=C"), ("http://[::1]:80/x", "http://[::1]/x"),
    ],
)  # fmt: skip
def test_an_address_has_one_spelling(url: str, normal: str) -> None:
    assert names.normal(url) == normal == names.normal(normal)


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("The pier is closed.", "The  pier\nis closed.", []),
        ("The pier is closed.", "The pier is not closed.", [("insert", "", "not", 12)]),
        ("It was allegedly torn off.", "It was torn off.", [("delete", "allegedly", "", 7)]),
        ("Mara said 12 ferries sank.", "Mara said 3 ferries sank.", [("replace", "12", "3", 10)]),
        (
            "Five men of Vale were hurt badly.", "Six men of Vale were saved badly.",
            [("replace", "Five", "Six", 0), ("replace", "hurt", "saved", 21)],
        ),
        ("One two three four.", "Uno two tres four.", [("replace", "One two three", "Uno two tres", 0)]),
        ("", "All new.", [("insert", "", "All new.", 0)]),
        ("Cut at the end here", "Cut at the", [("delete", "end here", "", 10)]),
    ],
)  # fmt: skip
def test_changed_words_are_shown(before: str, after: str, found: list[tuple[str, str, str, int]]) -> None:
    got = changes(before, after)
    assert [(c.op, c.before, c.after, c.start) for c in got] == found


@given(st.text(max_size=200), st.text(max_size=200))
def test_changes_quote_both_texts(before: str, after: str) -> None:
    for change in changes(before, after):
        assert change.before in before and after[change.start :].startswith(change.after)


@pytest.mark.parametrize(
    ("data", "shape"),
    [
        (b"<!DOCTYPE html><html>", "page"), (b"\xef\xbb\xbf <?xml version='1.0'?><!-- a --><rss>", "feed"),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'>", "feed"), (b"<rdf:RDF xmlns:rdf='x'>", "feed"),
        (b"<!DOCTYPE rss [<!ENTITY a 'b'>]><rss>", "feed"),
        (b"<?xml?><urlset>", "sitemap"), (b"<sitemapindex >", "sitemap"),
        (b"<html><p>how to write <rss> tags", "page"), (b"<rsso>", "text"),
        (b"%PDF-1.4", "pdf"), (b"\x1f\x8b\x08", "packed"),
        (b"a\0b", "binary"), (b"\xff\xfea\0b\0", "text"), (b"The storm came.", "text"), (b"", "text"),
    ],
)  # fmt: skip
def test_bytes_show_what_they_are(data: bytes, shape: str) -> None:
    assert media.shape(data) == shape


@pytest.mark.parametrize(
    ("said", "data", "kind"),
    [
        ("text/html; charset=UTF-8", b"<p>x", "text/html; charset=utf-8"),
        ("application/xhtml+xml", b"<html>", "text/html"),
        ("text/plain", b"x", "text/plain"), ("", b"<html>", "text/html"), ("", b"x", "text/plain"),
        ("text/html", b"%PDF-1.4", "application/pdf"), ("application/pdf", b"<html>", None),
        ("text/css", b"p {}", None),
        ("text/html", b"\x89PNG", None), ("image/png", b"x", None),
    ],
)  # fmt: skip
def test_what_is_said_of_bytes_is_compared_with_them(said: str, data: bytes, kind: str | None) -> None:
    assert media.readable(said, data) == kind


RULES = (
    "User-agent: *\nDisallow: /all\n\nUser-agent: Provenance-Checker\nUser-agent: other\nDisallow: /ours\n"
)


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        (RULES, "/all", True), (RULES, "/ours/1", False), ("User-agent: *\nDisallow: /all", "/all", False),
        ("User-agent: checker\nDisallow: /", "/a", True), ("User-agent: prov*\nDisallow: /", "/a", True),
        ("user agent : *\nDisallow: /*.pdf$", "/a.pdf", False), ("\ufeffUser-agent: *\nDisallow: /a", "/a", False),
        ("Disallow: /", "/a", True), ("<html>not found</html>", "/a", True), ("", "/a", True),
        ("User-agent: *\n" + "Allow: /x\n" * 20_000 + "Disallow: /", "/a", True),
    ],
)  # fmt: skip
def test_rules_for_programs_are_read(rules: str, path: str, allowed: bool) -> None:
    assert robots.read(rules.encode()).can_fetch(f"https://vale.test{path}", robots.AGENT) is allowed


SLOW = ("<", "&", "<a b='", "<guid>a</guid>", "&lt;", "<! ", "</a", "<a xmlns:b='c'/>", "<![CDATA[")
"""What feedparser takes long to mend."""


@pytest.mark.parametrize("unit", SLOW)
@pytest.mark.parametrize("size", [100_000, 4_000_000])
def test_no_feed_takes_long(unit: str, size: int) -> None:
    began = time.monotonic()
    try:
        feeds.read(
            b"<rss version='2.0'><channel><item>" + unit.encode() * (size // len(unit)),
            "https://vale.test/feed",
        )
    except ListError as error:
        assert error.do
    assert time.monotonic() - began < 20


def test_a_long_feed_is_read_from_its_start() -> None:
    items = b"".join(b"<item><link>https://vale.test/%d</link></item>" % n for n in range(5000))
    found = feeds.read(
        b"<rss version='2.0'><channel>" + items + b"</channel></rss>", "https://vale.test/feed"
    )
    assert found.more and found.pages == tuple(f"https://vale.test/{n}" for n in range(feeds.MOST))


def test_a_long_sitemap_is_read_from_its_start() -> None:
    rows = b"".join(b"<url><loc>https://vale.test/%d</loc></url>" % n for n in range(60_000))
    found = sitemaps.read(b"<urlset>" + rows + b"</urlset>", "https://www.vale.test/sitemap.xml")
    assert found.more and len(found.pages) == sitemaps.MOST and found.elsewhere == 0


def test_a_sitemap_that_breaks_off_gives_what_it_has() -> None:
    data = b"<urlset><url><loc>https://vale.test/1</loc></url><url><loc>https://vale.te"
    assert sitemaps.read(data, "").pages == ("https://vale.test/1",)
