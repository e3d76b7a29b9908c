"""Who is behind a deed, by the grammar of its clause: a doer, somebody who asked for it, or nobody."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from checker.divergence.clauses import SUBJECTS
from checker.divergence.doers import COLLECTIVE, Doer, Doers, lexicon
from checker.divergence.governed import deed_verbs
from checker.divergence.tellings import Telling
from checker.model import Parse

SOLE = frozenset(["single", "sole", "only", "alone", "lone"])


@dataclass(frozen=True, slots=True)
class Behind:
    """Who a clause puts behind its deed.

    `left_out` is True where the grammar names nobody at all (a passive without an agent); where a pronoun stands, or
    what is no doer, both `doers` is empty and `left_out` is False. `sole` is whether the doer is said to be the only
    one, `several` whether they are more than one.
    """

    doers: tuple[Doer, ...]
    left_out: bool
    sole: bool
    several: bool


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon()["bidding"][name])


def behind(doers: Doers, telling: Telling) -> Behind:
    """Who is behind the deed of a clause."""
    parse = doers.facts.parses[telling.doc]
    verbs = deed_verbs(parse, telling.clause.verb)
    passive = _is_passive(parse, verbs[0])
    tokens = [*_bidders(parse, telling), *(j for i in verbs if _is_passive(parse, i) for j in _by(parse, i))]
    if not passive:
        tokens += _subjects(parse, verbs[0])
    read = [doers.doer(parse, i) for i in tokens]
    told = tuple(d for d in read if d is not None)
    shown = any(parse.tokens[i].dep == "agent" for v in verbs for i in parse.children(v))
    return Behind(
        doers=told,
        left_out=passive and not tokens and not shown,
        sole=any(_is_sole(parse, i) for i in tokens) or _is_single_handed(parse, telling),
        several=len(told) > 1 or any(_is_several(parse, i) for i in tokens),
    )


def _is_passive(parse: Parse, verb: int) -> bool:
    return any(parse.tokens[i].dep in {"auxpass", "nsubjpass"} for i in parse.children(verb))


def _subjects(parse: Parse, verb: int) -> list[int]:
    """The heads of the subject with what is joined to them; that of the clause which this one is joined to."""
    for _ in range(3):
        found = [i for i in parse.children(verb) if parse.tokens[i].dep in SUBJECTS]
        if found or parse.tokens[verb].dep != "conj":
            return [j for i in found for j in _joined(parse, _meant(parse, verb, i))] or _chosen(parse, verb)
        verb = parse.tokens[verb].head
    return []


def _chosen(parse: Parse, verb: int) -> list[int]:
    """The one of several: "Of all the villages a single one, Oru, wrote"."""
    openings = (i for i in parse.children(verb) if i < verb and parse.tokens[i].text.lower() == "of")
    several = (j for i in openings for j in parse.children(i) if parse.tokens[j].dep == "pobj")
    return [k for j in several for k in parse.children(j) if parse.tokens[k].dep == "appos"][-1:]


def _meant(parse: Parse, verb: int, subject: int) -> int:
    """The noun that "who" or "which" stands for, and the name beside "one" ("a single one, Oru")."""
    if parse.tokens[subject].tag in {"WP", "WDT"} and parse.tokens[verb].dep == "relcl":
        return parse.tokens[verb].head if parse.tokens[parse.tokens[verb].head].dep != "pobj" else subject
    if (
        parse.tokens[subject].pos in {"NUM", "DET", "ADJ", "PRON"}
        and parse.tokens[subject].lemma.lower() != "one"
    ):
        parts = (i for i in parse.children(subject) if parse.tokens[i].text.lower() == "of")
        return next((j for i in parts for j in parse.children(i) if parse.tokens[j].dep == "pobj"), subject)
    if parse.tokens[subject].lemma.lower() == "one":
        return next((i for i in parse.children(subject) if parse.tokens[i].dep == "appos"), subject)
    return subject


def _joined(parse: Parse, i: int) -> list[int]:
    return [i, *(k for j in parse.children(i) if parse.tokens[j].dep == "conj" for k in _joined(parse, j))]


def _by(parse: Parse, verb: int) -> list[int]:
    """Who stands behind "by": the agent, or whose decision it was ("by a resolution of the board")."""
    nouns = [
        k
        for j in parse.children(verb)
        if parse.tokens[j].dep == "agent" or parse.tokens[j].text.lower() == "by"
        for k in parse.children(j)
        if parse.tokens[k].dep == "pobj"
    ]
    return [j for i in nouns for j in (_owners(parse, i) if _is_bidding(parse, i) else _joined(parse, i))]


def _is_bidding(parse: Parse, i: int) -> bool:
    return parse.tokens[i].lemma.lower() in _words("nouns")


def _owners(parse: Parse, noun: int) -> list[int]:
    """Whose order or wish it is: "the board's order", "a resolution of the board"."""
    owners = [i for i in parse.children(noun) if parse.tokens[i].dep == "poss"]
    for i in parse.children(noun):
        if parse.tokens[i].text.lower() in {"of", "from", "by"}:
            owners += [j for j in parse.children(i) if parse.tokens[j].dep == "pobj"]
    return [j for i in owners for j in _joined(parse, i)]


def _bidders(parse: Parse, telling: Telling) -> list[int]:
    """Who asked for it: "at the request of the bishop", "on her orders"."""
    return [
        j
        for i in telling.clause.tokens
        if _is_bidding(parse, i)
        and parse.tokens[i].dep == "pobj"
        and parse.tokens[parse.tokens[i].head].text.lower() in _words("before")
        for j in _owners(parse, i)
    ]


def _is_sole(parse: Parse, i: int) -> bool:
    """Whether words beside a noun make it the only one; "only" behind it says that of the deed ("users only read").

    Of "only five towns" each is one of several.
    """
    if parse.tokens[i].tag in {"NNS", "NNPS"}:
        return False
    sisters = parse.children(parse.tokens[i].head) if parse.tokens[i].dep == "appos" else []
    heads = {i, *(j for j in sisters if j <= i and parse.tokens[j].dep == "appos")}
    beside = {j for k in heads for j in (*parse.children(k), k + 1) if j < len(parse.tokens) and j <= k + 1}
    beside |= {k for j in beside for k in parse.children(j)}
    words = {
        parse.tokens[j].lemma.lower() for j in beside if j < i or parse.tokens[j].lemma.lower() != "only"
    }
    return bool(words & SOLE)


def _is_single_handed(parse: Parse, telling: Telling) -> bool:
    """Whether the clause says that it was done by one alone: "on her own", "single-handedly"."""
    said = " ".join(parse.tokens[i].text.lower() for i in telling.clause.tokens)
    return any(f" {phrase} " in f" {said} " for phrase in _words("alone"))


def _is_several(parse: Parse, i: int) -> bool:
    if parse.tokens[i].tag in {"NNS", "NNPS"} or parse.tokens[i].lemma.lower() in COLLECTIVE:
        return True
    return any(parse.tokens[j].dep == "conj" for j in parse.children(i))
