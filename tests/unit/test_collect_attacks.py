"""What hosts do to those who capture: each attack is refused or bounded, told in words, and leaves the corpus whole."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import json
import socket
import subprocess
import sys
import time
import zlib
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import httpcore
import pytest

from checker.collect import Fetcher, Options, Outcome, add, opened
from checker.web import Client, Limits
from tests.conftest import ROOT
from tests.loopback import Exchange, Web, always, drip, hang, page, raw, short, to, web

QUICK = Limits(connect=2, seconds=4, wait=0.2, pause=0, body=20_000_000, at_once=8)
PATIENT = Limits(connect=5, seconds=10, wait=0.2, pause=0, body=20_000_000, at_once=8)
Handler = Callable[[Exchange], Awaitable[None]]
ADDED = "added"
"""The attack does not hinder a capture of what is there; the words then are those of the file's name."""
HTML = b"content-type: text/html\r\n"
STORY = page("Storm in Arden")


def answer(head: bytes, body: bytes = b"", status: bytes = b"200 OK") -> Handler:
    """An answer in bytes of one's own."""
    return lambda e: raw(e, b"HTTP/1.1 " + status + b"\r\n" + head + b"\r\n" + body)


def endless(head: bytes, unit: bytes, times: int = 2_000) -> Handler:
    async def send(e: Exchange) -> None:
        e.writer.write(b"HTTP/1.1 200 OK\r\n" + head)
        for _ in range(times):
            e.writer.write(unit)
            await e.writer.drain()
        e.writer.close()

    return send


async def many_hints(e: Exchange) -> None:
    for _ in range(1_000_000):
        e.writer.write(b"HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n")
        await e.writer.drain()


async def slow_head(e: Exchange) -> None:
    e.writer.write(b"HTTP/1.1 200 OK\r\n")
    for _ in range(100):
        e.writer.write(b"x: y\r\n")
        await e.writer.drain()
        await asyncio.sleep(0.2)


ZEROS = b"\0" * 60_000_000
GZIP_BOMB = gzip.compress(STORY + ZEROS)
EMPTY_BLOCKS = b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + b"\0\0\0\xff\xff" * 13_000
LOL = b"<?xml version='1.0'?><!DOCTYPE l [<!ENTITY a 'lol'>" + b"".join(
    b"<!ENTITY %c '%s'>" % (98 + i, b"&%c;" % (97 + i) * 10) for i in range(9)
)
RSS = b"<?xml version='1.0'?><rss version='2.0'><channel><title>V</title>%s</channel></rss>"
ITEM = b"<item><link>%s</link></item>"
MAP = b"<?xml version='1.0'?><urlset>%s</urlset>"
XML = "application/xml"


def xml(body: bytes) -> Handler:
    return always(200, body, content_type=XML)


def itself(form: bytes) -> Handler:
    return lambda e: e.send(
        200, form.replace(b"URL", f"http://{e.headers['host']}{e.path}".encode()), content_type=XML
    )


