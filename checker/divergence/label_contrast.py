"""Names that a text sets against each other, while another text has only one of them."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from checker.divergence import places
from checker.divergence.draft import SPANS, Draft, Facts, listed
from checker.divergence.label_lexicon import lexicon
from checker.divergence.label_terms import chosen_uses, circle_uses, role
from checker.divergence.phrasing import plain
from checker.divergence.referents import Use
from checker.model import Example, Rule

RULES = (
    Rule(
        "divergence.words-in-contrast",
        "Two words set against each other",
        "A text itself says that one word is not the other, while another text has only one of them.",
        (
            Example(
                "The island got promises instead of commitments. / The island waits for commitments.",
                ("promises", "commitments"),
            ),
            Example(
                "It received no guarantee, just a promise. / The promise was made in May.",
                ("guarantee", "promise"),
            ),
        ),
    ),
)


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `label`."""
    named = places.mentions(facts)
    return [d for circle in facts.circles() for d in _contrasts(facts, circle_uses(facts, circle, named))]


def _contrasts(facts: Facts, found: list[Use]) -> list[Draft]:
    """Drafts for pairs of words that a sentence sets against each other; the other texts' use of them beside."""
    best: dict[tuple[str, str], list[tuple[Use, Use]]] = defaultdict(list)
    for a, b in pairwise(found):
        if a.family == b.family and a.term != b.term and _against(facts, a, b):
            best[min(a.term, b.term), max(a.term, b.term)].append((a, b))
    return [d for terms, pairs in sorted(best.items()) if (d := _contrast(facts, found, set(terms), pairs))]


def _against(facts: Facts, a: Use, b: Use) -> bool:
    """Whether a word of contrast stands right before the second of two uses in one sentence."""
    if a.span.doc != b.span.doc or a.sentence != b.sentence or not 0 < b.span.start - a.span.end <= 120:
        return False
    before = facts.documents[a.span.doc].text[a.span.end : b.span.start].lower()
    words = before.replace('"', " ").replace("“", " ").split()
    near = f" {' '.join(words[-5:])} "
    return any(f" {cue} " in near and f" the {cue} " not in near for cue in lexicon()["contrast"]["cues"])


def _contrast(facts: Facts, found: list[Use], terms: set[str], pairs: list[tuple[Use, Use]]) -> Draft | None:
    """A draft where another text has only one of the two words; texts that have both make no choice."""
    a, b = min(pairs, key=lambda p: (p[0].voice == "quoted", p[0].span))
    held: dict[str, set[str]] = defaultdict(set)
    for use in found:
        if use.term in terms and use.span.doc != a.span.doc:
            held[use.span.doc].add(use.term)
    one = {doc: words for doc, words in held.items() if len(words) == 1}
    told = chosen_uses([u for u in found if u.term in one.get(u.span.doc, ())], one, SPANS - 2)
    if not told or all(facts.voice_of(doc) == facts.voice_of(a.span.doc) for doc in one):
        return None
    said = "; ".join(
        f"{listed([facts.name(d) for d in sorted(one) if one[d] == {term}])} "
        f"{'has' if sum(w == {term} for w in one.values()) == 1 else 'have'} only “{term}”"
        for term in sorted(terms)
        if {term} in one.values()
    )
    who = facts.shown(b.span, "").by
    return Draft(
        kind="label",
        importance=3 if a.voice != "quoted" else 2,
        weight=len({facts.voice_of(u.span.doc) for u in told}) * 2 + len(pairs),
        statement=f"In {facts.name(a.span.doc)} “{plain(facts, a.span)}” stands against “{plain(facts, b.span)}”"
        f"{f' ({who})' if who else ''}; of the two, {said}.",
        evidence=(
            facts.shown(a.span, "set against the other"),
            facts.shown(b.span, "set against the other"),
            *(facts.shown(u.span, role(u)) for u in told),
        ),
        rule="divergence.words-in-contrast",
    )
