"""What somebody says on the air: `Quill said late Sunday on Radio Vale`, `On Vale TV's "The Week", Quill denied it`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.citation.judge import Judge
from checker.citation.lexicon import lexicon
from checker.citation.names import LIKELY, TITLED
from checker.citation.phrases import Phrase, phrase_at
from checker.citation.shown import Shown
from checker.model import Parse

_SPOKEN = frozenset(("remark", "comment", "appearance", "interview", "statement", "answer", "conversation"))
_ON_AIR = re.compile(r"(?:aired|broadcast|shown|screened) (?:\w+ ){0,2}on ")
_AIRABLE = re.compile(
    r"\b(?:interviews?|reports?|footage|videos?|clips?|segments?|statements?|remarks|comments|"
    r"documentar(?:y|ies)|stor(?:y|ies)|"
    r"investigations?|speech|address|messages?|recordings?|images|pictures|photographs|audio|tapes?|"
    r"conversation|"
    r"news|broadcast|programme|program|account|confession|appeal|portrait|profile|piece|testimony|"
    r"exchange)\b[^.;]*$"
)
"""What says something on the air, as a match or a ceremony does not."""
_NOT_SAID = re.compile(
    r"\b(?:about|of|from|against|before|after|without|consider(?:s|ed|ing)?|avoid(?:s|ed|ing)?) $",
    re.IGNORECASE,
)
"""Before `speaking to` or `appearing on`, what is said there is not told."""
_SPEAKING = re.compile(r"(?:speaking|talking|appearing) ", re.IGNORECASE)
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
    if over.lemma == "call" and (parse.tokens[i].head == i - 1 or over.dep == "acl"):
        return False
    if over.lemma == "appearance" and over.tag == "NNS":
        return False
    if (
        (over.dep in ("pcomp", "xcomp") and over.tag == "VBG")
        or (over.lemma == "speak" and "dobj" in deps)
        or ("auxpass" in deps and over.lemma != "ask")
    ):
        return False
    return over.lemma.casefold() in (lexicon("on_air") if over.pos in ("VERB", "AUX") else _SPOKEN)


def is_unsaid(block: Shown, cue: re.Match[str]) -> bool:
    """Whether `speaking to` or `shown on` is about what somebody does or watches, and not about what is said."""
    text, at = block.text, cue.start()
    unsaid = _SPEAKING.match(cue[0]) and _NOT_SAID.search(text, max(0, at - 20), at)
    return bool(unsaid) or bool(_ON_AIR.match(cue[0]) and not _AIRABLE.search(text, max(0, at - 70), at))
