"""What stands in quotation marks, and who is said to have said it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from checker.model import Attribution, Document, Range, Voice
from checker.model.typed import REST, curled, reopens
from checker.quotation.diff import cut, inside
from checker.quotation.fold import Folded
from checker.quotation.titles import is_title

_LINE = re.compile(r"[^\r\n]+")
_TAKEN_UP = tuple(",.:;!?…–—-")
_CLOSERS = {"“": '”"', "„": '“”"', "«": "»", '"': '"”', "‘": "’"}
APART = 240
"""Characters of narration that may part two pieces of one utterance."""
LONGEST = 4_000
"""Characters of one quoted piece; what is longer is a mark that was left open."""
WITHOUT = 0.25
"""Share of what is said in quotation marks of its own, up to which it is set off in another way."""
LONGEST_SINGLE = 600
"""Characters that single quotation marks may hold: an apostrophe may look like one that opens."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """Words given to one speaker at one place: `span` from the first to the last of them.

    What the narrator says in between is left out of `folded`, whose offsets count from the start of the span.
    `voice` is "quoted" for words in quotation marks, set off as speech, or of a primary source.
    """

    document: int
    span: Range
    speaker: str | None
    attribution: str | None
    folded: Folded = field(repr=False)
    voice: Voice = "quoted"


def utterances(
    number: int, document: Document, said: Iterable[Attribution], shortest: int
) -> list[Utterance]:
    """Every utterance of a document with at least `shortest` words, in order of place; a title is none."""
    said = tuple(said)
    owners = _owners(said)
    groups: list[tuple[Attribution | None, list[Range]]] = []
    marked = quoted_pieces(document)
    for piece in sorted([*marked, *_set_off(said, marked)]):
        owner = _owner(owners, piece)
        if (
            groups
            and owner
            and groups[-1][0] is owner
            and _interrupted(document, owner, (groups[-1][1][-1][1], piece[0]))
        ):
            groups[-1][1].append(piece)
        else:
            groups.append((owner, [piece]))
    found = (_utterance(number, document, owner, pieces) for owner, pieces in groups)
    return [u for u in found if len(u.folded) >= shortest and not is_title(u.folded)]


def quoted_pieces(document: Document) -> list[Range]:
    """Ranges inside quotation marks, block by block; an open mark closes where its block ends."""
    blocks: Iterable[Range] = [(b.start, b.end) for b in document.blocks if b.kind != "rule"]
    if not document.blocks:
        blocks = [match.span() for match in _LINE.finditer(document.text)]
    text = curled(document.text)
    return [piece for start, end in blocks for piece in _pieces(text, start, end)]


def _set_off(said: Iterable[Attribution], marked: Sequence[Range]) -> list[Range]:
    """What is said word for word without quotation marks around it: a block, a turn in a transcript, after a dash."""
    direct = {r for a in said if a.kind == "direct" for r in a.content}
    return [r for r in direct if _length_in(marked, r) < WITHOUT * (r[1] - r[0])]


def _length_in(marked: Sequence[Range], place: Range) -> int:
    low = max(0, bisect_right(marked, place[0], key=lambda r: r[0]) - 1)
    high = bisect_left(marked, place[1], key=lambda r: r[0])
    return sum(max(0, min(e, place[1]) - max(s, place[0])) for s, e in marked[low:high])


def _pieces(text: str, start: int, end: int) -> list[Range]:
    found, i = [], start
    while i < end:
        if text[i] in _CLOSERS and _opens(text, i, start):
            close = _close(text, i, end)
            first = i + 1 + text.startswith(REST, i + 1)
            if first < close <= i + LONGEST:
                found.append((first, close))
            i = close
        i += 1
    return found


def _opens(text: str, i: int, start: int) -> bool:
    char, before = text[i], text[i - 1] if i > start else " "
    if char == '"':
        return not before.isalnum() and before not in ".,!?…" and not text[i + 1 : i + 2].isspace()
    return char != "‘" or not before.isalnum()


def _close(text: str, opened: int, end: int) -> int:
    """Where the mark at `opened` closes; a single mark between letters is an apostrophe."""
    char, depth = text[opened], 0
    if char == "‘":
        return _close_single(text, opened, min(end, opened + LONGEST_SINGLE))
    for i in range(opened + 1, end):
        if reopens(text, opened, i):
            return i - 1
        if char in "“«" and text[i] == char:
            depth += 1
        elif text[i] in _CLOSERS[char]:
            if not depth:
                return i
            depth -= 1
    return end


def _close_single(text: str, opened: int, end: int) -> int:
    """The closing single mark before `end`, else `opened`."""
    i = text.find("’", opened + 1, end)
    while i >= 0:
        if not text[i + 1 : i + 2].isalnum():
            return i
        i = text.find("’", i + 1, end)
    return opened


def _owners(said: Iterable[Attribution]) -> list[tuple[Range, Attribution]]:
    direct = (a for a in said if a.kind != "indirect")
    return sorted(((r, a) for a in direct for r in a.content), key=lambda pair: (pair[0], pair[1].id))


def _owner(owners: list[tuple[Range, Attribution]], piece: Range) -> Attribution | None:
    """The attribution with the least content that covers half of the piece."""
    low = bisect_left(owners, piece[0] - LONGEST, key=lambda pair: pair[0][0])
    high = bisect_right(owners, piece[1], key=lambda pair: pair[0][0])
    half = (piece[1] - piece[0]) / 2
    near = [a for (s, e), a in owners[low:high] if min(e, piece[1]) - max(s, piece[0]) >= half]
    return min(near, key=lambda a: (sum(e - s for s, e in a.content), a.id), default=None)


def _interrupted(document: Document, owner: Attribution, gap: Range) -> bool:
    """Whether a gap holds "she said" between two pieces, rather than more of the story.

    Speech is taken up after a mark; without one the second piece is a phrase in the narrator's own clause.
    """
    start, end = gap
    told = (*(owner.cue or ()), *(owner.source or ()))
    if end - start > APART or not any(start <= low and high <= end for low, high in told):
        return False
    words = (
        cut(document.text, (start + 1, end - 1), inside(document.markup, gap)).view if end - start > 2 else ""
    )
    return words.rstrip()[-1:] in _TAKEN_UP


def _utterance(number: int, document: Document, owner: Attribution | None, pieces: list[Range]) -> Utterance:
    span = pieces[0][0], pieces[-1][1]
    # The quotation marks on both sides stay, to keep the words apart.
    between = [(a[1] + 1, b[0] - 1) for a, b in pairwise(pieces) if a[1] + 1 < b[0] - 1]
    hidden = tuple(sorted([*inside(document.markup, span), *between]))
    folded = cut(document.text, span, hidden)
    speaker, attribution = (owner.speaker, owner.id) if owner else (None, None)
    return Utterance(number, span, speaker, attribution, folded)
