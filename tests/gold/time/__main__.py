"""Time expressions against the intervals that a careful reader gives them: `python -m tests.gold.time [SET]`."""

from __future__ import annotations

import hashlib
import sys
import tomllib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from checker import extract, parse
from checker import time as times
from checker.model import Manifest, Snapshot, TimeExpression

HERE = Path(__file__).parent


def figures(name: str) -> dict[str, float]:
    """Shares in percent of the expressions: right, wrong (an interval that nobody would give), silent.

    `unknown` counts expressions that cannot be known and got an interval, `none` words that are no time and did.
    """
    counts: Counter[str] = Counter()
    for case in tomllib.loads((HERE / f"{name}.toml").read_text("utf-8"))["case"]:
        found = _found(case)
        for gold in case.get("time", ()):
            counts[_judged(gold, _at(found, case["text"], gold["quote"]))] += 1
        for piece in case.get("none", ()):
            given = any(e.from_ or e.to for e in _at(found, case["text"], piece))
            counts["none"] += given
            counts["pieces"] += 1
    known = counts["right"] + counts["wrong"] + counts["silent"]
    shares = {key: round(100 * counts[key] / known, 1) for key in ("right", "wrong", "silent")}
    return {
        "expressions": known, **shares, "unknown": counts["guessed"], "of": counts["guessed"] + counts["left open"],
        "none": counts["none"], "of pieces": counts["pieces"],
    }  # fmt: skip


def _found(case: dict[str, Any]) -> Sequence[TimeExpression]:
    data = case["text"].encode()
    manifest = Manifest("a.txt", date=case.get("date"))
    digest = hashlib.sha256(data).hexdigest()
    document = extract.run(Snapshot("a", "a.txt", data, digest, "text/plain", manifest))
    return times.run(document, parse.run(document))


def _at(found: Sequence[TimeExpression], text: str, quote: str) -> list[TimeExpression]:
    start = text.index(quote)
    return [e for e in found if e.span.start < start + len(quote) and start < e.span.end]


def _judged(gold: dict[str, Any], found: list[TimeExpression]) -> str:
    given = {(e.from_ or "", e.to or "") for e in found if e.from_ or e.to}
    if gold.get("unknown"):
        return "guessed" if given else "left open"
    wanted = {(gold["from"], gold["to"]), *((low, high) for low, high in gold.get("or", ()))}
    if not given:
        return "silent"
    return "right" if given & wanted else "wrong"


if __name__ == "__main__":
    for key, value in figures(sys.argv[1] if len(sys.argv) > 1 else "open").items():
        print(f"{key:14} {value}")  # noqa: T201
