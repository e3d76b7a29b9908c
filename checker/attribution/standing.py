"""Quotations that are whole sentences and that no cue owns: `The diver, Ada Lund, shrugged. "It was cold."`"""

from __future__ import annotations

from checker.attribution.draft import Draft
from checker.attribution.grammar import SUBJECTS, Grammar
from checker.attribution.mentions import Mention, Mentions
from checker.attribution.quotations import Owners
from checker.attribution.unnamed import people
from checker.model import Attribution, QuotedSpan, Range

RULE = "attribution.quotation-alone"
_FIRST = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our"})
_SECOND = frozenset({"you", "your"})
_THIRD = {"m": frozenset({"he", "him", "his"}), "f": frozenset({"she", "her", "hers"})}
_SHORTEST = 2
"""Words of a quotation that can be a saying of its own."""


def drafts(g: Grammar, owners: Owners, told: list[Draft]) -> list[Draft]:
    """One attribution without source and cue for each such quotation."""
    pieces = [piece for draft in told for piece in draft.content]
    return [
        Draft(g.index(q.start), (), (), ((q.start, q.end),), RULE)
        for number, q in enumerate(g.marks)
        if number not in owners.owned
        and _is_saying(g, q)
        and owners.stands_alone(q)
        and not _is_told(pieces, q)
    ]


def _is_saying(g: Grammar, quoted: QuotedSpan) -> bool:
    """A sentence or more between double marks that end it, behind a sentence of the narrator's."""
    low, high = quoted.inner
    if (
        low >= high
        or not quoted.closed
        or g.text[quoted.start] not in '"“«„'
        or g.text[high - 1] not in ".?!…"
    ):
        return False
    return (
        len(g.words(low, high)) >= _SHORTEST
        and g.text[low].isupper()
        and _before(g, quoted.start) is not None
    )


def _is_told(pieces: list[Range], quoted: QuotedSpan) -> bool:
    return any(start < quoted.end and quoted.start < end for start, end in pieces)


def _before(g: Grammar, offset: int) -> int | None:
    """The number of the narrator's sentence right before, in the same paragraph."""
    number = g.sentence[g.index(offset)] - 1
    if number < 0 or g.parse.sentences[number].paragraph != g.parse.sentences[number + 1].paragraph:
        return None
    sentence = g.parse.sentences[number]
    quoted = any(g.quote[i] >= 0 for i in range(sentence.first, sentence.last))
    return None if quoted else number


def actors(g: Grammar, mentions: Mentions, attributions: tuple[Attribution, ...]) -> dict[str, str | None]:
    """The speaker of such a quotation: the one person of the sentence before it, who acts there.

    Whoever is spoken of in the quotation itself (`Roe died. "She was a friend."`) is not the one who speaks.
    """
    found: dict[str, str | None] = {}
    for attribution in attributions:
        number = _before(g, attribution.content[0][0]) if attribution.rule == RULE else None
        if number is None:
            continue
        sentence = g.parse.sentences[number]
        near = [m for m in mentions.between(sentence.start, sentence.end) if m.is_person]
        met = {p.entity for gender in ("m", "f") for p in people(g, mentions, sentence.start, sentence.end, gender)}
        alone = len({m.entity for m in near}) == 1 and met == {near[0].entity}
        if alone and _acts(g, near[0].head) and _may_say(g, mentions, near[0], attribution):
            found[attribution.id] = near[0].entity
    return found


def _may_say(g: Grammar, mentions: Mentions, who: Mention, attribution: Attribution) -> bool:
    """Whether the words speak of "I" or tell no other's "he" or "she", and do not name who would say them."""
    words = {g.lower(i) for start, end in attribution.content for i in g.words(start, end)}
    named = any(m.entity == who.entity for a, b in attribution.content for m in mentions.between(a, b))
    others = any(words & pronouns and mentions.fits(who.entity, gender) for gender, pronouns in _THIRD.items())
    return not named and not others and (bool(words & _FIRST) or not words & _SECOND)


def _acts(g: Grammar, head: int) -> bool:
    """Whether the name, or the noun that it is an apposition of, is the subject of the sentence's main verb."""
    top = g.tokens[head].head if g.tokens[head].dep == "appos" else head
    root = g.tokens[top].head
    return g.tokens[top].dep in SUBJECTS and g.tokens[root].head == root and g.child(top, "conj") is None