ANSWERS: dict[str, tuple[Handler, str, str]] = {
    "redirect to itself": (lambda e: e.to(e.path), "failed", "in a circle"),
    "redirects without end": (lambda e: e.to(f"{e.path}0"), "failed", "more than 10 redirects"),
    "redirect to file": (to("file:///etc/passwd"), "failed", "only http and https"),
    "redirect to ftp": (to("ftp://vale.test/a"), "failed", "only http and https"),
    "redirect to data": (to("data:text/html,x"), "failed", "only http and https"),
    "redirect to script": (to("javascript:alert(1)"), "failed", "only http and https"),
    "redirect to gopher": (to("gopher://127.0.0.1:25/_x"), "failed", "only http and https"),
    "redirect to nonsense": (to("http://[::1"), "failed", "answered 302"),
    "redirect to nothing": (always(302, b""), "failed", "answered 302"),
    "redirect to a mail port": (to("http://public.test:99999/"), "failed", ""),
    "wait a day": (always(429, b"", retry_after="86400"), "failed", "429: it wants fewer"),
    "wait for ever": (always(429, b""), "failed", "429: it wants fewer"),
    "wait till 2100": (
        always(503, b"", retry_after="Fri, 31 Dec 2100 23:59:59 GMT"),
        "failed",
        "503: it wants fewer",
    ),
    "wait nonsense": (always(429, b"", retry_after="-1e999"), "failed", "429: it wants fewer"),
    "no answer": (hang, "failed", "no answer in time"),
    "a head that never ends": (slow_head, "failed", "no answer in time"),
    "a body that never ends": (drip, "failed", "broke off or took too long"),
    "a body that ends early": (short, "failed", "broke off"),
    "a length too short": (lambda e: e.send(200, STORY, length=300), ADDED, ""),
    "a length below nought": (answer(HTML + b"content-length: -5\r\n", STORY), "failed", "no HTTP"),
    "a length in letters": (answer(HTML + b"content-length: many\r\n", STORY), "failed", "no HTTP"),
    "a length of a thousand digits": (
        answer(HTML + b"content-length: " + b"9" * 1000 + b"\r\n", STORY),
        "failed",
        "",
    ),
    "two lengths": (answer(HTML + b"content-length: 5\r\ncontent-length: 9\r\n", STORY), "failed", "no HTTP"),
    "a length and chunks": (
        answer(HTML + b"content-length: 5\r\ntransfer-encoding: chunked\r\n", b"3\r\nabc\r\n0\r\n\r\n"),
        ADDED,
        "",
    ),
    "a chunk of all memory": (
        answer(HTML + b"transfer-encoding: chunked\r\n", b"F" * 15 + b"\r\nabc"),
        "failed",
        "broke off",
    ),
    "a chunk of a size too long": (
        answer(HTML + b"transfer-encoding: chunked\r\n", b"F" * 900 + b"\r\nabc"),
        "failed",
        "broke off",
    ),
    "a chunk below nought": (
        answer(HTML + b"transfer-encoding: chunked\r\n", b"-3\r\nabc\r\n"),
        "failed",
        "broke off",
    ),
    "chunks that end early": (
        answer(HTML + b"transfer-encoding: chunked\r\n", b"9\r\nabc"),
        "failed",
        "broke off",
    ),
    "a header of 300 KB": (lambda e: e.send(200, STORY, x_much="a" * 300_000), "failed", "no HTTP"),
    "a header without a name": (answer(b": x\r\n" + HTML, STORY), "failed", "no HTTP"),
    "a header with a null": (answer(HTML + b"x: a\0b\r\n", STORY), "failed", "no HTTP"),
    "a header with a bare line feed": (answer(HTML + b"x: a\nset-cookie: b=c\r\n", STORY), ADDED, ""),
    "a header folded": (answer(HTML + b"x: a\r\n b\r\n", STORY), ADDED, ""),
    "a status of nought": (answer(HTML, STORY, b"000 OK"), "failed", ""),
    "a status of 99999": (answer(HTML, STORY, b"99999 OK"), "failed", "no HTTP"),
    "a status in letters": (answer(HTML, STORY, b"fine OK"), "failed", "no HTTP"),
    "no head at all": (lambda e: raw(e, STORY), "failed", "no HTTP"),
    "TLS on a plain port": (lambda e: raw(e, b"\x16\x03\x01\x02\0"), "failed", "no HTTP"),
    "HTTP/2 uninvited": (lambda e: raw(e, b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), "failed", "no HTTP"),
    "nothing": (raw, "failed", ""),
    "an upgrade": (
        answer(b"upgrade: websocket\r\nconnection: upgrade\r\n", b"", b"101 Switching"),
        "failed",
        "",
    ),
    "a stacked bomb": (
        always(200, gzip.compress(GZIP_BOMB), content_encoding="gzip, gzip"),
        "failed",
        "packed in a way",
    ),
    "brotli uninvited": (
        always(200, b"\x0b\x02\x80abc\x03", content_encoding="br"),
        "failed",
        "packed in a way",
    ),
    "gzip that is none": (always(200, STORY, content_encoding="gzip"), "failed", "packed in a way"),
    "gzip that breaks off": (
        always(200, gzip.compress(STORY)[:-12], content_encoding="gzip"),
        "failed",
        "broke off",
    ),
    "no content": (always(204, b""), "failed", "answered 204"),
    "an empty page": (always(200, b""), "failed", "empty"),
    "a blank page": (always(200, b" \n" * 5000), "failed", "empty"),
    "part of a page": (always(206, STORY, content_range="bytes 0-9/99"), "failed", "answered 206"),
    "a picture called a page": (always(200, b"\x89PNG\r\n\x1a\n" + bytes(99)), "failed", "no page"),
    "a program called a page": (always(200, b"\x7fELF" + bytes(99)), "failed", "no page"),
    "a zip called a text": (
        always(200, b"PK\x03\x04" + bytes(99), content_type="text/plain"),
        "failed",
        "no page",
    ),
    "nulls called a text": (always(200, b"ab\0\0cd" * 99, content_type="text/plain"), "failed", "no page"),
    "a picture": (
        always(200, b"<svg onload='alert(1)'/>", content_type="image/svg+xml"),
        "failed",
        "no page",
    ),
    "a script": (always(200, b"alert(1)", content_type="text/javascript"), "failed", "no page"),
    "data": (always(200, b"{}", content_type="application/json"), "failed", "no page"),
    "UTF-16 that is none": (always(200, STORY, content_type="text/html; charset=utf-16"), ADDED, ""),
    "a charset that is none": (always(200, STORY, content_type="text/html; charset=nonsense"), ADDED, ""),
    "a charset that unpacks": (always(200, STORY, content_type="text/html; charset=zip"), ADDED, ""),
    "a charset that is a path": (always(200, STORY, content_type='text/html; charset="../../x"'), ADDED, ""),
    "a type of 60 KB": (always(200, STORY, content_type="text/html; a=" + "b" * 60_000), ADDED, ""),
    "a file name that leads out": (
        always(200, STORY, content_disposition="attachment; filename=../../x.sh"),
        ADDED,
        "",
    ),
    "a file name with a slash": (
        always(200, STORY, content_disposition="inline; filename*=UTF-8''%2Fetc%2Fx"),
        ADDED,
        "",
    ),
    "cookies of 60 KB": (always(200, STORY, set_cookie="a=" + "b" * 60_000), ADDED, ""),
    "a cookie of another host": (always(200, STORY, set_cookie="a=b; domain=other.test"), ADDED, ""),
    "a page of 100,000 levels": (always(200, b"<html>" + b"<div>" * 100_000), ADDED, ""),
    "data of 100,000 brackets": (
        always(200, STORY + b"<script type='application/ld+json'>" + b"[" * 100_000 + b"</script>"),
        ADDED,
        "",
    ),
    "a page that leads on by itself": (
        always(200, b"<meta http-equiv=refresh content='0;url=file:///etc/passwd'>" + STORY),
        ADDED,
        "",
    ),
    "a feed of entities": (
        xml(LOL + b"]>" + RSS[21:] % (ITEM % b"http://a.test/&j;")),
        "failed",
        "declares entities",
    ),
    "a feed of files": (xml(RSS % (ITEM % b"file:///etc/passwd")), "failed", "names no page"),
    "a feed that reads files": (
        xml(
            b"<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
            + RSS[21:] % (ITEM % b"http://a.test/&x;")
        ),
        "failed",
        "declares entities",
    ),
    "a feed of 100,000 levels": (xml(RSS % (b"<a>" * 100_000)), "failed", "nested"),
    "a feed of itself": (itself(RSS % (ITEM % b"URL")), "list", "names 1 page"),
    "a sitemap of entities": (
        xml(LOL + b"]><urlset><url><loc>&j;</loc></url></urlset>"),
        "failed",
        "document type",
    ),
    "a sitemap of files": (xml(MAP % b"<url><loc>file:///etc/passwd</loc></url>"), "failed", "names no page"),
    "a sitemap of another host": (
        xml(MAP % b"<url><loc>http://other.test/</loc></url>"),
        "failed",
        "1 on other hosts",
    ),
    "a sitemap of 100,000 levels": (xml(MAP % (b"<a>" * 100_000)), "failed", "nested"),
    "a sitemap in UTF-7": (
        xml(b"<?xml version='1.0' encoding='utf-7'?>" + MAP[21:] % b"x"),
        "failed",
        "no sitemap",
    ),
    "a sitemap of itself": (
        itself(b"<sitemapindex><sitemap><loc>URL</loc></sitemap></sitemapindex>"),
        "list",
        "1 sitemap",
    ),
}
"""Attack to what the host does, the right state, and words of the reason."""

