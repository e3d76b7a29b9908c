"""Every form of citation: its words, its target, its author, and the claim that it carries."""

from __future__ import annotations

import pytest

from checker import citation, extract, parse
from tests.unit.test_extract import snapshot

Row = tuple[str, str, str | None, str | None]


def rows(text: str, media_type: str = "text/plain", **manifest: str) -> list[Row]:
    """Form, words, outlet, date."""
    document = extract.run(snapshot(text, media_type, **manifest))
    found = citation.run(document, parse.run(document))
    return [
        (c.form, document.quote(c.span), c.target and c.target.outlet, c.target and c.target.date)
        for c in found
    ]


@pytest.mark.parametrize(
    ("text", "records"),
    [
        ("The well ran dry (Ostra TV, 2021-04-30).", [("Ostra TV, 2021-04-30", "Ostra TV", "2021-04-30")]),
        (
            "The well ran dry (*Plains Courier*, August 2022).",
            [("*Plains Courier*, August 2022", "Plains Courier", "2022-08")],
        ),
        (
            "The well ran dry (Alpine Dispatch, May 4, 2021, p. 7).",
            [("Alpine Dispatch, May 4, 2021, p. 7", "Alpine Dispatch", "2021-05-04")],
        ),
        (
            "The well ran dry (Reuters, AFP, May 4, 2021).",
            [("Reuters", "Reuters", "2021-05-04"), ("AFP, May 4, 2021", "AFP", "2021-05-04")],
        ),
        (
            "The well ran dry (Harbour Review, Vol. 3, No. 9).",
            [("Harbour Review, Vol. 3, No. 9", "Harbour Review", None)],
        ),
        (
            "The well ran dry (Marsh 2004), and the levee broke (Ortega and Lind, 2011, p. 3).",
            [
                ("Marsh 2004", None, "2004"),
                ("Ortega and Lind, 2011, p. 3", None, "2011"),
            ],
        ),
        (
            "The well ran dry (Ostra Bulletin, No. 14, 3 May 2020).",
            [("Ostra Bulletin, No. 14, 3 May 2020", "Ostra Bulletin", "2020-05-03")],
        ),
        ("The well of Arden ran dry this week (Reuters).", [("Reuters", "Reuters", None)]),
        ("It won the title (Rio 2016). The British Broadcasting Corporation (BBC) was there.", []),
        ("It shut for three days (March 17, 22 and 24), and Quill (4 May 1920) died.", []),
    ],
)
def test_a_bracket_cites_by_outlet_series_and_author(text: str, records: list[tuple[str, ...]]) -> None:
    assert [row[1:] for row in rows(text)] == records


@pytest.mark.parametrize(
    ("text", "records"),
    [
        (
            "In a guest essay for the Delta Standard, Omar Haddad said no.",
            [("writing_in", "In a guest essay for the Delta Standard", "Delta Standard", None)],
        ),
        (
            "Speaking to Radio Ostra on May 3, 2021, the coach blamed the wind.",
            [("told_outlet", "Speaking to Radio Ostra on May 3, 2021", "Radio Ostra", "2021-05-03")],
        ),
        (
            "Quill told the Vale Herald in an interview that it was late.",
            [("told_outlet", "told the Vale Herald in an interview", "Vale Herald", None)],
        ),
        (
            "According to a survey by the Arden Fish Board, eels are back.",
            [("according_to", "According to a survey by the Arden Fish Board", "Arden Fish Board", None)],
        ),
        (
            "Mara Quill of the Vale Herald reported that eels are back.",
            [("according_to", "Mara Quill of the Vale Herald reported", "Vale Herald", None)],
        ),
        (
            "The plan was quoted by the Plains Courier in May 2020.",
            [("according_to", "quoted by the Plains Courier in May 2020", "Plains Courier", "2020-05")],
        ),
        ("According to Petra Novak, eels are back. According to plan, they went.", []),
        ("The Vale Herald laid off thirty people. A reporter of Reuters was held.", []),
        ("Vale News Mara Quill asked him. Mara Quill left.", []),
        ("They were reported as guests in GA events.", []),
        ("She will give an interview to the Vale Herald.", []),
    ],
)
def test_a_sentence_cites_from_its_cue_to_the_date(text: str, records: list[Row]) -> None:
    assert rows(text) == records


