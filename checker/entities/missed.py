"""Persons and outlets that the parser missed, or took for something else, told by the words around and in the name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from checker.entities.evidence import has_article, personal
from checker.entities.firms import is_firms, leads
from checker.entities.lexicon import look_up, tables
from checker.entities.mention import Mention
from checker.entities.mentions import in_capitals, mention
from checker.entities.persons import person_name, same_surname, surname_of
from checker.entities.spelling import fold
from checker.entities.tellers import tells
from checker.model import Document, Parse, Token

LONGEST = 4
"""Words of a name that only the words around it tell."""
_EXPLAINING = 4
"""Tokens of what a name alone is called (`a former club boxer`)."""
_NO_PERSON = frozenset({"ORG", "GPE", "LOC", "FAC", "WORK_OF_ART", "PRODUCT", "NORP"})


def recovered(document: Document, parse: Parse, mentions: list[Mention]) -> list[Mention]:
    """The mentions, mistaken ones with their right type, and those that the parser missed; in text order."""
    kept = personal(parse, [_told(parse, m) for m in mentions if not _is_title(parse, m)])
    ends = {m.last for m in kept}
    kept = [_with_given(parse, m) if m.first not in ends else m for m in kept]
    kept += _runs(document, parse, kept)
    firms = {m.words for m in kept if m.type == "ORG" and is_firms(parse, m.first, m.last)}
    kept = [replace(m, type="ORG") if m.words in firms else m for m in kept]
    full = [m.words.split() for m in kept if m.type == "PERSON" and not _calls(m.words.split()[0])]
    named = {word for words in full if len(words) > 1 for word in words}
    kept = [_untitled(parse, m, named) for m in kept]
    kept += _variants(document, parse, kept)
    return sorted(kept, key=lambda m: m.start)


def _told(parse: Parse, m: Mention) -> Mention:
    if m.last - m.first == 2 and leads(parse, m.first):
        return mention(parse, m.first + 1, m.last, "ORG")
    if (m.type == "WORK_OF_ART" and _is_outlet(m.words)) or is_firms(parse, m.first, m.last):
        return replace(m, type="ORG")
    if m.type == "GPE" and m.last - m.first == 1 and _is_kin(parse, m.first) and m.first > 2:
        owner = parse.tokens[m.first - 3 + (parse.tokens[m.first - 1].text != ",")]
        return replace(m, type="PERSON") if fold(owner.text) in {"his", "her"} else m
    person = m.type in _NO_PERSON and _is_plain(m.words) and _is_called(parse, m.first, m.last)
    return replace(m, type="PERSON") if person else m


def _with_given(parse: Parse, m: Mention) -> Mention:
    """A surname with the given name right before it, which the parser left out."""
    words = m.words.split()
    if m.first == 0 or len(words) > 2 or fold(words[0]) in tables().given or m.heading:
        return m
    if m.type != "PERSON" and (
        m.type not in _NO_PERSON or len(words) > 1 or look_up(m.words) or m.words.isupper()
    ):
        return m
    before = parse.tokens[m.first - 1]
    given = _is_capital(before) and fold(before.text) in tables().given
    given = given and not has_article(parse, m.first - 1)
    return mention(parse, m.first - 1, m.last, "PERSON") if given else m


def _untitled(parse: Parse, m: Mention, named: set[str]) -> Mention:
    """`Sister Ottilie` as `Ottilie`, where the text has her in a longer name or it is a known given name."""
    words = m.words.split()
    if len(words) != 2 or m.last - m.first != 2 or not _calls(words[0]):
        return m
    known = words[1] in named or fold(words[1]) in tables().given
    return mention(parse, m.first + 1, m.last, "PERSON", heading=m.heading) if known else m


def _is_title(parse: Parse, m: Mention) -> bool:
    """Whether the parser took for a name what is only the title before one (`Bishop` in `Bishop Arn Lo`)."""
    following = m.last < len(parse.tokens) and _is_capital(parse.tokens[m.last])
    return following and m.last - m.first == 1 and _calls(m.words)


def _calls(word: str) -> bool:
    return fold(word) in tables().titles | tables().person_nouns


def _is_outlet(words: str) -> bool:
    parts = fold(words).split()
    return len(parts) > 1 and (parts[-1] in tables().outlets or parts[0] in {"radio", "tv"})


def _is_plain(words: str) -> bool:
    """Two to four words that may be a person's name."""
    parts = words.split()
    named = all(p[0].isupper() or p in tables().particles for p in parts)
    known = {fold(p) for p in parts} & (tables().not_a_surname | tables().generic | tables().outlets)
    return 1 < len(parts) <= LONGEST and named and not known and words[-1].isalpha() and not words.isupper()


