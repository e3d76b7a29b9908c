"""Documents that are none: news releases, orders for goods, outlets that go by the name of a document."""

from __future__ import annotations

import re

from checker.citation.dates import MONTH, WEEKDAY
from checker.citation.issuers import name_in
from checker.citation.judge import Judge
from checker.citation.lexicon import lexicon
from checker.citation.names import TITLED
from checker.citation.nouns import Work, kinds
from checker.citation.shown import Shown

_NEWS = re.compile(r"\b(?:press|news|media) $", re.IGNORECASE)
_COUNTED = re.compile(
    r"(?:figures|data|statistics) (?:from|by|in|of|released|published|compiled|collected|"
    r"issued|provided)\b"
)
_MANY = re.compile(
    r"(?:laws|resolutions|decrees|treaties|agreements|decisions|rulings|judgments|opinions|"
    r"orders|directives|regulations|"
    r"bills|codes|statutes|contracts|accords|acts|charters|pacts|conventions|lawsuits|filings|complaints)\b"
)
_BEFORE_NOUN = re.compile(r" \([A-Z]{2,6}\) (?:requests?|cases?|claims?|lawsuits?|filings?|suits?)\b")
_MEETING = re.compile(r"\b(?:National|Party|Democratic|Republican|Annual|Constitutional|Nominating)\b")
_OF_PAPER = frozenset((
    "working", "white", "green", "research", "position", "policy", "discussion", "briefing", "internal", "term",
))  # fmt: skip
"""What a paper is that is no newspaper."""
_BODY_OF_LAW = re.compile(
    r"\b(?:international|common|civil|criminal|natural|case|martial|customary|contract|tax|labou?r|family|"
    r"humanitarian) law\b",
    re.IGNORECASE,
)
"""Law as a field, of which no text is cited."""
_SHEETS = frozenset(("charge", "fact", "data", "balance", "rap", "information", "term", "rate", "results"))
"""What a sheet is that somebody can read."""
_SCHOLARLY = re.compile(
    rf" (?:by|published|presented|to be published|titled|entitled|on (?!{WEEKDAY}|{MONTH}|its|the front|page)|about)\b"
)
_ACCORDING_TO = re.compile(r"\b[Aa]ccording to (?:the |an? )?$")


def is_other(block: Shown, judge: Judge, work: Work, words: list[str]) -> bool:
    """Whether it is a release of no news, or an outlet, or an essay for one, which is found with it."""
    local = work.body is not None and judge.type_of(name_in(block, work, work.body), block) == "GPE"
    scholarly = set(words) & _OF_PAPER or _SCHOLARLY.match(
        block.text, block.text.find("paper", work.start) + len("paper")
    )
    if work.kind == "paper" and (not work.named or local) and not scholarly:
        return True
    if (
        work.title
        and " " in work.title
        and not work.body
        and judge.of(name_in(block, work, work.title), block) >= TITLED
    ):
        return True
    text = block.text[work.start : work.end]
    if work.kind == "order" and re.match(
        r"(?i:[^.]*\borders (?:for|of) )", block.text[work.first : work.end + 5]
    ):
        return True
    if work.kind in ("figure", "figures", "data", "statistics") and not (
        work.headed or set(words) & kinds() or _owned(block, work)
    ):
        return not _COUNTED.match(block.text, work.start + text.find(work.kind[:4]))
    if work.headed and work.kind in lexicon("law") and _BEFORE_NOUN.match(block.text, work.end):
        return True
    if work.headed and work.kind == "investigation":
        return True
    if work.headed and work.kind == "convention" and _MEETING.search(text):
        return True
    if work.headed and work.kind == "survey" and block.text.startswith((" said", " says"), work.end):
        return True
    if (
        not work.headed
        and not work.part
        and work.named
        and work.kind in lexicon("law") | lexicon("ruling")
        and _MANY.search(text)
        and not _ACCORDING_TO.search(block.text, max(0, work.first - 20), work.first)
    ):
        return True
    if work.kind == "sheet" and not (set(words) & _SHEETS or re.search(r"\w-sheet", text)):
        return True
    if work.kind == "law" and not work.part and _BODY_OF_LAW.search(text):
        return True
    at = block.text.find(work.kind, work.start)
    if work.kind == "release":
        return not _NEWS.search(block.text[max(0, at - 8) : at])
    return work.kind in ("essay", "article") and block.text.startswith(" for ", at + len(work.kind))


def _owned(block: Shown, work: Work) -> bool:
    """Whether it is whose: `the ministry's figures`."""
    return bool(re.search(r"[’']s? ", block.text[work.first : work.end]))
