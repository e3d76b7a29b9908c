"""The page templates, the style sheet and the script: ours, and those of a folder that is laid over them."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    Template,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from checker import packaged
from checker.errors import ReportError
from checker.report.words import capital

EXTRA = "theme.css"
"""A style sheet of an overlay that is read after `report.css`."""
_UNPRINTABLE = re.compile("[\x00\ud800-\udfff]")
_UNESCAPED = re.compile(r"\{%[-+]?\s*autoescape\b")
_BREAKS_OUT = re.compile(r"</(?:style|script)", re.IGNORECASE)
_UNSAFE_FILTERS = ("safe", "urlize")
_DO = "Mend the template, or leave out --templates; docs/templates.md says what templates are given."


def template_folder() -> Path:
    """The folder of templates."""
    return packaged.folder("templates")


@dataclass(frozen=True, slots=True)
class Look:
    """How a report looks: our templates, style and script, with the files of `overlay` in front of them.

    A template there may include or extend the one that it replaces as `ours/NAME`. It runs in a sandbox and
    cannot turn escaping off.
    """

    overlay: Path | None = None

    def files(self) -> list[Path]:
        """Every file that pages are made of."""
        folders = [template_folder(), *([self.overlay] if self.overlay else [])]
        return [path for folder in folders for path in sorted(folder.iterdir()) if path.is_file()]

    def template(self, name: str) -> Template:
        """A template by its file name."""
        return _environment(self.overlay).get_template(name)

    def text(self, name: str) -> str:
        """The style sheet or the script, the sheet with what an overlay adds to it."""
        found = [_first(name, [self.overlay, template_folder()])]
        if self.overlay and name.endswith(".css") and (self.overlay / EXTRA).is_file():
            found.append(self.overlay / EXTRA)
        text = "\n".join(path.read_text("utf-8") for path in found)
        if _BREAKS_OUT.search(text):
            raise ReportError("this would end its element in a page", where=str(found[-1]), do=_DO)
        return text

    @contextmanager
    def blamed(self) -> Iterator[None]:
        """Turn what goes wrong in a template of the overlay into a ReportError that names file and line."""
        try:
            yield
        except TemplateSyntaxError as error:
            raise _broken(str(error.message), error.filename or error.name, error.lineno) from error
        except TemplateNotFound as error:
            raise _broken(f"no template is called {error.name}", *_line(error)) from error
        except Exception as error:
            if self.overlay is None or isinstance(error, ReportError):
                raise
            raise _broken(f"{type(error).__name__}: {error}", *_line(error)) from error


def _first(name: str, folders: list[Path | None]) -> Path:
    return next(path for folder in folders if folder and (path := folder / name).is_file())


def _line(error: Exception) -> tuple[str | None, int]:
    """The innermost line of a template that a traceback went through."""
    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename.endswith(".j2")]
    return (frames[-1].filename, frames[-1].lineno or 0) if frames else (None, 0)


def _broken(what: str, file: str | None, line: int) -> ReportError:
    return ReportError(f"a template is broken: {what}", where=f"{file}:{line}" if file else "", do=_DO)


class _Overlay(FileSystemLoader):
    """Templates of other people: none may turn escaping off."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        source, path, fresh = super().get_source(environment, template)
        found = _UNESCAPED.search(source)
        if found:
            line = source.count("\n", 0, found.start()) + 1
            raise TemplateSyntaxError("escaping stays on: autoescape is not allowed", line, template, path)
        return source, path, fresh


@cache
def _environment(overlay: Path | None) -> Environment:
    """Jinja2 with everything escaped and nothing silently empty; sandboxed where templates are not ours."""
    kind = ImmutableSandboxedEnvironment if overlay else Environment
    ours = FileSystemLoader(template_folder())
    under = [ours, PrefixLoader({"ours": ours})]
    env = kind(
        loader=ChoiceLoader([_Overlay(overlay), *under] if overlay else under),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    for name in _UNSAFE_FILTERS:
        del env.filters[name]
    env.filters["exact"] = exact
    env.filters["capitalise"] = capital
    return env


def exact(text: str) -> Markup:
    """A source's characters as HTML that reads back as the same characters (see `printable`)."""
    return Markup(str(escape(printable(text))).replace("\r", "&#13;"))


def printable(text: str) -> str:
    """The text with U+FFFD for what no HTML page can hold: U+0000 and lone surrogates."""
    return _UNPRINTABLE.sub("\ufffd", text)
