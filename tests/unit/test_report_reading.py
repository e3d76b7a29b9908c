"""What a reader meets: open rows, signs, sentences behind a state, wordings, folded lists."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from checker.model import (
    Alignment,
    AlignmentEvidence,
    Citation,
    Coverage,
    Difference,
    Evidence,
    Framing,
    Quotation,
    Variant,
)
from checker.report import prove, write
from checker.report.cards import Cards
from checker.report.citing import cited_work, work
from checker.report.claim_rows import agency_table, claim_table
from checker.report.collation import collations, seen
from checker.report.corpus import Corpus
from checker.report.drawing import drawing
from checker.report.findings import Findings
from checker.report.marks import Marker
from checker.report.matrix import matrix
from checker.report.pairs import pairs_of
from checker.report.signs import claimed, device_name
from checker.report.statements import set_statement
from checker.report.told import divergences_by_event, resembling
from checker.report.utterances import quotation_of
from checker.report.views_citation import citation_views
from checker.report.views_deeds import deeds_views
from checker.report.views_divergence import SPELLING, divergence_places, divergence_views
from checker.report.views_event import events_views
from checker.report.views_framing import framing_view, outlet_views
from checker.report.views_index import TELLING, index_view, report_title
from checker.report.views_method import method_view
from checker.report.views_quotation import quotation_views
from checker.report.words import is_pronoun, unmarked
from tests.unit import report_corpus as rc


def corpus_of(**changes: object) -> Corpus:
    return Corpus(rc.analysis(**changes), rc.RULES)


def card_of(divergence: rc.Divergence, **changes: object) -> object:
    corpus = corpus_of(divergences=(divergence,), **changes)
    return Cards(corpus, divergence_places(corpus)).card(divergence)


def page(tmp_path: Path, name: str, **changes: object) -> BeautifulSoup:
    write(rc.analysis(**changes), tmp_path, report_json=b"{}\n", rules=rc.RULES)
    assert prove(tmp_path).ok
    return BeautifulSoup((tmp_path / name).read_text(encoding="utf-8"), "html.parser")


def test_the_first_page_says_where_the_rest_is(tmp_path: Path) -> None:
    lede = page(tmp_path, "index.html").find(class_="lede")
    assert "Ten of 11 divergences come first. All are in the list." in lede.get_text()
    assert lede.find("a")["href"] == "divergences.html"


def test_an_event_has_the_divergences_whose_words_stand_in_its_passages() -> None:
    stray = replace(
        rc.DIVERGENCES[6],
        id="stray",
        event=None,
        rank=20,
        evidence=(Evidence(rc.A.span("Vessin and Orrin met"), "met"),),
    )
    about = divergences_by_event(rc.analysis(divergences=(*rc.DIVERGENCES, stray)))
    assert "stray" in [d.id for d in about["sel"]]
    assert "stray" not in [d.id for d in about["end"]]


def test_divergences_come_first_on_an_events_page(tmp_path: Path) -> None:
    heads = [h.get_text() for h in page(tmp_path, "events/end.html").find_all("h2")]
    assert heads[0] == "Divergences about it"


def test_a_wording_leads_to_its_page_and_back(tmp_path: Path) -> None:
    divergences = page(tmp_path, "divergences.html")
    assert (
        divergences.find(id="d-d-cut").find("a", href="quotations/u1.html").get_text() == "read word for word"
    )
    back = BeautifulSoup((tmp_path / "quotations/u1.html").read_text(), "html.parser")
    assert back.find("a", href="../divergences.html#d-d-cut").get_text() == "Divergence\u00a02"
    assert quotation_of(rc.QUOTATIONS, rc.DIVERGENCES[0]) is None


def test_every_clause_of_a_statement_has_an_open_row() -> None:
    words = ["March", "Sel", "Vessin", "Orrin", "harbour", "envoys", "league"]
    evidence = [Evidence(rc.A.span(w), "says") for w in words[:5]]
    evidence += [
        Evidence(rc.A.span("envoys"), "names the envoys"),
        Evidence(rc.A.span("league"), "names the league"),
    ]
    told = replace(
        rc.DIVERGENCES[6], evidence=tuple(evidence), statement="It names the envoys and names the league."
    )
    card = card_of(told)
    assert [line.role for line in card.open][-2:] == ["names the envoys", "names the league"]
    assert [line.role for line in card.folded] == ["says", "says"]


def test_a_denial_has_the_sign_of_a_denial() -> None:
    denied = Evidence(
        rc.C.span("Orrin’s mayor disrupted them"), "not the mayor", "reported", "aarle", "asserted"
    )
    card = card_of(replace(rc.DIVERGENCES[0], evidence=(denied,)))
    assert card.lines[0].voice.certainty.word == "denied"
    assert claimed(replace(rc.CLAIMS[0], polarity="-")) == "denied"
    assert claimed(rc.CLAIMS[0]) == "asserted"


def test_sign_and_colour_are_of_one_voice() -> None:
    wrong = Evidence(rc.A.span("he initialed the draft himself"), "initialed", "narrator", None, "asserted")
    line = card_of(replace(rc.DIVERGENCES[6], evidence=(wrong,))).lines[0]
    assert (line.voice.sign.word, line.voice.who) == ("reported", "Tomas Reker")
    assert {p.css for p in line.passage.core if "initialed" in p.text} == {"reported d"} or all(
        "reported" in p.css for p in line.passage.core
    )


def test_possible_shows_its_sentence_or_is_not_said() -> None:
    possible = tuple(
        replace(c, state="possible") if (c.event, c.doc) == ("sel", rc.C.doc) else c for c in rc.COVERAGE
    )
    sentence = rc.C.span("The pact was never signed")
    pair = Alignment(
        rc.B.span("The draft pact initialed on Sel"),
        sentence,
        None,
        0.3,
        "possible",
        AlignmentEvidence(),
        "events.align",
    )
    bare, shown = corpus_of(coverage=possible), corpus_of(coverage=possible, alignments=(pair,))
    assert bare.state("sel", rc.C.doc).state == "no_passage_found"
    assert shown.state("sel", rc.C.doc).state == "possible"
    assert resembling(shown.analysis)["sel", rc.C.doc] == (sentence,)
    row = next(r for r in matrix(shown, shown.sorted_events(), 9).rows if r.event.text == "The draft of Sel")
    cell = next(c for c in row.cells if c.source.doc == rc.C.doc)
    assert (cell.sign.word, cell.words, cell.ref.fragment) == ("possible", "", f"in-{rc.C.doc}")


def test_an_events_page_prints_the_sentence_that_may_tell_it(tmp_path: Path) -> None:
    possible = (
        *(c for c in rc.COVERAGE if c.doc != rc.C.doc),
        Coverage("sel", rc.C.doc, "possible", ("Sel",), "resembles"),
    )
    pair = Alignment(
        rc.B.span("The draft pact initialed on Sel"),
        rc.C.span("The pact was never signed"),
        None,
        0.3,
        "possible",
        AlignmentEvidence(),
        "events.align",
    )
    cover = page(tmp_path, "events/sel.html", coverage=possible, alignments=(pair,)).find(id=f"in-{rc.C.doc}")
    assert "1 sentence that may tell it" in cover.get_text()
    assert cover.find("q").get_text() == "The pact was never signed"


def test_dropped_words_look_the_same_from_every_base() -> None:
    hidden = rc.QUOTATIONS[0].differences[0]
    assert {seen(hidden, hidden.a, hidden.b, base)[0] for base in (True, False)} == {"cut"}
    only = Difference("delete", hidden.a, None, "left out", True)
    assert [seen(only, hidden.a, None, base)[0] for base in (True, False)] == ["h", "p"]


def test_a_narrators_words_inside_a_wording_are_not_coloured_as_quoted() -> None:
    whole = rc.A.span("“We will sign if the berths are guaranteed,” said mayor Ilva Brandt of Orrin")
    quotation = Quotation(
        "u9", (Variant(whole, "brandt", "a2"), rc.QUOTATIONS[1].variants[1]), (), "quotation.wording"
    )
    corpus = corpus_of(quotations=(quotation,))
    pieces = next(iter(collations(corpus, quotation))).wordings[0].passage.core
    assert {p.text: p.css for p in pieces} == {
        "“We will sign if the berths are guaranteed,”": "quoted",
        " said mayor Ilva Brandt of Orrin": "",
    }


def test_with_three_wordings_it_is_no_wording_that_is_right() -> None:
    three = replace(rc.QUOTATIONS[1], variants=(*rc.QUOTATIONS[1].variants, rc.QUOTATIONS[0].variants[0]))
    corpus = corpus_of(quotations=(three, rc.QUOTATIONS[0]))
    views = [v.verdict for _, v in quotation_views(corpus, divergence_places(corpus))]
    assert views == ["No wording is called the right one.", "Neither wording is called the right one."]


def test_numbers_of_notes_do_not_run_together(tmp_path: Path) -> None:
    twin = replace(rc.DIVERGENCES[4], id="twin", rank=12)
    copy = page(tmp_path, f"sources/{rc.A.doc}.html", divergences=(*rc.DIVERGENCES, twin))
    numbers = "".join(s.get_text() for s in copy.find_all("sup"))
    assert "5,\u200912" in numbers


def test_tables_with_a_bracket_keep_their_widths(tmp_path: Path) -> None:
    for table in page(tmp_path, "index.html").find_all("table", class_="matrix"):
        assert table.find("colgroup").find("col")["class"] == ["first"]


@pytest.mark.parametrize(
    ("words", "names_nobody"),
    [("He", True), ("it", True), ("We", True), ("US", False), ("I", True), ("Odo Lind", False), ("us", True)],
)
def test_a_pronoun_names_nobody(words: str, names_nobody: bool) -> None:
    assert is_pronoun(words) is names_nobody


def test_a_pronoun_is_no_agent_of_an_open_row() -> None:
    corpus = corpus_of()
    table = agency_table(
        corpus, [c for c in rc.CLAIMS if c.proposition == "p-init"], [rc.A.doc, rc.B.doc], ()
    )
    assert (table.rows.rows, [r.head for r in table.folded.rows]) == ((), ["He"])


def test_of_many_sources_those_with_nothing_in_a_table_have_no_column() -> None:
    claims = [c for c in rc.CLAIMS if c.span.doc in (rc.A.doc, rc.B.doc)]
    documents = [replace(rc.DOCUMENTS[0], doc=f"other-{i}.txt", outlet=f"Other {i}") for i in range(4)]
    corpus = corpus_of(documents=(*rc.DOCUMENTS, *documents))
    docs = [rc.A.doc, rc.B.doc, rc.C.doc]
    few, many = (claim_table(corpus, claims, d) for d in (docs, [*docs, *(d.doc for d in documents)]))
    assert [s.doc for s in few.folded.sources] == docs
    assert few.folded.without == ""
    assert {s.doc for table in (many.rows, many.folded) for s in table.sources} == set(docs[:2])
    for table in (many.rows, many.folded):
        assert "Other 3" in table.without
        assert all(len(row.cells) == len(table.sources) for row in table.rows)
        assert all(any(row.cells[i].open for row in table.rows) for i in range(len(table.sources)))


def test_passages_need_three_words_in_common_and_no_figures() -> None:
    def pair(*terms: str) -> Alignment:
        evidence = AlignmentEvidence((), terms, ("2021-04-17",), ("40",))
        return replace(rc.ALIGNMENTS[0], evidence=evidence)

    few, enough = (
        corpus_of(alignments=(pair("league", "stopped"),)),
        corpus_of(alignments=(pair("league", "stopped", "shipping"),)),
    )
    assert pairs_of(few, {}, Marker(few.analysis), rc.EVENTS[1]) == []
    (found,) = pairs_of(enough, divergence_places(enough), Marker(enough.analysis), rc.EVENTS[1])
    assert found.partners[0].shared == "league, stopped, shipping"


def test_passages_that_differ_most_in_what_counts_come_first() -> None:
    line = "Share this article with a friend."
    evidence = AlignmentEvidence((), ("share", "article", "friend"))
    same = replace(rc.ALIGNMENTS[0], a=rc.A.span(line), b=rc.B.span(line), evidence=evidence, score=1.0)
    near = replace(same, a=rc.W1, b=rc.W2, score=0.9)
    set_apart = replace(rc.ALIGNMENTS[0], evidence=evidence)
    corpus = corpus_of(alignments=(same, near, set_apart))
    found = pairs_of(corpus, divergence_places(corpus), Marker(corpus.analysis), rc.EVENTS[1])
    assert [(p.near, p.same) for p in found] == [(False, False), (True, False), (True, True)]
    assert found[0].partners[0].about[0].text.startswith("divergence")
    assert [x.text for x in found[1].partners[0].side.passage.core if "d" in x.css.split()] == [
        "shall",
        "when",
    ]


def test_framing_opens_rows_in_which_sources_differ() -> None:
    view = framing_view(corpus_of())
    assert [(e.event and e.event.text, [r.head.text for r in e.rows]) for e in view.events] == []
    other = replace(rc.FRAMING[1], span=rc.A.span("the dispute to continue"), cue=rc.A.at("dispute"))
    view = framing_view(corpus_of(framing=(*rc.FRAMING, other)))
    assert [(e.event.text, [r.head.text for r in e.rows]) for e in view.events] == [
        ("How the talks ended", ["what things are called"])
    ]
    assert {r.head.text for e in view.events for r in e.folded} == {"scare quote", "loaded verb"}


def test_rows_of_framing_are_by_what_is_named_and_whose_claim_it_is() -> None:
    def choice(text: rc.Text, cue: str, device: str, rule: str) -> Framing:
        return Framing(text.span(cue), device, text.at(cue), "narrator", None, "end", f"framing.{rule}")

    told = (
        choice(rc.A, "pact", "label", "label-deal"),
        choice(rc.B, "pact", "label", "label-deal"),
        choice(rc.B, "deal", "label", "label-deal"),
        choice(rc.A, "dispute", "label", "label-conflict"),
        choice(rc.C, "harbour war", "label", "label-conflict"),
        choice(rc.B, "confirmed", "presupposition", "presupposition-true"),
        choice(rc.A, "recalled", "presupposition", "presupposition-true"),
    )
    says = replace(
        rc.ATTRIBUTIONS[0],
        doc=rc.B.doc,
        id="says",
        source=(rc.B.at("Tomas Reker"),),
        speaker=None,
        cue=(rc.B.at("confirmed"),),
        content=(rc.B.at("he had initialed it"),),
        outer=None,
    )
    (event,) = framing_view(corpus_of(framing=told, attributions=(says,))).events
    assert [(r.head.text, r.note) for r in event.rows][-1] == (
        "Whose claim is told as true",
        "“confirmed” takes it for a fact; “said” does not",
    )
    assert len(event.rows) == 3
    verbs = {w.of: w for c in event.rows[-1].cells for w in c.narrator}
    assert set(verbs) == {"", "Tomas Reker"}
    assert "Tomas Reker" in "".join(p.text for p in verbs["Tomas Reker"].passage.before)


def test_an_outlets_page_has_each_word_once() -> None:
    again = replace(rc.FRAMING[1], span=rc.C.span("the Ledger"), cue=rc.C.at("harbour war"))
    views = {v.name: v for _, v in outlet_views(corpus_of(framing=(rc.FRAMING[1], again)))}
    (device,) = views["Northern Ledger"].devices
    assert (device.own, [w.times for w in device.narrator], len(device.narrator[0].places)) == (2, [2], 1)
    assert device_name("presupposition") == "taken for granted"


def test_spellings_are_folded_in_one_group() -> None:
    corpus = corpus_of(
        divergences=(replace(rc.DIVERGENCES[6], rule=SPELLING), replace(rc.DIVERGENCES[6], id="x", rank=8))
    )
    ((_, _, view),) = divergence_views(corpus, Cards(corpus, divergence_places(corpus)))
    (group,) = view.groups
    assert ([c.id for c in group.cards], [c.id for c in group.spellings]) == (["x"], ["d-label"])


def test_a_wording_is_printed_once_with_all_its_marks() -> None:
    whole, part = Evidence(rc.W1, "wording", "quoted"), Evidence(rc.A.span("guaranteed"), "differs", "quoted")
    card = card_of(replace(rc.DIVERGENCES[1], evidence=(whole, Evidence(rc.W2, "wording", "quoted"), part)))
    assert [line.role for line in card.lines] == ["wording", "wording"]
    assert "guaranteed" in [p.text for p in card.lines[0].passage.core if p.css.endswith("d")]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("[the port log](https://x.example/a) says", "the port log says"),
        ("officials, [including the harbour master of Ves", "officials, including the harbour master of Ves"),
        ("want[ed] it", "want[ed] it"),
        ("the *Ledger*", "the Ledger"),
        ("[Ledger](#", "Ledger"),
    ],
)
def test_marks_of_links_are_no_words(text: str, plain: str) -> None:
    assert unmarked(text) == plain


def test_a_copy_has_the_day_of_its_original_too() -> None:
    later = replace(
        rc.DOCUMENTS[0], published=replace(rc.DOCUMENTS[0].published, from_="2021-05-14", to="2021-05-14")
    )
    corpus = corpus_of(documents=(later, *rc.DOCUMENTS[1:]))
    assert corpus.published(rc.A.doc) == "12 May 2021, here 14 May 2021"
    assert corpus.published(rc.B.doc) == "2 Jun 2021"
    assert corpus.published(rc.D.doc) == corpus.source(rc.D.doc).when


def test_an_original_in_the_drawing_is_named_once() -> None:
    drawn = drawing(corpus_of(), [rc.A.doc, rc.B.doc])
    assert [n.label for n in drawn.nodes if n.kind == "original"] == ["12 May 2021", "2 Jun 2021"]


def test_links_without_a_target_are_told_together_and_marked_in_the_copy() -> None:
    lost = tuple(
        Citation(f"l{i}", "link", rc.A.span(w), None, "unresolvable", "No target.", "citation.anchor")
        for i, w in enumerate(("Vessin", "Orrin"))
    )
    corpus = corpus_of(citations=lost)
    ((_, _, view),) = citation_views(corpus)
    (group,) = view.groups
    assert (group.rows, [(x.reason, len(x.rows)) for x in group.lost]) == ((), [("No target.", 2)])
    findings = Findings(corpus, Marker(corpus.analysis))
    assert (*rc.A.at("Orrin"), "dead") in [(m.start, m.end, m.css) for m in findings.marks(rc.A.doc)]
    assert not [n for n in findings.beside(rc.A.doc, (0, len(rc.PACT))) if n.head == "Citation"]


def test_the_method_counts_one_as_one_and_sets_code_apart() -> None:
    rule = rc.Rule("x.y", "a rule", "Write `league` twice.", ())
    documents = (
        replace(rc.DOCUMENTS[0], author=None),
        *(replace(d, author="Nora Quill") for d in rc.DOCUMENTS[1:]),
    )
    view = method_view(Corpus(rc.analysis(documents=documents), (rule,)))
    assert "text without an author" in [u.what for u in view.unknown]
    says = next(r.says for room, rules in view.rooms for r in rules if r.id == "x.y")
    assert [(p.text, p.css) for p in says] == [("Write ", ""), ("league", "code"), (" twice.", "")]


@pytest.mark.parametrize(
    ("statement", "printed"),
    [("He said “No.”.", "He said “No.”"), ("He said “no”.", "He said “no”."), ("Who knows?", "Who knows?")],
)
def test_a_quotation_that_ends_a_sentence_ends_it_once(statement: str, printed: str) -> None:
    card = card_of(replace(rc.DIVERGENCES[6], statement=statement))
    assert "".join(p.text for p in card.statement.head) == printed


def test_a_note_names_sources_as_the_report_does() -> None:
    assert card_of(replace(rc.DIVERGENCES[6], note=f"{rc.A.doc} has more.")).note == "Harbour Times has more."


def test_a_retelling_by_a_pronoun_says_that_nobody_is_named(tmp_path: Path) -> None:
    he = (rc.A.at("he initialed")[0], rc.A.at("he initialed")[0] + 2)
    told = tuple(replace(a, speaker=None, source=(he,)) if a.id == "a3" else a for a in rc.ATTRIBUTIONS)
    event = page(tmp_path, "events/sel.html", attributions=told)
    assert "“he”, not named recalled" in event.find(class_="chains").get_text()


def test_words_that_run_over_the_end_of_a_wording_are_printed_with_it() -> None:
    start, end = rc.A.at("We will sign if the berths")
    whole, over = rc.Span(rc.A.doc, start, end), rc.A.span("berths are guaranteed")
    card = card_of(
        replace(rc.DIVERGENCES[1], evidence=(Evidence(whole, "wording"), Evidence(over, "differs")))
    )
    assert ["".join(p.text for p in line.passage.core) for line in card.lines] == [
        "We will sign if the berths are guaranteed"
    ]


def test_an_event_is_told_in_texts(tmp_path: Path) -> None:
    dated = replace(rc.EVENTS[0], date=replace(rc.EVENTS[0].date, basis="told in 1 document"))
    assert "told in 1 text." in page(tmp_path, "events/sel.html", events=(dated, rc.EVENTS[1])).get_text()


def test_a_citation_shows_its_claim_its_author_and_whether_the_document_says_so() -> None:
    corpus = corpus_of()
    shown = [row for _, _, view in citation_views(corpus) for group in view.groups for row in group.rows]
    row = next(row for row in shown if row.id == "k4")
    assert row.author == "Nora Quill"
    assert row.differs == ("The text names another day.",)
    assert row.support is not None
    assert (row.support.word, row.why) == ("may say so", "Much of it is there.")
    assert row.claim is not None
    assert row.told is not None
    assert corpus.by_doc[row.told.span.doc].quote(row.told.span) == "Some 40 vessels stayed in port."


def test_the_words_that_a_quotation_leaves_out_stand_in_their_sentence() -> None:
    said = rc.A.span("Orrin would give up the northern pier")
    rest = rc.A.span("and in return receive ice-free berths from a group of towns")
    evidence = (Evidence(said, "the sentence"), Evidence(rest, "left out"))
    card = card_of(replace(rc.DIVERGENCES[1], evidence=evidence))
    (line,) = card.lines
    assert (line.passage.span.start, line.passage.span.end) == (said.start, rest.end)
    marked = {p.text: p.css.split()[-1] for p in line.passage.core}
    assert marked[rest.of(rc.A.text)] == "h"


@pytest.mark.parametrize(
    ("statement", "head", "detail", "repeats"),
    [
        ("The ferry left twice.", "The ferry left twice.", "", False),
        (
            "One ferry, two days: A “left on Monday”; B “left on Friday”.",
            "One ferry, two days",
            "A “left on Monday”; B “left on Friday”.",
            True,
        ),
        (
            f"Who sold the ferry: {'the town, the island or the bank, ' * 6}nobody knows.",
            "Who sold the ferry",
            "the town",
            False,
        ),
        ("At 3: no.", "At 3: no.", "", False),
        (f"A tells “{'the ferry sank slowly and ' * 8}”; B does not.", "A tells “the ferry sank", "", False),
    ],
)
def test_a_statement_is_parted_where_it_only_repeats(
    statement: str, head: str, detail: str, repeats: bool
) -> None:
    found = set_statement(statement)
    assert "".join(p.text for p in found.head).startswith(head)
    assert "".join(p.text for p in found.detail).startswith(detail)
    assert bool(found.detail) == bool(detail)
    assert found.repeats == repeats
    assert all(p.css == "serif" for p in (*found.head, *found.detail) if p.text.startswith("“"))


def test_doers_with_most_sentences_come_first_and_nobody_last() -> None:
    ((_, _, view),) = deeds_views(corpus_of())
    assert [row.nobody for row in view.rows] == sorted(row.nobody for row in view.rows)
    assert view.total == len(view.rows) > 3
    assert "kind" not in [facet.name for facet in view.facets]


def test_a_sparing_report_lists_no_sentence_that_no_other_page_prints() -> None:
    ((_, _, view),) = deeds_views(Corpus(rc.analysis(), rc.RULES, sparing=True))
    assert view.rows == ()


def test_a_copy_is_cited_with_its_first_publisher() -> None:
    cited = work(corpus_of(), rc.DOCUMENTS[0])
    assert cited.plain.startswith("Nora Quill, “The Ferry Pact That Never Sailed”, World Digest")
    assert "first published by Harbour Times" in cited.plain
    assert cited.csl["original-publisher"] == "Harbour Times"
    assert cited.csl["issued"] == {"date-parts": [[2021, 5, 12]]}


def test_a_document_is_cited_by_its_name_and_an_article_by_its_outlet() -> None:
    treaty = replace(rc.CITATIONS[1], form="document", target=rc.Target(outlet="Treaty of Kelm"))
    cited = cited_work(corpus_of(), treaty)
    assert cited
    assert cited.plain == "“Treaty of Kelm”"
    assert (cited.csl["type"], cited.csl["title"]) == ("document", "Treaty of Kelm")
    said = replace(treaty, form="told_outlet", target=rc.Target(outlet="Northern Ledger"))
    cited = cited_work(corpus_of(), said)
    assert cited
    assert (cited.csl["type"], cited.csl["container-title"]) == ("article-newspaper", "Northern Ledger")


def test_a_title_cannot_break_out_of_markdown() -> None:
    odd = replace(rc.DOCUMENTS[3], title="A](https://evil.example) *b* `c` <d>", url="javascript:alert(1)")
    cited = work(Corpus(rc.analysis(documents=(odd,))), odd)
    assert "A\\](https" in cited.markdown
    assert "javascript" not in cited.plain + cited.markdown + str(cited.csl)


def test_the_first_page_leads_with_what_tells_most() -> None:
    made = corpus_of()
    view = index_view(made, Cards(made, divergence_places(made)))
    keys = [card.key for card in (*([view.lead] if view.lead else []), *view.wide, *view.narrow)]
    tiers = [next(i for i, kinds in enumerate(TELLING) if key in kinds) for key in keys]
    assert tiers == sorted(tiers)


def test_events_go_by_hundreds() -> None:
    many = tuple(replace(rc.EVENTS[0], event=f"e{i:03}") for i in range(230))
    views = [view for _, _, view in events_views(corpus_of(events=many))]
    assert [len(v.matrix.rows) + len(v.matrix.folded) for v in views] == [100, 100, 30]
    assert [v.pager.current for v in views] == [1, 2, 3]
    assert [v.total for _, _, v in events_views(corpus_of(events=()))] == [0]


def test_a_report_without_a_title_is_named_by_whom_most_texts_name() -> None:
    def title(outlet: str = "Moorland Post", **told_in: int) -> str:
        docs = [replace(d, outlet=outlet) for d in rc.DOCUMENTS]
        entities = tuple(
            rc.Entity(name, name, "PERSON", tuple(rc.Span(d.doc, 0, 1) for d in docs[:texts]))
            for name, texts in told_in.items()
        )
        return report_title(Corpus(rc.analysis(documents=tuple(docs), entities=entities)))

    assert title(Reker=3, Brandt=4, Lind=2) == "Brandt and Reker in four texts"
    assert title(Reker=3, Brandt=4, Lind=3, Aarle=3) == "Brandt, Aarle and Lind in four texts"
    assert title(outlet="Brandt", Brandt=4) == title(Lind=2) == "Four texts"
