"""Words by which a text calls a name an outlet, and the short names that it has for its outlets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from checker.citation.lexicon import KIND_OF_PAPER, alternatives, lexicon
from checker.citation.names import RUN, Name, key_of

_NO_SHORT = frozenset(("Press", "Leader", "Channel", "Citizen", "Enterprise", "Reporter", "Wire", "Today"))
"""Last words of titles that stand for much else with an article."""


@cache
def media_noun() -> re.Pattern[str]:
    """What stands behind a name and says what it is: ` newspaper`, `, a weekly magazine`."""
    nouns = alternatives("media_noun")
    return re.compile(
        rf"(?:[”\"'’»]? (?:{nouns})\b|[”\"'’»]?, (?:an?|the) (?:(?!(?:for|of|at|from|"
        rf"with)\b)[\w-]+ ){{0,4}}(?:{nouns})\b)"
        rf"(?! (?:{alternatives('presenter')}|{alternatives('of_media')})s?\b)"
    )


@cache
def apposed() -> re.Pattern[str]:
    """What stands before a name and says what it is: `the news agency `."""
    nouns = rf"{alternatives('media_noun')}|(?:Telegram|YouTube|Facebook) (?:channel|page)"
    return re.compile(rf"\b(?:agency|{nouns}|{KIND_OF_PAPER}) [”\"'’*_“‘]?$")


def called_media(text: str) -> Iterator[Name]:
    """Names that the text itself calls a newspaper, a magazine, a broadcaster."""
    none = lexicon("no_outlet") | lexicon("place") | lexicon("time_word")
    for match in media_noun().finditer(text):
        before = list(RUN.finditer(text, max(0, match.start() - 60), match.start()))
        if before and before[-1].end() == match.start():
            found = before[-1][0]
            if key_of(found) not in none and len(found) > 2 and not found.endswith("-language"):
                yield Name(before[-1].start(), before[-1].end(), found)


def shortened(text: str, apart: Iterable[str]) -> Iterator[str]:
    """`Post` of the Vale Post, `VNS` of the Vale News Service; `apart` are words of persons and places."""
    titles = lexicon("title_word") | lexicon("title_last")
    for run in RUN.finditer(text):
        words = run[0].removeprefix("The ").removesuffix("'s").removesuffix("’s").split()
        if len(words) < 2:
            continue
        if words[-1].casefold().split("-")[-1] in titles - lexicon("alone") and words[-1] not in _NO_SHORT:
            yield words[-1]
        if (
            {w.casefold() for w in words} & lexicon("title_word")
            and words[-1] not in apart
            and len(words) > 2
        ):
            yield "".join(w[0] for w in words if w[0].isupper())
