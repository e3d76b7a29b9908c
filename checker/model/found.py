"""What a report states: divergences and citations, with their evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from checker.model.terms import Certainty, CitationVerdict, DivergenceKind, SupportVerdict, Voice
from checker.model.text import Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """A span that shows a divergence, and the part that it plays there.

    `role` is what the span shows, in a few words ("names nobody"), `voice` whose words they are, `by` who is
    named as saying them.
    """

    span: Span
    role: str
    voice: Voice | None = None
    by: str | None = None
    certainty: Certainty | None = None
    attribution: str | None = None


@dataclass(frozen=True, slots=True)
class Divergence:
    """One difference between sources, or inside one, as a sentence with its evidence."""

    id: str
    kind: DivergenceKind
    event: str | None
    rank: int
    importance: Literal[1, 2, 3]
    statement: str
    evidence: tuple[Evidence, ...]
    absent_from: tuple[str, ...]
    rule: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """What a citation points at, as far as the text says."""

    url: str | None = None
    outlet: str | None = None
    date: str | None = None
    doc: str | None = None


@dataclass(frozen=True, slots=True)
class Archived:
    """A copy in a web archive: its address, and the ISO day on which it was made."""

    url: str
    date: str


@dataclass(frozen=True, slots=True)
class Stated:
    """What a page says of itself: its title, its outlet's name, and the ISO day it was published."""

    title: str | None
    outlet: str | None
    date: str | None


@dataclass(frozen=True, slots=True)
class Checked:
    """What the network answered when a citation's address was asked.

    `url` is where the answer came from in the end, `chain` the redirects before it ("301 https://…"). `place` says
    whether the part that the address names (`#…`) is there; None where it names none, or that could not be told.
    `at` is when it was asked (ISO 8601, UTC), `age_days` how long ago that was: more than 0 for an answer that was
    kept from an earlier run. `page` is what the page says of itself, where one was read.
    """

    url: str
    status: int | None
    chain: tuple[str, ...]
    place: Literal["present", "missing"] | None
    at: str
    age_days: float
    archived: Archived | None = None
    page: Stated | None = None


@dataclass(frozen=True, slots=True)
class Support:
    """Whether the cited document says what it is cited for; `passage` is where it does, or may."""

    verdict: SupportVerdict
    passage: Span | None
    reason: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A place where a text cites something.

    `author` is who wrote what is cited, `claim` the words that rest on it; `differs` says in what the document or
    page that was found is not what the text claims; `support` is None where no cited document is at hand, `checked`
    where the network was not asked.
    """

    id: str
    form: str
    span: Span
    target: Target | None
    verdict: CitationVerdict
    reason: str
    rule: str
    author: str | None = None
    claim: Span | None = None
    differs: tuple[str, ...] = ()
    support: Support | None = None
    checked: Checked | None = None
