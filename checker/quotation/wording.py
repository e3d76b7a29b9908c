"""Are two utterances wordings of one? Asked of their words alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import LCSseq

from checker.quotation.lexicon import classes, is_content
from checker.quotation.moments import Moment, parted, together
from checker.quotation.pieces import Utterance
from checker.quotation.senses import sense, stem

LONG_RUN = 8
"""Shared words in a row that only one utterance has."""
SHORT_RUN = 4
PHRASE = 6
"""Words below which a phrase inside another quotation is not joined with it where two speakers are named."""
HALF, MOST = 0.5, 0.8
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


@dataclass(frozen=True, slots=True)
class Wording:
    """An utterance with the stems of its words of content, in order, and those of them that few others have.

    `line` has the stem of every word, so that "want[ed]" is "want"; `runs` are these, each with the two after it;
    `moment` is when it was said. A `weak` one is a short phrase that nobody is named for: it shows no utterance alone.
    """

    utterance: Utterance
    moment: Moment
    line: tuple[str, ...]
    stems: tuple[str, ...]
    rare: frozenset[str]
    weak: bool
    runs: frozenset[tuple[str, ...]]


def wordings(said: Sequence[tuple[Utterance, Moment]], weak: Container[Utterance] = ()) -> list[Wording]:
    """Read utterances, each with its moment, for comparison with each other."""
    stems = [tuple(sense(word) for word in u.folded.words if is_content(word)) for u, _ in said]
    having = Counter(word for each in stems for word in set(each))
    few = max(FEW, len(said) // 50)
    lines = [line(u.folded.words) for u, _ in said]
    return [
        Wording(
            u, moment, words, each, frozenset(w for w in each if having[w] <= few), u in weak, runs(words)
        )
        for (u, moment), words, each in zip(said, lines, stems, strict=True)
    ]


def line(words: Sequence[str]) -> tuple[str, ...]:
    """The stem of each word."""
    return tuple(map(stem, words))


def runs(words: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    """The words, each with the two after it."""
    return frozenset(words[i : i + 3] for i in range(len(words) - 2))


def kinship(a: Wording, b: Wording) -> Literal["wording", "translation", ""]:
    """How two utterances belong together, "" where they do not.

    "wording": a long run of shared words, or a shorter one where nearly all of the shorter utterance agrees.
    "translation": one speaker, and most words of content in one order though the words between differ; of one dated
    moment, what is said agrees in its weightiest words. Utterances of two moments never belong together.
    """
    if parted(a.moment, b.moment):
        return ""
    if a.weak or b.weak:
        return "wording" if a.weak != b.weak and _stands_in(*sorted((a, b), key=lambda w: not w.weak)) else ""
    one_speaker = a.utterance.speaker is not None and a.utterance.speaker == b.utterance.speaker
    two_speakers = None not in (a.utterance.speaker, b.utterance.speaker) and not one_speaker
    if not a.runs.isdisjoint(b.runs) and same_words(a.line, b.line, strict=two_speakers):
        return "wording"
    if two_speakers:
        return ""
    content = one_speaker and _same_content(a, b)
    agreeing = together(a.moment, b.moment) and _same_sense(a, b, SENSE if one_speaker else UNNAMED)
    return "translation" if content or agreeing else ""


def _stands_in(phrase: Wording, host: Wording) -> bool:
    """Whether a phrase stands whole in another utterance."""
    return longest_run(phrase.line, host.line)[1] == len(phrase.line)


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
    shorter = min(len(a), len(b))
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
    return share >= AGREEING and in_order >= max(FEWEST_SHARED, len(shared) / 2)


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
