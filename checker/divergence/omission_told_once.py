"""A weighty clause that another text, which tells what stands beside it, has nowhere."""

from __future__ import annotations

from collections import Counter, defaultdict

from checker.divergence import places
from checker.divergence.draft import Draft, Facts, listed
from checker.divergence.phrasing import plain
from checker.divergence.told_when import Clock
from checker.divergence.vocabulary import Vocabulary
from checker.divergence.weighty import Reader, Weighty, empty_words
from checker.model import Example, Rule, Sentence, Span

BESIDE, MOST, EACH = 2, 12, 3
"""Sentences to one with a counterpart; drafts for one set of texts, and of one text."""
QUOTED = 2.0
"""What a clause loses that is only somebody's words; with one reason alone it is not shown at all."""
ANCHORS, SURE = 2, 0.2
"""How many sentences close by must have a counterpart, and the score of the surest of them."""
TELLS = {"narrator": "tells", "reported": "reports", "quoted": "quotes"}
STATED = 180
"""Characters of the words in the statement."""
FEW, PRINCIPAL = 5, 0.04
"""A word that stands in more sentences than these, and than this share of all, marks no matter."""
SEVERAL = 2
"""Sentences in which a text names what it treats."""
WHERE = frozenset({"in", "at", "near"})
CONDITIONS = frozenset(
    {"if", "unless", "provided", "condition", "conditional", "conditionally", "only", "until"}
)
"""Words before a scene, and words that set a condition."""
HEAVY = frozenset({"refusal", "accusation", "victims", "caveat"})
Partners = dict[tuple[str, str], dict[int, float]]
"""(text, other text) -> start of a sentence -> score of its best counterpart; below 0 where it is only possible."""
RULES = (
    Rule(
        "divergence.told-once",
        "Told here, no passage found there",
        "A sentence with weight (a caveat, a refusal, an accusation, a term, victims) has no counterpart in a "
        "text that tells the facts beside it and treats its matter, and its rarest words stand nowhere in that text. "
        "The note says which words were looked for.",
        (
            Example(
                "The towns signed the water pact in May. The two mayors shook hands. Either mayor may veto the pumping "
                "station. / The towns signed the water pact in May. The two mayors shook hands.",
                ("Either mayor may veto the pumping station",),
            ),
            Example(
                "The quarry reopened in May. The first shift went down. Inspectors accused the quarry's owners of "
                "bribery. / The quarry reopened in May. The first shift went down.",
                ("Inspectors accused the quarry's owners of bribery",),
            ),
        ),
    ),
)


def find(facts: Facts) -> list[Draft]:
    """At most MOST drafts of kind `omission` a set of comparable texts, the weightiest first."""
    named, reader, search = places.mentions(facts), Reader(facts), _Search(facts)
    drafts = []
    for circle in facts.circles():
        words = Vocabulary(facts, circle, named)
        search.enter(circle, words)
        found = [
            d
            for doc in sorted(circle)
            for row in reader.clauses(doc, words)
            if (d := search.draft(row, words))
        ]
        drafts += _spread(sorted(found, key=lambda d: (-d.weight, d.evidence[0].span)), 2 * len(circle))
    return drafts


def _spread(drafts: list[Draft], most: int) -> list[Draft]:
    """The first drafts, two a text and MOST at most, no text having more than EACH of them."""
    kept: list[Draft] = []
    for draft in drafts:
        doc = draft.evidence[0].span.doc
        if sum(k.evidence[0].span.doc == doc for k in kept) < EACH:
            kept.append(draft)
    return kept[: min(MOST, most)]


