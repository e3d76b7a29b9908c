"""Are two utterances wordings of one? Asked of their words alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import LCSseq

from checker.quotation.lexicon import classes, is_content
from checker.quotation.pieces import Utterance

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
_ENDINGS = ("ments", "ment", "ings", "ing", "ies", "ied", "ed", "es", "ly", "s", "y", "e")


@dataclass(frozen=True, slots=True)
class Wording:
    """An utterance with the stems of its words of content, in order, and those of them that few others have.

    `runs` are its folded words, each with the two after it.
    """

    utterance: Utterance
    stems: tuple[str, ...]
    rare: frozenset[str]
    runs: frozenset[tuple[str, ...]]


def wordings(utterances: Sequence[Utterance]) -> list[Wording]:
    """Read utterances for comparison with each other."""
    stems = [tuple(stem(word) for word in u.folded.words if is_content(word)) for u in utterances]
    having = Counter(word for each in stems for word in set(each))
    few = max(FEW, len(utterances) // 50)
    return [
        Wording(u, each, frozenset(word for word in each if having[word] <= few), _runs(u.folded.words))
        for u, each in zip(utterances, stems, strict=True)
    ]


def _runs(words: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    return frozenset(words[i : i + 3] for i in range(len(words) - 2))


def stem(word: str) -> str:
    """A word without its commonest English endings; at least four letters stay."""
    word = word.removesuffix("'s").removesuffix("n't")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def kinship(a: Wording, b: Wording) -> Literal["wording", "translation", ""]:
    """How two utterances belong together, "" where they do not.

    "wording": a long run of shared words, or a shorter one where nearly all of the shorter utterance agrees.
    "translation": one speaker, and most words of content in one order though the words between differ.
    """
    one_speaker = a.utterance.speaker is not None and a.utterance.speaker == b.utterance.speaker
    two_speakers = None not in (a.utterance.speaker, b.utterance.speaker) and not one_speaker
    if not a.runs.isdisjoint(b.runs) and _same_words(
        a.utterance.folded.words, b.utterance.folded.words, strict=two_speakers
    ):
        return "wording"
    return "translation" if one_speaker and _same_content(a, b) else ""


def _same_words(a: Sequence[str], b: Sequence[str], *, strict: bool) -> bool:
    start, run = _longest_run(a, b)
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


def _longest_run(a: Sequence[str], b: Sequence[str]) -> tuple[int, int]:
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
