"""Wordings of one utterance that part in words that matter, and quotations that are cut."""

from __future__ import annotations

from typing import Literal

from checker.divergence import brackets, quoted_cuts, wording_others, wording_parts
from checker.divergence.draft import Draft, Facts
from checker.divergence.phrasing import around, plain
from checker.model import Difference, Evidence, Example, Quotation, Rule, Span, Variant

NARROW = 200
LEADING = frozenset({"CCONJ", "DET", "SCONJ", "PUNCT"})
WEIGHTY, FEW = 2, 3
"""What differences must weigh to be told of, and words left out that are."""
LARGE = 30
"""Characters of differing words in all that make a difference large."""
RULES = (
    Rule(
        "divergence.wording",
        "One utterance, different wordings",
        "Texts quote one utterance in words that differ by more than accepted editing. Neither wording is called the "
        "right one unless a primary source holds it. What was told to two outlets by name, or to one outlet alone, is "
        "no one utterance; “would” for “will” behind “that” is grammar.",
        (
            Example(
                "“We have asked nine mayors in the valley and they are silent,” Thomas Berg said. / "
                "“We've asked nine mayors in the valley and none of them replied,” Thomas Berg said.",
                ("they are silent", "none of them replied"),
            ),
            Example(
                "“The gates of the old dam must be opened by the council,” Maria Lopez said. / "
                "“The gates of the old dam should be opened by the council,” Maria Lopez said.",
                ("must", "should"),
            ),
        ),
    ),
    Rule(
        "divergence.cut",
        "A quotation that stops early",
        "One text ends a quotation where the other goes on; what it leaves out is shown.",
        (
            Example(
                "“We will keep the old harbour … for the fishermen,” Thomas Berg said. / “We will keep the old "
                "harbour, if the storms let us, for the fishermen,” Thomas Berg said.",
                ("if the storms let us",),
            ),
            Example(
                "“We saw a will … on both sides of the hall … to sign,” Maria Lopez said. / “We saw a will to go on "
                "talking on both sides of the hall, and no will yet to sign,” Maria Lopez said.",
                ("and no will yet",),
            ),
        ),
    ),
    *quoted_cuts.RULES,
    *brackets.RULES,
)


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `quotation`: one for each part of a quotation with differences that matter, and other ones."""
    drafts = []
    for quotation in facts.quotations:
        drafts += [d for part in wording_parts.parts(facts, quotation) if (d := _wording(facts, part))]
    cuts = quoted_cuts.find(facts)
    drafts = [d for d in drafts if d.rule != "divergence.cut" or not any(_covers(cut, d) for cut in cuts)]
    return [*drafts, *cuts, *brackets.find(facts)]


def _covers(cut: Draft, other: Draft) -> bool:
    """Whether a cut sentence is what another draft shows, among the same texts."""
    shown = {e.span.doc for e in cut.evidence}
    return {e.span.doc for e in other.evidence} <= shown and all(
        any(e.span.overlaps(o.span) for o in other.evidence if o.span.doc == e.span.doc) for e in cut.evidence
    )


def _wording(facts: Facts, quotation: Quotation) -> Draft | None:
    if wording_others.are_told_to_others(facts, quotation) or wording_others.is_told_to_one(facts, quotation):
        return None
    if not wording_parts.is_one(facts, quotation) or any(
        wording_others.addresses(facts, [place for place in (d.a, d.b) if place])
        for d in quotation.differences
    ):
        return None
    telling = [d for d in quotation.differences if d.matters and _across(d) and _tells(facts, quotation, d)]
    kept = list(quotation.variants) if any(d.op == "hidden" for d in telling) else _kept(facts, quotation)
    matter = [d for d in telling if _between(d, kept) and not wording_parts.may_go_on(facts, d, kept)]
    matter = [d for d in matter if d.op == "hidden" or not _edge(quotation, d)]
    docs = {v.span.doc for v in kept}
    if len(docs) < 2 or not _is_weighty(facts, matter):
        return None
    cut = all(d.op == "hidden" for d in matter)
    who = wording_parts.whose(facts, kept)
    inner = [d for d in matter if d.op != "hidden" and wording_parts.weight(facts, d)]
    hidden = [d for d in matter if d.op == "hidden"]
    return Draft(
        kind="quotation",
        importance=_importance(facts, matter),
        weight=len(matter) + len({facts.voice_of(d) for d in docs}) * 2,
        statement=_statement(facts, quotation, inner or hidden or matter, who),
        evidence=_evidence(facts, kept, matter),
        rule="divergence.cut" if cut else "divergence.wording",
        event=facts.event_at(kept[0].span),
        note="; ".join(dict.fromkeys(d.note for d in matter if d.note)),
    )


def _is_weighty(facts: Facts, matter: list[Difference]) -> bool:
    """Whether the differences say enough together, or more than a word or two are left out."""
    hidden = [p for d in matter if d.op == "hidden" for p in (d.a, d.b) if p]
    left_out = any(
        len(wording_parts.words(facts, place)) >= FEW or wording_parts.turns(facts, place)
        for place in hidden
        if not (wording_parts.is_aside(facts, place) or wording_parts.is_filler(facts, place))
    )
    return left_out or sum(wording_parts.weight(facts, d) for d in matter if d.op != "hidden") >= WEIGHTY


def _statement(facts: Facts, quotation: Quotation, matter: list[Difference], who: str | None) -> str:
    """Both texts with the words around the largest difference; else which text lacks which words."""
    largest = max(matter, key=lambda d: (d.a is not None and d.b is not None, _size(d)))
    if largest.a and largest.b:
        lead = f"{who} is quoted" if who else "One quotation stands"
        told = (f"{facts.name(p.doc)} “{around(facts, p)}”" for p in (largest.a, largest.b))
        return f"{lead} in different words: {'; '.join(told)}."
    place = largest.a or largest.b
    other = quotation.variants[largest.variant if largest.a else 0].span.doc
    assert place is not None
    whom = f"quotes {who}" if who else "gives a quotation"
    words = plain(facts, _whole_words(facts, place))
    return f"{facts.name(other)} {whom} without “{words}”, which {facts.name(place.doc)} has."


def _whole_words(facts: Facts, place: Span) -> Span:
    """The place without the words and marks at its end that only lead on to the next ones."""
    parse = facts.parses[place.doc]
    inside = list(parse.tokens_in(place.start, place.end))
    while len(inside) > 1 and parse.tokens[inside[-1]].pos in LEADING:
        inside.pop()
    return Span(place.doc, place.start, parse.tokens[inside[-1]].end) if inside else place


def _tells(facts: Facts, quotation: Quotation, difference: Difference) -> bool:
    """Whether a difference is in words with meaning, and not only in where they stand."""
    places = [p for p in (difference.a, difference.b) if p]
    if wording_others.is_whole_elsewhere(facts, places) or wording_parts.is_alike(facts, places):
        return False
    other = quotation.variants[difference.variant if difference.a else 0]
    hidden = difference.op == "hidden"
    framed = hidden and any(wording_others.frames(facts, p) for p in places)
    whole = [p for p in places if hidden and _opens(facts, p)]
    if framed or any(wording_others.goes_on_otherwise(facts, p, other.span.doc) for p in whole):
        return False
    if wording_others.is_shifted(facts, places) or wording_others.is_one_unit(facts, places):
        return False
    if wording_others.are_written_and_said(facts, quotation, difference):
        return False
    if len(places) == 1 and (
        wording_parts.is_elsewhere(facts, places[0], other)
        or wording_parts.is_retold(facts, places[0], other)
    ):
        return False
    return any(wording_parts.is_word(facts, place) for place in places)


def _kept(facts: Facts, quotation: Quotation) -> list[Variant]:
    """The variants without those that only repeat a part of another, word for word."""
    words = {v.span: wording_parts.words(facts, v.span) for v in quotation.variants}
    inside = [
        v for v in quotation.variants
        if any(w != v and len(words[v.span]) < len(words[w.span]) and f" {' '.join(words[v.span])} " in
               f" {' '.join(words[w.span])} " for w in quotation.variants)
    ]  # fmt: skip
    return [v for v in quotation.variants if v not in inside]


def _between(difference: Difference, kept: list[Variant]) -> bool:
    return all(any(v.span.contains(s) for v in kept) for s in (difference.a, difference.b) if s)


def _importance(facts: Facts, matter: list[Difference]) -> Literal[2, 3]:
    """More than three words in all, or a hidden part of a sentence, changes what a reader takes away.

    A sentence of its own that one text has no longer ("But …") weighs less.
    """
    size = sum((d.a.end - d.a.start if d.a else 0) + (d.b.end - d.b.start if d.b else 0) for d in matter)
    hidden = [p for d in matter if d.op == "hidden" for p in (d.a, d.b) if p]
    if hidden:
        return 2 if all(_opens(facts, place) for place in hidden) else 3
    return 3 if size > LARGE else 2


def _opens(facts: Facts, place: Span) -> bool:
    """Whether a sentence begins at a place."""
    starts = (s.start for s in facts.parses[place.doc].sentences_in(place.start, place.end))
    return any(0 <= place.start - start <= 1 for start in starts)


def _evidence(facts: Facts, kept: list[Variant], matter: list[Difference]) -> tuple[Evidence, ...]:
    """What the wordings have in common with what parts inside it, then the largest differing words."""
    rows = [facts.shown(_core(facts, v, matter), "wording") for v in kept[:4]]
    for difference in sorted(matter, key=_size, reverse=True):
        for place in (difference.a, difference.b):
            if (
                place
                and len(rows) < 6
                and wording_parts.telling(facts, place)
                and all(r.span != place for r in rows)
            ):
                rows.append(facts.shown(facts.cut(place, NARROW), "differs"))
    return tuple(rows)


def _size(difference: Difference) -> int:
    return sum(s.end - s.start for s in (difference.a, difference.b) if s)


def _across(difference: Difference) -> bool:
    """Not between two wordings of one text."""
    return difference.a is None or difference.b is None or difference.a.doc != difference.b.doc


def _edge(quotation: Quotation, difference: Difference) -> bool:
    """Whether a difference is only that one wording starts earlier or goes on longer."""
    ends = [(v.span.start, v.span.end, v.span.doc) for v in quotation.variants]
    places = [s for s in (difference.a, difference.b) if s and s.end > s.start]
    return all(
        any(s.doc == doc and (s.start <= low or s.end >= high) for low, high, doc in ends) for s in places
    )


def _core(facts: Facts, variant: Variant, matter: list[Difference]) -> Span:
    """The sentences of the variant that hold something which the other wording has too."""
    start, end = variant.span.start, variant.span.end
    for difference in matter:
        for place in (difference.a, difference.b):
            if place is None or place.doc != variant.span.doc:
                continue
            if place.start <= start < place.end < end:
                start = place.end
            elif start < place.start < end <= place.end:
                end = place.start
    rows = [s for s in facts.parses[variant.span.doc].sentences_in(start, end) if s.end > start]
    places = [p for d in matter for p in (d.a, d.b) if p and p.doc == variant.span.doc]
    rows = [s for s in rows if any(p.start < s.end and s.start <= p.end for p in places)] or rows
    if rows:
        start = max(start, rows[0].start)
        end = min(variant.span.end, rows[-1].end)
    return facts.cut(Span(variant.span.doc, start, end), NARROW)
