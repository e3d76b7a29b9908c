"""The verbs and nouns that a clause with "that" is the content of: who vouches for it, says, guesses, supposes it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from checker.quotation.fold import Folded
from checker.quotation.lexicon import classes, is_content, marked, words_of
from checker.quotation.sentences import FURTHEST, ends_clause, sentence_end

NEAR = 6
"""Words between "told" and "that"."""
CLAUSE = 10
"""Words of a clause in which a negation reaches its verb."""
BACK = 3
"""Words between "told" and the clause, where it names the hearer."""
LINKS = frozenset({"and", "or", "but", "nor"})
_NO_COMPLEMENT = frozenset({"so", "now", "such", "in", "than", "except", "all"})
_SETTLED = words_of("settled")
_PLAIN = re.compile(r"[\s,:]+")
_SAME = frozenset({"he", "she", "they", "it", "i", "we"})
_TAKEN_UP = frozenset({"it", "they", "he", "she", "that", "this", "we", "i", "there"})
_FIRST = words_of("mine")
_UNREAL = words_of("unreal")
_SEARCHED = frozenset({"find", "show", "prove", "confirm", "establish", "demonstrate"})
_GOVERNORS = (
    "vouching",
    "guessing",
    "supposing",
    "hearsay",
    "distancing",
    "reporting",
    "telling",
    "untrue",
    "open",
)
VERBS = ("guessing", "supposing", "hearsay", "distancing", "reporting")
_ASIDE = words_of("aside")
_PREPOSITIONS = words_of("preposition")
_DETERMINERS = words_of("determiner")
_BEFORE_NOUNS = _PREPOSITIONS - {"to", "that", "than", "as", "and", "or", "but"}
_HYPOTHETICAL = frozenset({"if", "whether", "unless", "lest", "supposing", "assuming"})
_BEING = frozenset({"is", "was", "been", "being", "be", "are", "were"})


@dataclass(frozen=True, slots=True)
class Frame:
    """Words `first` up to `last` of a text that govern what follows them."""

    rule: str
    first: int
    last: int
    note: str


def complement(text: Folded, begin: int, first: int) -> Frame | None:
    """The verb or noun that the clause beginning at word `first` is the content of, unless it vouches for it."""
    with_that = text.words[first - 1] == "that"
    governor = _of_that(text, begin, first - 1) if with_that else _beside(text, begin, first)
    return _distance(text, begin, governor, first) if governor else None


def _of_that(text: Folded, begin: int, that: int) -> tuple[int, str] | None:
    """The place and class of what "that" belongs to; of "… and that", what the first of them belongs to."""
    before = text.words[that - 1] if that > begin else ""
    if before in _NO_COMPLEMENT:
        return None
    if before in LINKS or "," in text.gap(that):
        earlier = (i for i in range(that - 2, begin, -1) if text.words[i] == "that")
        return next((held for place in earlier if (held := _governor(text, begin, place))), None)
    return _governor(text, begin, that) or _denied(text, begin, that)


def _governor(text: Folded, begin: int, that: int) -> tuple[int, str] | None:
    """The nearest verb or noun before "that", where no noun between them makes a relative clause of it."""
    if that >= begin + 2 and text.words[that - 1] == "it" and text.words[that - 2] in ("has", "had"):
        return that - 2, "telling"
    for i in range(that - 1, max(begin, that - NEAR) - 1, -1):
        held = classes(text.words[i])
        names = held.intersection(_GOVERNORS)
        if names and (i == that - 1 or "hearer" in held or _aside(text, i + 1)):
            return i, next(name for name in _GOVERNORS if name in names)
    return None


def _aside(text: Folded, i: int) -> bool:
    """Whether word `i` begins an adverbial ("by some", "in court", "yesterday")."""
    word = text.words[i]
    return word in _ASIDE or word.endswith(("ly", "day")) or ends_clause(text, i)


def _denied(text: Folded, begin: int, that: int) -> tuple[int, str] | None:
    """Such as "Not … that" with a verb that we do not know."""
    low = max(begin, that - BACK - 1)
    held = marked(text.words[low:that], "negation", "denial")
    if not held or _DETERMINERS.intersection(text.words[low + held[-1][1] : that]):
        return None
    return low + held[-1][0], "denied"


def _beside(text: Folded, begin: int, first: int) -> tuple[int, str] | None:
    """A verb of saying right before the clause ("he says the …"), or before whom it is said to."""
    if text.words[first - 1] in _HYPOTHETICAL:
        return first - 1, "supposing"
    held = classes(text.words[first - 1])
    names = held.intersection(VERBS)
    if text.words[first] in _PREPOSITIONS or not _PLAIN.fullmatch(text.gap(first)):
        return None
    if names and "hearer" not in held and not is_noun(text.words[begin:first], first - 1 - begin):
        return first - 1, next(name for name in VERBS if name in names)
    for i in range(first - 2, max(begin - 1, first - 1 - BACK), -1):
        if ends_clause(text, i + 1) or "auxiliary" in classes(text.words[i + 1]):
            return None
        if "hearer" in classes(text.words[i]):
            return i, "reporting"
    return None


def is_noun(words: Sequence[str], i: int) -> bool:
    """Whether a word that may be a verb is a noun: "the claim", "in charge"."""
    before = words[i - 1] if i else ""
    return before in _DETERMINERS or before in _BEFORE_NOUNS


def _distance(text: Folded, begin: int, governor: tuple[int, str], first: int) -> Frame | None:
    place, name = governor
    if text.words[begin:place][-1:] in (("who",), ("which",)) or _vouched(text.words[begin:place]):
        return None
    start = clause_start(text, begin, place)
    words = text.words[start : min(place + 2, first)]
    denied = marked(words, "negation", "denial", "untrue")
    if any(name == "negation" for _, _, name in denied) and any("undone" in classes(word) for word in words):
        return None
    if denied:
        at = start + denied[0][0]
        return frame(text, "cut-after-negation", at, first, "denies it or leaves it open")
    bidden = place == start and "supposing" in classes(text.words[place])
    if words[0] in ("if", "unless", "whether", "were", "should") or name == "supposing" or bidden:
        return frame(text, "cut-after-condition", start, first, "only supposes it")
    if name == "vouching":
        return _sought(text, start, place, first)
    if name == "hearsay" and "from" in text.words[place:first]:
        return None
    if name in ("guessing", "hearsay", "open", "telling"):
        return frame(text, "cut-after-hedge", start, first, "does not state it")
    if _UNREAL.intersection(words) and not _politely(words):
        return frame(text, "cut-after-condition", start, first, "only supposes it")
    return None if _own(text, start, place) else _said_by_another(text, start, (place, name), first)


def _politely(words: Sequence[str]) -> bool:
    """Such as "I would say that" says it; "I would love to say" and "you might say" do not."""
    own = bool(words) and words[0] in _FIRST
    return own and not {"love", "wish", "if", "could", "might"}.intersection(words)


def _they_say(words: Sequence[str], verb: str) -> bool:
    return tuple(words) == ("they",) and verb in ("say", "claim")


def _vouched(words: Sequence[str]) -> bool:
    """Whether the sentence says beforehand that it is so: "confirmed is her claim that …"."""
    return any(
        word in _SETTLED and not marked(words[max(0, i - BACK) : i], "negation", "denial")
        for i, word in enumerate(words)
    )


def _said_by_another(text: Folded, start: int, verb: tuple[int, str], first: int) -> Frame | None:
    """What nobody in particular, or only somebody else says: "some say", "he claims", "she said; in fact"."""
    place, name = verb
    words = text.words[start:place]
    if any(word in ("must", "should", "needs", "needed") for word in words):
        return None
    told = "hearer" in classes(text.words[place]) and words[:1] in (("i",), ("we",))
    impersonal = (len(words) > 1 and words[-1] == "it") or (
        not _BEING.isdisjoint(words) and (told or words[:1] == ("it",))
    )
    nobody = (
        impersonal
        or words[-1:] in (("i",), ("we",))
        or _they_say(words, text.words[place])
        or any("anyone" in classes(word) for word in words)
    )
    if not (name == "distancing" or nobody or _disputed(text, start, first)):
        return None
    return frame(text, "cut-after-attribution", start, first, "gives it as what somebody says")


def _disputed(text: Folded, start: int, first: int) -> bool:
    """Whether what follows takes another side: "in fact", "neither", or another speaker's account."""
    end = sentence_end(text, first + 1, FURTHEST)
    after = sentence_end(text, end + 1, FURTHEST) if end < len(text) and "\n" not in text.gap(end) else end
    if marked(text.words[first:after], "contrary"):
        return True
    if marked(text.words[end:after], "negation") and (
        after - end <= BACK + 1 or _same_words(text.words[first:end], text.words[end:after])
    ):
        return True
    return _other_account(text.words[end : min(after, end + NEAR + 2)], text.words[start:first])


