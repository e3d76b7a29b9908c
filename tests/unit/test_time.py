"""Time expressions: where they are, which days they mean, and what they hang on."""

from __future__ import annotations

import re
import time as clock
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import time
from checker.model import Block, Document, Interval, Parse, QuotedSpan, Range, Rule, TimeExpression


def document(text: str, published: str | None = None, markup: tuple[Range, ...] = ()) -> Document:
    day = Interval(published, published, "stated") if published else None
    blocks = tuple(Block(*m.span(), "paragraph") for m in re.finditer(r"[^\n]+", text))
    return Document(
        "d", "d", "", "", "t", "text/plain", None, None, None, day, "en", "secondary", ((0, len(text)),), (), text,
        blocks=blocks, markup=markup,
    )  # fmt: skip


def parse(text: str) -> Parse:
    paragraphs = tuple(m.span() for m in re.finditer(r"[^\n]+", text))
    quoted = tuple(
        QuotedSpan(*m.span(), (m.start() + 1, m.end() - 1), closed=True)
        for m in re.finditer(r"“[^”]*”", text)
    )
    return Parse("d", (), (), (), quoted, paragraphs)


def run(text: str, published: str | None = None) -> tuple[TimeExpression, ...]:
    return time.run(document(text, published), parse(text))


def read(text: str, published: str | None = None) -> list[tuple[str, str | None, str | None, str]]:
    return [(t.span.of(text), t.from_, t.to, t.basis) for t in run(text, published)]


def day(words: str, iso: str | None, basis: str = "absolute") -> tuple[str, str | None, str | None, str]:
    return words, iso, iso, basis if iso else "unknown"


ABSOLUTE = [
    ("The flood in 1987 was long", [("1987", "1987-01-01", "1987-12-31", "absolute")]),
    ("Built in 1987 as a mill", [("1987", "1987-01-01", "1987-12-31", "absolute")]),
    ("A fleet of 1987 ships", []),
    ("It opened on March 3, 1998.", [day("March 3, 1998", "1998-03-03")]),
    ("Sunday, 3rd of May 1998, was dry", [day("Sunday, 3rd of May 1998", "1998-05-03")]),
    ("(2011-12-31)", [day("2011-12-31", "2011-12-31")]),
    ("It was built on February 30, 1998", [day("February 30, 1998", None)]),
    ("from May 3–5, 1998, on", [("May 3–5, 1998", "1998-05-03", "1998-05-05", "absolute")]),
    (
        "see May 6, 10 and 12, June 1, 1998",
        [
            day("May 6", "1998-05-06"),
            day("10", "1998-05-10"),
            day("12", "1998-05-12"),
            day("June 1, 1998", "1998-06-01"),
        ],
    ),
    (
        "in March and early April of 1998",
        [("March and early April of 1998", "1998-03-01", "1998-04-10", "absolute")],
    ),
    ("at the end of June 1998", [("the end of June 1998", "1998-06-21", "1998-06-30", "absolute")]),
    (
        "in May and June 1998 and in August 1998",
        [
            ("May and June 1998", "1998-05-01", "1998-06-30", "absolute"),
            ("August 1998", "1998-08-01", "1998-08-31", "absolute"),
        ],
    ),
    ("since 1998 the", [("since 1998", "1998-01-01", None, "absolute")]),
    ("the winter of 1998 was", [("the winter of 1998", "1998-12-01", "1999-02-28", "absolute")]),
    ("in the 1890s", [("the 1890s", "1890-01-01", "1899-12-31", "absolute")]),
    ("He paid 2000 crowns to 1500 people; march on, it may rain", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), ABSOLUTE)
def test_absolute(text: str, expected: list[tuple[str, str | None, str | None, str]]) -> None:
    assert read(text) == expected


# 14 May 2008 was a Wednesday.
PUBLISHED = [
    ("They voted on Tuesday.", "Tuesday", "2008-05-13", "2008-05-13"),
    ("They voted on Wednesday.", "Wednesday", "2008-05-14", "2008-05-14"),
    ("They voted last Wednesday.", "last Wednesday", "2008-05-07", "2008-05-07"),
    ("It fell yesterday.", "yesterday", "2008-05-13", "2008-05-13"),
    ("It fell last week.", "last week", "2008-05-05", "2008-05-11"),
    ("Earlier this year it fell.", "Earlier this year", "2008-01-01", "2008-05-14"),
    ("It fell last month.", "last month", "2008-04-01", "2008-04-30"),
    ("In a letter last April she", "last April", "2008-04-01", "2008-04-30"),
    ("In a letter last June she", "last June", "2007-06-01", "2007-06-30"),
    ("In March it was over.", "March", "2008-03-01", "2008-03-31"),
    ("It rained on March 27.", "March 27", "2008-03-27", "2008-03-27"),
    ("It rained on August 27.", "August 27", "2007-08-27", "2007-08-27"),
    ("Ten years ago it rained.", "Ten years ago", "1998-01-01", "1998-12-31"),
    ("Three days ago it rained.", "Three days ago", "2008-05-11", "2008-05-11"),
]


