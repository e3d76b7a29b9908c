"""Sound inputs of each kind to start from, and what the formats are made of."""

from __future__ import annotations

from tests.pdf_files import lines, pdf_file
from tests.word_files import word_file

WORDS = (
    "<", ">", "</", "<!--", "-->", "<![CDATA[", "<!DOCTYPE x [", "<!ENTITY a 'b'>", "&a;", "&#x110000;", "&#0;",
    "<p>", "</p>", "<table>", "<td>", "<script>", "<a href='", "<time datetime='", "{", "}", "[", "]", '"', ":", ",",
    "\\ud800", "null", "true", "-1", "1e999", "9" * 5000, "NaN", "\0", "\r\n", "\n\n", "\t", " ", "* ", "> ", "```",
    "[1]: ", "](", "\u202e", "\ufeff", "\u2028", "\U0001f600", "\u0130", "2021-02-30", "0000-00-00",
    "HTTP/1.1 200 OK\r\n", "Content-Length: -1\r\n", "WARC/1.0\r\n", "[[event]]\n", "a = 1\n",
    "a = 1979-05-27T07:32:00Z\n", "http://[::1", "%00", "data-start='", "data-end='", "data-doc", "/Page", "<<", ">>",
    "obj", "stream\n", "endstream", "xref",
)  # fmt: skip
BYTES = (
    b"\xff\xfe",
    b"\xfe\xff",
    b"\xff\xfe\0\0",
    b"\x1f\x8b\x08",
    b"PK\x03\x04",
    b"\xc3\x28",
    b"\xed\xa0\x80",
)
TOKENS = (*(word.encode() for word in WORDS), *BYTES)
"""What the formats are made of, and what no text should hold."""

_LINE = (
    b'{"path": "a.txt", "id": "one", "date": "2021-05", "role": "primary", "url": "https://vale.test/a"}\n'
)
_REPLY = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n<p>Ada Lund spoke.</p>"
_RECORD = (
    b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://vale.test/a\r\n"
    b"WARC-Date: 2021-05-31T10:00:00Z\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n" % (len(_REPLY), _REPLY)
)
_PAGE = b"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Storm</title>
<meta property="og:title" content="Storm"><link rel="canonical" href="https://vale.test/a">
<script type="application/ld+json">{"@type": "NewsArticle", "author": {"name": "Ada Lund"},
"datePublished": "2021-05-31"}</script></head><body><article><h1>Storm</h1>
<time datetime="2021-05-31">May</time><p>By Ada Lund</p><blockquote>We left.</blockquote><ul><li>one</li></ul>
</article><footer>x</footer></body></html>"""
_MARKDOWN = b"""# Storm

*By Ada Lund*, 31 May 2021

> We [left][1].

- one

```
x
```

[1]: https://vale.test/a
"""
_CATALOGUE = b"""title = "t"
[[event]]
label = "Storm"
terms = ["storm"]
from = 2021-05-31
[[alias]]
name = "A"
spellings = ["B"]
"""
_SETTINGS = b"""[report]
excerpts = true
output = "x"
[check]
fail-on = ["altered"]
against = ["a"]
"""
_MAP = b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://vale.test/a</loc></url></urlset>'
_FEED = (
    b'<rss version="2.0"><channel><item><link>https://vale.test/a</link><guid>1</guid></item></channel></rss>'
)
_ROW = b'{"text": "Ada Lund spoke.", "url": "https://vale.test/a", "date": "2021-05-31", "id": "one"}\n'
_TOLD = b"""Forty boats left the harbour of Orrin on Monday, the mayor Ilva Brandt said.

