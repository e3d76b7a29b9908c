"""Who wrote a text: by-lines, and the remark on the author at its end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.model import Document, Span
from checker.provenance.edges import edges
from checker.provenance.wire import is_agency

_NO_PERSON = re.compile(
    r"\b(?:staff|editors?|editorial|desk|team|agency|agencies|admin|board|correspondents?|wire)\b",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"^(?:(?:dr|prof|professor|mr|mrs|ms|miss|sir|dame|lord|lady|rev|reverend|father|hon|col|gen|capt|amb|"
    r"ambassador|judge|justice)\b\.?\s+)+",
    re.IGNORECASE,
)
_PART = r"[^\W\d_a-z][\w'’-]*\.?"
_SELF = (
    r"(?:teaches|lectures|writes|reports|covers|edits|researches|studies|blogs|tweets|"
    r"(?:is|was|has been) (?:an? |the |our |currently |also )?(?:[\w'’-]+[ ,]+){0,6}?"
    r"(?:writer|author|journalist|reporter|correspondent|columnist|editor|lecturer|professor|fellow|historian|"
    r"essayist|critic|scholar|researcher|analyst|contributor|novelist|broadcaster|academic|economist|lawyer|"
    r"scientist|director|teacher))\b"
)
_BETWEEN = re.compile(r",| and | & |;")
_NOTE = re.compile(rf"\W*(?P<name>{_PART}(?: {_PART}){{1,3}}) {_SELF}")


def authors(document: Document) -> list[str]:
    """Names of persons in the by-line: of the manifest, else of the page.

    An initial in it ("M. Quill") is spelled out where the remark on the author does so.
    """
    stated = [c for c in document.candidates if c.name == "author"]
    names = [c.value for c in stated if c.rule == stated[0].rule]
    split = [part.strip() for name in names for part in _BETWEEN.split(name)]
    known = [n for n in split if len(n.split()) > 1 and not _NO_PERSON.search(n) and not is_agency(n)]
    noted = [name for name, _ in _noted(document)]
    return [next((full for full in noted if _spells_out(name, full)), name) for name in known]


def person(name: str) -> str:
    """A name for comparison: without title, middle initials and case."""
    parts = _TITLE.sub("", name.replace("’", "'").strip()).casefold().split()
    kept = [p for i, p in enumerate(parts) if i in (0, len(parts) - 1) or len(p.rstrip(".")) > 1]
    return " ".join(kept)


def places(document: Document, name: str) -> set[Span]:
    """Where the text shows that it is by this person (as `person` gives names): by-line and remark on the author.

    A by-line that only a manifest gives is looked for in the head and the foot.
    """
    found = {c.span for c in document.candidates if c.name == "author" and c.span and _is_of(name, c.value)}
    found |= {span for noted, span in _noted(document) if person(noted) == name}
    return found or set(_in_edges(document, name))


def _is_of(name: str, value: str) -> bool:
    parts = _BETWEEN.split(value)
    return any(person(part) == name or _spells_out(part.strip(), name) for part in parts)


def _noted(document: Document) -> Iterator[tuple[str, Span]]:
    """Names that a short remark of head or foot tells something of: "Mara Quill teaches history."."""
    for start, end in edges(document):
        match = _NOTE.match(document.text, start, end)
        if match:
            yield match["name"], Span(document.doc, match.start("name"), match.end())


def _spells_out(short: str, full: str) -> bool:
    """Whether a name with an initial is that of a full one: "M. Quill" and "Mara Quill"."""
    one, other = person(short).split(), person(full).split()
    if len(one) < 2 or len(other) < 2 or one[-1] != other[-1]:
        return False
    initial = one[0].rstrip(".")
    return len(initial) == 1 and len(other[0].rstrip(".")) > 1 and other[0].startswith(initial)


def _in_edges(document: Document, name: str) -> Iterator[Span]:
    pattern = re.compile(r"\W{1,3}(?:\w\.? )?".join(map(re.escape, name.split())), re.IGNORECASE)
    for start, end in edges(document):
        match = pattern.search(document.text, start, end)
        if match and end - start <= 120:
            yield Span(document.doc, *match.span())
            return
