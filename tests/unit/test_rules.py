"""Every rule has an id of its room, a reason, two examples, and a page."""

from __future__ import annotations

import pytest

from checker.model import Rule
from checker.pipeline import ROOMS, rules
from tests.rules_pages import FOLDER, pages

ALL = rules()


@pytest.mark.parametrize("rule", ALL, ids=[rule.id for rule in ALL])
def test_a_rule_says_what_it_means_with_two_examples(rule: Rule) -> None:
    assert rule.id.count(".") == 1
    assert len(rule.says.split()) >= 5
    assert len(rule.examples) >= 2
    for example in rule.examples:
        assert all(words in example.text for words in example.finds), example


def test_no_two_rooms_use_one_id() -> None:
    ids = [rule.id for room in ROOMS for rule in room.RULES]
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("name", sorted(pages()))
def test_the_page_of_a_room_is_what_its_rules_say(name: str) -> None:
    path = FOLDER / name
    assert path.exists(), "run: python -m tests.rules_pages"
    assert path.read_text("utf-8") == pages()[name], "run: python -m tests.rules_pages"
