"""Floors for who says what on the challenge set: chains, speakers, venues, turns of phrase, traps."""

from __future__ import annotations

import pytest

from tests.gold.attribution.cases import cases
from tests.gold.attribution.scoring import count, figures

FLOORS = {
    "open": {
        "attributions P R F1": (98.5, 95.0, 96.5),
        "chains P R F1": (99.0, 97.0, 98.0),
        "speaker names P R": (98.0, 88.0),
        "speaker pronouns P R": (97.0, 85.0),
        "speaker precision": (98.0,),
        "source": (98.0,),
        "cue": (99.0,),
        "venue": (87.0,),
        "naming": (94.0,),
        "kind": (98.0,),
        "polarity": (98.0,),
        "hedge": (98.0,),
    },
    "more": {
        "attributions P R F1": (97.0, 84.5, 90.5),
        "chains P R F1": (95.0, 88.0, 91.5),
        "speaker names P R": (98.5, 79.0),
        "speaker pronouns P R": (98.0, 76.0),
        "speaker silent P R": (98.0, 33.0),
        "speaker precision": (98.5,),
        "source": (96.5,),
        "cue": (98.0,),
        "venue": (81.0,),
        "naming": (86.0,),
        "kind": (97.0,),
        "polarity": (99.0,),
        "hedge": (98.0,),
    },
    "third": {
        "attributions P R F1": (98.5, 97.5, 98.0),
        "chains P R F1": (99.0, 99.0, 99.0),
        "speaker names P R": (98.5, 92.5),
        "speaker pronouns P R": (98.0, 83.0),
        "speaker silent P R": (98.0, 78.0),
        "speaker precision": (98.5,),
        "source": (98.0,),
        "cue": (99.0,),
        "venue": (81.0,),
        "naming": (92.0,),
        "kind": (99.0,),
        "polarity": (99.0,),
        "hedge": (98.0,),
    },
    "fourth": {
        "attributions P R F1": (97.0, 98.0, 97.5),
        "chains P R F1": (97.5, 97.5, 97.5),
        "speaker names P R": (98.5, 92.0),
        "speaker pronouns P R": (99.0, 99.0),
        "speaker precision": (98.5,),
        "source": (98.5,),
        "cue": (99.0,),
        "venue": (75.0,),
        "naming": (96.0,),
        "kind": (99.0,),
    },
    "fifth": {
        "attributions P R F1": (97.0, 97.5, 97.0),
        "chains P R F1": (96.5, 96.5, 96.5),
        "speaker names P R": (99.0, 95.5),
        "speaker pronouns P R": (99.0, 67.0),
        "speaker precision": (99.0,),
        "source": (98.5,),
        "cue": (99.0,),
        "venue": (86.0,),
        "naming": (92.0,),
        "kind": (99.0,),
    },
    "sixth": {
        "attributions P R F1": (97.0, 97.5, 97.0),
        "chains P R F1": (98.0, 96.0, 97.0),
        "speaker names P R": (99.0, 93.0),
        "speaker pronouns P R": (99.0, 93.5),
        "speaker precision": (99.0,),
        "source": (99.0,),
        "cue": (99.0,),
        "venue": (93.0,),
        "naming": (95.0,),
        "kind": (99.0,),
    },
    "seventh": {
        "attributions P R F1": (96.0, 97.0, 96.5),
        "chains P R F1": (94.0, 88.0, 91.0),
        "speaker names P R": (99.5, 87.5),
        "speaker pronouns P R": (99.0, 89.0),
        "speaker precision": (98.0,),
        "source": (97.5,),
        "cue": (99.0,),
        "venue": (78.0,),
        "naming": (93.0,),
        "kind": (99.0,),
    },
    "eighth": {
        "attributions P R F1": (96.5, 98.0, 97.5),
        "chains P R F1": (96.5, 93.5, 95.0),
        "speaker names P R": (98.5, 87.5),
        "speaker pronouns P R": (99.0, 87.5),
        "speaker precision": (98.0,),
        "source": (98.5,),
        "cue": (99.0,),
        "venue": (82.5,),
        "naming": (89.0,),
        "kind": (99.0,),
    },
    "sealed": {
        "attributions P R F1": (90.0, 80.0, 85.0),
        "chains P R F1": (97.0, 85.0, 92.0),
        "speaker names P R": (88.0, 65.0),
        "speaker pronouns P R": (98.0, 48.0),
        "source": (98.0,),
        "venue": (72.0,),
        "naming": (85.0,),
        "polarity": (95.0,),
    },
    "sealed2": {
        "attributions P R F1": (93.5, 92.0, 93.0),
        "chains P R F1": (85.0, 85.0, 85.0),
        "speaker names P R": (98.0, 85.5),
        "speaker pronouns P R": (98.0, 86.0),
        "speaker precision": (97.0,),
        "source": (98.0,),
        "venue": (69.0,),
        "naming": (90.0,),
    },
    "sealed3": {
        "attributions P R F1": (96.0, 96.5, 96.5),
        "chains P R F1": (98.0, 94.0, 96.5),
        "speaker names P R": (97.5, 87.5),
        "speaker pronouns P R": (98.0, 82.0),
        "speaker precision": (97.0,),
    },
}
TRAPS = {"sealed": 1}
"""Attributions in texts that hold none; nowhere else any."""


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(FLOORS))
def test_challenge_floors(name: str) -> None:
    reached = figures(count(case) for case in cases(name))
    low = {
        figure: (reached[figure], floors)
        for figure, floors in FLOORS[name].items()
        if any(value < floor for value, floor in zip(reached[figure], floors, strict=True))
    }
    assert not low
    assert reached["traps wrong, of"][0] <= TRAPS.get(name, 0)
