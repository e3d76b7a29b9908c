"""Which cue owns a quotation: read from the places of marks, commas and cues rather than from the parse."""

from __future__ import annotations

from bisect import bisect_left

from checker.attribution.cues import Cues
from checker.attribution.grammar import Grammar
from checker.attribution.messages import message
from checker.model import QuotedSpan

REACH = 45
"""Tokens between a quotation and the verb that takes it."""
_OPEN_END = ",?!—–-…"
_DASHES = frozenset({"—", "–", "-", "--"})
_LEADING = _DASHES | {",", ":"}
_UNFINISHED = frozenset({",", "that"})
"""Last words of a paragraph that lead to the quotation in the next one."""
_NOMINAL = frozenset({"PROPN", "NOUN", "PRON", "DET", "ADJ", "NUM", "ADV", "ADP"})
_AUXILIARY = frozenset({"aux", "auxpass"})


class Owners:
    """For each cue token the quotations that are its direct content, in text order."""

    def __init__(self, g: Grammar, cues: Cues) -> None:
        self.g, self.cues = g, cues
        self.of: dict[int, list[QuotedSpan]] = {}
        self.owned: dict[int, int] = {}
        self._pending: int | None = None
        starts = [q.start for q in g.marks]
        for start, end in g.parse.paragraphs:
            numbers = range(bisect_left(starts, start), bisect_left(starts, end))
            self._paragraph(list(numbers))

    def _paragraph(self, numbers: list[int]) -> None:
        inherited, before = self._pending, None
        self._pending = None
        for place, number in enumerate(numbers):
            quoted = self.g.marks[number]
            if quoted.inner[0] >= quoted.inner[1] or not self.g.words(quoted.start, quoted.end):
                continue
            owner = self._owner(quoted)
            if owner is None and self._stands_alone(quoted):
                owner = self._sentence_before(quoted, before)
                if owner is None:
                    owner = before if place else inherited
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

    def _owner(self, quoted: QuotedSpan) -> int | None:
        right = self._right(quoted)
        return right if right is not None else self._left(quoted)

    def _stands_alone(self, quoted: QuotedSpan) -> bool:
        """Whether a quotation is whole sentences with nothing of the narrator's around it."""
        first, last = self.g.index(quoted.start), self.g.index(quoted.end) - 1
        opens = first == self.g.sentence_of(first).first or self.g.text[quoted.inner[0]].isupper()
        closes = self.g.text[quoted.inner[1] - 1] in ".?!…" or not quoted.closed
        ends = self.g.sentence_of(last).end <= quoted.end + 1
        start = self.g.sentence_of(first).first
        return (
            opens and (closes or ends) and all(self.g.tokens[i].text in _DASHES for i in range(start, first))
        )

    def _right(self, quoted: QuotedSpan) -> int | None:
        g, k = self.g, self.g.index(quoted.end)
        if k >= len(g.tokens) or not self._goes_on(quoted, k):
            return None
        while k < len(g.tokens) and g.tokens[k].text in {",", "—", "–", "-", "--"}:
            k += 1
        if k >= len(g.tokens) or self._leads_on(k):
            return None
        stop = min(g.sentence_of(k).last, k + REACH)
        for i in range(k, stop):
            if g.quote[i] >= 0:
                return None
            if self._is_according(i) and i == k:
                return i
            if g.tokens[i].pos == "VERB" and not self._aside(i, k):
                return i if self._takes(i) and self._can_follow(i, quoted) else None
            if self._looks_like(i, k):
                return i
        return None

    def _can_follow(self, i: int, quoted: QuotedSpan) -> bool:
        """A participle never takes the quotation before it, and who `was asked` did not say it.

        Nor does a verb whose subject stands before the quotation (`The book, "Home," said that …`), nor one
        where an earlier `told him that` leads to the quotation.
        """
        g, first = self.g, self.g.index(quoted.start)
        subject = g.child(i, "nsubj")
        start = g.sentence_of(first).first
        if subject is not None and start <= subject < first:
            return False
        if subject is None and i + 1 < len(g.tokens) and g.tokens[i + 1].pos not in _NOMINAL:
            return False
        if first > start and self._is_taken(i, first, start):
            return False
        return g.tokens[i].tag != "VBG" and (
            not g.is_passive(i) or g.tokens[i].lemma in {"quote", "cite", "hear", "say"}
        )

    def _is_taken(self, i: int, first: int, start: int) -> bool:
        """Whether a quotation inside a sentence belongs to what stands before it, or the verb has another content."""
        g, top = self.g, self.g.child(i, "ccomp")
        if g.lower(first - 1) == "that" and self._governor(first, start) is not None:
            return True
        named = g.tokens[first - 1].pos == "VERB" and self.cues.has(
            "verbs.predicative", g.tokens[first - 1].lemma
        )
        return named or (top is not None and top > i)

    def _leads_on(self, k: int) -> bool:
        """Whether what follows the quotation is another clause (`and he …`, `which …`)."""
        token = self.g.tokens[k]
        return token.tag in {"CC", "WDT", "WP"} or (
            token.tag == "IN" and token.pos == "SCONJ" and token.text != "as"
        )

    def _goes_on(self, quoted: QuotedSpan, k: int) -> bool:
        """Whether the sentence goes on after the closing mark."""
        g = self.g
        if g.sentence_of(k).start >= quoted.end and g.text[quoted.inner[1] - 1] not in "?!—–…":
            return False
        ended = g.text[quoted.inner[1] - 1] in _OPEN_END
        return (ended or g.tokens[k].text in {",", "—", "–", "--"}) and g.sentence_of(
            k
        ).paragraph == g.sentence_of(g.index(quoted.start)).paragraph

    def _looks_like(self, i: int, k: int) -> bool:
        """A cue that the tagger took for a noun (`"…," tweets Roe`), right after the mark or a name."""
        token = self.g.tokens[i]
        if token.pos not in {"NOUN", "PROPN"} or token.tag not in {"NNS", "NN"} or not token.text.islower():
            return False
        return i <= k + 2 and token.text in {
            "says",
            "adds",
            "tweets",
            "writes",
            "notes",
            "asks",
            "tweeted",
            "quips",
        }

    def _is_according(self, i: int) -> bool:
        following = i + 1 < len(self.g.tokens) and self.g.lower(i + 1) == "to"
        return self.g.lower(i) == "according" and following

    def _aside(self, verb: int, k: int) -> bool:
        """Whether a verb stands inside the noun phrase of the subject."""
        if self.g.tokens[verb].dep in _AUXILIARY | {"amod", "compound"}:
            return True
        chain = [verb, *self.g.ancestors(verb)]
        return any(i >= k and self.g.tokens[i].dep in {"relcl", "acl"} for i in chain)

    def _takes(self, i: int) -> bool:
        lemma, thing = self.g.tokens[i].lemma, self.g.child(i, "dobj")
        if lemma == "put":
            return thing is not None and self.g.lower(thing) == "it"
        said = self.cues.has("verbs.speech", lemma) or self.cues.has("verbs.uttering", lemma)
        return said or message(self.g, i) is not None

    def _left(self, quoted: QuotedSpan) -> int | None:
        g, first = self.g, self.g.index(quoted.start)
        if first == 0:
            return None
        before = g.tokens[first - 1].text
        start = g.sentence_of(first).first
        if start == first:
            apart = g.sentence_of(first - 1).paragraph != g.sentence_of(first).paragraph
            if before != ":" and not (before in _UNFINISHED and apart):
                return None
            start = g.sentence_of(first - 1).first
        if before not in _LEADING and start == g.sentence_of(first).first and not self._takes(first - 1):
            return None
        if before != ":" and not self._substantial(quoted):
            return None
        governor = self._governor(first, start)
        return self._last(start, first, before) if governor is None else governor

    def _substantial(self, quoted: QuotedSpan) -> bool:
        words = self.g.words(quoted.start, quoted.end)
        return len(words) >= 4 or self.g.text[quoted.inner[0]].isupper()

    def _governor(self, first: int, start: int) -> int | None:
        """The nearest cue verb above the quotation's first words, to their left."""
        for i in self.g.ancestors(first):
            if start <= i < first and self.g.quote[i] < 0 and self._takes(i):
                return i
        return None

    def _last(self, start: int, first: int, before: str) -> int | None:
        """The last cue verb before the quotation; before a colon, the colon where another verb is nearer."""
        for i in range(first - 1, start - 1, -1):
            if self.g.quote[i] >= 0 or self.g.tokens[i].pos != "VERB":
                continue
            if self._takes(i):
                return i
            if before == ":" and self.g.is_finite(i) and self.g.tokens[i].dep != "relcl":
                break
        return first - 1 if before == ":" else None
