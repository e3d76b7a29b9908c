"""Words that make a time an end or a beginning: "since early May", "by noon on Friday"."""

from __future__ import annotations

import re

from checker.time.raw import Raw

_WINDOW = 60
"""Characters before a time in which such words stand."""
CLOCK = (
    r"(?:(?:about |around )?(?:\d{1,2}(?:[.:]\d\d)?(?: ?[ap]\.?m\.?| ?hours| GMT)?|noon|midnight|midday|dawn|dusk"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"(?: o['’]clock| in the (?:morning|afternoon|evening)| at night)"
    r"|nightfall|sunrise|sunset|lunchtime|daybreak|close of (?:business|play|trading)))"
)
"""An hour, as it may stand beside a day."""
BETWEEN = (
    rf"(?:(?:at least|after|at the (?:latest|earliest)|about|around|roughly|{CLOCK}(?: local time)?(?: on| of)?"
    r"|(?:the )?(?:early (?:hours|morning|evening)|small hours|morning|afternoon|evening|night|eve)(?: of| on)?"
    r"|late(?: on)?|early(?: on)?|this time) (?:the )?)?"
)
"""What may stand between a word that bounds a time and the time: an hour, or how sure it is."""
_REACHING = frozenset({"until", "since", "from"})
"""Bounds at which an hour may stand; what is after dawn on a day is on that day."""
_HOUR = re.compile(r"\b(?:morning|afternoon|evening|night)")
_LAST_DAYS = frozenset({"weekday", "date", "holiday"})
"""What something may run "through", the day counted; through a month or night is during it."""
_BOUNDS = tuple(
    (way, re.compile(rf"(?<![\w-])(?:{words})(?: the)? {BETWEEN if way in _REACHING else ''}$"))
    for way, words in (
        (
            "until",
            r"[Bb]y(?: the end of)?|(?:[Uu]p )?[Uu]ntil|[Tt]ill|[Uu]p to(?: and including)?"
            r"|[Nn]ot? later than|[Oo]n or before|[Bb]etween now and",
        ),
        ("until", r"(?<!all )(?<!right )(?<!half)[Tt]hrough"),
        ("before", r"(?<![Nn]ot )[Bb]efore|[Pp]rior to|[Ee]arlier than"),
        ("since", r"(?:[Ee]ver )?[Ss]ince|(?:[Ss]tarting|[Bb]eginning)(?: on| in| from)?|[Oo]n or after"),
        ("since", r"[Ww]ith effect from|[Ee]ffective|[Nn]o earlier than|[Nn]ot before"),
        ("from", r"[Ff]rom"),
        ("as of", r"[Aa]s of"),
        ("after", r"(?:[Ss]hortly |[Ss]oon |[Jj]ust )?[Aa]fter|[Ll]ater than"),
    )
)
_ON = re.compile(r",? (?:onwards?\b|on(?=[,.;)]|$))")
_DATED = frozenset({"date", "month", "year"})
_SINCE_WHAT = re.compile(
    r"\b(?:[Ee]ver )?[Ss]ince (?:the|an?|his|her|its|their) (?:[a-z][\w’'-]+ ){1,3}(?:of|in|on)(?: the)? $"
)
"""Before the day of what something has gone on since: "since the truce of November 2012"."""
_CLOSED = re.compile(r"[.,;:)”]|$")
"""Behind it no verb may stand: "since the deal of 1997 fell through" gives a reason."""
_NOT = re.compile(r"\b(?:not|n['’]t|never|nobody|none|no (?:one|\w+))\b[^.;:]{0,60}$", re.IGNORECASE)


def bounded(text: str, raw: Raw) -> Raw:
    """A time with the words before it that make it an end or a beginning; the time itself where none do."""
    if raw.get("link") or raw.get("way").lower() in {"in", "within"}:
        return raw
    before = text[max(0, raw.start - _WINDOW) : raw.start]
    since = _SINCE_WHAT.search(before) if raw.kind in _DATED and _CLOSED.match(text, raw.end) else None
    if since:
        return Raw("bound", raw.start - len(since.group()), raw.end, {"way": "since"}, (raw,))
    for way, pattern in _BOUNDS:
        match = pattern.search(before)
        named = match and match.group().endswith(" the ") and raw.core.get("month")
        begins = (
            way == "until"
            and match is not None
            and not match.group().lower().startswith(("by ", "no", "on "))
        )
        if (
            match
            and match.group().lower().startswith("through")
            and (raw.kind not in _LAST_DAYS or _HOUR.search(text, raw.start, raw.end))
        ):
            continue
        if match and not named and not (begins and _NOT.search(before[: match.start()])):
            on = _ON.match(text, raw.end) if way == "from" else None
            end = on.end() if on else raw.end
            return Raw("bound", raw.start - len(match.group()), end, {"way": "since" if on else way}, (raw,))
    return raw
