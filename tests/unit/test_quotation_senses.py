"""Words that two translations put for each other."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from checker.quotation.fold import fold
from checker.quotation.senses import sense, stem
from checker.quotation.wording import line, opposed, size

SAME = [
    ("frightened", "scared"),
    ("reply", "answered"),
    ("eleven", "11"),
    ("ninety", "90"),
    ("shut", "closing"),
    ("voted", "votes"),
    ("tossed", "threw"),
    ("stopped", "stop"),
    ("companies", "company"),
]
OTHER = [("close", "open"), ("bridge", "bread"), ("three", "thirteen"), ("less", "les"), ("king", "kite")]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_one_sense(a: str, b: str) -> None:
    assert sense(a) == sense(b)


@pytest.mark.parametrize(("a", "b"), OTHER)
def test_two_senses(a: str, b: str) -> None:
    assert sense(a) != sense(b)


def test_no_word_is_in_two_classes() -> None:
    raw = tomllib.loads(files("checker.quotation").joinpath("synonyms.toml").read_text("utf-8"))
    rows = [{stem(word) for word in row} for classes in raw.values() for row in classes]
    assert [
        word for i, row in enumerate(rows) for word in row if any(word in other for other in rows[i + 1 :])
    ] == []


LINES = [
    ("“want[ed] the boats", ["want", "the", "boats"], 3),
    ("[W]e want boats", ["we", "want", "boats"], 3),
    ("They [the pilots] left it", ["they", "[the", "[pilots", "left", "it"], 3),
    ("", [], 0),
]


@pytest.mark.parametrize(("text", "expected", "words"), LINES)
def test_words_are_read_without_the_editors(text: str, expected: list[str], words: int) -> None:
    assert list(line(fold(text))) == expected
    assert size(line(fold(text))) == words


OPPOSED = [
    ("we will pay", "we will not pay", True),
    ("nine boats sank", "six boats sank", True),
    ("nine boats sank", "boats sank", False),
    ("nobody paid", "nobody paid us", False),
    ("she denied it", "she said it", True),
]


@pytest.mark.parametrize(("a", "b", "expected"), OPPOSED)
def test_wordings_that_say_the_opposite(a: str, b: str, expected: bool) -> None:
    assert opposed(a.split(), b.split()) is expected
