"""Headlines side by side."""

from __future__ import annotations

from dataclasses import dataclass

from checker.divergence.draft import SPANS, Draft, Facts
from checker.divergence.phrasing import of_translation, plain
from checker.model import Example, Parse, Rule, Span

LONGEST, SENTENCE = 140, 12
"""Characters of a headline; words from which one with a full stop is taken for a sentence of the text."""
CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "VERB"})
SAME, SHOWN = 0.6, 5
"""Share of common words from which two titles are taken for one; headlines in the statement."""
RULES = (
    Rule(
        "divergence.headlines",
        "Headlines side by side",
        "The headlines of texts about the same happening, so that a reader sees whom and what each puts first.",
        (
            Example(
                "Union walks out of wage talks\n\nThe talks ended. / Owners close mill\n\nThe talks ended.",
                ("Union walks out of wage talks", "Owners close mill"),
            ),
            Example(
                "Council sells old harbour\n\nThe sale is done. / Harbour bought by bank\n\nThe sale is done.",
                ("Council sells old harbour", "Harbour bought by bank"),
            ),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Headline:
    """A title in its text, its content words, and who does what in it where the grammar shows that."""

    span: Span
    words: frozenset[str]
    reads: str


def find(facts: Facts) -> list[Draft]:
    """One draft of kind `label` a set of comparable texts."""
    return [d for circle in facts.circles() if (d := _compared(facts, circle))]


def _compared(facts: Facts, circle: frozenset[str]) -> Draft | None:
    kept: list[Headline] = []
    for doc in sorted(circle):
        line = _headline(facts, doc)
        if line and not any(_alike(line, other) for other in kept):
            kept.append(line)
    kept = kept[:SPANS]
    voices = {facts.voice_of(h.span.doc) for h in kept}
    if len(kept) < 2:
        return None
    return Draft(
        kind="label",
        importance=1,
        weight=len(voices) + 3,
        statement=f"The headlines side by side: {'; '.join(_told(facts, h) for h in kept[:SHOWN])}.",
        evidence=tuple(facts.shown(h.span, _role(facts, h)) for h in kept),
        rule="divergence.headlines",
    )


def _told(facts: Facts, line: Headline) -> str:
    whose = " (may be the translator's)" if of_translation(facts, line.span.doc) else ""
    return f"{facts.name(line.span.doc)} “{plain(facts, line.span, LONGEST)}”{whose}"


def _role(facts: Facts, line: Headline) -> str:
    return f"{line.reads} (translated text)" if of_translation(facts, line.span.doc) else line.reads


def _alike(a: Headline, b: Headline) -> bool:
    """Whether two titles use mostly the same words."""
    return len(a.words & b.words) > SAME * len(a.words | b.words)


def _headline(facts: Facts, doc: str) -> Headline | None:
    document, parse = facts.documents[doc], facts.parses[doc]
    start = document.text.find(document.title) if document.title else -1
    if start < 0 or not document.title or len(document.title) > LONGEST or _is_sentence(document.title):
        return None
    span = facts.cut(Span(doc, start, start + len(document.title)), LONGEST)
    inside = list(parse.tokens_in(span.start, span.end))
    words = frozenset(parse.tokens[i].lemma.lower() for i in inside if parse.tokens[i].pos in CONTENT)
    return Headline(span, words, _reads(parse, inside)) if len(words) > 1 else None


def _is_sentence(title: str) -> bool:
    return title.endswith(".") and len(title.split()) > SENTENCE


def _reads(parse: Parse, inside: list[int]) -> str:
    """The subject and verb of the title in its own words, where it has them."""
    subject = next((i for i in inside if parse.tokens[i].dep in {"nsubj", "nsubjpass"}), None)
    verb = parse.tokens[subject].head if subject is not None else None
    if subject is None or verb not in inside or parse.tokens[verb].pos not in {"VERB", "AUX"}:
        return "headline"
    return f"“{parse.tokens[subject].text}” as subject of “{parse.tokens[verb].text}”"
