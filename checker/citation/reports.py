"""Outlets as the subject: `the Courier reported that`, `Ana Quill of the Courier wrote`, `says the Courier`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.citation.beside import ITS_TEXT
from checker.citation.dates import WEEKDAY, following
from checker.citation.editions import dated
from checker.citation.journalists import AS, begin_of, correspondent, is_place_of_work
from checker.citation.judge import Judge
from checker.citation.lexicon import lexicon
from checker.citation.mention import Mention
from checker.citation.names import LIKELY, LOWER, PERHAPS, TITLED, key_of, name_at
from checker.citation.phrases import Phrase, phrase_at
from checker.citation.shown import Shown
from checker.model import Document

_ADVERB = (
    r"(?:also |first |has |had |have |both |later |previously |recently |itself |once |rightly |famously |"
    r"already |"
    r"repeatedly |duly |since |even |now |correctly |subsequently |initially )*"
)
_REPORTING = re.compile(
    rf"(?:, which)? {_ADVERB}(?:report(?:s|ed)?|wr(?:o|i)tes?|written|quot(?:ed|es)|"
    rf"reveal(?:ed|s)|published|not(?:ed|es)|cit(?:ed|es)|identif(?:ied|ies)|point(?:ed|s) out|"
    rf"calculat(?:ed|es)|"
    r"document(?:ed|s)|detail(?:ed|s)|trac(?:ed|es)|expos(?:ed|es)|establish(?:ed|es)|learn(?:ed|t)|"
    r"disclosed|uncovered|was (?:the )?first to "
    r"(?:report|reveal|publish|write)|puts? it|broke the (?:story|news)|puts? (?:the|his|her|its|"
    r"their) [^.;,]{2,40}? at|observ(?:ed|es))\b"
)
_SAYING = re.compile(
    rf" {_ADVERB}(?:said|says|claim(?:ed|s)|argu(?:ed|es)|found|suggest(?:ed|s)|learned|estimat(?:ed|"
    rf"es)|adds|added|"
    rf"warn(?:ed|s)|contend(?:ed|s))(?= (?:(?:on )?{WEEKDAY} (?:morning |evening |night )?|in \w+ |"
    r"at the time |within \w+ \w+ |later |earlier |yesterday |(?:last|this) \w+ )?(?:that\b|[“\"])"
    r"|,? (?:citing|quoting)\b| (?:the|an?|this|there|no|more|at least|two|three) | on its (?:website|"
    r"site)\b|[.,;] ?)"
)
_VERB = re.compile(r" (?:reports?|reported|says|said|writes|wrote)\b")
_CALLED = re.compile(
    rf" {_ADVERB}(?:(?:described|describes|portrayed|portrays)(?= [^.;]{{2,60}} as\b)|(?:headlined|splashed)\b)"
    rf"| {_ADVERB}(?:(?:each |both )?(?:described|describes|called|calls|dubbed) (?:(?:him|her|it|them|the)\b"
    r"(?=[^.]{0,60}[“\"]| in an? )|(?=(?:an? |the )?[“\"]))"
    r"|(?:spoke|talked) (?:to|with)(?= (?:an?|the|two|three|four|five|six|several|dozens|more|people|"
    r"residents|former)\b)"
    r"|(?:asked|pressed|questioned|interviewed) (?:him|her|them|me|us)"
    rf"(?= (?:(?:on )?{WEEKDAY} )?(?:whether|why|if|how|what|about|where|when|who|last|this)\b))"
)
_RAN = re.compile(
    rf" {_ADVERB}(?:ran|carried|published|printed|aired|broadcast|showed)(?= (?:(?:an?|"
    rf"the) )?(?:[\w-]+ ){{0,3}}?(?:story|report|article|footage|video|images|photographs|photos|pictures|"
    rf"recordings?|"
    r"piece|investigation|interview|account|study|editorial|column|essay)\b)"
    rf"| {_ADVERB}(?:obtained|seen|saw|reviewed|viewed)(?= [^.;]{{0,40}}\b(?:list|cop(?:y|ies)|documents?|"
    rf"e-?mails?|records|"
    r"recordings?|footage|letters?|memos?|video|files|transcripts?|messages|minutes|drafts?)\b)"
)
_OWN_NEWS = re.compile(
    rf"(?:(?: on)? {WEEKDAY})?(?: that)? (?:it|its|they|their|we)\b|"
    r"[^.;]{0,60}\b(?:profits?|loss(?:es)?|"
    r"revenues?|earnings|sales|"
    r"turnover|circulation|shareholders|dividend|in a statement)\b"
)
_NEWS = re.compile(
    r" (?:first |has |had )?report(?:s|ed),? (?:citing|quoting)\b| first reported\b| reports that\b"
)
_AS_SAYING = re.compile(r"(?P<verb> (?:has |had )?(?:quot|cit)(?:ed|es)) [^.;“”\"]{2,70}? as saying\b")
_CITING = re.compile(r"\b[Cc]iting (?:[^,.;]{3,80}), (?:the )?$")
_OF_OTHERS = re.compile(
    r"(?: at|cit(?:ed|es)|identif(?:ied|ies)|quot(?:ed|es)|trac(?:ed|es)|document(?:ed|"
    r"s)|calculat(?:ed|es))$"
)
_WITHIN = re.compile(
    r" in an? (?:[a-z-]+ ){0,2}(?:editorial|article|report|column|headline|profile|story|piece|leader|essay)\b"
)
_WHERE = re.compile(r" (?:in|from|at) (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?(?= [a-z])")
"""Where the outlet's reporter is."""
_VERB_ONLY = re.compile(rf" {_ADVERB}puts?\b")
_VERBAL = re.compile(
    rf" that\b|[.,;”\"]|$| {WEEKDAY}\b| (?:recently|exclusively|today|yesterday|after|earlier|later)\b|"
    r" (?:on|in|(?<=ed )from|last|this|at the time|about|it|the|an?|as|him|her|them) ?(?=[A-Z\d]|\b)"
)
_CAPITALISED = re.compile(
    rf"(?<![\w.-])(?:the )?(?=[“\"*_]?[^\W\d_a-z]|{LOWER.pattern}|state (?:radio|television|TV|media|news agency))"
)
_INVERTED = re.compile(
    r"(?<=[,”\"’?!]) (?:says|said|writes|wrote|reports|reported|notes|noted|argues|argued) (?=\S)"
)
_BY_NAME = re.compile(r"\b[Aa]s (?=[A-Z])|, (?=[A-Z])")
_CLOSES = re.compile(rf" (?:(?:has |have |had )?(?:first )reported\b|reported(?=(?: on)? {WEEKDAY}\b|[.,]))")
_AS_CLOSES = re.compile(
    r" (?:has |had )?reported(?= (?:in|on|last|this|at the time|then|earlier)\b)(?! in (?:his|her|their|"
    r"an?|the)\b)"
)
_TRADE = re.compile(
    r"\b(?:profits?|loss(?:es)?|revenues?|earnings|sales|turnover|shares|dividend|quarter|output|"
    r"customers|orders)\b",
    re.IGNORECASE,
)
"""What companies report of themselves."""


