"""Utterances of different days stay apart; what is undated joins only where one day can be meant."""

from __future__ import annotations

import pytest

from checker import parse
from checker.model import Document, Interval, Quotation, Span, TimeExpression
from checker.quotation import variants
from checker.quotation.moments import Moment, far, near_before, parted, together
from checker.quotation.pieces import quoted_pieces
from tests.unit.quotation_texts import document, said

WORDS = "“We see no reason to dredge the harbour this year,”"
MAY = f"{WORDS} Lena Orlo said on May 3."
JUNE = f"{WORDS} Lena Orlo said on June 7."
LEAD = f"Lena Orlo met the pilots on May 3. {WORDS} she told them."
UNDATED = f"{WORDS} said Lena Orlo."
DAYS = {"May 3": "2031-05-03", "May 4": "2031-05-04", "June 7": "2031-06-07", "2029": "2029"}


def joined(*texts: str, printed: str | None = None) -> list[list[str]]:
    """The documents of each quotation; the last text is printed on the day given."""
    documents = tuple(_printed(document(text, name), None) for name, text in zip("abcd", texts, strict=False))
    documents = (*documents[:-1], _printed(documents[-1], printed))
    spoken = tuple(said(d.doc, piece, speaker="orlo") for d in documents for piece in quoted_pieces(d))
    times = tuple(time for d in documents for time in _times(d))
    found: tuple[Quotation, ...] = variants.run(documents, spoken, tuple(map(parse.run, documents)), times)
    return [sorted(v.span.doc for v in q.variants) for q in found]


def _printed(one: Document, day: str | None) -> Document:
    fields = {name: getattr(one, name) for name in one.__slots__}
    return Document(**{**fields, "published": Interval(day, day, "stated") if day else None})


def _times(one: Document) -> list[TimeExpression]:
    return [
        TimeExpression(Span(one.doc, start, start + len(words)), day, day, None, "absolute", "time.date")
        for words, day in DAYS.items()
        if (start := one.text.find(words)) >= 0
    ]


JOINED = [
    ((MAY, MAY), None, [["a", "b"]]),
    ((MAY, JUNE), None, []),
    ((MAY, MAY.replace("May 3", "May 4")), None, [["a", "b"]]),
    ((LEAD, JUNE), None, []),
    ((LEAD, MAY), None, [["a", "b"]]),
    # What was printed before a day was not said on it.
    ((JUNE, UNDATED), "2031-05-05", []),
    ((JUNE, UNDATED), "2031-06-09", [["a", "b"]]),
    # Two days can be meant, or only one is fresh.
    ((MAY, JUNE, UNDATED), "2031-12-01", []),
    ((MAY, JUNE, UNDATED), "2031-06-08", [["b", "c"]]),
    # A day to come, of a text that is printed before it, is the one a week ago.
    ((MAY, UNDATED.replace("Orlo.", "Orlo on June 7.")), "2031-06-03", []),
    # Long after, only the same words count.
    ((MAY, WORDS.replace("this year", "in autumn") + " said Orlo."), "2031-09-01", []),
    ((MAY, WORDS.replace("this year", "in autumn") + " said Orlo."), "2031-05-20", [["a", "b"]]),
    ((MAY, UNDATED), "2031-09-01", [["a", "b"]]),
    # A day inside the words is not when they were said.
    (("“In May 3 years were lost for the pilots of Varn,” Orlo said.",
      "“In May 3 years were lost for the pilots of Varn,” Orlo said on June 7."), None, [["a", "b"]]),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "printed", "expected"), JOINED)
def test_the_day_parts_or_joins(
    texts: tuple[str, ...], printed: str | None, expected: list[list[str]]
) -> None:
    assert joined(*texts, printed=printed) == expected


def test_moments_are_compared_by_days() -> None:
    monday, tuesday, friday = (Moment(((day, day),), 110) for day in (100, 101, 104))
    assert not parted(monday, tuesday)
    assert parted(monday, friday)
    assert together(monday, monday)
    assert not together(monday, Moment(((90, 120),)))
    assert near_before(monday, Moment(latest=102))
    assert not near_before(monday, Moment(latest=140))
    assert not parted(Moment(), monday)
    assert far(monday, Moment(latest=200))
    assert not far(monday, Moment(latest=120))
    assert not far(monday, Moment())
