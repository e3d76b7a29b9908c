"""Words that judge or keep a distance, in the narrator's own voice."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise

from checker.divergence.draft import SPANS, Draft, Facts, listed
from checker.divergence.label_lexicon import lexicon
from checker.divergence.phrasing import plain
from checker.divergence.plain_uses import NEAR, PlainUses
from checker.model import Example, Framing, Parse, Rule, Span

ROLES = {"mocks": "disparages"}
"""What the word does, where the name of its kind says too much."""
STRONG = ("mocks", "disapproves")
"""Kinds of words that judge a party, the strongest first; praise and drama ("heroic", "obviously") colour a report."""
SEEING = frozenset({
    "see", "view", "regard", "consider", "think", "believe", "call", "find", "deem", "describe", "fear", "argue", "say",
    "hail", "praise", "condemn", "denounce", "brand", "dub",
})  # fmt: skip
"""Verbs whose subject, and not the narrator, judges."""
EACH, PHRASE = 2, NEAR
VOICES = 3
"""Voices that judge; two that each have one such word show no tone."""
OWNER = re.compile(r"\w(?:['’]s|s['’])\s+[\"“‘'«]$")
"""A name of whose bearer a quoted term is said to be."""
MENTION = 80
"""Characters around a term in which its own words are spoken of."""
WEIGHED = frozenset({("rather", "than"), ("instead", "of")})
WORDS = frozenset({"term", "phrase", "word", "euphemism", "label", "wording"})
"""What is said of words that are themselves the matter."""
RULES = (
    Rule(
        "divergence.judging-words",
        "Words that judge, in the narrator's voice",
        "At least three texts about the same happening use evaluative words of their own. What somebody is quoted "
        "with is never among them.",
        (
            Example(
                "The clumsy blueprint was read out. / The cynical blueprint was read out. / The plan was foolish.",
                ("clumsy blueprint", "cynical blueprint"),
            ),
            Example(
                "The shameless crew came home. / The foolish voyage is over. / The clumsy voyage is over.",
                ("shameless crew", "foolish voyage"),
            ),
        ),
    ),
    Rule(
        "divergence.term-at-a-distance",
        "A term that one text takes over and another does not",
        "One text sets a term in scare quotes or puts a word of distance before it; another uses it as its own.",
        (
            Example(
                "The so-called harbour reform was passed. / The harbour reform was passed.",
                ("harbour reform",),
            ),
            Example(
                "It was the purported open gate of the union. / The open gate of the union was praised.",
                ("open gate",),
            ),
        ),
    ),
)


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `label`."""
    rows: dict[str, list[Framing]] = defaultdict(list)
    for row in facts.framing:
        if row.voice == "narrator" and row.device in {"loaded", "scare_quotes", "distance"}:
            rows[row.span.doc].append(row)
    drafts, texts = list[Draft](), PlainUses(facts)
    for circle in facts.circles():
        held = {doc: rows[doc] for doc in sorted(circle) if rows[doc]}
        drafts += [d] if (d := _judging(facts, held)) else []
        drafts += _distanced(facts, texts, circle, held)
    return drafts


def _strength(row: Framing) -> int:
    return next((i for i, kind in enumerate(STRONG) if kind in row.rule), len(STRONG))


def _judging(facts: Facts, held: dict[str, list[Framing]]) -> Draft | None:
    """One draft for all texts; the strongest words of each that no other text uses."""
    cues = Counter(word for doc, rows in held.items() for word in {_cue(facts, row) for row in rows})
    best = {doc: [r for r in rows if cues[_cue(facts, r)] == 1] for doc, rows in held.items()}
    best = {doc: sorted(rows, key=lambda r: (_strength(r), r.cue)) for doc, rows in best.items()}
    turns = [
        (turn, doc, row)
        for turn in range(EACH)
        for doc, rows in best.items()
        for row in rows[turn : turn + 1]
    ]
    chosen = [(doc, row) for _, doc, row in turns if _strength(row) < len(STRONG) and _own(facts, row)][
        :SPANS
    ]
    voices = {facts.voice_of(doc) for doc, _ in chosen}
    if len(voices) < VOICES:
        return None
    spans = sorted({(_phrase(facts.parses[doc], row), row.rule.rsplit("-", 1)[-1]) for doc, row in chosen})
    first: dict[str, Span] = {}
    for span, _ in spans:
        first.setdefault(span.doc, span)
    said = "; ".join(f"{facts.name(doc)} “{plain(facts, span)}”" for doc, span in list(first.items())[:4])
    return Draft(
        kind="label",
        importance=1,
        weight=2 * len(voices) + len(chosen) / 2,
        statement=f"Words that judge, in the narrators' own voice: {said}.",
        evidence=tuple(facts.shown(span, ROLES.get(kind, kind)) for span, kind in spans),
        rule="divergence.judging-words",
    )


def _own(facts: Facts, row: Framing) -> bool:
    """Whether the narrator judges, and not somebody who sees, fears or praises something; nothing inside a name or a
    compound ("police brutality"), and no word that only describes a deed.
    """
    parse = facts.parses[row.span.doc]
    inside = list(parse.tokens_in(*row.cue))
    joined = (j for i in inside for j in (i, *parse.children(i)) if j == i or parse.tokens[i].pos == "NOUN")
    if any(parse.tokens[j].dep == "compound" or parse.tokens[j].pos == "PROPN" for j in joined):
        return False
    if any(parse.tokens[i].lemma.lower() in lexicon()["tone"]["describing"] for i in inside):
        return False
    above = (parse.tokens[j].lemma.lower() for i in inside[:1] for j in parse.ancestors(i))
    return not any(lemma in SEEING for lemma in above)


