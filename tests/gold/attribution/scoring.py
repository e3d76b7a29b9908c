"""Figures over cases.

- An attribution is found where the words of its content have a Jaccard index of .5 with one of the product's, one
  to one, the best pairs first; marks at edges do not count. Any attribution of a trap text is false.
- A chain is an edge from an attribution to the one around it, right where both ends are found and joined.
- A speaker is right where surnames or heads agree; one given where the set leaves it open is wrong. Recall is
  counted where the text has a name for the speaker, apart for phrases, pronouns and sayings without a source.
  A speaker without a name ("the mayor") is no entity: recall over those is given apart (`described`).
- Where two readers may differ the figures are lenient: hedges inside the content belong to what is said and are not
  looked at, a colon is no cue, and what a speaker goes on to say without source and cue may be a further piece of
  the attribution before it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tests.gold.attribution.cases import Case, Saying

MATCH = 0.5
PRONOUNS = frozenset(
    [
        *("i", "you", "he", "she", "it", "they", "we"),
        *("him", "her", "his", "himself", "both", "who", "which"),
    ]
)
SMALL = frozenset(["the", "a", "an", "of", "dr", "mr", "mrs", "ms", "sir"])
Pair = tuple[int, int]


def jaccard(a: frozenset[int], b: frozenset[int]) -> float:
    """Shared part of two sets; 1 for two empty ones."""
    return len(a & b) / len(a | b) if a | b else 1.0


def pairs(case: Case) -> dict[int, int]:
    """Which attribution of the set is which of the product's."""
    found: list[tuple[float, float, float, tuple[int, ...], int]] = []
    for i, gold in enumerate(case.gold):
        for whole in _wholes(case, i):
            content = frozenset[int]().union(*(case.gold[k].content for k in whole))
            for j, ours in enumerate(case.found):
                if (same := jaccard(content, ours.content)) >= MATCH:
                    others = (-jaccard(gold.cue, ours.cue), -jaccard(gold.source, ours.source))
                    found.append((-same, *others, whole, j))
    matched: dict[int, int] = {}
    for *_, whole, j in sorted(found):
        if not any(k in matched for k in whole) and j not in matched.values():
            matched |= dict.fromkeys(whole, j)
    return matched


def _wholes(case: Case, i: int) -> list[tuple[int, ...]]:
    """The attribution alone, and with what the same speaker goes on to say without source and cue."""
    first = case.gold[i]
    wholes = [(i,)]
    for k in range(i + 1, len(case.gold)):
        gold = case.gold[k]
        if gold.outer == first.outer and not (gold.source or gold.cue) and gold.speaker == first.speaker:
            wholes.append((*wholes[-1], k))
    return wholes


def agree(gold: str, ours: str) -> bool:
    """Whether two names are one: the words of one in the other, or surname and given name the same."""
    a, b = ([w for w in name.lower().split() if w not in SMALL] for name in (gold, ours))
    return bool(a and b) and (set(a) <= set(b) or set(b) <= set(a) or (a[0], a[-1]) == (b[0], b[-1]))


def sort_of(saying: Saying) -> str:
    """Which figure of speakers a gold attribution counts in."""
    if saying.naming != "named":
        return "described"
    if not saying.who:
        return "silent"
    return "pronouns" if set(saying.who.lower().split()) <= PRONOUNS else "names"


def count(case: Case, errors: list[str] | None = None) -> Counter[str]:
    """The counts of one case; `errors` takes a line for each thing that is wrong."""
    c: Counter[str] = Counter()
    matched = pairs(case)
    told = errors if errors is not None else []
    c["gold"], c["both"] = len(case.gold), len(matched)
    c["found"] = len(case.found) + len(matched) - len(set(matched.values()))
    c["traps"], c["traps_wrong"] = int(not case.gold), int(not case.gold and bool(case.found))
    told += [f"{case.id}\tmissed\t{g.who} :: {g.shown}" for i, g in enumerate(case.gold) if i not in matched]
    taken = set(matched.values())
    told += [f"{case.id}\tfalse\t{f.who} :: {f.shown}" for j, f in enumerate(case.found) if j not in taken]
    _chains(case, matched, c, told)
    for i, gold in enumerate(case.gold):
        _speaker(case, gold, case.found[matched[i]] if i in matched else None, c, told)
        if i in matched and matched[i] not in [matched.get(k) for k in range(i)]:
            _fields(case, gold, case.found[matched[i]], c, told)
    return c


