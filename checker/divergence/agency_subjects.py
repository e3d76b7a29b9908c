"""One sentence in two texts, nearly word for word, with another subject."""

from __future__ import annotations

from difflib import SequenceMatcher

from checker.divergence.doers import SUBJECTS, Doer, Doers
from checker.divergence.draft import Draft, Facts
from checker.divergence.phrasing import plain
from checker.model import Alignment, Example, Parse, Rule, Sentence, Span

ALIKE, LEAST = 0.7, 6
"""The share of words that two sentences must have in one order beside their subjects, and how many words at least."""
LONGEST = 160
SAYING = frozenset(
    {"say", "tell", "add", "write", "argue", "claim", "note", "explain", "announce", "ask", "reply"}
)
"""Verbs whose other subject is another speaker, and no other doer."""
RULES = (
    Rule(
        "divergence.subject-exchanged",
        "One sentence, another subject",
        "A sentence stands in two texts nearly word for word, with one doer in one and several, or another, in the "
        "other.",
        (
            Example(
                "Several towns let the bishop know that autumn that they would not pay. / "
                "Lisbon let the bishop know that autumn that it would not pay.",
                ("Several towns let the bishop know", "Lisbon let the bishop know"),
            ),
            Example(
                "Norway closed the old harbour at Berg to fishing boats last May. / "
                "Peru closed the old harbour at Berg to fishing boats last May.",
                ("Norway closed the old harbour", "Peru closed the old harbour"),
            ),
        ),
    ),
)


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `agency`, one a pair of sentences."""
    doers = Doers(facts)
    pairs = (pair for pair in facts.alignments if pair.state == "aligned")
    return [draft for pair in pairs for draft in _pair(facts, doers, pair)]


def _pair(facts: Facts, doers: Doers, pair: Alignment) -> list[Draft]:
    a, b = facts.parses[pair.a.doc], facts.parses[pair.b.doc]
    return [
        draft
        for one in a.sentences_in(pair.a.start, pair.a.end)
        for other in b.sentences_in(pair.b.start, pair.b.end)
        if (draft := _compared(facts, doers, (a, one), (b, other)))
    ]


def _compared(
    facts: Facts, doers: Doers, one: tuple[Parse, Sentence], other: tuple[Parse, Sentence]
) -> Draft | None:
    subjects = _subject(doers, *one), _subject(doers, *other)
    if subjects[0] is None or subjects[1] is None or not _exchanged(doers, subjects[0], subjects[1]):
        return None
    if any(_is_counted(parse, s.span) for (parse, _), s in ((one, subjects[0]), (other, subjects[1]))):
        return None
    if _verb(*one) != _verb(*other) or _verb(*one) in SAYING:
        return None
    left, right = _rest(*one, subjects[0]), _rest(*other, subjects[1])
    if min(len(left), len(right)) < LEAST or not _alike(left, right):
        return None
    spans = _shown(facts, one[0], subjects[0]), _shown(facts, other[0], subjects[1])
    told = [
        f"{facts.name(s.span.doc)} says of “{plain(facts, s.span, 80)}”" for s in (subjects[0], subjects[1])
    ]
    voices = {facts.voice_of(span.doc) for span in spans}
    return Draft(
        kind="agency",
        importance=3,
        weight=9 + len(voices),
        statement=f"{told[0]} what {told[1]}, in nearly the same words.",
        evidence=tuple(
            facts.shown(span, facts.quote(subject.span)[:80])
            for span, subject in zip(spans, (subjects[0], subjects[1]), strict=True)
        ),
        rule="divergence.subject-exchanged",
    )


def _subject(doers: Doers, parse: Parse, sentence: Sentence) -> Doer | None:
    """The subject of the sentence's main verb."""
    root = _root(parse, sentence)
    return doers.subject(parse, root) if root is not None else None


def _verb(parse: Parse, sentence: Sentence) -> str | None:
    """The lemma of the main verb: who says a quotation and who acts in it are no two doers of one deed."""
    root = _root(parse, sentence)
    return parse.tokens[root].lemma.lower() if root is not None else None


def _root(parse: Parse, sentence: Sentence) -> int | None:
    rows = range(sentence.first, sentence.last)
    return next((i for i in rows if parse.tokens[i].dep == "ROOT" and parse.tokens[i].pos == "VERB"), None)


def _exchanged(doers: Doers, a: Doer, b: Doer) -> bool:
    """Another doer, or several where the other text has one by name, who is not counted among them."""
    alone = (a.several and b.entity is not None) or (b.several and a.entity is not None)
    return doers.clash(a, b) or (alone and not (a.several and b.several))


def _is_counted(parse: Parse, span: Span) -> bool:
    """Whether a subject is a number of some: "four people, including …" says nothing against what one of them did."""
    tokens = [parse.tokens[i] for i in parse.tokens_in(span.start, span.end)]
    return any(t.pos == "NUM" or t.text.lower() == "including" for t in tokens)


def _rest(parse: Parse, sentence: Sentence, subject: Doer) -> list[str]:
    """The lemmas of a sentence without its subject and marks."""
    tokens = parse.tokens[sentence.first : sentence.last]
    return [
        t.lemma.lower()
        for t in tokens
        if t.pos not in {"PUNCT", "SPACE", "PRON"} and not subject.span.start <= t.start < subject.span.end
    ]


def _alike(left: list[str], right: list[str]) -> bool:
    matched = sum(
        block.size for block in SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
    )
    return matched >= ALIKE * max(len(left), len(right))


def _shown(facts: Facts, parse: Parse, subject: Doer) -> Span:
    """From the subject to its verb and what that governs, as far as it is short."""
    head = next(
        j
        for j in parse.tokens_in(subject.span.start, subject.span.end)
        if parse.tokens[j].dep in SUBJECTS or parse.tokens[j].end == subject.span.end
    )
    verb = parse.tokens[head].head
    after = [e for j in parse.subtree(verb) if (e := parse.tokens[j].end) - subject.span.start <= LONGEST]
    return facts.cut(Span(parse.doc, subject.span.start, max([parse.tokens[verb].end, *after])), LONGEST)
