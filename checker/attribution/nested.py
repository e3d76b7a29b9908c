"""Quotations inside a quotation: `"She said, 'Go,' and I went," Roe recalled.`"""

from __future__ import annotations

import re

from checker.attribution.cues import Cues
from checker.attribution.draft import Draft
from checker.attribution.grammar import VERBAL, Grammar
from checker.attribution.sources import of_verb
from checker.model import Range

_INNER = re.compile(
    r"(?<![\w‘'])‘(?=\S)(?:[^‘’]|(?<=\w)’(?=\w))+’(?!\w)"
    r"|(?<![\w'])'(?=\w)(?:[^']|(?<=\w)'(?=\w))+'(?!\w)"
    r"|(?<!\w)“[^“”]+”"
)
_LEAD = frozenset({",", ":"})
_NEAR = 5
"""Tokens between the verb and the comma before the inner mark: `told me on the phone,`."""


def drafts(g: Grammar, cues: Cues) -> list[Draft]:
    """Attributions of the inner quotations that a verb of saying and a comma or colon lead to."""
    found: list[Draft] = []
    for outer in g.marks:
        for match in _INNER.finditer(g.text, *outer.inner):
            verb = _leading(g, cues, outer.start, match.start())
            if verb is not None and g.words(*match.span()):
                found.append(_draft(g, verb, match.span()))
    return found


def _leading(g: Grammar, cues: Cues, start: int, at: int) -> int | None:
    mark = g.index(at) - 1
    if mark < 0 or g.tokens[mark].text not in _LEAD or g.tokens[mark].start < start:
        return None
    for i in range(mark - 1, max(g.index(start) - 1, mark - _NEAR - 1), -1):
        if g.tokens[i].pos == "PUNCT":
            return None
        if g.tokens[i].pos in VERBAL and cues.has("verbs.speech", g.tokens[i].lemma):
            return i
    return None


def _draft(g: Grammar, verb: int, content: Range) -> Draft:
    return Draft(verb, (verb,), of_verb(g, verb), (content,), "attribution.quoted-inside")


def replaced(drafts: list[Draft], inner: list[Draft]) -> list[Draft]:
    """The drafts, those of a verb that leads to an inner quotation replaced."""
    heads = {draft.head for draft in inner}
    return [draft for draft in drafts if draft.head not in heads] + inner
