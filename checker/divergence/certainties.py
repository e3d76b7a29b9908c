"""What one text calls beyond doubt and another likely, unproved or open, in whatever words they tell it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checker.divergence.clauses import LIGHT, stem
from checker.divergence.draft import Draft, Facts
from checker.divergence.kindred import deeds
from checker.divergence.limit_words import words as limiting
from checker.divergence.phrasing import plain
from checker.divergence.quoted_runs import words_of
from checker.divergence.quoted_words import Words
from checker.divergence.tables import openings, phrases
from checker.model import Example, Parse, Rule, Sentence, Span

NARROW, MOST = 200, 140
NEAR = 20
"""Characters before the word from which on a clause belongs to it."""
LONGEST = 5
"""Words of the longest phrase."""
COMMON = 3
"""Sentences of a text that may have a noun for it to tell what a sentence is about."""
NEGATIONS = frozenset(
    ["not", "no", "never", "nobody", "nothing", "cannot", "neither", "nor", "hardly", "without"]
)
"""Words shortly before a phrase of certainty that take it back."""
RULES = (
    Rule(
        "divergence.certain-and-unsure",
        "Beyond doubt here, unproved there",
        "Two texts tell the same kind of deed and share an uncommon noun; one says outright that it is sure, the other "
        "that it is likely, unproved or open.",
        (
            Example(
                "It is beyond doubt that the clerk altered the ledger. / "
                "The auditors think it likely, though they could not prove it, that somebody falsified the ledger.",
                ("beyond doubt", "likely"),
            ),
            Example(
                "The valve was undoubtedly closed by hand. / "
                "It is unclear whether the valve was shut by a member of the crew.",
                ("undoubtedly", "unclear"),
            ),
        ),
    ),
)


CONCEDED = frozenset(["despite", "contrary", "notwithstanding"])


@dataclass(frozen=True, slots=True)
class _Marked:
    """A sentence with its first word of certainty or doubt, its verbs as deeds and its uncommon nouns."""

    doc: str
    sentence: Sentence
    cue: Span
    deeds: frozenset[str]
    nouns: frozenset[str]


def find(facts: Facts) -> list[Draft]:
    """One draft for each sure sentence: with the unsure one of another text that shares most with it."""
    read = {doc: list(_read(facts, doc)) for doc in sorted(facts.documents)}
    drafts = []
    for circle in facts.circles():
        rows = [row for doc in sorted(circle) for row in read.get(doc, ())]
        for sure in (marked for kind, marked in rows if kind == "sure"):
            others = [m for kind, m in rows if kind == "unsure" and _is_one(sure, m)]
            if others:
                best = max(others, key=lambda m: (len(m.nouns & sure.nouns), -m.cue.start))
                drafts.append(_draft(facts, sure, best))
    return drafts


def _is_one(a: _Marked, b: _Marked) -> bool:
    return a.doc != b.doc and bool(a.deeds & b.deeds) and bool(a.nouns & b.nouns)


def _read(facts: Facts, doc: str) -> Iterator[tuple[str, _Marked]]:
    """The sentences of the body that say how sure they are; one that says both is unsure."""
    parse, row = facts.parses[doc], words_of(facts, doc)
    counts = _noun_counts(row)
    for sentence in parse.sentences:
        if not facts.documents[doc].in_body(sentence.start, sentence.end):
            continue
        numbers = range(bisect_left(row.at, sentence.first), bisect_left(row.at, sentence.last))
        sure, unsure = (_cue(row, numbers, kind) for kind in ("sure", "unsure"))
        unsure = None if sure and unsure and sure[0] <= unsure[0] < sure[1] else unsure
        unsure = None if unsure and _is_compared(row, numbers, unsure) else unsure
        cue = unsure or sure
        if cue is None or (sure and unsure) or _is_known(parse, row, cue):
            continue
        outside = [row.at[n] for n in numbers if not cue[0] <= n < cue[1]]
        tokens = [parse.tokens[i] for i in outside]
        verbs = {t.lemma.lower() for t in tokens if t.pos == "VERB"} - LIGHT - _mental()
        nouns = {stem(t.lemma.lower()) for t in tokens if t.pos == "NOUN"}
        yield (
            "unsure" if unsure else "sure",
            _Marked(
                doc,
                sentence,
                Span(doc, *row.place(*cue)),
                frozenset(key for verb in verbs for key in (stem(verb), *deeds(verb))),
                frozenset(noun for noun in nouns if counts[noun] <= COMMON),
            ),
        )


def _is_known(parse: Parse, row: Words, cue: tuple[int, int]) -> bool:
    """Whether the phrase is of what somebody thinks or knows ("as you undoubtedly know"), or of what is not so after
    all ("despite reports that he will definitely go").
    """
    above = (parse.tokens[h].lemma.lower() for i in row.at[cue[0] : cue[1]] for h in parse.ancestors(i))
    if any(lemma in CONCEDED for lemma in above):
        return True
    heads = (
        parse.tokens[parse.tokens[i].head] for i in row.at[cue[0] : cue[1]] if parse.tokens[i].dep == "advmod"
    )
    return any(head.pos == "VERB" and head.lemma.lower() in limiting("knowing") for head in heads)


@cache
def _mental() -> frozenset[str]:
    """Verbs of thinking, knowing and saying: two texts that share one need not tell one deed."""
    return limiting("verb") | limiting("passive") | limiting("knowing") | limiting("denial")


def _noun_counts(row: Words) -> Counter[str]:
    """In how many sentences of a text each noun stands."""
    parse = row.parse
    return Counter(
        noun
        for s in parse.sentences
        for noun in {stem(t.lemma.lower()) for t in parse.tokens[s.first : s.last] if t.pos == "NOUN"}
    )


def _is_compared(row: Words, numbers: range, cue: tuple[int, int]) -> bool:
    """Whether two things are compared in how likely they are: "more likely than men to vote"."""
    before = row.folded[max(numbers.start, cue[0] - 1) : cue[0]]
    behind = row.folded[cue[1] : numbers.stop]
    than = behind.index("than") if "than" in behind else None
    compared = than is not None and behind[than + 1 : than + 2] != ("not",)
    return compared and bool({"more", "less"} & set(before))


def _cue(row: Words, numbers: range, kind: str) -> tuple[int, int] | None:
    """The first phrase of a class among some words, by the numbers of its first word and the one after it."""
    first = openings("certainties", kind)
    for n in numbers:
        if row.folded[n] not in first:
            continue
        for size in range(LONGEST, 0, -1):
            if n + size <= numbers.stop and row.folded[n : n + size] in phrases("certainties", kind):
                negated = kind == "sure" and bool(NEGATIONS & set(row.folded[max(numbers.start, n - 3) : n]))
                return None if negated else (n, n + size)
    return None


def _draft(facts: Facts, sure: _Marked, unsure: _Marked) -> Draft:
    around = _around(facts, sure), _around(facts, unsure)
    return Draft(
        kind="certainty",
        importance=3,
        weight=4 + len(sure.nouns & unsure.nouns),
        statement=(
            f"{facts.name(sure.doc)} has “{plain(facts, sure.cue)}”: “{plain(facts, around[0], MOST)}”; "
            f"{facts.name(unsure.doc)} has “{plain(facts, unsure.cue)}”: “{plain(facts, around[1], MOST)}”."
        ),
        evidence=(
            facts.shown(around[0], "sure"),
            facts.shown(sure.cue, "the word that makes it sure"),
            facts.shown(around[1], "not sure"),
            facts.shown(unsure.cue, "the word that leaves it open"),
        ),
        rule="divergence.certain-and-unsure",
    )


def _around(facts: Facts, marked: _Marked) -> Span:
    """The sentence, without the clauses that end well before the word."""
    sentence, cue = marked.sentence, marked.cue
    text = facts.documents[marked.doc].text
    mark = text.rfind(", ", sentence.start, max(sentence.start, cue.start - NEAR))
    return facts.cut(Span(marked.doc, mark + 2 if mark >= 0 else sentence.start, sentence.end), NARROW)
