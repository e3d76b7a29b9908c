"""The wordings of one utterance, word against word, read against the one that the reader picks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from checker.model import Difference, Quotation, Span, Variant
from checker.report.cards import counted
from checker.report.collation import Collation, collations, given_to, labels, marks_of, seen, sides, spoken_in
from checker.report.corpus import Corpus
from checker.report.passages import Mark, passage
from checker.report.utterances import known_quotations, quotation_key, quotation_of
from checker.report.views import Link, Passage, Ref
from checker.report.words import capital, count, shorten

LEAD = 18
"""Characters of a title before the words that differ."""
AROUND = 140
"""Characters before and after a wording."""


_SIDES = re.compile(r"(?:^|: )in [^“”]{2,80} “")


@dataclass(frozen=True, slots=True)
class Words:
    """What one side of a difference has: words with their place, or nothing."""

    passage: Passage | None
    missing: str


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """One place where the wordings part."""

    note: str
    matters: bool
    cells: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Around:
    """What stands before and after one wording."""

    label: str
    before: Passage | None
    after: Passage | None


@dataclass(frozen=True, slots=True)
class QuotationView:
    """One utterance's page."""

    title: str
    lead: str
    counted: str
    position: str
    verdict: str
    divergences: tuple[Link, ...]
    rule: Link
    collations: tuple[Collation, ...]
    labels: tuple[str, ...]
    rows: tuple[DifferenceRow, ...]
    editing: tuple[DifferenceRow, ...]
    around: tuple[Around, ...]
    near: tuple[Link | None, Link | None]


@dataclass(frozen=True, slots=True)
class QuotationRow:
    """One utterance in the list."""

    link: Link
    speaker: str
    sources: str
    matters: int
    editing: int
    first: Passage


@dataclass(frozen=True, slots=True)
class QuotationsView:
    """The list of utterances with several wordings."""

    rows: tuple[QuotationRow, ...]


def quotations_view(corpus: Corpus) -> QuotationsView:
    """The list page."""
    return QuotationsView(tuple(_row(corpus, q) for q in known_quotations(corpus)))


def _row(corpus: Corpus, quotation: Quotation) -> QuotationRow:
    matters = sum(d.matters for d in quotation.differences)
    first = quotation.variants[0].span
    shown = Span(first.doc, first.start, min(first.end, first.start + 220))
    names = dict.fromkeys(corpus.name(v.span.doc).full for v in quotation.variants)
    return QuotationRow(
        Link(_title(corpus, quotation), Ref(quotation_key(quotation))),
        _speaker(corpus, quotation),
        " · ".join(names),
        matters,
        len(quotation.differences) - matters,
        passage(corpus, shown, marks_of(quotation, shown)),
    )


def _title(corpus: Corpus, quotation: Quotation) -> str:
    """The words by which a reader knows the utterance: those about its first difference that counts."""
    span = quotation.variants[0].span
    text, start = corpus.by_doc[span.doc].text, span.start
    parted = [d.a.start for d in quotation.differences if d.matters and d.a and span.contains(d.a)]
    if parted and parted[0] - start > LEAD + 10:
        start = text.rfind(" ", start, parted[0] - LEAD) + 1 or start
    words = shorten(text[start : span.end].strip("“”«»„ ,.;:" + chr(34)), 44)
    return f"“{'…' if start > span.start else ''}{words}”"


def _speaker(corpus: Corpus, quotation: Quotation) -> str:
    names = dict.fromkeys(n for v in quotation.variants if (n := corpus.spoken(given_to(corpus, v))))
    return " / ".join(names) or "speaker not named"


