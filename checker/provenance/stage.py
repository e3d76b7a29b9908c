"""Where texts come from, and who speaks in them."""

from __future__ import annotations

from collections import defaultdict

from checker.model import Document, Provenance, ProvenanceLink, Reuse, first_joined
from checker.provenance import captures, copies, links, sharing

NAME = "provenance"
VERSION = "3"
REQUIRES = ("documents", "reuse")


def run(documents: tuple[Document, ...], reuse: tuple[Reuse, ...]) -> tuple[Provenance, ...]:
    """One record for each document, sorted by document.

    `origin` is the document's own id, that of its original in the corpus, or `OUTLET: TITLE` where the original is
    only named. `voice` is the smallest id among the documents of one author, one origin or one text.
    """
    found: dict[str, set[ProvenanceLink]] = defaultdict(set)
    for doc, link in (
        *links.republications(documents),
        *links.translations(documents),
        *links.same_author(documents),
        *sharing.shared_text(documents, reuse),
        *captures.revisions(documents),
        *captures.archived(documents),
        *copies.wire_copies(documents, reuse),
    ):
        found[doc].add(link)
    by_doc = {d.doc: d for d in documents}
    origins = {doc: _origin(by_doc[doc], by_doc, found) for doc in sorted(by_doc)}
    voices = _voices(origins, found)
    return tuple(Provenance(d, origins[d], voices[d], _sorted(found[d])) for d in sorted(by_doc))


def _origin(document: Document, by_doc: dict[str, Document], found: dict[str, set[ProvenanceLink]]) -> str:
    """Follows originals through the corpus; a ring of documents that name each other ends at the smallest id."""
    seen = [document.doc]
    while True:
        original = _original(found[seen[-1]])
        if original is None:
            return seen[-1]
        if original.of.doc is None:
            return _label(by_doc[seen[-1]], original) or seen[-1]
        if original.of.doc in seen:
            return min(seen[seen.index(original.of.doc) :])
        seen.append(original.of.doc)


def _original(found: set[ProvenanceLink]) -> ProvenanceLink | None:
    """The link to the authored text: one into the corpus first, then what is stated, then what is inferred."""
    able = [k for k in _sorted(found) if k.relation in ("republication", "translation", "archive")]
    return min(able, key=lambda k: (k.of.doc is None, k.basis == "inferred"), default=None)


def _label(document: Document, link: ProvenanceLink) -> str:
    """`Northern Light: The quiet harbour`; "" where the outlet is not known."""
    prefix = next((c.value for c in document.candidates if c.rule == "extract.headline_prefix"), None)
    title = (document.title or "").removeprefix(f"{prefix}: ") if prefix else document.title or ""
    return f"{link.of.outlet}: {title or document.doc}" if link.of.outlet else ""


def _sorted(found: set[ProvenanceLink]) -> tuple[ProvenanceLink, ...]:
    return tuple(
        sorted(found, key=lambda k: (k.relation, k.of.doc or "", k.of.outlet or "", k.evidence, k.rule))
    )


def _voices(origins: dict[str, str], found: dict[str, set[ProvenanceLink]]) -> dict[str, str]:
    """Connected documents, by their smallest id: those of one origin, and those that a link joins."""
    first_of: dict[str, str] = {}
    ties = [(doc, first_of.setdefault(origin, doc)) for doc, origin in sorted(origins.items())]
    ties += origins.items()
    ties += [(doc, link.of.doc) for doc in origins for link in found[doc] if link.of.doc]
    return first_joined(origins, ties)
