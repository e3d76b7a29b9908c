"""Where a text has the words of an utterance without quotation marks: a primary source, a report, the narrator."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from checker.model import Attribution, Document, Parse, Range, Voice
from checker.quotation.diff import cut, inside
from checker.quotation.lexicon import is_content, words_of
from checker.quotation.passages import Passage, passages_of
from checker.quotation.pieces import Utterance, quoted_pieces
from checker.quotation.senses import senses, stem
from checker.quotation.wording import LONG_RUN, SHORT_RUN, Wording, line, longest_run, opposed, runs, size

COMMON = 30
"""Utterances that may have a run of words or a word of content; what more have tells nothing apart."""
FEWEST_RUNS = 3
"""Runs of three words that a sentence shares with an utterance of a text about something else, if they are compared."""
SHORTEST = 6
"""Words of an utterance's sentence that a narrator's may be a retelling of."""
WEIGHTY, WEIGHTIEST = 2, 4
"""Words of content in a run that a primary source shares with a quotation, and a narrator with an utterance."""
MOST = 0.8
"""Share of the words of an utterance's sentence, in order, that another text has of it."""
SENSES, HELD, OWN = 4, 0.75, 0.5
"""Senses that a retelling in other words shares, their share of those said, and of the retelling's own."""

_FIRST = (words_of("mine") | words_of("speaking")) - {"you", "your", "yours"}
"""Words in which a speaker speaks of himself: in a retelling, the words are not the narrator's."""
PART = 0.3
"""Share of the words of a retelling that somebody is said to have said, if all of them are his."""
_MARK = re.compile(r"[.,;!?…]{0,3}[”\"»]")


@dataclass(frozen=True, slots=True)
class Retelling:
    """A passage with the utterances (numbers) that it holds, and the share of the shorter that agrees."""

    utterance: Utterance
    holds: dict[int, float]
    primary: bool


class Retellings:
    """Looks up the sentences of documents among utterances, so that cost grows with the words of both."""

    def __init__(self, found: Sequence[Wording], circles: Sequence[frozenset[int]]) -> None:
        self._found = found
        self._beside: dict[int, set[int]] = {}
        for circle in circles:
            for number in circle:
                self._beside.setdefault(number, set()).update(circle)
        self._having: dict[object, list[int]] = {}
        for i, one in enumerate(found):
            for key in {*one.stems, *one.runs}:
                self._having.setdefault(key, []).append(i)

    def of(
        self, number: int, document: Document, parse: Parse, said: Iterable[Attribution]
    ) -> Iterator[Retelling]:
        """The passages of a document that have the words of utterances of other documents, in order of place."""
        primary = document.role == "primary"
        quoted = quoted_pieces(document)
        passages = list(passages_of(document, parse, quoted))
        closed = frozenset(end for _, end in quoted)
        rows: list[tuple[Range, int, float]] = []
        for k, passage in enumerate(passages):
            for i in self._likely(number, passage) if len(passage.line) >= SHORT_RUN else ():
                share = self._share(number, passage, self._found[i], primary=primary)
                if share:
                    rows.append((passage.span, i, share))
                    rows += [
                        (p.span, i, share) for p in passages[k + 1 : k + 2] if _goes_on(p, self._found[i])
                    ]
        for span, holds in _chunks(sorted(rows)):
            best = min(holds, key=lambda i: (-holds[i], i))
            words = _words(document, span, self._found[best])
            yield _retelling(number, document, (span, words), holds, said, closed)

    def _likely(self, number: int, passage: Passage) -> list[int]:
        """The utterances of other documents that share a good part of a long run.

        In texts of one circle any run will do, or as many words of content as a retelling in other words has.
        """
        rows = Counter(i for key in runs(passage.line) for i in self._few(key))
        words = Counter(i for key in senses(passage.text.words) for i in self._few(key))
        return sorted(
            i
            for i in {*rows, *words}
            if (other := self._found[i].utterance.document) != number
            and (rows[i] >= FEWEST_RUNS or (self._near(number, other) and (rows[i] or words[i] >= SENSES)))
        )

    def _few(self, key: object) -> Sequence[int]:
        held = self._having.get(key, ())
        return held if len(held) <= COMMON else ()

    def _near(self, number: int, other: int) -> bool:
        return other in self._beside.get(number, ())

    def _share(self, number: int, passage: Passage, one: Wording, *, primary: bool) -> float:
        """How much of one of the utterance's sentences the passage has; 0 where that is too little to be it."""
        start, run = longest_run(passage.line, one.line)
        weighty = sum(map(is_content, passage.text.words[start : start + run]))
        if primary and run == size(one.line) and weighty:
            return 1.0
        share = run / size(one.line) if run >= LONG_RUN and weighty >= WEIGHTIEST else 0.0
        if not share:
            near = primary or self._near(number, one.utterance.document)
            rows = (
                self._of_sentence(passage, one, place, (run, weighty), near=near, primary=primary)
                for place in one.sentences
            )
            share = max(rows, default=0.0)
        return share if share and (primary or not _is_turned(one, passage)) else 0.0

    def _of_sentence(
        self,
        passage: Passage,
        one: Wording,
        place: Range,
        shared: tuple[int, int],
        *,
        near: bool,
        primary: bool,
    ) -> float:
        words, (run, weighty) = one.line[slice(*place)], shared
        share = LCSseq.similarity(words, passage.line) / (size(words) or 1)
        if primary:
            return share if run >= SHORT_RUN and weighty >= WEIGHTY and share >= MOST else 0.0
        if not near or len(words) < SHORTEST:
            return 0.0
        whole = run >= SHORTEST and run >= MOST * len(passage.line)
        repeated = run > SHORT_RUN and (share >= MOST or whole) and weighty > WEIGHTY
        return share if repeated or _is_told(one, place, passage) else 0.0


