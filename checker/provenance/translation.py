"""Traces that a translation leaves in an English text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from checker.model import Document, Range

_SHOWN = 6
"""Places of one kind that are shown; more would prove nothing more."""

_SAYS = r"(?:said|replied|asked|added|answered|noted|stressed|explained|concluded)"
_NAME = r"[^\W\d_a-z][\w'’-]*"
_MAGAZINE = r"(?:magazine|newspaper|agency|journal|weekly|daily)"
_TRACES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("dash_dialogue", re.compile(rf"[,!?][”\"]?\s?[—–]\s{_NAME}(?: {_NAME}){{0,2}} {_SAYS}\b")),
    ("dash_dialogue", re.compile(rf"\b{_SAYS}\.\s?[—–]\s[^\W\d_a-z]\w*")),
    ("dash_dialogue", re.compile(r"(?<!\w)[\"“][^\"“”\n]{3,200}?,[—–]\s")),
    (
        "dash_in_compound",
        re.compile(r"\b[a-z]{1,20}—(?:called|known|based|backed|like|year|old|term|scale|minded|profile)\b"),
    ),
    ("dash_in_compound", re.compile(r"(?<!\w)[A-Z][a-z]{1,30}—\d{1,3}(?!\d)")),
    (
        "legal_remark",
        re.compile(
            r"\b(?:individual|person|organi[sz]ation|outlet|entity)\b[^.\n]{0,60}"
            r"\b(?:foreign agent|extremist|undesirable|banned in)\b",
            re.IGNORECASE,
        ),
    ),
)
_DASHES = frozenset({"dash_dialogue", "dash_in_compound"})


def traces(document: Document) -> dict[str, tuple[Range, ...]]:
    """Places of each kind of trace, in text order, of an English text.

    `dash_dialogue`: speech that a dash closes or goes on after, as in Slavic languages. `dash_in_compound`: a dash
    where English has a hyphen. `legal_remark`: what the law of some states makes publishers add. `retold_headline`:
    another outlet's name before the headline. `translator_named`: the page says so itself.
    """
    found: dict[str, list[Range]] = {}
    for kind, place in _places(document):
        places = found.setdefault(kind, [])
        if len(places) < _SHOWN and not any(s < place[1] and place[0] < e for s, e in places):
            places.append(place)
    return {kind: tuple(sorted(places)) for kind, places in sorted(found.items())}


def is_translation(found: dict[str, tuple[Range, ...]]) -> bool:
    """Whether traces of two kinds at least agree, one of them in the punctuation."""
    return len(found) >= 2 and not _DASHES.isdisjoint(found)


def outlet_retold(document: Document) -> tuple[str | None, tuple[Range, ...]]:
    """The outlet whose text a translation is, and the places that name it.

    The name before the headline, spelled out where the text calls a name of these initials a magazine or the like;
    else the one outlet that people in the text have told things more than once.
    """
    called = _called(document)
    prefix = next((c for c in document.candidates if c.rule == "extract.headline_prefix" and c.span), None)
    if prefix is None or prefix.span is None:
        told = [(name, places) for name, places in called.items() if len(places) > 1]
        return (told[0][0], tuple(told[0][1][:2])) if len(told) == 1 else (None, ())
    place = (prefix.span.start, prefix.span.end)
    full = next((name for name in called if _initials(name) == prefix.value), None)
    return (full, (place, called[full][0])) if full else (prefix.value, (place,))


def _places(document: Document) -> Iterator[tuple[str, Range]]:
    for kind, pattern in _TRACES:
        for match in pattern.finditer(document.text):
            yield kind, match.span()
    for candidate in document.candidates:
        if candidate.span is None:
            continue
        if candidate.rule == "extract.headline_prefix":
            yield "retold_headline", (candidate.span.start, candidate.span.end)
        elif candidate.name == "translator":
            yield "translator_named", (candidate.span.start, candidate.span.end)


def _called(document: Document) -> dict[str, list[Range]]:
    """Names that "told" and a media noun enclose, the most frequent first."""
    pattern = re.compile(rf"\b(?:told|asked by) (?P<name>(?:The )?{_NAME}(?: {_NAME}){{0,4}}) {_MAGAZINE}\b")
    found: dict[str, list[Range]] = {}
    for match in pattern.finditer(document.text):
        found.setdefault(match["name"], []).append(match.span("name"))
    counts = Counter({name: len(places) for name, places in found.items()})
    return {name: found[name] for name, _ in sorted(counts.items(), key=lambda c: (-c[1], c[0]))}


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.removeprefix("The ").split() if word[0].isupper())
