"""The words that `who`, `which` and `that` stand for, where they are the source of a saying."""

from __future__ import annotations

from checker.attribution.grammar import RELATIVES, Grammar
from checker.attribution.people import names_person
from checker.attribution.sources import phrase

_LISTING = frozenset({"including", "like"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_PLURAL = frozenset({"NNS", "NNPS"})
DEPTH = 8
"""Heads that are climbed from a relative clause to the noun that it describes."""


def resolved(g: Grammar, source: tuple[int, ...]) -> tuple[int, ...]:
    """A source that is only a relative pronoun as the phrase before it; empty where the parse leaves doubt."""
    if (
        len(source) != 1
        or g.lower(source[0]) not in RELATIVES
        or g.tokens[source[0]].tag not in {"WP", "WDT"}
    ):
        return source
    clause = next((a for a in g.ancestors(source[0]) if g.tokens[a].dep == "relcl"), None)
    if clause is None:
        return ()
    noun = described(g, clause, source[0])
    top = _whole(g, noun, source[0]) if noun < source[0] else None
    if top is None:
        return ()
    return (*_before(g, top, clause), *source)


def described(g: Grammar, clause: int, relative: int) -> int:
    """The noun of a relative clause: for `who`, the person whose place or body it was hung on.

    `Roe, a nurse from Elm, who …`; `Roe, the head of the Sea Board, who …`.
    """
    noun = g.tokens[clause].head
    if g.lower(relative) not in {"who", "whom"} or _may_speak(g, noun) or g.child(noun, "conj") is not None:
        return noun
    many = {"VBP"} & {g.tokens[clause].tag, *(g.tokens[c].tag for c in g.children[clause])}
    above = _phrases_above(g, noun)
    return next((a for a in above if (g.tokens[a].tag in _PLURAL if many else _is_person(g, a))), noun)


def _phrases_above(g: Grammar, noun: int) -> list[int]:
    """Nouns that a noun belongs to through prepositions and appositions, the outermost of one person first."""
    above: list[int] = []
    for i in g.ancestors(noun):
        if g.tokens[i].pos not in _NOMINAL | {"ADP"}:
            break
        above += [i] if g.tokens[i].pos in _NOMINAL else []
    named = [i for i in above if (name := g.name_at(i)) is not None and name.type == "PERSON"]
    return [*named, *above]


def _may_speak(g: Grammar, noun: int) -> bool:
    name, token = g.name_at(noun), g.tokens[noun]
    placed = name is not None and name.type in {"GPE", "LOC", "FAC", "ORG", "DATE", "WORK_OF_ART", "EVENT"}
    return not placed and (token.pos == "PRON" or token.tag in _PLURAL or _is_person(g, noun))


def _is_person(g: Grammar, noun: int) -> bool:
    name, token = g.name_at(noun), g.tokens[noun]
    if name is not None:
        return name.type == "PERSON"
    return token.tag in {"NN", "NNP"} and names_person(token.lemma.lower())


def _before(g: Grammar, noun: int, clause: int) -> tuple[int, ...]:
    """The noun phrase up to its relative clause, without marks at its end."""
    tokens = [i for i in phrase(g, noun, clause) if i < g.left[clause]]
    while tokens and g.tokens[tokens[-1]].pos in {"PUNCT", "CCONJ", "SPACE"}:
        tokens.pop()
    return tuple(tokens)


def _whole(g: Grammar, noun: int, relative: int) -> int | None:
    """The noun that a relative clause describes; for a plural verb, the list that the noun stands in."""
    verb = g.tokens[relative].head
    plural = g.tokens[verb].tag == "VBP" or any(
        g.tokens[c].dep == "aux" and g.tokens[c].tag == "VBP" for c in g.children[verb]
    )
    many = g.tokens[noun].tag in _PLURAL or any(g.tokens[c].dep == "conj" for c in g.children[noun])
    if not plural or many:
        return noun
    return _list(g, noun)


def _list(g: Grammar, noun: int) -> int | None:
    """The plural noun, or first of several, above a member of a list (`officials, including Roe and Doe`)."""
    for _ in range(DEPTH):
        head = g.tokens[noun].head
        if g.tokens[noun].dep == "conj" and g.tokens[head].pos in _NOMINAL:
            noun = head
        elif g.tokens[noun].dep == "pobj" and g.lower(head) in _LISTING:
            above = g.tokens[head].head
            return above if g.tokens[above].tag in _PLURAL else None
        else:
            break
    return noun if g.child(noun, "conj") is not None else None


def plain_source(g: Grammar, source: tuple[int, ...]) -> tuple[int, ...]:
    """A source without the dateline or the participle clause before it (`ELM, May 4 - The mayor`)."""
    first = source[0] if source else 0
    for place, i in enumerate(source[:-1]):
        dashed = g.tokens[i].text in {"-", "–", "—"} and g.tokens[i].start > g.tokens[i - 1].end
        opens = first == g.sentence_of(first).first and g.tokens[first].text.isupper()
        if dashed and opens:
            return source[place + 1 :]
        if g.tokens[i].text == "," and g.tokens[first].tag == "VBG":
            return source[place + 1 :]
    return source
