"""Names as they stand in one text: the parser's, mended, one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from checker.entities.lexicon import look_up, tables
from checker.entities.mention import Mention
from checker.entities.nations import nation
from checker.entities.spelling import fold
from checker.model import Document, Name, Parse, Sentence, Token

KINDS = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "LAW", "EVENT", "WORK_OF_ART"})
_BREAKS = re.compile(r"[,;:()\[\]{}\"“”«»„/|*<>…—–\n]")
_OWNED = re.compile(r"(?<=\w)['’‘](?:s|S)?$")
_CAPITALS = 0.8
_FEW, _SHORT = 3, 6
_BRANDED = frozenset({"'s", "’s"})
_FINITE = frozenset({"VBZ", "VBD", "VBP", "MD"})
_CALLING = ("er", "or", "ist", "ian", "man", "woman")


def likely_type(parse: Parse, kind: str, first: int, last: int) -> str:
    """The parser's type, but a person after a title and a place after "in"."""
    before = parse.tokens[first - 1].text if first else ""
    word = parse.tokens[last - 1].text
    if kind in {"GPE", "ORG", "LOC", "WORK_OF_ART"} and _titles(parse, first) & tables().persons_only:
        plain = last - first <= 2 and not word.isupper() and fold(word) not in tables().not_a_surname
        return "PERSON" if plain else kind
    place = kind in {"ORG", "PERSON"} and before == "in" and last - first == 1 and not word.isupper()
    return "GPE" if place and fold(word) not in tables().generic else kind


def collect(document: Document, parse: Parse) -> list[Mention]:
    """The parser's names in the body, mended; in text order, without overlaps."""
    headings = {s.first for s in parse.sentences if in_capitals(parse, s)}
    found: list[Mention] = []
    for name in parse.names:
        if name.type not in KINDS or not document.in_body(name.start, name.end):
            continue
        sentence = parse.sentence_at(name.start)
        heading = sentence is not None and sentence.first in headings
        mended = (_mend(parse, name.type, *piece, heading) for piece in _pieces(parse, name))
        found += [m for m in mended if m is not None and (not found or found[-1].last <= m.first)]
    return found


def in_capitals(parse: Parse, sentence: Sentence) -> bool:
    """Whether a sentence is written like a heading: most words with a capital, and all of them before a full stop."""
    tokens = parse.tokens[sentence.first : sentence.last]
    words = [t.text for t in tokens if t.text[0].isalpha() and not t.stop]
    stopped = tokens[-1].text[-1] in ".!?”\"'’"
    few = 1 if not stopped and len(tokens) <= _SHORT else _FEW
    share = 1 if stopped else _CAPITALS
    return len(words) >= few and sum(word[0].isupper() for word in words) >= share * len(words)


def words_of(parse: Parse, first: int, last: int) -> str:
    """The words of tokens `first`..`last` as a reader sees them, a possessive ending cut off."""
    words = parse.tokens[first].text
    for i in range(first + 1, last):
        words = with_next(parse, words, i)
    return unowned(words)


def with_next(parse: Parse, words: str, i: int) -> str:
    """`words` with token `i` after them, a blank between where the text has white space or unseen markup."""
    before, token = parse.tokens[i - 1], parse.tokens[i]
    glued = token.start == before.end or token.text.startswith(("'", "’")) or "-" in (token.text, before.text)
    return words + ("" if glued else " ") + token.text


def unowned(words: str) -> str:
    """The words without a possessive ending."""
    return _OWNED.sub("", words)


def mention(parse: Parse, first: int, last: int, kind: str, *, heading: bool = False) -> Mention:
    """A mention of the tokens as they are, a possessive ending cut off."""
    end, text = parse.tokens[last - 1].end, parse.tokens[last - 1].text
    cut = _OWNED.search(text)
    end -= len(cut.group()) if cut else 0
    words = words_of(parse, first, last)
    return Mention(parse.tokens[first].start, end, first, last, words, kind, _titles(parse, first), heading)


def _pieces(parse: Parse, name: Name) -> Iterator[tuple[int, int]]:
    begin = name.first
    for i in range(name.first, name.last):
        owner = name.type == "PERSON" and parse.tokens[i].tag == "POS"
        if owner or _BREAKS.search(parse.tokens[i].text):
            if begin < i:
                yield begin, i
            begin = i + 1
    if begin < name.last:
        yield begin, name.last


def _mend(parse: Parse, kind: str, first: int, last: int, heading: bool) -> Mention | None:
    tokens = parse.tokens
    while first < last and _leads(tokens[first], kind, last - first):
        first += 3 if tokens[first].text.islower() and _hyphen(tokens, first + 1, last) else 1
    if kind == "ORG" and first < last and _is_branded(tokens, last):
        made = mention(parse, first, last, kind, heading=heading)
        return replace(made, words=made.words + tokens[last - 1].text)
    while first < last and _trails(tokens[last - 1]) and not _hyphen(tokens, last - 2, last - 1):
        last -= 1
    if first < last and (kind == "PERSON" or last - first > 1):
        first, last = _untitled(parse, kind, first, last)
    if first >= last or _is_address(tokens, first, last):
        return None
    last = _surname_end(tokens, last) if kind == "PERSON" else last
    made = mention(parse, first, last, likely_type(parse, kind, first, last), heading=heading)
    if made.words in tables().adjectives or made.words in tables().people or kind == "NORP":
        return nation(parse, made)
    return made if _is_name(made, tokens[first]) else None


