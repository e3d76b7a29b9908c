"""The guarded client: where it goes, what it costs, how it behaves to hosts."""

from __future__ import annotations

import asyncio
import gzip
import time
import tracemalloc
from collections.abc import Awaitable, Callable, Iterator

import httpx
import pytest

from checker.web import Client, Failure, Limits, Reply, is_own, is_public
from tests.loopback import Web, always, hang, page, to, web

QUICK = Limits(connect=1, seconds=0.5, wait=0.2, pause=0)


@pytest.fixture(scope="module")
def small() -> Iterator[Web]:
    with web() as served:
        yield served


def fetched(
    served: Web, path: str, *, limits: Limits = QUICK, private: bool = True, host: str = "vale"
) -> Reply | Failure:
    async def go() -> Reply | Failure:
        async with Client(limits, allow_private=private, resolve=served.resolve) as client:
            return await client.fetch(served.url(path, host) if path.startswith("/") else path)

    return asyncio.run(go())


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True), ("2606:4700::1111", True), ("::ffff:93.184.215.14", True),
        ("64:ff9b::5db8:d70e", True),
        ("127.0.0.1", False), ("10.1.2.3", False), ("192.168.1.1", False), ("169.254.169.254", False),
        ("100.64.0.1", False), ("0.0.0.0", False), ("0.1.2.3", False), ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("198.18.0.1", False), ("192.0.0.8", False), ("240.0.0.1", False), ("::1", False), ("::", False),
        ("fe80::1%eth0", False), ("fc00::1", False), ("fec0::1", False), ("ff02::1", False),
        ("::ffff:127.0.0.1", False),
        ("::127.0.0.1", False), ("64:ff9b::7f00:1", False), ("64:ff9b:1::a00:1", False), ("2002:7f00:1::", False),
        ("2001:0:7f00:1::", False), ("2001:db8::1", False), ("nonsense", False), ("", False),
    ],
)  # fmt: skip
def test_only_addresses_of_the_public_network_are_public(address: str, public: bool) -> None:
    assert is_public(address) is public


@pytest.mark.parametrize(
    ("host", "own"),
    [("localhost", True), ("127.0.0.1", True), ("[::1]", True), ("printer", True), ("wiki.internal", True),
     ("vale.org", False), ("93.184.215.14", False), ("local.vale.org", False)],
)  # fmt: skip
def test_names_can_say_that_a_host_is_ones_own(host: str, own: bool) -> None:
    assert is_own(host) is own


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.1", "2130706433", "0x7f.1", "[::1]", "0"])
def test_no_name_of_this_machine_is_opened(small: Web, host: str) -> None:
    async def go() -> Reply | Failure:
        async with Client(QUICK) as client:
            return await client.fetch(f"http://{host}:{small.port}/ok/1")

    before = sum(small.asked.values())
    failure = asyncio.run(go())
    assert isinstance(failure, Failure) and failure.kind in ("address", "dns")
    assert sum(small.asked.values()) == before


def test_a_name_that_leads_to_a_private_address_is_refused(small: Web) -> None:
    failure = fetched(small, "/ok/1", private=False)
    assert isinstance(failure, Failure) and (failure.kind, failure.why) == (
        "address", "vale.test leads to a private address",
    )  # fmt: skip


def test_the_checked_address_is_the_one_that_is_connected_to(small: Web) -> None:
    """A name with a private address beside a public one, and one that changes after the check."""
    tried: list[str] = []

    async def rebinding(host: str, port: int) -> tuple[str, ...]:
        tried.append(host)
        return ("127.0.0.1", "10.0.0.1") if len(tried) > 1 else ("127.0.0.1",)

    async def go() -> list[Reply | Failure]:
        async with Client(QUICK, resolve=rebinding) as client:
            return [await client.fetch(small.url("/ok/1")) for _ in range(2)]

    assert [isinstance(f, Failure) and f.kind for f in asyncio.run(go())] == ["address", "address"]


def test_a_redirect_is_checked_like_the_first_address() -> None:
    """From a public host to a private one: the guard stands at every connection."""
    asked: list[str] = []

    def hop(request: httpx.Request) -> httpx.Response:
        asked.append(str(request.url))
        return httpx.Response(302, headers={"location": "gopher://127.0.0.1/"})

    async def go() -> Reply | Failure:
        async with Client(QUICK, transport=httpx.MockTransport(hop)) as client:
            return await client.fetch("https://vale.org/a")

    failure = asyncio.run(go())
    assert isinstance(failure, Failure) and failure.kind == "scheme" and len(failure.hops) == 1
    assert asked == ["https://vale.org/a"]