def _chains(case: Case, matched: dict[int, int], c: Counter[str], told: list[str]) -> None:
    wanted = {(i, g.outer) for i, g in enumerate(case.gold) if g.outer is not None}
    made = {(j, f.outer) for j, f in enumerate(case.found) if f.outer is not None}
    right = {(i, o) for i, o in wanted if i in matched and o in matched and (matched[i], matched[o]) in made}
    c["chains"], c["chains_found"], c["chains_both"] = len(wanted), len(made), len(right)
    told += [
        f"{case.id}\tno chain\t{case.gold[i].shown}"
        for i, o in sorted(wanted - right)
        if i in matched and o in matched
    ]
    good = {(matched[i], matched[o]) for i, o in right}
    told += [
        f"{case.id}\tfalse chain\t{case.found[i].shown} -> {case.found[o].shown}"
        for i, o in sorted(made - good)
    ]


def _speaker(case: Case, gold: Saying, ours: Saying | None, c: Counter[str], told: list[str]) -> None:
    sort, given = sort_of(gold), ours.speaker if ours else ""
    right = agree(gold.speaker, given) and not gold.unsure
    c[f"speaker_{sort}"] += bool(gold.speaker)
    c[f"speaker_{sort}_right"] += right
    c[f"speaker_{sort}_given"] += bool(given)
    if given and not right:
        told.append(f"{case.id}\tWRONG SPEAKER\t{gold.who} is {gold.speaker or '?'}, not {given}")
    elif gold.speaker and not right and sort != "described":
        told.append(f"{case.id}\tno speaker\t{gold.who} is {gold.speaker} ({sort})")


def _fields(case: Case, gold: Saying, ours: Saying, c: Counter[str], told: list[str]) -> None:
    checks = {
        "source": _over(gold.source, ours.source),
        "source_whole": jaccard(gold.source, ours.source) >= MATCH,
        "cue": _over(gold.cue, ours.cue),
        "kind": gold.kind == ours.kind,
        "polarity": gold.polarity == ours.polarity,
        "hedge": _over(gold.hedge, ours.hedge),
    }
    if gold.naming:
        checks["naming"] = gold.naming == ours.naming
    if gold.venue or ours.venue:
        checks["venue"] = jaccard(gold.venue, ours.venue) >= MATCH
    for name, right in checks.items():
        c[name] += 1
        c[f"{name}_right"] += right
        if not right:
            told.append(f"{case.id}\t{name}\t{_value(case, gold, name)} / {_value(case, ours, name)}")


def _over(a: frozenset[int], b: frozenset[int]) -> bool:
    return bool(a & b) or not (a or b)


def _value(case: Case, saying: Saying, name: str) -> str:
    value = getattr(saying, name.split("_")[0])
    if isinstance(value, str):
        return value
    return case.text[min(value) :][: max(value) - min(value) + 8].replace("\n", " ") if value else "-"


def f1(both: int, found: int, gold: int) -> tuple[float, float, float]:
    """Precision, recall and F1 in per cent; what is not asked for is 100."""
    p = both / found if found else 1.0
    r = both / gold if gold else 1.0
    return tuple(round(100 * x, 1) for x in (p, r, 2 * p * r / (p + r) if p + r else 0.0))  # type: ignore[return-value]


def figures(counts: Iterable[Counter[str]]) -> dict[str, tuple[float, ...]]:
    """All figures of the counts, added up."""
    c: Counter[str] = sum(counts, Counter())
    made: dict[str, tuple[float, ...]] = {
        "attributions P R F1": f1(c["both"], c["found"], c["gold"]),
        "chains P R F1": f1(c["chains_both"], c["chains_found"], c["chains"]),
    }
    for sort in ("names", "pronouns", "silent", "described"):
        right, given, wanted = (c[f"speaker_{sort}{end}"] for end in ("_right", "_given", ""))
        made[f"speaker {sort} P R"] = f1(right, given, wanted)[:2]
    right = sum(c[f"speaker_{s}_right"] for s in ("names", "pronouns", "silent", "described"))
    given = sum(c[f"speaker_{s}_given"] for s in ("names", "pronouns", "silent", "described"))
    made["speaker precision"] = (f1(right, given, 0)[0],)
    for name in FIELDS:
        made[name] = (round(100 * c[f"{name}_right"] / c[name], 1) if c[name] else 100.0,)
    made["traps wrong, of"] = (c["traps_wrong"], c["traps"])
    return made


FIELDS = ("source", "source_whole", "cue", "venue", "naming", "kind", "polarity", "hedge")
