"""The mentions of one thing in one text, while they are being gathered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from checker.entities.mention import Mention
from checker.entities.persons import PersonName
from checker.entities.spelling import near_keys


@dataclass(slots=True, eq=False)
class Cluster:
    """One thing in one text. `key` and `name` are set where knowledge or an alias tells what it is."""

    doc: str
    type: str
    key: str = ""
    name: str = ""
    words: dict[str, int] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    people: list[PersonName] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)

    def add(self, made: Mention) -> None:
        """Take a mention in."""
        self.words[made.words] = self.words.get(made.words, 0) + 1
        self.mentions.append(made)
        self.titles |= made.titles


@dataclass(slots=True)
class Gathering:
    """The clusters of one text, the kinds of its forms, and who bears which surname."""

    doc: str
    kinds: dict[str, str]
    clusters: list[Cluster] = field(default_factory=list)
    _bearers: dict[str, dict[Cluster, None]] = field(default_factory=dict)

    def new(self, kind: str, key: str = "", name: str = "") -> Cluster:
        """A cluster more."""
        made = Cluster(self.doc, kind, key, name)
        self.clusters.append(made)
        return made

    def index(self, cluster: Cluster, named: PersonName) -> None:
        """Let the person be found by surname, by its last part, and by given name or what follows it (`^given`)."""
        keys = [*near_keys(named.surname), *near_keys(named.surname.split()[-1]), "^" + named.given]
        keys += ["^" + part for part in named.middle]
        for key in dict.fromkeys(keys):
            self._bearers.setdefault(key, {})[cluster] = None

    def bearers(self, keys: Iterable[str]) -> list[Cluster]:
        """The persons found by any of the keys, in the order in which they came."""
        return list(dict.fromkeys(c for key in keys for c in self._bearers.get(key, ())))
