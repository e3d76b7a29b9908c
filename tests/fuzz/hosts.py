"""Readers of what hosts answer, and of a corpus that captures are put into: entered beside those of `readers`."""

from __future__ import annotations

import asyncio
import shutil
import ssl
import tempfile
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import httpcore

from checker.capture import folder, names
from checker.collect import Fetcher, Options, Outcome, add, opened, sources
from checker.online import judge
from checker.online.archive import Archive
from checker.online.asking import Asker
from checker.online.claimed import differs
from checker.online.page import read as page_of
from checker.web import Client, Limits, Reply, host_of, is_own
from checker.web.addresses import is_public, refused
from checker.web.answers import target
from checker.web.transport import Transport
from tests.fuzz.readers import reader, with_answer

URL = "http://vale.test/news/2021/storm-at-orrin?page=2"
COPIES = "http://archive.test/"
LIMITS = Limits(connect=1.0, seconds=2.0, body=200_000, redirects=3, wait=0.0, retries=1, pause=0.0)
TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
NAMED = (
    b"Content-Type", b"Retry-After", b"Location", b"Memento-Datetime", b"Set-Cookie", b"Content-Encoding", b"Link",
    b"Last-Modified", b"ETag", b"X-Odd",
)  # fmt: skip


def client(answer: bytes) -> Client:
    """A client to whom every host says the same."""

    async def resolve(_host: str, _port: int) -> tuple[str, ...]:
        return ("93.184.216.34",)

    transport = Transport(LIMITS, resolve, allow_private=False)
    transport._ssl = TLS
    transport._backend = httpcore.AsyncMockBackend([answer])  # type: ignore[assignment]
    return Client(LIMITS, transport=transport)


def asked(answer: bytes, fragment: str) -> None:
    """Have the answer judged, looked for in an archive, and taken for a page, a list, robots.txt and a copy."""

    async def ask() -> None:
        async with client(answer) as one:
            for found in await Asker(one).ask(URL, ("", fragment)):
                assert found.verdict and found.reason
            await Archive(one, COPIES).find(URL, "2021-05-31")
            fetcher = Fetcher(one, COPIES)
            await fetcher.page(URL, if_changed={"If-None-Match": '"a"'})
            await fetcher.copy(URL, None)

    asyncio.run(ask())


def place(name: str) -> Path:
    """An empty folder that the system clears away."""
    path = Path(tempfile.gettempdir(), "checker-fuzz", name)
    shutil.rmtree(path, ignore_errors=True)
    path.mkdir(parents=True)
    return path


def added(source: str, answer: bytes, corpus: Path) -> list[Outcome]:
    """Put a source into a corpus, with hosts that say that; what was kept must be read again."""

    async def take() -> list[Outcome]:
        async with client(answer) as one:
            options, same = Options(limit=3, again=True), lambda a, b, _kind: a == b
            with patch("os.fsync"), opened(corpus) as kept:
                return await add((source,), kept, Fetcher(one), options, same, lambda *_: None)

    outcomes = asyncio.run(take())
    for outcome in outcomes:
        assert "could not be worked on" not in (outcome.why or ""), outcome
        assert outcome.path is None or (corpus / outcome.path).is_file()
    assert not [p for p in folder.read([str(corpus)]).problems if "sha256" in p.what]
    return outcomes


@reader
def answer_of_a_host(data: bytes) -> None:
    """The bytes as they come over the wire."""
    asked(data, "a")


@reader
def heads_of_an_answer(data: bytes) -> None:
    """One value, without line breaks, in each header that is looked at."""
    status, _, value = data.partition(b" ")
    value = bytes(byte for byte in value[:500] if byte not in b"\r\n\0")
    number = status if len(status) == 3 and status.isdigit() else b"200"
    lines = b"".join(b"%s: %s\r\n" % (name, value) for name in NAMED)
    asked(b"HTTP/1.1 %s OK\r\n%sConnection: close\r\n\r\n<p>Ada Lund spoke." % (number, lines), "a")
    reply = Reply(URL, 503, {"retry-after": value.decode("latin-1"), "location": value.decode("latin-1")})
    wait = reply.retry_after(1_622_455_200.0)
    assert wait is None or wait >= 0
    onward = target(replace(reply, status=301))
    assert onward is None or "#" not in onward


@reader
def page_that_is_cited(data: bytes) -> None:
    """A fragment, and the page in which it is looked for."""
    fragment, _, rest = data.partition(b"\n")
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(rest)
    asked(head + rest, fragment.decode("utf-8", "replace"))
    reply = Reply(URL, 200, {"content-type": "text/html"}, rest)
    stated = page_of(reply).stated
    differs(URL, stated.title, stated.outlet, stated.date, stated)
    differs(URL, fragment.decode("latin-1"), "Vale Times", "2021-05", stated)
    judge.is_doubtful(URL, reply, page_of(reply))


@reader
def page_that_is_added(data: bytes) -> None:
    """A host's answer in a corpus, with its exchange, and asked for again."""
    corpus = place("added")
    for _ in range(2):
        added(URL, data, corpus)


@reader
def file_that_is_added(data: bytes) -> None:
    """A feed, a sitemap (packed or not) or a web archive on disk; its pages are not to be had."""
    suffix = (".xml", ".gz", ".warc", ".rss", ".html", ".jsonl")[data[0] % 6] if data else ".xml"
    corpus, path = place("added"), place("given") / f"a{suffix}"
    path.write_bytes(data[1:])
    added(str(path), b"HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n", corpus)


@reader
def corpus_that_is_added_to(data: bytes) -> None:
    """What a run left in a corpus: its manifest, its log and its note of intent, one after the other."""
    corpus = place("added")
    (corpus / ".partial").mkdir()
    for name in ("manifest.jsonl", "captures.jsonl", ".partial/intent.json"):
        (corpus / "manifest.jsonl").write_text("")
        (corpus / name).write_bytes(data)
        with_answer(lambda: captures_in(corpus))


def captures_in(corpus: Path) -> None:
    with patch("os.fsync"), opened(corpus) as kept:
        kept.captures_of(URL)


@reader
def addresses(data: bytes) -> None:
    """An address in every place that takes one."""
    url = data.decode("utf-8", "surrogateescape")
    for one in (url, f"http://{url}", f"http://vale.test/{url}"):
        is_own(host_of(one)), is_public(one), refused(one, allow_private=False)
        found = sources.address(one)
        if isinstance(found, sources.Address):
            stem = names.of_url(found.normal)
            assert stem and not set(stem) & set('/\\:*?"<>|\0') and len(stem.encode()) < 200
            assert names.normal(found.normal) == found.normal
