"""How two utterances stand to each other, beside their words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from rapidfuzz.distance import LCSseq

from checker.quotation.moments import parted
from checker.quotation.pieces import Utterance
from checker.quotation.wording import Wording, size

FAR = 200
"""Characters between two utterances of one document that may be wordings of one."""
VERBATIM = 0.9
"""Share of the shorter of two utterances of one document that stands in the other, if they are wordings of one."""

Kind = Literal["wording", "translation"]
Pair = tuple[int, int]
Kin = dict[Pair, Kind]


def apart(a: Utterance, b: Utterance) -> bool:
    """Whether two utterances stand in different documents, or far apart in one."""
    if a.document != b.document:
        return True
    return b.span[0] - a.span[1] >= FAR or a.span[0] - b.span[1] >= FAR


def share(found: Sequence[Wording], pair: Pair) -> float:
    """How much of the shorter of two utterances stands in the other, in order."""
    a, b = (found[i].line for i in pair)
    return LCSseq.similarity(a, b) / min(size(a), size(b))


def compatible(found: Sequence[Wording], kin: Kin, i: int, j: int) -> bool:
    """Whether two utterances may be wordings of one where others join them.

    Not of two moments; in one document, or given to two people, only where their own words join them.
    """
    a, b = found[i], found[j]
    if parted(a.moment, b.moment):
        return False
    pair = (min(i, j), max(i, j))
    if a.utterance.document == b.utterance.document:
        return pair in kin and share(found, pair) >= VERBATIM
    speakers = {a.utterance.speaker, b.utterance.speaker} - {None}
    return len(speakers) < 2 or pair in kin
