"""Sources into a corpus: what is there is passed over, what can be had is kept, what cannot is told."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from checker.collect import feeds, sitemaps
from checker.collect.corpus import Corpus
from checker.collect.keeping import Keeper, Same, there
from checker.collect.pages import Fetcher, Got, Listing, Unchanged
from checker.collect.records import KEPT, Capture, Outcome, Refused
from checker.collect.sitemaps import ListError
from checker.collect.sources import Address, Item, address, items
from checker.errors import CheckerError
from checker.model import Manifest

WORKERS = 8
"""Addresses that are asked at once, over all hosts."""
DEEPEST = 2
"""Lists that may lead to a page: an index and a sitemap, or a feed."""
Told = Callable[[int, int], None]
Key = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Options:
    """`limit` of new sources; `again`: ask for what is there once more.

    `archived`: an archived copy where a page cannot be had; `day`: the copy nearest to that day rather than the page.
    """

    limit: int = 1000
    again: bool = False
    archived: bool = False
    day: str | None = None


async def add(
    sources: Iterable[str], corpus: Corpus, fetcher: Fetcher, options: Options, same: Same, told: Told
) -> list[Outcome]:
    """One outcome for each source, or for each address or record that it stands for, in their order."""
    run = _Run(corpus, fetcher, options, same, told)
    for source in sources:
        for item in items(source):
            run.take(item)
    await run.ask_all()
    return run.outcomes()


class _Run:
    def __init__(self, corpus: Corpus, fetcher: Fetcher, options: Options, same: Same, told: Told) -> None:
        self._corpus, self._keeper = corpus, Keeper(corpus, same)
        self._fetcher, self._options, self._told = fetcher, options, told
        self._left = options.limit
        self._queue: deque[tuple[Key, Address]] = deque()
        self._seen: set[str] = set()
        self._done: dict[Key, Outcome] = {}
        self._taken = 0

    def outcomes(self) -> list[Outcome]:
        """All of them, in the order of the sources."""
        return [self._done[key] for key in sorted(self._done)]

    def take(self, item: Item, under: Key = ()) -> None:
        """Put an address into the queue; deal with all else at once."""
        self._taken += 1
        key = (*under, self._taken)
        if isinstance(item, Address):
            if item.normal not in self._seen:
                self._seen.add(item.normal)
                self._queue.append((key, item))
        elif isinstance(item, Listing):
            self._done[key] = self._unfolded(item, item.source, 0, key)
        elif isinstance(item, Outcome):
            self._done[key] = item
        elif self._left <= 0:
            self._done[key] = _left(item.source)
        else:
            self._done[key] = self._counted(self._placed(item.capture, item.source, asked=False))

    def _placed(self, capture: Capture, source: str, *, asked: bool) -> Outcome:
        """One odd page never ends a run; a corpus that cannot be written does."""
        try:
            return self._keeper.placed(capture, source, asked=asked)
        except (OSError, CheckerError):
            raise
        except Exception as error:
            return _odd(source, error)

    def _counted(self, outcome: Outcome) -> Outcome:
        self._left -= outcome.state in KEPT
        return outcome

    async def ask_all(self) -> None:
        """Ask the addresses of the queue, some at once, until it is empty."""
        working: set[asyncio.Task[None]] = set()
        try:
            while self._queue or working:
                while self._queue and len(working) < WORKERS:
                    working.add(asyncio.ensure_future(self._ask(*self._queue.popleft())))
                ended, working = await asyncio.wait(working, return_when=asyncio.FIRST_COMPLETED)
                for task in ended:
                    task.result()
                self._told(len(self._done), len(self._done) + len(self._queue) + len(working))
        finally:
            for task in working:
                task.cancel()
            await asyncio.gather(*working, return_exceptions=True)

    async def _ask(self, key: Key, asked: Address) -> None:
        known = self._corpus.captures_of(asked.url)
        known = [entry for entry in known if entry.archived] if self._options.day else known
        if known and not self._options.again:
            self._done[key] = there(asked.url, known[-1])
        elif self._left <= 0:
            self._done[key] = _left(asked.url)
        else:
            self._left -= 1
            got = await self._got(asked.url, known[-1] if known else None)
            self._left += 1
            self._done[key] = self._counted(self._judged(got, asked, key))

    async def _got(self, url: str, earlier: Manifest | None) -> Got:
        if self._options.day:
            return await self._fetcher.copy(url, self._options.day)
        got = await self._fetcher.page(url, if_changed=self._keeper.conditions(earlier) if earlier else None)
        if not isinstance(got, Refused) or not self._options.archived:
            return got
        copy = await self._fetcher.copy(url, None)
        return replace(got, why=f"{got.why}; {copy.why}") if isinstance(copy, Refused) else copy

    def _judged(self, got: Got, asked: Address, key: Key) -> Outcome:
        if isinstance(got, Capture):
            return self._placed(got, asked.url, asked=True)
        if isinstance(got, Listing):
            return self._unfolded(got, asked.url, asked.depth, key)
        if isinstance(got, Unchanged):
            return self._keeper.unchanged(got, asked.url, self._corpus.captures_of(asked.url)[-1])
        return Outcome(asked.url, "failed", why=got.why, do=got.do)

    def _unfolded(self, listing: Listing, source: str, depth: int, key: Key) -> Outcome:
        """Put the addresses of a feed or sitemap into the queue."""
        if depth >= DEEPEST or (depth and listing.kind == "feed"):
            return Outcome(source, "failed", why="a list inside a list", do="Add it by itself.")
        try:
            pages, maps, told = _read(listing)
        except ListError as error:
            return Outcome(source, "failed", why=error.what, do=error.do)
        except Exception as error:
            return _odd(source, error)
        for url in maps:
            self.take(address(url, depth + 1), key)
        for url in pages:
            self.take(address(url, DEEPEST), key)
        return Outcome(source, "list", why=told)


def _read(listing: Listing) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """Pages and further sitemaps of a list, and what is to be told of it; ListError where it names none."""
    if listing.kind == "feed":
        feed = feeds.read(listing.data, listing.url)
        pages, told = feed.pages, ""
        maps: tuple[str, ...] = ()
        more = f"; only the first {feeds.MOST} entries were read" if feed.more else ""
    else:
        found = sitemaps.read(listing.data, listing.url)
        pages, maps = found.pages, found.maps
        told = f"; {found.elsewhere:,} on other hosts were left out" if found.elsewhere else ""
        more = f"; only the first {sitemaps.MOST:,} addresses were read" if found.more else ""
    if not pages and not maps:
        raise ListError(f"it names no page{told}", where=listing.url, do="Add the addresses of its pages.")
    counts = (len(pages), "page"), (len(maps), "sitemap")
    named = " and ".join(f"{n:,} {what}{'s' * (n != 1)}" for n, what in counts if n)
    return pages, maps, f"names {named}{told}{more}"


def _odd(source: str, error: Exception) -> Outcome:
    why = f"it could not be worked on ({type(error).__name__}: {error})"
    return Outcome(source, "failed", why=why[:300], do="Leave it out; the rest is complete without it.")


def _left(source: str) -> Outcome:
    do = "Run it again to go on, or give a larger --limit."
    return Outcome(source, "left", why="beyond the number of new sources", do=do)