LARGE: dict[str, tuple[Handler, str, str]] = {
    "redirect with a body of 60 MB": (always(302, ZEROS, location="/ok/1"), ADDED, "ok-1"),
    "a chunk with endless remarks": (
        endless(HTML + b"transfer-encoding: chunked\r\n\r\n3;", b"x=y;" * 1000),
        "failed",
        "broke off",
    ),
    "chunks without end": (
        endless(HTML + b"transfer-encoding: chunked\r\n\r\n", b"8000\r\n" + b"a" * 0x8000 + b"\r\n"),
        "failed",
        "larger than",
    ),
    "a body without end": (endless(HTML + b"\r\n", b"a" * 65_536), "failed", "larger than"),
    "headers without end": (endless(b"", b"x: " + b"a" * 500 + b"\r\n"), "failed", "no HTTP"),
    "a header without end": (endless(b"x: ", b"a" * 65_536), "failed", "no HTTP"),
    "a gzip bomb": (always(200, GZIP_BOMB, content_encoding="gzip"), "failed", "larger than"),
    "a deflate bomb": (
        always(200, zlib.compress(ZEROS), content_encoding="deflate"),
        "failed",
        "larger than",
    ),
    "a stacked bomb, unsaid": (always(200, gzip.compress(GZIP_BOMB)), "failed", "no sitemap"),
    "gzip of nothing without end": (
        endless(HTML + b"content-encoding: gzip\r\n\r\n" + EMPTY_BLOCKS[:10], EMPTY_BLOCKS[10:]),
        "failed",
        "packed in a way",
    ),
    "a page in one line of 15 MB": (always(200, b"<html><p>" + b"a " * 7_500_000), ADDED, ""),
    "a feed of a million entries": (xml(RSS % (b"<item/>" * 1_000_000)), "failed", "names no page"),
    "a feed of 100,000 attributes": (
        xml(b"<rss %s/>" % b" ".join(b"a%d='1'" % n for n in range(100_000))),
        "failed",
        "attributes",
    ),
    "a feed of ampersands": (
        xml(RSS % (b"<item><title>" + b"&" * 3_000_000)),
        "failed",
        "more than 200,000 bytes",
    ),
    "a feed of tags": (xml(RSS % (b"<a/>" * 1_000_000)), "failed", "elements"),
    "a sitemap bomb": (
        always(200, gzip.compress(b"<urlset>" + b" " * 90_000_000)),
        "failed",
        "unpacks to more",
    ),
    "a sitemap of a long address": (
        xml(MAP % (b"<url><loc>http://a/" + b"a" * 9_000_000 + b"</loc></url>")),
        "failed",
        "names no page",
    ),
}
"""The same for answers that take a while to send."""

