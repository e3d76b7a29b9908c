"""An analysis in the forms of other tools: references, annotations, provenance, and a table.

Each form is a function of an analysis that yields pieces of text; none reads or writes anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from checker.export.annotations import web_annotations
from checker.export.bibtex import bibtex
from checker.export.csl import csl_json
from checker.export.prov import prov
from checker.export.table import table
from checker.model import Analysis

FORMS: dict[str, Callable[[Analysis], Iterator[str]]] = {
    "csl-json": csl_json,
    "bibtex": bibtex,
    "annotations": web_annotations,
    "prov": prov,
    "csv": table,
}

__all__ = ["FORMS", "bibtex", "csl_json", "prov", "table", "web_annotations"]
