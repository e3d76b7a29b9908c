"""Documents without a name that a statement rests on: `the town charter forbids`, `a 44-page report found`."""

from __future__ import annotations

import re

from checker.citation.dates import MONTH, WEEKDAY
from checker.citation.itself import is_pointed_at
from checker.citation.lexicon import lexicon
from checker.citation.nouns import PLAIN_VERB, Work
from checker.citation.roles import article, modifiers, states
from checker.citation.shown import Shown
from checker.citation.verbs import SAYING, STATES
from checker.model import Parse

_RESTS = re.compile(
    r"(?:\b[Aa]ccording to|\b[Aa]s per|\b[Pp]er|\b[Pp]ursuant to|\b[Ii]n (?:accordance|line|keeping) with|"
    r"\b[Uu]nder the terms of|\b[Ii]n the words of|\b[Cc]it(?:ing|ed|es)|\b[Qq]uot(?:ing|ed|es)(?: from)?|"
    r"\b(?:laid down|set out|enshrined|stated|stipulated|foreseen|provided for|"
    r"as (?:required|defined|described|set out)) (?:in|by)) (?:(?:an?|the) (?:[a-z]+ )?(?:cop(?:y|ies)|text|wording|"
    r"language|provisions) of )?$"
)
_OF_SOMEBODY = re.compile(
    rf" (?!{WEEKDAY}|{MONTH})[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){{0,3}} [a-z]+(?:ed|t|d|n|s)\b"
)
"""`the dissent Judge Marl read out`: somebody does something with it."""
_UNDER = re.compile(r"(?:^|[.!?;:”\")»] ?|\n|[Bb]ut |[Aa]nd |[Yy]et |that )[Uu]nder $")
_QUOTED = re.compile(
    r" (?:is|are|was|could not be|puts it|puts it so|runs|goes|has it)\b[^.!?“\"]{0,40}: ?[“\"]|"
    r"[^.!?“\"]{0,80}[:,.] ?[“\"][^“”\"]{3,300}[,.!?][”\"] (?:it|they) (?:says?|reads?|states?|adds?|"
    r"notes?|warns?)\b|"
    r"[^.!?“\"]{0,80}[:,.] ?[“\"][^“”\"]{1,200},[”\"] it (?:says|reads|states|adds|notes|warns)\b"
)
_WHICH = re.compile(rf",? (?:which|that)(?={STATES.pattern})(?! (?:put|gave|set|made|promised|named)\b)")
_WRITES = re.compile(rf"\b{SAYING},? in $")
_SAID_IN = re.compile(rf", [^.,;“”\"]{{3,60}}? {SAYING}\b")
_SPEAKING = (
    "treaty",
    "charter",
    "statute",
    "directive",
    "decree",
    "covenant",
    "accord",
    "pact",
    "constitution",
    "contract",
)
"""Laws of which a text has one, so that `the` tells which."""
_SUITS = ("complaint", "lawsuit", "petition", "order", "opinion", "dissent", "summons")
_LETTERS = ("letter", "memo", "memorandum", "cable", "manifesto")


def is_written_in(block: Shown, work: Work) -> bool:
    """`the board writes in its final report`, `In a long review, the inspectors said`."""
    if work.kind not in lexicon("paper") | lexicon("ruling") | lexicon("book") and work.kind not in _LETTERS:
        return False
    if block.text.startswith(("this ", "these "), work.first):
        return False
    before = block.text[max(0, work.first - 40) : work.first]
    writes = block.text[work.first : work.start].strip() and _WRITES.search(before)
    fronted = work.owned and before.endswith("In ") and _SAID_IN.match(block.text, work.reach)
    return bool(writes or fronted)


def is_ground(block: Shown, parse: Parse, i: int, work: Work) -> bool:
    """Whether a document that only common words tell from others says something, or something rests on it."""
    which, words = article(parse, i), modifiers(parse, i)
    if (
        _OF_SOMEBODY.match(block.text, work.reach)
        or which in lexicon("no_document")
        or (work.kind in lexicon("ruling") and lexicon("of_persons") & set(words))
    ):
        return False
    if which in ("his", "her", "their") and work.kind in lexicon("view"):
        return False
    apart = _is_apart(words, work, block.text[work.start : work.end])
    which_one = (
        which is not None
        or not _is_many(parse, i)
        or re.search(r"[’']s? ", block.text[work.first : work.end])
    )
    if apart and which_one and work.kind not in lexicon("weak_kind") and _WHICH.match(block.text, work.reach):
        return parse.tokens[i].dep != "attr"
    if _is_rested_on(block, parse, i, work, which, apart) or (apart and is_quoted(block, parse, i, work)):
        return True
    return _says(parse, i, work, which, apart) or (apart and _is_before_verb(block, parse, i, work))


