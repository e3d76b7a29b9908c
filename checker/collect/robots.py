"""robots.txt (RFC 9309): what hosts ask programs to leave alone."""

from __future__ import annotations

import asyncio
import re

from protego import Protego

from checker import __version__
from checker.collect.records import Refused
from checker.web import Client, Failure, origin

AGENT = "provenance-checker"
NAMED = {"User-Agent": f"Mozilla/5.0 (compatible; {AGENT}/{__version__}; capture)"}
SIZE, LINES = 512_000, 10_000
"""Bytes and lines of a robots.txt that are read; the standard asks for 500 KiB at least."""
SLOWEST = 10.0
"""Seconds between two requests that a `Crawl-delay` can ask for."""
_OPEN = ("redirects",)
_PAGES_SAY = ("address", "connect", "dns", "scheme", "tls", "unreachable")
"""Failures that the page itself will have too, and say in its own words."""
_NAMED = re.compile(r"\s*user[- ]?agent\s*[:\s]\s*([^#]*)", re.IGNORECASE)


class Robots:
    """The rules of each host, asked once in a run."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._known: dict[str, asyncio.Task[Protego | Refused | None]] = {}

    async def reason(self, url: str) -> str | None:
        """The same as words alone."""
        refused = await self.refusal(url)
        return refused.why if refused else None

    async def refusal(self, url: str) -> Refused | None:
        """Why the address is left alone; None where it may be asked, or where it is none that can be."""
        try:
            host = origin(url)
        except ValueError:
            return None
        if host not in self._known:
            self._known[host] = asyncio.ensure_future(self._asked(host))
        rules = await self._known[host]
        if rules is None or isinstance(rules, Refused):
            return rules
        if rules.can_fetch(url, AGENT):
            return None
        do = "Save the page with a browser and add the file, or add an archived copy with --archived."
        return Refused("the host's robots.txt asks programs to leave it alone", do)

    async def _asked(self, host: str) -> Protego | Refused | None:
        reply = await self._client.fetch(f"{host}/robots.txt", headers=NAMED, most=SIZE)
        if isinstance(reply, Failure):
            if reply.kind in (*_OPEN, *_PAGES_SAY):
                return None
            return Refused(f"its robots.txt could not be read ({reply.why})", "Run it again later.")
        if reply.status == 429 or reply.status >= 500:
            return Refused(f"its robots.txt could not be read (status {reply.status})", "Run it again later.")
        if reply.status != 200:
            return None
        rules = read(reply.body)
        self._client.slow_down(host, min(rules.crawl_delay(AGENT) or 0.0, SLOWEST))
        return rules


def read(data: bytes) -> Protego:
    """The rules in a robots.txt, as far as it is read.

    The names of other programs become one: each name costs a comparison with all others.
    """
    lines = data[:SIZE].decode("utf-8-sig", "replace").splitlines()[:LINES]
    return Protego.parse("\n".join(map(_ours, lines)))


def _ours(line: str) -> str:
    named = _NAMED.match(line[:500])
    if named is None:
        return line
    name = named[1].strip().lower().replace("*", "") or "*"
    return f"User-agent: {name if name in ('*', AGENT) else 'another'}"
