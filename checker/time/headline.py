"""Headlines in capitals: their words as a sentence has them, and what they say of when a day is."""

from __future__ import annotations

import re

from checker.model import MONTHS, WEEKDAYS
from checker.time import verbs as v
from checker.time.finite import Tense
from checker.time.holidays import NAMES as FEASTS

_DAYS = "|".join(name.lower() for name in (*MONTHS, *WEEKDAYS))
_NAMED = re.compile(
    rf"\b(?<!super )(?<!black )(?<!bloody )(?<!cyber )(?<!holy )(?<!ruby )(?:{_DAYS})\b"
    r"(?!s? (?:times|post|mail|telegraph|express|mirror|herald|sun|star|news|magazine|review"
    r"|night (?:live|fever|football)|club|fund|trust|school|market|group|prayers|street|road|world)\b)"
)
_VERBS = frozenset({"may", "march"})
_LEADS = re.compile(r"(?:\d|\b(?:in|by|since|until|last|next|of|early|late|mid|from)) $")
"""Before a month that is a verb as well."""
_FEAST = {name.lower(): name for name in FEASTS}
_HELD = re.compile("|".join(re.escape(name) for name in sorted(_FEAST, key=len, reverse=True)))
_WORD = re.compile(r"\b[a-z]+\b")
_LEAST = 3
"""Words of a line in capitals that is a headline."""
_FAR = 200
"""Characters before a time in which its verb stands."""
_TO_DO = frozenset(
    {
        "be", "go", "get", "hold", "hear", "decide", "vote", "appear", "speak", "rule", "testify", "shut",
        "sign", "debate", "discuss", "address", "unveil", "choose", "pick", "elect", "name", "face", "stand",
        "strike", "walk", "march", "rally", "honour", "honor", "mark", "celebrate", "rise", "fall", "rain",
        "snow", "hit", "arrive", "move", "receive", "pay", "sell", "buy", "build", "cut", "raise", "lift",
        "ease", "ban", "quit", "leave", "fly", "land", "perform", "sing", "replace", "join", "change",
        "lose", "gain", "give", "have", "host", "make", "mourn", "bury",
    }
)  # fmt: skip
"""What somebody is "to" do: a "to" before any other word is hardly that of a plan."""
_DONE = frozenset(
    {
        "found", "held", "shot", "seen", "told", "left", "won", "lost", "hurt", "dead", "sunk", "fell",
        "rose", "stolen", "caught", "fought", "met", "struck", "broke", "began", "dies", "killed", "after",
        "since", "following", "wins",
    }
)  # fmt: skip
_NO_DEEDS = frozenset(
    {"united", "need", "speed", "breed", "indeed", "hundred", "exceed", "proceed", "succeed", "feed"}
)
_FIXED = frozenset(
    {
        "due", "planned", "scheduled", "expected", "set", "slated", "fixed", "called", "booked", "until",
        "will", "may", "might",
    }
)  # fmt: skip


def plain(text: str) -> str | None:
    """A line in capitals with its words as a sentence has them, of the same length; None for any other text."""
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 1]
    lower = text.lower()
    if len(words) < _LEAST or any(not word.isupper() for word in words) or len(lower) != len(text):
        return None
    held = _HELD.sub(lambda m: _FEAST[m.group()], lower.replace("’", "'"))
    return _NAMED.sub(_capital, held)


def _capital(found: re.Match[str]) -> str:
    word, text = found.group(), found.string
    sure = word not in _VERBS or _LEADS.search(text[: found.start()]) or re.match(r" \d", text[found.end() :])
    return word.capitalize() if sure else word


def told(words: str, start: int) -> Tense:
    """What the nearest verb before a time says of when, read from the words alone."""
    before = _WORD.findall(words[max(0, start - _FAR) : start])
    for i in range(len(before) - 1, -1, -1):
        word, last = before[i], before[i - 1] if i else ""
        if word in _FIXED or v.is_plan(word) or _lemma(word) in v.BEGINS or (last == "to" and word in _TO_DO):
            return "future"
        if word in _DONE or _lemma(word) in v.SUDDEN or (word.endswith("ed") and word not in _NO_DEEDS):
            return "past"
    return "none"


def _lemma(word: str) -> str:
    return word.removesuffix("es") if word.endswith(("shes", "ches")) else word.removesuffix("s")
