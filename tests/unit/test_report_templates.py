"""Templates of other people: they replace and extend ours, cannot unlock anything, and say where they are broken."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from checker.errors import ReportError
from checker.report import prove, write
from tests import template_pages
from tests.conftest import ROOT
from tests.unit import report_corpus as rc

THEME = ROOT / "themes" / "broadsheet"


def made(out: Path, templates: Path | None, **how: bool) -> BeautifulSoup:
    written = write(rc.analysis(), out, report_json=b"{}\n", rules=rc.RULES, templates=templates, **how)
    return BeautifulSoup(written.index.read_text("utf-8"), "html.parser")


def overlay(folder: Path, **files: str) -> Path:
    folder.mkdir()
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize("single", [False, True])
def test_the_example_theme_is_drawn_and_its_report_is_proved(tmp_path: Path, single: bool) -> None:
    soup = made(tmp_path, THEME, single_file=single)
    assert (
        soup.find(class_="masthead").get_text() == "The Evidence Desk" + soup.find(class_="corpus").get_text()
    )
    assert soup.find(class_="house").get_text().startswith("Corrections")
    assert soup.find("article")
    style = soup.find("style").string if single else (tmp_path / "report.css").read_text("utf-8")
    assert style.index("color-scheme") < style.index("Broadsheet")
    proof, bare = prove(tmp_path), tmp_path / "bare"
    made(bare, None, single_file=single)
    assert proof.ok
    assert len(proof.holds) == len(prove(bare).holds)


def test_a_page_is_replaced_and_the_others_stay(tmp_path: Path) -> None:
    folder = overlay(tmp_path / "t", method__html__j2="<h1>How {{ site.title }} was made</h1>\n")
    made(tmp_path / "out", folder)
    made(tmp_path / "bare", None)
    assert "<h1>How " in (tmp_path / "out/method.html").read_text("utf-8")
    for name in ("events.html", "report.css", "report.js"):
        assert (tmp_path / "out" / name).read_bytes() == (tmp_path / "bare" / name).read_bytes()


def test_a_base_is_extended_by_its_blocks(tmp_path: Path) -> None:
    block = '{% block foot %}<p id="mine">{{ page.title }}</p>{{ super() }}{% endblock %}'
    base = '{% extends "ours/base.html.j2" %}' + block
    soup = made(tmp_path / "out", overlay(tmp_path / "t", base__html__j2=base))
    assert soup.find(id="mine").get_text() == "Index"
    assert soup.find("footer")


def test_what_templates_are_given_is_escaped(tmp_path: Path) -> None:
    index = "<p title=\"{{ view.title if view.title is defined else '<b>' }}\">{{ '<script>x</script>' }}</p>"
    soup = made(tmp_path / "out", overlay(tmp_path / "t", index__html__j2=index))
    assert soup.find("main").find("script") is None
    assert "<script>x</script>" in soup.find("main").get_text()


BROKEN = [
    ("{{ 1 }}\n{% if %}\n", 2, "Expected"),
    ("<p>\n<b>\n{{ view.nothing }}\n", 3, "UndefinedError"),
    ("\n{{ 1 / 0 }}", 2, "ZeroDivisionError"),
    ("{% autoescape false %}{{ 1 }}{% endautoescape %}", 1, "escaping stays on"),
    ("\n\n{%- autoescape false %}{{ 1 }}{% endautoescape %}", 3, "escaping stays on"),
    ("{{ site.title|safe }}", 1, "safe"),
    ("{{ ''.__class__.__mro__ }}", 1, "SecurityError"),
    ("{{ link._paths }}", 1, "SecurityError"),
    ("{% for i in range(10000000) %}{% endfor %}", 1, "OverflowError"),
    ("\n{% include 'nowhere.html.j2' %}", 2, "nowhere.html.j2"),
    ("{% include '../../secret.j2' %}", 1, "secret.j2"),
]


@pytest.mark.parametrize(("text", "line", "says"), BROKEN)
def test_a_broken_template_is_named_with_its_line(tmp_path: Path, text: str, line: int, says: str) -> None:
    folder = overlay(tmp_path / "t", index__html__j2=text)
    with pytest.raises(ReportError) as told:
        made(tmp_path / "out", folder)
    assert told.value.where == f"{folder / 'index.html.j2'}:{line}"
    assert says in told.value.what
    assert not (tmp_path / "out").exists()


def test_a_page_keeps_its_policy(tmp_path: Path) -> None:
    folder = overlay(tmp_path / "t", base__html__j2="<!doctype html><title>x</title>")
    with pytest.raises(ReportError, match="policy"):
        made(tmp_path / "out", folder)


@pytest.mark.parametrize("name", ["theme.css", "report.css", "report.js"])
def test_a_sheet_or_script_stays_inside_its_element(tmp_path: Path, name: str) -> None:
    folder = overlay(tmp_path / "t", **{name: "/* </style><script>alert(1)</SCRIPT> */"})
    with pytest.raises(ReportError, match="end its element"):
        made(tmp_path / "out", folder, single_file=True)


def test_a_changed_template_makes_the_report_anew(tmp_path: Path) -> None:
    folder = overlay(tmp_path / "t", theme__css=":root { --paper: #fff; }")
    made(tmp_path / "out", folder)
    (folder / "theme.css").write_text(":root { --paper: #eee; }")
    made(tmp_path / "out", folder)
    assert "#eee" in (tmp_path / "out/report.css").read_text("utf-8")


def test_the_page_on_templates_says_what_they_are_given() -> None:
    assert template_pages.PAGE.read_text("utf-8") == template_pages.page(), (
        "write it anew: python -m tests.template_pages"
    )
