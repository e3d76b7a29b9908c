"""Politeness: how often one host is asked, and when it is left alone."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

from checker.web.addresses import is_own
from checker.web.records import Failure, Limits, Reply

_GIVEN_UP = 3
"""Refusals, or failed connections, in a row after which a host is not asked again in this run."""
_OWN_AT_ONCE = 8


def origin(url: str) -> str:
    """Scheme, host and port of an address."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rsplit('@', 1)[-1]}".lower()


class Host:
    """One host: its places, the moment from which it may be asked again, and how it went so far.

    `shut` says whether it refuses its front page too; None before that was asked.
    """

    def __init__(self, url: str, limits: Limits) -> None:
        own = is_own(urlsplit(url).hostname or "")
        self.places = asyncio.Semaphore(max(limits.per_host, _OWN_AT_ONCE if own else 1))
        self.pause = 0.0 if own else limits.pause
        self.free_at = 0.0
        self.refusals = 0
        self.failures = 0
        self.shut: bool | None = None

    def given_up(self, url: str) -> Failure | None:
        """Why the host is not asked again; None where it may be."""
        if self.shut and self.refusals >= _GIVEN_UP:
            why = "the host has asked for fewer requests several times, so it was not asked again"
            return Failure(url, "limited", why)
        if self.failures >= _GIVEN_UP:
            why = "no connection to the host several times in a row, so it was not tried again"
            return Failure(url, "unreachable", why)
        return None

    def went(self, outcome: Reply | Failure) -> None:
        """Remember how a request went."""
        if isinstance(outcome, Failure):
            self.failures += outcome.kind in ("connect", "dns", "tls")
        else:
            self.failures = 0
            self.refusals = self.refusals + 1 if outcome.asks_to_wait else 0

    @property
    def seems_shut(self) -> bool:
        """Whether it is time to find out if the host refuses everything, or single pages."""
        return self.shut is None and self.refusals >= _GIVEN_UP

    async def turn(self) -> None:
        """Wait until this host may be asked."""
        loop = asyncio.get_running_loop()
        while (wait := self.free_at - loop.time()) > 0:
            await asyncio.sleep(wait)
        self.free_at = loop.time() + self.pause

    def rest(self, seconds: float) -> None:
        """Ask nothing for so long."""
        self.free_at = max(self.free_at, asyncio.get_running_loop().time() + seconds)


class Hosts:
    """Every host of a run."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._hosts: dict[str, Host] = {}
        self._slots = asyncio.Semaphore(limits.at_once)

    def of(self, url: str) -> Host:
        """The host of an address."""
        name = origin(url)
        if name not in self._hosts:
            self._hosts[name] = Host(url, self._limits)
        return self._hosts[name]

    @asynccontextmanager
    async def place(self, url: str) -> AsyncIterator[None]:
        """A turn at the host first, and one of the run's connections then: a slow host holds up itself alone."""
        host = self.of(url)
        async with host.places:
            await host.turn()
            async with self._slots:
                yield
