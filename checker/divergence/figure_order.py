"""What came before what, and by how much: "three days after the report", "three days before the report"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from checker.divergence import figure_rows
from checker.divergence.draft import Draft, Facts
from checker.divergence.figure_deeds import Deed, Reader, governor, reader
from checker.divergence.figure_kin import kindred, lexicon, nominal
from checker.divergence.figure_measures import SPREAD, units
from checker.divergence.figure_pairs import together, too_long
from checker.divergence.number_words import bounds, value_at
from checker.model import Example, Parse, Rule, Sentence, Span

BUCKET, SHOWN = 60, 120
"""Orders of one participant that are compared; characters from the deed to what it is counted from, shown as one."""
RULES = (
    Rule(
        "divergence.before-or-after",
        "One deed, before and after",
        "Texts put one deed of the same persons or things on the two sides of another, or at different distances from "
        "it. What it is counted from is the same: named in the same words, or at the same distance on the other side.",
        (
            Example(
                "Anna Marn resigned three days after the Oru vote. / "
                "Anna Marn stepped down three days before the vote.",
                ("resigned three days after the Oru vote", "stepped down three days before the vote"),
            ),
            Example(
                "The Alder Trust sold the mill two weeks after the flood. / "
                "The Alder Trust sold the mill five weeks after the flood.",
                ("sold the mill two weeks after the flood", "sold the mill five weeks after the flood"),
            ),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Order:
    """A deed and what it comes before or after (`later`), by `low` to `high` hours (None: not told).

    `who` are the names and nouns that take part, or that "he" may stand for; `anchor` those of the other deed, with
    its verb or noun, `near` those of the sentences around.
    """

    span: Span
    deed: Deed
    later: bool
    low: float | None
    high: float | None
    who: frozenset[str]
    anchor: frozenset[str]
    near: frozenset[str]

    def same_distance(self, other: Order) -> bool | None:
        """Whether the distances agree; None where one is not told."""
        if self.low is None or self.high is None or other.low is None or other.high is None:
            return None
        return self.low <= other.high and other.low <= self.high


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `date`, one a pair of texts and deed."""
    read = {doc: orders(facts, doc) for doc in facts.documents}
    found = set(together(facts, read, lambda row: row.who, BUCKET))
    shown, drafts = set[Span](), list[Draft]()
    for a, b in sorted(found, key=lambda pair: (pair[0].span, pair[1].span)):
        if _differ(a, b) and not {a.span, b.span} & shown:
            shown |= {a.span, b.span}
            drafts.append(_draft(facts, a, b))
    return drafts


def orders(facts: Facts, doc: str) -> list[Order]:
    """The orders of deeds that the article tells, in text order."""
    parse, document, deeds = facts.parses[doc], facts.documents[doc], reader(facts)
    found = []
    for number, sentence in enumerate(parse.sentences):
        if too_long(sentence) or not document.in_body(sentence.start, sentence.end):
            continue
        at = [
            i
            for i in range(sentence.first, sentence.last)
            if parse.tokens[i].text.lower() in {"after", "before"}
        ]
        found += [_order(parse, deeds, number, i) for i in at]
    return [order for order in found if order]


