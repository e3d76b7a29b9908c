"""A change between two reports, as a person reads it."""

from __future__ import annotations

from itertools import takewhile
from typing import Any

from checker.cli.output import Row, short

LEAD = 40
"""Characters that two texts may share at their beginning before they are left out."""
EMPTY: tuple[object, ...] = (None, "", [], {})


def in_words(row: Row) -> Row:
    """The change with short cells for `was` and `now`: of lists what the other side lacks, of passages a line."""
    was, now = row["was"], row["now"]
    told = {name: value for name, value in row.items() if name != "schema"}
    return told | {"what": short(row["what"]), "was": _side(row, was, now), "now": _side(row, now, was)}


def _side(row: Row, here: Row, there: Row) -> str:
    """`field: words` of one side; what the row is called by is not said again."""
    changed = row["change"] == "changed"
    told = (
        f"{name}: {_words(value, there.get(name))}"
        for name, value in here.items()
        if changed or (value not in EMPTY and value != row["what"])
    )
    return "; ".join(told)


def _words(value: Any, other: Any) -> str:
    if isinstance(value, list):
        left = [item for item in value if item not in (other or ())]
        more = f" and {len(left) - 1} more" if len(left) > 1 else ""
        return short(str(left[0]), 60) + more if left else "no others"
    if isinstance(value, dict):
        return ", ".join(dict.fromkeys(str(v) for v in value.values() if v not in EMPTY))
    if isinstance(value, str) and isinstance(other, str):
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(value, other, strict=False)))
        start = value.rfind(" ", 0, same) + 1
        value = f"… {value[start:]}" if start > LEAD else value
    return "none" if value in EMPTY else short(str(value))
