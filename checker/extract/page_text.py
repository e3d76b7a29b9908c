"""HTML to visible text: a walk without recursion, block by block, in document order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import lxml.etree
import lxml.html

from checker.errors import ExtractError
from checker.extract.blocks import Kind
from checker.model import Block, Link

DEPTH = 200
"""Elements inside each other that are kept; deeper ones are taken out of the source, their text stays."""

_HIDDEN = frozenset(
    {
        "script",
        "style",
        "template",
        "noscript",
        "head",
        "iframe",
        "object",
        "svg",
        "math",
        "select",
        "textarea",
    }
    | {"button", "datalist", "canvas", "audio", "video", "dialog"}
)
_BLOCKS = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
    }
    | {
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
    }
    | {
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tfoot",
        "tr",
        "ul",
    }
)
_KINDS: dict[str, Kind] = {"li": "item", "figcaption": "caption", "blockquote": "quote", "caption": "caption"}
_KINDS |= {f"h{level}": "heading" for level in range(1, 7)}
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-z][a-z0-9:-]{0,30})\b[^<>]*>", re.IGNORECASE)
_NOT_NESTED = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
    | {"p", "li", "dt", "dd", "tr", "td", "th"}
)
_BREAKS = re.compile(r"<br>(?:\s*<br>)+")
_SPACE = re.compile(r"\s+")
_UNREADABLE = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff]")


@dataclass(slots=True)
class _Page:
    """The text so far; `line` are the pieces of the block that is open."""

    done: list[str] = field(default_factory=list)
    length: int = 0
    line: list[str] = field(default_factory=list)
    width: int = 0
    blocks: list[Block] = field(default_factory=list)
    links: list[tuple[int, int, str]] = field(default_factory=list)
    open_links: list[tuple[int, str]] = field(default_factory=list)
    kinds: list[Kind] = field(default_factory=list)

    def write(self, text: str) -> None:
        """Text with its white space folded, as a browser shows it."""
        text = _SPACE.sub(" ", text)
        if text.startswith(" ") and (not self.line or self.line[-1].endswith(" ")):
            text = text[1:]
        if text:
            self.line.append(text)
            self.width += len(text)

    def break_(self) -> None:
        """Close the open block."""
        shown = "".join(self.line).rstrip()
        self.line, self.width = [], 0
        if not shown:
            return
        if self.done:
            self.done.append("\n\n")
            self.length += 2
        kind: Kind = self.kinds[-1] if self.kinds else "paragraph"
        self.blocks.append(Block(self.length, self.length + len(shown), kind))
        self.done.append(shown)
        self.length += len(shown)

    def here(self) -> int:
        """The offset at which the next character will stand."""
        return self.length + (2 if self.done else 0) + self.width


def parse(source: str, where: str) -> tuple[Any, str]:
    """The element tree of a page, however it is nested, and the source that it was made of."""
    clean = _UNREADABLE.sub(" ", source)
    tree = _tree(clean, where)
    if _deeper_than(tree, DEPTH):
        clean = _flattened(clean)
        tree = _tree(clean, where)
    return tree, clean


def visible(tree: Any, where: str) -> tuple[str, tuple[Block, ...], tuple[Link, ...]]:
    """The text of a page, its blocks, and its links (with their visible words as label)."""
    page = _Page()
    events = lxml.etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in events:
        if event in ("comment", "pi"):
            page.write(element.tail or "")
        elif event == "start":
            if element.tag in _HIDDEN or _is_hidden(element):
                events.skip_subtree()
            else:
                _open(page, element)
        else:
            _close(page, element)
    page.break_()
    if not page.blocks:
        raise ExtractError("nothing on the page is visible", where=where, do="Save the page with its text.")
    text = "".join(page.done)
    links = (_link(text, *found) for found in sorted(page.links))
    return text, tuple(page.blocks), tuple(link for link in links if link.start < link.end)


def _open(page: _Page, element: Any) -> None:
    if element.tag in _BLOCKS:
        page.break_()
        page.kinds.append(_kind(page, element.tag))
    elif element.tag == "br":
        page.break_()
    elif element.tag == "a" and element.get("href") is not None:
        page.open_links.append((page.here(), element.get("href").strip()))
    page.write(element.text or "")


def _kind(page: _Page, tag: str) -> Kind:
    outer: Kind = page.kinds[-1] if page.kinds else "paragraph"
    return _KINDS.get(tag, outer)


def _close(page: _Page, element: Any) -> None:
    shown = element.tag not in _HIDDEN and not _is_hidden(element)
    if shown and element.tag == "a" and element.get("href") is not None:
        start, url = page.open_links.pop()
        page.links.append((start, page.here(), url))
    if shown and element.tag in _BLOCKS:
        page.break_()
        page.kinds.pop()
    page.write(element.tail or "")


def _link(text: str, start: int, end: int, url: str) -> Link:
    """A link over the words between two offsets, without the white space around them."""
    label = text[start:end]
    start += len(label) - len(label.lstrip())
    end = start + len(label.strip())
    return Link(start, end, (start, end), url, "anchor")


def _is_hidden(element: Any) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or (style is not None and bool(_INVISIBLE.search(style)))


def _tree(source: str, where: str) -> Any:
    parser = lxml.html.HTMLParser(huge_tree=True, encoding="utf-8")
    try:
        tree = lxml.html.document_fromstring(source.encode("utf-8"), parser=parser)
    except (lxml.etree.LxmlError, ValueError) as error:
        raise ExtractError(
            f"not a web page: {error}", where=where, do="Save the page as HTML or text."
        ) from None
    return tree


def _deeper_than(tree: Any, limit: int) -> bool:
    depth = 0
    for event, _ in lxml.etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > limit:
            return True
    return False


def _flattened(source: str) -> str:
    """The source without the tags that stand deeper than a tree is kept; a deep block is a line break."""
    depth = 0

    def keep(match: re.Match[str]) -> str:
        nonlocal depth
        name = match[2].lower()
        if name in _NOT_NESTED or name in _HIDDEN:
            return match[0]
        depth = max(0, depth - 1) if match[1] else depth + 1
        if depth + bool(match[1]) <= DEPTH // 2:
            return match[0]
        return "<br>" if name in _BLOCKS else ""

    return _BREAKS.sub("<br>", _TAG.sub(keep, source))
