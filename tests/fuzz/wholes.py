"""Readers of rows, of files of any kind and of what the cache holds, and all stages on any text."""

from __future__ import annotations

import gzip
import hashlib
import io
import warnings
import zlib
from importlib.util import find_spec
from types import GenericAlias
from typing import Any

from checker import extract
from checker.capture import folder, tables
from checker.model import Catalogue, Document, Manifest, Problem, Snapshot
from checker.online.records import Answer
from checker.pipeline import STEPS, Pipeline
from checker.quotation import Index, accepted, verify
from checker.runner import Processes
from checker.store import _decoded
from tests.fuzz.hosts import place
from tests.fuzz.readers import document, placed, reader

SUFFIXES = (
    ".txt",
    ".md",
    ".html",
    ".docx",
    ".pdf",
    ".warc",
    ".warc.gz",
    ".wacz",
    ".jsonl",
    ".jsonl.gz",
    ".xml",
    ".bin",
)
LIMIT = 200_000
SLOW = frozenset({"stages", "quotation_against_a_text"})
"""Readers whose time is that of the parser."""


def articles(name: str, data: bytes) -> None:
    """Read a table; each article of it must be whole."""
    for found in tables.snapshots(placed(data, name), "a", Manifest("a"), LIMIT, LIMIT):
        if isinstance(found, Problem):
            assert found.what and found.do
        else:
            assert found.doc and hashlib.sha256(found.data).hexdigest() == found.sha256
            extract.run(found)


@reader
def rows(data: bytes) -> None:
    articles("a.jsonl", data)
    articles("b.jsonl.gz", data)
    articles("c.ndjson.gz", gzip.compress(data))
    tables.holds_articles(placed(data, "a.jsonl"))


@reader
def parquet(data: bytes) -> None:
    articles("a.parquet", data)


@reader
def values_in_parquet(data: bytes) -> None:
    """Values of a table in a sound file, one of each kind to a column."""
    if find_spec("pyarrow") is None:
        return
    import pyarrow
    from pyarrow.parquet import write_table

    words = data[:300].decode("utf-8", "replace").split("\n")
    columns: dict[str, Any] = {
        "html": [data, None, b"<p>Ada Lund spoke."],
        "text": [words[0], None, words[-1]],
        "date": pyarrow.array([int.from_bytes(data[:4], signed=True)] * 3, pyarrow.date32()),
        "retrieved": pyarrow.array([int.from_bytes(data[:8], signed=True)] * 3, pyarrow.timestamp("us")),
        "published": [{"from": words[0]}, None, {"from": words[-1]}],
        "id": pyarrow.array([int.from_bytes(data[:8], signed=True), None, 1], pyarrow.int64()),
        "media_type": [words[0], words[-1], None],
        "url": [words[-1], f"http://vale.test/{words[0]}", None],
    }
    packed = io.BytesIO()
    write_table(pyarrow.table(columns), packed)
    articles("a.parquet", packed.getvalue())


@reader
def file_of_any_kind(data: bytes) -> None:
    """A file with an ending, alone and in a folder."""
    path = place("any") / f"a{SUFFIXES[data[0] % len(SUFFIXES)] if data else '.txt'}"
    path.write_bytes(data[1:])
    for given in (path, path.parent):
        collection = folder.read([str(given)], limit=LIMIT)
        for problem in collection.problems:
            assert problem.what and problem.do
        if path.suffix != ".pdf":
            for snapshot in collection.snapshots[:4]:
                extract.run(snapshot)


@reader
def stated_day(data: bytes) -> None:
    """A day and names as a page, a manifest and a text state them."""
    words = data[:400].decode("utf-8", "replace")
    safe = words.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    page = (
        f'<html><head><meta property="article:published_time" content="{safe}"><meta name="author" content="{safe}">'
        f'<meta name="date" content="{safe}"></head><body><article><h1>Storm</h1><p class="byline">By {safe}</p>'
        f'<time datetime="{safe}">{safe}</time><p>Published {safe}</p><p>Ada Lund spoke at Orrin.</p></article></body>'
    )
    document(page.encode("utf-8", "replace"), "text/html", "a.html")
    document(
        f"Storm\n\nBy {words}\n{words}\n\nAda Lund spoke at Orrin.\n".encode("utf-8", "replace"),
        "text/plain",
        "a.txt",
    )
    said = Manifest("a.txt", date=words, author=words, url=words, outlet=words, retrieved=words)
    extract.problems(extract.run(Snapshot("a", "a.txt", b"Ada Lund spoke.", "0", "text/plain", said)))


@reader
def cached_values(data: bytes) -> None:
    """What stands under a key, as the record of each step."""
    for packed in (data, zlib.compress(data)):
        for kind in (*(step.kind for step in STEPS), Answer, GenericAlias(tuple, (Document, ...))):
            _decoded(packed, kind)


@reader
def quotation_against_a_text(data: bytes) -> None:
    """A quotation and, after a line break, the text that it is looked for in."""
    words, _, text = data[:3000].decode("utf-8", "replace").partition("\n")
    source = text.encode("utf-8", "replace")
    snapshot = Snapshot(
        "a", "a.txt", source, hashlib.sha256(source).hexdigest(), "text/plain", Manifest("a.txt")
    )
    found = verify("1", words, Index([extract.run(snapshot)]), accepted((), ()))
    assert found


@reader
def stages(data: bytes) -> None:
    """All stages on a text and on one that tells the same otherwise: no stage gives up."""
    told = data[:1500]
    texts = (
        told,
        told.replace(b"0", b"7") + b"\n\nForty boats left Orrin on Monday, the mayor Ilva Brandt said.",
    )
    given = [
        Snapshot(
            name,
            name,
            text,
            hashlib.sha256(text).hexdigest(),
            "text/plain",
            Manifest(name, date="2021-05-31"),
        )
        for name, text in zip(("a.txt", "b.txt"), texts, strict=True)
    ]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        analysis = Pipeline(given, Catalogue(), runner=Processes(1)).analysis()
    for problem in analysis.problems:
        assert "could not be worked on" not in problem.what and "failed" not in problem.what, problem
    stored = {document.doc: document.text for document in analysis.documents}
    for attribution in analysis.attributions:
        assert stored[attribution.doc] is not None
