"""Choices of grammar: who is shown to act, and what a reporting verb takes for granted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from checker.framing.evidence import Find
from checker.framing.lexicon import Phrases, lexicon, words
from checker.framing.ranges import Ranges
from checker.model import Attribution, Parse, Range

Children = Mapping[int, list[int]]
_THINGS = frozenset({"it", "this", "that", "these", "those", "which", "what"})
_NAMED = frozenset({"poss", "amod", "compound", "nmod"})


def children(parse: Parse) -> Children:
    """Direct dependents of every token that has any."""
    found: dict[int, list[int]] = {}
    for i, token in enumerate(parse.tokens):
        if token.head != i:
            found.setdefault(token.head, []).append(i)
    return found


def agency(parse: Parse, below: Children) -> Iterator[Find]:
    """Passives with and without their agent, actions made into nouns, things that end as if of themselves."""
    yield from _passives(parse, below)
    yield from _nouns(parse, below)
    yield from _of_itself(parse, below)


def presupposition(parse: Parse, below: Children, attributions: tuple[Attribution, ...]) -> Iterator[Find]:
    """Reporting verbs that take what they report for true, for a fault, or leave it open."""
    cues: Ranges[None] = Ranges((r, None) for a in attributions if a.doc == parse.doc for r in a.cue or ())
    for found in _reporting().find(parse):
        verb = parse.tokens[found.first]
        start, end = verb.start, parse.tokens[found.last - 1].end
        if verb.pos != "VERB":
            continue
        if cues.touching(start, end) or _reports(parse, below, found.first):
            yield Find((start, end), "presupposition", f"framing.presupposition-{found.kind}")


@cache
def _reporting() -> Phrases:
    section = lexicon("stance")["presupposition"]
    return Phrases({kind: section[kind] for kind in ("true", "fault", "open")})


def _reports(parse: Parse, below: Children, verb: int) -> bool:
    kids = [parse.tokens[j] for j in below.get(verb, ())]
    deps = {kid.dep for kid in kids}
    subjects = [kid for kid in kids if kid.dep in {"nsubj", "nsubjpass"}]
    if any(kid.text.lower() in _THINGS for kid in subjects):
        return False
    with_object = parse.tokens[verb].lemma in words("stance", "presupposition", "with_object")
    somebody = any(kid.pos in {"PROPN", "PRON"} or kid.dep == "nsubjpass" for kid in subjects)
    return "ccomp" in deps or (with_object and somebody and bool(deps & {"dobj", "nsubjpass"}))


def _passives(parse: Parse, below: Children) -> Iterator[Find]:
    plain = words("agency", "plain")
    for i, token in enumerate(parse.tokens):
        if token.tag != "VBN" or token.lemma in plain:
            continue
        kids = below.get(i, [])
        deps = {parse.tokens[j].dep for j in kids}
        if "auxpass" not in deps or not deps & {"nsubjpass", "csubjpass"}:
            continue
        agent = [j for j in kids if parse.tokens[j].dep == "agent" and below.get(j)]
        rule = "framing.agency-passive-agent" if agent else "framing.agency-passive-no-agent"
        yield Find(_verb_range(parse, kids, i), "agency", rule)


def _verb_range(parse: Parse, kids: list[int], verb: int) -> Range:
    """From the last auxiliary of the passive to the participle ("was closed", "were soon closed")."""
    helper = max((j for j in kids if parse.tokens[j].dep == "auxpass" and j < verb), default=verb)
    return parse.tokens[helper].start, parse.tokens[verb].end


def _nouns(parse: Parse, below: Children) -> Iterator[Find]:
    nouns = words("agency", "nouns")
    for i, token in enumerate(parse.tokens):
        if token.pos != "NOUN" or token.lemma not in nouns:
            continue
        kids = below.get(i, [])
        of = any(parse.tokens[j].text.lower() == "of" for j in kids)
        doer = any(_names_doer(parse, below, j) for j in kids)
        if of and not doer:
            yield Find((token.start, token.end), "agency", "framing.agency-noun")


def _names_doer(parse: Parse, below: Children, j: int) -> bool:
    """Whether a dependent of an action noun says who acts: "their", "the army's", "Danish", "by the army"."""
    token = parse.tokens[j]
    by = token.text.lower() == "by" and bool(below.get(j))
    return by or (token.dep in _NAMED and (token.dep == "poss" or token.text[0].isupper()))


def _of_itself(parse: Parse, below: Children) -> Iterator[Find]:
    verbs = words("agency", "intransitive")
    pairs = {p for p in lexicon("agency")["particles"] if len(p.split()) == 2}
    longer = Phrases({"": [p for p in lexicon("agency")["particles"] if len(p.split()) > 2]})
    for i, token in enumerate(parse.tokens):
        kids = below.get(i, [])
        if token.pos != "VERB" or not _only_subject(parse, kids):
            continue
        particle = next((j for j in kids if f"{token.lemma} {parse.tokens[j].text.lower()}" in pairs), None)
        if particle is not None or token.lemma in verbs:
            last = particle if particle is not None and particle > i else i
            yield Find((token.start, parse.tokens[last].end), "agency", "framing.agency-of-itself")
    for found in longer.find(parse):
        if _only_subject(parse, below.get(found.first, [])):
            cue = parse.tokens[found.first].start, parse.tokens[found.last - 1].end
            yield Find(cue, "agency", "framing.agency-of-itself")


def _only_subject(parse: Parse, kids: list[int]) -> bool:
    """An active verb with a subject that is a thing (a noun, no name of a person) and without object."""
    deps = {parse.tokens[j].dep for j in kids}
    things = [j for j in kids if parse.tokens[j].dep == "nsubj" and parse.tokens[j].pos == "NOUN"]
    return bool(things) and not deps & {"dobj", "obj", "auxpass", "xcomp", "agent"}
