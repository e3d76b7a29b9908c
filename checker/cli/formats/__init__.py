"""Findings for people, line by line, and as other programs show them: GitHub annotations, JUnit XML and SARIF."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from checker.cli.formats.finding import Finding
from checker.cli.formats.github import github
from checker.cli.formats.junit import junit
from checker.cli.formats.lines import markdown, text
from checker.cli.formats.sarif import sarif

FORMATS: dict[str, Callable[[Sequence[Finding]], Iterator[str]]] = {
    "text": text, "md": markdown, "github": github, "junit": junit, "sarif": sarif,
}  # fmt: skip
