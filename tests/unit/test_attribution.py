"""Who said what: sources, cues, contents and chains, in sentences of our own."""

from __future__ import annotations

import hashlib
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker import attribution, parse
from checker.model import Attribution, Block, Document, Parse, Range


def document(text: str, body: tuple[Range, ...] | None = None) -> Document:
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(start, start + len(line), "paragraph"))
        start += len(line) + 1
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(
        doc="a.txt",
        path="a.txt",
        sha256=digest,
        text_sha256=digest,
        extractor="test",
        media_type="text/plain",
        title=None,
        outlet=None,
        author=None,
        published=None,
        language="en",
        role="secondary",
        body=((0, len(text)),) if body is None else body,
        boilerplate=(),
        text=text,
        blocks=tuple(blocks),
    )


@cache
def parsed(text: str) -> tuple[Document, Parse]:
    made = document(text)
    return made, parse.run(made)


def found(text: str) -> tuple[Attribution, ...]:
    return attribution.run(*parsed(text))


def words(text: str, ranges: tuple[Range, ...] | None) -> str | None:
    return None if ranges is None else " | ".join(text[s:e] for s, e in ranges)


def triples(text: str) -> list[tuple[str | None, str | None, str | None]]:
    return [(words(text, a.source), words(text, a.cue), words(text, a.content)) for a in found(text)]