def reported(document: Document, block: Shown, judge: Judge) -> Iterator[Mention]:
    """Outlets that are said to report, sure ones; for their articles likely ones will do."""
    upto = 0
    for match in _CAPITALISED.finditer(block.text):
        phrase = phrase_at(block, match.end(), judge, PERHAPS) if match.end() >= upto else None
        if phrase is not None:
            upto = phrase.names[0].end if phrase.surety >= TITLED else upto
            yield from _saying(document, block, phrase)
    yield from _closing(document, block, judge)
    for match in _INVERTED.finditer(block.text):
        phrase = phrase_at(block, match.end(), judge, TITLED)
        spoken = match[0].strip() in ("said", "says") and phrase is not None and phrase.person
        if phrase is not None and not spoken:
            yield from _mentions(document, block, match.start() + 1, phrase, phrase.ends[-1], phrase.person)


def _closing(document: Document, block: Shown, judge: Judge) -> Iterator[Mention]:
    """Names that are nothing but names: `as Lamp first reported`, `the ferry sank, Lamp reported.`"""
    for match in _BY_NAME.finditer(block.text):
        name = name_at(block.text, match.end())
        by_as = match[0].casefold() == "as "
        said = _CLOSES.match(block.text, name.end) if name is not None else None
        if said is None and name is not None and by_as:
            said = _AS_CLOSES.match(block.text, name.end)
        if name is None or said is None or (not by_as and "first" in said[0]):
            continue
        low = max(0, match.start() - 120)
        called = judge.type_of(name, block)
        bodies = lexicon("no_outlet") | lexicon("body") | lexicon("time_word")
        if (
            called in ("PERSON", "GPE", "NORP", "LOC")
            or judge.is_place(name.text)
            or _TRADE.search(block.text, low, name.start)
        ):
            continue
        if name.text.split()[-1].casefold() not in bodies and key_of(name.text) not in bodies:
            phrase = Phrase((name,), (name.end,), name.start, PERHAPS)
            yield from _mentions(document, block, name.start, phrase, said.end(), None)


