"""Quotations cut, hidden behind dots, or explained in brackets: what is found, and look-alikes that are left alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.divergence import surety, wording
from checker.model import Interval
from tests.facts import drafts, facts_of

CUT = [
    (
        "Interview with Birch. No child was sent home without food.",
        "In Alder Tom Reed said: “No child was sent home.”",
        "goes on “without food”",
    ),
    (
        "The old tunnel can be made safe if the pumps are renewed.",
        "“The old tunnel can be made safe,” Ilse Marn told Alder.",
        "goes on “if the pumps are renewed”",
    ),
    (
        "“The nurses will get every missing wage, subject to the vote of the council,” said Ilse Marn.",
        "“The nurses will get every missing wage,” said Ilse Marn.",
        "goes on “subject to the vote of the council”",
    ),
    (
        "“The whole herd was healthy in the spring, apart from the calves,” Tom Reed said.",
        "Tom Reed said: “The whole herd was healthy in the spring.”",
        "goes on “apart from the calves”",
    ),
    (
        "“Unless the dyke is raised, the lower fields will be under water by May,” said Ilse Marn.",
        "“The lower fields will be under water by May,” said Ilse Marn.",
        "begins “Unless the dyke is raised”",
    ),
    (
        "The clinic wrote: I doubt that the nurses in the valley knew of the missing drugs.",
        "“The nurses in the valley knew of the missing drugs,” the clinic wrote.",
        "begins “I doubt that”",
    ),
    (
        "“The mason has mended the north wall twice, and the parish paid him in sacks of barley,” said Ilse Marn.",
        "“The mason has mended the north wall twice,” said Ilse Marn.",
        "goes on “and the parish paid him in sacks of barley”",
    ),
    (
        "“The owner of the grey mill, after two dry winters, is selling the wheel and the stones to a neighbour,” said "
        "Tom Reed.",
        "Tom Reed said that somebody “is selling the wheel and the stones to a neighbour”.",
        "begins “The owner of the grey mill, after two dry winters”",
    ),
    (
        "The islanders will give up the right to fish in the bay and in return receive a ferry.",
        "“The islanders will give up the right to fish in the bay,” Ilse Marn told Alder.",
        "goes on “and in return receive a ferry”",
    ),
    (
        "“I would not have built it here, and it was never my plan,” said Ilse Marn.",
        "“I would not have built it here,” Ilse Marn said.",
        "goes on “and it was never my plan”",
    ),
    (
        "“We have mended what we could by hand, but the council kept the money back,” Tom Reed said.",
        "Tom Reed said: “We have mended what we could by hand.”",
        "goes on “but the council kept the money back”",
    ),
    # the next sentence of the same speech
    (
        "“The water of the upper well is clean. However, nobody with a cough should drink it,” Tom Reed said.",
        "Tom Reed said: “The water of the upper well is clean.”",
        "the quotation goes on “However, nobody with a cough should drink it”",
    ),
    (
        "“The sheep in the fold have grown fatter,” Ilse Marn said. “We cannot say that the new hay did it.”",
        "“The sheep in the fold have grown fatter,” Ilse Marn said.",
        "the quotation goes on “We cannot say that the new hay did it”",
    ),
    (
        "“The lorry came down too fast and hit the bridge. How that came about has to be established,” Tom Reed said.",
        "Tom Reed said: “The lorry came down too fast and hit the bridge.”",
        "the quotation goes on “How that came about has to be established”",
    ),
]
FAR = "The clinic is the oldest of the valley. It has forty beds. The roof was mended in May."
NOT_CUT = [
    # the next sentence is another matter, a question, somebody else's, or told in the quoting text's own words
    (
        "“The water of the upper well is clean. The lower one was dug in May,” Tom Reed said.",
        "Tom Reed said: “The water of the upper well is clean.”",
    ),
    (
        "“The water of the upper well is clean. We cannot afford to dig another one,” Tom Reed said.",
        "Tom Reed said: “The water of the upper well is clean.”",
    ),
    (
        "“The lorry came down too fast and hit the bridge. How is that to be established?” Tom Reed said.",
        "Tom Reed said: “The lorry came down too fast and hit the bridge.”",
    ),
    (
        "“The water of the upper well is clean,” Tom Reed said. “But the rope of it is rotten,” said Ilse Marn.",
        "Tom Reed said: “The water of the upper well is clean.”",
    ),
    (
        "“The water of the upper well is clean. However, nobody with a cough should drink it,” Tom Reed said.",
        "“The water of the upper well is clean,” Tom Reed said. Nobody who had a cough should drink of it, he warned.",
    ),
    # the rest stands further down, or the whole quotation does
    (
        "“The nurses will get every missing wage, subject to the vote of the council,” said Ilse Marn.",
        f"“The nurses will get every missing wage,” said Ilse Marn. {FAR} “It is all subject to a vote of the "
        "council,” she said.",
    ),
    (
        "“The mason has mended the north wall twice, and the parish paid him in sacks of barley,” said Ilse Marn.",
        f"A woman said that “the mason has mended the north wall twice”. {FAR} “The mason has mended the north wall "
        "twice, and the parish paid him in sacks of barley,” said Ilse Marn.",
    ),
    (
        "“The old tunnel can be made safe if the pumps are renewed,” Ilse Marn said.",
        f"“The old tunnel can be made safe,” Ilse Marn said. {FAR} “The old tunnel can be made safe if the pumps are "
        "renewed,” her report says.",
    ),
    # another speaker, a clause that says nothing, the rest behind the one who speaks
    (
        "“I would not have built it here, and it was never my plan,” said Ilse Marn.",
        "“I would not have built it here,” Tom Reed said.",
    ),
    (
        "“The nurses will wait for the council, and we will do so,” said Ilse Marn.",
        "“The nurses will wait for the council,” said Ilse Marn.",
    ),
    (
        "“I would not have built it here, and it was never my plan,” said Ilse Marn.",
        "“I would not have built it here,” Ilse Marn said, “and it was never my plan.”",
    ),
    ("No child was sent home without food.", "Tom Reed said: “No child was sent home.”"),
    ("The children were sent home in two buses.", "“The children were sent home,” Ilse Marn told Alder."),
    ("No child was sent home, the teacher wrote.", "“No child was sent home,” Ilse Marn told Alder."),
    ("No child was sent home without food.", "“No child was sent home without food,” Ilse Marn told Alder."),
    (
        "“The nurses will get every missing wage, subject to the vote of the council,” said Ilse Marn.",
        "Subject to the vote of the council “the nurses will get every missing wage”, said Ilse Marn.",
    ),
    (
        "“The nurses will get every missing wage, and I thank them for it,” said Ilse Marn.",
        "“The nurses will get every missing wage,” said Ilse Marn.",
    ),
    (
        "“The nurses will get every missing wage,” said Ilse Marn if one may trust the minutes.",
        "“The nurses will get every missing wage,” Ilse Marn said.",
    ),
    (
        "The clinic wrote: I doubt that the nurses in the valley knew of the missing drugs.",
        "The clinic doubted it. It is untrue that “the nurses in the valley knew of the missing drugs”.",
    ),
]
DROPPED = [
    (
        "No letter that we have read so far shows that the mayor knew of the leak.",
        "“No letter that we have read shows that the mayor knew of the leak,” Tom Reed wrote.",
        "so far",
    ),
    (
        "“Some of the men at the quarry had a knife in the boot that night,” Ilse Marn said.",
        "Ilse Marn said: “The men at the quarry had a knife in the boot that night.”",
        "Some of",
    ),
    (
        "The well in the upper town was perhaps poisoned before the guests arrived.",
        "“The well in the upper town was poisoned before the guests arrived,” Tom Reed wrote.",
        "perhaps",
    ),
    (
        "Most of the wells in the upper town were poisoned before the guests arrived in May.",
        "He wrote of wells: “the wells in the upper town were poisoned before the guests arrived in May.”",
        "Most of",
    ),
    (
        "The owners of the quarry had probably heard of the cracked wall in May.",
        "“The owners of the quarry had surely heard of the cracked wall in May,” Tom Reed wrote.",
        "probably",
    ),
    (
        "“It was one of the worst winters of my life,” Tom Reed said.",
        "Tom Reed called it “the worst winter of my life”. “The worst winter of my life,” Tom Reed said.",
        "one of",
    ),
    (
        "“It was one of the worst winters of my life,” Tom Reed said.",
        "“It was one of the worst winters of my life,” said Tom Reed.",
        "",
    ),
]
KEPT = [
    (
        "The Oru Herald called Tom Reed “the most stubborn mason in the long history of Oru”.",
        "Tom Reed worked for forty years and is one of the most stubborn masons in the long history of Oru.",
    ),
    (
        "Ilse Marn says that she will probably sue: “The council has sold the mill to a friend of the mayor.”",
        "“The council has sold the mill to a friend of the mayor,” Ilse Marn told the clerk.",
    ),
    (
        "“A roof is a shelter. A roof is not a hat. A roof is a promise to the whole street,” Ilse Marn said.",
        "“A roof is a shelter. A roof is a promise to the whole street,” Ilse Marn said.",
    ),
    (
        "No letter that we have read so far shows that the mayor knew of the leak.",
        "“No letter that we have read … shows that the mayor knew of the leak,” Tom Reed wrote.",
    ),
    (
        "The well in the upper town was, as Ilse Marn wrote, poisoned before the guests arrived.",
        "“The well in the upper town was poisoned before the guests arrived,” Tom Reed wrote.",
    ),
    (
        "The well in the upper town was perhaps poisoned before the guests arrived.",
        "“The well in the upper town was poisoned before the guests arrived” is perhaps what Tom Reed wrote.",
    ),
    (
        "The owners of the quarry had probably heard of the cracked wall in May.",
        "“The owners of the quarry had perhaps heard of the cracked wall in May,” Tom Reed wrote.",
    ),
    (
        "The well in the upper town was perhaps poisoned before the guests arrived.",
        "“The well in the lower town was never poisoned,” Tom Reed wrote.",
    ),
    (
        "“The mill does have a great crowd of able hands and it will be a joy to see how its next hands steer by "
        "turning the old wheel, keeping the stones sharp and winning the trust of bakers and farmers in the valley,” "
        "Tom Reed said.",
        "Tom Reed is glad. He said the mill still has a “great crowd of able hands” but its next owners will have to "
        "steer it through the trouble of keeping the stones sharp and winning the trust of bakers and farmers.",
    ),
]


@pytest.mark.parametrize(("whole", "quoting", "rest"), CUT, ids=lambda t: t)
def test_a_quotation_that_ends_before_its_sentence(whole: str, quoting: str, rest: str) -> None:
    [draft] = drafts(wording, (whole, quoting), "cut-sentence")
    assert rest in draft.statement


@pytest.mark.parametrize("texts", NOT_CUT, ids=lambda t: " / ".join(t))
def test_a_cut_that_leaves_the_sense_is_no_difference(texts: tuple[str, str]) -> None:
    assert drafts(wording, texts, "cut-sentence") == []


@pytest.mark.parametrize(("whole", "quoting", "words"), DROPPED, ids=lambda t: t)
def test_a_limiting_phrase_that_a_quotation_lacks(whole: str, quoting: str, words: str) -> None:
    made = drafts(wording, (whole, quoting), "dropped-words")
    assert [words in d.statement for d in made] == ([True] if words else [])


@pytest.mark.parametrize("texts", KEPT, ids=lambda t: " / ".join(t))
def test_words_that_are_marked_retold_or_do_not_limit_are_not_missed(texts: tuple[str, str]) -> None:
    assert drafts(wording, texts, "dropped-words") == []


SMALL = [
    ("The mill will run for two or three winters more.", "The mill will run for two to three winters more.", False),
    ("The mill stood idle in the year in which the river froze.", "The mill stood idle the year the river froze.",
     False),
    ("The mill will run if the old wheel holds.", "The mill will run if the old wheel just holds.", False),
    ("The council of Oru keeps askin for more money.", "The council of Oru keeps asking for more money.", False),
    ("I got a mill that eats my savings.", "I have a mill that eats my savings.", False),
    ("We got out of the f***ing mill in time.", "We got out of the fucking mill in time.", False),
    ("I disagree with Councillor Berg’s plan for the mill.", "I disagree with Berg’s plan for the mill.", False),
    ("The mill will run for two winters more.", "The mill will run for three winters more.", True),
    ("The mill will lose its wheel in the flood.", "The mill may lose its wheel in the flood.", True),
    ("I was asked to leave the mill before noon.", "I was ordered to leave the mill before noon.", True),
    ("We close the mill at the eleventh hour again.", "We close the mill at the 11th hour again.", False),
    ("I sang and danced and dreamt of the mill all summer.", "I sang. I danced and dreamt of the mill all summer.",
     False),
    # one unit, with and without the same in another
    ("The road is over 40 km (25 miles) long and dry.", "The road is over 40 kilometres long and dry.", False),
    ("The road is over 40 km (25 miles) long and dry.", "The road is over 40 miles long and dry.", True),
    # said to somebody here, of somebody there
    ("Your budget shows the values of your favourite painter.", "The mill's budget shows the values of his favourite "
     "painter.", False),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "differs"), SMALL, ids=lambda t: str(t))
def test_words_that_say_little_make_no_other_wording(one: str, other: str, differs: bool) -> None:
    texts = tuple(f"“{words}” Ilse Marn said." for words in (one, other))
    assert bool(drafts(wording, texts, "wording")) == differs


def test_what_the_narrator_adds_behind_the_words_is_not_left_out() -> None:
    whole = "The old tunnel can be made safe if the pumps are renewed, Ilse Marn said in Oru."
    quoting = "“The old tunnel can be made safe,” Ilse Marn told Alder."
    [draft] = drafts(wording, (whole, quoting), "cut-sentence")
    assert "“if the pumps are renewed”" in draft.statement


def test_a_cut_is_told_by_the_words_left_out() -> None:
    whole = "“The tide is on our side. But the boats are old and the nets are torn,” Ilse Marn said."
    part = "“The tide is on our side,” Ilse Marn said. The boats left at noon."
    assert [d.statement for d in drafts(wording, (whole, part), "cut")] == [
        "Birch quotes Ilse Marn without “But the boats are old and the nets are torn”, which Alder has."
    ]


def test_words_that_only_lead_in_are_not_missed() -> None:
    whole = "“{} there is a great chance to open the old bridge before the winter,” Ilse Marn said."
    part = "“There is a great chance to open the old bridge before the winter,” Ilse Marn said."
    assert not drafts(wording, (whole.format("But I think that"), part), "cut")
    assert drafts(wording, (whole.format("But nobody believes that"), part), "cut-sentence")
    assert drafts(wording, (whole.format("It is a lie that"), part), "cut-sentence")


def test_two_texts_that_each_go_on_with_another_sentence_print_two_parts() -> None:
    begins = "“The nurses have gone back to paper and they do it with great care. {}” Ilse Marn said."
    more = begins.format("But we are asking the old to stay at home until Monday.")
    assert drafts(wording, (begins.format("").replace(". ”", ".”"), more), "cut")
    other = begins.format("I ask the whole town for patience while the machines are mended.")
    assert not drafts(wording, (other, more), "cut")


def test_who_quotes_only_what_a_speaker_quotes_leaves_nothing_out() -> None:
    whole = (
        "“On the way to the quay the mayor turned to me and said ‘the pilot has a very poor eye for the tide,’” "
        "Ilse Marn wrote."
    )
    inner = "Ilse Marn wrote of the mayor: “The pilot has a very poor eye for the tide.”"
    assert not drafts(wording, (whole, inner), "cut")


def test_a_paper_and_what_a_person_says_of_it_are_two_texts() -> None:
    one = "“The sale of the mill was an act of unheard-of greed against the whole valley,” {}."
    other = "“The sale was an act of unmatched greed against the whole valley and its mill,” {}."
    assert drafts(
        wording, (one.format("Ilse Marn said"), other.format("Ilse Marn told the council")), "wording"
    )
    assert not drafts(wording, (one.format("the lawsuit says"), other.format("Ilse Marn said")), "wording")


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Harbour Radio", "the Oru Sun", False),
        ("the Valley Daily in Oru", "Oru Harbour Radio", False),
        ("the Oru Sun", "the Sun", True),
        ("the National Press Agency", "NPA", True),
        ("Harbour Radio", "reporters", True),
    ],
)
def test_what_was_told_to_two_outlets_is_no_one_utterance(one: str, other: str, found: bool) -> None:
    text = "“The gates of the old dam {} be opened by the council this year,” Maria Lopez told {}."
    assert bool(drafts(wording, (text.format("must", one), text.format("should", other)), "wording")) is found


def test_what_was_told_to_one_outlet_alone_is_another_utterance() -> None:
    text = "“The gates of the old dam {} be opened by the council this year,” Maria Lopez {}."
    one, other = text.format("must", "said"), text.format("should", "told {}")
    assert drafts(wording, (one, other.format("the council")), "wording")
    assert not drafts(wording, (one, other.format("us")), "wording")
    assert drafts(wording, (one, f"“They told us.” {text.format('should', 'said')}"), "wording")
    assert not drafts(wording, (one, other.format("Birch")), "wording")
    assert not drafts(wording, (one, f"Maria Lopez told us more. {text.format('should', 'said')}"), "wording")


def test_a_tense_that_grammar_shifts_is_no_other_wording() -> None:
    whole = "“Further details of the old dam {} be set out in due course,” Maria Lopez said."
    shifted = "Maria Lopez said {}“further details of the old dam would be set out in due course”."
    assert drafts(wording, (whole.format("will"), shifted.format("")), "wording")
    assert not drafts(wording, (whole.format("will"), shifted.format("that ")), "wording")
    assert drafts(wording, (whole.format("must"), shifted.format("that ")), "wording")


def test_a_word_between_two_quoted_pieces_is_the_narrators() -> None:
    quoting = "“There was no guard at all. There were three boys asleep on the quay,” Ilse Marn said."
    pieces = "Ilse Marn, who had said that there was “no guard at all” and that there were only “three boys asleep on "
    assert not drafts(wording, (f"{pieces}the quay”, was silent.", quoting), "dropped-words")
    whole = "“There was no guard at all. There were only three boys asleep on the quay,” Ilse Marn said."
    assert drafts(wording, (whole, quoting), "dropped-words")


def test_a_report_that_is_quoted_may_have_been_rewritten() -> None:
    later = "The charges are to rest on the ledger and to rest largely on his conduct at the mill that he had owned."
    quoted = "{} the charges “rest on the ledger and rest on his conduct at the mill that he had owned”."
    assert drafts(wording, (later, quoted.format("Ilse Marn of Alder wrote that")), "dropped-words")
    assert not drafts(wording, (later, quoted.format("Alder reported that")), "dropped-words")


TOLD = [
    (("“I was asked to leave the mill before noon,” Ilse Marn said.",
      "“I was ordered to leave the mill before noon,” Ilse Marn told the court."),
     "Ilse Marn is quoted in different words: Alder “I was asked to leave the mill before noon”; Birch “I was ordered "
     "to leave the mill before noon”."),
    (("The clerk said that the wheel “is one of the oldest in the whole of the valley of Oru”.",
      "The clerk called it “the oldest in the whole of the valley of Oru”."),
     "Birch leaves “one of” out of a quotation; Alder has “is one of the oldest in the whole of the valley of Oru”."),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "told"), TOLD, ids=["other words", "words left out"])
def test_the_shown_words_hold_the_difference_and_end_at_the_marks(texts: tuple[str, str], told: str) -> None:
    assert [d.statement for d in wording.find(facts_of(*texts))] == [told]


SURE = [
    ("It is beyond doubt that the clerk altered the ledger.",
     "The auditors think it likely, though they could not prove it, that somebody falsified the ledger.", True),
    ("The valve was undoubtedly closed by hand.",
     "It is unclear whether the valve was shut by a member of the crew.", True),
    ("The valve was undoubtedly closed by hand.", "The valve was undoubtedly shut by a member of the crew.", False),
    ("The valve was undoubtedly closed by hand.", "It is unclear whether the valve was insured.", False),
    ("The valve was undoubtedly closed by hand.", "It is unclear whether the window was shut.", False),
    ("The valve was closed by hand, though not for certain.", "It is likely that the valve was shut.", False),
    ("The valve was undoubtedly closed by hand.",
     "Old valves are more likely than new ones to be shut by hand.", False),
    ("The valve was undoubtedly closed by hand.", "It is more likely than not that the valve was shut.", True),
    ("Despite reports in May that said the valve was undoubtedly closed by hand, it was open.",
     "It is unclear whether the valve was shut by a member of the crew.", False),
]  # fmt: skip


@pytest.mark.parametrize(("sure", "unsure", "differs"), SURE, ids=lambda t: str(t))
def test_what_is_beyond_doubt_here_and_unproved_there(sure: str, unsure: str, differs: bool) -> None:
    assert bool(drafts(surety, (sure, unsure), "certain-and-unsure")) == differs


def test_an_ellipsis_over_an_aside_is_no_difference_and_one_over_a_negation_is() -> None:
    said = "“The ward, as I wrote to you in spring, has no clean water and will not open,” said Ilse Marn."
    aside = "“The ward … has no clean water and will not open,” said Ilse Marn."
    turned = "“The ward, as I wrote to you in spring, has … clean water and will … open,” said Ilse Marn."
    assert drafts(wording, (said, aside), "cut") == []
    assert drafts(wording, (said, turned), "cut") != []
    remark = "“The ward, to put it in one word, has no clean water and will not open,” said Ilse Marn."
    assert drafts(wording, (remark, aside), "cut") == []


PARTS = (
    "Ilse Marn wrote: “The ward on the hill needs a second well only if the old one fails. Nobody has asked the "
    "nurses in the village about it.”",
    "“The ward on the hill needs a second well,” said Ilse Marn.",
    "“… the nurses in the village …”, Ilse Marn said: “Nobody has asked the nurses in the village about it.”",
)


def test_wordings_of_different_parts_are_told_of_apart() -> None:
    for draft in drafts(wording, PARTS, "cut"):
        assert not {"birch.txt", "cedar.txt"} <= {e.span.doc for e in draft.evidence}


def test_a_sentence_of_which_only_the_end_is_kept_has_lost_the_rest() -> None:
    whole = (
        "“Nobody on this quay wants to sink a neighbour's boat. But our crews have been mending the owner's nets "
        "for six winters, and they have had enough,” said Ilse Marn."
    )
    short = (
        "“Nobody on this quay wants to sink a neighbour's boat. But they have had enough,” said Ilse Marn."
    )
    [draft] = drafts(wording, (whole, short), "wording")
    assert "our crews have been mending" in draft.statement


BRACKETS = [
    (
        "The owners of the quarry met on Monday. They are in no hurry to raise the wages.",
        "They [the neighbours] are in no hurry to raise the wages.",
        True,
    ),
    (
        "The owners of the quarry met on Monday. They are in no hurry to raise the wages.",
        "They [the quarry owners] are in no hurry to raise the wages.",
        False,
    ),
    (
        "The neighbours had come early. The owners met on Monday. They are in no hurry to raise the wages.",
        "They [the neighbours] are in no hurry to raise the wages.",
        False,
    ),
    (
        "The owners met on Monday. They sold a lorry.",
        "They [the neighbours] are in no hurry to raise the wages.",
        False,
    ),
    (
        "The owners met on Monday. They are in no hurry to raise the wages.",
        "They [sic] are in no hurry to raise the wages.",
        False,
    ),
    (
        "The neighbours met on Monday. They are in a choir that sings of wages, bread and the long winter.",
        "The price of coal rose. In May they [the drovers] sold forty mules, two carts and a barn to pay the wages.",
        False,
    ),
]


@pytest.mark.parametrize(("plain", "edited", "differs"), BRACKETS, ids=lambda t: str(t))
def test_a_bracket_against_what_the_sentence_follows_on(plain: str, edited: str, differs: bool) -> None:
    assert bool(drafts(wording, (plain, edited), "bracket-referent")) == differs


ODD = (
    "",
    "“",
    "”“”“",
    "“\ufffd never \ufffd” “…” ‘’",
    "\u202e“קו קו קו קו קו”",
    "“" + "no if " * 400,
    "“a b c d e” " * 300,
)


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_odd_marks_are_read_without_an_error(text: str) -> None:
    made = wording.find(
        facts_of(text, f"{text} x", "“Nobody has sold the well in the upper town,” Tom Reed said.")
    )
    assert all(d.kind == "quotation" for d in made)


@pytest.mark.parametrize(
    ("hearer", "cut"), [("the Oru Lantern", False), ("the Varn Herald", True), ("reporters", True)]
)
def test_what_is_told_to_two_interviewers_is_no_cut(hearer: str, cut: bool) -> None:
    whole = "Ilse Marn told the Varn Herald: “No child was sent home from the old school without food.”"
    quoting = f"“No child was sent home from the old school,” Ilse Marn told {hearer}."
    assert bool(drafts(wording, (whole, quoting), "cut-sentence")) is cut


@pytest.mark.parametrize(("own", "other", "found"), [("02", "01", 1), ("01", "02", 0)])
def test_a_text_of_a_later_day_may_have_another_speech(own: str, other: str, found: int) -> None:
    facts = facts_of(
        "“The mill will bake no loaf until the flour is safe to eat,” said Thomas Berg.",
        "“The mill will bake no loaf until the flour is safe to eat, and the council will publish all its letters,” "
        "said Thomas Berg.",
    )
    days = {"alder.txt": f"2021-05-{own}", "birch.txt": f"2021-05-{other}"}
    dated = {
        doc: replace(d, published=Interval(days[doc], days[doc], "test"))
        for doc, d in facts.documents.items()
    }
    drafts = wording.find(replace(facts, documents=dated))
    assert len([d for d in drafts if d.rule == "divergence.cut-sentence"]) == found
