"""Floors for the articles of pages of many layouts, and what may not be said of a page that does not say it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from checker.model import Document
from tests.gold.pages import Page, document, pages, score

MEAN, LOWEST = 0.99, 0.93
"""Mean and lowest F1, over runs of four words."""


@pytest.fixture(scope="module")
def read() -> Iterator[list[tuple[Page, Document]]]:
    yield [(page, document(page)) for page in pages()]


def test_articles_are_found_whatever_the_layout(read: list[tuple[Page, Document]]) -> None:
    found = {page.name: score(page, made).f1 for page, made in read}
    assert len(found) >= 40
    assert sum(found.values()) / len(found) >= MEAN
    assert {name: f1 for name, f1 in found.items() if f1 < LOWEST} == {}


def test_no_author_and_no_date_is_invented(read: list[tuple[Page, Document]]) -> None:
    said = {page.name: (made.author, made.published and made.published.from_) for page, made in read}
    invented = {
        page.name: said[page.name]
        for page, _ in read
        if said[page.name][0] not in (None, page.author) or said[page.name][1] not in (None, page.date)
    }
    assert invented == {}
