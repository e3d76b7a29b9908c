"""The works that a corpus holds, and the record of a citation once it is looked up there."""

from __future__ import annotations

import re
from collections import defaultdict

from checker.citation.mention import Mention
from checker.citation.names import key_of
from checker.model import Alias, Citation, CitationVerdict, Document, Range, Span, Target, make_id


class Works:
    """Documents by address, and by outlet."""

    def __init__(
        self, document: Document, documents: tuple[Document, ...], outlets: tuple[Alias, ...]
    ) -> None:
        self._one = {key_of(s): alias.name for alias in outlets for s in (alias.name, *alias.spellings)}
        others = [d for d in documents if d.doc != document.doc]
        self._by_url = {_address(d.url): d for d in others if d.url}
        self._by_outlet: dict[str, list[Document]] = defaultdict(list)
        for other in others:
            self._by_outlet[self.outlet(other.outlet)].append(other)

    def find(self, mention: Mention) -> Document | None:
        """The document of that address, or the only one of that outlet and day."""
        if mention.url and _address(mention.url) in self._by_url:
            return self._by_url[_address(mention.url)]
        if not (mention.outlet and mention.date) or mention.date.startswith("--"):
            return None
        of_it = self._by_outlet.get(self.outlet(mention.outlet), ())
        same = [d for d in of_it if _covers(d, mention.date)]
        return same[0] if len(same) == 1 else None

    def outlet(self, name: str | None) -> str:
        """The outlet's name in small letters, under whichever of its names it is called."""
        plain = key_of(name)
        return key_of(self._one.get(plain, plain))

    def is_known(self, name: str | None) -> bool:
        """Whether the user's list of outlets has the name."""
        return key_of(name) in self._one

    def differs(self, mention: Mention, found: Document) -> tuple[str, ...]:
        """In what the document is not what the text says that it cites."""
        said: list[str] = []
        if mention.outlet and found.outlet and self.outlet(mention.outlet) != self.outlet(found.outlet):
            said.append(f"The text names {mention.outlet}; the document is of {found.outlet}.")
        if mention.date and found.published and not _covers(found, mention.date):
            said.append(f"The text gives {mention.date}; the document is of {found.published.from_}.")
        if mention.author and found.author and not _same_author(mention.author, found.author):
            said.append(f"The text names {mention.author}; the document is by {found.author}.")
        return tuple(said)


def _covers(document: Document, date: str) -> bool:
    """Whether the document is of that day, or its day of that month or year."""
    published = document.published
    if published is None or date.startswith("--"):
        return published is not None and published.from_[4:] == date[1:]
    return published.from_ == published.to and published.from_.startswith(date)


def _same_author(one: str, other: str) -> bool:
    return one.casefold().split()[-1] in other.casefold().split()


def _address(url: str | None) -> str:
    """An address without what does not change its page: scheme, `www.`, a slash at the end, a fragment."""
    bare = re.sub(r"^[\w+.-]+://", "", (url or "").split("#")[0]).rstrip("/")
    return bare.removeprefix("www.")


def citation_of(document: Document, mention: Mention, works: Works, claim: Range | None) -> Citation:
    """The record of a mention, with the document that it is found to be."""
    found = works.find(mention)
    target = Target(mention.url, mention.outlet, mention.date, found.doc if found else None)
    some = any((target.url, target.outlet, target.date, target.doc))
    verdict, reason = _judged(mention, found, works)
    return Citation(
        make_id(document.doc, document.text_sha256, "citation", mention.form, mention.start, mention.end),
        mention.form,
        Span(document.doc, mention.start, mention.end),
        target if some else None,
        verdict,
        reason,
        mention.rule,
        mention.author,
        Span(document.doc, *claim) if claim else None,
        works.differs(mention, found) if found else (),
    )


def _judged(mention: Mention, found: Document | None, works: Works) -> tuple[CitationVerdict, str]:
    if found is not None:
        return "in_corpus", f"The corpus holds it as {found.doc}."
    if mention.lost is not None:
        named = f" The text names {mention.outlet}." if mention.outlet else ""
        return "unresolvable", mention.lost[0].upper() + mention.lost[1:] + "." + named
    if mention.form == "anonymous":
        return "unresolvable", "The text does not name its source."
    if mention.url:
        return "unchecked", "The address was not opened."
    if works.is_known(mention.outlet):
        return (
            "unchecked",
            f"{mention.outlet} is in the catalogue; the text gives no address that could be opened.",
        )
    if mention.outlet or mention.author:
        return (
            "unchecked",
            f"The text names {mention.outlet or mention.author}, but gives no address that could be opened.",
        )
    return "unchecked", "The text gives no address that could be opened."
