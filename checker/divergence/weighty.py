"""Clauses with weight: a caveat, a refusal, a doubt, who was not asked."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import takewhile

from checker.divergence import places
from checker.divergence.draft import Facts
from checker.divergence.reasons import classes, empty_words, lexicon, reasons
from checker.divergence.vocabulary import Vocabulary
from checker.model import Document, Parse, Range, Sentence, Span, Token

LONGEST = 180
"""Characters of the words shown."""
REACH = 400
"""Characters before a word in which the clause that holds it starts."""
LEAST = 3.0
"""Weight that a clause must have."""
MARKS = (", ", "; ", ": ", " that ", " – ", " — ")
"""What parts clauses."""
LEAD = re.compile(
    r"(?:(?:however|moreover|furthermore|nevertheless|still|besides|also|in other words|in addition|at the same time|"
    r"at (?:this|that) point(?: already)?|(?:despite|in spite of|after) (?:this|that|these|those|all)[^,;.]{0,40}|"
    r"then|thus|therefore|indeed|in fact|of course|as a result|but|and|yet)(?:,\s+|(?<=but)\s+|(?<=and)\s+))+",
    re.IGNORECASE,
)
"""Words before a clause that tie it to what was said before."""
TAIL = re.compile(r"\s*\([^()]*\)?[\s.,;]*\Z")
"""References in parentheses at the end of a sentence."""
FUNCTION = frozenset({"", "only", "unless", "except", "neither", "although", "however", "despite"})
"""Words that give weight and yet cannot be looked for, since every text has them."""
RARE = 3
"""How many of a clause's rarest words must be missing from a text before it is named."""


@dataclass(frozen=True, slots=True)
class Weighty:
    """A clause with weight: the number of its sentence, what gives it weight, and its content words.

    The word that gives the weight comes first, then the rarest.
    """

    doc: str
    number: int
    span: Span
    weight: float
    why: tuple[str, ...]
    content: tuple[str, ...]


