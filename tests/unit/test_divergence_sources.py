"""Who a statement or a quotation is given to: what is found, and look-alikes that are left alone."""

from __future__ import annotations

import pytest

from checker.divergence import voices
from tests.facts import drafts

SPEAKERS = [
    ("“A roof that leaks in May will leak in winter as well,” Ilse Marn said.",
     "A roof that leaks in May will leak in winter as well, Reed put it to the council. Tom Reed is a mason.", True),
    ("“A roof that leaks in May will leak in winter as well,” Ilse Marn said.",
     "A roof that leaks in May will leak in winter as well, Marn put it to the council. Ilse Marn is a mason.", False),
    ("“A roof that leaks in May will leak in winter as well,” Ilse Marn said.",
     "A roof that leaks in May will leak in winter as well, Tom Reed said, quoting Ilse Marn.", False),
    ("“A roof that leaks in May will leak in winter as well,” Ilse Marn said.",
     "Tom Reed is a mason. A roof that leaks in May leaks in winter, he said.", False),
]  # fmt: skip


@pytest.mark.parametrize(("quoted", "retold", "differs"), SPEAKERS, ids=lambda t: str(t))
def test_quoted_words_that_another_text_gives_to_somebody_else(
    quoted: str, retold: str, differs: bool
) -> None:
    assert bool(drafts(voices, (quoted, retold), "quoted-from")) == differs


SOURCES = [
    ("The bakery burned down because of a faulty oven, a fireman said.",
     "The bakery burned down because of a faulty oven, two customers said.", True),
    ("The bakery burned down because of a faulty oven, Ilse Marn said.",
     "The bakery burned down because of a faulty oven, a fireman said.", True),
    ("The bakery burned down because of a faulty oven, said Ilse Marn, a fireman.",
     "The bakery burned down because of a faulty oven, a fireman said.", False),
    ("The bakery burned down because of a faulty oven, Ilse Marn said.",
     "The bakery burned down because of a faulty oven, the owner said. Ilse Marn has run it for years.", False),
    ("The bakery burned down because of a faulty oven, the town police said.",
     "The bakery burned down because of a faulty oven, police said.", False),
    ("The bakery burned down because of a faulty oven, a newspaper reported.",
     "The bakery burned down because of a faulty oven, two customers said.", False),
    ("The bakery burned down because of a faulty oven, a fireman said.",
     "The bakery burned down because of a faulty oven.", False),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "differs"), SOURCES, ids=lambda t: str(t))
def test_one_statement_from_two_sources(one: str, other: str, differs: bool) -> None:
    assert bool(drafts(voices, (one, other), "other-source")) == differs
