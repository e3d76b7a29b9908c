"""Who the words are given to: the noun phrase that is the subject of a cue, said or inherited."""

from __future__ import annotations

from checker.attribution import phrasing
from checker.attribution.grammar import PASSIVES, RELATIVES, SUBJECTS, VERBAL, Grammar
from checker.attribution.inversion import inverted
from checker.attribution.people import names_person, speaks
from checker.attribution.sandwiched import subject_around

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"})
_ASKING = "ask urge tell order instruct direct command persuade advise beg warn remind invite encourage"
_CONTROL = frozenset(f"{_ASKING} allow force lead quote hear want".split())
"""Verbs with an infinitive whose subject is the one spoken to."""
_ISSUING = frozenset(
    {"issue", "release", "send", "publish", "post", "write", "author", "co-author", "circulate"}
)
_LOWER = frozenset({"conj", "xcomp", "acomp", "advcl", "pcomp", "dep", "parataxis", "acl", "ccomp"})
_CLAUSAL = frozenset({"relcl", "advcl", "parataxis"})
_TRAILING = frozenset({",", "—", "–", "-", "--", ":", ";", "."})
DEPTH = 6


def of_verb(g: Grammar, verb: int, depth: int = 0) -> tuple[int, ...]:
    """Tokens of the source of a verb cue; empty where the text leaves it out."""
    if (noun := phrasing.misread_participle(g, verb)) is not None:
        return phrase(g, noun, verb)
    if owner := phrasing.possessor(g, verb):
        return tuple(i for i in phrase(g, owner[0], verb) if g.tokens[i].tag != "POS")
    if g.is_passive(verb) or phrasing.was_told(g, verb):
        return _agent(g, verb)
    if verb in g.lenders and depth < DEPTH:
        return _from(g, verb, g.lenders[verb], depth)
    subjects = [c for c in g.children[verb] if g.tokens[c].dep in SUBJECTS and _is_nominal(g, c)]
    subjects = [c for c in subjects if g.quote[c] < 0 or g.quote[verb] >= 0]
    subjects = [s for s in subjects if not _is_time(g, s)] or subjects
    if told := inverted(g, verb, subjects):
        return told
    if subjects:
        subject = _spoken_by(g, verb, subjects)
        if told := phrasing.spoken_for(g, subject):
            return told
        apposed = phrasing.after_participle(g, subject)
        return () if _expletive(g, subject) else phrase(g, subject if apposed is None else apposed, verb)
    if depth >= DEPTH:
        return ()
    return (
        subject_around(g, verb)
        or hidden(g, verb)
        or _inherited(g, verb, depth)
        or phrasing.preceding(g, verb)
    )


def _is_nominal(g: Grammar, i: int) -> bool:
    """Whether a subject is a noun phrase, `the accused`, or a name that was read as something else."""
    named = g.tokens[i].pos in _NOMINAL or g.tokens[i].text[:1].isupper()
    return named or (g.tokens[i].tag == "VBN" and i > 0 and g.lower(i - 1) == "the")


def hidden(g: Grammar, verb: int) -> tuple[int, ...]:
    """The subject of a finite verb that the parser gave to something else.

    `Will called` (a past form after `will`), `Roe, a baker who sits here, said` (a clause in the place of the
    subject), `Roe, meanwhile, denied` (the name at the beginning of the sentence).
    """
    modal = g.child(verb, "aux")
    if (
        modal is not None
        and modal == verb - 1
        and g.tokens[modal].tag == "MD"
        and g.tokens[modal].text[:1].isupper()
    ):
        return (modal,) if g.tokens[verb].tag in {"VBD", "VBN"} else ()
    if g.tokens[verb].tag not in {"VBD", "VBZ"} or g.quote[verb] >= 0 or g.child(verb, "auxpass") is not None:
        return ()
    later = any(g.tokens[c].dep == "ccomp" and c > verb for c in g.children[verb])
    for c in g.children[verb]:
        subject = g.child(c, *SUBJECTS) if g.tokens[c].dep == "ccomp" and c < verb and later else None
        if subject is not None and g.left[subject] == g.left[c] and g.quote[subject] < 0:
            return phrase(g, subject, c)
    return _opening(g, verb)


