"""Studies, reports, papers and books that a sentence cites, by who made them or where they appeared."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.citation.dates import MONTH, following
from checker.citation.lexicon import lexicon
from checker.citation.mention import Mention
from checker.citation.names import LIKELY, TITLED, Judge, Name, name_at
from checker.citation.shown import Shown
from checker.model import Document

_YEAR = r"(?:19|20)\d\d"
_WORK = (
    r"(?:(?:white |green |working |policy |discussion |research |position )?papers?|stud(?:y|ies)|"
    r"articles?|surveys?|analys[ie]s|"
    r"research|reviews?|reports?|reporting|findings|results|polls?|briefs?|audits?|assessments?|investigations?)"
)
_WHEN = (
    r"(?P<when>,? (?:last (?:year|month|week)|this (?:year|month|week)|earlier this year|(?:in |"
    r"on )[\w ]{3,20}?|"
    r"[A-Z][a-z]+day))?"
)
_IN = re.compile(
    rf"\b(?:(?P<year>{_YEAR}) )?(?P<kind>(?i:{_WORK}))(?: (?:by|"
    rf"from) (?P<by>[^.;()]{{2,60}}?))?(?P<out>,? (?:(?:that |which )?(?:was |were )?"
    rf"(?:published|appearing|appeared|printed)))?{_WHEN},?(?P<in> in (?:the (?:[a-z-]+ )?(?:journal|"
    rf"magazine) )?)"
)
_BY = re.compile(
    rf"\b(?:(?P<year>{_YEAR}) )?(?P<kind>(?i:{_WORK}))(?: (?:of|on|into|among) [^.,;:()]{{3,50}}?)?"
    rf"(?: (?:conducted|carried out|compiled|"
    rf"commissioned|prepared|written))?(?P<when>,? (?:published|released|"
    rf"issued) (?:(?:on|in) [\w ]{{3,20}}?|[A-Z][a-z]+day|"
    rf"(?:last|this) \w+))? (?:by|from) (?:the )?"
)
_OWNER = re.compile(
    rf"['’]s? (?:own |latest |new |annual |final |"
    rf"most recent )?(?:(?P<year>{_YEAR}) )?(?P<kind>(?:[a-z]+ )?{_WORK})(?: [“\"][^”\"]{{2,90}}[”\"])?"
)
_AND_MORE = re.compile(r" (?:and|&) [A-Z][\w-]+(?: [A-Z][\w-]+){0,3}")
_TITLED = re.compile(r",? [“\"][^”\"]{2,90}[”\"],?")
_ITS = re.compile(
    rf"\b[Ii]n (?:its|their) (?:own |latest |new |annual |"
    rf"final )?(?:(?P<year>{_YEAR}) )?(?P<kind>(?:[a-z]+ )?{_WORK})[^.;,]{{0,60}}, (?:the )?(?=[A-Z])"
)
_BOOK = re.compile(
    rf"\b(?P<cue>[Ii]n (?:his|her|their) (?:[a-z-]+ )?(?:(?P<year>{_YEAR}) )?(?:[a-z]+ )?(?:book|"
    rf"memoir|memoirs|history|study|biography|"
    rf"monograph|pamphlet|dissertation|thesis|report|essay|"
    rf"paper),? )[“\"*_]?(?P<title>[A-Z][\w’'-]*(?:[ :]+(?:(?:of|on|the|a|an|and|in|to|for|at|from) )*"
    rf"[A-Z][\w’'-]*){{0,8}})[”\"*_]?(?: \((?:[^()]*, )?(?P<out>{_YEAR})\))?(?=,)"
)
_IN_TITLE = re.compile(
    r"\b[Ii]n (?:(?P<part>(?:chapter|part|section) [\dIVX]+ of )(?=[“\"*_]?[A-Z])|"
    r"(?=[^(.;]{3,80} \((?:19|20)\d\d\),))[“\"*_]?"
    r"(?P<title>[A-Z][\w’'-]*(?:[ :]+(?:(?:of|on|the|a|an|and|in|to|for|at|"
    r"from) )*[A-Z][\w’'-]*){0,8})[”\"*_]?"
    r"(?: \((?P<out>(?:19|20)\d\d)\))?(?=, [A-Z])"
)
_CAP = r"(?:[^\W\d_a-z][\w’'&-]*)"
ISSUER = re.compile(
    rf", (?:the )?(?P<body>{_CAP}(?: (?:(?:of|for|and) (?:the )?)?{_CAP}){{0,5}})(?= (?:said|says|"
    rf"announced|denied|admitted|"
    r"confirmed|claimed|argued|apologi[sz]ed|insisted|called|promised|stated|described|rejected|declared|"
    rf"demanded|warned|urged|condemned|"
    r"expressed|acknowledged)\b)"
)
_PRESS = re.compile(
    rf"\b(?P<kind>press (?:release|statement)|communiqué|memo)(?: to [a-z]+)?,? (?:on |dated |"
    rf"issued )(?=\d|{MONTH}|[A-Z][a-z]+day\b)"
)
_SENT = re.compile(r"\b(?:sent|sends?|drafted|circulated|received|got) (?:an?|the|this) (?:\w+ )?$")
_DATED = re.compile(
    rf",? (?:which was )?(?:published|released|issued)(?= (?:on|in|last|this) )|(?= of \d| of {MONTH})"
)
STATES = re.compile(
    r"(?: (?:also |clearly |explicitly |now |already |only )?(?:stipulates?|states?|stated|says?|said|"
    r"provides?|provided|requires?|"
    r"required|demands?|demanded|prohibits?|forbids?|bans?|guarantees?|obliges?|defines?|concludes?|"
    r"concluded|"
    r"notes?|noted|"
    r"finds?|found|warns?|warned|specif(?:y|ies)|specified|recommends?|recommended|calls? for|called for|"
    r"shows?|showed|speaks? of|calls|describes?|described|recogni[sz]es?|recogni[sz]ed|guaranteed|"
    r"obliged|lists|allows?|"
    r"permits?|punishes|protects?|entitles?|makes it|argues?|argued|estimates?|estimated|suggests?|"
    r"suggested|reveals?|"
    r"revealed|predicts?|predicted|puts?|gives|gave|names|banned|forbade|prohibited|sets?|regulates|"
    r"grants?|commits?|committed|promise[sd]?|pledge[sd]?|declare[sd]?|propose[sd]?|count(?:s|ed)|list(?:s|ed)|"
    r"blame[sd]|identif(?:y|ies|ied)|rank(?:s|ed)|urge[sd]?|acknowledge[sd]?|accuse[sd]?|indicate[sd]?|"
    r"document(?:s|ed)|lays? down|laid down|records?|recorded|projects|projected|links|linked|empowers?|admits?|"
    r"admitted|traces|traced|ties|tied)\b)"
)
_AMONG = r"(?:,? (?:of|among|into|on|for|based on|commissioned by) (?:[^.,;:]|,(?=\d)){3,60}?)?"
SAYS = re.compile(
    _AMONG + r"(?:" + STATES.pattern + r"| (?:has |have |had )(?:since )?(?:shown|found|revealed|concluded|"
    r"suggested|estimated|warned|put|documented|described)\b)"
)
"""What a work says, with what it is about or whom it asked before the verb."""


def studies(document: Document, block: Shown, judge: Judge) -> Iterator[Mention]:
    """Works in the running text, those first that say most of where they are from."""
    yield from _appeared(document, block, judge)
    yield from _made(document, block, judge)
    yield from _owned(document, block, judge)
    yield from _books(block)
    yield from _titled(block)
    for match in _PRESS.finditer(block.text):
        when = following(block.text, match.end("kind"), document) or following(
            block.text, match.end(), document
        )
        sent = _SENT.search(block.text, max(0, match.start() - 40), match.start())
        if when is not None and when.iso and not sent:
            issuer = ISSUER.match(block.text, when.end) if "release" in match["kind"] else None
            yield _mention(
                block, match.start(), when.end, issuer["body"] if issuer else match["kind"], when.iso
            )


def _mention(
    block: Shown, start: int, end: int, outlet: str | None, date: str | None = None, author: str | None = None
) -> Mention:
    low, high = block.range(start, end)
    return Mention("document", low, high, "citation.document", outlet, date, author=author, named=(low, high))


def _appeared(document: Document, block: Shown, judge: Judge) -> Iterator[Mention]:
    """`a 2018 paper published in the Annals of Tides`, `a study in the journal Tides`."""
    for match in _IN.finditer(block.text):
        at = match.end()
        name = name_at(block.text, at)
        if name is None or judge.is_place(name.text):
            continue
        if "journal" in match["in"] and (further := _AND_MORE.match(block.text, name.end)):
            name = Name(name.start, further.end(), block.text[name.start : further.end()])
        journal = "journal" in match["in"] or name.text.casefold().removeprefix("the ") in lexicon("journal")
        paper = (
            re.match(r"(?:stud|paper|research)", match["kind"], re.IGNORECASE)
            and judge.of(name, block) >= TITLED
        )
        cited = re.search(
            r"ccording to (?:an?|the) (?:\w+ )?$", block.text[max(0, match.start() - 30) : match.start()]
        )
        if not (match["out"] or journal or (paper and not cited)):
            continue
        by = name_at(block.text, match.start("by")) if match["by"] else _author(block, judge, name.end)
        when = following(block.text, match.start("when"), document) if match["when"] else None
        after = following(block.text, name.end, document)
        end = after.end if after and after.iso else name.end
        date = (when.iso if when else None) or match["year"] or (after.iso if after else None)
        yield _mention(block, match.start(), end, name.text, date, by.text if by else None)


def _made(document: Document, block: Shown, judge: Judge) -> Iterator[Mention]:
    """`a report by the Arden Institute found`: a body and its work, which says something."""
    for match in _BY.finditer(block.text):
        name = name_at(block.text, match.end())
        if name is None or not (_is_body(block, judge, name) or _found(block, judge, name, match["kind"])):
            continue
        out = re.compile(r",? \w+").match(block.text, match.start("when")) if match["when"] else None
        when = following(block.text, out.end(), document) if out else None
        dated = _DATED.match(block.text, name.end)
        later = following(block.text, dated.end(), document) if dated else None
        end = later.end if later else name.end
        titled = _TITLED.match(block.text, end)
        end = titled.end() if titled else end
        comma = block.text.startswith(",", end) and later is not None
        if SAYS.match(block.text, end + comma) or when or later:
            date = (later.iso if later else None) or (when.iso if when else None) or match["year"]
            yield _mention(block, match.start(), end, name.text, date)


def _found(block: Shown, judge: Judge, name: Name, kind: str) -> bool:
    """Whether a name of one word found something: `an investigation by Lamp found`, `reporting by Lamp has shown`."""
    called = judge.type_of(name, block)
    asked = kind.casefold() in ("poll", "survey") and not judge.is_place(name.text)
    known = called == "ORG" or (kind.casefold() in ("reporting", "investigation") and called != "GPE")
    return (asked or (known and " " not in name.text)) and bool(SAYS.match(block.text, name.end))


def _owned(document: Document, block: Shown, judge: Judge) -> Iterator[Mention]:
    """`the Arden Institute's 2022 report found`, `in its 2022 report, the Arden Institute found`."""
    for match in _OWNER.finditer(block.text):
        before = re.search(
            r"(?:^|[.!?;,”\"(] |\b(?:that|and|but|while|in|to|from|when) )(?:[Tt]he )?"
            r"(?P<name>(?:[A-Z][\w&-]*(?: (?:(?:of|for|and|on) (?:the )?)?)?){1,7})$",
            block.text[max(0, match.start() - 80) : match.start()],
        )
        if before is None:
            continue
        name = Name(match.start() - len(before["name"]), match.start(), before["name"])
        dated = re.match(r" (?:of|dated|from) ", block.text[match.end() : match.end() + 7])
        when = following(block.text, match.end(), document) if dated else None
        end = when.end if when and when.iso else match.end()
        if SAYS.match(block.text, end) and (_is_body(block, judge, name)):
            start = match.start("year") if match["year"] else match.start("kind")
            yield _mention(block, start, end, name.text, (when.iso if when else None) or match["year"])
    for match in _ITS.finditer(block.text):
        body = name_at(block.text, match.end())
        if body is not None and _is_body(block, judge, body) and STATES.match(block.text, body.end):
            end = block.text.rfind(",", match.start(), match.end())
            yield _mention(block, match.start(), end, body.text, match["year"])


def _is_body(block: Shown, judge: Judge, name: Name) -> bool:
    """Whether the name is of a body that writes reports: no person, no place."""
    if judge.is_place(name.text) or judge.type_of(name, block) in ("PERSON", "GPE", "NORP", "LOC"):
        return name.text.split()[-1].casefold() in lexicon("no_outlet") | lexicon(
            "body"
        ) and not judge.is_place(name.text)
    known = judge.type_of(name, block) == "ORG" or name.text.split()[-1].casefold() in lexicon(
        "no_outlet"
    ) | lexicon("body")
    return (known and " " in name.text) or judge.of(name, block) >= LIKELY


def _books(block: Shown) -> Iterator[Mention]:
    """`In her 2018 book The Quiet Tide, Ana Quill argues`."""
    for match in _BOOK.finditer(block.text):
        who = name_at(block.text, match.end() + 2)
        author = who.text if who is not None and who.start == match.end() + 2 else None
        yield _mention(
            block, match.start(), match.end(), match["title"], match["out"] or match["year"], author
        )


def _titled(block: Shown) -> Iterator[Mention]:
    """`In The Quiet Tide (2018), Ana Quill argues`, `in chapter 4 of The Quiet Tide, Ana Quill argues`."""
    for match in _IN_TITLE.finditer(block.text):
        who = name_at(block.text, match.end() + 2)
        says = STATES.match(block.text, who.end) if who is not None and who.start == match.end() + 2 else None
        if who is not None and says and " " in who.text:
            yield _mention(block, match.start(), match.end(), match["title"], match["out"], who.text)


def _author(block: Shown, judge: Judge, at: int) -> Name | None:
    lead = re.match(r", (?:[a-z]+ ){0,4}(?=[^\W\d_a-z])", block.text[at : at + 40])
    name = name_at(block.text, at + lead.end()) if lead else None
    return name if name is not None and " " in name.text and not judge.is_place(name.text) else None