def _saying(document: Document, block: Shown, phrase: Phrase) -> Iterator[Mention]:
    text, last = block.text, phrase.ends[-1]
    said = None if is_place_of_work(text, phrase) else _said(text, phrase, last)
    if said:
        name = phrase.names[0]
        begin, author = begin_of(text, name)
        yield from _mentions(document, block, begin, phrase, said, author or phrase.person)
        return
    its = ITS_TEXT.match(text, phrase.names[-1].end)
    if its and phrase.surety >= (LIKELY if its["article"] else TITLED):
        name = phrase.names[-1]
        low, high = block.range(name.start, name.end)
        when = following(text, name.end, document)
        end = block.range(name.start, when.end)[1] if when else high
        date = when.iso if when else None
        yield Mention(
            "outlet_in_prose", low, end, "citation.outlet_in_prose", name.text, date, named=(low, high)
        )


def _said(text: str, phrase: Phrase, at: int) -> int | None:
    """Where the verb ends by which the outlet reports; None where it does not, or reports of itself."""
    if text.startswith(", ", at) and correspondent().search(text, max(0, phrase.start - 100), phrase.start):
        at += 1
    where = _WHERE.match(text, at) if at > phrase.names[-1].end + 2 else None
    at = where.end() if where else at
    closed = re.match(
        r"[)”\"’*_]*(?:, (?:(?:quoting|citing) [^,.;]{3,80}|(?:an?|"
        r"the|in an?|in its|in the|which|whose) [^,.;]{3,60}|[A-Z][\w’'-]+ [A-Z][\w’'-]+),| \(an? [^()]{3,50}\))?",
        text[at : at + 100],
    )
    at += closed.end() if closed else 0
    as_said = AS.search(text, max(0, phrase.start - 12), phrase.names[0].start)
    if phrase.surety < (LIKELY if as_said else TITLED):
        news = _NEWS.match(text, at) or (phrase.surety >= LIKELY and _AS_SAYING.match(text, at))
        if news and "as saying" in news[0]:
            return news.end("verb")
        low = max(0, phrase.start - 100)
        leads = _CITING.search(text, low, phrase.names[0].start) or correspondent().search(
            text, low, phrase.start
        )
        cited = _REPORTING.match(text, at) if leads else None
        found = _REPORTING.match(text, at) if news or cited else None
        return found.end() if found else None
    if closed and re.match(r"\W*(?:quoting|citing)", closed[0]) and (aside := _VERB.match(text, at)):
        return aside.end()
    if saying := _AS_SAYING.match(text, at):
        return saying.end("verb")
    found = _REPORTING.match(text, at)
    if found and not (
        as_said
        or _OF_OTHERS.search(found[0])
        or _VERBAL.match(text, found.end())
        or _clausal(text, phrase, found)
    ):
        found = None
    if found and found[0].endswith(" at"):
        found = _VERB_ONLY.match(text, at) or found
    found = found or _SAYING.match(text, at) or _CALLED.match(text, at) or _RAN.match(text, at)
    return found.end() if found and not _OWN_NEWS.match(text, found.end()) else None


def _clausal(text: str, phrase: Phrase, found: re.Match[str]) -> bool:
    """Whether `reports` is the verb of a sentence, and not the plural of a noun: `the Courier reports two deaths`."""
    counted = re.search(
        r"\b(?:these|those|several|many|recent|two|three|of|in|by|on) (?:the )?$",
        text[max(0, phrase.start - 20) : phrase.start],
    )
    nominal = re.match(
        r" (?:of|about|on|from|by|in|were|are|have|and|or|was)\b", text[found.end() : found.end() + 8]
    )
    return found[0].endswith("reports") and not counted and not nominal


def _mentions(
    document: Document, block: Shown, begin: int, phrase: Phrase, said: int, author: str | None
) -> Iterator[Mention]:
    """One mention for each of the outlets that report together; the verb, and its day, go with the last."""
    within = _WITHIN.match(block.text, said)
    when = following(block.text, within.end(), document) if within else None
    when = when or following(block.text, said, document) or dated(document, block.text, begin, said)
    for i, name in enumerate(phrase.names):
        upto = (max(said, when.end) if when else said) if i == len(phrase.names) - 1 else phrase.ends[i]
        start, end = block.range(name.start if i else begin, upto)
        named = block.range(name.start, name.end)
        date = when.iso if when else None
        yield Mention(
            "according_to",
            start,
            end,
            "citation.according_to",
            name.text,
            date,
            author=None if i else author,
            named=named,
        )
