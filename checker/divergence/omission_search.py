"""Where a clause of one text is looked for in another."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise
from math import log

from checker.divergence.clauses import stem
from checker.divergence.draft import Facts
from checker.divergence.kindred import kin
from checker.divergence.reasons import empty_words, reasons
from checker.divergence.told_when import clock, days_apart, of_one_story
from checker.divergence.vocabulary import Vocabulary
from checker.divergence.weighty import RARE, Weighty, enough
from checker.model import Sentence, Span

BESIDE = 3
"""How many sentences before and after a clause are looked at."""
ANCHORS, SURE = 2, 0.2
"""How many sentences close by must have a counterpart, and the score of the surest of them."""
FEW, PRINCIPAL = 5, 0.04
"""A word that stands in more sentences than these, and than this share of all, marks no matter."""
SEVERAL = 2
"""Sentences in which a text names what it treats."""
WHERE = frozenset({"in", "at", "near"})
CONDITIONS = frozenset(
    {"if", "unless", "provided", "condition", "conditional", "conditionally", "only", "until"}
)
"""Words before a scene, and words that set a condition."""
TOLD, AGREED = 0.4, 0.3
"""Scores of a counterpart from which a sentence counts as told, and as told by a third text too."""
LONG, CLOSELY = 30, 0.5
"""Sentences of a text that can be said to have something nowhere; of two shorter ones so much must be alike."""
WEEK = 7
"""Days from which on a text looks back, and may be of any day."""
WORDED = 0.5
"""The share of the weight of a clause's words, its weightiest counted twice, in two neighbouring sentences that may
tell it in other words.
"""
UNDONE = frozenset({"no", "not", "n't", "never", "none"})
"""Words that deny without a verb of denying."""
Partners = dict[tuple[str, str], dict[int, float]]
"""(text, other text) -> start of a sentence -> score of its best counterpart; below 0 where it is only possible."""


class Search:
    """Looks for a clause in the other texts of a circle."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.vocabulary = Vocabulary(facts, frozenset(), {})
        self.everywhere: frozenset[str] = frozenset()
        self.counts: dict[str, Counter[str]] = {}
        self.spread, self.size = Counter[str](), 0
        self.told: dict[str, list[tuple[set[str], set[str]]]] = {}
        self.places = frozenset(
            e.entity for e in facts.entities.values() if e.type in {"GPE", "LOC", "ORG", "FAC"}
        )
        self.clock = clock(facts)
        self.partners: Partners = defaultdict(dict)
        self.pairs: dict[tuple[str, str], list[tuple[Span, Span]]] = defaultdict(list)
        for pair in facts.alignments:
            score = pair.score if pair.state == "aligned" else pair.score - 1
            for here, there in ((pair.a, pair.b), (pair.b, pair.a)):
                held = self.partners[here.doc, there.doc]
                self.pairs[here.doc, there.doc].append((here, there))
                for sentence in facts.parses[here.doc].sentences_in(here.start, here.end):
                    held[sentence.start] = max(score, held.get(sentence.start, -1.0))

    def enter(self, docs: frozenset[str], words: Vocabulary) -> None:
        """Take up a circle of texts; words that stand in many of its sentences mark no matter."""
        self.vocabulary = words
        self.told = {}
        self.counts = {doc: self._counted(doc) for doc in docs}
        self.spread = sum(self.counts.values(), Counter[str]())
        self.size = sum(len(self.facts.parses[d].sentences) for d in docs)
        most = max(FEW, PRINCIPAL * self.size)
        self.everywhere = frozenset(word for word, n in self.spread.items() if n > most)

    def _counted(self, doc: str) -> Counter[str]:
        """In how many sentences of a text each word stands."""
        parse = self.facts.parses[doc]
        rows = ({self.vocabulary.word(parse, i) for i in range(s.first, s.last)} for s in parse.sentences)
        return Counter(word for row in rows for word in row)

    def agreed(self, row: Weighty, other: str) -> bool:
        """Whether a third voice tells the clause too."""
        here = self.facts.parses[row.doc].sentences[row.number].start
        two = {self.facts.voice_of(other), self.facts.voice_of(row.doc)}
        thirds = [doc for doc in self.vocabulary.held if self.facts.voice_of(doc) not in two]
        return any(self.partners[row.doc, doc].get(here, -1.0) >= AGREED for doc in thirds)

    def told_beside(self, row: Weighty, other: str) -> bool:
        """Whether the other text surely tells a sentence close by."""
        partners = self.partners[row.doc, other]
        return any(partners.get(s.start, -1.0) >= TOLD for s in self._beside(row))

    def retold(self, doc: str, other: str) -> float:
        """The share of a text's sentences that have a counterpart in the other."""
        sure = sum(score >= 0 for score in self.partners[doc, other].values())
        return sure / max(1, len(self.facts.parses[doc].sentences))

    def looked_for(self, row: Weighty, other: str) -> tuple[str, ...]:
        """The clause's weightiest and rarest words that the other text has not where it tells what stands beside.

        Names that stand everywhere show nothing either way.
        """
        beside = self._beside(row)
        near = self._near(row.doc, other, beside[0].start, beside[-1].end)
        shared = {word for there in near for word in self._words(there)}
        names = {w for w in row.content if w in self.vocabulary.names and w in self.everywhere}
        return tuple(w for w in row.content if w not in shared and w not in names)[:RARE]

    def _beside(self, row: Weighty) -> tuple[Sentence, ...]:
        sentences = self.facts.parses[row.doc].sentences
        return sentences[max(0, row.number - BESIDE) : row.number + BESIDE + 1]

    def _near(self, doc: str, other: str, low: int, high: int) -> list[Span]:
        """The counterparts in the other text of the passages in a range."""
        return [there for here, there in self.pairs[doc, other] if low <= here.start and here.end <= high]

    def anchor(self, row: Weighty, other: str) -> float:
        """How surely the other text tells what stands beside the clause, and treats its matter; 0 where not sure."""
        partners, beside = self.partners[row.doc, other], self._beside(row)
        near = [partners[s.start] for s in beside if s.start in partners]
        sure = len(near) >= ANCHORS and max(near) >= SURE
        return max(near) if sure and self._treats(row, beside, other) else 0.0

    def _treats(self, row: Weighty, beside: tuple[Sentence, ...], other: str) -> bool:
        """Whether a counterpart of a sentence close by has a noun of the clause, or the place where they happen is
        named in several sentences of the other text.

        Words and names that stand everywhere show no matter, and a person may speak on any.
        """
        low, high = beside[0].start, beside[-1].end
        matter = {w for w in row.content if w not in empty_words()} - self.everywhere
        near = self._near(row.doc, other, low, high)
        names = self._scenes(Span(row.doc, low, high)) - self.everywhere
        return any(matter & self._words(there) for there in near) or any(
            self.counts[other][name] >= SEVERAL for name in names
        )

    def _scenes(self, span: Span) -> set[str]:
        """The places in which a passage puts something ("in Zenda"), not those that only act in it."""
        parse = self.facts.parses[span.doc]
        return {
            word
            for i in parse.tokens_in(span.start, span.end)
            if parse.tokens[i].dep == "pobj" and parse.tokens[parse.tokens[i].head].lemma.lower() in WHERE
            if (word := self.vocabulary.word(parse, i)) in self.places
        }

    def _words(self, span: Span) -> set[str]:
        return self.vocabulary.words(self.facts.parses[span.doc], span)

    def absent(self, row: Weighty, other: str, rare: tuple[str, ...], words: set[str]) -> bool:
        """Whether the other text is another one, could know it, and has none of the words looked for."""
        here = self.facts.parses[row.doc].sentences[row.number]
        told = self.partners[row.doc, other].get(here.start, -1.0) >= TOLD
        few = len(row.content) < RARE or not self._enough(row, rare)
        if told or few or self.facts.one_text(row.doc, other):
            return False
        if any(word in words for word in rare):
            return False
        if "caveat" in row.why and CONDITIONS & self._words(row.span) and self._limited(row, other):
            return False
        if self._answered(row, other) or self._headlined(row, other) or self._worded(row, other):
            return False
        if not self._long(row, other) or not self._of_one_time(row, other):
            return False
        return self._late(row, other) and self.clock.knows(other, row.doc, row.number)

    def _enough(self, row: Weighty, rare: tuple[str, ...]) -> bool:
        """Whether there is enough to look for; a doubt is easily told in other words."""
        return len(rare) >= RARE or ("doubt" not in row.why and enough(rare, row.content[0]))

    def _long(self, row: Weighty, other: str) -> bool:
        """Whether a text is long, or each of the two retells the other sentence by sentence."""
        both = min(self.retold(row.doc, other), self.retold(other, row.doc))
        return len(self.facts.parses[other].sentences) >= LONG or both >= CLOSELY

    def _of_one_time(self, row: Weighty, other: str) -> bool:
        """Whether two texts are news of the same days, or the other one looks back so far."""
        apart, back = days_apart(self.facts, row.doc, other), self.clock.looks_back(other)
        known = apart is None or apart <= back or back > WEEK
        return known and of_one_story(self.facts, row.doc, other)

    def _worded(self, row: Weighty, other: str) -> bool:
        """Whether two neighbouring sentences of the other text have half of the clause's words, or words near them."""
        key, *_ = row.content
        wanted = [(w, stem(w), log(1 + self.size / max(1, self.spread[w]))) for w in row.content]
        least = WORDED * sum((weight for *_, weight in wanted), wanted[0][2])
        rows = [words for _, words in self._sentences(other)]
        for one, two in pairwise([*rows, set[str]()]):
            words = one | two
            stems = {stem(w) for w in words}
            near = frozenset(name for s in stems for name in kin(s))
            held = sum(
                weight for w, s, weight in wanted if w in words or s in stems or (w != key and kin(s) & near)
            )
            if held >= least:
                return True
        return False

    def _late(self, row: Weighty, other: str) -> bool:
        """Whether the other text is not the older one, or the sentence dates what it tells before that one."""
        ours, theirs = self.facts.documents[row.doc].published, self.clock.horizon(other)
        if ours is None or theirs is None or theirs >= ours.to:
            return True
        days = self.clock.deed_days(row.doc, row.number)
        return bool(days) and all(day and day < theirs for day in days)

    def _answered(self, row: Weighty, other: str) -> bool:
        """Whether the other text has a reason of the same kind in a sentence that shares a telling word."""
        telling = set(row.content) - self.everywhere
        if set(row.why) <= {"refusal", "denial"} and any(
            UNDONE & ws and telling & ws for _, ws in self._sentences(other)
        ):
            return True
        return any(kinds & set(row.why) and telling & words for kinds, words in self._sentences(other))

    def _headlined(self, row: Weighty, other: str) -> bool:
        """Whether the other text's headline has a word of the clause that names nobody."""
        title = (self.facts.documents[other].title or "").lower().split()
        return any(w in title for w in row.content if w not in self.vocabulary.names)

    def _sentences(self, doc: str) -> list[tuple[set[str], set[str]]]:
        """The kinds of reasons and the words of each sentence of a text."""
        if doc not in self.told:
            parse = self.facts.parses[doc]
            self.told[doc] = [
                (
                    {kind for kind, *_ in reasons(parse, s, self.vocabulary.bodies)},
                    {self.vocabulary.word(parse, i) for i in range(s.first, s.last)},
                )
                for s in parse.sentences
            ]
        return self.told[doc]

    def _limited(self, row: Weighty, other: str) -> bool:
        """Whether the other text sets a condition in a sentence that has a word of the clause."""
        content = set(row.content)
        return any(content & words and CONDITIONS & words for _, words in self._sentences(other))
