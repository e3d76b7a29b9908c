"""Words that look like a day and are none: a name, a title, any day of its kind."""

from __future__ import annotations

import re

_ANY = re.compile(
    r"\b(?:an?|any|each|every(?: (?:other|second|third))?|alternate|per|most|many|one|some)\s$", re.IGNORECASE
)
"""Before a weekday: it is no day of the story ("free on a Monday")."""
_SOME = re.compile(
    r"\b(?:an?|one|some|another) (?:[a-z-]+,? )?(?:rainy|wet|cold|hot|warm|sunny|bright|gr[ae]y|foggy|misty|windy|snowy"
    r"|frosty|chilly|quiet|busy|recent|typical|normal|dull|humid|sultry|stormy|freezing|bitter|mild|sleepy|slow|dark"
    r"|dreary|drizzly|gloomy|balmy|crisp|fine|lovely|perfect|glorious|ordinary|random|fateful|summer|spring|winter"
    r"|autumn|January|February|March|April|May|June|July|August|September|October|November|December) $"
)
"""Before a day of the week of which only its weather or season is told: "on a rainy Thursday"."""
_COUNTED_OFF = re.compile(r"\b[Tt]he (?:last|first|second|third|fourth|fifth|final) $")
_OF_WHAT = re.compile(r" (?:before|after|that|when|of|in|to)\b")
"""Around a day of the week that is one of something else: "the last Friday before he died"."""
_BEFORE_DAYS = frozenset(
    [
        "on", "by", "since", "last", "late", "early", "that", "this", "next", "until", "and", "but", "from",
        "after", "in", "at", "before", "between", "till", "through", "for", "with", "during", "over", "to",
        "of", "about", "despite", "following", "earlier", "later", "throughout", "even", "only", "all", "just",
        "here", "as", "when", "while", "though", "although", "if", "because", "so", "now", "then", "again",
        "still", "yet", "or", "not", "what", "why", "how", "where", "once", "unless", "whether", "than",
        "like", "amid", "come", "given", "spent", "is", "was", "will", "would", "did", "does", "has", "had",
        "are", "were", "can", "could", "may", "should", "nor", "within",
    ]
)  # fmt: skip
"""Words that a weekday may follow at the beginning of a sentence, where they have a capital."""
_FEAST_WORDS = frozenset(
    [
        "Black", "Super", "Good", "Ash", "Bloody", "Cyber", "Giving", "Easter", "Palm", "Whit", "Holy", "Maundy",
        "Shrove", "Fat", "Pancake", "Sheffield", "Casual", "Blue", "Manic", "Mad", "Plough", "Ruby", "News", "Trinity",
        "Pentecost", "Advent", "Girl", "Man", "Joe", "Saint",
    ]
)  # fmt: skip
"""Words that make a name with a day of the week behind them."""
_OWNS = re.compile(r"['’]s [A-Z]")
_IN = re.compile(r"\b(?:in|for|at|of|after|before|during|since|from|with|to|on|until)\s$")
"""Before "Tuesday's Varn vote", which without it may be a title."""
_IN_SENTENCE = re.compile(r"\b[a-z]+ $")
"""Before a word that has its capital from no beginning of a sentence."""
_CAPITALS = re.compile(r"\b[a-z]+ (?:the )?[A-Z][A-Z]+ $")
"""Before a word of time in capitals that is the end of a name in capitals."""
_IN_NAME = re.compile(r"(?:The |Our |[\w’']\w\w )(?:Tomorrow|Today|Yesterday|Tonight)(?:['’]s)? [A-Z][a-z]")
"""A capital word of time within a name: "the Tomorrow Fund"."""
_APPOSED = re.compile(r"\b[a-z]+, (?:[A-Z][a-z]+ )+$")
"""Before a name that says who somebody is: "her agent, Noel Monday, was"."""


def is_any(text: str, start: int) -> bool:
    """Whether the word before a day makes it any such day: "free on a Monday", "every Christmas Eve"."""
    return bool(_ANY.search(text[max(0, start - 16) : start]))


def is_no_day(text: str, start: int, end: int) -> bool:
    """Whether the words around a day of the week make it none of the story, or the name of somebody."""
    before = text[max(0, start - 40) : start]
    if _SOME.search(before) or (_COUNTED_OFF.search(before) and _OF_WHAT.match(text, end)):
        return True
    owner = _OWNS.match(text, end) and not _IN.search(before)
    return bool(owner) or bool(_APPOSED.search(before) and text[end : end + 1] == ",")


def is_feast(text: str, start: int) -> bool:
    """Whether the word before a day of the week makes a name with it: "Black Friday"."""
    return text[max(0, start - 30) : start].split()[-1] in _FEAST_WORDS


def is_title(parts: dict[str, str], text: str, start: int) -> bool:
    """Whether "Today" or "Yesterday" is the name of a programme or song, "May" that of a person."""
    word = parts.get("word", "")
    if word[:1].isupper() and _IN_SENTENCE.search(text[max(0, start - 20) : start]):
        return True
    if word.isupper() and _CAPITALS.search(text[max(0, start - 20) : start]):
        return True
    if word and _IN_NAME.match(text, max(0, start - 4)):
        return True
    alone = set(parts) <= {"month"} or word.startswith("Today")
    return alone and is_name(text, start)


def is_name(text: str, start: int) -> bool:
    """Whether a capital stands before the day's name that no sentence start explains: "Good Friday"."""
    before = re.search(r"(\S+) $", text[max(0, start - 30) : start])
    if not before:
        return False
    word = before.group(1)
    known = word.lower() in _BEFORE_DAYS or word in {"EDT", "GMT"}
    return word[:1].isupper() and not known and word.isalpha() and len(word) > 1 and not word.endswith("day")
