"""Captures and the cache of results."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from checker.errors import CheckerError
from checker.model import Group, Problem
from checker.store import Cache, Captures, fingerprint


def test_a_capture_comes_back_byte_for_byte(tmp_path: Path) -> None:
    captures = Captures(tmp_path)
    key = captures.put(b"\xff\x00 bytes")
    assert key == hashlib.sha256(b"\xff\x00 bytes").hexdigest()
    assert captures.get(key) == b"\xff\x00 bytes"
    assert captures.put(b"\xff\x00 bytes") == key


def test_a_changed_capture_is_refused(tmp_path: Path) -> None:
    captures = Captures(tmp_path)
    key = captures.put(b"words")
    captures.path(key).write_bytes(b"Words")
    with pytest.raises(CheckerError, match="has changed"):
        captures.get(key)
    with pytest.raises(CheckerError, match="is missing"):
        captures.get("0" * 64)


def test_a_result_comes_back_as_its_record(tmp_path: Path) -> None:
    path = tmp_path / "cache" / "results.sqlite"
    cache = Cache(path)
    cache.put("k", "groups", (Group("g", ("a", "b")),))
    cache.close()
    again = Cache(path)
    assert again.get("k", tuple[Group, ...]) == (Group("g", ("a", "b")),)
    assert again.get("k", tuple[Problem, ...]) is None, "a value of another shape counts as missing"
    assert again.get("other", tuple[Group, ...]) is None
    again.close()


def test_a_broken_cache_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "results.sqlite"
    path.write_bytes(b"this is no database, and it is long enough to be read as one" * 20)
    cache = Cache(path)
    cache.put("k", "groups", (Group("g", ()),))
    assert cache.get("k", tuple[Group, ...]) == (Group("g", ()),)
    assert path.with_suffix(".broken").exists()
    cache.close()


def test_a_fingerprint_depends_on_every_part_and_their_order() -> None:
    assert fingerprint("a", "b") != fingerprint("b", "a") != fingerprint("ab")
    assert fingerprint("\ud800") == fingerprint("\ud800")


def test_many_results_are_written_and_read_together(tmp_path: Path) -> None:
    path, number = tmp_path / "results.sqlite", 2 * Cache.TOGETHER + 7
    rows = {f"k{n}": (Group(f"group {n}", ("a",)),) for n in range(number)}
    cache = Cache(path)
    for key, value in rows.items():
        cache.put(key, "groups", value)
    assert cache.get_all([*rows, "other"], tuple[Group, ...]) == {**rows, "other": None}
    cache.put("last", "groups", ())
    cache.close()
    again = Cache(path)
    assert again.get_all([*rows, "last"], tuple[Group, ...]) == {**rows, "last": ()}
    again.close()


def test_a_cache_damaged_behind_its_head_gives_nothing_and_no_error(tmp_path: Path) -> None:
    path = tmp_path / "results.sqlite"
    cache = Cache(path)
    for number in range(200):
        cache.put(f"k{number}", "groups", (Group(f"group {number}", ("a", "b") * 50),))
    cache.close()
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\x5a" * (len(data) - 4096))
    again = Cache(path)
    assert again.get("k7", tuple[Group, ...]) is None
    again.put("k8", "groups", ())
    again.close()
