"""Where a quotation that stands alone is not the last speaker's: somebody else has come in, or speaks in turn."""

from __future__ import annotations

from collections.abc import Mapping

from checker.attribution.grammar import PASSIVES, SUBJECTS, Grammar
from checker.attribution.sources import of_verb
from checker.model import QuotedSpan

Owned = Mapping[int, list[QuotedSpan]]


def interrupted(g: Grammar, owned: Owned, owner: int, quoted: QuotedSpan) -> bool:
    """Whether the quotation may be another's than the owner's of the quotation before it."""
    if g.tokens[owner].text == ":":
        return False
    return _in_turns(g, owned, owner, quoted) or _somebody_else(g, owner, g.index(quoted.start))


def _in_turns(g: Grammar, owned: Owned, owner: int, quoted: QuotedSpan) -> bool:
    """Two speakers, a paragraph each, and the quotation after them is a paragraph of its own.

    A speech goes on with its mark left open, so a paragraph that closed its mark has ended a turn.
    """
    here = _paragraph(g, quoted.start)
    last = max((q for q in owned[owner]), key=lambda q: q.start)
    if not last.closed or _paragraph(g, last.start) == here:
        return False
    turn = _paragraph(g, owned[owner][0].start)
    others = (v for v, quotes in owned.items() if v != owner and _paragraph(g, quotes[0].start) == turn - 1)
    return any(_opens(g, owned[v][0]) and of_verb(g, v) for v in others) and _opens(g, owned[owner][0])


def _opens(g: Grammar, quoted: QuotedSpan) -> bool:
    return g.parse.paragraphs[_paragraph(g, quoted.start)][0] == quoted.start


def _paragraph(g: Grammar, offset: int) -> int:
    return g.sentence_of(g.index(offset)).paragraph


def _somebody_else(g: Grammar, owner: int, first: int) -> bool:
    """Whether a narrated sentence since the saying is about a person who is not the one who said it."""
    own = {g.tokens[i].text for i in range(g.sentence_of(owner).first, g.sentence_of(owner).last)}
    subject = g.child(owner, *SUBJECTS)
    if subject is None or g.tokens[subject].pos == "PRON":
        own |= {g.tokens[i].text for i in range(owner)}
    start = max(owner, g.sentence_of(owner).last)
    return any(_names_person(g, i, own) for i in range(start, first) if g.quote[i] < 0)


def _names_person(g: Grammar, i: int, own: set[str]) -> bool:
    """Whether the token is a subject, or its apposition, that names somebody who is not among the words."""
    name, dep = g.name_at(i), g.tokens[i].dep
    subject = dep in SUBJECTS | PASSIVES or (dep == "appos" and g.tokens[g.tokens[i].head].dep in SUBJECTS)
    unread = name is None and g.tokens[i].tag == "NNP" and g.tokens[i].text[:1].isupper()
    person = unread or (name is not None and name.type == "PERSON")
    return subject and person and g.tokens[i].text not in own
