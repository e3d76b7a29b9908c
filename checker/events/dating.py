"""Which time expressions date what their sentence mainly tells: those that hang on its main predicate."""

from __future__ import annotations

from checker.model import Parse, Span

_ASIDE = frozenset({"relcl", "acl", "appos", "parataxis", "pcomp", "acomp", "attr"})
"""Links below which a time belongs to something else: a relative clause, a participle, an apposition."""
_ARGUMENTS = frozenset({"dobj", "obj", "dative", "agent", "oprd"})
_STRETCH = frozenset({"from", "since", "until", "till", "than", "as", "like", "unlike"})
"""Words that make a stretch or a comparison of a time: "from 1980 to date", "the same as in 1980"."""
_WHEN = frozenset({"when", "while", "as"})
LONG = 300
"""Tokens of a sentence above which its parse is not relied on."""
_PAIRS = {")": "(", "]": "["}


def hangs(parse: Parse, time: Span) -> bool:
    """Whether a time's head chain reaches the main predicate of its sentence without leaving what it tells.

    A noun may stand between only where it is itself an adverbial: "in an interview on 4 May".
    """
    sentence = parse.sentence_at(time.start)
    if sentence is None or sentence.last - sentence.first > LONG:
        return False
    inside = set(parse.tokens_in(time.start, time.end))
    tops = [i for i in inside if parse.tokens[i].head not in inside or parse.tokens[i].head == i]
    if not tops or in_brackets(parse, time):
        return False
    return _reaches(parse, min(tops))


def in_brackets(parse: Parse, time: Span) -> bool:
    """Whether a bracket is open where the time stands."""
    sentence = parse.sentence_at(time.start)
    open_: list[str] = []
    for token in parse.tokens[sentence.first : sentence.last] if sentence else ():
        if token.start >= time.start:
            break
        for mark in token.text:
            if mark in "([":
                open_.append(mark)
            elif mark in _PAIRS and _PAIRS[mark] in open_:
                open_.remove(_PAIRS[mark])
    return bool(open_)


def _reaches(parse: Parse, i: int) -> bool:
    seen: set[int] = set()
    under = ""
    while i not in seen:
        seen.add(i)
        token = parse.tokens[i]
        if token.dep == "ROOT" or token.head == i:
            return True
        stretch = token.pos in {"ADP", "SCONJ"} and token.text.lower() in _STRETCH
        if token.dep in _ASIDE or (stretch and not _as_early(parse, i)):
            return False
        if token.dep == "advcl" and not _same_time(parse, i):
            return False
        if under and token.pos in {"NOUN", "PROPN"} and token.dep in _ARGUMENTS:
            return False
        under = token.dep
        i = token.head
    return False


def _same_time(parse: Parse, verb: int) -> bool:
    """Whether an adverbial clause tells when the main thing happened: "When they met in May, …"."""
    return any(parse.tokens[j].text.lower() in _WHEN for j in parse.children(verb) if j < verb)


def _as_early(parse: Parse, i: int) -> bool:
    """The second word of "as early as May", which compares nothing."""
    return i > 1 and parse.tokens[i - 1].text.lower() in {"early", "late"}
