"""What an outlet changed in a text of its own after it was first captured."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz

from checker.changes import changes
from checker.divergence.draft import SPANS, Draft, Facts, joined, listed
from checker.divergence.phrasing import day_in_words, plain
from checker.model import Document, Evidence, Example, Rule, Span

RULES = (
    Rule(
        "divergence.revised",
        "A text that was changed",
        "Two captures of one text, most of whose words are the same: the words that were added, taken out or put "
        "in the place of others. Numbers, names, negations, hedges and quoted words come first; a slip that was "
        "mended comes last. Why a text was changed, and whether its page says so, is not said.",
        (
            Example(
                "The storm sank 12 boats in the harbour of Vale on Monday night. / "
                "The storm sank 9 boats in the harbour of Vale on Monday night.",
                ("12", "9"),
            ),
            Example(
                "The mayor, who is ill, will not resign, her office said in the evening. / "
                "The mayor, who is ill, will resign, her office said in the evening.",
                ("not",),
            ),
        ),
    ),
)
ALIKE = 50
"""Per cent of the words that two captures share; below that a page holds another text, not a changed one."""
SLIP = 75
"""Per cent of the letters that a word shares with the one that mends it."""
TOLD = 3
"""Changes that the sentence repeats; the evidence has more."""
_TURNS = re.compile(
    r"(?i)\d|\b(?:not|no|never|none|neither|nor|without|\w+n['’]t|allegedly|reportedly|apparently|suspected|alleged|"
    r"may|might|could|likely|unlikely|possibly|probably|perhaps|claims?|claimed|denie[sd]|deny|confirm(?:s|ed)?)\b"
)
"""Figures, and words that turn, weaken or strengthen a statement."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Words of the earlier text and those in their place; None where words were only added or only taken out."""

    old: Span | None
    new: Span | None
    weight: Literal[1, 2, 3]


def find(facts: Facts) -> list[Draft]:
    """One draft for each two captures of a text."""
    drafts = []
    for doc in sorted(facts.provenance):
        for link in facts.provenance[doc].links:
            if link.relation == "revision" and link.of.doc in facts.documents:
                drafts += _revised(facts, facts.documents[link.of.doc], facts.documents[doc])
    return drafts


def tells(facts: Facts, draft: Draft) -> bool:
    """Whether a draft sets captures of one page side by side, which is told once, as what was changed."""
    docs = {e.span.doc for e in draft.evidence}
    pages = facts.once("pages", lambda: joined(_captures(facts)))
    return len(docs) > 1 and draft.rule != "divergence.revised" and any(docs <= page for page in pages)


def _captures(facts: Facts) -> list[set[str]]:
    links = ((doc, k) for doc, known in facts.provenance.items() for k in known.links)
    return [{doc, k.of.doc} for doc, k in links if k.relation in ("revision", "archive") and k.of.doc]


def _revised(facts: Facts, before: Document, after: Document) -> list[Draft]:
    edits = _edits(facts, before, after)
    if not edits:
        return []
    rows = [_rows(facts, edit) for edit in edits[:SPANS]]
    shown = [row for n, pair in enumerate(rows) for row in pair if sum(map(len, rows[: n + 1])) <= SPANS]
    said = list(dict.fromkeys(_told(facts, edit) for edit in edits))
    rest = len(said) - TOLD
    more = [f"{rest} further change{'s' * (rest > 1)}"] if rest > 0 else []
    told = listed([*said[:TOLD], *more])
    statement = f"{after.outlet_name or facts.name(after.doc)} {_when(before, after)}: {told}."
    best = edits[0].weight
    return [Draft("provenance", best, best + len(edits) / 100, statement, tuple(shown), "divergence.revised")]


def _edits(facts: Facts, before: Document, after: Document) -> list[Edit]:
    """What was changed in the article itself, the most telling first."""
    if fuzz.ratio(before.text.split(), after.text.split()) < ALIKE:
        return []
    found = []
    for change in changes(before.text, after.text):
        old = Span(before.doc, change.was, change.was + len(change.before)) if change.before else None
        new = Span(after.doc, change.start, change.start + len(change.after)) if change.after else None
        if all(_in_article(d, s) for d, s in ((before, old), (after, new)) if s):
            found.append(Edit(old, new, _weight(facts, old, new)))
    return sorted(found, key=lambda e: -e.weight)


def _in_article(document: Document, span: Span) -> bool:
    titles = [c.span for c in document.candidates if c.name == "title" and c.span]
    return document.in_body(span.start, span.end) or any(t.contains(span) for t in titles)


def _weight(facts: Facts, old: Span | None, new: Span | None) -> Literal[1, 2, 3]:
    """3: what may change a statement; 1: a slip of the pen or of typography; 2: other words."""
    gone, come = (facts.quote(s) if s else "" for s in (old, new))
    bare = ["".join(filter(str.isalnum, words.casefold())) for words in (gone, come)]
    if bare[0] == bare[1]:
        return 1
    if _TURNS.search(f"{gone} {come}"):
        return 3
    if len(gone.split()) == len(come.split()) == 1 and fuzz.ratio(*bare) >= SLIP:
        return 1
    return 3 if any(_is_name_or_quoted(facts, s) for s in (old, new) if s) else 2


def _is_name_or_quoted(facts: Facts, span: Span) -> bool:
    parse = facts.parses[span.doc]
    places = [(p.start, p.end) for p in parse.names] + [(p.start, p.end) for p in parse.quoted]
    return any(start < span.end and span.start < end for start, end in places)


def _rows(facts: Facts, edit: Edit) -> list[Evidence]:
    roles = ("before", "after") if edit.old and edit.new else ("taken out", "added")
    places = zip((edit.old, edit.new), roles, strict=True)
    return [facts.shown(span, role) for span, role in places if span]


def _told(facts: Facts, edit: Edit) -> str:
    old, new = (f"“{plain(facts, s)}”" if s else "" for s in (edit.old, edit.new))
    if old and new:
        return f"{old} became {new}"
    return f"{new} was added" if new else f"{old} was taken out"


def _when(before: Document, after: Document) -> str:
    first, second = ((d.retrieved or "")[:10] for d in (before, after))
    if not first or not second:
        return "has changed its text"
    if first == second:
        return f"changed its text between two captures of {day_in_words(first)}"
    return f"changed its text between {day_in_words(first)} and {day_in_words(second)}"
