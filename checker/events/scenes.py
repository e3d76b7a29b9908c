"""Scenes: one to four adjacent sentences that tell one thing, the units that events are made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from checker.events.dating import hangs, in_brackets
from checker.events.days import NARROW, Days, is_narrow, length, overlap, stretch
from checker.events.sentences import Passage
from checker.events.ties import UNTIED, Ties, in_one_quotation, ties, turns, unplaced
from checker.events.told import of_a_text, tells_past
from checker.events.voices import SILENT, Voice
from checker.model import Parse, Range, Span, TimeExpression

SENTENCES, CHARACTERS = 4, 1200
"""Largest size of a scene."""


@dataclass(frozen=True, slots=True)
class Time:
    """Characters `start`..`end` name a time, from the ISO day `from_` to `to` where they are known."""

    start: int
    end: int
    from_: str | None
    to: str | None


@dataclass(frozen=True, slots=True)
class Scene:
    """Adjacent sentences of one paragraph.

    `days` are the days that its main predicates name, the narrower ones first; `told` is True where the narrator
    tells something past in it; `placed`, where a time stands in it or is told of; `order` counts the document's scenes;
    `times` are all times named in it; `elsewhen`, where its first sentence is told of a time that is not known; `ties`
    are those of its first sentence; `of_text`, where it says what stands in a treaty or the like; `heard`,
    who spoke in the scene before, if it goes on with his words.
    """

    doc: str
    order: int
    sentences: tuple[Passage, ...]
    terms: Counter[str]
    days: tuple[Days, ...]
    told: bool
    placed: bool
    times: tuple[Time, ...] = ()
    elsewhen: bool = False
    ties: Ties = UNTIED
    of_text: bool = False
    heard: Voice = SILENT
    leans_on: Days | None = None

    @property
    def span(self) -> Span:
        """From the first to the last sentence."""
        return Span(self.doc, self.sentences[0].start, self.sentences[-1].end)

    @property
    def dated(self) -> Days | None:
        """The stretch of days that dates it; None where it names none or only a long one."""
        return next((d for d in self.days if is_narrow(d)), None)

    @property
    def on(self) -> Days | None:
        """The stretch of days that dates it, or the scene that it leans on."""
        return self.dated or self.leans_on

    @property
    def names(self) -> frozenset[str]:
        """The terms of its sentences that are names."""
        return frozenset(n for s in self.sentences for n in s.names)

    @property
    def deeds(self) -> frozenset[str]:
        """The terms of its sentences that name deeds."""
        return frozenset(d for s in self.sentences for d in s.deeds)

    @property
    def people(self) -> frozenset[str]:
        """Entities that are persons."""
        return frozenset(p for s in self.sentences for p in s.people)

    @property
    def speakers(self) -> frozenset[str]:
        """Persons who say something in it, or whose words go on in it."""
        return frozenset(p for s in self.sentences for p in s.voice.speakers) | self.heard.speakers

    @property
    def comment(self) -> bool:
        """Whether it begins with the words of somebody who has no part in what he speaks of."""
        return self.sentences[0].voice.comment or self.heard.comment

    @property
    def entities(self) -> Counter[str]:
        """Entities and in how many of its sentences each is named."""
        return Counter(e for s in self.sentences for e in s.entities)


def scenes(
    sentences: Sequence[Passage],
    parse: Parse,
    times: Sequence[TimeExpression],
    cuts: Collection[int] = (),
) -> list[Scene]:
    """Cut a document's sentences into scenes: at paragraphs, at a new date, by size, and before those that `cuts` has.

    `times` are those of the document; what is named only inside quotation marks does not date a scene.
    """
    outside = [t for t in times if t.from_ and t.to and not parse.is_quoted(t.span.start, t.span.end)]
    known = [t for t in outside if not _explained(t, outside)]
    unknown = [t for t in times if unplaced(parse, t)]
    named = [Time(t.span.start, t.span.end, t.from_, t.to) for t in times]
    found: list[Scene] = []
    for _, paragraph in groupby(sentences, key=lambda s: s.paragraph):
        for part in _parts(list(paragraph), parse, known, unknown, cuts):
            scene = _scene(len(found), part, parse, known, named, unknown)
            found.append(_after(found[-1], scene) if found else scene)
    return found


def _after(before: Scene, scene: Scene) -> Scene:
    """A scene with what it has from the one before it."""
    leaning = scene.ties.leans and not scene.days
    return replace(scene, heard=_heard(before, scene), leans_on=before.on if leaning else None)


def _heard(before: Scene, scene: Scene) -> Voice:
    """Who spoke in the scene before, where one begins with quoted words and names no other speaker."""
    own = any(s.voice.speakers or s.voice.role for s in scene.sentences)
    return Voice(before.speakers, before.comment, False) if scene.ties.quoted and not own else SILENT


def _explained(time: TimeExpression, others: Sequence[TimeExpression]) -> bool:
    """Whether "two days later" stands beside the date that it means; the date counts, should they differ."""
    if time.rule not in {"time.offset", "time.event", "time.ordinal"}:
        return False
    return any(
        other.rule == "time.date"
        and min(abs(other.span.start - time.span.end), abs(time.span.start - other.span.end)) < 8
        for other in others
    )


def _parts(
    paragraph: list[Passage],
    parse: Parse,
    times: Sequence[TimeExpression],
    unknown: Sequence[TimeExpression],
    cuts: Collection[int],
) -> Iterator[list[Passage]]:
    part: list[Passage] = []
    for sentence in paragraph:
        if part and (
            sentence.start in cuts
            or (len(part) >= SENTENCES and not in_one_quotation(parse, part[-1], sentence))
            or turns(parse, part[-1], sentence, unknown)
            or sentence.end - part[0].start > CHARACTERS
            or _elsewhen(
                _days((sentence.start, sentence.end), times),
                [d for s in part for d in _days((s.start, s.end), times)],
            )
        ):
            yield part
            part = []
        part.append(sentence)
    if part:
        yield part


def _elsewhen(days: list[Days], before: list[Days]) -> bool:
    """Whether a sentence names another day after others were named, or only years that none of them lies in."""
    if not days or not before:
        return False
    narrow = [d for d in days if length(d) <= NARROW]
    if narrow:
        return any(d not in before for d in narrow)
    return not any(overlap(d, b) for d in days for b in before)


def _days(place: Range, times: Sequence[TimeExpression]) -> list[Days]:
    """The known days named in a place, narrow before wide, then in text order."""
    inside = [t for t in times if place[0] <= t.span.start and t.span.end <= place[1]]
    return sorted(filter(None, (stretch(t.from_, t.to) for t in inside)), key=length)


def _scene(
    order: int,
    part: list[Passage],
    parse: Parse,
    known: Sequence[TimeExpression],
    named: Sequence[Time],
    unknown: Sequence[TimeExpression],
) -> Scene:
    terms: Counter[str] = Counter()
    for sentence in part:
        terms.update(sentence.terms)
    place = part[0].start, part[-1].end
    inside = [t for t in known if place[0] <= t.span.start and t.span.end <= place[1]]
    days = tuple(dict.fromkeys(_days(place, [t for t in inside if hangs(parse, t.span)])))
    times = tuple(t for t in named if place[0] <= t.start and t.end <= place[1])
    told = any(tells_past(parse, s) for s in part)
    beside = [t for t in unknown if place[0] <= t.span.start < place[1]]
    placed = bool(beside) or any(not in_brackets(parse, t.span) for t in inside)
    elsewhen = any(t.span.start < part[0].end and not (t.from_ or t.to) for t in beside)
    return Scene(
        part[0].doc,
        order,
        tuple(part),
        terms,
        days,
        told,
        placed,
        times,
        elsewhen,
        ties(parse, part[0]),
        any(of_a_text(parse, s) for s in part),
    )


def another(a: Scene, b: Scene) -> bool:
    """Whether a scene begins with the next of a series, which the earlier one does not name: "the second round"."""
    return bool(b.ties.nth) and a.order < b.order and b.ties.nth not in a.terms
