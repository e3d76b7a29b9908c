"""A parse with the tables that the rules look things up in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property

from checker.model import Document, Name, Parse, QuotedSpan, Range, Sentence

SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVES = frozenset({"nsubjpass", "csubjpass"})
RELATIVES = frozenset({"who", "which", "that", "whom"})
VERBAL = frozenset({"VERB", "AUX"})


class Grammar:
    """Children, edges and quotation marks of every token, each computed once (linear in the text)."""

    def __init__(self, document: Document, parse: Parse) -> None:
        self.document, self.parse, self.tokens = document, parse, parse.tokens
        self.text = document.text
        count = len(parse.tokens)
        self.children: list[list[int]] = [[] for _ in range(count)]
        self.left, self.right = list(range(count)), list(range(count))
        self.sentence = [0] * count
        self.quote = [-1] * count
        self.starts = [token.start for token in parse.tokens]
        self._names = {i: name for name in parse.names for i in range(name.first, name.last)}
        self.marks = parse.quoted
        self.lenders: dict[int, int] = {}
        self.borrowers: dict[int, list[int]] = {}
        self._link()
        self._mark()

    def _link(self) -> None:
        for number, sentence in enumerate(self.parse.sentences):
            for i in range(sentence.first, sentence.last):
                self.sentence[i] = number
                head = self.tokens[i].head
                if head != i:
                    self.children[head].append(i)
            for root in range(sentence.first, sentence.last):
                if self.tokens[root].head == root:
                    self._edges(root)

    def _edges(self, root: int) -> None:
        order = [root]
        for i in order:
            order.extend(self.children[i])
        for i in reversed(order):
            for child in self.children[i]:
                self.left[i] = min(self.left[i], self.left[child])
                self.right[i] = max(self.right[i], self.right[child])

    def _mark(self) -> None:
        for number, quoted in enumerate(self.marks):
            for i in range(self.index(quoted.start), self.index(quoted.end)):
                self.quote[i] = number

    def lend(self, lenders: dict[int, int]) -> None:
        """Note for verbs without a subject whose subject they take (verb -> lending verb)."""
        self.lenders = lenders
        for verb, lender in lenders.items():
            self.borrowers.setdefault(lender, []).append(verb)

    def index(self, offset: int) -> int:
        """The first token that starts at or after the character `offset`."""
        return bisect_left(self.starts, offset)

    def sentence_of(self, i: int) -> Sentence:
        """The sentence of a token."""
        return self.parse.sentences[self.sentence[i]]

    def child(self, i: int, *deps: str) -> int | None:
        """The first dependent of `i` with one of the relations."""
        return next((c for c in self.children[i] if self.tokens[c].dep in deps), None)

    def head_of(self, phrase: Sequence[int]) -> int:
        """The token of a phrase that governs the others; `phrase` must not be empty."""
        inside = set(phrase)
        tops = (i for i in phrase if self.tokens[i].head not in inside or self.tokens[i].head == i)
        return next(tops, phrase[0])

    @cached_property
    def first_lemmas(self) -> dict[str, int]:
        """The first token of each lemma in small letters."""
        return {token.lemma.lower(): i for i, token in reversed(list(enumerate(self.tokens)))}

    @cached_property
    def first_loose(self) -> dict[str, int]:
        """The first token of each lemma that no `the` leads to (`a clerk`, `his clerk`)."""
        loose = (i for i in range(len(self.tokens)) if not self._is_definite(i))
        return {self.tokens[i].lemma.lower(): i for i in reversed(list(loose))}

    def _is_definite(self, i: int) -> bool:
        return any(self.lower(c) in {"the", "this"} and self.tokens[c].dep == "det" for c in self.children[i])

    @cached_property
    def first_names(self) -> dict[str, int]:
        """The first token that was read as a proper noun, by its text."""
        names = [(token.text, i) for i, token in enumerate(self.tokens) if token.pos == "PROPN"]
        return dict(reversed(names))

    def words(self, start: int, end: int) -> list[int]:
        """Tokens inside the character range that are words rather than marks."""
        inside = range(self.index(start), self.index(end))
        return [i for i in inside if self.tokens[i].pos not in {"PUNCT", "SPACE", "SYM"}]

    def ranges(self, tokens: Iterable[int]) -> tuple[Range, ...]:
        """Character ranges of runs of neighbouring tokens."""
        runs: list[list[int]] = []
        for i in sorted(set(tokens)):
            if runs and i == runs[-1][1] + 1:
                runs[-1][1] = i
            else:
                runs.append([i, i])
        return tuple((self.tokens[a].start, self.tokens[b].end) for a, b in runs)

    def quoted(self, i: int) -> QuotedSpan | None:
        """The quotation that token `i` stands in."""
        return self.marks[self.quote[i]] if self.quote[i] >= 0 else None

    def in_dashes(self, offset: int) -> bool:
        """Whether a character opens a paragraph behind the dash of a dialogue."""
        start = self.parse.paragraphs[self.sentence_of(self.index(offset)).paragraph][0]
        return self.text[start] in "—–―" and not self.text[start + 1 : offset].strip()

    def name_at(self, i: int) -> Name | None:
        """The named entity that token `i` is part of."""
        return self._names.get(i)

    def lower(self, i: int) -> str:
        """A token's text in lower case."""
        return self.tokens[i].text.lower()

    def is_finite(self, i: int) -> bool:
        """Whether a verb carries tense, itself or by an auxiliary."""
        if self.tokens[i].tag in {"VBD", "VBZ", "VBP", "MD"}:
            return True
        return any(
            self.tokens[c].dep in {"aux", "auxpass"} and self.tokens[c].tag in {"VBD", "VBZ", "VBP", "MD"}
            for c in self.children[i]
        )

    def is_passive(self, i: int) -> bool:
        """Whether a verb is a passive, with its auxiliary or reduced (`the man accused of`)."""
        if self.child(i, "auxpass", "nsubjpass", "csubjpass") is not None:
            return True
        if self.child(i, "agent") is not None and self.child(i, "nsubj") is None:
            return True
        token = self.tokens[i]
        return token.tag == "VBN" and token.dep in {"acl", "advcl"} and self.child(i, "aux") is None

    def has_to(self, i: int) -> bool:
        """Whether a verb is an infinitive with `to`."""
        return any(self.tokens[c].tag == "TO" for c in self.children[i])

    def ancestors(self, i: int) -> list[int]:
        """Heads above a token, nearest first."""
        found: list[int] = []
        while self.tokens[i].head != i and len(found) < 100:
            i = self.tokens[i].head
            found.append(i)
        return found
