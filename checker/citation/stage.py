"""What a text cites, in every form, and whether the corpus holds it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from checker.citation import links, parentheses, pictures, prose
from checker.citation.mention import Mention
from checker.citation.names import Judge
from checker.citation.shown import shown
from checker.model import Alias, Citation, Document, Parse, Span, Target, make_id

NAME = "citations"
VERSION = "1"
REQUIRES = ("documents", "parses", "works", "outlets")


def run(
    document: Document, parse: Parse, documents: tuple[Document, ...], outlets: tuple[Alias, ...] = ()
) -> tuple[Citation, ...]:
    """The citations of one document, in text order; `documents` are the whole corpus, `outlets` a user's aliases.

    Nothing is fetched: a citation is in the corpus, has no target at all, or is unchecked.
    """
    blocks = shown(document)
    judge = Judge(document, parse, documents, blocks, outlets)
    brackets = list(parentheses.find(document, blocks, judge))
    told = list(prose.find(blocks, judge))
    inline = links.with_outlets(document, list(links.find(document, blocks)), told)
    apart = [
        *pictures.originals(document),
        *pictures.pictures(document, blocks),
        *links.notes(document, blocks),
    ]
    index = _Corpus(document, documents, outlets)
    return tuple(_citation(document, mention, index) for mention in _apart([*apart, *brackets, *inline]))


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


class _Corpus:
    """Documents by address, and by outlet."""

    def __init__(
        self, document: Document, documents: tuple[Document, ...], outlets: tuple[Alias, ...]
    ) -> None:
        self._one = {_name(s): alias.name for alias in outlets for s in (alias.name, *alias.spellings)}
        self._others = [d for d in documents if d.doc != document.doc]
        self._by_url = {_address(d.url): d for d in self._others if d.url}

    def find(self, mention: Mention) -> Document | None:
        """The document of that address, or the only one of that outlet and day."""
        if mention.url and _address(mention.url) in self._by_url:
            return self._by_url[_address(mention.url)]
        if not (mention.outlet and mention.date) or mention.date.startswith("--"):
            return None
        name = self.outlet(mention.outlet)
        same = [d for d in self._others if self.outlet(d.outlet) == name and _covers(d, mention.date)]
        return same[0] if len(same) == 1 else None

    def outlet(self, name: str | None) -> str:
        """The outlet's name in small letters, under whichever of its names it is called."""
        plain = _name(name)
        return _name(self._one.get(plain, plain))


def _covers(document: Document, day: str) -> bool:
    return document.published is not None and document.published.from_ == day == document.published.to


def _address(url: str | None) -> str:
    """An address without what does not change its page: scheme, `www.`, a slash at the end, a fragment."""
    bare = (url or "").split("#")[0].split("://")[-1].rstrip("/")
    return bare.removeprefix("www.")


def _name(outlet: str | None) -> str:
    return " ".join((outlet or "").casefold().split()).removeprefix("the ")


def _citation(document: Document, mention: Mention, index: _Corpus) -> Citation:
    found = index.find(mention)
    target = Target(mention.url, mention.outlet, mention.date, found.doc if found else None)
    some = any((target.url, target.outlet, target.date, target.doc))
    span = Span(document.doc, mention.start, mention.end)
    identity = make_id(
        document.doc, document.text_sha256, "citation", mention.form, mention.start, mention.end
    )
    if found is not None:
        reason = f"The corpus holds it as {found.doc}."
        return Citation(identity, mention.form, span, target, "in_corpus", reason, mention.rule)
    if mention.lost is not None:
        reason = _sentence(mention.lost)
        if mention.outlet:
            reason += f" The text names {mention.outlet}."
        return Citation(
            identity, mention.form, span, target if some else None, "unresolvable", reason, mention.rule
        )
    return Citation(
        identity, mention.form, span, target if some else None, "unchecked", _unchecked(mention), mention.rule
    )


def _sentence(words: str) -> str:
    return words[0].upper() + words[1:] + "."


def _unchecked(mention: Mention) -> str:
    if mention.url:
        return "The address was not opened."
    if mention.outlet:
        return f"The text names {mention.outlet}, but gives no address that could be opened."
    return "The note gives no address that could be opened."
