"""Outlets that a sentence names as where something was said or written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from checker.citation.again import again, own
from checker.citation.aired import aired, is_unsaid
from checker.citation.cues import CUES, SERIES
from checker.citation.dates import WEEKDAY, following
from checker.citation.judge import Judge
from checker.citation.lexicon import alternatives
from checker.citation.mention import Mention
from checker.citation.names import LIKELY, PERHAPS, TITLED, Name, name_at
from checker.citation.networks import network_at, posted
from checker.citation.phrases import Phrase, bare_at, phrase_at
from checker.citation.reports import reported
from checker.citation.shown import Shown
from checker.model import Document, Parse

_INTERVIEW = re.compile(
    r"(?P<said>\b[Ii]n (?:an?|his|her|their|"
    r"a series of) (?:[\w-]+ ){0,2}?|\b)(?<!job )(?<!work )interview(?:s|ed)? "
    r"(?:\w+ ){0,3}?(?:(?:since|about|on) [^,.;:“”\"]{3,50}, )?(?:with|to|for|on|by|in) (?=\S)"
)
_DURING = re.compile(r"\b[Dd]uring (?:an?|his|her|their|its|the) (?:[\w-]+ ){0,3}$")
_ISSUED_BY = re.compile(r"\b(?:published|aired|broadcast|carried|printed) by $")
_OF_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ITS_INTERVIEW = re.compile(r"\b[Ii]n (?:an?|his|her|their|the|its) (?=[“\"*_]?[^\W\d_a-z]|\d+ [A-Z])")
_COLUMN = re.compile(r" (?:[a-z]+ )?(?:column|op-ed|essay|editorial|blog post|commentary)\b")
_INTERVIEWED = re.compile(r" (?:[a-z]+ )?interview\b")
_PLANNED = re.compile(
    r"\b(?:will|would|declined|refused|plans to|taping|not|never|accepted|agreed to|scheduled|"
    r"requested|cancell?ed|offered) "
    r"(?:\w+ ){0,3}$"
)
_ORDERED = re.compile(
    r" (?:story|tale|parable|joke|truth)s?\b| (?:not )?to (?!(?:the|an?|his|her|its|their|be)\b)[a-z]+ "
)
"""`told the Courier to pay`: an order, and nothing said for print."""
_AFTER = re.compile(r" in an? (?:[\w-]+ ){0,2}?interview\b")
_AIRED = re.compile(
    r" (?:broadcast|published|aired|printed|released|recorded|posted)(?= (?:on|in|last|this|"
    rf"yesterday) | {WEEKDAY})"
)
_ESSAY = re.compile(
    r"(?:^|(?<=[.!?] )|(?<=[.!?][”\"] ))[Ii]n (?=(?:the )?[“\"*_]?[^\W\d_a-z])(?=[^.]{3,80}, [^.]{3,80} "
    r"(?:argues?d?|writes|wrote|suggests?|suggested|describes?|described|calls|called|contends|contended) )"
)


def find(document: Document, blocks: tuple[Shown, ...], parse: Parse, judge: Judge) -> Iterator[Mention]:
    """Mentions of outlets in the running text of the article, in text order, one for each place."""
    before: list[Mention] = []
    for block in blocks:
        if not block.running:
            continue
        found: dict[int, Mention] = {}
        for mention in (
            *_interviews(document, block, judge),
            *_essays(document, block, judge),
            *_cued(document, block, judge),
            *_spread(document, block, "outlet_in_prose", posted(block)),
            *reported(document, block, judge),
            *_spread(document, block, "told_outlet", aired(block, parse, judge)),
        ):
            found.setdefault((mention.named or (mention.start, 0))[0], mention)
        here = [found[start] for start in sorted(found)]
        before += here
        yield from here
        yield from again(document, block, before)
        yield from own(document, block)


def _mentions(
    document: Document,
    block: Shown,
    form: str,
    begin: int,
    phrase: Phrase,
    author: str | None = None,
    year: str | None = None,
) -> Iterator[Mention]:
    """From the cue to the first name, then every further name; a date, or `in an interview`, may follow the last."""
    end = phrase.ends[-1]
    after = _AFTER.match(block.text, end)
    end = after.end() if after else end
    aired = _AIRED.match(block.text, end)
    when = following(block.text, aired.end() if aired else end, document)
    end = when.end if when else end
    for i, name in enumerate(phrase.names):
        upto = end if i == len(phrase.names) - 1 else phrase.ends[i]
        start, stop = block.range(name.start if i else begin, upto)
        named = block.range(name.start, name.end)
        date, who = when.iso if when else year, author or (None if i else phrase.person)
        yield Mention(form, start, stop, f"citation.{form}", name.text, date, author=who, named=named)


def _spread(
    document: Document, block: Shown, form: str, places: Iterable[tuple[int, Phrase]]
) -> Iterator[Mention]:
    """The mentions of outlets whose phrases are found, with where each begins."""
    for begin, phrase in places:
        yield from _mentions(document, block, form, begin, phrase)


def _cued(document: Document, block: Shown, judge: Judge) -> Iterator[Mention]:
    for cue in CUES:
        for match in cue.pattern.finditer(block.text):
            if cue.form == "network":
                phrase = network_at(block, match.end())
                if phrase is not None:
                    yield from _mentions(document, block, "outlet_in_prose", match.start(), phrase)
                continue
            if is_unsaid(block, match):
                continue
            phrase = phrase_at(block, match.end(), judge, cue.least)
            phrase = phrase or (bare_at(block, match.end(), judge) if cue.bare else None)
            if phrase is not None and cue.form == "told_outlet" and _may_be_person(phrase, judge, match[0]):
                continue
            if (
                phrase is not None
                and cue.form == "told_outlet"
                and _ORDERED.match(block.text, phrase.ends[-1])
            ):
                continue
            if phrase is not None and not _PLANNED.search(
                block.text, max(0, match.start() - 40), match.start()
            ):
                begin, author = match.start(), None
                if cue.form == "writing_in":
                    author = _writer(block, judge, phrase.ends[-1]) or _writer_before(block, judge, begin)
                yield from _mentions(document, block, cue.form, begin, phrase, author)
    yield from _works(document, block, judge)


def _may_be_person(phrase: Phrase, judge: Judge, cue: str) -> bool:
    """Whether nothing but the parse makes it an outlet, and it may as well be somebody: two names, a surname."""
    words = phrase.names[0].text.split()
    plain = all(word.isalpha() and word[1:].islower() for word in words)
    return (
        phrase.surety <= PERHAPS
        and plain
        and (len(words) == 2 or cue.startswith("t") or judge.is_surname(words[-1]))
    )


def _works(document: Document, block: Shown, judge: Judge) -> Iterator[Mention]:
    """`according to a report by X`: X may be any body, for what it wrote is cited."""
    for match in SERIES.finditer(block.text):
        phrase = phrase_at(block, match.end(), judge, PERHAPS)
        name = name_at(block.text, match.end())
        if phrase is None and name is not None and _is_body(block, judge, name):
            phrase = Phrase((name,), (name.end,), match.end(), PERHAPS)
        if phrase is not None:
            yield from _mentions(document, block, "according_to", match.start(), phrase)


def _is_body(block: Shown, judge: Judge, name: Name) -> bool:
    named = " " in name.text and not judge.is_place(name.text)
    return named and judge.type_of(name, block) not in ("PERSON", "GPE", "NORP")


def _writer(block: Shown, judge: Judge, at: int) -> str | None:
    """The person or persons named right after `Writing in X, `, with what they are."""
    match = re.match(
        r"(?: (?:in|on) [\w ]{3,20})?, (?:[^,.;]{0,60}? )??(?=[^\W\d_a-z])", block.text[at : at + 90]
    )
    name = name_at(block.text, at + match.end()) if match else None
    if name is None or " " not in name.text or judge.of(name, block) > PERHAPS:
        return None
    joined = re.match(r" and (?=[^\W\d_a-z])", block.text[name.end : name.end + 6])
    other = name_at(block.text, name.end + 5) if joined else None
    return block.text[name.start : other.end] if other is not None and " " in other.text else name.text


def _writer_before(block: Shown, judge: Judge, at: int) -> str | None:
    """The person before `, writing in X`, or before `wrote in X`."""
    before = re.search(
        r"([^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+){1,2}),? (?:has |had )?$",
        block.text[max(0, at - 50) : at],
    )
    name = name_at(before[1], 0) if before else None
    return name.text if name is not None and not judge.is_place(name.text) else None


@cache
def _presenter() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:the|an?) )?(?:[\w-]+ ){{0,4}}?(?:{alternatives('presenter')}) (?=[^\W\d_a-z])")


def _interviews(document: Document, block: Shown, judge: Judge) -> Iterator[Mention]:
    """`in an interview with X`, where X is an outlet, or a person whom the text calls a presenter or the like."""
    for match in _INTERVIEW.finditer(block.text):
        if _PLANNED.search(block.text, max(0, match.start() - 40), match.start()):
            continue
        presenter = _presenter().match(block.text, match.end())
        phrase = phrase_at(
            block,
            match.end(),
            judge,
            PERHAPS
            if match["said"] or _DURING.search(block.text, max(0, match.start() - 60), match.start())
            else LIKELY,
        )
        if presenter and (phrase is None or phrase.names[0].start == presenter.end()):
            at = presenter.end()
            phrase = phrase_at(block, at, judge, LIKELY) or _person(block, at)
        if phrase is None and _ISSUED_BY.search(match[0]):
            phrase = _person(block, match.end())
        if phrase is not None:
            year = _OF_YEAR.search(match[0])
            yield from _mentions(
                document, block, "interview", match.start(), phrase, year=year[0] if year else None
            )
    for match in _ITS_INTERVIEW.finditer(block.text):
        phrase = phrase_at(block, match.end(), judge, LIKELY)
        behind = phrase and _INTERVIEWED.match(block.text, phrase.ends[-1])
        column = phrase and _COLUMN.match(block.text, phrase.ends[-1])
        if phrase is not None and column:
            whole = Phrase(phrase.names, (*phrase.ends[:-1], column.end()), phrase.start, phrase.surety)
            author = _writer(block, judge, column.end())
            yield from _mentions(document, block, "writing_in", match.start(), whole, author)
        if phrase is not None and behind:
            whole = Phrase(phrase.names, (*phrase.ends[:-1], behind.end()), phrase.start, phrase.surety)
            yield from _mentions(document, block, "interview", match.start(), whole)


def _person(block: Shown, at: int) -> Phrase | None:
    name = name_at(block.text, at)
    return Phrase((name,), (name.end,), at, PERHAPS) if name is not None else None


def _essays(document: Document, block: Shown, judge: Judge) -> Iterator[Mention]:
    """`In the Vale Review, Ana Quill argues`."""
    for match in _ESSAY.finditer(block.text):
        phrase = phrase_at(block, match.end(), judge, TITLED)
        author = _writer(block, judge, phrase.ends[-1]) if phrase is not None else None
        if phrase is not None and author is not None:
            yield from _mentions(document, block, "writing_in", match.start(), phrase, author)
