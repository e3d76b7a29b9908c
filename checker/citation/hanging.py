"""What hangs on the noun of a document in the grammar: what was done with it, of what or to whom it is."""

from __future__ import annotations

import re

from checker.citation.nouns import Work
from checker.citation.shown import Shown
from checker.model import Parse, Token

_DONE = re.compile(
    r" (?:[a-z]+ly |first |just )?(?P<done>[a-z]+)(?= (?:in|on|by|at|last|this|with|for|to|under|after)\b)"
)
_CAPITAL = re.compile(r" [A-Z]")
_SENT = frozenset(
    ("letter", "memo", "memorandum", "email", "e-mail", "cable", "note", "petition", "telegram", "message")
)


def done_at(block: Shown, parse: Parse, at: int) -> int | None:
    """Where the word ends that says what was done with it: `an audit completed in March`."""
    done = _DONE.match(block.text, at)
    token = _token(block, parse, done.start("done")) if done else None
    if done is None or token is None or token.tag != "VBN" or token.dep != "acl":
        return None
    return done.end()


def _token(block: Shown, parse: Parse, at: int) -> Token | None:
    """The word at a visible character."""
    if at >= len(block.offsets):
        return None
    start = block.offsets[at]
    return next((parse.tokens[j] for j in parse.tokens_in(start, start + 40)), None)


def of_common(block: Shown, parse: Parse, at: int, work: Work) -> int | None:
    """Where the phrase ends that says of what it is, if its noun is a common one: `of the Lovensk summit`."""
    joined = (" of ", " by ", " from ", " to ") if work.kind in _SENT else (" of ", " by ", " from ")
    of = _token(block, parse, at + 1) if block.text.startswith(joined, at) else None
    for j in parse.tokens_in(of.end, of.end + 80) if of is not None else ():
        token = parse.tokens[j]
        if token.dep == "pobj" and parse.tokens[token.head] is of:
            counted = any(parse.tokens[k].dep == "nummod" for k in parse.children(j))
            end = block.at(token.end - 1) + 1
            of_number = counted and of.text == "of"
            named = of_number or _CAPITAL.match(block.text, end)
            return end if token.tag in ("NN", "NNS") and not named else None
    return None
