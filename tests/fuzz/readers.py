"""Every reader of what comes from outside: functions of bytes that raise nothing but failures."""

from __future__ import annotations

import hashlib
import io
import json
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

import click

from checker import extract
from checker.capture import catalogue, folder, manifest, media, payload, warc
from checker.cli import baseline, config, diff, verify
from checker.cli.commands import Commands
from checker.collect import feeds, robots, sitemaps
from checker.collect.disk import _Intent
from checker.errors import CheckerError
from checker.extract import pdf, pdf_lines, pdf_worker, word
from checker.model import Group, Manifest, Snapshot
from checker.report import printed, prove, unchanged
from checker.report.stored import SCHEMA
from checker.standing import MANIFEST
from checker.store import Cache

Reader = Callable[[bytes], None]
READERS: dict[str, Reader] = {}
"""The readers by name; the folder of that name in `found` has inputs of its own."""
COMMANDS = Commands()
LIMIT = 2_000_000


def reader(function: Reader) -> Reader:
    """Enter a reader under its name. What it says to a person on purpose is an answer, not a failure."""

    def read(data: bytes) -> None:
        try:
            function(data)
        except (CheckerError, click.ClickException):
            return

    READERS[function.__name__] = read
    return read


def document(data: bytes, media_type: str, name: str) -> None:
    """Extract a document; each span in it must be one of its text."""
    found = extract.run(
        Snapshot(name, name, data, hashlib.sha256(data).hexdigest(), media_type, Manifest(name))
    )
    extract.problems(found)
    for start, end in (*found.body, *found.boilerplate, *((b.start, b.end) for b in found.blocks)):
        assert 0 <= start <= end <= len(found.text)
    for candidate in found.candidates:
        if candidate.span is not None:
            assert found.text[candidate.span.start : candidate.span.end] != ""


def placed(data: bytes, name: str) -> Path:
    """A file with these bytes, in a folder that the system clears away."""
    path = Path(tempfile.gettempdir(), "checker-fuzz", name)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    return path


@reader
def html(data: bytes) -> None:
    document(data, "text/html", "a.html")


@reader
def json_ld(data: bytes) -> None:
    head = b"<html><head><title>T</title><script type='application/ld+json'>"
    document(
        head + data + b"</script></head><body><article><p>Ada Lund said so.</p></article></body>",
        "text/html",
        "a.html",
    )


@reader
def markdown(data: bytes) -> None:
    document(data, "text/markdown", "a.md")


@reader
def text(data: bytes) -> None:
    document(data, "text/plain", "a.txt")


@reader
def text_in_a_charset(data: bytes) -> None:
    name, _, rest = data.partition(b"\n")
    document(rest, f"text/plain; charset={name.decode('latin-1')}", "a.txt")


@reader
def word_whole(data: bytes) -> None:
    document(data, word.MEDIA_TYPE, "a.docx")


@reader
def word_xml(data: bytes) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in ("document.xml", "footnotes.xml", "_rels/document.xml.rels"):
            archive.writestr(f"word/{name}", data)
    document(packed.getvalue(), word.MEDIA_TYPE, "a.docx")


@reader
def pdf_whole(data: bytes) -> None:
    """The process of its own, in this one: what it does not survive is an answer in `main`."""
    if b"%PDF-" not in data[:1024]:
        return
    try:
        answer = json.loads(json.dumps(pdf_worker._read(data, 50, 100_000)))
    except Exception as error:
        answer = {"error": type(error).__name__}
    with patch.object(pdf_lines, "_answer", lambda *_: answer):
        document(data, pdf.MEDIA_TYPE, "a.pdf")


@reader
def web_archive(data: bytes) -> None:
    for name in ("a.warc", "a.warc.gz"):
        for answer in warc.answers(placed(data, name), LIMIT):
            if isinstance(answer, warc.Record):
                assert answer.media_type is None or answer.body
                assert answer.normal_url != "" and answer.moment != ""


@reader
def wacz(data: bytes) -> None:
    list(warc.answers(placed(data, "a.wacz"), LIMIT))


@reader
def wacz_holding(data: bytes) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("archive/data.warc", data)
    list(warc.answers(placed(packed.getvalue(), "b.wacz"), LIMIT))


