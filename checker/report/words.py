"""How the report writes numbers, days and shortened texts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from checker.model import MONTHS

_NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_PRONOUNS = frozenset(
    re.findall(
        r"\w+",
        "i me my mine we us our ours you your yours he him his she her hers it its they them their theirs who "
        "whom whose which that this these those one some others another himself herself itself themselves "
        "what someone somebody everyone everybody anyone anybody nobody both all many",
    )
)
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*(?:\)|$)")
_LAST_DAY = re.compile(r"-(28|29|30|31)$")


def number(n: int) -> str:
    """Up to twelve in words ("three"), above in figures with thin groups ("1,240")."""
    return _NUMBERS[n] if 0 <= n < len(_NUMBERS) else f"{n:,}"


def count(n: int, one: str, many: str = "") -> str:
    """A number with its noun: "one text", "three texts", "no texts"."""
    return f"{number(n)} {one if n == 1 else many or one + 's'}"


def figure(n: int, one: str, many: str = "") -> str:
    """A figure with its noun: "1 text", "14 texts"."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def capital(text: str) -> str:
    """The text with its first letter raised and the rest untouched."""
    return text[:1].upper() + text[1:]


def listed(parts: Iterable[str]) -> str:
    """The parts as "a, b and c"."""
    items = list(parts)
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + " and " + items[-1] if items else ""


def shorten(text: str, room: int) -> str:
    """The text on one line, cut at a word where it is longer than `room` characters."""
    flat = " ".join(text.split())
    if len(flat) <= room:
        return flat
    head = flat[: room - 1]
    cut = head.rfind(" ")
    return (head[:cut] if cut > room // 2 else head).rstrip(" ,;:.–—-") + "…"


def is_pronoun(words: str) -> bool:
    """Whether the words are one pronoun, which names nobody; "US" in capitals is a name."""
    bare = words.strip(" ,.;:“”\"'")
    return bare.casefold() in _PRONOUNS and not (len(bare) > 1 and bare.isupper())


def unmarked(text: str) -> str:
    """The text without the Markdown of links and emphasis, also where a link was cut at its end."""
    plain = _LINK.sub(r"\1", text)
    return re.sub(r"\[(?=\w[^\]]*$)|(?<!\w)[*_]+|[*_]+(?!\w)", "", plain)


def parse_day(iso: str | None) -> date | None:
    """An ISO day as a date; None where it is missing or no real day."""
    try:
        return date.fromisoformat(iso) if iso else None
    except ValueError:
        return None


def day(iso: str) -> str:
    """A day as a reader writes it: "2 Oct 2023" for "2023-10-02"; what cannot be read is returned as it is."""
    when = parse_day(iso)
    return f"{when.day} {MONTHS[when.month - 1][:3]} {when.year}" if when else iso


def month(iso: str) -> str:
    """The month of a day: "Oct 2023" for "2023-10-02"."""
    when = parse_day(iso)
    return f"{MONTHS[when.month - 1][:3]} {when.year}" if when else iso


def span_of_days(from_: str | None, to: str | None) -> str:
    """Days, months or years as a reader says them: "2 Oct 2023", "Mar to Apr 2022", "not before 2 Oct 2023"."""
    if not from_ and not to:
        return "date not known"
    if not to or to.startswith("9999"):
        return f"not before {day(from_ or '')}"
    if not from_ or from_.startswith("0001"):
        return f"not after {day(to)}"
    return day(from_) if from_ == to else _range(from_, to)


def _range(from_: str, to: str) -> str:
    if from_.endswith("-01-01") and to.endswith("-12-31"):
        return from_[:4] if from_[:4] == to[:4] else f"{from_[:4]} to {to[:4]}"
    if from_.endswith("-01") and _LAST_DAY.search(to):
        first, last = month(from_), month(to)
        return last if first == last else f"{_drop_year(first, last)} to {last}"
    return f"{_drop_year(day(from_), day(to))} to {day(to)}"


def _drop_year(first: str, last: str) -> str:
    return first.rsplit(" ", 1)[0] if first.rsplit(" ", 1)[-1] == last.rsplit(" ", 1)[-1] else first
