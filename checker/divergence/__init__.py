"""Typed differences between sources, and inside one, ranked.

Every finder is a function from `Facts` to drafts; the ranking makes one reading order of them. A divergence sits
on the words that differ, and says no more than they show.
"""

from __future__ import annotations

from collections import defaultdict

from checker.divergence import (
    agency,
    company,
    figures,
    labels,
    omissions,
    origins,
    rank,
    revisions,
    stances,
    surety,
    voices,
    wording,
    wording_parts,
)
from checker.divergence.draft import Draft, Facts, short_names
from checker.model import (
    Alignment,
    Attribution,
    Claim,
    Coverage,
    Document,
    Entity,
    Event,
    Framing,
    Group,
    Parse,
    Provenance,
    Quotation,
    TimeExpression,
)

NAME = "drafts"
VERSION = "1"
REQUIRES = (
    "documents",
    "parses",
    "provenance",
    "entities",
    "times",
    "attributions",
    "quotations",
    "events",
    "alignments",
    "claims",
    "framing",
    "groups",
    "coverage",
)
FINDERS = (agency, voices, surety, stances, wording, origins, labels, figures, omissions)
RULES = tuple(rule for finder in FINDERS for rule in finder.RULES)


def run(
    documents: tuple[Document, ...],
    parses: tuple[Parse, ...],
    provenance: tuple[Provenance, ...],
    entities: tuple[Entity, ...],
    times: tuple[TimeExpression, ...],
    attributions: tuple[Attribution, ...],
    quotations: tuple[Quotation, ...],
    events: tuple[Event, ...],
    alignments: tuple[Alignment, ...],
    claims: tuple[Claim, ...],
    framing: tuple[Framing, ...],
    groups: tuple[Group, ...],
    coverage: tuple[Coverage, ...],
) -> tuple[Draft, ...]:
    """All divergences of a circle of documents without repeats, the best first."""
    said: dict[str, list[Attribution]] = defaultdict(list)
    for attribution in attributions:
        said[attribution.doc].append(attribution)
    by_doc = {d.doc: d for d in documents}
    origin = {p.doc: p for p in provenance}
    facts = Facts(
        documents=by_doc,
        parses={p.doc: p for p in parses},
        provenance=origin,
        entities={e.entity: e for e in entities},
        times=times,
        attributions={a.id: a for a in attributions},
        quotations=tuple(wording_parts.quoted(q) for q in quotations),
        events={e.event: e for e in events},
        alignments=alignments,
        claims=claims,
        framing=framing,
        groups=groups,
        coverage=coverage,
        said=dict(said),
        names=short_names(by_doc, origin),
    )
    drafts = (draft for finder in FINDERS for draft in finder.find(facts))
    return rank.unrepeated([d for d in drafts if company.holds(facts, d) and not revisions.tells(facts, d)])
