"""Which scenes may stand in one event by themselves: likeness alone joins what is only about one matter."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from checker.events.counterparts import CALENDAR
from checker.events.days import NARROW, gap, is_narrow, length, overlap, stretch
from checker.events.scenes import Scene, another
from checker.events.sentences import Passage
from checker.events.sharing import (
    CLOSE,
    FAR_WORDS,
    STATES,
    SURE,
    beside_a_day,
    beside_a_name,
    company,
    names,
    one_deed,
    other_doers,
    telling,
)
from checker.events.spoken import SAID
from checker.model import Alignment

COMMON = 0.3
"""Share of a text's scenes, if more than `TOPIC`, in which a name stands that joins none of them."""
WEEK = 6
"""Days of a stretch from which, in one text, it does not make one happening of what lies in it."""
SLACK = 2
"""Days by which two texts may differ in dating one thing for which few words of theirs are the same."""
TOPIC = 4
"""Scenes of each text that has it, on average, from which a term is what the texts are about."""


def coherent(scenes: Sequence[Scene], alignments: Sequence[Alignment]) -> npt.NDArray[np.bool_]:
    """True where two scenes tell one thing by more than the topic.

    Of one text: they stand close together, name one time, or share telling terms. Of two: they quote one utterance,
    or have sentences surely aligned that share two telling terms, or one beside a day. Where persons speak in both,
    one must be the same.
    """
    topic, common = topics(scenes), everywhere(scenes)
    sure = np.eye(len(scenes), dtype=np.bool_)
    inside: dict[str, list[int]] = defaultdict(list)
    for i, scene in enumerate(scenes):
        for j in inside[scene.doc]:
            sure[i, j] = sure[j, i] = goes_on(scenes[j], scene, topic, common[scene.doc])
        inside[scene.doc].append(i)
    home = {(s.doc, s.start): (i, s) for i, scene in enumerate(scenes) for s in scene.sentences}
    for pair in alignments:
        a, b = home.get((pair.a.doc, pair.a.start)), home.get((pair.b.doc, pair.b.start))
        if a and b and _one_happening(scenes, a, b, pair, topic):
            sure[a[0], b[0]] = sure[b[0], a[0]] = True
    return np.asarray(sure, np.bool_)


def of_one_deed(alignments: Sequence[Alignment], scenes: Sequence[Scene]) -> Iterator[Alignment]:
    """The pairs whose sentences share a word for a deed that is not the topic of the texts."""
    topic = topics(scenes)
    known = {(s.doc, s.start): s for scene in scenes for s in scene.sentences}
    for pair in alignments:
        a, b = (known.get((span.doc, span.start)) for span in (pair.a, pair.b))
        if a and b and one_deed(a, b, topic) and not other_doers(a, b):
            yield pair


def of_one_company(alignments: Sequence[Alignment], scenes: Sequence[Scene]) -> Iterator[Alignment]:
    """The pairs whose sentences are very close and name so many that only few texts would name together.

    None of them are those of scenes of other days.
    """
    topic = topics(scenes)
    known = {(s.doc, s.start): (scene, s) for scene in scenes for s in scene.sentences}
    for pair in alignments:
        a, b = (known.get((span.doc, span.start)) for span in (pair.a, pair.b))
        sure = a and b and pair.state == "aligned" and company(a[1], b[1], pair, topic)
        if a and b and sure and not _far_days(a[0], b[0]):
            yield pair


def _one_happening(
    scenes: Sequence[Scene],
    a: tuple[int, Passage],
    b: tuple[int, Passage],
    pair: Alignment,
    topic: frozenset[str],
) -> bool:
    """Whether two aligned sentences, with the numbers of their scenes, share more than the topic."""
    first, second = scenes[a[0]], scenes[b[0]]
    if pair.score == SAID or _other_speakers(first, second):
        return pair.score == SAID
    apart = other_doers(a[1], b[1])
    if _one_day(first, second) and not _other_persons(first, second) and not apart:
        if beside_a_day(a[1], b[1], pair, topic):
            return True
        people = first.people & second.people and a[1].names & b[1].names
        return _same_day(first, second) and (bool(people) or beside_a_name(a[1], b[1], topic))
    need = 2 if pair.score >= CLOSE or names(a[1], b[1], topic) else FAR_WORDS
    if apart or _other_people(first, second, topic) or _far_days(first, second):
        need = FAR_WORDS + 1
    if pair.score < SURE or pair.state != "aligned" or telling(a[1], b[1], topic) < need:
        return False
    return one_deed(a[1], b[1], topic) or company(a[1], b[1], pair, topic)


def topics(scenes: Sequence[Scene]) -> frozenset[str]:
    """Terms and entities in many scenes of every text that has them: what is written about, not what happened."""
    spread: dict[str, Counter[str]] = defaultdict(Counter)
    for scene in scenes:
        for term in {*scene.terms, *scene.entities}:
            spread[term][scene.doc] += 1
    return frozenset(
        term for term, docs in spread.items() if len(docs) > 1 and docs.total() >= TOPIC * len(docs)
    )


