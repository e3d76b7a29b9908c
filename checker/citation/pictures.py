"""Where pictures, charts and screenshots come from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.citation.links import of_link
from checker.citation.mention import Mention
from checker.citation.names import SURE, Judge, name_at
from checker.citation.shown import Shown
from checker.model import Document

_SHOT = r"(?:screen ?shot|screen ?grab|screen capture|still)"
_IMAGE = (
    r"(?:(?:featured|feature|lead|cover|top|header|main|file|stock) )?"
    r"(?:image|photo|picture|photograph|illustration|graphic|map|chart|video|drawing|cartoon)s?"
)
_FROM = (
    r"(?: credits?| source)?s?\s*(?::(?: ©)?|(?:is |are )?(?:taken )?from|by|courtesy of|via|©)\s*(?:the )?"
)
_LINE = re.compile(rf"[^\w©]*(?:(?P<shot>{_SHOT})|{_IMAGE}){_FROM}(?=\S)", re.IGNORECASE)
_INSIDE = re.compile(
    rf"(?:(?<=[(\[])|(?<=[.!?…)”\"|] )|(?<=\n))(?:(?P<shot>{_SHOT}|Screenshot)|{_IMAGE}){_FROM}(?=\S)"
    r"|(?:(?<=[(\[])|(?<=[.!?…)”\"|] ))(?:source|credit)s?:\s*(?:the )?(?=\S)",
    re.IGNORECASE,
)
_OWNED = re.compile(
    r"(?:^|(?<=[\s(\[|]))© ?(?:\d{4} )?(?=[^\W\d_a-z])|^(?:Source|Credit)s?:\s*(?:the )?(?=\S)"
)
_PARTED = re.compile(r" ?/ ?| for |, (?=[^\W\d_a-z])| via ")
_REST = re.compile(r"[^()\[\],.;\n]{2,60}(?=[)\],.;]|$)")
_LONGEST = 400


def pictures(document: Document, blocks: tuple[Shown, ...], judge: Judge) -> Iterator[Mention]:
    """Where captions and credit lines say that a picture comes from."""
    for block in blocks:
        caption = block.block.kind == "caption" or not block.body
        if len(block.text) > _LONGEST:
            continue
        match = _LINE.match(block.text) if caption or len(block.text) < 90 else None
        match = match or _INSIDE.search(block.text)
        if match is None and block.block.kind == "caption":
            match = _OWNED.search(block.text)
        if match is None:
            continue
        mention = next(_picture(document, block, match, judge), None)
        ends = mention is not None and not re.search(r"\w", document.text[mention.end : block.block.end])
        if mention is not None and (caption or ends):
            yield mention


def _picture(document: Document, block: Shown, match: re.Match[str], judge: Judge) -> Iterator[Mention]:
    """The link after "Photo:" where there is one, else the names."""
    at = match.end()
    form = "screenshot" if match.groupdict().get("shot") else "image_source"
    link = next(
        (k for k in document.links if k.label[0] >= block.offsets[at] and k.start < block.block.end), None
    )
    if link is not None and link.form != "image":
        for mention in of_link(document, link):
            outlet = document.text[slice(*link.label)] if link.form not in ("autolink", "bare") else None
            kept = mention.form if outlet is None else form
            yield Mention(
                kept, link.start, link.end, f"citation.{kept}", outlet, None, mention.url, mention.lost
            )
        return
    lead = re.match(r"[^\w©]*", match[0])
    begin = match.start() + (lead.end() if lead else 0)
    yield from _credit(block, begin, at, form, judge)


def _credit(block: Shown, begin: int, at: int, form: str, judge: Judge) -> Iterator[Mention]:
    """`Mara Quill/Vale News`: who made it, and where it comes from."""
    first = name_at(block.text, at)
    if first is None:
        rest = _REST.match(block.text, at)
        if rest and block.block.kind == "caption" and not rest[0][0].isdigit():
            yield Mention(form, *block.range(begin, rest.end()), f"citation.{form}", rest[0])
        return
    names = [first]
    while (between := _PARTED.match(block.text, names[-1].end)) and (
        name := name_at(block.text, between.end())
    ) is not None:
        names.append(name)
    person = len(names) == 1 and judge.type_of(first, block) == "PERSON" and judge.of(first, block) < SURE
    made = person or (len(names) > 1 and judge.of(first, block) < SURE)
    author = first.text if made else None
    outlet = None if person else names[-1].text
    yield Mention(form, *block.range(begin, names[-1].end), f"citation.{form}", outlet, author=author)
