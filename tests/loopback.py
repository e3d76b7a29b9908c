"""A small web on loopback in which hosts do everything that hosts do: `KINDS` says what is right for each.

Pages stand at `http://HOST:PORT/KIND/NUMBER`; every host name leads to this machine by `resolve`.
"""

from __future__ import annotations

import asyncio
import gzip
import threading
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress

WORDS = "The harbour of Arden was closed on Monday after a storm had torn the ferries from the pier; nobody was hurt. "
ARTICLE = "".join(f"<p>{WORDS * 3}</p>" for _ in range(4))
SHELL = "<html><head><title>Vale</title></head><body><div id='app'></div><script src='/a.js'></script></body></html>"
HTML = "text/html; charset=utf-8"
NOWHERE = "nowhere.test"


def page(title: str, body: str = ARTICLE) -> bytes:
    return f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{body}</body></html>".encode()


class Exchange:
    """One request, and the ways to answer it."""

    def __init__(
        self, method: str, path: str, headers: dict[str, str], writer: asyncio.StreamWriter, web: Web
    ) -> None:
        self.method, self.path, self.headers = method, path, headers
        self.number = path.rsplit("/", 1)[-1]
        self.writer, self.web = writer, web
        self.times = web.asked[method, headers.get("host", ""), path]

    @property
    def head(self) -> bool:
        return self.method == "HEAD"

    async def send(self, status: int, body: bytes = b"", length: int | None = None, **headers: str) -> None:
        """An answer; `length` is the one that it claims."""
        named = {
            "content-type": HTML,
            "content-length": str(len(body) if length is None else length),
        } | {name.replace("_", "-"): value for name, value in headers.items()}
        lines = "".join(f"{name}: {value}\r\n" for name, value in named.items())
        self.writer.write(f"HTTP/1.1 {status} Some\r\n{lines}\r\n".encode() + (b"" if self.head else body))
        await self.writer.drain()

    async def to(self, location: str, status: int = 302) -> None:
        await self.send(status, location=location)


Handler = Callable[[Exchange], Awaitable[None]]


def always(status: int, body: bytes = page("Storm in Arden"), **headers: str) -> Handler:
    return lambda e: e.send(status, body, **headers)


def by_method(head: Handler, get: Handler) -> Handler:
    return lambda e: head(e) if e.head else get(e)


def first(other: Handler, then: Handler, method: str = "GET", times: int = 1) -> Handler:
    """`other` for the first requests by that method, `then` afterwards and for other methods."""
    return lambda e: other(e) if e.method == method and e.times <= times else then(e)


def to(location: str, status: int = 302) -> Handler:
    return lambda e: e.to(location.format(n=e.number), status)


async def hang(exchange: Exchange) -> None:
    await exchange.web.closing.wait()


async def drip(exchange: Exchange) -> None:
    """A page whose end never comes."""
    await exchange.send(200, page("Storm in Arden"), length=10_000_000)
    await (hang(exchange) if not exchange.head else asyncio.sleep(0))


async def raw(exchange: Exchange, data: bytes = b"") -> None:
    exchange.writer.write(data)
    await exchange.writer.drain()
    exchange.writer.close()


async def body_to_head(exchange: Exchange) -> None:
    """A body where none may be."""
    exchange.method = "GET"
    await exchange.send(200, page("Storm in Arden"))


async def short(exchange: Exchange) -> None:
    """A body that ends before its length."""
    await exchange.send(200, page("Storm in Arden"), length=1_000_000)
    if not exchange.head:
        exchange.writer.close()


BOMB = gzip.compress(page("Storm in Arden") + b"\0" * 60_000_000, 9)
CAPTCHA = page("Just a moment...", "<p>Enable JavaScript and cookies to continue</p>")
MISSING = page("Page not found", "<p>Sorry.</p>")
NOTICE = page("Vale Courier", "<p>The page you are looking for does not exist or has been moved.</p>")
OOPS = page("Vale Courier", "<p>404</p><p>Try the search.</p>")
RUSSIAN = "<html><head><meta charset=windows-1251><title>Страница не найдена</title></head></html>".encode(
    "cp1251"
)
PLACES = page("Storm in Arden", f"<h2 id='ferries'>Ferries</h2>{ARTICLE}<a name='old'></a>")
OK = always(200)

