"""The cases of a file of the set, and what the product finds in each, in one shape."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checker.model import Attribution, Manifest, Range, Snapshot
from checker.pipeline import Pipeline

FOLDER = Path(__file__).parent
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Saying:
    """One attribution, of the set or of the product. Words are the offsets at which they begin.

    `speaker` is a name ("" where none is given), `outer` the number of the attribution around this one in its
    case, `naming` "" where the set leaves it open.
    """

    content: frozenset[int]
    source: frozenset[int]
    cue: frozenset[int]
    speaker: str
    kind: str
    naming: str
    venue: frozenset[int]
    hedge: frozenset[int]
    polarity: str
    outer: int | None
    shown: str
    who: str = ""
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """A text with what the set says of it (`gold`) and what the product finds (`found`)."""

    id: str
    family: str
    text: str
    gold: list[Saying]
    found: list[Saying]


def words(text: str, spans: list[Range]) -> frozenset[int]:
    """Where the words begin whose middle lies in one of the spans."""
    begun = ((m.start(), (m.start() + m.end() - 1) / 2) for m in WORD.finditer(text))
    return frozenset(start for start, middle in begun if any(a <= middle < b for a, b in spans))


def cases(name: str) -> Iterator[Case]:
    """Each case of `open` or `sealed`, the product run on its text alone, as on a Markdown file."""
    for row in tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))["case"]:
        text = row["text"]
        gold = [_gold(text, saying) for saying in row.get("attribution", [])]
        yield Case(row["id"], row["family"], text, gold, list(_found(text)))


def _gold(text: str, row: dict[str, Any]) -> Saying:
    nth = row.get("nth", {})
    content = _places(text, row["content"], nth.get("content"))
    outer = row.get("outer")
    return Saying(
        words(text, content),
        words(text, _places(text, row.get("source"), nth.get("source"))),
        words(text, _places(text, row.get("cue"), nth.get("cue"))),
        row.get("speaker", ""),
        row["kind"],
        row.get("naming", ""),
        words(text, _places(text, row.get("venue"), nth.get("venue"))),
        words(text, _places(text, row.get("hedge", []), nth.get("hedge"))),
        row.get("polarity", "+"),
        outer - 1 if outer else None,
        " | ".join(row["content"]),
        row.get("source", ""),
        row.get("unsure", False),
    )


def _places(text: str, pieces: str | list[str] | None, nth: list[int] | None) -> list[Range]:
    if not pieces:
        return []
    listed = [pieces] if isinstance(pieces, str) else pieces
    return [_place(text, piece, nth[k] if nth else 1) for k, piece in enumerate(listed)]


def _place(text: str, piece: str, nth: int) -> Range:
    at = -1
    for _ in range(nth):
        at = text.index(piece, at + 1)
    return at, at + len(piece)


def _found(text: str) -> Iterator[Saying]:
    data = text.encode("utf-8")
    snapshot = Snapshot(
        "case.md", "case.md", data, hashlib.sha256(data).hexdigest(), "text/markdown", Manifest("case.md")
    )
    pipeline = Pipeline([snapshot])
    names = {entity.entity: entity.name for entity in pipeline.get("entities")}
    records: tuple[Attribution, ...] = pipeline.get("attributions")
    numbers = {a.id: k for k, a in enumerate(records)}
    for a in records:
        yield Saying(
            words(text, list(a.content)),
            words(text, list(a.source or ())),
            words(text, list(a.cue or ())),
            names[a.speaker] if a.speaker else "",
            a.kind,
            a.naming,
            words(text, [a.venue] if a.venue else []),
            words(text, [h for h in a.hedge if not _inside(h, a.content)]),
            a.polarity,
            numbers[a.outer] if a.outer else None,
            " | ".join(text[start:end] for start, end in a.content),
            " | ".join(text[start:end] for start, end in a.source or ()),
        )


def _inside(span: Range, pieces: tuple[Range, ...]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in pieces)
