"""The page templates, the style sheet and the script."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from checker import packaged
from checker.report.words import capital

_UNPRINTABLE = re.compile("[\x00\ud800-\udfff]")


def template_folder() -> Path:
    """The folder of templates."""
    return packaged.folder("templates")


def read_resource(name: str) -> str:
    """The text of a style sheet or script that lies beside the templates."""
    return (template_folder() / name).read_text(encoding="utf-8")


@cache
def environment() -> Environment:
    """Jinja2 with everything escaped and nothing silently empty."""
    env = Environment(
        loader=FileSystemLoader(template_folder()),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    env.filters["exact"] = exact
    env.filters["capitalise"] = capital
    return env


def exact(text: str) -> Markup:
    """A source's characters as HTML that reads back as the same characters (see `printable`)."""
    return Markup(str(escape(printable(text))).replace("\r", "&#13;"))


def printable(text: str) -> str:
    """The text with U+FFFD for what no HTML page can hold: U+0000 and lone surrogates."""
    return _UNPRINTABLE.sub("\ufffd", text)
