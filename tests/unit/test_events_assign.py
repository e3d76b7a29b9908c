"""Which event two aligned passages tell."""

from __future__ import annotations

import pytest

from checker.events import assign
from checker.model import Alignment, AlignmentEvidence, Event, EventDate, Span

WIDE = Event("wide", "W", EventDate(None, None, ""), (), (Span("a", 0, 100), Span("b", 0, 100)), "r")
SMALL = Event("small", "S", EventDate(None, None, ""), (), (Span("a", 10, 30), Span("b", 50, 70)), "r")
CASES = [
    ((12, 20), (55, 60), "small"),
    ((12, 20), (5, 10), "wide"),
    ((200, 210), (55, 60), None),
]


@pytest.mark.parametrize(("a", "b", "event"), CASES)
def test_the_smallest_event_that_holds_both_sides(
    a: tuple[int, int], b: tuple[int, int], event: str | None
) -> None:
    pair = Alignment(Span("a", *a), Span("b", *b), None, 0.5, "aligned", AlignmentEvidence(), "r")
    [found] = assign.run((pair,), (WIDE, SMALL), (), (), ())
    assert found.event == event
