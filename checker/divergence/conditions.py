"""Conditions that a clause hangs on: if, unless, only once, on condition that."""

from __future__ import annotations

from collections.abc import Iterator

from checker.divergence.limit_words import Limit, words
from checker.divergence.tables import openings
from checker.model import Parse


def conditions(parse: Parse, verb: int) -> Iterator[Limit]:
    """The conditions of the clause whose verb this is; background clauses ("when …") have none of their own."""
    yield from _conditions(parse, verb)
    if parse.tokens[verb].dep not in {"advcl", "relcl", "acl"}:
        yield from _set_phrases(parse, verb)


def _conditions(parse: Parse, verb: int) -> Iterator[Limit]:
    """Clauses and phrases on which the clause depends: if, unless, only once, provided that."""
    sentence = parse.sentence_at(parse.tokens[verb].start)
    if sentence is None:
        return
    for i in parse.children(verb):
        if parse.tokens[i].dep not in {"advcl", "prep", "advmod", "conj"}:
            continue
        inside = parse.subtree(i)
        first = inside[0]
        before = first - 1 if first > sentence.first else first
        only = next((j for j in (before, first) if parse.tokens[j].lemma.lower() == "only"), None)
        opener = next((j for j in inside[:4] if parse.tokens[j].lemma.lower() in words("condition")), None)
        then = next((j for j in inside[:3] if parse.tokens[j].lemma.lower() in words("after_only")), None)
        if only is not None and then == only + 1:
            yield Limit("condition", parse.range_of([only, *inside]))
        elif opener is not None and not _is_even(parse, opener):
            yield Limit("condition", parse.range_of(inside))


def _is_even(parse: Parse, opener: int) -> bool:
    """`even if`, `as if` and `whether or not` make no condition."""
    before = parse.tokens[opener - 1].text.lower() if opener else ""
    return before in {"even", "as", "or", "what", "see", "ask", "asked"}


def _set_phrases(parse: Parse, verb: int) -> Iterator[Limit]:
    """Set phrases behind the verb that open a condition ("on condition that"), with what follows them."""
    sentence = parse.sentence_at(parse.tokens[verb].start)
    if sentence is None:
        return
    opening = _opening(parse, verb, sentence.first)
    if opening is not None:
        yield opening
        return
    row, first = parse.tokens[verb + 1 : sentence.last], openings("limits", "assumed")
    for at in range(len(row)):
        if row[at].text.lower() not in first:
            continue
        for size in (1, 2, 3, 4):
            phrase = " ".join(t.text.lower() for t in row[at : at + size])
            if phrase in words("assumed") and not _governs(parse, verb + 1 + at):
                end = next(
                    (t.start for t in row[at + size :] if t.text in {",", ";", ".", "”", '"'}), row[-1].end
                )
                yield Limit("condition", (row[at].start, max(end, row[at + size - 1].end)))
                return


def _governs(parse: Parse, i: int) -> bool:
    """Whether the word is a verb with an object, as in "provided no details"."""
    return parse.tokens[i].pos == "VERB" and any(parse.tokens[c].dep == "dobj" for c in parse.children(i))


def _opening(parse: Parse, verb: int, first: int) -> Limit | None:
    """A set phrase at the head of the sentence: "Subject to approval, …"."""
    for size in (1, 2, 3, 4):
        phrase = " ".join(t.text.lower() for t in parse.tokens[first : first + size])
        comma = next((i for i in range(first + size, verb) if parse.tokens[i].text == ","), None)
        if phrase in words("assumed") and comma is not None:
            return Limit("condition", (parse.tokens[first].start, parse.tokens[comma - 1].end))
    return None
