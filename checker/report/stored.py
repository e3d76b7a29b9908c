"""The texts beside a report, and the list of hashes by which its citations are proved."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Any

from checker.model import Document, Range
from checker.report.source_text import merged

SCHEMA = "checker.report-manifest/1"


def encode(text: str) -> bytes:
    """UTF-8, with lone surrogates kept so that nothing of a text is lost."""
    return text.encode("utf-8", "surrogatepass")


def stored_paths(names: Mapping[str, str], *, excerpts: bool) -> dict[str, str]:
    """For each document, by its safe file name, where its text is kept in the report folder."""
    ending = ".excerpts.json" if excerpts else ".txt"
    short = {doc: name.removesuffix(".txt") for doc, name in names.items()}
    seen = Counter(stem.lower() for stem in short.values())
    return {
        doc: f"texts/{stem if seen[stem.lower()] == 1 else names[doc]}{ending}" for doc, stem in short.items()
    }


def stored_bytes(document: Document, cited: Iterable[Range], *, excerpts: bool) -> bytes:
    """The exact text, or with `excerpts` only the cited passages with their places."""
    if not excerpts:
        return encode(document.text)
    passages = [[s, e, document.text[s:e]] for s, e in merged(cited)]
    record = {"doc": document.doc, "text_sha256": document.text_sha256, "passages": passages}
    return as_json(record)


def as_json(record: Mapping[str, Any]) -> bytes:
    """JSON with sorted keys, ASCII only, so that equal records are equal bytes."""
    return (json.dumps(record, ensure_ascii=True, sort_keys=True, indent=1) + "\n").encode("ascii")


def byte_places(text: str, cited: Iterable[Range]) -> dict[str, int]:
    """For each border of a cited range that is not where it would be in plain ASCII: its place in bytes."""
    borders = sorted({border for reach in cited for border in reach})
    sizes = accumulate((_width(c) for c in text), initial=0)
    at = dict(enumerate(sizes)) if borders else {}
    return {str(border): at[border] for border in borders if at[border] != border}


def _width(character: str) -> int:
    code = ord(character)
    return 1 if code < 0x80 else 2 if code < 0x800 else 3 if code < 0x10000 else 4


def manifest(
    documents: Sequence[Document],
    paths: Mapping[str, str],
    cited: Mapping[str, Iterable[Range]],
    files: Mapping[str, str],
    made_of: str,
    *,
    single: bool,
    excerpts: bool,
) -> bytes:
    """The manifest: every file with its hash, every text with its hashes, length and places.

    `made_of` is the hash of what the report was made of.
    """
    texts = [
        {
            "doc": d.doc,
            "file": paths[d.doc],
            "capture_sha256": d.sha256,
            "text_sha256": d.text_sha256,
            "stored_sha256": files[paths[d.doc]],
            "characters": len(d.text),
            "bytes": len(encode(d.text)),
            "places": {} if excerpts else byte_places(d.text, cited.get(d.doc, ())),
        }
        for d in sorted(documents, key=lambda d: d.doc)
    ]
    record = {
        "schema": SCHEMA,
        "mode": "excerpts" if excerpts else "full",
        "single_file": single,
        "made_of": made_of,
        "documents": texts,
        "files": dict(files),
    }
    return as_json(record)
