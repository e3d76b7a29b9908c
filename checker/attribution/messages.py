"""Messages, letters and notes that somebody sends and a quotation tells the words of."""

from __future__ import annotations

from checker.attribution.grammar import Grammar

_SENDING = frozenset(
    {"send", "write", "leave", "deliver", "post", "pass", "relay", "convey", "issue", "release", "publish"}
)
_MESSAGES = frozenset(
    {"message", "note", "letter", "word", "telegram", "text", "email", "cable", "statement"}
)


def message(g: Grammar, verb: int) -> int | None:
    """The message noun that is the object of an active verb of sending; None where there is none."""
    if g.tokens[verb].lemma not in _SENDING or g.is_passive(verb):
        return None
    things = (c for c in g.children[verb] if g.tokens[c].dep == "dobj" and c > verb)
    return next((c for c in things if g.tokens[c].lemma.lower() in _MESSAGES), None)