def quotation_views(corpus: Corpus, places: Mapping[str, str]) -> Iterator[tuple[Quotation, QuotationView]]:
    """One view an utterance."""
    found = known_quotations(corpus)
    about: dict[str, list[Link]] = {}
    for d in sorted(corpus.analysis.divergences, key=lambda d: (d.rank, d.id)):
        if quotation := quotation_of(found, d):
            link = Link(f"Divergence\u00a0{d.rank}", Ref(places[d.id], f"d-{d.id}"))
            about.setdefault(quotation.quotation, []).append(link)
    links = [Link(_title(corpus, q), Ref(quotation_key(q))) for q in found]
    for i, quotation in enumerate(found):
        near = (links[i - 1] if i else None, links[i + 1] if i + 1 < len(links) else None)
        told = tuple(about.get(quotation.quotation, ()))
        yield quotation, _view(corpus, quotation, f"{i + 1} of {len(found)}", near, told)


def _view(
    corpus: Corpus,
    quotation: Quotation,
    position: str,
    near: tuple[Link | None, Link | None],
    divergences: tuple[Link, ...],
) -> QuotationView:
    docs = [v.span.doc for v in quotation.variants]
    names = labels(corpus, quotation)
    title = f"{_title(corpus, quotation)}: one quotation, {count(len(docs), 'wording')}"
    rows = [_difference(corpus, quotation, d) for d in quotation.differences]
    return QuotationView(
        title,
        capital(_speaker(corpus, quotation)),
        counted(corpus, docs),
        position,
        _verdict(corpus, quotation),
        divergences,
        corpus.rule_link(quotation.rule),
        tuple(collations(corpus, quotation)),
        names,
        tuple(r for r in rows if r.matters),
        tuple(r for r in rows if not r.matters),
        tuple(
            _around(corpus, v, label)
            for v, label in zip(quotation.variants, labels(corpus, quotation), strict=True)
        ),
        near,
    )


def _verdict(corpus: Corpus, quotation: Quotation) -> str:
    first = quotation.variants[0].span.doc
    if corpus.by_doc[first].role == "primary":
        return f"The words themselves stand in {corpus.name(first).full}; the others are read against them."
    return f"{'Neither' if len(quotation.variants) == 2 else 'No'} wording is called the right one."


def _difference(corpus: Corpus, quotation: Quotation, difference: Difference) -> DifferenceRow:
    cells = [
        _cell(corpus, difference, v, quotation.variants[0], i in (0, difference.variant))
        for i, v in enumerate(quotation.variants)
    ]
    return DifferenceRow(_what(corpus, difference, cells), difference.matters, tuple(cells))


def _what(corpus: Corpus, difference: Difference, cells: Sequence[Words]) -> str:
    """What the difference is; its words stand in the cells beside it and are not said twice."""
    note = corpus.with_names(difference.note) or difference.op
    beside = all(cell.passage for cell in cells) and _SIDES.search(note)
    return (note[: beside.start()] or "other words") if beside else note


def _cell(corpus: Corpus, difference: Difference, variant: Variant, base: Variant, concerned: bool) -> Words:
    """What one variant has at a difference; a third variant that the difference is not about stays empty."""
    here, other = sides(difference, variant.span)
    if here and here.start < here.end:
        css, said = seen(difference, here, other, is_base=variant is base)
        return Words(
            passage(
                corpus, here, (Mark(here.start, here.end, css, said),), voice=spoken_in(corpus, variant, here)
            ),
            "",
        )
    return Words(None, "not here" if here or concerned else "")


def _around(corpus: Corpus, variant: Variant, label: str) -> Around:
    text, span = corpus.by_doc[variant.span.doc].text, variant.span
    low = max(text.rfind("\n", 0, span.start) + 1, span.start - AROUND)
    high = text.find("\n", span.end)
    high = min(high if high >= 0 else len(text), span.end + AROUND)
    low = low if low == 0 or text[low - 1] == "\n" else text.find(" ", low, span.start) + 1 or span.start
    high = high if high == len(text) or text[high] == "\n" else max(text.rfind(" ", span.end, high), span.end)
    before, after = Span(span.doc, low, span.start), Span(span.doc, span.end, high)
    return Around(
        label,
        passage(corpus, before) if _words(text[low : span.start]) else None,
        passage(corpus, after) if _words(text[span.end : high]) else None,
    )


def _words(text: str) -> bool:
    """Whether there is more than a quotation mark."""
    return any(map(str.isalnum, text))
