"""Specific figures as anchors: which passages of different texts give one figure about one thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from checker.divergence.captions import is_caption
from checker.divergence.clauses import LIGHT, stem
from checker.divergence.draft import Facts
from checker.divergence.figure_deeds import governor
from checker.divergence.figure_measures import units
from checker.divergence.figure_themes import CURRENCIES
from checker.divergence.kindred import deeds_at, kin
from checker.divergence.number_words import SIGNS, value_at
from checker.divergence.quantities import kindred_nouns
from checker.divergence.tables import phrases, words
from checker.divergence.told_when import of_one_story
from checker.model import Parse, Sentence, Span

LEAST = 4
"""The smallest figure that is specific enough to join two passages."""
SHARED, MANY = 2, 3
"""Other words of content that two passages share: with a deed in common, and without one."""
REACH = 3
"""Words from a number to the noun that it counts."""
MEANING = frozenset(["NOUN", "PROPN", "VERB", "ADJ"])
PERCENT = frozenset(["percent", "%", "per", "cent"])
DEED = "~verb-"
"""How the sets of kindred words begin that are of deeds."""
YEARS = range(1500, 2101)
TIMES = frozenset(
    [
        "hour",
        "day",
        "week",
        "month",
        "year",
        "decade",
        "minute",
        "second",
        "time",
        "today",
        "yesterday",
        "old",
    ]
)
"""Words that tell no two happenings apart."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit as it stands in a sentence. `bound` are the words right before it that make it a limit.

    `keys` are the words of content of its sentence, `near` those of the sentence before it in the paragraph too;
    `deed` is what the verb it hangs on tells.
    """

    doc: str
    sentence: int
    at: int
    value: float
    unit: str
    span: Span
    bound: Span | None
    keys: frozenset[str]
    near: frozenset[str]
    deed: frozenset[str]

    @property
    def key(self) -> tuple[float, str]:
        """What makes two figures one."""
        return self.value, self.unit


def figure_pairs(facts: Facts) -> list[tuple[Figure, Figure]]:
    """Pairs of one figure in passages of different texts about one thing, in text order; made once."""
    return facts.once("figure pairs", lambda: list(_pairs(facts)))


def figures_of(facts: Facts, doc: str) -> list[Figure]:
    """The figures of a text, headings left out; made once."""
    return facts.once(f"figures {doc}", lambda: list(_figures(facts, doc)))


def row_of(facts: Facts, figure: Figure) -> Sentence:
    """The sentence of a figure."""
    return facts.parses[figure.doc].sentences[figure.sentence]


def _pairs(facts: Facts) -> Iterator[tuple[Figure, Figure]]:
    for circle in facts.circles():
        having: dict[tuple[float, str], list[Figure]] = defaultdict(list)
        for doc in sorted(circle):
            for figure in figures_of(facts, doc):
                having[figure.key].append(figure)
        for rows in having.values():
            yield from ((a, b) for a in rows for b in rows if a.doc != b.doc and _is_one(facts, a, b))


def _is_one(facts: Facts, a: Figure, b: Figure) -> bool:
    """Whether two passages share words beside the figure: at least one in the very sentences, more in all."""
    if facts.voice_of(a.doc) == facts.voice_of(b.doc) or facts.one_text(a.doc, b.doc):
        return False
    if not of_one_story(facts, a.doc, b.doc):
        return False
    one_deed = bool(a.deed & b.deed)
    least = SHARED if one_deed else MANY
    around = max(_shared(a.keys, b.near), _shared(a.near, b.keys))
    return _shared(a.keys, b.keys) >= (1 if one_deed else least) and around >= least


def _shared(ours: frozenset[str], theirs: frozenset[str]) -> int:
    """How many words of one passage are in the other, in whatever form or by a kindred word."""
    known = frozenset[str]().union(*(kin(key) for key in theirs))
    return sum(1 for key in ours if key in theirs or not known.isdisjoint(kin(key)))


def _figures(facts: Facts, doc: str) -> Iterator[Figure]:
    parse, document = facts.parses[doc], facts.documents[doc]
    headings = [b for b in document.blocks if b.kind == "heading"]
    before: frozenset[str] = frozenset()
    paragraph = -1
    for number, sentence in enumerate(parse.sentences):
        keys = _keys(parse, sentence)
        near = keys | (before if sentence.paragraph == paragraph else frozenset())
        before, paragraph = keys, sentence.paragraph
        titled = any(b.start <= sentence.start < b.end for b in headings)
        if titled or not document.in_body(sentence.start, sentence.end):
            continue
        if not is_caption(facts, doc, sentence.start):
            for figure in _in(parse, number, keys, near):
                counted = _counted(parse, figure)
                yield replace(figure, keys=keys - counted, near=near - counted)


def _keys(parse: Parse, sentence: Sentence) -> frozenset[str]:
    """The stems of the words of content, without those of measure and time."""
    tokens = (t for t in parse.tokens[sentence.first : sentence.last] if t.pos in MEANING and not t.stop)
    lemmas = (t.lemma.lower() for t in tokens if t.text[0].isalpha())
    return frozenset(stem(word) for word in lemmas if word not in PERCENT | TIMES | LIGHT and len(word) > 1)


def _counted(parse: Parse, figure: Figure) -> frozenset[str]:
    """The stems of the figure's own words, which it has in common with the other as it is."""
    inside = parse.tokens_in(figure.span.start, figure.span.end)
    return frozenset(stem(parse.tokens[i].lemma.lower()) for i in inside)


