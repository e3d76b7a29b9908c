"""Both ways of installing bring the templates and the corpus along."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from checker import packaged
from tests.conftest import ROOT


def test_a_checkout_uses_the_folders_at_its_top() -> None:
    assert packaged.folder("templates") == ROOT / "templates"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of this checkout, built by the declared backend without the network."""
    folder = tmp_path_factory.mktemp("wheel")
    build = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
    subprocess.run([sys.executable, "-c", build, str(folder)], cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_a_wheel_holds_templates_and_corpus(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("templates", "corpus"):
        expected = {p.relative_to(ROOT).as_posix() for p in (ROOT / folder).rglob("*") if p.is_file()}
        assert expected
        assert {f"checker/_data/{name}" for name in expected} <= names
    assert not any(name.startswith("tests/") for name in names)


def test_an_installed_wheel_finds_its_templates(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    code = "from checker import packaged; print(packaged.folder('templates'))"
    where = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env={"PYTHONPATH": str(tmp_path), "PATH": ""},
        check=True, capture_output=True, text=True,
    ).stdout.strip()  # fmt: skip
    assert Path(where) == tmp_path / "checker" / "_data" / "templates"
    assert any(Path(where).iterdir())


NO_NETWORK = """
import socket

def refuse(*arguments, **options):
    raise OSError("this test has no network")

socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = socket.create_connection = refuse
"""


def test_an_installed_wheel_shows_the_demonstration_offline(wheel: Path, tmp_path: Path) -> None:
    """Outside the checkout, with sockets closed."""
    installed, elsewhere = tmp_path / "installed", tmp_path / "elsewhere"
    zipfile.ZipFile(wheel).extractall(installed)
    (installed / "sitecustomize.py").write_text(NO_NETWORK, encoding="utf-8")
    elsewhere.mkdir()
    env = {"PYTHONPATH": str(installed), "PATH": "", "CHECKER_CACHE": str(tmp_path / "cache")}
    done = subprocess.run(
        [sys.executable, "-m", "checker", "demo"], cwd=elsewhere, env=env, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == str(Path("reports/demo/index.html"))
    assert (elsewhere / "reports/demo/index.html").is_file()
