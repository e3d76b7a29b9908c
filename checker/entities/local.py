"""One text: which of its names are one person, body or place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

from checker.entities.bodies import bodies_and_places
from checker.entities.cluster import Cluster, Gathering
from checker.entities.kinds import Kinds, Votes, count, form_of
from checker.entities.lexicon import look_up, tables
from checker.entities.mention import Mention
from checker.entities.persons import PersonName, person_name, same_person, same_surname, surname_of
from checker.entities.spelling import near_keys, sound
from checker.entities.twins import Twins, share_surname, twins
from checker.model import Alias, Parse

RARE = 3
"""Mentions below which a capitalised word that the text also writes small is no name."""
Aliases = Mapping[str, Alias]


def gather(parse: Parse, mentions: list[Mention], everywhere: Votes, aliases: Aliases) -> Gathering:
    """Group the mentions of one text; what cannot be decided is left out."""
    kept = _supported(parse, mentions, aliases)
    kinds = Kinds(kept, everywhere)
    gathering = Gathering(parse.doc, {m.words: kinds.kind(m.words) for m in kept})
    rest = _at_once(gathering, kept, aliases)
    rest = [m for m in rest if gathering.kinds[m.words]]
    alone = frozenset(m.words for m in rest if kinds.is_surname(m.words))
    rest = _full_names(gathering, rest, twins(parse, rest), alone)
    rest = share_surname(parse, gathering, rest)
    rest = _single_names(gathering, rest)
    bodies_and_places(parse, gathering, rest)
    return gathering


def _supported(parse: Parse, mentions: list[Mention], aliases: Aliases) -> list[Mention]:
    """Leave out what only a heading shows, and single words that the text also writes small."""
    plain = {form_of(m.words) for m in mentions if not m.heading}
    plain |= {form.split()[-1] for form in plain}
    small = {t.text for t in parse.tokens if t.text.islower()}
    total = count(mentions)
    kept = []
    for m in mentions:
        form = form_of(m.words)
        common = " " not in form and form in small and total[form].total() < RARE
        given = m.type == "PERSON" and form.split()[0] in tables().given
        shown = not m.heading or form in plain or given
        if m.key or look_up(m.words) or form in aliases or (shown and not common):
            kept.append(m)
    return kept


def _at_once(gathering: Gathering, mentions: list[Mention], aliases: Aliases) -> list[Mention]:
    """What an alias, general knowledge or grammar tells; the rest is handed on."""
    made: dict[str, Cluster] = {}
    rest = []
    for m in mentions:
        alias, known, kind = aliases.get(form_of(m.words)), look_up(m.words), gathering.kinds[m.words]
        if alias:
            told = (alias.type or kind or m.type, f"alias:{alias.name}", alias.name)
        elif m.key:
            told = ("GPE", m.key, "")
        elif known and known.type == kind:
            told = (known.type, known.key, known.name)
        else:
            rest.append(m)
            continue
        cluster = made.get(told[1]) or made.setdefault(told[1], gathering.new(*told))
        cluster.add(m)
        if alias and told[0] == "PERSON":
            _name_person(gathering, cluster, m.words)
    return rest


def _name_person(gathering: Gathering, cluster: Cluster, words: str) -> None:
    named = person_name(words)
    if named and named not in cluster.people:
        cluster.people.append(named)
        gathering.index(cluster, named)


def _full_names(
    gathering: Gathering, mentions: list[Mention], apart: Twins, alone: frozenset[str]
) -> list[Mention]:
    """Persons by their full names, the longest form first, then the commonest; `alone` are surnames with particles."""
    people = [m.words for m in mentions if gathering.kinds[m.words] == "PERSON" and m.words not in alone]
    counts = Counter(words for words in people if person_name(words))
    homes: dict[str, Cluster] = {}
    for words in sorted(counts, key=lambda w: (-len(w.split()), -counts[w], w)):
        named = person_name(words)
        if named:
            twin = homes.get(apart.get(words, ""))
            homes[words] = _home(gathering, words, named, twin)
    for m in mentions:
        if m.words in homes:
            homes[m.words].add(m)
    return [m for m in mentions if m.words not in homes]


def _home(gathering: Gathering, words: str, named: PersonName, twin: Cluster | None) -> Cluster:
    """The one person of the text who may bear the name and is not its `twin`, else a new one."""
    near = [c for c in gathering.bearers(near_keys(named.surname)) if c is not twin]
    doubles = [c for c in near if any(_ends(p, form_of(words).split()) for p in c.people)]
    if len(doubles) == 1:
        return doubles[0]
    fits = [c for c in near if any(same_person(p, named, near=True) for p in c.people)]
    home = fits[0] if len(fits) == 1 else gathering.new("PERSON")
    _name_person(gathering, home, words)
    return home


def _ends(full: PersonName, parts: list[str]) -> bool:
    """Whether two words are the double surname of a person with three names and more."""
    return bool(full.middle) and [*full.middle, *full.surname.split()][-len(parts) :] == parts


def _single_names(gathering: Gathering, mentions: list[Mention]) -> list[Mention]:
    """Surnames and given names alone; two bearers in the text leave them undecided."""
    singles = [m for m in mentions if gathering.kinds[m.words] == "PERSON"]
    owners = {(m.words, m.type): _owners(gathering, m) for m in singles}
    titled = [m for m in singles if m.titles and not m.heading]
    first = {c: min((k.start for k in c.mentions), default=0) for found in owners.values() for c in found}
    alone: dict[str, Cluster] = {}
    for m in singles:
        found = owners[m.words, m.type]
        if len(found) == 1 and _is_anothers(found[0], first[found[0]], m, titled):
            found = []
        if len(found) == 1:
            found[0].add(m)
        elif not found:
            key = sound(m.words)
            cluster = alone.get(key) or alone.setdefault(key, gathering.new("PERSON"))
            cluster.add(m)
    return [m for m in mentions if gathering.kinds[m.words] != "PERSON"]


def _is_anothers(full: Cluster, first: int, m: Mention, titled: list[Mention]) -> bool:
    """Whether `President Lund` is spoken of before `Ada Lund` comes in, who has no such title: two people.

    `first` is where the full name stands first, `titled` are surnames alone with a title before them.
    """
    if m.titles & full.titles:
        return False
    return any(s.words == m.words and s.start < first and s.titles - full.titles for s in titled)


def _owners(gathering: Gathering, made: Mention) -> list[Cluster]:
    form = surname_of(made.words)
    tests: tuple[Callable[[PersonName], bool], ...] = (
        lambda p: form in (p.surname, p.surname.split()[-1]),
        lambda p: same_surname(form, p.surname),
        lambda p: form == p.given,
        lambda p: _is_first_surname(p, form),
    )
    near = gathering.bearers([*near_keys(form), "^" + form])
    for test in tests:
        found = [c for c in near if any(test(p) for p in c.people)]
        if found:
            doubles = [
                c for c in near if c not in found and any(_is_first_surname(p, form) for p in c.people)
            ]
            return [*found, *doubles]
    return []


def _is_first_surname(named: PersonName, form: str) -> bool:
    """Whether a word may be the first of a person's two surnames (`Moro` for `Ana Moro Vidal`)."""
    return form in named.middle and len(form) > 1 and form not in tables().given
