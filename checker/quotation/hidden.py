"""What an ellipsis hides, and what a cut at either end leaves out."""

from __future__ import annotations

from checker.quotation import brackets
from checker.quotation.align import Alignment, Part
from checker.quotation.finding import Finding, Pair
from checker.quotation.lexicon import classes, marked
from checker.quotation.sentences import (
    ends_clause,
    ends_sentence,
    narrated,
    resumes,
    sentence_end,
    speech_ends,
)

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
CLAUSE = 5
"""Words from which a quotation says something of its own, so that a cut can mislead."""
BACK = 3
"""Words before a quotation in which a negation still governs its first words."""
FURTHEST = 80
"""Words that a sentence is followed."""
_GOVERNS = ("den", "refus", "reject")


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


def cut_after(pair: Pair, alignment: Alignment) -> Finding | None:
    """Judge the end: does the sentence go on with "but", "unless", "only if", or with "not" after a bracket?"""
    first, last = alignment.runs[0].s, alignment.runs[-1].s_end
    text, size = pair.text, len(pair.quoted.words)
    if alignment.matched < CLAUSE or alignment.runs[-1].q_end != size or ends_sentence(text, last):
        return None
    if pair.quoted.bracketed[-1] >= 0 and "negation" in classes(text.words[last]):
        return brackets.dropped(pair, Part(size, size, last, last + 1))
    return _limit_after(pair, first, last)


def _limit_after(pair: Pair, first: int, last: int) -> Finding | None:
    text, size = pair.text, len(pair.quoted.words)
    place = resumes(text, last, FURTHEST // 2) if speech_ends(text, first, last) else last
    found = marked(text.words[place : place + 4], "limit")
    if not found or found[0][0] or not text.surface(place).islower() or not _limits(pair, first, place):
        return None
    part = Part(size, size, place, sentence_end(text, place + 1, FURTHEST))
    note = f"the sentence goes on with “{text.piece(place, place + found[0][1])}”"
    return pair.finding("cut-before-limit", "misleading", "hidden", part, note)


def _as_sentence(pair: Pair) -> bool:
    """Whether the quotation begins with a capital letter, be it in brackets."""
    first = pair.quoted.folded.starts[0]
    return pair.quoted.folded.view[first:].lstrip("[")[:1].isupper()


def _limits(pair: Pair, first: int, place: int) -> bool:
    """Whether a limiting word is one here: "yet" after a mark, "if" where a claim rather than a phrase is quoted."""
    word, before = pair.text.words[place], pair.text.words[place - 1]
    if word == "yet":
        return ends_clause(pair.text, place)
    asked = classes(before) & {"asking"} or before == "as"
    return word != "if" or (ends_clause(pair.text, first) and not asked)


def cut_before(pair: Pair, alignment: Alignment) -> Finding | None:
    """Judge the beginning: does "whether", "denied that" or "not" stand right before it?

    After "not" a quoted phrase may well be fair (she is not "a friend of the mill"); a quoted sentence is not.
    """
    first = alignment.runs[0].s
    if alignment.matched <= CLAUSE or alignment.runs[0].q or ends_clause(pair.text, first):
        return None
    for i in range(first - 1, max(-1, first - 1 - BACK), -1):
        word = pair.text.words[i]
        negated = "negation" in classes(word) and _as_sentence(pair)
        if negated or word in ("if", "unless", "whether") or word.startswith(_GOVERNS):
            note = f"“{pair.text.surface(i)}” stands right before the quoted words"
            return pair.finding("cut-after-negation", "misleading", "hidden", Part(0, 0, i, first), note)
        if ends_clause(pair.text, i):
            return None
    return None
