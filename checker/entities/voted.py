"""What the parser takes each form for, in all texts together."""

from __future__ import annotations

from collections.abc import Iterable

from checker.entities.kinds import count, form_of, majority
from checker.entities.mention import Mentions, Voted

NAME = "votes"
VERSION = "1"
REQUIRES = ("mentions",)


def run(texts: Iterable[Mentions]) -> tuple[Voted, ...]:
    """One record a text, sorted by text, so that a text more changes those alone whose names it turns."""
    ordered = sorted(texts, key=lambda t: t.doc)
    votes = count(mention for text in ordered for mention in text.found)
    most = {form: kind for form, voted in votes.items() if (kind := majority(voted))}
    return tuple(_voted(text, most) for text in ordered)


def _voted(text: Mentions, most: dict[str, str]) -> Voted:
    forms = sorted({form_of(mention.words) for mention in text.found})
    return Voted(text.doc, {form: most[form] for form in forms if form in most})
