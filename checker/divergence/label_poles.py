"""One happening, judged in two opposite ways by the narrators: an orderly exit, a stampede."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Any

from checker.divergence import places
from checker.divergence.counterparts import counterparts, widespread
from checker.divergence.draft import Draft, Facts
from checker.divergence.kin import Kin
from checker.divergence.moments import Days, Moments
from checker.divergence.phrasing import plain, translators
from checker.divergence.tables import table
from checker.model import Example, Parse, Rule, Sentence, Span

SURE, AROUND, SHARED = 0.2, 2, 2
"""Score of counterparts; sentences around a word that show its matter; names and nouns that must be shared there."""
UNDONE = frozenset({"not", "n't", "never", "no", "if", "unless", "hardly", "neither", "nor", "without", "may", "might",
                    "could", "would", "should", "will", "any"})  # fmt: skip
PLURALS = frozenset({"boo", "jeer", "cheer", "catcall"})
DESCRIBES = frozenset({"amod", "acomp", "advmod", "oprd", "attr"})
RULES = (
    Rule(
        "divergence.opposite-judgement",
        "One happening, opposite words",
        "Texts about one happening judge one thing in it with words of opposite poles: the same noun has both beside "
        "it, or what stands around shows that one thing is meant. A text that has words of both poles makes no choice.",
        (
            Example(
                "The orderly exit from the hall in Lisbon took an hour. / The stampede from the hall in Lisbon took an "
                "hour.",
                ("The orderly exit", "The stampede"),
            ),
            Example(
                "Anna Marn left the cordial meeting in Lisbon. / Anna Marn left the stormy meeting in Lisbon.",
                ("the cordial meeting", "the stormy meeting"),
            ),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Judged:
    """A word of a pole: `head` is the lemma of what it describes, None where it names the happening itself."""

    span: Span
    axis: str
    pole: str
    head: str | None
    sentence: int
    near: frozenset[str]
    days: Days | None


def lexicon() -> dict[str, Any]:
    """The axes with their poles, and the nouns that are too many."""
    return table("label_poles")


@cache
def _table(part: str) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for axis, poles in lexicon().items():
        for pole in ("a", "b") if axis != "many" else ():
            for word in poles[pole][part]:
                found[word].append((axis, pole))
    return found


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `label`, one an axis."""
    reader, kin = _Reader(facts), Kin(facts)
    best: dict[str, tuple[int, Judged, Judged]] = {}
    for one, other in kin.pairs():
        if kin.grouped(one, other):
            for a in reader.rows[one]:
                for b in reader.rows[other]:
                    tie = reader.tie(a, b)
                    if tie > best.get(a.axis, (0,))[0]:
                        best[a.axis] = tie, a, b
    return [_draft(facts, *row) for _, row in sorted(best.items())]


