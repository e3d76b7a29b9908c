"""Which utterances are wordings of one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Literal

from rapidfuzz.distance import LCSseq

from checker.quotation.pieces import Utterance
from checker.quotation.sentences import sentence_ranges
from checker.quotation.wording import Wording, kinship

FEWEST_SHARED = 2
"""Uncommon keys that two utterances share before they are compared."""
COMMON = 60
"""Utterances that may have a key; one that more have tells nothing apart."""
FAR = 200
"""Characters between two utterances of one document that may be wordings of one."""
FRAGMENT = 12
"""Words of the longest phrase that is quoted inside a sentence of the narrator's."""
VERBATIM = 0.9
"""Share of the shorter of two utterances of one document that stands in the other, if they are wordings of one."""

Kind = Literal["wording", "translation"]
Pair = tuple[int, int]
Circles = Sequence[frozenset[int]]


def groups(found: Sequence[Wording], circles: Circles = ()) -> list[tuple[list[int], Kind]]:
    """Every utterance (number in `found`) with those that are wordings of the same, and how they belong together.

    A fragment joins the wording that holds it best, the fullest where one person said it twice on one occasion, and
    none where two unrelated ones do or where its own document has the whole. Two sentences of one document are never
    brought together by a third text. `circles` are documents (numbers) about one happening.
    """
    kin = _kin(found, circles)
    fragments = {i for i, one in enumerate(found) if one.weak or _is_fragment(one.utterance)}
    hosts = _hosts(found, kin, fragments)
    edges = [pair for pair in kin if _may_join(found, pair, fragments, hosts)]
    edges.sort(key=lambda p: (bool(fragments & set(p)), -_share(found, p), -_size(found, p), p))
    return [(members, _kind(kin, members)) for members in _united(found, kin, edges)]


def _kin(found: Sequence[Wording], circles: Circles) -> dict[Pair, Kind]:
    """Pairs that belong together by their words; a weak one only with another text about the same happening."""
    kinds = (
        (pair, kinship(found[pair[0]], found[pair[1]]))
        for pair in sorted(_candidates(found))
        if not any(found[i].weak for i in pair) or _in_one(found, pair, circles)
    )
    return {pair: kind for pair, kind in kinds if kind}


def _in_one(found: Sequence[Wording], pair: Pair, circles: Circles) -> bool:
    docs = {found[i].utterance.document for i in pair}
    return any(docs <= circle for circle in circles)


def _size(found: Sequence[Wording], pair: Pair) -> int:
    return max(len(found[i].line) for i in pair)


def _candidates(found: Sequence[Wording]) -> set[Pair]:
    """Pairs that share uncommon words of content, or an uncommon run of three words."""
    having: dict[tuple[str, ...], list[int]] = {}
    for i, one in enumerate(found):
        for key in _keys(one):
            having.setdefault(key, []).append(i)
    shared: dict[Pair, int] = {}
    for key, members in having.items():
        if len(members) <= COMMON:
            for pair in combinations(members, 2):
                shared[pair] = shared.get(pair, 0) + (FEWEST_SHARED if len(key) > 1 else 1)
    return {pair for pair, count in shared.items() if count >= FEWEST_SHARED}


def _keys(one: Wording) -> Iterable[tuple[str, ...]]:
    return {(stem,) for stem in one.stems} | one.runs


def _is_fragment(said: Utterance) -> bool:
    """Whether it is a short phrase that begins without a capital letter."""
    text = said.folded
    begins = text.surface(0).lstrip("[")[:1]
    return len(text) <= FRAGMENT and begins.islower() and len(sentence_ranges(text)) == 1


def _hosts(found: Sequence[Wording], kin: dict[Pair, Kind], fragments: set[int]) -> dict[int, set[int]]:
    """For each fragment the wordings that hold it best; none where they are not wordings of one utterance."""
    near: dict[int, list[tuple[float, int]]] = {i: [] for i in fragments}
    for pair in kin:
        for i, host in (pair, pair[::-1]):
            if i in fragments and len(found[host].utterance.folded) >= len(found[i].utterance.folded):
                near[i].append((_held(found[i], found[host]), host))
    return {i: _best(found, kin, i, held) for i, held in near.items()}


