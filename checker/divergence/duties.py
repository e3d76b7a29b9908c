"""Who reports in the line of duty, and what of that is worth an argument."""

from __future__ import annotations

from checker.divergence.draft import Facts
from checker.divergence.governed import deed_verbs
from checker.divergence.tables import words
from checker.divergence.tellings import Telling
from checker.model import Attribution, Parse, Span, Token

AROUND = 12
"""Tokens beside a name in which its text says who that is."""
FORCES = frozenset(["fire", "police"])
"""Whose chief reports in the line of duty."""
COMING = frozenset(["will", "would", "shall", "'ll", "’ll", "should", "must"])
HAVING = frozenset(
    ["have", "carry", "hold", "use", "take", "drink", "sell", "buy", "own", "possess", "admit"]
)
MEASURED = frozenset(["above", "below", "percent", "%", "premium", "share", "average"])
"""Words of one figure set against another."""
GRADED = frozenset(["JJR", "JJS", "RBR", "RBS"])


def is_authority(facts: Facts, said: Attribution) -> bool:
    """Whether the words of the source name somebody who reports in the line of duty: an office, a medium, a force."""
    source = _source(facts, said)
    return bool(_lemmas(source) & words("sources", "authority")) or _serves(source)


def is_force(facts: Facts, said: Attribution) -> bool:
    """Whether the source is of the police, a fire brigade or the like, which a case makes no party.

    Who that is, the words of the source say, or those beside the name elsewhere in the text.
    """
    return _serves(_source(facts, said)) or any(_serves(row) for row in _described(facts, said))


def _source(facts: Facts, said: Attribution) -> list[Token]:
    parse = facts.parses[said.doc]
    return [parse.tokens[i] for s, e in said.source or () for i in parse.tokens_in(s, e)]


def _lemmas(tokens: list[Token]) -> set[str]:
    return {t.lemma.lower() for t in tokens if t.pos in {"NOUN", "PROPN"}}


def _serves(tokens: list[Token]) -> bool:
    lemmas = _lemmas(tokens)
    return bool(lemmas & words("sources", "force")) or ("chief" in lemmas and bool(lemmas & FORCES))


def _described(facts: Facts, said: Attribution) -> list[list[Token]]:
    """What stands with each mention of a speaker in the text: his rank, and what is said of him between commas."""
    known = facts.entities.get(said.speaker or "")
    mentions = known.mentions if known is not None and known.type == "PERSON" else ()
    parse = facts.parses[said.doc]
    return [_beside(parse, span) for span in mentions if span.doc == said.doc]


def _beside(parse: Parse, span: Span) -> list[Token]:
    inside = list(parse.tokens_in(span.start, span.end))
    if not inside:
        return []
    head = next((i for i in inside if parse.tokens[i].head not in inside), inside[-1])
    rows = set(parse.subtree(head))
    if parse.tokens[head].dep == "appos":
        rows |= set(parse.subtree(parse.tokens[head].head))
    kinds = {"compound", "appos", "nmod", "amod", "poss", "pobj", "nsubj", "dobj", "conj"}
    return [
        parse.tokens[i] for i in sorted(rows) if abs(i - head) <= AROUND
        and (parse.tokens[i].dep in kinds or i == parse.tokens[head].head)
    ]  # fmt: skip


def is_blamed(facts: Facts, telling: Telling) -> bool:
    """Whether the clause tells a deed that somebody may be blamed for: "robbed", "forged", "had a gun"."""
    parse = facts.parses[telling.doc]
    verb = telling.clause.verb
    kids = [i for i in parse.children(verb) if parse.tokens[i].dep in {"ccomp", "xcomp", "dobj"}]
    below = [*kids, *(j for i in kids for j in parse.children(i) if parse.tokens[j].tag == "VBN")]
    deeds = {parse.tokens[i].lemma.lower() for i in (*deed_verbs(parse, verb), *below)}
    things = {parse.tokens[i].lemma.lower() for i in telling.clause.tokens if parse.tokens[i].pos == "NOUN"}
    having = bool(deeds & HAVING and things & words("sources", "guilt"))
    return having or bool(deeds & words("sources", "blamed"))


def is_arguable(facts: Facts, telling: Telling) -> bool:
    """Whether the clause tells what is to come, what did not happen, what somebody has in mind, or a comparison.

    How many people were in a building, and that its roof burned, nobody denies.
    """
    parse = facts.parses[telling.doc]
    kids = [parse.tokens[i] for i in parse.children(telling.clause.verb)]
    own = [parse.tokens[i] for i in telling.clause.tokens]
    told = {parse.tokens[i].lemma.lower() for i in deed_verbs(parse, telling.clause.verb)}
    coming = any(t.dep == "aux" and t.text.lower() in COMING for t in kids)
    return (
        coming
        or telling.negative
        or any(t.tag in GRADED or t.text.lower() in MEASURED for t in own)
        or bool(told & (words("sources", "mental") | words("sources", "blamed")))
    )
