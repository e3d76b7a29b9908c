"""The guarded client: one address in, a bounded answer out."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from types import TracebackType
from typing import Self

import httpcore
import httpx

from checker import __version__
from checker.web import body
from checker.web.addresses import refused
from checker.web.answers import SENT_ON, from_public, lines, target, why
from checker.web.hosts import Hosts, origin
from checker.web.records import Exchange, Failure, Hop, Limits, Reply
from checker.web.resolve import Resolve, Resolver
from checker.web.transport import Transport, UnreachedError

HEADERS = {
    "User-Agent": f"Mozilla/5.0 (compatible; provenance-checker/{__version__}; link check)",
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "en;q=0.9,*;q=0.5",
    "Accept-Encoding": body.ACCEPTED,
}
_ERRORS = (httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException, httpcore.UnsupportedProtocol,
           httpx.TransportError)  # fmt: skip
Gate = Callable[[str], Awaitable[str | None]]
"""An address to why it is not asked; None where it may be."""
_OF_A_REDIRECT = 65_536
"""Bytes that are read of a redirect's own body."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """How an address is asked: the same for every redirect."""

    method: str
    headers: Mapping[str, str]
    cookies: httpx.Cookies
    most: int


class Client:
    """Asks public http and https addresses, politely and within `limits`; an async context manager.

    `allow_private` also admits private addresses, one's own machine included. `resolve` and `transport`
    replace the system's resolver and the network. It never raises for what a host does.
    """

    def __init__(
        self,
        limits: Limits | None = None,
        *,
        allow_private: bool = False,
        resolve: Resolve | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        self.limits = limits or Limits()
        self.allow_private = allow_private
        self._resolver = Resolver()
        self._transport = transport or Transport(
            self.limits, resolve or self._resolver, allow_private=allow_private
        )
        self._hosts = Hosts(self.limits)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._transport.aclose()
        await self._resolver.close()

    def slow_down(self, url: str, seconds: float) -> None:
        """Leave at least so many seconds between two requests to the host of the address."""
        host = self._hosts.of(url)
        host.pause = max(host.pause, seconds)

    async def fetch(
        self,
        url: str,
        method: str = "GET",
        *,
        headers: Mapping[str, str] | None = None,
        most: int | None = None,
        gate: Gate | None = None,
    ) -> Reply | Failure:
        """The answer at the end of the redirects, each of which is checked like the first address.

        `most` bytes of its body are read; as many as the limits say where it is None. `gate` is asked before each
        address, and what it says against one ends the request.
        """
        hops: list[Hop] = []
        cookies = httpx.Cookies()
        asked = _Asked(method, headers or {}, cookies, self.limits.body if most is None else most)
        seen: set[tuple[str, str]] = set()
        while len(hops) <= self.limits.redirects:
            step = url, ";".join(sorted(f"{c.name}={c.value}" for c in cookies.jar))
            if step in seen:
                return Failure(url, "redirects", "the redirects go round in a circle", tuple(hops))
            seen.add(step)
            if gate and (reason := await gate(url)):
                return Failure(url, "gate", reason, tuple(hops))
            outcome = await self._patiently(url, asked)
            onward = target(outcome)
            if onward is None:
                return replace(outcome, hops=tuple(hops))
            assert isinstance(outcome, Reply)
            hops.append(Hop(url, outcome.status, outcome.exchange))
            url = onward
        return Failure(url, "redirects", f"more than {self.limits.redirects} redirects", tuple(hops))

    async def _patiently(self, url: str, asked: _Asked) -> Reply | Failure:
        """The answer of one address; a request that was told to wait is repeated after the wait, if it is short."""
        if reason := refused(url, allow_private=self.allow_private):
            return Failure(url, "scheme", reason)
        for left in range(self.limits.retries, -1, -1):
            host = self._hosts.of(url)
            outcome = host.given_up(url) or await self._placed(url, asked)
            if not isinstance(outcome, Reply) or not outcome.asks_to_wait:
                host.went(outcome)
                return outcome
            wait = outcome.retry_after(time.time())
            wait = 1.0 if wait is None else wait
            host.rest(min(wait, self.limits.wait))
            if wait > self.limits.wait or not left:
                host.went(outcome)
                await self._find_out(url)
                return outcome
        raise AssertionError("the last round returns")

    async def _find_out(self, url: str) -> None:
        """Ask the front page, once, of a host that refuses again and again."""
        host = self._hosts.of(url)
        if host.seems_shut:
            host.shut = False
            front = await self._placed(f"{origin(url)}/", _Asked("HEAD", {}, httpx.Cookies(), 0))
            host.shut = isinstance(front, Failure) or front.asks_to_wait

    async def _placed(self, url: str, asked: _Asked) -> Reply | Failure:
        async with self._hosts.place(url):
            gone = self._hosts.of(url).given_up(url)
            return gone or await self._ask(url, asked)

    async def _ask(self, url: str, asked: _Asked) -> Reply | Failure:
        """One request; again where a kept connection turned out to be dead or out of step, as browsers do."""
        for _ in range(self.limits.at_once):
            made: list[str] = []
            outcome = await self._sent(url, asked, made)
            if isinstance(outcome, Reply) or outcome.kind != "protocol" or made:
                return outcome
        return outcome

    async def _sent(self, url: str, asked: _Asked, made: list[str]) -> Reply | Failure:
        async def trace(event: str, _: object) -> None:
            if event == "connection.connect_tcp.started":
                made.append(event)

        try:
            request = self._request(url, asked)
            request.extensions["trace"] = trace
            async with asyncio.timeout(self.limits.seconds + self.limits.connect):
                response = await self._transport.handle_async_request(request)
        except (httpx.InvalidURL, ValueError):
            return Failure(url, "scheme", "this is no address")
        except TimeoutError:
            return Failure(url, "timeout", "no answer in time")
        except UnreachedError as error:
            return Failure(url, error.kind, error.why)
        except _ERRORS as error:
            return Failure(url, *why(error))
        response.request = request
        asked.cookies.extract_cookies(response)
        return await self._reply(url, request, response, asked)

    async def _reply(
        self, url: str, request: httpx.Request, response: httpx.Response, asked: _Asked
    ) -> Reply:
        """The answer with its body, as far as that may be read; of a redirect's only the beginning."""
        at, public = time.time(), from_public(response)
        named = {name.lower(): value for name, value in response.headers.items()}
        sends_on = response.status_code in SENT_ON and "location" in named
        most = min(asked.most, _OF_A_REDIRECT) if sends_on else asked.most
        got = await body.read(response, most, self.limits.seconds)
        reason = bytes(response.extensions.get("reason_phrase", b"")).decode("latin-1")
        sent = lines(request.headers.raw), response.status_code, reason, lines(response.headers.raw)
        exchange = Exchange(str(request.url), asked.method, *sent, got.sent, got.complete, at)
        return Reply(
            url, response.status_code, named, got.data, got.complete, public=public, exchange=exchange
        )

    def _request(self, url: str, asked: _Asked) -> httpx.Request:
        bare = httpx.URL(url).copy_with(username=None, password=None, fragment=None)
        times = {"connect": self.limits.connect, "read": self.limits.seconds, "write": self.limits.seconds}
        headers = HEADERS | dict(asked.headers)
        request = httpx.Request(asked.method, bare, headers=headers, extensions={"timeout": times})
        asked.cookies.set_cookie_header(request)
        return request
