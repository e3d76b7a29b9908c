"""Choices of marks and place: scare quotes, headline and lead."""

from __future__ import annotations

from collections.abc import Iterator

from checker.framing.evidence import LONGEST, Find
from checker.framing.lexicon import words
from checker.framing.ranges import Ranges
from checker.framing.voice import Voices
from checker.model import Attribution, Block, Document, Parse, QuotedSpan

WORDS = 3
"""Words that scare quotes hold, at most."""
_STOP = frozenset(".!?…")
_LEAD = 60
"""Characters from which a paragraph with a full stop is taken for the lead rather than a byline."""


def scare_quotes(parse: Parse, voices: Voices, attributions: tuple[Attribution, ...]) -> Iterator[Find]:
    """Marks around one to three words of the narrator's own clause, where nobody is said to have said them."""
    contents: Ranges[None] = Ranges((r, None) for a in attributions if a.doc == parse.doc for r in a.content)
    sayings = _sayings(parse)
    for mark in parse.quoted:
        inner = list(parse.tokens_in(*mark.inner))
        named = [i for i in inner if any(c.isalpha() for c in parse.tokens[i].text)]
        if not mark.closed or not 1 <= len(named) <= WORDS or _is_title_or_speech(parse, mark, named):
            continue
        sentence = parse.sentence_at(mark.start)
        said = sayings.get(sentence.first, ()) if sentence else ()
        if contents.touching(mark.start, mark.end) or any(not mark.start <= at < mark.end for at in said):
            continue
        cue = (mark.start, mark.end)
        if voices.at(*cue, ignore=cue).voice == "narrator":
            yield Find(cue, "scare_quotes", "framing.scare-quotes", own=True, marks=cue)


def _is_title_or_speech(parse: Parse, mark: QuotedSpan, named: list[int]) -> bool:
    """A name or title (capitals), a whole utterance ("No."), or a span that is its own sentence."""
    tokens = parse.tokens
    titled = [tokens[i].text[0].isupper() for i in named if not tokens[i].stop or len(named) == 1]
    if all(titled):
        return True
    inner = list(parse.tokens_in(*mark.inner))
    if tokens[inner[-1]].text[-1] in "!?" or any(
        tokens[i].text in _STOP for i in range(named[0], named[-1] + 1)
    ):
        return True
    sentence = parse.sentence_at(mark.inner[0])
    return sentence is None or (mark.start <= sentence.start and sentence.end <= mark.end)


def _sayings(parse: Parse) -> dict[int, list[int]]:
    """Where the words of saying and naming begin, by the first token of their sentence."""
    cues = words("stance", "speech", "verbs") | words("stance", "naming", "words")
    found: dict[int, list[int]] = {}
    for sentence in parse.sentences:
        for token in parse.tokens[sentence.first : sentence.last]:
            told = token.lemma in cues and token.pos in {"VERB", "NOUN", "AUX"}
            if told or token.text.lower() == "according":
                found.setdefault(sentence.first, []).append(token.start)
    return found


def prominence(document: Document, parse: Parse) -> Iterator[Find]:
    """The headline, and the first sentence of the text."""
    body = [b for b in document.blocks if b.kind != "rule" and document.in_body(b.start, b.end)]
    headline = next((b for b in body[:3] if _is_headline(document, b)), None)
    if headline:
        yield from _whole(parse, headline)
    lead = next((b for b in body if b is not headline and _is_lead(document, b)), None)
    if lead:
        yield from _first(parse, lead)


def _is_headline(document: Document, block: Block) -> bool:
    text = document.text[block.start : block.end].strip().strip("#*_ ").strip()
    if block.kind == "heading" or (document.title and text == document.title.strip()):
        return True
    return bool(text) and block is document.blocks[0] and len(text) <= LONGEST // 2 and text[-1] not in _STOP


def _is_lead(document: Document, block: Block) -> bool:
    text = document.text[block.start : block.end].rstrip(" *_\"”’'")
    return block.kind in {"paragraph", "quote"} and len(text) >= _LEAD and text[-1:] in _STOP


def _whole(parse: Parse, block: Block) -> Iterator[Find]:
    sentences = list(parse.sentences_in(block.start, block.end))
    if sentences:
        cue = (sentences[0].start, sentences[-1].end)
        yield Find(cue, "prominence", "framing.prominence-headline")


def _first(parse: Parse, block: Block) -> Iterator[Find]:
    sentence = next(iter(parse.sentences_in(block.start, block.end)), None)
    if sentence:
        yield Find((sentence.start, sentence.end), "prominence", "framing.prominence-lead")
