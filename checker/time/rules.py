"""What each form of a time expression means, with examples."""

from checker.model import Example, Rule


def _rule(kind: str, title: str, says: str, *examples: tuple[str, str]) -> Rule:
    return Rule(f"time.{kind}", title, says, tuple(Example(text, (finds,)) for text, finds in examples))


RULES = (
    _rule(
        "date",
        "A day of a month",
        "A date; without a year it takes that of a date told shortly before, or of the document's own date.",
        ("The bridge at Varn was opened on 4 May 1998.", "4 May 1998"),
        ("She left on Monday, October 3, 2011, by sea.", "Monday, October 3, 2011"),
    ),
    _rule(
        "month",
        "A month, or a part of one",
        "A month with its year, or that of a date told shortly before; early, mid and late are thirds.",
        ("The mill burned in early April of 1987.", "early April of 1987"),
        ("By October 2003 the lake was dry.", "October 2003"),
    ),
    _rule(
        "year",
        "A year",
        "A year after a preposition, from its first to its last day.",
        ("Nobody had lived there since 1954.", "1954"),
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
        "Three months, by the northern calendar; a winter begins in December of the year before.",
        ("They met in the spring of 2004.", "spring of 2004"),
        ("The autumn 1990 harvest was poor.", "autumn 1990"),
    ),
    _rule(
        "weekday",
        "A day of the week",
        "The last such day up to the document's date, or the next one after will, due and the like.",
        ("The council voted on Tuesday.", "Tuesday"),
        ("The court will meet on Friday morning.", "Friday morning"),
    ),
    _rule(
        "deictic",
        "A time seen from the document's date",
        "Today, last month, earlier this year: counted from the document's date; unknown in quotations.",
        ("The museum reopened yesterday.", "yesterday"),
        ("Earlier this year the ferry sank.", "Earlier this year"),
    ),
    _rule(
        "offset",
        "A time counted from a date told before",
        "Two days later, the next day: counted from the nearest day told before, else unknown.",
        ("Three weeks later the strike was over.", "Three weeks later"),
        ("The next day it rained.", "The next day"),
    ),
    _rule(
        "event",
        "A time counted from something that the text dates",
        "The day after the siege began, where the text gives the day that the siege began.",
        ("The siege began on 4 May 1720. Five days after the siege, rain fell.", "Five days after the siege"),
        ("The June 2, 1911, strike was long. A week into the strike, shops shut.", "A week into the strike"),
    ),
    _rule(
        "ordinal",
        "The nth day of something",
        "The second day of the siege: known where the text gives the day that the siege began.",
        ("Snow fell on the second day of the siege.", "the second day of the siege"),
        ("On the festival's third day a stage broke.", "festival's third day"),
    ),
)
