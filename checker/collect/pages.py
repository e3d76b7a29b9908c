"""One address: asked politely, and what came of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from checker.capture import media, names
from checker.collect.records import Capture, Refused
from checker.collect.robots import NAMED, Robots
from checker.online import judge
from checker.online.archive import Archive
from checker.web import Client, Exchange, Failure, Limits, Reply, host_of, is_own

LIMIT = 20_000_000
"""Bytes of the largest answer that is kept."""
LIMITS = Limits(seconds=30.0, body=LIMIT, at_once=8)
HEADERS = NAMED | {
    "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain,application/xml;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "identity",
}
_LATER = "Run it again later."
_BY_HAND = "Save the page with a browser and add the file."
_LOOKED_AT = 1_000_000
"""Bytes of a page that are looked at for signs that it is another."""
_SNAPSHOT = re.compile(r"/(\d{14})/(?=https?:/)")


@dataclass(frozen=True, slots=True)
class Listing:
    """A feed or a sitemap: no text, but addresses of texts. `url` is empty where it lies on disk as `source`."""

    url: str
    data: bytes
    kind: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The host says that the page is as it was (304)."""

    exchange: Exchange


Got = Capture | Listing | Unchanged | Refused


class Fetcher:
    """Asks pages through one client, as their hosts' robots.txt allow; `archive` is a TimeGate's address."""

    def __init__(self, client: Client, archive: str | None = None) -> None:
        self._client = client
        self._robots = Robots(client)
        self._archive = Archive(client, archive) if archive else None

    async def page(self, url: str, *, if_changed: Mapping[str, str] | None = None) -> Got:
        """What stands at the address; `if_changed` are the headers of a conditional request (RFC 9110)."""
        reply = await self._client.fetch(
            url, headers=HEADERS | dict(if_changed or {}), gate=self._robots.reason
        )
        if isinstance(reply, Failure):
            refused = await self._robots.refusal(reply.url) if reply.kind == "gate" else None
            do = _ADDRESS if reply.kind in ("address", "scheme") else _LATER
            return refused or Refused(_sentence(reply), do)
        if reply.status == 304 and if_changed and reply.exchange:
            return Unchanged(reply.exchange)
        return _missing(reply) or _read(url, reply)

    async def copy(self, url: str, day: str | None) -> Got:
        """The archived copy nearest to the day (today where there is none)."""
        if self._archive is None:
            return Refused("no archive is named", "Name one with --archive.")
        if not self._archive.may_know(url, public=not is_own(host_of(url))):
            return Refused("the archive is not told addresses of private hosts", _BY_HAND)
        found, answered = await self._archive.find(url, day)
        if found is None:
            why = "the archive has no copy" if answered else "the archive did not answer"
            return Refused(why, _BY_HAND if answered else _LATER)
        got = await self.page(_SNAPSHOT.sub(r"/\1id_/", found.url))
        got = got if isinstance(got, Capture) else await self.page(found.url)
        return _archived(url, got) if isinstance(got, Capture) else got


_ADDRESS = "Give the address of a public page; --allow-private opens those of one's own machine and network."


def _sentence(failure: Failure) -> str:
    return f"it was not opened: {failure.why}" if failure.kind in ("address", "scheme") else failure.why


def _missing(reply: Reply) -> Refused | None:
    """Why an answer is no capture."""
    if reply.status != 200:
        do = _LATER if reply.asks_to_wait or reply.status >= 500 else "Check the address, or use --archived."
        wait = ": it wants fewer requests" if reply.asks_to_wait else ""
        return Refused(f"the host answered {reply.status}{wait}", do)
    if len(reply.body) >= LIMIT and not reply.complete:
        return Refused(f"it is larger than {LIMIT:,} bytes", "Save the part that you need, and add the file.")
    encoding = reply.headers.get("content-encoding", "").strip()
    if not reply.complete and not reply.body and encoding:
        return Refused(f"it is packed in a way that cannot be read ({encoding[:40]})", _BY_HAND)
    if not reply.complete:
        return Refused("the answer broke off or took too long", _LATER)
    return None if reply.body.strip() else Refused("the page is empty", _BY_HAND)


def _read(url: str, reply: Reply) -> Got:
    """A page, text or PDF as a capture; a feed or sitemap as a list."""
    shape = media.shape(reply.body)
    if shape in ("feed", "sitemap", "packed"):
        return Listing(reply.url, reply.body, shape)
    said = reply.headers.get("content-type", "")
    kind = media.readable(said, reply.body)
    if kind is None:
        return Refused(f"it is no page, text or PDF ({said[:60] or shape})", "Leave it out.")
    if refused := _stand_in(url, reply):
        return refused
    hops = tuple(hop.exchange for hop in reply.hops if hop.exchange)
    exchanges = (*hops, reply.exchange) if reply.exchange else hops
    at = reply.exchange.at if reply.exchange else 0.0
    final, asked = names.normal(reply.url), names.normal(url)
    return Capture(
        reply.body, kind, names.of_url(final), url=final, requested=asked if asked != final else None,
        retrieved=datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), exchanges=exchanges,
    )  # fmt: skip


def _stand_in(url: str, reply: Reply) -> Refused | None:
    """Why a page is not the one that was asked for: a check for humans, a login, a notice that there is none."""
    answer, _ = judge.judged(url, replace(reply, body=reply.body[:_LOOKED_AT]))
    if answer.verdict not in ("blocked", "soft_404"):
        return None
    why = answer.reason.rstrip(".")
    return Refused(why[0].lower() + why[1:], f"{_BY_HAND[:-1]}, or use --archived.")


def _archived(url: str, got: Capture) -> Got:
    """The capture of a copy as one of the original at the time of the copy."""
    headers = {name.lower(): value for name, value in got.exchanges[-1].headers}
    try:
        made = parsedate_to_datetime(headers.get("memento-datetime", "")).astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return Refused("the archive does not say when its copy was made", _BY_HAND)
    original = names.normal(url)
    return Capture(
        got.data, got.media_type, names.of_url(original), url=original, archived=got.url,
        retrieved=made.strftime("%Y-%m-%dT%H:%M:%SZ"), exchanges=got.exchanges,
    )  # fmt: skip
