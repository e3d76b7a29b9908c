"""A word diff, judged: what each change does to what was said."""

from __future__ import annotations

from checker.quotation import apparatus, brackets, fillers, hidden, inner, marks, questions
from checker.quotation.after import cut_after
from checker.quotation.align import Alignment, Part
from checker.quotation.before import cut_before
from checker.quotation.contractions import same_written_out
from checker.quotation.finding import Finding, Pair
from checker.quotation.fold import has_ellipsis
from checker.quotation.lexicon import NAMED, all_editorial, classes, kind_of
from checker.quotation.sentences import ends_sentence, narrated, sentence_end, sentence_start, speech_closes

FAR = 12
"""Words left out without a sign from which two passages are joined, rather than words dropped."""

LONGEST = 6
"""Words of "two hundred and forty-one per cent"."""


def judge(pair: Pair, alignment: Alignment) -> list[Finding]:
    """Everything that sets a quotation apart from the passage it was aligned with, in order of place."""
    parts = [_within_sentence(pair, part) for part in alignment.parts(len(pair.quoted.words))]
    found = [f for part in parts for f in _part(pair, part)]
    found += marks.judge(pair, alignment) + inner.judge(pair, alignment)
    first = parts[0].s1 if parts and not parts[0].q1 else alignment.runs[0].s
    cuts = cut_before(pair, alignment, first), cut_after(pair, alignment), questions.judge(pair, alignment)
    found += [f for f in cuts if f]
    return sorted(found, key=lambda f: (f.change.at or (0, 0), f.rule))


def _part(pair: Pair, part: Part) -> list[Finding]:
    wide, deep = part.q2 - part.q1, part.s2 - part.s1
    if explained := apparatus.judge(pair, part):
        return [explained]
    if pair.quoted.broken(part.q1, part.q2) and deep and part.q1 > 0 and part.q2 < len(pair.quoted.words):
        return _broken(pair, part)
    if not wide:
        return [_left_out(pair, part)] if deep else []
    if pair.quoted.editorial(part.q1, part.q2) or (not deep and pair.quoted.in_brackets(part.q1, part.q2)):
        return [brackets.inserted(pair, part)]
    if wide == deep == 1 and brackets.same_word(
        pair.quoted.folded.surface(part.q1), pair.text.surface(part.s1)
    ):
        return [pair.edited("bracketed-letters", "replace", part)]
    if pair.quoted.in_brackets(part.q1, part.q2) or (
        wide == 1 and "[" in pair.quoted.folded.surface(part.q1)
    ):
        return [brackets.replaced(pair, part)]
    if same_written_out(pair.said(part), pair.written(part)):
        return [_contracted(pair, part)]
    if _same_but_for_hyphens(pair, part):
        return [pair.edited("hyphen", "replace", part)]
    return [_changed(pair, part)]


def _within_sentence(pair: Pair, part: Part) -> Part:
    """Unmatched words at an end stand for words of the same sentence; a bracket for all that it has there."""
    wide = part.q2 - part.q1
    bracketed = pair.quoted.in_brackets(part.q1, part.q2)
    reach = max(wide, brackets.FARTHEST) if bracketed else wide
    at_end = 0 in (part.q1, len(pair.quoted.words) - part.q2)
    if at_end and (explained := _spelled_otherwise(pair, part)):
        return explained
    if part.q1 == 0 and bracketed and _means(pair, part.s2 - 1):
        return Part(0, part.q2, part.s2 - 1, part.s2)
    if part.q1 == 0:
        start = sentence_start(pair.text, part.s2, reach)
        whole = bracketed and ends_sentence(pair.text, start)
        return Part(0, part.q2, start if whole else max(start, part.s2 - wide), part.s2)
    if part.q2 == len(pair.quoted.words):
        end = sentence_end(pair.text, part.s1, reach)
        end = (
            next((i for i in range(part.s1 + 1, end) if speech_closes(pair.text, i)), end)
            if bracketed
            else end
        )
        whole = bracketed and (ends_sentence(pair.text, end) or speech_closes(pair.text, end))
        return Part(part.q1, part.q2, part.s1, end if whole else min(end, part.s1 + wide))
    return part


def _spelled_otherwise(pair: Pair, part: Part) -> Part | None:
    """A part at an end with as many words of the text as are the same number, or the same word, in another style."""
    for size in range(1, LONGEST + 1):
        first, last = (part.s2 - size, part.s2) if part.q1 == 0 else (part.s1, part.s1 + size)
        wider = Part(part.q1, part.q2, first, last)
        if first >= 0 and last <= len(pair.text) and apparatus.judge(pair, wider):
            return wider
    return None


