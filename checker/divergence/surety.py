"""How surely a thing is told: hedges and denials that one telling has and another lacks."""

from __future__ import annotations

from collections import defaultdict

from checker.divergence.draft import Draft, Facts
from checker.divergence.stances import stance
from checker.divergence.voices import NARROW, shared_words
from checker.model import Attribution, Claim, Example, Range, Rule, Span

WEAK = {
    "appear",
    "seem",
    "suggest",
    "hint",
    "think",
    "believe",
    "suppose",
    "assume",
    "deny",
    "doubt",
    "question",
}
ORDER = {"asserted": 0, "hedged": 1, "doubted": 2, "denied": 3}
RULES = (
    Rule(
        "divergence.hedge",
        "A hedge here, none there",
        "The same proposition is told as certain in one text and as uncertain, doubted or denied in another.",
        (
            Example(
                "The parties may have agreed on a price. / The parties agreed on a price.",
                ("may", "The parties agreed on a price"),
            ),
            Example(
                "The firm reportedly sold its fleet. / The firm sold its fleet.",
                ("reportedly", "The firm sold its fleet"),
            ),
        ),
    ),
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
    """Drafts of kind `certainty`."""
    rows: dict[str, list[Claim]] = defaultdict(list)
    for claim in facts.claims:
        rows[claim.proposition].append(claim)
    drafts = [d for _, claims in sorted(rows.items()) for d in _compared(facts, claims)]
    return [*drafts, *_lost(facts)]


def _compared(facts: Facts, claims: list[Claim]) -> list[Draft]:
    """At most one draft a proposition: that of the two texts whose words are closest."""
    drafts = []
    for a in claims:
        for b in claims:
            if a.span.doc == b.span.doc or a.certainty != "asserted" or ORDER[b.certainty] == 0 or not b.cues:
                continue
            if not _weakens(facts, b) or a.polarity != b.polarity or a.voice == "quoted":
                continue
            if shared_words(facts, a, b) >= 3:
                drafts.append(_hedge(facts, a, b))
    return sorted(drafts, key=lambda d: -d.weight)[:1]


def _weakens(facts: Facts, claim: Claim) -> bool:
    """Whether the words limit how sure it is; a wish, a plan or a promise only says that it is none yet."""
    parse = facts.parses[claim.span.doc]
    tokens = [parse.tokens[i] for cue in claim.cues for i in parse.tokens_in(*cue)]
    return any(t.pos in {"AUX", "ADV", "ADJ", "SCONJ"} or t.lemma.lower() in WEAK for t in tokens)


def _hedge(facts: Facts, sure: Claim, unsure: Claim) -> Draft:
    doc, other = sure.span.doc, unsure.span.doc
    cue = Span(other, *unsure.cues[0])
    word = " ".join(facts.quote(cue).split())
    verb = {"hedged": "with", "doubted": "as doubtful, with", "denied": "as denied, with"}[unsure.certainty]
    return Draft(
        kind="certainty",
        importance=3 if unsure.certainty == "denied" else 2,
        weight=shared_words(facts, sure, unsure) + (facts.voice_of(doc) != facts.voice_of(other)),
        statement=f"{facts.name(doc)} tells without a limit what {facts.name(other)} tells {verb} “{word}”.",
        evidence=(
            facts.shown(facts.cut(sure.span, NARROW), "no limit", claim=sure),
            facts.shown(facts.cut(unsure.span, NARROW), unsure.certainty, claim=unsure),
            facts.shown(cue, "the limiting words", claim=unsure),
        ),
        rule="divergence.hedge",
        event=sure.event or unsure.event,
    )


def _lost(facts: Facts) -> list[Draft]:
    """One speaker, one matter: hedged in one text, taken for granted in the other."""
    hedged = [a for a in facts.attributions.values() if a.speaker and a.hedge]
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
