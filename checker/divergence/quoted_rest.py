"""What another text has of a quoted sentence and the quotation has not: its beginning, its end, a word before it."""

from __future__ import annotations

from checker.divergence.quoted_runs import Run
from checker.divergence.quoted_words import has, opens
from checker.model import Sentence

SURE = 8
"""Words of a run that nobody says by chance; of fewer, the texts must belong together."""
TELLING = 4
"""Words of content in a part of a sentence that says something of its own."""
SAYING = 2
"""Words of content in a clause behind an "and" that says something."""
JOINING = frozenset(["and", "but"])
PART = 3
"""Words of the longest phrase that makes what follows a part of more ("one of the")."""
LEAD = 10
"""Words of a beginning that a text may drop unseen; more it is sure to tell in its own words."""
BEFORE = 5
"""Words before a passage in which a "doubt that" or "not" governs it."""
NEGATIONS = frozenset(["not", "no", "nobody", "none", "nothing", "never", "neither", "nor", "hardly", "few", "all",
                       "every", "everyone", "everybody", "always", "each"])  # fmt: skip

Rest = tuple[tuple[int, int], bool]
"""Words of the other text, and whether they limit what is quoted."""


def rest_after(run: Run, sentence: Sentence, stop: int) -> Rest | None:
    """The rest of the sentence, where it limits what is quoted or is quoted too.

    It ends where a quotation mark closes, and at the character `stop`.
    """
    last, end, row = run.high, run.high, run.other
    while (
        end < len(row.at)
        and row.at[end] < sentence.last
        and row.place(end, end + 1)[0] < stop
        and not _leaves(run, end)
    ):
        end += 1
    words = run.other.folded[last:end]
    if not words or (run.other.content(last, end) < 1 and not NEGATIONS & set(words)):
        return None
    parted = run.other.at[last] - run.other.at[last - 1] > 1
    telling = run.own.content(run.first, run.last) > 1
    negated = telling and not parted and bool(NEGATIONS & set(run.own.folded[run.first : run.last]))
    bargain = words[0] == "and" and opens("bargain", words[1:])
    limited = opens("condition", words) or opens("exception", words) or bargain
    limited = limited or (negated and _is_narrowing(run, last))
    told = _is_part(run, last, end) or _is_clause(run, last, end)
    return ((last, end), limited) if limited or told else None


def goes_on(run: Run) -> bool:
    """Whether the quoting text goes on behind the quotation as the other does, in its own words: "against …"."""
    behind = run.own.folded[run.last : run.last + 1]
    return bool(behind) and behind == run.other.folded[run.high : run.high + 1]


def _is_part(run: Run, first: int, last: int) -> bool:
    """Whether the other text quotes the words too, and they say something of their own."""
    place = run.other.place(min(first, run.low), max(last, run.high))
    quoted = run.other.parse.is_quoted(*place)
    return quoted and run.last - run.first >= SURE and run.other.content(first, last) >= TELLING


def _is_clause(run: Run, first: int, last: int) -> bool:
    """Whether the other text goes on to quote "and …" or "but …" with a subject and a verb, and something to say in it:
    a "not", or words of content.
    """
    tokens, row = run.other.parse.tokens, run.other.folded[first:last]
    if row[0] not in JOINING or not run.other.parse.is_quoted(*run.other.place(run.low, last)):
        return False
    deps = {tokens[i].dep for i in run.other.at[first:last]}
    verbs = any(tokens[i].pos in {"VERB", "AUX"} for i in run.other.at[first:last])
    says = run.other.content(first, last) >= SAYING or bool(NEGATIONS & set(row))
    return verbs and says and bool(deps & {"nsubj", "nsubjpass"})


def _is_narrowing(run: Run, last: int) -> bool:
    """Whether a phrase or clause hangs on the quoted words themselves: "without food", "in anger", "to sell it"."""
    token = run.other.parse.tokens[run.other.at[last]]
    return (
        token.pos in {"ADP", "SCONJ", "PART", "ADV"} and run.own.folded[run.last - 1] != token.text.casefold()
    )


def _leaves(run: Run, number: int) -> bool:
    """Whether a quotation mark closes before a word: what follows is the narrator's."""
    place = run.other.place(number, number + 1)[0]
    low = run.passage.end - 1
    return any(mark.start <= low < mark.end <= place for mark in run.other.parse.quoted)


def word_before(run: Run, sentence: Sentence) -> int | None:
    """The first word of a phrase right before the passage that makes it a part ("one of"), where the quoting text has
    none there.
    """
    if has("part", run.own.folded[max(0, run.first - PART) : run.first]):
        return None
    near = range(max(0, run.low - PART), run.low)
    rows = [n for n in near if run.other.at[n] >= sentence.first and not _enters(run, n)]
    return next((n for n in rows if opens("part", run.other.folded[n : run.low])), None)


def rest_before(run: Run, sentence: Sentence) -> Rest | None:
    """The beginning of the sentence, where it is a condition of what is quoted, governs it ("I doubt that"), or is
    quoted too.
    """
    first = run.low
    while first > 0 and run.other.at[first - 1] >= sentence.first and not _enters(run, first - 1):
        first -= 1
    row = run.other.folded[first : run.low]
    if not row:
        return None
    part = _is_part(run, first, run.low) and len(row) <= LEAD
    whole = ((first, run.low), False) if part else None
    if not run.own.parse.tokens[run.own.at[run.first]].text[:1].isupper():
        return whole
    parted = run.other.at[run.low] - run.other.at[run.low - 1] > 1
    if parted:
        limited = opens("condition", row) and run.other.content(first, run.low) > 0
        return ((first, run.low), True) if limited else whole
    first = next(
        (n for n in range(run.low - 1, first, -1) if run.other.at[n] - run.other.at[n - 1] > 1), first
    )
    row = run.other.folded[first : run.low]
    return ((first, run.low), True) if row[-1] == "that" and has("governing", row[-BEFORE:]) else whole


def _enters(run: Run, number: int) -> bool:
    """Whether a quotation mark opens after a word and before the passage."""
    place = run.other.place(number, number + 1)[1]
    return any(place <= mark.start <= run.passage.start < mark.end for mark in run.other.parse.quoted)


def is_governed(run: Run) -> bool:
    """Whether the quoting text has a word before the quotation that governs it."""
    parse = run.own.parse
    sentence = parse.sentence_at(run.span.start)
    row = [
        run.own.folded[n] for n in range(max(0, run.first - 2 * BEFORE), run.first)
        if sentence and run.own.at[n] >= sentence.first
    ]  # fmt: skip
    return has("governing", row)
