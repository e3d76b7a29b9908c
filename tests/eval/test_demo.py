"""The demonstration corpus: how much of what was planted is found, and what is a false alarm.

`python -m tests.demo` prints every row. The figures are floors: a change that lowers one fails.
"""

from __future__ import annotations

import pytest

from tests.demo import analyse, figures

RECALL = {"recall": 12.0, "recall_importance_3": 20.0}
FALSE_ALARMS = 0


@pytest.fixture(scope="module", params=[(), ("talks-2022",)], ids=["bare", "with a catalogue"])
def found(request: pytest.FixtureRequest) -> dict[str, float]:
    return figures(analyse(catalogue=request.param))


def test_what_was_planted_is_found(found: dict[str, float]) -> None:
    assert {name: found[name] for name in RECALL if found[name] < RECALL[name]} == {}


def test_what_is_harmless_raises_no_alarm(found: dict[str, float]) -> None:
    assert found["harmless"] >= 30
    assert found["false_alarms"] <= FALSE_ALARMS
