"""Scenes and small clusters that are left over, and the events which they belong to."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from checker.events.bags import Floats
from checker.events.coherence import beside, everywhere, other_voice, tells_on, topics
from checker.events.linkage import CLOSED
from checker.events.scenes import Scene, another

STRONG = 0.3
"""Likeness of two scenes that surely tell one thing, from which one follows the other wherever that belongs."""
TOLD_ON = 0.2
"""Likeness of two scenes of one text from which the later one, where it belongs to no day, tells on the earlier."""
CONTINUE, BESIDE = 0.07, 2
"""Likeness from which a scene goes on with an event told no more than so many scenes away in its text."""


def told_on(
    table: Floats, scenes: Sequence[Scene], sure: npt.NDArray[np.bool_], standing: list[list[int]]
) -> list[list[int]]:
    """Give clusters without a date to the dated one that one of the texts surely told on in them."""
    topic = topics(scenes)
    dated = {n for n, cluster in enumerate(standing) if any(scenes[k].days for k in cluster)}
    goal: dict[int, int] = {}
    for n, cluster in enumerate(standing):
        ties = [
            (-float(table[k, other]), m)
            for m in (sorted(dated) if n not in dated else [])
            for k in cluster
            for other in standing[m]
            if sure[k, other] and table[k, other] >= TOLD_ON and _one_text(scenes[k], scenes[other], topic)
        ]
        fit = [m for _, m in sorted(ties) if table[np.ix_(cluster, standing[m])].min() > CLOSED]
        goal |= {n: fit[0]} if fit else {}
    for n, m in goal.items():
        standing[m] += standing[n]
    return [cluster for n, cluster in enumerate(standing) if n not in goal]


def _one_text(a: Scene, b: Scene, topic: frozenset[str]) -> bool:
    return a.doc == b.doc and tells_on(a, b, topic)


def reunite(table: Floats, sure: npt.NDArray[np.bool_], standing: list[list[int]]) -> None:
    """Give scenes that are left over to the cluster with the scene that they surely tell one thing with."""
    home = {k: n for n, cluster in enumerate(standing) for k in cluster}
    for i in range(len(table)):
        near = np.flatnonzero(sure[i] & (table[i] >= STRONG)).tolist()
        tied = [] if i in home else [k for k in near if k in home]
        fit = [(-float(table[i, k]), home[k]) for k in tied if table[i, standing[home[k]]].min() > CLOSED]
        if fit:
            home[i] = min(fit)[1]
            standing[home[i]].append(i)


def attach(table: Floats, scenes: Sequence[Scene], standing: list[list[int]]) -> None:
    """Give scenes that are left over to a cluster of their neighbourhood; told in text order, so they can chain.

    What tells another event between the two breaks the chain.
    """
    home = {k: n for n, cluster in enumerate(standing) for k in cluster}
    place = {(scene.doc, scene.order): k for k, scene in enumerate(scenes)}
    common = everywhere(scenes)
    for i, scene in sorted(enumerate(scenes), key=lambda pair: (pair[1].doc, pair[1].order)):
        if i in home or scene.dated is not None or scene.elsewhen:
            continue
        near: dict[int, list[int]] = {}
        for k, n in home.items():
            close = beside(scenes[k], scene, common[scene.doc], BESIDE) and not another(scenes[k], scene)
            before = home.get(place.get((scene.doc, scene.order - 1), i), n)
            if close and before == n and table[i, standing[n]].min() > CLOSED:
                near.setdefault(n, []).append(k)
        own = {n: close for n, close in near.items() if not other_voice([scenes[k] for k in close], scene)}
        fit = sorted((-float(table[i, close].mean()), n) for n, close in own.items())
        if fit and -fit[0][0] >= CONTINUE:
            home[i] = fit[0][1]
            standing[fit[0][1]].append(i)
