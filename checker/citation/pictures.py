"""Where pictures, charts and screenshots come from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.citation.dates import following
from checker.citation.judge import Judge
from checker.citation.lexicon import lexicon
from checker.citation.links import of_link
from checker.citation.mention import Mention
from checker.citation.names import LIKELY, SURE, Name, key_of, name_at
from checker.citation.shown import Shown
from checker.model import Document

_SHOT = r"(?:screen ?shot|screen ?grab|screen capture|still)"
_IMAGE = (
    r"(?:(?:featured|feature|lead|cover|top|header|main|file|stock|archive|archival|press|handout|"
    r"undated|profile) )?"
    r"(?:image|photo|picture|photograph|photography|illustration|graphic|infographic|map|chart|video|"
    r"drawing|cartoon|artwork|"
    r"visualization|visualisation)s?"
)
_FROM = (
    r"(?: credits?| source)?s?\s*(?::(?: ©)?|(?:is |are )?(?:taken )?from|by|courtesy of|via|©)\s*(?:the )?"
)
_COURTESY = r"(?:courtesy (?:of|:)|data:|credits?:)\s*(?:the )?(?!\d)"
_LINE = re.compile(rf"[^\w©]*(?:(?:(?P<shot>{_SHOT})|{_IMAGE}){_FROM}|{_COURTESY})(?=\S)", re.IGNORECASE)
_AGENCY = re.compile(
    r"(?P<outlet>[A-Z][\w-]*(?: (?!Photo|PHOTO|Image|Pool)[A-Z][\w-]*)?)(?: (?:[Pp]hoto|"
    r"PHOTO|[Ii]mages?|[Pp]ool))? ?/ ?(?P<name>[A-Z][\w’'-]+(?: [A-Z]\.)? [A-Z][\w’'-]+)(?:, [Ff]ile)?[)\]]?\.?$"
)
_MADE = re.compile(
    r"(?:(?<=[.!?”\"] )|"
    r"(?<=[(\[])|^)(?:© ?)?(?P<name>[A-Z][\w’'-]+(?: [A-Z]\.)? [A-Z][\w’'-]+)(?:, [Ff]ile)? ?/ ?"
    r"(?P<outlet>[A-Z][^()\[\]/.;]{1,40})[)\]]?\.?$"
)
_INSIDE = re.compile(
    rf"(?:(?<=[(\[])|(?<=[.!?…)”\"|] )|(?<=\n))(?:(?P<shot>{_SHOT}|Screenshot)|{_IMAGE}){_FROM}(?=\S)"
    r"|(?:(?<=[(\[])|(?<=[.!?…)”\"|] )|(?<=\n)|^(?=Sources:))(?:source|credit)s?:\s*(?:the )?(?=\S)",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"(?<=[.!?…)”\"|] )(?:[Ss]ource|[Dd]ata)s?: (?:the )?(?=[A-Z])")
"""Behind what a chart or a map is called, on its line."""
_CREDIT = re.compile(
    r"(?:(?<=[.!?…)”\"|;] )|(?<=[(\n])|^)(?:[Cc]hart|[Gg]raphic|[Mm]ap|[Pp]hoto|[Pp]hotograph|[Ii]llustration|"
    r"[Vv]isuali[sz]ation): "
    r"(?:the )?(?=[A-Z])"
)
_DATED = re.compile(r"(?:, [a-z][\w -]{2,30})?(?=,? (?:\(|\d|[A-Z][a-z]+ \d))")
_ENDS = re.compile(
    r"(?:(?<=[.!?”\"] )|(?<=[.!?”\"] [(]))(?P<outlet>[A-Z][\w ]{1,30}(?:/[A-Z][\w ]{1,30})?)[)]?$"
)
_OWNED = re.compile(
    r"(?:^|(?<=[\s(\[|]))© ?(?:\d{4} )?(?=[^\W\d_a-z])|^(?:Source|Credit)s?:\s*(?:the )?(?=\S)"
)
_PARTED = re.compile(r" ?/ ?| for | on (?=[A-Z])|, (?=[^\W\d_a-z])| via ")
_REST = re.compile(r"[^()\[\],.;\n]{2,60}(?=[)\],.;]|$)")
_NO_PERSON = re.compile(
    r"\b(?:Images?|Photos?|Press|Archives?|Agency|News|Media|Pool|Commons|Stock|Library|Museum|"
    r"Institute)\b|^[A-Z]{2,5}$"
)
_VIA = re.compile(r" ?(?:/|on |via |for )\s*(?:the )?(?=[A-Z])")
_MORE = re.compile(r"\b(?!(?:archives?|collection|library|handout|pool|staff)\b)\w")
_BESIDE = re.compile(r"^; (?:chart|graphic|map|illustration|analysis|visuali[sz]ation)s?: .*$", re.IGNORECASE)
_LONGEST = 400


def pictures(document: Document, blocks: tuple[Shown, ...], judge: Judge) -> Iterator[Mention]:
    """Where captions and credit lines say that a picture comes from."""
    for block in blocks:
        caption = block.block.kind == "caption" or not block.body
        if len(block.text) > _LONGEST:
            yield from _slashed(block, judge) if block.text.endswith(")") else ()
            continue
        match = _SOURCE.search(block.text)
        if match is None and (caption or len(block.text) < 90):
            match = _LINE.match(block.text)
        match = match or _INSIDE.search(block.text)
        if match is None and block.block.kind == "caption":
            match = _OWNED.search(block.text)
        if match is None or _in_sentence(block, match):
            yield from _slashed(block, judge)
            continue
        if match[0].casefold().startswith("sources") and ";" in block.text[match.end() :]:
            yield from _sources(block, match.end())
            continue
        mention = next(_picture(document, block, match, judge), None)
        rest = document.text[mention.end : block.block.end].partition("\n")[0] if mention is not None else ""
        ends = not _MORE.search(_BESIDE.sub("", rest))
        if mention is not None and (caption or ends):
            yield mention
            yield from _before(document, block, match, judge)


def _before(document: Document, block: Shown, last: re.Match[str], judge: Judge) -> Iterator[Mention]:
    """`Chart: Vale News. Data: Arden Board`: the credits before the one that is found first."""
    for match in _CREDIT.finditer(block.text, 0, last.start()):
        mention = next(_picture(document, block, match, judge), None)
        closed = mention is not None and document.text[mention.end : mention.end + 1] in (".", ";", "|", ")")
        if mention is not None and mention.outlet and closed and mention.end <= block.offsets[last.start()]:
            yield mention


def _sources(block: Shown, at: int) -> Iterator[Mention]:
    """`Sources: Vale News; Arden Board analysis`: one for each that is named."""
    for part in re.finditer(r"[^;\n]+", block.text[at:]):
        lead = len(part[0]) - len(part[0].lstrip())
        name = name_at(block.text, at + part.start() + lead)
        if name is not None and name.start <= at + part.start() + lead + 4:
            start, end = block.range(name.start, at + part.start() + len(part[0].rstrip(" .")))
            yield Mention("image_source", start, end, "citation.image_source", name.text)


def _in_sentence(block: Shown, match: re.Match[str]) -> bool:
    """Whether a bracket with `source:` belongs to a sentence that goes on behind it: it cites for the sentence."""
    opened = block.text[max(0, match.start() - 1) : match.start()] in ("(", "[")
    return (
        opened
        and "source" in match[0].casefold()
        and bool(re.match(r"[^()\[\]]*[)\]]\s*[.,;]", block.text[match.end() :]))
    )


def _slashed(block: Shown, judge: Judge) -> Iterator[Mention]:
    """`AP Photo/Mara Quill`, `Mara Quill/Vale News`, at the end of a line of moderate length."""
    for pattern in (_AGENCY, _MADE):
        match = pattern.search(block.text)
        if match is None:
            continue
        name = Name(match.start("outlet"), match.end("outlet"), match["outlet"])
        least = LIKELY if block.block.kind == "caption" else SURE
        if "©" in match[0] or judge.of(name, block) >= least:
            yield Mention(
                "image_source", *block.range(match.start(), match.end(2)), "citation.image_source", name.text,
                author=match["name"],
            )  # fmt: skip
            return
    ended = _ENDS.search(block.text)
    if ended and all(_is_agency(part) for part in ended["outlet"].split("/")):
        place = block.range(*ended.span("outlet"))
        yield Mention("image_source", *place, "citation.image_source", ended["outlet"].partition("/")[0])


def _is_agency(name: str) -> bool:
    """Whether it is a known agency or an archive of pictures, and nothing besides."""
    return name.strip().casefold() in lexicon("agency") | lexicon("picture_archive")


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
            start, author = link.start, None
            made, via = _maker(block, block.at(link.label[0]), block.at(link.end), judge)
            if made and via is not None:
                outlet, author, stop = via.text, made, block.range(via.start, via.end)[1]
                other = next((k for k in document.links if k.start <= stop <= k.end), link)
                yield Mention(kept, start, max(stop, other.end), f"citation.{kept}", outlet, author=author)
                continue
            yield Mention(
                kept, start, link.end, f"citation.{kept}", outlet, None, mention.url, mention.lost, author
            )
        return
    lead = re.match(r"[^\w©]*", match[0])
    begin = match.start() + (lead.end() if lead else 0)
    yield from _credit(document, block, begin, at, form, judge)


def _maker(block: Shown, label: int, end: int, judge: Judge) -> tuple[str | None, Name | None]:
    """The person whom a link names, and the outlet named behind it: `[Mara Quill](…) on Unsplash`."""
    name = name_at(block.text, label)
    if name is None or len(name.text.split()) not in (2, 3) or judge.of(name, block) >= LIKELY:
        return None, None
    via = _VIA.match(block.text, max(name.end, end))
    return name.text, name_at(block.text, via.end()) if via else None


def _credit(
    document: Document, block: Shown, begin: int, at: int, form: str, judge: Judge
) -> Iterator[Mention]:
    """`Mara Quill/Vale News`: who made it, and where it comes from."""
    first = name_at(block.text, at)
    if first is None:
        rest = _REST.match(block.text, at)
        if rest and block.block.kind == "caption" and re.search(r"[A-Z]|\w\.\w{2}", rest[0][1:]):
            yield Mention(form, *block.range(begin, rest.end()), f"citation.{form}", rest[0])
        return
    maker, ordered, _ = first.text.partition(" for ")
    if ordered and judge.type_of(first, block) != "ORG":
        first = Name(first.start, first.start + len(maker), maker)
    names = [first]
    while (between := _PARTED.match(block.text, names[-1].end)) and (
        name := name_at(block.text, between.end())
    ) is not None:
        names.append(name)
    person = len(names) == 1 and judge.type_of(first, block) == "PERSON" and judge.of(first, block) < SURE
    person = person and not _NO_PERSON.search(first.text)
    made = person or (len(names) > 1 and judge.of(first, block) < SURE and not _NO_PERSON.search(first.text))
    if len(names) == 2 and judge.of(first, block) == SURE and _is_maker(block, judge, names[1]):
        end, date = _with_day(document, block, names[1].end)
        yield Mention(
            form, *block.range(begin, end), f"citation.{form}", first.text, date, author=names[1].text
        )
        return
    if len(names) > 1 and not made and block.text[first.end : names[1].start].strip() == "/":
        names = [Name(first.start, names[-1].end, block.text[first.start : names[-1].end])]
    if (
        made
        and len(names) == 2
        and key_of(names[1].text) in lexicon("picture_archive")
        and judge.of(first, block) >= LIKELY
    ):
        made, names = False, names[:1]
    author = first.text if made else None
    lent = len(names) > 1 + made and block.text[names[-2].end : names[-1].start] == " via "
    outlet = None if person else names[-2 if lent else -1].text
    if made and len(names) == 2 and " " not in first.text and len(names[1].text.split()) in (2, 3):
        author, outlet = (
            (names[1].text, first.text) if judge.of(names[1], block) < LIKELY else (author, outlet)
        )
    end, date = _with_day(document, block, names[-1].end)
    yield Mention(form, *block.range(begin, end), f"citation.{form}", outlet, date, author=author)


def _is_maker(block: Shown, judge: Judge, name: Name) -> bool:
    """`Reuters/Mara Quill`: whether the second is a person."""
    two = len(name.text.split()) in (2, 3) and not _NO_PERSON.search(name.text)
    return two and judge.of(name, block) < LIKELY


def _with_day(document: Document, block: Shown, at: int) -> tuple[int, str | None]:
    """`Vale News, evening edition, 3 May 2019`: where the day ends, and which it is."""
    what = _DATED.match(block.text, at)
    when = following(block.text, what.end(), document) if what else None
    return (when.end, when.iso) if when is not None and when.iso else (at, None)
