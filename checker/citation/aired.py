"""What somebody says on the air: `Quill said late Sunday on Radio Vale`, `On Vale TV's "The Week", Quill denied it`."""

from __future__ import annotations

from collections.abc import Iterator

from checker.citation.judge import Judge
from checker.citation.lexicon import lexicon
from checker.citation.names import LIKELY, TITLED
from checker.citation.phrases import Phrase, phrase_at
from checker.citation.shown import Shown
from checker.model import Parse

_SPOKEN = frozenset(("remark", "comment", "appearance", "interview", "statement", "answer", "conversation"))
_MARKS = ("“", '"', "‘", "*", "_")


def aired(block: Shown, parse: Parse, judge: Judge) -> Iterator[tuple[int, Phrase]]:
    """Where `on` stands, and the broadcaster or the programme behind it on which somebody speaks."""
    for i in parse.tokens_in(block.block.start, block.block.end):
        token = parse.tokens[i]
        if token.text not in ("on", "On") or not _is_of_speech(parse, i):
            continue
        at = block.at(token.start)
        phrase = phrase_at(block, at + 3, judge, LIKELY)
        if phrase is not None and (phrase.surety >= TITLED or block.text.startswith(_MARKS, at + 3)):
            yield at, phrase


def _is_of_speech(parse: Parse, i: int) -> bool:
    """Whether it says where somebody speaks."""
    over = parse.tokens[parse.tokens[i].head]
    deps = {parse.tokens[j].dep for j in parse.children(parse.tokens[i].head)}
    if (over.lemma == "speak" and "dobj" in deps) or ("auxpass" in deps and over.lemma != "ask"):
        return False
    return over.lemma.casefold() in (lexicon("on_air") if over.pos in ("VERB", "AUX") else _SPOKEN)
