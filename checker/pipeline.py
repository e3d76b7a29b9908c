"""The order of the stages: the only module that knows all of them.

A step for `each` document runs once a document, one for each `circle` of documents that are looked at together once a
circle, one for the `whole` corpus once. A run computes only what has changed, and only what somebody asks for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields as record_fields
from typing import Any

from checker import (
    attribution,
    citation,
    claims,
    divergence,
    entities,
    events,
    extract,
    framing,
    model,
    parse,
    provenance,
    quotation,
    reuse,
)
from checker import time as times
from checker.attribution import speakers
from checker.citation import held
from checker.claims import propositions
from checker.divergence import rank
from checker.divergence.draft import Draft
from checker.entities import gathered, mentioned, voted
from checker.entities.cluster import Cluster
from checker.entities.mention import Mentions, Voted
from checker.events import align, assign, cover, discover, grouping, rarity, spread, words
from checker.model import Analysis, Catalogue, Document, Parse, Problem, Rule, Snapshot
from checker.progress import Progress, silent
from checker.quotation import cited, variants
from checker.runner import Processes, Runner
from checker.step import Step
from checker.store import Cache
from checker.work import Work

STEPS = (
    Step(extract, "each", Document, many=False),
    Step(reuse, "whole", model.Reuse),
    Step(provenance, "whole", model.Provenance),
    Step(words, "each", words.Words, many=False, pooled=False),
    Step(grouping, "whole", model.Group),
    Step(parse, "each", Parse, many=False),
    Step(times, "each", model.TimeExpression, pooled=False),
    Step(mentioned, "each", Mentions, pooled=False),
    Step(voted, "whole", Voted),
    Step(gathered, "each", Cluster, pooled=False),
    Step(entities, "whole", model.Entity),
    Step(attribution, "each", model.Attribution),
    Step(speakers, "each", model.Attribution),
    Step(citation, "each", model.Citation, pooled=False),
    Step(held, "whole", model.Citation),
    Step(cited, "circle", model.Citation, pooled=False),
    Step(variants, "circle", model.Quotation),
    Step(spread, "each", spread.Spread, many=False, pooled=False),
    Step(rarity, "whole", rarity.Rarity),
    Step(align, "circle", model.Alignment),
    Step(discover, "circle", model.Event),
    Step(assign, "circle", model.Alignment),
    Step(cover, "circle", model.Coverage),
    Step(claims, "each", model.Claim),
    Step(propositions, "circle", model.Claim, pooled=False),
    Step(framing, "each", model.Framing),
    Step(divergence, "circle", Draft),
    Step(rank, "whole", model.Divergence),
)
BY_NAME = {step.name: step for step in STEPS}
ROOMS: tuple[Any, ...] = (
    extract, provenance, reuse, parse, times, entities, attribution, citation, quotation, events, claims, framing,
    divergence,
)  # fmt: skip


class Pipeline:
    """The stages over one collection: `get(name)` computes what that needs and no more; `problems` grows.

    Documents `beside` it can be cited, and are not analysed.
    """

    def __init__(
        self,
        snapshots: Sequence[Snapshot],
        catalogue: Catalogue | None = None,
        problems: Sequence[Problem] = (),
        *,
        beside: Sequence[Document] = (),
        cache: Cache | None = None,
        runner: Runner | None = None,
        progress: Progress = silent,
    ) -> None:
        self.catalogue = catalogue or Catalogue()
        self._before = tuple(problems)
        self._work = Work(
            STEPS, snapshots, self.catalogue, beside, cache or Cache(None), runner or Processes(), progress
        )
        self.snapshots = self._work.snapshots

    @property
    def problems(self) -> list[Problem]:
        """What has gone wrong so far."""
        read = self._work.made("documents")
        return [*self._before, *self._work.problems, *(p for d in read for p in extract.problems(d))]

    @property
    def failed(self) -> bool:
        """Whether a step failed so far: another run may not."""
        return bool(self._work.problems)

    def get(self, name: str) -> Any:
        """A tuple of all records of that step, over all documents, in order of the documents."""
        return self._work.get(name)

    def analysis(self) -> Analysis:
        """Every list of the data model."""
        lists = {f.name: self.get(f.name) for f in record_fields(Analysis) if f.name in BY_NAME}
        found = sorted(set(self.problems), key=lambda p: (p.doc or "", p.stage, p.what))
        return Analysis(**lists, problems=tuple(found), catalogue=self.catalogue)


def rules() -> tuple[Rule, ...]:
    """Every rule of every room, by id."""
    found = {rule.id: rule for room in ROOMS for rule in room.RULES}
    return tuple(found[id_] for id_ in sorted(found))
