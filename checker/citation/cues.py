"""Words behind which a sentence names the outlet that it cites."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.citation.dates import WEEKDAY
from checker.citation.lexicon import alternatives
from checker.citation.names import LIKELY, PERHAPS, SURE, TITLED

ARTICLE = r"(?:article|feature|profile|reportage|essay|op-ed|piece|column|interview)s?"
TEXT = rf"(?:{ARTICLE}|(?:report|story|investigation|editorial|commentary|dispatch|analysis)s?)"
_OPINION = (
    r"(?:column|feature|profile|reportage|obituary|op-ed|essay|article|"
    r"commentary|opinion piece|piece|blog post|guest column|editorial)"
)
_BY_WHOM = r"(?:by [A-Z][\w’'-]+(?: [A-Z][\w.’'-]*){1,2} )?"
_PUBLISHED = r"(?:published|reported|carried|printed|quoted|cited|aired|broadcast|shown|screened)"
_WHEN = r"(?:first|online|last|this|week|month|year|recently|earlier|exclusively|today|yesterday)"
_HANDED = r"(?:made available to|leaked to|obtained by|seen by|reviewed by|shared with)"
_PAPERS = (
    r"(?:documents?|memos?|memorandum|e-?mails?|letters?|reports?|files?|records?|messages|footage|"
    r"cop(?:y|ies))"
)
_NETWORK_NOUN = r"(?:statement|post|video|message|thread|announcement)"
_POSTED = (
    rf"(?:(?:[Ii]n )?an? (?:[\w-]+ ){{0,2}}?{_NETWORK_NOUN}|wrote|posted|tweeted|writing|announced|"
    rf"published|(?:said|says|stating|stated|wrote|tweeted)(?: {WEEKDAY})?(?: (?:morning|evening|night))?|"
    rf"(?:[Ii]n )?(?:his|her|its|their) {_NETWORK_NOUN}|{_NETWORK_NOUN}) on "
    r"(?:his |her |its |their |the )?(?:own |official |personal )?"
)
_FILLER = (
    rf"(?:(?!request|board|(?:{alternatives('presenter')}|{alternatives('of_media')})s?\b)[a-z'’-]+ ){{0,3}}?"
)
_STUDY = (
    r"(?:report(?:s|ing)?|article|story|account|dispatch|study|survey|paper|analysis|audit|"
    r"investigation|poll|review|"
    r"assessment|research|figures|data|statistics|numbers|estimates|projections|calculations|records|"
    r"count|tally|average|audio|video|footage|recording|transcript|excerpts?|index|ranking|database|list)"
)
_SENT = (
    r"(?:statements?|comments|remarks|e-?mails?|messages?|letter|text message|written answers|"
    r"(?:tele)?phone call)"
)
_SENT_OUT = r"(?:statement|comment|written answer)"
_RECOUNTED = (
    r"(?:described|explained|outlined|recalled|recounted|repeated|defended|expressed|denied|confirmed)"
)
_PROGRAMME = r"[A-Z][\w’'-]*(?: (?:with |of |the |and |in |at ){0,2}[A-Z][\w’'-]*){0,4}"
_VOICED = r"(?:repeated|renewed|raised|voiced|defended|expressed|denied|set out|laid out|explained)"
_SAYS = (
    r"(?:said|says|admitted|claimed|argued|explained|told|insisted|conceded|called|revealed|recalled|denied)"
)
_TOLD_OF = (
    r"(?:confirmed|admitted|revealed|disclosed|conceded|acknowledged|recalled|explained|complained|stressed|"
    r"insisted|hinted|joked|denied|remarked|said|repeated)"
)


@dataclass(frozen=True, slots=True)
class Cue:
    """What stands before the name, the form it makes, and how sure the name must be an outlet."""

    pattern: re.Pattern[str]
    form: str
    least: int
    bare: bool = False


CUES: tuple[Cue, ...] = (
    Cue(re.compile(r"\b(?:told|tells|telling|tell) (?=\S)"), "told_outlet", PERHAPS),
    Cue(re.compile(r"\b(?:[Ss]peaking|[Tt]alking|[Ii]n conversation) (?:to|with) "), "told_outlet", LIKELY),
    Cue(re.compile(r"\b(?:spoke|speaks|talked|talks) (?:to|with) "), "told_outlet", TITLED),
    Cue(
        re.compile(rf"\b[Ii]n (?:an? |his |her |its |their )?(?:[\w-]+ ){{0,2}}?{_SENT} to "),
        "told_outlet",
        TITLED,
        bare=True,
    ),
    Cue(re.compile(rf"\b[Ii]n (?:an? )(?:[\w-]+ ){{0,2}}?{_SENT_OUT} to "), "told_outlet", PERHAPS),
    Cue(re.compile(rf"\b{_TOLD_OF} to "), "told_outlet", TITLED),
    Cue(
        re.compile(
            r"\b(?:told|tells|telling) (?:his|her|its|their) (?:side of the )?(?:story|version|tale) to "
        ),
        "told_outlet",
        TITLED,
    ),
    Cue(
        re.compile(
            r"\b[Oo]n (?:the |an? |his |her |its )?(?:[a-z-]+ )?(?:show|programme|program|podcast|talk show|"
            r"breakfast show)"
            rf"(?: (?:called )?[“\"*_]?{_PROGRAMME}[”\"*_]?)? (?:on|of|at) (?:the )?"
        ),
        "told_outlet",
        TITLED,
    ),
    Cue(
        re.compile(
            r"\b[Oo]n (?:the |its |his |her )?(?=(?:[a-z-]+ )?(?:podcast|radio show|radio programme|"
            r"television show|"
            rf"talk show|breakfast show) [“\"*_]?[A-Z])(?=[^.]{{3,140}}\b{_SAYS}\b)"
        ),
        "told_outlet",
        PERHAPS,
    ),
    Cue(
        re.compile(
            r"\b(?:gave|given|giving|gives) [^.,;]{2,40} "
            r"(?:answer|account|version|explanation|reply|figure|statement) to "
        ),
        "told_outlet",
        TITLED,
    ),
    Cue(
        re.compile(
            rf"\b{_VOICED} (?:the|his|her|its|their|that|an?|these) [^.,;:“”\"]{{3,40}}? (?:in|on) (?:the )?"
        ),
        "told_outlet",
        TITLED,
    ),
    Cue(
        re.compile(
            r"(?:(?<=\bremark )|(?<=\bremarks )|(?<=\bcomments )|(?<=\bclaim )|"
            r"(?<=\bappearance ))on (?:the )?"
        ),
        "told_outlet",
        TITLED,
    ),
    Cue(re.compile(r"\b[Ii]n (?:brief |short |further )?(?:comments|remarks) to "), "told_outlet", PERHAPS),
    Cue(re.compile(rf"\b{_RECOUNTED} [^.,;:“”\"]{{2,50}}? to "), "told_outlet", TITLED),
    Cue(
        re.compile(
            r"\b(?:gave|giving|gives) (?=[^.;]{2,50} (?:an?|his|her|their|its|"
            r"the) [^.;]{0,40}?(?:version|account|interview|"
            r"statement|details|description|tour|explanation)\b)"
        ),
        "told_outlet",
        TITLED,
    ),
    Cue(
        re.compile(
            r"\b(?:[Aa]sked|[Qq]uestioned|[Pp]ressed)(?: (?!about [a-z]+ing )[^.,;]{3,30})? (?:by|on) "
        ),
        "told_outlet",
        TITLED,
    ),
    Cue(
        re.compile(
            rf"\b(?:[Ss]peaking|[Aa]ppearing|(?:said|says)(?: {WEEKDAY})?"
            r"(?: (?:morning|evening|night))?|told viewers|told listeners) on "
        ),
        "told_outlet",
        TITLED,
    ),
    Cue(re.compile(r"\b[Ii]nterviewed (?:\w+ ){0,2}?(?:by|on|in|for) "), "interview", LIKELY),
    Cue(re.compile(r"\b[Ww]riting (?:[a-z]+ ){0,2}?(?:in|for|on) "), "writing_in", PERHAPS),
    Cue(re.compile(r"\b(?:[Rr]eporting|reported|reports) for (?:the )?"), "writing_in", TITLED),
    Cue(re.compile(r"\b[Rr]eporting by [A-Z][^.,;]{3,60} for (?:the )?"), "outlet_in_prose", TITLED),
    Cue(
        re.compile(
            r"\b[Ii]n (?:an? |his |her |its )?(?:[\w-]+ ){0,2}?(?:call|conversation|chat|exchange|"
            r"sit-down|discussion) with "
        ),
        "told_outlet",
        TITLED,
    ),
    Cue(
        re.compile(
            rf"\b[Ii]n (?:an?|his|her|their) (?:[\w-]+ ){{0,2}}?{_OPINION} {_BY_WHOM}(?:published |"
            rf"written )?(?:in|for) "
        ),
        "writing_in",
        PERHAPS,
    ),
    Cue(
        re.compile(r"\b(?:write|wrote|writes|written|argued|argues|reported) (?:(?:last|this) \w+ )?in "),
        "writing_in",
        LIKELY,
    ),
    Cue(
        re.compile(
            r"\b(?:first (?:reported|revealed|obtained|disclosed|noticed|made|raised|published|aired)|"
            r"broken) "
            r"(?:by|in) "
        ),
        "according_to",
        PERHAPS,
    ),
    Cue(
        re.compile(
            r"(?<![(\[])\b(?:[Aa]s )?(?:reported|[Qq]uoted(?: as saying)?|[Cc]ited|revealed|uncovered|"
            r"exposed) (?:by|in) "
        ),
        "according_to",
        TITLED,
    ),
    Cue(
        re.compile(rf"\b[Aa]ccording to (?:an? |the )?(?:[a-z]+ )?{TEXT} (?:from|by|in|on) "),
        "according_to",
        LIKELY,
    ),
    Cue(re.compile(rf"\b{TEXT} (?:{_FILLER}(?:in|for|by|from)|on) "), "outlet_in_prose", LIKELY),
    Cue(
        re.compile(rf"\b{_OPINION} {_BY_WHOM}(?:(?:published )?in|for) (?:the )?"),
        "outlet_in_prose",
        PERHAPS,
    ),
    Cue(re.compile(r"\bappear(?:ed|s|ing) (?:in|on) "), "outlet_in_prose", LIKELY),
    Cue(re.compile(rf"\b{_PUBLISHED} (?:{_WHEN} ){{0,2}}?(?:in|by|on) "), "outlet_in_prose", LIKELY),
    Cue(re.compile(r"\breport(?:ing|s)? (?:from|by|in) "), "outlet_in_prose", LIKELY),
    Cue(
        re.compile(r"\b(?:[Rr]eporting|[Aa]n (?:investigation|analysis)) by "),
        "outlet_in_prose",
        LIKELY,
        bare=True,
    ),
    Cue(re.compile(r"\b(?:[Aa]ccording to|[Pp]er) "), "according_to", TITLED, bare=True),
    Cue(re.compile(r"\b[Aa]ccording to (?=[A-Z]{3,5}(?:[.,;]|$)|The [A-Z])"), "according_to", LIKELY),
    Cue(
        re.compile(r"\b[Aa]s (?:first |earlier |previously )?reported (?:\w+ )?(?:by|in) "),
        "according_to",
        PERHAPS,
    ),
    Cue(re.compile(rf"\b{_HANDED} "), "outlet_in_prose", SURE),
    Cue(re.compile(rf"\b{_PAPERS}(?: [\w’'-]+){{0,4}},? {_HANDED} "), "outlet_in_prose", PERHAPS),
    Cue(re.compile(rf"\b{_POSTED}"), "network", LIKELY),
)
SERIES = re.compile(
    rf"\b[Aa]ccording to (?:(?:an?|the|its|new|recent|official) )?(?:[\w-]+ ){{0,3}}?{_STUDY} "
    r"(?:(?:published|released|compiled|conducted|collected|cited|prepared|issued) (?:on \w+ |"
    r"last \w+ )?)?(?:by|from|in) "
)
"""What somebody compiled, conducted or published, according to which something is so."""