@pytest.mark.parametrize(("text", "words", "first", "last"), PUBLISHED)
def test_counted_from_the_document(text: str, words: str, first: str, last: str) -> None:
    assert read(text, "2008-05-14") == [(words, first, last, "document date")]
    assert read(text) == [(words, None, None, "unknown")]


TOLD = [
    ("On May 3, 1998, it fell. Two days later, it rose.", "Two days later", "1998-05-05"),
    ("On May 3, 1998, it fell. The next day it rose.", "The next day", "1998-05-04"),
    ("On May 3, 1998, it fell. The same day it rose.", "The same day", "1998-05-03"),
    ("On May 3, 1998, it fell. It rose on June 9.", "June 9", "1998-06-09"),
    ("On December 3, 1998, it fell. It rose on January 9.", "January 9", "1999-01-09"),
    ("The siege began on May 3, 1998. On the second day of the siege", "the second day of the siege", "1998-05-04"),
    ("the May 3, 1998, Varnish invasion. The war’s third day", "The war’s third day", "1998-05-05"),
    ("On May 3, 1998, Oland invaded Varn. The day after the invasion", "The day after the invasion", "1998-05-04"),
    ("On May 3, 1998, the town held a vote. That Tuesday", "That Tuesday", "1998-05-05"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "expected"), TOLD)
def test_counted_from_a_date_told_before(text: str, words: str, expected: str) -> None:
    found = run(text)[-1]
    assert (found.span.of(text), found.from_, found.to, found.basis) == (
        words,
        expected,
        expected,
        "text anchor",
    )
    assert found.anchor is not None
    assert "1998" in found.anchor.of(text)


UNSURE = [
    ("On Black Friday and Super Tuesday shops open.", []),
    ("It fell on the second day of the war. The next day it rose.", [None, None]),
    ("On May 3, 1998, “two days later” was said, “today” too.", ["1998-05-03", None, None]),
    ("In December 1998 it fell. By October it rose.", ["1998-12-01", None]),
    (
        "On May 3, 1998, it fell. In August 1998 it rose. Two days later it fell.",
        ["1998-05-03", "1998-08-01", None],
    ),
    ("It fell after Sept. 11 and rose.", [None]),
    ("The war began on May 3, 1998. The war began on May 4, 1999. The war’s third day", None),
]


@pytest.mark.parametrize(("text", "expected"), UNSURE)
def test_what_is_not_certain_stays_unknown(text: str, expected: list[str | None] | None) -> None:
    found = [t.from_ for t in run(text)]
    assert (found if expected is not None else found[-1:]) == (expected if expected is not None else [None])


def test_quoted_words_do_not_hang_on_the_day_of_publication() -> None:
    assert read("“It fell yesterday, or last week,” she wrote in her diary.", "2008-05-14") == [
        ("yesterday", None, None, "unknown"),
        ("last week", None, None, "unknown"),
    ]


@pytest.mark.parametrize("rule", time.RULES, ids=lambda rule: rule.id)
def test_rule_examples(rule: Rule) -> None:
    for example in rule.examples:
        found = [t.span.of(example.text) for t in run(example.text, "2008-05-14") if t.rule == rule.id]
        assert found == list(example.finds)


@pytest.mark.parametrize(
    "text",
    [
        "Before AD 1 nobody wrote.",
        "Before the first century nobody wrote.",
        "On the first day of the first century it rained. That weekend it snowed. The previous winter was dry.",
        "In the year 9999/00 it fell.",
        "After AD 9999, in the last week of AD 9999, it fell. That winter it froze.",
    ],
)
def test_the_ends_of_the_calendar_do_no_harm(text: str) -> None:
    known = [t for t in run(text, "2008-05-14") if t.from_ or t.to]
    assert [t.span.of(text) for t in known] == ["the first day of the first century"] * ("On" in text)


def test_markup_is_not_read() -> None:
    text = "On [February](#) 3, 1998, it fell."
    found = time.run(document(text, markup=((3, 4), (12, 16))), parse(text))
    assert [(t.span.of(text), t.from_) for t in found] == [("February](#) 3, 1998", "1998-02-03")]


def test_a_long_line_takes_no_quadratic_time() -> None:
    start = clock.process_time()
    run("On May 3, 1998, it fell; two days later, the “rain. " * 1500)
    run("the the1 " * 8000 + "1998-" * 8000)
    assert clock.process_time() - start < 8


