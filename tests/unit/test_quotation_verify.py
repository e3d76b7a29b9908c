"""Quotations against a text of ours: every convention accepted, every change named."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.quotation import Index, verify
from tests.unit.quotation_texts import document

TEXT = "\n".join(
    (
        'The mayor of Varn spoke on Tuesday. "We will not close the old bridge," Lena Orlo said, "unless the '
        'council votes for it." She denied that the harbour had been sold to foreign owners.',
        "The minister told the crowd that countries on the coast may cut the tax by 12.5 percent, but only if "
        "prices fall. He said the plan would help all families who live near the river.",
        '"I\'ve never seen so much snow," she added. The so—called Lake Treaty, signed in 1,994 copies, is no '
        "longer binding. The re-opened school has room for everybody.",
        "Officials in the U.S. asked us whether the farm would be sold. The [ministry](http://x.example/a) had "
        "**promised** to pay, according to two clerks, the whole sum. Who pays in the end? Nobody knows.",
    )
)
INDEX = Index([document(TEXT)])

FINE = [
    ("The mayor of Varn spoke on Tuesday.", "verbatim"),
    ("The ministry had promised to pay, according to two clerks, the whole sum.", "verbatim"),
    ("“The mayor of Varn spoke on Tuesday.”", "verbatim"),
    ("The  mayor\nof Varn spoke", "verbatim"),
    ("The mayor\u00a0of Varn spoke on Tuesday", "conventional"),
    ("I’ve never seen so much snow", "conventional"),
    ("the so-called Lake Treaty, signed in 1994 copies", "conventional"),
    ("The reopened school has room for every\u00adbody", "conventional"),
    ("The re-\nopened school has room for every-\nbody.", "conventional"),
    ("Officials in the US asked us whether the farm would be sold.", "conventional"),
    ("[H]e said the plan would help all families … near the river", "conventional"),
    ("He said the plan [sic] would help all families who live near the river", "conventional"),
    ("He said the plan would help all families [emphasis added] who live near the river", "conventional"),
    ("[The minister] said the plan would help all families who live near", "conventional"),
    ("[Vera Malk] told the crowd that countries on the coast", "conventional"),
    ("He sa[ys] the plan would help all families who live near the river", "conventional"),
    ("We will not close the old bridge … unless the council votes for it", "conventional"),
    ("We will not close the old bridge, unless the council votes for it.", "conventional"),
    (
        "The oﬃcials".replace("The ", "") + " in the U.S. asked us whether the farm would be sold",
        "conventional",
    ),
    ("OFFICIALS IN THE U.S. ASKED US WHETHER THE FARM WOULD BE SOLD", "conventional"),
]
CHANGED = [
    ("We will close the old bridge", "altered", "not"),
    ("We … close the old bridge", "misleading", "will not"),
    ("We [will] close the old bridge", "misleading", "not"),
    ("We will not close the old bridge", "misleading", "unless the council votes for it"),
    ("the harbour had been sold to foreign owners", "misleading", "denied that"),
    ("countries on the coast may cut the tax by 12.5 percent", "misleading", "but only if prices fall"),
    ("countries on the coast will cut the tax by 12.5 percent, but only if prices fall", "altered", "may"),
    ("countries on the coast may cut the tax by 15 percent, but only if prices fall", "altered", "12.5"),
    ("[Norland] may cut the tax by 12.5 percent, but only if prices fall", "misleading", "coast"),
    ("He said the plan [will] help all families who live near the river", "misleading", "would"),
    ("He said the plan would help … families who live near the river", "misleading", "all"),
    ("He said the plan would help families who live near the river", "altered", "all"),
    ("The ministry had promised to pay … the whole sum", "misleading", "according to two clerks"),
    ("Officials in the U.S. asked US whether the farm would be sold", "altered", "us"),
    ("Officials in the [Norland] asked us whether the farm would be sold", "misleading", "U.S."),
    ("The mayor of Varn spoke on Monday", "altered", "Tuesday"),
    ("The mayor of Varn spoke on Tuesday!", "altered", ""),
    ("I have never seen so much snow", "altered", "I've"),
    ("Officials in the U.S. asked us whether the farm [un]would be sold", "misleading", "would"),
]
ABSENT = [
    "",
    " \n",
    "…",
    "[...]",
    "!?",
    "vague bridge",
    "the the the the the",
    "A dog and a cat slept in the garden of the house near the river",
    "They said that it would be the end of the plan for the people",
]


@pytest.mark.parametrize(("quote", "verdict"), FINE)
def test_a_fair_quotation_is_accepted(quote: str, verdict: str) -> None:
    found = verify("q", quote, INDEX)
    assert (found.id, found.verdict) == ("q", verdict)
    assert found.match is not None
    assert all(change.accepted and change.note for change in found.changes)


@pytest.mark.parametrize(("quote", "verdict", "source"), CHANGED)
def test_a_changed_quotation_is_flagged_with_the_words_that_differ(
    quote: str, verdict: str, source: str
) -> None:
    found = verify("q", quote, INDEX)
    assert found.verdict == verdict
    assert source in [c.source for c in found.changes if not c.accepted]


@pytest.mark.parametrize("quote", ABSENT)
def test_what_shares_few_words_is_not_found_rather_than_altered(quote: str) -> None:
    found = verify("q", quote, INDEX)
    assert (found.verdict, found.match, found.changes) == ("not_found", None, ())


@pytest.mark.parametrize("quote", [q for q, _ in FINE] + [q for q, _, _ in CHANGED])
def test_each_change_is_where_it_says(quote: str) -> None:
    for change in verify("q", quote, INDEX).changes:
        assert change.at is not None and quote[slice(*change.at)] == change.quote
        assert change.source_span is not None
        shown = change.source_span.of(TEXT).replace("**", "").replace("](http://x.example/a)", "")
        assert change.source in shown


def test_the_match_is_the_stored_text_with_its_markup() -> None:
    match = verify("q", "ministry had promised to pay", INDEX).match
    assert match is not None
    assert match.of(TEXT) == "ministry](http://x.example/a) had **promised** to pay"


def test_a_phrase_after_not_is_fair_but_a_sentence_is_not() -> None:
    index = Index([document("Lena Orlo is not a friend of the mill at the river.")])
    assert verify("q", "a friend of the mill at the river", index).verdict == "verbatim"
    assert verify("q", "[A] friend of the mill at the river", index).rule == "quotation.cut-after-negation"


def test_the_best_of_several_places_counts() -> None:
    cut = document("The well will hold until June, but nobody drinks from it.", "a")
    whole = document("The well will hold until June.", "b")
    verdict = verify("q", "The well will hold until June", Index([cut, whole]))
    assert verdict.verdict == "verbatim"
    assert verdict.match is not None and verdict.match.doc == "b"


def test_an_ellipsis_of_the_text_itself_hides_nothing() -> None:
    index = Index([document("The union said ... that every worker gets the same wage.")])
    assert verify("q", "The union said ... that every worker", index).verdict == "verbatim"
    assert verify("q", "The union ... that every worker gets the same wage", index).verdict == "altered"


def test_two_passages_made_one_are_found_in_both_places() -> None:
    index = Index(
        [
            document("The farmers of the valley want a fair price for milk and cheese.", "a"),
            document("Our bakers ask for a later hour of the market in winter.", "b"),
        ]
    )
    found = verify("q", "The farmers of the valley want a later hour of the market in winter", index)
    assert (found.verdict, found.rule) == ("altered", "quotation.splice")
    assert {c.source_span.doc for c in found.changes if c.source_span and not c.accepted} == {"b"}
    assert found.match is not None and found.match.doc == "a"


def test_a_text_in_another_script_is_read() -> None:
    index = Index([document("Мэр сказал: «Мы не закроем старый мост до конца зимы».")])
    assert verify("q", "Мы не закроем старый мост", index).verdict == "verbatim"
    assert verify("q", "Мы не закроем новый мост до конца зимы", index).verdict == "altered"


def test_no_documents_find_nothing() -> None:
    assert verify("q", "anything at all", Index([])).verdict == "not_found"


PIECES = st.sampled_from(
    [
        "the",
        "not",
        "boat",
        "U.S.",
        "1,000",
        "[",
        "]",
        "…",
        "...",
        '"',
        "“",
        "‘",
        "'",
        "-\n",
        "?",
        "\ud800",
        "é",
        "中",
        "*",
    ]
)


@settings(max_examples=80)
@given(st.lists(PIECES, max_size=40).map(" ".join), st.lists(PIECES, max_size=14).map("".join))
def test_odd_marks_never_break_the_offsets(text: str, quote: str) -> None:
    source = document(text)
    found = verify("q", quote, Index([source]))
    for change in found.changes:
        assert change.at is not None and quote[slice(*change.at)] == change.quote
        assert (
            change.source_span is not None
            and 0 <= change.source_span.start <= change.source_span.end <= len(text)
        )


@settings(max_examples=50)
@given(
    st.lists(st.sampled_from(["we", "will", "not", "sail", "but", "the", "boat"]), min_size=1, max_size=30),
    st.data(),
)
def test_any_words_in_a_row_are_found_where_they_stand(words: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    quote, text = " ".join(words[first:last]), " ".join(words)
    found = verify("q", quote, Index([document(text)]))
    assert found.verdict in ("verbatim", "misleading")
    assert found.match is not None and found.match.of(text) == quote


@pytest.mark.parametrize("unit", ['"', "‘", "[", "[a]", "a ", "…", "-\n", "1,"])
def test_a_long_line_of_one_thing_takes_linear_time(unit: str) -> None:
    text = unit * (30_000 // len(unit))
    assert verify("q", text, Index([document(text)])).verdict in ("verbatim", "not_found")
