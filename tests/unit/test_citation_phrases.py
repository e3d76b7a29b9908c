"""Outlets as sentences name them, studies and authors with years, and what only looks like a citation."""

from __future__ import annotations

import pytest

from checker import citation, extract, parse
from tests.unit.test_citation_forms import rows
from tests.unit.test_extract import snapshot


@pytest.mark.parametrize(
    ("text", "words", "outlet"),
    [
        ("Quill told state broadcaster Ostra-3 that it was late.", "told state broadcaster Ostra-3", "Ostra-3"),
        ("Quill told the daily Sokol that it was late.", "told the daily Sokol", "Sokol"),
        ("Quill told the Vale Herald's Tom Reed that it was late.", "told the Vale Herald's Tom Reed", "Vale Herald"),
        ("Quill told Tom Reed of the Vale Herald that it was late.",
         "told Tom Reed of the Vale Herald", "Vale Herald"),
        ("Quill told the Vale Herald/OPA that it was late.", "told the Vale Herald/OPA", "Vale Herald/OPA"),
        ("Quill told a reporter for the Vale Herald that it was late.",
         "told a reporter for the Vale Herald", "Vale Herald"),
        ("Quill told the Sunday edition of the Vale Herald so.",
         "told the Sunday edition of the Vale Herald", "Vale Herald"),
        ("In comments to the Vale Herald, Quill denied it.", "In comments to the Vale Herald", "Vale Herald"),
        ("Quill described the night to the BBC as quiet.", "described the night to the BBC", "BBC"),
        ("Quill is quoted in Friday's Vale Herald as denying it.", "quoted in Friday's Vale Herald", "Vale Herald"),
        ("State television reported that the weir had held.", "State television reported", "State television"),
        ("The Vale Herald, a local daily, reported that nobody drowned.",
         "The Vale Herald, a local daily, reported", "The Vale Herald"),
        ("The weir held, says the Vale Herald.", "says the Vale Herald", "Vale Herald"),
        ("Reuters, citing the mayor, says the weir held.", "Reuters, citing the mayor, says", "Reuters"),
        ("According to a tally compiled by the Vale Fish Board, eels are back.",
         "According to a tally compiled by the Vale Fish Board", "Vale Fish Board"),
        ("According to figures compiled by the Vale Fish Board, eels are back.",
         "According to figures compiled by the Vale Fish Board", "Vale Fish Board"),
        ("In the Vale Review, Ana Moor argues that eels are back.", "In the Vale Review", "Vale Review"),
        ("In a Facebook post on 3 May 2019, Quill denied it.", "In a Facebook post on 3 May 2019", "Facebook"),
        ("In her 2018 book The Silver Eel, Ana Moor argues that eels are back.",
         "2018 book The Silver Eel", "The Silver Eel"),
        ("A report by the Vale Institute found that eels are back.",
         "report by the Vale Institute", "Vale Institute"),
        ("The Vale Institute's 2019 report found that eels are back.", "2019 report", "Vale Institute"),
        ("A study in the journal Eel and Weir found that they are back.",
         "study in the journal Eel and Weir", "Eel and Weir"),
        ("According to the coroner's report, he drowned.", "According to the coroner's report", "coroner's report"),
        ("The pit was closed, Radio Sorn reported.", "Radio Sorn reported", "Radio Sorn"),
        ("Quill told Kanal Ostra that it was late.", "told Kanal Ostra", "Kanal Ostra"),
        ("Il Corso wrote that the weir had held.", "Il Corso wrote", "Il Corso"),
        ("Las Vegas said that the weir had held.", None, None),
        ("The opposition paper Sokol said the weir had held.", "The opposition paper Sokol said", "Sokol"),
        ("The weir held, according to VNA.", "according to VNA", "VNA"),
        ("The Vale Fish Board (VFB) met. The weir held, according to VFB.", None, None),
        ("As Nordlys first reported, the weir held.", "Nordlys first reported", "Nordlys"),
        ("Sales of eels fell, Nordlys reported.", None, None),
        ("In an interview broadcast by Lumen on Friday, Quill denied it.",
         "In an interview broadcast by Lumen on Friday", "Lumen"),
        ("A Northlake poll showed that eels are liked.", "Northlake poll", "Northlake"),
        ("A Sunday poll showed that eels are liked.", "Sunday poll", "Sunday poll"),
        ("A poll by Westlake Research of 1,050 anglers put eels first.",
         "poll by Westlake Research", "Westlake Research"),
        ("According to a recent Vale Institute survey, eels are liked.",
         "According to a recent Vale Institute survey", "Vale Institute"),
        ("In a letter to parents dated 3 May, the school apologised.", "letter to parents dated 3 May", "letter"),
        ("She sent a letter to her mother dated 3 May and went to bed.", None, None),
        ("A memo from the Vale Board dated 2 March says that the weir is old.",
         "memo from the Vale Board dated 2 March", "Vale Board"),
        ("A joint statement issued by Vale and Ostra on Monday said the weir would open.",
         "joint statement issued by Vale and Ostra on Monday", "Vale and Ostra"),
        ("The two towns issued a joint statement on Monday.", None, None),
        ("The Vale Institute said in a report published on Tuesday that eels are back.",
         "report published on Tuesday", "Vale Institute"),
        ("A working paper by Ana Moor of the Vale School of Economics finds that rents fell.",
         "working paper by Ana Moor of the Vale School of Economics", "Vale School of Economics"),
        ("A book by Ana Moor was sold at the fair.", None, None),
        ("Under Directive (EU) 2019/33, farms must keep records.", "Directive (EU) 2019/33", "Directive (EU) 2019/33"),
        ("As the Vale Bank's Trade Outlook notes, ports are slow.", "Trade Outlook", "Vale Bank"),
        ("Quill told Olaf Marlow that it was late.", None, None),
        ("He said so in a phone call with the Vale Herald.", "in a phone call with the Vale Herald", "Vale Herald"),
        ("“Enough,” the mayor wrote on X. Nobody answered.", "wrote on X", "X"),
        ("Ana Moor and Tom Reed reported for the Vale Herald that the weir had held.",
         "reported for the Vale Herald", "Vale Herald"),
        ("Speaking Spanish on Univision, he went on.", None, None),
        ("Quill told the Morning Show on Sky News that it was late.",
         "told the Morning Show on Sky News", "Sky News"),
        ("Quill told a podcast, The Long Eel, that it was late.", "told a podcast, The Long Eel", "The Long Eel"),
        ("Quill told Fox that it was late.", "told Fox", "Fox"),
        ("Vicente Fox was there. Quill told Fox that it was late.", None, None),
        ("As Brightmoor reported in March, the weir held.", "Brightmoor reported in March", "Brightmoor"),
        ("As reported by Northern Journalism, the weir held.",
         "As reported by Northern Journalism", "Northern Journalism"),
        ("The Vale Herald calls the plan “a wet dream”.", "The Vale Herald calls the", "The Vale Herald"),
        ("According to reports in the Vale Herald, the weir held.",
         "According to reports in the Vale Herald", "Vale Herald"),
        ("A post on the group's Facebook page said that the weir had held.",
         "A post on the group's Facebook page", "Facebook"),
        ("The weir held, the inquiry writes in its final report.", "final report", "final report"),
        ("In a long review, the inspectors described the weir as old.", "long review", "long review"),
        ("Moor said in a statement on Friday that the weir had held.", None, None),
        ("The complaint alleges that the weir was old.", "complaint", "complaint"),
        ("The clerk filed a complaint in May.", None, None),
        ("According to FEC filings, he paid for the weir.", "According to FEC filings", "FEC"),
        ("As Ana Quill reported in her The Silver Eel, they are back.", "The Silver Eel", "The Silver Eel"),
        ("Orders for eels trebled in 2019.", None, None),
        ("They are back, according to an angler familiar with the weir.", "an angler familiar with the weir", None),
        ("Ana Moor of the Dales Times was there. Quill told the Times that it was late.",
         "told the Times", "Times"),
        ("The Vale News Service left. Rain fell, VNS reported Monday.", "VNS reported Monday", "VNS"),
        ("Quill told The Ferrier that it was late.", "told The Ferrier", "The Ferrier"),
        ("The weir held, according to The Ferrier.", "according to The Ferrier", "The Ferrier"),
        ("The Vale Herald reported Saturday that the weir had held.",
         "The Vale Herald reported Saturday", "The Vale Herald"),
        ("On “Vale at Noon,” Mayor Ana Moor denied it.", "On “Vale at Noon", "Vale at Noon"),
        ("Moor said late Sunday on Sky News that the weir had held.", "on Sky News", "Sky News"),
        ("The board bought time on Sky News for its plan.", None, None),
        ("Moor, a veteran newspaper editor, left. The weir held, said Moor.", None, None),
        ("Michael Bloomberg left the town. The weir held, said Bloomberg.", None, None),
        ("Quill told Norway's NRK that it was late.", "told Norway's NRK", "NRK"),
        ("Quill told the Vale Herald's editorial board so.", "told the Vale Herald's editorial board", "Vale Herald"),
        ("Quill told Politico Texas that it was late.", "told Politico Texas", "Politico Texas"),
        ("As VNM notes, the weir held.", "As VNM notes", "VNM"),
        ("Section 4 of this report describes the wells.", None, None),
    ],
)  # fmt: skip
def test_outlets_are_read_as_whole_phrases(text: str, words: str | None, outlet: str | None) -> None:
    assert [row[1:3] for row in rows(text)] == ([(words, outlet)] if words else [])


