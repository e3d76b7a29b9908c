"""What is cited by common words: documents without a name, parts that stand alone, `the paper`, sources who ask."""

from __future__ import annotations

import pytest

from tests.unit.test_citation_forms import rows


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The town charter forbids the sale of the common.", "town charter"),
        ("The coroner's report describes a fall of nine metres.", "coroner's report"),
        ("According to court filings, the brothers shared one account.", "According to court filings"),
        ("The search warrant speaks of silver spoons.", "search warrant"),
        ('She quoted from the party\'s manifesto: "Every village shall have a doctor."', "party's manifesto"),
        ('The coalition agreement is clear. "The pier stays," it says on page 31.', "coalition agreement"),
        ("As the inquiry's final report puts it, nobody was in charge.", "inquiry's final report"),
        ("The city's own guidelines say a playground needs a fence.", "city's own guidelines"),
        ("Three in five pupils walk to school, a ministry survey found.", "ministry survey"),
        ("According to the log of the lighthouse keeper, the fog came at four.",
         "According to the log of the lighthouse keeper"),
        ("As stated in the prospectus, the fund invests in timber.", "prospectus"),
        ("The court's opinion, written by Justice Moor, rests on one word.",
         "court's opinion, written by Justice Moor"),
        ("Four wells are dry, says a draft report by the provincial health office.",
         "draft report by the provincial health office"),
        ("The health service's own figures show that waits have doubled.", "health service's own figures"),
    ],
)  # fmt: skip
def test_a_document_without_a_name_is_cited_for_what_it_says(text: str, words: str) -> None:
    assert [row[1] for row in rows(text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "The minister leaked the report himself, then burned his copy.",
        "He kept to the letter of the law and to the spirit of the kitchen.",
        "Parliament passed the budget by two votes, and the treaty was ratified an hour later.",
        "It was the warmest May in the record books.",
        "The court will deliver its judgment on 9 June.",
        "The commission's interim report will call for a new pier.",
        "Her poor judgment shows in the kitchen.",
        "The governor's policy shows no sign of change.",
        'His final assessment: "It is not quite dead," he said.',
        "The pact holds for now, and the strategy has been torn up.",
        "In keeping with court protocol, the men wore white.",
        "The new law allows for fines.",
        "The district paper says little, and it says that late.",
        "His costs rose, but he has said that the estimates are old.",
    ],
)
def test_a_document_that_is_news_itself_is_not_cited(text: str) -> None:
    assert [row for row in rows(text) if row[0] in ("document", "according_to")] == []


@pytest.mark.parametrize(
    ("text", "words", "outlet"),
    [
        ("Quay tariffs are fixed by the Harbour Dues Regulation.",
         "Harbour Dues Regulation", "Harbour Dues Regulation"),
        ("A tram is defined there, and so says our Traffic Act (section 2).", "Traffic Act (section 2)", "Traffic Act"),
        ("The tribunal found in Case 14/2019 that a promise binds.", "Case 14/2019", "Case 14/2019"),
        ("Fact Sheet 9 of the Vale Health Board advises against boiling the root.",
         "Fact Sheet 9 of the Vale Health Board", "Vale Health Board"),
        ("In Salt and Silver (Mill Press, 2011), the historian Inga Pell argues that mines paid.",
         "In Salt and Silver (Mill Press, 2011)", "Salt and Silver"),
        ("According to the shipping database HullWatch, it was detained twice.",
         "According to the shipping database HullWatch", "HullWatch"),
        ("A 44-page report released in May 2019 by the watchdog group Open Weir names nine banks.",
         "44-page report released in May 2019 by the watchdog group Open Weir", "Open Weir"),
        ("The Vale Congress met under a contract, and the Paris Accord fulfils a dream.", None, None),
        ("The Centre for Water Policy moved to Arden.", None, None),
        ("They unite behind the Eel Protection Act, proposed last year in Arden.", None, None),
    ],
)  # fmt: skip
def test_a_document_with_a_name_is_cited_whole(text: str, words: str | None, outlet: str | None) -> None:
    assert [row[1:3] for row in rows(text)] == ([(words, outlet)] if words else [])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She had given the same answer to Radio Vale.", ["given the same answer to Radio Vale"]),
        ("On the podcast Deep Harbour, the minister admitted that she had lost it.", ["On the podcast Deep Harbour"]),
        ("The Vale Post's Rita Sand was first to report that the bridge was sold.",
         ["The Vale Post's Rita Sand was first to report"]),
        ("Reporting that is new, according to the state-run Vale News Agency, came late.",
         ["according to the state-run Vale News Agency"]),
        ("The court told Radio Vale to pay a fine.", []),
        ("He told the Arden story of the eel.", []),
        ("An editor at the Vale Herald argued with the cook.", []),
    ],
)  # fmt: skip
def test_what_outlets_are_told_and_what_they_are_not(text: str, words: list[str]) -> None:
    assert [row[1] for row in rows(text)] == words


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The Marsh Convention was signed in 1971. Article 4 requires each party to name a bog.",
         [("Article 4", "Marsh Convention")]),
        ("The indictment runs to 61 pages. Paragraph 14 says that the captain slept.",
         [("Paragraph 14", "indictment")]),
        ("The Lisk Agreement was hailed as a triumph. Under Article 2, each side keeps its stamps.",
         [("Article 2", "Lisk Agreement")]),
        ("Section 2 describes the harbour, section 3 the tolls.", []),
        ("This report has five parts. Section 4 gives the times.", []),
        ("The Lisk Agreement was hailed as a triumph. Paragraph 3 below gives our prices.", []),
        ("The Lisk Agreement was hailed as a triumph, and he turned to page 9 of his novel.", []),
    ],
)  # fmt: skip
def test_a_part_alone_is_of_the_document_before(text: str, parts: list[tuple[str, str]]) -> None:
    assert [
        row[1:3] for row in rows(text) if row[1].split()[0] in ("Article", "Paragraph", "Section")
    ] == parts