@pytest.mark.parametrize(
    ("text", "records"),
    [
        (
            "Article 14(3) of the Charter of Ports says that pilots are free.",
            [("Article 14(3) of the Charter of Ports", "Charter of Ports", None)],
        ),
        (
            "Under the Inland Waters Convention of 1962, each state publishes maps.",
            [("Inland Waters Convention of 1962", "Inland Waters Convention", "1962")],
        ),
        (
            "In its ruling of 3 May 2020, the Supreme Court of Ostra held that rivers own land.",
            [("ruling of 3 May 2020", "Supreme Court of Ostra", "2020-05-03")],
        ),
        (
            "In Moreno v. City of Ostra, the judges held that a tram is a vehicle.",
            [("Moreno v. City of Ostra", "Moreno v. City of Ostra", None)],
        ),
        (
            "A 2019 study published in Tidal Ecology found that crabs prefer shade.",
            [("2019 study published in Tidal Ecology", "Tidal Ecology", "2019")],
        ),
        (
            "Resolution 77 of the League of Ports calls for calm.",
            [("Resolution 77 of the League of Ports", "League of Ports", None)],
        ),
        ("The Inland Waters Convention was signed in Riga. Section 4 of the motorway is closed.", []),
        ("Moreno v. City of Ostra made him rich. He sued under the Open Doors Act.", []),
    ],
)
def test_a_document_is_cited_for_what_it_says(text: str, records: list[tuple[str, ...]]) -> None:
    assert [row[1:] for row in rows(text)] == records


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Two diplomats familiar with the talks said the deal was dead.",
            ["Two diplomats familiar with the talks"],
        ),
        (
            "One nurse, who declined to be named, called the ward a warehouse.",
            ["One nurse, who declined to be named"],
        ),
        ("The deal was dead, according to a person close to the board.", ["a person close to the board"]),
        ("An unnamed clerk said so. Police sources confirmed it.", ["An unnamed clerk", "Police sources"]),
        ("An anonymous letter came. Sources of income are unclear. Officials said no.", []),
        ("Close to the source, the water is warm.", []),
    ],
)
def test_a_source_without_a_name_is_counted_as_such(text: str, words: list[str]) -> None:
    assert [row[:2] for row in rows(text)] == [("anonymous", word) for word in words]


@pytest.mark.parametrize(
    ("text", "records"),
    [
        (
            "The pier at dusk. Photo: Lin Okoye/Delta Standard",
            [("image_source", "Photo: Lin Okoye/Delta Standard", "Delta Standard", None)],
        ),
        ("Photo: 4 of 9\n\nSwipe on to see the others that we took.", []),
        (
            "An earlier version of this essay ran in Harbour Quarterly in 2018.",
            [("original_source", "ran in Harbour Quarterly in 2018", "Harbour Quarterly", "2018")],
        ),
        (
            "It ran dry.[^w] It was deep.[^x]\n\n[^w]: Quill, “Deep”, Plains Courier, 3 May 2018.\n[^x]: Nine metres.",
            [
                ("footnote", "[^w]", "Plains Courier", "2018-05-03"),
            ],
        ),
        ("See this:\n\n```\nfetch https://x.example/a\n```\n\nIt is quick, and it is all.", []),
    ],
)
def test_credits_notes_and_code(text: str, records: list[Row]) -> None:
    assert rows(text) == records


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "The well ran dry (Vale Herald, May 4), and the mill stopped (Ostra TV, May 5).",
            ["The well ran dry", "the mill stopped"],
        ),
        ("“We have no water left,” Quill told Reuters.", ["We have no water left,"]),
        (
            "Quill told Reuters that the well was dry, while Reed told AFP that it was full.",
            ["the well was dry", "it was full"],
        ),
        ("The well was dry, according to Reuters, and nobody cared.", ["The well was dry"]),
        ("The well is dry.[^1] The mill is not.\n\n[^1]: Vale Herald, 3 May 2018.", ["The well is dry"]),
        (
            "The [well](https://a.example/b) was dry, and the mill stood.",
            ["The [well](https://a.example/b) was dry"],
        ),
        ("Under Article 4 of the Water Act, wells are free.", ["wells are free"]),
    ],
)
def test_the_claim_is_what_the_citation_carries(text: str, claims: list[str]) -> None:
    document = extract.run(snapshot(text, "text/markdown"))
    found = citation.run(document, parse.run(document))
    assert [c.claim and document.quote(c.claim).rstrip(",") for c in found] == [c.rstrip(",") for c in claims]


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("Writing in the Vale Herald, the poet Mara Quill said no.", "Mara Quill"),
        ("Writing for the Vale Herald in March 2020, Mara Quill said no.", "Mara Quill"),
        ("The pier. Photo by Lin Okoye/Delta Standard", "Lin Okoye"),
        ("A study by Mara Quill published in Tidal Ecology found eels.", "Mara Quill"),
    ],
)
def test_who_wrote_it_is_kept(text: str, author: str) -> None:
    document = extract.run(snapshot(text))
    assert [c.author for c in citation.run(document, parse.run(document))] == [author]


def test_words_on_the_own_outlet_lead_back_to_it() -> None:
    text = "As this newspaper reported on 27 May, the quay sinks. The mayor told this newspaper so."
    found = rows(text, outlet="Vale Herald", date="2021-06-10")
    assert found == [
        ("back_reference", "As this newspaper reported on 27 May", "Vale Herald", "2021-05-27"),
        ("told_outlet", "told this newspaper", "Vale Herald", None),
    ]
