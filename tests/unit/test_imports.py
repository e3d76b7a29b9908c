"""Dependencies run one way."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "checker"
ROOMS = {p.name for p in PACKAGE.iterdir() if p.is_dir() and (p / "__init__.py").exists()} - {
    "model",
    "cli",
    "report",
    "export",
}
BASE = {"model", "errors"}
MAY = {
    "model": set(),
    "errors": set(),
    "packaged": {"errors"},
    "progress": set(),
    "fragments": set(),
    "standing": set(),
    "wire": {"model"},
    "store": {"errors"},
    "locking": set(),
    "trail": {"locking"},
    "runner": {"errors", "trail"},
    "scale": {"errors", "runner", "trail"},
    "step": {"store"},
    "slices": {"model"},
    "changes": set(),
    "circles": {"model"},
    "work": {"circles", "errors", "model", "progress", "runner", "slices", "step", "store", "trail"},
    "report": {"model", "errors", "fragments", "packaged", "standing"},
    "export": {"fragments", "model"},
    "pipeline": {*ROOMS, "model", "progress", "runner", "step", "store", "work"},
    "drafting": {"model", "pipeline", "quotation"},
    "cli": {
        *ROOMS,
        "changes",
        "drafting",
        "model",
        "errors",
        "packaged",
        "progress",
        "runner",
        "scale",
        "standing",
        "store",
        "wire",
        "pipeline",
        "report",
        "export",
    },
    "__main__": {"cli"},
    "__init__": set(),
    **dict.fromkeys(ROOMS, BASE),
    "capture": {*BASE, "packaged"},
    "divergence": {*BASE, "changes"},
    "online": {*BASE, "web"},
    "collect": {*BASE, "capture", "locking", "online", "web"},
}
NETWORK = {"web", "scale"}


def modules() -> list[Path]:
    return sorted(p for p in PACKAGE.rglob("*.py") if "_data" not in p.parts)


def imported(path: Path) -> set[str]:
    """Full names of what a module imports."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


def room_of(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_module_imports_only_what_stands_below_it(path: Path) -> None:
    room = room_of(path)
    ours = {name.split(".")[1] for name in imported(path) if name.startswith("checker.")}
    ours = {name for name in ours if not name.startswith("__")}
    assert ours <= MAY[room] | {room}, f"{room} must not import {sorted(ours - MAY[room] - {room})}"


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_only_some_rooms_know_the_network_and_spacy(path: Path) -> None:
    tops = {name.split(".")[0] for name in imported(path)}
    assert not tops & {"httpx", "httpcore", "socket", "urllib3", "requests"} or room_of(path) in NETWORK
    assert "spacy" not in tops or room_of(path) == "parse"


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_module_can_be_read_in_one_sitting(path: Path) -> None:
    assert path.stem != "utils"
    assert len(path.read_text("utf-8").splitlines()) <= 250
