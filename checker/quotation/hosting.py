"""Where the phrases belong that a narrator quotes inside a sentence of his own."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

from checker.quotation.pieces import Utterance
from checker.quotation.relations import Kin, Pair, apart, compatible
from checker.quotation.sentences import sentence_ranges
from checker.quotation.wording import Wording, size

FRAGMENT = 12
"""Words of the longest phrase that is quoted inside a sentence of the narrator's."""


def is_fragment(said: Utterance) -> bool:
    """Whether it is a short phrase that begins without a capital letter."""
    text = said.folded
    begins = text.surface(0).lstrip("[")[:1]
    return len(text) <= FRAGMENT and begins.islower() and len(sentence_ranges(text)) == 1


def hosts_of(found: Sequence[Wording], kin: Kin, fragments: set[int]) -> dict[int, set[int]]:
    """For each fragment the wordings that hold it best; none where they are not wordings of one utterance."""
    near: dict[int, list[tuple[float, int]]] = {i: [] for i in fragments}
    for pair in kin:
        for i, host in (pair, pair[::-1]):
            if i in fragments and len(found[host].utterance.folded) >= len(found[i].utterance.folded):
                near[i].append((_held(found[i], found[host]), host))
    return {i: _best(found, kin, i, held) for i, held in near.items()}


def _best(found: Sequence[Wording], kin: Kin, fragment: int, held: Sequence[tuple[float, int]]) -> set[int]:
    most = max((share for share, _ in held), default=0.0)
    best = {host for share, host in held if share == most}
    if any(_retold(found[fragment].utterance, found[host].utterance) for host in best):
        return set()
    return best if len(_clusters(found, kin, best)) <= 1 else set()


def _clusters(found: Sequence[Wording], kin: Kin, hosts: set[int]) -> list[set[int]]:
    """Hosts that are wordings of one utterance, or that one person said on one occasion."""
    clusters: list[set[int]] = []
    for host in sorted(hosts):
        near = [c for c in clusters if any(_related(found, kin, (other, host)) for other in c)]
        clusters = [c for c in clusters if c not in near] + [{host}.union(*near)]
    return clusters


def _related(found: Sequence[Wording], kin: Kin, pair: Pair) -> bool:
    a, b = (found[i].utterance for i in pair)
    if a.document == b.document and a.speaker == b.speaker is not None and not apart(a, b):
        return True
    return kin.get(pair) == "wording" and compatible(found, kin, *pair)


def _held(fragment: Wording, host: Wording) -> float:
    """The largest share of a fragment that stands in order in one sentence of another utterance."""
    return max(LCSseq.similarity(fragment.line, host.line[i:j]) for i, j in host.sentences) / size(
        fragment.line
    )


def _retold(fragment: Utterance, host: Utterance) -> bool:
    """Whether a document only uses its own quotation again."""
    longer = len(host.folded) > len(fragment.folded)
    return fragment.document == host.document and (longer or host.span < fragment.span)
