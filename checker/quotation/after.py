"""What stands after a quotation in its sentence, and is cut off: a limit, a comparison, who says so."""

from __future__ import annotations

from itertools import pairwise

from checker.quotation import brackets
from checker.quotation.align import Alignment, Part
from checker.quotation.before import as_sentence, states
from checker.quotation.behind import cut, saying, taken_back
from checker.quotation.editing import trail
from checker.quotation.finding import Finding, Pair
from checker.quotation.fold import Folded, has_ellipsis
from checker.quotation.lexicon import classes, marked, words_of
from checker.quotation.sentences import (
    FURTHEST,
    ends_clause,
    ends_sentence,
    resumes,
    sentence_end,
    speech_ends,
)

CLAUSE = 5
"""Words from which a quotation says something of its own, so that a cut can mislead."""
SENTENCE = 3
"""Words of the shortest sentence that says something."""
NEAR = 4
"""Words behind the cut among which a limit begins, after "and", "not" or the like."""
REACH = 25
"""Words behind a quotation that ends like a sentence, among which a condition still belongs to it."""
SHARED = 8
"""Words behind a cut, or before it, in which the other side of a comparison shows."""
_COMPARES = words_of("comparing")
_STARTS = words_of("starting")
_TURNS = words_of("turning")
_LASTING = words_of("lasting")
_EVERY = words_of("every")
_RANGING = words_of("ranging")
_UTMOST = words_of("utmost")
_RESTRICTS = words_of("restricting")
_WAS = frozenset({"was", "were", "had", "did"})
_RESTRICTS_TO = frozenset({"in", "for", "to", "among", "at", "on"})
_NAMING = frozenset({"definite", "determiner", "reporting", "hearer", "guessing", "hearsay", "vouching"})
_TURNED = (("but", "not"), ("but", "only"))
_UNFULFILLED = words_of("unfulfilled")


