"""Whom and what a pronoun can mean, as far as the text around it shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.quotation.fold import Folded
from checker.quotation.lexicon import classes, words_of
from checker.quotation.senses import stem
from checker.quotation.sentences import ends_sentence, sentence_start

WINDOW = 160
"""Words before a pronoun in which a person is looked for."""
SENTENCES = 3
"""Sentences before it in which a thing is looked for."""
FAR = 4_000
"""Words to both sides among which a name is looked for elsewhere."""
TOPIC = 3
"""Times that a text names what it is about."""
LINKED = 5
"""Words between a name and the office that the text gives it."""
ENDING = 4
"""Letters of the shortest name, and one more, from which an adjective is made."""
_PLACING = words_of("placing")
_NAMELESS = ("he_title", "she_title", "title", "pronoun", "definite", "function", "number")
_TITLES = ("he_title", "she_title", "title")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text: its words without titles, and "he", "she" or "" for what its title shows.

    `placed`: "in", "of" or the like stands before it, so that it may well be a place or a body.
    """

    first: int
    words: tuple[str, ...]
    gender: str
    placed: bool = False


def bare(word: str) -> str:
    """A folded word without the ending of the genitive."""
    return word.removesuffix("'s").removesuffix("'")


def named(words: Sequence[str], surfaces: Sequence[str]) -> tuple[tuple[str, ...], str]:
    """The names among words with a capital letter, and the gender that their title shows."""
    gender, names = "", []
    for word, surface in zip(words, surfaces, strict=True):
        held = classes(word)
        gender = gender or ("he" if "he_title" in held else "she" if "she_title" in held else "")
        if surface[:1].isupper() and not held.intersection(_NAMELESS):
            names.append(bare(word))
    return tuple(names), gender


def mentions(text: Folded, low: int, high: int) -> Iterator[Mention]:
    """The names of persons among words `low` up to `high`; a speaker's label before a colon is none."""
    i = low
    while i < high:
        end = i
        while end < high and _in_name(text, i, end):
            end += 1
        if end > i and ":" not in text.gap(end):
            yield from _mention(text, i, end)
        i = max(end, i + 1)


def _in_name(text: Folded, start: int, i: int) -> bool:
    surface, word = text.surface(i), text.words[i]
    if not surface[0].isupper() or (i > start and ends_sentence(text, i)):
        return False
    if i > start and any(mark in text.gap(i) for mark in ",;:()"):
        return False
    held = classes(word)
    if held.intersection(_TITLES):
        return True
    return not held - {"reporting", "guessing", "past", "body", "singular"} and not (
        _opens(text, i) and _only_here(text, i)
    )


def _opens(text: Folded, i: int) -> bool:
    """Whether word `i` has its capital letter from its place: a sentence, speech, or what follows a label."""
    return ends_sentence(text, i) or any(mark in text.gap(i) for mark in ':"“‘(')


def _only_here(text: Folded, i: int) -> bool:
    """Whether a word at the start of a sentence has its capital letter nowhere inside one."""
    word = text.words[i]
    return not any(
        other == word and text.surface(k)[0].isupper() and not _opens(text, k) for k, other in _about(text, i)
    )


def _mention(text: Folded, first: int, end: int) -> Iterator[Mention]:
    words = text.words[first:end]
    names, gender = named(words, [text.surface(i) for i in range(first, end)])
    titled = any(classes(word).intersection(_TITLES) for word in words)
    if not names and gender:
        names = words
    placed = not titled and first > 0 and text.words[first - 1] in _PLACING
    if names:
        yield Mention(first, names, gender or _gender_elsewhere(text, first, names[-1]), placed)


def _gender_elsewhere(text: Folded, at: int, name: str) -> str:
    """The gender that a title before the name shows elsewhere in the text."""
    for i, word in _about(text, at):
        if i and bare(word) == name:
            held = classes(text.words[i - 1])
            if "he_title" in held or "she_title" in held:
                return "he" if "he_title" in held else "she"
    return ""


def persons(text: Folded, at: int, pronoun: str) -> list[list[Mention]]:
    """Whom "he" or "she" at word `at` can mean: names by sentence, the nearest first, of the nearest that tell.

    A sentence with the same pronoun before its first name passes the question on to the sentence before it.
    """
    found = []
    high, floor = at, max(0, at - WINDOW)
    while high > floor:
        low = sentence_start(text, high - 1, WINDOW)
        named_here = mentions(text, low, high)
        fit = [m for m in named_here if m.gender in ("", pronoun) and not _speaks(text, m, at)]
        if fit:
            found.append(fit)
            before = text.words[low : fit[0].first]
            passed_on = any(pronoun in classes(word) for word in before)
            if not passed_on and not all(m.placed for m in fit):
                return found
        high = low
    return found


