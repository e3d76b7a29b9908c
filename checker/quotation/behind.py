"""Who says so behind the quoted words, and what the next sentence takes back."""

from __future__ import annotations

from collections.abc import Sequence, Set

from checker.quotation.align import Part
from checker.quotation.before import as_sentence, states
from checker.quotation.editing import trail
from checker.quotation.finding import Finding, Pair
from checker.quotation.fold import Folded
from checker.quotation.lexicon import classes, marked, words_of
from checker.quotation.sentences import FURTHEST, ends_clause, sentence_end

SAYING = 8
"""Words of "…, the engineer of the town claimed"."""
DISOWNED = 12
"""Words of the longest sentence that does nothing but deny the one before."""
_DISOWNING = frozenset({"i", "we", "that", "this", "it", "but", "none", "nothing", "not", "nobody"})
_OTHER = words_of("joined")
_WHEN = words_of("timing")


def cut(pair: Pair, rule: str, place: int, note: str) -> Finding:
    """A finding about the rest of the sentence, from word `place` of the text."""
    size = len(pair.quoted.words)
    end = sentence_end(pair.text, place + 1, FURTHEST)
    return pair.finding(rule, "misleading", "hidden", Part(size, size, place, end), note)


def saying(pair: Pair, first: int, place: int) -> Finding | None:
    """Such as "…, the engineer claimed", "…, according to her": who says so stands behind."""
    text = pair.text
    if "," not in text.gap(place) and text.words[place : place + 2] != ("according", "to"):
        return None
    end = min(sentence_end(text, place + 1, FURTHEST), place + SAYING)
    stopped = as_sentence(pair) and trail(pair.quoted.folded)[:1] == "."
    if not states(text.words[first:place]) or not _says(text, place, end, finished=stopped):
        return None
    note = "who says so stands behind the quoted words"
    return cut(pair, "cut-before-attribution", place, note)


def _says(text: Folded, place: int, end: int, *, finished: bool) -> bool:
    words = text.words[place:end]
    if words[:2] == ("according", "to"):
        return not any("paper" in classes(word) for word in words)
    stop = next((i for i in range(1, len(words)) if ends_clause(text, place + i)), len(words))
    if stop == len(words) and not ends_clause(text, end):
        return False
    for i, word in enumerate(words[:stop]):
        held = classes(word) & {"reporting", "distancing", "guessing", "hearsay"}
        if held and (i in (0, stop - 1) or words[i + 1] in _WHEN):
            return (finished or _distant(held, words[:stop])) and not set(words[:i]) & _OTHER
    return False


def _distant(held: Set[str], words: Sequence[str]) -> bool:
    """Whether it is a guess, a claim, or what nobody in particular says."""
    if words[0] in ("i", "we") and ("told" in words or "hear" in words):
        return True
    if "guessing" in held or ("distancing" in held and words[0] not in ("i", "we")):
        return True
    impersonal = words[:1] in (("it",), ("they",)) or words[:2] == ("or", "so")
    return impersonal or any("anyone" in classes(word) for word in words)


def taken_back(pair: Pair, last: int) -> Finding | None:
    """The next sentence takes it back: "or so she says", "that, at least, is what …", "at least until …"."""
    text = pair.text
    if last >= len(text) or "\n" in text.gap(last):
        return None
    end = sentence_end(text, last + 1, FURTHEST)
    words = text.words[last:end]
    if (
        words[:2] in (("or", "so"), ("so", "says"), ("so", "said"))
        or _retracts(words)
        or disowns(words)
        or words[:3] == ("so", "they", "say")
    ):
        return cut(pair, "cut-before-limit", last, "the next sentence takes it back")
    return None


def _retracts(words: tuple[str, ...]) -> bool:
    short = words[:SAYING]
    at = int(words[0] in ("but", "and", "or"))
    held = marked(words[at : at + 3], "strict")
    limits = held and not held[0][0] and words[at] != "if" and len(words) <= 2 * SAYING
    points = short[:1] in (("that",), ("this",)) or (short[:1] == ("but",) and short[1:2] == ("that",))
    told = "what" in short and bool(marked(short, "reporting", "guessing", "distancing", "hearsay", "bound"))
    said = points and "is" in short and (told or bool(marked(short[1:], "untrue")))
    return bool(limits) or said


def disowns(words: Sequence[str]) -> bool:
    """Whether a sentence says of the one before that it is not so: "I do not believe a word of it"."""
    held = marked(words, "disbelief") if len(words) <= DISOWNED else []
    return bool(held) and words[0] in _DISOWNING
