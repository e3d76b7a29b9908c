"""How a report arranges records: names, days, voices, marks, and text cut into elements that nest."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.model import Analysis, Evidence, Span
from checker.report import views_provenance
from checker.report.addresses import safe_url
from checker.report.cards import Cards, counted
from checker.report.corpus import Corpus
from checker.report.labels import SIDE, Flag, placed
from checker.report.marks import Marker
from checker.report.names import safe_names, short_keys, source_names
from checker.report.passages import ROOM, passage, surroundings
from checker.report.printed import printed_citations
from checker.report.source_text import Asides, tokens
from checker.report.timeline import Scale, timeline
from checker.report.views_divergence import divergence_places
from checker.report.voices import runs_in
from checker.report.words import count, listed, shorten, span_of_days
from tests.unit import report_corpus as rc


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return Corpus(rc.analysis(), rc.RULES)


@pytest.mark.parametrize(
    ("from_", "to", "words"),
    [
        ("2023-10-02", "2023-10-02", "2 Oct 2023"),
        ("2022-03-01", "2022-03-31", "Mar 2022"),
        ("2022-03-01", "2022-04-30", "Mar to Apr 2022"),
        ("1990-01-01", "1991-12-31", "1990 to 1991"),
        ("2014-01-01", "2014-12-31", "2014"),
        ("2022-02-28", "2022-03-03", "28 Feb to 3 Mar 2022"),
        ("2022-12-30", "2023-01-02", "30 Dec 2022 to 2 Jan 2023"),
        ("2022-03-29", "9999-12-31", "not before 29 Mar 2022"),
        (None, "2022-03-29", "not after 29 Mar 2022"),
        (None, None, "date not known"),
        ("odd", "odd", "odd"),
    ],
)
def test_days_as_a_reader_writes_them(from_: str | None, to: str | None, words: str) -> None:
    assert span_of_days(from_, to) == words


def test_small_phrases() -> None:
    assert [count(n, "text") for n in (0, 1, 2, 13)] == ["no texts", "one text", "two texts", "13 texts"]
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed([]) == ""
    assert shorten("one two, three", 9) == "one two…"


def test_sources_are_called_by_their_original() -> None:
    names = source_names(rc.DOCUMENTS, {p.doc: p for p in rc.PROVENANCE})
    assert [names[d.doc].full for d in rc.DOCUMENTS] == [
        "Harbour Times via World Digest",
        "Coastal Review via World Digest",
        "Northern Ledger, via translation",
        "The Port Paper",
    ]


def test_a_copy_whose_original_is_here_keeps_its_own_name() -> None:
    copy = rc.PROVENANCE[0]
    here = replace(copy.links[0], of=replace(copy.links[0].of, doc=rc.DOCUMENTS[1].doc))
    names = source_names(rc.DOCUMENTS, {copy.doc: replace(copy, links=(here,))})
    assert names[copy.doc].full == "World Digest, May 2021"
    assert names[rc.DOCUMENTS[1].doc].full == "World Digest, Jun 2021"


def test_sources_of_one_name_are_told_apart() -> None:
    twins = [
        replace(rc.DOCUMENTS[3], doc=d, published=p)
        for d, p in (("a", rc.DOCUMENTS[0].published), ("b", None), ("c", None))
    ]
    assert [n.full for n in source_names(twins, {}).values()] == [
        "The Port Paper, May 2021",
        "The Port Paper, b",
        "The Port Paper, c",
    ]


@pytest.mark.parametrize(
    ("docs", "keys"),
    [
        (["000_abc.txt", "001_def.txt"], ["000", "001"]),
        (["a-one.txt", "a-two.txt"], ["a-one", "a-two"]),
        (["x/тест.txt", "y/тест.txt"], ["s1", "s2"]),
    ],
)
def test_locators_have_short_keys(docs: list[str], keys: list[str]) -> None:
    assert list(short_keys(docs).values()) == keys


@given(st.lists(st.text(max_size=12), unique=True, max_size=6))
def test_file_names_are_safe_and_differ(docs: list[str]) -> None:
    names = list(safe_names(docs).values())
    assert all(re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9._-]*", n) for n in names), names
    assert len({n.lower() for n in names}) == len(docs)


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://a.example/x?y=1", True),
        ("http://a.example", True),
        ("javascript:alert(1)", False),
        ("JAVASCRIPT:alert(1)", False),
        ("data:text/html,x", False),
        ("https:///nowhere", False),
        ("java\nscript:alert(1)", False),
        ("//a.example", False),
        ("http://[", False),
        ("", False),
    ],
)
def test_only_web_addresses_become_links(url: str, safe: bool) -> None:
    assert safe_url(url) == (url if safe else "")


def test_quoted_words_are_told_from_reported_ones(corpus: Corpus) -> None:
    span = rc.A.span("he initialed the draft himself, “although I may be mistaken about the day.”")
    seen = [
        (rc.PACT[s:e], r and r.voice, r and r.speaker)
        for (s, e), r in runs_in(corpus.runs(rc.A.doc), span.start, span.end)
    ]
    assert seen == [
        ("he initialed the draft himself, ", "reported", "Tomas Reker"),
        ("“although I may be mistaken about the day.”", "quoted", "Tomas Reker"),
    ]


def test_an_odd_quotation_mark_does_not_turn_the_rest_over() -> None:
    text = rc.Text(
        "x", 'He said "yes, we are all going. Then they went home to the harbour. "Good", she said.'
    )
    odd = Corpus(Analysis(documents=(rc.document(text),)))
    assert odd.runs("x") == ()


def test_agents_are_marked_inside_a_long_span() -> None:
    divergence = rc.DIVERGENCES[0]
    marks = Marker(rc.analysis()).marks(
        divergence, rc.A.span("All of it was stopped by the shipping league.")
    )
    assert [rc.PACT[m.start : m.end] for m in marks] == ["was stopped", "the shipping league"]


def test_hidden_words_have_a_sign_of_their_own() -> None:
    marks = Marker(rc.analysis()).marks(rc.DIVERGENCES[1], rc.V1)
    assert [(m.css, m.said) for m in marks] == [("h", "not shown elsewhere: ")]


def test_context_keeps_to_the_sentence() -> None:
    document = rc.DOCUMENTS[0]
    start, end = surroundings(document, rc.A.span("shipping league"), ROOM)
    assert rc.PACT[start:end] == "All of it was stopped by the shipping league."


def test_one_voice_in_several_texts_counts_once(corpus: Corpus) -> None:
    assert counted(corpus, [rc.A.doc, rc.C.doc]) == ""
    assert counted(corpus, [rc.A.doc, rc.B.doc]) == "Two texts, one author, one voice: Nora Quill."
    assert (
        counted(corpus, [rc.A.doc, rc.B.doc, rc.C.doc])
        == "Two voices, not three: Harbour Times and Coastal Review count once."
    )


def test_a_card_shows_every_source_before_it_folds(corpus: Corpus) -> None:
    words = ["March", "Sel", "Vessin", "Orrin", "harbour", "officials"]
    evidence = [Evidence(rc.A.span(w), "says") for w in words] + [Evidence(rc.B.span("March"), "says")]
    divergence = replace(rc.DIVERGENCES[4], evidence=tuple(evidence))
    cards = Cards(Corpus(rc.analysis(divergences=(divergence,))), {divergence.id: "divergences"})
    card = cards.card(divergence)
    assert [line.source.doc for line in card.open] == [rc.A.doc] * 4 + [rc.B.doc]
    assert [line.again for line in card.open] == [False, True, True, True, False]
    assert len(card.folded) == 2


def test_an_absent_source_is_not_said_to_have_left_out_what_it_covers(corpus: Corpus) -> None:
    cards = Cards(corpus, divergence_places(corpus))
    absent = cards.card(rc.DIVERGENCES[8]).absent
    assert [(a.names, a.sign.word) for a in absent] == [
        ("Harbour Times and Coastal Review", "no passage found")
    ]


def test_the_line_of_time_is_shortened_where_nothing_happens() -> None:
    days = [735_000, 738_000, 738_100, 738_200]
    scale = Scale(days)
    xs = [scale.x(d) for d in days]
    assert xs == sorted(xs)
    assert len(scale.breaks()) == 1
    assert xs[1] - xs[0] < (xs[3] - xs[1])
    wider = Scale(days, least=300)
    assert wider.x(days[1]) - wider.x(days[0]) > xs[1] - xs[0]
    assert (wider.x(days[0]), wider.x(days[-1])) == (xs[0], xs[-1])


def test_labels_on_the_line_of_time_do_not_overlap(corpus: Corpus) -> None:
    drawn = timeline(corpus)
    assert drawn is not None
    assert [s.label for s in drawn.sources] == [
        "The Port Paper",
        "Harbour Times",
        "Coastal Review",
        "Northern Ledger",
    ]
    assert all(s.row >= 0 for s in drawn.sources)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 900), st.integers(0, 40), st.integers(20, 200)), max_size=14))
def test_no_stem_runs_through_a_label(stops: list[tuple[int, int, int]]) -> None:
    flags = [Flag(x, min(x + bar, 1000), length) for x, bar, length in stops]
    places = placed(flags, 1000, 12)
    shown = [(f, p) for f, p in zip(flags, places, strict=True) if p.row >= 0]
    for flag, place in shown:
        words = (flag.x2 + SIDE, flag.x2 + SIDE + flag.length)
        low, high = words if place.anchor == "start" else (flag.x - SIDE - flag.length, flag.x - SIDE)
        for other, its in shown:
            assert its.row <= place.row or not low < other.x < high
            its_low = other.x2 + SIDE if its.anchor == "start" else other.x - SIDE - other.length
            assert other is flag or its.row != place.row or not low < its_low < high


def test_a_crowd_of_days_keeps_all_its_labels() -> None:
    crowd = [Flag(x, x, 180) for x in (10, 12, 12, 30, 60, 500, 503, 505, 980, 984, 990, 999)]
    assert all(p.row >= 0 for p in placed(crowd, 1000, 10))


TEXT = "One two three. “Four five six seven” said eight.\n\nNine ten eleven twelve.\n" * 3


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))), max_size=9))
def test_cited_ranges_nest_and_keep_their_words(pairs: list[tuple[int, int]]) -> None:
    cited = sorted({(min(p), max(p)) for p in pairs if p[0] != p[1]})
    corpus = Corpus(Analysis(documents=(rc.document(rc.Text("t", TEXT)),)))
    out = tokens(corpus, "t", (0, len(TEXT)), cited, (), Asides({}, {}))
    html, depth = [], 0
    for token in out:
        depth += {"open": 1, "close": -1}.get(token.kind, 0)
        assert depth >= 0
        if token.kind == "open":
            html.append(f'<i data-doc="t" data-start="{token.start}" data-end="{token.end}">')
        html.append({"text": token.text, "close": "</i>"}.get(token.kind, ""))
    assert depth == 0
    assert "".join(t.text for t in out if t.kind == "text") == TEXT
    assert sorted(t.id for t in out if t.id) == sorted(f"c{s}-{e}" for s, e in cited)
    found, faults = printed_citations("".join(html), "page")
    assert not faults
    assert all(c.words == TEXT[c.start : c.end] for c in found)
    whole = {(c.start, c.end) for c in found}
    assert {r for r in cited if all(o == r or o[1] <= r[0] or r[1] <= o[0] for o in cited)} <= whole


@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_a_passage_is_exactly_its_words(text: str, a: int, b: int) -> None:
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    if start == end:
        return
    corpus = Corpus(Analysis(documents=(rc.document(rc.Text("t", text)),)))
    printed = passage(corpus, Span("t", start, end), context=True)
    assert "".join(p.text for p in printed.core) == text[start:end]
    around = "".join(p.text for p in (*printed.before, *printed.core, *printed.after))
    assert around == text[printed.outer[0] : printed.outer[1]]


def test_a_megabyte_on_one_line_is_quick(corpus: Corpus) -> None:
    text = 'He said "we go" and “they came along the coast today” ' * 18_000
    t = rc.Text("big", text)
    said = tuple(
        replace(
            rc.ATTRIBUTIONS[1], doc="big", id=f"x{i}", content=((i * 53, i * 53 + 40),), source=None, cue=None
        )
        for i in range(9_000)
    )
    big = Corpus(Analysis(documents=(rc.document(t),), attributions=said))
    assert len(big.runs("big")) > 9_000
    assert len(big.parts["big"]) > 3


def test_a_long_shared_passage_is_shown_by_its_opening() -> None:
    long = Span(rc.A.doc, 0, len(rc.A.text))
    short = Span(rc.A.doc, 0, 20)
    corpus = Corpus(rc.analysis())
    opening = views_provenance._opening(corpus, long)
    assert 100 < opening.end - opening.start <= views_provenance.OPENING
    assert rc.A.text[opening.end] == " "
    assert views_provenance._opening(corpus, short) == short
