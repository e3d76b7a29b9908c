"""Which parts of an utterance its wordings hold, and the words of each."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from checker.divergence.draft import Facts
from checker.divergence.figure_kin import ordinal
from checker.divergence.keys import number
from checker.divergence.quoted_runs import words_of
from checker.divergence.quoted_words import beside, folded, holds
from checker.model import Difference, Quotation, Span, Token, Variant

KEPT = 0.4
"""Share of the words left out that a text has beside its wording: it then tells them in its own words."""
SHARED = 4
"""Words of content that two wordings share where only their content says that they are of one utterance."""
RUN = 4
"""Words in a row by which a wording holds a piece of a sentence."""
STEM = 4
"""Letters at the head of two words that are one ("asking", "askin")."""
PARTED, OPENING = frozenset(",–—"), frozenset(["to", "as"])
"""Marks around a remark in passing, and the words that open it."""
HAVING = frozenset(["be", "have", "get", "do", "go", "come", "make", "take", "become"])
JOINING = frozenset(["and", "but", "so", "or"])
FILLERS = JOINING | frozenset(
    ["well", "look", "you", "know", "i", "think", "mean", "that", "just", "really", "now"]
)
EMPTY = frozenset(["DET", "PUNCT", "INTJ", "SPACE", "CCONJ", "X", "SYM"])
"""Kinds of words that another transcript of one speech may have or lack."""


def quoted(quotation: Quotation) -> Quotation:
    """A quotation without the wordings that no text puts in quotation marks: those are compared as claims."""
    kept = [n for n, v in enumerate(quotation.variants) if v.voice == "quoted"]
    own = [replace(d, variant=kept.index(d.variant)) for d in quotation.differences if d.variant in kept]
    return replace(quotation, variants=tuple(quotation.variants[n] for n in kept), differences=tuple(own))


def words(facts: Facts, span: Span) -> list[str]:
    """The words of a span in lower case, contractions in full."""
    parse = facts.parses[span.doc]
    row = (folded(parse.tokens[i].text) for i in parse.tokens_in(span.start, span.end))
    return [word for word in row if word[:1].isalnum()]


def plainly(facts: Facts, place: Span) -> list[str]:
    """The words of a place by their lemmas, numbers as digits: "two regrets" is "2 regret"."""
    parse = facts.parses[place.doc]
    tokens = [parse.tokens[i] for i in parse.tokens_in(place.start, place.end)]
    return [_counted(t) or t.lemma.lower() for t in tokens if t.text[0].isalnum()]


def _counted(token: Token) -> str | None:
    """A number as digits, also that of a place in a row: "eleventh" is "11"."""
    place = ordinal(token.text)
    return number(token) or (str(place) if place else None)


def is_elsewhere(facts: Facts, place: Span, variant: Variant) -> bool:
    """Whether the words of a place stand in another wording too, only elsewhere."""
    own = words(facts, place)
    while own and own[0] in JOINING:
        own = own[1:]
    while own and own[-1] in JOINING:
        own = own[:-1]
    return bool(own) and f" {' '.join(own)} " in f" {' '.join(words(facts, variant.span))} "


def is_one(facts: Facts, quotation: Quotation) -> bool:
    """Whether wordings that were joined by their content alone have enough of it in common, and one known speaker."""
    if not quotation.rule.endswith("translation"):
        return True
    if len({v.speaker for v in quotation.variants}) > 1:
        return False
    held = [_content(facts, v.span) for v in quotation.variants]
    return all(len(a & b) >= SHARED for i, a in enumerate(held) for b in held[i + 1 :])


def _content(facts: Facts, span: Span) -> set[str]:
    parse = facts.parses[span.doc]
    tokens = (parse.tokens[i] for i in parse.tokens_in(span.start, span.end))
    meaning = {"NOUN", "PROPN", "VERB", "ADJ"}
    return {t.lemma.lower() for t in tokens if t.pos == "NUM" or (t.pos in meaning and not t.stop)}


def parts(facts: Facts, quotation: Quotation) -> list[Quotation]:
    """The quotation, once for each part of the first wording that others hold: they are wordings of that part.

    A text that quotes the beginning and another that quotes the end do not differ from each other.
    """
    first, others = quotation.variants[0], quotation.variants[1:]
    held = {v: _held(facts, first, v) for v in others}
    groups: list[tuple[set[int], list[Variant]]] = []
    for variant in others:
        touching = [g for g in groups if g[0] & held[variant]]
        groups = [g for g in groups if g not in touching]
        covered = held[variant].union(*(g[0] for g in touching))
        groups.append((covered, [*(v for g in touching for v in g[1]), variant]))
    if len(groups) < 2:
        return [quotation]
    return [_part(facts, quotation, covered, sorted(row, key=lambda v: v.span)) for covered, row in groups]


def _held(facts: Facts, whole: Variant, part: Variant) -> set[int]:
    """Which sentences of one wording the other has words of: half of them, or a run of several."""
    theirs = words(facts, part.span)
    given, row = set(theirs), f" {' '.join(theirs)} "
    found = set()
    for place, sentence in enumerate(sentences(facts, whole)):
        own = [w for w in words(facts, sentence) if len(w) > 3]
        if own and sum(w in given for w in own) * 2 >= min(len(own), len([w for w in given if len(w) > 3])):
            found.add(place)
        said = words(facts, sentence)
        runs = (f" {' '.join(said[i : i + RUN])} " for i in range(len(said) - RUN + 1))
        if any(run in row for run in runs):
            found.add(place)
    return found


def sentences(facts: Facts, variant: Variant) -> list[Span]:
    """The sentences of a wording, as far as they are in it."""
    rows = facts.parses[variant.span.doc].sentences_in(variant.span.start, variant.span.end)
    return [
        Span(variant.span.doc, max(s.start, variant.span.start), min(s.end, variant.span.end)) for s in rows
    ]


def _part(facts: Facts, quotation: Quotation, covered: set[int], others: list[Variant]) -> Quotation:
    first = quotation.variants[0]
    places = [s for i, s in enumerate(sentences(facts, first)) if i in covered]
    numbers = {quotation.variants.index(v): n for n, v in enumerate(others, 1)}
    own = [
        replace(d, variant=numbers[d.variant]) for d in quotation.differences
        if d.variant in numbers and (d.a is None or any(p.overlaps(d.a) for p in places))
    ]  # fmt: skip
    return replace(quotation, variants=(first, *others), differences=tuple(own))


def is_word(facts: Facts, place: Span) -> bool:
    """Whether more than an article, a mark or an interjection stands there."""
    parse = facts.parses[place.doc]
    return any(parse.tokens[i].pos not in EMPTY for i in parse.tokens_in(place.start, place.end))


def telling(facts: Facts, place: Span) -> bool:
    """Whether a word with meaning of its own, a number, a negation or a modal stands there."""
    return bool(_content(facts, place)) or turns(facts, place)


def is_filler(facts: Facts, place: Span) -> bool:
    """Whether a place only leads in to what is said: "But I think that", "well, you know"."""
    return set(words(facts, place)) <= FILLERS


def is_aside(facts: Facts, place: Span) -> bool:
    """Whether a place is a remark on the speech between commas: "to put it briefly", "as I said"."""
    text = facts.documents[place.doc].text
    around = text[: place.start].rstrip()[-1:], text[place.end :].lstrip()[:1]
    words_ = facts.quote(place).strip(" ,–—").split()
    inside = facts.quote(place).strip()
    parted = (around[0] in PARTED or inside[:1] in PARTED) and (around[1] in PARTED or inside[-1:] in PARTED)
    return parted and bool(words_) and words_[0].casefold() in OPENING


def turns(facts: Facts, place: Span) -> bool:
    """Whether a number, a negation or a modal stands there."""
    return bool(_strong(facts, place))


def weight(facts: Facts, difference: Difference) -> int:
    """How much a difference says: 2 for another number, negation or modal, and for one word of meaning in the place of
    another; else the words of meaning that one wording has more. Names, titles and light words say nothing.
    """
    rows = [_meant(facts, place) if place else set[str]() for place in (difference.a, difference.b)]
    strong = [_strong(facts, place) if place else set[str]() for place in (difference.a, difference.b)]
    more = [
        [w for w in row if not any(w.startswith(o[:STEM]) or o.startswith(w[:STEM]) for o in other)]
        for row, other in zip(rows, rows[::-1], strict=True)
    ]
    return 2 if strong[0] != strong[1] or all(more) else len(more[0]) + len(more[1])


def _meant(facts: Facts, place: Span) -> set[str]:
    """The words of meaning of a place that are no names; a word that stars hide is the word that they hide."""
    parse = facts.parses[place.doc]
    tokens = (parse.tokens[i] for i in parse.tokens_in(place.start, place.end))
    meaning = {"NOUN", "VERB", "ADJ"}
    plain = (t for t in tokens if t.pos in meaning and not t.stop and "*" not in t.text)
    return {t.lemma.lower() for t in plain} - HAVING


def _strong(facts: Facts, place: Span) -> set[str]:
    """The numbers, negations and modals of a place."""
    parse = facts.parses[place.doc]
    tokens = [parse.tokens[i] for i in parse.tokens_in(place.start, place.end)]
    numbers = {found for t in tokens if (found := "1" if t.text.lower() == "one" else _counted(t))}
    return numbers | {t.lemma.lower() for t in tokens if t.dep == "neg" or t.tag == "MD"}


def is_retold(facts: Facts, place: Span, variant: Variant) -> bool:
    """Whether a text has most of the words of a place: in its own words beside its wording, or close together."""
    there, inside = (
        words_of(facts, place.doc),
        list(facts.parses[place.doc].tokens_in(place.start, place.end)),
    )
    if inside:
        low, high = bisect_left(there.at, inside[0]), bisect_left(there.at, inside[-1] + 1)
        if low < high and holds(words_of(facts, variant.span.doc), there, low, high):
            return True
    parse = facts.parses[variant.span.doc]
    near = beside(parse, variant.span)
    having = {t.lemma.lower() for s in near for t in parse.tokens[s.first : s.last]}
    wanted = _content(facts, place)
    return bool(wanted) and len(wanted & having) >= KEPT * len(wanted)


def is_alike(facts: Facts, places: list[Span]) -> bool:
    """Whether two places hold the same words, or one name for another in an editor's brackets."""
    if len(places) < 2:
        return False
    texts = [facts.documents[p.doc].text[max(0, p.start - 1) : p.end + 1] for p in places]
    rows = [facts.parses[p.doc].tokens_in(p.start, p.end) for p in places]
    tokens = [[facts.parses[p.doc].tokens[i] for i in row] for p, row in zip(places, rows, strict=True)]
    names = all(row and all(t.pos == "PROPN" for t in row) for row in tokens)
    return plainly(facts, places[0]) == plainly(facts, places[1]) or (names and any("[" in t for t in texts))


def may_go_on(facts: Facts, difference: Difference, kept: list[Variant]) -> bool:
    """Whether the end of one wording may stand in the other's quotation behind what was compared."""
    only = [place for place in (difference.a, difference.b) if place]
    ends = {v.span.doc: v.span.end for v in kept}
    if len(only) != 1 or difference.op == "hidden" or only[0].end < ends.get(only[0].doc, 0) - 1:
        return False
    others = [v.span for v in kept if v.span.doc != only[0].doc]
    return any(
        q.inner[0] <= s.start and s.end < q.inner[1] - 1 for s in others for q in facts.parses[s.doc].quoted
    )


def whose(facts: Facts, variants: list[Variant]) -> str | None:
    """Whose words wordings are said to be, where one person is known and no text names or describes another."""
    names = {facts.entities[v.speaker].name for v in variants if v.speaker in facts.entities}
    if len(names) != 1:
        return None
    name = min(names)
    told = (facts.by(facts.attributions.get(v.attribution or "")) for v in variants)
    return name if all(not words_ or set(words_.split()) & set(name.split()) for words_ in told) else None
