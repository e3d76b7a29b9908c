"""Papers that a sentence cites by what they are: letters, memos, joint statements, polls, reports of bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.citation.dates import MONTH, When, following
from checker.citation.lexicon import lexicon
from checker.citation.mention import Mention
from checker.citation.names import Judge, Name
from checker.citation.shown import Shown
from checker.citation.studies import ISSUER, SAYS, STATES
from checker.model import Document

_CAP = r"(?:[^\W\d_a-z][\w’'&-]*)"
_BODY = rf"(?:{_CAP}(?:(?: (?:(?:of|for|and|on|in) (?:the )?)?|/){_CAP}){{0,6}})"
_SENT = (
    r"(?:letter|memo|memorandum|e-?mail|dispatch|cable|telegram|note|circular|statement|communiqué|declaration|"
    r"appeal|petition|submission|briefing|report|filing)"
)
_PARTY = (
    rf"(?P<how>to|from|by|(?:issued|signed|published|released|sent) by) (?:the )?(?:(?P<body>{_BODY})|"
    r"(?:(?:his|her|its|their|an?) )?[a-z][\w’'-]*(?: [\w’'-]+){0,4}?)"
)
_LETTER = re.compile(
    rf"\b(?P<fronted>[Ii]n (?:an?|his|her|its|their|the) )?(?P<kind>(?:joint |open )?{_SENT}) {_PARTY}"
    rf"(?P<day>,? (?:(?:dated|issued|published|released|sent|of|from|on) (?:on )?)?)(?=\d|{MONTH}|[A-Z][a-z]+day\b)"
)
_ADDRESSED = re.compile(
    r"\b[Ii]n (?:an?|his|her|its|their) (?:[a-z-]+ )?(?P<kind>(?:open )?(?:letter|memo|memorandum)) "
    r"(?:to|from) (?:the )?[^,.;:“”\"]{3,70}, (?=[^.;]{3,80}\b(?:said|says|wrote|warned|asked|called|argued|accused|"
    r"complained|demanded|denied|described|promised|urged|stated)\b)"
)
_POLLED = (
    r"(?:poll|opinion poll|exit poll|tracking poll|survey|study|analysis|report|audit|review|inquiry|investigation|"
    r"assessment|projection|forecast|estimate|index)"
)
_POLL = re.compile(
    rf"(?P<cue>\b[Aa]ccording to )?(?P<article>\b(?:[Aa]n?|[Tt]he|[Aa]nother|[Oo]ne|[Rr]ecent|[Nn]ew|[Ll]atest) )"
    rf"(?:(?:recent|new|latest|separate|further) )?(?P<name>{_BODY}) (?:[a-z-]+ )?(?P<kind>{_POLLED})(?!\w)"
    rf"(?P<out>,? (?:that was |which was )?(?:released|published|issued|out|taken|conducted)(?: on| in)?"
    rf"(?= (?:\d|{MONTH}|[A-Z][a-z]+day|yesterday|last|this)))?"
)
_SAID_IN = re.compile(
    rf"(?:^|(?<=[.!?;,”\"] )|(?<=\bthe )|(?<=\bThe ))(?P<body>(?!(?:He|She|They|It|We|But|And|As|In)\b){_BODY}) "
    rf"(?:said|says|found|warned|warns|concluded|wrote|argued|estimated|noted|reported|stated)(?: \w+day)? in "
    rf"(?:an?|its|their|the) (?:[\w-]+ ){{0,4}}?(?P<kind>report|study|survey|(?:working |policy |white )?paper|"
    rf"briefing|analysis|audit|assessment|review|press release|bulletin|newsletter)"
    rf"(?P<out>,? (?:released|published|issued|dated|out))?(?![\w-])"
)

_PEOPLE = r"[^\W\d_a-z][\w’'-]+(?: [A-Z]\.)?(?: [^\W\d_a-z][\w’'-]+){1,2}"
_WRITTEN = re.compile(
    rf"\b(?:(?P<year>(?:19|20)\d\d) )?(?P<kind>(?:working |discussion |policy |white )?(?:paper|study|article|essay|"
    rf"analysis|report|survey|book|monograph))(?:,? (?:published|released) (?P<when>in (?:19|20)\d\d))?"
    rf"(?P<in> in (?:the )?(?P<journal>{_CAP}(?:(?: (?:(?:of|and|for|&) (?:the )?)?){_CAP}){{0,5}}))?"
    rf" by (?:the )?(?:[a-z]+ ){{0,2}}(?P<author>{_PEOPLE}(?:(?:, {_PEOPLE})* and {_PEOPLE})?)"
    rf"(?:,? (?:of|at|from) (?:the )?(?P<body>{_CAP}(?:(?: (?:(?:of|and|for|&) (?:the )?)?){_CAP}){{0,6}}))?"
    rf"(?P<comma>,)?"
)


def papers(document: Document, block: Shown, judge: Judge) -> Iterator[Mention]:
    """Papers without a title in one block."""
    yield from _said_in(document, block, judge)
    yield from _letters(document, block)
    yield from _written(block, judge)
    yield from _polls(document, block, judge)


def _mention(
    block: Shown, start: int, end: int, outlet: str | None, date: str | None = None, author: str | None = None
) -> Mention:
    low, high = block.range(start, end)
    return Mention("document", low, high, "citation.document", outlet, date, author=author, named=(low, high))


def _iso(when: When | None) -> str | None:
    return when.iso if when else None


def _letters(document: Document, block: Shown) -> Iterator[Mention]:
    """`In a letter to the mayor dated 3 May`, `a memo from the Arden Board dated 2 March says`."""
    for match in _LETTER.finditer(block.text):
        when = following(block.text, match.end(), document)
        said = when and (match["fronted"] or STATES.match(block.text, when.end))
        if when is None or not said or (match["day"].strip() == "of" and "-" not in (when.iso or "")):
            continue
        issuer = ISSUER.match(block.text, when.end)
        body = match["body"] if match["how"] != "to" else issuer["body"] if issuer else None
        yield _mention(block, match.start("kind"), when.end, body or match["kind"], when.iso)
    for match in _ADDRESSED.finditer(block.text):
        yield _mention(block, match.start("kind"), block.text.rindex(",", 0, match.end()), match["kind"])


def _polls(document: Document, block: Shown, judge: Judge) -> Iterator[Mention]:
    """`a Northlake poll published on Monday showed`, `according to a recent Northlake poll`."""
    for match in _POLL.finditer(block.text):
        out = following(block.text, match.end("out"), document) if match["out"] else None
        end = out.end if out else match.end("kind")
        cited = match["cue"] or SAYS.match(block.text, end)
        own = re.sub(r"['’]s$", "", match["name"])
        name = Name(match.start("name"), match.start("name") + len(own), own)
        if not cited or not _conducts(block, judge, name):
            continue
        single = (
            name.text.isalpha()
            and not name.text.isupper()
            and match["kind"] in ("report", "inquiry", "review")
        )
        outlet = f"{name.text} {match['kind']}" if single else name.text
        yield _mention(block, match.start("cue") if match["cue"] else name.start, end, outlet, _iso(out))


def _conducts(block: Shown, judge: Judge, name: Name) -> bool:
    """Whether it names who asked or counted, and not when or where."""
    words = {word.casefold() for word in name.text.split()}
    return not (
        judge.is_place(name.text)
        or words & lexicon("time_word")
        or judge.type_of(name, block) in ("NORP", "GPE", "DATE")
    )


def _written(block: Shown, judge: Judge) -> Iterator[Mention]:
    """`a working paper by Ana Quill of the Arden School`, `a 2018 paper in Tides and Ports by Ana Quill`."""
    for match in _WRITTEN.finditer(block.text):
        if not SAYS.match(block.text, match.end()) or judge.is_place(match["journal"] or ""):
            continue
        name = Name(match.start("author"), match.end("author"), match["author"])
        last = name.text.split()[-1].casefold()
        if last in lexicon("no_outlet") | lexicon("body") or judge.type_of(name, block) == "ORG":
            continue
        date = match["year"] or (match["when"] or "").removeprefix("in ") or None
        end = match.end("body") if match["body"] else match.end("author")
        outlet = match["journal"] or match["body"]
        yield _mention(block, match.start(), end, outlet, date, match["author"])


def _said_in(document: Document, block: Shown, judge: Judge) -> Iterator[Mention]:
    """`the Arden Institute said in a report released on Monday`."""
    for match in _SAID_IN.finditer(block.text):
        name = Name(match.start("body"), match.end("body"), match["body"])
        if judge.type_of(name, block) in ("PERSON", "GPE", "NORP") or judge.is_place(name.text):
            continue
        out = following(block.text, match.end(), document)
        yield _mention(
            block,
            match.start("kind"),
            out.end if out else match.end("kind"),
            match["body"].removeprefix("The "),
            _iso(out),
        )