class _Search:
    """Looks for a clause in the other texts of a circle."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.vocabulary = Vocabulary(facts, frozenset(), {})
        self.everywhere: frozenset[str] = frozenset()
        self.counts: dict[str, Counter[str]] = {}
        self.places = frozenset(
            e.entity for e in facts.entities.values() if e.type in {"GPE", "LOC", "ORG", "FAC"}
        )
        self.clock = Clock(facts)
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
        self.counts = {doc: self._counted(doc) for doc in docs}
        counts = sum(self.counts.values(), Counter[str]())
        most = max(FEW, PRINCIPAL * sum(len(self.facts.parses[d].sentences) for d in docs))
        self.everywhere = frozenset(word for word, n in counts.items() if n > most)

    def _counted(self, doc: str) -> Counter[str]:
        """In how many sentences of a text each word stands."""
        parse = self.facts.parses[doc]
        rows = ({self.vocabulary.word(parse, i) for i in range(s.first, s.last)} for s in parse.sentences)
        return Counter(word for row in rows for word in row)

    def draft(self, row: Weighty, words: Vocabulary) -> Draft | None:
        """The draft for a clause, with every text that tells what stands beside it and has nothing of it."""
        facts = self.facts
        anchors = {b: self._anchor(row, b) for b in words.held if b != row.doc}
        absent = [b for b, anchor in anchors.items() if anchor and self._absent(row, b, words.held[b])]
        voice = facts.voice_at(row.doc, row.span.start + 1, row.span.start + 2)[0]
        if not absent or (voice == "quoted" and len(row.why) == 1):
            return None
        voices = {facts.voice_of(doc) for doc in absent} - {facts.voice_of(row.doc)}
        quoted = QUOTED if voice == "quoted" else 0
        names = listed([facts.name(doc) for doc in absent])
        return Draft(
            kind="omission",
            importance=3 if HEAVY & set(row.why) and len(row.why) > 1 and voices else 2 if voices else 1,
            weight=row.weight + len(voices) + 6 * max(anchors[doc] for doc in absent) - quoted,
            statement=f"{facts.name(row.doc)} {TELLS[voice]} “{plain(facts, row.span, STATED)}”; "
            f"no passage found in {names}.",
            evidence=(facts.shown(row.span, f"tells it ({', '.join(row.why)})"),),
            rule="divergence.told-once",
            absent_from=tuple(absent),
            note=f"Searched for: {', '.join(words.shown(w) for w in row.rarest)}.",
        )

    def _anchor(self, row: Weighty, other: str) -> float:
        """How surely the other text tells what stands beside the clause, and treats its matter; 0 where not sure."""
        sentences, partners = self.facts.parses[row.doc].sentences, self.partners[row.doc, other]
        beside = sentences[max(0, row.number - BESIDE) : row.number + BESIDE + 1]
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
        near = [there for here, there in self.pairs[row.doc, other] if low <= here.start and here.end <= high]
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
        parse = self.facts.parses[span.doc]
        return {self.vocabulary.word(parse, i) for i in parse.tokens_in(span.start, span.end)}

    def _absent(self, row: Weighty, other: str, words: set[str]) -> bool:
        """Whether the other text is another one, could know it, and has no rare word of the clause."""
        here = self.facts.parses[row.doc].sentences[row.number]
        told = self.partners[row.doc, other].get(here.start, -1.0) >= 0
        if told or any(word in words for word in row.rarest) or self._one_text(row.doc, other):
            return False
        if "caveat" in row.why and CONDITIONS & self._words(row.span) and self._limited(row, other):
            return False
        return self.clock.knows(other, row.doc, row.number)

    def _limited(self, row: Weighty, other: str) -> bool:
        """Whether the other text sets a condition in a sentence that has a word of the clause."""
        parse, content = self.facts.parses[other], set(row.content)
        return any(
            content & {self.vocabulary.word(parse, i) for i in range(s.first, s.last)}
            for s in parse.sentences
            if any(t.lemma.lower() in CONDITIONS for t in parse.tokens[s.first : s.last])
        )

    def _one_text(self, doc: str, other: str) -> bool:
        """Whether both are one authored text."""
        known = self.facts.provenance
        return doc in known and other in known and known[doc].origin == known[other].origin
