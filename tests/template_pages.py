# ruff: noqa: E501
"""The page docs/templates.md: what templates are given. `python -m tests.template_pages` writes it anew."""

from __future__ import annotations

import dataclasses
import inspect
import re
import sys
from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

from checker.report.corpus import Corpus
from checker.report.site import Linker, Site, pages
from checker.report.stored import stored_paths
from checker.report.views import Page
from tests.conftest import ROOT
from tests.unit import report_corpus as rc

PAGE = ROOT / "docs" / "templates.md"
HEAD = """# Templates

`checker report PATH --templates DIR` (and `checker demo --templates DIR`) draws a report with your own templates. `DIR` is one
folder without folders in it; a file there is used before ours of the same name in `templates/`:

| file in DIR | does |
| --- | --- |
| `theme.css` | is read after our style sheet: set the variables of `:root` (and again under `prefers-color-scheme: dark` and `print`), or add rules |
| `report.css`, `report.js` | take the place of our style sheet or script |
| `NAME.html.j2` | takes the place of our template of that name; as `ours/NAME.html.j2` it can still include, extend or import ours |
| other `.j2` files | are there for yours to include |

`themes/broadsheet` is an example: other colours, a masthead on the index, a line in the footer.
`base.html.j2` (a page of a folder) and `single.html.j2` (the one file) have the blocks `head` and `foot`, `base.html.j2` also `top`.
They are given the drawn pages, `body` and `bodies`, and in `works` the texts as others cite them. A list takes 100 rows a page; its
choices reach the rows of all its pages (`[data-row]` in `[data-list]`; those in a `[data-join]` of one name are put together), which
stand again in `NAME.rows.js`, a script for each page.

Templates are Jinja2, run in its sandbox. Everything printed is escaped, and stays so: there is no `safe`, no `urlize` and no
`autoescape`. An undefined name is an error; an error names your file and its line. A page must keep its Content-Security-Policy,
so nothing from elsewhere is loaded and no inline style or script runs. Words of a source are printed with the macros `words`,
`said` and `loc` of `macros.html.j2`: they carry the place that `checker check REPORT` proves; in their pieces, the filter `exact`
keeps every character. A report counts as another report when a template changes, and is then written again.

## What every template is given

`page` is a `Page`, `view` the record in the table below, `site` a `Site`, and `link` makes addresses:

"""


def page() -> str:
    """The whole page."""
    documents = (dataclasses.replace(rc.DOCUMENTS[0], role="primary"), *rc.DOCUMENTS[1:])
    corpus = Corpus(rc.analysis(documents=documents), rc.RULES)
    drawn = pages(corpus, stored_paths(corpus.files, excerpts=False), excerpts=False)
    views = {p.template: type(p.view) for p in drawn}
    table = [f"| `{name}` | {_linked(view)} |" for name, view in sorted(views.items())]
    records = sorted(_reached([Page, Site, *views.values()]), key=lambda r: (r.__name__, r.__module__))
    parts = [
        HEAD + "\n".join(_methods(Linker)),
        "## Which record each page prints\n\n| template | `view` |\n| --- | --- |\n" + "\n".join(table),
        "## The records",
        *map(_record, records),
    ]
    return "\n\n".join(parts) + "\n"


def _methods(kind: type) -> Iterator[str]:
    yield "| call | gives |"
    yield "| --- | --- |"
    for name, method in inspect.getmembers(kind, inspect.isfunction):
        if not name.startswith("_"):
            names = [p for p in inspect.signature(method).parameters if p != "self"]
            yield f"| `link.{name}({', '.join(names)})` | {_first(method.__doc__)} |"


def _first(text: str | None) -> str:
    return " ".join((text or "").split())


def _reached(kinds: list[Any]) -> set[Any]:
    """The records that these hold, and those."""
    found: set[Any] = set()
    waiting = list(kinds)
    while waiting:
        kind = waiting.pop()
        if dataclasses.is_dataclass(kind) and kind not in found:
            found.add(kind)
            waiting += _hints(kind).values()
        waiting += get_args(kind)
    return found


def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind, vars(sys.modules[kind.__module__]))


def _linked(kind: type) -> str:
    return f"[`{kind.__name__}`](#{kind.__name__.lower()})"


def _record(kind: Any) -> str:
    lines = [f"### {kind.__name__}", "", _first(kind.__doc__), ""]
    lines += ["| field | type |", "| --- | --- |"]
    for field in dataclasses.fields(kind):
        told = re.sub(r"\s+", " ", str(field.type)).replace("|", "\\|")
        lines.append(f"| `{field.name}` | `{told}` |")
    return "\n".join(lines)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
