"""Wordings of one utterance, joined and given to speakers: `python -m tests.gold.utterances [SET]`."""

from __future__ import annotations

import hashlib
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from checker.model import Analysis, Manifest, Quotation, Snapshot, Span, Variant
from checker.pipeline import Pipeline

HERE = Path(__file__).parent
SHARE = 0.5
"""Share of the shorter of two passages that stands in the other, if they are one."""
Known = dict[Span, dict[str, Any]]


@dataclass(slots=True)
class Score:
    """Counts over sets; `wrong` and `missed` say which pairs, in a person's words."""

    joined: int = 0
    right: int = 0
    found: int = 0
    pairs: int = 0
    bases: int = 0
    bases_right: int = 0
    givers: int = 0
    givers_right: int = 0
    wrong: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()

    def figures(self) -> dict[str, float]:
        """Shares in percent."""
        return {
            "joined": self.joined,
            "precision": _percent(self.right, self.joined),
            "recall": _percent(self.found, self.pairs),
            "bases": _percent(self.bases_right, self.bases),
            "givers": _percent(self.givers_right, self.givers),
        }


def score(name: str) -> Score:
    """The pairs of passages that are joined against those that are wordings of one, over all sets of a file."""
    result = Score()
    for case in tomllib.loads((HERE / f"{name}.toml").read_text("utf-8"))["set"]:
        _add(result, case, _analysed(case))
    return result


def _analysed(case: dict[str, Any]) -> Analysis:
    return Pipeline([_snapshot(row) for row in case["document"]]).analysis()


def _snapshot(row: dict[str, Any]) -> Snapshot:
    data = row["text"].encode()
    manifest = Manifest(row["name"], role=row.get("role"))
    return Snapshot(row["name"], row["name"], data, hashlib.sha256(data).hexdigest(), "text/plain", manifest)


def _add(result: Score, case: dict[str, Any], analysis: Analysis) -> None:
    known = _known(case)
    names = {e.entity: e.name for e in analysis.entities}
    texts = {d.doc: d.text for d in analysis.documents}
    wanted = {frozenset(p) for p in combinations(known, 2) if known[p[0]]["id"] == known[p[1]]["id"]}
    found: set[frozenset[Span]] = set()
    for quotation in analysis.quotations:
        for a, b in combinations(quotation.variants, 2):
            pairs = {frozenset((x, y)) for x in _rows(known, a.span) for y in _rows(known, b.span)} & wanted
            found |= pairs
            result.joined += 1
            result.right += bool(pairs)
            if not pairs:
                result.wrong += (f"{case['name']}: {_said(texts, a)} + {_said(texts, b)}",)
        _judge(result, known, quotation, names)
    for pair in sorted(wanted - found, key=sorted):
        told = " + ".join(f"{span.doc} {span.of(texts[span.doc])!r}" for span in sorted(pair))
        result.missed += (f"{case['name']}: {told}",)
    result.found += len(found)
    result.pairs += len(wanted)


def _judge(result: Score, known: Known, quotation: Quotation, names: dict[str, str]) -> None:
    """Count the base and the givers of what was joined."""
    rows = [(v, known[held[0]]) for v in quotation.variants if (held := _rows(known, v.span))]
    if len(rows) < 2:
        return
    if base := rows[0][1].get("base"):
        result.bases += 1
        result.bases_right += quotation.variants[0].span.doc == base
    for variant, row in rows:
        if "giver" in row or row.get("fact"):
            result.givers += 1
            result.givers_right += _is_given(variant, row, names)
            if not _is_given(variant, row, names):
                result.wrong += (f"giver of {variant}: wanted {row}",)


def _is_given(variant: Variant, row: dict[str, Any], names: dict[str, str]) -> bool:
    if row.get("fact"):
        return variant.voice == "narrator"
    name = names.get(variant.speaker or "", "")
    same = name.split()[-1:] == row["giver"].split()[-1:]
    return variant.voice != "narrator" and (row["giver"] == "*" or same)


def _known(case: dict[str, Any]) -> Known:
    """Each listed passage with its row, the id and the base of its utterance."""
    texts = {d["name"]: d["text"] for d in case["document"]}
    return {
        Span(v["doc"], *_place(texts[v["doc"]], v["quote"], v.get("nth", 1))): {
            **v,
            "id": u["id"],
            "base": u.get("base"),
        }
        for u in case["utterance"]
        for v in u["variants"]
    }


def _place(text: str, quote: str, nth: int) -> tuple[int, int]:
    start = -1
    for _ in range(nth):
        start = text.index(quote, start + 1)
    return start, start + len(quote)


def _rows(known: Known, span: Span) -> list[Span]:
    """The listed passages that a variant has, the likest first; one utterance may have several sentences."""
    return [row for _, row in sorted(_overlaps(known, span), reverse=True)]


def _overlaps(known: Known, span: Span) -> Iterator[tuple[float, Span]]:
    for row in known:
        common = min(row.end, span.end) - max(row.start, span.start)
        sizes = row.end - row.start, span.end - span.start
        if row.doc == span.doc and common >= SHARE * min(sizes):
            yield common / max(sizes), row


def _said(texts: dict[str, str], variant: Variant) -> str:
    return f"{variant.span.doc} {variant.span.of(texts[variant.span.doc])!r}"


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 100.0


if __name__ == "__main__":
    shown = score(sys.argv[1] if len(sys.argv) > 1 else "open")
    for key, value in shown.figures().items():
        print(f"{key:10} {value}")  # noqa: T201
    if "--cases" in sys.argv:
        print(*shown.wrong, "--- missed", *shown.missed, sep="\n")  # noqa: T201
