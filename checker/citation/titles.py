"""Works cited by nothing but a title, and laws or papers in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.citation.dates import MONTH
from checker.citation.judge import Judge
from checker.citation.mention import Mention, of_document
from checker.citation.names import Name, name_at
from checker.citation.nouns import BODY, CAP, TITLE, YEAR
from checker.citation.shown import Shown
from checker.citation.verbs import SAYING, STATES

_IN_TITLE = re.compile(
    r"\b[Ii]n (?:(?P<part>(?:chapter|part|section) [\dIVX]+ of )(?=[“\"*_]?[A-Z])|"
    r"(?=[^(.;]{3,80} \((?:[A-Z][^()]{2,50}, )?(?:19|20)\d\d\),))[“\"*_]?"
    rf"(?P<title>{TITLE})[”\"*_]?"
    r"(?: \((?:[A-Z][^()]{2,50}, )?(?P<out>(?:19|20)\d\d)\))?(?=, (?:the (?:[a-z]+ ){1,4})?[A-Z])"
)
_WHO = re.compile(r", (?:the (?:[a-z]+ ){1,4})?")
_ASIDE = re.compile(
    rf"(?P<who>{CAP}(?: {CAP}){{1,2}}) (?:has |had |"
    rf"have )?{SAYING},? in [“\"*_]?(?P<title>(?!(?:{MONTH})\b){TITLE})[”\"*_]?"
    rf" \((?P<out>{YEAR})\)"
)
_HIS = re.compile(
    rf"(?:(?P<who>(?!As\b){CAP}(?: {CAP}){{1,2}}) )?(?:has |had )?(?:{SAYING}|explain(?:s|ed)|put it) in "
    rf"(?:his|her|their) (?:classic |famous |first |last |own )?[“\"*_]?(?P<title>The {TITLE}|(?<=[“\"*_]){TITLE})"
    r"(?=[,.;:!?”\"*_)]|$)"
)
"""`as Ana Quill reported in her The Silver Eel`."""
_LAW = re.compile(
    rf"[(\[](?:see |cf\. )?(?P<whole>(?P<title>{BODY}(?: {YEAR})?)(?:,? (?:[Aa]rt(?:icle|\.)|[Ss]ec(?:tion|\.)|"
    rf"[Pp]ara(?:graph|s|\.)?|[Cc]hapter|"
    r"[Cc]h\.|[Pp]oint|[Rr]ule|r\.|s\.|cl\.|[Aa]nnex|§|"
    r"[Pp]rinciple|[Tt]able|[Ff]igure|[Aa]ppendix|[Pp]age|pp?\.)s? ?(?:\d[\w.()–-]*|[IVXLC]+))+)[)\]]"
)
_OWNED = re.compile(
    rf"(?<![\w’'])(?P<body>{BODY})['’]s? (?:latest|annual|biannual|biennial|quarterly|monthly|weekly|most recent|"
    rf"newest|{YEAR}|"
    rf"spring|autumn) (?P<title>{CAP}(?: {CAP}){{1,5}})(?={STATES.pattern})"
)
"""`the Vale Bank's latest Global River Prospects predicts`."""
_KINDS = re.compile(
    r"\b(?:Treaty|Convention|Agreement|Accords?|Protocol|Charter|Constitution|Act|Law|Code|Statute|"
    r"Directive|Regulation|Resolution|Decree|"
    r"Ordinance|Covenant|Pact|Declaration|Communiqué|Memorandum|Report|Judgment|Rules|White Paper|Plan|"
    r"Strategy|Guidelines|Contract|Survey|Census|Review|Study|Atlas|Yearbook|Handbook|Manual)\b"
)


def titled(block: Shown, judge: Judge) -> Iterator[Mention]:
    """`In The Quiet Tide (2018), Ana Quill argues`, `in chapter 4 of The Quiet Tide, Ana Quill argues`."""
    for match in _IN_TITLE.finditer(block.text):
        lead = _WHO.match(block.text, match.end())
        who = name_at(block.text, lead.end()) if lead else None
        says = (
            STATES.match(block.text, who.end)
            if lead and who is not None and who.start == lead.end()
            else None
        )
        if who is not None and says and " " in who.text:
            yield of_document(block, match.start(), match.end(), match["title"], match["out"], who.text)
    for match in _ASIDE.finditer(block.text):
        if not judge.is_place(match["title"]):
            yield of_document(
                block, match.start("title"), match.end(), match["title"], match["out"], match["who"]
            )

    for match in _OWNED.finditer(block.text):
        name = Name(*match.span("title"), match["title"])
        if judge.type_of(name, block) != "PERSON":
            yield of_document(block, *match.span("title"), match["body"])
    for match in _HIS.finditer(block.text):
        yield of_document(block, *match.span("title"), match["title"], author=match["who"])


def bracketed(block: Shown) -> Iterator[Mention]:
    """`(Arden Ports Act, section 4)` behind what the law says."""
    for match in _LAW.finditer(block.text):
        if _KINDS.search(match["title"]):
            year = re.search(rf"\b{YEAR}$", match["title"])
            yield of_document(
                block, match.start("whole"), match.end("whole"), match["title"], year[0] if year else None
            )