@pytest.mark.parametrize(
    ("text", "records"),
    [
        ("Quill told the Vale Herald and Radio Ostra that it was late.",
         [("told the Vale Herald", "Vale Herald"), ("Radio Ostra", "Radio Ostra")]),
        ("The weir broke (Reed 2018, 2020; Moor and Lind, 2019).",
         [("Reed 2018", None), ("2020", None), ("Moor and Lind, 2019", None)]),
        ("Moor (2018) argues that the weir broke.", [("Moor (2018)", None)]),
        ("The weir broke (Vale Fish Board 2018, 14).", [("Vale Fish Board 2018, 14", "Vale Fish Board")]),
        ("The weir broke last week (Vale Herald, May 3, 2019; May 4, 2019).",
         [("Vale Herald, May 3, 2019", "Vale Herald"), ("May 4, 2019", "Vale Herald")]),
        ("The weir broke last week (; May 4, 2019).", [("; May 4, 2019", None)]),
        ("The weir broke last week (author's interview, May 4, 2019).", [("author's interview, May 4, 2019", None)]),
        ("The weir broke last week (source: Vale Herald, May 4, 2019).", [("Vale Herald, May 4, 2019",
         "Vale Herald")]),
        ("The weir broke last week (Tom Reed, “The weir”, Vale Herald, May 4, 2019).",
         [("Tom Reed, “The weir”, Vale Herald, May 4, 2019", "Vale Herald")]),
        ("The weir broke [1, 2].\n\n[1] Vale Herald, 3 May 2019.\n\n[2] Radio Ostra, 4 May 2019.",
         [("1", "Vale Herald"), ("2", "Radio Ostra")]),
        ("The weir broke.²\n\n² Vale Herald, 3 May 2019.", [("²", "Vale Herald")]),
    ],
)  # fmt: skip
def test_one_citation_for_each_source(text: str, records: list[tuple[str, str | None]]) -> None:
    assert [row[1:3] for row in rows(text)] == records


