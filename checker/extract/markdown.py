"""What a reader does not see in Markdown, and the links: ranges of the source, which is never changed.

Only balanced marks count. An asterisk as a footnote mark, an underscore in a name and brackets in a quotation
are text. Every pattern is linear in the length of the block.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from checker.model import Block, Link, Range

_TARGET = r"<[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*"
_INLINE = re.compile(
    r"(!?)\[((?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]\([ \t]?(" + _TARGET + r")(?:[ \t]+\"[^\"\n]*\")?[ \t]?\)"
)
_REFERENCE = re.compile(r"\[((?:[^\[\]\\]|\\.)+)\](?:[ ]?\[([^\[\]^\n]{0,80})\]|(?![(\[:]))")
_DEFINITION = re.compile(r"\[([^\[\]^\n]{1,80})\]:[ \t]*<?(\S+?)>?(?:[ \t]+[\"'(][^\n]*)?$")
_AUTOLINK = re.compile(
    r"<((?:https?|ftp|mailto):[^\s<>]+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+)>", re.IGNORECASE
)
_BARE = re.compile(r"(?<![\w@/.])(?:https?://|www\.)[^\s<>\"“”]{1,2000}", re.IGNORECASE)
_ADDRESS = re.compile(r"#|/|\.{1,2}/|\?|[a-z][a-z0-9+.-]{1,20}:|[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_DELIMITER = re.compile(r"(\*{1,3}|_{1,3})")
_MARK = re.compile(r"[\[<\\*_]|https?://|www\.", re.IGNORECASE)
"""What every pattern of a link, an escape or an emphasis has."""
_HEADING = re.compile(r"#{1,6}[ \t]*")
_CLOSING_HASHES = re.compile(r"[ \t]+#+$")
_QUOTE = re.compile(r"(?:>[ \t]?)+")


@dataclass(slots=True)
class _Found:
    markup: list[Range] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    taken: list[Range] = field(default_factory=list)


def read(text: str, blocks: tuple[Block, ...]) -> tuple[tuple[Range, ...], tuple[Link, ...]]:
    """The hidden ranges, sorted and disjoint, and the links, in text order."""
    found = _Found()
    targets = _definitions(text, blocks, found)
    hidden, urls = set(targets.values()), _urls(text, targets)
    for block in blocks:
        if (block.start, block.end) not in hidden:
            _line_marks(text, block, found)
            if _MARK.search(text, block.start, block.end):
                _links(text, block, urls, found)
                _escapes_and_emphasis(text, block, found)
    return _disjoint(found.markup), tuple(sorted(found.links, key=lambda link: (link.start, link.end)))


def _definitions(text: str, blocks: tuple[Block, ...], found: _Found) -> dict[str, Range]:
    """Lines such as `[1]: https://…`, hidden as a whole, by their label."""
    targets: dict[str, Range] = {}
    for block in blocks:
        match = _DEFINITION.match(text, block.start, block.end)
        if match and _ADDRESS.match(match[2]):
            targets.setdefault(match[1].casefold(), (block.start, block.end))
            found.markup.append((block.start, block.end))
    return targets


def _urls(text: str, targets: dict[str, Range]) -> dict[str, str]:
    matches = {label: _DEFINITION.match(text, *place) for label, place in targets.items()}
    return {label: match[2] for label, match in matches.items() if match}


def _line_marks(text: str, block: Block, found: _Found) -> None:
    """Heading hashes and the brackets of block quotations."""
    if block.kind == "heading" and (match := _HEADING.match(text, block.start, block.end)):
        found.markup.append(match.span())
        tail = _CLOSING_HASHES.search(text, max(match.end(), block.end - 40), block.end)
        if tail:
            found.markup.append(tail.span())
    if block.kind == "quote" and (match := _QUOTE.match(text, block.start, block.end)):
        found.markup.append(match.span())


def _links(text: str, block: Block, urls: dict[str, str], found: _Found) -> None:
    """The links of a block, outermost first where one stands in another."""
    candidates = [*_inline(text, block), *_references(text, block, urls), *_plain(text, block)]
    reached = block.start
    for link, hidden in sorted(candidates, key=lambda c: (c[0].start, -c[0].end)):
        if link.start >= reached:
            reached = link.end
            found.links.append(link)
            found.markup.extend(hidden)
            found.taken.extend([(link.start, link.end)] if link.form in ("autolink", "bare") else hidden)


def _inline(text: str, block: Block) -> Iterator[tuple[Link, list[Range]]]:
    for match in _INLINE.finditer(text, block.start, block.end):
        url = match[3].strip("<>")
        if url and not _ADDRESS.match(url):
            continue
        label = match.span(2)
        hidden = [(match.start(), label[0]), (label[1], match.end())]
        yield Link(match.start(), match.end(), label, url, "image" if match[1] else "inline"), hidden


def _references(text: str, block: Block, urls: dict[str, str]) -> Iterator[tuple[Link, list[Range]]]:
    if not urls:
        return
    for match in _REFERENCE.finditer(text, block.start, block.end):
        url = urls.get((match[2] or match[1]).casefold())
        if url is not None:
            label = match.span(1)
            hidden = [(match.start(), label[0]), (label[1], match.end())]
            yield Link(match.start(), match.end(), label, url, "reference"), hidden


def _plain(text: str, block: Block) -> Iterator[tuple[Link, list[Range]]]:
    for match in _AUTOLINK.finditer(text, block.start, block.end):
        hidden = [(match.start(), match.start() + 1), (match.end() - 1, match.end())]
        yield Link(match.start(), match.end(), match.span(1), match[1], "autolink"), hidden
    for match in _BARE.finditer(text, block.start, block.end):
        end = match.start() + len(_without_tail(match[0]))
        yield Link(match.start(), end, (match.start(), end), text[match.start() : end], "bare"), []


def _without_tail(url: str) -> str:
    """An address without the punctuation of the sentence that it stands in."""
    stripped = url.rstrip(".,;:!?'*_’»…")
    while stripped.endswith((")", "]")) and stripped.count("(") + stripped.count("[") < (
        stripped.count(")") + stripped.count("]")
    ):
        stripped = stripped[:-1].rstrip(".,;:!?'*_’»…")
    return stripped


def _escapes_and_emphasis(text: str, block: Block, found: _Found) -> None:
    taken = sorted(found.taken)
    found.taken.clear()
    escaped: set[int] = set()
    for match in _ESCAPE.finditer(text, block.start, block.end):
        if not _within(match.start(), taken) and match.start() not in escaped:
            found.markup.append(match.span())
            escaped.add(match.end())
    if block.kind != "rule":
        found.markup.extend(_emphasis(text, block, taken, escaped))


def _emphasis(text: str, block: Block, taken: list[Range], escaped: set[int]) -> Iterator[Range]:
    """Pairs of equal delimiters: one that stands before a word, one that stands after."""
    open_: list[re.Match[str]] = []
    for match in _DELIMITER.finditer(text, block.start, block.end):
        if match.start() in escaped or _within(match.start(), taken):
            continue
        before = text[match.start() - 1] if match.start() > block.start else " "
        after = text[match.end()] if match.end() < block.end else " "
        at = _opener(open_, match[0])
        if (
            at is not None
            and not before.isspace()
            and not after.isalnum()
            and open_[at].end() < match.start()
        ):
            yield from (open_[at].span(), match.span())
            del open_[at:]
        elif not after.isspace() and not before.isalnum() and before not in "*_":
            open_.append(match)


def _opener(open_: list[re.Match[str]], delimiter: str) -> int | None:
    """Where among the last few open delimiters an equal one is."""
    near = range(len(open_) - 1, max(-1, len(open_) - 7), -1)
    return next((i for i in near if open_[i][0] == delimiter), None)


def _within(offset: int, ranges: list[Range]) -> bool:
    i = bisect_right(ranges, offset, key=lambda r: r[0]) - 1
    return i >= 0 and offset < ranges[i][1]


def _disjoint(ranges: list[Range]) -> tuple[Range, ...]:
    joined: list[Range] = []
    for start, end in sorted(r for r in ranges if r[0] < r[1]):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
