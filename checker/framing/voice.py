"""Whose words a place is: the narrator's, reported, or quoted."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import islice

from checker.framing.lexicon import Phrases, words
from checker.framing.ranges import Ranges
from checker.model import Attribution, Document, Parse, Range, Voice

_TYPED = re.compile(r"(?:''|``)(?=[^\s'])[^\n]{1,2000}?''")
DEEPEST = 100
"""Heads above a word that are looked at."""
_CLAUSE = frozenset({"ccomp", "parataxis"})


@dataclass(frozen=True, slots=True)
class Owner:
    """A voice, and the entity that speaks where it is known."""

    voice: Voice
    speaker: str | None = None


NARRATOR = Owner("narrator")


class Voices:
    """Tells the voice of any place of one document.

    Quotation marks, quoted blocks and direct attributions make `quoted`; the content of other attributions,
    and a clause under a verb of saying or after "according to", makes `reported`; the rest is the narrator's.
    """

    def __init__(self, document: Document, parse: Parse, attributions: tuple[Attribution, ...]) -> None:
        self._parse = parse
        marks = [(q.start, q.end) for q in parse.quoted]
        self._quoted = Ranges((r, None) for r in [*marks, *_typed(document.text, parse)])
        self._blocks = Ranges(((b.start, b.end), None) for b in document.blocks if b.kind == "quote")
        own = [a for a in attributions if a.doc == document.doc]
        self._contents = Ranges((r, a) for a in own for r in a.content)
        self._verbs = words("stance", "speech", "verbs")
        self._phrases = _reporting_sentences(parse)
        self._asides: dict[int, list[int]] = {}
        for i, token in enumerate(parse.tokens):
            if token.dep == "parataxis" and token.lemma in self._verbs:
                self._asides.setdefault(token.head, []).append(i)

    def at(self, start: int, end: int, *, ignore: Range | None = None) -> Owner:
        """The voice of a place; `ignore` is a pair of quotation marks that is not to count."""
        holders = [a for _, a in self._contents.holding(start, end) if not _is_frame(a, start, end)]
        inner = holders[0] if holders else None
        speaker = inner.speaker if inner else None
        if self._in_marks(start, end, ignore) or (inner and inner.kind == "direct"):
            return Owner("quoted", speaker)
        if inner or self._under_saying(start):
            return Owner("reported", speaker)
        return NARRATOR

    def _in_marks(self, start: int, end: int, ignore: Range | None) -> bool:
        marks = [r for r, _ in self._quoted.touching(start, end) if r != ignore and _weighs(r, start, end)]
        return bool(marks) or bool(self._blocks.touching(start, end))

    def _under_saying(self, start: int) -> bool:
        """Whether the grammar puts the place under a verb of saying that no attribution covers."""
        i = bisect_right(self._parse.tokens, start, key=lambda t: t.start) - 1
        sentence = self._parse.sentence_at(start)
        if i < 0 or sentence is None:
            return False
        if sentence.first in self._phrases:
            first, last = self._phrases[sentence.first]
            return not first <= i < last
        return self._clause_of_saying(i)

    def _clause_of_saying(self, i: int) -> bool:
        """Whether a head above is said ("she said that …"), or has a verb of saying beside it ("…, she said")."""
        tokens, below = self._parse.tokens, i
        if any(verb != i for verb in self._asides.get(i, ())):
            return True
        for head in islice(self._parse.ancestors(i), DEEPEST):
            said = tokens[head].pos in {"VERB", "AUX"} and tokens[head].lemma in self._verbs
            if said and tokens[below].dep in _CLAUSE:
                return True
            if any(verb != below for verb in self._asides.get(head, ())):
                return True
            below = head
        return False


def _typed(text: str, parse: Parse) -> list[Range]:
    """What stands between two apostrophes on either side, as typed for quotation marks: ''like this''."""
    return [m.span() for start, end in parse.paragraphs for m in _TYPED.finditer(text, start, end)]


def _weighs(marks: Range, start: int, end: int) -> bool:
    """Whether a pair of marks makes a place quoted: not where it is a small part of a longer place."""
    low, high = marks
    return not (start <= low and high <= end and 2 * (high - low) < end - start)


def _is_frame(attribution: Attribution, start: int, end: int) -> bool:
    """Whether the place is the attribution's own source or cue, which the one who attributes says."""
    frames = [*(attribution.source or ()), *(attribution.cue or ())]
    return any(low <= start and end <= high for low, high in frames)


def _reporting_sentences(parse: Parse) -> dict[int, Range]:
    """First token of each sentence with a phrase like "according to", and the tokens of the phrase."""
    phrases = Phrases({"": words("stance", "speech", "phrases")})
    found: dict[int, Range] = {}
    for hit in phrases.find(parse):
        sentence = parse.sentence_at(parse.tokens[hit.first].start)
        if sentence:
            found.setdefault(sentence.first, (hit.first, hit.last))
    return found
