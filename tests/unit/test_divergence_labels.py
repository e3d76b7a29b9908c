from __future__ import annotations

from dataclasses import replace

import pytest

from checker.divergence import labels
from checker.divergence.draft import SPANS
from checker.divergence.phrasing import plain
from checker.model import Interval, Rule, Span
from tests.unit.divergence_facts import facts_of, shown

EXAMPLES = [(rule, example) for rule in labels.RULES for example in rule.examples]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[r.id for r, _ in EXAMPLES])
def test_every_rule_finds_what_its_examples_say(rule: Rule, example: object) -> None:
    facts = facts_of(*example.text.split(" / "))  # type: ignore[attr-defined]
    assert set(example.finds) <= shown(facts, labels.find(facts), rule.id)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "texts",
    [
        # the same word everywhere is no choice
        ("The war in Peru began in May.", "The war in Peru goes on."),
        # other wars, told apart by their places
        ("The war in Peru began in May.", "The invasion of Norway began in May."),
        # an indefinite phrase names no known thing
        ("The war in Peru began in May.", "A conflict in Peru would be costly."),
        # abbreviations and the people of a state are no spellings
        ("The US agreed.", "The U.S. agreed."),
        ("Russia agreed at once.", "The Russians agreed at once."),
        # another thing of the same name
        ("Orunaut-5 landed. The Orunaut-3 is older.", "The Orunaut-3 landed."),
        # a short given name
        ("Alexander Marn resigned on Monday.", "Alex Marn resigned on Monday."),
        # what is quoted is the speaker's word
        ("The clumsy plan failed.", "“It was a reckless plan,” said Anna Marn."),
        # both words in every text: no choice
        (
            "The war in Peru began in May. The invasion of Peru shook all.",
            "The invasion of Peru began in May. The war in Peru goes on.",
        ),
        # to control a place is no takeover
        ("Peru controls Norway.", "The annexation of Norway took long."),
        # nobody takes the term over: said to be untrue, or somebody's thought
        ("The so-called harbour reform was passed.", "The harbour reform was a sham."),
        ("An alleged river smuggler drowned.", "A suspected river smuggler drowned in the lock."),
        ("The so-called harbour reform was passed.", "Marn seemingly knew that the harbour reform was dead."),
        # only wished for
        ("The Lisbon accord was signed in May.", "Ministers hope to ratify the Lisbon accord."),
    ],
)
def test_no_label_divergence(texts: tuple[str, ...]) -> None:
    assert labels.find(facts_of(*texts)) == []


def test_an_older_text_does_not_name_a_later_war() -> None:
    facts = facts_of("The invasion of Peru in 2021 took long.", "The conflict in Peru goes on.")
    older = replace(facts.documents["b.txt"], published=Interval("2014-05-20", "2014-05-20", "test"))
    assert [d.rule for d in labels.find(facts)] == ["divergence.names-of-a-thing"]
    assert labels.find(replace(facts, documents=facts.documents | {"b.txt": older})) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergei Antonov left. Later Sergey Antonov came back.", "Sergei Antonov left."),
        ("They met in Kiev. Later they left Kyiv.", "Rain fell."),
        ("They met in Odessa.", "They met in Odesa."),
        ("The Harbour Bank of Lugansk failed.", "Lugansk lost a bank. Luhansk was calm."),
        ("Sergei Antonov resigned.", "Sergey Antonov resigned. Sergey Antonov wept."),
    ],
)
def test_a_spelling_that_no_text_keeps_up_may_be_a_slip(one: str, other: str) -> None:
    assert not [d for d in labels.find(facts_of(one, other)) if d.rule == "divergence.spelling"]


def test_names_that_texts_spell_differently_are_one_divergence() -> None:
    facts = facts_of(
        "Sergei Antonov met Mikhail Belov in Kiev and Odessa.",
        "Sergey Antonov met Mikhael Belov in Kyiv and Odesa.",
    )
    [draft] = [d for d in labels.find(facts) if d.rule == "divergence.spelling"]
    assert draft.importance == 1
    assert draft.statement.startswith("Names, spelled")


@pytest.mark.parametrize(
    "texts",
    [
        ("Peru agreed at once.", "Peruvian agreed at once."),
        ("They live in Denmark.", "The Danish agreed at once."),
        ("America agreed.", "The Americans agreed."),
        ("They flew to Iraq.", "They met the Iraqi envoy. Iraq agreed."),
    ],
)
def test_a_people_is_no_spelling_of_its_land(texts: tuple[str, ...]) -> None:
    assert [d for d in labels.find(facts_of(*texts)) if d.rule == "divergence.spelling"] == []


