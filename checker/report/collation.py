"""The wordings of one utterance, marked where they part from the one that the reader picks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.model import Difference, Quotation, Span, Variant, Voice
from checker.report.card_lines import voice_line
from checker.report.claim_rows import chain_of
from checker.report.corpus import Corpus
from checker.report.passages import Mark, passage
from checker.report.views import Passage, Source, VoiceLine
from checker.report.voices import runs_in

BASES = 8
"""Wordings that can be picked as the base."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One variant as it is read against a base: its exact words, marked."""

    source: Source
    voice: VoiceLine | None
    passage: Passage
    is_base: bool
    note: str


@dataclass(frozen=True, slots=True)
class Collation:
    """All variants read against one of them; `base` names it, "" where none is the base."""

    key: str
    base: str
    wordings: tuple[Wording, ...]


def collations(corpus: Corpus, quotation: Quotation) -> Iterator[Collation]:
    """All variants against each base that can be picked, then without a base."""
    for i, base in enumerate(quotation.variants[:BASES]):
        ordered = [base, *(v for v in quotation.variants if v is not base)]
        yield Collation(
            f"b{i}",
            labels(corpus, quotation)[i],
            tuple(_wording(corpus, quotation, v, base) for v in ordered),
        )
    yield Collation("none", "", tuple(_wording(corpus, quotation, v, None) for v in quotation.variants))


def labels(corpus: Corpus, quotation: Quotation) -> tuple[str, ...]:
    """A name for each variant: its source, with the place where one source has several."""
    docs = [v.span.doc for v in quotation.variants]
    return tuple(
        corpus.name(v.span.doc).full + (f", {corpus.locator(v.span)}" if docs.count(v.span.doc) > 1 else "")
        for v in quotation.variants
    )


def _wording(corpus: Corpus, quotation: Quotation, variant: Variant, base: Variant | None) -> Wording:
    first = quotation.variants[0]
    marks = marks_of(quotation, variant.span) if base is None else _against(quotation, variant, base)
    indirect = base is not None and base is not first and variant not in (base, first)
    against = f"marked where it differs from {corpus.name(first.span.doc).full}" if indirect else ""
    return Wording(
        corpus.source(variant.span.doc),
        voice_line(corpus, _voice(corpus, variant), given_to(corpus, variant)),
        passage(corpus, variant.span, marks, voice=spoken_in(corpus, variant, variant.span)),
        variant is base,
        "; ".join(filter(None, [_account(corpus, variant), against])),
    )


def marks_of(quotation: Quotation, span: Span) -> tuple[Mark, ...]:
    """The words of a variant that differ in any way that matters."""
    return tuple(
        Mark(s.start, s.end)
        for d in quotation.differences
        if d.matters
        for s in (d.a, d.b)
        if s and span.contains(s)
    )


def _against(quotation: Quotation, variant: Variant, base: Variant) -> tuple[Mark, ...]:
    """Marks of a variant against a base: only here, differs, or, in the base, lacking elsewhere."""
    marks = []
    first = quotation.variants[0]
    for difference in (d for d in quotation.differences if d.matters):
        here, other = sides(difference, variant.span)
        elsewhere = variant is first and other is not None and not base.span.contains(other)
        if here and here.start < here.end and (base is first or not elsewhere):
            css, said = seen(difference, here, other, variant is base)
            marks.append(Mark(here.start, here.end, css, said))
    return tuple(marks)


def seen(difference: Difference, here: Span, other: Span | None, is_base: bool) -> tuple[str, str]:
    """How words look: dropped, in the base alone, only here, or different.

    What a shorter quotation drops looks the same whichever is the base; an ellipsis is no wording of what it hides.
    """
    size = other.end - other.start if other else 0
    alone = size == 0 or (difference.op == "hidden" and here.end - here.start > size)
    if not alone:
        return "d", ""
    if difference.op == "hidden":
        return "cut", "dropped by the shorter quotation: "
    return ("h", "lacking elsewhere: ") if is_base else ("p", "only here: ")


def _voice(corpus: Corpus, variant: Variant) -> Voice | None:
    """How a variant is given; None for a primary source, which gives its words to nobody."""
    own = corpus.by_doc[variant.span.doc].role == "primary" and variant.speaker is None
    return None if own else variant.voice


def given_to(corpus: Corpus, variant: Variant) -> str | None:
    """Whom a variant is given to: an entity, else the words that the text has for them."""
    said = corpus.attributions.get(variant.attribution or "")
    return variant.speaker or (corpus.speaker(said) if said else None)


def _account(corpus: Corpus, variant: Variant) -> str:
    """Who is said to have told of the words, where that is not the text itself."""
    said = corpus.attributions.get(variant.attribution or "")
    names = [corpus.speaker(a) for a in chain_of(corpus, said)[:-1]] if said else []
    tellers = [name for name in names if name]
    return f"by the account of {' and '.join(tellers)}" if tellers else ""


def spoken_in(corpus: Corpus, variant: Variant, span: Span) -> Voice | None:
    """Of a quoted variant, None where the stored copy shows quoted words inside the span, else "quoted"."""
    if variant.voice != "quoted":
        return None
    shown = any(r and r.voice == "quoted" for _, r in runs_in(corpus.runs(span.doc), span.start, span.end))
    return None if shown else "quoted"


def sides(difference: Difference, span: Span) -> tuple[Span | None, Span | None]:
    """The places of a difference in the variant at `span`, and in the other one."""
    if difference.a and span.contains(difference.a):
        return difference.a, difference.b
    if difference.b and span.contains(difference.b):
        return difference.b, difference.a
    return None, None
