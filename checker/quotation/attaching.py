"""Which retellings belong to which utterance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.quotation.grouping import Joined
from checker.quotation.parts import parts
from checker.quotation.pieces import Utterance
from checker.quotation.retelling import Retelling
from checker.quotation.wording import Wording, size


class _Group:
    """Wordings of one utterance (numbers), those of other sentences of it, and retellings."""

    def __init__(self, joined: Joined) -> None:
        self.members, self.others, self.kind = joined.members, joined.others, joined.kind
        self.told: list[Retelling] = []

    def take(self, other: _Group, docs: set[int], found: Sequence[Wording]) -> None:
        """Add another group; what stands in one of the documents may be of another sentence."""
        loose = [i for i in other.members if found[i].utterance.document in docs]
        self.members = sorted([*self.members, *(i for i in other.members if i not in loose)])
        self.others = sorted([*self.others, *other.others, *loose])
        self.told += other.told
        other.members, other.others, other.told = [], [], []


def attached(
    found: Sequence[Wording], joined: Sequence[Joined], told: Sequence[Retelling]
) -> Iterator[tuple[list[Utterance], str]]:
    """The wordings of each utterance that has two or more, by place, with how they belong together.

    A passage of a primary source brings together all that quote from it. Another passage is a retelling of the one
    utterance that it has most of, unless it is given to another person or its document quotes that itself.
    """
    groups = [_Group(one) for one in joined]
    home = {i: group for group in groups for i in (*group.members, *group.others)}
    for retelling in sorted(_settled(home, told), key=_order):
        if retelling.primary:
            _unite(found, home, retelling)
        else:
            _attach(found, home, retelling)
    for group in groups:
        yield from _told_apart(found, group)


def _told_apart(found: Sequence[Wording], group: _Group) -> Iterator[tuple[list[Utterance], str]]:
    whole = [found[i].utterance for i in group.members]
    others = [found[i].utterance for i in group.others]
    retold = sorted((r.utterance for r in group.told), key=lambda u: (u.document, u.span))
    if len(whole) + len(others) + len(retold) < 2:
        return
    for part in parts([*whole, *others, *retold]):
        kept = _of_one(part, [*others, *retold])
        if len(kept) > 1:
            yield kept, group.kind if sum(u.voice == "quoted" for u in kept) > 1 else "retold"


def _order(retelling: Retelling) -> tuple[bool, float, int, tuple[int, int]]:
    told = retelling.utterance
    return not retelling.primary, -max(retelling.holds.values()), told.document, told.span


def _settled(home: dict[int, _Group], told: Sequence[Retelling]) -> Iterator[Retelling]:
    """Retellings, those of a primary source with the utterances alone that are of that passage and of no other."""
    passages: dict[int, dict[int, list[Retelling]]] = {}
    for retelling in (r for r in told if r.primary):
        for i in retelling.holds:
            passages.setdefault(retelling.utterance.document, {}).setdefault(i, []).append(retelling)
    for retelling in told:
        rows = passages.get(retelling.utterance.document, {}) if retelling.primary else {}
        holds = {
            i: s for i, s in retelling.holds.items() if not rows or _is_best(home, retelling, i, rows[i])
        }
        if holds:
            yield replace(retelling, holds=holds)


def _is_best(home: dict[int, _Group], retelling: Retelling, i: int, passages: Sequence[Retelling]) -> bool:
    """Whether a passage has more of an utterance than every other, or else more of the wordings that belong with it."""

    def weight(one: Retelling) -> tuple[float, float]:
        return one.holds[i], sum(one.holds.get(k, 0.0) for k in home[i].members)

    return all(weight(other) < weight(retelling) for other in passages if other is not retelling)


def _unite(found: Sequence[Wording], home: dict[int, _Group], retelling: Retelling) -> None:
    """Bring together what a primary source's passage holds, what has most words first."""
    first, *others = dict.fromkeys(
        home[i] for i in sorted(retelling.holds, key=lambda i: (-size(found[i].line), i))
    )
    for other in others:
        home.update(dict.fromkeys((*other.members, *other.others), first))
        first.take(other, {found[i].utterance.document for i in first.members}, found)
    first.told.append(retelling)


def _attach(found: Sequence[Wording], home: dict[int, _Group], retelling: Retelling) -> None:
    best = min(retelling.holds, key=lambda i: (-retelling.holds[i], i))
    group, told = home[best], retelling.utterance
    speakers = {found[i].utterance.speaker for i in group.members} - {None}
    if told.speaker is None or not speakers or told.speaker in speakers:
        group.told.append(retelling)


def _of_one(part: list[Utterance], loose: list[Utterance]) -> list[Utterance]:
    """A part without loose members from a document that has another one there."""
    kept = [u for u in part if u not in loose]
    for utterance in part:
        if utterance in loose and all(utterance.document != u.document for u in kept):
            kept.append(utterance)
    return sorted(kept, key=lambda u: (u.voice != "quoted", u.document, u.span))
