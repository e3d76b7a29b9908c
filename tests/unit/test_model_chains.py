"""What hangs together by a chain of ties."""

from __future__ import annotations

import pytest

from checker.model import first_joined

CHAINS = [
    ("", [], {}),
    ("abc", [], {"a": "a", "b": "b", "c": "c"}),
    ("dcba", [("d", "c"), ("a", "b"), ("c", "b")], dict.fromkeys("abcd", "a")),
    ("abcd", [("d", "c"), ("b", "b")], {"a": "a", "b": "b", "c": "c", "d": "c"}),
    # a tie to what is no member joins nothing
    ("abc", [("a", "z"), ("z", "c")], {"a": "a", "b": "b", "c": "c"}),
]


@pytest.mark.parametrize(("members", "ties", "expected"), CHAINS)
def test_each_member_has_the_first_of_its_chain(
    members: str, ties: list[tuple[str, str]], expected: dict[str, str]
) -> None:
    assert first_joined(members, ties) == expected
    assert first_joined(reversed(members), [(b, a) for a, b in reversed(ties)]) == expected
