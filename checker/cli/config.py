"""`checker.toml`: defaults for the commands.

A table for each command, in it the long names of its options. The nearest file from the working directory upwards
counts, no further than the folder of a repository; what is given on the command line goes before it.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from checker.errors import ConfigError

NAME = "checker.toml"
BY_HAND = frozenset({"allow-private", "help"})
"""Options that a file may not set: texts of others may come with a file of theirs."""
PATHS = frozenset({"against"})
"""Options that are paths without a type that says so."""


def find(start: Path) -> Path | None:
    """The nearest checker.toml at or above a folder, no further up than the folder with `.git`."""
    for folder in (start, *start.parents):
        if (folder / NAME).is_file():
            return folder / NAME
        if (folder / ".git").exists():
            return None
    return None


def defaults(file: Path, commands: Mapping[str, click.Command]) -> dict[str, dict[str, Any]]:
    """What click takes as `default_map`; ConfigError for a table, key or value that no command knows."""
    try:
        data = tomllib.loads(file.read_text("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"this is no TOML: {error}", where=str(file), do="Correct it.") from error
    except OSError as error:
        raise ConfigError(
            f"cannot be read: {error.strerror}", where=str(file), do="Make it readable."
        ) from error
    return {name: _table(name, table, commands, file) for name, table in data.items()}


def _table(name: str, table: object, commands: Mapping[str, click.Command], file: Path) -> dict[str, Any]:
    if name not in commands:
        raise ConfigError(
            f"no command is called {name!r}", where=str(file), do=f"Tables are {', '.join(sorted(commands))}."
        )
    if not isinstance(table, dict):
        raise ConfigError(f"{name!r} is no table", where=str(file), do=f"Write it as [{name}].")
    options = {_long(p): p for p in commands[name].params if isinstance(p, click.Option)}
    known = {key: option for key, option in options.items() if key not in BY_HAND}
    found: dict[str, Any] = {}
    for key, value in table.items():
        if key not in known:
            why = "is for the command line alone" if key in BY_HAND else "is no option"
            choices = ", ".join(sorted(known)) or "nothing"
            raise ConfigError(f"[{name}] {key!r} {why}", where=str(file), do=f"It may have {choices}.")
        found[str(known[key].name)] = _value(f"[{name}] {key}", known[key], value, file)
    return found


def _long(option: click.Option) -> str:
    return max(option.opts, key=len).lstrip("-")


def _value(key: str, option: click.Option, value: object, file: Path) -> object:
    """The value in the type of the option; a path is one beside the file."""
    if option.is_flag:
        return _of(bool, key, value, file)
    if option.multiple:
        return [_placed(option, _of(str, key, item, file), file) for item in _of(list, key, value, file)]
    if _long(option) == "fail-on" and isinstance(value, list):
        return ",".join(_of(str, key, item, file) for item in value)
    if isinstance(option.type, click.FloatRange | click.IntRange):
        return _of((int, float), key, value, file)
    text = _of(str, key, value, file)
    if isinstance(option.type, click.Choice) and text not in option.type.choices:
        raise ConfigError(
            f"{key} is {text!r}",
            where=str(file),
            do=f"Choose from {', '.join(map(str, option.type.choices))}.",
        )
    return _placed(option, text, file)


def _placed(option: click.Option, text: str, file: Path) -> str:
    is_path = isinstance(option.type, click.Path) or _long(option) in PATHS or text.endswith(".toml")
    return os.path.relpath(file.parent / text) if is_path else text


_SAID = {bool: "true or false", list: "a list", str: "a text in quotation marks", (int, float): "a number"}


def _of(kind: Any, key: str, value: object, file: Path) -> Any:
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise ConfigError(f"{key} has another type", where=str(file), do=f"Write {_SAID[kind]}.")
    return value
