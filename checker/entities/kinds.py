"""What kind of thing a name is: the parser's votes over all mentions, corrected by what is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from checker.entities.lexicon import look_up, tables
from checker.entities.mention import Mention
from checker.entities.persons import person_name, surname_of
from checker.entities.spelling import fold

Votes = dict[str, Counter[str]]
ORDER = ("PERSON", "GPE", "ORG", "LOC", "FAC", "LAW", "EVENT", "NORP", "WORK_OF_ART")
"""Which kind wins a tie."""
BODIES = frozenset({"ORG", "GPE", "LOC", "FAC"})
ACRONYM = 6
"""Letters from which a word in capitals is no longer taken for an abbreviation."""
_SMALL = frozenset({"and", "of", "the", "for"})


def form_of(words: str) -> str:
    """The key of a name's words: folded, "&" read as "and"."""
    return fold(words.replace("&", "and"))


def count(mentions: Iterable[Mention]) -> Votes:
    """How often the parser gave each form which type."""
    votes: Votes = {}
    for made in mentions:
        counted = votes.setdefault(form_of(made.words), Counter())
        if made.type:
            counted[made.type] += 1
    return votes


class Kinds:
    """The kinds of the forms of one text. `kind` gives "" where a form is no person, body or place."""

    def __init__(self, mentions: Iterable[Mention], everywhere: Votes) -> None:
        self.here = count(mentions)
        self.everywhere = everywhere
        self.surnames = frozenset(
            named.surname.split()[-1]
            for f in self.here
            if self._voted(f) == "PERSON" and (named := person_name(f))
        )
        self.givens = frozenset(
            named.given for f in self.here if self._voted(f) == "PERSON" and (named := person_name(f))
        )
        self.particled = frozenset(
            named.surname
            for f in self.here
            if self._voted(f) == "PERSON" and (named := person_name(f)) and " " in named.surname
        )
        bodies = [form.split() for form in self.here if self._voted(form) == "ORG"]
        self.founders = frozenset(" ".join(words[:n]) for words in bodies for n in range(2, len(words)))

    def kind(self, words: str) -> str:
        """What is known comes first, then a surname that the text has in full, then the votes of all texts."""
        form = form_of(words)
        voted, known = self._voted(form), look_up(words)
        if known and not (known.unsure and (voted == "PERSON" or self._mostly_person(form))):
            return known.type
        parts = form.split()
        if self.is_surname(words):
            return "PERSON"
        if len(parts) > 1:
            return self._longer(form, parts, voted)
        if form in tables().outlets and form not in self.surnames:
            return "ORG" if voted else ""
        if form in self.surnames or (form in self.givens and form in tables().given):
            return "PERSON"
        if voted == "PERSON" and words.isupper() and len(words) < ACRONYM:
            return "ORG"
        return "" if voted in {"EVENT", "LAW"} else _useful(voted)

    def is_surname(self, words: str) -> bool:
        """Whether the words are a surname with particles that the text has in a full name (`De Ruyt`, `El Amin`)."""
        return surname_of(words) in self.particled

    def _longer(self, form: str, parts: list[str], voted: str) -> str:
        if parts[-1] in tables().law:
            return "LAW"
        if voted == "PERSON" and (
            parts[-1] in tables().not_a_surname or "of" in parts or form in self.founders
        ):
            return "ORG"
        if parts[-1] in tables().outlets and voted in BODIES | {"PERSON"}:
            return "ORG"
        if parts[-1] in tables().clubs and voted == "PERSON" and parts[0] not in tables().given:
            return "ORG"
        named = person_name(form)
        if voted in BODIES and named and _plain(parts) and self._has_person_part(form, parts, named.given):
            return "PERSON"
        if voted == "PERSON" and parts[0] in {"radio", "tv"}:
            return "ORG"
        return _useful(voted)

    def _has_person_part(self, form: str, parts: list[str], given: str) -> bool:
        """Whether the first word is a given name, or the last one a person's surname in this text."""
        borne = parts[-1] in self.surnames or majority(self.here.get(parts[-1], Counter())) == "PERSON"
        return given in tables().given or (borne and form not in self.founders)

    def _mostly_person(self, form: str) -> bool:
        return form in self.surnames and majority(self.here.get(form, Counter())) == "PERSON"

    def _voted(self, form: str) -> str:
        return majority(self.everywhere.get(form) or self.here.get(form) or Counter())


def _plain(parts: list[str]) -> bool:
    """Two to four words that all could stand in a person's name."""
    return len(parts) in {2, 3, 4} and all(
        part.replace("-", "").isalpha() and part not in tables().not_a_surname | _SMALL for part in parts
    )


def majority(votes: Counter[str]) -> str:
    """The kind with the most votes; "" where there is none."""
    best = sorted(votes.items(), key=lambda item: (-item[1], ORDER.index(item[0])))
    return best[0][0] if best else ""


def _useful(voted: str) -> str:
    return "" if voted == "WORK_OF_ART" else voted
