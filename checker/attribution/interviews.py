"""Interviews without names before the turns: `Q:` and `A:`, or questions that stand alone and their answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.attribution.draft import Draft
from checker.attribution.grammar import Grammar
from checker.attribution.mentions import Mentions
from checker.attribution.pronouns import FIRST, SECOND
from checker.attribution.transcripts import LABEL
from checker.model import Attribution, Range

ASKED, ANSWERED = "attribution.interview-question", "attribution.interview-answer"
_LETTERS = re.compile(r"^[*_]{0,2}([QA])[.:][*_]{0,2}[ \t]+", re.MULTILINE)
_ANNOUNCED = re.compile(r"\b(?:interview|(?:spoke|spoken|talked|talks) (?:to|with)|asked)\b", re.IGNORECASE)
_EDGES = "*_#\"'“”‘’ \t"
_TURNS = 2
"""Questions with an answer that make an interview."""
_LONGEST = 60
"""Words of a question."""


@dataclass(frozen=True, slots=True)
class _Turn:
    """What is said, whether it asks, and the tokens of the letter or name before it."""

    content: Range
    asks: bool
    label: tuple[int, ...] = ()


def drafts(g: Grammar, told: list[Draft]) -> list[Draft]:
    """One attribution for each question and each answer of an interview that no cue has told already."""
    taken = [piece for draft in told for piece in draft.content]
    turns = list(_lettered(g)) or _alone(g)
    return [
        _draft(g, turn)
        for turn in turns
        if not any(a < turn.content[1] and turn.content[0] < b for a, b in taken)
    ]


def _draft(g: Grammar, turn: _Turn) -> Draft:
    rule = ASKED if turn.asks else ANSWERED
    cue = (turn.label[-1] + 1,) if turn.label else ()
    return Draft(g.index(turn.content[0]), cue, turn.label, (turn.content,), rule)


def _lettered(g: Grammar) -> Iterator[_Turn]:
    """Turns behind `Q:` and `A:`, where both letters take part."""
    found = [(m, end) for start, end in g.parse.paragraphs for m, end in _letters(g.text, start, end)]
    if (
        min(sum(m.group(1) == letter for m, _ in found) for letter in "QA") < _TURNS - 1
        or len(found) <= _TURNS
    ):
        return
    for match, end in found:
        content, letter = _bare(g, match.end(), end), g.index(match.start(1))
        apart = letter + 1 < len(g.tokens) and g.tokens[letter].text == match.group(1)
        if content is not None:
            yield _Turn(content, match.group(1) == "Q", (letter,) if apart else ())


def _letters(text: str, start: int, end: int) -> Iterator[tuple[re.Match[str], int]]:
    """The letters at the beginning of a paragraph's lines, and where what follows them ends."""
    found = list(_LETTERS.finditer(text, start, end))
    for place, match in enumerate(found):
        yield match, found[place + 1].start() if place + 1 < len(found) else end


def _bare(g: Grammar, start: int, end: int) -> Range | None:
    """The words between two characters, their final stop kept, without marks of emphasis."""
    words = g.words(start, end)
    last = g.index(end) - 1
    while last > 0 and g.tokens[last].text.strip("*_") == "":
        last -= 1
    return (max(start, g.tokens[g.index(start)].start), g.tokens[last].end) if words else None


def _alone(g: Grammar) -> list[_Turn]:
    """Questions that are paragraphs of their own, each with the paragraph after it, where they speak to somebody."""
    paragraphs = g.parse.paragraphs
    asked = [k for k, span in enumerate(paragraphs[:-1]) if _is_question(g, span)]
    pairs = [
        k for k in asked if not _is_question(g, paragraphs[k + 1]) and not _is_heading(g, paragraphs[k + 1])
    ]
    spoken = any(_words(g, paragraphs[k]) & SECOND for k in pairs)
    spoken = spoken or bool(pairs and _ANNOUNCED.search(g.text, 0, paragraphs[pairs[0]][0]))
    own = any(_words(g, paragraphs[k + 1]) & FIRST for k in pairs)
    if len(pairs) < _TURNS or not spoken or not own:
        return []
    return [
        turn
        for k in pairs
        for turn in (_turn(g, paragraphs[k], asks=True), _turn(g, paragraphs[k + 1], asks=False))
    ]


def _turn(g: Grammar, span: Range, *, asks: bool) -> _Turn:
    """A paragraph as a turn, a name and a colon before it taken off."""
    label = LABEL.match(g.text, *span)
    begins = label.end() if label else span[0]
    tokens = tuple(range(g.index(label.start(1)), g.index(label.end(1)))) if label else ()
    return _Turn(_bare(g, begins, span[1]) or span, asks, tokens)


def _words(g: Grammar, span: Range) -> set[str]:
    return {g.lower(i) for i in g.words(*span)}


def _is_question(g: Grammar, span: Range) -> bool:
    text = g.text[span[0] : span[1]].strip(_EDGES)
    ends = text.endswith("?") and g.text[span[0]] not in "—–―-"
    return ends and "." not in text[:-1].replace("...", "") and len(g.words(*span)) <= _LONGEST


def _is_heading(g: Grammar, span: Range) -> bool:
    return any(block.start == span[0] and block.kind == "heading" for block in g.document.blocks)


def interviewee(mentions: Mentions, attributions: tuple[Attribution, ...]) -> dict[str, str | None]:
    """The one person whom the text names before the first question gives the answers."""
    turns = [a for a in attributions if a.rule in {ASKED, ANSWERED}]
    if not turns:
        return {}
    met = {m.entity for m in mentions.between(0, turns[0].content[0][0]) if m.is_person}
    met |= {
        m.entity for a in turns if a.rule == ANSWERED for m in mentions.between(*(a.source or ((0, 0),))[0])
    }
    only = next(iter(met)) if len(met) == 1 else None
    return {a.id: only for a in turns if a.rule == ANSWERED and only is not None}
