"""A further clause of what somebody said, joined by `and` or `but` and hung on the verb of saying by the parser."""

from __future__ import annotations

from checker.attribution.cues import Cues
from checker.attribution.grammar import PASSIVES, SUBJECTS, Grammar

_JOINS = frozenset({"and", "but", "or", "nor", "so"})
_BACK = frozenset({"he", "she", "i", "we"})


def carried(g: Grammar, cues: Cues, verb: int, last: int) -> int:
    """The last token of a content that ends at `last`, with the clauses that go on in the same voice.

    A joined clause goes on where it has tense and a subject of its own and brings no saying of its own;
    `Roe said it was late, and she left` may be either, so a pronoun that can be the speaker ends the content;
    after `Roe did not say that it was late, but …` the narrator speaks.
    """
    unsaid = g.child(verb, "neg") is not None
    for clause in g.children[verb]:
        if unsaid and any(g.lower(i) == "but" for i in range(last + 1, g.left[clause])):
            break
        if g.tokens[clause].dep == "conj" and _follows(g, clause, last) and _goes_on(g, cues, verb, clause):
            last = g.right[clause]
    return last


def _follows(g: Grammar, clause: int, last: int) -> bool:
    """Whether nothing but marks and an `and` stand between."""
    first = g.left[clause]
    between = range(last + 1, first)
    joined = any(g.lower(i) in _JOINS for i in between)
    return first > last and joined and all(g.tokens[i].pos in {"PUNCT", "CCONJ", "SPACE"} for i in between)


def _goes_on(g: Grammar, cues: Cues, verb: int, clause: int) -> bool:
    subject = g.child(clause, *SUBJECTS, *PASSIVES)
    if subject is None or not g.is_finite(clause) or g.quote[clause] != g.quote[verb]:
        return False
    if g.lower(subject) in _BACK and not _is_modal(g, clause):
        return False
    return not any(cues.is_verb(g.tokens[i].lemma) for i in (clause, *_tops(g, clause)))


def _is_modal(g: Grammar, clause: int) -> bool:
    return any(g.tokens[c].tag == "MD" for c in g.children[clause])


def _tops(g: Grammar, clause: int) -> list[int]:
    """Clauses joined to the clause, which may bring another speaker."""
    return [c for c in g.children[clause] if g.tokens[c].dep in {"conj", "parataxis"}]
