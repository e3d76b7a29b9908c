"""What leads into a sentence or surrounds it: "if it rains, …", "according to her, …", "imagine that. …"."""

from __future__ import annotations

from collections.abc import Sequence

from checker.quotation.fold import Folded
from checker.quotation.frames import LINKS, VERBS, Frame, clause_start, frame
from checker.quotation.lexicon import classes, marked, words_of
from checker.quotation.sentences import FURTHEST, ends_clause, ends_sentence, sentence_start

NEAR = 4
"""Words right before the quoted ones, among which "without it" begins."""
BACK = 3
"""Sentences for which "imagine that" holds where they say "would"."""
_OPENERS = words_of("opener")
_UNREAL = words_of("unreal")


def led(text: Folded, begin: int, first: int, quoted: Sequence[str]) -> Frame | None:
    """Such as "If it rains, …", "according to her, …", "perhaps …": what leads into a main clause."""
    low = next((i for i in range(first - 1, begin - 1, -1) if text.words[i] not in _OPENERS), begin)
    for size in range(min(4, first - begin), 0, -1):
        at = first - size
        held = marked(text.words[at:first], "lead", "bargain")
        if held and held[0][:2] == (0, size) and _opens(text, begin, at):
            if held[0][2] == "bargain":
                note = "says that it is one side of a bargain"
                return frame(text, "cut-after-condition", at, first, note) if at > begin else None
            return frame(text, "cut-after-hedge", at, first, "leaves it open")
    if text.words[begin] in ("imagine", "picture", "suppose", "pretend") and text.gap(first).strip() != ";":
        return frame(text, "cut-after-condition", begin, first, "asks to suppose it")
    if lacking := _lacking(text, begin, first, quoted):
        return lacking
    if "," not in text.gap(first) and text.words[first - 1] != "then":
        return None
    if text.words[low] in LINKS:
        return None
    return _adjunct(text, begin, first, quoted) or _inverted(text, begin, first)


def _opens(text: Folded, begin: int, i: int) -> bool:
    """Whether a clause begins with word `i`."""
    return i == begin or text.words[i - 1] in _OPENERS or ends_clause(text, i)


def _adjunct(text: Folded, begin: int, first: int, quoted: Sequence[str]) -> Frame | None:
    """Such as "If it rains, …", "according to her, …", "in her opinion, …"."""
    if text.words[begin] in ("in", "by", "to") and "opinion" in classes(text.words[first - 1]):
        own = {"my", "our"}.intersection(text.words[begin:first])
        return None if own else frame(text, "cut-after-attribution", begin, first, "says who says so")
    held = marked(text.words[begin:first], "proviso", "source")
    for i, _, name in reversed(held):
        at = begin + i
        joined = text.words[first - 1] in LINKS and at > begin + 1
        past = text.words[at] in ("once", "as") and not {"will", "shall", "can", "may"}.intersection(quoted)
        if (
            not _opens(text, begin, at)
            or joined
            or past
            or ";" in text.view[text.starts[at] : text.starts[first]]
        ):
            continue
        if name == "source" and any("paper" in classes(word) for word in text.words[at:first]):
            return None
        if name == "source":
            return frame(text, "cut-after-attribution", at, first, "says who says so")
        return frame(text, "cut-after-condition", at, first, "says on what it hangs")
    return None


def _lacking(text: Folded, begin: int, first: int, quoted: Sequence[str]) -> Frame | None:
    """Such as "Without her we would …", at the start of a sentence or right before the quoted words."""
    if not any(word in ("would", "could", "might") for word in quoted):
        return None
    opening = begin + (text.words[begin] in _OPENERS)
    for at in (opening, *range(max(begin, first - NEAR), first)):
        lacks = text.words[at] == "without" or (text.words[at] == "but" and at == opening)
        if at < first and lacks and _opens(text, begin, at):
            return frame(text, "cut-after-condition", at, first, "says on what it hangs")
    return None


def _inverted(text: Folded, begin: int, first: int) -> Frame | None:
    """Such as "Had we known, we would …"."""
    at = begin + (text.words[begin] in _OPENERS)
    if at < first and text.words[at] in ("had", "were", "should"):
        return frame(text, "cut-after-condition", at, first, "says on what it hangs")
    return None


def spoken(text: Folded, begin: int, first: int) -> Frame | None:
    """Direct speech that nobody has held: "somebody would say, “…”", "I never said, “…”"."""
    if begin == first or not classes(text.words[first - 1]).intersection(VERBS):
        return None
    start = clause_start(text, begin, first - 1)
    words = text.words[start:first]
    if marked(words, "negation"):
        return frame(text, "cut-after-negation", start, first, "denies it")
    anyone = any("anyone" in classes(word) for word in words)
    if anyone and _UNREAL & set(words):
        return frame(text, "cut-after-condition", start, first, "only supposes it")
    if text.words[begin] in ("if", "imagine", "suppose"):
        return frame(text, "cut-after-condition", begin, first, "says on what it hangs")
    return None


def supposed(text: Folded, first: int, quoted: Sequence[str]) -> Frame | None:
    """A sentence or more before that asks to imagine what follows."""
    unreal = any(word in ("would", "could", "might") or word.endswith("'d") for word in quoted)
    at = first
    for _ in range(BACK if unreal else 1):
        if at <= 0 or not ends_sentence(text, at) or "\n" in text.gap(at):
            return None
        end, at = at, sentence_start(text, at - 1, FURTHEST)
        if _supposes(text.words[at:end]):
            return frame(text, "cut-after-condition", at, end, "asks to suppose it")
    return None


def _supposes(words: Sequence[str]) -> bool:
    rest = [
        word for word in words[:6] if word not in _OPENERS and word not in ("now", "just", "let", "us", "me")
    ]
    bare = bool(rest) and rest[0] in ("imagine", "suppose", "picture", "pretend", "supposing", "assume")
    return bare or tuple(words[:2]) == ("what", "if") or tuple(words[:3]) == ("let's", "say", "that")
