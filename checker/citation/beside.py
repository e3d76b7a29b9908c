"""Words beside the name of an outlet: what it is, which edition or programme, who reports for it."""

from __future__ import annotations

import re
from functools import cache

from checker.citation.cues import ARTICLE, TEXT
from checker.citation.dates import WEEKDAY
from checker.citation.lexicon import KIND_OF_PAPER, alternatives

_WORD = (
    r"(?:(?!(?:that|the|an?|of|and|or|to|in|on|for|who|which|when|about|his|her|its|with|by|at|from)\b)"
    r"[\w’'-]+ )"
)
_OWNED_BY = (
    r"(?:[a-z]+-(?:run|owned|backed|funded|controlled|based|language|leaning)|[A-Z][a-z]+-(?:based|"
    r"language|owned|run)|"
    r"non-profit|nonprofit|independent|investigative|pro-[\w]+|opposition|state|official|regional|local|"
    r"national)"
)
_EDITION = (
    r"(?:(?:the |its )?(?:[\w’'-]+ ){0,2}(?:edition|issue|broadcast|episode|"
    r"airing|instal+ment|website|site|front page|pages|opinion pages|"
    r"online arm) of )"
)
PERSON = r"(?P<name>[^\W\d_a-z][\w’'-]+(?: [A-Z]\.)?(?: [^\W\d_a-z][\w’'-]+){1,2})"
_WEEKDAY = rf"(?:last |this )?{WEEKDAY}['’]s (?:the )?"
_HELPER = (
    r"(?:will|would|to|can|could|may|might|should|must|do|does|did|not|also|they|we|have|has|had|who|that|"
    r"often|always)"
)
_STAFF = (
    r"(?:pages?|boards?|team|staff|line|policy|independence|desk|writer|director|meeting|process|decision|"
    r"control|office|room)"
)
ITS_TEXT = re.compile(
    rf"[”\"'’*_]?(?:['’]s)? (?:(?:(?!{_HELPER} )[a-z]+ )?(?P<article>{ARTICLE})|{TEXT}(?! {_STAFF})|"
    rf"headline|front page|(?:opinion |exit |"
    rf"tracking )?(?:poll|"
    rf"survey)s?)\b"
)
"""What an outlet prints, behind its name: `the Courier's report`."""


@cache
def leading() -> re.Pattern[str]:
    """What stands before the name: `the weekly newspaper `, `a presenter of `."""
    nouns = alternatives("media_noun")
    who = rf"(?:{alternatives('presenter')})s? (?:for|from|with|of|at) (?:the )?"
    return re.compile(
        rf"(?:{_EDITION}(?:the )?|{_WEEKDAY}|(?:the )?(?i:{alternatives('place')})[’']s (?=[A-Z])|"
        rf"(?:the |its |a )?(?i:{alternatives('network')}) (?:channel|account|page|feed) |"
        rf"(?:the |an? |its |his |her |"
        rf"their )?{_WORD}{{0,4}}?(?:(?:{nouns}|{KIND_OF_PAPER})(?:,(?= [A-Z]))? (?:called )?|{who})|"
        rf"(?:the |an? |its )?(?:{_OWNED_BY} ){{1,3}}(?=[“\"*_]?[A-Z]))"
    )


@cache
def trailing() -> re.Pattern[str]:
    """What kind of outlet it is, behind the name."""
    return re.compile(rf" (?:{alternatives('media_noun')})(?![\w-])(?: [“\"‘][^”\"’]{{2,60}}[”\"’])?")


@cache
def reporter() -> re.Pattern[str]:
    """Who reports for it, right behind the name."""
    return re.compile(
        rf",? (?:(?:chief|political|senior|[a-z-]+) )?(?:{alternatives('presenter')})s?(?: {PERSON})?(?!\w)"
    )


@cache
def its_reporter() -> re.Pattern[str]:
    """`the Courier's Brussels correspondent Ana Quill`, behind `'s`."""
    return re.compile(
        rf"(?:(?:[A-Z][\w’'-]+|[a-z-]+) ){{0,3}}?(?:{alternatives('presenter')})s?(?!\w)(?: {PERSON})?"
    )


@cache
def its_people() -> re.Pattern[str]:
    """Who belongs to it without speaking for it."""
    return re.compile(rf"(?:['’]s?)? (?!editorial board)(?:[a-z]+ )?(?:{alternatives('its_people')})\b")
