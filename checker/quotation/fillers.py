"""What is left out of speech without a sign and without harm: "um", "you know", "Madam Chair"."""

from __future__ import annotations

from checker.quotation.align import Part
from checker.quotation.finding import Finding, Pair
from checker.quotation.fold import Folded
from checker.quotation.lexicon import classes, marked, words_of
from checker.quotation.sentences import FURTHEST, ends_clause, sentence_end, sentence_start

LONGEST = 4
"""Words of "Mr Deputy Prime Minister"."""
_SUBJECTS = words_of("subject")
_TITLES = frozenset({"title", "he_title", "she_title", "addressed"})
_FACE_TO_FACE = frozenset(
    {"i", "you", "your", "we", "us", "me", "my", "our", "i'm", "we're", "i've", "we've"}
)


def judge(pair: Pair, part: Part) -> Finding | None:
    """A part that the quotation lacks and that only fills a pause, or calls on the person spoken to."""
    text = pair.text
    if not (ends_clause(text, part.s1) and ends_clause(text, part.s2)):
        return None
    if not any("," in text.gap(i) for i in (part.s1, part.s2)):
        return None
    size = part.s2 - part.s1
    if sum(last - first for first, last, _ in marked(pair.written(part), "pause")) == size:
        return pair.edited("filler", "delete", part)
    return pair.edited("vocative", "delete", part) if size <= LONGEST and _calls(text, part) else None


def without_pauses(pair: Pair, part: Part) -> Part:
    """A part without the words at its ends that only fill a pause: "look, I have", "me, you know,"."""
    text, first, last = pair.text, part.s1, part.s2
    held = marked(text.words[first:last], "pause")
    if held and not held[0][0] and "," in text.gap(first + held[0][1]):
        first += held[0][1]
    if held and held[-1][1] == last - part.s1 and "," in text.gap(part.s1 + held[-1][0]):
        last = max(first, part.s1 + held[-1][0])
    return Part(part.q1, part.q2, first, last) if first < last else part


def _calls(text: Folded, part: Part) -> bool:
    """Whether words name the person spoken to: a title, and a name behind it, in speech from face to face."""
    row = text.words[part.s1 : part.s2]
    polite = marked(row, "addressed")
    if polite and polite[0][:2] == (0, len(row)):
        return True
    named = all(text.surface(i)[0].isupper() for i in range(part.s1, part.s2))
    if not named or not classes(row[0]) & _TITLES or _in_apposition(text, part.s1):
        return False
    start, end = sentence_start(text, part.s1, FURTHEST), sentence_end(text, part.s2, FURTHEST)
    listed = text.words[part.s2 : part.s2 + 1] in (("and",), ("or",)) and not _SUBJECTS.intersection(
        text.words[part.s2 + 1 : part.s2 + 2]
    )
    return not listed and not _FACE_TO_FACE.isdisjoint(text.words[start:end])


def _in_apposition(text: Folded, i: int) -> bool:
    """Whether a name stands right before: "Arlo Venn, Captain of the guard"."""
    return i > 0 and text.surface(i - 1)[0].isupper() and text.words[i - 1] != "i"
