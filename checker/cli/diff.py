"""`checker diff`: what is new, gone or changed between two reports.

Records are matched by what they say, not by where it stands or by their ids, so that a text that got longer above a
citation does not make that citation another one.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from checker import wire
from checker.cli.changes import in_words
from checker.cli.output import Row, chosen, counted, emit, format_option, output_option
from checker.errors import ReportError

Key = Callable[[Row], object]
CHANGES = ("new", "gone", "changed")


@dataclass(frozen=True, slots=True)
class Kind:
    """A list of a report: `keys` match its records, the surest first; `compared` are the fields that may change."""

    name: str
    list_: str
    keys: tuple[Key, ...]
    compared: Callable[[Row], Row]
    what: Callable[[Row], str]
    place: Callable[[Row], Row | None]


def _fields(*names: str) -> Callable[[Row], Row]:
    return lambda row: {name: row[name] for name in names}


def _quotes(spans: Sequence[Row]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((span["doc"], span["quote"]) for span in spans))


def _divergence(row: Row) -> Row:
    evidence = [
        f"{e['doc']}: {e['quote']}" for e in sorted(row["evidence"], key=lambda e: (e["doc"], e["quote"]))
    ]
    return {**_fields("statement", "importance", "absent_from", "note")(row), "evidence": evidence}


def _event(row: Row) -> Row:
    mentions = [f"{doc}: {quote}" for doc, quote in _quotes(row["mentions"])]
    return {**_fields("label", "date", "participants")(row), "mentions": mentions}


def _first(spans: Sequence[Row]) -> Row | None:
    return spans[0] if spans else None


KINDS = (
    Kind(
        "document",
        "documents",
        (lambda r: r["doc"],),
        _fields("title", "outlet", "author", "published", "role", "language", "text_sha256"),
        lambda r: str(r["title"] or r["doc"]),
        lambda r: {"doc": r["doc"], "start": 0, "end": 0},
    ),
    Kind(
        "event",
        "events",
        (
            lambda r: (r["label"], _quotes(r["mentions"])),
            lambda r: r["label"],
            lambda r: _quotes(r["mentions"]),
        ),
        _event,
        lambda r: str(r["label"]),
        lambda r: _first(r["mentions"]),
    ),
    Kind(
        "divergence",
        "divergences",
        (
            lambda r: (r["kind"], r["statement"], _quotes(r["evidence"])),
            lambda r: (r["kind"], _quotes(r["evidence"])),
            lambda r: (r["kind"], r["statement"]),
        ),
        _divergence,
        lambda r: str(r["statement"]),
        lambda r: _first(r["evidence"]),
    ),
    Kind(
        "citation",
        "citations",
        (lambda r: (r["doc"], r["form"], r["quote"], r["target"]), lambda r: (r["doc"], r["quote"])),
        _fields("form", "verdict", "target"),
        lambda r: str(r["quote"]),
        lambda r: r,
    ),
)
KNOWN = (*CHANGES, *(f"{change}:{kind.name}" for change in CHANGES for kind in KINDS))
"""What --fail-on may name."""


@click.command(
    epilog="\b\nExamples:\n  checker diff reports/monday reports/tuesday\n"
    "  checker diff reports/old reports/new --fail-on new:divergence,gone:document --format md"
)
@click.argument("old", type=click.Path(exists=True, path_type=Path))
@click.argument("new", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--fail-on",
    default="",
    metavar="CHANGES",
    help="Exit with 1 on these: new, gone, changed, or one of a kind, as new:divergence.",
)
@format_option
@output_option
def diff(old: Path, new: Path, *, fail_on: str, form: str | None, output: Path | None) -> int:
    """Say what is new, gone or changed between two reports: documents, events, divergences and citations.

    OLD and NEW are report folders, or their report.json.
    """
    wanted = chosen(fail_on, KNOWN, "change")
    before, after = _read(old), _read(new)
    try:
        rows = [row for kind in KINDS for row in changes(kind, before[kind.list_], after[kind.list_])]
    except (KeyError, TypeError, AttributeError) as error:
        raise ReportError("a report is damaged", where=f"{old}, {new}", do="Write it again.") from error
    emit(rows, form, output, in_words)
    told = (f"{sum(r['change'] == change for r in rows)} {change}" for change in CHANGES)
    click.echo(f"{counted(len(rows), 'difference')}: {', '.join(told)}", err=True)
    return 1 if any({r["change"], f"{r['change']}:{r['kind']}"} & wanted for r in rows) else 0


def changes(kind: Kind, old: Sequence[Row], new: Sequence[Row]) -> Iterator[Row]:
    """A row for each record that is new, gone or changed, in the order of the reports."""
    pairs = _pairs(kind.keys, old, new)
    for number, row in enumerate(new):
        if number not in pairs:
            yield _row("new", kind, row, {}, kind.compared(row))
            continue
        was, now = kind.compared(old[pairs[number]]), kind.compared(row)
        differ = [name for name in now if was[name] != now[name]]
        if differ:
            yield _row("changed", kind, row, {n: was[n] for n in differ}, {n: now[n] for n in differ})
    kept = set(pairs.values())
    for number, row in enumerate(old):
        if number not in kept:
            yield _row("gone", kind, row, kind.compared(row), {})


def _pairs(keys: Sequence[Key], old: Sequence[Row], new: Sequence[Row]) -> dict[int, int]:
    """Numbers of new records with those of their old ones; records alike are paired in their order."""
    pairs: dict[int, int] = {}
    for key in keys:
        taken = set(pairs.values())
        waiting: dict[str, list[int]] = defaultdict(list)
        for number, row in reversed(list(enumerate(old))):
            if number not in taken:
                waiting[_text(key(row))].append(number)
        for number, row in enumerate(new):
            if number not in pairs and waiting[_text(key(row))]:
                pairs[number] = waiting[_text(key(row))].pop()
    return pairs


def _text(key: object) -> str:
    return json.dumps(key, sort_keys=True)


def _row(change: str, kind: Kind, row: Row, was: Row, now: Row) -> Row:
    place = kind.place(row) or {}
    where = {name: place.get(name) for name in ("doc", "start", "end")}
    head = {"schema": wire.schema_id("changes"), "change": change, "kind": kind.name}
    return {**head, "what": kind.what(row), **where, "was": was, "now": now}


def _read(given: Path) -> Row:
    folder = given.parent if given.is_file() else given
    file = given if given.suffix == ".json" else folder / "report.json"
    try:
        data: Any = json.loads(file.read_text("utf-8", "surrogatepass"))
    except (OSError, ValueError, RecursionError) as error:
        raise ReportError(
            "there is no report", where=str(given), do="Name a folder that `checker report` wrote."
        ) from error
    if not isinstance(data, dict) or data.get("schema") != wire.schema_id("report"):
        raise ReportError("this is no report of this version", where=str(file), do="Write it again.")
    return data
