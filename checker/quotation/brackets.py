"""What an editor's brackets do to the sense."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from checker.quotation.additions import added
from checker.quotation.align import Part
from checker.quotation.antecedents import in_a_row
from checker.quotation.fillers import without_pauses
from checker.quotation.finding import Finding, Pair
from checker.quotation.lexicon import classes, is_content, marked, without_may
from checker.quotation.referents import OPEN, misreferred, referred

SENSE = ("negation", "denial", "condition", "limit", "hedge", "scope", "modality")
"""Classes whose words a bracket must neither bring in nor take away."""
FARTHEST = 6
"""Words of a description that a name in brackets may stand for."""
LONGEST_ENDING = 4
"""Letters of an ending that brackets may change."""
_TAIL = re.compile(r"\[[^\W\d_]{1,4}\]$")
# Reported speech moves a verb back in time; the way forward would make a promise of a possibility.
_SHIFTED = {"will": "would", "can": "could", "may": "might", "shall": "should"}
_SHORT = frozenset({"pronoun", "definite", "auxiliary", "function"})


def inserted(pair: Pair, part: Part) -> Finding:
    """Judge bracketed words that the text has not."""
    loaded = marked(without_may(pair.said(part)), "negation", "denial", "modality", "scope")
    if loaded and not pair.quoted.editorial(part.q1, part.q2):
        return pair.finding(
            "bracket-meaning", "misleading", "insert", part, f"the bracket brings in a word of {loaded[0][2]}"
        )
    unsupported = "" if pair.quoted.editorial(part.q1, part.q2) else added(pair, part)
    if unsupported not in ("", OPEN):
        return pair.finding("bracket-claim", "misleading", "insert", part, unsupported)
    return pair.edited(_kind(pair, part), "insert", part, unsupported)


def _kind(pair: Pair, part: Part) -> str:
    return "remark" if pair.quoted.editorial(part.q1, part.q2) else "bracket"


def dropped(pair: Pair, part: Part) -> Finding:
    """Judge words that a bracket beside them silently takes the place of: a title may go."""
    if all(classes(word) & {"he_title", "she_title", "title"} for word in pair.written(part)):
        return pair.edited("bracket", "hidden", part)
    lost = _lost(pair.written(part), set())
    note = (
        f"a word of {lost} is missing beside the bracket" if lost else "words are missing beside the bracket"
    )
    return pair.finding("bracket-meaning", "misleading", "hidden", part, note)


def replaced(pair: Pair, part: Part) -> Finding:
    """Judge bracketed words that stand for other words of the text."""
    part = without_pauses(pair, part)
    said, written = pair.said(part), pair.written(part)
    backshifted = {_SHIFTED[word] for word in written if word in _SHIFTED} & set(said)
    shifted = {word for word in written if _SHIFTED.get(word) in backshifted}
    lost = _lost(written, {*said, *shifted}) or _lost(_without_number(pair, part), {*written, *backshifted})
    bare = not any("pronoun" in classes(word) or is_content(word) for word in written)
    if not lost and bare and any(map(is_content, said)):
        return inserted(pair, Part(part.q1, part.q2, part.s1, part.s1))
    doubt = "" if lost else misreferred(pair, part)
    if doubt not in ("", OPEN):
        return pair.finding("bracket-referent", "misleading", "replace", part, doubt)
    if lost:
        note = f"the bracket changes a word of {lost}"
    elif _stands_for(pair, part):
        return pair.edited("bracket", "replace", part, doubt)
    else:
        note = "the bracket names something else than the text does"
    return pair.finding("bracket-meaning", "misleading", "replace", part, note)


def same_word(quote: str, source: str) -> bool:
    """Whether letters in brackets only bend a word ("want[s]" for "want") or stand for its ending.

    What stands outside the brackets must begin the other word, so that "[un]likely" is another word.
    """
    for edited, plain in ((quote, source), (source, quote)):
        kept = _TAIL.sub("", edited).casefold()
        if kept != edited.casefold() and len(kept) >= 2 and plain.casefold().startswith(kept):
            return len(plain) - len(kept) <= LONGEST_ENDING
    return False


def _lost(old: Sequence[str], kept: Set[str]) -> str:
    """The class of a word of sense that `old` has and `kept` has not."""
    for first, last, name in marked(old, *SENSE, "number"):
        if not set(old[first:last]) <= kept:
            return name
    return ""


def _without_number(pair: Pair, part: Part) -> Sequence[str]:
    """Bracketed words without the number by which the text itself names something ("clause 9")."""
    said = pair.said(part)
    name = [word for word in said if is_content(word)]
    known = len(name) > 1 and in_a_row(pair.text, part.s1, name)
    return [word for word in said if not (known and "number" in classes(word))]


def _stands_for(pair: Pair, part: Part) -> bool:
    said, written = pair.said(part), pair.written(part)
    named = any(len(word) > 1 and word.isupper() for word in map(pair.text.surface, range(part.s1, part.s2)))
    if (all(classes(word) & _SHORT for word in written) and not named) or pair.quoted.editorial(
        part.q1, part.q2
    ):
        return True
    if not named and {word for word in written if is_content(word)} <= {
        word for word in said if is_content(word)
    }:
        return True
    if len(said) == len(written) and all(map(_inflected, said, written)):
        return True
    if (
        len(said) == len(written) > 1
        and _names_speaker(pair, part)
        and all(map(_inflected, said[1:], written[1:]))
    ):
        return True
    return referred(pair, part) or _names_what_is_described(pair, part)


def _inflected(a: str, b: str) -> bool:
    """Whether two words look like forms of one word."""
    short = min(len(a), len(b))
    shared = next((i for i in range(short) if a[i] != b[i]), short)
    both_auxiliary = "auxiliary" in classes(a) and "auxiliary" in classes(b)
    return a == b or both_auxiliary or _told_of(a, b) or (shared >= 3 and max(len(a), len(b)) - shared <= 3)


def _names_speaker(pair: Pair, part: Part) -> bool:
    """Whether a bracket begins with a name for "I": "[Venn has]" for "I have"."""
    return pair.text.words[part.s1] == "i" and pair.quoted.folded.surface(part.q1).lstrip("[")[:1].isupper()


def _told_of(a: str, b: str) -> bool:
    """Whether one word speaks of the speaker whom the other lets speak: "she" for "I", "they" for "we"."""
    if b in ("i", "me", "my", "mine", "myself"):
        return bool(classes(a) & {"he", "she"})
    return b in ("we", "us", "our", "ours", "ourselves") and "they" in classes(a)


def _names_what_is_described(pair: Pair, part: Part) -> bool:
    """Whether a name in brackets stands for "the minister" (not for another name, nor one for several)."""
    written = [pair.text.surface(i) for i in range(part.s1, part.s2)]
    said = [pair.quoted.folded.surface(i) for i in range(part.q1, part.q2)]
    named = [word for word in said if is_content(word.casefold())]
    if "definite" not in classes(pair.written(part)[0]) or not 2 <= len(written) <= FARTHEST:
        return False
    if any(word[0].isupper() for word in written[1:]) or not any(word[0].isupper() for word in named):
        return False
    noun = written[written.index("of") - 1] if "of" in written[2:] else written[-1]
    several = noun.endswith("s") and not noun.endswith("ss")
    return several == (said[-1].endswith("s") or "and" in said)
