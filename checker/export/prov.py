"""PROV-JSON: where each text comes from, in the terms of W3C PROV (the serialisation is that of the `prov` library).

Entities are pages (what stands at an address), captures of them (bytes by their SHA-256), the texts read from those,
and works that texts name without being in the corpus. Capturing and reading are activities. A stated origin and an
inferred one are told apart by `checker:basis`; each link has its evidence.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from checker import __version__
from checker.model import Analysis, Document, Provenance, ProvenanceLink, Work

if TYPE_CHECKING:
    from prov.model import ProvDocument

TERMS = "urn:checker:terms:"
DERIVED = frozenset({"republication", "translation", "revision", "shared_text", "archive"})
"""Relations in which one text comes from another; two texts of one author are kin, and neither comes from the other."""


def prov(analysis: Analysis) -> Iterator[str]:
    """One PROV document; equal analyses give equal bytes."""
    from prov.model import PROV, ProvDocument

    made = ProvDocument()
    made.add_namespace("checker", TERMS)
    made.add_namespace("text", "urn:checker:text:")
    made.add_namespace("capture", "urn:sha256:")
    made.add_namespace("work", "urn:checker:work:")
    made.add_namespace("agent", "urn:checker:agent:")
    made.add_namespace("page", "urn:checker:page:")
    documents = {d.doc: d for d in analysis.documents}
    made.agent("agent:checker", {"prov:type": PROV["SoftwareAgent"], "prov:label": f"checker {__version__}"})
    for document in analysis.documents:
        _document(made, document)
    for known in analysis.provenance:
        for found in known.links:
            _link(made, known, found, documents)
    yield json.dumps(json.loads(str(made.serialize(format="json"))), ensure_ascii=False, indent=1) + "\n"


def _document(made: ProvDocument, document: Document) -> None:
    """The capture, the text, the reading that made one of the other, and who it is from."""
    told = {"checker:doc": document.doc, "checker:role": document.role, "checker:url": document.url,
            "prov:label": document.title, "checker:language": document.language}  # fmt: skip
    text, capture = _text(document), f"capture:{document.sha256}"
    if not made.get_record(capture):
        how = {"checker:mediaType": document.media_type, "checker:retrieved": document.retrieved}
        made.entity(capture, _known(how))
    _captured(made, document, capture)
    made.entity(text, _known({**told, "checker:sha256": document.text_sha256}))
    reading = made.activity(f"text:reading-{_name(document.doc)}", other_attributes={
        "prov:label": document.extractor})  # fmt: skip
    made.used(reading, capture)
    made.wasGeneratedBy(text, reading)
    made.wasAssociatedWith(reading, "agent:checker")
    made.wasDerivedFrom(text, capture)
    authors = [(name.strip(), "Person") for name in (document.author or "").split(",") if name.strip()]
    outlet = [(document.outlet_name, "Organization")] if document.outlet_name else []
    for name, kind in (*authors, *outlet):
        made.wasAttributedTo(text, _agent(made, name, kind))


def _captured(made: ProvDocument, document: Document, capture: str) -> None:
    """How the bytes came: from which page, or which archived copy of it, and when."""
    if not document.url:
        return
    page = _page(made, document.url)
    if document.archived:
        copy = _page(made, document.archived)
        made.alternateOf(copy, page)
        page = copy
    if document.retrieved:
        at = document.retrieved
        capturing = made.activity(f"text:capturing-{_name(document.doc)}", at, at)
        made.used(capturing, page, at)
        made.wasGeneratedBy(capture, capturing, at)
    made.wasDerivedFrom(capture, page)


def _page(made: ProvDocument, url: str) -> str:
    """What stands at an address; the same address is one page."""
    id_ = f"page:{_name(url)}"
    if not made.get_record(id_):
        made.entity(id_, {"prov:location": url})
    return id_


def _agent(made: ProvDocument, name: str, kind: str) -> str:
    """An agent by its name; the same name is one agent."""
    from prov.model import PROV

    id_ = f"agent:{_name(name)}"
    if not made.get_record(id_):
        made.agent(id_, {"prov:type": PROV[kind], "prov:label": name})
    return id_


def _link(
    made: ProvDocument, known: Provenance, found: ProvenanceLink, documents: dict[str, Document]
) -> None:
    from prov.model import PROV

    text, of = _text(documents[known.doc]), _work(made, found.of, documents)
    shown = [f"{s.doc}:{s.start}-{s.end} {s.of(documents[s.doc].text)}" for s in found.evidence]
    told: list[tuple[str, Any]] = [("checker:relation", found.relation), ("checker:basis", found.basis)]
    told += [("checker:rule", found.rule), *(("checker:evidence", words) for words in shown)]
    if found.relation not in DERIVED:
        made.influence(text, of, other_attributes=told)
        return
    kind = [("prov:type", PROV["Revision"])] if found.relation == "revision" else []
    made.wasDerivedFrom(text, of, other_attributes=[*kind, *told])


def _work(made: ProvDocument, work: Work, documents: dict[str, Document]) -> str:
    """A text of the corpus, or one that is only named."""
    if work.doc in documents:
        return _text(documents[work.doc])
    told = _known({"checker:outlet": work.outlet, "prov:label": work.title, "checker:date": work.date})
    id_ = f"work:{_name(json.dumps(told, ensure_ascii=False))}"
    if not made.get_record(id_):
        made.entity(id_, told)
    return id_


def _text(document: Document) -> str:
    return f"text:{_name(document.doc)}"


def _name(words: str) -> str:
    """A name that every serialisation of PROV can write."""
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _known(fields: dict[str, str | None]) -> dict[str, str]:
    return {name: value for name, value in fields.items() if value}
