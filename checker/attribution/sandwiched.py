"""`The treaty, a diplomat from the coast said, bans nets`: a speaker whom the parse takes for an apposition."""

from __future__ import annotations

from checker.attribution.cues import Cues
from checker.attribution.draft import Draft
from checker.attribution.grammar import Grammar
from checker.attribution.people import can_think
from checker.attribution.scope import between


def drafts(g: Grammar, cues: Cues) -> list[Draft]:
    """Attributions between two commas whose speaker was read as an apposition to the subject around them."""
    found = (_draft(g, i) for i, token in enumerate(g.tokens) if cues.has("verbs.speech", token.lemma))
    return [draft for draft in found if draft is not None]


def subject_around(g: Grammar, top: int) -> tuple[int, ...]:
    """The subject of `bans`, which the parse gave to `said`; empty where the sentence has not this shape."""
    inserted = next((c for c in g.children[top] if g.tokens[c].dep == "parataxis" and c < top), None)
    subject = g.child(inserted, "nsubj") if inserted is not None else None
    named = g.child(subject, "appos") if subject is not None else None
    if (
        inserted is None
        or subject is None
        or named is None
        or not _between_commas(g, g.left[named], inserted)
    ):
        return ()
    return tuple(range(g.left[subject], g.left[named] - 1))


def _draft(g: Grammar, verb: int) -> Draft | None:
    top, subject = g.tokens[verb].head, g.child(verb, "nsubj")
    if g.tokens[verb].dep != "parataxis" or subject is None or top < verb or not g.is_finite(verb):
        return None
    named = g.child(subject, "appos")
    if (
        named is None
        or not _between_commas(g, g.left[named], verb)
        or g.child(top, "nsubj", "nsubjpass") is not None
    ):
        return None
    source = tuple(range(g.left[named], verb))
    first = between(g, g.left[subject], g.left[named] - 2, verb)
    second = between(g, verb + 2, g.right[top], verb)
    told = (*first, *second)
    return Draft(verb, (verb,), source, told, "attribution.said-between") if can_think(g, source) else None


def _between_commas(g: Grammar, first: int, verb: int) -> bool:
    return g.tokens[first - 1].text == "," and g.tokens[verb + 1].text == ","
