"""Quotations that are whole sentences and that no cue owns: `The diver, Ada Lund, shrugged. "It was cold."`"""

from __future__ import annotations

from checker.attribution.dialogue import RULE as DIALOGUE
from checker.attribution.draft import Draft
from checker.attribution.grammar import SUBJECTS, Grammar
from checker.attribution.mention import Mention
from checker.attribution.mentions import Mentions
from checker.attribution.pronouns import FIRST, GENDERS, SECOND
from checker.attribution.quotations import Owners
from checker.attribution.unnamed import people
from checker.model import Attribution, QuotedSpan, Range

RULE = "attribution.quotation-alone"
_SHORTEST = 2
"""Words of a quotation that can be a saying of its own."""


def drafts(g: Grammar, owners: Owners, told: list[Draft]) -> list[Draft]:
    """One attribution without source and cue for each such quotation."""
    pieces = [piece for draft in told for piece in draft.content]
    return [
        Draft(g.index(q.start), (), (), ((q.start, q.end),), RULE)
        for number, q in enumerate(g.marks)
        if number not in owners.owned
        and (_is_saying(g, q) or _opens_pair(g, number))
        and owners.stands_alone(q)
        and not _is_told(pieces, q)
    ]


def _is_saying(g: Grammar, quoted: QuotedSpan) -> bool:
    """A sentence or more between double marks that end it, behind a sentence of the narrator's."""
    return _is_whole(g, quoted) and _before(g, quoted.start) is not None


def _is_whole(g: Grammar, quoted: QuotedSpan) -> bool:
    """Whether double marks stand around whole sentences."""
    low, high = quoted.inner
    marked = low < high and quoted.closed and g.text[quoted.start] in '"“«„' and g.text[high - 1] in ".?!…"
    return marked and len(g.words(low, high)) >= _SHORTEST and g.text[low].isupper()


def _opens_pair(g: Grammar, number: int) -> bool:
    """`"It was cold." The diver, Ada Lund, shrugged. "Too cold."`: the first of two around a narrated sentence."""
    if number + 1 >= len(g.marks):
        return False
    first, second = g.marks[number], g.marks[number + 1]
    start = g.parse.paragraphs[g.sentence_of(g.index(first.start)).paragraph][0]
    return (
        start == first.start
        and _is_whole(g, first)
        and _is_saying(g, second)
        and _between(g, first, second) is not None
    )


def _between(g: Grammar, first: QuotedSpan, second: QuotedSpan) -> int | None:
    """The number of the one narrated sentence between two quotations of a paragraph."""
    one, other = g.sentence[g.index(first.end)], g.sentence[g.index(second.start)]
    return one if other == one + 1 and g.parse.sentences[one].start >= first.end else None


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
        number, parted = _narrated(g, attribution)
        if number is None:
            continue
        sentence = g.parse.sentences[number]
        near = [m for m in mentions.between(sentence.start, sentence.end) if m.is_person]
        met = {
            p.entity
            for gender in ("m", "f")
            for p in people(g, mentions, sentence.start, sentence.end, gender)
        }
        alone = len({m.entity for m in near}) == 1 and met == {near[0].entity}
        if alone and _acts(g, near[0].head) and (parted or _may_say(g, mentions, near[0], attribution)):
            found[attribution.id] = near[0].entity
    return found


def _narrated(g: Grammar, attribution: Attribution) -> tuple[int | None, bool]:
    """The number of the narrator's sentence that tells who speaks, and whether speech stands on both sides of it."""
    pieces = attribution.content
    if attribution.rule == DIALOGUE and len(pieces) == 2:
        return g.sentence[next(iter(g.words(pieces[0][1], pieces[1][0])), 0)], True
    if attribution.rule != RULE:
        return None, False
    number = g.quote[g.index(pieces[0][0])]
    if _opens_pair(g, number):
        return _between(g, g.marks[number], g.marks[number + 1]), True
    return _before(g, pieces[0][0]), number > 0 and _opens_pair(g, number - 1)


def _may_say(g: Grammar, mentions: Mentions, who: Mention, attribution: Attribution) -> bool:
    """Whether the words speak of "I" or tell no other's "he" or "she", and do not name who would say them."""
    words = {g.lower(i) for start, end in attribution.content for i in g.words(start, end)}
    named = any(m.entity == who.entity for a, b in attribution.content for m in mentions.between(a, b))
    others = any(mentions.fits(who.entity, GENDERS[word]) for word in words & GENDERS.keys())
    return not named and not others and (bool(words & FIRST) or not words & SECOND)


def _acts(g: Grammar, head: int) -> bool:
    """Whether the name, or the noun that it is an apposition of, is the subject of the sentence's main verb."""
    top = g.tokens[head].head if g.tokens[head].dep == "appos" else head
    root = g.tokens[top].head
    return g.tokens[top].dep in SUBJECTS and g.tokens[root].head == root and g.child(top, "conj") is None
