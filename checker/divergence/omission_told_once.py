"""A weighty clause that another text, which tells what stands beside it, has nowhere."""

from __future__ import annotations

from checker.divergence import givers, places
from checker.divergence.draft import Draft, Facts, listed
from checker.divergence.omission_search import Search
from checker.divergence.phrasing import plain
from checker.divergence.vocabulary import Vocabulary
from checker.divergence.weighty import Reader, Weighty
from checker.model import Example, Rule, Span

MOST, EACH = 12, 3
"""Drafts for one set of texts, and of one text."""
TELLS = {"narrator": "tells", "reported": "reports"}
STATED = 180
"""Characters of the words in the statement."""
RETOLD = 0.18
"""The share of a text's sentences with counterparts from which the other text retells it."""
ANSWERS = frozenset({"refusal", "doubt", "caveat", "unasked", "breach", "exclusion"})
"""Reasons that qualify what stands beside them, so that who retells the one owes the other."""
LIGHT = {"caveat"}
"""What news in brief leaves out all the time: alone, in a passage with no other reason, it is not missed."""
STILL = frozenset({"still", "yet", "remain", "remains"})
"""Words by which a doubt is one of its day: a later text may know better."""
HEAVY = frozenset({"refusal", "accusation", "caveat"})
RULES = (
    Rule(
        "divergence.told-once",
        "Told here, no passage found there",
        "A sentence with weight (a caveat, a refusal, a doubt, who was not asked, who paid) has no counterpart in a "
        "text, not older, that tells the facts beside it and treats its matter, and its rarest words stand nowhere in "
        "that text. A third text tells it too, or it qualifies what that text retells. That text is long or retold "
        "throughout, of the same days unless both look back, and no two sentences side by side have half of the words. "
        "What is only quoted is not missed, nor by a later text what was still in doubt, nor what somebody says by a "
        "text that gives other words of this person. "
        "The note says which words were looked for.",
        (
            Example(
                "The towns signed the water pact in May. The two mayors shook hands. Either mayor may veto the pumping "
                "station. / The towns signed the water pact in May. The two mayors shook hands.",
                ("Either mayor may veto the pumping station",),
            ),
            Example(
                "The quarry reopened in May. The first shift went down. Farmers had not been consulted on noisy "
                "blasting at the quarry. / The quarry reopened in May. The first shift went down.",
                ("Farmers had not been consulted on noisy blasting at the quarry",),
            ),
        ),
    ),
)


def find(facts: Facts) -> list[Draft]:
    """At most MOST drafts of kind `omission` a set of comparable texts, the weightiest first."""
    named, reader, search = places.mentions(facts), Reader(facts), Search(facts)
    drafts = []
    for circle in facts.circles():
        words = Vocabulary(facts, circle, named)
        search.enter(circle, words)
        found = []
        for doc in sorted(circle):
            rows = reader.clauses(doc, words)
            found += [d for row in rows if (d := _draft(search, row, words, _passage(row, rows)))]
        drafts += _spread(sorted(found, key=lambda d: (-d.weight, d.evidence[0].span)), 2 * len(circle))
    return drafts


def _spread(drafts: list[Draft], most: int) -> list[Draft]:
    """The first drafts, two a text and MOST at most, no text having more than EACH of them."""
    kept: list[Draft] = []
    for draft in drafts:
        doc = draft.evidence[0].span.doc
        if sum(k.evidence[0].span.doc == doc for k in kept) < EACH:
            kept.append(draft)
    return kept[: min(MOST, most)]


def _passage(row: Weighty, rows: list[Weighty]) -> set[str]:
    """The reasons of a clause and of the sentences right beside it: two that qualify weigh more than one."""
    return {kind for other in rows if abs(other.number - row.number) <= 1 for kind in other.why}


def _draft(search: Search, row: Weighty, words: Vocabulary, passage: set[str]) -> Draft | None:
    """The draft for a clause, with every text that tells what stands beside it and has nothing of it."""
    facts = search.facts
    anchors = {b: search.anchor(row, b) for b in words.held if b != row.doc}
    looked = {b: search.looked_for(row, b) for b, anchor in anchors.items() if anchor}
    absent = [
        b
        for b, rare in looked.items()
        if not is_heard(facts, row.span, b)
        and _owes(search, row, b, passage)
        and search.absent(row, b, rare, words.held[b])
    ]
    voice = facts.voice_at(row.doc, row.span.start + 1, row.span.start + 2)[0]
    if not absent or voice == "quoted":
        return None
    voices = {facts.voice_of(doc) for doc in absent} - {facts.voice_of(row.doc)}
    names = listed([facts.name(doc) for doc in absent])
    searched = dict.fromkeys(words.shown(w) for b in absent for w in looked[b])
    return Draft(
        kind="omission",
        importance=3 if HEAVY & set(row.why) and len(row.why) > 1 and voices else 2 if voices else 1,
        weight=row.weight + len(voices) + 6 * max(anchors[doc] for doc in absent),
        statement=f"{facts.name(row.doc)} {TELLS[voice]} “{plain(facts, row.span, STATED)}”; "
        f"no passage found in {names}.",
        evidence=(facts.shown(row.span, f"tells it ({', '.join(row.why)})"),),
        rule="divergence.told-once",
        absent_from=tuple(absent),
        note=f"Searched for: {', '.join(searched)}.",
    )


def is_heard(facts: Facts, span: Span, other: str) -> bool:
    """Whether the other text gives words of the person who says a passage: it may tell this in other ones."""
    said = facts.attribution_at(span.doc, span.start) or facts.attribution_at(span.doc, span.end - 1)
    names = [t.text for t in givers.source_tokens(facts, said) if t.pos == "PROPN"][-1:] if said else []
    known = facts.entities.get(said.speaker or "") if said else None
    names += known.name.split()[-1:] if known else []
    return any(t.text in names for a in facts.said.get(other, ()) for t in givers.source_tokens(facts, a))


def _owes(search: Search, row: Weighty, other: str, passage: set[str]) -> bool:
    """Whether the clause has weight for others: a third voice tells it, or it answers what the other text tells."""
    if not ANSWERS & set(row.why) or passage == LIGHT or _is_settled(search.facts, row, other):
        return False
    beside = search.retold(row.doc, other) >= RETOLD and search.told_beside(row, other)
    return search.agreed(row, other) or len(passage) > 1 or beside


def _is_settled(facts: Facts, row: Weighty, other: str) -> bool:
    """Whether a clause tells what is still in doubt, and the other text is from a later day."""
    one, two = facts.documents[row.doc].published, facts.documents[other].published
    parse = facts.parses[row.doc]
    words = {parse.tokens[i].text.lower() for i in parse.tokens_in(row.span.start, row.span.end)}
    return bool(words & STILL) and one is not None and two is not None and two.from_ > one.to
