"""The verb of saying to the right or to the left of a quotation."""

from __future__ import annotations

from checker.attribution.cues import Cues
from checker.attribution.grammar import Grammar
from checker.attribution.messages import message
from checker.attribution.people import names_person
from checker.attribution.shapes import ends_sentence, goes_on, is_main, is_short, is_substantial, is_title
from checker.model import QuotedSpan

REACH = 45
"""Tokens between a quotation and the verb that takes it."""
DASHES = frozenset({"—", "–", "-", "--"})
_PREPOSITIONS = frozenset({"at", "in", "on", "by", "with", "without", "before", "after", "under"})
_LEADING = DASHES | {",", ":"}
_UNFINISHED = frozenset({",", "that"})
"""Last words of a paragraph that lead to the quotation in the next one."""
_NOMINAL = frozenset({"PROPN", "NOUN", "PRON", "DET", "ADJ", "NUM", "ADV", "ADP"})
_AUXILIARY = frozenset({"aux", "auxpass"})
_FORMS = frozenset(
    [
        *("says", "adds", "asks", "notes", "reads", "states", "claims", "reports", "warns", "replies"),
        *(
            "recalled",
            "recalls",
            "explained",
            "insisted",
            "admitted",
            "warned",
            "joked",
            "laughed",
            "replied",
            "added",
        ),
        *("writes", "said", "asked", "read", "posted", "posts", "quips", "tweets", "tweeted", "tweet"),
    ]
)
"""Forms that the tagger takes for nouns right after a quotation."""


