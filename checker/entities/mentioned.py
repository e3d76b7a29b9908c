"""The names that stand in one text."""

from __future__ import annotations

from checker.entities.mention import Mentions
from checker.entities.mentions import collect
from checker.entities.missed import recovered
from checker.entities.repeats import complete
from checker.model import Catalogue, Document, Parse

NAME = "mentions"
VERSION = "1"
REQUIRES = ("documents", "parses", "catalogue")


def run(document: Document, parse: Parse, catalogue: Catalogue) -> tuple[Mentions, ...]:
    """One record with all mentions in the article, in text order."""
    spellings = {s: alias.type for alias in catalogue.aliases for s in (alias.name, *alias.spellings)}
    found = complete(document, parse, recovered(document, parse, collect(document, parse)), spellings)
    return (Mentions(document.doc, tuple(found)),)
