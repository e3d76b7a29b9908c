"""One page asked: HEAD, GET where that is refused or doubtful, and a comparison where GET is doubtful too."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Sequence
from dataclasses import replace
from posixpath import splitext
from urllib.parse import urlsplit, urlunsplit

from checker.online import judge, places
from checker.online.page import Page, is_html, read
from checker.online.records import Answer, Place
from checker.web import Client, Failure, Reply

_AGAIN = ("protocol", "timeout", "connect")
_GONE = (404, 410)


class Asker:
    """Asks pages through one client; what a host says of addresses that cannot exist is asked once a folder."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._impossible: dict[str, asyncio.Task[frozenset[str] | None]] = {}

    async def ask(self, url: str, fragments: Sequence[str]) -> tuple[Answer, ...]:
        """The answer for `url` (an address without a fragment) with each of the fragments."""
        head = await self._client.fetch(url, "HEAD")
        final = judge.settled(url, head)
        if final is not None:
            return tuple(final for _ in fragments)
        reply = await self._got(url, head)
        if isinstance(reply, Failure):
            return tuple(judge.failed(reply) for _ in fragments)
        answer, page = judge.judged(url, reply)
        if answer.verdict in ("ok", "moved") and judge.is_doubtful(url, reply, page):
            assert page is not None
            answer = judge.compared(answer, page, await self._beside(reply.url))
        return tuple(_placed(answer, fragment, reply, page) for fragment in fragments)

    async def _got(self, url: str, head: Reply | Failure) -> Reply | Failure:
        """The answer to GET; asked once more where it alone failed, or alone said "not found"."""
        reply = await self._client.fetch(url)
        if isinstance(reply, Failure):
            same = isinstance(head, Failure) and head.kind == reply.kind
            return await self._client.fetch(url) if reply.kind in _AGAIN and not same else reply
        agreed = isinstance(head, Reply) and head.status in _GONE
        return await self._client.fetch(url) if reply.status in _GONE and not agreed else reply

    async def _beside(self, url: str) -> frozenset[str] | None:
        """The words at an address in the same folder that cannot exist; None where the host says that it does not."""
        other = impossible(url)
        if other not in self._impossible:
            self._impossible[other] = asyncio.ensure_future(self._shown(other))
        return await self._impossible[other]

    async def _shown(self, url: str) -> frozenset[str] | None:
        reply = await self._client.fetch(url)
        if isinstance(reply, Failure) or not 200 <= reply.status < 300 or not is_html(reply):
            return None
        return judge.words(read(reply))


def impossible(url: str) -> str:
    """An address beside this one that nobody has made; the same for the whole folder."""
    parts = urlsplit(url)
    folder, _, name = parts.path.rpartition("/")
    token = hashlib.sha256(f"{parts.netloc}{folder}".encode("utf-8", "replace")).hexdigest()[:20]
    return urlunsplit((parts.scheme, parts.netloc, f"{folder}/{token}{splitext(name)[1]}", "", ""))


def _placed(answer: Answer, fragment: str, reply: Reply, page: Page | None) -> Answer:
    """The answer with whether the named part of the page is there."""
    if page is None or answer.verdict not in ("ok", "moved"):
        return answer
    answer = replace(answer, page=page.stated)
    place = _place(fragment, reply, page)
    if place != "missing":
        return replace(answer, place=place)
    what = "the words that the address quotes" if ":~:" in fragment else f"a place called “{fragment[:80]}”"
    return replace(answer, place=place, reason=f"{answer.reason} The page does not have {what}.")


def _place(fragment: str, reply: Reply, page: Page) -> Place | None:
    """As found; unknown where the page was not read whole, or is made by scripts."""
    place = places.find(fragment, page)
    scripted = judge.is_thin(page) and b"<script" in reply.body.lower()
    return None if place == "missing" and (scripted or not reply.complete) else place
