"""Where a page says that its text was published before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.citation.dates import first, following
from checker.citation.judge import Judge
from checker.citation.links import LOST, of_link
from checker.citation.mention import Mention
from checker.citation.names import LIKELY, name_at
from checker.citation.shown import Shown
from checker.model import Candidate, Document, Link, Span

_THIS = (
    r"(?:[Tt]he original(?: (?:version|article|text|piece))?|[Tt]his (?:[\w-]+ )?(?:article|essay|"
    r"story|piece|"
    r"interview|text|"
    r"report|post|column|review|excerpt|commentary|op-ed)|"
    r"(?:[Tt]his is )?(?:[Aa]n?|[Tt]he) (?:[\w-]+,? ){0,3}(?:version|excerpt|"
    r"translation|extract|adaptation))"
)
_SAYS = re.compile(
    rf"(?:(?P<this>{_THIS})(?: (?:of|from) (?:this|the|an?) [\w-]+)?,? )?(?:(?:that|which) )?"
    r"(?:(?:was|were|is|had|has|been|also|has been|had been) )*"
    r"(?P<cue>(?:(?P<first>first|originally|previously|simultaneously|re|cross)[ -]?)?"
    r"(?:appeared(?: (?:first|originally))?|appears|published|printed|posted|"
    r"ran|carried|(?P<alone>syndicated|excerpted|adapted|translated(?: by [^.,;]{3,40}?)?|reproduced|"
    r"taken|drawn))"
    r"(?:,? (?:with|by) (?:the )?(?:kind )?permission,?)?(?: (?:in|by|on|at|from|of))(?: the (?:print|"
    r"online|weekend|"
    r"Sunday|international) (?:edition|version) of)?) "
    r"(?:the )?",
    re.IGNORECASE,
)
_CUE = re.compile(
    r"(?:the original source of this \w+ is|(?:first|originally|previously) (?:appeared|published|"
    r"posted)(?: (?:in|by|on|at))?"
    r"|republished(?: with (?:kind )?permission)?(?: from| of)?|"
    r"reprinted(?: with (?:kind )?permission)?(?: from| of)?"
    r"|(?:original )?source:?|via) (?:the )?\W{0,3}$",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"source:", re.IGNORECASE)
_TRAIL = re.compile(
    r"(?<![A-Z])\.(?: .*)?$|,? (?:in|on) (?=[A-Z\d])[^.]*\d{4}.*$|, (?=[A-Z\d])[^.]*\d{4}.*$", re.DOTALL
)
_OURS = re.compile(r"(?:the )?(?:author|authors|own|our)(?:['’]s?)?\b", re.IGNORECASE)
_THIS_TEXT = re.compile(
    r"\b[Tt](?:his|he) (?:interview|article|essay|story|piece|conversation|text|post|column|chapter|poem|lecture|"
    r"speech|excerpt|review|report)\b[^.!?]*$"
)
_ADDRESS = re.compile(r"\w+://[^\s)>\]]+")
_SEEN = re.compile(r",? (?:accessed|retrieved|viewed|visited)\b.*$", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Z][a-z]+(?:ish|ese|ian|ic|ch|an|ean)")
_VIA = re.compile(r"\W*(?P<cue>(?:via|h/t|hat tip)(?: to)?:? (?:the )?)(?=\S)", re.IGNORECASE)
_LONGEST = 400


def originals(document: Document, blocks: tuple[Shown, ...], judge: Judge) -> Iterator[Mention]:
    """The outlet or address that the page names as where the text comes from."""
    for block in blocks:
        if len(block.text) <= _LONGEST:
            yield from _said(document, block, judge)
            yield from _via(block, judge)
    for candidate in document.candidates:
        if candidate.span is None or candidate.name not in ("original", "original_url"):
            continue
        if (
            candidate.rule != "extract.headline_prefix"
            and not _OURS.match(candidate.value)
            and not candidate.value.isdigit()
        ):
            yield _original(document, candidate, candidate.span)


def _said(document: Document, block: Shown, judge: Judge) -> Iterator[Mention]:
    """A sentence such as `This essay first appeared in X in May 2019`."""
    for match in _SAYS.finditer(block.text):
        name = name_at(block.text, match.end())
        alone = match["first"] or (match["alone"] and match["cue"].rstrip().endswith("from"))
        talked = bool(match["first"]) and bool(
            _THIS_TEXT.search(block.text[max(0, match.start() - 100) : match.start()])
        )
        begins = re.search(r"(?:^|[.!?][”\"’)]*)\W*$", block.text[: match.start()])
        first = match["first"] if re.search(r"\w", block.text[: match.start()]) else alone
        opens = talked or (not match["this"] and begins and first)
        if name is None or not (match["this"] or opens) or judge.is_place(name.text):
            continue
        if match["alone"] and judge.type_of(name, block) in ("NORP", "LANGUAGE", "PERSON"):
            continue
        if "translated from" in match["cue"].casefold() and _LANGUAGE.fullmatch(name.text):
            continue
        when = following(block.text, name.end, document)
        start, end = block.range(match.start("cue"), when.end if when and when.iso else name.end)
        date = when.iso if when else None
        link = next((k for k in document.links if start <= k.start <= end), None)
        url, lost = _target(document, link) if link else (None, None)
        end = max(end, link.end) if link else end
        yield Mention("original_source", start, end, "citation.original_source", name.text, date, url, lost)


def _via(block: Shown, judge: Judge) -> Iterator[Mention]:
    """A line that is nothing but `Via Vale News`, `h/t Vale News`."""
    match = _VIA.match(block.text)
    name = name_at(block.text, match.end()) if match else None
    if (
        match
        and name is not None
        and judge.of(name, block) >= LIKELY
        and not re.search(r"\w", block.text[name.end :])
    ):
        start, end = block.range(match.start("cue"), name.end)
        yield Mention("original_source", start, end, "citation.original_source", name.text)


def _original(document: Document, candidate: Candidate, span: Span) -> Mention:
    start, end = span.start, span.end
    outlet = candidate.value if candidate.name == "original" else None
    outlet = _SEEN.sub("", outlet) if outlet else None
    if outlet and (trail := _TRAIL.search(outlet)):
        outlet = outlet[: trail.start()] or outlet
    date = _date(_SEEN.sub("", document.text[start:end]), document)
    link = next((k for k in document.links if k.start <= start < k.end), None)
    first = link.start if link else start
    cue = _CUE.search(document.text[max(0, first - 80) : first])
    begin = first - (len(cue[0]) if cue and "\n" not in cue[0] else 0)
    if link is None and cue and _SOURCE.match(cue[0]):
        return Mention("image_source", begin, end, "citation.image_source", outlet, date)
    if link is None:
        return Mention("original_source", begin, end, "citation.original_source", outlet, date)
    url, lost = _target(document, link)
    return Mention(
        "original_source", begin, max(end, link.end), "citation.original_source", outlet, date, url, lost
    )


def _date(text: str, document: Document) -> str | None:
    found = first(_ADDRESS.sub("", text), document)
    return found.iso if found else None


def _target(document: Document, link: Link) -> tuple[str | None, str | None]:
    mention = next(of_link(document, link), None)
    if mention is None or mention.lost:
        return None, LOST
    return mention.url, None