def _in(parse: Parse, number: int, keys: frozenset[str], near: frozenset[str]) -> Iterator[Figure]:
    """The figures of a sentence with a unit; times, ages and years are none."""
    sentence, i = parse.sentences[number], parse.sentences[number].first
    while i < sentence.last:
        value, end = value_at(parse, i, sentence.last)
        found = _unit(parse, sentence, i, end) if value is not None else None
        if found and value is not None and value >= LEAST and not (value in YEARS and found[0].isalpha()):
            unit, size, last = found
            start = i - (i > sentence.first and parse.tokens[i - 1].text in SIGNS)
            deed = governor(parse, last - 1)
            yield Figure(
                parse.doc,
                number,
                i,
                round(value * size, 6),
                unit,
                Span(parse.doc, parse.tokens[start].start, parse.tokens[last - 1].end),
                _bound(parse, sentence, start),
                keys,
                near,
                _deed(parse, deed) if deed is not None else frozenset(),
            )
        i = max(end, i + 1)


def _deed(parse: Parse, verb: int) -> frozenset[str]:
    """What a verb tells, with what its object does: "watched the river shrink" may be read as a shrink of the river."""
    lemma = parse.tokens[verb].lemma.lower()
    objects = (parse.tokens[c].lemma.lower() for c in parse.children(verb) if parse.tokens[c].dep == "dobj")
    done = {name for word in objects for name in kin(stem(word)) if name.startswith(DEED)}
    return frozenset(done) if lemma in LIGHT else deeds_at(parse, verb) | {stem(lemma)} | done


def _unit(parse: Parse, sentence: Sentence, i: int, end: int) -> tuple[str, float, int] | None:
    """Unit, its size in the first unit of the dimension, and the token after it; None for times and no unit."""
    tokens = parse.tokens
    behind = [t.text.lower() for t in tokens[end : min(end + 2, sentence.last)]]
    if i > sentence.first and tokens[i - 1].text in SIGNS:
        return CURRENCIES.get(tokens[i - 1].text, tokens[i - 1].text), 1.0, end
    if behind[:1] in (["%"], ["percent"]):
        return "share", 1.0, end + 1
    if behind == ["per", "cent"]:
        return "share", 1.0, end + 2
    for at in range(end, min(end + REACH, sentence.last)):
        lemma = tokens[at].lemma.lower()
        if tokens[at].pos == "NOUN":
            dimension, size = units().get(lemma, ("", 1.0))
            timed = dimension == "duration" or lemma in TIMES or len(lemma) < LEAST - 1 or not lemma.isalpha()
            return None if timed else (dimension or kindred_nouns().get(lemma, lemma), size, at + 1)
        if tokens[at].pos not in {"ADJ", "PROPN"}:
            return None
    return None


def _bound(parse: Parse, sentence: Sentence, start: int) -> Span | None:
    """The words right before a figure that make it a limit or an estimate."""
    for size in (3, 2, 1):
        first = start - size
        told = tuple(t.text.lower() for t in parse.tokens[max(first, 0) : start])
        if first >= sentence.first and (told in phrases("contested", "bound") or told in _rough()):
            return Span(parse.doc, parse.tokens[first].start, parse.tokens[start - 1].end)
    return None


@cache
def _rough() -> frozenset[tuple[str, ...]]:
    return frozenset((word,) for word in words("contested", "rough"))