def _cue(facts: Facts, row: Framing) -> str:
    return facts.documents[row.span.doc].text[row.cue[0] : row.cue[1]].lower()


def _phrase(parse: Parse, row: Framing) -> Span:
    """The word with the noun or verb that it goes with, where these stand close together."""
    inside = list(parse.tokens_in(*row.cue))
    heads = [parse.tokens[i].head for i in inside if parse.tokens[i].dep in {"amod", "advmod"}]
    near = [h for h in heads if inside and abs(h - inside[0]) <= 4]
    start, end = parse.range_of([*inside, *near]) if inside else row.cue
    return Span(parse.doc, start, end) if end - start <= PHRASE else Span(parse.doc, *row.cue)


def _distanced(
    facts: Facts, texts: PlainUses, circle: frozenset[str], held: dict[str, list[Framing]]
) -> list[Draft]:
    found: dict[tuple[str, ...], Draft] = {}
    for doc, rows in held.items():
        for row in rows:
            term = _term(facts.parses[doc], row) if row.device != "loaded" else None
            if term and (_of_somebody(facts, term[0]) or _is_mentioned(facts, term[0])):
                continue
            if term and tuple(term[1]) not in found and not texts.used(doc, term[1], row.cue):
                plainly = [
                    s
                    for other in sorted(circle - {doc})
                    if not texts.marked(other, term[1]) and (s := texts.used(other, term[1]))
                ]
                if any(facts.voice_of(s.doc) != facts.voice_of(doc) for s in plainly):
                    found[tuple(term[1])] = _draft(facts, row, term[0], plainly)
    return list(found.values())


def _of_somebody(facts: Facts, term: Span) -> bool:
    """Whether a term is named as somebody's own words: the mayor's “quiet revolution”."""
    parse, before = facts.parses[term.doc], facts.documents[term.doc].text[: term.start]
    inside = list(parse.tokens_in(term.start, term.end))
    if OWNER.search(before):
        return True
    owners = (parse.tokens[c] for i in inside for c in parse.children(i) if c not in inside)
    return any(t.dep == "poss" and t.pos in {"PROPN", "NOUN", "PRON"} for t in owners)


def _is_mentioned(facts: Facts, term: Span) -> bool:
    """Whether a text speaks of the words themselves: using “flat-dweller” rather than “tenant”."""
    parse = facts.parses[term.doc]
    sentence = parse.sentence_at(term.start)
    words = range(sentence.first, sentence.last) if sentence else ()
    near = [parse.tokens[i] for i in words if abs(parse.tokens[i].start - term.start) <= MENTION]
    pairs = {(a.text.lower(), b.text.lower()) for a, b in pairwise(near)}
    return bool(pairs & WEIGHED) or bool({t.lemma.lower() for t in near} & WORDS)


def _term(parse: Parse, row: Framing) -> tuple[Span, list[str]] | None:
    """The term that is held at a distance: the words in scare quotes, or the phrase after the word of distance."""
    inside = list(parse.tokens_in(*row.cue))
    if not inside:
        return None
    if row.device == "distance":
        head = parse.tokens[inside[-1]].head
        inside = _after(parse, inside[-1] + 1)
        if head not in inside and parse.tokens[head].pos == "NOUN":
            return None
    content = [
        i
        for i in inside
        if parse.tokens[i].pos in {"NOUN", "PROPN", "ADJ", "VERB"} and not parse.tokens[i].stop
    ]
    content = [i for i in content if not parse.tokens[i].text.isdigit()]
    if len(content) < 2 or content != list(range(content[0], content[-1] + 1)):
        return None
    return Span(parse.doc, *parse.range_of(content)), [parse.tokens[i].lemma.lower() for i in content]


def _after(parse: Parse, i: int) -> list[int]:
    """The words up to the noun that a word of distance stands before; quotation marks may come between."""
    found: list[int] = []
    for j in range(i, min(i + 6, len(parse.tokens))):
        token = parse.tokens[j]
        if token.pos in {"NOUN", "PROPN", "ADJ"}:
            found.append(j)
        elif token.pos != "PUNCT" or found:
            break
    return found


def _draft(facts: Facts, row: Framing, term: Span, plainly: list[Span]) -> Draft:
    cue = Span(term.doc, min(row.cue[0], term.start), max(row.cue[1], term.end))
    how = _marking(facts, row, term)
    names = sorted({facts.name(s.doc) for s in plainly})
    return Draft(
        kind="label",
        importance=2,
        weight=4 + len(plainly),
        statement=f"{facts.name(term.doc)} marks “{plain(facts, term)}” {how}; "
        f"{listed(names[:4])} {'uses' if len(names) == 1 else 'use'} it plainly.",
        evidence=(
            facts.shown(facts.cut(cue, PHRASE), f"marked {how}"),
            *(facts.shown(s, "plainly") for s in plainly[: SPANS - 1]),
        ),
        rule="divergence.term-at-a-distance",
    )


def _marking(facts: Facts, row: Framing, term: Span) -> str:
    if row.device == "scare_quotes":
        return "with quotation marks"
    word = plain(facts, Span(term.doc, *row.cue))
    both = facts.parses[term.doc].is_quoted(term.start, term.end)
    return f"with “{word}”" + (" and quotation marks" if both else "")
