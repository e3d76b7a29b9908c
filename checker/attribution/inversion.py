"""Who stands right after the verb behind a quotation (`"Go," warned the pilot, Ada Lund.`), however it is parsed."""

from __future__ import annotations

from checker.attribution.grammar import Grammar

_OPENS = frozenset({"DET", "PROPN", "NOUN", "ADJ"})
_STOPS = frozenset({".", ";", ":", "?", "!", "—", "–", "-"})
_LINKS = frozenset({"of", "for", "in", "at", "with"})
_ENDS = frozenset({"VERB", "AUX", "ADV", "SCONJ", "CCONJ"})
_TIMES = frozenset({"DATE", "TIME"})


def inverted(g: Grammar, verb: int, subjects: list[int]) -> tuple[int, ...]:
    """The noun phrase right after a verb that follows a quotation and has no subject that fits."""
    if any(s < verb or (g.sentence[s] == g.sentence[verb] and s == _head(g, verb + 1)) for s in subjects):
        return ()
    if not _follows_quotation(g, verb) or g.tokens[verb].tag not in {"VBD", "VBZ"}:
        return ()
    found = list(_phrase(g, verb + 1))
    if not found or (g.tokens[found[0]].pos not in _OPENS and g.tokens[found[0]].tag != "PRP$"):
        return ()
    name = g.name_at(found[0])
    closed = found[-1] + 1 >= g.sentence_of(verb).last or not g.words(g.tokens[found[-1]].end, _end(g, verb))
    spoken = closed or g.text[g.tokens[found[-1]].end : _end(g, verb)].lstrip()[:1] in {",", ".", ";", ":"}
    return tuple(found) if spoken and (name is None or name.type not in _TIMES) else ()


def _end(g: Grammar, verb: int) -> int:
    """Where the narrator's part after the verb ends."""
    sentence = g.sentence_of(verb)
    stop = next((i for i in range(verb, sentence.last) if g.quote[i] >= 0), sentence.last)
    return g.tokens[stop - 1].end


def _head(g: Grammar, first: int) -> int:
    phrase = _phrase(g, first)
    return next((i for i in phrase if g.tokens[i].head not in phrase), first)


def _follows_quotation(g: Grammar, verb: int) -> bool:
    before = verb - 1
    while before >= 0 and g.quote[before] < 0 and g.tokens[before].text in {",", "—", "–"}:
        before -= 1
    return (
        before >= 0
        and g.quote[verb] < 0
        and g.quote[before] >= 0
        and g.sentence[before] >= g.sentence[verb] - 1
    )


def _phrase(g: Grammar, first: int) -> range:
    """A run of nouns with what goes before them, `of` and the like, and one apposition between commas."""
    sentence, last, noun = g.sentence_of(first - 1), first, False
    while last < sentence.last and g.quote[last] < 0 and g.tokens[last].text not in _STOPS:
        token = g.tokens[last]
        if token.text == ",":
            if not _apposed(g, last + 1, sentence.last):
                break
        elif (
            token.pos in _ENDS
            or token.tag in {"WP", "WDT", "PRP"}
            or (token.pos == "ADP" and not (noun and token.text in _LINKS))
        ):
            break
        noun = noun or token.pos in {"NOUN", "PROPN"}
        last += 1
    while last > first and g.tokens[last - 1].pos in {"PUNCT", "ADP", "DET"}:
        last -= 1
    return range(first, last if noun else first)


def _apposed(g: Grammar, first: int, stop: int) -> bool:
    """Whether a name or a described person follows the comma."""
    if first >= stop or g.quote[first] >= 0:
        return False
    name = g.name_at(first)
    return g.tokens[first].pos == "PROPN" if name is None else name.type not in _TIMES
