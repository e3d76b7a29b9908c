"""What stands before a sentence and does nothing in it: a speaker of an interview, the place line of an agency."""

from __future__ import annotations

from checker.model import Parse

DASHES = {"—", "–", "-", "--"}
LABEL = 4
"""Tokens after a name in which the colon of a label stands."""


def is_no_subject(parse: Parse, subject: int, verb: int) -> bool:
    """Whether what the parser takes for a subject is a label or a place line."""
    return _is_label(parse, subject, verb) or _is_place_line(parse, subject, verb)


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