def _means(pair: Pair, i: int) -> bool:
    """Whether word `i` of the text is a pronoun that a bracket can stand for alone."""
    return i >= 0 and bool(classes(pair.text.words[i]) & {"he", "she", "it", "they"})


def _broken(pair: Pair, part: Part) -> list[Finding]:
    """Words around an ellipsis: those before it stand for as many at the front, those after for as many behind."""
    place = min(p for p in pair.quoted.breaks if part.q1 <= p <= part.q2)
    front = min(place - part.q1, part.s2 - part.s1)
    behind = min(part.q2 - place, part.s2 - part.s1 - front)
    middle = Part(place, place, part.s1 + front, part.s2 - behind)
    found = [_left_by_ellipsis(pair, middle)] if middle.s1 < middle.s2 else []
    for side in (Part(part.q1, place, part.s1, middle.s1), Part(place, part.q2, middle.s2, part.s2)):
        if side.q1 < side.q2:
            bracketed = pair.quoted.in_brackets(side.q1, side.q2)
            found.append(
                brackets.replaced(pair, side) if bracketed and side.s1 < side.s2 else _changed(pair, side)
            )
    return found


def _left_by_ellipsis(pair: Pair, part: Part) -> Finding:
    """An ellipsis that the text has as well stands for what the text leaves out, not for words of the text."""
    if any(has_ellipsis(pair.text.gap(i)) for i in (part.s1, part.s2)):
        return _changed(pair, part)
    return hidden.ellipsis(pair, part)


def _left_out(pair: Pair, part: Part) -> Finding:
    """Words of the text that the quotation leaves out without a sign."""
    if all_editorial(pair.written(part)) and "[" in pair.text.gap(part.s1):
        return pair.edited("remark", "delete", part)
    marks_here = pair.quoted.folded.gap(part.q1)
    if narrated(pair.text, part.s1, part.s2) and not set(marks_here) & set("\"“”'‘’«»"):
        return pair.edited("narration", "delete", part)
    if filling := fillers.judge(pair, part):
        return filling
    if any(pair.quoted.bracketed[i] >= 0 for i in (part.q1 - 1, part.q1)):
        return brackets.dropped(pair, part)
    return _changed(pair, part)


def _changed(pair: Pair, part: Part) -> Finding:
    """Words changed without a sign: name the change by the gravest word in it."""
    other = pair.joined(part)
    if other:
        return other
    op = "delete" if part.q1 == part.q2 else "insert" if part.s1 == part.s2 else "replace"
    if part.s2 - part.s1 - (part.q2 - part.q1) > FAR or (op == "delete" and _crosses_sentence(pair, part)):
        note = "two passages are joined as one"
        return pair.finding("splice", "altered", "delete" if op == "delete" else "replace", part, note)
    kind = kind_of(pair.said(part), pair.written(part)) or ("name" if _names(pair, part) else "")
    plain = {"delete": "omission", "insert": "insertion", "replace": "word"}[op]
    notes = {
        "delete": "words are left out without a sign",
        "insert": "words are added",
        "replace": "other words",
    }
    return pair.finding(kind or plain, "altered", op, part, NAMED.get(kind, notes[op]))  # type: ignore[arg-type]


def _names(pair: Pair, part: Part) -> bool:
    quote, text = pair.quoted.folded, pair.text
    return any(
        text.surface(i)[0].isupper() and not ends_sentence(text, i) for i in range(part.s1, part.s2)
    ) or any(quote.surface(i)[0].isupper() and not ends_sentence(quote, i) for i in range(part.q1, part.q2))


def _crosses_sentence(pair: Pair, part: Part) -> bool:
    return any(ends_sentence(pair.text, i) for i in range(part.s1, part.s2 + 1))


def _contracted(pair: Pair, part: Part) -> Finding:
    if "contraction" in pair.conventions:
        return pair.edited("contraction", "replace", part)
    return pair.finding("word", "altered", "replace", part, "a contraction is made or written out")


def _same_but_for_hyphens(pair: Pair, part: Part) -> bool:
    """Whether both sides have the same letters, and a hyphen explains the other number of words."""
    if "".join(pair.said(part)) != "".join(pair.written(part)):
        return False
    return any(
        "-" in side
        for side in (pair.quoted.folded.piece(part.q1, part.q2), pair.text.piece(part.s1, part.s2))
    )
