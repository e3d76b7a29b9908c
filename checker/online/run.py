"""Many addresses asked at once, host by host, within a time; what is known already is not asked."""

from __future__ import annotations

import asyncio
import hashlib
import math
import time
from collections.abc import Callable, Coroutine, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast
from urllib.parse import urldefrag

from checker.model import Archived
from checker.online.archive import Archive
from checker.online.asking import Asker
from checker.online.judge import failed
from checker.online.records import Answer, Found, Memory
from checker.web import Client, Failure, host_of, origin

VERSION = "2"
"""Part of the keys: another version asks anew."""
DAY = 86_400.0
SOON = 3_600.0
"""Seconds for which a failure or a refusal is not asked again."""
_WORKERS = 8
"""Pages of one host that are under way; how many of them ask at once is the client's."""

Told = Callable[[int, int], None]
"""Called with how many addresses have an answer, and how many there are."""


@dataclass(frozen=True, slots=True)
class Settings:
    """`days` for which a fact is fresh, `seconds` for the whole run, and an archive's TimeGate (None: no archive)."""

    days: float = 7.0
    seconds: float = 600.0
    archive: str | None = None


@dataclass(frozen=True, slots=True)
class Cited:
    """An address, and the day of the text that cites it (ISO), near which an archived copy is looked for."""

    url: str
    day: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """An answer, the archived copy where the address gave none, and its age in seconds (0: asked in this run)."""

    answer: Answer
    copy: Archived | None = None
    age: float = 0.0


async def check(
    cited: Iterable[Cited],
    client: Client,
    memory: Memory,
    settings: Settings,
    *,
    told: Told = lambda _done, _total: None,
    now: Callable[[], float] = lambda: time.time(),
) -> dict[Cited, Known]:
    """What is known of each address, in the order given; addresses that time did not reach are `unchecked`."""
    wanted = list(dict.fromkeys(cited))
    urls = list(dict.fromkeys(one.url for one in wanted))
    run = _Run(client, memory, settings, now, told, len(urls))
    run.recall(urls)
    await run.within([run.host(pages) for pages in _by_host(u for u in urls if u not in run.answers)])
    await run.within([run.archived(one) for one in wanted if run.is_missed(one)])
    return {one: run.known(one) for one in wanted}


class _Run:
    def __init__(
        self,
        client: Client,
        memory: Memory,
        settings: Settings,
        now: Callable[[], float],
        told: Told,
        total: int,
    ) -> None:
        self.answers: dict[str, Answer] = {}
        self._copies: dict[Cited, Archived | None] = {}
        self._asker = Asker(client)
        self._archive = Archive(client, settings.archive) if settings.archive else None
        self._memory, self._settings, self._now = memory, settings, now
        self._told, self._total = told, total
        self._end = time.monotonic() + settings.seconds
        self._waiting: list[str] = []
        self._recalled: frozenset[str] = frozenset()
        self._online = False

    def recall(self, urls: Sequence[str]) -> None:
        """Take the answers that are still fresh."""
        kept = self._memory.get_all([_key(url) for url in urls], Answer)
        for url in urls:
            answer = cast(Answer | None, kept[_key(url)])
            if answer and self._fresh(answer.asked, fact=answer.fact):
                self.answers[url] = answer
        self._recalled = frozenset(self.answers)
        self._told(len(self.answers), self._total)

    def _fresh(self, asked: float, *, fact: bool) -> bool:
        days = self._settings.days * DAY
        return 0 <= self._now() - asked < (days if fact else min(SOON, days))

    async def within(self, work: Sequence[Coroutine[Any, Any, None]]) -> None:
        """Do the work side by side until the time is over."""
        tasks = [asyncio.ensure_future(one) for one in work]
        if tasks:
            await asyncio.wait(tasks, timeout=max(0.0, self._end - time.monotonic()))
        for task in tasks:
            task.cancel()
        for outcome in await asyncio.gather(*tasks, return_exceptions=True):
            if isinstance(outcome, Exception):
                raise outcome

    async def host(self, pages: dict[str, list[str]]) -> None:
        """Ask the pages of one host, a few at a time; each with its fragments."""
        queue = iter(pages.items())
        async with asyncio.TaskGroup() as group:
            for _ in range(min(_WORKERS, len(pages))):
                group.create_task(self._work(queue))

    async def _work(self, queue: Iterable[tuple[str, list[str]]]) -> None:
        for page, urls in queue:
            try:
                answers = await self._asker.ask(page, [urldefrag(url).fragment for url in urls])
            except Exception as error:
                odd = f"It could not be judged ({type(error).__name__}: {error})."
                answers = tuple(Answer("unchecked", odd, url, fact=False) for url in urls)
            for url, answer in zip(urls, answers, strict=True):
                self._keep(url, replace(answer, asked=self._now()))
            self._told(len(self.answers), self._total)

    def _keep(self, url: str, answer: Answer) -> None:
        """Remember an answer; failures only once the network has shown that it works at all."""
        self.answers[url] = answer
        self._online = self._online or answer.status is not None
        if answer.fact:
            self._memory.put(_key(url), "links", answer)
        else:
            self._waiting.append(url)
        if self._online:
            for waiting in self._waiting:
                self._memory.put(_key(waiting), "links", self.answers[waiting])
            self._waiting.clear()

    def is_missed(self, cited: Cited) -> bool:
        """Whether an archived copy may be all that is left."""
        answer = self.answers.get(cited.url)
        return answer is not None and (answer.lost or answer.verdict in ("gone", "soft_404"))

    async def archived(self, cited: Cited) -> None:
        """Look for a copy, where there is an archive that may be asked about the address."""
        public = self.answers[cited.url].public
        if self._archive is None or not self._archive.may_know(cited.url, public=public):
            return
        key = _key(self._settings.archive or "", cited.url, cited.day or "")
        kept = cast(Found | None, self._memory.get_all([key], Found)[key])
        if kept and self._fresh(kept.asked, fact=True):
            self._copies[cited] = kept.copy
            return
        copy, answered = await self._archive.find(cited.url, cited.day)
        self._copies[cited] = copy
        if answered:
            self._memory.put(key, "links", Found(copy, self._now()))

    def known(self, cited: Cited) -> Known:
        """What came out for one address."""
        answer = self.answers.get(cited.url)
        if answer is None:
            why = f"the time of {self._settings.seconds:g} seconds was over; run it again to go on"
            answer = replace(failed(Failure(cited.url, "timeout", why)), asked=self._now())
        age = max(0.0, self._now() - answer.asked) if cited.url in self._recalled else 0.0
        return Known(answer, self._copies.get(cited), age)


def _key(*parts: str) -> str:
    joined = "\x1f".join((VERSION, *parts))
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()


def _by_host(urls: Iterable[str]) -> list[dict[str, list[str]]]:
    """For each host its pages, and for each page the addresses that differ in the fragment alone."""
    hosts: dict[str, dict[str, list[str]]] = {}
    for url in urls:
        page, name = _split(url)
        hosts.setdefault(name, {}).setdefault(page, []).append(url)
    return list(hosts.values())


def _split(url: str) -> tuple[str, str]:
    try:
        return urldefrag(url).url, origin(url) if host_of(url) else ""
    except ValueError:
        return url, ""


def age(seconds: float) -> str:
    """`just now`, `5 minutes ago`, `3 days ago`."""
    for unit, name in ((DAY, "day"), (3600.0, "hour"), (60.0, "minute")):
        if seconds >= unit:
            number = math.floor(seconds / unit)
            return f"{number} {name}{'' if number == 1 else 's'} ago"
    return "just now"
