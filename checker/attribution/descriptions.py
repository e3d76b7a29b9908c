"""What the text says somebody is, right beside the name: `Ada Lund, 41, head of the port,` and the like."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.attribution.cues import load
from checker.attribution.grammar import Grammar
from checker.attribution.people import names_person

_CLOSING = frozenset({",", ".", ";", ":", ")", "—", "–", "?", "!"})
_OPENING = frozenset({",", "(", "—", "–"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_INNER = _NOUNS | {"DET", "ADJ", "NUM", "ADV"}
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "WP", "WDT", "EX"})
_NEW = frozenset({"a", "an", "another", "one", "second", "other", "no", "any", "every", "each"})
_ELSEWHERE = frozenset({"from", "of", "in", "at", "near", "by", "with", "for", "and"})
"""Words after which another is named than the one of that age: `a 41-year-old nurse from Elm`."""
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "lady"})
_LONGEST = 18
"""Tokens of a phrase beside a name."""
_RUN = 8
"""Tokens right before a name that tell who it is: `the former deputy port minister Ada Lund`."""


@dataclass(frozen=True, slots=True)
class Description:
    """The noun for what somebody is, and all words of its phrase in small letters."""

    noun: int
    words: frozenset[str]


def beside(g: Grammar, start: int, end: int, *, body: bool) -> Iterator[Description]:
    """Descriptions of the name at these characters; of a body any noun, of others a noun for people."""
    for found in (
        *_after(g, g.index(end)),
        *_before(g, g.index(start), g.index(end)),
        *_titles(g, g.index(start)),
    ):
        if body or names_person(g.tokens[found.noun].lemma.lower()):
            yield found


def age(g: Grammar, start: int, end: int) -> str | None:
    """The age that the text gives right after a name, or right before it (`the 41-year-old nurse Ada Lund`)."""
    after, before = g.index(end), g.text[max(0, start - 40) : start]
    if after + 2 < len(g.tokens) and g.tokens[after].text in {",", "("}:
        at = after + 1 + (g.lower(after + 1) == "aged")
        if g.tokens[at].text.isdigit() and len(g.tokens[at].text) < 4 and g.tokens[at + 1 : at + 2]:
            return g.tokens[at].text if g.tokens[at + 1].text in _CLOSING else None
    number, old, rest = before.rpartition("-year-old ")
    told = old and not set(rest) & set(".,;:!?") and not _ELSEWHERE & set(rest.split()) and number.split()
    return number.split()[-1] if told else _told_after(g, after)


def _told_after(g: Grammar, after: int) -> str | None:
    """`Ada Lund, a 41-year-old nurse,`."""
    if after >= len(g.tokens) or g.tokens[after].text != ",":
        return None
    rest = g.text[g.tokens[after].end : g.tokens[after].end + 30]
    number, old, _ = rest.partition("-year-old")
    words = number.split()
    return words[-1] if old and len(words) <= 2 and "," not in number else None


def _after(g: Grammar, i: int) -> Iterator[Description]:
    """Phrases between marks after a name, an age in between skipped."""
    for _ in range(2):
        if i + 1 >= len(g.tokens) or g.tokens[i].text not in _OPENING or g.quote[i] != g.quote[i - 1]:
            return
        last = _phrase_end(g, i + 1)
        if last is None:
            return
        listed = last + 1 < len(g.tokens) and g.lower(last + 1) in {"and", "or"} and g.lower(i + 1) == "the"
        if not listed:
            yield from _heads(g, i + 1, last)
        i = last


def _phrase_end(g: Grammar, first: int) -> int | None:
    """The mark that closes the phrase; None where a verb comes first."""
    for i in range(first, min(first + _LONGEST, g.sentence_of(first).last)):
        if g.tokens[i].text in _CLOSING:
            return i if i > first else None
        if g.tokens[i].tag in _FINITE or g.quote[i] != g.quote[first]:
            return None
    return None


def _heads(g: Grammar, first: int, last: int) -> Iterator[Description]:
    """The nouns at the head of a phrase: `farmer` and `poet` of `a farmer and poet from the hills`."""
    words = frozenset(g.lower(i) for i in range(first, last))
    noun: int | None = None
    for i in range(first, last):
        token = g.tokens[i]
        if token.pos in _NOUNS:
            noun = i
        elif token.tag in {"POS", "PRP$", "HYPH"} or token.pos in _INNER or token.text == "-":
            continue
        elif noun is not None:
            yield Description(noun, words)
            noun = None
            if token.pos != "CCONJ":
                return
        else:
            return
    if noun is not None:
        yield Description(noun, words)


def _before(g: Grammar, first: int, after: int) -> Iterator[Description]:
    """`The head of the port, Ada Lund,`: the phrase before a name that stands between marks."""
    first -= first > 2 and g.lower(first - 1).removesuffix(".") in _TITLES
    if first < 2 or g.tokens[first - 1].text != "," or after >= len(g.tokens):
        return
    if g.tokens[after].text not in _CLOSING or g.quote[first] != g.quote[first - 2]:
        return
    begin, stop = first - 2, max(g.sentence_of(first).first, first - _LONGEST)
    if not names_person(g.tokens[begin].lemma.lower()) and g.tokens[begin].pos not in _NOUNS:
        return
    while begin > stop and not _bounds(g, begin - 1, first):
        begin -= 1
    heads = list(_heads(g, begin, first - 1))
    opens = g.tokens[begin].pos == "DET" or g.tokens[begin].tag in {"PRP$", "NNP", "NN"}
    if opens and heads and not is_doubtful(g, heads[0].noun, first - 2):
        yield heads[0]


def _bounds(g: Grammar, i: int, first: int) -> bool:
    told = g.tokens[i].pos in {"VERB", "AUX"} and g.tokens[i].dep not in {"amod", "acl", "compound"}
    return told or g.tokens[i].tag in _FINITE or g.tokens[i].text in _CLOSING or g.quote[i] != g.quote[first]


def is_doubtful(g: Grammar, noun: int, last: int) -> bool:
    """Whether a name after the comma may be the last noun's: `the lawyer of the mayor, Ada Lund`."""
    one = g.tokens[last].pos in _NOUNS and g.tokens[last].tag not in {"NNS", "NNPS"}
    return (
        noun < last and one and g.tokens[last].text.islower() and names_person(g.tokens[last].lemma.lower())
    )


