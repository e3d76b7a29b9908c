"""Every quoted run of words of a text, looked up in all the other texts by aligning words.

Texts are indexed by runs of three words; a text that has several of a quotation's runs close together is aligned with
it word by word (longest common blocks, Ratcliff & Obershelp 1988).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import Match, SequenceMatcher

from checker.divergence.draft import Facts
from checker.divergence.quoted_words import Words, words
from checker.model import Attribution, QuotedSpan, Span

LEAST, CONTENT, LONG = 4, 2, 6
"""Words of a quoted run, and words of content in it, that are looked up; of a run of `LONG` words, one is enough."""
SAME, WHOLE = 0.75, 8
"""Share of the run's words that stand in the other text in order; a run of fewer words stands there unchanged."""
KEY, COMMON = 3, 60
"""Words of an indexed run; places that may have it for it to bring two texts together."""
LONGEST = 300
"""Words of a quotation; what is longer is a mark that was left open."""
FAR = 4_000
"""Characters before a quotation in which the words given to its speaker may begin."""
SLACK = 12
"""Words more than the quotation has that the passage of the other text may have."""

Step = tuple[str, int, int, int, int]


@dataclass(frozen=True, slots=True)
class Run:
    """A quoted run and the passage of another text that has its words.

    `steps` are the operations that make the passage of the run: (tag, from and to in the words of the quoting text,
    from and to in those of the other one). `first` and `last` bound the run's words, `low` and `high` the passage.
    """

    span: Span
    said: Attribution | None
    own: Words
    first: int
    last: int
    other: Words
    low: int
    high: int
    steps: tuple[Step, ...]

    @property
    def host(self) -> str:
        """The document that has the words too."""
        return self.other.parse.doc

    @property
    def passage(self) -> Span:
        """The passage of the other text."""
        return Span(self.host, *self.other.place(self.low, self.high))


def runs(facts: Facts) -> list[Run]:
    """All runs that stand in another text, in text order; texts of one origin are not compared."""
    return facts.once("quoted-runs", lambda: list(_found(facts)))


def words_of(facts: Facts, doc: str) -> Words:
    """The words of a text, read once."""
    return facts.once(f"words {doc}", lambda: words(facts.parses[doc]))


def _found(facts: Facts) -> Iterator[Run]:
    read = {doc: words_of(facts, doc) for doc in sorted(facts.parses)}
    index = _index(read)
    for doc, own in read.items():
        pieces = _pieces(facts, doc)
        for mark in own.parse.quoted:
            first, last = _bounds(own, mark)
            content = own.content(first, last) + (last - first >= LONG)
            if LEAST <= last - first <= LONGEST and content >= CONTENT:
                said = _said(pieces, mark)
                span = Span(doc, *own.place(first, last))
                yield from _in_others(facts, Run(span, said, own, first, last, own, 0, 0, ()), read, index)


Index = dict[tuple[str, ...], list[tuple[str, int]]]


def _index(read: dict[str, Words]) -> Index:
    found: Index = defaultdict(list)
    for doc, row in read.items():
        for i in range(len(row.single) - KEY + 1):
            found[row.single[i : i + KEY]].append((doc, i))
    return found


def _bounds(own: Words, mark: QuotedSpan) -> tuple[int, int]:
    """The numbers of the first word inside a quotation and of the one after the last."""
    inside = list(own.parse.tokens_in(*mark.inner))
    return (bisect_left(own.at, inside[0]), bisect_left(own.at, inside[-1] + 1)) if inside else (0, 0)


Piece = tuple[int, int, Attribution]


def _pieces(facts: Facts, doc: str) -> list[Piece]:
    """Where a text gives words to somebody as quoted, sorted by place."""
    direct = (a for a in facts.said.get(doc, ()) if a.kind != "indirect")
    return sorted(((s, e, a) for a in direct for s, e in a.content), key=lambda p: (p[0], p[1], p[2].id))


def _said(pieces: list[Piece], mark: QuotedSpan) -> Attribution | None:
    """Who is said to have said the quotation: the attribution with the least content that holds it."""
    low = bisect_left(pieces, mark.inner[0] - FAR, key=lambda p: p[0])
    high = bisect_left(pieces, mark.inner[0] + 1, key=lambda p: p[0])
    holding = [(e - s, a.id, a) for s, e, a in pieces[low:high] if mark.inner[1] <= e]
    return min(holding, key=lambda h: h[:2])[2] if holding else None


def _in_others(facts: Facts, run: Run, read: dict[str, Words], index: Index) -> Iterator[Run]:
    places: dict[str, Counter[int]] = defaultdict(Counter)
    for i in range(run.first, run.last - KEY + 1):
        hits = index.get(run.own.single[i : i + KEY], ())
        for doc, at in hits if len(hits) <= COMMON else ():
            if doc != run.span.doc and _origin(facts, doc) != _origin(facts, run.span.doc):
                places[doc][at - (i - run.first)] += 1
    for doc in sorted(places):
        found = _aligned(run, read[doc], places[doc])
        if found is not None:
            yield found


def _origin(facts: Facts, doc: str) -> str:
    """The authored text behind a document: its republications have no words of their own."""
    known = facts.provenance.get(doc)
    return known.origin if known else doc


def _aligned(run: Run, other: Words, places: Counter[int]) -> Run | None:
    """The passage with most of the run's words, where it has enough of them."""
    start = min(places, key=lambda at: (-sum(n for p, n in places.items() if abs(p - at) <= SLACK), at))
    size = run.last - run.first
    low, high = max(0, start - SLACK), min(len(other.single), start + size + 2 * SLACK)
    matcher = SequenceMatcher(
        None, run.own.single[run.first : run.last], other.single[low:high], autojunk=False
    )
    blocks = [b for b in matcher.get_matching_blocks() if b.size]
    blocks = [b for b in blocks if b.size > 1 or len(blocks) == 1 or _is_kept(blocks, b)]
    same = sum(b.size for b in blocks)
    needed = size if size < WHOLE else SAME * size
    if same < needed or max(b.size for b in blocks) < LEAST - 1:
        return None
    return Run(
        run.span, run.said, run.own, run.first, run.last, other,
        low + blocks[0].b, low + blocks[-1].b + blocks[-1].size,
        tuple(_steps(blocks, run.first, low)),
    )  # fmt: skip


def _is_kept(blocks: list[Match], block: Match) -> bool:
    """Whether a block of one word tells its place: it stands between others, or the run only lacks what parts it."""
    n = blocks.index(block)
    if 0 < n < len(blocks) - 1:
        return True
    beside = blocks[1] if n == 0 else blocks[-2]
    before, after = (block, beside) if n == 0 else (beside, block)
    return before.a + before.size == after.a and after.b - before.b - before.size <= SLACK


def _steps(blocks: list[Match], first: int, low: int) -> Iterator[Step]:
    """What lies between and in the blocks, from the first word that both have to the last."""
    before = None
    for block in blocks:
        a, b, size = block
        if before is not None and (before[0] < a or before[1] < b):
            tag = "replace" if before[0] < a and before[1] < b else "delete" if before[0] < a else "insert"
            yield tag, first + before[0], first + a, low + before[1], low + b
        yield "equal", first + a, first + a + size, low + b, low + b + size
        before = a + size, b + size
