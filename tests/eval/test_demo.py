"""Planted differences: how much of them is found, and what is a false alarm.

In the demonstration corpus, whose misses were looked at while rules were made, and in corpora on other subjects, of
which affairs `a`, `c` and `d` were. `python -m tests.demo [FOLDER]` prints every row. A change that lowers one fails.
"""

from __future__ import annotations

import pytest

from tests.demo import UNSEEN, analyse, figures

FLOORS = {"recall": 84.0, "recall_importance_3": 85.0}
AFFAIRS = {
    ("ab", "a-"): (77.0, 0),
    ("ab", "b-"): (11.0, 0),
    ("cd", ""): (66.0, 0),
    ("ef", ""): (30.0, 0),
}
"""The least recall, and the most false alarms."""


@pytest.fixture(scope="module", params=[True, False], ids=["bare", "with its catalogue"])
def found(request: pytest.FixtureRequest) -> dict[str, float]:
    return figures(analyse(bare=request.param))


def test_what_was_planted_is_found(found: dict[str, float]) -> None:
    assert {name: found[name] for name in FLOORS if found[name] < FLOORS[name]} == {}


def test_what_is_harmless_raises_no_alarm(found: dict[str, float]) -> None:
    assert found["harmless"] >= 30
    assert found["false_alarms"] == 0


@pytest.mark.parametrize(("corpus", "affair"), AFFAIRS)
def test_other_subjects(corpus: str, affair: str) -> None:
    reached = figures(analyse(UNSEEN / corpus), UNSEEN / corpus, affair)
    recall, alarms = AFFAIRS[corpus, affair]
    assert reached["harmless"] >= 20
    assert (reached["recall"] >= recall, reached["false_alarms"] <= alarms) == (True, True)
