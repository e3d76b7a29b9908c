"""Which utterances are wordings of one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from checker.quotation.hosting import hosts_of, is_fragment
from checker.quotation.moments import near_before, parted
from checker.quotation.relations import VERBATIM, Kin, Kind, Pair, apart, compatible, share
from checker.quotation.wording import Wording, kinship, size

FEWEST_SHARED = 2
"""Uncommon keys that two utterances share before they are compared."""
COMMON = 60
"""Utterances that may have a key; one that more have tells nothing apart."""
PHRASE = 9
"""Words of the longest phrase that is not taken for one person's where nobody is named for it."""
Circles = Sequence[frozenset[int]]


@dataclass(slots=True)
class Joined:
    """Utterances (numbers) that are wordings of one, and how they belong together.

    `others` belong with one of the members, but not with another one from their own document: they are wordings of
    another sentence of it, if of any.
    """

    members: list[int]
    kind: Kind
    others: list[int] = field(default_factory=list)


def groups(found: Sequence[Wording], circles: Circles = ()) -> list[Joined]:
    """Every utterance (number in `found`) with those that are wordings of the same.

    A fragment joins the wording that holds it best, the fullest where one person said it twice on one occasion, and
    none where two unrelated ones do or where its own document has the whole. Two sentences of one document are never
    brought together by a third text. `circles` are documents (numbers) about one happening.
    """
    kin = _kin(found, circles)
    for pair in _torn(found, kin):
        del kin[pair]
    fragments = {i for i, one in enumerate(found) if one.weak or is_fragment(one.utterance)}
    hosts = hosts_of(found, kin, fragments)
    edges = [pair for pair in kin if _may_join(found, pair, fragments, hosts)]
    edges.sort(key=lambda p: (bool(fragments & set(p)), -share(found, p), -_size(found, p), p))
    home = _united(found, kin, edges)
    joined = {members[0]: Joined(members, _kind(kin, members)) for members in home.values()}
    for pair in edges:
        small, host = sorted(pair, key=lambda i: (size(found[i].line), i))
        if home[small] == [small] and home[host] != home[small] and share(found, pair) >= VERBATIM:
            joined[home[host][0]].others.append(small)
            home[small] = home[host]
            del joined[small]
    return [joined[first] for first in sorted(joined)]


def _torn(found: Sequence[Wording], kin: Kin) -> set[Pair]:
    """Pairs of an undated utterance with one of several moments, unless it was printed just after that one alone."""
    near: dict[int, list[int]] = {}
    for a, b in kin:
        for i, other in ((a, b), (b, a)):
            if not found[i].moment.days and found[other].moment.days:
                near.setdefault(i, []).append(other)
    torn: set[Pair] = set()
    for i, others in near.items():
        if _are_parted(found, others):
            fresh = [j for j in others if near_before(found[j].moment, found[i].moment)]
            lost = others if _are_parted(found, fresh) else [j for j in others if j not in fresh]
            torn |= {(min(i, j), max(i, j)) for j in lost}
    return torn


def _are_parted(found: Sequence[Wording], members: Sequence[int]) -> bool:
    return any(parted(found[a].moment, found[b].moment) for a, b in combinations(members, 2))


def _kin(found: Sequence[Wording], circles: Circles) -> Kin:
    """Pairs that belong together by their words; a short one without a speaker only inside one circle."""
    kin: Kin = {}
    for pair in sorted(_candidates(found)):
        near = _in_one(found, pair, circles)
        kind = kinship(*(found[i] for i in pair), near=near)
        if kind and (near or not any(_is_anybodys(found[i]) for i in pair)):
            kin[pair] = kind
    return kin


def _is_anybodys(one: Wording) -> bool:
    """Whether it is a phrase that several people may use: short, and nobody is named for it."""
    return one.weak or (one.utterance.speaker is None and size(one.line) <= PHRASE)


def _in_one(found: Sequence[Wording], pair: Pair, circles: Circles) -> bool:
    docs = {found[i].utterance.document for i in pair}
    return len(docs) == 1 or any(docs <= circle for circle in circles)


def _size(found: Sequence[Wording], pair: Pair) -> int:
    return max(size(found[i].line) for i in pair)


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


def _may_join(found: Sequence[Wording], pair: Pair, fragments: set[int], hosts: dict[int, set[int]]) -> bool:
    a, b = pair
    if not apart(found[a].utterance, found[b].utterance):
        return False
    if found[a].utterance.document == found[b].utterance.document and share(found, pair) < VERBATIM:
        return False
    small = [i for i in pair if i in fragments]
    return not small or any(b + a - i in hosts[i] for i in small)


def _united(found: Sequence[Wording], kin: Kin, edges: Sequence[Pair]) -> dict[int, list[int]]:
    """For each utterance those that are brought together with it, edge by edge, save where two do not agree."""
    home = {i: [i] for i in range(len(found))}
    for a, b in edges:
        one, other = home[a], home[b]
        if one is not other and all(compatible(found, kin, i, j) for i in one for j in other):
            members = sorted(one + other)
            home.update(dict.fromkeys(members, members))
    return home


def _kind(kin: Kin, members: Sequence[int]) -> Kind:
    """A group is one of wordings where any two of its members are."""
    kinds = [kin[pair] for pair in combinations(members, 2) if pair in kin]
    return "translation" if kinds and "wording" not in kinds else "wording"
