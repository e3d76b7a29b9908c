"""The word that some texts choose for a kind of thing, while others choose another: a swap, a release."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from checker.divergence import places
from checker.divergence.captions import is_caption
from checker.divergence.draft import SPANS, Draft, Facts
from checker.divergence.matches import matches
from checker.divergence.phrasing import plain, translators
from checker.divergence.reasons import denying
from checker.divergence.referents import is_charge, phrase
from checker.divergence.tables import table
from checker.divergence.told_when import of_one_time
from checker.model import Example, Parse, Range, Rule, Sentence, Span

LEAD = 6
"""Sentences at the start of a text that tell its main matter, headline and all."""
SURE, SHARED = 0.2, 2
"""Score of aligned sentences in which two words are about one thing; names and nouns shared elsewhere."""
NEAR = 6
"""Tokens from a word to another that takes it back, and to its object."""
SHOWN, EACH = 50, 4
"""Characters of a phrase, and texts of one word, in a statement."""
DISTANT = frozenset({
    "alleged", "so-called", "purported", "supposed", "reported", "possible", "potential", "apparent", "not", "no",
    "n't", "any", "if", "never", "without",
})  # fmt: skip
"""Words beside a word that the narrator does not take over."""
BANDS = frozenset(
    {"group", "organization", "organisation", "network", "militia", "movement", "gang", "leader", "faction"}
)
"""Nouns for people that an adjective of a family describes."""
RULES = (
    Rule(
        "divergence.words-chosen",
        "Other words chosen for one kind of thing",
        "In the narrators' own voice, texts about one happening choose words for a deed, person or thing that say "
        "different things of it, and one of two texts nowhere has the other's word. That both are about one thing "
        "shows by aligned sentences, by names and nouns shared where both texts begin, or by what the word describes.",
        (
            Example(
                "The swap of two nurses was held at the pier in Oru. / The release of two nurses at the pier in "
                "Oru was quiet.",
                ("swap", "release"),
            ),
            Example(
                "The hostile bid of the Alder Trust for the mill failed. / The sweetened bid of the Alder Trust for "
                "the mill failed.",
                ("hostile bid", "sweetened bid"),
            ),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Choice:
    """A word of a family in its phrase; `row` says which of the family's words it is, the plainest first.

    `own` tells that it is the narrator's own, `lead` that it stands where its text begins; `keys` are the
    names and nouns of its sentence, `role` what it stands beside in the grammar: its verb, and what that governs.
    """

    span: Span
    family: str
    row: int
    noun: bool
    own: bool
    sentence: int
    lead: bool
    keys: frozenset[str]
    role: frozenset[str]


@cache
def _words() -> dict[str, list[tuple[str, int]]]:
    """Lemma -> families and rows."""
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for family, part in table("choices").items():
        for number, row in enumerate(part["rows"]):
            for word in row:
                found[word].append((family, number))
    return found


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `label`, one a family and set of comparable texts."""
    read = {doc: list(_choices(facts, doc)) for doc in sorted(facts.documents)}
    drafts = []
    for circle in facts.circles():
        for family in table("choices"):
            rows = {doc: [c for c in read[doc] if c.family == family] for doc in sorted(circle)}
            draft = _draft(facts, family, {doc: held for doc, held in rows.items() if held})
            drafts += [draft] if draft else []
    return drafts


def _choices(facts: Facts, doc: str) -> Iterator[Choice]:
    """The words of families that a text has without denying what they say, in text order."""
    parse, document, told = facts.parses[doc], facts.documents[doc], 0
    denied = {
        row.sentence
        for row in matches(facts).rows
        if row.doc == doc and (row.negative or row.near & denying())
    }
    for number, sentence in enumerate(parse.sentences):
        titled = document.text[sentence.start : sentence.end].strip() in (document.title or "")
        if not (titled or document.in_body(sentence.start, sentence.end)):
            continue
        if is_caption(facts, doc, sentence.start):
            continue
        told += 1
        keys = _keys(facts, parse, sentence)
        for i in range(sentence.first, sentence.last):
            for family, row in _at(parse, i) if number not in denied and _taken(facts, parse, i) else ():
                own = facts.voice_at(doc, parse.tokens[i].start, parse.tokens[i].end)[0] == "narrator"
                noun = parse.tokens[i].pos != "VERB"
                span = Span(doc, *_phrase(parse, i))
                yield Choice(span, family, row, noun, own, number, told <= LEAD, keys, _role(facts, parse, i))


def _taken(facts: Facts, parse: Parse, i: int) -> bool:
    """Whether a word is no part of a name or charge, not in quotation marks and not held at a distance."""
    token = parse.tokens[i]
    if (
        (parse.doc, i) in places.named(facts)
        or parse.is_quoted(token.start, token.end)
        or is_charge(parse, i)
    ):
        return False
    beside = (
        parse.tokens[j].text.lower() for h in (i, token.head) for j in parse.children(h) if abs(j - i) < NEAR
    )
    return not set(beside) & DISTANT


