"""Where sentences and quoted speech end, as far as marks alone show it."""

from __future__ import annotations

import re
from itertools import pairwise

from checker.model import Range
from checker.quotation.fold import Folded

FURTHEST = 80
"""Words that a sentence is followed."""
_END = re.compile(r"[.!?…][\"'”’»)\]]*(?:\s|$)")
_CLOSING = re.compile(r"^\S*[\"”»’']")
_OPENING = re.compile(r"[\"“„«‘']\S*$")
_JOINT = re.compile(r"[”\"»’]\s*[“„\"«‘]")
_CLAUSE = re.compile(r"[.,;:()\"“”«»–—]")
_RANKS = "mr mrs ms dr prof gen lt col maj capt sgt adm gov sen rep rev hon st vs"
_ABBREVIATIONS = frozenset(_RANKS.split())


def ends_sentence(text: Folded, i: int) -> bool:
    """Whether a sentence or paragraph ends before word `i`; speech that is taken up with a capital begins one."""
    if i <= 0 or i >= len(text.words):
        return True
    start = text.starts[i]
    if text.view[start].islower():
        return False
    gap = text.view[text.ends[i - 1] : start]
    if gap == " ":
        return False
    before = text.words[i - 1]
    initial = before in _ABBREVIATIONS or (len(before) == 1 and before.isalpha() and before not in "ia")
    if _JOINT.search(gap):
        return True
    return "\n" in gap or (_END.search(gap) is not None and not initial)


def sentence_start(text: Folded, i: int, most: int) -> int:
    """The first word of the sentence that word `i` stands in, at most `most` words before it."""
    low = max(0, i - most)
    while i > low and (_goes_on(text, i) or not ends_sentence(text, i)):
        i -= 1
    return i


def sentence_end(text: Folded, i: int, most: int) -> int:
    """The word after the sentence that goes on at word `i`, at most `most` words on."""
    high = min(len(text), i + most)
    while i < high and (_goes_on(text, i) or not ends_sentence(text, i)):
        i += 1
    return i


def _goes_on(text: Folded, i: int) -> bool:
    """Whether nothing but a blank parts word `i` from the word before it; what most words show at once."""
    if not 0 < i < len(text.words):
        return False
    end = text.ends[i - 1]
    return text.starts[i] == end + 1 and text.view[end] == " "


def speech_start(text: Folded, begin: int, i: int) -> int:
    """The first word of the quoted speech that holds word `i` and begins after word `begin`, else `begin`."""
    for k in range(i, begin, -1):
        gap = text.gap(k)
        if _OPENING.search(gap):
            return k
        if k < i and _CLOSING.search(gap):
            return begin
    return begin


def ends_clause(text: Folded, i: int) -> bool:
    """Whether a mark parts word `i` from the word before it."""
    if i <= 0 or i >= len(text.words):
        return True
    gap = text.gap(i)
    return gap != " " and (_CLAUSE.search(gap) is not None or ends_sentence(text, i))


def narrated(text: Folded, first: int, last: int) -> bool:
    """Whether words `first` up to `last` stand between the end of one quoted piece and the start of the next."""
    closing, opening = text.gap(first), text.gap(last)
    return bool(_CLOSING.search(closing)) and bool(_OPENING.search(opening))


def speech_closes(text: Folded, i: int) -> bool:
    """Whether a closing quotation mark stands between word `i` and the word before it."""
    return 0 < i < len(text) and _CLOSING.search(text.gap(i)) is not None and not _OPENING.search(text.gap(i))


def speech_ends(text: Folded, first: int, last: int) -> bool:
    """Whether quoted speech that began before word `first` ends with word `last - 1`."""
    if not _CLOSING.search(text.gap(last)):
        return False
    inside = text.piece(first, last)
    return inside.count('"') % 2 == 0 and inside.count("“") <= inside.count("”")


def resumes(text: Folded, i: int, most: int) -> int:
    """The word with which speech that ended before word `i` is taken up in its sentence, else the number of words."""
    for k in range(i + 1, min(len(text), i + most)):
        if ends_sentence(text, k):
            break
        if _OPENING.search(text.gap(k)):
            return k
    return len(text)


def sentence_ranges(text: Folded) -> list[Range]:
    """Word ranges of the sentences, in order; together they hold every word."""
    starts = [i for i in range(len(text)) if ends_sentence(text, i)]
    return list(pairwise([*starts, len(text)]))
