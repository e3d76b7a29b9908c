"""Times counted from what happens, as patterns: "a week after the siege", "the second day of the trial"."""

from __future__ import annotations

from checker.time import pieces as p
from checker.time import words as w

FORMS = (
    p.form(
        "event",
        (" before ", " after ", " into ", " following ", " preceding "),
        rf"\b(?:(?P<count>{w.COUNT})|[Tt]he) {p.UNIT}(?P<whole> to the day)?",
        rf" (?P<way>after|before|into|following|preceding){p.NOUN_AFTER}",
    ),
    p.form(
        "event",
        (" before ", " after ", " following ", " preceding "),
        rf"\b[Tt]he (?P<what>{w.DAYPART}|weekend|{w.DAYNAME_ONLY}) (?P<way>after|before|following|preceding)",
        r"(?P<noun> (?=(?:the|his|her|its|their|that|this|he|she|they|it)\b)(?:[\w’'-]+ ?){1,6})",
    ),
    p.form("event", ("eve of",), rf"\b(?:[Tt]he )?(?P<unit>)eve of{p.NOUN_AFTER}"),
    p.form(
        "ordinal",
        (
            "day of",
            "days of",
            "week of",
            "weeks of",
            "month of",
            "months of",
            "night of",
            "nights of",
            "anniversary of",
        ),
        rf"\b[Tt]he (?:very )?{p.NTH_OF} of{p.NOUN_AFTER}",
    ),
    p.form("ordinal", ("day ",), rf"\b[Dd]ay (?P<ordinal>\d{{1,3}}|{w.COUNT})(?P<unit>) of{p.NOUN_AFTER}"),
    p.form(
        "ordinal",
        ("'s ", "’s "),
        rf"(?<![\w-])(?P<noun>(?:[Tt]he )?[\w-]{{2,30}})['’]s {p.NTH_OF}\b",
    ),
    p.form(
        "ordinal",
        ("its ", "their "),
        rf"\b(?P<noun>[Ii]ts|[Tt]heir) {p.NTH_OF}\b",
    ),
    p.form(
        "ordinal",
        (" day",),
        rf"(?P<lead>\b(?i:on|by|until|since|before|after|from) )(?P<noun>)the (?:very )?{p.NTH_OF}\b",
        r"(?! (?:of|trip|return|visit|ticket|pass|release|cricket|centre|school)\b)",
    ),
    p.form(
        "ordinal",
        (" day ",),
        rf"(?P<lead>\b(?:but|and|while) |; |\A|(?<=[.!?] ))(?P<noun>)[Tt]he (?:very )?{p.NTH_OF}",
        r"(?= (?:was|saw|brought|began|drew|had|went|proved|[a-z]+ed)\b)",
    ),
    p.form(
        "ordinal",
        ("day ",),
        rf"(?P<noun>)\b(?:(?<=[Oo]n )d|(?<=[Bb]y )d|D)ay (?P<ordinal>\d{{1,3}}|{w.COUNT})",
        rf"(?P<unit>)(?={p.NO_NOUN}| [a-z]+ed\b)",
    ),
)
