"""Who the words are given to: the noun phrase that is the subject of a cue, said or inherited."""

from __future__ import annotations

from checker.attribution.cues import Cues
from checker.attribution.grammar import PASSIVES, RELATIVES, SUBJECTS, VERBAL, Grammar

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"})
_CONTROL = frozenset(
    {"ask", "urge", "tell", "order", "allow", "force", "encourage", "invite", "lead", "quote", "hear"}
)
_ISSUING = frozenset(
    {"issue", "release", "send", "publish", "post", "write", "author", "co-author", "circulate"}
)
_LOWER = frozenset({"conj", "xcomp", "advcl", "pcomp", "dep", "parataxis", "acl", "ccomp"})
_CLAUSAL = frozenset({"relcl", "advcl", "parataxis"})
DEPTH = 6


def of_verb(g: Grammar, verb: int, depth: int = 0) -> tuple[int, ...]:
    """Tokens of the source of a verb cue; empty where the text leaves it out."""
    if g.is_passive(verb):
        return _agent(g, verb)
    if verb in g.lenders and depth < DEPTH:
        return _from(g, verb, g.lenders[verb], depth)
    subjects = [c for c in g.children[verb] if g.tokens[c].dep in SUBJECTS and g.tokens[c].pos in _NOMINAL]
    if subjects:
        subject = _spoken_by(g, verb, subjects)
        return () if _expletive(g, subject) else phrase(g, subject, verb)
    return _inherited(g, verb, depth) if depth < DEPTH else ()


def of_participle(g: Grammar, verb: int) -> tuple[int, ...]:
    """The noun that a finite verb hangs on where the parser took it for a participle."""
    head = g.tokens[verb].head
    return phrase(g, head, verb) if g.tokens[verb].dep == "acl" and g.tokens[head].pos in _NOMINAL else ()


def _agent(g: Grammar, verb: int) -> tuple[int, ...]:
    by = g.child(verb, "agent")
    noun = g.child(by, "pobj") if by is not None else None
    return phrase(g, noun, verb) if noun is not None else ()


def _spoken_by(g: Grammar, verb: int, subjects: list[int]) -> int:
    """Of two subjects the one outside the quotation marks, then the nearest."""
    return min(subjects, key=lambda s: (g.quote[s] != g.quote[verb], abs(s - verb)))


def _expletive(g: Grammar, subject: int) -> bool:
    return g.tokens[subject].tag == "EX"


def _inherited(g: Grammar, verb: int, depth: int) -> tuple[int, ...]:
    token, head = g.tokens[verb], g.tokens[verb].head
    if head == verb:
        return _beside(g, verb)
    if token.dep == "acl" and g.tokens[head].pos in _NOMINAL:
        return _issuer(g, head, depth) or phrase(g, head, verb)
    if token.dep == "xcomp" and g.tokens[head].lemma in _CONTROL and not g.is_passive(head):
        addressed = g.child(head, "dobj", "dative")
        return phrase(g, addressed, verb) if addressed is not None else ()
    governor = next((a for a in g.ancestors(verb) if g.tokens[a].pos in VERBAL), None)
    if token.dep in _LOWER and governor is not None:
        return _from(g, verb, governor, depth)
    return _beside(g, verb)


def _issuer(g: Grammar, noun: int, depth: int) -> tuple[int, ...]:
    """`Roe issued a statement saying …`: who issued it."""
    verb = g.tokens[noun].head
    if g.tokens[noun].dep == "dobj" and g.tokens[verb].lemma in _ISSUING and not g.is_passive(verb):
        return of_verb(g, verb, depth + 1)
    return ()


def _from(g: Grammar, verb: int, governor: int, depth: int) -> tuple[int, ...]:
    """The subject of the clause that a verb without one hangs on."""
    if g.is_finite(verb) and (g.tokens[verb].dep in {"ccomp", "parataxis"} or _is_loose(g, verb)):
        return _beside(g, verb)
    passive = g.child(governor, *PASSIVES)
    if passive is None:
        if g.is_passive(governor) and depth < DEPTH:
            return _inherited(g, governor, depth + 1)
        return of_verb(g, governor, depth + 1)
    return _agent(g, governor) if _is_thing(g, passive) and _agent(g, governor) else phrase(g, passive, verb)


