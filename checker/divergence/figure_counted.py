"""Every counted number of a text with the kind of thing it counts, what describes it, and what its sentence names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from checker.divergence.draft import Facts
from checker.divergence.figure_days import Day, day_of
from checker.divergence.figure_deeds import Reader, governor
from checker.divergence.figure_measures import units
from checker.divergence.figure_pairs import too_long
from checker.divergence.figure_themes import CURRENCIES, themed
from checker.divergence.quantities import Quantity, bounds, lexicon, quantities, value_at
from checker.model import Parse, Sentence, Span, TimeExpression

OFFSET = frozenset({
    "another", "other", "others", "first", "last", "next", "every", "each", "additional", "extra", "further",
    "remaining", "rest", "per", "these", "those", "than", "both", "between", "to", "or", "initial", "initially", "of",
    "within",
})  # fmt: skip
"""Words right before a number that make it a part, a rate, a range or one of several."""
YEARS = 1500, 2100
ABOARD = frozenset({"aboard", "board"})
RESTRICTING = frozenset({"prep", "acl", "relcl", "appos"})
PERSONS = frozenset({"person", "people", "man", "woman", "child"})
Row = tuple[Span, float, float, str, frozenset[str], int, str]


@dataclass(frozen=True, slots=True)
class Counted:
    """A counted number. `described` are the names and nouns that restrict what is counted ("passengers from Oru"),
    `keys` those of its sentence, `days` the days that it names; `frame` is the deed that they take part in, "" where
    they are counted whole.
    """

    span: Span
    low: float
    high: float
    unit: str
    narrowed: frozenset[str]
    described: frozenset[str]
    keys: frozenset[str]
    days: tuple[Day, ...]
    frame: str

    def meets(self, other: Counted) -> bool:
        """Whether both can be right."""
        return self.low <= other.high and other.low <= self.high


def counted(facts: Facts, reader: Reader, doc: str, times: list[TimeExpression]) -> list[Counted]:
    """The counted numbers of the article, in text order; people whose fate is told are not among them."""
    parse, document = facts.parses[doc], facts.documents[doc]
    found = []
    for sentence in parse.sentences:
        if too_long(sentence) or not document.in_body(sentence.start, sentence.end):
            continue
        inside = [t for t in times if sentence.start <= t.span.start < sentence.end]
        days = tuple(d for t in inside if (d := day_of(facts, t)))
        keys = frozenset(k for i in range(sentence.first, sentence.last) if (k := reader.key(parse, i)))
        for span, low, high, unit, narrowed, head, frame in _rows(facts, parse, sentence):
            if not any(span.overlaps(t.span) for t in inside):
                described = frozenset(_described(parse, reader, head)) - {unit}
                found.append(Counted(span, low, high, unit, narrowed, described, keys, days, frame))
    return found


def _rows(facts: Facts, parse: Parse, sentence: Sentence) -> list[Row]:
    empty: frozenset[str] = frozenset()
    rows = _bodies(parse, sentence)
    rows += [(span, low, high, unit, empty, at, "") for span, low, high, unit, at in themed(parse, sentence)]
    for q in quantities(facts, parse.doc, sentence):
        inside = list(parse.tokens_in(q.span.start, q.span.end))
        first, last = inside[0], inside[-1]
        unit = _unit(parse, q, last)
        if unit and not _partial(parse, sentence, first) and not _year(parse, first, q):
            frame = "" if unit in roles() else _frame(parse, first, last)
            rows.append((q.span, q.low, q.high, unit, q.narrowed - {q.unit, unit}, last, frame))
    return rows


def _bodies(parse: Parse, sentence: Sentence) -> list[Row]:
    """Numbers that stand alone behind a noun for a body: "a crew of 19"."""
    found = list[Row]()
    for i in range(sentence.first, sentence.last - 2):
        noun = parse.tokens[i].lemma.lower()
        if noun not in lexicon()["bodies"] or parse.tokens[i + 1].text.lower() != "of":
            continue
        number = next(
            (
                j
                for j in range(i + 2, min(i + 6, sentence.last))
                if value_at(parse, j, sentence.last)[0] is not None
            ),
            None,
        )
        value, end = value_at(parse, number, sentence.last) if number is not None else (None, 0)
        alone = end >= sentence.last or parse.tokens[end].pos not in {"NOUN", "ADJ", "PROPN", "NUM"}
        people = end < sentence.last and parse.tokens[end].lemma.lower() in PERSONS
        if value is not None and number is not None and (alone or people):
            first, low, high = bounds(parse, sentence, number, value)
            span = Span(parse.doc, parse.tokens[i].start, parse.tokens[end - 1].end)
            between = number - i > 2 and first > i + 2
            if not between:
                found.append((span, low, high, role_nouns().get(noun, noun), frozenset(), i, ""))
    return found


def _unit(parse: Parse, q: Quantity, head: int) -> str:
    """The kind of thing; persons without a trade count by the part that they play, else not at all."""
    if not q.unit.isalpha() or q.unit in units() or q.unit in CURRENCIES:
        return ""
    if q.unit not in PERSONS:
        return role_nouns().get(q.unit, q.unit)
    beside = [*(parse.tokens[i] for i in parse.subtree(head)), *parse.tokens[head + 1 : head + 3]]
    if {token.lemma.lower() for token in beside} & ABOARD:
        return "aboard"
    verb = governor(parse, head)
    return role_verbs().get(parse.tokens[verb].lemma.lower(), "") if verb is not None else ""


def _frame(parse: Parse, first: int, head: int) -> str:
    """The deed that the counted take part in; "" where they are counted whole ("with 40 nurses aboard")."""
    verb = governor(parse, head)
    before = {
        t.text.lower()
        for t in (parse.tokens[parse.tokens[head].head], *parse.tokens[max(0, first - 1) : first])
    }
    aboard = any(t.text.lower() in ABOARD for t in parse.tokens[head + 1 : head + 3])
    if verb is None or before & {"with", "carrying"} or aboard:
        return ""
    judged = any(parse.tokens[c].dep in {"acomp", "attr"} and c != head for c in parse.children(verb))
    lemma = parse.tokens[verb].lemma.lower()
    return lemma if judged or lemma not in lexicon()["presence"] else ""


def _partial(parse: Parse, sentence: Sentence, first: int) -> bool:
    """Whether the words before the number make it a part, a rate or a range; "a total of" does not."""
    before = [t.text.lower() for t in parse.tokens[max(sentence.first, first - 2) : first]]
    return bool(before) and before[-1] in OFFSET and before[-2:] != ["total", "of"]


def _year(parse: Parse, first: int, q: Quantity) -> bool:
    """Whether the number is a year before a noun: "the 2031 flood"."""
    return q.low == q.high and YEARS[0] <= q.low <= YEARS[1] and parse.tokens[first].text.isdigit()


def _described(parse: Parse, reader: Reader, head: int) -> set[str]:
    """Names and nouns behind the noun that say which of its kind are counted."""
    tied = (c for c in parse.children(head) if c > head and parse.tokens[c].dep in RESTRICTING)
    behind = [i for c in tied if parse.tokens[c - 1].text != "," for i in parse.subtree(c)]
    return {k for i in behind if (k := reader.key(parse, i))} - ABOARD


@cache
def roles() -> dict[str, dict[str, list[str]]]:
    """The parts that people play."""
    found: dict[str, dict[str, list[str]]] = lexicon()["roles"]
    return found


@cache
def role_nouns() -> dict[str, str]:
    """Noun -> part that people play."""
    return {noun: role for role, words in roles().items() for noun in words["nouns"]}


@cache
def role_verbs() -> dict[str, str]:
    """Verb -> part that people play."""
    return {verb: role for role, words in roles().items() for verb in words["verbs"]}
