"""Pieces that patterns of time expressions are made of: units, what may stand before or after them."""

from __future__ import annotations

import re

from checker.model import MONTHS
from checker.time import words as w

Form = tuple[str, tuple[str, ...], re.Pattern[str]]
"""Kind, words of which one must stand in a lower-case text, pattern."""
MONTH_WORDS = tuple(name.lower()[:3] for name in MONTHS)
SEASON_WORDS = tuple(w.SEASONS)
FIGURES = ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9")


def form(kind: str, needs: tuple[str, ...], *pattern: str) -> Form:
    """A form whose pattern is written in pieces."""
    return kind, needs, re.compile("".join(pattern))


UNIT = r"(?P<unit>hour|day|night|week|fortnight|month|quarter|year|decade|centur)(?:(?P<plural>s|ies)|y)?"
NTH_OF = (
    rf"(?P<ordinal>{w.ORDINAL}|{w.ENDS}) (?:and (?:final|last) )?(?:(?P<count>{w.COUNT}) )?"
    r"(?P<unit>day|night|week|month|year|anniversary)(?P<plural>s)?"
)
"""One of the days, weeks or months that something lasts, or some of them."""
COUNTED = (
    rf"(?P<count>{w.COUNT})(?P<more> and a half)? {UNIT}"
    rf"(?:(?P<half> and a half)|,? and (?P<besides>{w.COUNT}) (?P<finer>day|week|month)s?)?"
)
LEAD = (
    r"(?:in|by|since|until|till|from|to|through|during|of|between|before|after|for|around|throughout|circa)"
)
MONTH_LEAD = rf"(?:{LEAD}|and|or|late|early|mid)"
NO_DAY = rf"(?! {w.DAY}(?![.,]?\d| (?:people|men|women))\b)"
"""Behind a month that has no day."""
NAMED = rf"(?:week|month|year|weekend|quarter|decade|century|{w.DAYPART}|{w.SEASON}|{w.MONTH}(?! Day\b)|{w.DAYNAME})"
SIDE = r"(?i:earlier|later|early|late|mid)"
HALF = r"(?i:(?:the )?(?:first|second) half )"
THIRD = r"(?P<part>(?i:(?:the )?(?:early|mid|late))[ -])?"
SEASON_PART = (
    r"(?P<part>(?i:(?:the )?(?:early|mid|late|(?:beginning|start|middle|end|(?:first|second) half) of))[ -])?"
)
HOUR = rf"(?: (?P<hour>{w.DAYPART})(?!s))?"
CALLED = rf"(?:{w.PLACE}|(?:group|movement|brigade|commission|cell)\b)"
"""What is called after a day: "the 4 May group"."""
NIGHTLY = (
    r"(?:rain|snow|snowfall|frost|storms?|floods?|fires?|shelling|bombing|bombardment|strikes?|attacks?|raids?|clashes"
    r"|fighting|violence|riots?)"
)
"""What happens in the night before publication where it is called overnight; an overnight train goes every night."""
PROVERBIAL = (
    r"(?:news|man|men|woman|women|people|teenagers|teens|youth|youngsters|children|parents|generations?|readers|audiences"
    r"|consumers|society|world|politicians)\b(?! (?:that|of|from)\b)"
)
"""What "yesterday's" and "today's" tell nothing of a day before."""
NOUN_AFTER = (
    r"(?P<noun> (?!(?:in|at|on|near|outside|inside|as|when|while|with|and|but)\b)(?:[\w’'-]+ ?){1,6})"
)
WHERE = r"(?:in|at|on|near|outside|inside|as|when|while|with|and|but)"
"""Behind "the day before": it is told of no noun."""
PRONOUN = r"(?:he|she|they|it|we)\b"
CLAUSE = r"[,.;)]|$| (?:the|an?|his|her|its|their|another|in|on|at|came|he|she|they|it|we)\b"
"""What may follow "two days after that" where no noun does ("after that meeting")."""
NO_NOUN = (
    r"[,.;:)?!”]|$| [-–—(]| (?:and|or|but|when|while|where|who|whose|which|that|as|at|with|in|into|on|of|for|by|to|from"
    r"|until|till|since|after|before|because|if|so|than|whether|through|during|without|over|under|around|near|about|against"
    r"|amid|among|despite|between|off|out|up|down|I|you|he|she|it|we|they|the|this|these|those|there|his|her|its|their"
    r"|our|my|a|an|all|both|no|nobody|nothing|not|then|again|alone|also|only|still|even|some|many|most|more|less|was"
    r"|were|had|has|have|is|are|did|does|will|would|could|can|may|might|must)\b"
)
"""What may follow "on the 29th" or "on the Saturday" where no noun does ("on the Saturday train")."""
_GRAMMAR = (
    r"(?:was|is|has|does|as|its|his|this|us|thus|across|always|perhaps|besides|towards|onwards|plus|minus|versus"
    r"|less)\b"
)
_PLURAL = rf"(?:s| (?!{_GRAMMAR})[a-z]+s\b|,\d|\.\d| (?:people|men|women|children))"
NO_COUNT = rf"(?!{_PLURAL}| that (?:were|are|have)\b| (?:to|and|or) \d{{4}}{_PLURAL})"
"""What follows four figures that are a year and no number of things."""
_NO_THINGS = (
    r"(?=[,.;)]|$| (?:the|an?(?! (?:day|week|month|year|head)\b)|and|by|when|but|it|he|she|they|was|were)\b)"
)
OLD = rf"1[0-4]\d\d{_NO_THINGS}"
"""A year before 1500 that follows a month."""
OLD_YEAR = (
    r"(?:(?<=[Ii]n )|(?<=\bis of )|(?<=\bwas of )|(?<=\bdates from )|(?<=\bdating from )|(?<=[Cc]irca )"
    rf"|(?<=\AAround )|(?<=[.!?] Around ))1[0-4]\d\d{_NO_THINGS}"
)
FIGURES_OF = (
    r"averages?|figures?|totals?|levels?|inflation|unemployment|rainfall|temperatures?|sales|output|exports?|imports?"
    r"|increase|fall|rise|drop|decline|reading|numbers?|data|match|meeting|hearing|vote|ballot|poll|polls|payroll"
)
"""What a month may have, and a person of the same name hardly."""
DEEDS = (
    r"(?:by-)?elections?|referendum|vote|census|budget|report|survey|season|edition|study|book|film|novel|album|case|trial"
    r"|attacks?|war|coup|uprising|revolution|invasion|protests?|riots?|massacre|bombing|shooting|strike|crisis|crash"
    r"|earthquake|flood|floods|fire|hurricane|tsunami|drought|famine|epidemic|pandemic|outbreak|eruption|disaster"
    r"|agreements?|accords?|treaty|pact|deal|law|act|constitution|reforms?|resolution|summit|conference|talks"
    r"|campaign|festival|tournament|championships?|games|race|harvest|figures|results|accounts|annual|presidential"
    r"|general|parliamentary|local|winter|summer|spring|autumn|manifesto|debut|memoir|speech|merger|takeover|tour"
    r"|olympics|olympic|paralympics|world cup|grand prix|primary|primaries|convention|inauguration|handover|annexation"
    r"|armistice|siege|battle|raid|murders?|killings?|verdict|ruling|judgment|directive|amendment|bill|recession"
    r"|atrocit(?:y|ies)"
    r"|declaration|charter|communiqu[eé]|protocol|memorandum|statute|covenant|proclamation|decree|petition|white paper"
    r"|fair|parade|regatta|carnival|concert|gala|rally|derby|marathon|statement|fundraiser"
    r"|downturn|bailout|mutiny|rebellion|putsch|blackout|heatwave"
)
"""What a year before it belongs to ("the 2019 election"); before anything else four figures may be a number."""
SIZES = (
    r"(?:met(?:re|er)|mile|yard|foot|feet|inch|acre|hectare|kilo\w*|gram\w*|ton|tonne|pound|dollar|euro|crown|word|page|seat"
    r"|room|bed|strong|square|cubic|model|version|range|litre|volt|watt|horsepower|calorie|mark|level|barrier|figure|total|limit|threshold"
    r"|odd|plus|or|and|per|percent|in|men|women|people|children|vote|point|member|ship|kilometre|km|kg|hp|cc|rpm)"
)
"""What a number before it measures or counts: a 2000 metre race is of no year."""
KIND = (
    r"(?:(?:[A-Z][\w.’'-]*|drone|car|bus|train|plane|mass|terror|school|world|national|federal|state"
    r"|civil|labour|labor) ){0,3}"
)
"""What may stand between a year and what happened in it: "the 1931 Varn drone attack"."""
