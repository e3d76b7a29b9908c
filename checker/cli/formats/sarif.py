"""SARIF 2.1.0, as code scanning services and editors read it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

from checker import __version__
from checker.cli.formats.finding import Finding, Place

VERSION = "2.1.0"
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "checker/v1"


def sarif(findings: Sequence[Finding]) -> Iterator[str]:
    """One run with a result for each finding that is not fine; known ones are suppressed, as of a baseline."""
    told = [f for f in findings if f.level != "none"]
    rules = sorted({f.rule for f in told})
    run = {
        "tool": {
            "driver": {"name": "checker", "version": __version__, "rules": [_rule(id_) for id_ in rules]}
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(f, rules.index(f.rule)) for f in told],
    }
    document = {"$schema": SCHEMA, "version": VERSION, "runs": [run]}
    yield json.dumps(document, ensure_ascii=True, indent=1) + "\n"


def _rule(id_: str) -> dict[str, Any]:
    from checker.pipeline import rules

    known = {rule.id: rule for rule in rules()}.get(id_)
    if known is None:
        return {"id": id_}
    return {"id": id_, "shortDescription": {"text": known.title}, "fullDescription": {"text": known.says}}


def _result(found: Finding, index: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": found.rule,
        "ruleIndex": index,
        "level": found.level,
        "message": {"text": found.message},
        "partialFingerprints": {FINGERPRINT: found.fingerprint},
        "properties": {"kind": found.kind, "verdict": found.verdict},
    }
    if found.place:
        result["locations"] = [{"physicalLocation": _location(found.place)}]
    if found.known:
        result["suppressions"] = [{"kind": "external", "justification": "in the baseline"}]
    return result


def _location(place: Place) -> dict[str, Any]:
    where: dict[str, Any] = {"artifactLocation": {"uri": _uri(place.path)}}
    if region := place.region:
        where["region"] = {
            "startLine": region.line,
            "startColumn": region.column,
            "endLine": region.end_line,
            "endColumn": region.end_column,
        }
    return where


def _uri(path: str) -> str:
    """A path as a URI reference, an absolute one with its scheme; an address as it is."""
    if path.startswith(("http://", "https://")):
        return quote(path, safe="/:?#[]@!$&'()*+,;=%", errors="replace")
    escaped = quote(path, safe="/", errors="replace")
    return f"file://{escaped}" if path.startswith("/") else escaped
