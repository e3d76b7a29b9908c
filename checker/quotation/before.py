"""What stands before a quotation in its sentence, and is cut off: who says so, "if", "perhaps", "not".

A quotation that begins where a clause begins reads as a statement of its source. It is none where the words before
it put the clause at a distance.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from checker.quotation.align import Alignment, Part
from checker.quotation.editing import trail
from checker.quotation.finding import Finding, Pair
from checker.quotation.frames import Frame, complement
from checker.quotation.leads import led, spoken, supposed
from checker.quotation.lexicon import classes, marked, words_of
from checker.quotation.sentences import FURTHEST, ends_clause, ends_sentence, sentence_start, speech_start

FEWEST = 4
"""Words from which a quotation says something of its own."""
CLAUSE = 6
"""Words of a quotation from which a negation further off counts."""
BACK = 3
"""Words before a quotation in which a negation still governs its first words."""
_GOVERNS = ("den", "refus", "reject")
"""How words of denial begin that take a whole clause."""
_STATES = ("auxiliary", "modality", "necessity", "past", "reporting", "vouching")
_SUBJECTS = words_of("subject")
_OBJECTS = words_of("object")
_CONTRACTED = ("'s", "'re", "'ve", "'ll", "'d", "'m", "n't")


def states(words: Sequence[str]) -> bool:
    """Whether words hold a verb that says when: then they are a statement rather than a phrase."""
    if words[0] in _SUBJECTS or any(map(_tensed, words[1:])):
        return True
    return any(word.endswith("ed") and after in _OBJECTS for word, after in pairwise(words[1:]))


@lru_cache(maxsize=1 << 16)
def _tensed(word: str) -> bool:
    """Whether a word is, or ends with, a verb that says when."""
    return word.endswith(_CONTRACTED) or not classes(word).isdisjoint(_STATES)


def cut_before(pair: Pair, alignment: Alignment, first: int) -> Finding | None:
    """Judge the beginning: what governs the quoted words, of which `first` is one, and does not stand among them?"""
    head = alignment.runs[0]
    if alignment.matched < FEWEST - as_sentence(pair) or (head.q and not pair.quoted.in_brackets(0, head.q)):
        return None
    frame = _frame(pair, alignment, first) or _measured(pair, alignment, first)
    if frame is None:
        return _negated(pair, alignment, first)
    return pair.finding(frame.rule, "misleading", "hidden", Part(0, 0, frame.first, frame.last), frame.note)


def _frame(pair: Pair, alignment: Alignment, first: int) -> Frame | None:
    text = pair.text
    words = text.words[first : alignment.runs[-1].s_end]
    if not (as_sentence(pair) or ends_clause(text, alignment.runs[-1].s_end)):
        return None
    if not (states(words) or _stopped(pair) or text.words[first - 1] == "that" or ends_sentence(text, first)):
        return None
    sentence = sentence_start(text, first, FURTHEST)
    begin = speech_start(text, sentence, first)
    if begin == first:
        return spoken(text, sentence, first) or supposed(text, first, words)
    found = complement(text, begin, first) or led(text, begin, first, words)
    return None if found and found.rule == "cut-after-condition" and _stays_open(pair, words) else found


def _stopped(pair: Pair) -> bool:
    """Whether the quotation is set like a whole sentence."""
    return as_sentence(pair) and trail(pair.quoted.folded)[:1] in (".", "!")


def _stays_open(pair: Pair, words: Sequence[str]) -> bool:
    """Whether a phrase that is no whole sentence still says "would be": then it does not state it."""
    would = any(a == "would" and b != "have" for a, b in pairwise(words))
    return would and not as_sentence(pair) and not trail(pair.quoted.folded)


def _measured(pair: Pair, alignment: Alignment, first: int) -> Frame | None:
    """Such as "Fewer than" before a number, "some of" before those whom the quotation speaks of."""
    text = pair.text
    begins = text.words[first]
    if not (classes(begins) & {"number", "quantity"} or (begins in ("the", "a") and as_sentence(pair))):
        return None
    if not (states(pair.quoted.words) or _stopped(pair)) or not (
        as_sentence(pair) or ends_clause(text, alignment.runs[-1].s_end)
    ):
        return None
    for size in (3, 2, 1):
        low = first - size
        held = marked(text.words[max(0, low) : first], "measure") if low >= 0 else []
        if held and held[-1][1] == size and not any(ends_clause(text, i) for i in range(low + 1, first + 1)):
            start = low + held[-1][0]
            note = f"“{text.piece(start, first)}” stands right before the quoted words"
            return Frame("cut-after-hedge", start, first, note)
    return None


def as_sentence(pair: Pair) -> bool:
    """Whether the quotation begins with a capital letter, be it in brackets."""
    first = pair.quoted.folded.starts[0]
    return pair.quoted.folded.view[first:].lstrip("[")[:1].isupper()


def _negated(pair: Pair, alignment: Alignment, first: int) -> Finding | None:
    """Does "whether", "denied that" or "not" stand right before it?

    After "not" a quoted phrase may well be fair (she is not "a friend of the mill"); a quoted sentence is not.
    """
    if alignment.matched < CLAUSE or ends_clause(pair.text, first):
        return None
    for i in range(first - 1, max(-1, first - 1 - BACK), -1):
        word = pair.text.words[i]
        held = classes(word)
        negated = "negation" in held and as_sentence(pair) and pair.text.words[first - 1] != "that"
        denied = "denial" in held and word.startswith(_GOVERNS)
        if negated or denied or word in ("if", "unless", "whether", "nor"):
            note = f"“{pair.text.surface(i)}” stands right before the quoted words"
            return pair.finding("cut-after-negation", "misleading", "hidden", Part(0, 0, i, first), note)
        if ends_clause(pair.text, i):
            return None
    return None