class _Reader:
    """Finds the words of poles, and what shows that two are about one thing."""

    def __init__(self, facts: Facts) -> None:
        self.facts, self.moments = facts, Moments(facts)
        self.words = {doc: [self._keys(p, s) for s in p.sentences] for doc, p in facts.parses.items()}
        self.everywhere = widespread(row for rows in self.words.values() for row in rows)
        self.rows = {doc: self._judged(doc) for doc in sorted(facts.documents)}
        self.told = counterparts(facts, SURE)

    def _keys(self, parse: Parse, s: Sentence) -> set[str]:
        nouns = (i for i in range(s.first, s.last) if parse.tokens[i].pos in {"NOUN", "PROPN"})
        return {places.key(self.facts, parse, i) for i in nouns}

    def _judged(self, doc: str) -> list[Judged]:
        parse, document = self.facts.parses[doc], self.facts.documents[doc]
        rows = []
        for number, s in enumerate(parse.sentences):
            if document.in_body(s.start, s.end):
                for i in range(s.first, s.last):
                    rows += self._at(parse, number, i)
        return rows

    def _at(self, parse: Parse, number: int, i: int) -> list[Judged]:
        token = parse.tokens[i]
        lemma, low = token.lemma.lower(), token.text.lower()
        noun = token.pos == "NOUN" and token.dep not in {"compound", "amod"}
        found = _table("nouns").get(lemma, []) if noun else _table("words").get(low, [])
        head = None if noun else _head(parse, i)
        if not found or (head is None and not noun) or self._unsaid(parse, i, head):
            return []
        first = i if head is None else min(i, head)
        last = i if head is None else max(i, head)
        before = [first - 1] if first and parse.tokens[first - 1].dep == "det" else []
        span = Span(parse.doc, *parse.range_of([*before, first, last]))
        rows = self.words[parse.doc][max(0, number - AROUND) : number + AROUND + 1]
        name = parse.tokens[head].lemma.lower() if head is not None else None
        days = self.moments.days(parse, number)
        return [
            Judged(span, axis, pole, name, number, frozenset(set().union(*rows)), days)
            for axis, pole in found
        ]

    def _unsaid(self, parse: Parse, i: int, head: int | None) -> bool:
        """Whether the word is quoted, denied, only possible, or stands with a noun of which there are many."""
        token = parse.tokens[i]
        voice = self.facts.voice_at(parse.doc, token.start, token.end)[0]
        if voice == "quoted" or parse.is_quoted(token.start, token.end):
            return True
        above = [i, *([head] if head is not None else [])]
        told = head is None or token.dep == "amod"
        above += (
            [token.head] if not told else [] if _definite(parse, above[-1]) else list(parse.ancestors(i))[:2]
        )
        if any(
            parse.tokens[k].lemma.lower() in UNDONE
            for j in above
            for k in parse.children(j)
            if abs(k - i) < 8
        ):
            return True
        if head is None:
            return (
                parse.tokens[i].tag == "NNS"
                and not _definite(parse, i)
                and token.lemma.lower() not in PLURALS
            )
        many = parse.tokens[head].lemma.lower() in lexicon()["many"]["heads"]
        return many or (parse.tokens[head].tag == "NNS" and not _definite(parse, head))

    def tie(self, a: Judged, b: Judged) -> int:
        """How surely two words judge one thing in opposite ways; 0 where that is not shown."""
        if a.axis != b.axis or a.pole == b.pole or _apart(a, b):
            return 0
        if any(x.axis == a.axis and x.pole == b.pole for x in self.rows[a.span.doc]):
            return 0
        if any(x.axis == a.axis and x.pole == a.pole for x in self.rows[b.span.doc]):
            return 0
        shared = a.near & b.near
        telling = shared - self.everywhere - {a.head, b.head}
        told = ((a.span.doc, a.sentence), (b.span.doc, b.sentence)) in self.told
        if a.head is not None and a.head == b.head:
            return 3 + len(telling) if telling or told else 0
        if (a.head is None) == (b.head is None) and not _loose(a):
            return 0
        return len(telling) + told if len(telling) + told >= SHARED and telling else 0


def _loose(a: Judged) -> bool:
    """Whether both poles have only words that name or describe this one kind of happening."""
    return all(lexicon()[a.axis][pole]["nouns"] for pole in ("a", "b"))


def _definite(parse: Parse, i: int) -> bool:
    """Whether a noun is "the" one, somebody's, so many, or "of" something."""
    rows = [parse.tokens[j] for j in parse.children(i)]
    return any(t.dep in {"poss", "nummod"} or t.lemma.lower() in {"the", "of"} for t in rows)


def _head(parse: Parse, i: int) -> int | None:
    """The noun that an adjective describes, the verb of an adverb."""
    token = parse.tokens[i]
    if token.dep not in DESCRIBES or token.pos not in {"ADJ", "ADV", "VERB"}:
        return None
    above = parse.tokens[token.head]
    if token.dep == "amod" or (token.dep == "advmod" and above.pos == "VERB"):
        return token.head if above.pos in {"NOUN", "VERB"} else None
    return next(
        (
            j
            for j in parse.children(token.head)
            if parse.tokens[j].dep == "nsubj" and parse.tokens[j].pos == "NOUN"
        ),
        None,
    )


def _apart(a: Judged, b: Judged) -> bool:
    return bool(a.days and b.days and (a.days[0] > b.days[1] or b.days[0] > a.days[1]))


def _draft(facts: Facts, tie: int, a: Judged, b: Judged) -> Draft:
    rows = sorted([a, b], key=lambda row: row.span)
    said = [
        f"{facts.name(r.span.doc)} “{plain(facts, r.span)}”{translators(facts, r.span.doc)}" for r in rows
    ]
    voices = {facts.voice_of(r.span.doc) for r in rows}
    return Draft(
        kind="label",
        importance=2 if len(voices) > 1 else 1,
        weight=5 + tie,
        statement=f"One happening, opposite words for it: {'; '.join(said)}.",
        evidence=tuple(
            facts.shown(r.span, f"{r.axis}: “{' '.join(facts.quote(r.span).split())}”") for r in rows
        ),
        rule="divergence.opposite-judgement",
    )