def _is_called(parse: Parse, first: int, last: int) -> bool:
    """Whether a noun for a person stands right before the name or in apposition with it."""
    tokens = parse.tokens
    if first and tokens[first - 1].pos in {"NOUN", "PROPN"} and _calls(tokens[first - 1].text):
        return True
    if _is_described(parse, first, last):
        return True
    head = next((i for i in range(first, last) if not first <= tokens[i].head < last), last - 1)
    apposed = [tokens[head].head] if tokens[head].dep == "appos" else []
    apposed += [c for c in parse.children(head) if tokens[c].dep == "appos" and c >= last]
    return any(tokens[i].pos == "NOUN" and fold(tokens[i].lemma) in tables().person_nouns for i in apposed)


def _is_described(parse: Parse, first: int, last: int) -> bool:
    """`Ada Lund, 41,` and `the driver, Ada Lund,`: an age or a noun for a person between marks beside the name."""
    tokens = parse.tokens
    after = [t.text for t in tokens[last : last + 3]]
    if (
        len(after) == 3
        and after[0] in ",("
        and after[1].isdigit()
        and len(after[1]) == 2
        and after[2] in ",)."
    ):
        return True
    noun = tokens[first - 2] if first > 1 and tokens[first - 1].text == "," else None
    closed = bool(after) and after[0] in {",", "."}
    return closed and noun is not None and noun.tag == "NN" and fold(noun.lemma) in tables().person_nouns


def _runs(document: Document, parse: Parse, mentions: list[Mention]) -> Iterator[Mention]:
    """Runs of capitalised words outside the mentions that are a person's or an outlet's name."""
    taken = {i for m in mentions for i in range(m.first, m.last)}
    for sentence in parse.sentences:
        if in_capitals(parse, sentence):
            continue
        i = sentence.first
        while i < sentence.last:
            last = i
            while last < sentence.last and last not in taken and _is_capital(parse.tokens[last]):
                last += 1
            last = _with_of(parse, i, last, taken)
            if last > i and document.in_body(parse.tokens[i].start, parse.tokens[last - 1].end):
                yield from _named(parse, i, last)
            i = max(last, i + 1)


def _with_of(parse: Parse, first: int, last: int, taken: set[int]) -> int:
    """Where a body's name with `of` ends (`Diocese of Vail`)."""
    tokens = parse.tokens
    if (
        last == first
        or last + 1 >= len(tokens)
        or tokens[last].text != "of"
        or not _heads_body(tokens[last - 1])
    ):
        return last
    end = last + 1
    while end < len(tokens) and end not in taken and _is_capital(tokens[end]):
        end += 1
    return end if end > last + 1 else last


def _heads_body(token: Token) -> bool:
    return fold(token.text) in tables().bodies


def _is_body(parse: Parse, first: int, last: int) -> bool:
    """Whether a run of capitalised words is the name of a body by its last word, or by the one before `of`."""
    if last - first < 2:
        return False
    inner = [i for i in range(first, last) if parse.tokens[i].text == "of"]
    return _heads_body(parse.tokens[inner[0] - 1 if inner else last - 1])


def _is_capital(token: Token) -> bool:
    return token.pos == "PROPN" and token.text[0].isupper() and token.text.replace("-", "").isalpha()


