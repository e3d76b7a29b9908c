"""The parts of a personal name, and when two names may be one person's."""

from __future__ import annotations

from dataclasses import dataclass

from checker.entities.lexicon import tables
from checker.entities.spelling import fold, slip, sound


@dataclass(frozen=True, slots=True)
class PersonName:
    """A full name, folded: given name (or initial), what stands between, surname with its particles."""

    given: str
    middle: tuple[str, ...]
    surname: str

    @property
    def given_key(self) -> str:
        """One key for the forms of a given name: `Dmytro` and `Dmitri`, `Bill` and `William`."""
        return tables().given.get(self.given) or sound(self.given)


def person_name(words: str) -> PersonName | None:
    """Take a full name apart; None for a single word."""
    parts = _parts(words)
    if len(parts) < 2:
        return None
    begin = len(parts) - 1
    while begin > 1 and parts[begin - 1] in tables().particles:
        begin -= 1
    return PersonName(parts[0], tuple(parts[1:begin]), " ".join(parts[begin:]))


def surname_of(words: str) -> str:
    """The key of a surname alone: folded, a particle parted from it (`el-Amin` and `El Amin`)."""
    return " ".join(_parts(words))


def _parts(words: str) -> list[str]:
    folded = [part for word in words.split() for part in _parted(fold(word))]
    return [part for part in folded if part and part not in tables().suffixes]


def _parted(word: str) -> list[str]:
    particle, hyphen, rest = word.partition("-")
    return [particle, rest] if hyphen and particle in tables().articles else [word]


def same_person(a: PersonName, b: PersonName, *, near: bool) -> bool:
    """Whether two full names may be one person's; `near` where both stand in one text.

    Surnames agree by sound, or by a slip of one letter in one text; given names by form, or by initial in one text;
    what stands between must not contradict.
    """
    surnames = a.surname == b.surname or sound(a.surname) == sound(b.surname)
    if not surnames and not (near and slip(a.surname, b.surname)):
        return False
    return _given_agree(a, b, near=near) and _middle_agree(a.middle, b.middle)


def _given_agree(a: PersonName, b: PersonName, *, near: bool) -> bool:
    if a.given_key == b.given_key:
        return True
    initial = 1 in (len(a.given), len(b.given)) and a.given[0] == b.given[0]
    return near and (initial or (a.surname == b.surname and slip(a.given, b.given)))


def _middle_agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """One of them silent, or the same initials in the same order."""
    return not a or not b or [part[0] for part in a] == [part[0] for part in b]


def same_surname(word: str, surname: str) -> bool:
    """Whether a single folded word may be this surname in the same text."""
    last = surname.split()[-1]
    return word in (surname, last) or sound(word) in (sound(surname), sound(last)) or slip(word, last)
