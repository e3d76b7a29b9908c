"""What an ellipsis hides."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.quotation import splices
from checker.quotation.align import Part
from checker.quotation.asides import STRONG, apart, is_aside, is_clause, is_parallel
from checker.quotation.finding import Finding, Pair
from checker.quotation.frames import is_noun
from checker.quotation.lexicon import classes, marked, words_of
from checker.quotation.sentences import ends_sentence, narrated, speech_closes

_OF_NAMES = ("scope", "bound", "styled")
"""What may be hidden with an apposition: "…, the former head of it, …"."""
_OF_CLAUSES = ("attribution", "hedge", "modality", "guessing", "distancing", "quantity", "order")
"""What may be hidden with a whole clause that it belongs to: "…, and I am told that …"."""
WEAK = {"quantity": "hidden-modality", "order": "hidden-condition"}
SHORT = 12
"""Up to so many hidden words, quantities and "before" or "after" count as part of the sense."""
FEW = 2
"""Hidden words among which a number belongs to the word behind them."""
_DETERMINERS = words_of("determiner")
_COMPARING = words_of("comparing")
_YEAR = re.compile(r"1[0-9]{3}|20[0-9]{2}")
_SUBJECTS = words_of("subject")
_OWN = frozenset({"my", "our"})


def ellipsis(pair: Pair, part: Part) -> Finding:
    """Judge the words of the text that an ellipsis stands for."""
    if narrated(pair.text, part.s1, part.s2):
        return pair.edited("narration", "hidden", part)
    if joined := splices.joined(pair, part):
        return pair.finding("splice", "misleading", "hidden", part, joined)
    if is_parallel(pair, part):
        return pair.edited("ellipsis", "hidden", part)
    pieces = _unfinished(pair, part)
    for first, last in pieces:
        if is_aside(pair, Part(part.q1, part.q2, first, last)):
            continue
        rule, note = _sense(pair, first, last, short=part.s2 - part.s1 <= SHORT and not apart(pair, part))
        if rule:
            return pair.finding(rule, "misleading", "hidden", part, note)
    if len(pieces) == 2:
        note = "the ellipsis joins the start of one sentence to the end of another"
        return pair.finding("splice", "misleading", "hidden", part, note)
    return pair.edited("ellipsis", "hidden", part)


def _unfinished(pair: Pair, part: Part) -> list[tuple[int, int]]:
    """The hidden words that belong to a sentence of which the quotation has a piece."""
    ends = [i for i in range(part.s1, part.s2 + 1) if ends_sentence(pair.text, i)]
    if not ends:
        return [(part.s1, part.s2)]
    closed = next((i for i in range(part.s1, ends[0]) if speech_closes(pair.text, i)), ends[0])
    return [piece for piece in ((part.s1, closed), (ends[-1], part.s2)) if piece[0] < piece[1]]


def _names(word: str) -> bool:
    """Whether a word begins the name of something: "…, the only one in the valley, …"."""
    return word in ("a", "an", "the", "one", "its", "his", "her", "our", "their")


def _sense(pair: Pair, first: int, last: int, *, short: bool) -> tuple[str, str]:
    rules = STRONG | WEAK if short else STRONG
    if (
        first
        and "," in pair.text.gap(first)
        and "," in pair.text.gap(last)
        and (_names(pair.text.words[first]) or pair.text.words[first] in _SUBJECTS)
    ):
        rules = {name: rule for name, rule in rules.items() if name not in _OF_NAMES}
    row = pair.text.words[first:last]
    if is_clause(pair.text, first, last):
        rules = {name: rule for name, rule in rules.items() if name not in _OF_CLAUSES}
    if _half_compared(row):
        return "hidden-condition", "the ellipsis hides the other side of a comparison"
    if row[0] in ("in", "by", "to") and "opinion" in classes(row[-1]) and not _OWN.intersection(row):
        return "hidden-attribution", f"the ellipsis hides “{pair.text.piece(first, last)}”"
    if measure := _measure(row):
        return "hidden-modality", f"the ellipsis hides “{measure}” (part of the whole)"
    dated = row[0] == "in" and row[1:] and _YEAR.fullmatch(row[1])
    if len(row) <= FEW and not dated and "," not in pair.text.gap(first) and marked(row, "number"):
        return "hidden-modality", f"the ellipsis hides “{pair.text.piece(first, last)}” (number)"
    found = marked(row, *rules)
    if first and "hedge" in classes(pair.text.words[first - 1]):
        found = [f for f in found if f[2] not in ("lead", "hedge")]
    found = [f for f in found if f[2] != "distancing" or not is_noun(row, f[0])]
    if not found:
        return "", ""
    found.sort(key=lambda f: list(rules).index(f[2]))
    a, b, name = found[0]
    words = pair.text.piece(first + a, first + b)
    return rules[name], f"the ellipsis hides “{words}” ({name})"


def _half_compared(row: Sequence[str]) -> bool:
    """Whether hidden words hold "than" without what it belongs to: the other side of a comparison."""
    if "than" not in row:
        return False
    before = row[: row.index("than")]
    return not any(word in _COMPARING or word.endswith("er") for word in before)


def _measure(row: Sequence[str]) -> str:
    """The hidden words, where they are nothing but "some of", "parts of the"."""
    held = marked(row, "measure")
    size = len(row) - (row[-1] in _DETERMINERS)
    return " ".join(row) if held and held[0][:2] == (0, size) else ""
