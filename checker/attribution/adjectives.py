"""Adjective cues: is confident that, was critical of, remains convinced that."""

from __future__ import annotations

from checker.attribution.cues import Cues
from checker.attribution.draft import Draft
from checker.attribution.grammar import Grammar
from checker.attribution.people import can_think
from checker.attribution.predicates import NOTHING, Found
from checker.attribution.scope import between
from checker.attribution.sources import of_verb

_LINKS = frozenset({"be", "remain", "become", "feel", "seem", "sound", "grow", "stay", "appear", "get"})


def drafts(g: Grammar, cues: Cues) -> list[Draft]:
    """All attributions whose cue is a predicate adjective of somebody who can think."""
    found: list[Draft] = []
    for i, token in enumerate(g.tokens):
        if not cues.has("adjectives.stance", token.lemma.lower()) or token.dep not in {
            "acomp",
            "ROOT",
            "conj",
        }:
            continue
        content, rule, extra = _content(g, cues, i)
        verb = g.tokens[i].head
        if not content or g.tokens[verb].lemma not in _LINKS or not g.is_finite(verb):
            continue
        source = tuple(k for k in of_verb(g, verb) if k != i and not _inside(g, k, content))
        # `We were afraid of the dam` in somebody's words tells a feeling, and nothing that was said.
        own = g.quote[i] >= 0 and bool(extra) and g.lower(source[0] if source else i) in {"i", "we"}
        if source and can_think(g, source) and not own:
            words = tuple(sorted({verb, i, *extra, *_around(g, verb)}))
            found.append(Draft(i, words, source, content, rule))
    return found


def _around(g: Grammar, verb: int) -> list[int]:
    return [c for c in g.children[verb] if g.tokens[c].dep in {"aux", "neg"} and abs(c - verb) <= 3]


def _inside(g: Grammar, i: int, content: tuple[tuple[int, int], ...]) -> bool:
    return any(start <= g.tokens[i].start < end for start, end in content)


def _content(g: Grammar, cues: Cues, adjective: int) -> Found:
    """The clause of the adjective, or what follows the preposition that it takes."""
    top = g.child(adjective, "ccomp")
    if top is not None and top > adjective:
        return between(g, g.left[top], g.right[top], adjective), "attribution.adjective", ()
    for c in g.children[adjective]:
        licensed = cues.takes("adjectives.stance", g.tokens[adjective].lemma.lower(), g.lower(c))
        if c > adjective and g.tokens[c].dep == "prep" and licensed and g.right[c] > c:
            return between(g, c + 1, g.right[c], adjective), "attribution.adjective", (c,)
    return NOTHING
