"""The lexicon of cues, read from `cues.toml` beside this module."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Cues:
    """Word classes: (`verbs.speech`, …) -> lemmas; `after` gives the prepositions that a word takes."""

    words: dict[str, frozenset[str]]
    after: dict[str, dict[str, frozenset[str]]]
    genders: dict[str, str]
    """Titles and words for people that tell a gender: `m` or `f`."""

    def has(self, kind: str, lemma: str) -> bool:
        """Whether a lemma is in a class; KeyError where there is no such class."""
        return lemma in self.words[kind]

    def takes(self, kind: str, lemma: str, preposition: str) -> bool:
        """Whether a word of a class holds its content after that preposition."""
        return preposition in self.after[kind].get(lemma, frozenset())

    def is_verb(self, lemma: str) -> bool:
        """Whether any verb class has the lemma."""
        return any(lemma in words for kind, words in self.words.items() if kind in _CUE_CLASSES)


_CUE_CLASSES = frozenset(
    {
        "verbs.speech",
        "verbs.thought",
        "verbs.document",
        "verbs.object",
        "verbs.infinitive",
        "verbs.passive_infinitive",
        "verbs.preposition",
        "verbs.appeal",
        "verbs.predicative",
        "verbs.as",
    }
)


@cache
def load() -> Cues:
    """The packaged lexicon."""
    source = files("checker.attribution").joinpath("cues.toml").read_text(encoding="utf-8")
    words: dict[str, frozenset[str]] = {}
    after: dict[str, dict[str, frozenset[str]]] = {}
    for part, classes in tomllib.loads(source).items():
        for name, entry in classes.items():
            pairs = [word.partition(":") for word in entry["words"].split()]
            words[f"{part}.{name}"] = frozenset(lemma for lemma, _, _ in pairs)
            after[f"{part}.{name}"] = {
                lemma: frozenset(prepositions.split(",")) for lemma, _, prepositions in pairs if prepositions
            }
    kinds = (("people.male", "m"), ("people.female", "f"))
    return Cues(words, after, {word: gender for kind, gender in kinds for word in words[kind]})