@pytest.mark.parametrize(
    ("text", "words", "outlet"),
    [
        ("A plumber told the Hexley Post of it; the mayor told the paper that she smelled nothing.",
         "told the paper", "Hexley Post"),
        ("It sank, Reuters reported. According to the agency, nobody drowned.", "According to the agency",
         "Reuters"),
        ("It sank, the Vale Herald reported. The newspaper also quoted a cook.", "The newspaper also quoted",
         "Vale Herald"),
    ],
)  # fmt: skip
def test_an_outlet_goes_by_a_common_noun_once_it_is_named(text: str, words: str, outlet: str) -> None:
    assert (words, outlet) in [(row[1], row[2]) for row in rows(text)]


def test_a_newspaper_that_nobody_named_or_told_is_none() -> None:
    assert rows("The paper was late again, and he told the paper boy so.") == []
    assert [row[1] for row in rows("It sank, Reuters reported. He told the station master.")] == [
        "Reuters reported"
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A Western diplomat told Reuters on condition of anonymity that it was lost.",
         ["told Reuters", "on condition of anonymity"]),
        ("A cook, speaking on condition that her surname be left out, said the soup was tested.",
         ["A cook, speaking on condition that her surname be left out"]),
        ("An insider at the mill, who did not want his name published, showed me the book.",
         ["An insider at the mill, who did not want his name published"]),
        ("The boy's uncle, whose name is being withheld, walked for nine days.",
         ["The boy's uncle, whose name is being withheld"]),
        ("The nights are loud, says Mara (not her real name).", ["Mara (not her real name)"]),
        ("According to two bankers with knowledge of the matter, the loan was never paid.",
         ["two bankers with knowledge of the matter"]),
        ("Two people familiar with the area got lost.", []),
        ("The insiders believe that autumn is best.", []),
    ],
)  # fmt: skip
def test_a_source_asks_for_its_name_to_be_kept(text: str, words: list[str]) -> None:
    assert [row[1] for row in rows(text)] == words


@pytest.mark.parametrize(
    ("text", "records"),
    [
        ("The mill burned.[^a]\n\n[^a]: *Arden Tagblatt*, 3 March 1887, p. 2.", [("Arden Tagblatt", "1887-03-03")]),
        ("The wells are dry.[1]\n\nNotes\n[1] Water Atlas 2040, Ministry of Works, 2022.",
         [("Water Atlas 2040", "2022")]),
        ("The tower leans.[^t]\n\n[^t]: Survey of the Minster Works Office, May 2019.",
         [("Minster Works Office", "2019-05")]),
        ("Wages fell over nine years in the mine (Vale Institute, Annual Survey 2018, p. 4).",
         [("Vale Institute", "2018")]),
        ("Run `curl https://files.example/tool` first.", []),
        ("Open http://localhost:8080/health and wait.", []),
    ],
)  # fmt: skip
def test_notes_brackets_and_addresses_in_code(text: str, records: list[tuple[str, str]]) -> None:
    assert [(row[2], row[3]) for row in rows(text, "text/markdown")] == records
