"""Capitalised runs of words, as names of outlets and persons are, and how sure one can be of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.citation.lexicon import lexicon
from checker.model import MONTHS

SURE, TITLED, LIKELY, PERHAPS, NONE = 4, 3, 2, 1, 0

_CAPITAL = r"(?:(?:[A-Z]\.(?:[A-Z]\.)*|St\.|Ft\.|Mt\.)(?= )|[a-z]?[^\W\d_a-z](?:[\w&+'’-]|\.(?=\w))*)"
_SMALL = "of|de|di|del|dello|della|delle|dei|degli|des|du|dos|do|da|la|le|el|van|der|und|für|y|for|&"
_COUNTED = re.compile(r"\d{1,3} [A-Z][a-z]+")
LOWER = re.compile(r"(?:dpa|taz|epd|sda|ddp|mdr|rbb|ntv)(?![\w’'-])")
"""Outlets that write themselves small."""
RUN = re.compile(rf"{_CAPITAL}(?: (?:(?:{_SMALL}) ){{0,2}}{_CAPITAL}| \d{{1,3}}(?!\w|[,.]\d)){{0,5}}")
_DOMAIN = re.compile(
    r"(?:[a-z0-9-]{1,63}\.){1,4}(?:com|org|net|info|news|media|press|online|example|test|[a-z]{2})(?![\w.]\w)"
    r"(?:/[\w./~-]*\w)?",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?:As|But|And|Yet|When|While|After|Since|If|Although|Though|Then|So|In|Both|Even|Only|Now|"
    r"Because|Where|Once|Like|Unlike|"
    r"Nor|Neither|Either) (?=[^\W\d_a-z])"
)
_ARTICLE = re.compile(r"(?:the |an? |his |her |its |their |[“\"'‘«])*")
_BEGINS = re.compile(rf"(?:An? (?=[^\W\d_a-z])|(?:{'|'.join(MONTHS)}) (?=[A-Z]{{2,}}\b))")
_TAIL = re.compile(r" [a-zà-ÿ]+")
"""`Le Monde diplomatique`: a word in small letters that belongs to the name of a known outlet."""
_NO_NAMES = frozenset((
    "", "the", "a", "an", "i", "we", "you", "he", "she", "it", "they", "this", "that", "these", "those", "there",
    "who", "what", "nobody", "everyone", "someone", "everybody", "somebody",
))  # fmt: skip
_NUMBERS = frozenset(("no", "nr", "vol", "issue"))
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Name:
    """A run at visible characters `start`..`end` of a block."""

    start: int
    end: int
    text: str


def name_at(text: str, at: int) -> Name | None:
    """The capitalised run or domain that begins at `at`, after an article or an opening quotation mark."""
    lead = _ARTICLE.match(text, at)
    start = lead.end() if lead else at
    opening = _OPENING.match(text, start)
    start = opening.end() if opening else start
    domain = _DOMAIN.match(text, start)
    if domain and "." in domain[0]:
        return Name(start, domain.end(), domain[0])
    counted = _COUNTED.match(text, start)
    if counted and counted[0].casefold() in lexicon("agency"):
        return Name(start, counted.end(), counted[0])
    if small := LOWER.match(text, start):
        return Name(start, small.end(), small[0])
    match = RUN.match(text, start)
    if match is None:
        return None
    if begins := _BEGINS.match(match[0]):
        return name_at(text, start + begins.end())
    words = list(re.finditer(r"\S+", match[0]))
    for i, word in enumerate(words):
        if _POSSESSIVE.search(word[0]):
            words = words[: i + 1]
            break
    while words and words[-1][0].casefold().rstrip(".") in lexicon("time_word") | _NUMBERS:
        words.pop()
    if not words:
        return None
    shown = _POSSESSIVE.sub("", match[0][: words[-1].end()]).rstrip(".,")
    if key_of(shown) in _NO_NAMES:
        return None
    tail = _TAIL.match(text, start + len(shown))
    whole = shown + tail[0] if tail and key_of(shown + tail[0]) in lexicon("agency") else shown
    return Name(start, start + len(whole), whole)


def key_of(name: str | None) -> str:
    """A name as names are compared: in small letters, without the article."""
    shown = " ".join((name or "").casefold().split())
    return shown.removeprefix("the ")


def is_domain(text: str) -> bool:
    """Whether it is the address of a site: `example.org`."""
    return _DOMAIN.fullmatch(text) is not None
