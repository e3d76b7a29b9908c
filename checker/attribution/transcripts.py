"""Transcripts: paragraphs that open with the speaker's name and a colon or dash."""

from __future__ import annotations

import re
from collections import Counter

from checker.attribution.draft import Draft
from checker.attribution.grammar import Grammar
from checker.attribution.scope import trimmed

LABEL = re.compile(r"[^\w\n]{0,3}((?:[A-Z][\w.’'-]*\s){0,3}[A-Z][\w.’'-]+)(?::[*_]{0,3}| [—–])\s+(?=\S)")
_MARKS = frozenset({":", "—", "–"})
_TURNS = 3
"""Paragraphs with a label that make a transcript."""


def drafts(g: Grammar) -> list[Draft]:
    """One attribution a turn, in texts where two speakers at least take turns; the label is the source."""
    turns = [(m, end) for start, end in g.parse.paragraphs if (m := LABEL.match(g.text, start, end))]
    labels = Counter(m.group(1) for m, _ in turns)
    spoken = {m.group(1) for m, _ in turns if labels[m.group(1)] > 1 or _is_person(g, m)}
    if len(turns) < _TURNS or len(spoken) < 2 or max(labels.values()) < 2:
        return []
    found = [_turn(g, m, end) for m, end in turns if m.group(1) in spoken]
    return [draft for draft in found if draft is not None]


def with_turns(g: Grammar, told: list[Draft]) -> list[Draft]:
    """The drafts and those of the turns; a content that holds a turn's label is none."""
    turns = drafts(g)
    labels = [g.tokens[turn.source[0]].start for turn in turns]
    return [d for d in told if not any(a <= at < b for a, b in d.content for at in labels)] + turns


def _is_person(g: Grammar, label: re.Match[str]) -> bool:
    names = (g.name_at(i) for i in range(g.index(label.start(1)), g.index(label.end(1))))
    return any(name is not None and name.type == "PERSON" for name in names)


def _turn(g: Grammar, label: re.Match[str], end: int) -> Draft | None:
    source = tuple(range(g.index(label.start(1)), g.index(label.end(1))))
    colon = g.index(label.end(1))
    content = trimmed(g, (label.end(), end))
    if not source or content is None or colon >= len(g.tokens) or g.tokens[colon].text not in _MARKS:
        return None
    return Draft(colon, (colon,), source, (content,), "attribution.transcript")
