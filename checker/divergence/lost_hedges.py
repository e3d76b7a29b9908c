"""One speaker on one matter: the words that limit it, and a text that has them not."""

from __future__ import annotations

from checker.divergence.draft import Draft, Facts
from checker.divergence.stances import stance
from checker.model import Attribution, Example, Range, Rule, Span

NARROW = 180
RULES = (
    Rule(
        "divergence.hedge-lost",
        "The speaker's own hedge is gone",
        "One speaker on one matter: a text keeps the words that limit it, another takes it for granted.",
        (
            Example(
                "“I may be wrong, but I think the treaty was sealed by the envoys in Basel,” Thomas Berg said. / "
                "Thomas Berg confirmed that the treaty was sealed by the envoys in Basel.",
                ("I think", "confirmed"),
            ),
            Example(
                "“The old barge probably sank near the harbour on Monday,” Maria Lopez said. / "
                "Maria Lopez revealed that the old barge sank near the harbour.",
                ("probably", "revealed"),
            ),
        ),
    ),
)


def find(facts: Facts) -> list[Draft]:
    """One speaker, one matter: hedged in one text, taken for granted in the other."""
    hedged = [a for a in facts.attributions.values() if a.speaker and _hedges(facts, a)]
    granted = [
        a for a in facts.attributions.values() if a.speaker and not a.hedge and stance(facts, a) == "granted"
    ]
    drafts: dict[tuple[str, str, str], Draft] = {}
    for unsure in hedged:
        for sure in granted:
            if unsure.speaker != sure.speaker or unsure.doc == sure.doc:
                continue
            shared = _matter(facts, unsure, _around(facts, unsure)) & _matter(facts, sure, sure.content)
            key = str(unsure.speaker), unsure.doc, sure.doc
            if len(shared) >= 2 and (key not in drafts or len(shared) > drafts[key].weight):
                drafts[key] = _lost_draft(facts, unsure, sure, len(shared))
    return list(drafts.values())


def _hedges(facts: Facts, said: Attribution) -> bool:
    """Whether a word limits what is said; a mere "would" does not."""
    words = {facts.quote(Span(said.doc, s, e)).casefold() for s, e in said.hedge}
    return bool(words - {"would", "'d", "’d", "will", "can"})


def _around(facts: Facts, said: Attribution) -> tuple[Range, ...]:
    """The sentences of the content that a limiting word stands in: it limits no other."""
    sentences = [facts.sentence(said.doc, start) for start, _ in said.hedge]
    return tuple(s for s in sentences if s)


def _matter(facts: Facts, said: Attribution, ranges: tuple[Range, ...]) -> set[str]:
    """The content words of the ranges, without the speaker's name."""
    parse = facts.parses[said.doc]
    return {
        parse.tokens[i].lemma.lower()
        for start, end in ranges
        for i in parse.tokens_in(start, end)
        if parse.tokens[i].pos in {"NOUN", "VERB", "NUM", "PROPN"} and not parse.tokens[i].stop
    } - {str(facts.by(said)).lower()}


def _lost_draft(facts: Facts, unsure: Attribution, sure: Attribution, shared: int) -> Draft:
    who = facts.by(sure)
    limit = Span(unsure.doc, *unsure.hedge[0])
    cue = Span(sure.doc, *(sure.cue or sure.content)[0])
    words, verb = " ".join(facts.quote(limit).split()), " ".join(facts.quote(cue).split())
    return Draft(
        kind="certainty",
        importance=3,
        weight=shared + 4,
        statement=(
            f"{who}'s own “{words}” in {facts.name(unsure.doc)} is not in {facts.name(sure.doc)}, "
            f"which has “{verb}”."
        ),
        evidence=(
            facts.shown(limit, "the speaker's limit"),
            facts.shown(facts.cut(Span(unsure.doc, *_around(facts, unsure)[0]), NARROW), "what is limited"),
            facts.shown(cue, "taken for granted"),
            facts.shown(facts.cut(Span(sure.doc, *sure.content[0]), NARROW), "no limit"),
        ),
        rule="divergence.hedge-lost",
    )
