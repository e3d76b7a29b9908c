"""Archived copies near a day, by the Memento protocol (RFC 7089)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from email.utils import format_datetime, parsedate_to_datetime

from checker.model import Archived
from checker.web import Client, Failure, Reply, host_of, is_own

_PATIENCE = 3
"""Failures in a row after which the archive is not asked again in a run."""


class Archive:
    """A TimeGate: `address` is what stands before the address that is looked for."""

    def __init__(self, client: Client, address: str) -> None:
        self._client = client
        self._address = address
        self._failures = 0

    def may_know(self, url: str, *, public: bool) -> bool:
        """Whether to ask: addresses of private hosts are not told to an archive on the public network."""
        own = is_own(host_of(url)) or not public
        return self._failures < _PATIENCE and (not own or is_own(host_of(self._address)))

    async def find(self, url: str, day: str | None) -> tuple[Archived | None, bool]:
        """The copy nearest to the day (today where there is none), and whether the archive has answered."""
        headers = {"Accept-Datetime": _http_date(day)}
        reply = await self._client.fetch(self._address + url, "HEAD", headers=headers)
        if isinstance(reply, Reply) and reply.status in (405, 501):
            reply = await self._client.fetch(self._address + url, headers=headers)
        answered = not isinstance(reply, Failure) and (reply.status < 400 or reply.status == 404)
        self._failures = 0 if answered else self._failures + 1
        made = _day(reply.headers.get("memento-datetime", "")) if isinstance(reply, Reply) else None
        if made is None or isinstance(reply, Failure) or reply.status != 200:
            return None, answered
        return Archived(reply.url, made), True


def _http_date(day: str | None) -> str:
    try:
        noon = datetime.combine(date.fromisoformat(day or ""), time(12), UTC)
    except ValueError:
        noon = datetime.now(UTC)
    return format_datetime(noon, usegmt=True)


def _day(value: str) -> str | None:
    try:
        return parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