def test_the_narrators_verb_is_told_from_the_quotations() -> None:
    text = "Both sides signed the agreement. “My deputy initialed the agreement in May,” the minister said."
    facts = facts_of(text)
    (draft,) = [d for d in labels.find(facts) if d.kind == "inconsistency"]
    assert [(facts.quote(e.span), e.voice) for e in draft.evidence] == [
        ("signed the agreement", "narrator"),
        ("initialed the agreement", "quoted"),
    ]


def test_nothing_rests_on_page_furniture() -> None:
    facts = facts_of("The war in Peru began in May.", "The special operation in Peru began in May.")
    bare = {doc: replace(d, body=(), boilerplate=d.body) for doc, d in facts.documents.items()}
    assert labels.find(replace(facts, documents=bare)) == []


@pytest.mark.parametrize("example", [e for _, e in EXAMPLES], ids=[r.id for r, _ in EXAMPLES])
def test_evidence_is_short_exact_and_in_the_article(example: object) -> None:
    facts = facts_of(*example.text.split(" / "))  # type: ignore[attr-defined]
    for draft in labels.find(facts):
        assert 0 < len(draft.evidence) <= SPANS
        for span in (e.span for e in draft.evidence):
            assert 0 < span.end - span.start <= 200
            assert facts.documents[span.doc].in_body(span.start, span.end)
            assert facts.quote(span) == facts.quote(span).strip()


@pytest.mark.parametrize("text", ["“”", "Ελλάδα и Россия", "עברית", "war " * 3000])
def test_odd_texts_find_nothing_and_do_not_fail(text: str) -> None:
    facts = facts_of(text, "The war in Peru began in May.")
    assert [d for d in labels.find(facts) if d.rule == "divergence.names-of-a-thing"] == []


def test_all_verbs_of_a_narrator_are_stated_and_reported_ones_are_somebodys() -> None:
    facts = facts_of(
        "The Lisbon accord was initialed in May. Ministers signed the Lisbon accord in June.",
        "The Lisbon accord was initialed in May.",
    )
    said = [d.statement for d in labels.find(facts) if d.rule == "divergence.verbs-of-an-act"]
    assert said
    assert all("writes “initialed” and “signed”" in statement for statement in said)
    facts = facts_of(
        "Pundits claimed that the mayors failed and that the Lisbon accord was never signed.",
        "Ministers signed the Lisbon accord in June.",
    )
    assert [d for d in labels.find(facts) if d.rule == "divergence.verbs-of-an-act"] == []


def test_a_quotation_with_the_narrators_verb_lowers_the_importance() -> None:
    text = (
        "Both sides signed the agreement. “My deputy initialed the agreement in May,” the minister said. "
        "“His signature is on the last page of it,” the minister said."
    )
    facts = facts_of(text)
    (draft,) = [d for d in labels.find(facts) if d.kind == "inconsistency"]
    assert draft.importance == 2
    assert "signature" in shown(facts, [draft], draft.rule)


def test_a_term_at_a_distance_says_how_it_is_marked() -> None:
    facts = facts_of(
        "It was the purported “open gate” of the union.", "The open gate of the union was praised."
    )
    (draft,) = [d for d in labels.find(facts) if d.rule == "divergence.term-at-a-distance"]
    assert "with “purported” and quotation marks" in draft.statement


@pytest.mark.parametrize(
    ("one", "marked"),
    [
        ("The guild built a “quiet harbour” in Oru.", True),
        ("The guild wrote “quiet harbour” rather than “idle harbour” in Oru.", False),
        ("The guild chose the term “quiet harbour” in Oru.", False),
    ],
)
def test_words_that_are_themselves_the_matter_are_not_held_at_a_distance(one: str, marked: bool) -> None:
    facts = facts_of(one, "The quiet harbour in Oru was praised.")
    assert any(d.rule == "divergence.term-at-a-distance" for d in labels.find(facts)) is marked