def _opening(g: Grammar, verb: int) -> tuple[int, ...]:
    """A person's name at the beginning of a sentence whose main verb has no subject."""
    first = g.sentence_of(verb).first
    while first < verb and g.tokens[first].pos in {"CCONJ", "PUNCT", "ADV"} and g.name_at(first) is None:
        first += 1
    name = g.name_at(first)
    if (
        name is None
        or name.first != first
        or name.type not in {"PERSON", "ORG"}
        or g.tokens[verb].dep != "ROOT"
    ):
        return ()
    return tuple(range(name.first, name.last)) if name.last <= verb else ()


def _is_time(g: Grammar, noun: int) -> bool:
    """`The office announced Friday that …`, with the day read as a subject."""
    name = g.name_at(noun)
    return name is not None and name.type in {"DATE", "TIME"}


def of_participle(g: Grammar, verb: int) -> tuple[int, ...]:
    """The noun that a finite verb hangs on where the parser took it for a participle."""
    head = g.tokens[verb].head
    return phrase(g, head, verb) if g.tokens[verb].dep == "acl" and g.tokens[head].pos in _NOMINAL else ()


def _agent(g: Grammar, verb: int) -> tuple[int, ...]:
    by = g.child(verb, "agent")
    noun = g.child(by, "pobj") if by is not None else None
    return phrase(g, noun, verb) if noun is not None and not phrasing.is_means(g, noun) else ()


def _spoken_by(g: Grammar, verb: int, subjects: list[int]) -> int:
    """Of two subjects the one outside the quotation marks, then the nearest."""
    return min(subjects, key=lambda s: (g.quote[s] != g.quote[verb], abs(s - verb)))


def _expletive(g: Grammar, subject: int) -> bool:
    return g.tokens[subject].tag == "EX"


def _inherited(g: Grammar, verb: int, depth: int) -> tuple[int, ...]:
    token, head = g.tokens[verb], g.tokens[verb].head
    told = phrasing.quoted_person(g, verb)
    told = phrasing.first_to_say(g, verb) if told is None else told
    told = phrasing.accused(g, verb) if told is None else told
    told = phrasing.caller(g, verb) if told is None else told
    if told is not None:
        return tuple(i for i in phrase(g, told, verb) if i <= told or g.tokens[i].pos != "ADP")
    if head == verb:
        return phrasing.misread_subject(g, verb) or _beside(g, verb)
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
    if g.tokens[noun].dep == "dobj" and not g.is_passive(verb):
        if g.tokens[verb].lemma in _ISSUING or not speaks(g, noun):
            return of_verb(g, verb, depth + 1)
    elif g.tokens[noun].dep == "pobj" and not speaks(g, noun):
        governor = next((a for a in g.ancestors(noun) if g.tokens[a].pos in VERBAL), None)
        return () if governor is None else of_verb(g, governor, depth + 1)
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
    return (g.tokens[noun].tag == "NN" and not names_person(g.tokens[noun].lemma.lower())) or g.lower(
        noun
    ) in {"it", "this", "that"}


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
    while tokens and (g.tokens[tokens[-1]].text in _TRAILING or _is_loose_mark(g, tokens)):
        tokens.pop()
    while tokens and (
        g.tokens[tokens[0]].text in {",", "—", "–", "-", "--", ":", ";"}
        or g.tokens[tokens[0]].dep in {"cc", "mark"}
    ):
        tokens.pop(0)
    if any(g.quote[i] != g.quote[noun] and g.quote[noun] < 0 for i in tokens):
        tokens = [i for i in tokens if g.quote[i] < 0 or _titled(g, i)]
    return tuple(tokens)


def _is_loose_mark(g: Grammar, tokens: list[int]) -> bool:
    """Whether the last token closes a quotation that the phrase does not hold."""
    quoted = g.quoted(tokens[-1])
    closes = g.tokens[tokens[-1]].pos == "PUNCT"
    return closes and quoted is not None and g.index(quoted.start) not in tokens


def _titled(g: Grammar, i: int) -> bool:
    quoted = g.quoted(i)
    return quoted is not None and len(g.words(quoted.start, quoted.end)) <= 4


def _without_asides(g: Grammar, noun: int, tokens: list[int]) -> list[int]:
    """Leave out relative clauses after a comma, and clauses that are no part of a name."""
    dropped: set[int] = set()
    for i in tokens:
        token = g.tokens[i]
        doing = token.dep == "acl" and token.tag == "VBG"
        if (doing or token.dep in _CLAUSAL) and g.left[i] > noun and g.tokens[g.left[i] - 1].text == ",":
            dropped.update(range(g.left[i], g.right[i] + 1))
    kept = [i for i in tokens if i not in dropped]
    return kept[: kept.index(noun) + 40] if noun in kept else kept
