"""What a text cites, in every form, and whether the corpus holds it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from checker.citation import anonymous, links, notes, originals, parentheses, pictures, prose
from checker.citation import documents as documents_
from checker.citation.claims import claim
from checker.citation.judge import Judge
from checker.citation.mention import Mention
from checker.citation.shown import Shown, shown
from checker.citation.works import Works, citation_of
from checker.model import Alias, Citation, Document, Parse

NAME = "references"
VERSION = "8"
REQUIRES = ("documents", "parses", "names_known", "outlets")


def run(
    document: Document, parse: Parse, known: tuple[str, ...] = (), outlets: tuple[Alias, ...] = ()
) -> tuple[Citation, ...]:
    """The citations of one document, in text order; `known` are names of outlets, `outlets` a user's aliases.

    Nothing is fetched, and no other document is looked at: a citation has no target at all, or is unchecked.
    """
    blocks = shown(document)
    judge = Judge(document, parse, known, blocks, outlets)
    listed = notes.lines(document, blocks)
    held = {id(block) for block in listed.values()}
    blocks = tuple(block for block in blocks if id(block) not in held)
    mentions = _mentions(document, parse, blocks, judge, listed)
    index = Works((), outlets)
    starts = [block.block.start for block in blocks]
    found: list[Citation] = []
    for mention in mentions:
        block = blocks[max(0, bisect_right(starts, mention.start) - 1)]
        place = claim(block, parse, mention, mentions) if block.body else None
        found.append(citation_of(document, mention, index, place))
    return tuple(found)


def _mentions(
    document: Document, parse: Parse, blocks: tuple[Shown, ...], judge: Judge, listed: dict[str, Shown]
) -> list[Mention]:
    brackets = list(parentheses.find(document, blocks, judge))
    judge.learn(b.outlet for b in brackets if b.outlet and b.date and b.form == "parenthetical_outlet")
    told = list(prose.find(document, blocks, parse, judge))
    works = list(documents_.find(document, blocks, parse, judge))
    found = sorted((*links.find(document, blocks), *links.unlinked(document, blocks)), key=lambda m: m.start)
    linked = list(links.labelled(document, blocks, found, judge))
    linked, brackets = links.with_days(linked, brackets)
    whole = sorted(works, key=lambda w: w.start)
    brackets = [b for b in brackets if not _is_inside(b, whole)]
    inside = [w for w in works if _is_inside(w, linked)]
    inline = links.with_outlets(document, linked, [*told, *inside])
    apart = [
        *(m for m in originals.originals(document, blocks, judge) if not _is_noted(m, listed)),
        *pictures.pictures(document, blocks, judge),
        *notes.find(document, blocks, listed, judge),
    ]
    nameless = list(anonymous.find(document, blocks, parse))
    spans = {(link.start, link.end) for link in linked}
    first = [m for m in inline if (m.start, m.end) in spans]
    return _apart([*apart, *brackets, *first, *works, *inline, *nameless])


def _is_noted(mention: Mention, listed: dict[str, Shown]) -> bool:
    """Whether it stands in a note, which is cited where its mark stands."""
    return any(line.block.start <= mention.start < line.block.end for line in listed.values())


def _is_inside(mention: Mention, linked: list[Mention]) -> bool:
    """Whether a link, of those in text order, holds the whole mention."""
    i = bisect_right(linked, mention.start, key=lambda k: k.start) - 1
    return i >= 0 and mention.end <= linked[i].end


def _apart(mentions: Iterable[Mention]) -> list[Mention]:
    """In text order; of two that share words the first in the list stays."""
    kept: list[Mention] = []
    for mention in mentions:
        i = bisect_right(kept, mention.start, key=lambda m: m.start)
        before_free = i == 0 or kept[i - 1].end <= mention.start
        after_free = i == len(kept) or mention.end <= kept[i].start
        if before_free and after_free:
            kept.insert(i, mention)
    return kept
