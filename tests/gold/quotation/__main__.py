"""Verdicts on edits of a hostile or careless editor, and on fair ones: `python -m tests.gold.quotation [SET]`."""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from pathlib import Path

from checker import extract
from checker.capture import folder
from checker.quotation import Index, verify

HERE = Path(__file__).parent
FINE = {"verbatim", "conventional"}


def figures(name: str) -> dict[str, float]:
    """Shares in percent: hostile edits that pass as fine, fair ones that raise an alarm; the worst kind's passes."""
    cases = tomllib.loads((HERE / f"{name}.toml").read_text("utf-8"))["case"]
    sources = str(HERE / Path(cases[0]["source"]).parent)
    index = Index(tuple(extract.run(s) for s in folder.read([sources]).snapshots))
    passed, alarms = Counter[str](), Counter[str]()
    hostile, fair, exact = 0, 0, 0
    for case in cases:
        verdict = verify(case["id"], case["quote"], index).verdict
        innocent = set(case["verdicts"]) <= FINE
        hostile, fair = hostile + (not innocent), fair + innocent
        exact += verdict in case["verdicts"]
        passed[case["kind"]] += not innocent and verdict in FINE
        alarms[case["kind"]] += innocent and verdict not in FINE
    return {
        "hostile": hostile,
        "passed": round(100 * passed.total() / hostile, 1),
        "passed_worst_kind": max(passed.values()),
        "fair": fair,
        "alarms": round(100 * alarms.total() / fair, 1),
        "exact": round(100 * exact / (hostile + fair), 1),
        **{f"passed {kind}": n for kind, n in sorted(passed.items())},
        **{f"alarms {kind}": n for kind, n in sorted(alarms.items()) if n},
    }


if __name__ == "__main__":
    for key, value in figures(sys.argv[1] if len(sys.argv) > 1 else "open").items():
        print(f"{key:40} {value}")  # noqa: T201
