"""Letters and marks: what differs where the words are the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.quotation.align import Alignment, Part
from checker.quotation.editing import lead, trail
from checker.quotation.finding import Finding, Pair
from checker.quotation.fold import Folded, fold_marks, squeeze
from checker.quotation.lexicon import classes, words_of
from checker.quotation.runs import Run
from checker.quotation.sentences import ends_sentence

_PLAIN_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
_OTHER_IN_CAPITALS = frozenset({"us", "it", "who", "aids"})
_SIGNS = re.compile(r"[%‰$€£¥₹₽°±≤≥≈]|(?<!\S)-$")
_MARKS = re.compile(r"[.,;:!?…()—–-]")
_TELLING = words_of("telltale")
_QUOTES_AND_BRACKETS = re.compile(r"[\"'\[\]\s]")


def same_letters(quote: str, source: str) -> bool:
    """Whether two pieces are identical but for runs of blanks (a no-break blank of the quotation counts)."""
    if quote == source:
        return True
    plain = _PLAIN_BLANKS.sub(" ", quote)
    return plain in (squeeze(source), _PLAIN_BLANKS.sub(" ", source))


def judge(pair: Pair, alignment: Alignment) -> list[Finding]:
    """Differences of case, typography and punctuation inside the runs and at the ends."""
    found = [f for run in alignment.runs for f in _in_run(pair, run)]
    return [*found, *_at_ends(pair, alignment)]


def _in_run(pair: Pair, run: Run) -> Iterator[Finding]:
    quote, text = pair.quoted.folded, pair.text
    if same_letters(quote.piece(run.q, run.q_end), text.piece(run.s, run.s_end)):
        return
    for k in range(run.size):
        q, s = run.q + k, run.s + k
        part = Part(q, q + 1, s, s + 1)
        if quote.surface(q) != text.surface(s):
            yield _word(pair, part)
        if k and not same_letters(quote.gap(q), text.gap(s)):
            yield _gap(pair, part)


def _word(pair: Pair, part: Part) -> Finding:
    quote, source = pair.quoted.folded.surface(part.q1), pair.text.surface(part.s1)
    if pair.quoted.words[part.q1] in _OTHER_IN_CAPITALS and quote.islower() != source.islower():
        starts = ends_sentence(pair.quoted.folded, part.q1) or ends_sentence(pair.text, part.s1)
        upper, at = (pair.quoted.folded, part.q1) if quote.isupper() else (pair.text, part.s1)
        if not starts and not _in_capitals(upper, at):
            return pair.finding("name", "altered", "replace", part, "capital letters make another word of it")
    if fold_marks(quote) != fold_marks(source) and quote.casefold() == source.casefold():
        name = "initial-capital" if quote[1:] == source[1:] else "capitals"
    elif "[" in quote or "[" in source:
        name = "bracketed-letters"
    else:
        name = "hyphen" if "-" in quote or "-" in source else "typography"
    return pair.edited(name, "replace", part)


def _in_capitals(text: Folded, i: int) -> bool:
    """Whether a word beside word `i` is all capitals as well: then they are a matter of style."""
    beside = [text.surface(k) for k in (i - 1, i + 1) if 0 <= k < len(text)]
    return not text.surface(i).isupper() or any(word.isupper() and len(word) > 1 for word in beside)


def _gap(pair: Pair, part: Part) -> Finding:
    """Marks before a word: `part` has the word on both sides."""
    quote = fold_marks(pair.quoted.folded.gap(part.q1))
    source = fold_marks(pair.text.gap(part.s1))
    here = Part(part.q1 - 1, part.q2, part.s1 - 1, part.s2)
    if changed := _changes_sense(pair, part, quote, source):
        rule, note = changed
        return pair.finding(rule, "altered", "replace", here, note)
    if "…" in quote and "…" not in source:
        name = "spare-ellipsis"
    elif _QUOTES_AND_BRACKETS.sub("", quote) == _QUOTES_AND_BRACKETS.sub("", source):
        name = "typography"
    else:
        name = "punctuation"
    return pair.edited(name, "replace", here)


def _changes_sense(pair: Pair, part: Part, quote: str, source: str) -> tuple[str, str] | None:
    """The rule and note of a mark before a word that makes another statement of it."""
    if ("?" in quote) != ("?" in source):
        return "punctuation", "a question mark makes the difference"
    if "!" in quote and "!" not in source:
        return "punctuation", "an exclamation mark is added"
    if _SIGNS.findall(quote) != _SIGNS.findall(source) and _counted(pair, part):
        return "number", "a sign before or after a number differs"
    if _stop_moved(pair, part, quote, source):
        return "punctuation", "a sentence ends at another word"
    if _comma_tells(pair, part, quote, source):
        return "punctuation", "a comma makes the difference"
    return None


def _counted(pair: Pair, part: Part) -> bool:
    """Whether a number stands beside the mark, and not "percent" for "%"."""
    beside = pair.text.words[part.s1 - 1 : part.s1 + 1]
    return any(word[0].isdigit() for word in beside) and not {"percent", "cent"}.intersection(beside)


def _stop_moved(pair: Pair, part: Part, quote: str, source: str) -> bool:
    """Whether one has a full stop before a capital letter where the other has no mark at all."""
    for marked, bare, text, at in (
        (source, quote, pair.text, part.s1),
        (quote, source, pair.quoted.folded, part.q1),
    ):
        capital = text.surface(at)[0].isupper()
        if (
            "." in marked
            and capital
            and not _MARKS.search(bare)
            and ends_sentence(text, at)
            and len(text.words[at - 1]) > 3
        ):
            return True
    return False


def _comma_tells(pair: Pair, part: Part, quote: str, source: str) -> bool:
    """Whether a comma is set or dropped where it tells which are meant, or what a "not" or "no" belongs to."""
    if (
        ("," in quote) == ("," in source)
        or _MARKS.search(quote.replace(",", ""))
        or _MARKS.search(source.replace(",", ""))
    ):
        return False
    word, before = pair.text.words[part.s1], pair.text.words[part.s1 - 1]
    if word in ("because", "as", "since", "like"):
        near = pair.text.words[max(0, part.s1 - 10) : part.s1]
        return any("negation" in classes(w) for w in near)
    return word in _TELLING or before in ("no", "not", "never", "yes", "only", "however")


def _at_ends(pair: Pair, alignment: Alignment) -> Iterator[Finding]:
    size = len(pair.quoted.words)
    head, tail = alignment.runs[0], alignment.runs[-1]
    before = squeeze(lead(pair.quoted.folded))
    signs = _SIGNS.findall(fold_marks(lead(pair.quoted.folded)))
    if signs and not head.q and signs != _SIGNS.findall(fold_marks(pair.text.gap(head.s))):
        note = "a sign before or after a number differs"
        yield pair.finding("number", "altered", "replace", Part(0, 1, head.s, head.s + 1), note)
    elif before.strip() and not head.q and not squeeze(pair.text.gap(head.s)).endswith(before):
        yield pair.edited("opening-marks", "insert", Part(0, 0, head.s, head.s))
    after = squeeze(trail(pair.quoted.folded))
    if after and tail.q_end == size and not squeeze(pair.text.gap(tail.s_end)).startswith(after):
        here = Part(size, size, tail.s_end, tail.s_end)
        yield _at_end(pair, here, after, fold_marks(pair.text.gap(tail.s_end)))


def _at_end(pair: Pair, here: Part, quote: str, source: str) -> Finding:
    """Final marks: they suit the sentence around, but for one that makes a question or a cry."""
    for mark, note in (("?", "a question mark makes the difference"), ("!", "an exclamation mark is added")):
        if mark in quote and mark not in source:
            return pair.finding("punctuation", "altered", "replace", here, note)
    return pair.edited("final-punctuation", "replace", here)
