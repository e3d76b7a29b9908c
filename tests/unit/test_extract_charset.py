"""The charset with which a host sent a page."""

from __future__ import annotations

import pytest

from checker import extract
from checker.model import Manifest, Snapshot

WORDS = "Паром в Вейле вышел в море только в понедельник, когда шторм утих."


@pytest.mark.parametrize("kind", ["text/html", "text/plain"])
@pytest.mark.parametrize(
    ("sent", "encoding", "right"),
    [
        ("; charset=windows-1251", "cp1251", True),
        ('; Charset="KOI8-R"', "koi8-r", True),
        ("; charset=windows-1251", "utf-8", True),
        ("; charset=nonsense", "utf-8", True),
        ("; charset=zip", "utf-8", True),
        ("; charset=base64", "cp1251", False),
        ("", "cp1251", False),
    ],
)
def test_a_text_is_read_in_the_charset_that_the_host_named(
    kind: str, sent: str, encoding: str, right: bool
) -> None:
    text = f"<html><body><p>{WORDS}</p></body></html>" if kind == "text/html" else WORDS
    document = extract.run(Snapshot("a", "a", text.encode(encoding), "", kind + sent, Manifest("a")))
    assert (WORDS in document.text) is right
    assert ("windows-1252" in document.extractor) is not right


def test_the_host_is_believed_rather_than_the_head() -> None:
    data = f"<html><head><meta charset=iso-8859-5></head><body><p>{WORDS}</p></body></html>".encode("cp1251")
    kind = "text/html; charset=windows-1251"
    assert WORDS in extract.run(Snapshot("a", "a", data, "", kind, Manifest("a"))).text
