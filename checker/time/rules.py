"""What each form of a time expression means, with examples."""

from checker.model import Example, Rule
from checker.time.raw import Raw

_BY_FORM = {
    "numbers": "date",
    "numbered": "period",
    "months": "month",
    "week": "deictic",
    "stretch": "deictic",
    "nth": "part",
    "weekof": "part",
    "lasting": "range",
    "ending": "range",
    "then": "bound",
    "same": "offset",
    "rest": "deictic",
}
"""Form -> the rule that it is reported under, where the two differ."""


def _rule(kind: str, title: str, says: str, *examples: tuple[str, str]) -> Rule:
    return Rule(f"time.{kind}", title, says, tuple(Example(text, (finds,)) for text, finds in examples))


RULES = (
    _rule(
        "date",
        "A day of a month",
        "A date; without a year it takes that of a date told shortly before, or the nearest by the tense to the "
        "document's own date. All-number dates that can be read two ways stay unknown.",
        ("The bridge at Varn was opened on 4 May 1998.", "4 May 1998"),
        ("She left on Monday, October 3, 2011, by sea.", "Monday, October 3, 2011"),
    ),
    _rule(
        "month",
        "A month, or a part of one",
        "A month with its year, or that of a date told shortly before; early, mid and late are thirds.",
        ("The mill burned in early April of 1987.", "early April of 1987"),
        ("In October 2003 the lake was dry.", "October 2003"),
    ),
    _rule(
        "year",
        "A year",
        "A year after a preposition, from its first to its last day.",
        ("Nobody lived there in 1954.", "1954"),
        ("In late 2010 the company moved.", "late 2010"),
    ),
    _rule(
        "decade",
        "A decade",
        "A decade named by its first year counts from the first day of its ten years to the last.",
        ("It was built in the 1930s.", "the 1930s"),
        ("Trade fell in the late 1970s.", "the late 1970s"),
    ),
    _rule(
        "season",
        "A season",
        "Three months, by the northern calendar; a winter bears the year in which it begins.",
        ("They met in the spring of 2004.", "the spring of 2004"),
        ("In autumn 1990 the harvest was poor.", "autumn 1990"),
    ),
    _rule(
        "weekday",
        "A day of the week",
        "The last such day up to the document's date, or the next one where the verb looks ahead; unknown where no "
        "verb tells.",
        ("The council voted on Tuesday.", "Tuesday"),
        ("The court will meet on Friday morning.", "Friday morning"),
    ),
    _rule(
        "deictic",
        "A time seen from the document's date",
        "Today, last month, earlier this year: counted from the document's date; in quotations from the day on "
        "which the sentence says that they were said, or where any of the days before publication gives the same; else "
        "unknown.",
        ("The museum reopened yesterday.", "yesterday"),
        ("Earlier this year the ferry sank.", "Earlier this year"),
    ),
    _rule(
        "period",
        "A quarter or a century",
        "Quarters of the calendar year, and centuries; those of a business year stay unknown.",
        ("Sales fell in the third quarter of 2009.", "the third quarter of 2009"),
        ("The tower is of the 15th century.", "the 15th century"),
    ),
    _rule(
        "holiday",
        "A named day of the year",
        "Days that have a name and keep their date, or move with the western Easter; the nearest by the tense.",
        ("The ice broke on New Year's Day.", "New Year's Day"),
        ("They marched on May Day 1921.", "May Day 1921"),
    ),
    _rule(
        "part",
        "A day, week or weekend within a longer time",
        "The first Monday, the last two weeks, the week ending: counted from the ends of what they are part of.",
        ("It opened on the first Monday of May 1921.", "the first Monday of May 1921"),
        ("In the week ending 4 May 1921 nine were born.", "the week ending 4 May 1921"),
    ),
    _rule(
        "range",
        "From one time to another",
        "Both ends included; two times joined by “and” are one where the second follows on the first.",
        ("The fair ran from 3 May to 9 June 1921.", "from 3 May to 9 June 1921"),
        ("Between 1911 and 1921 the town doubled.", "Between 1911 and 1921"),
    ),
    _rule(
        "bound",
        "A time up to or from another",
        "By and until reach to the last day, since and from begin with the first, before and after leave it out; the "
        "other end stays open.",
        ("The mine has burned since 1921.", "since 1921"),
        ("Before May 1921 there was no bridge.", "Before May 1921"),
    ),
    _rule(
        "beside",
        "A time counted from one that is named with it",
        "Two days after Christmas, the eve of 4 May, the day before yesterday.",
        ("Two days after 4 May 1921 he sailed.", "Two days after 4 May 1921"),
        ("On the eve of 4 May 1921 he wrote home.", "the eve of 4 May 1921"),
    ),
    _rule(
        "offset",
        "A time counted from a date told before",
        "Two days later, the next day: counted from the nearest day told before, else unknown; “ago” and “from now” "
        "are counted from the document's date.",
        ("Three weeks later the strike was over.", "Three weeks later"),
        ("The next day it rained.", "The next day"),
    ),
    _rule(
        "event",
        "A time counted from something that the text dates",
        "The day after the siege began, the eve of the vote: where the text gives the day of the siege or the vote.",
        ("The siege began on 4 May 1720. Five days after the siege, rain fell.", "Five days after the siege"),
        ("The June 2, 1911, strike was long. A week into the strike, shops shut.", "A week into the strike"),
    ),
    _rule(
        "ordinal",
        "The nth day of something",
        "The second day of the siege: known where the text gives the day that the siege began.",
        ("Snow fell on the second day of the siege.", "the second day of the siege"),
        ("On the festival's third day a stage broke.", "the festival's third day"),
    ),
)


def rule_of(raw: Raw) -> str:
    """The rule that a form is reported under."""
    return raw.of[0].kind if raw.kind == "within" else _BY_FORM.get(raw.kind, raw.kind)
