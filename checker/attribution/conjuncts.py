"""A further clause of what somebody said, joined by `and` or `but` and hung on the verb of saying by the parser."""

from __future__ import annotations

from checker.attribution.cues import Cues
from checker.attribution.grammar import PASSIVES, SUBJECTS, Grammar

_JOINS = frozenset({"and", "but", "or", "nor", "so"})
_FAR = 10
"""Tokens of a subject and what stands before its verb."""
_ASKED = frozenset({"ask", "press", "question"})
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
    if subject is not None and g.lower(g.left[clause]) == "that" and g.tokens[g.left[clause]].dep == "mark":
        return g.quote[clause] == g.quote[verb] and not is_inside_that(g, verb)
    if subject is None or not g.is_finite(clause) or g.quote[clause] != g.quote[verb]:
        return False
    if g.lower(subject) in _BACK and not _is_modal(g, clause):
        return False
    return not any(cues.is_verb(g.tokens[i].lemma) for i in (clause, *_tops(g, clause)))


def is_inside_that(g: Grammar, verb: int) -> bool:
    """`told us that Roe said it was late, and that …`: the second `that` goes with the first one, not with Roe's."""
    top = g.child(verb, "ccomp")
    led = g.tokens[verb].dep == "ccomp" and g.lower(g.left[verb]) == "that"
    return led and top is not None and g.lower(g.left[top]) != "that"


def _is_modal(g: Grammar, clause: int) -> bool:
    return any(g.tokens[c].tag == "MD" for c in g.children[clause])


def _tops(g: Grammar, clause: int) -> list[int]:
    """Clauses joined to the clause, which may bring another speaker."""
    return [c for c in g.children[clause] if g.tokens[c].dep in {"conj", "parataxis"}]


def next_teller(g: Grammar, cues: Cues, verb: int, top: int, last: int) -> int:
    """The last token before another's saying of the same tense (`Roe says it is late and Doe says it is not`).

    In the past tense the second may belong to what the first one tells, unless the two use the same word of a state
    of things (`Roe said it was late and Doe said it was not`). `, and when asked …` is the narrator's.
    """
    for i in range(top + 1, last - 2):
        if g.lower(i) not in {"and", "but"} or g.quote[i] != g.quote[verb]:
            continue
        if g.lower(i + 1) in {"when", "if"} and g.tokens[i + 2].lemma in _ASKED:
            return i - 2 if g.tokens[i - 1].text == "," else i - 1
        told = _teller(g, cues, verb, i + 1)
        if told is not None and (g.tokens[verb].tag != "VBD" or _is_state(g, verb, top, told)):
            return i - 2 if g.tokens[i - 1].text == "," else i - 1
    return last


def _teller(g: Grammar, cues: Cues, verb: int, first: int) -> int | None:
    """A verb of saying with the tense of the first, a clause, and a subject that begins at `first`."""
    for i in range(first + 1, min(first + _FAR, g.sentence_of(verb).last)):
        subject, top = g.child(i, *SUBJECTS), g.child(i, "ccomp")
        if subject is None or g.left[subject] != first or g.tokens[i].tag != g.tokens[verb].tag:
            continue
        told = top is not None and top > i and cues.has("verbs.speech", g.tokens[i].lemma)
        return i if told and g.lower(subject) not in _BACK else None
    return None


def _is_state(g: Grammar, verb: int, top: int, told: int) -> bool:
    same = g.tokens[told].lemma == g.tokens[verb].lemma
    return same and (g.tokens[top].lemma == "be" or any(g.tokens[c].tag == "MD" for c in g.children[top]))
