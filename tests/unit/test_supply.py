"""What comes with the program: licences, models that are what they claim, and no connection that nobody asked for."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib import import_module, metadata
from pathlib import Path

import pytest

from checker.errors import ModelError
from checker.extract import language
from checker.parse import breaks, spacy_parser
from tests import licences
from tests.conftest import ROOT

PAGE = licences.PAGE.read_text("utf-8")
TOLD = dict(line.strip("| ").split(" | ", 1) for line in PAGE.splitlines() if line.startswith("| "))


def test_the_page_of_licences_has_every_pinned_package_and_no_other() -> None:
    assert PAGE.startswith(licences.FIRST)
    assert TOLD.keys() - {"package", "---"} == licences.pinned().keys()


@pytest.mark.parametrize("name", sorted(licences.pinned()))
def test_a_licence_may_be_used_and_is_what_the_package_states(name: str) -> None:
    version, licence, _ = TOLD[name].split(" | ")
    assert licences.allowed(licence)
    assert version == licences.pinned()[name]
    try:
        installed = metadata.version(name)
    except metadata.PackageNotFoundError:
        return
    assert installed != version or licences.stated(name) == licence


@pytest.mark.parametrize(
    ("licence", "may"),
    [
        ("MIT", True), ("MIT AND PSF-2.0", True), ("MPL-1.1 OR GPL-2.0-only", True), ("GPL-3.0-only", False),
        ("MIT AND GPL-3.0-only", False), ("(MIT AND AGPL-3.0) OR BSD", True), ("Proprietary", False), ("", False),
    ],
)  # fmt: skip
def test_which_licences_may_be_used(licence: str, may: bool) -> None:
    assert licences.allowed(licence) is may


def test_a_parser_whose_files_have_changed_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = import_module(spacy_parser.DEFAULT_MODEL)
    copy = tmp_path / "model"
    shutil.copytree(Path(str(module.__file__)).parent, copy)
    changed = max(
        (p for p in copy.rglob("*") if p.is_file() and p.suffix == ""), key=lambda p: p.stat().st_size
    )
    data = bytearray(changed.read_bytes())
    data[len(data) // 2] ^= 1
    changed.write_bytes(data)
    monkeypatch.setattr(module, "__file__", str(copy / "__init__.py"))
    with pytest.raises(ModelError, match="not the ones that were released") as refused:
        spacy_parser.load.__wrapped__(spacy_parser.DEFAULT_MODEL)
    assert refused.value.where == str(copy) and "--force-reinstall" in refused.value.do


@pytest.mark.parametrize(
    ("data", "said"), [(b"changed", "not the one that was released"), (None, "cannot be read: No such file")]
)
def test_a_model_of_languages_that_has_changed_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes | None, said: str
) -> None:
    path = tmp_path / "model.npz.xz"
    if data is not None:
        path.write_bytes(data)
    real = metadata.distribution("py3langid")
    monkeypatch.setattr(type(real), "locate_file", lambda *_: path)
    if real.version not in language.RELEASED and data is not None:
        pytest.skip("another version of py3langid")
    with pytest.raises(ModelError, match=said):
        language._released()


@pytest.mark.parametrize(
    ("data", "said"), [(b"changed", "not the one that was released"), (None, "cannot be read: No such file")]
)
def test_a_model_of_sentences_that_has_changed_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes | None, said: str
) -> None:
    path = tmp_path / "model.json.gz"
    if data is not None:
        path.write_bytes(data)
    monkeypatch.setattr(breaks, "get_default_model_path", lambda: path)
    if metadata.version("nupunkt") not in breaks.RELEASED and data is not None:
        pytest.skip("another version of nupunkt")
    with pytest.raises(ModelError, match=said) as refused:
        breaks._checked.__wrapped__()
    assert refused.value.where == str(path) and "--force-reinstall" in refused.value.do


def test_the_pinned_versions_of_models_have_their_hashes() -> None:
    assert licences.pinned()["nupunkt"] in breaks.RELEASED
    assert licences.pinned()["py3langid"] in language.RELEASED
    assert spacy_parser.DEFAULT_MODEL in spacy_parser.RELEASED


CLOSED = """
import os, sys
def looked(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        sys.stderr.write(f"OPENED {event} {arguments}\\n")
        sys.stderr.flush()
        os._exit(99)
sys.addaudithook(looked)
"""


def test_nothing_is_told_to_anybody(tmp_path: Path) -> None:
    """The whole job without a name asked for, or a connection opened, in any process of it."""
    (tmp_path / "sitecustomize.py").write_text(CLOSED)
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "a.txt").write_text(
        "The mayor Ilva Brandt said that forty boats had left (https://vale.test/a)."
    )
    (texts / "b.html").write_text(
        "<html><body><p>Mayor Ilva Brandt said that sixty boats had left.</p></body></html>"
    )
    env = {
        **os.environ,
        "PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}",
        "CHECKER_CACHE": str(tmp_path / "cache"),
    }
    jobs = (
        ("report", texts, "-o", tmp_path / "out"),
        ("check", tmp_path / "out"),
        ("check", texts),
        ("export", texts, "--as", "bibtex"),
        ("quote", "forty boats had left", "--against", texts),
        ("doctor",),
    )
    for job in jobs:
        command = [sys.executable, "-m", "checker", *map(str, job)]
        done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, timeout=120)
        assert "OPENED" not in done.stderr and done.returncode in (0, 1), f"{job}: {done.stderr}"
    code = "import socket; socket.create_connection(('127.0.0.1', 9))"
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, timeout=60)
    assert done.returncode == 99, "the test would see a connection"


def test_a_parse_loads_nothing_that_asks_the_network() -> None:
    code = (
        "import sys; from checker.parse import SpacyParser, load; load(SpacyParser().model); "
        "assert not {'requests', 'typer', 'weasel', 'spacy.cli'} & set(sys.modules), sys.modules.keys(); "
        "from spacy.cli import download"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)
