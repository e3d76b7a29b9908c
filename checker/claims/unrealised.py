"""What is wished, promised, refused or likely rather than told as a fact: words above a predicate that show it."""

from __future__ import annotations

from checker.claims import lexicons
from checker.model import Parse, Range

COMPLEMENTS = {"ccomp", "xcomp", "pcomp", "acl"}
OPEN = {"xcomp", "pcomp"}
LEADING = {"with", "to", "of", "on", "for", "from"}
DEPTH = 6
"""Governing words that are looked at above a predicate."""


def governed(parse: Parse, verb: int) -> tuple[Range, ...]:
    """Ranges of governing words that leave open whether the predicate came true, in text order."""
    found: set[int] = set()
    below, open_ = _first(parse, verb), True
    for _ in range(DEPTH):
        token, head = parse.tokens[below], parse.tokens[below].head
        if head == below or not _is_complement(parse, below):
            break
        open_ = open_ and (token.dep in OPEN or token.dep == "prep")
        if _is_wish(parse, head) and not _is_told(parse, below):
            found |= {head, *_would(parse, head)}
        if open_ and parse.tokens[head].pos in {"VERB", "AUX"}:
            found.update(_softeners(parse, head))
        below = _first(parse, head)
    return tuple(sorted((parse.tokens[i].start, parse.tokens[i].end) for i in found))


def _first(parse: Parse, verb: int) -> int:
    """The first of clauses that are joined: what governs it governs the others."""
    for _ in range(DEPTH):
        token = parse.tokens[verb]
        if token.dep != "conj" or parse.tokens[token.head].pos not in {"VERB", "AUX"}:
            break
        if not _is_alike(parse, verb, token.head):
            break
        verb = token.head
    return verb


def _is_alike(parse: Parse, one: int, other: int) -> bool:
    """Whether joined clauses both have their `that`, or the later has no subject: else it may stand alone."""
    own = any(parse.tokens[c].dep in {"nsubj", "nsubjpass", "expl"} for c in parse.children(one))
    return not own or (_mark(parse, one) and _mark(parse, other))


def _mark(parse: Parse, verb: int) -> bool:
    return any(parse.tokens[c].dep == "mark" for c in parse.children(verb))


def _is_complement(parse: Parse, below: int) -> bool:
    """Whether a word completes its head: a clause with `that` or `to`, or the preposition before one."""
    token = parse.tokens[below]
    if token.dep == "prep":
        return token.lemma in LEADING and any(parse.tokens[c].dep == "pcomp" for c in parse.children(below))
    if token.dep == "acl":
        to = any(parse.tokens[c].tag == "TO" for c in parse.children(below))
        return to or _mark(parse, below)
    return token.dep in COMPLEMENTS


def _is_wish(parse: Parse, head: int) -> bool:
    token = parse.tokens[head]
    if token.pos == "NOUN":
        return token.lemma in lexicons.certainty("unrealised_noun")
    if token.lemma in lexicons.certainty("unrealised_verb"):
        return token.pos == "VERB"
    return token.lemma == "like" and bool(_would(parse, head))


def _would(parse: Parse, head: int) -> list[int]:
    conditional = {"would", "'d", "’d"}
    return [c for c in parse.children(head) if parse.tokens[c].text.lower() in conditional]


def _is_told(parse: Parse, below: int) -> bool:
    """A finite past clause tells of something that is over (`promised that nobody had been hurt`)."""
    kids = [parse.tokens[c] for c in parse.children(below)]
    if any(c.tag in {"MD", "TO"} for c in kids):
        return False
    return parse.tokens[below].tag == "VBD" or any(
        c.tag == "VBD" and c.dep in {"aux", "auxpass"} for c in kids
    )


def _softeners(parse: Parse, head: int) -> set[int]:
    """Modals and adverbs such as `likely` on a verb whose open complement the predicate is."""
    return {
        c
        for c in parse.children(head)
        if (parse.tokens[c].dep == "aux" and parse.tokens[c].lemma.lower() in lexicons.certainty("modal"))
        or (parse.tokens[c].dep == "advmod" and parse.tokens[c].lemma.lower() in lexicons.certainty("adverb"))
    }
