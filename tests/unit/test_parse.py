"""Sentences, tokens, names and quotation marks."""

from __future__ import annotations

import pickle
import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker import parse
from checker.model import Block, Document
from checker.parse.marks import quoted_spans
from checker.parse.segment import sentences

SENTENCES = [
    ("“Is it so?” he said. Nobody spoke.", ["“Is it so?” he said.", "Nobody spoke."]),
    ("Gov. Ansa Bir met Dr. Oru on Jan. 5. They ate.", ["Gov. Ansa Bir met Dr. Oru on Jan. 5.", "They ate."]),
    ("", []),
    ("   ", []),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[s:e] for s, e in sentences(text)] == expected


MARKS = [
    ('"One," said Oru, "two."', ['"One,"', '"two."']),
    ("“She said ‘no’ twice,” Bir said.", ["“She said ‘no’ twice,”"]),
    ("«Oui», dit-il.", ["«Oui»"]),
    ("He called it a ‘great day’ for all.", ["‘great day’"]),
    ("It's the miners' own hall.", []),
    ("“It goes on", ["“It goes on"]),
    ('"It is over,— Brandt said. The hall was "quite empty," she added.', ['"It is over,', '"quite empty,"']),
    ('"We wait," Brandt said. — The rest is known."', ['"We wait,"', 'The rest is known."']),
    ('A 6" pipe and a 9" pipe.', []),
    ("\"The mill stands,'' Oru said. \"We wait.'' He left.", ["\"The mill stands,''", "\"We wait.''"]),
    ("``The mill stands,'' Oru said, ''for now.''", ["``The mill stands,''", "''for now.''"]),
    ("The mill stands,'' Oru said of the \"old'' mill.", ["\"old''"]),
    ("He is 5'11'' tall.", []),
    ('"The mill stands. "We wait," Oru said.', ['"The mill stands.', '"We wait,"']),
    ("“ We wait. “ The mill stands, ” Oru said.", ["“ We wait.", "“ The mill stands, ”"]),
    ("Oru said 'the mill is shut' again. It's the miners' own hall.", ["'the mill is shut'"]),
    ("'We wait,' Oru said of the 'old mill by the quay'.", ["'We wait,'", "'old mill by the quay'"]),
    ("An 'old' mill, rock 'n' roll and the boys' choir of the '60s, the girls' too.", []),
    ("Let 'em wait for the miners' hall.", []),
    ("\"We wait,\" Oru said of 'the mill by the quay'.", ['"We wait,"']),
    ('"We wait, "said Oru. "We go on. " Nobody came.', ['"We wait, "', '"We go on. "']),
]


@pytest.mark.parametrize(("text", "expected"), MARKS)
def test_quotation_marks(text: str, expected: list[str]) -> None:
    found = quoted_spans(text, 0, len(text))
    assert [text[q.start : q.end] for q in found] == expected


def test_markup_is_left_out_of_tokens_and_offsets_still_hold(document: Callable[..., Document]) -> None:
    made = document("Minister Ansa Bir [said](#) that the *old* mine was shut.\n")
    found = parse.run(made)
    words = [t.text for t in found.tokens]
    assert words == ["Minister", "Ansa", "Bir", "said", "that", "the", "old", "mine", "was", "shut", "."]
    assert [made.text[t.start : t.end] for t in found.tokens] == words


@pytest.mark.parametrize("word", ["didn ’ t", "Oru ’ s", "we ' ll", "They ’ re"])
def test_a_shortened_word_that_was_typed_with_blanks_is_one(
    word: str, document: Callable[..., Document]
) -> None:
    made = document(f"Yesterday {word} here.\n")
    words = [t.text for t in parse.run(made).tokens]
    assert "".join(words[1:-2]) == word.replace(" ", "")


@pytest.mark.parametrize("rank", ["Sgt.", "Lt.", "Col.", "Det.", "Insp."])
def test_a_rank_is_one_word_with_its_stop(rank: str, document: Callable[..., Document]) -> None:
    found = parse.run(document(f"The boat is safe, said {rank} Ansa Bir of the harbour.\n"))
    assert rank in [t.text for t in found.tokens]
    assert len(found.sentences) == 1


def test_halves_of_a_sentence_that_a_page_break_parts_are_read_as_one(
    document: Callable[..., Document],
) -> None:
    made = document(
        "News from Oru\n\nThe council met on Tuesday and voted to\n\nclose the harbour for good.\n\nIt rained.\n"
    )
    found = parse.run(made)
    assert [made.text[s.start : s.end] for s in found.sentences] == [
        "News from Oru",
        "The council met on Tuesday and voted to\n\nclose the harbour for good.",
        "It rained.",
    ]


def test_a_lone_surrogate_is_no_obstacle() -> None:
    text = "The old \ud800 mine was shut."
    made = Document(
        "a", "a", "", "", "", "text/plain", None, None, None, None, "en", "secondary", ((0, len(text)),), (), text,
        blocks=(Block(0, len(text), "paragraph"),),
    )  # fmt: skip
    assert [text[t.start : t.end] for t in parse.run(made).tokens][:3] == ["The", "old", "\ud800"]


@pytest.mark.parametrize("char", '["—x.“')
def test_a_long_run_of_one_mark_takes_no_quadratic_time(document: Callable[..., Document], char: str) -> None:
    made = document("News from Oru\n\nThe mine was shut. " + char * 60_000 + " It rained.\n")
    start = time.process_time()
    words = [made.text[t.start : t.end] for t in parse.run(made).tokens]
    assert time.process_time() - start < 20
    assert words[-3:] == ["It", "rained", "."]


def test_heads_point_to_words_of_the_same_sentence(document: Callable[..., Document]) -> None:
    made = document("Oru closed the mine. The mine, which was old, had cost lives.\n")
    found = parse.run(made)
    for sentence in found.sentences:
        for token in found.tokens[sentence.first : sentence.last]:
            assert sentence.first <= token.head < sentence.last


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=200))
def test_every_span_stands_where_it_says(document: Callable[..., Document], text: str) -> None:
    made = document("Words first.\n" + text)
    found = parse.run(made)
    for token in found.tokens:
        inside = made.text[token.start : token.end]
        assert inside.replace("\r", " ").replace("\n", " ")[0] == token.text[0]
    for rows in (found.sentences, found.names, found.quoted):
        assert all(0 <= row.start < row.end <= len(made.text) for row in rows)
    for low, high in zip(found.sentences, found.sentences[1:], strict=False):
        assert low.end <= high.start


@pytest.mark.parametrize("doc", ["a.txt", "\ud800.txt"])
def test_a_parse_comes_whole_to_another_process(document: Callable[..., Document], doc: str) -> None:
    found = replace(parse.run(document("“We drew the nets in,” said Ada Quist.")), doc=doc)
    again = pickle.loads(pickle.dumps(found))
    assert again == found
    assert again.children(2) == found.children(2)
    assert again.is_quoted(1, 5)
