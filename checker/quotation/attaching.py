"""Which retellings belong to which utterance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.quotation.grouping import Kind
from checker.quotation.pieces import Utterance
from checker.quotation.retelling import Retelling
from checker.quotation.wording import Wording

Said = tuple[list[Utterance], str]


class _Group:
    """The wordings of one utterance (numbers), and the retellings of it."""

    def __init__(self, members: list[int], kind: str) -> None:
        self.members = members
        self.kind = kind
        self.told: list[Retelling] = []

    def take(self, other: _Group) -> None:
        self.members = sorted(self.members + other.members)
        self.told += other.told
        other.members, other.told = [], []


def attached(
    found: Sequence[Wording], joined: Sequence[tuple[list[int], Kind]], told: Sequence[Retelling]
) -> Iterator[Said]:
    """The wordings of each utterance that has two or more, by place, with how they belong together.

    A passage of a primary source brings together all that quote from it. Another passage is a retelling of the one
    utterance that it has most of, unless its document quotes that itself or it is given to another person.
    """
    groups = [_Group(members, kind) for members, kind in joined]
    home = {i: group for group in groups for i in group.members}
    for retelling in sorted(
        told, key=lambda r: (not r.primary, -max(r.holds.values()), r.utterance.document, r.utterance.span)
    ):
        if retelling.primary:
            _unite(home, retelling)
        else:
            _attach(found, home, retelling)
    for group in groups:
        said = [found[i].utterance for i in group.members]
        rest = sorted((r.utterance for r in group.told), key=lambda u: (u.document, u.span))
        if len(said) + len(rest) > 1:
            yield [*said, *rest], group.kind if len(said) > 1 else "retold"


def _unite(home: dict[int, _Group], retelling: Retelling) -> None:
    first, *others = dict.fromkeys(home[i] for i in sorted(retelling.holds))
    for other in others:
        home.update(dict.fromkeys(other.members, first))
        first.take(other)
    first.told.append(retelling)


def _attach(found: Sequence[Wording], home: dict[int, _Group], retelling: Retelling) -> None:
    best = min(retelling.holds, key=lambda i: (-retelling.holds[i], i))
    group, told = home[best], retelling.utterance
    speakers = {found[i].utterance.speaker for i in group.members} - {None}
    docs = {found[i].utterance.document for i in group.members} | {r.utterance.document for r in group.told}
    if told.document not in docs and (told.speaker is None or not speakers or told.speaker in speakers):
        group.told.append(retelling)
