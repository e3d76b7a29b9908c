"""The word lists of `phrases.toml`, compiled once."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

_PARTS = re.compile(r"\s[-–—|·•:»]\s|[|»]")


@cache
def _list(group: str, name: str) -> re.Pattern[str]:
    lists = tomllib.loads(files("checker.online").joinpath("phrases.toml").read_text("utf-8"))
    return re.compile("|".join(f"(?:{one})" for one in lists[group][name]), re.IGNORECASE)


def titled(group: str, heading: str) -> bool:
    """Whether a part of a title or heading, between its dashes and bars, is wholly one of the group's titles."""
    parts = (part.strip(" .!") for part in (heading, *_PARTS.split(heading)))
    return any(_list(group, "title").fullmatch(part) for part in parts if part)


def said(group: str, name: str, text: str) -> bool:
    """Whether one of the group's phrases stands in the text."""
    return _list(group, name).search(text) is not None


def is_path(group: str, path: str) -> bool:
    """Whether a path is wholly one of the group's (`front`), or ends in one (`login`)."""
    found = _list(group, "path")
    return bool(found.fullmatch(path) if group == "front" else found.search(path))