KINDS: dict[str, tuple[Handler, str]] = {
    "ok": (OK, "ok"),
    "small": (always(200, b"<html><title>Storm</title><p>Short.</p></html>"), "ok"),
    "empty": (always(204, b""), "ok"),
    "pdf": (always(200, b"%PDF-1.4", content_type="application/pdf"), "ok"),
    "untyped": (always(200, content_type=""), "ok"),
    "moved": (to("/ok/{n}", 301), "moved"),
    "moved-308": (to("/ok/{n}", 308), "moved"),
    "moved-twice": (to("/moved/{n}", 301), "moved"),
    "moved-and-gone": (to("/gone/{n}", 301), "gone"),
    "sent-on": (to("/ok/{n}"), "ok"),
    "sent-on-307": (to("/ok/{n}", 307), "ok"),
    "gone": (always(404, page("Not found", "<p>Sorry</p>")), "gone"),
    "gone-bare": (always(404, b""), "gone"),
    "gone-410": (always(410, b"gone"), "gone"),
    "head-says-404": (by_method(always(404), OK), "ok"),
    "head-says-405": (by_method(always(405), OK), "ok"),
    "head-says-403": (by_method(always(403), OK), "ok"),
    "head-says-500": (by_method(always(500), OK), "ok"),
    "head-says-200": (by_method(OK, always(404, b"")), "gone"),
    "head-hangs": (by_method(hang, OK), "ok"),
    "head-drops": (by_method(raw, OK), "ok"),
    "head-loops": (by_method(to("/head-loops/{n}"), OK), "ok"),
    "head-with-body": (by_method(body_to_head, OK), "ok"),
    "404-once": (first(always(404), OK), "ok"),
    "drops-once": (first(raw, OK), "ok"),
    "404-with-article": (always(404), "unchecked"),
    "404-for-robots": (always(404, CAPTCHA), "blocked"),
    "soft-title": (always(200, MISSING), "soft_404"),
    "soft-sentence": (always(200, NOTICE), "soft_404"),
    "soft-front": (to("/", 302), "soft_404"),
    "soft-front-moved": (to("/index.html", 301), "soft_404"),
    "soft-lying-charset": (always(200, RUSSIAN), "soft_404"),
    "soft-any": (always(200, OOPS), "soft_404"),
    "shell-any": (always(200, SHELL.encode()), "ok"),
    "titled-404": (always(200, page("404: how a number became a word")), "ok"),
    "about-404": (always(200, page("Page not found")), "ok"),
    "login": (to("/account/login?next={n}"), "blocked"),
    "401": (always(401, b""), "blocked"),
    "403": (always(403, b"no"), "blocked"),
    "451": (always(451, b""), "blocked"),
    "999": (always(999, b""), "blocked"),
    "captcha": (always(200, CAPTCHA), "blocked"),
    "captcha-503": (always(503, CAPTCHA), "blocked"),
    "challenge": (always(202, b"", x_amzn_waf_action="challenge"), "blocked"),
    "wait-once": (first(always(429, b"", retry_after="0"), OK, "HEAD"), "ok"),
    "500": (always(500, b""), "unchecked"),
    "503": (always(503, b""), "unchecked"),
    "418": (always(418, b""), "unchecked"),
    "loop": (to("/loop/{n}"), "unchecked"),
    "loop-of-two": (to("/loop-back/{n}", 301), "unchecked"),
    "endless": (lambda e: e.to(f"/endless/{int(e.number) + 1}"), "unchecked"),
    "to-file": (to("file:///etc/passwd"), "unchecked"),
    "to-nothing": (always(302, b""), "unchecked"),
    "to-nonsense": (to("http://[::1", 301), "unchecked"),
    "hangs": (hang, "unchecked"),
    "drops": (raw, "unchecked"),
    "garbage": (lambda e: raw(e, b"\x16\x03\x01 this is no HTTP\r\n\r\n"), "unchecked"),
    "large-head": (lambda e: e.send(200, b"", x_much="a" * 300_000), "unchecked"),
    "drips": (drip, "ok"),
    "ends-early": (short, "ok"),
    "goes-on": (lambda e: e.send(200, page("Storm in Arden"), length=300), "ok"),
    "bomb": (always(200, BOMB, content_encoding="gzip"), "ok"),
    "no-gzip": (always(200, page("Storm"), content_encoding="gzip"), "ok"),
    "gzip": (always(200, gzip.compress(page("Storm")), content_encoding="gzip"), "ok"),
    "brotli": (always(200, b"\x0b\x02\x80abc\x03", content_encoding="br"), "ok"),
    "charset-of-bytes": (always(200, page("Bræ"), content_type="text/html; charset=base64"), "ok"),
    "charset-unknown": (always(200, page("Bræ"), content_type="text/html; charset=nonsense"), "ok"),
    "charset-lies": (always(200, page("Bræ"), content_type="text/html; charset=utf-16"), "ok"),
    "places": (always(200, PLACES), "ok"),
}
"""Kind to what its host does, and the only right verdict."""

