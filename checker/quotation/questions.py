"""A question is no statement: is the question mark of the quoted sentence kept, and may what stands in it be quoted?"""

from __future__ import annotations

import re

from checker.quotation.align import Alignment, Part
from checker.quotation.before import as_sentence, states
from checker.quotation.editing import trail
from checker.quotation.finding import Finding, Pair
from checker.quotation.fold import Folded
from checker.quotation.lexicon import classes, words_of
from checker.quotation.sentences import (
    FURTHEST,
    ends_clause,
    ends_sentence,
    sentence_end,
    sentence_start,
    speech_start,
)

FEWEST = 3
"""Words of a question that reads as a statement once its mark is gone."""
_STOPS = re.compile(r"[?\"“”«»]")
_LEADS = words_of("filler")


def judge(pair: Pair, alignment: Alignment) -> Finding | None:
    """A question of the text that the quotation makes a statement of."""
    text, first, last = pair.text, alignment.runs[0].s, alignment.runs[-1].s_end
    if alignment.matched < FEWEST or alignment.runs[-1].q_end != len(pair.quoted.words):
        return None
    end = last if ends_sentence(text, last) else sentence_end(text, last, FURTHEST)
    if not _asked(text, last, end) or "?" in trail(pair.quoted.folded):
        return None
    start = sentence_start(text, last - 1, FURTHEST)
    begin = max(first, speech_start(text, start, first) if first > start else start)
    if not _reads_as_statement(pair, begin, last, end):
        return None
    part = Part(len(pair.quoted.words), len(pair.quoted.words), last - 1, end)
    note = "the text asks this; without its question mark it reads as a statement"
    return pair.finding("question", "misleading", "hidden", part, note)


def _asked(text: Folded, last: int, end: int) -> bool:
    """Whether the sentence that word `last - 1` stands in ends with a question mark."""
    mark = text.gap(end).lstrip(" ")[:2]
    return "?" in mark and not any(_STOPS.search(text.gap(i)) for i in range(last, end))


def _reads_as_statement(pair: Pair, begin: int, last: int, end: int) -> bool:
    """Whether the quoted words, a whole question or a clause of it, look like a statement."""
    text = pair.text
    opening = next((i for i in range(begin, last) if text.words[i] not in _LEADS), begin)
    asks = "asks" in classes(text.words[opening])
    stopped = trail(pair.quoted.folded)[:1] in (".", "!")
    if asks and (ends_sentence(text, begin) or begin == opening):
        return stopped and last == end
    if not ends_clause(text, begin) and text.words[begin - 1] not in (
        "that",
        "so",
        "and",
        "but",
        "if",
        "whether",
    ):
        return stopped and last == end and as_sentence(pair)
    if last < end and not ends_clause(text, last) and not stopped and not as_sentence(pair):
        return False
    return states(text.words[begin:last]) or last == end
