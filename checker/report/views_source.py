"""A source: the stored copy, whose words each stretch is, and what the tool found, in the margin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from checker.fragments import at_words
from checker.model import Document, Range
from checker.report.addresses import safe_url
from checker.report.citing import Work, csl_text, work
from checker.report.corpus import Corpus
from checker.report.findings import Findings, Note
from checker.report.signs import VOICE, Sign
from checker.report.source_text import Asides, Near, Token, merged, tokens, within
from checker.report.split import blocks_of
from checker.report.strips import Strip, article_strip
from checker.report.views import Link, Pager, Passage, Ref, Source
from checker.report.views_primary import primary_ref
from checker.report.views_provenance import shown
from checker.report.voices import runs_in
from checker.report.words import shorten, unmarked

NOTES = 4
"""Notes beside a paragraph before the rest is folded."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something about the source: a label, words of the report, and the page's own words where they exist."""

    label: str
    words: str
    passage: Passage | None


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph, or a gap of `hidden` characters that are not printed; `live` is its address on the page itself."""

    kind: str
    hidden: int
    tokens: tuple[Token, ...]
    voices: tuple[tuple[Sign, str], ...]
    notes: tuple[Note, ...]
    folded: tuple[Note, ...]
    live: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring items that are all article or all page furniture."""

    part: Literal["body", "furniture"]
    characters: int
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class SourceView:
    """One page of a stored copy."""

    doc: str
    source: Source
    title: str
    position: str
    facts: tuple[Fact, ...]
    work: Work
    csl: str
    sha256: str
    text_sha256: str
    characters: int
    stored: str
    excerpts: bool
    printed: int
    language: str
    rtl: bool
    strip: Strip
    stretches: tuple[Stretch, ...]
    pager: Pager
    with_voice: tuple[Link, ...]
    first: bool
    retold: Ref | None


def source_views(
    corpus: Corpus, findings: Findings, stored: dict[str, str], excerpts: bool
) -> Iterator[tuple[str, str, SourceView]]:
    """Key, path and view of every page of every stored copy; to be called when all other pages are made."""
    for i, document in enumerate(corpus.documents, 1):
        position = f"{i} of {len(corpus.documents)}"
        parts = corpus.parts[document.doc]
        refs = tuple(Ref(corpus.source_page(document.doc, start)) for start, _ in parts)
        facts, cited_as = tuple(_facts(corpus, document)), work(corpus, document)
        cited = sorted(corpus.cited[document.doc])
        printed = sum(end - start for start, end in merged(cited))
        strip = article_strip(document, corpus.runs(document.doc), findings.strip_notes(document.doc))
        for number, (reach, ref) in enumerate(zip(parts, refs, strict=True), 1):
            items = _items(corpus, findings, document, reach, cited, excerpts)
            view = SourceView(
                document.doc,
                corpus.source(document.doc),
                document.title or corpus.name(document.doc).full,
                position,
                facts,
                cited_as,
                csl_text(cited_as.csl),
                document.sha256,
                document.text_sha256,
                len(document.text),
                stored[document.doc],
                excerpts,
                printed,
                document.language,
                corpus.rtl(document.doc),
                strip,
                tuple(_stretches(document, items)),
                Pager(number, refs),
                tuple(same_voice(corpus, document.doc)),
                number == 1,
                primary_ref(corpus, document),
            )
            yield ref.page, f"sources/{ref.page.removeprefix('source-')}.html", view


def _facts(corpus: Corpus, document: Document) -> Iterator[Fact]:
    when = document.published
    yield Fact("Written by", document.author or "not in the text", shown(corpus, document.doc, "author"))
    days = corpus.published(document.doc) if when else "not in the text"
    yield Fact("Published", days, shown(corpus, document.doc, "date"))
    yield Fact("Outlet", document.outlet or "not in the text", shown(corpus, document.doc, "outlet"))
    if corpus.name(document.doc).full != document.outlet:
        yield Fact("Called here", corpus.name(document.doc).full, None)
    yield Fact("Language", document.language, None)
    if document.role == "primary":
        yield Fact("Kind", "the document that others write about", None)


