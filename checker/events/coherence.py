"""Which scenes may stand in one event by themselves: likeness alone joins what is only about one matter."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from checker.events.counterparts import CALENDAR
from checker.events.days import is_narrow, overlap
from checker.events.scenes import Scene
from checker.events.sentences import Passage
from checker.events.spoken import SAID
from checker.model import Alignment

SURE, CLOSE = 0.2, 0.3
"""Score of an alignment that may show one happening, and of one in which two words are enough without a name."""
BESIDE, FAR_WORDS = 2, 3
"""Scenes of one text up to so far apart go on with each other; others must share so many telling terms."""
TOPIC = 4
"""Scenes of each text that has it, on average, from which a term is what the texts are about."""


def coherent(scenes: Sequence[Scene], alignments: Sequence[Alignment]) -> npt.NDArray[np.bool_]:
    """True where two scenes tell one thing by more than the topic.

    Of one text: they stand close together, name one time, or share telling terms. Of two: they quote one utterance,
    or have sentences surely aligned that share two telling terms, or one beside a day.
    """
    topic = topics(scenes)
    sure = np.eye(len(scenes), dtype=np.bool_)
    inside: dict[str, list[int]] = defaultdict(list)
    for i, scene in enumerate(scenes):
        for j in inside[scene.doc]:
            sure[i, j] = sure[j, i] = _goes_on(scenes[j], scene, topic)
        inside[scene.doc].append(i)
    home = {(s.doc, s.start): (i, s) for i, scene in enumerate(scenes) for s in scene.sentences}
    for pair in alignments:
        a, b = home.get((pair.a.doc, pair.a.start)), home.get((pair.b.doc, pair.b.start))
        if a and b and _one_happening(scenes, a, b, pair.score, topic):
            sure[a[0], b[0]] = sure[b[0], a[0]] = True
    return np.asarray(sure, np.bool_)


def _one_happening(
    scenes: Sequence[Scene],
    a: tuple[int, Passage],
    b: tuple[int, Passage],
    score: float,
    topic: frozenset[str],
) -> bool:
    """Whether two aligned sentences, with the numbers of their scenes, share more than the topic."""
    first, second = scenes[a[0]], scenes[b[0]]
    if score == SAID:
        return True
    if _one_day(first, second):
        return telling(a[1], b[1], topic) >= 1
    need = 2 if score >= CLOSE or telling_names(a[1], b[1], topic) else FAR_WORDS
    if _other_people(first, second, topic):
        need = FAR_WORDS + 1
    return score >= SURE and telling(a[1], b[1], topic) >= need


def topics(scenes: Sequence[Scene]) -> frozenset[str]:
    """Terms that stand in many scenes of every text that has them: what is written about, not what happened."""
    spread: dict[str, Counter[str]] = defaultdict(Counter)
    for scene in scenes:
        for term in scene.terms:
            spread[term][scene.doc] += 1
    return frozenset(
        term for term, docs in spread.items() if len(docs) > 1 and docs.total() >= TOPIC * len(docs)
    )


def telling(a: Passage, b: Passage, topic: frozenset[str]) -> int:
    """How many terms both have that are neither the topic nor of the calendar."""
    return len((a.terms.keys() & b.terms.keys()) - topic - CALENDAR)


def telling_names(a: Passage, b: Passage, topic: frozenset[str]) -> bool:
    """Whether both name somebody or some place that is not the topic."""
    return bool((a.names & b.names) - topic - CALENDAR)


def _goes_on(a: Scene, b: Scene, topic: frozenset[str]) -> bool:
    if b.order - a.order <= BESIDE or _one_day(a, b):
        return True
    if _other_days(a, b) or _other_people(a, b, topic):
        return False
    return len((a.terms.keys() & b.terms.keys()) - topic - CALENDAR) >= FAR_WORDS


def _other_people(a: Scene, b: Scene, topic: frozenset[str]) -> bool:
    """Whether both name somebody or some place besides the topic, and none in common."""
    first, second = ({n for s in scene.sentences for n in s.names} - topic - CALENDAR for scene in (a, b))
    return bool(first and second) and not first & second


def _other_days(a: Scene, b: Scene) -> bool:
    """Whether both name days, be it in passing, and none in common."""
    first, second = ({(t.from_, t.to) for t in s.times if t.from_ and t.from_ == t.to} for s in (a, b))
    return bool(first and second) and not first & second


def _one_day(a: Scene, b: Scene) -> bool:
    first, second = ([d for d in s.days if is_narrow(d)] for s in (a, b))
    if any(overlap(x, y) for x in first for y in second):
        return True
    named, also = ({(t.from_, t.to) for t in s.times if t.from_ and t.to} for s in (a, b))
    return a.doc != b.doc and bool(named & also)
