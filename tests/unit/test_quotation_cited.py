"""Whether a cited document says what it is cited for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker import extract, parse
from checker.model import Document, Support
from checker.quotation import cited
from tests import citing
from tests.unit.test_extract import snapshot

SOURCE = (
    "The council of Arden closed the old fish market on Monday.\n\n"
    "“We had no choice, because the roof would not have held another winter,” Mayor Quill said. "
    "The repair would have cost 340,000 crowns. The traders were not heard.\n\n"
    "Two bakeries have opened on the quay since then."
)


def support(text: str) -> Support | None:
    """What becomes of the claim of the one citation in a text that cites the source above."""
    other: Document = replace(
        extract.run(snapshot(SOURCE, outlet="Vale Courier", date="2021-05-04", url="https://vale.example/a")),
        doc="b",
    )
    here = extract.run(snapshot(text))
    parses = parse.run(here), replace(parse.run(other), doc="b")
    records = cited.run(citing.cited(here, parses[0], (here, other)), (here, other), parses)
    assert [c.target and c.target.doc for c in records] == ["b"]
    return records[0].support


@pytest.mark.parametrize(
    ("text", "verdict", "passage"),
    [
        (
            "Arden's council closed the fish market on Monday (Vale Courier, May 4, 2021).",
            "supported",
            "The council of Arden closed",
        ),
        (
            "The repair would have cost 340,000 crowns (Vale Courier, May 4, 2021).",
            "supported",
            "The repair would",
        ),
        (
            "The repair would have cost 430,000 crowns (Vale Courier, May 4, 2021).",
            "possibly",
            "The repair would",
        ),
        (
            "The repair would not have cost 340,000 crowns (Vale Courier, May 4, 2021).",
            "possibly",
            "The repair would",
        ),
        ("A storm sank nine ferries in the bay (Vale Courier, May 4, 2021).", "not_found", None),
        (
            "“The roof would not have held another winter” (Vale Courier, May 4, 2021).",
            "supported",
            "the roof",
        ),
        ("“The roof would have held another winter” (Vale Courier, May 4, 2021).", "possibly", "the roof"),
        ("“Nobody will ever sell a herring here again” (Vale Courier, May 4, 2021).", "not_found", None),
    ],
)
def test_a_claim_is_supported_possibly_so_or_not_found(text: str, verdict: str, passage: str | None) -> None:
    found = support(text)
    assert found is not None
    assert found.verdict == verdict
    shown = found.passage.of(SOURCE) if found.passage else None
    assert (shown is None) == (passage is None)
    assert shown is None or passage is None or shown.startswith(passage)


def test_a_document_that_is_not_what_the_text_says_is_told() -> None:
    other = replace(
        extract.run(snapshot(SOURCE, outlet="Vale Courier", date="2021-05-04", url="https://vale.example/a")),
        doc="b",
    )
    here = extract.run(snapshot("The market closed ([Arden Times](https://vale.example/a))."))
    records = citing.cited(here, parse.run(here), (here, other))
    assert [c.differs for c in records] == [("The text names Arden Times; the document is of Vale Courier.",)]


def test_a_document_that_could_not_be_read_supports_nothing() -> None:
    other = replace(
        extract.run(snapshot(SOURCE, outlet="Vale Courier", date="2021-05-04", url="https://vale.example/a")),
        doc="b",
    )
    here = extract.run(snapshot("A storm sank nine ferries in the bay (Vale Courier, May 4, 2021)."))
    known = parse.run(here)
    records = citing.cited(here, known, (here, other))
    assert cited.run(records, (here, other), (known,)) == records
