"""Quoted words that one text gives to somebody and another prints without a speaker."""

from __future__ import annotations

from checker.divergence.draft import Draft, Facts
from checker.model import Example, Quotation, Rule, Span, Variant

NARROW = 200
RULES = (
    Rule(
        "divergence.speaker-missing",
        "The same words with and without a speaker",
        "One text gives quoted words to a speaker, another prints them without one.",
        (
            Example(
                "“No ship has left the old port since Monday,” Thomas Berg said. / "
                "It was a quiet week: “No ship has left the old port since Monday.”",
                ("No ship has left the old port since Monday",),
            ),
            Example(
                "Maria Lopez said that “the well in the upper town is dry again”. / "
                "There is a sign on every wall: “the well in the upper town is dry again”.",
                ("the well in the upper town is dry again",),
            ),
        ),
    ),
)


def _start(facts: Facts, variant: Variant) -> str:
    words = " ".join(facts.quote(variant.span).split())
    return words if len(words) <= 60 else words[:59].rsplit(" ", 1)[0] + " …"


def find(facts: Facts) -> list[Draft]:
    """One draft for each quotation that one text gives to somebody and another to nobody."""
    return [draft for quotation in facts.quotations if (draft := _speaker(facts, quotation))]


def _speaker(facts: Facts, quotation: Quotation) -> Draft | None:
    given = [v for v in quotation.variants if v.speaker in facts.entities]
    bare = [v for v in quotation.variants if _unattributed(facts, v)]
    if not given or not bare or given[0].span.doc == bare[0].span.doc:
        return None
    who = facts.entities[str(given[0].speaker)].name
    return Draft(
        kind="quotation",
        importance=1,
        weight=2,
        statement=(
            f"{facts.name(given[0].span.doc)} gives these words to {who}, {facts.name(bare[0].span.doc)} to nobody: "
            f"“{_start(facts, bare[0])}”."
        ),
        evidence=(
            facts.shown(facts.cut(given[0].span, NARROW), f"given to {who}"),
            facts.shown(facts.cut(bare[0].span, NARROW), "no speaker"),
        ),
        rule="divergence.speaker-missing",
        event=_event(facts, given[0].span),
    )


def _unattributed(facts: Facts, variant: Variant) -> bool:
    """No source was found, named or described, and nobody who could be it stands before the words of a retelling."""
    said = facts.attributions.get(variant.attribution or "")
    own = facts.documents[variant.span.doc].role == "primary"
    if own or variant.speaker is not None or (said and said.source):
        return False
    parse = facts.parses[variant.span.doc]
    sentence = parse.sentence_at(variant.span.start)
    before = range(sentence.first, sentence.last) if sentence else range(0)
    return not any(
        parse.tokens[i].dep in {"nsubj", "nsubjpass", "poss"} and parse.tokens[i].pos in {"PROPN", "PRON"}
        and parse.tokens[i].lemma.lower() not in {"it", "there", "this", "that"}
        for i in before if parse.tokens[i].end <= variant.span.start
    )  # fmt: skip


def _event(facts: Facts, span: Span) -> str | None:
    holding = [
        (m.end - m.start, e.event) for e in facts.events.values() for m in e.mentions if m.contains(span)
    ]
    return min(holding)[1] if holding else None
