"""One attribution a saying: doubles dropped, the saying's own words cut out of its content, chains linked."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from checker.attribution.draft import Draft
from checker.attribution.grammar import Grammar
from checker.attribution.scope import bare, trimmed, without
from checker.model import Range

_DEPTH = 40
"""Pieces of content looked at for the one around a cue."""
_NEAR = 5
"""Drafts looked at for the one whose cue follows."""
_ALIKE = 0.85
"""Share of words that two contents have in common when they are one."""


def settle(g: Grammar, drafts: list[Draft]) -> list[Draft]:
    """Drafts in text order, each content free of its own cue and source, none told twice."""
    cleaned = [_cleaned(g, draft) for draft in sorted(drafts, key=lambda d: (d.head, d.rule))]
    cleaned = [_before_teller(g, cleaned, place) for place in range(len(cleaned))]
    kept: dict[tuple[tuple[Range, ...], int], Draft] = {}
    for draft in cleaned:
        if not draft.content or not any(g.words(*piece) for piece in draft.content):
            continue
        key = draft.content, draft.under
        other = kept.get(key)
        if other is None or _better(draft, other):
            kept[key] = draft
    return _told_once(g, sorted(kept.values(), key=lambda d: (d.content[0], d.head)))


def _before_teller(g: Grammar, drafts: list[Draft], place: int) -> Draft:
    """A draft whose content ends where that of a later cue around it does (`Doe said Roe was late, Poe recalled`)."""
    draft, at = drafts[place], g.tokens[drafts[place].head].start
    if not draft.content or draft.under >= 0:
        return draft
    start, end = draft.content[-1]
    for later in drafts[place + 1 : place + _NEAR]:
        told, cue = later.content[-1:], g.tokens[later.head].start
        if (
            told
            and later.head > draft.head
            and start < told[0][1] < cue < end
            and told[0][0] <= at < told[0][1]
        ):
            return replace(draft, content=(*draft.content[:-1], (start, told[0][1])))
    return draft


def _told_once(g: Grammar, drafts: list[Draft]) -> list[Draft]:
    """Of two cues around one content (`Roe told them that "…," he said`) only the first."""
    kept: list[Draft] = []
    for draft in drafts:
        twin = next(
            (k for k in range(len(kept) - 1, max(-1, len(kept) - 5), -1) if _same(g, kept[k], draft)), None
        )
        if twin is None:
            kept.append(draft)
        elif draft.head < kept[twin].head:
            kept[twin] = draft
    return kept


def _same(g: Grammar, one: Draft, other: Draft) -> bool:
    a, b = (frozenset(i for piece in d.content for i in g.words(*piece)) for d in (one, other))
    if one.under != other.under or one.head in b or other.head in a or len(a & b) < _ALIKE * len(a | b):
        return False
    return not g.is_passive(one.head) and not g.is_passive(other.head)


def _better(draft: Draft, other: Draft) -> bool:
    return bool(draft.source) > bool(other.source)


def _cleaned(g: Grammar, draft: Draft) -> Draft:
    pieces = draft.content
    holes = [(g.tokens[i].start, g.tokens[i].end) for i in (*draft.cue, *draft.source)]
    for hole in holes:
        if any(start <= hole[0] and hole[1] <= end for start, end in pieces):
            pieces = without(pieces, hole)
    tidy = (trimmed(g, piece) for piece in pieces) if pieces != draft.content else iter(pieces)
    kept = tuple(bare(g.text, piece) for piece in tidy if piece is not None and g.words(*piece))
    return replace(draft, content=kept)


def outer(drafts: list[Draft], g: Grammar) -> list[int | None]:
    """For each draft the place of the smallest other content that holds its cue and content; of two the cited one's."""
    pieces = sorted(
        (start, -end, k) for k, draft in enumerate(drafts) for start, end in draft.content if draft.under < 0
    )
    cited = {(d.under, d.content): k for k, d in enumerate(drafts) if d.under >= 0}
    holders: list[int | None] = []
    for place, draft in enumerate(drafts):
        if draft.under >= 0:
            holders.append(next((k for k, d in enumerate(drafts) if d.head == draft.under), None))
            continue
        near = _covering(pieces, g.tokens[draft.head].start)
        fits = [k for k in near if k != place and _within(draft.content, drafts[k].content)]
        holder = min(fits, key=lambda k: (_length(drafts[k]), k)) if fits else None
        if holder is not None:
            holder = cited.get((drafts[holder].head, drafts[holder].content), holder)
        holders.append(holder)
    return holders


def _covering(pieces: list[tuple[int, int, int]], at: int) -> list[int]:
    """Drafts with a piece around `at`; contents nest only a few deep, so a short look back finds them."""
    stop = bisect_right(pieces, (at, 0, len(pieces)))
    return [k for start, end, k in pieces[max(0, stop - _DEPTH) : stop] if start <= at < -end]


def _length(draft: Draft) -> int:
    return sum(end - start for start, end in draft.content)


def _within(inner: tuple[Range, ...], around: tuple[Range, ...]) -> bool:
    if inner == around:
        return False
    return all(any(start <= a and b <= end for start, end in around) for a, b in inner)