def _is_turned(one: Wording, passage: Passage) -> bool:
    """Whether a passage says the opposite of the sentence that shares most words with it, or another number."""
    best = max(one.sentences, key=lambda r: LCSseq.similarity(passage.line, one.line[slice(*r)]))
    return opposed(passage.text.words, one.utterance.folded.words[slice(*best)])


def _is_told(one: Wording, place: Range, passage: Passage) -> bool:
    """Whether a passage tells what a sentence says: most senses of both, and the verb."""
    words = one.utterance.folded.words[slice(*place)]
    said, told = (senses(side) for side in (words, passage.text.words))
    shared = said & told
    if len(shared) < SENSES or len(shared) < max(HELD * len(said), OWN * len(told)):
        return False
    return passage.root in map(stem, words)


def _chunks(rows: Sequence[tuple[Range, int, float]]) -> list[tuple[Range, dict[int, float]]]:
    """Sentences after one another that hold the same utterance, as one passage; each with what it holds."""
    chunks: list[tuple[Range, dict[int, float]]] = []
    for (start, end), i, share in rows:
        near = (
            bool(chunks)
            and start - chunks[-1][0][1] <= 3
            and (i in chunks[-1][1] or start < chunks[-1][0][1])
        )
        if near:
            (first, last), holds = chunks[-1]
            chunks[-1] = (first, max(last, end)), {**holds, i: max(share, holds.get(i, 0.0))}
        else:
            chunks.append(((start, end), {i: share}))
    return chunks


def _goes_on(passage: Passage, one: Wording) -> bool:
    """Whether a short sentence has nothing but words of an utterance, in their order."""
    words = len(passage.line)
    return words < SHORT_RUN and LCSseq.similarity(passage.line, one.line) == words > 1


def _words(document: Document, span: Range, one: Wording) -> Range:
    """From the first to the last of the words of a passage that an utterance has in a row."""
    text = cut(document.text, span, inside(document.markup, span))
    same = [b for b in LCSseq.opcodes(line(text), one.line) if b.tag == "equal"]
    long = [b for b in same if b.src_end - b.src_start > 1] or same
    low, high = text.stored(long[0].src_start, long[-1].src_end)
    return span[0] + low, span[0] + high


def _retelling(
    number: int,
    document: Document,
    place: tuple[Range, Range],
    holds: dict[int, float],
    said: Iterable[Attribution],
    closed: frozenset[int],
) -> Retelling:
    """A passage as it is given: `place` is all of it, and the words that it shares.

    `closed` are the ends of the document's quoted pieces.
    """
    span, words = place
    primary = document.role == "primary"
    owner = None if primary else _owner(words, said)
    own = (
        primary
        or _closes(document, words[1], closed)
        or (owner is None and _is_first_person(document, words))
    )
    voice: Voice = "quoted" if own else "reported" if owner else "narrator"
    span = span if voice == "narrator" or primary else words
    speaker, attribution = (owner.speaker, owner.id) if owner else (None, None)
    folded = cut(document.text, span, inside(document.markup, span))
    return Retelling(Utterance(number, span, speaker, attribution, folded, voice), holds, primary)


def _is_first_person(document: Document, words: Range) -> bool:
    """Whether whoever said the words speaks in them: an interview or a memoir, not a narrator."""
    return not _FIRST.isdisjoint(cut(document.text, words, inside(document.markup, words)).words)


def _closes(document: Document, end: int, closed: frozenset[int]) -> bool:
    """Whether a quotation mark closes behind words that none opened before."""
    mark = _MARK.match(document.text, end)
    return mark is not None and mark.end() - 1 not in closed


def _owner(words: Range, said: Iterable[Attribution]) -> Attribution | None:
    """The attribution with the least content that has the first of the words, or a good part of them."""
    least = PART * (words[1] - words[0])
    near = [
        a for a in said
        if sum(max(0, min(e, words[1]) - max(s, words[0])) for s, e in a.content) >= least
        or any(s <= words[0] < e for s, e in a.content)
    ]  # fmt: skip
    return min(near, key=lambda a: (sum(e - s for s, e in a.content), a.id), default=None)
