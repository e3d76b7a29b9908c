"""Which words inside an evidence span differ: read from the records of the stages, never guessed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from checker.model import Analysis, Claim, Difference, Divergence, Range, Span
from checker.report.passages import Mark

SHORT = 28
"""An evidence span of at most so many characters is itself the words that differ."""
WHOLE = 64
"""One of at most so many characters is marked whole where no record says which of its words differ."""

_Places = dict[str, list[tuple[int, int, str]]]


class Marker:
    """Finds the words to mark inside evidence: agents, cues, numbers, days, variant words."""

    def __init__(self, analysis: Analysis) -> None:
        self._texts = {d.doc: d.text for d in analysis.documents}
        self._agents = _places(p for c in analysis.claims for p in _agent(c))
        self._cues = _places(p for c in analysis.claims for p in _spans(c.span.doc, c.cues))
        self._hedges = _places(p for a in analysis.attributions for p in _spans(a.doc, a.hedge))
        self._numbers = _places(p for c in analysis.claims for p in _spans(c.span.doc, c.numbers))
        self._times = _places((t.span.doc, t.span.start, t.span.end, "d") for t in analysis.times)
        self._frames = _places((f.span.doc, *f.cue, "d") for f in analysis.framing)
        self._variants = _places(p for q in analysis.quotations for d in q.differences for p in _sides(d))
        self._cited = _places(
            (a.doc, *r, "d") for a in analysis.attributions for r in (*(a.source or ()), *(a.cue or ()))
        )

    def marks(self, divergence: Divergence, span: Span) -> tuple[Mark, ...]:
        """The marks for one evidence span of a divergence: its words in the records, else a short span whole."""
        whole = (Mark(span.start, span.end),)
        if span.end - span.start <= SHORT:
            return whole
        for places in self._sought(divergence):
            found = [Mark(s, e, css, _SAID[css]) for s, e, css in _inside(places, span)]
            if found and sum(m.end - m.start for m in found) < 0.8 * (span.end - span.start):
                return _joined(found)
        return self._named(divergence, span) or (whole if span.end - span.start <= WHOLE else ())

    def _named(self, divergence: Divergence, span: Span) -> tuple[Mark, ...]:
        """The words that are themselves the answer which the evidence gives, where they stand there once."""
        role = next((e.role for e in divergence.evidence if e.span == span), "")
        words = span.of(self._texts.get(span.doc, ""))
        places = (
            [m.start() for m in re.finditer(rf"\b{re.escape(role)}\b", words, re.IGNORECASE)] if role else []
        )
        at = span.start + places[0] if len(places) == 1 else None
        return (Mark(at, at + len(role)),) if at is not None and divergence.kind == "agency" else ()

    def _sought(self, divergence: Divergence) -> tuple[_Places, ...]:
        return {
            "agency": (self._agents,),
            "certainty": (self._cues, self._hedges),
            "attribution": (self._cited,),
            "number": (self._numbers,),
            "date": (self._times, self._numbers),
            "inconsistency": (self._times, self._numbers),
            "label": (self._frames,),
            "quotation": (self._variants,),
        }.get(divergence.kind, ())


_SAID = {"d": "", "h": "not shown elsewhere: "}


def _joined(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Marks of one kind with no more than a space between them as one."""
    joined: list[Mark] = []
    for mark in marks:
        last = joined[-1] if joined else None
        if last and last.css == mark.css and mark.start - last.end <= 1:
            joined[-1] = replace(last, end=mark.end)
        else:
            joined.append(mark)
    return tuple(joined)


def difference_class(difference: Difference) -> str:
    """The class for the words of a difference: `h` where they are hidden in the other variant, else `d`."""
    return "h" if difference.op in ("hidden", "delete") else "d"


def _agent(claim: Claim) -> Iterator[tuple[str, int, int, str]]:
    if claim.agent.state == "expressed":
        reach = _denial(claim)
        yield from _spans(claim.span.doc, reach or (*claim.agent.spans, claim.predicate))
    elif claim.agent.state == "absent":
        yield from _spans(claim.span.doc, (claim.predicate,))


def _denial(claim: Claim) -> tuple[Range, ...]:
    """Agent, negation and verb of a denied deed in one piece, so that "not" is never left outside the mark."""
    first = min((start for start, _ in claim.agent.spans), default=claim.predicate[0])
    near = 0 <= claim.predicate[1] - first <= WHOLE
    return ((first, claim.predicate[1]),) if claim.polarity == "-" and near else ()


def _spans(doc: str, ranges: Iterable[Range]) -> Iterator[tuple[str, int, int, str]]:
    for start, end in ranges:
        yield doc, start, end, "d"


def _sides(difference: Difference) -> Iterator[tuple[str, int, int, str]]:
    for side in (difference.a, difference.b):
        if side and difference.matters and side.start < side.end:
            yield side.doc, side.start, side.end, difference_class(difference)


def _places(found: Iterable[tuple[str, int, int, str]]) -> _Places:
    by_doc: dict[str, set[tuple[int, int, str]]] = defaultdict(set)
    for doc, start, end, css in found:
        if start < end:
            by_doc[doc].add((start, end, css))
    return {doc: sorted(places) for doc, places in by_doc.items()}


def _inside(places: _Places, span: Span) -> Iterator[tuple[int, int, str]]:
    found = places.get(span.doc, [])
    at = span.start
    for start, end, css in found[bisect_left(found, (span.start,)) :]:
        if start >= span.end:
            break
        if start >= at and end <= span.end:
            yield start, end, css
            at = end
