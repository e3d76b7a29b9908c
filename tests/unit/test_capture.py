"""PATHs to snapshots: folders, files, manifests, corpus.toml, and what cannot be read."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from checker import packaged
from checker.capture import read
from checker.capture.catalogue import READY
from checker.errors import ConfigError, UsageError
from checker.model import Alias, CatalogueEvent, LabelGroup


def write(folder: Path, **files: str | bytes) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def docs(*paths: Path) -> list[str]:
    return [s.doc for s in read([str(p) for p in paths]).snapshots]


def test_a_bare_folder_is_read_as_it_is(tmp_path: Path) -> None:
    write(
        tmp_path,
        b_dot_txt="Two.",
        sub__a_dot_md="One.",
        c_dot_html="<p>Three.</p>",
        x_dot_png=b"\x89PNG",
        _dot_hidden_dot_txt="No.",
    )
    write(tmp_path / "reviews", mara_dot_txt="No.")
    found = read([str(tmp_path)])
    assert [(s.doc, s.media_type) for s in found.snapshots] == [
        ("b.txt", "text/plain"),
        ("c.html", "text/html"),
        ("sub/a.md", "text/markdown"),
    ]
    assert found.problems == ()
    assert found.snapshots[0].sha256 == hashlib.sha256(b"Two.").hexdigest()


def test_a_single_file_is_named_by_its_name_and_read_once(tmp_path: Path) -> None:
    write(tmp_path, b_dot_txt="Two.", a_dot_txt="One.")
    assert docs(tmp_path / "b.txt") == ["b.txt"]
    assert docs(tmp_path, tmp_path / "b.txt", tmp_path / "b.txt") == ["a.txt", "b.txt"]


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b"  \n", "empty"),
        ("a.txt", b"PK\x03\x00\x00", "binary"),
        ("a.txt", b"x" * 2000, "more than 1,000"),
        ("a.odt", b"PK", ".odt files are not supported"),
    ],
)
def test_a_file_that_cannot_be_used_is_a_problem(
    tmp_path: Path, name: str, content: bytes, what: str
) -> None:
    (tmp_path / name).write_bytes(content)
    found = read([str(tmp_path)], limit=1000)
    assert found.snapshots == ()
    assert [(p.doc, p.stage, what in p.what) for p in found.problems] == [(name, "capture", True)]


def test_a_manifest_says_what_is_read(tmp_path: Path) -> None:
    write(tmp_path, README_dot_md="No.", other_dot_txt="No.", texts__a_dot_txt="One.")
    rows = [
        {
            "id": "one",
            "path": "texts/a.txt",
            "outlet": "The Vale Courier",
            "date": 2019,
            "title": None,
            "mood": "calm",
        },
        {"path": "texts/missing.txt", "role": "primary"},
    ]
    (tmp_path / "manifest.jsonl").write_text("\n".join(map(json.dumps, rows)) + "\n\n")
    found = read([str(tmp_path)])
    assert [(s.doc, s.path, s.manifest.outlet, s.manifest.date) for s in found.snapshots] == [
        ("one", "texts/a.txt", "The Vale Courier", "2019")
    ]
    assert [(p.doc, p.what.split(":")[0]) for p in found.problems] == [
        ("one", "manifest.jsonl, line 1"),
        ("texts/missing.txt", "not read"),
    ]


def test_a_changed_file_is_a_problem(tmp_path: Path) -> None:
    write(tmp_path, a_dot_txt="One.", manifest_dot_jsonl=json.dumps({"path": "a.txt", "sha256": "0" * 64}))
    assert ["SHA-256 differs" in p.what for p in read([str(tmp_path)]).problems] == [True]


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("nonsense", "not JSON"),
        ("[1]", "not a JSON object"),
        ('{"id": "a"}', "no path"),
        ('{"path": 1.5}', "path must be a string"),
        ('{"path": "../a.txt"}', "leads out of the corpus"),
        ('{"path": "/etc/hosts"}', "leads out of the corpus"),
        ('{"path": "a.txt", "role": "tertiary"}', "role 'tertiary' is not known"),
        ('{"path": "a\\ud800.txt"}', "no text can hold"),
        ("[" * 100_000, "nested too deeply"),
        ('{"path": "b.txt"}\n{"path": "c.txt", "id": "b.txt"}', "given twice"),
    ],
)
def test_a_bad_manifest_names_the_line(tmp_path: Path, line: str, what: str) -> None:
    (tmp_path / "manifest.jsonl").write_text(line)
    with pytest.raises(ConfigError) as raised:
        read([str(tmp_path)])
    assert what in raised.value.what
    assert "manifest.jsonl, line" in raised.value.where
    assert raised.value.do


def test_two_files_with_one_id_are_an_error(tmp_path: Path) -> None:
    first, second = write(tmp_path / "a", x_dot_txt="One."), write(tmp_path / "b", x_dot_txt="Two.")
    with pytest.raises(ConfigError, match=r"two files have the id 'x\.txt'"):
        read([str(first), str(second)])


def test_files_of_one_name_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    first, second = write(tmp_path / "a", x_dot_txt="One."), write(tmp_path / "b", x_dot_txt="Two.")
    third = write(tmp_path / "c", y_dot_txt="Three.")
    files = first / "x.txt", second / "x.txt", third / "y.txt", first / "x.txt"
    found = read([str(file) for file in files]).snapshots
    assert [(s.doc, s.data) for s in found] == [
        ("a/x.txt", b"One."),
        ("b/x.txt", b"Two."),
        ("y.txt", b"Three."),
    ]


def test_a_path_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no file or folder"):
        read([str(tmp_path / "nothing")])
    with pytest.raises(UsageError, match="no PATH given"):
        read([])


CORPUS = """
title = "Storms"
description = "How three papers tell a storm."
[[event]]
label = "The storm"
terms = ["storm", "gale"]
participants = ["Mara Quill"]
from = 2019-05-03
to = "2019-05-04"
[[alias]]
name = "Mara Quill"
spellings = ["M. Quill"]
type = "PERSON"
[[outlet]]
name = "The Vale Courier"
spellings = ["VC"]
[[labels]]
name = "storm"
terms = ["storm", "weather"]
"""


def test_corpus_toml_becomes_the_catalogue(tmp_path: Path) -> None:
    catalogue = read([str(write(tmp_path, corpus_dot_toml=CORPUS))]).catalogue
    assert (catalogue.title, catalogue.description) == ("Storms", "How three papers tell a storm.")
    assert catalogue.events == (
        CatalogueEvent("The storm", ("storm", "gale"), ("Mara Quill",), "2019-05-03", "2019-05-04"),
    )
    assert catalogue.aliases == (Alias("Mara Quill", ("M. Quill",), "PERSON"),)
    assert catalogue.outlets == (Alias("The Vale Courier", ("VC",)),)
    assert catalogue.labels == (LabelGroup("storm", ("storm", "weather")),)


MINE = """
[[alias]]
name = "Ilse Marn"
spellings = ["I. Marn"]
"""


def test_a_corpus_names_other_catalogues(tmp_path: Path) -> None:
    text = CORPUS.replace("[[event]]", 'notice = "Invented."\ncatalogues = ["../mine.toml"]\n[[event]]', 1)
    folder = write(tmp_path / "corpus", corpus_dot_toml=text)
    write(tmp_path, mine_dot_toml=MINE)
    catalogue = read([str(folder)]).catalogue
    assert catalogue.notice == "Invented."
    assert [a.name for a in catalogue.aliases] == ["Mara Quill", "Ilse Marn"]


def test_a_catalogue_is_given_beside_a_bare_folder(tmp_path: Path) -> None:
    write(tmp_path, mine_dot_toml=MINE)
    given = read([str(tmp_path)], catalogue=[str(tmp_path / "mine.toml")]).catalogue
    assert [a.name for a in given.aliases] == ["Ilse Marn"]


@pytest.mark.parametrize("name", sorted(p.stem for p in (packaged.folder("corpus") / READY).glob("*.toml")))
def test_a_ready_catalogue_is_read_by_its_name(tmp_path: Path, name: str) -> None:
    found = read([str(tmp_path)], catalogue=[name]).catalogue
    assert found.events
    assert found.aliases
    assert not found.title


def test_a_catalogue_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no catalogue 'talks-1822'") as raised:
        read([str(tmp_path)], catalogue=["talks-1822"])
    assert "talks-2022" in raised.value.do


@pytest.mark.parametrize(
    ("toml", "what", "where"),
    [
        ("title = ", "not TOML", "corpus.toml"),
        ("titel = 'x'", "'titel' is not known", "corpus.toml"),
        ("title = 3", "title must be a string", "corpus.toml"),
        ("[event]\nlabel = 'x'", "event must be a list of tables", "corpus.toml"),
        ("\n[[event]]\nlabel = 'x'", "[[event]] has no terms", "line 2, [[event]] number 1"),
        ("[[event]]\nlabel = 'x'\nterms = 'y'", "terms must be a list of strings", "line 1"),
        ("[[event]]\nlabel = 'x'\nterms = ['y']\nfrom = '3 May'", "from must be a day", "line 1"),
        ("[[event]]\nlabel='x'\nterms=['y']\nfrom=2019-05-04\nto=2019-05-03", "is after", "line 1"),
        ("[[alias]]\nname='x'\nspellings=['y']\nkind='z'", "'kind' is not known", "[[alias]] number 1"),
    ],
)  # fmt: skip
def test_a_bad_corpus_toml_names_the_place(tmp_path: Path, toml: str, what: str, where: str) -> None:
    with pytest.raises(ConfigError) as raised:
        read([str(write(tmp_path, corpus_dot_toml=toml))])
    assert what in raised.value.what
    assert where in raised.value.where
    assert raised.value.do
