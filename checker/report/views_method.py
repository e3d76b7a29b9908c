"""How this report came about: rules, limits, problems, and what it does not know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from checker.model import Example, Rule
from checker.report.corpus import Corpus
from checker.report.marks import WHOLE
from checker.report.passages import ROOM
from checker.report.signs import COVERAGE, COVERAGE_MEANING, Sign
from checker.report.views import Piece
from checker.report.views_index import FIRST, ProblemView, problem_views
from checker.report.words import figure


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule, what it says, its examples with what it finds marked, and how many records it made here."""

    id: str
    title: str
    says: tuple[Piece, ...]
    examples: tuple[tuple[Piece, ...], ...]
    made: int


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something that the report does not know, with how often."""

    count: int
    what: str
    meaning: str


@dataclass(frozen=True, slots=True)
class MethodView:
    """The page of method; `limits` are sentences with the numbers that decide."""

    rooms: tuple[tuple[str, tuple[RuleView, ...]], ...]
    limits: tuple[tuple[str, str], ...]
    states: tuple[tuple[Sign, str], ...]
    unknown: tuple[Unknown, ...]
    problems: tuple[ProblemView, ...]


LIMITS = (
    (f"{FIRST} divergences", "on the first page, in order of rank; none is hidden, all are in the list"),
    ("8 spans, 400 characters", "at most in the evidence of one divergence"),
    (f"{ROOM} characters", "of context on either side of a short span; they are printed in grey"),
    (
        f"{WHOLE} characters",
        "a shorter evidence span is marked whole; in a longer one only the words that a rule found",
    ),
    ("one voice", "texts of one author, and copies of one original, count once wherever sources are counted"),
    ("left out", "is said only where the source is later than the event and others give it weight"),
)


def method_view(corpus: Corpus) -> MethodView:
    """The page of method."""
    used = _used(corpus)
    rules = [corpus.rules.get(r) or Rule(r, r, "", ()) for r in sorted({*corpus.rules, *used})]
    rooms = groupby(rules, key=lambda r: r.id.split(".")[0])
    return MethodView(
        tuple((room, tuple(_rule(r, used.get(r.id, 0)) for r in found)) for room, found in rooms),
        LIMITS,
        tuple((COVERAGE[s], COVERAGE_MEANING[s]) for s in COVERAGE),
        tuple(replace(u, what=_single(u.what)) if u.count == 1 else u for u in _unknown(corpus) if u.count),
        problem_views(corpus, corpus.analysis.problems),
    )


def _single(what: str) -> str:
    """The words for one of them: "text without a date" for "texts without a date"."""
    noun, _, rest = what.partition(" ")
    return f"{noun.removesuffix('s')} {rest}".replace("that are only", "that is only")


def _used(corpus: Corpus) -> dict[str, int]:
    """How many records each rule made."""
    a = corpus.analysis
    made: dict[str, int] = {}
    links = [link for p in a.provenance for link in p.links]
    lists = (
        a.times,
        a.attributions,
        a.quotations,
        a.events,
        a.alignments,
        a.claims,
        a.framing,
        a.divergences,
        a.citations,
    )
    for record in (*links, *(r for records in lists for r in records)):
        made[record.rule] = made.get(record.rule, 0) + 1
    return made


def _rule(rule: Rule, made: int) -> RuleView:
    examples = tuple(tuple(_example(e)) for e in rule.examples)
    return RuleView(rule.id, rule.title, tuple(_says(rule.says)), examples, made)


def _says(text: str) -> Iterator[Piece]:
    """The text with what stands in backticks as code."""
    for i, part in enumerate(text.split("`")):
        if part:
            yield Piece(part, "code" if i % 2 else "")


def _example(example: Example) -> Iterator[Piece]:
    at = 0
    for find in sorted(example.finds, key=example.text.find):
        start = example.text.find(find, at)
        if start < 0 or not find:
            continue
        yield Piece(example.text[at:start])
        yield Piece(find, "d")
        at = start + len(find)
    yield Piece(example.text[at:])


def _unknown(corpus: Corpus) -> Iterator[Unknown]:
    a, docs = corpus.analysis, corpus.documents
    agents = sum(c.agent.state == "unread" for c in a.claims)
    speakers = sum(s.speaker is None and not s.source for s in a.attributions)
    cited = {doc for _, doc in corpus.coverage} - set(corpus.by_doc)
    yield Unknown(
        sum(d.published is None for d in docs),
        "texts without a date",
        "they stand last, and nothing is called left out in them",
    )
    yield Unknown(
        sum(d.author is None for d in docs), "texts without an author", "each counts as a voice of its own"
    )
    yield Unknown(
        len(cited), "sources known only through others", "not collected: what they say is not judged"
    )
    yield Unknown(agents, "claims whose agent could not be read", "they never make a divergence")
    yield Unknown(speakers, "attributions without a speaker", "printed as “speaker not named”")
    yield Unknown(
        sum(x.state == "possible" for x in a.alignments),
        "pairs of passages that are only possible",
        "marked ◐ wherever they stand",
    )
    yield Unknown(
        sum(e.date.from_ is None for e in a.events),
        "events without a date",
        "no source can be later than them",
    )
    yield Unknown(
        sum(c.verdict == "unchecked" for c in a.citations), "citations not looked up", "the run was offline"
    )
    yield Unknown(
        sum(t.from_ is None and t.to is None for t in a.times),
        "times without an anchor",
        figure(len(a.times), "time expression") + " were found",
    )
