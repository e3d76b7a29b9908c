"""Is what a bracket names what the text means?"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from checker.quotation import antecedents
from checker.quotation.align import Part
from checker.quotation.antecedents import bare, named
from checker.quotation.finding import Pair
from checker.quotation.lexicon import classes, is_content, words_of
from checker.quotation.senses import stem
from checker.quotation.sentences import FURTHEST, sentence_start

_FAMILIES = ("he", "she", "it", "they", "pointing")
_SPEAKERS = words_of("speaking")
_SUBJECTS = frozenset({"he", "she", "it", "they"})
NOT_MEANT = "the text does not mean that, as far as it shows"
NOT_NAMED = "the text does not name that"
OPEN = "the text leaves open who or what is meant"
"""No fault of the editor's: what the bracket names stands in the text, and nothing nearer speaks against it."""


def misreferred(pair: Pair, part: Part) -> str:
    """Why a bracket that stands for a pronoun or a description names something else, "" where it does not."""
    written = pair.written(part)
    if len(written) == 1:
        return pronoun(pair, part, part.s1)
    return _described(pair, part)


def pronoun(pair: Pair, part: Part, at: int) -> str:
    """Judge the words of a bracket as what the pronoun at word `at` of the text means."""
    word = pair.text.words[at]
    said = pair.said(part)
    family = next((name for name in _FAMILIES if name in classes(word)), "")
    if all("pronoun" in classes(w) or not is_content(w) for w in said):
        return NOT_MEANT if _other_gender(family, said) else ""
    if family in ("he", "she"):
        return _person(pair, part, at, family)
    if family:
        return _thing(pair, part, at, family)
    return _speaker(pair, part, at) if word in _SPEAKERS else ""


def _other_gender(family: str, said: Sequence[str]) -> bool:
    other = {"he": ("she", "it"), "she": ("he", "it"), "it": ("he", "she")}.get(family, ())
    return any(classes(word).intersection(other) for word in said)


def names_in(pair: Pair, part: Part) -> tuple[tuple[str, ...], str]:
    """The names in the bracketed words, and the gender that their title shows."""
    surfaces = [pair.quoted.folded.surface(i) for i in range(part.q1, part.q2)]
    return named(pair.said(part), surfaces)


def _person(pair: Pair, part: Part, at: int, family: str) -> str:
    names, gender = names_in(pair, part)
    if not names or pair.said(part)[0] in ("the", "a", "an"):
        return _thing(pair, part, at, family)
    if gender not in ("", family):
        return NOT_MEANT
    same = antecedents.same_person(pair.text, at, names[-1])
    if any("body" in classes(name) for name in same):
        return NOT_MEANT
    sentences = antecedents.persons(pair.text, at, family)
    for fit in sentences:
        of = [m for m in fit if names[-1] in m.words or same.issuperset(m.words)]
        if of:
            rivals = [m for m in fit[: fit.index(of[0])] if m.gender == family]
            return (
                NOT_MEANT if rivals and pair.text.words[at] in _SUBJECTS else OPEN if of[0] != fit[0] else ""
            )
    if _holds_office(pair, at, names[-1]):
        return OPEN
    if any(antecedents.is_person(pair.text, m, family) for fit in sentences for m in fit):
        return NOT_MEANT
    return OPEN if same else NOT_NAMED


def _holds_office(pair: Pair, at: int, name: str) -> bool:
    """Whether "the governor" stands before the pronoun in its sentence, and elsewhere "the governor, Ann Venn"."""
    text = pair.text
    start = sentence_start(text, at, FURTHEST)
    offices = {
        office
        for definite, office in pairwise(text.words[start:at])
        if "definite" in classes(definite) and classes(office) & {"person", "title", "he_title", "she_title"}
    }
    return any(m.words[-1] == name for office in sorted(offices) for m in called(pair, office))


def _thing(pair: Pair, part: Part, at: int, family: str) -> str:
    """A thing, a group or a described person has to be named in the text before, and nothing nearer instead."""
    *others, noun = pair.said(part)
    said = [*filter(is_content, others), noun]
    if (family == "they" and _one_person(pair, part)) or (family == "it" and _no_thing(pair, part)):
        return NOT_MEANT
    span = antecedents.around(pair.text, at)
    if family == "it" and _paired(pair, span, noun):
        return NOT_MEANT
    if antecedents.holds(pair.text, span, said):
        return "" if _nearest_is(pair, span, said) else NOT_MEANT
    far = max(0, at - antecedents.reach(pair.text, at, noun)), at
    if family == "pointing" or not antecedents.holds(pair.text, far, said):
        return NOT_NAMED
    return NOT_MEANT if _nearer(pair, at, said, family) else OPEN


