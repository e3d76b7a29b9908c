"""Outlets that a sentence names as where something was said, written or reported."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.citation.cues import ARTICLE, CUES, SERIES, TEXT
from checker.citation.dates import following
from checker.citation.mention import Mention
from checker.citation.names import LIKELY, PERHAPS, SURE, TITLED, Judge, Name, alternatives, lexicon, name_at
from checker.citation.shown import Shown
from checker.model import Document

_INTERVIEW = re.compile(
    r"(?:\b[Ii]n (?:an?|his|her|their) (?:[\w-]+ ){0,2}?|\b)interview(?:s|ed)? (?:\w+ ){0,3}?(?:with|to|for|"
    r"on|by) (?=\S)"
)
_PLANNED = re.compile(r"\b(?:will|would|declined|refused|plans to|taping) (?:\w+ ){0,3}$")
_REPORTING = r"(?:reported|reports|wrote|writes|asked|reached|quoted|revealed|published|noted)\b"
_SAID = re.compile(
    r" (?:magazine |newspaper |agency |news agency |television |reporters? |correspondents? )?"
    rf"(?P<adverb>also |first |has |had |both )?(?:{_REPORTING})"
)
_NEWS = re.compile(
    r" (?:first |has |had )?report(?:s|ed),? (?:citing|quoting)\b| first reported\b| reports that\b"
)
_ITS_TEXT = re.compile(rf"[”\"'’]?(?:['’]s)? (?:(?P<article>{ARTICLE})|{TEXT})\b")
_VERBAL = re.compile(r" that\b|[.,;”\"]|$| (?:on|in) (?=[A-Z\d])")
_CAPITALISED = re.compile(r"(?<![\w.])(?:the )?(?=[^\W\d_a-z])")
_OWN = re.compile(
    r"\b(?P<told>(?:told|telling|tells) )?(?:(?<=told )|(?<=telling )|(?<=tells )|\b[Aa]s )?"
    r"(?:this (?:newspaper|paper|magazine|website|publication|journal|outlet)|(?<=[Aa]s )we)"
    r"(?(told)\b| (?:first |has |had |have )?reported\b)"
)
_AFTER = re.compile(r" in an? (?:[\w-]+ ){0,2}?interview\b")
_AND = re.compile(r" and (?:the )?")
_OF = re.compile(
    r"(?P<name>[^\W\d_a-z][\w’'-]+(?: [A-Z]\.)? [^\W\d_a-z][\w’'-]+),? (?:of|at|from|for) (?:the )?$"
)
_AS = re.compile(r"\b[Aa]s (?:the )?$")


def find(document: Document, blocks: tuple[Shown, ...], judge: Judge) -> Iterator[Mention]:
    """Mentions of outlets in the running text of the article, in text order, one for each place."""
    for block in blocks:
        if not block.running:
            continue
        found: dict[int, Mention] = {}
        for mention in (
            *_interviews(document, block, judge),
            *_cued(document, block, judge),
            *_saying(document, block, judge),
        ):
            found.setdefault((mention.named or (mention.start, 0))[0], mention)
        yield from (found[start] for start in sorted(found))
        yield from _own(document, block)


def _mention(
    document: Document,
    block: Shown,
    form: str,
    begin: int,
    name: Name,
    upto: int = 0,
    author: str | None = None,
) -> Mention:
    """From the cue to the name, with a date, or `in an interview`, that follows directly."""
    end = max(upto, name.end)
    after = _AFTER.match(block.text, end)
    end = after.end() if after else end
    when = following(block.text, end, document)
    end = when.end if when else end
    start, stop = block.range(begin, end)
    rule = f"citation.{form}"
    date = when.iso if when else None
    named = block.range(name.start, name.end)
    return Mention(form, start, stop, rule, name.text, date, author=author, named=named)


def _cued(document: Document, block: Shown, judge: Judge) -> Iterator[Mention]:
    for cue in CUES:
        for match in cue.pattern.finditer(block.text):
            name = name_at(block.text, match.end())
            if name is None or (cue.form != "network" and judge.of(name, block) < cue.least):
                continue
            if cue.form != "network":
                name = judge.outlet_in(name, block)
                author = _writer(block, judge, name.end) if cue.form == "writing_in" else None
                yield _mention(document, block, cue.form, match.start(), name, author=author)
            elif name.text.casefold() in lexicon("network"):
                yield _mention(document, block, "outlet_in_prose", name.start, name)
    yield from _works(document, block, judge)


def _works(document: Document, block: Shown, judge: Judge) -> Iterator[Mention]:
    """`according to a report by X`: X may be any body, for what it wrote is cited."""
    for match in SERIES.finditer(block.text):
        name = name_at(block.text, match.end())
        if (
            name is None
            or judge.is_place(name.text)
            or judge.type_of(name, block) in ("PERSON", "GPE", "NORP")
        ):
            continue
        if " " in name.text or judge.of(name, block) >= PERHAPS:
            yield _mention(document, block, "according_to", match.start(), name)


def _writer(block: Shown, judge: Judge, at: int) -> str | None:
    """The person named right after `Writing in X, `, with what they are."""
    match = re.match(
        r"(?: (?:in|on) [\w ]{3,20})?, (?:[^,.;]{0,60}? )??(?=[^\W\d_a-z])", block.text[at : at + 90]
    )
    name = name_at(block.text, at + match.end()) if match else None
    if name is None or " " not in name.text or judge.of(name, block) > PERHAPS:
        return None
    return name.text


@cache
def _presenter() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:the|an?) )?(?:[\w-]+ ){{0,4}}?(?:{alternatives('presenter')}) (?=[^\W\d_a-z])")


def _interviews(document: Document, block: Shown, judge: Judge) -> Iterator[Mention]:
    """`in an interview with X`, where X is an outlet, or a person whom the text calls a presenter or the like."""
    for match in _INTERVIEW.finditer(block.text):
        if _PLANNED.search(block.text, max(0, match.start() - 40), match.start()):
            continue
        presenter = _presenter().match(block.text, match.end())
        name = name_at(block.text, presenter.end() if presenter else match.end())
        if name is not None and (presenter or judge.of(name, block) >= PERHAPS):
            yield _mention(document, block, "interview", match.start(), name)


def _saying(document: Document, block: Shown, judge: Judge) -> Iterator[Mention]:
    """`X reported that`, `the X article`, where X is an outlet for sure; for an article it may be likely only."""
    for match in _CAPITALISED.finditer(block.text):
        name = name_at(block.text, match.end())
        if name is None:
            continue
        yield from _paired(document, block, judge, name)
        text, said = _ITS_TEXT.match(block.text, name.end), _SAID.match(block.text, name.end)
        if said and _VERBAL.match(block.text, said.end()):
            text = None
        if text and judge.of(name, block) >= (LIKELY if text["article"] else SURE):
            yield _mention(document, block, "outlet_in_prose", name.start, name)
        elif said and judge.of(name, block) >= (PERHAPS if _is_news(block.text, name) else TITLED):
            part = judge.outlet_in(name, block)
            begin, author = _reporter(block.text, part)
            yield _mention(document, block, "according_to", begin, part, said.end(), author)


def _paired(document: Document, block: Shown, judge: Judge, name: Name) -> Iterator[Mention]:
    """The first of `X and Y reported`."""
    joined = _AND.match(block.text, name.end)
    other = name_at(block.text, joined.end()) if joined else None
    if (
        other
        and _SAID.match(block.text, other.end)
        and min(judge.of(name, block), judge.of(other, block)) >= TITLED
    ):
        yield _mention(document, block, "according_to", name.start, name)


def _is_news(text: str, name: Name) -> bool:
    """Whether the verb is one that only those who report news are said to do."""
    return bool(_NEWS.match(text, name.end))


def _reporter(text: str, name: Name) -> tuple[int, str | None]:
    """Where the mention begins, and the journalist of the outlet: `Tom Reed of the Courier reported`."""
    low = max(0, name.start - 60)
    if match := _OF.search(text[low : name.start]):
        return low + match.start(), match["name"]
    begins = _AS.search(text[low : name.start])
    return (low + begins.start() if begins else name.start), None


def _own(document: Document, block: Shown) -> Iterator[Mention]:
    """What the text says of its own outlet: `told this newspaper`, `as we reported in May`."""
    for match in _OWN.finditer(block.text):
        form = "told_outlet" if match["told"] else "back_reference"
        when = following(block.text, match.end(), document)
        start, end = block.range(match.start(), when.end if when else match.end())
        date = when.iso if when else None
        yield Mention(form, start, end, f"citation.{form}", document.outlet, date)