WORDS = [
    "May",
    "March",
    "3",
    "12",
    "1998",
    "the",
    "second day",
    "of",
    "war",
    "’s",
    "–",
    "“",
    "”",
    "\n",
    "two",
    "days later",
    "the eve of",
    "a fortnight",
    "a week",
    "on",
    "ago",
    "last",
    "next",
    "Saturday",
    "Easter",
    "before",
    "within",
    "Tuesday",
    "😀",
]


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=25))
def test_spans_are_exact_and_ordered(words: list[str]) -> None:
    text = " ".join(words)
    found = run(text, "2008-05-14")
    assert all(t.span.of(text).strip() == t.span.of(text) != "" for t in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all((t.from_ is None and t.to is None) == (t.basis == "unknown") for t in found)


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        # the day of the week decides between two years
        ("They met on Monday 28 February.", "2023-02-28", ("Monday 28 February", "2022-02-28")),
        ("They met on Thursday 3 March.", "2023-02-28", ("Thursday 3 March", "2022-03-03")),
        ("They met on Tuesday 28 February.", "2023-02-28", ("Tuesday 28 February", "2023-02-28")),
        ("They met on Friday 28 February.", "2023-02-28", ("Friday 28 February", "2023-02-28")),
        # a day without its month
        ("It rained on 14 May 1998. On the 29th, they left.", None, ("the 29th", "1998-05-29")),
        ("It rained on 14 May 1998. On the 2nd they had left.", None, ("the 2nd", "1998-05-02")),
        # the weekday of a story
        (
            "It rained on 14 May 1998. On the Saturday it snowed.",
            "2003-02-28",
            ("the Saturday", "1998-05-16"),
        ),
    ],
)
def test_days_are_found_by_their_week_and_by_their_story(
    text: str, published: str | None, expected: tuple[str, str]
) -> None:
    assert expected in [(words, first) for words, first, _, _ in read(text, published)]


@pytest.mark.parametrize(
    "text",
    [
        "She was free on a Monday.",
        "They play every Sunday.",
        "He lives on the 29th floor.",
        "On the 3rd attempt they left.",
    ],
)
def test_no_day_of_the_story(text: str) -> None:
    assert [t for t in run(text, "2003-02-28") if t.from_] == []


STORY = [
    # a month of another year, named in passing in an earlier paragraph, does not move the story
    (
        "The strike began on 3 May 1998. On 9 May the port closed. A play of June 2007 tells of it.\n"
        "On 2 July the crews returned.",
        "2008-11-14",
        ("2 July", "1998-07-02"),
    ),
    # in the same paragraph the other year may as well be the one that goes on
    (
        "The strike began on 3 May 1998. On 9 May the port closed. A play of June 2007 tells of it. "
        "On 2 July the crews returned.",
        "2008-11-14",
        ("2 July", None),
    ),
    # a full date may begin another story
    (
        "The strike began on 3 May 1998. On 9 May the port closed.\nA new one began on 4 June 2007.\n"
        "On 2 July the crews returned.",
        "2008-11-14",
        ("2 July", None),
    ),
    # days between the two ends of a stretch
    (
        "Between the end of February and the middle of April 1998 they met often.\nThey met on 28 February.",
        "2008-11-14",
        ("28 February", "1998-02-28"),
    ),
    # no other year is set: the latest such day
    ("The strike began on 3 May.", "2008-11-14", ("3 May", "2008-05-03")),
    # a year named by itself may be that of the day
    ("In 2006 the two towns met. On 3 May they agreed.", "2008-11-14", ("3 May", None)),
    ("In 2006 the two towns met. On 3 November they met again.", "2008-11-14", ("3 November", "2008-11-03")),
    # the words of the research are not those of the story
    (
        "The strike began on 3 May 1998. On 9 May the port closed. “Why then?” I asked the mayor in July.",
        "2008-11-14",
        ("July", None),
    ),
    ("The strike began on 3 May 1998. The mayor told this newspaper in July.", "2008-11-14", ("July", None)),
    # a text that looks back over years
    ("Two years later, she keeps goats. The port closed on 3 May.", "2008-07-14", ("3 May", None)),
    ("A year ago today the port closed.", "2008-11-14", ("A year ago today", "2007-11-14")),
    # a month as a heading
    (
        "The strike began on 3 March 1998.\nApril\nIn the first days of that month it rained.",
        None,
        ("April", "1998-04-01"),
    ),
    (
        "It began on 3 March 1998.\nApril\nWhen this month began, it rained.",
        "2008-11-14",
        ("this month", None),
    ),
    # a dateline is not part of the story
    (
        "The Arden Herald, 14 November 2008\nThey telephoned on the Sunday.",
        "2008-11-14",
        ("the Sunday", None),
    ),
    (
        "It rained on 3 May 1998. It snowed the next morning.",
        "2008-11-14",
        ("the next morning", "1998-05-04"),
    ),
]


@pytest.mark.parametrize(("text", "published", "expected"), STORY)
def test_a_day_without_a_year_goes_on_with_the_story(
    text: str, published: str | None, expected: tuple[str, str | None]
) -> None:
    assert expected in [(words, first) for words, first, _, _ in read(text, published)]
