"""JUnit XML: a suite a file, a case for each thing checked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from xml.sax.saxutils import quoteattr

from checker.cli.formats.finding import REMARKS, Finding

NO_FILE = "checker"
UNTOLD = REMARKS | {"unchecked"}
"""Verdicts of what could not be checked: these cases are skipped."""
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(findings: Sequence[Finding]) -> Iterator[str]:
    """The document; what fails the run is a failure, what is known or could not be checked is skipped."""
    files = sorted(((_file(f), f) for f in findings), key=lambda pair: pair[0])
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f"<testsuites{_attributes(name='checker', **_counts(findings))}>\n"
    for file, group in groupby(files, key=lambda pair: pair[0]):
        yield from _suite(file, [found for _, found in group])
    yield "</testsuites>\n"


def _suite(file: str, findings: Sequence[Finding]) -> Iterator[str]:
    skipped = str(sum(_outcome(f) == "skipped" for f in findings))
    yield f"  <testsuite{_attributes(name=file, **_counts(findings), skipped=skipped)}>\n"
    for found in findings:
        yield from _case(file, found)
    yield "  </testsuite>\n"


def _case(file: str, found: Finding) -> Iterator[str]:
    region = found.place.region if found.place else None
    at = f"{region.line}:{region.column} " if region else ""
    head = _attributes(name=f"{at}{found.words}", classname=f"{file}.{found.kind}")
    outcome = _outcome(found)
    if outcome == "passed":
        yield f"    <testcase{head}/>\n"
        return
    told = {"message": "in the baseline: " * found.known + found.message}
    if outcome == "failure":
        told["type"] = found.verdict
    yield f"    <testcase{head}>\n      <{outcome}{_attributes(**told)}/>\n    </testcase>\n"


def _outcome(found: Finding) -> str:
    if found.level == "error":
        return "skipped" if found.known else "failure"
    return "skipped" if found.verdict in UNTOLD else "passed"


def _counts(findings: Sequence[Finding]) -> dict[str, str]:
    failures = sum(_outcome(f) == "failure" for f in findings)
    return {"tests": str(len(findings)), "failures": str(failures), "errors": "0"}


def _file(found: Finding) -> str:
    return found.place.path if found.place else NO_FILE


def _attributes(**values: str) -> str:
    """Attributes on one line; a character that XML cannot hold becomes the replacement character."""
    clean = {name: _NOT_XML.sub("\ufffd", " ".join(value.split())) for name, value in values.items()}
    return "".join(f" {name}={quoteattr(value)}" for name, value in clean.items())
