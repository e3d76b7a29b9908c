"""Groups, aligned passages, events and coverage, on documents about an invented coast."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import events, parse
from checker.events import align, bags, candidates, discover, grouping, linkage, rarity, words
from checker.events.headlines import headlines
from checker.events.rules import RULES
from checker.model import Catalogue, CatalogueEvent, Parse, Rule
from tests.unit.event_texts import Corpus, corpus, document

FERRY_A = (
    "The ferry Aurelia sank off Varn on 4 May 1998 with 30 people aboard.\n"
    "Captain Nils Oberg told the harbour court that the pumps had failed."
)
FERRY_B = (
    "Thirty-two people were aboard when the ferry Aurelia sank off Varn on 4 May 1998.\n"
    "The pumps had been repaired twice, captain Nils Oberg said before the harbour court."
)
MILL = (
    "The paper mill at Oland will close, its owner Petra Lindqvist announced on Friday.\n"
    "Two hundred workers of the mill met in Oland to discuss what to do about the closing."
)
MILL_B = (
    "Owner Petra Lindqvist says the paper mill at Oland has to close.\n"
    "Workers of the Oland mill met to talk about a strike against the closing."
)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((FERRY_A, FERRY_B, MILL, MILL_B), [("d0", "d1"), ("d2", "d3")]),
        ((FERRY_A, MILL), []),
        ((FERRY_A,), []),
        ((), []),
        (("", "…", "“"), []),
    ],
)
def test_groups(texts: tuple[str, ...], expected: list[tuple[str, ...]]) -> None:
    documents = [document(f"d{i}", text) for i, text in enumerate(texts)]
    assert [group.docs for group in grouping.read(documents)] == expected
    assert grouping.read(documents[::-1]) == grouping.read(documents)


def test_documents_many_years_apart_are_less_alike() -> None:
    def groups(first: str, second: str) -> int:
        return len(grouping.read([document("a", FERRY_A, first), document("b", FERRY_B, second)]))

    assert (groups("1998-05-05", "1998-06-01"), groups("1958-05-05", "2018-06-01")) == (1, 0)


def test_news_of_later_months_is_less_alike() -> None:
    texts = (
        FERRY_A,
        (
            "The harbour court has heard the crew of a ferry; divers look for the wreck in deep water off the cape."
        ),
    )

    def groups(first: str, second: str) -> int:
        return len(grouping.read([document("a", texts[0], first), document("b", texts[1], second)]))

    assert (groups("1998-05-05", "1998-05-20"), groups("1998-05-05", "2000-06-20")) == (1, 0)


def test_likeness_is_measured_by_what_is_usual_around() -> None:
    winter = (
        "Heavy snow closed the Tarn pass in January. Plough drivers dug out {} lorries near Hest village."
    )
    autumn = (
        "Heavy rain closed the Tarn pass in October. Engineers moved {} tonnes of rock near the east tunnel."
    )
    alone = [winter.format("nine"), autumn.format("nine")]
    many = [text.format(n) for text in (winter, autumn) for n in ("nine", "ten", "twelve", "several")]
    found = [grouping.read([document(f"d{i}", t) for i, t in enumerate(texts)]) for texts in (alone, many)]
    assert [len(groups) for groups in found] == [1, 2]


def test_a_component_that_is_too_large_is_parted_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linkage, "LARGEST", 3)
    texts = (FERRY_A, FERRY_B, f"{MILL}\n{FERRY_A[:40]}", f"{MILL_B}\n{FERRY_A[:40]}")
    found = grouping.read([document(f"d{i}", text) for i, text in enumerate(texts)])
    assert [group.docs for group in found] == [("d0", "d1"), ("d2", "d3")]


def test_a_large_corpus_is_grouped_like_a_small_one(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [document(f"d{i:02}", text) for i, text in enumerate(retold(12))]
    small = grouping.read(found)
    monkeypatch.setattr(grouping, "LARGEST", 1)
    assert [g.docs for g in grouping.read(found)] == [g.docs for g in small]
    assert [len(g.docs) for g in small] == [3] * 12
    assert grouping.read([document("a", ""), document("b", "")]) == ()


def test_what_is_compared_in_a_large_corpus_is_compared_exactly(monkeypatch: pytest.MonkeyPatch) -> None:
    vectors, names = bags.vectors([words.run(document(f"d{i}", t)) for i, t in enumerate(retold(4))])
    monkeypatch.setattr(candidates, "CROWD", 3)
    rows, some = linkage.Rows(vectors), candidates.Candidates(vectors, names)
    for i in range(12):
        for j in some.near(i, 0).tolist():
            assert some.table(np.array([i, j]))[0, 1] == pytest.approx(rows.of(i)[j])
        assert set(some.near(i, 0.14).tolist()) == set(rows.near(i, 0.14).tolist()) - {i}


def retold(happenings: int) -> list[str]:
    """Three texts of each happening, two words of ten different in each."""
    draw = random.Random(5)
    known = ["".join(draw.choices("bdfgklmnprstvaeiou", k=7)) for _ in range(400)]
    found = []
    for _ in range(happenings):
        telling = draw.sample(known, 60)
        found += [
            " ".join(w if draw.random() < 0.8 else draw.choice(known) for w in telling) for _ in range(3)
        ]
    return found


@pytest.fixture(scope="module")
def ferries() -> Corpus:
    return corpus(document("a", FERRY_A, "1998-05-05"), document("b", FERRY_B, "1998-05-06"))


def test_sentences_that_tell_the_same_are_aligned_although_numbers_differ(ferries: Corpus) -> None:
    aligned = [
        (ferries.quote(x.a)[:9], ferries.quote(x.b)[:9]) for x in ferries.alignments if x.state == "aligned"
    ]
    assert aligned == [("The ferry", "Thirty-tw"), ("Captain N", "The pumps")]


def test_evidence_of_an_alignment(ferries: Corpus) -> None:
    evidence = next(x.evidence for x in ferries.alignments if x.state == "aligned")
    assert evidence.dates == ("1998-05-04",)
    assert {"4", "1998"} <= set(evidence.numbers)
    assert {"sank", "Aurelia", "Varn"} <= set(evidence.terms)


def test_states_and_their_capitals_are_one_name() -> None:
    found = corpus(
        document("a", "Paris rejected the offer of a fishing treaty."),
        document("b", "The French government rejected a treaty on fishing."),
    )
    assert [("France" in x.evidence.entities, x.state) for x in found.alignments] == [(True, "aligned")]


def test_one_event_of_two_documents_with_its_date(ferries: Corpus) -> None:
    found = ferries.events()
    sunk = next(e for e in found if e.date.from_ == "1998-05-04")
    assert {m.doc for m in sunk.mentions} == {"a", "b"}
    assert (sunk.label, sunk.date.to) == (
        "Ferry Aurelia sank off Varn with 30 people aboard, 4 May 1998",
        "1998-05-04",
    )


def test_background_and_opinion_make_no_event() -> None:
    found = corpus(
        document("a", "Varn should have a better harbour. People in Varn like the sea and its fish.")
    )
    assert found.events() == ()


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("Nils Oberg says the ferry Aurelia was sold to Hest for scrap by the owners.", [{"a", "b"}]),
        ("The ferry Aurelia, sold to Hest for scrap by the owners, is the emblem of Nils Oberg.", []),
    ],
)
def test_what_somebody_said_may_be_told_in_the_present(second: str, expected: list[set[str]]) -> None:
    first = "Nils Oberg told the court that the ferry Aurelia was sold to Hest for scrap by the owners."
    found = corpus(document("a", first), document("b", second)).events()
    assert [{m.doc for m in e.mentions} for e in found] == expected


def test_different_days_are_different_events() -> None:
    lines = (
        "On 4 May 1998 the council of Varn met in the old harbour hall.",
        "On 19 June 1998 the council of Varn met in the old harbour hall.",
    )
    found = corpus(document("a", "\n".join(lines)))
    assert [(e.date.from_, len(e.mentions)) for e in found.events()] == [("1998-05-04", 1), ("1998-06-19", 1)]


def test_a_day_alone_joins_nothing() -> None:
    found = corpus(
        document("a", "On 4 May 1998 the council of Varn met in the old harbour hall."),
        document("b", "On 4 May 1998 Petra Lindqvist bought a paper mill at Oland."),
    )
    assert [len(e.mentions) for e in found.events()] == [1, 1]


def test_sentences_of_different_groups_must_be_more_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = (FERRY_A, FERRY_B, MILL.replace("Friday", "4 May 1998"))
    read = corpus(*(document(f"d{i}", text) for i, text in enumerate(texts)))
    assert {x.state for x in read.alignments if {x.a.doc, x.b.doc} == {"d0", "d1"}} >= {"aligned"}
    monkeypatch.setattr(align, "FAR", 20.0)
    rare = rarity.read(read.documents, read.parses, read.entities)
    pairs = align.run(read.documents, read.parses, read.groups, read.entities, read.times, rare)
    assert {(x.a.doc, x.b.doc) for x in pairs} == {("d0", "d1")}


def test_the_date_counts_where_an_offset_beside_it_disagrees() -> None:
    found = corpus(
        document(
            "a", "On 3 June 1998 Ilse Brandt left Varn.\nTwo days later, on 9 June, Brandt came to Oland."
        )
    )
    assert [e.date.from_ for e in found.events()] == ["1998-06-03", "1998-06-09"]


def test_catalogue_events_come_first_and_take_their_passages(ferries: Corpus) -> None:
    entry = CatalogueEvent("Loss of the Aurelia", ("ferry aurelia",), ("Nils Oberg",), "1998-05-04")
    first, *rest = ferries.events(Catalogue(events=(entry,)))
    assert (first.label, first.rule, first.date.to) == (
        "Loss of the Aurelia",
        "events.catalogue",
        "1998-05-04",
    )
    assert first.participants == ("nils-oberg",)
    taken = set(first.mentions)
    assert len(taken) == 2
    assert not any(taken & set(event.mentions) for event in rest)


def test_passages_that_go_with_those_of_a_catalogue_event_are_its_passages(ferries: Corpus) -> None:
    plain = ferries.events()
    largest = max(plain, key=lambda event: len(event.mentions))
    words = [ferries.quote(span).split() for span in largest.mentions]
    rare = next(w for w in words[0] if w.isalpha() and sum(w in other for other in words) == 2)
    entry = CatalogueEvent("What happened", (rare,), (), "1998-05-04")
    named = ferries.events(Catalogue(events=(entry,)))
    assert {m for e in named for m in e.mentions} >= {m for e in plain for m in e.mentions}
    assert named[0].label == "What happened"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("In April Ilse Brandt rowed round the lighthouse of Hest with a crew of nine.", False),
        ("On 4 May 1998 Ilse Brandt will row round the lighthouse of Hest with a crew of nine.", True),
    ],
)
def test_a_text_older_than_a_catalogue_event_tells_only_what_it_announces(text: str, told: bool) -> None:
    entry = CatalogueEvent("The regatta of Hest", ("lighthouse of Hest",), (), "1998-05-04")
    found = corpus(
        document("a", "Nine boats rowed round the lighthouse of Hest on Monday.", "1998-05-05"),
        document("b", text, "1998-04-30"),
    )
    first, *_ = found.events(Catalogue(events=(entry,)))
    assert {m.doc for m in first.mentions} == ({"a", "b"} if told else {"a"})


def test_a_note_that_names_another_day_is_no_passage() -> None:
    told = "On 4 May 1998 the Harbour League held a hearing on the herring quota in Varn."
    again = "Ilse Brandt spoke at the hearing of the Harbour League on the herring quota."
    note = (
        "On the hearing on the herring quota in Varn see the statement of the Harbour League of 9 May 1998."
    )
    found = corpus(document("a", f"{told}\n\n{again}\n\n{note}", "1999-05-10"))
    assert all("statement of" not in found.quote(m) for e in found.events() for m in e.mentions)


def test_order_of_documents_does_not_matter() -> None:
    a, b = document("a", FERRY_A), document("b", FERRY_B)
    assert corpus(a, b).events() == corpus(b, a).events()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_examples(rule: Rule) -> None:
    for example in rule.examples:
        lines = example.text.split("\n")
        found = corpus(*(document(f"d{i}", line) for i, line in enumerate(lines)))
        if rule.id in {"events.aligned", "events.possible"}:
            spans = [s for x in found.alignments if x.rule == rule.id for s in (x.a, x.b)]
        else:
            entry = CatalogueEvent("The bridge", ("the bridge at Varn",))
            catalogue = Catalogue(events=(entry,) if rule.id == "events.catalogue" else ())
            spans = [m for e in found.events(catalogue) if e.rule == rule.id for m in e.mentions]
        assert [found.quote(span) for span in spans] == list(example.finds)


def test_rules_are_named_once() -> None:
    assert len({rule.id for rule in events.RULES}) == len(events.RULES) == 4


NAMES = ["Varn", "Oland", "sank", "May 1998", "4", "The ferry", "said"]
ODD = ["“", "”", ".", "\n", "\U0001f600", "Паром", "\ud800", "עברית"]


@settings(max_examples=15, deadline=None)
@given(st.lists(st.lists(st.sampled_from(NAMES + ODD), max_size=20), min_size=1, max_size=3))
def test_odd_texts_do_no_harm(texts: list[list[str]]) -> None:
    found = corpus(*(document(f"d{i}", " ".join(words)) for i, words in enumerate(texts)))
    spans = [m for e in found.events() for m in e.mentions] + [
        s for x in found.alignments for s in (x.a, x.b)
    ]
    assert all(found.quote(span).strip() == found.quote(span) != "" for span in spans)
    assert all(len(e.label) <= 70 for e in found.events())


def test_empty_parses_give_nothing() -> None:
    empty = document("a", "")
    parse = Parse("a", (), (), (), (), ())
    assert align.run((empty,), (parse,), (), (), (), ()) == ()
    assert discover.run((empty,), (parse,), (), (), (), (), (), Catalogue()) == ()


LABELS = [
    # An adverb, a condition, a negation or a speaker is never lost: no cut clause.
    (
        "In May 1998 mayor Ilse Brandt had seemingly accepted, after many long evenings of talks with the fishermen, "
        "that the harbour of Oland would never again be dredged.",
        ("seemingly accepted", "had accepted", "accepted that"),
    ),
    (
        "On 4 May 1998 the council of Varn said that Lemmy was ready to pay for a lighthouse on the northern rocks if "
        "Oland paid for the road that leads to it.",
        ("ready to pay", "was"),
    ),
    (
        "On 4 May 1998 the owners of the Oland mill rejected the union negotiating a settlement with its workers "
        "without lawyers in the room.",
        ("rejected",),
    ),
    (
        "On 4 May 1998 Ilse Brandt never signed the treaty on herring in Varn, which she had read twice.",
        ("reaty",),
    ),
]


@pytest.mark.parametrize(("text", "lost"), LABELS)
def test_a_label_asserts_nothing_that_the_text_does_not(text: str, lost: tuple[str, ...]) -> None:
    labels = [e.label for e in corpus(document("a", text, "1998-06-01")).events()]
    assert labels
    assert not [word for word in lost for label in labels if word in label]
    assert not any("…" in label for label in labels)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "On 4 May 1998 the talks took place in Norway, on a small island that no map of the coast shows at all.",
            "Talks in Norway, 4 May 1998",
        ),
        (
            "On 4 May 1998, Ilse Brandt said that she would keep the port open if the ministry in Oslo agreed to it.",
            "Statement by Ilse Brandt, 4 May 1998",
        ),
        (
            "In a meeting with Norwegian fishermen on 4 May 1998, Ilse Brandt gave them what she called a map.",
            "Meeting with Norwegian fishermen, 4 May 1998",
        ),
        (
            "Ilse Brandt, who had been ill for weeks, flew to Lisbon on 4 May 1998 and rang the owners of the mill.",
            "Ilse Brandt flew to Lisbon, 4 May 1998",
        ),
        (
            "Nils Oberg said on 4 May 1998 that nine captains were asked about the port.",
            "Nils Oberg says nine captains were asked about the port, 4 May 1998",
        ),
        (
            "“The harbour belongs to nobody,” Nils Oberg said on 4 May 1998, and left the hall by the north door.",
            "Nils Oberg: “The harbour belongs to nobody”, 4 May 1998",
        ),
        (
            "When the ice broke on 4 May 1998, Nils Oberg sold three boats to the owners of the Oland mill.",
            "Nils Oberg sold three boats to the owners of the Oland mill",
        ),
    ],
)
def test_a_label_is_a_title(text: str, expected: str) -> None:
    assert [e.label for e in corpus(document("a", text, "1998-06-01")).events()] == [expected]


def test_a_clause_whose_subject_is_a_time_heads_nothing() -> None:
    read = parse.run(document("a", "The last day of March brought the quarry its longest strike."))
    assert [read.tokens[i].text for i in range(5)] == ["The", "last", "day", "of", "March"]
    assert not list(headlines(read, read.sentences[-1], range(5), "", 80))


def test_labels_differ() -> None:
    lines = (
        "Ilse Brandt said on 4 May 1998 that fish is dear.\n"
        "On 4 May 1998 Ilse Brandt said that coal and wood cost more."
    )
    found = corpus(
        document("a", lines), document("b", "Ilse Brandt said in 1998 that all roads of Varn need sand.")
    )
    labels = [e.label for e in found.events()]
    assert len(set(labels)) == len(labels) > 1


@pytest.mark.parametrize(
    "text",
    [
        "Varn closed its harbour, the first town on the coast to do so (see the Lemmy Post, 4 May 1998).",
        "Mayor Ilse Brandt met in Varn the same problems that her father had faced in 1968.",
        "The treaty signed in February 1968 pleased Ilse Brandt and the fishermen of Varn.",
        "The railway had strong support in Varn from the great flood of 1968 to date, as Ilse Brandt found.",
    ],
)
def test_a_time_of_something_else_dates_no_event(text: str) -> None:
    assert {e.date.from_ for e in corpus(document("a", text)).events()} <= {None}


def test_passages_of_other_years_are_not_one_event() -> None:
    found = corpus(
        document(
            "a",
            "On 4 May 1998 the council of Varn met in the old harbour hall to speak of herring.",
            "1998-05-05",
        ),
        document(
            "b",
            "On 4 May 2011 the council of Varn met in the old harbour hall to speak of herring.",
            "2011-05-05",
        ),
    )
    assert [(e.date.from_, len(e.mentions)) for e in found.events()] == [("1998-05-04", 1), ("2011-05-04", 1)]


def test_a_numbered_agreement_is_not_its_city_s_state() -> None:
    found = corpus(
        document("a", "Nobody in Varn wants an Oslo 3 over fishing."),
        document("b", "The Norwegian government rejected a treaty on fishing."),
    )
    assert not any("Norway" in x.evidence.entities for x in found.alignments)
