"""What texts cite: forms, places, targets, verdicts."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import citation, extract, parse
from checker.model import Alias, Citation, Document, Example, Parse, Rule
from tests import citing
from tests.unit.test_extract import HOSTILE, RUNNING, snapshot


def cited(text: str, *others: Document, **manifest: str) -> tuple[Document, tuple[Citation, ...]]:
    document = extract.run(snapshot(text, **manifest))
    return document, citing.cited(document, parse.run(document), (document, *others))


def found(text: str, **manifest: str) -> list[tuple[str, str, str | None, str]]:
    document, citations = cited(text, **manifest)
    return [
        (c.form, document.quote(c.span), c.target.outlet if c.target else None, c.verdict) for c in citations
    ]


EXAMPLES = [(rule, example) for rule in citation.RULES for example in rule.examples]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=lambda x: getattr(x, "id", ""))
def test_each_rule_finds_what_its_examples_say(rule: Rule, example: Example) -> None:
    document, citations = cited(example.text)
    words = {document.quote(c.span) for c in citations if c.rule == rule.id}
    assert all(find in example.text and find in words for find in example.finds)


@pytest.mark.parametrize(
    ("text", "records"),
    [
        ("It was late (VC, March 1, 2; see Arden Post, 3 April).", [
            ("VC, March 1", "VC", "--03-01"), ("2", "VC", "--03-02"), ("Arden Post, 3 April", "Arden Post", "--04-03"),
        ]),
        ("So (VC, May 6, June 1, 2021).", [("VC, May 6", "VC", "2021-05-06"), ("June 1, 2021", "VC", "2021-06-01")]),
        ("It was late (, March 1, 2;, April 3).", [
            (", March 1", None, "--03-01"), ("2", None, "--03-02"), (", April 3", None, "--04-03"),
        ]),
        ("It began in Paris (Paris, March 1).", []),
        ("It began early (Tuesday, March 1).", []),
        ("She (born March 1, 1950) agreed.", []),
    ],
)  # fmt: skip
def test_brackets_cite_each_day_by_itself(text: str, records: list[tuple[str, str | None, str]]) -> None:
    document, citations = cited(text)
    assert [
        (document.quote(c.span), c.target and c.target.outlet, c.target and c.target.date) for c in citations
    ] == records


@pytest.mark.parametrize(
    ("published", "date"), [("2022-04-01", "2022-03-27"), ("2022-02-01", "2021-03-27"), (None, "--03-27")]
)
def test_the_year_is_that_of_the_last_such_day_before_publication(published: str | None, date: str) -> None:
    manifest = {"date": published} if published else {}
    _, citations = cited("It was late (Vale Courier, March 27).", **manifest)
    assert [c.target and c.target.date for c in citations] == [date]


@pytest.mark.parametrize(
    ("text", "outlets"),
    [
        ("Quill told Reuters on Monday that she would go.", ["Reuters"]),
        ("Quill told Radio Arden's Tom Reed that she would go.", ["Radio Arden"]),
        ("Quill told the Senate and NATO that she would go.", []),
        ("Quill told Reed that she would go.", []),
        ("Quill told reporters in Berlin that she would go.", []),
        ("Quill wrote on her Telegram that she would go.", ["Telegram"]),
        ("According to Germany, she would go.", []),
        ("In a report from the Vale Herald she said so.", ["Vale Herald"]),
        ("An article in Harbour Affairs magazine says so.", ["Harbour Affairs"]),
        ("She gave an interview to Reed in May.", []),
        ("Writing in March, she changed her mind.", []),
    ],
)
def test_an_outlet_is_told_from_a_body_and_a_person(text: str, outlets: list[str]) -> None:
    assert [outlet for _, _, outlet, _ in found(text)] == outlets


@pytest.mark.parametrize(
    ("text", "records"),
    [
        ("[He told Reuters](#) so.", [("dead_link", "[He told Reuters](#)", "Reuters", "unresolvable")]),
        ("He [told](#) a CNN interviewer so.", [("dead_link", "[told](#)", "CNN", "unresolvable")]),
        ("Writing in *Sea Affairs*, Quill [said](#) so.", [("dead_link", "[said](#)", "Sea Affairs", "unresolvable")]),
        ("He [went](#). Quill told Reuters so.", [
            ("dead_link", "[went](#)", None, "unresolvable"), ("told_outlet", "told Reuters", "Reuters", "unchecked"),
        ]),
        ("[mail](mailto:a@b.example) and ![sea](sea.png)", []),
    ],
)  # fmt: skip
def test_a_link_and_the_outlet_beside_it_are_one_citation(text: str, records: list[tuple[str, ...]]) -> None:
    assert found(text) == records


def test_links_of_page_furniture_are_no_citations() -> None:
    text = f"Storm\n\nBy [Mara Quill](#)\n\nTags: [Sea](#)\n\n{RUNNING}\n\nFollow us on [X](#).\n\n[Become a Member](#)"
    assert found(text) == []


def test_a_document_of_the_corpus_is_found_by_address_or_by_outlet_and_day() -> None:
    other = replace(
        extract.run(
            snapshot(RUNNING, outlet="The Vale Courier", date="2019-05-04", url="https://vale.example/a")
        ),
        doc="b",
    )
    _, by_url = cited("He [said](http://www.vale.example/a/) so.", other)
    _, by_day = cited("It was late (Vale Courier, May 4, 2019).", other)
    _, other_day = cited("It was late (Vale Courier, May 5, 2019).", other)
    _, about_it = cited("He [said](https://list.example/?of=http://vale.example/a) so.", other)
    assert [(c.verdict, c.target and c.target.doc) for c in (*by_url, *by_day, *other_day, *about_it)] == [
        ("in_corpus", "b"),
        ("in_corpus", "b"),
        ("unchecked", None),
        ("unchecked", None),
    ]


def test_every_record_gives_its_reason_as_a_sentence() -> None:
    _, citations = cited("He [told](#) Reuters (, May 4), as https://x.example/a says.[^1]")
    assert len({c.id for c in citations}) == len(citations) == 4
    assert all(c.reason[0].isupper() and c.reason.endswith(".") for c in citations)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_odd_text_is_no_error(text: str) -> None:
    document = extract.run(snapshot(text))
    unread = Parse(document.doc, (), (), (), (), ())
    assert all(document.quote(c.span) for c in citation.run(document, unread))


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "He told ",
                "Reuters",
                " (",
                ", May 4",
                ";",
                ")",
                "[said](#)",
                "*",
                " NATO ",
                "[^1]",
                ". ",
                "\n\n",
                "X",
            ]
        )
    )
)
def test_places_are_inside_the_text_and_apart(pieces: list[str]) -> None:
    text = "".join(pieces)
    if not text.strip():
        return
    document, citations = cited(text)
    assert all(0 <= c.span.start < c.span.end <= len(document.text) for c in citations)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(citations))


def test_an_outlet_is_found_under_each_name_that_the_user_gives() -> None:
    courier = Alias("The Vale Courier", ("Courier", "Vale Daily"))
    other = replace(extract.run(snapshot("Text.", outlet="Vale Courier", date="2021-03-04")), doc="b")
    document = extract.run(snapshot("The mill closed (Vale Daily, March 4, 2021)."))
    records = citing.cited(document, parse.run(document), (document, other), (courier,))
    assert [(c.verdict, c.target and c.target.doc) for c in records] == [("in_corpus", "b")]
    assert [c.verdict for c in citing.cited(document, parse.run(document), (document, other))] == [
        "unchecked"
    ]
