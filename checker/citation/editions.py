"""Of which day is what an outlet is said to have printed, where the day does not follow the verb."""

from __future__ import annotations

import re

from checker.citation.dates import MONTH, WEEKDAY, When, following
from checker.model import Document

_EDITION = re.compile(
    rf"\b[Ii]n (?:its|their|the) (?P<day>{WEEKDAY}|\d{{1,2}} {MONTH}|{MONTH} \d{{1,2}}) "
    rf"(?:edition|issue),(?: the| its)?"
    r"(?: [A-Z]?[\w-]+){0,3} ?$"
)
_PRINTED = re.compile(
    r"\b(?:first (?:reported|wrote|revealed)|wrote|ran|carried|published|printed|aired|broadcast|showed)$"
)
_THING = re.compile(
    r"(?: (?!(?:that|had|was|were|is|has|have|would|will|could|who|which|when|after|"
    r"as|how|why|whether|and)\b)[\w’'-]+){1,8}?"
    rf"(?= (?:on {WEEKDAY}|in (?:19|20)\d\d|in {MONTH}|last (?:week|month|year))\b)"
)


def dated(document: Document, text: str, begin: int, said: int) -> When | None:
    """The day of an edition before, or of what was printed behind: `wrote about the lease in 2014`."""
    if edition := _EDITION.search(text, max(0, begin - 60), begin):
        when = following(f" {edition['day']}", 0, document)
        return When(said, said, when.iso) if when else None
    thing = _THING.match(text, said) if _PRINTED.search(text, begin, said) else None
    when = following(text, thing.end(), document) if thing else None
    return When(said, said, when.iso) if when and when.iso else None
