"""Quoted words that one text gives to somebody and another prints without a speaker."""

from __future__ import annotations

from checker.divergence.draft import Draft, Facts
from checker.divergence.phrasing import brief
from checker.model import Example, Quotation, Rule, Span, Variant

NARROW, BEGINNING = 200, 60
REACH, SIGNED = 1200, 40
"""Characters before a quotation in which a speaker may go on, and behind it in which its signature stands."""
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
            f"“{brief(facts.quote(bare[0].span), BEGINNING)}”."
        ),
        evidence=(
            facts.shown(facts.cut(given[0].span, NARROW), f"given to {who}"),
            facts.shown(facts.cut(bare[0].span, NARROW), "no speaker"),
        ),
        rule="divergence.speaker-missing",
        event=facts.event_at(given[0].span),
    )


def _unattributed(facts: Facts, variant: Variant) -> bool:
    """No source was found, named or described, and nobody who could be it stands before the words or behind them.

    A word of saying whose subject could not be read is no missing speaker, and a quotation that stands as a
    sentence of its own may go on somebody's words of the paragraphs before.
    """
    said = facts.attributions.get(variant.attribution or "")
    cued = said and any(facts.quote(Span(said.doc, *place)).isalpha() for place in said.cue or ())
    if variant.speaker is not None or (said and (said.source or cued)):
        return False
    parse = facts.parses[variant.span.doc]
    sentence = parse.sentence_at(variant.span.start)
    if sentence is None:
        return False
    before = [i for i in range(sentence.first, sentence.last) if parse.tokens[i].end <= variant.span.start]
    parts = {parse.tokens[i].pos for i in before}
    if {"VERB", "PROPN"} <= parts or ("VERB" not in parts and _goes_on(facts, variant.span)):
        return False
    return not any(
        parse.tokens[i].dep in {"nsubj", "nsubjpass", "poss"} and parse.tokens[i].pos in {"PROPN", "PRON", "NOUN"}
        and parse.tokens[i].lemma.lower() not in {"it", "there", "this", "that"}
        for i in before
    )  # fmt: skip


def _goes_on(facts: Facts, span: Span) -> bool:
    """Whether somebody speaks in the paragraphs just before, or a name follows the words ("— Ansa Bir")."""
    near = (a for a in facts.said.get(span.doc, ()) if a.source or a.speaker)
    spoken = any(0 <= span.start - start < REACH for a in near for start, _ in a.content)
    parse = facts.parses[span.doc]
    signed = any(parse.tokens[i].pos == "PROPN" for i in parse.tokens_in(span.end, span.end + SIGNED))
    return spoken or signed
