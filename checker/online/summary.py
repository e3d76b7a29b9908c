"""What to do about the links that were asked, for a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.model import Citation, CitationVerdict
from checker.online.run import DAY, age

_MOST = 10
"""Citations that are told of one kind."""
_DO: tuple[tuple[CitationVerdict, str], ...] = (
    ("gone", "the page is gone: give another address, or the archived copy"),
    ("soft_404", "the page says that there is none: as above"),
    ("moved", "moved for good: write the new address"),
    ("blocked", "the host does not let programs in: open them yourself"),
    ("rate_limited", "the host wants fewer requests: run it again later"),
    ("unchecked", "not known: run it again later, or open them yourself"),
)
_MISSING = "the page is there, but not the place on it that the address names"


def lines(citations: Sequence[Citation]) -> Iterator[str]:
    """A line of counts, then each kind that asks for something, with its citations. Only what was asked is told."""
    asked = [c for c in citations if c.checked]
    fine = [c for c in asked if c.verdict == "ok"]
    old = [c.checked.age_days for c in asked if c.checked and c.checked.age_days > 0]
    kept = f"; {len(old):,} known from earlier, the oldest asked {age(max(old) * DAY)}" if old else ""
    yield f"{len(asked):,} {'address' if len(asked) == 1 else 'addresses'} checked: {len(fine):,} ok{kept}"
    for verdict, do in _DO:
        yield from _kind(do, [c for c in asked if c.verdict == verdict])
    yield from _kind(_MISSING, [c for c in asked if c.checked and c.checked.place == "missing"])


def _kind(do: str, citations: Sequence[Citation]) -> Iterator[str]:
    if not citations:
        return
    yield f"{len(citations):,} {do}"
    for citation in citations[:_MOST]:
        yield f"  {citation.span.doc}:{citation.span.start}  {_told(citation)}"
    if len(citations) > _MOST:
        yield f"  and {len(citations) - _MOST:,} more"


def _told(citation: Citation) -> str:
    checked = citation.checked
    assert checked is not None
    url = citation.target.url if citation.target and citation.target.url else checked.url
    if citation.verdict == "moved":
        return f"{url} → {checked.url}"
    if checked.archived:
        return f"{url}  archived {checked.archived.date}: {checked.archived.url}"
    return f"{url}  {citation.reason}" if citation.verdict in ("unchecked", "blocked") else url
