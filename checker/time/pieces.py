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
COUNTED = rf"(?P<count>{w.COUNT}) {UNIT}"
LEAD = (
    r"(?:in|by|since|until|till|from|to|through|during|of|between|before|after|for|around|throughout|circa)"
)
NAMED = rf"(?:week|month|year|weekend|quarter|decade|century|{w.DAYPART}|{w.SEASON}|{w.MONTH}|{w.DAYNAME})"
SIDE = r"(?i:earlier|later|early|late|mid)"
HALF = r"(?i:(?:the )?(?:first|second) half )"
THIRD = r"(?P<part>(?i:(?:the )?(?:early|mid|late))[ -])?"
SEASON_PART = (
    r"(?P<part>(?i:(?:the )?(?:early|mid|late|(?:beginning|start|middle|end|(?:first|second) half) of))[ -])?"
)
HOUR = rf"(?: (?P<hour>{w.DAYPART})(?!s))?"
PROVERBIAL = r"(?:news|man|men|woman|women|people)\b(?! (?:that|of|from)\b)"
"""What "yesterday's" and "today's" tell nothing of a day before."""
NOUN_AFTER = r"(?P<noun> (?:[\w’'-]+ ?){1,6})"
PRONOUN = r"(?:he|she|they|it|we)\b"
CLAUSE = r"[,.;)]|$| (?:the|an?|his|her|its|their|another|in|on|at|came|he|she|they|it|we)\b"
"""What may follow "two days after that" where no noun does ("after that meeting")."""
NO_NOUN = (
    r"[,.;:)]|$| [-–—]| (?:and|but|when|while|where|as|at|with|in|on|of|for|he|she|it|we|they|the|his|her|its|their"
    r"|was|were|had|is|did|after|before|again|because|around|near|to|until|from|a|an)\b"
)
"""What may follow "on the 29th" or "on the Saturday" where no noun does ("on the Saturday train")."""
_GRAMMAR = r"(?:was|is|has|does|as|its|his|this|us|thus|across|always|perhaps|besides|towards|plus|minus|versus|less)\b"
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
    r"elections?|referendum|vote|census|budget|report|survey|season|edition|study|book|film|novel|album|case|trial"
    r"|attacks?|war|coup|uprising|revolution|invasion|protests?|riots?|massacre|bombing|shooting|strike|crisis|crash"
    r"|earthquake|flood|floods|fire|hurricane|tsunami|drought|famine|epidemic|pandemic|outbreak|eruption|disaster"
    r"|agreements?|accords?|treaty|pact|deal|law|act|constitution|reforms?|resolution|summit|conference|talks"
    r"|campaign|festival|tournament|championships?|games|race|harvest|figures|results|accounts|annual|presidential"
    r"|general|parliamentary|local|winter|summer|spring|autumn|manifesto|debut|memoir|speech|merger|takeover|tour"
    r"|olympics|olympic|paralympics|world cup|grand prix|primary|primaries|convention|inauguration|handover|annexation"
    r"|armistice|siege|battle|raid|murders?|killings?|verdict|ruling|judgment|directive|amendment|bill|recession"
    r"|downturn|bailout|mutiny|rebellion|putsch|blackout|heatwave"
)
"""What a year before it belongs to ("the 2019 election"); before anything else four figures may be a number."""
KIND = (
    r"(?:(?:[A-Z][\w.’'-]*|drone|car|bus|train|plane|mass|terror|school|world|national|federal|state"
    r"|civil|labour|labor) ){0,3}"
)
"""What may stand between a year and what happened in it: "the 1931 Varn drone attack"."""