CASES = [
    ("Roe said that the dam was late.", [("Roe", "said", "that the dam was late")]),
    ("The dam is late, Roe said.", [("Roe", "said", "The dam is late")]),
    ("The dam, Roe said, is late.", [("Roe", "said", "The dam | is late")]),
    ('"The dam is late," said Jane Roe, the mayor of Elmford.', [
        ("Jane Roe, the mayor of Elmford", "said", '"The dam is late,"')]),
    ('"It is late," Roe said. "It was always late."', [("Roe", "said", '"It is late," | "It was always late."')]),
    ('Roe said the dam "is a wreck" and must go.', [("Roe", "said", 'the dam "is a wreck" and must go')]),
    ("Roe left the room, saying that the dam was safe.", [("Roe", "saying", "that the dam was safe")]),
    ("Roe has not denied the charge.", [("Roe", "has not denied", "the charge")]),
    ("Roe called for an inquiry.", [("Roe", "called for", "an inquiry")]),
    ("Roe, who warned that the gate was broken, resigned.", [
        ("Roe | who", "warned", "that the gate was broken")]),
    ("According to Roe, the dam is late.", [("Roe", "According to", "the dam is late")]),
    ("It was claimed that the gate had been open.", [(None, "was claimed", "that the gate had been open")]),
    ("The council urged them to leave the valley.", [("The council", "urged", "them to leave the valley")]),
    ("Roe told the council that the dam was late.", [("Roe", "told", "that the dam was late")]),
    ("Roe described the vote as a farce.", [("Roe", "described", "the vote as a farce")]),
    ("The report found that the gate had rusted.", [("The report", "found", "that the gate had rusted")]),
    ("As Roe noted, the dam is late.", [("Roe", "noted", "the dam is late")]),
    ('Roe promised that it would end. "It will end in May."', [
        ("Roe", "promised", 'that it would end | "It will end in May."')]),
    ('Doe called the vote "a farce" but "not a crime."', [("Doe", "called", 'the vote "a farce" but "not a crime."')]),
    ("As reported by Roe, the dam is late.", [("Roe", "reported", "the dam is late")]),
    ("Doe built a dam criticized by Roe.", [("Roe", "criticized", "a dam")]),
    ("The dam, you know, is late.", []),
    ("Tell him that it is late.", []),
    ("Roe is willing to discuss the plan.", []),
    ('The "green" dam was built in May.', []),
    ("The brigade defended the border for a month.", []),
    ("The flood claimed nine lives.", []),
    ("He acted according to plan.", []),
    ("It rained all night in the valley.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_finds_source_cue_and_content(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert triples(text) == expected


CONTINUED = [
    ('"We begin in May," Roe said.\n\n"Nobody will be moved before that."', ["Nobody will be moved"]),
    ('Roe said: "We begin in May.\n\n"Nobody will be moved before that," she added.', ["We begin in May"]),
    ('Jane Roe was clear:\n\n"We begin in May, whatever they say."', ["We begin in May"]),
]


@pytest.mark.parametrize(("text", "pieces"), CONTINUED)
def test_quotations_go_on_over_paragraphs(text: str, pieces: list[str]) -> None:
    contents = " ".join(words(text, a.content) or "" for a in found(text) if a.source)
    assert all(piece in contents for piece in pieces)


def test_title_in_quotation_marks_is_no_quotation() -> None:
    text = 'The paper, called "The Long Road Home," said that the dam was late.'
    contents = [words(text, a.content) for a in found(text)]
    assert not any(content and "Long Road" in content for content in contents)


DETAILS = [
    ("Roe may have said that the dam leaks.", "hedge", "may"),
    ("Roe said the dam probably leaks.", "hedge", "probably"),
    ('"I think it leaks," Roe said.', "hedge", "think"),
    ("Roe said that the dam leaks.", "hedge", ""),
    ('"I forget his name and may be mistaken," Roe said.', "hedge", "may"),
    ("Roe told reporters that the dam leaks.", "venue", "reporters"),
    ("Roe said in an interview that the dam leaks.", "venue", "an interview"),
    ("According to an interview with Roe, the dam is late.", "venue", None),
    ("Roe told the council that the dam leaks.", "venue", None),
]


@pytest.mark.parametrize(("text", "field", "expected"), DETAILS)
def test_hedges_and_venues(text: str, field: str, expected: str | None) -> None:
    outermost = next(a for a in found(text) if a.outer is None)
    if field == "venue":
        assert (text[slice(*outermost.venue)] if outermost.venue else None) == expected
    else:
        assert words(text, outermost.hedge) == expected


NAMING = [
    ("Jane Roe said it was late.", "named"),
    ("The mayor said it was late.", "described"),
    ("Officials said it was late.", "anonymous"),
    ("An engineer said on condition of anonymity that it was late.", "anonymous"),
    ("It was claimed that it was late.", "none"),
]


@pytest.mark.parametrize(("text", "expected"), NAMING)
def test_naming(text: str, expected: str) -> None:
    assert found(text)[0].naming == expected


POLARITY = [
    ("Roe said that it was late.", "+"),
    ("Roe did not say that it was late.", "-"),
    ("Roe never claimed that it was late.", "-"),
    ("Roe refused to say whether it was late.", "-"),
    ("Roe declined to comment on the delay.", "-"),
]


@pytest.mark.parametrize(("text", "expected"), POLARITY)
def test_polarity(text: str, expected: str) -> None:
    assert [a.polarity for a in found(text)] == [expected]


KINDS = [
    ('"It is late," Roe said.', "direct"),
    ("Roe said it was late.", "indirect"),
    ('Roe said it was "far too late" for that.', "mixed"),
]


@pytest.mark.parametrize(("text", "expected"), KINDS)
def test_kind(text: str, expected: str) -> None:
    assert found(text)[0].kind == expected


def test_chains_point_at_the_attribution_around_them() -> None:
    text = "Roe said that Doe had promised that the gate would open."
    by_id = {a.id: a for a in found(text)}
    inner = next(a for a in by_id.values() if a.outer)
    assert words(text, inner.source) == "Doe"
    assert words(text, by_id[inner.outer or ""].source) == "Roe"


def test_only_the_body_is_read() -> None:
    text = "Roe said that it was late.\nDoe said that it was early."
    made = document(text, body=((0, 26),))
    assert [words(text, a.source) for a in attribution.run(made, parse.run(made))] == ["Roe"]


def test_same_input_same_records() -> None:
    text = 'Roe said that "nobody" knew, and Doe denied the charge.'
    made = document(text)
    assert attribution.run(made, parse.run(made)) == attribution.run(made, parse.run(made))


@pytest.mark.parametrize("rule", attribution.RULES, ids=lambda rule: rule.id)
def test_rules_find_their_examples(rule) -> None:  # type: ignore[no-untyped-def]
    assert len(rule.examples) >= 2
    for example in rule.examples:
        pieces = {
            example.text[s:e]
            for a in found(example.text)
            if a.rule == rule.id
            for s, e in (*(a.source or ()), *(a.cue or ()), *a.content)
        }
        assert set(example.finds) <= pieces, pieces


def test_every_record_names_a_known_rule() -> None:
    known = {rule.id for rule in attribution.RULES}
    texts = [example.text for rule in attribution.RULES for example in rule.examples]
    assert {a.rule for text in texts for a in found(text)} <= known


ODD = [
    "",
    " \n ",
    '"',
    '""',
    "''",
    '"“”» said',
    "said said said",
    '"Oh',
    "قال روي إن السد متأخر.",
    "Ро сказал, что плотина течёт.",
    ": : :",
    "According to",
    "Roe said,\n\n",
]  # fmt: skip


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_do_not_raise(text: str) -> None:
    made = document(text)
    assert all(made.in_body(*piece) for a in attribution.run(made, parse.run(made)) for piece in a.content)


PIECES = [
    "Roe said",
    ' "',
    "“",
    "”",
    ", ",
    ". ",
    "that the dam leaks",
    "he added",
    ":",
    "\n\n",
    "—",
    "according to",
    "''",
]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_ranges_lie_in_the_text_and_hold_words(text: str) -> None:
    made = document(text)
    for a in attribution.run(made, parse.run(made)):
        for start, end in (*a.content, *(a.source or ()), *(a.cue or ()), *a.hedge):
            assert 0 <= start < end <= len(text)
            assert text[start:end] == text[start:end].strip()
        assert all(one[1] <= other[0] for one, other in zip(a.content, a.content[1:], strict=False))
