"""Parts of one text that do not make up their whole."""

from __future__ import annotations

from itertools import pairwise

from checker.divergence import places
from checker.divergence.draft import Draft, Facts
from checker.divergence.figure_counts import Count, Row, after, compared, counted, inexact, span_of
from checker.divergence.number_words import lexicon
from checker.divergence.numeral_roles import role_nouns
from checker.divergence.phrasing import plain
from checker.model import Example, Parse, Rule, Span

BACK = 2
"""Sentences before the parts in which their whole is told."""
GAP = 16
"""Most tokens between two parts."""
LOOSE = 0.25
"""The share by which parts may miss a whole that is named as theirs; numbers that only come near one show nothing."""
TIES = frozenset({":", "–", "—", "("})
MADE = frozenset(
    {"make", "consist", "comprise", "divide", "split", "break", "compose", "namely", "total", "add", "share"}
)
"""Words between a whole and its parts that say so."""
SUMS = frozenset(
    {"total", "altogether", "all", "together", "sum", "overall", "making", "makes", "totalling", "totaling"}
)
"""Words beside a sum."""
OF_THEM = frozenset({("of", "which"), ("of", "whom"), ("of", "these"), ("of", "those"), ("of", "them")})
JOINS = frozenset({",", "and", "&", ";", "while", "but", "plus"})
WITHIN = frozenset({"including", "also", "both", "among", "then", "later", "or", "per", "about", "percent", "%", "aged",
                    "than", "which", "whom", "instead", "another"})  # fmt: skip
"""Words between two parts that make one a part of the other, a time, a share or an age."""
YEARS = frozenset({"year", "years", "month", "months", "day", "days", "-"})
EACH = frozenset({"a", "an", "each", "every"})
SPELLS = frozenset({"hour", "day", "night", "week", "month", "year"})
"""Words of a rate."""
SHARED = frozenset({"have", "own", "keep", "speak", "use", "play", "like", "know", "want", "back", "favour", "favor",
                    "name"})  # fmt: skip
