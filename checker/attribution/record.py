"""From drafts to the records of the data model."""

from __future__ import annotations

from typing import Literal

from checker.attribution.cues import Cues
from checker.attribution.draft import Draft
from checker.attribution.grammar import Grammar
from checker.attribution.hedges import hedges, polarity
from checker.attribution.naming import naming
from checker.attribution.venues import venue
from checker.model import Attribution, make_id

_VERBATIM = frozenset(
    {
        "attribution.block-quote",
        "attribution.transcript",
        "attribution.interview-question",
        "attribution.interview-answer",
    }
)
_INNER = frozenset("\"'“”‘’«»„")
Kind = Literal["direct", "indirect", "mixed"]


def record(g: Grammar, cues: Cues, drafts: list[Draft], around: list[int | None]) -> tuple[Attribution, ...]:
    """Attributions sorted by their content's place; `around` are places of outer drafts."""
    ids = [_id(g, draft) for draft in drafts]
    return tuple(
        Attribution(
            doc=g.document.doc,
            id=ids[place],
            source=g.ranges(draft.source) or None,
            speaker=None,
            cue=g.ranges(draft.cue) or None,
            content=draft.content,
            kind=_kind(g, draft),
            polarity=polarity(g, cues, draft),
            hedge=hedges(g, cues, draft),
            naming=naming(g, cues, draft),
            outer=ids[k] if (k := around[place]) is not None else None,
            venue=venue(g, cues, draft),
            rule=draft.rule,
        )
        for place, draft in enumerate(drafts)
    )


def _id(g: Grammar, draft: Draft) -> str:
    return make_id("attribution", g.document.doc, g.document.text_sha256, draft.content, g.ranges(draft.cue))


def _is_retold(g: Grammar, draft: Draft) -> bool:
    """Whether somebody inside a quotation tells what another said, without quoting him in turn."""
    around = g.quoted(draft.head)
    if around is None or any(start < around.start or end > around.end for start, end in draft.content):
        return False
    return not all(g.text[start] in _INNER and g.text[end - 1] in _INNER for start, end in draft.content)


def _kind(g: Grammar, draft: Draft) -> Kind:
    if draft.rule in _VERBATIM or g.in_dashes(draft.content[0][0]):
        return "direct"
    if _is_retold(g, draft):
        return "indirect"
    words = [i for piece in draft.content for i in g.words(*piece)]
    inside = sum(g.quote[i] >= 0 for i in words)
    if inside >= 0.95 * len(words):
        return "direct"
    return "mixed" if inside else "indirect"
