"""Names that the parser missed: known ones, aliases, and repeats of names that the text has elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from checker.entities.lexicon import look_up, tables
from checker.entities.mention import Mention
from checker.entities.mentions import in_capitals, mention, unowned, with_next
from checker.entities.nations import governments
from checker.entities.persons import person_name
from checker.entities.spelling import fold
from checker.model import Document, Parse, Token

WIDEST = 12
"""Tokens that a name may have here."""


def complete(
    document: Document, parse: Parse, mentions: list[Mention], aliases: Mapping[str, str]
) -> list[Mention]:
    """The mentions and those that were missed, in text order; `aliases` are spellings that the user gave, with
    their types.
    """
    given = {form: kind for a, kind in aliases.items() if a for form in (a, a[0].upper() + a[1:])}
    told = _not_within(_given(parse, document, given), mentions)
    own = _disjoint(sorted([*told, *_nations(parse, document)], key=lambda m: m.first))
    taken = _taken(parse, own)
    rest = [w for m in mentions if not any(taken[m.first : m.last]) for w in _wider(parse, m)]
    mentions = _disjoint(sorted([*own, *rest], key=lambda m: m.first))
    wanted = _wanted(mentions)
    mentions = [part for m in mentions for part in _couple(parse, m, wanted)]
    taken = _taken(parse, mentions)
    for sentence in parse.sentences:
        heading = in_capitals(parse, sentence)
        i = sentence.first
        while i < sentence.last:
            last = _longest(parse, i, min(sentence.last, i + WIDEST), taken, wanted, heading)
            if last > i and document.in_body(parse.tokens[i].start, parse.tokens[last - 1].end):
                mentions.append(mention(parse, i, last, "", heading=heading))
            i = max(last, i + 1)
    return sorted(mentions, key=lambda m: m.start)


def _taken(parse: Parse, mentions: list[Mention]) -> bytearray:
    """1 for each token that is part of a mention."""
    taken = bytearray(len(parse.tokens))
    for m in mentions:
        taken[m.first : m.last] = b"\x01" * (m.last - m.first)
    return taken


def _given(parse: Parse, document: Document, given: Mapping[str, str]) -> list[Mention]:
    """Where the user's spellings stand, whatever the parser makes of them."""
    found = []
    heads = {spelling.split()[0] for spelling in given if spelling.split()}
    for first, token in enumerate(parse.tokens if heads else ()):
        if not any(token.text.startswith(head) or head.startswith(token.text) for head in heads):
            continue
        last, joined, kind = first, token.text, ""
        for i in range(first, min(len(parse.tokens), first + WIDEST)):
            joined = with_next(parse, joined, i) if i > first else joined
            if unowned(joined) in given and _ends_name(parse.tokens[i]):
                last, kind = i + 1, given[unowned(joined)]
        if last > first and document.in_body(token.start, parse.tokens[last - 1].end):
            found.append(mention(parse, first, last, kind))
    return found


def _not_within(given: list[Mention], parsed: list[Mention]) -> list[Mention]:
    """Without those that are part of a longer name ("Ruud" in "Olga Ruud"), which is a name of its own."""
    longer = [m for m in parsed if not m.heading and m.last - m.first > 1]
    inside = {m: [g for g in given if m.first <= g.first and g.last <= m.last] for m in longer}
    part = {
        g
        for m, found in inside.items()
        for g in found
        if len(found) == 1 and g.last - g.first < m.last - m.first
    }
    return [g for g in given if g not in part]


def _nations(parse: Parse, document: Document) -> list[Mention]:
    found = []
    for first, last, key in governments(parse):
        made = mention(parse, first, last, "GPE")
        if document.in_body(made.start, made.end):
            found.append(replace(made, key=key))
    return found


def _wider(parse: Parse, m: Mention) -> list[Mention]:
    """The mention, drawn out to a known name where the parser stopped too early."""
    joined = m.words
    for i in range(m.last, min(len(parse.tokens), m.first + WIDEST)):
        joined = with_next(parse, joined, i)
        if _ends_name(parse.tokens[i]) and look_up(joined):
            return [mention(parse, m.first, i + 1, m.type, heading=m.heading)]
    return [m]


def _disjoint(mentions: list[Mention]) -> list[Mention]:
    """Of mentions that overlap, the longest of those that begin first."""
    kept: list[Mention] = []
    for m in mentions:
        if kept and m.first < kept[-1].last:
            if m.first == kept[-1].first and m.last > kept[-1].last:
                kept[-1] = m
            continue
        kept.append(m)
    return kept


def _couple(parse: Parse, m: Mention, wanted: frozenset[str]) -> list[Mention]:
    """Two names with a hyphen between them ("the Vail-Moro talks") where both are names of the text."""
    parts = [parse.tokens[i].text for i in range(m.first, m.last)]
    if len(parts) != 3 or parts[1] != "-" or not {parts[0], parts[2]} <= wanted:
        return [m]
    return [mention(parse, i, i + 1, "", heading=m.heading) for i in (m.first, m.first + 2)]


def _wanted(mentions: list[Mention]) -> frozenset[str]:
    words = {m.words for m in mentions if not m.heading and not m.key and m.type != "NORP"}
    surnames = {
        m.words.split()[-1] for m in mentions if m.type == "PERSON" and not m.heading and person_name(m.words)
    }
    full = [
        m.words.split()[0] for m in mentions if m.type == "PERSON" and not m.heading and person_name(m.words)
    ]
    given = {word for word in full if fold(word) in tables().given and look_up(word) is None}
    return frozenset(words | surnames | given)


def _longest(
    parse: Parse,
    first: int,
    stop: int,
    taken: bytearray,
    wanted: frozenset[str],
    heading: bool,
) -> int:
    """Where the longest name that begins at token `first` ends; `first` where there is none."""
    tokens, found, joined = parse.tokens, first, parse.tokens[first].text
    if not joined[0].isupper():
        return first
    for i in range(first, stop):
        if taken[i]:
            break
        joined = with_next(parse, joined, i) if i > first else joined
        if not _ends_name(tokens[i]):
            continue
        words = unowned(joined)
        sure = (known := look_up(words)) is not None and not known.unsure
        named = words in wanted and tokens[first].pos == "PROPN"
        if (sure or named) and (heading or _alone(tokens, taken, first, i + 1)):
            found = i + 1
    return found


def _ends_name(token: Token) -> bool:
    return token.tag != "POS" and token.text[0].isalnum()


def _alone(tokens: tuple[Token, ...], taken: bytearray, first: int, last: int) -> bool:
    """Whether no further capitalised word belongs to the name on either side."""
    before = first > 0 and not taken[first - 1] and _belongs(tokens[first - 1], tokens[first])
    after = last < len(tokens) and not taken[last] and _belongs(tokens[last], tokens[last - 1])
    return not before and not after


def _belongs(other: Token, own: Token) -> bool:
    close = abs(other.start - own.end) <= 1 or abs(own.start - other.end) <= 1
    name = other.pos == "PROPN" and other.text[0].isupper() and other.text[0].isalpha()
    return close and name and fold(other.text) not in tables().titles