def everywhere(scenes: Sequence[Scene]) -> dict[str, frozenset[str]]:
    """By document, the names that stand in many of its scenes: what they are about, whichever deed they tell.

    In a document of a corpus where most have the name, fewer scenes are many.
    """
    spread: dict[str, Counter[str]] = defaultdict(Counter)
    size = Counter(scene.doc for scene in scenes)
    for scene in scenes:
        spread[scene.doc].update(scene.names)
    docs = Counter(name for names in spread.values() for name in names)
    return {
        doc: frozenset(
            name
            for name, n in spread[doc].items()
            if n > max(TOPIC, COMMON * size[doc]) or (n >= TOPIC and 2 * docs[name] > max(len(size), TOPIC))
        )
        for doc in size
    }


def beside(a: Scene, b: Scene, common: frozenset[str], reach: int = 1) -> bool:
    """Whether a scene goes on with one up to `reach` away in its text: both name what is not named everywhere.

    The name of a state is not enough; a deed must be in both besides.
    """
    if a.doc != b.doc or abs(a.order - b.order) > reach:
        return False
    shared = (a.names & b.names) - common
    return bool(shared - STATES) or bool(shared and a.deeds & b.deeds) or _follows(a, b)


def _follows(a: Scene, b: Scene) -> bool:
    """Whether a scene stands directly behind another and begins with what ties it to that."""
    return b.order == a.order + 1 and (b.ties.quoted or b.ties.leans)


def goes_on(a: Scene, b: Scene, topic: frozenset[str], common: frozenset[str]) -> bool:
    """Whether a scene tells on what an earlier one of its text tells; `common` are the names that join none there."""
    if a.comment != b.comment or another(a, b):
        return False
    if other_voice([a], b) and (a.people or not tells_on(a, b, topic)):
        return False
    if (_one_day(a, b) and not _other_persons(a, b)) or b.ties.same & a.deeds:
        return True
    if _other_days(a, b) or b.elsewhen or _other_people(a, b, topic):
        return False
    return beside(a, b, common) or tells_on(a, b, topic)


def other_voice(close: Sequence[Scene], b: Scene) -> bool:
    """Whether somebody speaks in a scene who is not named in what it would go on with: that is a saying of its own.

    But for the words of a speaker that the sentence before has without his name, and what leans on that sentence.
    """
    named = frozenset(p for a in close for p in (a.speakers or a.people))
    before = [a for a in close if a.order == b.order - 1]
    tied = b.ties.leans or (b.ties.quoted and any(a.sentences[-1].voice.role for a in before))
    unknown = bool(b.speakers) and not b.speakers & named and not (before and tied)
    return unknown or (b.comment and not any(a.comment for a in close))


def _other_speakers(a: Scene, b: Scene) -> bool:
    """Whether persons speak in both, and none in both."""
    return bool(a.speakers and b.speakers) and not a.speakers & b.speakers


def tells_on(a: Scene, b: Scene, topic: frozenset[str]) -> bool:
    """Whether two scenes of one text share words enough, one of a deed, wherever they stand."""
    shared = (a.terms.keys() & b.terms.keys()) - topic - CALENDAR
    return len(shared) >= FAR_WORDS and bool(shared & (a.deeds | b.deeds))


def _other_people(a: Scene, b: Scene, topic: frozenset[str]) -> bool:
    """Whether both name somebody or some place besides the topic, and none in common."""
    first, second = (scene.names - topic - CALENDAR for scene in (a, b))
    return bool(first and second) and not first & second


def _other_persons(a: Scene, b: Scene) -> bool:
    """Whether both name persons, and none in common."""
    return bool(a.people and b.people) and not a.people & b.people


def _far_days(a: Scene, b: Scene) -> bool:
    """Whether both are of days, with more than `SLACK` between them: one text may err, or they tell two things."""
    return bool(a.on and b.on and gap(a.on, b.on) > SLACK)


def _other_days(a: Scene, b: Scene) -> bool:
    """Whether both name days, be it in passing, and none in common; or both any times, none of which meet."""
    first, second = ({(t.from_, t.to) for t in s.times if t.from_ and t.from_ == t.to} for s in (a, b))
    if first and second and not first & second:
        return True
    named, also = ([stretch(t.from_, t.to) for t in s.times] for s in (a, b))
    gaps = [gap(x, y) for x in named for y in also if x and y]
    return bool(gaps) and min(gaps) > 0


def _same_day(a: Scene, b: Scene) -> bool:
    """Whether both are told of one stretch of time, not only of some that meet, or both of none."""
    return bool(set(a.days) & set(b.days)) or not (a.dated or b.dated)


def _one_day(a: Scene, b: Scene) -> bool:
    first, second = ([d for d in s.days if is_narrow(d)] for s in (a, b))
    apart = WEEK if a.doc == b.doc else NARROW
    if any(overlap(x, y) and (x == y or max(length(x), length(y)) < apart) for x in first for y in second):
        return True
    named, also = ({(t.from_, t.to) for t in s.times if t.from_ and t.to} for s in (a, b))
    return a.doc != b.doc and bool(named & also)