def _titles(g: Grammar, first: int) -> Iterator[Description]:
    """Nouns right before a name."""
    i, run = first - 1, list[int]()
    while i >= g.sentence_of(first).first and len(run) < _RUN and _is_prenominal(g, i):
        run.append(i)
        i -= 1
    if i > 0 and g.lower(i) == "of" and g.tokens[i - 1].text[:1].isupper() and run:
        run.append(i - 1)
    owner = {g.lower(i)} if i >= 0 and g.tokens[i].tag == "PRP$" else set[str]()
    words = frozenset(g.lower(k) for k in run) | owner
    for k in run:
        if g.tokens[k].pos in _NOUNS:
            yield Description(k, words)


def _is_prenominal(g: Grammar, i: int) -> bool:
    token = g.tokens[i]
    return token.pos in _NOUNS | {"ADJ"} or token.tag == "POS" or token.text == "-"


def written(g: Grammar, start: int) -> int | None:
    """The paper of `the report, by the historian Ada Lund,`: what the person at the character wrote."""
    i = g.index(start) - 1
    while i > 1 and _is_prenominal(g, i):
        i -= 1
    i -= g.lower(i) in {"the", "a"}
    by = i if i > 1 and g.lower(i) == "by" else None
    paper = by - 1 - (g.tokens[by - 1].text == ",") if by is not None else 0
    return paper if by is not None and load().has("nouns.paper", g.tokens[paper].lemma.lower()) else None


def newcomers(g: Grammar, described: set[int]) -> dict[str, list[int]]:
    """Where `a minister`, `another clerk` and `his lawyer` bring in somebody whom no name is given to, by lemma."""
    found: dict[str, list[int]] = {}
    for i, token in enumerate(g.tokens):
        if token.tag == "NN" and i not in described and names_person(token.lemma.lower()) and _is_new(g, i):
            found.setdefault(token.lemma.lower(), []).append(token.start)
    return found


def _is_new(g: Grammar, noun: int) -> bool:
    return any(g.lower(c) in _NEW and g.tokens[c].dep in {"det", "amod", "nummod"} for c in g.children[noun])
