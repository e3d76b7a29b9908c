"""What a capitalised run of words is: an outlet for sure, likely, perhaps, or none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from checker.citation.lexicon import KIND_OF_PAPER, alternatives, lexicon
from checker.citation.shown import Shown
from checker.model import MONTHS, Alias, Document, Parse

SURE, TITLED, LIKELY, PERHAPS, NONE = 4, 3, 2, 1, 0

_CAPITAL = r"(?:[A-Z]\.(?:[A-Z]\.)*(?= )|[a-z]?[^\W\d_a-z](?:[\w&+'’-]|\.(?=\w))*)"
_RUN = re.compile(
    rf"{_CAPITAL}(?: (?:(?:of|de|di|del|la|le|el|for|&) ){{0,2}}{_CAPITAL}| \d{{1,3}}(?!\w|[,.]\d)){{0,5}}"
)
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
_ACRONYM = re.compile(r"[A-Z]{2,6}\d?")
_NUMBERED = re.compile(r"[^\W\d_]{2,}-\d{1,2}")
_STATION = re.compile(r"[A-Z]{0,3}TV[A-Z]{0,2}(?:[- ]?\d{1,2})?|.{2,30} (?:FM|AM)")
_BEGINS = re.compile(rf"(?:An? (?=[^\W\d_a-z])|(?:{'|'.join(MONTHS)}) (?=[A-Z]{{2,}}\b))")
_NUMBERS = frozenset(("no", "nr", "vol", "issue"))
_MISTER = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Prof|Sir|Col)\.? $")
_FAR = 2000
"""Characters around a name in which the text may say that it is a place."""
_POSSESSIVE = re.compile(r"['’]s?$")


@cache
def _media_noun() -> re.Pattern[str]:
    nouns = alternatives("media_noun")
    return re.compile(
        rf"[”\"'’»]? (?:{nouns})\b|[”\"'’»]?, (?:an?|the) (?:(?!(?:for|of|at|from|with)\b)[\w-]+ ){{0,4}}(?:{nouns})\b"
        rf"(?! (?:{alternatives('presenter')}|personality|executive|star|producer)s?\b)"
    )


@cache
def _apposed() -> re.Pattern[str]:
    nouns = rf"{alternatives('media_noun')}|(?:Telegram|YouTube|Facebook) (?:channel|page)"
    return re.compile(rf"\b(?:agency|{nouns}|{KIND_OF_PAPER}) [”\"'’*_“‘]?$")


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
    match = _RUN.match(text, start)
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
    return Name(start, start + len(shown), shown) if key_of(shown) not in ("", "the", "a", "an") else None


class Judge:
    """Judges names of one document: by shape, by the words beside them, by what the corpus and the parse call them."""

    def __init__(
        self,
        document: Document,
        parse: Parse,
        known: Iterable[str],
        blocks: Iterable[Shown],
        outlets: Iterable[Alias] = (),
    ) -> None:
        self._document = document
        self._known = {key_of(name) for name in (document.outlet, *known) if name}
        self._known |= {key_of(c.value) for c in document.candidates if c.name == "original"}
        self._known |= {key_of(spelling) for alias in outlets for spelling in (alias.name, *alias.spellings)}
        self._known |= {
            key_of(name.text) for block in blocks if block.body for name in _called_media(block.text)
        }
        self._types: dict[int, str] = {name.start: name.type for name in parse.names}
        others = [
            document.text[n.start : n.end] for n in parse.names if n.type in ("PERSON", "GPE", "LOC", "NORP")
        ]
        titles = lexicon("title_word")
        self._others = {w for text in others for w in text.split()}
        self._apart = {
            w for text in others if not titles & set(text.casefold().split()) for w in text.split()
        }

    def learn(self, outlets: Iterable[str]) -> None:
        """Take names for outlets from here on: those that the document itself cites as such."""
        self._known |= {key_of(name) for name in outlets}

    def of(self, name: Name, block: Shown) -> int:
        """SURE, TITLED (by the last or first word), LIKELY (by its look), PERHAPS (by the parse) or NONE."""
        key, words = key_of(name.text), name.text.casefold().split()
        if key in lexicon("alone") or _MISTER.search(block.text[max(0, name.start - 6) : name.start]):
            return NONE
        if key in self._known or key in lexicon("agency") or _DOMAIN.fullmatch(name.text):
            return SURE
        if (
            f"the {key}" in lexicon("agency")
            and "the" in block.text[max(0, name.start - 4) : name.start + 3].casefold()
        ):
            return SURE
        called = self.type_of(name, block)
        if _apposed().search(block.text[max(0, name.start - 40) : name.start]) and key not in lexicon(
            "place"
        ):
            return SURE
        if key in lexicon("place") or called in ("NORP", "LANGUAGE") or words[-1].endswith("-language"):
            return NONE
        if _media_noun().match(block.text, name.end):
            return SURE
        if self._is_none(key, words):
            return NONE
        if key in lexicon("journal"):
            return LIKELY
        if len(words) in (2, 3, 4) and words[0] in lexicon("chain") and called != "PERSON":
            return TITLED
        if self._is_station(words) or key in lexicon("title_alone"):
            return TITLED
        titled = self._titled(name.text) if len(words) > 1 else False
        if titled is None:
            return NONE
        if titled:
            return SURE
        if len(words) > 1 and (words[-1] in lexicon("title_last") or words[0] == "channel"):
            return TITLED
        if _STATION.fullmatch(name.text) or (
            len(words) == 3 and words[1] == "of" and words[0] in lexicon("of_place")
        ):
            return TITLED
        if len(words) > 1 and words[0] in lexicon("foreign_article") and name.text[1].islower():
            return TITLED
        if len(words) == 2 and words[0] in ("le", "la") and called not in ("PERSON", "GPE", "LOC", "FAC"):
            return LIKELY
        if (self._is_marked(name, block) and called != "PERSON") or words[0] in lexicon("title_word"):
            return LIKELY
        if set(words) & lexicon("no_outlet"):
            return NONE
        if any(_ACRONYM.fullmatch(w) or _NUMBERED.fullmatch(w) for w in name.text.split()):
            return NONE if self._is_body_short(name.text) else LIKELY
        others = any(word in self._others for word in name.text.split())
        journal = len(words) > 1 and words[-1] in lexicon("journal_last") and called != "PERSON"
        if journal and words[0] in lexicon("journal"):
            return LIKELY
        return PERHAPS if journal or (called in ("ORG", "WORK_OF_ART", "PRODUCT") and not others) else NONE

    def type_of(self, name: Name, block: Shown) -> str | None:
        """What the parse calls the name, with or without the article before it."""
        here = block.offsets[name.start]
        return self._types.get(here) or next((t for i in (4, 2, 3) if (t := self._types.get(here - i))), None)

    def outlet_in(self, name: Name, block: Shown) -> Name:
        """`X of Y`, where Y is an outlet for sure, is a person of Y: then Y, else the name as it is."""
        _, of, tail = name.text.rpartition(" of ")
        part = Name(name.end - len(tail), name.end, tail)
        return part if of and self.of(part, block) == SURE else name

    def is_surname(self, word: str) -> bool:
        """Whether the text has a capitalised word before it somewhere, as persons have, or `'s` or a title."""
        return bool(re.search(rf"[^\W\d_a-z][\w’'-]*\.? {re.escape(word)}\b", self._document.text))

    def is_place(self, name: str) -> bool:
        """Whether the run is a state or a well-known city, which stands before dates as well."""
        return key_of(name) in lexicon("place")

    def is_where(self, name: Name, block: Shown) -> bool:
        """Whether the block names the run elsewhere as a place where something is."""
        pattern = rf"\b(?:in|at|near|to|from|outside) {re.escape(name.text)}(?!\w)"
        low = max(0, name.start - _FAR)
        near = re.finditer(pattern, block.text[low : name.end + _FAR])
        return any(low + match.end() != name.end for match in near)

    def _is_none(self, key: str, words: list[str]) -> bool:
        bodies = lexicon("no_outlet")
        return key in bodies or key in lexicon("place") or words[-1] in bodies or key in lexicon("time_word")

    def _is_station(self, words: list[str]) -> bool:
        """`Radio Marl`, `Canal Norte`: whatever the second word is besides."""
        return len(words) > 1 and words[0] in lexicon("title_first") and words[-1] not in lexicon("no_outlet")

    def _titled(self, name: str) -> bool | None:
        """Whether a word of a title is among the words; None where one behind it is of a person or a place."""
        words, known = name.split(), lexicon("title_word")
        at = [
            i for i, w in enumerate(words) if {*w.casefold().split("-"), w.casefold().rstrip("'’s")} & known
        ]
        behind = words[at[-1] + 1 :] if at else []
        return None if any(word in self._apart for word in behind) else bool(at)

    def _is_body_short(self, name: str) -> bool:
        """Whether the text has it in brackets behind a longer name: `the Marl Fish Board (MFB)`."""
        at = self._document.text.find(f"({name})")
        before = list(_RUN.finditer(self._document.text, max(0, at - 80), at)) if at > 0 else []
        return bool(before) and not self._titled(before[-1][0])

    def _is_marked(self, name: Name, block: Shown) -> bool:
        """Whether the name stands in quotation marks or in italics."""
        before = self._document.text[max(0, block.offsets[name.start] - 1) : block.offsets[name.start]]
        return before in ("“", '"', "*", "_", "«", "„", "‘") and name.end - name.start <= 40


def _called_media(text: str) -> Iterable[Name]:
    """Names that the text itself calls a newspaper, a magazine, a broadcaster."""
    none = lexicon("no_outlet") | lexicon("place") | lexicon("time_word")
    for match in _media_noun().finditer(text):
        before = list(_RUN.finditer(text, max(0, match.start() - 60), match.start()))
        if before and before[-1].end() == match.start():
            found = before[-1][0]
            if key_of(found) not in none and len(found) > 2:
                yield Name(before[-1].start(), before[-1].end(), found)


def key_of(name: str | None) -> str:
    """A name as names are compared: in small letters, without the article."""
    shown = " ".join((name or "").casefold().split())
    return shown.removeprefix("the ")