def _is_loose(g: Grammar, verb: int) -> bool:
    """A finite verb joined by nothing, neither `and` nor comma: its own subject was read as something else."""
    before = g.left[verb] - 1
    return (
        g.tokens[verb].dep == "conj"
        and before >= 0
        and g.tokens[before].pos in {"NOUN", "PROPN", "PRON", "PUNCT"}
        and g.tokens[before].text not in {",", ";", "—", "–", "-", "--", "”", '"'}
    )


def _is_thing(g: Grammar, noun: int) -> bool:
    """`The view was echoed by Roe, and expressed …`: a view expresses nothing."""
    return g.tokens[noun].tag == "NN" or g.lower(noun) in {"it", "this", "that"}


def _beside(g: Grammar, verb: int) -> tuple[int, ...]:
    """A noun phrase right after the verb (`said Roe`) where the parse gives no subject."""
    sentence = g.sentence_of(verb)
    after = verb + 1
    if after < sentence.last and g.quote[after] == g.quote[verb] and g.tokens[verb].tag in {"VBD", "VBZ"}:
        top = after
        while (
            g.tokens[top].head != verb
            and sentence.first <= g.tokens[top].head < sentence.last
            and top != g.tokens[top].head
        ):
            top = g.tokens[top].head
        if g.tokens[top].pos in {"PROPN", "PRON", "NOUN"} and top > verb and g.left[top] == after:
            return phrase(g, top, verb)
    return ()


def phrase(g: Grammar, noun: int, verb: int) -> tuple[int, ...]:
    """The noun phrase of `noun` with its identifying apposition; clauses after a comma are left out."""
    if g.lower(noun) in RELATIVES and g.tokens[noun].tag in {"WP", "WDT", "IN"}:
        return (noun,)
    first, last = g.left[noun], g.right[noun]
    if first <= verb <= last:
        first, last = (verb + 1, last) if noun > verb else (first, verb - 1)
    tokens = _without_asides(g, noun, list(range(first, last + 1)))
    while tokens and g.tokens[tokens[-1]].text in {",", "—", "–", "-", "--", ":", ";", "."}:
        tokens.pop()
    while tokens and (
        g.tokens[tokens[0]].text in {",", "—", "–", "-", "--", ":", ";"}
        or g.tokens[tokens[0]].dep in {"cc", "mark"}
    ):
        tokens.pop(0)
    if any(g.quote[i] != g.quote[noun] and g.quote[noun] < 0 for i in tokens):
        tokens = [i for i in tokens if g.quote[i] < 0 or _titled(g, i)]
    return tuple(tokens)


def _titled(g: Grammar, i: int) -> bool:
    quoted = g.quoted(i)
    return quoted is not None and len(g.words(quoted.start, quoted.end)) <= 4


def _without_asides(g: Grammar, noun: int, tokens: list[int]) -> list[int]:
    """Leave out relative clauses after a comma, and clauses that are no part of a name."""
    dropped: set[int] = set()
    for i in tokens:
        token = g.tokens[i]
        if token.dep in _CLAUSAL and g.left[i] > noun and g.tokens[g.left[i] - 1].text == ",":
            dropped.update(range(g.left[i], g.right[i] + 1))
    kept = [i for i in tokens if i not in dropped]
    return kept[: kept.index(noun) + 40] if noun in kept else kept


def of_noun(g: Grammar, noun: int, cues: Cues) -> tuple[int, ...]:
    """Tokens of the source of a noun cue: possessor, `by` phrase, or the subject of a light verb."""
    owner = g.child(noun, "poss")
    if owner is not None:
        return tuple(i for i in phrase(g, owner, noun) if g.tokens[i].tag != "POS")
    for preposition in g.children[noun]:
        if g.tokens[preposition].lemma in {"by", "from"} and g.tokens[preposition].dep in {"prep", "agent"}:
            named = g.child(preposition, "pobj")
            if named is not None:
                return phrase(g, named, noun)
    name = g.child(noun, "compound", "nmod")
    if name is not None and g.tokens[name].pos == "PROPN" and g.name_at(name) is not None:
        return phrase(g, name, noun)
    return _lent(g, noun, cues)


def _lent(g: Grammar, noun: int, cues: Cues) -> tuple[int, ...]:
    head = g.tokens[noun].head
    if (
        g.tokens[noun].dep == "dobj"
        and cues.has("verbs.light", g.tokens[head].lemma)
        and not g.is_passive(head)
    ):
        return of_verb(g, head)
    return ()
