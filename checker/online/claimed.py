"""Whether a page is what a text says that it cites: its title, its outlet, its day.

Only what both state is compared, and only what plainly differs is told: pages are retitled, sites have several names,
and a day is another one in another time zone.
"""

from __future__ import annotations

import re
from datetime import date

from checker.model import Stated
from checker.web import host_of

LEAST, LONG = 2, 4
"""Words of so many letters that a title must have, to be another one where the page has none of them."""
_WORDS = re.compile(r"\w+")
_EMPTY = frozenset({"the", "a", "an", "of", "and", "com", "org", "net", "www", "news", "online"})


def differs(
    url: str, title: str | None, outlet: str | None, day: str | None, page: Stated
) -> tuple[str, ...]:
    """In what the page at `url` is not what is claimed: sentences that name both."""
    said: list[str] = []
    if title and page.title and _is_another_title(title, page.title, url):
        said.append(f"The text calls it “{title}”; the page is called “{page.title}”.")
    if outlet and page.outlet and _is_another_outlet(outlet, page.outlet, url):
        said.append(f"The text names {outlet}; the page is of {page.outlet}.")
    if day and page.date and _is_another_day(day, page.date):
        said.append(f"The text gives {day}; the page is of {page.date}.")
    return tuple(said)


def _is_another_title(title: str, other: str, url: str) -> bool:
    words = {word for word in _told(title) if len(word) >= LONG}
    return len(words) >= LEAST and not words & (_told(other) | _told(url))


def _is_another_outlet(name: str, other: str, url: str) -> bool:
    """Whether two names share no word, neither is short for the other, and the host has neither words nor initials."""
    mine, host = _told(name), host_of(url).replace("-", "").replace(".", "")
    initials = "".join(word[0] for word in _WORDS.findall(name.casefold()))
    known = bool(mine & _told(other)) or _short(name, other) or _short(other, name)
    return (
        not known and not any(word in host for word in mine) and not (len(initials) > 1 and initials in host)
    )


def _short(name: str, other: str) -> bool:
    """Whether a name is made of the first letters of another's words."""
    words = [word for word in _WORDS.findall(other.casefold()) if word not in {"the", "of", "and"}]
    return "".join(word[0] for word in words) == "".join(_WORDS.findall(name.casefold()))


def _is_another_day(day: str, other: str) -> bool:
    """Whether two days are more than a day apart; months and years differ only as a whole."""
    if len(day) < len("2021-05-31"):
        return not other.startswith(day) and bool(re.fullmatch(r"\d{4}(-\d\d)?", day))
    try:
        return abs((date.fromisoformat(day) - date.fromisoformat(other)).days) > 1
    except ValueError:
        return False


def _told(words: str) -> set[str]:
    return set(_WORDS.findall(words.casefold())) - _EMPTY
