"""The works that a corpus holds, and the record of a citation once it is looked up there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from checker.citation.mention import Mention
from checker.citation.names import key_of
from checker.model import Alias, Citation, CitationVerdict, Document, Range, Span, Target, make_id


class Works:
    """Documents by address, and by outlet."""

    def __init__(self, documents: Iterable[Document], outlets: tuple[Alias, ...]) -> None:
        self._one = {key_of(s): alias.name for alias in outlets for s in (alias.name, *alias.spellings)}
        self._by_url: dict[str, list[Document]] = defaultdict(list)
        self._by_outlet: dict[str, list[Document]] = defaultdict(list)
        for document in documents:
            if document.url:
                self._by_url[_address(document.url)].append(document)
            self._by_outlet[self.outlet(document.outlet)].append(document)

    def find(self, target: Target, citing: str) -> Document | None:
        """The document of that address, or the only one of that outlet and day; never the `citing` one."""
        at = [d for d in self._by_url.get(_address(target.url), ()) if target.url and d.doc != citing]
        if at:
            return at[-1]
        if not (target.outlet and target.date) or target.date.startswith("--"):
            return None
        of_it = self._by_outlet.get(self.outlet(target.outlet), ())
        same = [d for d in of_it if d.doc != citing and _covers(d, target.date)]
        return same[0] if len(same) == 1 else None

    def outlet(self, name: str | None) -> str:
        """The outlet's name in small letters, under whichever of its names it is called."""
        plain = key_of(name)
        return key_of(self._one.get(plain, plain))

    def is_known(self, name: str | None) -> bool:
        """Whether the user's list of outlets has the name."""
        return key_of(name) in self._one

    def differs(self, target: Target, author: str | None, found: Document) -> tuple[str, ...]:
        """In what the document is not what the text says that it cites."""
        said: list[str] = []
        if target.outlet and found.outlet and self.outlet(target.outlet) != self.outlet(found.outlet):
            said.append(f"The text names {target.outlet}; the document is of {found.outlet}.")
        if target.date and found.published and not _covers(found, target.date):
            said.append(f"The text gives {target.date}; the document is of {found.published.from_}.")
        if author and found.author and not _same_author(author, found.author):
            said.append(f"The text names {author}; the document is by {found.author}.")
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
    """The record of a mention."""
    target = Target(mention.url, mention.outlet, mention.date)
    verdict, reason = _judged(mention, works)
    return Citation(
        make_id(document.doc, document.text_sha256, "citation", mention.form, mention.start, mention.end),
        mention.form,
        Span(document.doc, mention.start, mention.end),
        target if target != Target() else None,
        verdict,
        reason,
        mention.rule,
        mention.author,
        Span(document.doc, *claim) if claim else None,
    )


def looked_up(citations: Iterable[Citation], works: Works) -> tuple[Citation, ...]:
    """The citations, those of a document among the works with that as their target."""
    return tuple(_looked_up(citation, works) for citation in citations)


def _looked_up(citation: Citation, works: Works) -> Citation:
    found = works.find(citation.target, citation.span.doc) if citation.target else None
    if citation.target is None or found is None:
        return citation
    return replace(
        citation,
        target=replace(citation.target, doc=found.doc),
        verdict="in_corpus",
        reason=f"The corpus holds it as {found.doc}.",
        differs=works.differs(citation.target, citation.author, found),
    )


def _judged(mention: Mention, works: Works) -> tuple[CitationVerdict, str]:
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
