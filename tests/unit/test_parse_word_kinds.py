"""What is remembered of words is what the model's own rules say of them, wherever they stand."""

from __future__ import annotations

import pytest

from checker.parse import SpacyParser, load
from checker.parse.word_kinds import WordKinds

TEXTS = (
    "The miller's daughters were grinding rye; she ground it finer than he'd ever done, didn't she?",
    "Let's go, I'm gonna be late. There was no lamp, and there are none now. It ain't over, y'all!",
    "You left it there.  It left you, but not me: I do, he has, they'd had to.",
    "Saws saw wood. We saw saws. He saws. The better, the best; more easily; leaves leave.",
    "  \t 12 geese, 3,400 oxen (“mice”) — and so on…",
    "",
)


@pytest.mark.parametrize("most", [200_000, 3])
def test_words_are_told_as_the_rules_of_the_model_tell_them(
    most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    nlp = load(SpacyParser().model)
    monkeypatch.setattr(WordKinds, "MOST", most)
    kinds = WordKinds(nlp)
    for _ in range(2):
        for text in TEXTS:
            with nlp.select_pipes(disable=kinds.REPLACED):
                plain, ours = nlp(text), kinds(nlp(text))
            for name in kinds.REPLACED:
                plain = nlp.get_pipe(name)(plain)
            assert ours.to_array(kinds.TOLD).tolist() == plain.to_array(kinds.TOLD).tolist()
            assert len(kinds._known) <= max(most, *map(len, TEXTS))
