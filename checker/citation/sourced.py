"""Whether a name in brackets is a source: by the name, by what leads up to it, by where the bracket stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.citation.judge import Judge
from checker.citation.lexicon import alternatives, lexicon
from checker.citation.mention import Mention
from checker.citation.names import LIKELY, SURE, Name, name_at
from checker.citation.shown import Shown
from checker.model import Document

LEAD = re.compile(
    r"\s*(?:(?:see|also|cf\.?|compare|quoted|cited|reported|reports|published|accessed|as|by|in|from|"
    r"via|per|and|both|e\.g\.,?|"
    r"i\.e\.,?|h/t|hat tip|according to|sources?:)\s+)*",
    re.IGNORECASE,
)
_REACH = 80
"""Characters of the statement before a bracket."""
_CLOSED = re.compile(r"\s*(?:[.,;:!?]|$)")
_CLAUSE_ENDS = re.compile(
    r"[)\]][”\"]?(?:\s*(?:[.,;:!?—–(\[|]|$)|\s+(?:and|but|while|or|whereas|though|although|because|"
    r"after|when)\b)"
)
_SERIAL = re.compile(r",? (?:vol|volume|no|nr|issue|iss)\.? ?\d", re.IGNORECASE)
_SINCE = re.compile(
    r"\b(?:since|after|before|until|during|despite) (?:the |a |an |its |his |her |their |"
    r"this )?[\w-]+"
)
_EVENT = re.compile(
    r"\b(?:festival|fair|concert|match|meeting|conference|summit|born|died|buried|wedding|premiere|"
    r"held|final|race|exhibition|"
    r"workshop|march|game|tour|election|elections|rally|protest|seminar|ceremony|lecture|performance|"
    r"visit|storm|battle|show|"
    r"round|leg|stage|session|talks|opened|opens|play|plays|met|meets|birth|death|earthquake|hurricane|"
    r"treaty|signed)(?:e?s)?\b",
    re.IGNORECASE,
)


_KIND = (
    r"(?:,? (?:[a-z-]+ ){0,2}?(?:press (?:release|statement)|statement|interview|reports?|blog|website|video|editorial|"
    r"op-ed|transcript|communiqué|news|bulletin|broadcast|programme|statistics|data|survey|column|minutes|factsheet|"
    r"online|edition|newsletter|podcast))"
)
ENDS = re.compile(rf"{_KIND}$")


@cache
def called_so() -> re.Pattern[str]:
    """What may stand between an outlet and its day: what kind of outlet it is, which of its texts."""
    return re.compile(rf"[”\"’»*_]?(?: (?:{alternatives('media_noun')})\b)?{_KIND}?")


def is_cited(block: Shown, judge: Judge, name: Name, at: int, part: str) -> bool:
    """Whether a name with a day is a source and not where or what something was: by the name, or by its place."""
    if judge.of(name, block) >= LIKELY:
        return True
    if name.text.split()[-1].casefold() in lexicon("venue") | lexicon("time_word") | {
        w + "s" for w in lexicon("time_word")
    }:
        return False
    if _SERIAL.match(block.text, name.end):
        return True
    closing = re.search(r"[)\]]", block.text[at + len(part) :][:400])
    before = block.text[max(0, at - _REACH) : at].rpartition("(")[0] or block.text[max(0, at - _REACH) : at]
    ends = closing and _CLAUSE_ENDS.match(block.text, at + len(part) + closing.start())
    return bool(ends) and len(before.split()) >= 4 and not _EVENT.search(_SINCE.sub("", before[-45:]))


def alone(block: Shown, judge: Judge, bracket: re.Match[str]) -> Iterator[Mention]:
    """`(Reuters)` at the end of a statement: an outlet for sure, and not the short form of a name before it."""
    lead = LEAD.match(block.text, bracket.start(1))
    at = lead.end() if lead else bracket.start(1)
    name = name_at(block.text, at)
    before = block.text[max(0, bracket.start() - _REACH) : bracket.start()].split()
    if name is None or name.end != bracket.end(1) or len(before) < 4 or not before[-1][0].islower():
        return
    said = "source" in block.text[bracket.start() : at].casefold()
    if (said or judge.of(name, block) == SURE) and _CLOSED.match(
        block.text, bracket.end(), bracket.end() + 9
    ):
        start, end = block.range(at, name.end)
        yield Mention(
            "parenthetical_outlet", start, end, "citation.parenthetical_outlet_alone", outlet=name.text
        )


def is_own(document: Document, outlet: str) -> bool:
    """Whether the name, or its initials, are those of the outlet in which the text stands."""
    own = document.outlet or ""
    words = [w for w in own.split() if w[0].isupper()]
    initials = "".join(w[0] for w in words) if len(words) > 1 else ""
    return bool(own) and outlet.casefold() in (own.casefold(), initials.casefold())


def with_mark(document: Document, start: int) -> int:
    """The start with the emphasis or quotation mark before it."""
    while start and document.text[start - 1] in '*_“"':
        start -= 1
    return start
