"""Wordings of different sentences of one long utterance, told apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.model import Range
from checker.quotation.fold import Folded
from checker.quotation.pieces import Utterance
from checker.quotation.senses import senses
from checker.quotation.sentences import sentence_ranges

NEARLY = 0.8
"""Share of the best sentence's that another has, if the wording may be of both."""
COVERED = 0.5
"""Share of the senses of a sentence, or of a wording, that the other has if it is a wording of that sentence."""


def parts(said: Sequence[Utterance]) -> list[list[Utterance]]:
    """The wordings of one utterance: once for each part of the longest one that others are wordings of.

    A text that quotes the beginning and another that quotes the end do not quote the same words. The longest is then
    cut to the sentences of each part. A wording of no sentence in particular keeps all together.
    """
    longest = max(said, key=lambda u: len(u.folded))
    ranges = sentence_ranges(longest.folded)
    others = [u for u in said if u is not longest]
    rows = [(_covered(longest, ranges, u), [u]) for u in others]
    clusters: list[tuple[set[int], list[Utterance]]] = []
    for held, members in rows:
        near = [c for c in clusters if c[0] & held]
        clusters = [c for c in clusters if c not in near]
        clusters.append((held.union(*(c[0] for c in near)), [*(u for c in near for u in c[1]), *members]))
    if len(clusters) < 2:
        return [list(said)]
    return [_part(said, longest, ranges, held, members) for held, members in clusters]


def _covered(longest: Utterance, ranges: Sequence[Range], one: Utterance) -> set[int]:
    """Numbers of the sentences that a wording has words of; all of them where it has too little of each."""
    found: set[int] = set()
    theirs = [senses(longest.folded.words[low:high]) for low, high in ranges]
    for low, high in sentence_ranges(one.folded):
        own = senses(one.folded.words[low:high])
        shares = [_share(each, own) for each in theirs]
        found |= {n for n, share in enumerate(shares) if share >= max(COVERED, NEARLY * max(shares))}
    return found or set(range(len(ranges)))


def _share(a: set[str], b: set[str]) -> float:
    return len(a & b) / (min(len(a), len(b)) or 1)


def _part(
    said: Sequence[Utterance],
    longest: Utterance,
    ranges: Sequence[Range],
    held: set[int],
    members: list[Utterance],
) -> list[Utterance]:
    words = ranges[min(held)][0], ranges[max(held)][1]
    return [_cut(longest, words) if u is longest else u for u in said if u is longest or u in members]


def _cut(one: Utterance, words: Range) -> Utterance:
    """An utterance from its first to its last word of a range."""
    text = one.folded
    low, high = text.starts[words[0]], text.ends[words[1] - 1]
    start, end = text.stored(*words)
    cuts = [(max(seen, low) - low, at + max(0, low - seen) - start) for seen, at in text.cuts if seen < high]
    kept = [cut for k, cut in enumerate(cuts) if k + 1 == len(cuts) or cuts[k + 1][0] > 0]
    folded = Folded(
        text.view[low:high],
        text.words[slice(*words)],
        tuple(place - low for place in text.starts[slice(*words)]),
        tuple(place - low for place in text.ends[slice(*words)]),
        tuple(kept),
    )
    return replace(one, span=(one.span[0] + start, one.span[0] + end), folded=folded)
