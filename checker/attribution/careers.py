"""What a clause tells somebody to be: who `edits the Courier`, `was named coach`, `resigned as minister`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.attribution.given import table
from checker.attribution.grammar import PASSIVES, SUBJECTS, VERBAL, Grammar
from checker.attribution.people import names_person

_DEEDS = {
    "acquire": "owner",
    "buy": "owner",
    "captain": "captain skipper",
    "chair": "chair chairman chairwoman",
    "coach": "coach",
    "compose": "composer",
    "conduct": "conductor",
    "design": "designer",
    "direct": "director",
    "discover": "discoverer",
    "edit": "editor",
    "farm": "farmer",
    "found": "founder",
    "govern": "governor",
    "head": "chief head",
    "host": "host",
    "invent": "inventor",
    "lead": "leader",
    "manage": "manager",
    "organise": "organiser",
    "organize": "organizer",
    "own": "owner",
    "paint": "painter",
    "present": "presenter",
    "publish": "publisher",
    "rent": "tenant",
    "rescue": "rescuer",
    "sue": "claimant plaintiff",
    "teach": "teacher",
    "translate": "translator",
    "win": "winner",
    "write": "author writer",
}
"""What the subject of such a verb with an object is."""
_LIVINGS = {"farm": "farmer", "paint": "painter", "preach": "preacher", "teach": "teacher"}
"""What somebody is who does so, object or not."""
_TRIED = frozenset({"charge", "accuse", "try", "convict", "indict", "prosecute"})
_NEW, _GONE = frozenset({"new", "incoming"}), frozenset({"former", "outgoing", "departing"})
_SUCCEEDING = frozenset({"succeed", "replace"})


@dataclass(frozen=True, slots=True)
class Career:
    """A role in small letters, the token that tells it, and the words that it is told with."""

    role: str
    token: int
    words: frozenset[str]


def careers(g: Grammar, head: int) -> Iterator[Career]:
    """The roles that the clauses of a name give its bearer; `head` is the token of the name."""
    for verb in _verbs(g, head):
        yield from _deeds(g, verb)
        yield from _offices(g, verb)
    yield from _given(g, head)


def _verbs(g: Grammar, head: int) -> list[int]:
    """The verbs whose subject the name is: of its clause, joined to that, and of a clause with `who`."""
    behind = [c for c in g.children[head] if g.tokens[c].dep == "relcl" and _is_whos(g, c)]
    while g.tokens[head].dep == "appos":
        head = g.tokens[head].head
    if g.tokens[head].dep not in SUBJECTS | PASSIVES:
        return behind
    verb = g.tokens[head].head
    joined = [
        c for c in g.children[verb] if g.tokens[c].dep == "conj" and g.child(c, *SUBJECTS, *PASSIVES) is None
    ]
    return [verb, *(c for c in joined if g.tokens[c].pos in VERBAL), *behind]


def _is_whos(g: Grammar, verb: int) -> bool:
    subject = g.child(verb, *SUBJECTS, *PASSIVES)
    return subject is not None and g.lower(subject) == "who"


def _deeds(g: Grammar, verb: int) -> Iterator[Career]:
    words = frozenset(g.lower(i) for i in range(verb, g.right[verb] + 1))
    lemma, thing = g.tokens[verb].lemma, g.child(verb, "dobj")
    passive = g.is_passive(verb)
    roles = "" if passive else _DEEDS.get(lemma, "") if thing is not None else _LIVINGS.get(lemma, "")
    if lemma == "take" and thing is not None and any(g.lower(c) == "over" for c in g.children[verb]):
        roles = "owner boss"
    if (passive and lemma in _TRIED) or _is_on_trial(g, verb):
        roles = "defendant accused"
    for role in roles.split():
        yield Career(role, verb, words)


def _is_on_trial(g: Grammar, verb: int) -> bool:
    """`went on trial`, `is on trial`, `stood trial`."""
    trial = next((i for i in range(verb, min(verb + 4, len(g.tokens))) if g.lower(i) == "trial"), None)
    return trial is not None and (g.lower(trial - 1) == "on" or g.tokens[verb].lemma == "stand")


def _offices(g: Grammar, verb: int) -> Iterator[Career]:
    """What somebody became, was elected or resigned as; `As mayor of Elm, Lund opened …`."""
    lemma, passive = g.tokens[verb].lemma, g.is_passive(verb)
    direct = [c for c in g.children[verb] if g.tokens[c].dep == "oprd"]
    if lemma in {"become", "remain"}:
        direct += [c for c in g.children[verb] if g.tokens[c].dep == "attr"]
    through = [
        g.child(c, "pobj")
        for c in g.children[verb]
        if g.lower(c) == "as" and (c > verb or c == g.sentence_of(verb).first)
    ]
    gone = lemma in table()["leaving"] or (passive and lemma in _SUCCEEDING)
    for noun in (*direct, *through):
        if noun is not None and g.tokens[noun].tag == "NN":
            yield _office(g, noun, _GONE if gone else _NEW if lemma in table()["entering"] else frozenset())


def _office(g: Grammar, noun: int, more: frozenset[str]) -> Career:
    words = frozenset(g.lower(i) for i in range(g.left[noun], g.right[noun] + 1))
    return Career(g.tokens[noun].lemma.lower(), noun, words | more)


def _given(g: Grammar, head: int) -> Iterator[Career]:
    """`The museum chose Lund as its director`, `elected Lund president`; `succeeds Lund as coach`."""
    token, above = g.tokens[head], g.tokens[head].head
    if token.dep in {"compound", "nmod"} and above == head + 1 and g.tokens[above].tag == "NN":
        verb = g.tokens[above].head
        if g.tokens[verb].lemma in table()["entering"] and names_person(g.tokens[above].lemma.lower()):
            yield _office(g, above, _NEW)
    lemma, leaving = g.tokens[above].lemma, table()["leaving"]
    if token.dep != "dobj" or g.tokens[above].pos not in VERBAL or lemma not in table()["entering"] | leaving:
        return
    gone = lemma in _SUCCEEDING | leaving
    through = [g.child(c, "pobj") for c in g.children[above] if g.lower(c) == "as" and c > head]
    for noun in (*through, *(c for c in g.children[above] if g.tokens[c].dep == "oprd")):
        if noun is not None and g.tokens[noun].tag == "NN":
            yield _office(g, noun, _GONE if gone else _NEW)