def test_a_redirect_to_a_private_address_is_refused(small: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    """127.0.0.1 stands for a public address here, 127.0.0.2 for a private one."""
    monkeypatch.setattr("checker.web.transport.is_public", lambda address: address == "127.0.0.1")
    small.handlers["inward"] = to(f"http://127.0.0.2:{small.port}/ok/1")
    small.handlers["outward"] = to(f"http://127.0.0.1:{small.port}/ok/1")

    async def literal(host: str, port: int) -> tuple[str, ...]:
        return ("127.0.0.1",) if host == "h0.test" else (host,)

    async def go(path: str) -> Reply | Failure:
        async with Client(QUICK, resolve=literal) as client:
            return await client.fetch(small.url(path))

    assert isinstance(asyncio.run(go("/outward/1")), Reply)
    failure = asyncio.run(go("/inward/1"))
    assert isinstance(failure, Failure) and (failure.kind, len(failure.hops)) == ("address", 1)


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "ftp://vale.org/a", "javascript:alert(1)", "//vale.org/a", "http://", "http:///a",
     "vale.org", "http://vale.org:25/", "http://vale.org:99999/", "http://[::1", "http://va le.org/", "http://vale.org/\n",
     "https://vale.org/" + "a" * 9000, "http://" + "é" * 300 + ".org/", "http://\ud800.org/", ""],
)  # fmt: skip
def test_what_is_no_web_address_is_not_opened(url: str) -> None:
    def fail(request: httpx.Request) -> httpx.Response:
        raise AssertionError(f"opened {request.url}")

    async def go() -> Reply | Failure:
        async with Client(QUICK, transport=httpx.MockTransport(fail)) as client:
            return await client.fetch(url)

    failure = asyncio.run(go())
    assert isinstance(failure, Failure) and failure.kind == "scheme"