def _is_branded(tokens: tuple[Token, ...], last: int) -> bool:
    """Whether the name of a firm ends in 's: `Lund's is to close`, where nothing follows that it could own."""
    return tokens[last - 1].text in _BRANDED and last < len(tokens) and tokens[last].tag in _FINITE


def _surname_end(tokens: tuple[Token, ...], last: int) -> int:
    """Where a person's name ends whose surname goes on behind a hyphen."""
    if last + 1 >= len(tokens) or not _hyphen(tokens, last, last + 1):
        return last
    name = tokens[last + 1]
    return (
        last + 2
        if name.start == tokens[last].end and name.text[0].isupper() and name.pos == "PROPN"
        else last
    )


def _is_address(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """`His Grace`, `Your Honour`: how somebody is addressed."""
    alone = first > 0 and last - first == 1 and tokens[first - 1].text.lower() in {"his", "her", "your"}
    return alone and fold(tokens[first].text) in tables().honours


def _hyphen(tokens: tuple[Token, ...], i: int, last: int) -> bool:
    return 0 <= i < last and tokens[i].text == "-" and i > 0 and tokens[i - 1].end == tokens[i].start


def _leads(token: Token, kind: str, left: int) -> bool:
    """Whether a name cannot begin with the token: articles, verbs, small letters, marks."""
    if not token.text[0].isalnum():
        return True
    if kind == "PERSON" and left > 1 and _national(token.text):
        return True
    if token.text[0].islower():
        return not (kind == "PERSON" and left > 1 and fold(token.text) in tables().particles)
    if left == 2 and fold(token.text) in tables().given:
        return False
    started = token.pos in {"VERB", "AUX", "ADP", "ADV", "DET", "PRON", "SCONJ", "CCONJ", "INTJ"} and left > 1
    return (started and kind != "WORK_OF_ART") or fold(token.text) in {"the", "a", "an"}


def _national(word: str) -> bool:
    return word in tables().adjectives or word in tables().people or fold(word) in tables().never_adjectives


def _trails(token: Token) -> bool:
    if token.tag == "POS" or not any(c.isalnum() for c in token.text):
        return True
    return token.text[0].islower() or fold(token.text) == "s"


def _untitled(parse: Parse, kind: str, first: int, last: int) -> tuple[int, int]:
    titles = tables().titles
    words = [fold(parse.tokens[i].text) for i in range(first, last)]
    if all(word in titles for word in words):
        return first, first if len(words) > 1 else last
    if kind == "PERSON":
        if len(words) > 2 and words[0].endswith(_CALLING) and _begins(words[0], words[1]):
            words, first = words[1:], first + 1
        while words and (
            _is_title(parse.tokens[first]) or (len(words) > 2 and words[0] in tables().person_nouns)
        ):
            words, first = words[1:], first + 1
    elif "of" not in words:
        while words and words[-1] in titles and len(words) > 1:
            words, last = words[:-1], last - 1
    return first, last


def _begins(word: str, following: str) -> bool:
    """Whether a person's name begins after the word, which is no given name: `Rescuer Anna Hruba`."""
    return word not in tables().given and following in tables().given


def _titles(parse: Parse, first: int) -> frozenset[str]:
    """Titles right before a name, a bracketed insertion skipped."""
    found, bracket = [], False
    for i in range(first - 1, max(-1, first - 8), -1):
        word = fold(parse.tokens[i].text)
        bracket = (bracket and "[" not in word) or "]" in word
        if _is_title(parse.tokens[i]):
            found.append(word)
        elif word.strip("-[]") and not bracket:
            break
    return frozenset(found)


def _is_title(token: Token) -> bool:
    """A title; `DI` only in capitals, since `Di` begins names."""
    return fold(token.text) in tables().titles or token.text == "DI"


def _is_date(words: str) -> bool:
    """Whether all the words are numbers, months and the like: "Article 7", "May 3"."""
    return all(part.isdigit() or part in tables().never for part in fold(words).replace("-", " ").split())


def _is_name(made: Mention, first: Token) -> bool:
    words = made.words
    if _is_date(words) or not words or not any(c.isalpha() for c in words) or "@" in words or "http" in words:
        return False
    if look_up(words):
        return True
    folded = fold(words)
    single = " " not in words
    if single and (
        folded in tables().never or len(folded) < 2 or first.pos not in {"PROPN", "NOUN", "ADJ", "X"}
    ):
        return False
    return folded not in tables().never_adjectives and not words[0].isdigit()
