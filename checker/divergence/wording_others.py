"""Signs that two wordings are of two utterances, or that one text has both."""

from __future__ import annotations

import re
from bisect import bisect_left

from checker.divergence import givers
from checker.divergence.draft import Facts
from checker.divergence.figure_measures import units
from checker.divergence.quoted_runs import words_of
from checker.divergence.wording_parts import SHARED, words
from checker.model import Attribution, Difference, Parse, Quotation, Span

TO = frozenset(["you", "your"])
"""Words for whom one speaks to."""
OF = frozenset(["he", "his", "him", "she", "her", "they", "their", "them", "its"])
"""Words for whom one speaks of."""

SHORT = 2
"""Letters of the longest word that tells no outlet."""
PLAIN = frozenset(["The", "News", "Daily", "Press", "Agency", "Post", "Times", "Radio", "Today", "Wire"])
"""Words of the names of many outlets."""
TOLD = re.compile(
    r"\b(?:told|tells|spoke to|talking to|interview with) (us|me|(?:the )?(?:[A-Z][\w’'.-]*(?: |\b)){1,4})"
)
SHIFTS = frozenset([("will", "would"), ("can", "could"), ("may", "might"), ("shall", "should"), ("is", "was"),
                    ("are", "were"), ("has", "had"), ("have", "had")])  # fmt: skip
"""Words of the present with those that stand for them behind a past "said that"."""
UNIT = re.compile(r"\s*[A-Za-z]+(?:\s*\([^()]*\d[^()]*\)?)?\s*$")
"""A unit, and in brackets behind it the same in another one."""
OPENS, CLOSES = re.compile(r"[\s,:]*[‘'](?=\w)"), re.compile(r"[.,!?][’']\s*$")
"""The mark at which a quotation inside another begins, and that at which it ends."""


def is_whole_elsewhere(facts: Facts, places: list[Span]) -> bool:
    """Whether one of two texts has, somewhere, the very sentence in which the other's words stand."""
    return len(places) > 1 and any(_has(facts, b.doc, a) for a, b in (places, places[::-1]))


def _has(facts: Facts, doc: str, place: Span) -> bool:
    parse = facts.parses[place.doc]
    row = parse.sentence_at(place.start)
    marks = [q.inner for q in parse.quoted if q.inner[0] <= place.start and place.end <= q.inner[1]]
    if row is None or not marks:
        return False
    low, high = max(row.start, marks[-1][0]), min(row.end, marks[-1][1])
    said = words(facts, Span(place.doc, low, high))
    return len(said) >= SHARED and f" {' '.join(said)} " in f" {' '.join(words_of(facts, doc).folded)} "


def are_written_and_said(facts: Facts, quotation: Quotation, difference: Difference) -> bool:
    """Whether one text quotes a paper and the other a person: "the suit states" and what a party says of it."""
    pair = quotation.variants[0], quotation.variants[difference.variant]
    told = [facts.attributions.get(v.attribution or "") for v in pair]
    sources = [givers.source_tokens(facts, said) if said else [] for said in told]
    papers = [any(t.lemma.lower() in givers.kind("writing") for t in row) for row in sources]
    named = [
        v.speaker in facts.entities or any(t.pos == "PROPN" for t in row)
        for v, row in zip(pair, sources, strict=True)
    ]
    return any(papers[i] and named[1 - i] and not papers[1 - i] for i in (0, 1))


def is_one_unit(facts: Facts, places: list[Span]) -> bool:
    """Whether both name one unit, in full or short, with or without the same in another: "km (8,100 miles)"."""
    named = [_unit(facts, place) for place in places if UNIT.match(facts.quote(place))]
    return len(named) > 1 and named[0] is not None and named[0] == named[1]


def _unit(facts: Facts, place: Span) -> tuple[str, float] | None:
    tokens = facts.parses[place.doc].tokens
    first = next(iter(facts.parses[place.doc].tokens_in(place.start, place.end)), None)
    return units().get(tokens[first].lemma.lower()) if first is not None else None


def is_shifted(facts: Facts, places: list[Span]) -> bool:
    """Whether one text only shifts the tense, as grammar asks behind "that": "will", "said that … “would …”"."""
    if len(places) < 2:
        return False
    for now, then in (places, places[::-1]):
        pair = " ".join(words(facts, now)), " ".join(words(facts, then))
        parse = facts.parses[then.doc]
        mark = next((q for q in parse.quoted if q.inner[0] <= then.start < q.inner[1]), None)
        before = facts.documents[then.doc].text[max(0, mark.start - 12) : mark.start] if mark else ""
        if pair in SHIFTS and before.split()[-1:] == ["that"]:
            return True
    return False


