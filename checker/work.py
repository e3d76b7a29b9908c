"""What computes steps: each on its documents or circles, from the cache where nothing they rest on has changed.

Results are kept under the hash of the step, its version and the keys of its inputs. Of an input that is wider than
what a step works on at a time, the part that concerns this is hashed, so that a change touches only those it concerns.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from checker import circles, slices
from checker.errors import CheckerError
from checker.model import Catalogue, Document, Parse, Problem, Snapshot
from checker.progress import Progress
from checker.runner import Outcome, Runner
from checker.step import Step
from checker.store import Cache, digest, fingerprint
from checker.trail import Trail

SCOPES = ("each", "circle", "whole")
WHOLE = ""
"""The name of the one unit of a step for the whole."""
CUT = frozenset(("names_known",))
"""Inputs that are no step's result and not the same for every document."""


class Work:
    """The results of steps over one collection, each made when it is first asked for; `problems` grows."""

    def __init__(
        self,
        steps: Sequence[Step],
        snapshots: Sequence[Snapshot],
        catalogue: Catalogue,
        beside: Sequence[Document],
        cache: Cache,
        runner: Runner,
        progress: Progress,
    ) -> None:
        self.steps = {step.name: step for step in steps}
        self.snapshots = {s.doc: s for s in sorted(snapshots, key=lambda s: s.doc)}
        self.catalogue, self.beside = catalogue, tuple(beside)
        self.cache, self.runner, self.progress = cache, runner, progress
        self.problems: list[Problem] = []
        self._values: dict[str, dict[str, Any]] = defaultdict(dict)
        self._made: dict[tuple[str, ...], Any] = {}
        self._failed: set[str] = set()

    def get(self, name: str) -> Any:
        """A tuple of all records of that step, over all documents, in order of the documents."""
        return self._once(self._all, name)

    def made(self, name: str) -> list[Any]:
        """The results of a step as far as there are any."""
        return list(self._values[name].values())

    def _once(self, make: Callable[..., Any], *given: str) -> Any:
        """What is made of these names, made when it is first asked for."""
        key = (make.__name__, *given)
        if key not in self._made:
            self._made[key] = make(*given)
        return self._made[key]

    def _all(self, name: str) -> tuple[Any, ...]:
        step = self.steps[name]
        units = self._once(self._units, step.scope)
        self._work(step, list(units))
        found = (self._values[name][unit] for unit in units if unit in self._values[name])
        if not step.many:
            return tuple(found)
        return slices.together(name if step.scope == "circle" else "", found)

    def _units(self, scope: str) -> Mapping[str, tuple[str, ...]]:
        """What a step of that scope works on at a time: the documents of each unit, by its name."""
        docs = self._once(self._docs)
        if scope == "whole":
            return {WHOLE: tuple(docs)}
        if scope == "each":
            return {doc: (doc,) for doc in docs}
        documents = self.get("documents")
        if len(documents) <= circles.SMALL:
            return circles.whole(documents)
        return circles.circles(documents, *map(self.get, ("groups", "provenance", "reuse", "cited")))

    def _docs(self) -> list[str]:
        """The documents that could be read."""
        self._work(self.steps["documents"], list(self.snapshots))
        return [doc for doc in self.snapshots if doc in self._values["documents"]]

    def _work(self, step: Step, units: Sequence[str]) -> None:
        """Have the results of these units, from the cache or made; nothing else is read or made."""
        keys, held = self._once(self._keys, step.name), self._values[step.name]
        units = [unit for unit in units if unit not in held and unit in keys]
        kept = self.cache.get_all([keys[unit] for unit in units], step.kind)
        held |= {unit: found for unit in units if (found := kept[keys[unit]]) is not None}
        missing = [unit for unit in units if unit not in held]
        done = len(units) - len(missing)
        self.progress(step.name, done, len(units))
        for more, (i, outcome) in enumerate(self._run(step, missing) if missing else (), 1):
            self._keep(step, missing[i], outcome, keys[missing[i]])
            self.progress(step.name, done + more, len(units))

    def _run(self, step: Step, units: Sequence[str]) -> Iterator[Outcome]:
        """The step's work on these units, in any order."""
        self._prepare(step, units)
        self.progress(step.name, 0, len(units))
        jobs = [tuple(self._argument(step, need, unit) for need in step.needs) for unit in units]
        if step.scope == "whole":
            return iter([(0, self.runner.whole(step.stage.run, jobs[0]))])
        weight = sum(len(self.snapshots[doc].data) for unit in units for doc in self._of(step, unit))
        keys = self._once(self._keys, step.name)
        trail = Trail(self.cache.beside("running"), [keys[unit] for unit in units])
        return self.runner.each(step.stage.run, jobs, weight if step.pooled else 0, trail)

    def _of(self, step: Step, unit: str) -> tuple[str, ...]:
        """The documents of a unit of a step."""
        if step.scope == "each":
            return (unit,)
        docs: tuple[str, ...] = self._once(self._units, step.scope)[unit]
        return docs

    def _prepare(self, step: Step, units: Sequence[str]) -> None:
        """Have, all at once, what these units need of steps that work on as much at a time, or on less."""
        for need in (self.steps[need] for need in step.needs if need in self.steps):
            if need.scope == step.scope:
                self._work(need, units)
            elif need.scope == "each":
                self._work(need, [doc for unit in units for doc in self._of(step, unit)])

    def _argument(self, step: Step, need: str, unit: str) -> Any:
        if need == "snapshots":
            return self.snapshots[unit]
        if need not in self.steps:
            return (
                self._once(self._cut, need, step.scope).get(unit, ()) if need in CUT else self._shared(need)
            )
        scope = self.steps[need].scope
        if step.scope == "whole":
            return self.get(need)
        if scope == step.scope:
            return self._values[need][unit]
        if scope != "each":
            return self._once(self._cut, need, step.scope).get(unit, ())
        found = (self._values[need][doc] for doc in self._of(step, unit) if doc in self._values[need])
        return slices.together("", found) if self.steps[need].many else tuple(found)

    def _shared(self, need: str) -> Any:
        """What is no step's result, and the same for every unit."""
        if need == "works":
            return self._once(self._works)
        return self.catalogue if need == "catalogue" else getattr(self.catalogue, need)

    def _works(self) -> tuple[Document, ...]:
        return slices.works((*self.get("documents"), *self.beside))

    def _cut(self, need: str, scope: str) -> slices.Parts:
        """The part of a wider result that each unit needs."""
        if need == "names_known":
            return slices.names_known(self.get("documents"), self._shared("works"))
        home = {doc: unit for unit, docs in self._once(self._units, scope).items() for doc in docs}
        return slices.parts(need, self.get(need), home)

    def _keep(self, step: Step, unit: str, outcome: Any, key: str) -> None:
        """The outcome, put into the cache; a failure becomes a problem and an empty result.

        What rests on a failure is not kept: the next run, where it may not happen, would be served it.
        """
        if not isinstance(outcome, Exception):
            self._values[step.name][unit] = outcome
            sound = not self._failed or (step.scope != "whole" and not self._failed & {*self._of(step, unit)})
            if sound:
                self.cache.put(key, step.name, outcome)
            return
        self._failed.add(unit)
        self.problems.append(_problem(unit if step.scope == "each" else None, step.name, outcome))
        if step.record is Parse:
            self._values[step.name][unit] = Parse(unit, (), (), (), (), ())
        elif step.many:
            self._values[step.name][unit] = ()

    def _keys(self, name: str) -> dict[str, str]:
        """The cache key of a step for each of its units."""
        step = self.steps[name]
        units = list(self.snapshots) if name == "documents" else self._once(self._units, step.scope)
        version = step.version
        parts = [self._input_keys(step, need) for need in step.needs]
        return {unit: fingerprint(name, version, *(part(unit) for part in parts)) for unit in units}

    def _input_keys(self, step: Step, need: str) -> Callable[[str], str]:
        """What stands for an input in the key of a unit: its own key, or the hash of the part that the unit needs."""
        if need == "snapshots":
            return self._snapshot_key
        scope = self.steps[need].scope if need in self.steps else None
        if scope == step.scope:
            own: dict[str, str] = self._once(self._keys, need)
            return own.__getitem__
        if need in CUT or (scope is not None and SCOPES.index(scope) > SCOPES.index(step.scope)):
            cut: slices.Parts = self._once(self._cut, need, step.scope)
            return lambda unit: digest(cut.get(unit, ()))
        if scope is None:
            shared = digest(self._shared(need))
            return lambda _: shared
        keys: dict[str, str] = self._once(self._keys, need)
        if step.scope == "whole":
            return lambda _: fingerprint(*sorted(keys.values()))
        return lambda unit: fingerprint(*(keys[doc] for doc in self._of(step, unit)))

    def _snapshot_key(self, doc: str) -> str:
        s = self.snapshots[doc]
        return fingerprint(doc, s.path, s.sha256, s.media_type, s.manifest)


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
