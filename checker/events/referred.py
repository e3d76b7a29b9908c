"""Events with the sentences of other texts that refer to them while telling something else."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from checker.events.days import Days, gap, is_narrow, length, stretch
from checker.events.promises import is_promise
from checker.events.references import Reference
from checker.model import Event, Span

COMMON = 0.15
"""Share of all references above which a name tells no deed from another."""
SLACK = 1
"""Days by which two texts may differ in dating one deed."""
LONG = 31
"""Days of a time that is no calendar month, season or year from which it says how long a deed lasted."""
KEPT = 2
"""Sentences of one document that are added to one event."""

Found = Mapping[str, Sequence[Reference]]


@dataclass(frozen=True, slots=True)
class _Deed:
    """What an event's own passages tell of a deed of one kind: who, where, and when, if that is known."""

    who: frozenset[str]
    places: frozenset[str]
    days: Days | None


def with_references(events: Sequence[Event], found: Found, published: Mapping[str, date]) -> list[Event]:
    """The events with sentences, in other documents, which refer to the deed that they tell.

    The kind of deed must be the same and no time may speak against it. Beside that stand a place that is not named
    everywhere; or two of those who take part and the same time; or one, and a longer time that holds the event's.
    """
    every = [r for refs in found.values() for r in refs]
    common = _common(every)
    return [_with(event, _deeds(event, found), every, common, published) for event in events]


def unclaimed(events: Sequence[Event], found: Found) -> list[tuple[str, list[Reference]]]:
    """References of two documents at least to one kind of deed at one place, of which no event tells.

    With a title for each, since the sentences mainly tell something else. A reference that names two places stands
    for one deed; most documents first, then as the texts have them.
    """
    every = [r for refs in found.values() for r in refs]
    common = _common(every)
    taken = {(r.span, r.kind) for event in events for r in _told(event, found)}
    alike: dict[tuple[str, str], list[Reference]] = defaultdict(list)
    for r in every:
        for place in () if is_promise(r.kind) else sorted(r.places - common):
            if (r.span, r.kind) not in taken:
                alike[r.kind, place].append(r)
    standing = []
    for (kind, place), refs in sorted(alike.items(), key=lambda pair: -len({r.span.doc for r in pair[1]})):
        free = [r for r in refs if (r.span, r.kind) not in taken]
        if _stands(free, events):
            standing.append((f"{place.title()}: {kind}", free))
            taken |= {(r.span, r.kind) for r in free}
    return standing


def _told(event: Event, found: Found) -> list[Reference]:
    """References to the kinds of deed that an event tells, in its passages."""
    kinds = _deeds(event, found).keys()
    here = ((m, r) for m in event.mentions for r in found.get(m.doc, ()))
    return [r for m, r in here if r.kind in kinds and m.contains(r.span)]


def _stands(refs: Sequence[Reference], events: Sequence[Event]) -> bool:
    """Whether two documents refer to it, at times that can be one, and no event holds all the sentences."""
    held = (all(any(m.contains(r.span) for m in e.mentions) for r in refs) for e in events)
    return len({r.span.doc for r in refs}) > 1 and _one_time(refs) and not any(held)


def _one_time(refs: Sequence[Reference]) -> bool:
    return all(_meets(a.days[0], b.days[0]) for a in refs for b in refs if a.days and b.days)


def _common(every: Sequence[Reference]) -> frozenset[str]:
    spread = Counter(name for r in every for name in r.who | r.places)
    return frozenset(name for name, n in spread.items() if n > COMMON * (len(every) + 20))


def _deeds(event: Event, found: Found) -> dict[str, _Deed]:
    """By kind, what the passages of an event tell; a deed that names another time is not the event's.

    Nor is one of a known day that an event has which is of none: that is told in passing.
    """
    held: dict[str, list[Reference]] = defaultdict(list)
    when = stretch(event.date.from_, event.date.to)
    for mention in event.mentions:
        for r in found.get(mention.doc, ()):
            passing = when is None and any(is_narrow(d) for d in r.days)
            own = (r.main and not passing) or (is_promise(r.kind) and r.timed)
            if own and mention.contains(r.span) and _fits(when, r):
                held[r.kind].append(r)
    return {kind: _deed(refs, when) for kind, refs in held.items()}


def _deed(refs: Sequence[Reference], when: Days | None) -> _Deed:
    who = frozenset(name for r in refs for name in r.who)
    days = min((d for r in refs for d in r.days), key=lambda d: (length(d), d), default=None)
    return _Deed(who, frozenset(p for r in refs for p in r.places), days and (when or days))


def _with(
    event: Event,
    deeds: Mapping[str, _Deed],
    every: Sequence[Reference],
    common: frozenset[str],
    published: Mapping[str, date],
) -> Event:
    docs = {mention.doc for mention in event.mentions}
    when = stretch(event.date.from_, event.date.to)
    near: dict[Span, int] = {}
    named: dict[Span, Days] = {}
    for r in every:
        early = when is not None and r.span.doc in published and published[r.span.doc] < when[0]
        if r.kind in deeds and r.span.doc not in docs and not early and _fits(when, r):
            strength = _strength(deeds[r.kind], r, common)
            near[r.span] = max(near.get(r.span, 0), strength)
            named |= {r.span: r.days[0]} if r.days and is_narrow(r.days[0]) else {}
    kept: dict[str, list[Span]] = defaultdict(list)
    for span in sorted(near, key=lambda s: (-near[s], s)):
        here = kept[span.doc]
        if near[span] and len(here) < KEPT and not any(_apart(named.get(span), named.get(s)) for s in here):
            here.append(span)
    added = [span for spans in kept.values() for span in spans]
    return replace(event, mentions=tuple(sorted([*event.mentions, *added]))) if added else event


def _apart(a: Days | None, b: Days | None) -> bool:
    """Whether two sentences of one text name days of two happenings."""
    return a is not None and b is not None and not _meets(a, b)


def _strength(deed: _Deed, r: Reference, common: frozenset[str]) -> int:
    """How surely a reference means the deed; 0 where it may mean another."""
    shared = len(r.who & deed.who)
    place = bool((r.places & deed.places) - common)
    held = deed.days is not None and bool(r.days) and _lasts(deed.days, r.days[0])
    if deed.days and r.days and not held:
        return 0
    if place:
        return 3 + held
    if is_promise(r.kind):
        return 2 * bool(shared)
    if not held or not deed.days:
        return 0
    exact = is_narrow(r.days[0]) or r.days[0] == deed.days
    if shared > 1 and exact:
        return 2
    return int(bool(shared) and r.timed and is_narrow(deed.days) and not exact)


def _lasts(deed: Days, named: Days) -> bool:
    """Whether a time can be that of a deed: of weeks told from one end to the other, only that of one as long."""
    whole = named[0].day == 1 and (named[1] + timedelta(days=1)).day == 1
    own = not whole and length(named) > LONG
    return _meets(deed, named) and (not own or 2 * length(deed) > length(named))


def _fits(when: Days | None, r: Reference) -> bool:
    """Whether no time that the reference names speaks against it."""
    if not r.days:
        return not r.timed
    return when is None or all(_meets(when, d) for d in r.days[:1])


def _meets(a: Days, b: Days) -> bool:
    return gap(a, b) <= SLACK
