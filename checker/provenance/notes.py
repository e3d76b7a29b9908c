"""What a text says of its own way here: published first elsewhere, translated from a language, from an outlet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from checker.model import Document, Span
from checker.provenance.edges import edges

_TEXT = (
    r"(?:article|story|piece|post|essay|op-?ed|column|text|commentary|report|interview|review|analysis|"
    r"feature|dispatch|speech|conversation|version|translation)"
)
_WORD = r"[^\W\d_a-z][\w&.'’-]*"
_LINK = r"(?:of|the|and|&|for|on|in|de|du|des|la|le|les|der|die|das|di|da|do|dos|das|el|al|für|van)"
_NAME = rf"[*_“\"‘'\[]*(?P<of>(?:The )?{_WORD}(?: (?:{_LINK} ){{0,2}}{_WORD}){{0,5}})"
_LANGUAGE = (
    r"(?:Albanian|Amharic|Arabic|Armenian|Azerbaijani|Basque|Belarusian|Bengali|Bosnian|Bulgarian|Burmese|"
    r"Cantonese|Catalan|Chinese|Croatian|Czech|Danish|Dari|Dutch|English|Estonian|Farsi|Filipino|Finnish|Flemish|"
    r"French|Galician|Georgian|German|Greek|Gujarati|Hausa|Hebrew|Hindi|Hungarian|Icelandic|Indonesian|Irish|"
    r"Italian|Japanese|Kazakh|Khmer|Korean|Kurdish|Kyrgyz|Latvian|Lithuanian|Macedonian|Malay|Maltese|Mandarin|"
    r"Mongolian|Nepali|Norwegian|Pashto|Persian|Polish|Portuguese|Punjabi|Romanian|Russian|Serbian|Sinhala|Slovak|"
    r"Slovene|Slovenian|Somali|Spanish|Swahili|Swedish|Tagalog|Tajik|Tamil|Thai|Tigrinya|Turkish|Ukrainian|Urdu|"
    r"Uzbek|Vietnamese|Welsh|Yiddish|Yoruba)"
)
_OF_ITSELF = re.compile(
    rf"\b(?:this|the present|the above|the following|the foregoing)\s+(?:{_WORD} |[a-z]+ )?{_TEXT}\b"
    r"|\btranslator['’]?s? note\b|\bnote (?:of|by|from) the translator\b"
    r"|^\W*(?:re-?printed|re-?published|translated)\b",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"\b(?i:first|originally|previously|initially)\s+(?:was\s+)?"
    r"(?i:published|printed|posted|carried|appeared|ran)\b(?: \w+){0,3}? (?:in|on|by|at|with)(?: the)? "
    + _NAME
)
_AGAIN = re.compile(
    r"\b(?i:republished|re-?printed|re-?posted|reproduced|cross-?posted|syndicated)\b[^.;]{0,60}?"
    r"\b(?:from|courtesy of|permission of)(?: the)? " + _NAME
)
_OUT_OF = re.compile(
    rf"\b(?i:translat(?:ed|ion)|rendered)\b[^.;]{{0,80}}?\bfrom (?:the |its |an )?(?:original )?{_LANGUAGE}\b"
    rf"(?: original| text| version)?"
    rf"(?:,? (?:of|in|as published (?:in|by)|published (?:in|by)|as it appeared in)(?: the)? {_NAME})?"
)
_IN_LANGUAGE = re.compile(
    rf"\b(?:published|appeared|printed|ran) (?:first |originally )?in {_LANGUAGE},? (?:in|by|on)(?: the)? {_NAME}"
)


@dataclass(frozen=True, slots=True)
class Note:
    """One remark: what it says the text is, the outlet that it names (None: none), and the words that say so."""

    relation: Literal["republication", "translation"]
    outlet: str | None
    span: Span


def notes(document: Document) -> Iterator[Note]:
    """The remarks of a text on itself, in text order. Remarks on other works are not taken for it."""
    for start, end in edges(document):
        words = document.text[start:end]
        if not _OF_ITSELF.search(words):
            continue
        translated = [m for form in (_OUT_OF, _IN_LANGUAGE) for m in form.finditer(words)]
        for match in translated[:2]:
            yield _note(document, "translation", match, start)
        for match in [m for form in (_FIRST, _AGAIN) for m in form.finditer(words)][:1]:
            if not any(_overlap(match, other) for other in translated):
                yield _note(document, "republication", match, start)


def _note(
    document: Document, relation: Literal["republication", "translation"], match: re.Match[str], by: int
) -> Note:
    outlet = match["of"].rstrip(".,'’") if match["of"] else None
    end = match.start("of") + len(outlet) if outlet else match.end()
    return Note(relation, outlet, Span(document.doc, by + match.start(), by + end))


def _overlap(a: re.Match[str], b: re.Match[str]) -> bool:
    return a.start() < b.end() and b.start() < a.end()