class Sides:
    """Looks for the verb that takes a quotation by marks and word order, since parsers stumble over quotations."""

    def __init__(self, g: Grammar, cues: Cues) -> None:
        self.g, self.cues = g, cues

    def owner(self, quoted: QuotedSpan) -> int | None:
        """The cue token of a quotation; after a colon the one on the left is asked first."""
        first = self.g.index(quoted.start)
        if first and self.g.tokens[first - 1].text == ":" and ends_sentence(self.g, quoted):
            left = self.left(quoted)
            if left is not None and self.g.tokens[left].text != ":":
                return left
        right = self.right(quoted)
        return right if right is not None else self.left(quoted)

    def right(self, quoted: QuotedSpan) -> int | None:
        """The verb after the closing mark (`"…," Roe said`)."""
        g, k = self.g, self.g.index(quoted.end)
        if k >= len(g.tokens) or not goes_on(g, quoted, k) or is_title(g, quoted):
            return None
        while k < len(g.tokens) and g.tokens[k].text in {",", "—", "–", "-", "--"}:
            k += 1
        if k >= len(g.tokens) or self._leads_on(k):
            return None
        skipped: int | None = None
        for i in range(k, min(g.sentence_of(k).last, k + REACH)):
            if g.quote[i] >= 0 and not is_short(g, i):
                break
            if g.quote[i] >= 0:
                continue
            if self._is_according(i) and i == k:
                return i
            if g.tokens[i].pos == "VERB" and not self._aside(i, k):
                return i if self.takes(i) and self._can_follow(i, quoted) else None
            if g.tokens[i].pos == "VERB" and skipped is None and self._mistaken(i):
                skipped = i
            if self._looks_like(i, k):
                return i
        return skipped

    def _mistaken(self, i: int) -> bool:
        """A finite verb that was read as a participle of its own subject (`"…," the nominee tweeted Sunday`)."""
        token = self.g.tokens[i]
        past = token.tag == "VBN" and token.dep == "acl" and token.text.lower().endswith(("ed", "aid", "ld"))
        bare = self.g.child(i, "agent") is None and self.cues.has("verbs.speech", token.lemma)
        return past and bare and token.head < i

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
        if first > start and (self._is_taken(i, first, start) or self._is_subordinate(i, first)):
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

    def _is_subordinate(self, i: int, first: int) -> bool:
        """Whether a quotation stands in a side clause before the verb (`Asked if it is "safe," half said yes`)."""
        below = first
        for a in self.g.ancestors(first):
            if a == i:
                side = self.g.tokens[below].dep in {"advcl", "prep"} and below < first
                return side and self.g.quote[below] < 0
            below = a
        return False

    def _leads_on(self, k: int) -> bool:
        """Whether what follows the quotation is another clause (`and he …`, `which …`)."""
        token = self.g.tokens[k]
        return token.tag in {"CC", "WDT", "WP"} or (
            token.tag == "IN" and token.pos == "SCONJ" and token.text != "as"
        )

    def _looks_like(self, i: int, k: int) -> bool:
        """A cue that the tagger took for a noun (`"…," tweets Roe`), right after the mark or a name."""
        token = self.g.tokens[i]
        return i <= k + 2 and token.pos in {"NOUN", "PROPN"} and token.text in _FORMS

    def _is_according(self, i: int) -> bool:
        following = i + 1 < len(self.g.tokens) and self.g.lower(i + 1) == "to"
        return self.g.lower(i) == "according" and following

    def _aside(self, verb: int, k: int) -> bool:
        """Whether a verb stands inside the noun phrase of the subject."""
        if self.g.tokens[verb].dep in _AUXILIARY | {"amod", "compound"}:
            return True
        if is_main(self.g, verb):
            return False
        chain = [verb, *self.g.ancestors(verb)]
        return any(
            i >= k and self.g.tokens[i].dep in {"relcl", "acl"} and self.g.tokens[i].head >= k for i in chain
        )

    def takes(self, i: int) -> bool:
        """Whether a verb can have a quotation for its content."""
        lemma, thing = self.g.tokens[i].lemma, self.g.child(i, "dobj")
        if lemma == "put":
            return thing is not None and self.g.lower(thing) == "it"
        if lemma in {"go", "chime"}:
            return i + 1 < len(self.g.tokens) and self.g.lower(i + 1) in {"on", "in"}
        said = self.cues.has("verbs.speech", lemma)
        said = said or (self.cues.has("verbs.uttering", lemma) and (thing is None or self._is_target(thing)))
        return said or message(self.g, i) is not None

    def _is_target(self, thing: int) -> bool:
        """Whether the object is somebody (`mocked his rival`) rather than something done (`closed the folder`)."""
        token = self.g.tokens[thing]
        return token.pos in {"PROPN", "PRON"} or names_person(token.lemma.lower()) or self.g.quote[thing] >= 0

    def left(self, quoted: QuotedSpan) -> int | None:
        """The verb before the opening mark (`Roe said: "…"`), or the colon."""
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
        if (
            before not in _LEADING
            and start == g.sentence_of(first).first
            and not self._leads_straight(first - 1)
        ):
            return None
        beside = self._beside(first, start)
        if before != ":" and beside is None and not is_substantial(g, quoted):
            return None
        if before not in _LEADING and start == g.sentence_of(first).first:
            return first - 1
        if beside is not None:
            return beside
        governor = self._governor(first, start)
        return self._last(start, first, before) if governor is None else governor

    def _leads_straight(self, i: int) -> bool:
        """Whether a verb takes the quotation right after it (`Roe shouted "Stop"`, `they found "no evidence"`)."""
        if (
            i
            and self.g.tokens[i].tag in {"VB", "VBP", "VBZ"}
            and self.g.tokens[i - 1].pos in {"DET", "ADJ", "NUM"}
        ):
            return False
        if self.g.is_passive(i) and self.g.lower(i + 2) in _PREPOSITIONS:
            return False
        found = self.g.tokens[i].pos == "VERB" and self.cues.has("verbs.document", self.g.tokens[i].lemma)
        return found or self.takes(i)

    def _beside(self, first: int, start: int) -> int | None:
        """A cue verb right before the comma or colon, whatever the parse hung the quotation under."""
        g, i = self.g, first - 1
        if g.tokens[i].text not in _LEADING:
            return None
        i -= 1
        while i > start and (g.tokens[i].pos == "ADV" or g.lower(i) == "that"):
            i -= 1
        fits = i >= start and g.tokens[i].pos == "VERB" and g.quote[i] < 0 and self.takes(i)
        return i if fits else None

    def _governor(self, first: int, start: int) -> int | None:
        """The nearest cue verb above the quotation's first words, to their left."""
        for i in self.g.ancestors(first):
            verb = self.g.tokens[i].pos == "VERB" and self.g.quote[i] < 0
            if verb and start <= i < first and self.takes(i):
                return self._nearer(i, first)
        return None

    def _nearer(self, governor: int, first: int) -> int:
        """The cue under the governor that stands before the mark (`said Roe had told a friend: "…"`)."""
        g = self.g
        for i in range(first - 1, governor, -1):
            told = g.tokens[i].pos == "VERB" and g.quote[i] < 0 and self.takes(i) and g.is_finite(i)
            if told and g.tokens[i].dep == "ccomp" and g.tokens[i].head == governor:
                return i if g.child(i, "nsubj") is not None and g.child(i, "ccomp") is None else governor
        return governor

    def _last(self, start: int, first: int, before: str) -> int | None:
        """The last cue verb before the quotation; before a colon, the colon where another verb is nearer."""
        for i in range(first - 1, start - 1, -1):
            if self.g.quote[i] >= 0 or self.g.tokens[i].pos != "VERB":
                continue
            if self.takes(i):
                return i
            if before == ":" and self.g.is_finite(i) and self.g.tokens[i].dep != "relcl":
                break
        return first - 1 if before == ":" else None
