"""Documents without a name that a statement rests on: `the town charter forbids`, `a 44-page report found`."""

from __future__ import annotations

import re

from checker.citation.lexicon import lexicon
from checker.citation.nouns import Work
from checker.citation.roles import article, modifiers, states
from checker.citation.shown import Shown
from checker.model import Parse

_OF_MANY = frozenset(
    ("this", "these", "our", "my", "your", "such", "no", "any", "every", "each", "some", "what", "which")
)
_COMMON = frozenset(
    (
        "new", "recent", "latest", "other", "many", "several", "few", "more", "most", "various", "previous", "earlier",
        "past", "numerous", "own", "current", "future", "first", "second", "last", "next", "same", "different", "good",
        "bad", "old", "only", "early", "two", "three", "four", "five", "countless", "further", "local", "big", "great",
    )
)  # fmt: skip
"""Words that tell no document from others."""
_OF_PERSONS = frozenset(
    (
        "poor",
        "good",
        "better",
        "sound",
        "bad",
        "best",
        "personal",
        "public",
        "popular",
        "common",
        "political",
        "moral",
    )
)
"""What judgments and opinions are that no court has given."""
_OF_LAW = frozenset(
    (
        "provide",
        "put",
        "hold",
        "cover",
        "charge",
        "allow",
        "permit",
        "entitle",
        "count",
        "give",
        "ban",
        "guarantee",
    )
)
_OF_NEWS = frozenset(("bill", "motion", "recommendation", "truce", "armistice", "accession"))
_EVIDENCE = frozenset(
    (
        "file",
        "log",
        "logbook",
        "figures",
        "statistics",
        "estimates",
        "records",
        "documents",
        "papers",
        "files",
        "filings",
        "minutes",
        "data",
        "accounts",
        "emails",
        "e-mails",
    )
)
_SHOWS = frozenset(
    (
        "show",
        "reveal",
        "indicate",
        "suggest",
        "confirm",
        "list",
        "say",
        "state",
        "record",
        "describe",
        "put",
        "give",
    )
)
_PLAIN = frozenset(("say", "state", "read", "stipulate", "specify", "speak", "forbid", "require", "prohibit"))
_RULED = frozenset(("opinion", "decision", "order", "complaint", "petition"))
_FINDS = frozenset(("say", "state", "find", "conclude", "hold", "note"))
_RESTS = re.compile(
    r"(?:\b[Aa]ccording to|\b[Aa]s per|\b[Pp]er|\b[Pp]ursuant to|\b[Ii]n (?:accordance|line|keeping) with|"
    r"\b[Uu]nder the terms of|\b[Ii]n the words of|\b[Cc]it(?:ing|ed|es)|\b[Qq]uot(?:ing|ed|es)(?: from)?|"
    r"\b(?:laid down|set out|enshrined|stated|stipulated|foreseen|provided for|"
    r"as (?:required|defined|described|set out)) (?:in|by)) $"
)
_UNDER = re.compile(r"(?:^|[.!?;:”\")»] ?|\n|[Bb]ut |[Aa]nd |[Yy]et |that )[Uu]nder $")
QUOTED = re.compile(
    r" (?:is|are|was|could not be|puts it|puts it so|runs|goes|has it)\b[^.!?“\"]{0,40}: ?[“\"]|"
    r"[^.!?“\"]{0,80}[:,.] ?[“\"][^“”\"]{3,300}[,.!?][”\"] (?:it|they) (?:says?|reads?|states?|adds?|notes?|warns?)\b|"
    r"[^.!?“\"]{0,80}[:,.] ?[“\"][^“”\"]{1,200},[”\"] it (?:says|reads|states|adds|notes|warns)\b"
)


def is_ground(block: Shown, parse: Parse, i: int, work: Work) -> bool:
    """Whether a document that only common words tell from others says something, or something rests on it."""
    which, words = article(parse, i), modifiers(parse, i)
    if which in _OF_MANY or (work.kind in lexicon("ruling") and _OF_PERSONS & set(words)):
        return False
    apart = _is_apart(words, work, block.text[work.start : work.end])
    if _is_rested_on(block, parse, i, work, which, apart) or (apart and QUOTED.match(block.text, work.reach)):
        return True
    return _says(parse, i, work, which, apart)


def _is_rested_on(block: Shown, parse: Parse, i: int, work: Work, which: str | None, apart: bool) -> bool:
    before = block.text[max(0, work.first - 60) : work.first]
    owned = which is not None or not _is_many(parse, i) or parse.tokens[i].text.casefold() in _EVIDENCE
    if _RESTS.search(before):
        return (apart and owned) or (which == "the" and work.kind not in lexicon("weak_kind"))
    return apart and owned and work.kind in lexicon("law") and bool(_UNDER.search(before))


def _is_apart(words: list[str], work: Work, phrase: str) -> bool:
    return work.part is not None or " of " in phrase or bool([w for w in words if w not in _COMMON])


def _says(parse: Parse, i: int, work: Work, which: str | None, apart: bool) -> bool:
    if parse.tokens[i].text.casefold() in _EVIDENCE:
        return apart and states(parse, i, _SHOWS)
    if _is_many(parse, i):
        return apart and states(parse, i, _PLAIN)
    now = states(parse, i, lexicon("document_says"), now=True)
    if work.kind in lexicon("law") - _OF_NEWS:
        return apart and now
    if work.kind in lexicon("weak_kind"):
        ruled = work.kind in _RULED and (now or states(parse, i, _FINDS))
        return apart and (ruled or states(parse, i, _PLAIN, now=True))
    return (apart or which is not None) and (now or states(parse, i, lexicon("document_says") - _OF_LAW))


def _is_many(parse: Parse, i: int) -> bool:
    return parse.tokens[i].tag in ("NNS", "NNPS")
