"""The order of the stages: the only module that knows all of them.

A step for `each` document runs once a document, a step for the `whole` corpus once. Results are cached under
the hash of the step, its version and the keys of its inputs, so that a run computes only what has changed,
and only what somebody asks for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    slices,
)
from checker import time as times
from checker.attribution import speakers
from checker.claims import propositions
from checker.errors import CheckerError
from checker.events import align, assign, cover, discover, grouping
from checker.model import Analysis, Catalogue, Document, Parse, Problem, Rule, Snapshot
from checker.progress import Progress, silent
from checker.quotation import cited, variants
from checker.runner import Processes, Runner
from checker.step import Step, at, flat
from checker.store import Cache, fingerprint

STEPS = (
    Step(extract, "each", Document, many=False),
    Step(reuse, "whole", model.Reuse),
    Step(provenance, "whole", model.Provenance),
    Step(grouping, "whole", model.Group),
    Step(parse, "each", Parse, many=False),
    Step(times, "each", model.TimeExpression, pooled=False),
    Step(entities, "whole", model.Entity),
    Step(attribution, "each", model.Attribution),
    Step(speakers, "each", model.Attribution),
    Step(citation, "each", model.Citation, pooled=False),
    Step(cited, "whole", model.Citation),
    Step(variants, "whole", model.Quotation),
    Step(align, "whole", model.Alignment),
    Step(discover, "whole", model.Event),
    Step(assign, "whole", model.Alignment),
    Step(cover, "whole", model.Coverage),
    Step(claims, "each", model.Claim),
    Step(propositions, "whole", model.Claim),
    Step(framing, "each", model.Framing),
    Step(divergence, "whole", model.Divergence),
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
        self.snapshots = {s.doc: s for s in sorted(snapshots, key=lambda s: s.doc)}
        self.catalogue = catalogue or Catalogue()
        self.problems = list(problems)
        self.beside = tuple(beside)
        self.cache = cache or Cache(None)
        self.runner = runner or Processes()
        self.progress = progress
        self._values: dict[str, Any] = {}
        self._keys: dict[str, Any] = {}
        self._slices: dict[str, Any] = {}
        self._failed: set[str | None] = set()

    def get(self, name: str) -> Any:
        """A tuple of all records of that step, over all documents, in order of the documents."""
        value = self._value(name)
        if BY_NAME[name].scope == "whole":
            return value
        return _gathered(value)

    def analysis(self) -> Analysis:
        """Every list of the data model."""
        lists = {f.name: self.get(f.name) for f in record_fields(Analysis) if f.name in BY_NAME}
        found = sorted(set(self.problems), key=lambda p: (p.doc or "", p.stage, p.what))
        return Analysis(**lists, problems=tuple(found), catalogue=self.catalogue)

    def _value(self, name: str) -> Any:
        if name not in self._values:
            step = BY_NAME[name]
            self._values[name] = self._each(step) if step.scope == "each" else self._whole(step)
            if name == "documents":
                self.problems += [p for d in self._values[name].values() for p in extract.problems(d)]
        return self._values[name]

    def _whole(self, step: Step) -> Any:
        key = self._key(step.name)
        found = self.cache.get(key, step.kind)
        if found is None:
            job = tuple(self.get(need) if need in BY_NAME else self._shared(need) for need in step.needs)
            self.progress(step.name, 0, 1)
            found = self._kept(step, None, self.runner.whole(step.stage.run, job), key)
        return found

    def _each(self, step: Step) -> dict[str, Any]:
        keys: Mapping[str, str] = self._key(step.name)
        kept = self.cache.get_all(list(keys.values()), step.kind)
        found = {doc: kept[key] for doc, key in keys.items()}
        missing = [doc for doc, value in found.items() if value is None]
        self.progress(step.name, len(found) - len(missing), len(found))
        if missing:
            jobs = [self._job(step, doc) for doc in missing]
            weight = sum(len(self.snapshots[doc].data) for doc in missing)
            weight = weight if step.pooled else 0
            for done, (i, outcome) in enumerate(self.runner.each(step.stage.run, jobs, weight), 1):
                found[missing[i]] = self._kept(step, missing[i], outcome, keys[missing[i]])
                self.progress(step.name, len(found) - len(missing) + done, len(found))
        return {doc: value for doc, value in found.items() if value is not None}

    def _job(self, step: Step, doc: str) -> tuple[Any, ...]:
        return tuple(self._argument(need, doc) for need in step.needs)

    def _argument(self, need: str, doc: str) -> Any:
        if need == "snapshots":
            return self.snapshots[doc]
        if need in BY_NAME:
            return (
                self._value(need)[doc] if BY_NAME[need].scope == "each" else self._sliced(need).get(doc, ())
            )
        return self._shared(need)

    def _shared(self, need: str) -> Any:
        """What is no step's result, and the same for every document."""
        if need == "works":
            if need not in self._slices:
                self._slices[need] = slices.works((*self.get("documents"), *self.beside))
            return self._slices[need]
        return self.catalogue if need == "catalogue" else getattr(self.catalogue, need)

    def _sliced(self, need: str) -> Any:
        """A corpus-wide result, document by document."""
        if need not in self._slices:
            self._slices[need] = slices.by_document(self._value(need))
        return self._slices[need]

    def _kept(self, step: Step, doc: str | None, outcome: Any, key: str) -> Any:
        """The outcome, put into the cache; a failure becomes a problem and an empty result.

        What rests on a failure is not kept: the next run, where it may not happen, would be served it.
        """
        if not isinstance(outcome, Exception):
            if doc not in self._failed and (doc is not None or not self._failed):
                self.cache.put(key, step.name, outcome)
            return outcome
        self._failed.add(doc)
        self.problems.append(_problem(doc, step.name, outcome))
        if step.record is Document:
            return None
        return Parse(str(doc), (), (), (), (), ()) if step.record is Parse else ()

    def _key(self, name: str) -> Any:
        """The cache key of a step: one for the whole, or one a document."""
        if name not in self._keys:
            step = BY_NAME[name]
            parts = [self._input_key(need, step.scope) for need in step.needs]
            if step.scope == "whole":
                self._keys[name] = fingerprint(name, step.version, *(flat(part) for part in parts))
            else:
                docs = self.snapshots if name == "documents" else self._value("documents")
                self._keys[name] = {
                    doc: fingerprint(name, step.version, *(at(p, doc) for p in parts)) for doc in docs
                }
        return self._keys[name]

    def _input_key(self, need: str, scope: str) -> Any:
        if need == "snapshots":
            return {
                doc: fingerprint(doc, s.path, s.sha256, s.media_type, s.manifest)
                for doc, s in self.snapshots.items()
            }
        if need not in BY_NAME:
            return fingerprint(self._shared(need))
        if scope == "each" and BY_NAME[need].scope == "whole":
            return {doc: fingerprint(self._sliced(need).get(doc, ())) for doc in self._value("documents")}
        return self._key(need)


def _gathered(value: Mapping[str, Any]) -> tuple[Any, ...]:
    rows: list[Any] = []
    for result in value.values():
        rows.extend(result if isinstance(result, tuple) else (result,))
    return tuple(rows)


def _problem(doc: str | None, stage: str, error: Exception) -> Problem:
    if isinstance(error, CheckerError):
        return Problem(doc, stage, error.what, error.do)
    what = f"{type(error).__name__}: {error}"
    if doc is None:
        return Problem(
            None, stage, f"this stage failed ({what})", "What rests on it is missing from this run."
        )
    return Problem(
        doc, stage, f"this text could not be worked on ({what})", "The rest is complete without it."
    )


def rules() -> tuple[Rule, ...]:
    """Every rule of every room, by id."""
    found = {rule.id: rule for room in ROOMS for rule in room.RULES}
    return tuple(found[id_] for id_ in sorted(found))
