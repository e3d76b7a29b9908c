"""Outlets that a sentence names as where something was said, written or reported."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.citation.mention import Mention
from checker.citation.names import LIKELY, PERHAPS, SURE, Judge, Name, alternatives, lexicon, name_at
from checker.citation.shown import Shown

_ARTICLE = r"(?:article|essay|op-ed|piece|column|interview)s?"
_TEXT = rf"(?:{_ARTICLE}|(?:report|story|investigation|editorial|commentary|dispatch|analysis)s?)"
_PUBLISHED = (
    r"(?:published|reported|appeared|appearing|written|wrote|writes|carried|printed|quoted|cited|broadcast)"
)
_HANDED = r"(?:[Aa]ccording to|made available to|leaked to|obtained by|seen by|reviewed by|shared with)"
_POSTED = (
    r"(?:wrote|posted|tweeted|writing|announced|published|said|statement|post|video|message) on "
    r"(?:his |her |its |their |the )?(?:own |official |personal )?"
)
_FILLER = r"(?:[a-z'’-]+ ){0,3}?"
_CUES: tuple[tuple[re.Pattern[str], str, int], ...] = (
    (re.compile(r"\b(?:told|tells|telling) (?=\S)"), "told_outlet", PERHAPS),
    (re.compile(r"\b[Ww]riting (?:in|for|on) "), "outlet_in_prose", PERHAPS),
    (re.compile(rf"\b{_TEXT} (?:{_FILLER})(?:in|for|by|from|on) "), "outlet_in_prose", LIKELY),
    (
        re.compile(r"\b(?:article|essay|op-ed|piece|column) (?:(?:published )?in|for) "),
        "outlet_in_prose",
        PERHAPS,
    ),
    (re.compile(rf"\b{_PUBLISHED} (?:[a-z]+ ){{0,2}}?(?:in|by|on) "), "outlet_in_prose", LIKELY),
    (re.compile(r"\breport(?:ing|s)? (?:from|by|in) "), "outlet_in_prose", LIKELY),
    (re.compile(rf"\b{_HANDED} "), "outlet_in_prose", SURE),
    (re.compile(rf"\b{_POSTED}"), "network", LIKELY),
)
_INTERVIEW = re.compile(r"\binterview(?:s|ed)? (?:\w+ ){0,3}?(?:with|to|for|on|by) (?=\S)")
_SAID = re.compile(
    r" (?:magazine |newspaper |agency |news agency |television |reporters? |correspondents? )?(?:also |first |has )?"
    r"(?:reported|reports|wrote|writes|asked|reached|quoted|revealed|published|noted)\b"
)
_ITS_TEXT = re.compile(rf"[”\"'’]?(?:['’]s)? (?:(?P<article>{_ARTICLE})|{_TEXT})\b")
_CAPITALISED = re.compile(r"(?<![\w.])(?:the )?(?=[^\W\d_a-z])")


def find(blocks: tuple[Shown, ...], judge: Judge) -> Iterator[Mention]:
    """Mentions of outlets in the running text of the article, in text order, one for each place."""
    for block in blocks:
        if not block.body or block.block.kind in ("heading", "caption"):
            continue
        found: dict[int, Mention] = {}
        for mention in (*_interviews(block, judge), *_cued(block, judge), *_saying(block, judge)):
            found.setdefault(mention.start, mention)
        yield from (found[start] for start in sorted(found))


def _mention(form: str, block: Shown, name: Name) -> Mention:
    start, end = block.range(name.start, name.end)
    return Mention(form, start, end, f"citation.{form}", outlet=name.text)


def _cued(block: Shown, judge: Judge) -> Iterator[Mention]:
    for cue, form, least in _CUES:
        for match in cue.finditer(block.text):
            name = name_at(block.text, match.end())
            if name is None:
                continue
            if form == "network":
                if name.text.casefold() in lexicon("network"):
                    yield _mention("outlet_in_prose", block, name)
            elif judge.of(name, block) >= least:
                yield _mention(form, block, judge.outlet_in(name, block))


@cache
def _presenter() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:the|an?) )?(?:[\w-]+ ){{0,4}}?(?:{alternatives('presenter')}) (?=[^\W\d_a-z])")


def _interviews(block: Shown, judge: Judge) -> Iterator[Mention]:
    """`in an interview with X`, where X is an outlet, or a person whom the text calls a presenter or the like."""
    for match in _INTERVIEW.finditer(block.text):
        presenter = _presenter().match(block.text, match.end())
        name = name_at(block.text, presenter.end() if presenter else match.end())
        if name is not None and (presenter or judge.of(name, block) >= PERHAPS):
            yield _mention("interview", block, name)


def _saying(block: Shown, judge: Judge) -> Iterator[Mention]:
    """`X reported that`, `the X article`, where X is an outlet for sure; for an article it may be likely only."""
    for match in _CAPITALISED.finditer(block.text):
        name = name_at(block.text, match.end())
        if name is None:
            continue
        text = _ITS_TEXT.match(block.text, name.end)
        least = LIKELY if text and text["article"] else SURE
        if (text or _SAID.match(block.text, name.end)) and judge.of(name, block) >= least:
            yield _mention("outlet_in_prose", block, name)
