"""A .docx text: its paragraphs as a reader sees them, one a line, with headings, links and notes.

What was deleted while changes were tracked is left out, what was inserted is in. The elements are those of ECMA-376
part 1, chapter 17; they are read one by one, as the libraries for them pass over insertions, notes or hidden words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from checker.errors import ExtractError
from checker.extract import furniture, stated
from checker.extract.blocks import Kind, kind_of
from checker.extract.draft import Draft, author_of
from checker.extract.word_parts import DO, Part, unpack
from checker.model import Block, Link, Snapshot

EXTRACTOR = "word 1"
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PARAGRAPH = f"{_W}p"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_UNSEEN = {_FALLBACK, *(f"{_W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "tblPr", "tcPr"))}
_SIGNS: dict[object, str] = {f"{_W}{name}": sign for name, sign in (
    ("tab", "\t"), ("br", "\u2028"), ("cr", "\u2028"), ("noBreakHyphen", "\u2011"), ("softHyphen", "\u00ad"),
)}  # fmt: skip
_NOTES: dict[object, str] = {f"{_W}footnoteReference": "footnotes", f"{_W}endnoteReference": "endnotes"}
_ADDRESS = re.compile(r'\s*HYPERLINK\s+"([^"]{1,2000})"', re.IGNORECASE)
_BREAKS = re.compile(r"[\r\n\f\v\x85]")
_HEADING = re.compile(r"(?:heading\d|title|subtitle)", re.IGNORECASE)
_QUOTE = re.compile(r"(?:intense)?quote|blocktext|quotations?", re.IGNORECASE)


def read(snapshot: Snapshot) -> Draft:
    """The draft of a .docx snapshot; ExtractError where it is none, is too large, or holds no text."""
    parts = unpack(snapshot.data, snapshot.path)
    body = _Reading()
    body.read(parts["document"])
    own = len(body.blocks)
    for number, (name, id_) in enumerate(body.noted, 1):
        body.note(number, parts.get(name), id_)
    text = "\n".join(body.lines)
    if not text.strip():
        raise ExtractError("the document holds no text", where=snapshot.path, do=DO)
    blocks, links = tuple(body.blocks), tuple(sorted(body.links, key=lambda link: (link.start, link.end)))
    found = furniture.pieces(text, blocks, (), links)
    said = stated.read(snapshot.doc, found, links)
    author = author_of(said.candidates, snapshot)
    keep = furniture.article(found[:own], frozenset(said.lines), author)
    kept = (*keep, *(True for _ in blocks[own:]))
    return Draft(text, EXTRACTOR, None, blocks, kept, (), links, tuple(said.candidates))


@dataclass(slots=True)
class _Field:
    """A field such as a link: the words of its code, and where what it shows begins (-1: not yet)."""

    start: int = -1
    code: str = ""


@dataclass(slots=True)
class _Paragraph:
    """A paragraph that is being read: its words, and its links, in offsets from its start."""

    pieces: list[str] = field(default_factory=list)
    size: int = 0
    links: list[tuple[int, int, str]] = field(default_factory=list)
    fields: list[_Field] = field(default_factory=list)

    def add(self, words: str) -> None:
        self.pieces.append(words)
        self.size += len(words)

    def end_field(self, url: str = "") -> None:
        """The field that was begun last ends here; it leads to `url`, or to what its code says."""
        if self.fields:
            ended = self.fields.pop()
            coded = _ADDRESS.match(ended.code)
            url = url or (coded[1] if coded else "")
            if url and 0 <= ended.start < self.size:
                self.links.append((ended.start, self.size, url))


@dataclass(slots=True)
class _Reading:
    """What has been read: a line a paragraph, also an empty one; `noted` are notes in the order of their numbers."""

    lines: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    noted: list[tuple[str, str]] = field(default_factory=list)
    open: list[_Paragraph] = field(default_factory=list)
    """Paragraphs that are being read: one, but for text boxes, whose paragraphs stand inside another."""
    size: int = 0

    def read(self, part: Part, root: etree._Element | None = None, lead: str = "") -> None:
        """Read the paragraphs of a part, or of an element of it; `lead` stands before the first."""
        hidden: etree._Element | None = None
        for event, element in etree.iterwalk(part.root if root is None else root, events=("start", "end")):
            if hidden is not None:
                hidden = None if event == "end" and element is hidden else hidden
            elif event == "start" and _is_unseen(element):
                hidden = element
            elif event == "start" and element.tag == _PARAGRAPH:
                self.open.append(_Paragraph())
                self.open[-1].add(lead)
                lead = ""
            elif self.open and event == "start":
                self._begun(element, self.open[-1])
            elif self.open and element.tag == f"{_W}hyperlink":
                self.open[-1].end_field(part.targets.get(element.get(f"{_R}id", ""), ""))
            elif self.open and element.tag == _PARAGRAPH:
                self._ended(element, self.open.pop())

    def note(self, number: int, part: Part | None, id_: str) -> None:
        """Read a note, which begins with its number; one that is missing is passed over."""
        row = next((r for r in part.root if r.get(f"{_W}id") == id_), None) if part else None
        if part and row is not None:
            self.read(part, row, f"[{number}] ")

    def _begun(self, element: etree._Element, here: _Paragraph) -> None:
        tag = element.tag
        if tag in _NOTES:
            note = _NOTES[tag], element.get(f"{_W}id", "")
            if note not in self.noted:
                self.noted.append(note)
            here.add(f"[{self.noted.index(note) + 1}]")
        elif tag in _SIGNS:
            here.add(_SIGNS[tag])
        elif tag == f"{_W}t":
            here.add(_BREAKS.sub(" ", element.text or ""))
        elif tag == f"{_W}hyperlink":
            here.fields.append(_Field(here.size))
        elif tag == f"{_W}instrText" and here.fields:
            here.fields[-1].code += element.text or ""
        elif tag == f"{_W}fldChar":
            _field(here, element.get(f"{_W}fldCharType", ""))

    def _ended(self, element: etree._Element, here: _Paragraph) -> None:
        line, start = "".join(here.pieces), self.size
        self.lines.append(line)
        self.size += len(line) + 1
        self.links += [
            Link(start + a, start + b, (start + a, start + b), url, "anchor") for a, b, url in here.links
        ]
        if line.strip():
            low, high = start + len(line) - len(line.lstrip()), start + len(line.rstrip())
            self.blocks.append(Block(low, high, _kind(element, line)))


def _field(here: _Paragraph, kind: str) -> None:
    """A mark of a field: it begins with its code, which a second mark parts from what it shows."""
    if kind == "begin":
        here.fields.append(_Field())
    elif kind == "separate" and here.fields:
        here.fields[-1].start = here.size
    elif kind == "end":
        here.end_field()


def _is_unseen(element: etree._Element) -> bool:
    """Whether a reader sees nothing of an element: deleted or hidden words, settings, a second form of a drawing."""
    if element.tag == f"{_W}r":
        hidden = element.find(f"{_W}rPr/{_W}vanish")
        return hidden is not None and hidden.get(f"{_W}val", "1") not in ("0", "false", "off")
    return not isinstance(element.tag, str) or element.tag in _UNSEEN


def _kind(element: etree._Element, line: str) -> Kind:
    """What a paragraph is, by its style, its numbering, or its own marks."""
    style = element.find(f"{_W}pPr/{_W}pStyle")
    name = style.get(f"{_W}val", "") if style is not None else ""
    if _HEADING.fullmatch(name):
        return "heading"
    if _QUOTE.fullmatch(name):
        return "quote"
    return "item" if element.find(f"{_W}pPr/{_W}numPr") is not None else kind_of(line)
