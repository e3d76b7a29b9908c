"""What is shown of a narrator's telling, and whether another text bears it out that somebody says so there."""

from __future__ import annotations

from checker.divergence.clauses import SUBJECTS
from checker.divergence.draft import Facts
from checker.divergence.tellings import Telling, tellings
from checker.model import Span

NARROW = 180
MEANING = frozenset(["NOUN", "PROPN", "VERB", "ADJ", "NUM"])
TOLD, HALF = 2, 0.5
"""Words of content that the shown words have at least, and the share of them that stands in the other sentence."""


def is_covered(facts: Facts, a: Telling, b: Telling) -> bool:
    """Whether somebody says at least half of what is shown, and it says something; whoever it names is spoken of."""
    parse, other = facts.parses[a.doc], facts.parses[b.doc]
    words, sentence = worded(facts, a), other.sentences[b.sentence]
    tokens = (parse.tokens[i] for i in parse.tokens_in(words.start, words.end))
    wanted = {t.lemma.lower() for t in tokens if t.pos in MEANING and not t.stop}
    having = {other.tokens[i].lemma.lower() for i in range(sentence.first, sentence.last)}
    return (
        len(wanted) >= TOLD and len(wanted & having) >= HALF * len(wanted) and a.persons <= b.near | b.before
    )


def is_narrated(facts: Facts, a: Telling, doc: str) -> bool:
    """Whether a text tells a deed as its own fact too, anywhere: most of it, with the same verb or a kindred one."""
    rows = facts.once(
        f"narrated {doc}", lambda: [t for t in tellings(facts) if t.doc == doc and _is_plain(t)]
    )
    return any(
        (t.deed & a.deed or t.classes & a.classes) and len(t.keys & a.keys) >= max(HALF * len(a.keys), 2)
        for t in rows
    )


def _is_plain(telling: Telling) -> bool:
    return telling.voice == "narrator" and not telling.limits and not telling.heading


def worded(facts: Facts, telling: Telling) -> Span:
    """The clause; with the rest of its sentence where its subject stands in another clause."""
    parse = facts.parses[telling.doc]
    own = any(parse.tokens[i].dep in SUBJECTS for i in parse.children(telling.clause.verb))
    return telling.span if own else shown(facts, telling)


def shown(facts: Facts, telling: Telling) -> Span:
    """The sentence where it is short, else the clause."""
    sentence = facts.parses[telling.doc].sentences[telling.sentence]
    whole = Span(telling.doc, sentence.start, sentence.end)
    return whole if whole.end - whole.start <= NARROW else telling.span
