"""Where the folders are that come with the package: the page templates and the corpus."""

from __future__ import annotations

from pathlib import Path

from checker.errors import PackageError

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """The folder of that name: inside an installed package, else at the top of the source tree.

    Raises PackageError where neither is there.
    """
    for found in (_PACKAGE / "_data" / name, _PACKAGE.parent / name):
        if found.is_dir():
            return found
    raise PackageError(
        f"the folder {name!r} is missing", where=str(_PACKAGE), do="Install the package again."
    )
