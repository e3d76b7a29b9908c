"""Short names of sources, short keys for locators and safe names for files."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from checker.model import Document, Provenance
from checker.report.words import month, shorten

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_PIECE = re.compile(r"[^A-Za-z0-9]+")


@dataclass(frozen=True, slots=True)
class SourceName:
    """`short` is who first published, `via` how it reached us; `full` is both on one line."""

    short: str
    via: str

    @property
    def full(self) -> str:
        """The name as "ORIGINAL via REPUBLISHER", or the short name alone."""
        return f"{self.short}{'' if self.via.startswith(',') else ' '}{self.via}" if self.via else self.short


def safe_names(docs: Iterable[str]) -> dict[str, str]:
    """For each document id a file name stem: letters, digits, `._-`, unique also where case is ignored."""
    stems = {doc: _UNSAFE.sub("-", doc).strip(".-_")[:60] for doc in docs}
    seen = Counter(stem.lower() for stem in stems.values())
    return {
        doc: stem if stem and seen[stem.lower()] == 1 and stem == doc else _with_hash(stem, doc)
        for doc, stem in stems.items()
    }


def _with_hash(stem: str, doc: str) -> str:
    digest = hashlib.sha256(doc.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{stem}-{digest}" if stem else digest


def short_keys(docs: Iterable[str]) -> dict[str, str]:
    """For each document id the shortest head of its name that no other has, at most twelve characters."""
    stems = {doc: PurePosixPath(doc).stem or doc for doc in docs}
    for pieces in (1, 2):
        heads = {doc: _head(stem, pieces) for doc, stem in stems.items()}
        if len(set(heads.values())) == len(heads):
            return heads
    return {doc: f"s{i}" for i, doc in enumerate(stems, 1)}


def _head(stem: str, pieces: int) -> str:
    return "-".join([p for p in _PIECE.split(stem) if p][:pieces])[:12] or "text"


def source_names(
    documents: Iterable[Document], provenance: Mapping[str, Provenance]
) -> dict[str, SourceName]:
    """The name of each document; where two would share one, the month or the id tells them apart."""
    documents = list(documents)
    names = {d.doc: _name(d, provenance.get(d.doc)) for d in documents}
    for mark in (_by_month, _by_doc):
        shared = Counter(name.full for name in names.values())
        names = {
            d.doc: mark(names[d.doc], d) if shared[names[d.doc].full] > 1 else names[d.doc] for d in documents
        }
    return names


def _by_month(name: SourceName, document: Document) -> SourceName:
    when = document.published
    return SourceName(name.short, f"{name.via}, {month(when.from_)}") if when else name


def _by_doc(name: SourceName, document: Document) -> SourceName:
    return SourceName(name.short, f"{name.via}, {document.doc}")


def _name(document: Document, provenance: Provenance | None) -> SourceName:
    origin, translated = _origin(provenance)
    own = document.outlet_name or shorten(document.title or "", 32) or document.doc
    if origin and not translated and document.outlet_name and origin != document.outlet_name:
        return SourceName(origin, f"via {document.outlet_name}")
    if translated:
        return SourceName(origin or own, ", via translation")
    return SourceName(origin or own, "")


def _origin(provenance: Provenance | None) -> tuple[str | None, bool]:
    """The outlet of an original that is not in the corpus, and whether the text is a translation."""
    links = provenance.links if provenance else ()
    found = [link for link in links if link.relation in ("republication", "translation")]
    outlet = next((link.of.outlet for link in found if link.of.outlet and not link.of.doc), None)
    return outlet, any(link.relation == "translation" for link in found)