def cut_after(pair: Pair, alignment: Alignment) -> Finding | None:
    """Judge the end: what does the sentence go on with, that takes back some of what is quoted?"""
    first, last = alignment.runs[0].s, alignment.runs[-1].s_end
    text, size = pair.text, len(pair.quoted.words)
    fewest = SENTENCE if as_sentence(pair) else CLAUSE
    if alignment.matched < fewest or alignment.runs[-1].q_end != size:
        return None
    if ends_sentence(text, last):
        return taken_back(pair, last)
    if pair.quoted.bracketed[-1] >= 0 and "negation" in classes(text.words[last]):
        return brackets.dropped(pair, Part(size, size, last, last + 1))
    spoken = speech_ends(text, first, last)
    place = resumes(text, last, FURTHEST // 2) if spoken else last
    if place >= len(text):
        return None
    found = _limit(pair, first, place) or _condition(pair, place) or _restricted(pair, place)
    if found or not (_finished(pair) or _claims(text, first, place)):
        return found
    return _comparison(pair, first, place) or (None if spoken else saying(pair, first, place))


def _claims(text: Folded, first: int, place: int) -> bool:
    """Whether the words begin where a clause begins, and say something of their own."""
    opens = ends_clause(text, first) or text.words[first - 1] in ("that", "and", "but", "because", "so")
    return opens and states(text.words[first:place])


def _limit(pair: Pair, first: int, place: int) -> Finding | None:
    """A limit right behind the quoted words."""
    text = pair.text
    if _turned_round(pair, first, place):
        return cut(
            pair, "cut-before-limit", place, f"“{text.surface(place)}” stands right behind the quoted words"
        )
    found = marked(text.words[place : place + NEAR], "limit", "bound", "lead", "bargain")
    if not found and _without(pair, first, place):
        return cut(pair, "cut-before-limit", place, "the sentence goes on to say when or for whom it holds")
    if text.words[place + 1 : place + 2] == ("permitting",):
        found = [(0, 2, "bound")]
    if not found or not text.surface(place).islower() or not _limits(pair, first, place, found[0]):
        return None
    note = f"the sentence goes on with “{text.piece(place, place + found[0][1])}”"
    return cut(pair, "cut-before-limit", place, note)


def _turned_round(pair: Pair, first: int, place: int) -> bool:
    """Whether the clause ends with "not": "My son says that I should | not"."""
    text = pair.text
    last = text.words[place] in ("not", "never") and text.gap(place) == " " and ends_clause(text, place + 1)
    return last and (_finished(pair) or _claims(text, first, place))


def _restricted(pair: Pair, place: int) -> Finding | None:
    """Which of them it holds for, where a sentence about all of them breaks off: "quotas … | that we never saw"."""
    text, stopped = pair.text, trail(pair.quoted.folded)
    if not as_sentence(pair) or not (stopped[:1] in (".", "!") or has_ellipsis(stopped)):
        return None
    some = text.words[place] in _RESTRICTS_TO and bool(marked(text.words[place + 1 : place + 2], "quantity"))
    if "," in text.gap(place) or not (some or _relative(text, place)):
        return None
    note = f"the sentence goes on with “{text.piece(place, min(place + NEAR, len(text)))}”, which limits it"
    return cut(pair, "cut-before-limit", place, note)


def _relative(text: Folded, place: int) -> bool:
    """Whether "that", "who" or "which" says which of the things right before are meant, named without an article."""
    if text.words[place] not in ("that", "who", "which", "whose") or place < SENTENCE:
        return False
    several = text.words[place - 1].endswith("s") and not text.words[place - 1].endswith("ss")
    before = [classes(word) for word in text.words[place - SENTENCE : place - 1]]
    return several and not any(held & _NAMING for held in before)


def _without(pair: Pair, first: int, place: int) -> bool:
    """Whether the clause goes on to say when or for whom alone it holds: "nobody may … without", "every … with"."""
    text = pair.text
    words = [word for i, word in enumerate(text.words[first:place], first) if text.surface(i).islower()]
    if "," in text.gap(place):
        return text.words[place] == "not" and place + 1 < len(text) and _adverb(text, place + 1)
    bars = any("negation" in classes(word) or word in ("may", "can") for word in words)
    when = text.words[place] in ("when", "once", "while", "after") and not _told(text, place)
    timed = when and any(word in _LASTING for word in words)
    several = not _EVERY.isdisjoint(text.words[place - 3 : place]) and text.words[place] in _RESTRICTS
    restricts = several or (text.words[place] in _RANGING and _superlative(text, first, place))
    return (bars and text.words[place] in ("without", "before")) or (_finished(pair) and (timed or restricts))


def _told(text: Folded, place: int) -> bool:
    """Whether "when" tells of a time that was ("when they were at work")."""
    end = _clause_end(text, place)
    return bool(_WAS.intersection(text.words[place:end]))


def _superlative(text: Folded, first: int, place: int) -> bool:
    """Whether the last words say that something is the best or the only one."""
    words = text.words[max(first, place - NEAR) : place]
    return any(
        a in ("the", "our", "your", "his", "her", "its", "their") and b in _UTMOST for a, b in pairwise(words)
    )


def _adverb(text: Folded, i: int) -> bool:
    return text.words[i].endswith("ly") or text.words[i] in ("yet", "always", "all", "quite", "often")


def _limits(pair: Pair, first: int, place: int, found: tuple[int, int, str]) -> bool:
    """Whether a limiting word is one here: "yet" after a mark, "if" where a claim rather than a phrase is quoted."""
    start, _, name = found
    text = pair.text
    led = text.words[place : place + start]
    if led and text.words[place + start] == "only" and not marked(text.words[place:][:NEAR], "strict"):
        return False
    if any(word not in ("and", "or", "not") for word in led) or led == ("not",):
        return False
    word, before = text.words[place + start], text.words[place - 1]
    if word == "yet":
        return ends_clause(text, place)
    if word == "but":
        return not _UNFULFILLED.intersection(text.words[first:place]) or "had" not in text.words[first:place]
    if name == "lead" and not ends_clause(text, place + found[1]):
        return False
    if name != "limit":
        return _finished(pair) or (ends_clause(text, place) and states(text.words[first:place]))
    asked = classes(before) & {"asking"} or before == "as"
    return word != "if" or ((_claims(text, first, place) or _finished(pair)) and not asked)


def _finished(pair: Pair) -> bool:
    """Whether the quotation is set like a whole sentence: a capital letter in front and a full stop behind."""
    stopped = trail(pair.quoted.folded)[:1]
    return as_sentence(pair) and (stopped in (".", "!") or (not stopped and states(pair.quoted.words)))


def _condition(pair: Pair, place: int) -> Finding | None:
    """A condition further on in the same clause, where the quotation stops as if the sentence ended."""
    text = pair.text
    if not (_finished(pair) and trail(pair.quoted.folded)[:1] in (".", "!")):
        return None
    end = _clause_end(text, place)
    found = marked(text.words[place:end], "strict")
    for start, after, _ in found:
        before = text.words[place + start - 1]
        asked = classes(before) & {"asking"} or before == "as"
        if not asked or text.words[place + start] != "if":
            note = f"the clause goes on with “{text.piece(place + start, place + after)}”"
            return cut(pair, "cut-before-limit", place, note)
    return None


def _clause_end(text: Folded, place: int) -> int:
    """The word with which another clause begins, or the sentence ends."""
    end = sentence_end(text, place + 1, REACH)
    for i in range(place, end):
        gap = text.gap(i)
        if any(mark in gap for mark in ';:—–("“”'):
            return i
        joins = text.words[i] in _TURNS and text.words[i : i + 2] not in _TURNED and i + 1 < end
        if joins and (("," in gap and text.words[i] != "and") or text.words[i + 1] in _STARTS):
            return i
    return end


def _comparison(pair: Pair, first: int, place: int) -> Finding | None:
    """Such as "More afraid of a fire | than of a flood": half of a comparison."""
    text, quoted = pair.text, pair.text.words[first:place]
    rest = text.words[place : _clause_end(text, place)][:SHARED]
    compares = any(word in _COMPARES or word.endswith("er") for word in quoted[-SHARED:])
    halved = rest[:1] == ("than",) or ("than" in rest and compares and _finished(pair))
    if not halved and not (rest[:1] == ("as",) and "as" in quoted[-4:-1] and quoted[-1] != "well"):
        return None
    return cut(pair, "cut-before-limit", place, "the comparison goes on, and its other side is cut off")