def _speaks(text: Folded, mention: Mention, at: int) -> bool:
    """Whether somebody is named as the speaker of the quoted speech that word `at` stands in: never "he" or "she"."""
    end = mention.first + len(mention.words)
    beside = text.words[max(0, mention.first - 1) : mention.first] + text.words[end : end + 1]
    if not any("reporting" in classes(word) for word in beside):
        return False
    line = text.view[text.view.rfind("\n", 0, text.starts[at]) + 1 : text.starts[at]]
    quoted = line.count('"') % 2 == 1 or line.count("“") > line.count("”")
    return quoted and "\n" not in text.view[text.starts[mention.first] : text.starts[at]]


def is_person(text: Folded, mention: Mention, pronoun: str) -> bool:
    """Whether a name is plainly that of a person whom the pronoun can mean: title, names, deed."""
    end = mention.first + len(mention.words)
    if any("body" in classes(word) for word in text.words[mention.first : end]):
        return False
    after = text.words[end : end + 1]
    acts = any(word in ("who", "whose", "whom") or "reporting" in classes(word) for word in after)
    several = not mention.placed and (len(mention.words) > 1 or acts)
    return mention.gender == pronoun or several or _called_a_person(text, mention)


def _called_a_person(text: Folded, mention: Mention) -> bool:
    """Whether a title or a calling stands before the name somewhere: "Captain Vance", "the keeper, Vance"."""
    return any(
        i
        and bare(word) == mention.words[-1]
        and classes(text.words[i - 1]).intersection((*_TITLES, "person"))
        for i, word in _about(text, mention.first)
    )


def same_person(text: Folded, at: int, name: str) -> set[str]:
    """The name with all that stand beside it as parts of one name in the text ("Dale Vance"); empty: not there."""
    found: set[str] = set()
    for i, word in _about(text, at):
        if bare(word) == name and text.surface(i)[0].isupper():
            found.add(name)
            for mention in mentions(text, max(0, i - 2), min(len(text), i + 3)):
                found.update(mention.words if name in mention.words else ())
    return found


def opens_with(text: Folded, at: int) -> bool:
    """Whether word `at` opens a sentence, and the one before in the paragraph begins with another thing's name."""
    if not ends_sentence(text, at) or at == 0 or "\n" in text.gap(at):
        return False
    low = sentence_start(text, at - 1, WINDOW)
    return "definite" in classes(text.words[low]) or any(m.first == low for m in mentions(text, low, low + 2))


def reach(text: Folded, at: int, noun: str) -> int:
    """How many words before word `at` a pronoun can mean the noun: further where the text speaks of it often."""
    often = sum(bare(word) == noun for word in text.words[max(0, at - FAR) : at]) >= TOPIC
    return FAR if often else WINDOW


def dated(text: Folded, at: int, year: str) -> bool:
    """Whether the text has a date of the year: "3 May 1990", "May 1990"."""
    return any(word == year and i and "month" in classes(text.words[i - 1]) for i, word in _about(text, at))


def around(text: Folded, at: int) -> tuple[int, int]:
    """The words from three sentences before word `at` to the end of its sentence."""
    low = at
    for _ in range(SENTENCES + 1):
        low = sentence_start(text, max(0, low - 1), WINDOW) if low else 0
    return low, at


def holds(text: Folded, span: tuple[int, int], words: Sequence[str]) -> bool:
    """Whether all the words stand in the span, in some form, or as the name that they are made from ("Japanese")."""
    there = {stem(bare(word)) for word in text.words[span[0] : span[1]]}
    return all(stem(bare(word)) in there or _of_a_name(text, span, bare(word)) for word in words)


def _of_a_name(text: Folded, span: tuple[int, int], word: str) -> bool:
    """Whether a name in the span begins the word, but for its last letter ("Russia", "Russian")."""
    return any(
        len(bare(name)) > ENDING and word.startswith(bare(name)[:-1]) and text.surface(i)[0].isupper()
        for i, name in enumerate(text.words[slice(*span)], span[0])
    )


def in_a_row(text: Folded, at: int, words: Sequence[str]) -> bool:
    """Whether the words stand in a row in the text about word `at`."""
    size, first = len(words), words[0]
    return any(word == first and text.words[i : i + size] == tuple(words) for i, word in _about(text, at))


def _about(text: Folded, at: int) -> Iterator[tuple[int, str]]:
    """The words of the text with their numbers; of a long one, those about word `at`."""
    low, high = max(0, at - FAR), min(len(text), at + FAR)
    return enumerate(text.words[low:high], low)


def linked(text: Folded, at: int, name: str) -> set[str]:
    """The stems of the words that stand close to a name in the text about word `at`."""
    found: set[str] = set()
    for i, word in _about(text, at):
        if bare(word) == name:
            low, high = max(0, i - LINKED), min(len(text), i + LINKED + 1)
            found.update(stem(bare(w)) for w in text.words[low:high])
    return found