ROBOTS: dict[str, tuple[Handler, str, str]] = {
    "robots of 100 MB": (endless(b"content-type: text/plain\r\n\r\n", b"Allow: /\n" * 8000, 1400), ADDED, ""),
    "robots of a bomb": (always(200, GZIP_BOMB, content_encoding="gzip"), ADDED, ""),
    "robots of 40,000 names": (always(200, b"User-agent: a%d\n" * 40_000 % (*range(40_000),)), ADDED, ""),
    "robots of stars": (always(200, b"User-agent: *\nDisallow: /" + b"*a" * 200_000 + b"b"), ADDED, ""),
    "robots in a circle": (lambda e: e.to(e.path), ADDED, ""),
    "robots that hang": (hang, "failed", "robots.txt could not be read"),
    "robots that are broken": (raw, "failed", "robots.txt could not be read"),
    "robots of bytes": (always(200, bytes(range(256)) * 99), ADDED, ""),
    "robots that fail": (always(500, b""), "failed", "robots.txt could not be read"),
    "robots that refuse": (always(200, b"User-agent: *\nDisallow: /"), "failed", "asks programs"),
}

NAMES = (
    "/names/../../../etc/passwd",
    "/names/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
    "/names/..%5c..%5cwindows",
    "/names/a%00.html",
    "/names/con",
    "/names/NUL.txt",
    "/names/%E2%80%AEtxt.exe",
    "/names/" + "a" * 3000,
    "/names/a.%20.",
    "/names/%F0%9F%98%80",
    "/names/%ff%fe",
    "/names/A",
    "/names/a",
    "/names/manifest.jsonl",
    "/names/-rf",
    "/names/~root",
    "/names/$(id)",
    "/names/a|b;c&d",
    "/names/q?x=1",
    "/names/q?x=2",
    "/names/%0d%0aSet-Cookie:x",
    "/names/..",
    "/names/.htaccess",
    "/names/%C3%A4",
    "/names/a%CC%88",
    "/names/a:b",
    "/names/*",
    "/names/\u0661",
)


