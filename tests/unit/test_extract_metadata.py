"""What pages say of themselves: candidates, their rules, and what a document takes from them."""

from __future__ import annotations

import json
import tomllib
from importlib.resources import files

import py3langid
import pytest

from checker import extract
from checker.extract import dates, furniture
from checker.extract.bylines import bare_names, byline
from checker.extract.language import identify
from checker.model import Document, Example, Rule
from tests.pdf_files import lines, pdf_file
from tests.unit.test_extract import RUNNING, body, made
from tests.unit.test_extract_pdf import extracted

EXAMPLES = [(rule, example) for rule in extract.RULES for example in rule.examples]


def example_document(text: str) -> Document:
    if text.startswith("{"):
        return made(RUNNING, **{k: v for k, v in json.loads(text).items() if k != "path"})
    if text.startswith("/Title"):
        return extracted(pdf_file(lines(RUNNING), title=text[8:-1]))
    return made(text, "text/html" if text.startswith("<") else "text/plain")


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=lambda x: getattr(x, "id", ""))
def test_each_rule_finds_what_its_examples_say(rule: Rule, example: Example) -> None:
    document = example_document(example.text)
    found = [c for c in document.candidates if c.rule == rule.id]
    words = {c.value for c in found} | {document.quote(c.span) for c in found if c.span}
    assert all(find in example.text and find in words for find in example.finds)


def test_every_rule_has_two_examples() -> None:
    assert all(len(rule.examples) >= 2 for rule in extract.RULES)


LEXICON = tomllib.loads(files("checker.extract").joinpath("furniture.toml").read_text("utf-8"))


@pytest.mark.parametrize(("kind", "line"), [(k, e) for k, row in LEXICON.items() for e in row["examples"]])
def test_each_class_of_furniture_knows_its_examples(kind: str, line: str) -> None:
    document = made(line)
    piece = furniture.pieces(document.text, document.blocks, document.markup, document.links)[0]
    cue = furniture.cue_of(piece)
    assert cue is not None
    assert cue.name == kind


HEADER = "The quiet harbour\n\nBy [Mara Quill](#)\n\nVale Courier, May 04, 2019  \n[Northern Light](#) 2 May 2019\n\n"


def test_a_republication_keeps_its_republisher_apart_from_its_original() -> None:
    document = made(
        f"{HEADER}{RUNNING}\n\nThe original source of this article is [Northern Light](https://nl.example/a)"
    )
    assert (document.title, document.author, document.outlet) == (
        "The quiet harbour",
        "Mara Quill",
        "Vale Courier",
    )
    assert document.published is not None
    assert (document.published.from_, document.published.to) == ("2019-05-04", "2019-05-04")
    assert [c.value for c in document.candidates if c.name == "original"] == [
        "Northern Light",
        "Northern Light",
    ]
    assert document.url is None
    assert body(document) == ["The quiet harbour", RUNNING]


def test_the_manifest_comes_first_and_an_unclear_date_is_a_problem() -> None:
    document = made(
        f"{HEADER}{RUNNING}", outlet="Arden Post", date="last week", author="T. Reed", title="Calm"
    )
    assert (document.title, document.outlet, document.author, document.published) == (
        "Calm",
        "Arden Post",
        "T. Reed",
        None,
    )
    assert ["last week" in p.what for p in extract.problems(document)] == [True]


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2019", ("2019-01-01", "2019-12-31")),
        ("2019-02", ("2019-02-01", "2019-02-28")),
        ("2019-02-03T04:05:06Z", ("2019-02-03", "2019-02-03")),
        ("3 February 2019", ("2019-02-03", "2019-02-03")),
        ("2019-02-31", None),
        ("02/03/2019", None),
        ("soon", None),
    ],
)
def test_a_date_is_read_strictly(value: str, days: tuple[str, str] | None) -> None:
    found = dates.interval(value, "given")
    assert (found and (found.from_, found.to)) == days


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("Published Sept. 3rd, 2019 at noon", ["2019-09-03"]),
        ("3. 9. 2019", []),
        ("3.9.2019", ["2019-09-03"]),
        ("Updated: 2019/9/3", ["2019-09-03"]),
        ("May 40, 2019", []),
        ("Marching 3, 2019", []),
    ],
)
def test_days_in_a_line(line: str, days: list[str]) -> None:
    assert [d.iso for d in dates.find(line)] == days


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Mara Quill", ["Mara Quill"]),
        ("By Mara Quill and Tom van der Reed | May 4, 2019", ["Mara Quill", "Tom van der Reed"]),
        ("BY MARA QUILL", ["MARA QUILL"]),
        ("By Staff Reporter", []),
        ("By Monday the water had gone and the boats came back.", []),
        ("By the sea", []),
    ],
)
def test_names_in_a_byline(line: str, names: list[str]) -> None:
    assert [line[s:e] for s, e in byline(line)] == names


@pytest.mark.parametrize(
    ("line", "is_name"), [("Clara Quill", True), ("Building Trust", False), ("Storm", False)]
)
def test_a_bare_line_is_a_name_where_its_first_word_is_a_given_name(line: str, is_name: bool) -> None:
    assert bool(bare_names(line)) == is_name


@pytest.mark.parametrize(
    "line", ["London, May 4, 2019", "Tuesday, May 4, 2019", "Last updated on May 4, 2019"]
)
def test_a_city_or_a_weekday_is_no_outlet(line: str) -> None:
    document = made(f"The quiet harbour\n\n{line}\n\n{RUNNING}")
    assert document.outlet is None
    assert document.published is not None


@pytest.mark.parametrize(
    "text",
    [
        "Le port d’Arden est resté fermé lundi après la tempête.",
        "THE FERRY STAYED IN PORT BECAUSE OF THE STORM.",
        "Паром остался в порту из-за шторма.",
        "フェリーは嵐のため港にとどまった。",
        "",
        "\ud800 12",
        "El ferri no salió; die Fähre blieb im Hafen; the ferry did not sail.",
    ],
)
def test_a_language_is_what_the_library_says(text: str) -> None:
    assert identify(text) == py3langid.classify(text)[0]


def test_language_is_of_the_article() -> None:
    assert made(f"Storm\n\n{RUNNING}").language == "en"
    assert (
        made(
            "Der Hafen von Arden war am Montag nach dem Sturm geschlossen, und die Fähren blieben fort."
        ).language
        == "de"
    )
    assert made("Oh.").language == "und"
