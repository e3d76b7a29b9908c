"""What a user adds to a corpus."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CatalogueEvent:
    """An event that a user names in corpus.toml: a passage is about it when it holds one of `terms`."""

    label: str
    terms: tuple[str, ...]
    participants: tuple[str, ...] = ()
    from_: str | None = None
    to: str | None = None


@dataclass(frozen=True, slots=True)
class Alias:
    """Spellings that are one name."""

    name: str
    spellings: tuple[str, ...]
    type: str = ""


@dataclass(frozen=True, slots=True)
class LabelGroup:
    """Words that different outlets use for one thing."""

    name: str
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What a user's corpus.toml adds. Empty by default; nothing depends on it.

    `notice` is printed on every page of a report. `accept_edits` and `refuse_edits` name conventions of editing
    that a quotation may follow here beside the usual ones, or may not.
    """

    title: str = ""
    description: str = ""
    notice: str = ""
    events: tuple[CatalogueEvent, ...] = ()
    aliases: tuple[Alias, ...] = ()
    outlets: tuple[Alias, ...] = ()
    labels: tuple[LabelGroup, ...] = ()
    accept_edits: tuple[str, ...] = ()
    refuse_edits: tuple[str, ...] = ()