LIMITED: dict[str, tuple[Handler, str]] = {
    "wait-a-day": (always(429, b"", retry_after="86400"), "rate_limited"),
    "wait-till": (always(503, b"", retry_after="Fri, 31 Dec 2100 23:59:59 GMT"), "rate_limited"),
    "wait-always": (always(429, b""), "rate_limited"),
}
"""These refuse every request: hosts of their own, as such a host is given up after a while."""

OTHERS: dict[str, Handler] = {
    "": always(200, page("Vale Courier")),
    "index.html": always(200, page("Vale Courier")),
    "account": always(200, page("Log in", "")),
    "loop-back": to("/loop-of-two/{n}", 301),
}
ANY = ("soft-any", "shell-any")
"""Kinds whose host gives one page for every address in the folder."""


class Web:
    """The server: `port`, `asked` (how often what was asked), `most` (of a host at once)."""

    def __init__(self) -> None:
        self.asked: Counter[tuple[str, str, str]] = Counter()
        self.moments: list[tuple[float, str]] = []
        self.most: Counter[str] = Counter()
        self.port = 0
        self.handlers: dict[str, Handler] = {}
        self.closing = asyncio.Event()
        self._now: Counter[str] = Counter()

    def links(self, number: int, hosts: int = 20) -> list[tuple[str, str]]:
        """So many addresses over all kinds and hosts, each with the right verdict."""
        every = [(kind, right) for kind, (_, right) in KINDS.items()]
        found = [
            (f"http://{NOWHERE}/1", "unchecked"),
            *((self.url(f"/{kind}/1", kind), right) for kind, (_, right) in LIMITED.items()),
        ]
        for i in range(number - len(found)):
            kind, right = every[i % len(every)]
            found.append((self.url(f"/{kind}/{i}", f"h{i // len(every) % hosts}"), right))
        return found

    def url(self, path: str, host: str = "h0") -> str:
        return f"http://{host}.test:{self.port}{path}"

    async def resolve(self, host: str, port: int) -> tuple[str, ...]:
        if host == NOWHERE:
            raise OSError("no such name")
        return ("127.0.0.1",)

    async def serve(self, ready: threading.Event, stop: asyncio.Event) -> None:
        server = await asyncio.start_server(self._connected, "127.0.0.1", 0, backlog=512)
        self.port = server.sockets[0].getsockname()[1]
        ready.set()
        await stop.wait()
        self.closing.set()
        server.close()

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            while not writer.is_closing():
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
                method, path, _ = head[0].split(" ", 2)
                headers = {k.lower(): v for k, _, v in (line.partition(": ") for line in head[1:])}
                await self._answer(method, path, headers, writer)
        writer.close()

    async def _answer(
        self, method: str, path: str, headers: dict[str, str], writer: asyncio.StreamWriter
    ) -> None:
        path = path.removeprefix("http://").partition("?")[0]
        host = headers.get("host", "")
        self.asked[method, host, path] += 1
        self.moments.append((asyncio.get_running_loop().time(), host))
        self._now[host] += 1
        self.most[host] = max(self.most[host], self._now[host])
        try:
            await self._handler(path)(Exchange(method, path, headers, writer, self))
        finally:
            self._now[host] -= 1

    def _handler(self, path: str) -> Handler:
        kind, _, name = path.strip("/").partition("/")
        if kind in self.handlers:
            return self.handlers[kind]
        known = KINDS | LIMITED
        if kind in known and (name.isdigit() or kind in ANY):
            return known[kind][0]
        return OTHERS.get(kind, always(404, b"no such page"))


@contextmanager
def web() -> Iterator[Web]:
    """The small web while the block runs."""
    made: list[Web] = []
    ready = threading.Event()
    stops: list[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = []

    async def run() -> None:
        made.append(Web())
        stops.append((asyncio.get_running_loop(), asyncio.Event()))
        await made[0].serve(ready, stops[0][1])

    thread = threading.Thread(target=lambda: asyncio.run(run()), daemon=True)
    thread.start()
    assert ready.wait(10)
    try:
        yield made[0]
    finally:
        loop, stop = stops[0]
        loop.call_soon_threadsafe(stop.set)
        thread.join(10)