def _keys(facts: Facts, parse: Parse, sentence: Sentence) -> frozenset[str]:
    """The names and nouns of a sentence that are no word of a family."""
    inside = (i for i in range(sentence.first, sentence.last) if parse.tokens[i].pos in {"NOUN", "PROPN"})
    return frozenset(key for i in inside if (key := places.key(facts, parse, i)) not in _words())


def _role(facts: Facts, parse: Parse, i: int) -> frozenset[str]:
    """What a word belongs to: what it is of, what it describes, and its verb with what that governs."""
    token = parse.tokens[i]
    above = [token.head, *parse.children(token.head)] if token.head != i else []
    below = [k for j in parse.children(i) for k in (j, *parse.children(j))]
    beside = (j for j in (*above, *below) if j != i and not parse.tokens[j].stop)
    words = (places.key(facts, parse, j) for j in beside if parse.tokens[j].pos in {"NOUN", "PROPN", "VERB"})
    return frozenset(word for word in words if word not in _words())


def _at(parse: Parse, i: int) -> Iterator[tuple[str, int]]:
    """The families and rows of a word, where it is used as the family asks."""
    token, families = parse.tokens[i], table("choices")
    for family, row in _words().get(token.lemma.lower(), ()) or _words().get(token.text.lower(), ()):
        described = families[family].get("of")
        if described is not None:
            objects = [j for j in parse.children(i) if parse.tokens[j].dep in {"dobj", "nsubjpass"}]
            if {parse.tokens[j].lemma.lower() for j in (token.head, *objects)} & set(described):
                yield family, row
        elif (
            token.pos == "NOUN"
            or (token.pos == "VERB" and families[family].get("verbs"))
            or _of_band(parse, i)
        ):
            yield family, row


def _of_band(parse: Parse, i: int) -> bool:
    """Whether a word describes a group of people: "the terror group"."""
    token = parse.tokens[i]
    return token.dep in {"amod", "compound"} and parse.tokens[token.head].lemma.lower() in BANDS


def _phrase(parse: Parse, i: int) -> Range:
    """The noun phrase of a word, or the verb with its object."""
    token = parse.tokens[i]
    head = token.head if token.dep in {"amod", "compound", "nmod"} else i
    if parse.tokens[head].pos == "NOUN":
        start, end = phrase(parse, head)
        return (start, end) if start <= token.start < end else parse.range_of([i, head])
    objects = [j for j in parse.children(i) if parse.tokens[j].dep == "dobj" and 0 < j - i < NEAR]
    return parse.range_of([i, *objects])


def _tied(facts: Facts, a: Choice, b: Choice) -> bool:
    """Whether two words are about one thing, and play one part in it."""
    if not a.role & b.role:
        return False
    places_ = (a.span.doc, a.sentence), (b.span.doc, b.sentence)
    described = "of" in table("choices")[a.family]
    close = len(a.keys & b.keys) >= SHARED and (described or (a.lead and b.lead))
    return close or matches(facts).aligned.get(places_, 0.0) >= SURE


def _rivals(facts: Facts, rows: dict[str, list[Choice]]) -> set[Choice]:
    """The uses of which two texts have one each for one thing, and one of them not the other's word."""
    own, found = {doc: {c.row for c in held} for doc, held in rows.items()}, set[Choice]()
    for x, y in combinations(sorted(rows), 2):
        if facts.voice_of(x) != facts.voice_of(y) and of_one_time(facts, x, y):
            for a, b in ((a, b) for a in rows[x] for b in rows[y] if a.row != b.row and a.own and b.own):
                if (a.row not in own[y] or b.row not in own[x]) and _tied(facts, a, b):
                    found |= {a, b}
    return found


def _draft(facts: Facts, family: str, rows: dict[str, list[Choice]]) -> Draft | None:
    rivals = _rivals(facts, rows)
    spread = Counter(n for held in rows.values() for n in {c.row for c in held if c in rivals})
    groups: dict[int, list[Choice]] = defaultdict(list)
    for held in rows.values():
        fit = [c for c in held if c in rivals and (c.noun or c.lead)]
        if fit:
            chosen = min(
                fit, key=lambda c: (spread[c.row], -c.row, not c.noun, -_length(facts, c), not c.lead, c.span)
            )
            groups[chosen.row].append(chosen)
    if len(groups) < 2:
        return None
    groups = {n: groups[n][: max(1, SPANS // len(groups))][:EACH] for n in sorted(groups)}
    shown = [c for held in groups.values() for c in held]
    voices = {facts.voice_of(c.span.doc) for c in shown}
    said = "; ".join(_said(facts, held) for held in groups.values())
    return Draft(
        kind="label",
        importance=table("choices")[family]["importance"],
        weight=2 * len(voices) + len(groups),
        statement=f"The narrators choose different words: {said}.",
        evidence=tuple(facts.shown(c.span, "the word chosen") for c in shown),
        rule="divergence.words-chosen",
    )


def _length(facts: Facts, choice: Choice) -> int:
    return len(facts.quote(choice.span).split())


def _said(facts: Facts, group: list[Choice]) -> str:
    """The texts that choose one word, with their phrases."""
    return ", ".join(
        f"{facts.name(c.span.doc)} “{plain(facts, c.span, SHOWN)}”{translators(facts, c.span.doc)}"
        for c in group
    )
