"""Clusters that hang together by one scene alone, which tells two things: the others on its sides are two events."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from checker.events.bags import Floats
from checker.events.linkage import components
from checker.events.scenes import Scene

LARGEST = 60
"""Scenes of a cluster that is looked through; larger ones do not hang by one."""
VOICES = 2
"""Documents that each side must have."""


def parted_at_bridges(
    cluster: list[int],
    table: Floats,
    scenes: Sequence[Scene],
    sure: npt.NDArray[np.bool_],
    stands: Callable[[list[int]], bool],
) -> Iterator[list[int]]:
    """The cluster, or its parts where without one scene two of several documents have no sure tie.

    The scene goes with the part that it is more like.
    """
    for k in cluster if len(cluster) <= LARGEST else ():
        parts = components([i for i in cluster if i != k], lambda i: np.flatnonzero(sure[i]))
        whole = [part for part in parts if _several(part, scenes) and stands(part)]
        if len(whole) > 1:
            _deal_out(k, parts, whole, table)
            for part in whole:
                yield from parted_at_bridges(part, table, scenes, sure, stands)
            return
    yield cluster


def _several(part: list[int], scenes: Sequence[Scene]) -> bool:
    return len({scenes[i].doc for i in part}) >= VOICES


def _deal_out(bridge: int, parts: list[list[int]], whole: list[list[int]], table: Floats) -> None:
    """Add the bridge, and with it the parts that cannot stand, to what the bridge is most like."""
    nearest = max(whole, key=lambda part: float(table[bridge, part].mean()))
    nearest.append(bridge)
    for part in parts:
        if not any(part is w for w in whole):
            nearest += part
