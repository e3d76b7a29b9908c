"""Letters and marks: what differs where the words are the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.quotation.align import Alignment, Part
from checker.quotation.editing import lead, trail
from checker.quotation.finding import Finding, Pair
from checker.quotation.fold import Folded, fold_marks, squeeze
from checker.quotation.runs import Run
from checker.quotation.sentences import ends_sentence

_PLAIN_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
_OTHER_IN_CAPITALS = frozenset({"us", "it", "who", "aids"})
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
    if pair.quoted.words[part.q1] in _OTHER_IN_CAPITALS and {quote.islower(), source.islower()} == {
        True,
        False,
    }:
        starts = ends_sentence(pair.quoted.folded, part.q1) or ends_sentence(pair.text, part.s1)
        upper, at = (pair.quoted.folded, part.q1) if quote.isupper() else (pair.text, part.s1)
        if not starts and not _in_capitals(upper, at):
            return pair.finding("name", "altered", "replace", part, "capital letters make another word of it")
    if fold_marks(quote) != fold_marks(source) and quote.casefold() == source.casefold():
        note = "initial capital" if quote[1:] == source[1:] else "capital letters"
    elif "[" in quote or "[" in source:
        note = "letters in brackets"
    else:
        note = "typography or a hyphen at a line break"
    return pair.finding("conventional", "accepted", "replace", part, note)


def _in_capitals(text: Folded, i: int) -> bool:
    """Whether a word beside word `i` is all capitals as well: then they are a matter of style."""
    beside = [text.surface(k) for k in (i - 1, i + 1) if 0 <= k < len(text)]
    return not text.surface(i).isupper() or any(word.isupper() and len(word) > 1 for word in beside)


def _gap(pair: Pair, part: Part) -> Finding:
    """Marks before a word: `part` has the word on both sides."""
    quote = fold_marks(pair.quoted.folded.gap(part.q1))
    source = fold_marks(pair.text.gap(part.s1))
    here = Part(part.q1 - 1, part.q2, part.s1 - 1, part.s2)
    if ("?" in quote) != ("?" in source):
        return pair.finding("punctuation", "altered", "replace", here, "a question mark makes the difference")
    if "…" in quote and "…" not in source:
        note = "an ellipsis that leaves nothing out"
    elif _QUOTES_AND_BRACKETS.sub("", quote) == _QUOTES_AND_BRACKETS.sub("", source):
        note = "typography"
    else:
        note = "punctuation"
    return pair.finding("conventional", "accepted", "replace", here, note)


def _at_ends(pair: Pair, alignment: Alignment) -> Iterator[Finding]:
    size = len(pair.quoted.words)
    head, tail = alignment.runs[0], alignment.runs[-1]
    before = squeeze(lead(pair.quoted.folded))
    if before.strip() and not head.q and not squeeze(pair.text.gap(head.s)).endswith(before):
        yield pair.finding(
            "conventional", "accepted", "insert", Part(0, 0, head.s, head.s), "marks at the start"
        )
    after = squeeze(trail(pair.quoted.folded))
    if after and tail.q_end == size and not squeeze(pair.text.gap(tail.s_end)).startswith(after):
        here = Part(size, size, tail.s_end, tail.s_end)
        yield pair.finding("conventional", "accepted", "replace", here, "final punctuation")
