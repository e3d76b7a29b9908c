"""Texts that news agencies send out: how a newspaper credits the agency whose words it prints."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from checker.model import Document, Span
from checker.provenance.edges import edges

_LEAD = 90
"""Characters of a first paragraph in which its place and its agency stand."""
_LEADS = 8
"""Blocks of the article among which the one with place and agency is."""


@dataclass(frozen=True, slots=True)
class Credit:
    """An agency by its full name, and the words that credit it.

    `whole` says whether they give it the text, or a part in it ("with reporting by X").
    """

    agency: str
    span: Span
    whole: bool


@cache
def _agencies() -> dict[str, str]:
    """Full names by the forms of a credit."""
    data = tomllib.loads(files("checker.provenance").joinpath("wire.toml").read_text("utf-8"))
    return {form: name for name, forms in data["agencies"].items() for form in forms}


@cache
def _forms() -> tuple[tuple[re.Pattern[str], bool], ...]:
    """Credits at the edge of a text, and whether each gives the agency the whole text."""
    agency = rf"(?i:the )?(?P<of>{_names()})"
    more = rf"(?:(?:, |,? and | & |/)(?i:the )?(?:{_names()}|agencies))*"
    helped = r"(?i:with|source:?|from|(?:with|additional) (?:reporting|files|material|information|input)s? (?:by|from))"
    return (
        (re.compile(rf"(?i:by) {agency}(?i: news agency| staff)?\W*$"), True),
        (re.compile(rf"(?i:by) [A-Z][\w.'’ -]{{3,60}}, {agency}\W*$"), True),
        (re.compile(rf"(?:©|\(c\)|(?i:copyright)(?: ©)?) ?(?:\d{{4}},? )?{agency}(?i:\W*$|[.,] all rights)"), True),
        (re.compile(rf"\W*{helped} {agency}{more}\W*$"), False),
    )  # fmt: skip


@cache
def _dateline() -> re.Pattern[str]:
    """`ARDEN, May 4 (Reuters) -` at the start of a paragraph."""
    place = r"(?P<place>[A-Z][\w.'’-]*(?:[ ,/]+[\w.'’-]+){0,7}),? "
    return re.compile(rf"\W{{0,3}}(?:{place})?\((?P<of>{_names()})\) ?[-–—]{{1,2}} ?")


def _names() -> str:
    return "|".join(sorted(map(re.escape, _agencies()), key=lambda name: (-len(name), name)))


def is_agency(name: str) -> bool:
    """Whether a by-line names an agency, not a person."""
    return name.strip().removeprefix("The ").removeprefix("the ") in _agencies()


def credits_(document: Document) -> Iterator[Credit]:
    """The agencies that a text credits with itself, in text order; none where it is the agency's own."""
    for credit in sorted({*_of_leads(document), *_of_edges(document)}, key=lambda c: c.span):
        if document.outlet is None or _agencies().get(document.outlet.removeprefix("The ")) != credit.agency:
            yield credit


def _of_leads(document: Document) -> Iterator[Credit]:
    bodies = [b for b in document.blocks if document.in_body(b.start, b.end)]
    for block in bodies[:_LEADS]:
        match = _dateline().match(document.text, block.start, min(block.end, block.start + _LEAD))
        if match and not _is_short_form(match["of"], match["place"] or ""):
            yield _credit(document, match, whole=True)
            return


def _is_short_form(name: str, words: str) -> bool:
    """Whether a name is made of the first letters of the words before it: "Arden Port (AP) – …"."""
    initials = "".join(word[0] for word in words.split() if word[0].isupper())
    return len(initials) > 1 and initials.endswith(name.upper())


def _of_edges(document: Document) -> Iterator[Credit]:
    captions = {(b.start, b.end) for b in document.blocks if b.kind == "caption"}
    for start, end in edges(document):
        for form, whole in _forms() if (start, end) not in captions else ():
            match = form.match(document.text, start, end)
            if match:
                yield _credit(document, match, whole=whole)


def _credit(document: Document, match: re.Match[str], *, whole: bool) -> Credit:
    return Credit(_agencies()[match["of"]], Span(document.doc, *match.span("of")), whole)