def frames(facts: Facts, place: Span) -> bool:
    """Whether words lead to, or follow, what their speaker quotes: who quotes only that leaves out no words of his."""
    text = facts.documents[place.doc].text
    before = text[max(0, place.start - 5) : place.start]
    return bool(OPENS.match(text, place.end) or CLOSES.search(before))


def goes_on_otherwise(facts: Facts, place: Span, doc: str) -> bool:
    """Whether the other text's quotation goes on with words that this text has not, where it has a sentence more.

    Then each prints another part of a speech, or there were two speeches.
    """
    own, theirs = words_of(facts, place.doc), words_of(facts, doc)
    inside = facts.parses[place.doc].tokens_in(place.start, place.end)
    low = bisect_left(own.at, next(iter(inside), 0))
    before, parse = own.folded[max(0, low - SHARED) : low], facts.parses[doc]
    held = f" {' '.join(own.folded)} "
    for n in range(len(theirs.folded) - 2 * SHARED if before else 0):
        end = n + len(before)
        if theirs.folded[n:end] == before:
            last, following = (parse.tokens[theirs.at[i]] for i in (end - 1, end + SHARED - 1))
            one = any(q.start < last.start and following.end < q.end for q in parse.quoted)
            return one and f" {' '.join(theirs.folded[end : end + SHARED])} " not in held
    return False


def are_told_to_others(facts: Facts, quotation: Quotation) -> bool:
    """Whether two wordings were said to different ones by name: "told Harbour Radio", "told the Oru Sun"."""
    heard = [_hearers(facts, facts.attributions.get(v.attribution or "")) for v in quotation.variants]
    known = [names for names in heard if names]
    return any(not _may_be_one(a, b) for i, a in enumerate(known) for b in known[i + 1 :])


def is_told_to_one(facts: Facts, quotation: Quotation) -> bool:
    """Whether one text says that its words were said to itself ("told us", "told the Echo"), and the other does not.

    Who speaks to one outlet alone says it once more; the other text has it from another occasion.
    """
    alone = [_own_interview(facts, v.span) for v in quotation.variants]
    return any(alone) and not all(alone)


def _own_interview(facts: Facts, span: Span) -> bool:
    """Whether a passage, or a sentence right beside it, says that somebody told it to the outlet itself."""
    document, parse = facts.documents[span.doc], facts.parses[span.doc]
    number = parse.number_at(span.start) or 0
    last = parse.number_at(max(span.start, span.end - 1)) or number
    near = parse.sentences[max(0, number - 1) : last + 1]
    names = [n for n in (document.outlet_name, facts.name(span.doc)) if n]
    words_ = {w for n in names for w in n.split() if w[:1].isupper() and len(w) > SHORT} - PLAIN
    low, high = (near[0].start, near[-1].end) if near else (0, 0)
    told = (m for m in TOLD.finditer(document.text, low, high) if not parse.is_quoted(*m.span()))
    return any(m[1] in {"us", "me"} or words_ & set(m[1].split()) for m in told)


def _hearers(facts: Facts, said: Attribution | None) -> list[str]:
    """The names of those who are told something, without the places where they are."""
    if said is None:
        return []
    parse = facts.parses[said.doc]
    cues = [i for s, e in said.cue or () for i in parse.tokens_in(s, e) if parse.tokens[i].pos == "VERB"]
    told = [c for i in cues for c in parse.children(i) if parse.tokens[c].dep in {"dobj", "dative"}]
    inside = [i for c in told for i in parse.subtree(c) if not _is_where(parse, i, c)]
    inside = inside or (list(parse.tokens_in(*said.venue)) if said.venue else [])
    taken = [*said.content, *(said.source or ())]
    names = (parse.tokens[i] for i in inside if parse.tokens[i].pos == "PROPN")
    return [t.text.strip(".") for t in names if not any(s <= t.start < e for s, e in taken)]


def _is_where(parse: Parse, i: int, top: int) -> bool:
    """Whether a word below another stands behind "in" or "at"."""
    above = [i, *parse.ancestors(i)]
    below = above[: above.index(top)] if top in above else []
    return any(parse.tokens[j].dep == "prep" for j in below)


def _may_be_one(a: list[str], b: list[str]) -> bool:
    """Whether two names have a word in common, or one may be the initials of the other."""
    initials = [{"".join(w[0] for w in row[i:]).casefold() for i in range(len(row))} for row in (a, b)]
    words_ = [{w.casefold() for w in row} for row in (a, b)]
    return bool(words_[0] & words_[1] or words_[0] & initials[1] or words_[1] & initials[0])


def addresses(facts: Facts, places: list[Span]) -> bool:
    """Whether one of two wordings speaks to somebody of whom the other only speaks: two utterances."""
    rows = [set(words(facts, place)) for place in places]
    return len(rows) > 1 and any(a & TO and b & OF and not (a & OF or b & TO) for a, b in (rows, rows[::-1]))