def _is_before_verb(block: Shown, parse: Parse, i: int, work: Work) -> bool:
    """Whether a verb follows that the parse takes for a noun."""
    verb = re.match(r" ([a-z]+)", block.text[work.reach : work.reach + 20])
    return parse.tokens[i].dep != "nsubj" and verb is not None and PLAIN_VERB.fullmatch(verb[1]) is not None


def is_quoted(block: Shown, parse: Parse, i: int, work: Work) -> bool:
    """Whether the sentence is about it, and its words follow: `The charter is short: "…"`."""
    subject = parse.tokens[i].dep in ("nsubj", "nsubjpass")
    return subject and _QUOTED.match(block.text, work.reach) is not None


def _is_rested_on(block: Shown, parse: Parse, i: int, work: Work, which: str | None, apart: bool) -> bool:
    before = block.text[max(0, work.first - 60) : work.first]
    mass = work.kind in lexicon("unwritten") and not re.search(r"[’']s? ", block.text[work.first : work.end])
    owned = (
        which is not None
        or (work.body is not None and work.kind not in lexicon("unwritten") | lexicon("law_in_news"))
        or not (mass or _is_many(parse, i))
        or parse.tokens[i].text.casefold() in lexicon("evidence")
    )
    if (
        (cue := _RESTS.search(before))
        and work.kind not in lexicon("event")
        and not is_pointed_at(block, work)
    ):
        cited = cue[0].casefold().startswith("cit")
        plain = work.kind not in lexicon("weak_kind") or "terms of" in cue[0]
        reason = cited and (not plain or block.text.startswith(" as ", work.reach))
        return not reason and ((apart and owned) or (which == "the" and plain and not cited))
    return (
        apart
        and owned
        and which not in ("a", "an")
        and work.kind in lexicon("law")
        and bool(_UNDER.search(before))
    )


def _is_apart(words: list[str], work: Work, phrase: str) -> bool:
    return (
        work.part is not None
        or " of " in phrase
        or " from " in phrase
        or bool([w for w in words if w not in lexicon("common_word")])
    )


def _says(parse: Parse, i: int, work: Work, which: str | None, apart: bool) -> bool:
    if parse.tokens[i].text.casefold() in lexicon("evidence"):
        return apart and states(parse, i, lexicon("evidence_verb"))
    if _is_many(parse, i):
        return apart and states(parse, i, lexicon("plain_verb"))
    now = states(parse, i, lexicon("document_says"), now=True)
    if which == "the" and work.kind == "constitution" and states(parse, i, lexicon("decree_verb"), now=True):
        return True
    if which == "the" and work.kind in _SPEAKING and states(parse, i, lexicon("plain_verb"), now=True):
        return True
    if work.kind in lexicon("law") - lexicon("law_in_news"):
        return (apart or work.title is not None) and states(parse, i, lexicon("decree_verb"), now=True)
    if (which == "the" or (which and apart)) and work.kind in _SUITS and states(parse, i, lexicon("pleads")):
        return True
    if work.kind in lexicon("weak_kind"):
        ruled = work.kind in lexicon("ruled") and (now or states(parse, i, lexicon("ruling_verb")))
        return apart and (ruled or states(parse, i, lexicon("plain_verb"), now=True))
    ended = which == "the" and states(parse, i, frozenset(("find", "conclude")))
    if work.kind in ("poll", "survey") and apart and states(parse, i, frozenset(("have", "put", "give"))):
        return True
    known = (apart or ended) if work.kind in lexicon("event") else (apart or which is not None)
    return known and (now or states(parse, i, lexicon("document_says") - lexicon("law_verb")))


def _is_many(parse: Parse, i: int) -> bool:
    return parse.tokens[i].tag in ("NNS", "NNPS")
