"""Two numbers of one kind in sentences that are nearest to each other, and what ties them to one thing."""

from __future__ import annotations

from checker.divergence.counterparts import Place, nearest
from checker.divergence.draft import Facts
from checker.divergence.figure_deeds import reader
from checker.divergence.figure_kin import kindred, shared_kinds
from checker.divergence.figure_measures import units
from checker.divergence.numerals import Numeral
from checker.divergence.quantities import kindred_nouns
from checker.divergence.timed_reading import SUBJECTS, person_before
from checker.model import Parse

BEHIND, NEAREST = 2, 2.0
"""Words behind a number that are compared; how many times larger the other one may be."""
TIMED = frozenset({"last", "spend", "punish"})
"""Kinds of deed whose length a stretch of time tells."""
CLIMB = 3
"""Steps from a verb to the one that has its subject."""
OF = " of "
"""What joins a dimension and what is measured in a unit."""


def facing(facts: Facts, a: Numeral, b: Numeral) -> bool:
    """Whether two sentences are nearest to each other and give the numbers beside the same things."""
    if a.unit.startswith("people ") or a.narrowed != b.narrowed or a.ratio(b) > NEAREST:
        return False
    if (_place(facts, a), _place(facts, b)) not in nearest(facts):
        return False
    told = kindred_deeds(a, b)
    if told and a.deed and b.deed and a.deed.clashes(b.deed):
        return False
    shared = (a.keys & b.keys) - counted(a)
    behind = [_behind(facts, x) for x in (a, b)]
    return bool(shared) and (told or (len(shared) > 1 and behind[0] == behind[1] != ""))


def kindred_deeds(a: Numeral, b: Numeral) -> bool:
    """Whether the verbs tell one deed; those whose length is told must be of one kind, or the same verb."""
    if a.deed is None or b.deed is None or not kindred(a.deed.lemma, b.deed.lemma):
        return False
    kin = shared_kinds(a.deed.lemma, b.deed.lemma)
    return a.unit != "duration" or bool(kin & TIMED) or a.deed.lemma == b.deed.lemma


def owners(facts: Facts, number: Numeral) -> frozenset[str]:
    """Who does, by name, what is counted or measured, also where "he" or a verb farther up says it."""
    if number.deed is None:
        return frozenset()
    parse, names = facts.parses[number.words.doc], frozenset(facts.entities)
    if number.deed.agents & names:
        return number.deed.agents & names
    verb = number.deed.verb
    for above in [verb, *list(parse.ancestors(verb))[:CLIMB]]:
        before = [c for c in parse.children(above) if c < above and parse.tokens[c].dep == "ccomp"]
        for i in (j for verb in (above, *before) for j in parse.children(verb)):
            if parse.tokens[i].dep in SUBJECTS:
                return _named(facts, parse, i) & names
        if parse.tokens[above].dep not in {"conj", "xcomp", "advcl"}:
            break
    return frozenset()


def _named(facts: Facts, parse: Parse, i: int) -> frozenset[str]:
    """Whom a subject names; "he" and "she" whom the sentence before is about."""
    if parse.tokens[i].text.lower() in {"he", "she"}:
        return person_before(parse, reader(facts), i)
    key = reader(facts).key(parse, i)
    return frozenset({key} if key else ())


def counted(number: Numeral) -> frozenset[str]:
    """The nouns that say what is counted or measured, which show no matter."""
    same = {n for n, kind in kindred_nouns().items() if kind == number.unit}
    return frozenset({*number.unit.split(OF), *units(), *same})


def _behind(facts: Facts, a: Numeral) -> str:
    """The two words behind a number, which say what it is the number of: "40 metres | below ground"."""
    words = facts.documents[a.words.doc].text[a.words.end : a.sentence.end].lower().split()[:BEHIND]
    return " ".join(words).strip(".,;:") if len(words) == BEHIND and words[0].isalpha() else ""


def _place(facts: Facts, number: Numeral) -> Place:
    """The document and the number of the sentence."""
    return number.words.doc, facts.parses[number.words.doc].number_at(number.words.start) or 0
