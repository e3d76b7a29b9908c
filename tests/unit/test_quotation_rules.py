"""Every rule of the room finds what its examples say."""

import pytest

from checker import parse
from checker.errors import ConfigError
from checker.model import Attribution, Example
from checker.quotation import RULES, Index, accepted, all_conventions, variants, verify
from checker.quotation.pieces import quoted_pieces
from checker.quotation.rules import ARROW
from checker.quotation.rules_misleading import JOINED
from tests.conftest import ROOT
from tests.unit.quotation_texts import document, said

VERIFYING = [(rule.id, example) for rule in RULES if rule not in JOINED for example in rule.examples]
JOINING = [(rule.id, example) for rule in JOINED for example in rule.examples]


@pytest.mark.parametrize(("rule", "example"), VERIFYING)
def test_a_quotation_is_judged_by_the_rule(rule: str, example: Example) -> None:
    source, quotation = example.text.split(ARROW)
    text = document(source)
    refused = ("ellipsis", "footnote-mark") if rule == "quotation.convention" else ()
    verdict = verify("q", quotation, Index([text]), accepted(refuse=refused))
    assert verdict.rule == rule
    if verdict.match is None:
        assert example.finds == ()
    elif verdict.verdict in ("verbatim", "conventional"):
        assert example.finds == (text.quote(verdict.match),)
    else:
        shown = {words for c in verdict.changes if not c.accepted for words in (c.quote, c.source)}
        assert set(example.finds) <= shown


@pytest.mark.parametrize(("rule", "example"), JOINING)
def test_two_wordings_are_joined_by_the_rule(rule: str, example: Example) -> None:
    texts = [document(text, name) for name, text in zip("ab", example.text.split(ARROW), strict=True)]
    spoken: tuple[Attribution, ...] = tuple(
        said(t.doc, piece, speaker="the same") for t in texts for piece in quoted_pieces(t)
    )
    (found,) = variants.run(tuple(texts), spoken, tuple(map(parse.run, texts)))
    assert found.rule == rule
    ordered = sorted(found.variants, key=lambda v: v.span)
    assert tuple(t.quote(v.span) for t, v in zip(texts, ordered, strict=True)) == example.finds


def test_each_rule_has_two_examples_and_its_own_id() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert all(len(rule.examples) >= 2 and rule.id.startswith("quotation.") for rule in RULES)


def test_every_convention_is_explained_in_the_documentation() -> None:
    page = (ROOT / "docs" / "quotations.md").read_text("utf-8")
    for convention in all_conventions().values():
        usual = "yes" if convention.default else "no"
        assert f"| `{convention.name}` | {usual} | {convention.says} |" in page


@pytest.mark.parametrize(
    ("source", "quote", "accept", "refuse", "verdict"),
    [
        ("I've sold the mill to my son.", "I have sold the mill to my son.", (), (), "altered"),
        (
            "I've sold the mill to my son.",
            "I have sold the mill to my son.",
            ("contraction",),
            (),
            "conventional",
        ),
        ("The harbour is full of ice.", "The harbor is full of ice.", (), (), "conventional"),
        ("The harbour is full of ice.", "The harbor is full of ice.", (), ("spelling",), "altered"),
        ("It held for forty years.", "It held for 40 years.", (), ("number-style",), "altered"),
        ("It is, you know, full of ice.", "It is full of ice.", (), ("filler",), "altered"),
        ("It is cold, and it snows.", "it is cold, and it snows", (), (), "conventional"),
        ("It is cold, and it snows.", "it is cold, and it snows", (), ("initial-capital",), "altered"),
    ],
)
def test_a_corpus_says_which_edits_it_accepts(
    source: str, quote: str, accept: tuple[str, ...], refuse: tuple[str, ...], verdict: str
) -> None:
    found = verify("q", quote, Index([document(source)]), accepted(accept, refuse))
    assert found.verdict == verdict


def test_a_convention_that_there_is_not_is_an_error() -> None:
    with pytest.raises(ConfigError, match="no convention 'elipsis'"):
        accepted(refuse=("elipsis",))
