"""The sentence that follows a quoted one and limits it: "However, …", "We cannot yet say …", "Why it broke is …"."""

from __future__ import annotations

from bisect import bisect_left

from checker.divergence.draft import Facts
from checker.divergence.quoted_runs import Run
from checker.divergence.quoted_words import has, opens
from checker.model import QuotedSpan, Range

SAYING = 2
"""Words of content in a sentence that says something."""
LEAST, CONTENT = 6, 2
"""Words of a quotation, and words of content in it, whose next sentence is looked at."""


def next_sentence(facts: Facts, run: Run) -> tuple[int, int] | None:
    """The words of the next sentence of the same speech in the other text, where it limits what is quoted.

    The quotation must be the end of a sentence there: of one that it leaves early another rule tells.
    """
    long = run.last - run.first >= LEAST and run.own.content(run.first, run.last) >= CONTENT
    mark = next((q for q in run.other.parse.quoted if q.start <= run.passage.end - 1 < q.end), None)
    if not long or run.steps[-1][2] != run.last or mark is None:
        return None
    place = _inside(run, mark) or _taken_up(facts, run, mark)
    if place is None:
        return None
    tokens = run.other.parse.tokens
    low, high = (bisect_left(run.other.at, n, key=lambda i: tokens[i].start) for n in place)
    row = run.other.folded[low:high]
    asked = facts.documents[run.host].text[place[0] : place[1]].rstrip(" \"'”’").endswith("?")
    if asked or run.other.content(low, high) < SAYING or not _limits(row):
        return None
    return low, high


def _limits(row: tuple[str, ...]) -> bool:
    """Whether a sentence turns against the one before it, says what is not known, or leaves a question open."""
    rest = row[1:] if opens("joining", row) else row
    return opens("turn", row) or opens("caveat", rest) or (opens("asking", rest) and has("open", rest))


def _inside(run: Run, mark: QuotedSpan) -> Range | None:
    """The next sentence between the same quotation marks."""
    parse, end = run.other.parse, run.passage.end
    here = parse.sentence_at(end - 1)
    number = parse.number_at(here.start) if here else None
    if here is None or number is None or number + 1 >= len(parse.sentences):
        return None
    tokens = run.other.parse.tokens
    more = run.high < len(run.other.at) and tokens[run.other.at[run.high]].start < here.end
    after = parse.sentences[number + 1]
    if more or after.start >= mark.inner[1]:
        return None
    return after.start, min(after.end, mark.inner[1])


def _taken_up(facts: Facts, run: Run, mark: QuotedSpan) -> Range | None:
    """The first sentence of the same person's next quotation in the paragraph, behind the words that name him."""
    parse = run.other.parse
    row, tokens = run.other, run.other.parse.tokens
    closes = run.high >= len(row.at) or tokens[row.at[run.high]].start >= mark.inner[1]
    following = min((q for q in parse.quoted if q.start >= mark.end), key=lambda q: q.start, default=None)
    if not closes or following is None:
        return None
    one, other = (facts.attribution_at(run.host, q.inner[0]) for q in (mark, following))
    here, there = parse.sentence_at(mark.inner[0]), parse.sentence_at(following.inner[0])
    if one is None or other is None or here is None or there is None:
        return None
    known = one.speaker is not None and one.speaker == other.speaker
    begins = there.start >= following.start
    if not known or not begins or here.paragraph != there.paragraph:
        return None
    return following.inner[0], min(there.end, following.inner[1])
