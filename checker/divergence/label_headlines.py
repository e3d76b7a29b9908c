"""Headlines that tell one happening with words that make different things of it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from checker.divergence.draft import Draft, Facts
from checker.divergence.grade_words import Grade, graded
from checker.divergence.phrasing import plain, translators
from checker.model import Example, Parse, Rule, Span

LONGEST, SENTENCE = 140, 12
"""Characters of a headline; words from which one with a full stop is taken for a sentence of the text."""
CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "VERB"})
SHARED, STEM = 2, 6
"""Content words, beside those that differ, which two headlines must share to be about one happening; the letters by
which words are compared ("guarantee", "guaranteed")."""
RULES = (
    Rule(
        "divergence.headlines",
        "Headlines with another word",
        "Two headlines about the same happening share two words with meaning, and differ in a word that makes "
        "another thing of it. At most one pair is shown for a collection.",
        (
            Example(
                "Wage talks at Berg mill collapse\n\nThe talks ended. / Wage talks at Berg mill suspended\n\nThe talks "
                "ended.",
                ("Wage talks at Berg mill collapse", "Wage talks at Berg mill suspended"),
            ),
            Example(
                "Rector Marn resigns over letters\n\nShe left. / Rector Marn dismissed over letters\n\nShe left.",
                ("Rector Marn resigns over letters", "Rector Marn dismissed over letters"),
            ),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Headline:
    """A title in its text, the stems of its content words, and its graded words."""

    span: Span
    words: frozenset[str]
    told: tuple[tuple[str, Grade], ...]


def find(facts: Facts) -> list[Draft]:
    """At most one draft of kind `label`: the pair of headlines that share most."""
    drafts = []
    for circle in facts.circles():
        lines = [line for doc in sorted(circle) if (line := _headline(facts, doc))]
        drafts += [d for a, b in combinations(lines, 2) if (d := _compared(facts, a, b))]
    return sorted(drafts, key=lambda d: (-d.weight, d.evidence[0].span))[:1]


def _compared(facts: Facts, a: Headline, b: Headline) -> Draft | None:
    differing = [
        (one, other, grade)
        for one, grade in a.told
        for other, second in b.told
        if grade.family == second.family and not grade.grades & second.grades
    ]
    families = {grade.family for *_, grade in differing}
    both = any(len({w for w, g in line.told if g.family in families}) > 1 for line in (a, b))
    shared = (a.words & b.words) - {word[:STEM] for row in differing for word in row[:2]}
    if (
        not differing
        or both
        or len(shared) < SHARED
        or facts.voice_of(a.span.doc) == facts.voice_of(b.span.doc)
    ):
        return None
    one, other, grade = differing[0]
    return Draft(
        kind="label",
        importance=2,
        weight=grade.importance + len(shared) / 10,
        statement=f"The headlines choose other words: {_told(facts, a)}; {_told(facts, b)}.",
        evidence=(facts.shown(a.span, f"“{one}”"), facts.shown(b.span, f"“{other}”")),
        rule="divergence.headlines",
    )


def _told(facts: Facts, line: Headline) -> str:
    doc = line.span.doc
    return f"{facts.name(doc)} “{plain(facts, line.span, LONGEST)}”{translators(facts, doc)}"


def _headline(facts: Facts, doc: str) -> Headline | None:
    document, parse = facts.documents[doc], facts.parses[doc]
    start = document.text.find(document.title) if document.title else -1
    if start < 0 or not document.title or len(document.title) > LONGEST or _is_sentence(document.title):
        return None
    span = facts.cut(Span(doc, start, start + len(document.title)), LONGEST)
    inside = list(parse.tokens_in(span.start, span.end))
    words = frozenset(parse.tokens[i].lemma.lower()[:STEM] for i in inside if parse.tokens[i].pos in CONTENT)
    return Headline(span, words, _graded(parse, inside)) if len(words) > 1 else None


def _graded(parse: Parse, inside: list[int]) -> tuple[tuple[str, Grade], ...]:
    """The words with grades; in a headline what is tagged a noun is often a verb ("talks collapse")."""
    found = []
    for i in inside:
        forms = dict.fromkeys([parse.tokens[i].lemma.lower(), parse.tokens[i].text.lower()])
        found += [(form, grade) for form in forms for grade in graded().get(form, ())]
    return tuple(found)


def _is_sentence(title: str) -> bool:
    return title.endswith(".") and len(title.split()) > SENTENCE
