"""`checker add`, and the addresses of `checker report`."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from checker import wire
from checker.cli.online import ARCHIVE, archive_of
from checker.cli.output import Row, counted, emit, format_option, output_option, short
from checker.cli.private import private_option
from checker.errors import CheckerError, UsageError
from checker.progress import shown

if TYPE_CHECKING:
    from checker.collect import Options, Outcome
    from checker.model import Manifest

SHOWN = 20
"""Changes of one text that are printed for people."""


@click.command(
    epilog="\b\nExamples:\n  checker add https://example.org/storm --to storms\n"
    "  checker add articles/ 'more/*.html' crawl.warc.gz --to storms\n"
    "  checker add https://example.org/feed.xml --to storms --limit 20\n"
    "  checker add https://example.org/storm --to storms --again\n"
    "  checker add https://example.org/storm --to storms --archived-on 2019-05-04"
)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@click.option(
    "--to",
    "corpus",
    required=True,
    type=click.Path(path_type=Path),
    metavar="CORPUS",
    help="Folder to add to.",
)
@click.option(
    "--limit", type=click.IntRange(min=1), default=1000, show_default=True, help="New sources in this run."
)
@click.option("--again", is_flag=True, help="Ask again for what is there; a changed text is kept beside it.")
@click.option("--archived", is_flag=True, help="Take an archived copy where a page cannot be captured.")
@click.option("--archived-on", metavar="DAY", help="Take the archived copies nearest to that day instead.")
@click.option(
    "--archive",
    default=ARCHIVE,
    show_default=True,
    metavar="URL",
    help="Where archived copies are (a Memento TimeGate).",
)
@private_option
@format_option
@output_option
def add(
    sources: tuple[str, ...],
    *,
    corpus: Path,
    limit: int,
    again: bool,
    archived: bool,
    archived_on: str | None,
    archive: str,
    allow_private: bool,
    form: str | None,
    output: Path | None,
) -> int:
    """Capture sources into a corpus.

    SOURCE is an address, a file, a folder, a glob, a web archive (.warc, .warc.gz, .wacz), a feed (RSS, Atom) or a
    sitemap. The bytes go into CORPUS/sources as they came, the exchange with the host into CORPUS/archive (WARC), a
    line into CORPUS/manifest.jsonl. What is there already is passed over, so that a run that was broken off goes on
    when it is repeated. Exits with 1 where something could not be added.
    """
    from checker.collect import Options

    options = Options(limit, again, archived, _day(archived_on))
    outcomes = collected(sources, corpus, options, archive_of(archive), allow_private=allow_private)
    known = _entries(corpus) if any(outcome.revision_of for outcome in outcomes) else {}
    emit((_row(outcome, corpus, known) for outcome in outcomes), form, output, _in_words)
    click.echo(_summary(outcomes, corpus), err=True)
    return 1 if any(outcome.state == "failed" for outcome in outcomes) else 0


def collected(
    sources: Sequence[str], corpus: Path, options: Options, archive: str | None, *, allow_private: bool
) -> list[Outcome]:
    """Add sources to the corpus at a folder."""
    import asyncio

    from checker import collect
    from checker.web import Client

    wanted = collect.checked(sources)

    async def go(held: collect.Corpus, told: Callable[[int, int], None]) -> list[Outcome]:
        async with Client(collect.LIMITS, allow_private=allow_private) as client:
            return await collect.add(wanted, held, collect.Fetcher(client, archive), options, _same, told)

    with collect.opened(corpus) as held, shown(terminal=sys.stderr.isatty()) as progress:
        return asyncio.run(go(held, lambda done, total: progress("captures", done, total)))


@contextmanager
def captured(paths: Sequence[str], corpus: Path | None, *, allow_private: bool) -> Iterator[tuple[str, ...]]:
    """The paths, with the folder of what their addresses gave in place of these: `corpus`, or one for the while."""
    urls = _addresses(paths)
    if not urls:
        if corpus:
            raise UsageError(
                "there is nothing to capture", where="--to", do="Leave out --to, or name addresses."
            )
        yield tuple(paths)
        return
    from checker.collect import Options

    with TemporaryDirectory(prefix="checker-") as folder:
        target = corpus or Path(folder) / "captures"
        outcomes = collected(urls, target, Options(), None, allow_private=allow_private)
        for outcome in outcomes:
            if outcome.state == "failed":
                click.echo(f"not captured: {outcome.source}: {outcome.why}", err=True)
        if not any(outcome.doc for outcome in outcomes):
            raise CheckerError(
                "no address could be captured", where=" ".join(urls[:3]), do=str(outcomes[0].do)
            )
        yield (*(path for path in paths if path not in urls), str(target))


def _addresses(paths: Sequence[str]) -> list[str]:
    """The addresses among the paths; what captures them is not loaded where there can be none."""
    if not any("://" in path for path in paths):
        return []
    from checker.collect import is_address

    return [path for path in paths if is_address(path)]


def _day(given: str | None) -> str | None:
    if given is None:
        return None
    try:
        return date.fromisoformat(given).isoformat()
    except ValueError:
        raise UsageError(
            "this is no day", where=f"--archived-on {given}", do="Write it as 2019-05-04."
        ) from None


def _text(data: bytes, media_type: str) -> str | None:
    """The text of a capture; None where there is none."""
    from checker import extract
    from checker.model import Manifest, Snapshot

    try:
        return extract.run(Snapshot("", "", data, "", media_type, Manifest(""))).text
    except CheckerError:
        return None


def _same(before: bytes, after: bytes, media_type: str) -> bool:
    text = _text(before, media_type)
    return text is not None and text == _text(after, media_type)


def _entries(corpus: Path) -> dict[str, Manifest]:
    from checker.capture import manifest

    return {entry.id or entry.path: entry for entry in manifest.load(corpus / "manifest.jsonl")[0]}


def _row(outcome: Outcome, corpus: Path, known: Mapping[str, Manifest]) -> Row:
    pair = [known[str(doc)] for doc in (outcome.revision_of, outcome.doc) if doc in known]
    row = {"schema": wire.schema_id("captures"), **asdict(outcome), "between": [], "changes": []}
    if len(pair) == 2:
        row["between"] = [entry.retrieved or "" for entry in pair]
        before, after = (corpus / entry.path for entry in pair)
        row["changes"] = _changes(before, after, str(pair[1].media_type))
    return row


def _changes(before: Path, after: Path, media_type: str) -> list[Row]:
    """The words that a revision changed."""
    from checker.changes import changes

    old, new = (_text(path.read_bytes(), media_type) for path in (before, after))
    return [asdict(change) for change in changes(old, new)] if old and new else []


def _in_words(row: Row) -> Row:
    """One line for people, the changes below it."""
    told = {key: row[key] for key in ("path", "revision_of", "why", "do") if row[key]}
    if row["state"] in ("there", "list"):
        told.pop("do", None)
    if row["between"]:
        told["between"] = " and ".join(row["between"])
    said = [_said(change) for change in row["changes"][:SHOWN]]
    more = len(row["changes"]) - len(said)
    words = {f"change {number}": text for number, text in enumerate(said, 1)}
    rest = {"more": counted(more, "further change")} if more > 0 else {}
    return {"name": f"{row['state']:8}{row['source']}", **told, **words, **rest}


def _said(change: Row) -> str:
    gone, come = short(change["before"]), short(change["after"])
    return f"“{gone}” → “{come}”" if gone and come else f"− “{gone}”" if gone else f"+ “{come}”"


_WORDS = {
    "added": "added", "changed": "changed and kept beside the earlier", "same": "unchanged", "there": "there already",
    "left": "left for another run", "failed": "failed",
}  # fmt: skip


def _summary(outcomes: Sequence[Outcome], corpus: Path) -> str:
    counts = Counter(outcome.state for outcome in outcomes)
    told = [f"{counts[state]:,} {words}" for state, words in _WORDS.items() if counts[state]]  # type: ignore[index]
    return f"{corpus}: {', '.join(told) or 'nothing to add'}"
