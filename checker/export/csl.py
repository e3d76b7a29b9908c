"""CSL-JSON: references as citation managers and word processors read them (Citation Style Language 1.0.2)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from checker.export.references import Reference, references
from checker.model import Analysis


def csl_json(analysis: Analysis) -> Iterator[str]:
    """A list of items, one a document."""
    yield json.dumps([item(r) for r in references(analysis.documents)], ensure_ascii=False, indent=1) + "\n"


def item(reference: Reference) -> dict[str, Any]:
    """One item. Names are given whole, as no rule says where a family name begins; `id` is the document's key."""
    fields: dict[str, Any] = {
        "id": reference.key,
        "type": "article-newspaper" if reference.outlet else "webpage" if reference.url else "document",
        "title": reference.title,
        "author": [{"literal": name} for name in reference.authors],
        "container-title": reference.outlet,
        "issued": _date(reference.issued),
        "URL": reference.url,
        "accessed": _date(reference.accessed),
        "language": reference.language,
        "note": f"checker: {reference.doc}",
    }
    return {name: value for name, value in fields.items() if value}


def _date(days: str | None) -> dict[str, list[list[int]]] | None:
    if not days:
        return None
    return {"date-parts": [[int(number) for number in day.split("-")] for day in days.split("/")]}
