"""Whether a cited document says what it is cited for: quotations word by word, other claims by their passage.

A claim is never called false: what a document does not say here, it may say in other words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.model import Citation, Document, Parse, Span, Support, Verdict
from checker.quotation.index import Index
from checker.quotation.verify import verify

NAME = "citations"
VERSION = "1"
REQUIRES = ("cited", "documents", "parses")

LEAST_QUOTED = 4
"""Words of a quotation that is looked for by itself; shorter ones stand in too many places."""
SUPPORTED, POSSIBLY = 0.75, 0.45
"""Share of a claim's content words that one passage of the document holds."""
LEAST_WORDS = 3
"""Words of content of a claim that are looked for in a document."""
NOT = "not"
_CONTENT = ("NOUN", "PROPN", "VERB", "ADJ", "NUM")
_EMPTY = frozenset(
    ("be", "have", "do", "say", "tell", "more", "other", "new", "former", "make", "get", "take")
)
_FINE = ("verbatim", "conventional")
_ORDER = ("not_found", "possibly", "supported")


def run(
    citations: Sequence[Citation], documents: Sequence[Document], parses: Sequence[Parse]
) -> tuple[Citation, ...]:
    """The citations; those whose document the corpus holds with a record of whether it supports the claim."""
    read = {p.doc: p for p in parses}
    texts = {d.doc: d for d in documents if d.doc in read}
    targets: dict[str, _Target] = {}
    found = []
    for citation in citations:
        claim, doc = citation.claim, citation.target and citation.target.doc
        if claim and doc in texts and claim.doc in texts:
            target = targets.get(doc) or targets.setdefault(doc, _Target(texts[doc], read[doc]))
            citation = replace(citation, support=_support(claim, texts[claim.doc], read[claim.doc], target))
        found.append(citation)
    return tuple(found)


class _Target:
    """A cited document, read once for all that cite it; `held` are the words of content of its sentences."""

    def __init__(self, document: Document, parse: Parse) -> None:
        self.index, self.parse = Index((document,)), parse
        self.held = [_words(parse, s.start, s.end) for s in parse.sentences]


def _support(claim: Span, document: Document, parse: Parse, target: _Target) -> Support | None:
    found = [_of_quotation(verdict) for verdict in _verdicts(claim, document, parse, target.index)]
    if not found:
        return _of_paraphrase(_words(parse, claim.start, claim.end), target)
    return min(found, key=lambda s: _ORDER.index(s.verdict))


def _verdicts(claim: Span, document: Document, parse: Parse, index: Index) -> Iterator[Verdict]:
    """The quotations of a claim against the cited document."""
    for mark in parse.quoted:
        start, end = max(mark.inner[0], claim.start), min(mark.inner[1], claim.end)
        words = document.text[start:end].strip(" ,")
        if len(words.split()) >= LEAST_QUOTED:
            yield verify(f"{claim.doc}:{start}", words, index)


def _of_quotation(verdict: Verdict) -> Support:
    if verdict.verdict in _FINE:
        return Support("supported", verdict.match, "The quotation stands in the document.")
    if verdict.match is not None and verdict.verdict != "not_found":
        return Support("possibly", verdict.match, f"The quotation is {verdict.verdict} there.")
    return Support("not_found", None, "The quotation was not found in the document.")


def _of_paraphrase(claim: set[str], target: _Target) -> Support | None:
    """The passage of one or two sentences that holds most of the claim's content words."""
    words = claim - {NOT}
    if len(words) < LEAST_WORDS:
        return None
    held, sentences = target.held, target.parse.sentences
    shares = {(i, j): len(words & (held[i] | held[j])) / len(words) for i, j in _pairs(target.parse)}
    first, last = max(shares, key=lambda p: (shares[p], p[0] == p[1]), default=(0, 0))
    share = shares.get((first, last), 0.0)
    if share < POSSIBLY:
        return Support("not_found", None, "No passage of the document was found that tells it.")
    passage = Span(target.parse.doc, sentences[first].start, sentences[last].end)
    lacks = _lacking(claim, held[first], held[last])
    if share >= SUPPORTED and not lacks:
        return Support("supported", passage, "A passage of the document tells it with nearly all its words.")
    return Support("possibly", passage, f"A passage of the document has much of it{lacks}.")


def _pairs(target: Parse) -> Iterator[tuple[int, int]]:
    """Sentences alone, and with the next of their paragraph."""
    for i, sentence in enumerate(target.sentences):
        yield i, i
        if i + 1 < len(target.sentences) and target.sentences[i + 1].paragraph == sentence.paragraph:
            yield i, i + 1


def _lacking(claim: set[str], first: set[str], last: set[str]) -> str:
    """In what the passage cannot be the claim: figures that are not in it, a denial on one side only."""
    figures = {word for word in claim if any(c.isdigit() for c in word)} - first - last
    if figures:
        return f", but not {', '.join(sorted(figures))}"
    nearest = max((first, last), key=lambda held: len(held & claim - {NOT}))
    return ", but one of the two denies" if (NOT in nearest) != (NOT in claim) else ""


def _words(parse: Parse, start: int, end: int) -> set[str]:
    """The content words of a range, in small letters; a denial counts as `NOT`."""
    found: set[str] = set()
    for i in parse.tokens_in(start, end):
        token = parse.tokens[i]
        lemma = token.lemma.casefold()
        if token.dep == "neg":
            found.add(NOT)
        elif token.pos in _CONTENT and lemma not in _EMPTY and any(c.isalnum() for c in lemma):
            found.add(lemma)
    return found
