"""Are two utterances wordings of one? Asked of their words alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import LCSseq

from checker.model import Range
from checker.quotation.fold import Folded, fold_word, has_ellipsis
from checker.quotation.lexicon import classes, is_content, marked
from checker.quotation.moments import Moment, far, parted, together
from checker.quotation.pieces import Utterance
from checker.quotation.senses import sense
from checker.quotation.sentences import sentence_ranges

LONG_RUN = 8
"""Shared words in a row that only one utterance has."""
SHORT_RUN = 4
PHRASE = 6
"""Words below which a phrase inside another quotation is not joined with it where two speakers are named."""
LEAST = 4
"""Words of a phrase of one person's that stands whole in another text about the same happening."""
HALF, MOST, ALL = 0.5, 0.8, 0.95
FEWEST_SHARED, AGREEING = 3, 0.6
"""Stems that two free wordings share, and the share of the shorter one that they make up; a number counts twice."""
FEW = 4
"""Utterances that may have a word which still tells one utterance from another."""
SENSE, SENSIBLE = 3.0, 0.4
"""Weight of the words of content that two translations of one moment share, and its share of the lighter one's."""
UNNAMED = 5.0
"""The same weight where one text names nobody for the words."""
FULL, FAINT, NUMERAL = 1.0, 0.5, 2.0
"""Weight of a word that few others have, of a common one, of a number above `SMALL`."""
SMALL = 2
_BRACKET = re.compile(r"[\[\]]")
_BENT = re.compile(r"(?<=\w)\[\w{1,12}\]$")


@dataclass(frozen=True, slots=True)
class Wording:
    """An utterance with the stems of its words of content, in order, and those of them that few others have.

    `line` has every word without an editor's brackets; `runs` are these words, each with the two after it.
    `sentences` are its word ranges, `moment` is when it was said. A `weak` one is a short phrase that nobody is named
    for: it shows no utterance alone.
    """

    utterance: Utterance
    moment: Moment
    line: tuple[str, ...]
    sentences: tuple[Range, ...]
    stems: tuple[str, ...]
    rare: frozenset[str]
    weak: bool
    runs: frozenset[tuple[str, ...]]


