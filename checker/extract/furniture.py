"""What of a page is the article, and what its furniture.

Wording (a lexicon of commonplaces), place (before the first or after the last running paragraph) and shape
(mostly links, short lines among furniture) decide together. In doubt a block is the article's.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from checker.extract.reading import Seen, see
from checker.model import Block, Link, Range

_RUNNING_WORDS = 20
_BIO = re.compile(
    r"\W*(?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}),?(?: is| was|, an?| has (?:been|written)) .{0,160}?"
    r"\b(?:columnist|contributor|correspondent|fellow|editor|author|writer|professor|lecturer|journalist|reporter|"
    r"analyst|freelancer?|researcher|historian|novelist|scholar|blogger|director|writes|covers|teaches)\b",
    re.DOTALL,
)
_NEVER = re.compile(r"(?!)")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Cue:
    """One class of the lexicon. `tail`: what is short and follows it is furniture as well.

    `start` is read at the start of a block alone, `anywhere` in all of it.
    """

    name: str
    start: re.Pattern[str]
    anywhere: re.Pattern[str] | None
    max_words: int
    tail: bool
    marked: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A block as a reader sees it; `linked` is the share of its characters that are link labels."""

    block: Block
    seen: Seen
    words: int
    linked: float

    @property
    def running(self) -> bool:
        """Whether it is a paragraph of running text."""
        return (
            self.words >= _RUNNING_WORDS
            and self.linked < 0.4
            and self.block.kind in ("paragraph", "quote", "item")
        )


_BIO_CUE = Cue("bio", _BIO, None, 90, tail=True, marked=False)


@cache
def cues() -> tuple[Cue, ...]:
    """The classes of the lexicon, in its order."""
    data = tomllib.loads(files("checker.extract").joinpath("furniture.toml").read_text("utf-8"))
    return tuple(
        Cue(
            name,
            _any([p for p in row["patterns"] if p.startswith("^")]) or _NEVER,
            _any([p for p in row["patterns"] if not p.startswith("^")]),
            row["max_words"],
            row.get("tail", False),
            row.get("marked", False),
        )
        for name, row in data.items()
    )


def _any(patterns: Sequence[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE) if patterns else None


def pieces(
    text: str, blocks: Sequence[Block], markup: tuple[Range, ...], links: Sequence[Link]
) -> tuple[Piece, ...]:
    """The blocks with what a reader sees of them; `links` are in text order."""
    made: list[Piece] = []
    i = 0
    for block in blocks:
        seen = see(text, block.start, block.end, markup)
        labels = 0
        while i < len(links) and links[i].start < block.end:
            labels += links[i].label[1] - links[i].label[0]
            i += 1
        size = max(1, len(seen.text.strip()))
        made.append(Piece(block, seen, len(_WORD.findall(seen.text)), min(1.0, labels / size)))
    return tuple(made)


_CREDIT = re.compile(
    r"[^.!?]{3,160}[(\[—–|]\s?(?:photo|image|picture|source|credit|photograph|illustration|courtesy|file)s?\b"
    r"[^()\[\].]{0,60}[)\]]?\W*",
    re.IGNORECASE,
)


def is_caption(piece: Piece) -> bool:
    """Whether a line has the shape of a caption: no sentence, and a credit at its end."""
    cue = cue_of(piece)
    if cue is not None:
        return cue.name == "credit"
    return piece.words <= 40 and bool(_CREDIT.fullmatch(piece.seen.text.strip()))


def cue_of(piece: Piece) -> Cue | None:
    """The first class of the lexicon whose words the block has."""
    return _cue(piece.seen.text.strip()[:600], piece.words)


@lru_cache(maxsize=1 << 12)
def _cue(shown: str, words: int) -> Cue | None:
    marked = shown.startswith("*")
    shown = shown.lstrip("*•·|>-–— \t")
    for cue in cues():
        fits = words <= cue.max_words and (marked or not cue.marked)
        if fits and (cue.start.match(shown) or (cue.anywhere and cue.anywhere.search(shown))):
            return cue
    return None


def article(found: Sequence[Piece], lines: frozenset[int], author: str | None) -> list[bool]:
    """For each block, whether it is the article's. `lines` are the by-lines, datelines and the like."""
    cued = [cue_of(piece) for piece in found]
    running = [i for i, p in enumerate(found) if p.running and cued[i] is None and i not in lines]
    first, last = (running[0], running[-1]) if running else (0, len(found) - 1)
    for i in range(max(0, last), len(found)):
        if cued[i] is None and _is_bio(found, i, author):
            cued[i] = _BIO_CUE
    if running and cued[last] is _BIO_CUE:
        last = max(running[:-1], default=first)
    keep = [_keeps(i, found[i], cued[i], first, last) and i not in lines for i in range(len(found))]
    _drop_orphans(found, cued, keep, last)
    return keep


def _keeps(i: int, piece: Piece, cue: Cue | None, first: int, last: int) -> bool:
    if piece.block.kind == "rule" or not piece.seen.text.strip():
        return False
    outside = i < first or i > last
    if cue is not None:
        return not outside and piece.words > 40
    titled = piece.block.kind == "heading"
    return titled or not outside or piece.linked < 0.6


def _drop_orphans(found: Sequence[Piece], cued: Sequence[Cue | None], keep: list[bool], last: int) -> None:
    """Short lines without a full stop that follow the first sign of a page's end."""
    tail = next((i for i in range(last + 1, len(found)) if (cue := cued[i]) is not None and cue.tail), None)
    if tail is None:
        return
    for i in range(tail, len(found)):
        shown = found[i].seen.text.strip()
        if found[i].words <= 12 and not shown.endswith((".", "!", "?", '"', "”")):
            keep[i] = False


def _is_bio(found: Sequence[Piece], i: int, author: str | None) -> bool:
    """Whether a paragraph at the end tells who wrote the article.

    It starts with the author's name, or, where it is in italics, with one that the article never says.
    """
    match = _BIO.match(found[i].seen.text)
    if match is None or found[i].words > 90:
        return False
    if author is not None:
        return match["name"].casefold() in author.casefold() or author.casefold() in match["name"].casefold()
    raw_start = found[i].block.start
    italics = found[i].seen.offsets[:1] != (raw_start,)
    surname = match["name"].rsplit(" ", 1)[-1]
    return italics and not any(surname in p.seen.text for p in found[:i])
