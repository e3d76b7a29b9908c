"""One statement, given to different sources: two people, two unnamed sources, somebody by name and nobody by name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from checker.divergence import duties, givers
from checker.divergence.counterparts import sentence_pairs
from checker.divergence.draft import Draft, Facts
from checker.divergence.phrasing import brief, common_run, plain
from checker.model import Attribution, Example, Rule, Span, Token

NARROW, NAME = 180, 60
ALIGNED, MOST = 0.45, 0.5
"""Score of aligned sentences that make one statement; share of either sentence that is given to somebody."""
AROUND = 10
"""Tokens around a name in which a text says who that is."""
KINDS = frozenset(["NOUN", "PROPN", "ADJ"])
MEANING = KINDS | {"VERB", "NUM"}
SAME, MANY = 0.6, 4
"""Share of the words of content of either statement that the other has, and how many are too many for chance where
there is no name and no number among them.
"""
OWN = frozenset(["i", "we", "me", "us", "my", "our"])
LEAST, LETTERS = 3, 5
"""Letters of the shortest word that tells a source, and at the head of kindred words ("president", "presidency")."""
RULES = (
    Rule(
        "divergence.other-source",
        "Given to different sources",
        "Texts give one statement to different people, or to sources whom they describe otherwise; or one names whose "
        "the quoted words are and the other does not. Sources that may be one, and offices that speak for one another, "
        "are left alone.",
        (
            Example(
                "Thomas Berg said that Norway sold the old harbour to Chile. / "
                "Maria Lopez said that Norway sold the old harbour to Chile.",
                ("Norway sold the old harbour to Chile",),
            ),
            Example(
                "“The old well in the upper town will run dry by June,” Thomas Berg said. / "
                "“The old well in the upper town will run dry by June,” a miner said.",
                ("The old well in the upper town will run dry by June", "a miner"),
            ),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class _Given:
    """A statement with who it is given to; `called` are the heads of the words that say who that is."""

    said: Attribution
    span: Span
    called: frozenset[str]
    named: bool


def find(facts: Facts) -> list[Draft]:
    """One draft for each two texts and their two sources."""
    best: dict[tuple[str, str, str, str], Draft] = {}
    for one, other, quoted in [*_quoted(facts), *_aligned(facts)]:
        a, b = (_given(facts, *row) for row in (one, other))
        if a is None or b is None or facts.voice_of(a.span.doc) == facts.voice_of(b.span.doc):
            continue
        if not a.called or not b.called or (quoted and a.named == b.named):
            continue
        if a.called & b.called or _may_be_one(facts, a, b, quoted=quoted):
            continue
        if _is_named(facts, a, b.span.doc) or _is_named(facts, b, a.span.doc):
            continue
        key = a.span.doc, b.span.doc, str(facts.by(a.said)), str(facts.by(b.said))
        best.setdefault(key, _draft(facts, a, b, quoted=quoted))
    return list(best.values())


def _may_be_one(facts: Facts, a: _Given, b: _Given, *, quoted: bool) -> bool:
    """Whether a named source may be of the people or the body that the other text names: "police", "the tech firm"."""
    if quoted:
        return any(not x.named and _is_many(facts, x.said) for x in (a, b))
    bodies = [x for x in (a, b) if not x.named and _is_body(facts, x.said)]
    return (bool(bodies) and a.named != b.named) or any(duties.is_authority(facts, x.said) for x in (a, b))


def _is_body(facts: Facts, said: Attribution) -> bool:
    """Whether a source is called by what it is, and is no person: "the tech firm"."""
    tokens = [t for s, e in said.source or () for t in _tokens(facts, Span(said.doc, s, e))]
    people = givers.kind("unnamed") | givers.kind("person") - givers.kind("bodies")
    return bool(tokens) and tokens[0].text.lower() == "the" and tokens[-1].lemma.lower() not in people


def _is_many(facts: Facts, said: Attribution) -> bool:
    """Whether a source without a name is an authority as a whole: "police", "authorities", "officials"."""
    words_ = facts.parses[said.doc].tokens
    inside = [i for s, e in said.source or () for i in facts.parses[said.doc].tokens_in(s, e)]
    many = any(words_[i].tag == "NNS" or words_[i].lemma.lower() == "police" for i in inside)
    return many and duties.is_authority(facts, said)


STANDING = frozenset(
    ["pair", "duo", "trio", "couple", "two", "three", "both", "latter", "former", "group", "team"]
)
"""Sources that stand for those whom their text names before."""
Row = tuple[Attribution, Span]
Rows = tuple[Row, Row, bool]


def _quoted(facts: Facts) -> Iterator[Rows]:
    """Pairs of wordings of one utterance."""
    for quotation in facts.quotations:
        rows = [(facts.attributions.get(v.attribution or ""), v.span) for v in quotation.variants]
        known = [(said, span) for said, span in rows if said is not None]
        for (said, span), (whose, place) in combinations(known, 2):
            both = common_run(facts, span, place) if span.doc != place.doc else None
            if both:
                yield (said, both[0]), (whose, both[1]), True


def _aligned(facts: Facts) -> Iterator[Rows]:
    """Pairs of aligned sentences that are given to somebody as a whole."""
    for pair, one, other in sentence_pairs(facts):
        if pair.state == "aligned" and pair.score >= ALIGNED:
            a, b = _whole(facts, *one), _whole(facts, *other)
            if a and b and _is_particular(facts, a[1], b[1]):
                yield a, b, False


def _is_particular(facts: Facts, one: Span, other: Span) -> bool:
    """Whether two statements are nearly word for word one, which hardly two people say by chance: with a name, a number
    or many words of content; what people tell of themselves is each one's own.
    """
    rows = [_tokens(facts, span) for span in (one, other)]
    if any(t.text.lower() in OWN for row in rows for t in row):
        return False
    a, b = ({t.lemma.lower() for t in row if t.pos in MEANING and not t.stop} for row in rows)
    shared = a & b
    marked = {t.lemma.lower() for row in rows for t in row if t.pos in {"PROPN", "NUM"}}
    enough = MANY if shared.isdisjoint(marked) else LEAST
    return len(shared) >= max(enough, SAME * max(len(a), len(b)))


def _tokens(facts: Facts, span: Span) -> list[Token]:
    parse = facts.parses[span.doc]
    return [parse.tokens[i] for i in parse.tokens_in(span.start, span.end)]


def _whole(facts: Facts, doc: str, number: int) -> Row | None:
    """Who a sentence is given to, where most of it is."""
    sentence = facts.parses[doc].sentences[number]
    for said in facts.said.get(doc, ()):
        inside = [(max(s, sentence.start), min(e, sentence.end)) for s, e in said.content]
        inside = [(s, e) for s, e in inside if s < e]
        if said.outer is None and sum(e - s for s, e in inside) > MOST * (sentence.end - sentence.start):
            return said, Span(doc, *max(inside, key=lambda r: r[1] - r[0]))
    return None


def _given(facts: Facts, said: Attribution, span: Span) -> _Given | None:
    """A statement whose source is known and speaks for itself; what it only passes on has another source."""
    who = facts.by(said)
    relayed = any(a.outer == said.id for a in facts.said.get(said.doc, ()))
    words = {word.casefold() for word in givers.source_words(facts, said).split()[-1:]}
    if not who or not said.source or relayed or said.polarity == "-" or words & givers.kind("account"):
        return None
    if givers.is_medium(facts, said) or words & STANDING:
        return None
    told = {_head(word) for word in facts.quote(span).split()} - {""}
    own = {_head(word) for word in givers.source_words(facts, said).split()}
    apart = not any(span.start <= s < span.end for s, _ in said.source)
    return None if apart and own & told else _Given(said, span, _called(facts, said), _has_name(facts, said))


def _has_name(facts: Facts, said: Attribution) -> bool:
    """Whether the words of the source hold the name of a person."""
    known = facts.entities.get(said.speaker or "")
    return known is not None and known.type == "PERSON" and givers.is_named_there(facts, said)


def _is_named(facts: Facts, given: _Given, doc: str) -> bool:
    """Whether a text also names the source of another: whom it calls otherwise may be the same."""
    known = facts.entities.get(given.said.speaker or "")
    return known is not None and f" {known.name.split()[-1]}" in facts.documents[doc].text


def _called(facts: Facts, said: Attribution) -> frozenset[str]:
    """The heads of the words that say who a source is; of a known name, also those beside it."""
    found = {_head(word) for s, e in said.source or () for word in _names(facts, Span(said.doc, s, e), 0)}
    known = facts.entities.get(said.speaker or "")
    if known is not None:
        found |= {_head(word) for word in known.name.split()}
        first = {m.doc: m for m in reversed(known.mentions)}
        found |= {_head(word) for m in first.values() for word in _names(facts, m, AROUND)}
    return frozenset(found - {_head(word) for word in givers.kind("anybody")} - {""})


def _names(facts: Facts, span: Span, around: int) -> list[str]:
    """The lemmas of nouns, names and adjectives in a span and so many tokens of its sentence around it."""
    parse = facts.parses[span.doc]
    sentence = parse.sentence_at(span.start)
    inside = list(parse.tokens_in(span.start, span.end))
    if sentence is None or not inside:
        return []
    rows = parse.tokens[max(sentence.first, inside[0] - around) : min(sentence.last, inside[-1] + 1 + around)]
    said = [place for a in facts.said.get(span.doc, ()) for place in a.content]
    return [t.lemma for t in rows if t.pos in KINDS and not any(s <= t.start < e for s, e in said)]


def _head(word: str) -> str:
    plain_word = word.strip("“”\"'’‘.,").casefold()
    return plain_word[:LETTERS] if len(plain_word) >= LEAST else ""


def _draft(facts: Facts, a: _Given, b: _Given, *, quoted: bool) -> Draft:
    names = [brief(str(facts.by(x.said)), NAME) for x in (a, b)]
    docs = [facts.name(x.span.doc) for x in (a, b)]
    words = [plain(facts, x.span) for x in (a, b)]
    one, other = (0, 1) if a.named else (1, 0)
    told = (
        f"{docs[one]} names whose words these are, {names[one]}, {docs[other]} says “{names[other]}”: “{words[one]}”."
        if quoted
        else f"{docs[0]} has from {names[0]} “{words[0]}”, {docs[1]} from {names[1]} “{words[1]}”."
    )
    rows = []
    for x, name in zip((a, b), names, strict=True):
        source = Span(x.span.doc, *(x.said.source or x.said.content)[0])
        rows += [
            facts.shown(facts.cut(x.span, NARROW), f"from {name}"),
            facts.shown(facts.cut(source, NARROW), "who says it"),
        ]
    return Draft(
        kind="attribution",
        importance=1 if quoted else 2,
        weight=3.0,
        statement=told,
        evidence=tuple(rows),
        rule="divergence.other-source",
        event=facts.event_at(a.span),
    )
