"""`--online`: the addresses that texts cite are asked."""

from __future__ import annotations

import asyncio
import functools
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import click

from checker.cli.private import private_option
from checker.errors import UsageError
from checker.model import Checked, Citation, Document
from checker.progress import shown

if TYPE_CHECKING:
    from checker.online import Cited, Known

ARCHIVE = "https://web.archive.org/web/"
_TITLE = re.compile(r"[“\"‘'«*_]+(.+?)[,.]?[”\"’'»*_]+", re.DOTALL)
OPTIONS = (
    click.option("--online", is_flag=True, help="Also ask whether the cited addresses are there."),
    click.option(
        "--cache-days",
        type=click.FloatRange(min=0),
        default=7,
        show_default=True,
        help="Days for which an answer counts; 0 asks anew.",
    ),
    click.option(
        "--timeout",
        type=click.FloatRange(min=0, min_open=True),
        default=600,
        show_default=True,
        help="Seconds for all addresses together; the next run goes on from there.",
    ),
    click.option(
        "--archive",
        default=ARCHIVE,
        show_default=True,
        metavar="URL",
        help="Where to look for copies of pages that are gone (a Memento TimeGate); `none` for nowhere.",
    ),
    private_option,
)


@dataclass(frozen=True, slots=True)
class Network:
    """How the network may be asked: `days` an answer counts, `seconds` for all, `archive` before an address."""

    days: float
    seconds: float
    archive: str | None
    allow_private: bool


def online_options(command: Callable[..., int]) -> Callable[..., int]:
    """The options of `--online`; the command gets them as `network` (None: offline) and `allow_private`."""

    @functools.wraps(command)
    def told(
        *, online: bool, cache_days: float, timeout: float, archive: str, allow_private: bool, **rest: Any
    ) -> int:
        network = Network(cache_days, timeout, archive_of(archive), allow_private) if online else None
        return command(network=network, allow_private=allow_private, **rest)

    return functools.reduce(lambda wrapped, option: option(wrapped), reversed(OPTIONS), told)


def archive_of(given: str) -> str | None:
    """The address of a TimeGate as it stands before another; None for `none`."""
    if given.lower() in ("", "none"):
        return None
    if urlsplit(given).scheme not in ("http", "https"):
        raise UsageError(
            "this is no address of an archive", where=given, do="Begin it with https://, or give `none`."
        )
    return given if given.endswith(("/", "=")) else f"{given}/"


def checked(
    citations: Sequence[Citation], documents: Sequence[Document], network: Network, *, cached: bool
) -> list[Citation]:
    """The citations, those with an address that the corpus does not hold with what the network says of it."""
    from checker.online import Cited, lines

    days = {d.doc: d.published.from_ if d.published else None for d in documents}
    wanted = {
        c: Cited(c.target.url, days[c.span.doc])
        for c in citations
        if c.verdict == "unchecked" and c.target and c.target.url and _is_web(c.target.url)
    }
    known = _asked(list(wanted.values()), network, cached=cached)
    texts = {d.doc: d for d in documents}
    found = [_told(c, known[wanted[c]], texts[c.span.doc]) if c in wanted else c for c in citations]
    for line in lines(found):
        click.echo(line, err=True)
    return found


def _is_web(url: str) -> bool:
    return url.lower().startswith(("http://", "https://"))


def _asked(cited: Sequence[Cited], network: Network, *, cached: bool) -> dict[Cited, Known]:
    from checker.online import Settings, check
    from checker.store import Cache, default_folder
    from checker.web import Client

    cache = Cache(default_folder() / "links.sqlite" if cached else None)
    settings = Settings(network.days, network.seconds, network.archive)

    async def ask(told: Callable[[int, int], None]) -> dict[Cited, Known]:
        async with Client(allow_private=network.allow_private) as client:
            return await check(cited, client, cache, settings, told=told)

    try:
        with shown(terminal=sys.stderr.isatty()) as progress:
            return asyncio.run(ask(lambda done, total: progress("links", done, total)))
    finally:
        cache.close()


def _told(citation: Citation, known: Known, document: Document) -> Citation:
    """The citation with the verdict, what it rests on, and in what the page is not what the text says."""
    from checker.online import age, differs

    answer = known.answer
    at = datetime.fromtimestamp(answer.asked, UTC).isoformat(timespec="seconds")
    days = round(known.age / 86_400, 4)
    found = Checked(answer.url, answer.status, answer.chain, answer.place, at, days, known.copy, answer.page)
    if answer.page and citation.target:
        claimed = _title(citation, document), citation.target.outlet, citation.target.date
        citation = replace(citation, differs=differs(answer.url, *claimed, answer.page))
    reason = answer.reason + (f" Asked {age(known.age)}." if days else "")
    if known.copy:
        reason += f" A copy of {known.copy.date} is archived."
    return replace(citation, verdict=answer.verdict, reason=reason, checked=found)


def _title(citation: Citation, document: Document) -> str | None:
    """What a text calls the page: the words of its link, where they are set in quotation marks or in italics."""
    for link in document.links:
        if citation.span.start <= link.start and link.end <= citation.span.end:
            set_as = _TITLE.fullmatch(document.quote(link.label).strip())
            return set_as[1] if set_as else None
    return None
