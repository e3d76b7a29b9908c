"""What is said before a court or panel: `The inquest heard that …`, `…, the court was told, …`; by whom is not told."""

from __future__ import annotations

from checker.attribution.draft import Draft
from checker.attribution.grammar import PASSIVES, SUBJECTS, Grammar
from checker.attribution.scope import between, trimmed, without
from checker.model import Range

_BODIES = frozenset(
    {
        "court",
        "tribunal",
        "inquest",
        "inquiry",
        "enquiry",
        "jury",
        "hearing",
        "panel",
        "commission",
        "committee",
    }
    | {"trial", "parliament"}
)
_APART = frozenset({",", "—", "–"})


def drafts(g: Grammar) -> list[Draft]:
    """All attributions to what a court or panel has heard or was told."""
    found = (_draft(g, i) for i, token in enumerate(g.tokens) if token.lemma in {"hear", "tell"})
    return [draft for draft in found if draft is not None]


def _draft(g: Grammar, verb: int) -> Draft | None:
    subject = g.child(verb, *PASSIVES) if g.tokens[verb].lemma == "tell" else g.child(verb, *SUBJECTS)
    if (
        subject is None
        or subject > verb
        or g.tokens[subject].lemma.lower() not in _BODIES
        or not g.is_finite(verb)
    ):
        return None
    content = _clause(g, verb) if g.tokens[verb].lemma == "hear" else ()
    content = content or _around(g, verb, subject)
    return Draft(verb, (verb,), (), content, "attribution.hearing") if content else None


def _clause(g: Grammar, verb: int) -> tuple[Range, ...]:
    top = g.child(verb, "ccomp")
    if top is None or g.left[top] < verb or not g.is_finite(top):
        return ()
    return between(g, g.left[top], g.right[top], verb)


def _around(g: Grammar, verb: int, subject: int) -> tuple[Range, ...]:
    """The clause that `, the court heard,` stands in, where nothing else is between the marks."""
    first, top, stop = g.left[subject], g.tokens[verb].head, g.sentence_of(verb).last
    if g.tokens[verb].dep not in {"parataxis", "ccomp", "advcl"} or first == g.sentence_of(verb).first:
        return ()
    if (
        g.tokens[first - 1].text not in _APART
        or verb + 1 >= stop
        or g.tokens[verb + 1].text not in {*_APART, "."}
    ):
        return ()
    hole = (g.tokens[first].start, g.tokens[verb].end)
    pieces = without(between(g, min(g.left[top], g.left[verb]), max(g.right[top], verb + 1), top), hole)
    return tuple(p for p in (trimmed(g, piece) for piece in pieces) if p is not None)
