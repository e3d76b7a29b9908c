"""What an ellipsis may well hide: an aside between commas, one item of several, a thought that is said twice."""

from __future__ import annotations

from collections.abc import Sequence

from checker.quotation.align import Part
from checker.quotation.finding import Pair
from checker.quotation.fold import Folded
from checker.quotation.lexicon import classes, marked, words_of
from checker.quotation.sentences import FURTHEST, ends_clause, ends_sentence, sentence_start, speech_closes

STRONG = {
    "negation": "hidden-negation",
    "limit": "hidden-condition",
    "condition": "hidden-condition",
    "denial": "hidden-negation",
    "attribution": "hidden-attribution",
    "hedge": "hidden-modality",
    "modality": "hidden-modality",
    "scope": "hidden-modality",
    "distancing": "hidden-attribution",
    "styled": "hidden-modality",
    "guessing": "hidden-modality",
    "lead": "hidden-modality",
    "bound": "hidden-condition",
    "strict": "hidden-condition",
}
"""What an ellipsis must not hide, with the rule that says so."""
CONCESSION = 6
"""Words of a concession without a verb."""
BEGUN = 2
"""Words with which clauses of a series begin: "we will", "they are"."""
TAG = 2
"""Words of "don't you", which asks for assent to what it is put to."""
_LIMITING = ("limit", "condition", "strict", "bound", "distancing", "guessing")
_SUBJECTS = words_of("subject")
_COMMON = words_of("reporting") | {
    "know",
    "knows",
    "put",
    "puts",
    "see",
    "remember",
    "mentioned",
    "would",
    "do",
    "does",
    "did",
}


def apart(pair: Pair, part: Part) -> bool:
    """Whether the hidden words stand between two commas."""
    return "," in pair.text.gap(part.s1) and "," in pair.text.gap(part.s2)


def is_aside(pair: Pair, part: Part) -> bool:
    """Whether the hidden words are an aside between two commas: "who was not told", "though less than others"."""
    text, words = pair.text, pair.written(part)
    if words[0] == "as" and "," in text.gap(part.s1) and ends_clause(text, part.s2):
        return _as_they_say(words)
    if not apart(pair, part):
        return False
    if len(words) <= TAG and words[0].endswith("n't") and words[-1] in _SUBJECTS:
        return True
    if words[0] in ("though", "although", "albeit"):
        return len(words) <= CONCESSION and not marked(words[1:], *STRONG, "auxiliary", "past", "necessity")
    if words[0] not in ("who", "which", "whose"):
        return False
    comments = words[0] == "which" and "pronoun" in classes(words[1] if len(words) > 1 else "")
    return not comments and not any(ends_sentence(text, i) for i in range(part.s1, part.s2 + 1))


def _as_they_say(words: Sequence[str]) -> bool:
    """Whether an aside takes up what is commonly said or known ("as we all know"), rather than somebody's claim."""
    return bool(_COMMON.intersection(words)) and not marked(words, *_LIMITING, "negation", "hedge")


def is_parallel(pair: Pair, part: Part) -> bool:
    """Whether one clause of several is hidden: "said … that", "in May …; …; in July …", a thought said twice."""
    text, words = pair.text, pair.written(part)
    if _one_of_several(pair, part) or _in_series(pair, part) or _said_twice(pair, part):
        return True
    if words[0] != "that" or text.words[part.s2 : part.s2 + 1] != ("that",) or words[-1] not in ("and", "or"):
        return False
    return all(
        words[i - 1] in ("and", "or") or "," in text.gap(part.s1 + i)
        for i, word in enumerate(words)
        if i and word == "that"
    )


def _one_of_several(pair: Pair, part: Part) -> bool:
    """Whether the words stand between two semicolons and limit nothing."""
    between = all(";" in pair.text.gap(i) for i in (part.s1, part.s2))
    return between and not marked(pair.written(part), *_LIMITING)


def _in_series(pair: Pair, part: Part) -> bool:
    """Such as "We will mend it, | we will paint it, | and we will sell it": begun like what follows."""
    words, after = pair.written(part), pair.text.words[part.s2 : part.s2 + BEGUN + 1]
    alike = words[:BEGUN] in (after[:BEGUN], after[1:] if after[:1] in (("and",), ("or",)) else ())
    return alike and apart(pair, part) and not marked(words, *_LIMITING, "negation", "hedge")


def is_clause(text: Folded, first: int, last: int) -> bool:
    """Whether words are a whole clause of a sentence: its last ("…, and they came"), or the first before "and they"."""
    if last - first > 2 and text.words[first] == "and" and text.words[first + 1] in _SUBJECTS:
        return ends_sentence(text, last) or speech_closes(text, last)
    return ends_sentence(text, first) and "," in text.gap(last) and _goes_on(text.words[last : last + 2])


def _goes_on(words: Sequence[str]) -> bool:
    return words[:1] == ("and",) and not _SUBJECTS.isdisjoint(words[1:])


def _said_twice(pair: Pair, part: Part) -> bool:
    """Such as "They are no beggars | , and they do not ask for alms": denied like what stands before it."""
    text, words = pair.text, pair.written(part)
    if words[0] != "and" or not is_clause(text, part.s1, part.s2):
        return False
    start = sentence_start(text, part.s1 - 1, FURTHEST)
    denied = marked(text.words[start : part.s1], "negation") and marked(words, "negation")
    return bool(denied) and not marked(words, *_LIMITING)
