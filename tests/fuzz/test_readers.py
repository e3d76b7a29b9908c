"""Readers of what comes from outside: whatever it is, an answer or an error for a person, in time that grows evenly."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz import hosts, wholes  # noqa: F401
from tests.fuzz.readers import READERS
from tests.fuzz.sound import SOUND, TOKENS

FOUND = Path(__file__).parent / "found"
QUICK = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
pytestmark = pytest.mark.filterwarnings("default")


@pytest.mark.parametrize("path", sorted(FOUND.glob("*/*")), ids=lambda p: f"{p.parent.name}-{p.name}")
def test_what_was_found_once_is_read(path: Path) -> None:
    READERS[path.parent.name](path.read_bytes())


def test_every_folder_of_findings_has_its_reader() -> None:
    assert {path.name for path in FOUND.iterdir()} <= set(READERS)
    assert set(SOUND) <= set(READERS)


@st.composite
def inputs(draw: st.DrawFn, name: str) -> bytes:
    """A sound input with pieces put in and taken out, or pieces alone."""
    data = draw(st.sampled_from([*SOUND.get(name, []), b""]))
    for _ in range(draw(st.integers(1, 6))):
        at, gone = draw(st.integers(0, len(data))), draw(st.integers(0, 12))
        piece = draw(st.sampled_from(TOKENS) | st.binary(max_size=8)) * draw(st.sampled_from((1, 1, 2, 40)))
        data = data[:at] + piece + data[at + gone :]
    return data


@pytest.mark.parametrize("name", sorted(READERS))
def test_hostile_input_is_no_failure(name: str) -> None:
    @QUICK
    @given(inputs(name))
    def check(data: bytes) -> None:
        READERS[name](data)

    check()


def pumped(name: str) -> Iterator[tuple[bytes, bytes]]:
    """Pieces many times over behind a sound input: 6,000 bytes of them, and eight times as many."""
    chosen = random.Random(name).sample([t for t in TOKENS if len(t) < 100], 12)
    for token in (b"<", b"<!--", b"<a href='", b"[[event]]\n", *chosen):
        head = SOUND.get(name, [b""])[0]
        yield head + token * (6_000 // len(token)), head + token * (48_000 // len(token))


def seconds(name: str, data: bytes) -> float:
    start = time.process_time()
    READERS[name](data)
    return time.process_time() - start


@pytest.mark.parametrize("name", sorted(READERS.keys() - wholes.SLOW))
def test_eight_times_the_input_takes_no_64_times_the_time(name: str) -> None:
    for small, large in pumped(name):
        most = max(0.5, 24 * max(seconds(name, small), 0.005))
        # A busy machine slows one reading; a slow reader is slow each time.
        assert any(seconds(name, large) < most for _ in range(3)), large[-60:]
