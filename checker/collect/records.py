"""What is kept of a source, and what becomes of each thing that was asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from checker.web import Exchange

State = Literal["added", "changed", "same", "there", "list", "left", "failed"]
"""`changed`: captured anew beside an earlier capture; `same`: asked again, its text is the one that is there;
`there`: in the corpus already, and not asked again; `list`: a feed or sitemap, whose pages follow;
`left`: beyond the number that was wanted."""
KEPT = ("added", "changed")


@dataclass(frozen=True, slots=True)
class Capture:
    """Bytes and how they came. `url` is where they came from, `requested` what was asked for where that differs.

    `media_type` is one that can be read; `retrieved` is UTC, to the second (of an archived copy: when it was made);
    `archived` is the address of that copy. `exchanges` are the requests and answers, redirects first. `told` is what a
    manifest or feed said of it.
    """

    data: bytes = field(repr=False)
    media_type: str
    stem: str
    url: str | None = None
    requested: str | None = None
    retrieved: str | None = None
    archived: str | None = None
    exchanges: tuple[Exchange, ...] = field(default=(), repr=False)
    told: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source: the document that stands for it, or why there is none."""

    source: str
    state: State
    doc: str | None = None
    path: str | None = None
    sha256: str | None = None
    revision_of: str | None = None
    why: str | None = None
    do: str | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """No capture, and why; `archive` says whether an archived copy may stand in for it."""

    why: str
    do: str
    archive: bool = True
