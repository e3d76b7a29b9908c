"""Times of day: one deed at 18:52 in one text and at ten to six in another."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.divergence import figure_rows, places
from checker.divergence.draft import Draft, Facts
from checker.divergence.figure_days import Day, day_of
from checker.divergence.figure_deeds import Deed, governor, reader
from checker.divergence.figure_kin import kindred
from checker.divergence.figure_pairs import aligned, together, too_long
from checker.model import Example, Rule, Span

HALF, DAY = 720, 1440
"""Minutes on the face of a clock, and of a day."""
BUCKET, SHARED, SHOWN = 40, 2, 110
"""Times of one deed that are compared; names and nouns that two sentences share; characters shown as one."""
ROUND = 15
"""Minutes that a time may be off whose minutes are a multiple of this; others are exact to `NEAR` minutes."""
NEAR = 2
SMALL_HOURS = 6
"""The hour before which a night belongs to the coming day: "two at night"."""
_HOURS = ("twelve", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")
_COUNTS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
           "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty")  # fmt: skip
_SMALL = {f"{word} minutes": n for n, word in enumerate(_COUNTS) if word} | {
    "five": 5,
    "ten": 10,
    "quarter": 15,
    "a quarter": 15,
    "twenty": 20,
    "twenty-five": 25,
    "half": 30,
}
_RANGES = frozenset(f"{off} to" for off in ("five", "ten", "twenty", "twenty-five"))
"""Words that also begin a range: "five to ten guests"."""
_COUNTED = "|".join(_COUNTS[1:])
_WORDS = "|".join(_HOURS)
_PART = r"(?:\s*(?P<part>a\.?m\b\.?|p\.?m\b\.?|in the (?:morning|afternoon|evening)|at night))?"
_FIGURES = re.compile(
    rf"\b(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?!\d|[:.]\d|\s*(?:%|percent|million)){_PART}",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"\b(?:at|until|around|about) (?P<hour>\d{{1,2}}|{_WORDS})"
    rf"(?= (?:o[’']clock|a\.?m\b|p\.?m\b|in the (?:morning|afternoon|evening)|at night))(?: o[’']clock)?{_PART}",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    rf"\b(?P<off>a quarter|quarter|half|twenty-five|twenty|ten|five|(?:{_COUNTED}) minutes)"
    rf" (?P<way>past|to|after|before) (?P<hour>{_WORDS})\b{_PART}",
    re.IGNORECASE,
)
_VAGUE = frozenset({
    "before", "after", "by", "until", "till", "since", "from", "between", "past", "around", "about", "towards",
    "toward", "almost", "nearly", "shortly", "roughly", "approximately", "some", "to",
})  # fmt: skip
_LATE, _EARLY = frozenset({"p", "afternoon", "evening", "night"}), frozenset({"a", "morning"})
RULES = (
    Rule(
        "divergence.times-of-day",
        "One deed, two times of day",
        "Texts put one deed of the same persons or things at two times of day. Times given as a bound or roughly, and "
        "times that agree on the face of a clock, are left alone.",
        (
            Example(
                "The Oru bridge fell into the lake at 14:20. / At 15:40 the Oru bridge fell into the lake.",
                ("fell into the lake at 14:20", "15:40 the Oru bridge fell"),
            ),
            Example(
                "Anna Marn left the mill at 6.35 pm by car. / "
                "Anna Marn left the mill at ten past seven in the evening.",
                ("left the mill at 6.35 pm", "left the mill at ten past seven in the evening"),
            ),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Clock:
    """A deed at a time of day: minutes after midnight, of half a day where `sure` is False."""

    span: Span
    minutes: int
    sure: bool
    deed: Deed
    keys: frozenset[str]
    days: tuple[Day, ...]

    def apart(self, other: Clock) -> int:
        """Minutes between two times; on the face of a clock where one does not tell morning from evening."""
        size = DAY if self.sure and other.sure else HALF
        gap = abs(self.minutes - other.minutes) % size
        return min(gap, size - gap)

    def differs(self, other: Clock) -> bool:
        """Whether both cannot be right: minutes that are round may be rounded."""
        rounded = not self.minutes % ROUND or not other.minutes % ROUND
        return self.apart(other) > (ROUND if rounded else NEAR)


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `date`, one a pair of texts and deed."""
    times = places.times(facts)
    read: dict[str, list[Clock]] = {}
    for doc in facts.documents:
        days = [d for t in times.get(doc, ()) if (d := day_of(facts, t))]
        read[doc] = clocks(facts, doc, days)
    found = {(a, b) for a, b, _ in aligned(facts, read)}
    found.update(together(facts, read, lambda row: row.deed.keys, BUCKET))
    shown, drafts = set[Span](), list[Draft]()
    for a, b in sorted(found, key=lambda pair: (pair[0].span, pair[1].span)):
        if _differ(a, b) and not _both(a, b, read) and not {a.span, b.span} & shown:
            shown |= {a.span, b.span}
            drafts.append(_draft(facts, a, b))
    return drafts