@pytest.fixture(scope="module")
def small() -> Iterator[Web]:
    with web() as served:
        robots: dict[str, Handler] = {}
        for number, (handler, _, _) in enumerate(ANSWERS.values()):
            served.handlers[f"a{number}"] = handler
        for number, (handler, _, _) in enumerate(LARGE.values()):
            served.handlers[f"l{number}"] = handler
        for number, (handler, _, _) in enumerate(ROBOTS.values()):
            robots[f"r{number}.test"] = handler
        served.handlers["names"] = served.handlers["etc"] = always(200, STORY)
        served.handlers["robots.txt"] = lambda e: robots.get(
            e.headers["host"].split(":")[0], always(404, b"")
        )(e)
        yield served


def _same(before: bytes, after: bytes, _: str) -> bool:
    return before == after


def _silent(done: int, total: int) -> None: ...


def collected(folder: Path, urls: list[str], served: Web, *, limits: Limits = QUICK) -> list[Outcome]:
    async def go() -> list[Outcome]:
        async with Client(limits, allow_private=True, resolve=served.resolve) as client:
            with opened(folder) as corpus:
                return await add(urls, corpus, Fetcher(client), Options(), _same, _silent)

    return asyncio.run(go())


def unharmed(folder: Path) -> dict[str, dict[str, str]]:
    """The manifest by address, every line of which has its file; nothing else is there, inside or beside."""
    lines = [json.loads(line) for line in (folder / "manifest.jsonl").read_text("utf-8").splitlines()]
    assert {line["path"] for line in lines} == {f"sources/{p.name}" for p in (folder / "sources").iterdir()}
    assert all(
        hashlib.sha256((folder / line["path"]).read_bytes()).hexdigest() == line["sha256"] for line in lines
    )
    assert {p.name for p in folder.iterdir()} <= {
        "sources",
        "archive",
        ".partial",
        ".lock",
        "manifest.jsonl",
        "captures.jsonl",
    }
    assert not any((folder / ".partial").iterdir())
    assert {p.name for p in folder.parent.iterdir()} == {folder.name}
    return {line["url"]: line for line in lines}


@pytest.fixture(scope="module")
def attacked(small: Web, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Outcome]:
    """Every attack in one run, each by a host of its own, with a good page before and after."""
    folder = tmp_path_factory.mktemp("attacked") / "corpus"
    urls = {name: small.url(f"/a{number}/1", f"a{number}") for number, name in enumerate(ANSWERS)}
    urls |= {name: small.url("/ok/7", f"r{number}") for number, name in enumerate(ROBOTS)}
    large = {name: small.url(f"/l{number}/1", f"l{number}") for number, name in enumerate(LARGE)}
    urls |= {"before": small.url("/ok/1", "good"), "after": small.url("/ok/2", "good")}
    began = time.monotonic()
    outcomes = collected(folder, [urls["before"], *urls.values()], small)
    outcomes += collected(folder, list(large.values()), small, limits=PATIENT)
    assert time.monotonic() - began < 120
    unharmed(folder)
    found = {outcome.source: outcome for outcome in outcomes}
    assert found[urls["before"]].state == found[urls["after"]].state == "added"
    return {name: found[url] for name, url in (urls | large).items()}


@pytest.mark.parametrize("name", [*ANSWERS, *LARGE, *ROBOTS])
def test_an_attack_is_refused_or_bounded(attacked: dict[str, Outcome], name: str) -> None:
    _, state, words = (ANSWERS | LARGE | ROBOTS)[name]
    outcome = attacked[name]
    assert (outcome.state, outcome.why) == (state, outcome.why)
    assert words in str(outcome.why if state != ADDED else outcome.path)
    assert state != "failed" or (outcome.do and len(str(outcome.why)) < 300)


def test_hints_without_end_are_bounded_by_time(small: Web, tmp_path: Path) -> None:
    small.handlers["hints"] = many_hints
    began = time.monotonic()
    (outcome,) = collected(tmp_path / "corpus", [small.url("/hints/1", "hints")], small)
    assert (outcome.state, outcome.why) == ("failed", "no answer in time")
    assert time.monotonic() - began < 30