def _best(
    found: Sequence[Wording], kin: dict[Pair, Kind], fragment: int, held: Sequence[tuple[float, int]]
) -> set[int]:
    most = max((share for share, _ in held), default=0.0)
    best = {host for share, host in held if share == most}
    if any(_retold(found[fragment].utterance, found[host].utterance) for host in best):
        return set()
    return best if len(_clusters(found, kin, best)) <= 1 else set()


def _clusters(found: Sequence[Wording], kin: dict[Pair, Kind], hosts: set[int]) -> list[set[int]]:
    """Hosts that are wordings of one utterance, or that one person said on one occasion."""
    clusters: list[set[int]] = []
    for host in sorted(hosts):
        near = [c for c in clusters if any(_related(found, kin, (other, host)) for other in c)]
        clusters = [c for c in clusters if c not in near] + [{host}.union(*near)]
    return clusters


def _related(found: Sequence[Wording], kin: dict[Pair, Kind], pair: Pair) -> bool:
    a, b = (found[i].utterance for i in pair)
    if a.document == b.document and a.speaker == b.speaker is not None and not _apart(a, b):
        return True
    return kin.get(pair) == "wording" and _compatible(found, kin, *pair)


def _held(fragment: Wording, host: Wording) -> float:
    """The largest share of a fragment that stands in order in one sentence of another utterance."""
    sentences = sentence_ranges(host.utterance.folded)
    return max(LCSseq.similarity(fragment.line, host.line[i:j]) for i, j in sentences) / len(fragment.line)


def _retold(fragment: Utterance, host: Utterance) -> bool:
    """Whether a document only uses its own quotation again."""
    longer = len(host.folded) > len(fragment.folded)
    return fragment.document == host.document and (longer or host.span < fragment.span)


def _may_join(found: Sequence[Wording], pair: Pair, fragments: set[int], hosts: dict[int, set[int]]) -> bool:
    a, b = pair
    if not _apart(found[a].utterance, found[b].utterance):
        return False
    if found[a].utterance.document == found[b].utterance.document and _share(found, pair) < VERBATIM:
        return False
    small = [i for i in pair if i in fragments]
    return not small or any(b + a - i in hosts[i] for i in small)


def _apart(a: Utterance, b: Utterance) -> bool:
    """Whether two utterances stand in different documents, or far apart in one."""
    if a.document != b.document:
        return True
    return b.span[0] - a.span[1] >= FAR or a.span[0] - b.span[1] >= FAR


def _share(found: Sequence[Wording], pair: Pair) -> float:
    a, b = (found[i].line for i in pair)
    return LCSseq.similarity(a, b) / min(len(a), len(b))


def _united(found: Sequence[Wording], kin: dict[Pair, Kind], edges: Sequence[Pair]) -> list[list[int]]:
    """Utterances brought together edge by edge, save where that would join two that differ in one document."""
    home = {i: [i] for i in range(len(found))}
    for a, b in edges:
        one, other = home[a], home[b]
        if one is not other and all(_compatible(found, kin, i, j) for i in one for j in other):
            members = sorted(one + other)
            home.update(dict.fromkeys(members, members))
    return [members for i, members in sorted(home.items()) if members[0] == i]


def _compatible(found: Sequence[Wording], kin: dict[Pair, Kind], i: int, j: int) -> bool:
    if found[i].utterance.document != found[j].utterance.document:
        return True
    pair = (min(i, j), max(i, j))
    return pair in kin and _share(found, pair) >= VERBATIM


def _kind(kin: dict[Pair, Kind], members: Sequence[int]) -> Kind:
    """A group is one of wordings where any two of its members are."""
    kinds = [kin[pair] for pair in combinations(members, 2) if pair in kin]
    return "translation" if kinds and "wording" not in kinds else "wording"