def test_words_inside_a_statement_have_single_marks_and_end_with_a_clause() -> None:
    text = 'He “left” the "old" hall, and the mayor stayed behind with all his many friends.'
    facts = facts_of(text)
    assert plain(facts, Span("a.txt", 0, 30)) == "He ‘left’ the ‘old’ hall, and"
    assert plain(facts, Span("a.txt", 0, len(text)), 40) == "He ‘left’ the ‘old’ hall …"


def test_a_given_name_is_told_with_the_family_name() -> None:
    facts = facts_of("Sergei Antonov left Odessa.", "Sergey Antonov left Odesa.")
    (draft,) = [d for d in labels.find(facts) if d.rule == "divergence.spelling"]
    assert "“Sergei Antonov”" in draft.statement


@pytest.mark.parametrize(
    ("one", "other", "rule", "said"),
    [
        # an article before a name is no spelling of it, nor is a form that the other text has too
        ("Omar Al-Kolmani resigned.", "Omar Kolmani resigned.", "divergence.spelling", False),
        (
            "Sergei Antonov resigned.",
            "Sergey Antonov resigned. So Sergei is gone.",
            "divergence.spelling",
            False,
        ),
        # "alleged" describes the seller, and the other text has marks too
        (
            "The alleged open gate seller was caught.",
            "The open gate was praised.",
            "divergence.term-at-a-distance",
            False,
        ),
        (
            "It was the purported “open gate” of the union.",
            "Few liked the ‘open gate’. The open gate was praised.",
            "divergence.term-at-a-distance",
            False,
        ),
        # what somebody else writes, and what a text says that it stands so
        ("Sergei Antonov resigned.", "“We miss Sergey Antonov,” they said.", "divergence.spelling", False),
        ("Sergei Antonov resigned.", "They sued Sergey Antonov [sic].", "divergence.spelling", False),
        # a term that is named as somebody's own
        (
            "The paper scorned the mayor's “quiet revolution” and the bill for it.",
            "They called for a quiet revolution in the schools.",
            "divergence.term-at-a-distance",
            False,
        ),
        # a given name that somebody else has in the other text
        (
            "Sergei Antonov resigned in Kiev. Sergey Marn rose.",
            "Sergey Antonov resigned in Kyiv.",
            "divergence.spelling",
            True,
        ),
    ],
)
def test_what_is_no_other_name(one: str, other: str, rule: str, said: bool) -> None:
    assert any(d.rule == rule for d in labels.find(facts_of(one, other))) is said


def test_praise_and_what_describes_a_deed_judge_nobody() -> None:
    facts = facts_of(
        "The heroic crew came home.", "A brutal winter came.", "Police brutality was the matter."
    )
    assert not [d for d in labels.find(facts) if d.rule == "divergence.judging-words"]


def test_of_a_name_that_both_texts_have_only_the_noun_is_told() -> None:
    facts = facts_of(
        "The bitter Peruvian war went on.", "The war in Peru began in May. The invasion of Peru was quick."
    )
    [draft] = [d for d in labels.find(facts) if d.rule == "divergence.names-of-a-thing"]
    assert draft.statement == "One thing, different names: a.txt “war”; b.txt “war”, “invasion”."


def test_a_plain_noun_beside_the_name_that_both_texts_have_is_no_other_name() -> None:
    texts = (
        "The war in Peru began in May.",
        "The war in Peru was long. The conflict in Peru cost the crown its mines.",
    )
    assert not [d for d in labels.find(facts_of(*texts)) if d.rule == "divergence.names-of-a-thing"]
    alone = texts[0], "The conflict in Peru cost the crown its mines."
    assert [d for d in labels.find(facts_of(*alone)) if d.rule == "divergence.names-of-a-thing"]


def test_a_role_is_shown_with_the_whole_name_of_its_country() -> None:
    texts = "South Marnian dictator Tor Kolm came on Monday.", "South Marnian leader Tor Kolm came on Monday."
    [draft] = [d for d in labels.find(facts_of(*texts)) if d.rule == "divergence.role-of-a-person"]
    assert "“South Marnian dictator Tor Kolm”" in draft.statement


def test_a_name_that_a_text_only_passes_on_is_told_as_its_name_too() -> None:
    facts = facts_of(
        "The mayor said that the invasion of Peru was over. The Peruvian war has lasted a year.",
        "The invasion of Peru began in May.",
        "The Peruvian military operation began in May.",
    )
    [draft] = labels.find(facts)
    assert "a.txt “invasion”, “" in draft.statement or "a.txt “war”, “" in draft.statement