@reader
def body(data: bytes) -> None:
    head, _, rest = data.partition(b"\n")
    said = head.decode("latin-1")
    try:
        found = payload.plain(rest, said, said, LIMIT)
    except payload.PayloadError:
        return
    media.readable(said, found)


@reader
def manifest_lines(data: bytes) -> None:
    manifest.load(placed(data, "manifest.jsonl"))


@reader
def corpus(data: bytes) -> None:
    """A manifest of one line about a file that is there."""
    place = Path(tempfile.gettempdir(), "checker-fuzz", "corpus")
    place.mkdir(parents=True, exist_ok=True)
    (place / "manifest.jsonl").write_bytes(data)
    (place / "a.txt").write_text("Ada Lund spoke.")
    for snapshot in folder.read([str(place)]).snapshots:
        extract.run(snapshot)


@reader
def corpus_toml(data: bytes) -> None:
    catalogue.load(placed(data, "corpus.toml"))


@reader
def checker_toml(data: bytes) -> None:
    config.defaults(placed(data, "checker.toml"), COMMANDS)


@reader
def known_findings(data: bytes) -> None:
    baseline._read(placed(data, "baseline.json"))


@reader
def quotations(data: bytes) -> None:
    list(verify._quotes_of(placed(data, "quotes.jsonl")))


@reader
def feed(data: bytes) -> None:
    feeds.read(data, "https://vale.test/feed")


@reader
def sitemap(data: bytes) -> None:
    sitemaps.read(data, "https://vale.test/sitemap.xml")


@reader
def robots_txt(data: bytes) -> None:
    rules = robots.read(data)
    rules.can_fetch("https://vale.test/a/b?c=d", robots.AGENT)
    min(rules.crawl_delay(robots.AGENT) or 0.0, 1.0)


@reader
def note_of_intent(data: bytes) -> None:
    _Intent.read(placed(data, "intent.json"))


@reader
def printed_page(data: bytes) -> None:
    page_of_ours = data.decode("utf-8", "replace")
    found, _ = printed.printed_citations(page_of_ours, "index.html")
    assert all(isinstance(citation.start, int) for citation in found)


@reader
def printed_report(data: bytes) -> None:
    """A report whose list of files, page and text are the same hostile bytes; then a list that is nearly right."""
    place = Path(tempfile.gettempdir(), "checker-fuzz", "report")
    place.mkdir(parents=True, exist_ok=True)
    for name in ("index.html", "a.txt", MANIFEST):
        (place / name).write_bytes(data)
    unchanged.stands(place, "x")
    with_answer(lambda: prove(place))
    try:
        row: Any = json.loads(data)
    except (ValueError, RecursionError):
        row = None
    row = row if isinstance(row, dict) else {"characters": row}
    text_row = {"doc": "a", "file": "a.txt", "characters": 1, "bytes": len(data), "places": {}, **row}
    record = {"schema": SCHEMA, "files": {"index.html": "0"}, "mode": "whole", "documents": [text_row], **row}
    (place / MANIFEST).write_text(json.dumps(record))
    (place / "index.html").write_text('<q data-doc="a" data-start="0" data-end="2">ab</q>')
    unchanged.stands(place, "x")
    prove(place)


@reader
def two_reports(data: bytes) -> None:
    list_of = ("documents", "events", "divergences", "citations")
    with_answer(lambda: diff._read(placed(data, "report.json")))
    try:
        row: Any = json.loads(data)
    except (ValueError, RecursionError):
        return
    lists = {name: row if isinstance(row, list) else [row] for name in list_of}
    whole = {"schema": "checker/report/1", **lists, **(row if isinstance(row, dict) else {})}
    path = placed(json.dumps(whole).encode(), "report.json")
    diff.diff.callback(path, path, fail_on="", form="jsonl", output=path.with_name("out"))  # type: ignore[misc]


@reader
def cache(data: bytes) -> None:
    path = placed(data, "results.sqlite")
    for suffix in ("-wal", "-shm", ".broken"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    kept = Cache(path)
    kept.get("k", tuple[Group, ...])
    kept.put("k", "groups", (Group("g", ("a",)),))
    kept.close()


def with_answer(call: Callable[[], object]) -> None:
    """Call it; an error that is meant for a person is an answer."""
    try:
        call()
    except CheckerError:
        return
