"""Several texts: which of their persons, bodies and places are one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from checker.entities.bodies import PLACES
from checker.entities.cluster import Cluster
from checker.entities.kinds import form_of
from checker.entities.lexicon import tables
from checker.entities.persons import PersonName, same_person
from checker.entities.spelling import sound

DOMINANT = 5
"""How many times the mentions of all others a person needs to own a surname alone."""


@dataclass(slots=True, eq=False)
class Thing:
    """Clusters of several texts that are one entity."""

    type: str
    key: str
    clusters: list[Cluster] = field(default_factory=list)
    people: list[PersonName] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)
    size: int = 0

    def add(self, cluster: Cluster) -> None:
        """Take in what a text has of it."""
        self.clusters.append(cluster)
        self.people += [p for p in cluster.people if p not in self.people]
        self.titles |= cluster.titles
        self.size += len(cluster.mentions)


def merge(clusters: Iterable[Cluster]) -> list[Thing]:
    """Join clusters over texts: by key, by full name, by a rare surname or one with the same title, by words."""
    sorts: dict[str, list[Cluster]] = defaultdict(list)
    for c in clusters:
        sort = "full" if c.people else "alone" if c.type == "PERSON" else "other"
        sorts["told" if c.key else sort].append(c)
    things = _told(sorts["told"])
    persons = _full_names(sorts["full"], [t for t in things if t.people])
    surnames = _surnames(sorts["alone"], [*persons, *(t for t in things if t.people)])
    return [*things, *persons, *surnames, *_by_words(sorts["other"])]


def _told(clusters: list[Cluster]) -> list[Thing]:
    things: dict[str, Thing] = {}
    for c in clusters:
        things.setdefault(c.key, Thing(c.type, c.key)).add(c)
    return list(things.values())


def _full_names(clusters: list[Cluster], known: list[Thing]) -> list[Thing]:
    """Persons with one surname and given name; a name without its middle joins where only one bearer has it."""
    blocks: dict[tuple[str, str], list[Thing]] = defaultdict(list)
    for thing in known:
        for key in {_block(p) for p in thing.people}:
            blocks[key].append(thing)
    made: list[Thing] = []
    for c in sorted(
        clusters, key=lambda c: (not any(p.middle for p in c.people), c.doc, c.mentions[0].start)
    ):
        keys = sorted({_block(p) for p in c.people})
        fits = list(dict.fromkeys(t for key in keys for t in blocks[key] if _agree(t, c)))
        thing = fits[0] if len(fits) == 1 else Thing("PERSON", _person_key(c, unsure=len(fits) > 1))
        if len(fits) != 1:
            made.append(thing)
        thing.add(c)
        for key in keys:
            if thing not in blocks[key]:
                blocks[key].append(thing)
    return made


def _block(person: PersonName) -> tuple[str, str]:
    return sound(person.surname), person.given_key


def _person_key(cluster: Cluster, *, unsure: bool) -> str:
    person = cluster.people[0]
    apart = unsure or len(person.given) == 1
    return " ".join(
        ["person:", person.given, *person.middle, person.surname, cluster.doc if apart else ""]
    ).strip()


def _agree(thing: Thing, cluster: Cluster) -> bool:
    if any(known.doc == cluster.doc for known in thing.clusters):
        return False
    middles = [p for p in thing.people if p.middle] or thing.people
    return all(any(_same(p, q) for q in middles) for p in cluster.people)


def _same(p: PersonName, q: PersonName) -> bool:
    """Initials alone are one person only with the same initials throughout and a surname that few bear."""
    if 1 in (len(p.given), len(q.given)):
        return p == q and len(p.middle) > 0 and p.surname not in tables().common
    return same_person(p, q, near=False)


def _surnames(clusters: list[Cluster], persons: list[Thing]) -> list[Thing]:
    """Surnames that a text has without the full name."""
    bearers: dict[str, list[Thing]] = defaultdict(list)
    for thing in persons:
        for key in sorted({sound(p.surname.split()[-1]) for p in thing.people}):
            bearers[key].append(thing)
    made: dict[str, Thing] = {}
    for c in clusters:
        form = form_of(next(iter(c.words)))
        others = [t for t in bearers.get(sound(form), []) if not any(k.doc == c.doc for k in t.clusters)]
        owner = _owner(c, form, others)
        if owner:
            owner.add(c)
            continue
        apart = form in tables().common or len(bearers.get(sound(form), [])) > 1
        key = f"surname:{sound(form)}" + (f":{c.doc}" if apart else "")
        made.setdefault(key, Thing("PERSON", key)).add(c)
    return list(made.values())


def _owner(cluster: Cluster, form: str, bearers: list[Thing]) -> Thing | None:
    titled = [t for t in bearers if t.titles & cluster.titles]
    if len(titled) == 1:
        return titled[0]
    if form in tables().common or not bearers:
        return None
    first, *others = sorted(bearers, key=lambda t: -t.size)
    return first if first.size >= DOMINANT * sum(t.size for t in others) else None


def _by_words(clusters: list[Cluster]) -> list[Thing]:
    """Bodies and places by any of their words; words that many bodies share stay with their text."""
    things: dict[str, Thing] = {}
    joined: dict[str, str] = {}
    for c in clusters:
        group = "place" if c.type in PLACES else c.type
        forms = sorted({form_of(words) for words in c.words}, key=lambda f: (-len(f), f))
        local = set(forms[0].split()) <= tables().generic
        keys = [f"{group}:{form}" + (f":{c.doc}" if local else "") for form in forms]
        home = next((joined[key] for key in keys if key in joined), keys[0])
        for key in keys:
            joined.setdefault(key, home)
        things.setdefault(home, Thing(c.type, home)).add(c)
    return list(things.values())
