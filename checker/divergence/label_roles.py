"""The part that one person plays, under different names: mediator or messenger."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from checker.divergence.draft import SPANS, Draft, Facts
from checker.divergence.kin import Kin
from checker.divergence.offices import Offices, lexicon
from checker.divergence.phrasing import plain, translators
from checker.model import Example, Parse, Range, Rule, Span

COPULAS = frozenset({"be", "become", "remain"})
UNSURE = frozenset({
    "not", "n't", "never", "no", "if", "would", "could", "may", "might", "will", "should", "can", "must", "alleged",
    "former", "suspected", "purported", "would-be",
})  # fmt: skip
LONGEST = 120
RULES = (
    Rule(
        "divergence.role-of-a-person",
        "One person, another part",
        "Texts name the part that one person plays with nouns that make another thing of it. The person is known by "
        "name, by an office that a text ties to the name, or by “he” after a sentence about that person alone.",
        (
            Example(
                "Anna Marn was the mediator in the harbour quarrel. / Anna Marn was a mere messenger in the harbour "
                "quarrel.",
                ("Anna Marn was the mediator", "Anna Marn was a mere messenger"),
            ),
            Example(
                "The police met the activist Tomas Berg in Lisbon. / The police met the agitator Tomas Berg in Lisbon.",
                ("the activist Tomas Berg", "the agitator Tomas Berg"),
            ),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Role:
    """A role noun for a person in the narrator's voice."""

    span: Span
    person: str
    family: str
    grade: str
    word: str


@cache
def _grades() -> dict[str, tuple[str, str]]:
    """Noun lemma -> family and grade; a noun of several families is left out."""
    rows = [
        (w, f, g) for f, grades in lexicon()["families"].items() for g, words in grades.items() for w in words
    ]
    count = [w for w, _, _ in rows]
    return {w: (f, g) for w, f, g in rows if count.count(w) == 1}


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `label`, one a person and family."""
    offices, kin = Offices(facts), Kin(facts)
    rows: dict[tuple[str, str], list[Role]] = defaultdict(list)
    for doc in sorted(facts.documents):
        for role in _roles(facts, offices, doc):
            rows[role.person, role.family].append(role)
    return [d for _, held in sorted(rows.items()) if (d := _draft(facts, kin, held))]


def _roles(facts: Facts, offices: Offices, doc: str) -> list[Role]:
    parse, document, found = facts.parses[doc], facts.documents[doc], []
    for i, token in enumerate(parse.tokens):
        lemma = token.lemma.lower()
        if (
            lemma not in _grades()
            or token.pos not in {"NOUN", "PROPN"}
            or not document.in_body(token.start, token.end)
        ):
            continue
        near = {parse.tokens[j].lemma.lower() for j in [*parse.children(i), *parse.children(token.head)]}
        own = facts.voice_at(doc, token.start, token.end)[0] == "narrator" and not parse.is_quoted(
            token.start, token.end
        )
        bearer = _bearer(parse, i) if own and not near & UNSURE else None
        person = offices.person(parse, bearer) if bearer is not None else None
        if bearer is not None and person is not None:
            family, grade = _grades()[lemma]
            found.append(Role(Span(doc, *_around(parse, i, bearer)), person, family, grade, lemma))
    return found


def _bearer(parse: Parse, i: int) -> int | None:
    """Who has the role: the subject of "is a …", the name that the noun stands with."""
    token = parse.tokens[i]
    if token.dep == "attr" and parse.tokens[token.head].lemma.lower() in COPULAS:
        return next((j for j in parse.children(token.head) if parse.tokens[j].dep == "nsubj"), None)
    if token.dep in {"appos", "compound"} and parse.tokens[token.head].pos == "PROPN":
        return token.head
    return next((j for j in parse.children(i) if parse.tokens[j].dep == "appos"), None)


def _around(parse: Parse, i: int, bearer: int) -> Range:
    """From the one to the other, with what stands before them; the noun alone where that is long."""
    first = [
        k
        for j in (i, bearer)
        for k in parse.children(j)
        if k < j and parse.tokens[k].dep in {"compound", "poss", "det", "amod"}
    ]
    low = min((i, bearer, *first))
    while (
        low and parse.tokens[low - 1].text[:1].isupper() and parse.tokens[low - 1].dep in {"compound", "amod"}
    ):
        low -= 1
    first.append(low)
    start, end = parse.range_of([i, bearer, *first])
    return (start, end) if end - start <= LONGEST else (parse.tokens[i].start, parse.tokens[i].end)


def _draft(facts: Facts, kin: Kin, held: list[Role]) -> Draft | None:
    """A draft where two texts have roles of different grades, and neither has the other's too."""
    told: dict[str, set[str]] = defaultdict(set)
    for role in held:
        told[role.span.doc].add(role.grade)
    apart = {
        d
        for a, b in combinations(sorted(told), 2)
        if not told[a] & told[b] and kin.related(a, b)
        for d in (a, b)
    }
    voices = {facts.voice_of(doc) for doc in apart}
    if len(voices) < 2:
        return None
    first = {role.span.doc: role for role in reversed(held) if role.span.doc in apart}
    rows = [first[doc] for doc in sorted(first)][:SPANS]
    said = "; ".join(
        f"{facts.name(r.span.doc)} “{plain(facts, r.span)}”{translators(facts, r.span.doc)}" for r in rows[:4]
    )
    return Draft(
        kind="label",
        importance=2,
        weight=2 * len(voices) + 3,
        statement=f"The part of {facts.entity_name(held[0].person)} under different names: {said}.",
        evidence=tuple(facts.shown(r.span, f"“{r.word}”") for r in rows),
        rule="divergence.role-of-a-person",
    )
