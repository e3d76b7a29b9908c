"""What a parser takes for a doer and does nothing: a speaker of an interview, a place line, who undergoes a deed."""

from __future__ import annotations

from checker.model import Parse

DASHES = {"—", "–", "-", "--"}
HAVING = frozenset({"have", "get", "want", "need", "see", "like", "keep", "order", "demand"})
"""Verbs after which a name and a participle tell what happens to the one who is named."""
LABEL = 4
"""Tokens after a name in which the colon of a label stands."""


def is_no_subject(parse: Parse, subject: int, verb: int) -> bool:
    """Whether what the parser takes for a subject is a label, a place line, or who undergoes the deed."""
    return _is_label(parse, subject, verb) or _is_place_line(parse, subject, verb) or _undergoes(parse, verb)


def _undergoes(parse: Parse, verb: int) -> bool:
    """`She wants the mayor killed`: a participle under a verb that has others do it; who does it is not told."""
    token = parse.tokens[verb]
    under = token.dep == "ccomp" and parse.tokens[token.head].lemma in HAVING and token.head < verb
    finite = any(parse.tokens[c].dep in {"aux", "dobj", "obj", "mark"} for c in parse.children(verb))
    return under and token.tag in {"VBN", "VBD"} and not finite


def _is_label(parse: Parse, subject: int, verb: int) -> bool:
    """`Roe: Well, close it.`: a speaker's name before a colon does nothing in the sentence."""
    between = parse.tokens[subject + 1 : verb]
    return any(t.text == ":" for t in between[:LABEL]) and parse.tokens[subject].pos in {"PROPN", "NOUN"}


def _is_place_line(parse: Parse, subject: int, verb: int) -> bool:
    """`ELM, May 4 (BNA) — Envoys met`: what stands before the dash is where it was written, not who did it."""
    sentence = parse.sentence_at(parse.tokens[subject].start)
    first = parse.tokens[sentence.first if sentence else subject].text
    between = {t.text for t in parse.tokens[subject + 1 : verb]}
    capitals = first.isupper() and len(first) > 2
    return bool(between & DASHES) and (capitals or "(" in between)