"We lost 12 of them", she told the Vale Times. According to a report by the coast guard, no one was hurt (https://vale.test/a).
"""
SOUND: dict[str, list[bytes]] = {
    "html": [_PAGE],
    "json_ld": [b'{"@graph": [{"@type": ["NewsArticle"], "author": [{"name": "Ada"}], "headline": "x"}]}'],
    "markdown": [_MARKDOWN],
    "text": ["Storm\n\nBy Ada Lund\n\n\u201cWe left,\u201d she said.\n".encode()],
    "text_in_a_charset": [b"utf-16\nabc", b"koi8-r\n\xd0\xd1"],
    "word_whole": [word_file("<w:p><w:r><w:t>Storm</w:t></w:r></w:p>")],
    "word_xml": [b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p/></w:document>'],
    "pdf_whole": [pdf_file(lines("Storm", "Ada Lund said so."), title="Storm")],
    "web_archive": [_RECORD * 2],
    "wacz_holding": [_RECORD],
    "body": [b"chunked\n3\r\nabc\r\n0\r\n\r\n", b"deflate, gzip\nx"],
    "manifest_lines": [_LINE],
    "corpus": [_LINE],
    "corpus_toml": [_CATALOGUE],
    "checker_toml": [_SETTINGS],
    "known_findings": [b'{"schema": "checker/baseline/1", "findings": [{"fingerprint": "x"}]}'],
    "quotations": [b'{"id": "1", "quote": "We left."}\n'],
    "feed": [_FEED],
    "sitemap": [_MAP],
    "robots_txt": [b"User-agent: *\nDisallow: /a*$\nCrawl-delay: 2\nSitemap: https://vale.test/s\n"],
    "note_of_intent": [b'{"files": ["sources/a.txt"], "size": 0, "line": "x"}'],
    "printed_page": [b'<p><q data-doc="a" data-start="0" data-end="2">ab<i data-aside>x</i></q><br></p>'],
    "printed_report": [b'{"characters": 2, "bytes": 2, "places": {"0": 0}, "file": "a.txt", "mode": "excerpts"}'],
    "two_reports": [b'[{"doc": "a", "title": "t", "label": "l", "mentions": [{"doc": "a", "quote": "q"}]}]'],
    "answer_of_a_host": [
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
        b"HTTP/1.1 301 Moved\r\nLocation: /b?c#d\r\nSet-Cookie: a=b; Path=/\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 429 Slow down\r\nRetry-After: Mon, 31 May 2021 10:00:00 GMT\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.0 404 No\r\n\r\n" + _PAGE,
    ],
    "heads_of_an_answer": [b"301 /a/b?c=d#e", b"429 Mon, 31 May 2021 10:00:00 GMT", b"200 text/html; charset=x"],
    "page_that_is_cited": [b":~:text=we-,left,said,-she\n" + _PAGE, b"part-2\n" + _PAGE],
    "page_that_is_added": [
        b"HTTP/1.1 200 OK\r\nETag: \"a\"\r\nLast-Modified: Mon, 31 May 2021 10:00:00 GMT\r\n\r\n" + _PAGE,
        b"HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\n\r\n" + _MAP,
    ],
    "file_that_is_added": [b"\0" + _MAP, b"\2" + _RECORD, b"\3" + _FEED, b"\5" + _ROW],
    "corpus_that_is_added_to": [
        _LINE,
        b'{"requested": "https://vale.test/a", "doc": "one", "at": "2021-05-31T10:00:00Z", "state": "same"}\n',
        b'{"files": ["sources/a.txt", "archive/a.warc.gz"], "size": 0, "line": "x"}',
    ],
    "addresses": [b"https://Ada@vale.test:443/a/../b%20c.html?x=y#z", b"[::ffff:7f00:1]/", b"b\xc3\xbccher.test/"],
    "rows": [_ROW, _ROW * 3 + b"[]\n"],
    "file_of_any_kind": [bytes([n]) + data for n, data in enumerate((b"Storm\n\nWe left.", _MARKDOWN, _PAGE))]
    + [b"\x05" + _RECORD, b"\x08" + _ROW],
    "stated_day": [b"2021-05-31T10:00:00+02:00", b"Monday, 31 May 2021 10.15am EDT", b"May 31st, 2021 | Ada Lund"],
    "cached_values": [b"\x90", b"\x91\x82\xa3doc\xa1a\xa4span\xc0", b"\x93\xc0\xc3\xcb\x7f\xf0\0\0\0\0\0\0"],
    "quotation_against_a_text": ["“We \u2026 left [Orrin],” she said.\nWe all left Orrin, she said.".encode()],
    "stages": [_TOLD, "Ilva Brandt: “We left 40 ‘boats’ \u2026 [at] Orrin” (Vale Times, 31 May 2021).".encode()],
}  # fmt: skip
"""A sound input of each kind, or several."""
