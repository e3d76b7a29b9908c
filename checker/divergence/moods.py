"""How a clause tells: as past, as a question, as background to another."""

from __future__ import annotations

from checker.divergence.draft import Facts
from checker.divergence.tellings import Telling

BACKGROUND = frozenset(["when", "while", "as", "where", "whereas", "although", "though", "because", "since"])
FUTURE = frozenset(["will", "would", "shall", "'ll", "’ll", "to"])


def is_past(facts: Facts, telling: Telling) -> bool:
    """Whether a clause tells what has come about."""
    parse = facts.parses[telling.doc]
    verb = parse.tokens[telling.clause.verb]
    kids = [
        parse.tokens[c]
        for c in parse.children(telling.clause.verb)
        if parse.tokens[c].dep in {"aux", "auxpass"}
    ]
    if any(t.text.lower() in FUTURE for t in kids):
        return False
    return verb.tag in {"VBD", "VBN"} or any(t.tag in {"VBD", "VBN"} or t.lemma == "have" for t in kids)


def is_background(facts: Facts, telling: Telling) -> bool:
    """Whether a clause only says when or why something else was: "when the ministers met"."""
    parse = facts.parses[telling.doc]
    kids = [parse.tokens[c] for c in parse.children(telling.clause.verb)]
    opened = any(t.lemma.lower() in BACKGROUND and t.dep in {"mark", "advmod"} for t in kids)
    return parse.tokens[telling.clause.verb].dep == "advcl" or opened


def is_asked(facts: Facts, telling: Telling) -> bool:
    """Whether the sentence of a clause is a question."""
    sentence = facts.parses[telling.doc].sentences[telling.sentence]
    return facts.documents[telling.doc].text[sentence.start : sentence.end].rstrip("”’\"' ").endswith("?")
