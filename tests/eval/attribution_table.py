"""How attribution does by construction: `python -m tests.eval.attribution_table [dev|train] [--view speech|all]`.

Ours by rule: how many there are, and how many match a labelled one (content words with a Jaccard of .5) and
have its source. Labelled ones by the shape of their cue: how many are found with the right source, found with
another source, found with another extent, or not found. Sums by article set only; no text is printed.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from typing import Any

from checker import attribution, parse
from checker.model import Document, Parse
from tests.eval.test_attribution import DATA, document, scorer

_ORDER = ("right", "other source", "other extent", "not found")


def main() -> None:
    """Measure and print both tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("part", nargs="?", default="dev", choices=("dev", "train"))
    parser.add_argument("--view", default="speech", choices=("speech", "all"))
    parser.add_argument("--first", type=int, default=None, help="only so many articles")
    given = parser.parse_args()
    rules, shapes = tables(given.part, given.view, given.first)
    sys.stdout.write("\n".join([*_by_rule(rules), "", *_by_shape(shapes), ""]))


def _by_rule(rules: dict[str, Counter[str]]) -> list[str]:
    rows = [f"{'rule':34}{'ours':>6}{'found':>7}{'source':>8}{'share':>7}"]
    for rule, row in sorted(rules.items(), key=lambda pair: (-pair[1]["ours"], pair[0])):
        share = 100 * row["found"] / row["ours"]
        rows.append(f"{rule:34}{row['ours']:>6}{row['found']:>7}{row['source']:>8}{share:>6.0f}%")
    return rows


def _by_shape(shapes: dict[str, Counter[str]]) -> list[str]:
    rows = [f"{'labelled: cue, content':34}{'all':>6}" + "".join(f"{name:>14}" for name in _ORDER)]
    for shape, row in sorted(shapes.items(), key=lambda pair: (-sum(pair[1].values()), pair[0])):
        rows.append(f"{shape:34}{sum(row.values()):>6}" + "".join(f"{row[name]:>14}" for name in _ORDER))
    return rows


def tables(
    part: str, view: str, first: int | None
) -> tuple[dict[str, Counter[str]], dict[str, Counter[str]]]:
    """Counts by rule of ours, and by shape of the labelled ones."""
    score = scorer()
    gold = score.load(str(DATA / part / "gold.jsonl"))
    rules: dict[str, Counter[str]] = defaultdict(Counter)
    shapes: dict[str, Counter[str]] = defaultdict(Counter)
    for path in sorted((DATA / part / "text").glob("*.txt"))[:first]:
        made = document(path)
        parsed = parse.run(made)
        found = [Row(score, made, a.content, a.source, a.cue, a.rule) for a in attribution.run(made, parsed)]
        labelled = [
            Row(score, made, a["content"], a["source"], a["cue"], _shape(made, parsed, a), a["speech"])
            for a in gold[made.doc]["attributions"]
        ]
        _compare(score, found, labelled, view, rules, shapes)
    return rules, shapes


class Row:
    """The words of an attribution, ours or labelled."""

    def __init__(
        self, score: Any, made: Document, content: Any, source: Any, cue: Any, kind: str, speech: bool = True
    ) -> None:
        text = score.Doc(made.text)
        self.content = text.words(score.norm(content))
        self.source = set().union(*[text.loose(s) for s in score.norm(source)])
        self.cue = set().union(*[text.loose(s) for s in score.norm(cue)])
        self.kind, self.speech = kind, speech


def _compare(
    score: Any,
    found: list[Row],
    labelled: list[Row],
    view: str,
    rules: dict[str, Counter[str]],
    shapes: dict[str, Counter[str]],
) -> None:
    pairs = [
        (score.jac(a.content, b.content), -i, -k)
        for i, a in enumerate(labelled)
        for k, b in enumerate(found)
        if a.content & b.content
    ]
    of, by = dict[int, int](), dict[int, int]()
    for share, i, k in sorted(pairs, reverse=True):
        if share >= 0.5 and -i not in of and -k not in by:
            of[-i], by[-k] = -k, -i
    for i, row in enumerate(labelled):
        if view == "all" or row.speech:
            shapes[row.kind][_state(row, found, of.get(i))] += 1
    for k, row in enumerate(found):
        if not _is_judged(row, k, labelled, by, view):
            continue
        rules[row.kind]["ours"] += 1
        rules[row.kind]["found"] += k in by
        rules[row.kind]["source"] += k in by and _same_source(row, labelled[by[k]])


def _same_source(one: Row, other: Row) -> bool:
    return bool(one.source & other.source) or not (one.source or other.source)


def _state(row: Row, found: list[Row], match: int | None) -> str:
    if match is not None:
        return "right" if _same_source(row, found[match]) else "other source"
    return "other extent" if any(row.cue & other.cue for other in found) else "not found"


def _is_judged(row: Row, k: int, labelled: list[Row], by: dict[int, int], view: str) -> bool:
    """Nested ones are not labelled, and those of the other view count neither way."""
    if k in by:
        return view == "all" or labelled[by[k]].speech
    if row.cue and any(row.cue <= other.content and row.content <= other.content for other in labelled):
        return False
    aside = set().union(*[other.content for other in labelled if view != "all" and not other.speech])
    return len(row.content & aside) < 0.5 * max(1, len(row.content))


def _shape(made: Document, parsed: Parse, label: dict[str, Any]) -> str:
    """The cue's part of speech and what it governs: `verb, clause after`."""
    start, end = label["cue"][0][0], label["cue"][-1][1]
    inside = list(parsed.tokens_in(start, end))
    if label["type"] != "indirect":
        return f"{_cue(parsed, inside)[0]}, {label['type']} quotation"
    kind, head = _cue(parsed, inside)
    if kind != "verb":
        return f"{kind}, no quotation"
    if min(s for s, _ in label["content"]) < start:
        return "verb, content before or around"
    relations = {parsed.tokens[c].dep for c in parsed.children(head) if c > head}
    for name, wanted in (
        ("clause", {"ccomp"}),
        ("infinitive or participle", {"xcomp"}),
        ("object", {"dobj", "oprd"}),
        ("preposition", {"prep", "prt", "agent"}),
    ):
        if relations & wanted:
            return f"verb, {name}"
    return "verb, nothing of these"


def _cue(parsed: Parse, inside: list[int]) -> tuple[str, int]:
    for name, tags in (("verb", {"VERB"}), ("noun", {"NOUN", "PROPN"}), ("adjective", {"ADJ"})):
        heads = [i for i in inside if parsed.tokens[i].pos in tags]
        if any(parsed.tokens[i].text.lower() == "according" for i in inside):
            return "according to", inside[0]
        if heads:
            return name, heads[-1]
    return "mark or other word", inside[0] if inside else 0


if __name__ == "__main__":
    main()