def _nearer(pair: Pair, at: int, said: Sequence[str], family: str) -> bool:
    """Whether something nearer is plainly meant: another of the same name, a person, what opens the last sentence."""
    span = antecedents.around(pair.text, at)
    if antecedents.holds(pair.text, span, said[-1:]) and not _nearest_is(pair, span, said):
        return True
    if family in ("it", "they"):
        return antecedents.opens_with(pair.text, at)
    return _rival(pair, at, bare(said[-1]), family)


def _no_thing(pair: Pair, part: Part) -> bool:
    """Whether "it" cannot mean what a bracket names: a person, or several things."""
    noun = bare(pair.said(part)[-1])
    if classes(noun) & {"person", "he_title", "she_title"}:
        return True
    small = pair.quoted.folded.surface(part.q2 - 1)[:1].islower()
    return small and noun.endswith("s") and stem(noun) != noun and "singular" not in classes(noun)


def _rival(pair: Pair, at: int, noun: str, family: str) -> bool:
    """Whether a person whom the text does not call so is named between the noun and the pronoun."""
    last = max(
        (i for i in range(max(0, at - antecedents.WINDOW), at) if bare(pair.text.words[i]) == noun), default=0
    )
    between = antecedents.mentions(pair.text, last, at)
    return any(
        m.gender in ("", family)
        and antecedents.is_person(pair.text, m, family)
        and stem(noun) not in antecedents.linked(pair.text, at, m.words[-1])
        for m in between
    )


def _one_person(pair: Pair, part: Part) -> bool:
    """Whether a bracket names one person by name and title."""
    names, gender = names_in(pair, part)
    return bool(names and gender) and "and" not in pair.said(part) and not pair.said(part)[-1].endswith("s")


def _paired(pair: Pair, span: tuple[int, int], noun: str) -> bool:
    """Whether the noun stands only in pairs ("Arlo and Benn"), of which "it" means neither."""
    text, name = pair.text, bare(noun)
    at = [i for i in range(*span) if bare(text.words[i]) == name and text.surface(i)[0].isupper()]
    return bool(at) and all("and" in text.words[i - 1 : i + 2 : 2] for i in at if i)


def _nearest_is(pair: Pair, span: tuple[int, int], said: Sequence[str]) -> bool:
    """Whether the nearest mention of the noun has the same word in front ("the southern lines")."""
    if len(said) < 2:
        return True
    noun, kind = stem(bare(said[-1])), stem(bare(said[-2]))
    words = [stem(bare(word)) for word in pair.text.words[span[0] : span[1]]]
    at = max((i for i, word in enumerate(words) if word == noun), default=-1)
    before = words[at - 1] if at > 0 else ""
    return kind in words[max(0, at - 3) : at + 4] or not is_content(before)


def _speaker(pair: Pair, part: Part, at: int) -> str:
    """In a transcript "I" is the speaker whose label stands before."""
    names, _ = names_in(pair, part)
    label = _label(pair, at)
    own = pair.text.words[at] in ("i", "me", "my", "mine", "myself")
    if names and own and label and names[-1] not in label:
        return NOT_MEANT
    return ""


def _label(pair: Pair, at: int) -> list[str]:
    text = pair.text
    start = next((i for i in range(at, -1, -1) if i == 0 or "\n" in text.gap(i)), 0)
    end = next((i for i in range(start + 1, min(start + 8, at + 1)) if ":" in text.gap(i)), start)
    return [bare(word) for word in text.words[start:end]]


def referred(pair: Pair, part: Part) -> bool:
    """Whether a bracket has "she" for a name, or for "that boat" another name of it that the text has before."""
    said, written = pair.said(part), pair.written(part)
    surfaces = [pair.text.surface(i) for i in range(part.s1, part.s2)]
    if (
        len(said) == 1
        and classes(said[0]) & {"he", "she", "they", "it"}
        and all(s[0].isupper() for s in surfaces)
    ):
        _, gender = named(written, surfaces)
        return not gender or gender in classes(said[0])
    if len(written) != 2 or not classes(written[0]) & {"pointing"} or "definite" not in classes(said[0]):
        return False
    before = max(0, part.s1 - antecedents.WINDOW), part.s1
    number = said[-1].endswith("s") == written[-1].endswith("s")
    return number and antecedents.holds(pair.text, before, [w for w in said if is_content(w)])


def _described(pair: Pair, part: Part) -> str:
    """A name for "the captain": is another name called so in the text?"""
    names, _ = names_in(pair, part)
    written = pair.written(part)
    if not names or "definite" not in classes(written[0]):
        return ""
    noun = written[written.index("of") - 1] if "of" in written[2:] else written[-1]
    given = {m.words[-1] for m in called(pair, noun)}
    return NOT_MEANT if given and not given.intersection(names) else ""


def called(pair: Pair, noun: str) -> list[antecedents.Mention]:
    """Names beside a noun: "the captain, Mr Vance", "Captain Vance"."""
    text = pair.text
    found = []
    for i, word in enumerate(text.words):
        if word == noun:
            found += [m for m in antecedents.mentions(text, i, min(len(text), i + 3)) if m.first <= i + 1]
    return found
