"""Shapes by which a name is known as that of an outlet, whatever the text says of it."""

from __future__ import annotations

import re
from functools import cache

from checker.citation.lexicon import lexicon
from checker.citation.names import Name
from checker.citation.shown import Shown

_STATION = re.compile(
    r"[A-Z]{0,3}TV[A-Z]{0,2}(?:[- ]?\d{1,2})?|.{2,30} (?:FM|AM)|[KW][A-Z]{2,3}-(?:TV|FM|AM)"
)
_WITHIN = re.compile(r"[a-z\d,;:”\"’] [“\"]?$")
_COMPOUND = re.compile(
    r"[A-Z][a-z]{2,}(?:wire|watch|news|feed|desk|beat|(?<![aeiouy])line|"
    r"(?<=y)line)(?<!Deadline)(?<!Headline)(?<!Pipeline)"
)
"""Single words made as names of sites are: `Harborwire`."""
_NO_TITLE = frozenset((
    "show", "podcast", "press", "leader", "channel", "citizen", "enterprise", "reporter", "wire", "today", "record",
    "review", "register", "monitor", "bulletin", "digest", "report",
))  # fmt: skip
"""Words of titles that stand for much else with an article."""


def is_chain(words: list[str], called: str | None) -> bool:
    """`ABC Marl`, `Politico Texas`: an outlet of many, and where or for what it is."""
    edition = words[-1] in lexicon("place") | lexicon("edition") and len(words) == 2
    own = words[0] in lexicon("chain") or (edition and words[0] in lexicon("agency") | lexicon("plain_title"))
    return len(words) in (2, 3, 4) and own and called != "PERSON"


def is_station(words: list[str]) -> bool:
    """`Radio Marl`, `Canal Norte`: whatever the second word is besides."""
    return len(words) > 1 and words[0] in lexicon("title_first") and words[-1] not in lexicon("no_outlet")


def has_title(name: Name, words: list[str]) -> bool:
    """Whether a word of it, or its shape, is of titles only."""
    if _COMPOUND.fullmatch(name.text):
        return True
    if len(words) > 1 and (words[-1] in lexicon("title_last") or words[0] == "channel"):
        return True
    if len(words) == 3 and words[1] == "of" and words[0] in lexicon("of_place"):
        return True
    town = " ".join(words[:2]) in lexicon("place")
    foreign = (
        len(words) > 1 and not town and words[0] in lexicon("foreign_article") and name.text[1].islower()
    )
    return foreign or _STATION.fullmatch(name.text) is not None


def has_article(name: Name, block: Shown, words: list[str], called: str | None) -> bool:
    """`told The Lantern`: an article with a capital within a sentence."""
    if called in ("PERSON", "GPE", "LOC", "FAC") or len(words) > 4 or words[0] != "the":
        return False
    foreign = set(words) & (lexicon("no_outlet") | lexicon("body") | lexicon("venue") | lexicon("law"))
    before = block.text[max(0, name.start - 6) : name.start]
    return not foreign and words[-1][-1] != "s" and _WITHIN.search(before) is not None


def is_title_alone(name: Name, block: Shown, words: list[str]) -> bool:
    """`the Standard`, `The Echo`: a word of titles with nothing but an article."""
    if words[-1] not in _titles() or len(words) != 1 + (words[0] == "the"):
        return False
    return words[0] == "the" or block.text.endswith(("the ", "The "), 0, name.start)


@cache
def _titles() -> frozenset[str]:
    """Words that name a newspaper with nothing but an article: `the Post`, `the Echo`."""
    return (lexicon("title_word") | lexicon("title_last")) - lexicon("alone") - _NO_TITLE
