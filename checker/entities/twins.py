"""Two people of one surname side by side: `Ada and Per Lund`, `Jon Lund, the smith, and Jon K. Lund`."""

from __future__ import annotations

from itertools import pairwise

from checker.entities.cluster import Gathering
from checker.entities.lexicon import tables
from checker.entities.mention import Mention
from checker.entities.persons import PersonName, person_name, same_person
from checker.entities.spelling import fold
from checker.model import Parse, Token

APART = 10
"""Tokens between two forms of a name that an "and" between them makes two people's."""
Twins = dict[str, str]
"""A form of a name -> another form, of somebody else."""


def twins(parse: Parse, mentions: list[Mention]) -> Twins:
    """Forms that would be one person's, had the text not joined them by "and"."""
    named = [m for m in mentions if person_name(m.words)]
    found: Twins = {}
    for a, b in pairwise(named):
        one, other = person_name(a.words), person_name(b.words)
        if a.words == b.words or one is None or other is None or not same_person(one, other, near=True):
            continue
        between = parse.tokens[a.last : b.first]
        if len(between) <= APART and any(t.lemma in {"and", "or"} for t in between) and not _ends(between):
            found |= {a.words: b.words, b.words: a.words}
    return found


def _ends(between: tuple[Token, ...]) -> bool:
    return any(t.text in {".", ";", "!", "?"} for t in between)


def share_surname(parse: Parse, gathering: Gathering, mentions: list[Mention]) -> list[Mention]:
    """Give a given name joined to a full name its surname, and hand on the other mentions."""
    full = {m.first: m for c in gathering.clusters for m in c.mentions if c.people}
    surnames = {p.surname.split()[-1] for c in gathering.clusters for p in c.people}
    rest = []
    for m in mentions:
        other = m.titles & tables().persons_only or fold(m.words) in surnames
        partner = None if other else full.get(m.last + 1)
        joined = partner is not None and parse.tokens[m.last].text in {"and", "or", "&"}
        named = person_name(partner.words) if partner is not None and joined else None
        if named is None or partner is None or gathering.kinds[m.words] != "PERSON" or " " in m.words:
            rest.append(m)
            continue
        surname = partner.words.split()[-len(named.surname.split()) :]
        made = gathering.new("PERSON", name=" ".join([m.words, *surname]))
        made.add(m)
        made.people.append(PersonName(fold(m.words), (), named.surname))
        gathering.index(made, made.people[0])
    return rest
