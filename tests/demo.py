"""A corpus against what was planted in it: `python -m tests.demo [FOLDER]` prints every row of its expected.toml.

Without FOLDER it is the demonstration corpus.

A planted difference is found where the evidence of one divergence touches two of its passages; an omission, where it
touches a told passage and names a text that leaves it out; a tie of provenance, where it joins two of its texts. A
harmless pair raises a false alarm where a divergence of a forbidden kind touches it so and finds nothing planted.
"""

from __future__ import annotations

import sys
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from checker.capture import folder
from checker.model import Analysis, Catalogue, Divergence
from checker.pipeline import Pipeline
from tests.conftest import ROOT

DEMO = ROOT / "corpus" / "demo"
UNSEEN = ROOT / "tests" / "gold" / "divergence"
"""Corpora on other subjects; see the README there."""
Passage = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Row:
    """A planted difference, or a harmless pair with the kinds of alarm that would be false (none: all)."""

    id: str
    kinds: frozenset[str]
    importance: int
    says: str
    passages: tuple[Passage, ...]
    absent_from: frozenset[str]

    def touched(self, divergence: Divergence) -> bool:
        """Whether the evidence of a divergence is about this row."""
        if divergence.kind == "provenance":
            docs = {e.span.doc for e in divergence.evidence}
            return self.kinds == {"provenance"} and len(docs & {doc for doc, _, _ in self.passages}) > 1
        hit = {p for p in self.passages for e in divergence.evidence if _overlap(p, e.span)}
        if divergence.kind == "omission" and self.absent_from:
            return bool(hit) and bool(self.absent_from & set(divergence.absent_from))
        return len(hit) > 1


@dataclass(frozen=True, slots=True)
class Score:
    """Which divergences found each planted row, which raised each false alarm, and which meet no row."""

    found: dict[str, list[Divergence]]
    alarms: dict[str, list[Divergence]]
    unlisted: tuple[Divergence, ...]


@cache
def analyse(corpus: Path = DEMO, *, bare: bool = False) -> Analysis:
    """The whole analysis of a corpus; `bare` without the catalogue that its corpus.toml names."""
    read = folder.read([str(corpus)])
    catalogue = Catalogue() if bare else read.catalogue
    return Pipeline(read.snapshots, catalogue, read.problems).analysis()


def expected(name: str, texts: dict[str, str], corpus: Path = DEMO) -> list[Row]:
    """The rows of one table of expected.toml (`divergence` or `negative`), located in the texts."""
    rows = tomllib.loads((corpus / "expected.toml").read_text("utf-8"))[name]
    return [_row(row, texts) for row in rows]


def score(analysis: Analysis, corpus: Path = DEMO) -> Score:
    """What was found, what was a false alarm, what is on no list."""
    texts = {d.doc: d.text for d in analysis.documents}
    planted, harmless = (expected(name, texts, corpus) for name in ("divergence", "negative"))
    found = {row.id: [d for d in analysis.divergences if row.touched(d)] for row in planted}
    listed = {d.id for hits in found.values() for d in hits}
    others = [d for d in analysis.divergences if d.id not in listed]
    alarms = {
        row.id: [d for d in others if row.touched(d) and (not row.kinds or d.kind in row.kinds)]
        for row in harmless
    }
    false = {d.id for hits in alarms.values() for d in hits}
    return Score(found, alarms, tuple(d for d in others if d.id not in false))


def _row(row: dict[str, Any], texts: dict[str, str]) -> Row:
    kinds = frozenset([row["kind"]] if "kind" in row else row["kinds"])
    passages = tuple(_place(p["doc"], p["quote"], texts) for p in row["evidence"])
    says = row.get("what") or row["why"]
    return Row(
        row["id"], kinds, row.get("importance", 0), says, passages, frozenset(row.get("absent_from", ()))
    )


def _place(doc: str, quote: str, texts: dict[str, str]) -> Passage:
    start = texts[doc].find(quote)
    if start < 0 or texts[doc].find(quote, start + 1) >= 0:
        raise ValueError(f"{doc}: {quote!r} stands there {texts[doc].count(quote)} times, not once")
    return doc, start, start + len(quote)


def _overlap(passage: Passage, span: Any) -> bool:
    doc, start, end = passage
    return bool(span.doc == doc and span.start < end and start < span.end)


def table(analysis: Analysis, corpus: Path = DEMO) -> str:
    """Every row with what was found of it, then what is on no list, then the figures."""
    scored = score(analysis, corpus)
    texts = {d.doc: d.text for d in analysis.documents}
    lines = []
    for row in expected("divergence", texts, corpus):
        hits = scored.found[row.id]
        by = ", ".join(f"{d.rank} {d.kind}" for d in hits)
        lines.append(
            f"{'found' if hits else 'MISSED':7} {row.id} {min(row.kinds)} ({row.importance}) {row.says}  [{by}]"
        )
    for row in expected("negative", texts, corpus):
        lines += [
            f"ALARM   {row.id} {d.rank} {d.kind}: {d.statement}  [{row.says}]" for d in scored.alarms[row.id]
        ]
    lines += [f"unlisted {d.rank} {d.kind}: {d.statement}" for d in scored.unlisted]
    return "\n".join([*lines, *(f"{name}: {value}" for name, value in figures(analysis, corpus).items())])


def figures(analysis: Analysis, corpus: Path = DEMO, affair: str = "") -> dict[str, float]:
    """Recall in percent, of all, of the weightiest and kind by kind; false alarms and unlisted ones counted.

    Only of the rows whose id begins with `affair`.
    """
    scored = score(analysis, corpus)
    texts = {d.doc: d.text for d in analysis.documents}
    rows = [row for row in expected("divergence", texts, corpus) if row.id.startswith(affair)]
    alarms = [hits for id_, hits in scored.alarms.items() if id_.startswith(affair)]

    def recall(of: list[Row]) -> float:
        return round(100 * sum(bool(scored.found[r.id]) for r in of) / len(of), 1) if of else 100.0

    kinds = sorted({min(r.kinds) for r in rows})
    agreed = [r for r in rows if any(d.kind in r.kinds for d in scored.found[r.id])]
    return {
        "planted": len(rows),
        "recall": recall(rows),
        "recall_importance_3": recall([r for r in rows if r.importance == 3]),
        "recall_same_kind": round(100 * len(agreed) / len(rows), 1),
        **{f"recall_{kind}": recall([r for r in rows if kind in r.kinds]) for kind in kinds},
        "harmless": len(alarms),
        "false_alarms": sum(map(bool, alarms)),
        "divergences": len(analysis.divergences),
        "unlisted": len(scored.unlisted),
    }


if __name__ == "__main__":
    chosen = Path(sys.argv[1]) if len(sys.argv) > 1 else DEMO
    print(table(analyse(chosen), chosen))  # noqa: T201