def test_nothing_is_taken_from_the_environment(small: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "SSL_CERT_FILE"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    assert isinstance(fetched(small, "/ok/1"), Reply)


def test_no_name_and_password_are_sent(small: Web) -> None:
    sent: dict[str, str] = {}

    async def keep(exchange: object) -> None:
        sent.update(exchange.headers)  # type: ignore[attr-defined]
        await always(200)(exchange)  # type: ignore[arg-type]

    small.handlers["secret"] = keep
    fetched(small, small.url("/secret/1").replace("http://", "http://user:word@"))
    assert "authorization" not in sent and "@" not in sent["host"]


def test_cookies_live_as_long_as_one_chain(small: Web) -> None:
    seen: list[str] = []

    async def gate(exchange: object) -> None:
        seen.append(exchange.headers.get("cookie", ""))  # type: ignore[attr-defined]
        if seen[-1]:
            await always(200)(exchange)  # type: ignore[arg-type]
        else:
            await exchange.send(302, location="/gate/1", set_cookie="pass=1; Path=/")  # type: ignore[attr-defined]

    small.handlers["gate"] = gate
    assert [getattr(fetched(small, "/gate/1"), "status", None) for _ in range(2)] == [200, 200]
    assert seen == ["", "pass=1", "", "pass=1"]


def test_a_bomb_is_not_unpacked(small: Web) -> None:
    tracemalloc.start()
    reply = fetched(small, "/bomb/1", limits=Limits(seconds=2, body=200_000))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(reply, Reply) and len(reply.body) == 200_000 and not reply.complete
    assert peak < 8_000_000


@pytest.mark.parametrize(
    ("path", "complete", "start"),
    [
        ("/gzip/1", True, b"<html>"), ("/ends-early/1", False, b"<html>"), ("/drips/1", False, b"<html>"),
        ("/goes-on/1", True, b"<html>"), ("/no-gzip/1", False, b""), ("/brotli/1", False, b""),
    ],
)  # fmt: skip
def test_bodies_are_read_as_far_as_they_go(small: Web, path: str, complete: bool, start: bytes) -> None:
    reply = fetched(small, path)
    assert isinstance(reply, Reply)
    assert (reply.status, reply.complete, reply.body[:6]) == (200, complete, start)


def test_deflate_comes_with_and_without_a_head(small: Web) -> None:
    import zlib

    squeeze = zlib.compressobj(wbits=-15)
    small.handlers["raw"] = always(
        200, squeeze.compress(b"plain") + squeeze.flush(), content_encoding="deflate"
    )
    small.handlers["zlib"] = always(200, zlib.compress(b"plain"), content_encoding="deflate")
    assert [getattr(fetched(small, path), "body", None) for path in ("/raw/1", "/zlib/1")] == [b"plain"] * 2


@pytest.mark.parametrize(
    ("path", "kind"),
    [("/hangs/1", "timeout"), ("/drops/1", "protocol"), ("/garbage/1", "protocol"), ("/large-head/1", "protocol"),
     ("/loop/1", "redirects"), ("/loop-of-two/1", "redirects"), ("/endless/1", "redirects"), ("/to-file/1", "scheme"),
     ("http://nowhere.test/", "dns"), ("http://vale.test:1/", "connect")],
)  # fmt: skip
def test_a_failure_says_what_failed(small: Web, path: str, kind: str) -> None:
    failure = fetched(small, path)
    assert isinstance(failure, Failure) and failure.kind == kind


def test_a_host_that_cannot_be_trusted_is_not_read(small: Web) -> None:
    failure = fetched(small, small.url("/ok/1").replace("http://", "https://"))
    assert isinstance(failure, Failure) and failure.kind == "tls" and "no secure connection" in failure.why


def test_redirects_are_kept(small: Web) -> None:
    reply = fetched(small, "/moved-twice/1")
    assert isinstance(reply, Reply)
    assert [(hop.url, hop.status) for hop in reply.hops] == [
        (small.url("/moved-twice/1", "vale"), 301), (small.url("/moved/1", "vale"), 301),
    ]  # fmt: skip
    assert reply.url == small.url("/ok/1", "vale")


@pytest.mark.parametrize(
    ("value", "seconds"),
    [("120", 120.0), ("0", 0.0), ("Thu, 01 Jan 1970 00:02:00 GMT", 70.0), ("Thu, 01 Jan 1970 00:00:00 GMT", 0.0),
     ("soon", None), ("", None), ("-5", None), ("²", None), ("9" * 400, None), ("Fri, 99 Zzz 9999 99:99:99 GMT", None)],
)  # fmt: skip
def test_retry_after_is_a_number_or_a_date(value: str, seconds: float | None) -> None:
    assert Reply("", 429, {"retry-after": value}).retry_after(50.0) == seconds


def timed(work: Callable[[], Awaitable[object]]) -> tuple[object, float]:
    start = time.monotonic()
    return asyncio.run(work()), time.monotonic() - start  # type: ignore[arg-type]


def test_a_short_wait_is_kept_and_a_day_is_not(small: Web) -> None:
    small.handlers["one-second"] = always(429, b"", retry_after="1")
    small.handlers["a-day"] = always(429, b"", retry_after="86400")
    patient = Limits(seconds=1, wait=1.5)

    async def go(path: str) -> object:
        async with Client(patient, allow_private=True, resolve=small.resolve) as client:
            return await client.fetch(small.url(path, path.strip("/1")))

    _, short = timed(lambda: go("/one-second/1"))
    _, day = timed(lambda: go("/a-day/1"))
    assert short >= 1 and day < 1
    assert small.asked["GET", f"one-second.test:{small.port}", "/one-second/1"] == 2
    assert small.asked["GET", f"a-day.test:{small.port}", "/a-day/1"] == 1


def refused(served: Web, host: str) -> list[object]:
    async def go() -> list[Reply | Failure]:
        async with Client(QUICK, allow_private=True, resolve=served.resolve) as client:
            return [await client.fetch(served.url(f"/wait-a-day/{i}", host)) for i in range(6)]

    return [getattr(r, "status", None) or getattr(r, "kind", None) for r in asyncio.run(go())]


def test_a_host_that_refuses_everything_is_left_alone(small: Web) -> None:
    small.handlers[""] = always(429, b"", retry_after="86400")
    assert refused(small, "tired") == [429] * 3 + ["limited"] * 3


def test_a_host_that_refuses_single_pages_is_asked_for_the_others(small: Web) -> None:
    small.handlers[""] = always(200)
    assert refused(small, "choosy") == [429] * 6


def test_a_host_is_asked_a_few_times_at_once_and_with_pauses(small: Web) -> None:
    """A host with a public name; its place is on loopback all the same."""
    small.handlers["slow"] = _after
    polite = Limits(per_host=2, pause=0.03)

    async def resolve(host: str, port: int) -> tuple[str, ...]:
        return ("127.0.0.1",)

    async def go() -> object:
        async with Client(polite, allow_private=True, resolve=resolve) as client:
            urls = [f"http://vale.org:{small.port}/slow/{i}" for i in range(8)]
            return await asyncio.gather(*(client.fetch(url) for url in urls))

    start = len(small.moments)
    asyncio.run(go())
    moments = sorted(m for m, _ in small.moments[start:])
    assert small.most[f"vale.org:{small.port}"] <= 2
    assert moments[-1] - moments[0] >= 7 * 0.03 * 0.9


async def _after(exchange: object) -> None:
    await asyncio.sleep(0.05)
    await always(200)(exchange)  # type: ignore[arg-type]


def test_a_slow_host_holds_up_itself_alone(small: Web) -> None:
    small.handlers["stuck"] = hang

    async def go() -> float:
        async with Client(
            Limits(seconds=0.6, connect=0.5, at_once=4), allow_private=True, resolve=small.resolve
        ) as client:
            stuck = [asyncio.ensure_future(client.fetch(small.url("/stuck/1", "stuck"))) for _ in range(3)]
            await asyncio.sleep(0.05)
            start = time.monotonic()
            await client.fetch(small.url("/ok/1", "free"))
            took = time.monotonic() - start
            await asyncio.gather(*stuck)
            return took

    assert asyncio.run(go()) < 0.4


def test_an_unpacked_page_is_what_was_packed() -> None:
    body = page("Storm in Arden") * 50

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(
            200, headers={"content-encoding": "gzip"}, stream=httpx.ByteStream(gzip.compress(body))
        )

    async def go() -> Reply | Failure:
        async with Client(transport=httpx.MockTransport(answer)) as client:
            return await client.fetch("https://vale.org/")

    reply = asyncio.run(go())
    assert isinstance(reply, Reply) and reply.body == body and reply.complete
