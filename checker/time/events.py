"""Days counted from something that the text dates itself: "the second day of the siege"."""

from __future__ import annotations

from datetime import timedelta

from checker.time import intervals as iv
from checker.time import words as w
from checker.time.find import Raw
from checker.time.intervals import Days
from checker.time.resolve import UNKNOWN, Answer
from checker.time.starts import named_in
from checker.time.story import Told


def counted(raw: Raw, text: str, begins: dict[str, Told]) -> tuple[int, Answer] | None:
    """Where the expression ends in `text`, and its days; None where it is no expression of this kind.

    The noun must have one start in `begins`; otherwise an ordinal stays unknown and a count is left alone.
    """
    known = named_in(raw.get("noun"), begins)
    if known is None:
        end = raw.end if raw.kind == "event" else raw.end + _noun_end(raw, text)
        return (end, UNKNOWN) if raw.kind == "ordinal" else None
    _, told, length = known
    days = _ordinal(raw, told) if raw.kind == "ordinal" else _count(raw, told)
    after = text.startswith(raw.get("noun"), raw.end)
    answer = Answer(days, told.span, "text anchor", days[0] == days[1]) if days else UNKNOWN
    return raw.end + (length if after else 0), answer


def _noun_end(raw: Raw, text: str) -> int:
    """The words up to the first noun-like one: an article or possessive and what follows."""
    if not text.startswith(raw.get("noun"), raw.end):
        return 0
    words = raw.get("noun").split()
    taken = words[: 2 if words[0].lower() in {"the", "a", "an", "this", "that", "his", "her", "its"} else 1]
    return len(" " + " ".join(taken))


def _ordinal(raw: Raw, told: Told) -> Days | None:
    step = w.ordinal(raw.get("ordinal")) - 1
    first = iv.shift(told.days, step, raw.get("unit"))
    if first is None or raw.get("unit") == "day":
        return first
    return first[0], first[0] + timedelta(6)


def _count(raw: Raw, told: Told) -> Days | None:
    """Days after or before a start; "three days into" may count the first day or not."""
    number, unit, way = w.count(raw.get("count") or "a"), raw.get("unit"), raw.get("way")
    if number is None:
        return None
    days = iv.shift(told.days, -number if way == "before" else number, unit)
    if days is None:
        return None
    if way == "into" and unit == "day":
        return days[0] - timedelta(1), days[1]
    return iv.around(days, unit)
