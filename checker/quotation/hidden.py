"""What an ellipsis hides."""

from __future__ import annotations

from checker.quotation.align import Part
from checker.quotation.finding import Finding, Pair
from checker.quotation.lexicon import marked
from checker.quotation.sentences import ends_sentence, narrated

STRONG = {
    "negation": "hidden-negation",
    "limit": "hidden-condition",
    "condition": "hidden-condition",
    "denial": "hidden-negation",
    "attribution": "hidden-attribution",
    "hedge": "hidden-modality",
    "modality": "hidden-modality",
    "scope": "hidden-modality",
}
WEAK = {"quantity": "hidden-modality", "order": "hidden-condition"}
SHORT = 12
"""Up to so many hidden words, quantities and "before" or "after" count as part of the sense."""


def ellipsis(pair: Pair, part: Part) -> Finding:
    """Judge the words of the text that an ellipsis stands for."""
    if narrated(pair.text, part.s1, part.s2):
        return pair.finding(
            "conventional", "accepted", "hidden", part, "the narrator's words between two pieces"
        )
    pieces = _unfinished(pair, part)
    for first, last in pieces:
        rule, note = _sense(pair, first, last, short=part.s2 - part.s1 <= SHORT)
        if rule:
            return pair.finding(rule, "misleading", "hidden", part, note)
    if len(pieces) == 2:
        note = "the ellipsis joins the start of one sentence to the end of another"
        return pair.finding("splice", "misleading", "hidden", part, note)
    return pair.finding("conventional", "accepted", "hidden", part, "an ellipsis")


def _unfinished(pair: Pair, part: Part) -> list[tuple[int, int]]:
    """The hidden words that belong to a sentence of which the quotation has a piece."""
    ends = [i for i in range(part.s1, part.s2 + 1) if ends_sentence(pair.text, i)]
    if not ends:
        return [(part.s1, part.s2)]
    return [piece for piece in ((part.s1, ends[0]), (ends[-1], part.s2)) if piece[0] < piece[1]]


def _sense(pair: Pair, first: int, last: int, *, short: bool) -> tuple[str, str]:
    rules = STRONG | WEAK if short else STRONG
    found = marked(pair.text.words[first:last], *rules)
    if not found:
        return "", ""
    found.sort(key=lambda f: list(rules).index(f[2]))
    a, b, name = found[0]
    words = pair.text.piece(first + a, first + b)
    return rules[name], f"the ellipsis hides “{words}” ({name})"
