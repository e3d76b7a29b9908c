"""Noun phrases that can stand as a title: they name what a passage tells and assert nothing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from checker.model import Name, Parse

_HEADS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
_OUT = frozenset({"relcl", "acl", "appos", "parataxis", "advcl", "punct"})
_ARTICLES = frozenset({"the", "a", "an"})
_POINTERS = frozenset({"this", "that", "these", "those"})
_EMPTY_WORDS = """
    event spite case addition light view wake favor favour term order way part kind sort number lot time day
    week month year fact thing reason result role face absence lack end side one people
"""
_EMPTY = frozenset(_EMPTY_WORDS.split())
"""Nouns that name nothing by themselves: parts of prepositions, measures."""
_FIGURES_WORDS = """
    DATE TIME CARDINAL ORDINAL PERCENT MONEY QUANTITY
"""
_FIGURES = frozenset(_FIGURES_WORDS.split())
_UNFIT_WORDS = """
    this that these those such no any every each both all some another either neither same other others
    own previous former latter following next further different said certain many much few several more
    most less least only here there then now today yesterday tomorrow aforementioned monday tuesday wednesday thursday
    friday saturday sunday
"""
_UNFIT = frozenset(_UNFIT_WORDS.split())
"""Words that point back, deny, or count what is not told: a title with them cannot be read alone."""
_MARKS = frozenset('"“”„«»‘()[]{}…—–:;*#|/')
_HAPPENINGS_WORDS = """
    accident accord address agreement amendment announcement annexation appeal arrest assassination
    assault attack attempt battle blockade bombing briefing call campaign ceasefire ceremony collapse
    communique communiqué concert conference conflict congress coup crash debate decision declaration
    demand demonstration draft drill earthquake election eruption escape evacuation execution exercise
    explosion festival fire flood funeral handover hearing hurricane inauguration inquiry interview
    invasion investigation killing launch lawsuit letter march massacre match meeting memorandum merger
    mission murder negotiation offensive offer opening operation parade protest proposal protocol raid
    rally ratification referendum request resignation response retreat robbery round ruling sanction
    sentence session shooting siege signing speech statement storm strike summit surrender talk
    testimony tour treaty trial truce unveiling verdict visit vote walkout war warning wedding
    withdrawal