def same_voice(corpus: Corpus, doc: str) -> Iterator[Link]:
    """The other documents of the same voice."""
    for other in corpus.documents:
        if other.doc != doc and corpus.voice(other.doc) == corpus.voice(doc):
            yield Link(corpus.name(other.doc).full, Ref(corpus.source_page(other.doc)))


_Placed = tuple[Range, Item]


def _items(
    corpus: Corpus,
    findings: Findings,
    document: Document,
    reach: Range,
    cited: Sequence[Range],
    excerpts: bool,
) -> list[_Placed]:
    found: list[_Placed] = []
    asides = Asides(_speakers(corpus, document.doc), findings.numbers(document.doc))
    marks = Near(findings.marks(document.doc))
    longest = max((e - s for s, e in cited), default=0)
    at, told = reach[0], set[int]()
    for block in blocks_of(document):
        if not reach[0] <= block.start < reach[1]:
            continue
        inside = within(cited, (block.start, block.end), longest)
        clipped = ((max(s, block.start), min(e, block.end)) for s, e in inside)
        for part in merged(clipped) if excerpts else [(block.start, block.end)]:
            if excerpts and part[0] - at > 1:
                found.append(((at, part[0]), Item("gap", part[0] - at, (), (), (), ())))
            out = tokens(
                corpus, document.doc, part, within(inside, part, longest), marks.of(part), asides.of(part)
            )
            item = _paragraph(
                corpus, findings.beside(document.doc, part), told, (document.doc, part), block.kind, out
            )
            live = _live(corpus, document, part) if excerpts else ""
            found.append((part, replace(item, live=live)))
            at = part[1]
    if excerpts and reach[1] - at > 1:
        found.append(((at, reach[1]), Item("gap", reach[1] - at, (), (), (), ())))
    return found


def _paragraph(
    corpus: Corpus,
    beside: Sequence[Note],
    told: set[int],
    place: tuple[str, Range],
    kind: str,
    out: tuple[Token, ...],
) -> Item:
    """A paragraph and its notes; a divergence that an earlier note of the page has `told` is only named again."""
    notes = tuple(replace(n, words="") if n.number in told else n for n in beside)
    told |= {n.number for n in beside if n.number}
    return Item(kind, 0, out, tuple(_voices(corpus, *place)), notes[:NOTES], notes[NOTES:])


def _live(corpus: Corpus, document: Document, part: Range) -> str:
    """The address of these words on the live page; "" for a text without an address."""
    url, words = safe_url(document.url), corpus.plain(document.doc, part)
    return at_words(url, words) if url and words.strip() else ""


def _voices(corpus: Corpus, doc: str, part: Range) -> Iterable[tuple[Sign, str]]:
    text = corpus.by_doc[doc].text
    found: dict[tuple[Sign, str], None] = {}
    for (start, end), run in runs_in(corpus.runs(doc), *part):
        if sum(map(str.isalnum, text[start : min(end, start + 40)])) < 3:
            continue
        who = shorten(_named(run.speaker, run.voice), 26) if run else "narrator"
        found[VOICE[run.voice if run else "narrator"], who] = None
    return list(found)[:5]


def _speakers(corpus: Corpus, doc: str) -> dict[int, str]:
    quoted = [r for r in corpus.runs(doc) if r.voice == "quoted" and r.speaker != ""]
    return {r.end: shorten(unmarked(r.speaker or "speaker not named"), 30) for r in quoted}


def _named(speaker: str | None, voice: str) -> str:
    return voice if speaker == "" else unmarked(speaker or "not named")


def _stretches(document: Document, items: Sequence[_Placed]) -> Iterator[Stretch]:
    part: Literal["body", "furniture"] | None = None
    held: list[_Placed] = []
    for reach, item in items:
        now = "furniture" if item.kind != "gap" and _is_furniture(document, reach) else "body"
        if held and now != part:
            yield _stretch(part or "body", held)
            held = []
        part = "furniture" if now == "furniture" else "body"
        held.append((reach, item))
    if held:
        yield _stretch(part or "body", held)


def _stretch(part: Literal["body", "furniture"], held: Sequence[_Placed]) -> Stretch:
    return Stretch(part, held[-1][0][1] - held[0][0][0], tuple(item for _, item in held))


def _is_furniture(document: Document, reach: Range) -> bool:
    return any(s <= reach[0] < e for s, e in document.boilerplate)
