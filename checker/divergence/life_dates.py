"""When a life or an office began, as a text's ages and years tell it: "she was 29 in 1998", "since 1999"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.divergence.draft import Facts
from checker.divergence.figure_deeds import Reader
from checker.divergence.life_posts import OLDEST, lasting, year_of
from checker.divergence.number_words import value_at
from checker.divergence.timed_reading import person_before
from checker.model import Entity, Parse, Sentence, Span, TimeExpression

YOUNGEST = 3
SHOWN = 130
"""Characters that are shown as one statement."""
QUESTIONS = 3
"""Paragraphs that are questions, from which on a text is an interview."""
ASKED = "@i"
"""Who says "I" in an interview."""
FIRST = frozenset({"i", "we"})
_BEHIND = re.compile(
    r"(?:,? (?:now )?aged |, (?:who is (?:now )?)?| \()(?P<age>\d{1,3})"
    r"(?=[,;)](?!\d)|\.(?!\))| (?:who|and(?! \d)|was|is|has|died)\b)"
    r"|, an? (?P<years>\d{1,3})[- ]year[- ]old\b(?![’'])"
)
_BEFORE = re.compile(r"(?P<age>\d{1,3})[- ]year[- ]old (?:[\w’'-]+ ){0,3}$")


@dataclass(frozen=True, slots=True)
class Began:
    """A statement by which something of `who` began between two years. `what` is "birth", or the verb of a post.

    `dated` tells that the years are not taken from the day of publication, `beside` that an age stands right at the
    name of the person.
    """

    span: Span
    who: str
    what: str
    first: int
    last: int
    dated: bool
    beside: bool = False

    def gap(self, other: Began) -> int:
        """Years between the two beginnings, 0 where they may be one; of undated texts, only ages are compared."""
        if (self.last <= 0) != (other.last <= 0):
            return 0
        return max(0, self.first - other.last, other.first - self.last)


def began(facts: Facts, reader: Reader, doc: str, times: list[TimeExpression]) -> list[Began]:
    """The statements of an article, in text order."""
    parse, document = facts.parses[doc], facts.documents[doc]
    year = int(document.published.to[:4]) if document.published else None
    named = reader.named.get(doc, [])
    found = [b for b in _named_ages(facts, named, year or 0) if document.in_body(b.span.start, b.span.end)]
    for sentence in parse.sentences:
        if document.in_body(sentence.start, sentence.end):
            inside = [t for t in times if sentence.start <= t.span.start < sentence.end]
            found += _ages(facts, reader, parse, sentence, [t for t in inside if year_of(t)], year)
            for verb, first, last, at, dated in lasting(parse, sentence, inside, year):
                who = _subject(facts, reader, parse, verb)
                lemma, span = parse.tokens[verb].lemma.lower(), _beside(parse, verb, at)
                found += [Began(span, who, lemma, first, last, dated)] if who else []
    return sorted(found, key=lambda b: b.span)


def _named_ages(facts: Facts, named: list[tuple[Span, Entity]], year: int) -> Iterator[Began]:
    """Ages that stand right behind or before a name: "Anna Marn, 58,", "the 31-year-old Tor Kolm".

    An unknown year of publication is 0.
    """
    for mention, entity in named:
        text = facts.documents[mention.doc].text
        behind, before = (
            _BEHIND.match(text, mention.end),
            _BEFORE.search(text, max(0, mention.start - 60), mention.start),
        )
        match = behind or before
        told = match and (match["years"] if behind and match["years"] else match["age"])
        if not behind and before and _is_of_noun(facts, mention):
            continue
        if entity.type == "PERSON" and match and told and YOUNGEST <= int(told) <= OLDEST:
            start, end = (mention.start, match.end()) if behind else (match.start(), mention.end)
            age = int(told)
            yield Began(
                Span(mention.doc, start, end), entity.entity, "birth", year - age - 1, year - age, False, True
            )


def _is_of_noun(facts: Facts, mention: Span) -> bool:
    """Whether a name only says whose somebody is: "a 31-year-old Kolm supporter"."""
    tokens = facts.parses[mention.doc].tokens
    last = max(facts.parses[mention.doc].tokens_in(mention.start, mention.end), default=None)
    if last is None or tokens[last].dep not in {"compound", "nmod", "amod"}:
        return False
    head = tokens[tokens[last].head]
    return head.start >= mention.end and head.pos == "NOUN"


def _ages(
    facts: Facts,
    reader: Reader,
    parse: Parse,
    sentence: Sentence,
    years: list[TimeExpression],
    now: int | None,
) -> Iterator[Began]:
    """Ages that a sentence gives of its subject, now or in the only year that it names; and years of birth."""
    tokens = parse.tokens
    only = year_of(years[0]) if len(years) == 1 else None
    for i in range(sentence.first, sentence.last):
        token = tokens[i]
        who = None
        if token.lemma.lower() == "bear" and token.tag == "VBN" and only is not None:
            near = [t for t in years if 0 < t.span.start - token.end < 40]
            who = _subject(facts, reader, parse, i) if near else None
            if who in facts.entities and who and near:
                yield Began(Span(parse.doc, token.start, near[0].span.end), who, "birth", only, only, True)
            continue
        age = _age_at(parse, sentence, i)
        if age is None:
            continue
        verb = age[1]
        when = (
            only
            if tokens[verb].tag in {"VBD", "VBN"}
            else now
            if tokens[verb].tag in {"VBZ", "VBP"}
            else None
        )
        when = only if age[2] else when
        who = _subject(facts, reader, parse, verb) if when else None
        human = who == ASKED or (who in facts.entities and facts.entities[who or ""].type == "PERSON")
        if who and when and human:
            end = max(tokens[i].end, years[0].span.end if when == only and years else 0)
            start = min(
                tokens[verb].start,
                tokens[i].start,
                years[0].span.start if when == only and years else tokens[i].start,
            )
            if end - start <= SHOWN:
                span = Span(parse.doc, start, end)
                yield Began(span, who, "birth", when - age[0] - 1, when - age[0], when == only)


def _age_at(parse: Parse, sentence: Sentence, i: int) -> tuple[int, int, bool] | None:
    """An age that starts at a token, its verb, and whether it is that of a deed ("at 22", "aged 22")."""
    value, end = value_at(parse, i, sentence.last)
    if value is None or not YOUNGEST <= value <= OLDEST or value != int(value):
        return None
    tokens, behind = parse.tokens, parse.tokens[end] if end < sentence.last else None
    old = [t.lemma.lower() for t in tokens[end : end + 2]] in (["year", "old"], ["year", "of"])
    free = (
        behind is None
        or old
        or (behind.pos in {"PUNCT", "ADV", "SCONJ", "CCONJ", "ADP"} and behind.text not in {"%", "-"})
    )
    top = end - 1 if not old else end + 1
    head = tokens[end - 1].head
    if not free or (behind is not None and behind.text.lower() in {"of", "to", "in", "percent"} and not old):
        return None
    before = tokens[i - 1].lemma.lower() if i > sentence.first else ""
    if tokens[head].lemma in {"be", "turn"} and tokens[end - 1].dep in {"attr", "acomp", "dobj"}:
        return int(value), head, False
    if old and tokens[tokens[top].head].lemma == "be" and tokens[top].dep in {"acomp", "attr"}:
        return int(value), tokens[top].head, False
    if before in {"aged", "at"} or [t.text.lower() for t in tokens[max(0, i - 3) : i]] == [
        "the",
        "age",
        "of",
    ]:
        verb = next(
            (a for a in parse.ancestors(end - 1) if tokens[a].pos == "VERB" and tokens[a].tag == "VBD"), None
        )
        clock = behind is not None and behind.text.lower() in {"a.m.", "p.m.", "o'clock", "am", "pm"}
        return (int(value), verb, True) if verb is not None and not clock else None
    return None


def _beside(parse: Parse, verb: int, at: Span) -> Span:
    """A verb with the words that tell since when, where they stand close."""
    low, high = min(parse.tokens[verb].start, at.start), max(parse.tokens[verb].end, at.end)
    return Span(parse.doc, low, high) if high - low <= SHOWN else at


def _subject(facts: Facts, reader: Reader, parse: Parse, verb: int) -> str | None:
    """The person or thing that a verb is about; whom a pronoun stands for; "I" is who speaks."""
    found = [c for c in parse.children(verb) if parse.tokens[c].dep in {"nsubj", "nsubjpass"}]
    if not found and parse.tokens[verb].dep in {"conj", "xcomp", "advcl"} and parse.tokens[verb].head != verb:
        return _subject(facts, reader, parse, parse.tokens[verb].head)
    if not found and parse.tokens[verb].dep in {"acl", "relcl"}:
        return reader.key(parse, parse.tokens[verb].head)
    if not found:
        return None
    token = parse.tokens[found[0]]
    if token.text.lower() in FIRST:
        said = facts.attribution_at(parse.doc, token.start)
        return said.speaker if said else ASKED if _interview(facts, parse.doc) else None
    if token.text.lower() in {"he", "she"}:
        return next(iter(person_before(parse, reader, found[0])), None)
    if token.tag in {"WP", "WDT"}:
        return reader.key(parse, parse.tokens[verb].head)
    return reader.key(parse, found[0]) if token.pos in {"PROPN", "NOUN"} else None


def _interview(facts: Facts, doc: str) -> bool:
    """Whether a text is questions and answers, so that its "I" is the one who is asked."""
    document = facts.documents[doc]
    asked = (document.text[b.start : b.end].rstrip().endswith("?") for b in document.blocks)
    return sum(asked) >= QUESTIONS