class Reader:
    """Finds the weighty clauses of texts."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.claims = places.claims(facts.claims)
        self.times = places.times(facts)

    def clauses(self, doc: str, words: Vocabulary) -> list[Weighty]:
        """The weighty clauses of the article's body, one a sentence; questions are left out."""
        parse, document = self.facts.parses[doc], self.facts.documents[doc]
        frames = self._frames(doc)
        found = []
        for number, sentence in enumerate(parse.sentences):
            asked = document.text[sentence.start : sentence.end].rstrip(" ”\"'").endswith("?")
            if asked or _is_title(document, sentence) or not document.in_body(sentence.start, sentence.end):
                continue
            why, place, key = self._why(doc, sentence, words)
            if why:
                span = self._narrow(doc, sentence, place)
                content = self._content(span, words, frames, key)
                found += (
                    [_weighed(doc, number, span, why, content, words)]
                    if enough(content, key) and _heavy(why) and _whole(parse, span) and place[1] <= span.end
                    else []
                )
        return found

    def _frames(self, doc: str) -> frozenset[int]:
        """Where the words of times and of who says it start: no content of a clause."""
        said = [r for a in self.facts.said.get(doc, ()) for r in (*(a.source or ()), *(a.cue or ()))]
        ranges = [*said, *((t.span.start, t.span.end) for t in self.times[doc])]
        parse = self.facts.parses[doc]
        return frozenset(parse.tokens[i].start for start, end in ranges for i in parse.tokens_in(start, end))

    def _why(self, doc: str, sentence: Sentence, words: Vocabulary) -> tuple[list[str], Range, str]:
        """What gives a sentence weight, and where its weightiest such word stands, with its lemma."""
        parse = self.facts.parses[doc]
        hits = reasons(parse, sentence, words.bodies)
        best = max(hits, key=lambda h: (lexicon()["weights"][h[0]], -h[1][0])) if hits else ("", (0, 0), "")
        return [kind for kind, *_ in hits], best[1], best[2]

    def _narrow(self, doc: str, sentence: Sentence, place: Range) -> Span:
        """The sentence without lead-in and references; where it is long, the clause around the weighty word."""
        facts, text = self.facts, self.facts.documents[doc].text
        whole = Span(doc, *body(text, sentence.start, sentence.end, place))
        if whole.end - whole.start <= LONGEST:
            return facts.cut(whole, LONGEST)
        near = bisect_left(self.claims[doc], place[0] - REACH, key=lambda c: c.span.start)
        holding = [
            c.span
            for c in takewhile(lambda c: c.span.start <= place[0], self.claims[doc][near : near + REACH])
            if place[1] <= c.span.end
        ]
        if holding:
            clause = min(holding, key=lambda s: (s.end - s.start, s.start))
            return self._ended(Span(doc, *body(text, clause.start, clause.end, place)), place)
        low = max(whole.start, place[0] - LONGEST // 2)
        start = max(text.rfind(mark, low, place[0]) + len(mark) for mark in MARKS)
        return self._ended(Span(doc, start if start > low else whole.start, whole.end), place)

    def _ended(self, span: Span, place: Range) -> Span:
        """The span, where it is long up to the last end of a clause behind the weighty word."""
        if span.end - span.start <= LONGEST:
            return self.facts.cut(span, LONGEST)
        text = self.facts.documents[span.doc].text
        end = max(text.rfind(mark, place[1], span.start + LONGEST) for mark in MARKS)
        return self.facts.cut(Span(span.doc, span.start, end if end > 0 else span.end), LONGEST)

    def _content(self, span: Span, words: Vocabulary, frames: frozenset[int], key: str) -> tuple[str, ...]:
        """The weightiest word and the content words outside parentheses, those that fewest texts have first."""
        parse = self.facts.parses[span.doc]
        content, depth = {key} - FUNCTION, 0
        for i in parse.tokens_in(span.start, span.end):
            token = parse.tokens[i]
            depth += {"(": 1, ")": -1}.get(token.text, 0)
            framed = token.lemma.lower() not in classes() and token.start in frames
            if depth <= 0 and _telling(token) and not framed:
                content.add(words.word(parse, i))
        return tuple(
            sorted(content, key=lambda w: (w != key, words.spread[w], w not in classes(), -len(w), w))
        )


def body(text: str, start: int, end: int, place: Range) -> Range:
    """A sentence without the words that lead it in and without references in parentheses at its end."""
    lead = LEAD.match(text, start, end)
    first = lead.end() if lead and lead.end() <= place[0] else start
    tail = TAIL.search(text, max(place[1], first), end)
    last = tail.start() if tail else end
    opened = text.rfind("(", first, last)
    if opened > place[1] and ")" not in text[opened:last]:
        last = opened
    return first, last


def _is_title(document: Document, sentence: Sentence) -> bool:
    return bool(document.title) and document.text[sentence.start : sentence.end] in (document.title or "")


def _telling(token: Token) -> bool:
    """Whether a word can be looked for in another text: no word about anything, no word of time."""
    named = token.pos in {"NOUN", "PROPN", "ADJ"} or classes().get(token.lemma.lower(), "turn") != "turn"
    said = token.pos not in {"ADP", "SCONJ"} and not token.stop and len(token.text) > 3
    return named and said and token.lemma.lower() not in empty_words()


def _whole(parse: Parse, span: Span) -> bool:
    """Whether a clause has a subject of its own, which is no relative pronoun."""
    inside = list(parse.tokens_in(span.start, span.end))
    subjects = (i for i in inside if parse.tokens[i].dep in {"nsubj", "nsubjpass", "expl"})
    first = next(subjects, None)
    return first is not None and parse.tokens[first].head in inside and parse.tokens[first].tag != "WDT"


def enough(content: tuple[str, ...], key: str) -> bool:
    """Whether there is enough to look for: three words, or two of which one gives the weight."""
    return len(content) >= RARE or (len(content) == RARE - 1 and content[0] == key)


def _heavy(why: list[str]) -> bool:
    """Whether the reasons together weigh enough; one word of procedure does not, three do."""
    return _reasons(why) >= LEAST


def _reasons(why: list[str]) -> float:
    kinds = set(why)
    return float(sum(lexicon()["weights"][kind] for kind in kinds)) + 0.5 * (len(why) - len(kinds))


def _weighed(
    doc: str, number: int, span: Span, why: list[str], content: tuple[str, ...], words: Vocabulary
) -> Weighty:
    weight = _reasons(why) + sum(1 / words.spread[w] for w in content[:RARE])
    kinds = sorted(set(why))
    return Weighty(doc, number, span, weight, tuple(kinds), content)
