"""Words behind which a sentence names the outlet that it cites."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.citation.names import LIKELY, PERHAPS, SURE, TITLED

ARTICLE = r"(?:article|essay|op-ed|piece|column|interview)s?"
TEXT = rf"(?:{ARTICLE}|(?:report|story|investigation|editorial|commentary|dispatch|analysis)s?)"
_OPINION = r"(?:column|op-ed|essay|article|commentary|opinion piece|piece|blog post|guest column|editorial)"
_PUBLISHED = r"(?:published|reported|written|wrote|writes|carried|printed|quoted|cited|broadcast)"
_WHEN = r"(?:first|online|last|this|week|month|year|recently|earlier|exclusively|today|yesterday)"
_HANDED = r"(?:made available to|leaked to|obtained by|seen by|reviewed by|shared with)"
_POSTED = (
    r"(?:wrote|posted|tweeted|writing|announced|published|said|statement|post|video|message) on "
    r"(?:his |her |its |their |the )?(?:own |official |personal )?"
)
_FILLER = r"(?:(?!request)[a-z'’-]+ ){0,3}?"
_STUDY = r"(?:report|study|survey|paper|analysis|audit|investigation|poll|review|assessment)"


@dataclass(frozen=True, slots=True)
class Cue:
    """What stands before the name, the form it makes, and how sure the name must be an outlet."""

    pattern: re.Pattern[str]
    form: str
    least: int


CUES: tuple[Cue, ...] = (
    Cue(re.compile(r"\b(?:told|tells|telling) (?=\S)"), "told_outlet", PERHAPS),
    Cue(re.compile(r"\b(?:[Ss]peaking|[Tt]alking) (?:to|with) "), "told_outlet", LIKELY),
    Cue(re.compile(r"\b[Ww]riting (?:in|for|on) "), "writing_in", PERHAPS),
    Cue(
        re.compile(rf"\b[Ii]n an? (?:[\w-]+ ){{0,2}}?{_OPINION} (?:published |written )?(?:in|for) "),
        "writing_in",
        PERHAPS,
    ),
    Cue(re.compile(r"\b[Ff]irst (?:reported|revealed|disclosed) (?:by|in) "), "according_to", PERHAPS),
    Cue(re.compile(r"(?<![(\[])\b(?:reported|quoted|cited) (?:by|in) "), "according_to", TITLED),
    Cue(re.compile(rf"\b{TEXT} (?:{_FILLER})(?:in|for|by|from|on) "), "outlet_in_prose", LIKELY),
    Cue(re.compile(rf"\b{_OPINION} (?:(?:published )?in|for) "), "outlet_in_prose", PERHAPS),
    Cue(re.compile(r"\bappear(?:ed|s|ing) in "), "outlet_in_prose", LIKELY),
    Cue(re.compile(rf"\b{_PUBLISHED} (?:{_WHEN} ){{0,2}}?(?:in|by|on) "), "outlet_in_prose", LIKELY),
    Cue(re.compile(r"\breport(?:ing|s)? (?:from|by|in) "), "outlet_in_prose", LIKELY),
    Cue(re.compile(r"\b[Aa]ccording to "), "according_to", TITLED),
    Cue(re.compile(rf"\b{_HANDED} "), "outlet_in_prose", SURE),
    Cue(re.compile(rf"\b{_POSTED}"), "network", LIKELY),
)
SERIES = re.compile(
    rf"\b[Aa]ccording to (?:an?|the|its|a new|a recent) (?:[\w-]+ ){{0,2}}?{_STUDY} (?:published |released )?"
    r"(?:by|from|in) "
)
