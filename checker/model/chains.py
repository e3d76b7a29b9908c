"""What hangs together by a chain of ties, however long."""

from __future__ import annotations

from collections.abc import Iterable


def first_joined(members: Iterable[str], ties: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Each member with the smallest of those that a chain of ties joins to it, which may be itself.

    Ties of what is no member are left out. Method: disjoint sets with halved paths (Tarjan 1975).
    """
    parent = {member: member for member in members}

    def root(member: str) -> str:
        while parent[member] != member:
            parent[member] = parent[parent[member]]
            member = parent[member]
        return member

    for a, b in ties:
        if a in parent and b in parent:
            first, second = sorted((root(a), root(b)))
            parent[second] = first
    return {member: root(member) for member in parent}
