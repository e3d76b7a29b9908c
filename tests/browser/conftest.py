"""The browser of a file of tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.browser import Browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with Browser() as opened:
        yield opened