def _order(parse: Parse, reader: Reader, number: int, i: int) -> Order | None:
    """The order that "after" or "before" tells: of the verb above it, and the clause or noun that it leads."""
    token, sentence = parse.tokens[i], parse.sentences[number]
    led = (
        token.head
        if token.dep == "mark"
        else next((c for c in parse.children(i) if parse.tokens[c].dep == "pobj"), None)
    )
    if led is None or led == i:
        return None
    first, low, high = _distance(parse, sentence, i)
    at = led if token.dep == "mark" else i
    verb = governor(parse, at)
    if verb is None or verb == led or parse.tokens[verb].pos != "VERB":
        return None
    deed = reader.deed(parse, verb)
    if (
        not deed.real
        or deed.lemma in lexicon()["untimed"]["told"]
        or deed.lemma in lexicon()["untimed"]["light"]
    ):
        return None
    inside = parse.subtree(led)
    lemma = parse.tokens[led].lemma.lower()
    anchor = {k for j in inside if (k := reader.key(parse, j))} | {nominal().get(lemma, lemma)}
    who = _who(parse, reader, number, verb, deed) - frozenset(anchor)
    start = min(verb, first)
    end = max(parse.tokens[inside[-1]].end, parse.tokens[verb].end)
    span = Span(parse.doc, parse.tokens[start].start, end)
    if span.end - span.start > SHOWN:
        span = Span(parse.doc, span.start, parse.tokens[max(led, verb)].end)
    later = token.text.lower() == "after"
    beside = parse.sentences[max(0, number - 1) : number + 2]
    near = frozenset(k for s in beside for j in range(s.first, s.last) if (k := reader.key(parse, j)))
    return Order(span, deed, later, low, high, who, frozenset(anchor), near) if who else None


def _distance(parse: Parse, sentence: Sentence, i: int) -> tuple[int, float | None, float | None]:
    """The first token of the distance right before "after", and its hours; None where it is not told."""
    unit = units().get(parse.tokens[i - 1].lemma.lower()) if i > sentence.first + 1 else None
    if unit is None or unit[0] != "duration":
        return i, None, None
    for j in range(max(sentence.first, i - 4), i - 1):
        value, end = value_at(parse, j, sentence.last)
        if value is not None and end == i - 1:
            first, low, high = bounds(parse, sentence, j, value)
            spread = SPREAD["duration"]
            return first, (low - spread) * unit[1], (high + spread) * unit[1]
    return i, None, None


def _who(parse: Parse, reader: Reader, number: int, verb: int, deed: Deed) -> frozenset[str]:
    """Who takes part; for a pronoun as subject, the names before it in the sentence and in the one before."""
    subjects = [c for c in parse.children(verb) if parse.tokens[c].dep in {"nsubj", "nsubjpass"}]
    if not subjects or (parse.tokens[subjects[0]].pos != "PRON" and len(parse.subtree(subjects[0])) < 3):
        return deed.agents | deed.patients
    if parse.tokens[subjects[0]].pos != "PRON":
        return deed.agents | deed.patients | _names(parse, reader, parse.subtree(subjects[0]))
    rows = parse.sentences[max(0, number - 1) : number + 1]
    here = _names(parse, reader, range(rows[-1].first, subjects[0]))
    found = here or _names(parse, reader, range(rows[0].first, rows[-1].first))
    return deed.agents | deed.patients | (found if len(found) == 1 else frozenset())


def _names(parse: Parse, reader: Reader, tokens: Iterable[int]) -> frozenset[str]:
    keys = (reader.key(parse, i) for i in tokens if parse.tokens[i].pos == "PROPN")
    return frozenset(
        k for k in keys if k in reader.facts.entities and reader.facts.entities[k].type == "PERSON" and k
    )


def _differ(a: Order, b: Order) -> bool:
    """One deed, counted from one thing: on two sides of it, or at two distances."""
    if not kindred(a.deed.lemma, b.deed.lemma) or not a.who & b.who or a.deed.clashes(b.deed):
        return False
    same = a.same_distance(b)
    named = a.anchor & b.anchor
    if a.later != b.later:
        told = (a.anchor & b.near) | (b.anchor & a.near)
        return (bool(same) and bool(told - a.who - b.who)) or len(named) > 1
    return same is False and bool(named)


def _draft(facts: Facts, a: Order, b: Order) -> Draft:
    rows = sorted((a, b), key=lambda row: row.span)
    voices = figure_rows.voices(facts, rows)
    way = (
        "counted back in one text and forward in another"
        if a.later != b.later
        else "put at different distances"
    )
    return Draft(
        kind="date",
        importance=3 if voices > 1 else 2,
        weight=4 + voices,
        statement=f"One deed is {way}: {figure_rows.said(facts, rows)}.",
        evidence=tuple(facts.shown(r.span, "after" if r.later else "before") for r in rows),
        rule="divergence.before-or-after",
    )
