"""Scenes that tell the same happening."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date

import numpy as np
import numpy.typing as npt

from checker.events.bags import Floats, Vectors
from checker.events.bridges import parted_at_bridges
from checker.events.coherence import coherent
from checker.events.counterparts import CALENDAR
from checker.events.days import APART, Days, gap, is_narrow, length, overlap
from checker.events.leftover import attach, reunite, told_on
from checker.events.linkage import CLOSED, Rows, average_link, components
from checker.events.scenes import Scene
from checker.model import Alignment

JOIN = 0.11
"""Least mean likeness of the scenes of one event; more where all scenes are alike."""
SAME_DAYS, OTHER_DAYS, NEXT_DAY, PARTED, NEXT, SAME = 0.15, 0.3, 0.5, 0.08, 0.06, 0.3
"""What shared days add to likeness; what is left of it on other days or on days close by, and what those take
away; what following directly in one text adds, and what calling a deed the same as before does."""
ALONE = 3
"""How many times their likeness shared days may add to it: a day alone is no happening."""
ALIGNED, UNSURE, TIMELESS = 0.5, 0.8, 0.7
"""Weight of the best alignment of two scenes' sentences; what is left of likeness across documents without one,
and where one of the two names no day besides."""
HINT = 0.12
"""What counts besides for an alignment whose sentences name one time, be it in passing."""
WEEK = 7
"""Days below which a stretch of time is a date: of two such in one text, each has its own happening."""
_BEHIND, _EXPECTED = 30, 0.04


def clusters(
    scenes: Sequence[Scene],
    alignments: Sequence[Alignment],
    published: Mapping[str, date],
    groups: Mapping[str, str],
    stands: Callable[[list[Scene]], bool],
) -> list[list[Scene]]:
    """Scenes grouped by likeness: terms (TF-IDF), the days they name, alignments of their sentences.

    Only those that `stands` accepts are returned; what is left over goes to the one that it stands beside in its
    text, where it is like enough. `published` is the last day on which a document can have appeared, `groups` gives
    the group of articles that it is in.
    """
    if not scenes:
        return []
    table = _terms(scenes)
    _add_alignments(table, scenes, alignments)
    _add_days(table, scenes)
    _add_sequence(table, scenes)
    # Below zero is as unlike as can be; the clustering keeps negative values for closed rows.
    table = np.maximum(table, 0.0)
    beyond = table - _usual(table, [groups.get(scene.doc) for scene in scenes])
    parted = _parted(scenes, published)
    table[parted] = beyond[parted] = CLOSED
    sure = coherent(scenes, alignments)

    def fit(cluster: list[int]) -> bool:
        return stands([scenes[k] for k in cluster])

    linked = [
        part for c in average_link(beyond, JOIN) for part in components(c, lambda i: np.flatnonzero(sure[i]))
    ]
    standing = [part for c in linked if fit(c) for part in parted_at_bridges(c, table, scenes, sure, fit)]
    standing = told_on(table, scenes, sure, standing)
    reunite(table, sure, standing)
    attach(table, scenes, standing)
    return [[scenes[k] for k in cluster] for cluster in standing]


def _parted(scenes: Sequence[Scene], published: Mapping[str, date]) -> npt.NDArray[np.bool_]:
    """Which scenes cannot tell one happening: other times, or one is told before the other happened.

    Two texts may differ in the day of one happening; a text that names two days tells two.
    """
    parted = np.zeros((len(scenes), len(scenes)), np.bool_)
    for i, scene in enumerate(scenes):
        if not scene.days:
            continue
        for j, other in enumerate(scenes):
            if other.days:
                apart = 0 if scene.doc == other.doc and _days(scene) and _days(other) else APART
                far = all(gap(x, y) > apart for x in scene.days for y in other.days)
            else:
                told = published.get(other.doc)
                far = told is not None and all(told < x[0] for x in scene.days)
            if far:
                parted[i, j] = parted[j, i] = True
    return parted


def _one_time(a: Scene, b: Scene, alignment: Alignment) -> bool:
    """Whether both name one time: any, for surely aligned sentences; else days of one happening."""
    if alignment.state == "aligned" and alignment.evidence.dates and a.placed and b.placed:
        return True
    return any(overlap(x, y) for x in _narrow(a) for y in _narrow(b))


def _usual(table: Floats, groups: Sequence[str | None]) -> Floats:
    """What two scenes must be alike beyond `JOIN`: in reports of one piece of news, all scenes are alike."""
    usual = np.zeros(table.shape)
    for group in sorted({group for group in groups if group is not None}):
        inside = np.flatnonzero([g == group for g in groups])
        own = table[np.ix_(inside, inside)]
        count = len(inside)
        mean = float((own.sum() - np.trace(own)) / (count * (count - 1))) if count > 2 else 0.0
        usual[np.ix_(inside, inside)] = max(0.0, mean - JOIN)
    return usual


def _terms(scenes: Sequence[Scene]) -> Floats:
    matter = [_matter(scene) for scene in scenes]
    spread: Counter[str] = Counter(t for terms in matter for t in terms)
    total = len(scenes) + _BEHIND
    idf = {t: math.log(1 + total / (n + _BEHIND * _EXPECTED)) for t, n in spread.items()}
    numbers = {t: i for i, t in enumerate(sorted(spread))}
    terms, weights, starts = list[int](), list[float](), [0]
    for scene_terms in matter:
        own = {t: (1 + math.log(c)) * idf[t] for t, c in scene_terms.items()}
        length = math.sqrt(sum(w * w for w in own.values())) or 1.0
        terms += [numbers[t] for t in own]
        weights += [w / length for w in own.values()]
        starts.append(len(terms))
    vectors = Vectors(np.array(terms, np.int64), np.array(weights), np.array(starts, np.int64), len(numbers))
    rows = Rows(vectors)
    return np.array([rows.of(i) for i in range(len(scenes))])


def _matter(scene: Scene) -> dict[str, int]:
    """Its terms without words of the calendar and, where it names a time, numbers that can be of a date."""
    dated = (
        {t for t in scene.terms if t.isdigit() and (int(t) <= 31 or len(t) == 4)} if scene.placed else set()
    )
    return {t: n for t, n in scene.terms.items() if t not in CALENDAR and t not in dated}


def _add_alignments(table: Floats, scenes: Sequence[Scene], alignments: Sequence[Alignment]) -> None:
    home = {(s.doc, s.start): i for i, scene in enumerate(scenes) for s in scene.sentences}
    best: dict[tuple[int, int], float] = {}
    docs = {doc: n for n, doc in enumerate(dict.fromkeys(scene.doc for scene in scenes))}
    owner = np.array([docs[scene.doc] for scene in scenes])
    timeless = np.array([not scene.days for scene in scenes])
    across = np.where(timeless[:, None] | timeless[None, :], TIMELESS, UNSURE)
    lessened = np.where(owner[:, None] == owner[None, :], 1.0, across)
    for alignment in alignments:
        i, j = home.get((alignment.a.doc, alignment.a.start)), home.get((alignment.b.doc, alignment.b.start))
        if i is not None and j is not None and i != j:
            hint = HINT * _one_time(scenes[i], scenes[j], alignment)
            best[i, j] = best[j, i] = max(best.get((i, j), 0.0), alignment.score + hint)
            if alignment.state == "aligned":
                lessened[i, j] = lessened[j, i] = 1.0
    table *= lessened
    for (i, j), score in best.items():
        table[i, j] += ALIGNED * score


def _add_days(table: Floats, scenes: Sequence[Scene]) -> None:
    """Shared days join, other days part, and nothing is known where either names none.

    What leans on the scene before it is of that one's days.
    """
    dated = [(i, s.on, _narrow(s) or [s.on]) for i, s in enumerate(scenes) if s.on]
    for n, (i, own, days) in enumerate(dated):
        for j, other, other_days in dated[:n]:
            if any(overlap(x, y) for x in days for y in other_days):
                table[i, j] += min(SAME_DAYS, ALONE * table[i, j])
            else:
                table[i, j] *= OTHER_DAYS if gap(own, other) > 2 else NEXT_DAY
                table[i, j] -= PARTED
            table[j, i] = table[i, j]


def _days(scene: Scene) -> bool:
    """Whether it names days, not only longer stretches."""
    return any(length(d) < WEEK for d in scene.days)


def _narrow(scene: Scene) -> list[Days]:
    return [d for d in scene.days if is_narrow(d)]


def _add_sequence(table: Floats, scenes: Sequence[Scene]) -> None:
    """A scene without a date goes on with the one before it, or with the last that tells of what it calls the same."""
    place = {(s.doc, s.order): i for i, s in enumerate(scenes)}
    telling: dict[tuple[str, str], int] = {}
    for i, scene in enumerate(scenes):
        for j in sorted({telling.get((scene.doc, deed), i) for deed in scene.ties.same} - {i}):
            table[i, j] += SAME
            table[j, i] += SAME
        telling.update({(scene.doc, deed): i for deed in scene.deeds})
        before = place.get((scene.doc, scene.order - 1))
        if before is not None and scene.dated is None:
            table[i, before] += NEXT
            table[before, i] += NEXT
