"""Passages that quote one utterance: what they tell of it is one happening, whatever words stand around it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from checker.events.scenes import Scene
from checker.model import Alignment, AlignmentEvidence, Parse, Quotation, Span

SAID = 0.7
"""How much the wordings of one utterance weigh, as the score of an alignment."""


def one_utterance(
    quotations: Sequence[Quotation],
    scenes: Mapping[str, Sequence[Scene]],
    parses: Mapping[str, Parse],
) -> Iterator[Alignment]:
    """The sentences in which the wordings of an utterance begin, of two documents each, as sure pairs.

    Quoted words that only name something, and that nobody is said to say there, are borrowed for something else.
    """
    for quotation in quotations:
        said = (v for v in quotation.variants if v.attribution or not _names(parses[v.span.doc], v.span))
        held = (_holding(variant.span, scenes.get(variant.span.doc, ())) for variant in said)
        for a, b in combinations(sorted({span for span in held if span is not None}), 2):
            if a.doc != b.doc:
                yield Alignment(a, b, None, SAID, "aligned", AlignmentEvidence(), "events.aligned")


def _names(parse: Parse, words: Span) -> bool:
    """Whether quoted words are a name for something: "a “city of lights”"."""
    inside = set(parse.tokens_in(words.start, words.end))
    tops = [i for i in inside if parse.tokens[i].head not in inside]
    return bool(tops) and parse.tokens[min(tops)].pos in {"NOUN", "PROPN", "ADJ"}


def _holding(span: Span, scenes: Sequence[Scene]) -> Span | None:
    """The sentence in which a wording begins."""
    found = (s for scene in scenes for s in scene.sentences if s.start <= span.start < s.end)
    sentence = next(found, None)
    return Span(sentence.doc, sentence.start, sentence.end) if sentence else None
