"""Wordings of one utterance over small groups of invented articles; floors slightly below what was measured."""

from __future__ import annotations

import pytest

from tests.gold.utterances.__main__ import score


@pytest.mark.parametrize(
    ("name", "recall", "bases", "givers"),
    [
        ("open", 80.0, 100.0, 90.0),
        ("held", 75.0, 88.0, 84.0),
        ("more", 64.0, 100.0, 80.0),
        ("fresh", 60.0, 100.0, 70.0),
    ],
)
def test_wordings_are_joined(name: str, recall: float, bases: float, givers: float) -> None:
    figures = score(name).figures()
    assert figures["joined"] >= 8
    assert figures["precision"] >= 97.0
    assert figures["recall"] >= recall
    assert figures["bases"] >= bases
    assert figures["givers"] >= givers