"""Verbs of what one may do in several parts: who has a dog may have a cat."""
GAPS = frozenset({"less", "fewer", "short", "below", "above"})
"""Words behind a number that is the gap between two others."""
RULES = (
    Rule(
        "divergence.parts-and-whole",
        "Parts that do not make up their whole",
        "A text counts a thing and then its parts, or parts and then their sum, and the parts come to another number. "
        "Only parts that exclude each other and are named as the whole's count (“five of them deal with …, three with "
        "…”; “nine people: four men and six women”; “12, 9 and 14, 45 in all”); a number that another is compared with "
        "(“34, up from 31”) is no part.",
        (
            Example(
                "The plan has eight chapters. Four of them deal with roads, three with water and three with schools.",
                ("eight chapters", "Four of them deal with roads, three with water and three"),
            ),
            Example(
                "The jury has nine members: four men and six women.",
                ("nine members: four men and six women",),
            ),
        ),
    ),
)


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `inconsistency`."""
    times, drafts = places.times(facts), list[Draft]()
    for doc in sorted(facts.documents):
        parse, rows = facts.parses[doc], counted(facts, doc, times[doc])
        for i, row in enumerate(rows):
            found = (_draft(facts, parse, rows, i, run) for run in _runs(parse, row))
            drafts += [draft for draft in found if draft]
    return drafts


def _runs(parse: Parse, row: Row) -> list[list[Count]]:
    """The longest rows of joined numbers in a sentence, and without the largest where it stands first or last."""
    runs, held = list[list[Count]](), row[1]
    for count in held:
        if runs and _joined(parse, runs[-1][-1], count):
            runs[-1].append(count)
        else:
            runs.append([count])
    long = [run for run in runs if len(run) > 1]
    long = [run for run in long if _excluding(parse, run) and not _adds_up(parse, run)]
    led = [run[1:] for run in long if len(run) > 2 and run[0].value > max(c.value for c in run[1:])]
    ended = [run[:-1] for run in long if len(run) > 2 and run[-1].value > max(c.value for c in run[:-1])]
    return [*led, *ended, *long]


def _excluding(parse: Parse, run: list[Count]) -> bool:
    """Whether nothing shows that the row is of other times, or of traits that one thing may have together."""
    sentence = parse.sentence_at(parse.tokens[run[0].first].start)
    words = parse.tokens[run[0].first : sentence.last if sentence else run[-1].end]
    told = {t.lemma.lower() for t in words if t.pos == "VERB"}
    of = [pair for c in run if (pair := tuple(after(parse, c.end))) in OF_THEM]
    return not (any(compared(parse, c) for c in run) or len(of) > 1 or SHARED & told)


def _adds_up(parse: Parse, run: list[Count]) -> bool:
    """Whether the first number is told as the whole of the others, and is: "out of 23 men, 12 …, 11 …"."""
    before = {t.text.lower() for t in parse.tokens[max(0, run[0].first - 2) : run[0].first]}
    return "of" in before and 2 * run[0].value == sum(c.value for c in run)


def _joined(parse: Parse, a: Count, b: Count) -> bool:
    """Whether a number is told as one more of a row: no rate ("10 hours a day") and no gap ("ten less than that")."""
    words = [t.text.lower() for t in parse.tokens[a.end : b.first]]
    if any(one in EACH and other in SPELLS for one, other in pairwise(words)) or GAPS & set(
        after(parse, b.end)
    ):
        return False
    return (
        0 < len(words) <= GAP and bool(JOINS & set(words)) and not (WITHIN & set(words) or words[0] in YEARS)
    )


def _one_kind(counts: list[Count]) -> bool:
    """Whether all count one noun, or persons."""
    nouns = {c.noun for c in counts} - {""}
    return len(nouns) < 2 or all(
        n in lexicon()["people"] or n in role_nouns() or n in {"man", "woman"} for n in nouns
    )


def _draft(facts: Facts, parse: Parse, rows: list[Row], i: int, parts: list[Count]) -> Draft | None:
    """Parts with the whole before or behind them that they miss; none where another whole fits."""
    if any(inexact(parse, c) for c in parts):
        return None
    total, largest = sum(c.value for c in parts), max(c.value for c in parts)
    wholes = [w for w in _wholes(rows, i, parts) if not (inexact(parse, w) or compared(parse, w))]
    wholes = [w for w in wholes if w.value > largest]
    if any(w.value == total for w in wholes):
        return None
    for whole in wholes:
        limit = _limit(parse, whole, parts)
        if (
            limit
            and abs(total - whole.value) <= abs(limit) * whole.value
            and (total > whole.value or limit > 0)
        ):
            return _sum(facts, parse, whole, parts, total)
    return None


def _wholes(rows: list[Row], i: int, parts: list[Count]) -> list[Count]:
    """What may be the whole: the numbers of the kind before the parts, the nearest first, and right behind them."""
    inside = {c.first for c in parts}
    before = [c for c in rows[i][1] if c.end <= parts[0].first]
    earlier = [c for _, held in rows[max(0, i - BACK) : i] for c in held]
    behind = [c for c in rows[i][1] if c.first >= parts[-1].end]
    found = [*reversed(before), *reversed(earlier), *behind[:1]]
    return [c for c in found if c.first not in inside and (c.noun or behind[:1] == [c])]


def _limit(parse: Parse, whole: Count, parts: list[Count]) -> float:
    """By which share the parts may miss this whole; 0: nothing ties them to it, negative: a rest may be left."""
    if whole.first > parts[-1].first:
        return LOOSE if _is_sum(parse, whole, parts) and _one_kind([whole, *parts]) else 0.0
    between = parse.tokens[whole.last + 1 : parts[0].first]
    words = [t.text.lower() for t in between]
    if len(words) <= 2 * GAP:
        if words and words[-1] in TIES and whole.last + 2 >= parts[0].first and _closed(parse, parts):
            return 3 * LOOSE
        if words and words[-1] == ":" and len(parts) > 2 and whole.noun and _alike(parse, parts):
            return LOOSE
        named = MADE & {t.lemma.lower() for t in between} and _one_kind([whole, *parts])
        if named or (words == [","] and _closed(parse, parts) and _one_kind([whole, *parts])):
            return LOOSE
    of = [tuple(pair) for pair in pairwise([*words[-4:], ""])] + [tuple(after(parse, parts[0].end)[:2])]
    before = [t.text.lower() for t in parse.tokens[max(0, whole.first - 2) : whole.first]]
    here = parse.sentence_at(parse.tokens[whole.first].start) is parse.sentence_at(
        parse.tokens[parts[0].first].start
    )
    if OF_THEM & set(of) or (here and before == ["of", "the"]):
        return -3 * LOOSE if _alike(parse, parts) else -LOOSE
    return 0.0


def _is_sum(parse: Parse, whole: Count, parts: list[Count]) -> bool:
    """Whether a number behind its parts is named as their sum: behind a colon, "in all", "altogether"."""
    before = [t.text.lower() for t in parse.tokens[max(parts[-1].end, whole.first - 3) : whole.first]]
    behind = after(parse, whole.last + 1, 3)
    named = SUMS & set(before) or SUMS & set(behind[:2])
    if behind[2:] == ["of"] or "since" in behind:
        return False
    return bool(named) or (before[-1:] != [] and before[-1] in TIES - {"("} and len(parts) > 2)


def _closed(parse: Parse, parts: list[Count]) -> bool:
    """Whether the row of parts ends with its last number."""
    ends = parse.tokens[parts[-1].last + 1].text if parts[-1].last + 1 < len(parse.tokens) else "."
    return ends in {".", ";", ")", "–", "—", ","} and all(c.noun for c in parts)


def _alike(parse: Parse, parts: list[Count]) -> bool:
    """Whether each part is told by the words of the first: "five of them deal with A, three | with B"."""
    first = [t.text.lower() for t in parse.tokens[parts[0].end : parts[1].first]]
    behind = [after(parse, c.end, 1) for c in parts[1:]]
    return all(words and words[0] in first and words[0].isalpha() and words[0] != "of" for words in behind)


def _told(total: float) -> str:
    """A number for readers."""
    return f"{total / 1e6:g} million" if total >= 1e6 else f"{total:,.10g}"


def _sum(facts: Facts, parse: Parse, whole: Count, parts: list[Count], total: float) -> Draft:
    counted = span_of(parse, whole.first, whole.last)
    shown = span_of(parse, parts[0].first, max(parts[-1].last, parts[-1].end - 1))
    one = parse.sentence_at(counted.start) is parse.sentence_at(shown.start) and counted.start < shown.start
    spans = [Span(parse.doc, counted.start, shown.end)] if one else [counted, shown]
    return Draft(
        kind="inconsistency",
        importance=2,
        weight=5,
        statement=f"In {facts.name(parse.doc)}, the parts of “{plain(facts, counted)}” come to {_told(total)}.",
        evidence=tuple(
            facts.shown(s, "the whole" if s is counted else f"come to {_told(total)}") for s in spans
        ),
        rule="divergence.parts-and-whole",
    )