def _named(parse: Parse, first: int, last: int) -> Iterator[Mention]:
    begin = first
    while begin < last - 1 and (
        _calls(parse.tokens[begin].text) or fold(parse.tokens[begin].text) == "the" or leads(parse, begin)
    ):
        begin += 1
    made = mention(parse, begin, last, "PERSON")
    if _is_body(parse, begin, last) or is_firms(parse, begin, last):
        yield mention(parse, begin, last, "ORG")
    elif _is_outlet(made.words):
        yield replace(made, type="ORG")
    elif _is_alone(parse, begin) if last - begin == 1 else _is_persons(parse, made):
        yield made


def _is_alone(parse: Parse, i: int) -> bool:
    """Whether one word is a person's name: a relative's, a teller's, or one after `Lord` and the like."""
    titled = (
        i > 0 and fold(parse.tokens[i - 1].text) in tables().persons_only and _is_capital(parse.tokens[i - 1])
    )
    kinds = tables().not_a_surname | tables().generic | tables().outlets | tables().titles
    plain = not parse.tokens[i].text.isupper() and fold(parse.tokens[i].text) not in kinds
    return _is_kin(parse, i) or tells(parse, i) or ((titled or _is_explained(parse, i)) and plain)


def _is_explained(parse: Parse, i: int) -> bool:
    """`Remo, a former boxer, …`: a name alone with what it is called between marks."""
    after = parse.tokens[i + 1 : i + 3 + _EXPLAINING]
    if len(after) < 3 or after[0].text != "," or fold(after[1].text) not in {"a", "an"}:
        return False
    words = list(takewhile(lambda t: t.pos in {"ADJ", "NOUN"}, after[2:]))
    closed = len(words) + 2 < len(after) and after[len(words) + 2].text in {",", "."}
    return closed and bool(words) and fold(words[-1].lemma) in tables().person_nouns


def _is_persons(parse: Parse, made: Mention) -> bool:
    """Whether words that may be a person's name are called so, or begin with a given name."""
    given = _is_given(made.words) and not has_article(parse, made.first)
    return _is_plain(made.words) and (given or _is_called(parse, made.first, made.last))


def _is_kin(parse: Parse, i: int) -> bool:
    """`his daughter, Simi,` and `her son Declan`: a name alone, right after a noun for somebody's relative."""
    tokens = parse.tokens
    comma = i > 1 and tokens[i - 1].text == ","
    noun = tokens[i - 1 - comma] if i > comma else None
    owned = i > 1 + comma and tokens[i - 2 - comma].tag in {"PRP$", "POS"}
    closed = i + 1 < len(tokens) and (not comma or tokens[i + 1].text in {",", "."})
    kin = noun is not None and noun.tag == "NN" and fold(noun.lemma) in tables().person_nouns
    return owned and kin and closed and (comma or fold(tokens[i].text) in tables().given)


def _is_given(words: str) -> bool:
    named = person_name(words)
    return named is not None and named.given in tables().given and len(words.split()) == 2


def _variants(document: Document, parse: Parse, mentions: list[Mention]) -> Iterator[Mention]:
    """Capitalised words that spell a surname of the text in another way."""
    names = [n for m in mentions if m.type == "PERSON" and not m.heading and (n := person_name(m.words))]
    surnames = sorted({n.surname for n in names if len(n.surname) > LONGEST})
    taken = {i for m in mentions for i in range(m.first, m.last)}
    for i, token in enumerate(parse.tokens if surnames else ()):
        if i in taken or not _is_capital(token) or not document.in_body(token.start, token.end):
            continue
        alone = not any(_is_capital(parse.tokens[k]) for k in (i - 1, i + 1) if 0 <= k < len(parse.tokens))
        word = surname_of(token.text)
        if alone and any(word[:1] == s[:1] and same_surname(word, s) for s in surnames):
            yield mention(parse, i, i + 1, "PERSON")
