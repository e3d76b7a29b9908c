"""Words that stand in a phrase which only says when something else is, or unlike what: "after the talks in Oland"."""

from __future__ import annotations

from checker.model import Parse

_WHEN = frozenset({"after", "before", "since", "until", "till", "following", "unlike"})
"""Words that lead to what something else is told to come before, after or apart from."""
_NEAR = frozenset({"days", "weeks", "months", "eve", "wake", "aftermath"})
"""Nouns of a time that is only near what they are told of: "on the eve of the talks"."""
_SUPPOSED = frozenset({"might", "may", "could"})
_OTHER_CLAUSES = frozenset({"relcl", "acl", "ccomp", "xcomp", "appos", "parataxis"})


def timing(parse: Parse, first: int, last: int) -> set[int]:
    """The tokens of phrases that say what something else is before, after or near to: "on the eve of the talks"; and of
    clauses that stand for what is known.
    """
    leading = (i for i in range(first, last) if parse.tokens[i].dep == "prep" and _leads(parse, i))
    return {j for i in leading for j in parse.subtree(i)}


def _leads(parse: Parse, i: int) -> bool:
    below = parse.children(i)
    close = any(parse.tokens[j].text.lower() in _NEAR and _has(parse, j, "of") for j in below)
    return parse.tokens[i].text.lower() in _WHEN or close or any(_known(parse, j) for j in below)


def _known(parse: Parse, i: int) -> bool:
    """Whether a clause stands for something told elsewhere: "moved away from what it had offered"."""
    return parse.tokens[i].dep == "pcomp" and _has(parse, i, "what")


def _has(parse: Parse, i: int, word: str) -> bool:
    return any(parse.tokens[j].text.lower() == word for j in parse.children(i))


def in_passing(parse: Parse, start: int, end: int) -> bool:
    """Whether the words are met in passing: they give the time of something else, or of what only might be."""
    inside = set(parse.tokens_in(start, end))
    tops = [i for i in inside if parse.tokens[i].head not in inside]
    return bool(tops) and all(_gives_time(parse, i) or _below_supposed(parse, i) for i in tops)


def _gives_time(parse: Parse, i: int) -> bool:
    """Whether the way from a word up to its verb leads through "after", "since", "on the eve of" or "from what"."""
    for j in (i, *parse.ancestors(i)):
        token = parse.tokens[j]
        if token.text.lower() in _WHEN or (j != i and token.dep == "pobj" and token.text.lower() in _NEAR):
            return True
        if _known(parse, j):
            return True
        if token.pos in {"VERB", "AUX"} and token.dep != "pcomp":
            marks = {parse.tokens[k].text.lower() for k in parse.children(j) if k < j}
            return token.dep == "advcl" and bool(marks & _WHEN)
        if token.dep in _OTHER_CLAUSES:
            return False
    return False


def _below_supposed(parse: Parse, i: int) -> bool:
    """Whether a verb tells when something is that only might be: "could meet once they have signed"."""
    if parse.tokens[i].pos != "VERB" or parse.tokens[i].dep not in {"advcl", "relcl"}:
        return False
    above = (j for j in parse.ancestors(i) if parse.tokens[j].pos in {"VERB", "AUX"})
    main = next(above, None)
    below = parse.children(main) if main is not None else []
    return any(parse.tokens[k].text.lower() in _SUPPOSED for k in below)
