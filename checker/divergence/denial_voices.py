"""Whether it is sure whose words a clause gives."""

from __future__ import annotations

from checker.divergence.draft import Facts
from checker.divergence.tellings import Telling
from checker.model import Parse

PRONOUNS = frozenset({"he", "she", "they"})
SPOKEN = frozenset({"ccomp", "parataxis"})
"""How what is said hangs on its verb, or the verb on it."""
PERSON = "@"
"""What opens the key of somebody named."""


def is_sure(facts: Facts, telling: Telling) -> bool:
    """Whether the verb over a clause has no pronoun for its subject, or one that only one person can be.

    "Kolm came with Berg. He says it sank" may be of either, and so may "in a note in which he says it sank".
    """
    parse = facts.parses[telling.doc]
    speaking = _speaking(parse, telling.clause.verb)
    if speaking is None:
        return True
    persons = {key for key in telling.near | telling.before if key.startswith(PERSON)}
    return len(persons) == 1 and not _is_relative(parse, speaking)


def _speaking(parse: Parse, verb: int) -> int | None:
    """The verb that gives a clause to a pronoun: "| he says | it sank", "it sank, | he says |"."""
    for over in parse.ancestors(verb):
        told = any(parse.tokens[c].dep in SPOKEN for c in parse.children(over))
        if told and _is_pronouns(parse, over):
            return over
    beside = (c for c in parse.children(verb) if parse.tokens[c].dep in SPOKEN)
    return next((c for c in beside if _is_pronouns(parse, c)), None)


def _is_pronouns(parse: Parse, verb: int) -> bool:
    """Whether the subject of a verb is a pronoun for somebody."""
    kids = (parse.tokens[c] for c in parse.children(verb))
    return any(t.dep in {"nsubj", "nsubjpass"} and t.text.lower() in PRONOUNS for t in kids)


def _is_relative(parse: Parse, verb: int) -> bool:
    """Whether a verb stands in a clause that says of a noun which it is."""
    return any(parse.tokens[i].dep == "relcl" for i in (verb, *parse.ancestors(verb)))
