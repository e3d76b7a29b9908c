"""Where one paragraph tells two happenings: another text has its sentences in two places that are apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from checker.events.coherence import everywhere, goes_on, topics
from checker.events.counterparts import Place
from checker.events.scenes import Scene
from checker.events.told import of_a_text, tells_past
from checker.model import Alignment, Parse

SAME_WORDS = 0.6
"""Score of an alignment from which one sentence retells the other."""


def cuts(
    told: Mapping[str, Sequence[Scene]], parses: Mapping[str, Parse], alignments: Iterable[Alignment]
) -> dict[str, set[int]]:
    """By document, where the sentences begin before which a scene is cut in two.

    The sentence, which tells something past or what a treaty or the like says, and one before it in its scene are
    retold nearly word by word in two scenes of another document, the later of which does not go on with the earlier.
    """
    every = [scene for scenes in told.values() for scene in scenes]
    topic, common = topics(every), everywhere(every)
    retold = _retold(every, alignments)
    found: dict[str, set[int]] = defaultdict(set)
    for scene in every:
        before: dict[str, Scene] = {}
        for sentence in scene.sentences:
            for doc, there in sorted(retold.get((sentence.doc, sentence.start), {}).items()):
                first, second = sorted((before.get(doc, there), there), key=lambda s: s.order)
                apart = first is not second and not goes_on(first, second, topic, common[doc])
                if apart and (
                    tells_past(parses[scene.doc], sentence) or of_a_text(parses[scene.doc], sentence)
                ):
                    found[scene.doc].add(sentence.start)
                before[doc] = there
    return found


def _retold(scenes: Sequence[Scene], alignments: Iterable[Alignment]) -> dict[Place, dict[str, Scene]]:
    """For each sentence, by document, the scene that retells it most closely."""
    home = {(s.doc, s.start): scene for scene in scenes for s in scene.sentences}
    found: dict[Place, dict[str, Scene]] = defaultdict(dict)
    for pair in sorted(alignments, key=lambda p: p.score):
        a, b = (pair.a.doc, pair.a.start), (pair.b.doc, pair.b.start)
        if pair.score >= SAME_WORDS and a in home and b in home:
            found[a][pair.b.doc] = home[b]
            found[b][pair.a.doc] = home[a]
    return found
