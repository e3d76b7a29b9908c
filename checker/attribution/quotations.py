"""Which cue owns a quotation: read from the places of marks, commas and cues rather than from the parse."""

from __future__ import annotations

from bisect import bisect_left

from checker.attribution.cues import Cues
from checker.attribution.grammar import Grammar
from checker.attribution.sides import DASHES, Sides
from checker.attribution.turns import interrupted
from checker.model import QuotedSpan


class Owners:
    """For each cue token the quotations that are its direct content, in text order."""

    def __init__(self, g: Grammar, cues: Cues) -> None:
        self.g, self.cues, self.sides = g, cues, Sides(g, cues)
        self.of: dict[int, list[QuotedSpan]] = {}
        self.owned: dict[int, int] = {}
        self._pending: int | None = None
        self._open: list[int] = []
        starts = [q.start for q in g.marks]
        for start, end in g.parse.paragraphs:
            numbers = range(bisect_left(starts, start), bisect_left(starts, end))
            self._paragraph(list(numbers))
            self._close(list(numbers), start)

    def _close(self, numbers: list[int], start: int) -> None:
        """Give paragraphs of a speech whose mark stays open to whoever the paragraph after them names."""
        opens = bool(numbers) and self.g.marks[numbers[0]].start == start
        owner = self.owned.get(numbers[0]) if opens else None
        if owner is not None:
            self.of[owner] = [*(self.g.marks[k] for k in self._open), *self.of[owner]]
            self.owned |= dict.fromkeys(self._open, owner)
        waits = opens and owner is None and not self.g.marks[numbers[-1]].closed
        self._open = [*self._open, *numbers] if waits else []

    def _paragraph(self, numbers: list[int]) -> None:
        inherited, before = self._pending, None
        self._pending = None
        for place, number in enumerate(numbers):
            quoted = self.g.marks[number]
            if quoted.inner[0] >= quoted.inner[1] or not self.g.words(quoted.start, quoted.end):
                continue
            owner = self.sides.owner(quoted)
            if owner is None and self.stands_alone(quoted):
                owner = self._sentence_before(quoted, before)
                if owner is None:
                    last = before if place else None if quoted.start == quoted.inner[0] else inherited
                    owner = None if last is None or interrupted(self.g, self.of, last, quoted) else last
            if owner is None:
                continue
            self.of.setdefault(owner, []).append(quoted)
            self.owned[number] = before = owner
            self._pending = owner if not quoted.closed or self._is_last(owner, quoted) else None

    def _sentence_before(self, quoted: QuotedSpan, before: int | None) -> int | None:
        """The cue of the sentence before a quotation that stands alone (`Roe said it was late. "Very late."`)."""
        g, number = self.g, self.g.sentence[self.g.index(quoted.start)] - 1
        if number < 0 or g.parse.sentences[number].paragraph != g.parse.sentences[number + 1].paragraph:
            return None
        sentence = g.parse.sentences[number]
        root = next((i for i in range(sentence.first, sentence.last) if g.tokens[i].head == i), None)
        if root is None or g.quote[root] >= 0 or (before is not None and before > root):
            return None
        said = self.cues.has("verbs.speech", g.tokens[root].lemma) and g.is_finite(root)
        return root if said and not g.is_passive(root) and g.child(root, "nsubj") is not None else None

    def _is_last(self, owner: int, quoted: QuotedSpan) -> bool:
        """Whether nothing of the narrator's follows the saying in its paragraph."""
        last = max(owner, self.g.index(quoted.end) - 1)
        number = self.g.sentence[last] + 1
        sentences = self.g.parse.sentences
        here = sentences[number - 1].paragraph
        return number >= len(sentences) or sentences[number].paragraph != here

    def stands_alone(self, quoted: QuotedSpan) -> bool:
        """Whether a quotation is whole sentences with nothing of the narrator's around it."""
        first, last = self.g.index(quoted.start), self.g.index(quoted.end) - 1
        opens = first == self.g.sentence_of(first).first or self.g.text[quoted.inner[0]].isupper()
        closes = self.g.text[quoted.inner[1] - 1] in ".?!…" or not quoted.closed
        ends = self.g.sentence_of(last).end <= quoted.end + 1
        start = self.g.sentence_of(first).first
        lead = [i for i in range(start, first) if self.g.tokens[i].text not in DASHES]
        joined = len(lead) == 1 and self.g.tokens[lead[0]].pos in {"CCONJ", "SCONJ"}
        return (opens and (closes or ends) and not lead) or (joined and ends)