@pytest.mark.parametrize(
    "text",
    [
        "Quill told the Vale Herald board that he would go.",
        "Quill told a Vale Herald rally that he would go.",
        "The Vale Herald said it would close an office.",
        "The Vale Herald reported a loss of two million crowns.",
        "Quill wrote for the Vale Herald from 2004 to 2009.",
        "The wedding (Ostra, May 4) was quiet. The match ended late at night (Arden Park, May 4).",
        "The rowers won all races (Arden, May 4; Ostra, May 9) and went home.",
        "She won gold (Arden 2012), and the ship (Kestrel, 1921) sank.",
        "Quill declined to be interviewed by the Vale Herald, and accepted an interview with Radio Ostra.",
        "The report sheds light on the OPA’s lax rules.",
        "The editor of the Vale Herald resigned, and reporters from Reuters were barred.",
        "The works will last three weeks (see Chapter 3).",
    ],
)
def test_what_only_looks_like_a_citation_is_none(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The Vale Herald quoted Quill as saying that the weir had held.", "the weir had held"),
        ("Asked by the Vale Herald whether he would go, Quill said no.", "Quill said no"),
        ("According to a report published by the Vale Herald, the weir had held.", "the weir had held"),
        ("The weir had held, the Vale Herald reported, and may hold again.", "The weir had held"),
        ("The weir had held, an investigation by the Vale Board found.", "The weir had held"),
        (
            "Nobody cites Article 4 of the Treaty of Vale, which forbids weirs of stone.",
            "forbids weirs of stone",
        ),
    ],
)
def test_what_a_citation_carries_stands_where_the_sentence_has_it(text: str, claim: str) -> None:
    document = extract.run(snapshot(text, "text/plain"))
    found = citation.run(document, parse.run(document))
    assert [document.quote(c.claim) for c in found if c.claim] == [claim]
