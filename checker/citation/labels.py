"""Outlets and years that the words of a link name: `[2019 article in the Vale Herald](…)`."""

from __future__ import annotations

import re

from checker.citation.judge import Judge
from checker.citation.names import LIKELY, NONE, PERHAPS, Name, name_at
from checker.citation.shown import Shown

_YEAR = r"(?:19|20)\d\d"
_BEHIND = re.compile(r"\b(?P<cue>[Aa]ccording to|[Bb]y|[Ii]n|[Ff]rom|[Oo]n) (?:the )?(?=[^\W\d_a-z])")
_BEFORE = re.compile(
    rf"(?:: [“\"‘*_]|, [“\"‘*_]|, (?:[a-z-]+ ){{0,3}}(?:reports?|statistics|data|figures|surveys?|study|minutes|"
    rf"review|statement|release|accounts|news|bulletin)\b(?:,? (?P<year>{_YEAR})\b)?)"
)
_OF_YEAR = re.compile(
    rf"(?:(?:the|an?|its|his|her|their) )?(?P<year>{_YEAR}) (?:[a-z-]+ ){{0,2}}?(?:article|report|study|story|survey|"
    r"interview|piece|paper|essay|column|review|investigation|analysis|statement|op-ed|profile|inspection|audit|census|"
    r"inquiry|ruling|judgment|decision|law|budget|plan|poll|memo|letter|speech|agreement)\b"
)
_THIS = re.compile(
    r"(?P<lead>(?:this|an?|the|one|another) (?:(?:recent|new|long|fine|good|great|older?|"
    r"excellent) )*)(?P<name>[A-Z].*?) "
    r"(?:explainer|article|report|story|piece|analysis|interview|investigation|profile|review|guide|thread|post|"
    r"essay|column|"
    r"editorial|op-ed|feature|dispatch|obituary|podcast|video|documentary|series)$"
)
"""`this Vale Herald explainer`."""
_COMMA = re.compile(r",? (?:in |on )?(?:the )?(?=[A-Z])|,? [–—-] (?=[A-Z])")
_ENDED = re.compile(r"\s*(?:[,.;:(–—]|$)")
_SITED = re.compile(r"(?P<name>[A-Z][^,;:\n]{2,60}), [“\"][^“”\"\n]{3,120}[,.]?[”\"],? $")


def named_in(block: Shown, start: int, end: int, judge: Judge) -> tuple[str | None, str | None]:
    """The outlet and the year of the label at visible characters `start`..`end`, each None where it names none."""
    year = _OF_YEAR.match(block.text, start, end)
    date = year["year"] if year else None
    first = name_at(block.text, start)
    if first is not None and (stated := _BEFORE.match(block.text, first.end, end)) and " " in first.text:
        return first.text, stated["year"] or date
    this = _THIS.match(block.text, start, end)
    name = name_at(block.text, this.end("lead")) if this else None
    if this and name is not None and name.end == this.end("name") and judge.of(name, block) >= LIKELY:
        return name.text, date
    for match in _BEHIND.finditer(block.text, start, end):
        name = name_at(block.text, match.end())
        if name is not None and name.end == end and _is_outlet(block, judge, match["cue"], name):
            return name.text, date
    return None, date


def behind(block: Shown, end: int, judge: Judge) -> str | None:
    """`[Why it failed](…), Vale Herald, on the flood`: the outlet behind the link that opens a line of a list."""
    comma = _COMMA.match(block.text, end)
    name = name_at(block.text, comma.end()) if comma and block.block.kind == "item" else None
    if name is None or not _ENDED.match(block.text, name.end):
        return None
    return name.text if judge.type_of(name, block) != "PERSON" or judge.of(name, block) > PERHAPS else None


def _is_outlet(block: Shown, judge: Judge, cue: str, name: Name) -> bool:
    if cue.casefold() == "according to":
        person = " " in name.text and judge.type_of(name, block) in ("PERSON", "GPE", "NORP", "LOC")
        return judge.of(name, block) > NONE or not (person or judge.is_place(name.text))
    return judge.of(name, block) >= (LIKELY if cue.casefold() in ("in", "on") else PERHAPS)


def before_address(block: Shown, start: int) -> str | None:
    """`Vale Herald, "The long summer", https://…`: whose text the address is of."""
    found = _SITED.search(block.text, max(0, start - 200), start)
    if found is None:
        return None
    name = name_at(block.text, found.start("name"))
    return name.text if name is not None and name.end == found.end("name") else None