"""
HAPPENINGS = frozenset(_HAPPENINGS_WORDS.split())
"""Nouns of things that happen, are said or are signed."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """`words` as a title without its article, made of `tokens`, in the clause of `verb`.

    `happening`: it names a thing that happens, is said or is signed; `named`: it holds a name.
    """

    words: str
    tokens: tuple[int, ...]
    verb: int
    happening: bool
    named: bool


def phrases(parse: Parse, first: int, last: int, times: Collection[int], longest: int) -> Iterator[Phrase]:
    """The noun phrases among tokens `first`..`last` that fit; `times` are tokens of times, which are left out."""
    for head in range(first, last):
        token = parse.tokens[head]
        happening = token.lemma.lower() in HAPPENINGS and token.text.lower() != token.text.upper()
        if token.dep not in _HEADS or not (token.pos == "NOUN" or (token.pos == "PROPN" and happening)):
            continue
        verb = predicate(parse, head)
        if head in times or verb is None or token.lemma.lower() in _EMPTY or _denied(parse, head):
            continue
        for tokens in _shrinking(parse, head, times):
            words = spelled(parse, tokens)
            if len(words) <= longest and _readable(parse, tokens, head):
                named = any(_is_name(parse, i) for i in tokens)
                yield Phrase(words, tuple(tokens), verb, happening, named)


def predicate(parse: Parse, i: int) -> int | None:
    """The verb that a noun belongs to as subject, object or adverbial; None for a noun within another phrase."""
    token = parse.tokens[i]
    head = token.head
    if token.dep == "pobj":
        head = parse.tokens[head].head if parse.tokens[head].pos in {"ADP", "SCONJ"} else head
    return head if parse.tokens[head].pos in {"VERB", "AUX"} else None


def name_at(parse: Parse, i: int) -> Name | None:
    """The name of somebody or something that token `i` is part of."""
    at = bisect_right(parse.names, i, key=lambda n: n.first) - 1
    name = parse.names[at] if at >= 0 else None
    return name if name and i < name.last and name.type not in _FIGURES else None


def scene_of(parse: Parse, verb: int) -> str:
    """The place of what a clause tells, such as "in Oslo"; else an empty text."""
    for i in parse.children(verb):
        if parse.tokens[i].text.lower() not in {"in", "at"}:
            continue
        for j in parse.children(i):
            name = name_at(parse, j)
            if parse.tokens[j].dep == "pobj" and name and name.type in {"GPE", "LOC", "FAC"}:
                words = spelled(parse, list(range(name.first, name.last)))
                return f"{parse.tokens[i].text.lower()} {words}"
    return ""


def _is_name(parse: Parse, i: int) -> bool:
    """A proper noun, or the adjective of one: "Norwegian"."""
    token = parse.tokens[i]
    return token.pos == "PROPN" or (token.pos == "ADJ" and name_at(parse, i) is not None)


def _denied(parse: Parse, head: int) -> bool:
    """Whether a verb above is negated, or only supposed: what did not happen gives no title."""
    if parse.is_quoted(parse.tokens[head].start, parse.tokens[head].end):
        return True
    for i in parse.ancestors(head):
        if any(
            parse.tokens[j].dep == "neg"
            or parse.tokens[j].text.lower() in {"if", "unless", "without", "never"}
            for j in parse.children(i)
        ) or parse.tokens[i].text.lower() in {"without", "instead", "if", "unless"}:
            return True
    return False


def _shrinking(parse: Parse, head: int, times: Collection[int]) -> Iterator[list[int]]:
    """The phrase with all its complements, then with one less each time."""
    after = [c for c in parse.children(head) if c > head and parse.tokens[c].dep == "prep"]
    for size in range(len(after), -1, -1):
        kept = _kept(parse, head, set(after[size:]), times)
        skipped = _ARTICLES | _POINTERS if parse.tokens[head].lemma.lower() in HAPPENINGS else _ARTICLES
        while kept and parse.tokens[kept[0]].text.lower() in skipped:
            kept = kept[1:]
        if kept and _whole(parse, kept, times):
            yield kept


def _kept(parse: Parse, head: int, without: set[int], times: Collection[int]) -> list[int]:
    kept, queue = [head], [head]
    while queue:
        top = queue.pop()
        for child in parse.children(top):
            token = parse.tokens[child]
            if child in without or child in times or _only_time(parse, child, times):
                continue
            glued = token.text == "-" and parse.tokens[child - 1].end == token.start
            if token.dep in _OUT and not glued:
                continue
            if top == head and child > head and token.dep in {"cc", "conj"}:
                continue
            kept.append(child)
            queue.append(child)
    return sorted(kept)


def _only_time(parse: Parse, i: int, times: Collection[int]) -> bool:
    """A preposition whose object is a time."""
    token = parse.tokens[i]
    return token.pos in {"ADP", "SCONJ"} and any(c in times for c in parse.children(i))


def _whole(parse: Parse, kept: list[int], times: Collection[int]) -> bool:
    """Whether nothing but times and prepositions of times is missing between its first and last word."""
    held = set(kept)
    return all(
        i in held or i in times or _only_time(parse, i, times) or parse.tokens[i].text in {",", "the"}
        for i in range(kept[0], kept[-1] + 1)
    ) and not any(parse.tokens[i].text == "," and i - 1 in held for i in range(kept[0], kept[-1] + 1))


def _readable(parse: Parse, tokens: list[int], head: int) -> bool:
    words = [parse.tokens[i] for i in tokens]
    if any(
        w.pos in {"PRON", "VERB", "AUX", "SCONJ"} or w.tag in {"PRP$", "WP$"}
        for w in words
        if w is not parse.tokens[head]
    ):
        return False
    if any(w.text.lower() in _UNFIT or set(w.text) & _MARKS for w in words):
        return False
    if not words[0].text[0].isalnum():
        return False
    return words[-1].pos in {"NOUN", "PROPN", "NUM", "X"} and words[0].pos not in {"ADP", "CCONJ", "PART"}


def spelled(parse: Parse, tokens: list[int]) -> str:
    """The words in text order, spaced as in the text, with a capital first."""
    out, before = "", None
    for i in tokens:
        token = parse.tokens[i]
        tight = before is not None and i == before + 1 and parse.tokens[before].end == token.start
        clitic = token.text in {"'s", "’s", "n't", "n’t", ",", "'", "’"}
        out += token.text if not out or tight or clitic else f" {token.text}"
        before = i
    out = out.strip(" ,“”\"'")
    return out[:1].upper() + out[1:]