def test_names_of_hosts_stay_in_their_folder(small: Web, tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    urls = [small.url(path, "n") for path in NAMES]
    outcomes = collected(folder, urls, small)
    assert [o.state for o in outcomes] == ["added"] * len(outcomes)
    known = unharmed(folder)
    stems = [Path(line["path"]).name for line in known.values()]
    assert len({stem.casefold() for stem in stems}) == len(stems)
    for stem in stems:
        assert len(stem) < 120 and stem[0].isalnum() and stem.isprintable()
        assert not set(stem) & set('/\\:*?"<>|$&;~ \u202e')
    assert [o.state for o in collected(folder, urls, small)] == ["there"] * len(outcomes)


PRIVATE = (
    "http://127.0.0.1:{port}/ok/1",
    "http://localhost:{port}/ok/1",
    "http://2130706433:{port}/ok/1",
    "http://0x7f.1:{port}/ok/1",
    "http://0177.0.0.1:{port}/ok/1",
    "http://127.1:{port}/ok/1",
    "http://0:{port}/ok/1",
    "http://[::1]:{port}/ok/1",
    "http://[::ffff:127.0.0.1]:{port}/ok/1",
    "http://[::ffff:7f00:1]:{port}/ok/1",
    "http://[64:ff9b::7f00:1]:{port}/ok/1",
    "http://[2002:7f00:1::]:{port}/ok/1",
    "http://[::127.0.0.1]:{port}/ok/1",
    "http://169.254.169.254/latest/meta-data",
    "http://10.0.0.1/",
    "http://192.168.1.1/",
    "http://[fe80::1]/",
    "http://[fc00::1]/",
    "http://100.64.0.1/",
    "http://224.0.0.1/",
    "http://vale.test@127.0.0.1:{port}/ok/1",
    "http://127.0.0.1:{port}/ok/1#@vale.test",
    "http://\u2460\u2461\u2466.\u24ea.\u24ea.\u2460:{port}/ok/1",
    "http://127\u30020\u30020\u30021:{port}/ok/1",
    "http://private.test:{port}/ok/1",
    "http://mixed.test:{port}/ok/1",
    "http://rebound.test:{port}/ok/1",
    "http://public.test:{port}/to-private",
    "http://public.test:25/",
    "http://public.test:22/",
    "http://public.test:6379/ok/1",
)
"""Ways to one's own machine and network, by number, name, redirect and rebinding."""


@pytest.mark.parametrize("url", PRIVATE)
def test_nothing_private_is_asked(
    small: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    connected: list[str] = []
    asked: list[str] = []

    async def connect(self: object, host: str, port: int, *rest: object, **more: object) -> object:
        connected.append(host)
        redirect = b"HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1/\r\ncontent-length: 0\r\n\r\n"
        if host == "93.184.215.14" and "to-private" in url:
            return httpcore.AsyncMockStream([redirect])
        raise httpcore.ConnectError

    async def resolve(host: str, port: int) -> tuple[str, ...]:
        asked.append(host)
        public = ("93.184.215.14",)
        first = len([name for name in asked if name == host]) == 1
        known = {
            "private.test": ("127.0.0.1",),
            "mixed.test": ("127.0.0.1", *public),
            "public.test": public,
            "rebound.test": public if first else ("127.0.0.1",),
        }
        return known.get(host) or tuple({str(row[4][0]) for row in socket.getaddrinfo(host, port)})

    monkeypatch.setattr(httpcore.AnyIOBackend, "connect_tcp", connect)
    before = sum(small.asked.values())

    async def go() -> list[Outcome]:
        async with Client(QUICK, resolve=resolve) as client:
            with opened(tmp_path / "corpus") as corpus:
                wanted = [url.format(port=small.port)]
                return await add(
                    wanted, corpus, Fetcher(client), Options(), lambda a, b, _: a == b, lambda a, b: None
                )

    (outcome,) = asyncio.run(go())
    assert outcome.state == "failed" and outcome.why and outcome.do
    assert set(connected) <= {"93.184.215.14"} and sum(small.asked.values()) == before
    assert unharmed(tmp_path / "corpus") == {}


MEMORY = 300_000
"""Kilobytes that a run may hold with eight of these answers under way at once; one with a small page holds 50,000."""
MEASURED = """
import sys
from checker.cli import main
try:
    main(sys.argv[1:])
finally:
    print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")), file=sys.stderr)
"""


@pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="the system does not tell a process's peak"
)
def test_memory_stays_bounded(small: Web, tmp_path: Path) -> None:
    urls = [f"http://127.0.0.1:{small.port}/l{number}/{n}" for n in range(2) for number in range(len(LARGE))]
    command = [
        sys.executable,
        "-c",
        MEASURED,
        "add",
        *urls,
        "--to",
        str(tmp_path / "corpus"),
        "--allow-private",
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 1
    assert int(done.stderr.splitlines()[-1]) < MEMORY
    assert len(unharmed(tmp_path / "corpus")) == 3