def _same_words(said: Sequence[str], next_one: Sequence[str]) -> bool:
    """Whether a sentence speaks of the same in the same words: "It was not finished" behind "… was finished"."""
    told = {word for word in said if is_content(word)}
    return next_one[0] in _TAKEN_UP and any(word in told for word in next_one if is_content(word))


def _other_account(words: Sequence[str], said: Sequence[str]) -> bool:
    """Whether a sentence gives another's account in the same verb ("the owner says …", "the tenant says …")."""
    at = next((i for i, word in enumerate(words) if "reporting" in classes(word) and word in said), 0)
    return at > 0 and words[0] not in _SAME and tuple(words[:at]) != tuple(said[:at])


def _sought(text: Folded, start: int, place: int, first: int) -> Frame | None:
    """Such as "May find that", "tries to show that": vouched for, but not yet."""
    before = text.words[max(start, place - 2) : place]
    unreal = any(word in ("would", "could", "might", "may") for word in before)
    sought = before[-1:] == ("to",) and text.words[place] in _SEARCHED
    return frame(text, "cut-after-hedge", start, first, "does not state it") if unreal or sought else None


def _own(text: Folded, start: int, place: int) -> bool:
    """Whether it is "I" or "we" who say so, in earnest."""
    words = text.words[start:place]
    own = next((i for i, word in enumerate(words) if word in _FIRST), -1)
    if own < 0 or any(text.surface(start + i)[0].isupper() for i in range(own + 1, len(words))):
        return False
    if text.words[place] in ("believed", "thought", "assumed") or words[1:][-1:] == ("it",):
        return False
    passive = "hearer" in classes(text.words[place]) and any("auxiliary" in classes(w) for w in words[own:])
    return not passive


def clause_start(text: Folded, begin: int, place: int) -> int:
    """The first word of the clause that word `place` stands in, at most `CLAUSE` words before it."""
    for i in range(place, max(begin, place - CLAUSE), -1):
        if ends_clause(text, i) and "'" not in text.gap(i):
            return i
        if text.words[i - 1] in ("and", "but", "that") and i < place:
            return i
    return max(begin, place - CLAUSE)


def frame(text: Folded, rule: str, first: int, last: int, does: str) -> Frame:
    """A frame with a note that shows its words and what they do."""
    return Frame(rule, first, last, f"“{text.piece(first, last)}” stands before the quoted words and {does}")
