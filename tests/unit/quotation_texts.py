"""Texts and attributions for the tests of quotations."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from checker.model import Attribution, Block, Document, Range, make_id
from checker.quotation import Index, verify

_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")
_LINE = re.compile(r"[^\r\n]+")
_EMPHASIS = re.compile(r"\*+")


def document(text: str, doc: str = "a.txt") -> Document:
    """A document of Markdown text: links and asterisks are markup."""
    markup = [m.span() for m in _EMPHASIS.finditer(text)]
    for match in _LINK.finditer(text):
        markup += [(match.start(), match.start(1)), (match.end(1), match.end())]
    return Document(
        doc=doc,
        path=doc,
        sha256="",
        text_sha256=make_id(text),
        extractor="test",
        media_type="text/plain",
        title=None,
        outlet=None,
        author=None,
        published=None,
        language="en",
        role="secondary",
        body=((0, len(text)),),
        boilerplate=(),
        text=text,
        blocks=tuple(Block(m.start(), m.end(), "paragraph") for m in _LINE.finditer(text)),
        markup=tuple(sorted(markup)),
    )


def said(
    doc: str,
    *content: Range,
    speaker: str | None,
    cue: Range | None = None,
    kind: Literal["direct", "indirect", "mixed"] = "direct",
) -> Attribution:
    """An attribution of `content` to a speaker."""
    return Attribution(
        doc=doc,
        id=make_id(doc, content),
        source=None,
        speaker=speaker,
        cue=cue and (cue,),
        content=content,
        kind=kind,
        polarity="+",
        hedge=(),
        naming="named",
        outer=None,
        venue=None,
        rule="attribution.test",
    )


def faults(source: str, quote: str) -> list[str]:
    """What is wrong with a quotation of a source, in the words of the notes; nothing where it is fine."""
    found = verify("q", quote, Index([document(source)]))
    assert found.match is not None
    assert all(change.note for change in found.changes)
    wrong = [change.note for change in found.changes if not change.accepted]
    assert bool(wrong) == (found.verdict in ("altered", "misleading"))
    return wrong


def twins(
    misleading: Iterable[tuple[str, str]], fair: Iterable[tuple[str, str]]
) -> list[tuple[str, str, bool]]:
    """Rows (source, quotation, whether it misleads) of quotations that do and of others like them that do not."""
    return [(*row, True) for row in misleading] + [(*row, False) for row in fair]
