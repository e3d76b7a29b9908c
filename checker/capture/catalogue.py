"""corpus.toml and catalogues: what people say about a corpus. Every key is checked; nothing is guessed."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from checker import packaged
from checker.errors import ConfigError, UsageError
from checker.model import Alias, Catalogue, CatalogueEvent, LabelGroup

TABLES = {
    "event": ("label", "terms", "participants", "from", "to"),
    "alias": ("name", "spellings", "type"),
    "outlet": ("name", "spellings"),
    "labels": ("name", "terms"),
}
TEXTS = ("title", "description", "notice")
EDITS = ("accept_edits", "refuse_edits")
READY = "catalogues"
"""The key of corpus.toml that names other catalogues, and the folder of those that come with the package."""
Row = TypeVar("Row")
REQUIRED = {
    "event": ("label", "terms"),
    "alias": ("name", "spellings"),
    "outlet": ("name", "spellings"),
    "labels": ("name", "terms"),
}


def load(path: Path) -> Catalogue:
    """The catalogue of one corpus.toml with those that it names; ConfigError names the line or the table and key."""
    data = _toml(path)
    others = _texts(data, READY, str(path))
    data.pop(READY, None)
    found = _catalogue(data, path)
    for name in others:
        found = merge(found, named(name, path.parent))
    return found


def named(name: str, beside: Path) -> Catalogue:
    """The catalogue in a file (its path ends in .toml, and starts `beside`), or one that comes with the package.

    Raises ConfigError where its rows cannot be understood and UsageError where there is none.
    """
    ready = packaged.folder("corpus") / READY
    path = beside / name if name.endswith(".toml") else ready / f"{name}.toml"
    if not path.is_file():
        known = ", ".join(sorted(p.stem for p in ready.glob("*.toml")))
        raise UsageError(
            f"there is no catalogue {name!r}",
            where=str(path),
            do=f"Name a .toml file, or one of these: {known}.",
        )
    return _catalogue(_toml(path), path)


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ConfigError(
            f"not UTF-8 at byte {error.start}", where=str(path), do="Save it as UTF-8."
        ) from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigError(f"not TOML: {error}", where=str(path), do="Correct that line.") from None
    except OSError as error:
        raise ConfigError(
            f"cannot be read: {error.strerror or error}", where=str(path), do="Make the file readable."
        ) from None


def merge(first: Catalogue, second: Catalogue) -> Catalogue:
    """Both catalogues; the first title, description and notice that are not empty stay."""
    return replace(
        first,
        title=first.title or second.title,
        description=first.description or second.description,
        notice=first.notice or second.notice,
        events=_once(first.events + second.events),
        aliases=_once(first.aliases + second.aliases),
        outlets=_once(first.outlets + second.outlets),
        labels=_once(first.labels + second.labels),
        accept_edits=_once(first.accept_edits + second.accept_edits),
        refuse_edits=_once(first.refuse_edits + second.refuse_edits),
    )


def _once(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Without what is given twice."""
    return tuple(dict.fromkeys(rows))


def _catalogue(data: dict[str, Any], path: Path) -> Catalogue:
    _no_others(data, (*TEXTS, *TABLES, *EDITS), f"{path}")
    title, description, notice = (_text(data, key, str(path)) for key in TEXTS)
    rows = {name: _rows(data, name, path) for name in TABLES}
    return Catalogue(
        title=title,
        description=description,
        notice=notice,
        events=tuple(_event(row, where) for row, where in rows["event"]),
        aliases=tuple(_alias(row, where) for row, where in rows["alias"]),
        outlets=tuple(_alias(row, where) for row, where in rows["outlet"]),
        labels=tuple(LabelGroup(_text(r, "name", w), _texts(r, "terms", w)) for r, w in rows["labels"]),
        accept_edits=_texts(data, "accept_edits", str(path)),
        refuse_edits=_texts(data, "refuse_edits", str(path)),
    )


def _rows(data: dict[str, Any], name: str, path: Path) -> list[tuple[dict[str, Any], str]]:
    """The tables of one name, each with where it stands."""
    rows = data.get(name, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ConfigError(
            f"{name} must be a list of tables", where=str(path), do=f"Write [[{name}]] above each one."
        )
    placed = list(zip(rows, _places(path, name, len(rows)), strict=True))
    for row, where in placed:
        _no_others(row, TABLES[name], where)
        for key in REQUIRED[name]:
            if not row.get(key):
                raise ConfigError(f"[[{name}]] has no {key}", where=where, do=f"Add {key} = … to it.")
    return placed


def _places(path: Path, name: str, many: int) -> list[str]:
    """`corpus.toml, line 12, [[event]] number 2` for each table of a name, as far as its header can be found."""
    if not many:
        return []
    header = re.compile(rf"\s*\[\[\s*{name}\s*\]\]")
    lines = [i for i, line in enumerate(path.read_text("utf-8-sig").split("\n"), 1) if header.match(line)]
    said = [f", line {line}" for line in lines[:many]] + [""] * (many - len(lines))
    return [f"{path}{line}, [[{name}]] number {number}" for number, line in enumerate(said, 1)]


def _no_others(table: dict[str, Any], known: tuple[str, ...], where: str) -> None:
    for key in table:
        if key not in known:
            raise ConfigError(f"{key!r} is not known here", where=where, do=f"Known: {', '.join(known)}.")


def _text(table: dict[str, Any], key: str, where: str) -> str:
    value = table.get(key, "")
    if not isinstance(value, str):
        raise ConfigError(f"{key} must be a string", where=where, do=f'Write {key} = "…".')
    return value.strip()


def _texts(table: dict[str, Any], key: str, where: str) -> tuple[str, ...]:
    values = table.get(key, [])
    if not isinstance(values, list) or not all(isinstance(v, str) and v.strip() for v in values):
        raise ConfigError(f"{key} must be a list of strings", where=where, do=f'Write {key} = ["…", "…"].')
    return tuple(v.strip() for v in values)


def _alias(table: dict[str, Any], where: str) -> Alias:
    return Alias(_text(table, "name", where), _texts(table, "spellings", where), _text(table, "type", where))


def _event(table: dict[str, Any], where: str) -> CatalogueEvent:
    from_, to = _day(table, "from", where), _day(table, "to", where)
    if from_ and to and from_ > to:
        raise ConfigError(f"from {from_} is after to {to}", where=where, do="Exchange the two.")
    return CatalogueEvent(
        label=_text(table, "label", where),
        terms=_texts(table, "terms", where),
        participants=_texts(table, "participants", where),
        from_=from_,
        to=to,
    )


def _day(table: dict[str, Any], key: str, where: str) -> str | None:
    value = table.get(key)
    if value is None:
        return None
    if isinstance(value, dt.datetime):
        value = value.date()
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        try:
            return dt.date.fromisoformat(value).isoformat()
        except ValueError:
            pass
    raise ConfigError(f"{key} must be a day", where=where, do=f"Write {key} = 2021-05-31.")
