"""When a life or an office began, as a text's ages and years tell it: "she was 29 in 1998", "since 1999"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.divergence.draft import Facts
from checker.divergence.figure_deeds import Reader
from checker.divergence.figure_kin import kinds
from checker.divergence.quantities import bounds, value_at
from checker.divergence.timed_reading import person_before
from checker.model import Entity, Parse, Sentence, Span, TimeExpression

OLDEST, YOUNGEST = 110, 3
NEAR = 4
"""Tokens between "for", "since" and the number or year."""
SHOWN = 130
"""Characters that are shown as one statement."""
POST = frozenset({
    "run", "lead", "head", "direct", "serve", "work", "sit", "teach", "chair", "manage", "edit", "preside", "command",
    "conduct", "coach", "govern", "reign", "rule", "captain", "pastor", "minister", "practise", "practice", "labour",
})  # fmt: skip
"""Verbs of holding a post; "be" only with "as" or a noun for a trade is left out."""
QUESTIONS = 3
"""Paragraphs that are questions, from which on a text is an interview."""
ASKED = "@i"
"""Who says "I" in an interview."""
FIRST = frozenset({"i", "we"})
_BEHIND = re.compile(r"(?:,? (?:now )?aged |, | \()(?P<age>\d{1,3})(?=[,;.)]| (?:who|and|was|is|has|died)\b)")
_BEFORE = re.compile(r"(?P<age>\d{1,3})[- ]year[- ]old (?:[\w’'-]+ ){0,3}$")


@dataclass(frozen=True, slots=True)
class Began:
    """A statement by which something of `who` began between two years. `what` is "birth", or the verb of a post.

    `dated` tells that the years are not taken from the day of publication.
    """

    span: Span
    who: str
    what: str
    first: int
    last: int
    dated: bool

    def gap(self, other: Began) -> int:
        """Years between the two beginnings, 0 where they may be one; of undated texts, only ages are compared."""
        if (self.last <= 0) != (other.last <= 0):
            return 0
        return max(0, self.first - other.last, other.first - self.last)


def began(
    facts: Facts, reader: Reader, doc: str, named: list[tuple[Span, Entity]], times: list[TimeExpression]
) -> list[Began]:
    """The statements of an article, in text order."""
    parse, document = facts.parses[doc], facts.documents[doc]
    year = int(document.published.to[:4]) if document.published else None
    found = [b for b in _named_ages(facts, named, year or 0) if document.in_body(b.span.start, b.span.end)]
    for sentence in parse.sentences:
        if document.in_body(sentence.start, sentence.end):
            years = [t for t in times if sentence.start <= t.span.start < sentence.end and _year(t)]
            found += _ages(facts, reader, parse, sentence, years, year)
            found += _posts(facts, reader, parse, sentence, years, year)
    return sorted(found, key=lambda b: b.span)


def _year(time: TimeExpression) -> int | None:
    """The year of a time that lies in one."""
    one = time.from_ and time.to and time.from_[:4] == time.to[:4]
    return int((time.from_ or "")[:4]) if one else None


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
        if entity.type == "PERSON" and match and YOUNGEST <= int(match["age"]) <= OLDEST:
            start, end = (mention.start, match.end("age")) if behind else (match.start(), mention.end)
            age = int(match["age"])
            yield Began(
                Span(mention.doc, start, end), entity.entity, "birth", year - age - 1, year - age, False
            )


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
    only = _year(years[0]) if len(years) == 1 else None
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


def _posts(
    facts: Facts,
    reader: Reader,
    parse: Parse,
    sentence: Sentence,
    years: list[TimeExpression],
    now: int | None,
) -> Iterator[Began]:
    """Since when somebody has done something: "has run it since 1999", "for 22 years she has led it"."""
    tokens = parse.tokens
    for verb in range(sentence.first, sentence.last):
        helpers = [tokens[c].text.lower() for c in parse.children(verb) if tokens[c].dep == "aux"]
        lasting = {"has", "have", "'ve", "’ve", "'s", "’s"} & set(helpers) and tokens[verb].tag in {
            "VBN",
            "VBG",
        }
        if tokens[verb].pos != "VERB" or not lasting:
            continue
        since = _since(parse, verb, years)
        lasted = _lasted(parse, sentence, verb) if now else None
        start = since[:2] if since else (now - lasted[1], now - lasted[0]) if lasted and now else None
        who = _subject(facts, reader, parse, verb) if start else None
        if who and start:
            at = (
                since[2]
                if since
                else lasted[2]
                if lasted
                else Span(parse.doc, tokens[verb].start, tokens[verb].end)
            )
            low, high = min(tokens[verb].start, at.start), max(tokens[verb].end, at.end)
            span = Span(parse.doc, low, high) if high - low <= SHOWN else at
            yield Began(span, who, tokens[verb].lemma.lower(), start[0], start[1], bool(since))


def _since(parse: Parse, verb: int, years: list[TimeExpression]) -> tuple[int, int, Span] | None:
    """The year behind "since", and its words."""
    for child in parse.children(verb):
        if parse.tokens[child].text.lower() != "since":
            continue
        for time in years:
            year = _year(time)
            if year and 0 <= time.span.start - parse.tokens[child].end <= len(" the end of "):
                return year, year, Span(parse.doc, parse.tokens[child].start, time.span.end)
    return None


def _lasted(parse: Parse, sentence: Sentence, verb: int) -> tuple[int, int, Span] | None:
    """For how many years, at least and at most: whole years may be one off, round ones a tenth."""
    for child in parse.children(verb):
        noun = child if parse.tokens[child].lemma.lower() == "year" else next(
            (c for c in parse.children(child) if parse.tokens[c].lemma.lower() == "year"
             and parse.tokens[child].text.lower() == "for"), None)  # fmt: skip
        if noun is None:
            continue
        for i in range(max(sentence.first, noun - NEAR), noun):
            value, end = value_at(parse, i, sentence.last)
            if value and end == noun and value <= OLDEST:
                first, low, high = bounds(parse, sentence, i, value)
                rounded = value * 0.1 if value % 10 == 0 else 0
                span = Span(parse.doc, parse.tokens[first].start, parse.tokens[noun].end)
                return int(low - rounded) - 1, int(high + rounded) + 1, span
    return None


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


def one_office(a: str, b: str) -> bool:
    """Whether two verbs may tell one post or one doing."""
    return (
        a == b or (a in POST and b in POST) or bool(kinds().get(a, frozenset()) & kinds().get(b, frozenset()))
    )
