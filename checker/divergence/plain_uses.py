"""Where the narrator of a text uses a term as his own, and where it stands in quotation marks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from checker.divergence.draft import Facts
from checker.model import Parse, Range, Span

NEAR = 80
"""Characters around a term in which the same words are no other use of it."""
MARKS = frozenset("\"'“”‘’«»„")
"""Quotation marks."""
UNSURE = frozenset({
    "seemingly", "apparently", "allegedly", "supposedly", "purportedly", "reportedly", "ostensibly", "purported",
    "alleged", "supposed", "so-called", "self-styled", "claim", "myth", "illusion", "fiction", "sham",
    "pretence", "pretense", "suspected", "reputed", "accused", "presumed",
})  # fmt: skip
"""Words in whose sentence a term is not simply taken over."""


class PlainUses:
    """Where words stand in texts."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.places: dict[str, dict[str, list[int]]] = {}

    def used(self, doc: str, words: list[str], besides: Range | None = None) -> Span | None:
        """The first place in the narrator's voice where the words stand in a row, taken for granted."""
        parse, document = self.facts.parses[doc], self.facts.documents[doc]
        for first, last in self._uses(doc, words):
            start, end = parse.range_of([first, last])
            if besides and besides[0] - NEAR < start < besides[1] + NEAR:
                continue
            own = self.facts.voice_at(doc, start, end)[0] == "narrator" and not parse.is_quoted(start, end)
            if own and document.in_body(start, end) and self._granted(parse, last):
                return Span(doc, start, end)
        return None

    def marked(self, doc: str, words: list[str]) -> bool:
        """Whether a text has the words in quotation marks of their own."""
        parse, text = self.facts.parses[doc], self.facts.documents[doc].text
        places = (parse.range_of(list(ends)) for ends in self._uses(doc, words))
        return any(
            text[max(0, start - 1) : start] in MARKS and text[end : end + 1] in MARKS for start, end in places
        )

    def _uses(self, doc: str, words: list[str]) -> Iterator[tuple[int, int]]:
        """The first and the last token of the words, where they stand in a row."""
        parse, size = self.facts.parses[doc], len(words)
        for i in self._places(doc).get(words[0], ()):
            if [t.lemma.lower() for t in parse.tokens[i : i + size]] == words:
                yield i, i + size - 1

    def _granted(self, parse: Parse, i: int) -> bool:
        """Whether the term is used as it stands: nothing is said of what it is, nobody is made to think it."""
        sentence = parse.sentence_at(parse.tokens[i].start)
        chain = [i, *parse.ancestors(i)]
        subject = any(
            parse.tokens[j].dep in {"nsubj", "nsubjpass"} and parse.tokens[parse.tokens[j].head].lemma == "be"
            for j in chain
        )
        thought = any(parse.tokens[j].dep in {"ccomp", "csubj"} for j in chain)
        tokens = parse.tokens[sentence.first : sentence.last] if sentence else ()
        return (
            not subject
            and not thought
            and not any({t.lemma.lower(), t.text.lower()} & UNSURE for t in tokens)
        )

    def _places(self, doc: str) -> dict[str, list[int]]:
        """Lemma -> the tokens of a text that have it."""
        if doc not in self.places:
            found: dict[str, list[int]] = defaultdict(list)
            for i, token in enumerate(self.facts.parses[doc].tokens):
                found[token.lemma.lower()].append(i)
            self.places[doc] = found
        return self.places[doc]
