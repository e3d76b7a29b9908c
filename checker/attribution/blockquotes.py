"""A saying that ends its paragraph with a comma or colon: the next paragraph is what was said."""

from __future__ import annotations

from itertools import pairwise

from checker.attribution.cues import Cues
from checker.attribution.draft import Draft
from checker.attribution.grammar import VERBAL, Grammar
from checker.attribution.scope import trimmed
from checker.attribution.sources import of_verb
from checker.attribution.verbs import cue_words
from checker.model import Range

_NEAR = 8
"""Tokens between the cue and a closing colon; before a closing comma it may stand anywhere in the sentence."""
_SHORTEST = 8
"""Words of a block quotation."""


def drafts(g: Grammar, cues: Cues, taken: frozenset[int]) -> list[Draft]:
    """Attributions whose content is an unmarked paragraph after the cue; `taken` are cues with a content."""
    paragraphs = g.parse.paragraphs
    kinds = {block.start: block.kind for block in g.document.blocks}
    found: list[Draft] = []
    for here, after in pairwise(paragraphs):
        if kinds.get(here[0]) == "heading" or kinds.get(after[0]) == "heading":
            continue
        verb = _opening(g, cues, here)
        content = trimmed(g, after)
        if verb is None or verb in taken or content is None or not (_fits(g, after) or _is_line(g, after)):
            continue
        words = cue_words(g, verb)
        source = tuple(i for i in of_verb(g, verb) if i not in words)
        found.append(Draft(verb, words, source, (content,), "attribution.block-quote"))
    return found


def _opening(g: Grammar, cues: Cues, paragraph: Range) -> int | None:
    """The cue verb of a paragraph's last sentence where that ends with a comma or colon."""
    last = g.index(paragraph[1]) - 1
    if last < 0 or g.tokens[last].start < paragraph[0] or g.tokens[last].text not in {",", ":"}:
        return None
    start = g.sentence_of(last).first
    if g.tokens[last].text == ":":
        start = max(start, last - _NEAR)
    verbs = (i for i in range(last - 1, start - 1, -1) if g.tokens[i].pos in VERBAL and g.quote[i] < 0)
    cue = next((i for i in verbs if cues.has("verbs.speech", _speaking(g, i))), None)
    return cue if cue is not None and not g.is_passive(cue) else None


def _speaking(g: Grammar, verb: int) -> str:
    """The lemma of a verb; `speak` and `begin` announce words as `say` does."""
    return "say" if g.tokens[verb].lemma in {"speak", "begin"} else g.tokens[verb].lemma


def _is_line(g: Grammar, paragraph: Range) -> bool:
    """Whether a paragraph is a line of dialogue behind a dash, all of it speech."""
    first = g.index(paragraph[0]) + 1
    spoken = first < len(g.tokens) and g.in_dashes(g.tokens[first].start)
    return spoken and len({g.quote[i] for i in range(first, g.index(paragraph[1]))}) == 1


def _fits(g: Grammar, paragraph: Range) -> bool:
    """Whether a paragraph is prose without quotation marks at its beginning."""
    first = g.index(paragraph[0])
    return first < len(g.tokens) and g.quote[first] < 0 and len(g.words(*paragraph)) >= _SHORTEST