def clocks(facts: Facts, doc: str, days: list[Day]) -> list[Clock]:
    """The deeds of the article with a time of day, in text order."""
    parse, document, deeds = facts.parses[doc], facts.documents[doc], reader(facts)
    found = []
    for match in sorted(
        (m for form in (_FIGURES, _BARE, _SPOKEN) for m in form.finditer(document.text)),
        key=lambda m: m.start(),
    ):
        read, sentence = _minutes(match), parse.sentence_at(match.start())
        inside = list(parse.tokens_in(match.start("hour"), match.end()))
        if (
            read is None
            or sentence is None
            or not inside
            or too_long(sentence)
            or _vague(document.text, match.start())
        ):
            continue
        verb = governor(parse, inside[0])
        if verb is None or not document.in_body(match.start(), match.end()):
            continue
        deed = deeds.deed(parse, verb)
        keys = frozenset(k for i in range(sentence.first, sentence.last) if (k := deeds.key(parse, i)))
        low, high = min(match.start(), parse.tokens[verb].start), max(match.end(), parse.tokens[verb].end)
        low, high = (low, high) if high - low <= SHOWN else match.span()
        here = tuple(d for d in days if sentence.start <= d.span.start < sentence.end)
        found.append(Clock(Span(doc, low, high), *read, deed, keys, here))
    return found


def _minutes(match: re.Match[str]) -> tuple[int, bool] | None:
    """Minutes after midnight, and whether morning is told from evening."""
    word = match["hour"].lower()
    hour = int(word) if word.isdigit() else _HOURS.index(word)
    groups = match.groupdict()
    part = {
        w.strip(".")[:1] if w.strip(".") in {"am", "pm", "a.m", "p.m"} else w
        for w in (groups["part"] or "").lower().split()
    }
    minute = int(groups.get("minute") or 0)
    if off := _SMALL.get((groups.get("off") or "").lower()):
        minute = off if groups["way"].lower() in {"past", "after"} else -off
    told = bool(part & (_LATE | _EARLY))
    before = match.string[max(0, match.start() - 24) : match.start()].rsplit(maxsplit=1)[-1:]
    placed = told or [w.lower() for w in before] == ["at"]
    if groups.get("minute") and not told and ("." in match[0][:3] or not placed):
        return None
    if not placed and f"{groups.get('off')} {groups.get('way')}".lower() in _RANGES:
        return None
    if hour > 24 or (told and hour > 12):
        return (hour * 60 + minute, True) if hour < 24 else None
    small = "night" in part and hour % 12 < SMALL_HOURS
    hour = (hour % 12 + (12 if part & _LATE and not small else 0)) if told else hour
    return (hour * 60 + minute) % DAY, told or hour > 12 or (
        bool(groups.get("minute")) and match["hour"].startswith("0")
    )


def _vague(text: str, start: int) -> bool:
    """Whether the words before make the time a bound or a rough one."""
    before = [w.strip("(,").lower() for w in text[max(0, start - 24) : start].split()[-2:]]
    return bool(_VAGUE & set(before))


def _differ(a: Clock, b: Clock) -> bool:
    """One deed at two times: kindred verbs and shared participants."""
    if not a.differs(b) or a.deed.real != b.deed.real or a.deed.clashes(b.deed):
        return False
    if a.days and b.days and all(x.apart(y) for x in a.days for y in b.days):
        return False
    roles = (a.deed.agents | a.deed.patients) & (b.deed.agents | b.deed.patients)
    return kindred(a.deed.lemma, b.deed.lemma) and bool(roles) and len(a.keys & b.keys) >= SHARED


def _both(a: Clock, b: Clock, read: dict[str, list[Clock]]) -> bool:
    """Whether one text also gives the other's time: then there are two deeds."""
    return any(not row.differs(y) for x, y in ((a, b), (b, a)) for row in read[x.span.doc])


def _draft(facts: Facts, a: Clock, b: Clock) -> Draft:
    rows = sorted((a, b), key=lambda row: row.span)
    voices = figure_rows.voices(facts, rows)
    return Draft(
        kind="date",
        importance=3 if voices > 1 else 2,
        weight=4 + voices,
        statement=f"One deed is put at different times of day: {figure_rows.said(facts, rows)}.",
        evidence=tuple(facts.shown(r.span, "gives the time of day") for r in rows),
        rule="divergence.times-of-day",
    )
