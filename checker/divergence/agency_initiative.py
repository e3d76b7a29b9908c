"""Done unasked in one text, at somebody's request in another."""

from __future__ import annotations

from dataclasses import dataclass

from checker.divergence.doers import lexicon, undone
from checker.divergence.draft import Draft, Facts
from checker.divergence.kin import Kin
from checker.divergence.offices import Offices
from checker.divergence.phrasing import plain
from checker.model import Example, Parse, Range, Rule, Sentence, Span

AROUND = 3
"""Sentences around a request in which the person must be named."""
LONGEST = 160
RULES = (
    Rule(
        "divergence.initiative",
        "Unasked here, asked there",
        "One text says that somebody acted unasked, another that somebody else had asked that person, or the state for "
        "which the person holds office, to act.",
        (
            Example(
                "Anna Marn went to the quarry on her own initiative. / The miners had asked Anna Marn to go to the "
                "quarry.",
                ("Anna Marn went to the quarry on her own initiative", "The miners had asked Anna Marn"),
            ),
            Example(
                "Tomas Berg wrote the letter of his own accord. / Tomas Berg wrote the letter at the request of the "
                "bishop.",
                ("of his own accord", "at the request of the bishop"),
            ),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Move:
    """What a text says of the initiative of `who` (a person or a state); `sentence` is its number."""

    span: Span
    who: str
    sentence: int
    own: bool


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `agency`, one a person."""
    offices, kin = Offices(facts), Kin(facts)
    moves = [move for doc in sorted(facts.documents) for move in _moves(facts, offices, doc)]
    both = {(m.span.doc, m.who) for m in moves if m.own} & {(m.span.doc, m.who) for m in moves if not m.own}
    best: dict[str, Draft] = {}
    for own in (m for m in moves if m.own and (m.span.doc, m.who) not in both):
        for asked in (m for m in moves if not m.own and m.span.doc != own.span.doc):
            same = asked.who == own.who or asked.who in offices.lands[own.who]
            if same and kin.related(own.span.doc, asked.span.doc) and _near(facts, offices, own.who, asked):
                best.setdefault(own.who, _draft(facts, own, asked))
    return [draft for _, draft in sorted(best.items())]


def _moves(facts: Facts, offices: Offices, doc: str) -> list[Move]:
    parse, document, found = facts.parses[doc], facts.documents[doc], list[Move]()
    for number, sentence in enumerate(parse.sentences):
        if document.in_body(sentence.start, sentence.end):
            found += _phrased(facts, offices, parse, sentence, number)
            for i in range(sentence.first, sentence.last):
                move = _asked(facts, offices, parse, i, number)
                found += [move] if move else []
    return found


def _phrased(facts: Facts, offices: Offices, parse: Parse, sentence: Sentence, number: int) -> list[Move]:
    """Phrases of initiative with the person who is the subject of the sentence."""
    low = facts.documents[parse.doc].text[sentence.start : sentence.end].lower()
    rows = [
        (kind == "own", sentence.start + at, sentence.start + at + len(words))
        for kind in ("own", "asked")
        for words in lexicon()["initiative"][kind]
        if (at := low.find(words)) >= 0
    ]
    subject = next((i for i in range(sentence.first, sentence.last) if parse.tokens[i].dep == "nsubj"), None)
    who = offices.person(parse, subject) if subject is not None else None
    if who is None or subject is None or undone(parse, parse.tokens[subject].head):
        return []
    ranges = [(own, (start, end if own else _phrase_end(parse, start, end))) for own, start, end in rows]
    return [Move(Span(parse.doc, *_from(parse, subject, r)), who, number, own) for own, r in ranges]


def _phrase_end(parse: Parse, start: int, end: int) -> int:
    """The end of who asked, after "at the request of"."""
    last = next(reversed(list(parse.tokens_in(start, end))), None)
    return end if last is None else max(parse.tokens[j].end for j in parse.subtree(last))


def _from(parse: Parse, subject: int, place: Range) -> Range:
    first = parse.range_of([j for j in parse.subtree(subject) if j <= subject])[0]
    return (first, place[1]) if 0 < place[1] - first <= LONGEST else place


def _asked(facts: Facts, offices: Offices, parse: Parse, i: int, number: int) -> Move | None:
    """Somebody who is asked to act: "asked Marn to go"."""
    token = parse.tokens[i]
    if (
        token.pos != "VERB"
        or token.lemma.lower() not in lexicon()["initiative"]["asking"]
        or undone(parse, i)
    ):
        return None
    children = parse.children(i)
    acts = [
        j
        for j in children
        if parse.tokens[j].dep in {"xcomp", "ccomp", "advcl"} and parse.tokens[j].tag == "VB"
    ]
    asker = next((j for j in children if parse.tokens[j].dep == "nsubj"), None)
    below = [j for j in children if parse.tokens[j].dep in {"dobj", "dative"}]
    below += [k for j in acts for k in parse.children(j) if parse.tokens[k].dep == "nsubj"]
    entities = [
        e for j in below if (e := offices.named.get((parse.doc, j))) and e.type in {"PERSON", "GPE", "ORG"}
    ]
    if not acts or asker is None or not entities:
        return None
    words = [j for j in parse.subtree(asker) if j <= asker]
    start, end = parse.range_of([*words, i, *below, *(j for j in parse.subtree(acts[0]))])
    span = facts.cut(Span(parse.doc, start, end), LONGEST)
    return Move(span, entities[0].entity, number, own=False)


def _near(facts: Facts, offices: Offices, who: str, asked: Move) -> bool:
    """Whether the person is named close to the request."""
    parse = facts.parses[asked.span.doc]
    rows = parse.sentences[max(0, asked.sentence - AROUND) : asked.sentence + AROUND + 1]
    keys = {
        offices.named[parse.doc, j].entity
        for s in rows
        for j in range(s.first, s.last)
        if (parse.doc, j) in offices.named
    }
    return who in keys


def _draft(facts: Facts, own: Move, asked: Move) -> Draft:
    rows = (own, asked)
    said = "; ".join(f"{facts.name(m.span.doc)} “{plain(facts, m.span, 120)}”" for m in rows)
    voices = {facts.voice_of(m.span.doc) for m in rows}
    return Draft(
        kind="agency",
        importance=2 if len(voices) > 1 else 1,
        weight=6,
        statement=f"Unasked in one text, asked in the other: {said}.",
        evidence=tuple(facts.shown(m.span, "unasked" if m.own else "asked") for m in rows),
        rule="divergence.initiative",
    )