def wordings(said: Sequence[tuple[Utterance, Moment]], weak: Container[Utterance] = ()) -> list[Wording]:
    """Read utterances, each with its moment, for comparison with each other."""
    stems = [tuple(sense(word) for word in u.folded.words if is_content(word)) for u, _ in said]
    having = Counter(word for each in stems for word in set(each))
    few = max(FEW, len(said) // 50)
    lines = [line(u.folded) for u, _ in said]
    return [
        Wording(
            u,
            moment,
            words,
            tuple(sentence_ranges(u.folded)),
            each,
            frozenset(w for w in each if having[w] <= few),
            u in weak,
            runs(words),
        )
        for (u, moment), words, each in zip(said, lines, stems, strict=True)
    ]


def line(text: Folded) -> tuple[str, ...]:
    """Each word as it was said: "want[ed]" is "want"; what an editor put in brackets begins with "["."""
    found, inside = [], False
    for i, word in enumerate(text.words):
        marks = _BRACKET.findall(text.gap(i))
        inside = marks[-1] == "[" if marks else inside
        bare = _BENT.sub("", text.surface(i))
        found.append(
            "[" + word if inside else fold_word(bare) if "[" in bare or bare != text.surface(i) else word
        )
    return tuple(found)


def size(words: Iterable[str]) -> int:
    """How many words of a line were said, without an editor's."""
    return sum(not word.startswith("[") for word in words)


def runs(words: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    """The words, each with the two after it."""
    return frozenset(words[i : i + 3] for i in range(len(words) - 2))


def kinship(a: Wording, b: Wording, *, near: bool = True) -> Literal["wording", "translation", ""]:
    """How two utterances belong together, "" where they do not.

    "wording": a long run of shared words, or a shorter one where nearly all of the shorter utterance agrees.
    "translation": one speaker, and most words of content in one order though the words between differ; of one dated
    moment, what is said agrees in its weightiest words. Utterances of two moments never belong together, and
    those that may be far apart only where one holds the other. `near`: they
    stand in texts about one happening, where a few words tell enough.
    """
    if parted(a.moment, b.moment):
        return ""
    speakers = {a.utterance.speaker, b.utterance.speaker}
    one_speaker = len(speakers) == 1 and None not in speakers
    found: Literal["wording", "translation", ""] = ""
    if _is_wording(a, b, near=near, one_speaker=one_speaker, two_speakers=len(speakers - {None}) > 1):
        found = "wording"
    elif len(speakers - {None}) < 2 and not (a.weak or b.weak):
        agreeing = together(a.moment, b.moment) and _same_sense(a, b, SENSE if one_speaker else UNNAMED)
        found = "translation" if agreeing or (one_speaker and _same_content(a, b)) else ""
    doubtful = (not one_speaker and _denied(a, b)) or (far(a.moment, b.moment) and not _is_held(a, b))
    return found if not doubtful else ""


def _is_held(a: Wording, b: Wording) -> bool:
    """Whether nearly every word of the shorter of two utterances stands in the other, in order."""
    return LCSseq.similarity(a.line, b.line) >= ALL * min(size(a.line), size(b.line))


def _is_wording(a: Wording, b: Wording, *, near: bool, one_speaker: bool, two_speakers: bool) -> bool:
    """Whether two utterances are the same words, or one a piece of the other."""
    if a.weak or b.weak:
        return a.weak != b.weak and _stands_in(*sorted((a, b), key=lambda w: not w.weak))
    if not a.runs.isdisjoint(b.runs) and same_words(a.line, b.line, strict=two_speakers):
        return True
    of_one = one_speaker or together(a.moment, b.moment)
    return near and not two_speakers and _same_phrase(a, b, LEAST if of_one else LEAST + 1)


def _same_phrase(a: Wording, b: Wording, least: int) -> bool:
    """Whether one stands whole in the other, with a word of content; is all of it where more than `LEAST` are asked."""
    short, long = sorted((a, b), key=lambda w: size(w.line))
    whole = size(short.line) == size(long.line) or least == LEAST
    enough = whole and size(short.line) >= least and bool(short.stems)
    return enough and (_stands_in(short, long) or _stands_cut_in(short, long))


def _stands_cut_in(short: Wording, long: Wording) -> bool:
    """Whether all words of a wording with an ellipsis stand in another in their order."""
    said = LCSseq.similarity(short.line, long.line)
    return said == len(short.line) and len(short.stems) > 1 and has_ellipsis(short.utterance.folded.view)


def opposed(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether one of two wordings (folded words) has a negation and the other none, or they have different numbers."""
    negated = [bool(marked(words, "negation", "denial")) for words in (a, b)]
    numbers = [{sense(word) for word in words if "number" in classes(word)} for words in (a, b)]
    return negated[0] != negated[1] or not (numbers[0] <= numbers[1] or numbers[1] <= numbers[0])


def _denied(a: Wording, b: Wording) -> bool:
    """Whether the sentence that has a shorter wording inside it says the opposite."""
    short, long = sorted((a, b), key=lambda w: len(w.line))
    if len(short.sentences) > 1:
        return False
    best = max(long.sentences, key=lambda r: LCSseq.similarity(short.line, long.line[slice(*r)]))
    if size(short.line) >= MOST * size(long.line[slice(*best)]):
        return False
    return opposed(short.utterance.folded.words, long.utterance.folded.words[slice(*best)])


def _stands_in(phrase: Wording, host: Wording) -> bool:
    """Whether a phrase stands whole in another utterance."""
    return longest_run(phrase.line, host.line)[1] == size(phrase.line)


def _same_sense(a: Wording, b: Wording, least: float) -> bool:
    """Whether the words of content that two utterances share weigh enough, for what one speaker said on one day."""
    shared = set(a.stems) & set(b.stems)
    weight = _weight(a, shared)
    lighter = min(_weight(a, set(a.stems)), _weight(b, set(b.stems)))
    return len(shared) >= FEWEST_SHARED and weight >= max(least, SENSIBLE * lighter)


def _weight(one: Wording, stems: Iterable[str]) -> float:
    return sum(_counts(word, one.rare) for word in stems)


def _counts(word: str, rare: frozenset[str]) -> float:
    if word.isdigit():
        return NUMERAL if int(word) > SMALL else FAINT
    return FULL if word in rare else FAINT


def same_words(a: Sequence[str], b: Sequence[str], *, strict: bool) -> bool:
    """Whether two wordings share a long run, or nearly all words of the shorter; `strict`: of two people."""
    start, run = longest_run(a, b)
    shorter = min(size(a), size(b))
    if strict and shorter < PHRASE and len(a) != len(b):
        return False
    weighty = sum(map(is_content, a[start : start + run]))
    if run >= LONG_RUN and weighty >= 3:
        return not strict or run >= HALF * shorter
    if run < min(SHORT_RUN, shorter) or weighty < 2:
        return False
    share = LCSseq.similarity(a, b) / shorter
    return share >= (MOST if strict or shorter < LONG_RUN else 0.7)


def _same_content(a: Wording, b: Wording) -> bool:
    """Whether most words of content agree, half of them in order, and two are words that few others use."""
    if len(a.rare & b.rare) < 2:
        return False
    shared = set(a.stems) & set(b.stems)
    if len(shared) < FEWEST_SHARED:
        return False
    shorter = min(len(set(a.stems)), len(set(b.stems)))
    in_order = LCSseq.similarity(a.stems, b.stems)
    share = (len(shared) + sum("number" in classes(stem) for stem in shared)) / shorter
    same = len(shared) == shorter == max(len(set(a.stems)), len(set(b.stems)))
    return same or (share >= AGREEING and in_order >= max(FEWEST_SHARED, len(shared) / 2))


def longest_run(a: Sequence[str], b: Sequence[str]) -> tuple[int, int]:
    """Start in `a` and size of the longest run of words that `b` has as well."""
    where: dict[str, list[int]] = {}
    for j, word in enumerate(b):
        where.setdefault(word, []).append(j)
    best, before = (0, 0), dict[int, int]()
    for i, word in enumerate(a):
        now = {j: before.get(j - 1, 0) + 1 for j in where.get(word, ())}
        longest = max(now.values(), default=0)
        if longest > best[1]:
            best = i + 1 - longest, longest
        before = now
    return best
