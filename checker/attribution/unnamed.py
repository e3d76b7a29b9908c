"""People that a text speaks of without a name where a pronoun may mean them: `the surveyor`, `her sister`."""

from __future__ import annotations

from dataclasses import dataclass

from checker.attribution.christened import DYING
from checker.attribution.cues import load
from checker.attribution.given import table
from checker.attribution.grammar import PASSIVES, SUBJECTS, Grammar
from checker.attribution.kin import by_title
from checker.attribution.mention import Mention
from checker.attribution.mentions import Mentions
from checker.attribution.pronouns import GENDERS

_AGENTIVE = ("er", "or", "ist", "ian", "man", "woman", "ee", "ant", "ent", "keeper", "herd")
_HIT = frozenset({"dobj", "dative"})
_ROLES = frozenset({"dobj", "pobj", "dative", "attr", "conj"}) | SUBJECTS | PASSIVES


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom a pronoun may mean: an entity ("" where the text has no name), whether as a subject, and where."""

    entity: str
    is_subject: bool
    head: int


def people(g: Grammar, mentions: Mentions, start: int, end: int, gender: str) -> list[Person]:
    """The narrator's people between two characters whom "he" (`m`) or "she" (`f`) may mean, in text order."""
    named = [
        (m.start, Person(m.entity, m.is_subject, m.head))
        for m in mentions.between(start, end)
        if m.is_person
        and g.quote[m.head] < 0
        and mentions.fits(m.entity, gender)
        and m.entity not in mentions.absent
    ]
    unsure = [
        (m.start, Person("", m.is_subject, m.head))
        for m in mentions.between(start, end)
        if not m.is_person and m.is_subject and g.quote[m.head] < 0 and _may_be_person(g, m)
    ]
    nameless = [
        (g.tokens[i].start, Person("", g.tokens[i].dep in SUBJECTS | PASSIVES, i))
        for i in range(g.index(start), g.index(end))
        if g.quote[i] < 0 and _is_nameless(g, mentions, i) and _fits(g, i, gender)
    ]
    return [
        person
        for _, person in sorted(
            named + unsure + _strangers(g, mentions, start, end, gender) + nameless, key=lambda pair: pair[0]
        )
    ]


def _strangers(g: Grammar, mentions: Mentions, start: int, end: int, gender: str) -> list[tuple[int, Person]]:
    """Capitalised words that are no entity, or whom a saying or a title has been found to be."""
    found = []
    for at, head, is_subject in mentions.strangers_between(start, end):
        entity = mentions.met.get(head) or by_title(g, mentions, head) or ""
        titled = mentions.gender_of_title(g.lower(head - 1)) if head else None
        fits = mentions.fits(entity, gender) if entity else titled in {None, gender}
        if g.quote[head] < 0 and fits:
            found.append((at, Person(entity, is_subject, head)))
    return found


def _may_be_person(g: Grammar, mention: Mention) -> bool:
    """Whether a name that was read as a body's or a place's has the look of a person's."""
    words = g.text[mention.start : mention.end].split()
    bare = g.left[mention.head] >= g.index(mention.start)
    body = any(
        load().has(kind, words[-1].lower()) for kind in ("people.body", "people.club", "people.outlet")
    )
    return len(words) in {2, 3} and all(w.isalpha() and w.istitle() for w in words) and bare and not body


def _is_nameless(g: Grammar, mentions: Mentions, i: int) -> bool:
    """Whether a noun for one person is neither part nor apposition of a name, nor somebody's role known before."""
    token = g.tokens[i]
    if token.tag != "NN" or token.dep not in _ROLES or mentions.at(i) is not None or i in mentions.met:
        return False
    lemma = token.lemma.lower()
    told = lemma in load().genders or lemma in table()["persons"]
    known = told or load().has("people.anonymous", lemma)
    if lemma in table()["things"] or lemma.endswith(("one", "body")):
        return False
    if not known and not (
        lemma.endswith(_AGENTIVE) and len(lemma) > 4 and _governs_as_person(g, mentions, i)
    ):
        return False
    if lemma == "head" and g.child(i, "poss") is not None:
        return False
    apposed = [c for c in g.children[i] if g.tokens[c].dep == "appos"]
    if token.dep == "appos":
        apposed.append(token.head)
    return not any(mentions.at(c) is not None for c in apposed) and lemma not in mentions.roles


def _governs_as_person(g: Grammar, mentions: Mentions, i: int) -> bool:
    """Whether the noun has a relative clause with `who`, is somebody's, or is the subject of an active verb."""
    owner = g.child(i, "poss")
    if owner is not None and (found := mentions.at(owner)) is not None and found.is_person:
        return True
    who = any(g.lower(c) == "who" for rel in g.children[i] for c in g.children[rel])
    return who or (g.tokens[i].dep == "nsubj" and g.tokens[g.tokens[i].head].pos == "VERB")


def is_aside(g: Grammar, i: int) -> bool:
    """Whether a nameless one is only somebody's relative, and no subject, what somebody is, or dead."""
    owner = g.child(i, "poss")
    kin = owner is not None and g.tokens[owner].tag == "PRP$" and g.lower(i) in load().genders
    dead = any(g.tokens[c].dep == "relcl" and g.tokens[c].lemma in DYING for c in g.children[i])
    return dead or g.tokens[i].dep == "attr" or (kin and g.tokens[i].dep not in SUBJECTS)


def _fits(g: Grammar, i: int, gender: str) -> bool:
    """`His agent left; he …`: the owner is spoken of, not who is owned; and a father is no `she`.

    `The conductor told her so; she …`: nor is who does something to "her".
    """
    owner = g.child(i, "poss")
    if owner is not None and GENDERS.get(g.lower(owner)) == gender:
        return False
    verbs = [c for c in g.children[i] if g.tokens[c].dep == "relcl"]
    verbs += [g.tokens[i].head] if g.tokens[i].dep in SUBJECTS else []
    if any(
        g.tokens[c].dep in _HIT and GENDERS.get(g.lower(c)) == gender for v in verbs for c in g.children[v]
    ):
        return False
    return load().genders.get(g.tokens[i].lemma.lower(), gender) == gender
