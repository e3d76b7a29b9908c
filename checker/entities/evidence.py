"""Persons whom the parser took for works, bodies or places, told by how the text goes on to speak of them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from checker.entities.lexicon import tables
from checker.entities.mention import Mention
from checker.entities.mentions import mention
from checker.entities.spelling import fold
from checker.model import Parse, Token

_MARKS = frozenset('"“”„‘’«»')
_LONGEST = 3
_REACH = 10
"""Tokens from `known` to the name."""
_NO_PERSON = frozenset({"ORG", "GPE", "LOC", "FAC", "WORK_OF_ART", "PRODUCT", "LAW", "EVENT"})


def personal(parse: Parse, mentions: list[Mention]) -> list[Mention]:
    """The mentions, misread persons mended: `Mrs Ada Lund` as a work, `Per Lund … Lund said` as a body."""
    lone = _lone_subjects(parse)
    mended = [part for m in mentions for part in _mended(parse, m, lone)]
    return _known_as(parse, _called(parse, _couples(parse, _joined(parse, mended))))


def _joined(parse: Parse, mentions: list[Mention]) -> list[Mention]:
    """A given name and a surname side by side that the parser took for two names."""
    made = [
        mention(parse, a.first, b.last, "PERSON")
        for a, b in pairwise(mentions)
        if a.last == b.first == a.first + 1 and b.last == b.first + 1 and b.type == "PERSON"
        if a.type in _NO_PERSON and _is_given(parse, a.first) and _is_bare(parse, a.first, b.last)
    ]
    return _instead(mentions, made)


def _mended(parse: Parse, m: Mention, lone: frozenset[str]) -> list[Mention]:
    if m.type not in _NO_PERSON or m.heading:
        return [m]
    first, last = m.first, m.last
    while first < last and fold(parse.tokens[first].text) in tables().titles:
        first += 1
    if last - first > 2 and fold(parse.tokens[first].text) in tables().person_nouns:
        first += 1
    sure = tables().persons_only | tables().person_nouns
    titled = first > m.first and bool({fold(parse.tokens[i].text) for i in range(m.first, first)} & sure)
    stop = next((i for i in range(first, last) if parse.tokens[i].text.islower()), last)
    if _is_bare(parse, first, stop) and (titled or (stop < last and _is_given(parse, first))):
        return [mention(parse, first, stop, "PERSON")]
    if _is_bare(parse, m.first, m.last) and not has_article(parse, m.first):
        words = m.words.split()
        if words[-1] in lone and words[0] not in lone and len(words) > 1:
            return [replace(m, type="PERSON")]
    return [m]


def _is_given(parse: Parse, i: int) -> bool:
    return fold(parse.tokens[i].text) in tables().given


def _is_bare(parse: Parse, first: int, last: int) -> bool:
    """Two or three capitalised words, none of which names a kind of body or place."""
    words = [t for t in parse.tokens[first:last] if t.text != "-"]
    kinds = tables().not_a_surname | tables().generic | tables().outlets | tables().clubs
    named = all(t.text[0].isupper() and t.text.isalpha() and not t.text.isupper() for t in words)
    return 1 < len(words) <= _LONGEST and named and not kinds & {fold(t.text) for t in words}


def has_article(parse: Parse, first: int) -> bool:
    """Whether an article stands right before the token: a person has none."""
    return first > 0 and parse.tokens[first - 1].text.lower() in {"the", "a", "an"}


def _lone_subjects(parse: Parse) -> frozenset[str]:
    """Capitalised words that alone, or after `Mr` and `Ms`, are the subject of a verb, without an article."""
    return frozenset(
        t.text for i, t in enumerate(parse.tokens) if t.dep == "nsubj" and _stands_alone(parse, i)
    )


def _stands_alone(parse: Parse, i: int) -> bool:
    tokens = parse.tokens
    if not _is_capital(tokens[i]) or has_article(parse, i):
        return False
    after = i + 1 < len(tokens) and (_is_capital(tokens[i + 1]) or tokens[i + 1].text == "-")
    before = i > 0 and (_is_capital(tokens[i - 1]) or tokens[i - 1].text in {"-", "&", "'s", "’s"})
    return not after and (not before or fold(tokens[i - 1].text) in tables().persons_only)


def _is_capital(token: Token) -> bool:
    return token.pos == "PROPN" and token.text[0].isupper() and token.text.isalpha()


def _couples(parse: Parse, mentions: list[Mention]) -> list[Mention]:
    """`Ada and Per Holm-Lund`: two given names before one surname, however the parser cut them."""
    made: list[Mention] = []
    for i in range(len(parse.tokens) - 3):
        one, link, other = parse.tokens[i : i + 3]
        if link.lemma != "and" or not (_is_capital(one) and _is_capital(other)):
            continue
        alone = i == 0 or not _is_capital(parse.tokens[i - 1])
        last = _surname_end(parse, i + 3)
        if alone and last > i + 3 and _is_given(parse, i) and _is_given(parse, i + 2):
            made += [mention(parse, i, i + 1, "PERSON"), mention(parse, i + 2, last, "PERSON")]
    return _instead(mentions, made)


def _surname_end(parse: Parse, first: int) -> int:
    """Where one surname that begins here ends, a hyphen and what follows it taken in."""
    tokens, last = parse.tokens, first
    while last < len(tokens) and _is_capital(tokens[last]):
        last += 1
        if last + 1 < len(tokens) and tokens[last].text == "-" and tokens[last].start == tokens[last - 1].end:
            last += 1
        else:
            break
    return last


def _called(parse: Parse, mentions: list[Mention]) -> list[Mention]:
    """`Jon "Spud" Lund`: one person, who elsewhere goes by what stands between the marks."""
    made: list[Mention] = []
    tokens = parse.tokens
    for i in range(len(tokens) - 4):
        marks = tokens[i + 1].text in _MARKS and tokens[i + 3].text in _MARKS
        if not (marks and _is_given(parse, i)) or not all(_is_capital(tokens[k]) for k in (i, i + 2, i + 4)):
            continue
        last = _surname_end(parse, i + 4)
        full = replace(mention(parse, i, last, "PERSON"), words=_words(parse, i, i + 4, last))
        nick = tokens[i + 2].text
        again = [k for k, t in enumerate(tokens) if t.text == nick and k != i + 2 and _stands_bare(parse, k)]
        made += [full, *(replace(mention(parse, k, k + 1, "PERSON"), words=full.words) for k in again)]
    return _instead(mentions, made)


def _known_as(parse: Parse, mentions: list[Mention]) -> list[Mention]:
    """`Ada Lund, known at home as Addi,`: one person, who goes by the other name as well."""
    made: list[Mention] = []
    tokens = parse.tokens
    for m in mentions:
        if (
            m.type != "PERSON"
            or " " not in m.words
            or m.last >= len(tokens)
            or tokens[m.last].text not in ",("
        ):
            continue
        k = _name_after(parse, m.last + 1)
        if k is not None:
            again = [i for i, t in enumerate(tokens) if t.text == tokens[k].text and _stands_bare(parse, i)]
            made += [replace(mention(parse, i, i + 1, "PERSON"), words=m.words) for i in again]
    return _instead(mentions, made)


def _name_after(parse: Parse, first: int) -> int | None:
    """The single capitalised word after `known as`, `nicknamed` and the like, before the next mark."""
    tokens = parse.tokens
    if first >= len(tokens) or tokens[first].text.lower() not in {
        "known",
        "nicknamed",
        "called",
        "dubbed",
        "alias",
        "aka",
    }:
        return None
    told = tokens[first].text.lower() != "known"
    for i in range(first + 1, min(first + _REACH, len(tokens) - 1)):
        word = tokens[i].text
        if word in ",.;:)":
            return None
        told = told or word == "as"
        if (
            told
            and _is_capital(tokens[i])
            and _stands_bare(parse, i)
            and tokens[i + 1].text in {",", ".", ")", ";"}
        ):
            return i
    return None


def _words(parse: Parse, given: int, first: int, last: int) -> str:
    return f"{parse.tokens[given].text} {''.join(t.text for t in parse.tokens[first:last])}"


def _stands_bare(parse: Parse, i: int) -> bool:
    near = (parse.tokens[k] for k in (i - 1, i + 1) if 0 <= k < len(parse.tokens))
    return _is_capital(parse.tokens[i]) and not any(_is_capital(t) for t in near)


def _instead(mentions: list[Mention], made: list[Mention]) -> list[Mention]:
    """The mentions, those that overlap with a made one replaced by it."""
    taken = {i for m in made for i in range(m.first, m.last)}
    kept = [m for m in mentions if not taken & set(range(m.first, m.last))]
    return sorted([*kept, *made], key=lambda m: m.start)
