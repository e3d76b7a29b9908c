"""Documents that a sentence rests on: what says something, or what something is said by, under or according to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.citation.lexicon import lexicon
from checker.citation.mention import Mention
from checker.citation.names import LIKELY, TITLED, Judge, Name
from checker.citation.nouns import BODY, Work, noun_at
from checker.citation.pieces import behind
from checker.citation.shown import Shown
from checker.citation.verbs import HELD, SAYING, STATES
from checker.model import Document, Parse

_SETTLED = (
    r"(?:laid down|set (?:out|down|forth)|described|documented|enshrined|recorded|noted|mentioned|detailed|"
    r"outlined|spelled out|"
    r"listed|defined|explained|contained|stated|guaranteed|anchored|foreseen|provided for|quoted|cited|"
    r"summed up|concluded|proposed|"
    r"predicted|recommended|argued|shown|found|put|told)"
)
_ACCORDING = re.compile(
    r"(?:\b[Aa]ccording to|\b[Aa]s per|\b[Pp]er|\b[Pp]ursuant to|\b[Ii]n (?:accordance|line|keeping) with|"
    r"\b[Cc]ontrary to|"
    r"\b[Uu]nder the terms of|\b[Ii]n the words of|\b[Tt]o (?:quote|cite|go by)|\b[Cc]it(?:es?|ed|ing)|"
    r"\b[Qq]uot(?:es?|ed|ing)(?: from)?|"
    r"\b[Ii]nvok(?:es?|ed|ing)|\b[Rr]el(?:y|ies|ied|ying) on|\b[Dd]r(?:aws?|ew|awing) on|\b[Bb]ased on|"
    r"\b[Pp]oint(?:s|ed|ing)? to|"
    r"\b[Rr]efer(?:s|red|ring)? to|\b[Bb]reach(?:es|ed|ing)?(?: of)?|\b[Vv]iolat(?:es?|ed|ing|ion of)|"
    r"\b[Cc]ontradict(?:s|ed|ing)?|"
    r"\b[Ee]cho(?:es|ed|ing)|\b[Ii]gnor(?:es?|ed|ing)|\b[Aa]s (?:required|provided|defined|stipulated|"
    r"demanded|prescribed|"
    r"noted|shown|reported|described|documented|set out|laid down) (?:by|in|under)|\bprotected (?:by|under)|"
    r"\b[Ss]ee|\b(?:figures|data|numbers|statistics|"
    r"estimates|findings|calculations) (?:from|in|of|by)) $"
)
_BY = re.compile(
    r"\b(?:guaranteed|protected|banned|prohibited|required|forbidden|confirmed|documented|found|shown|"
    r"described|covered|governed|"
    r"regulated|supported|backed|revealed|borne out|demanded|permitted|allowed|recognised|recognized|"
    r"established|quoted|cited|"
    r"contradicted|imposed|created|introduced|defined|estimated|reported|suggested) (?:in|by|under) $"
)
_IN = re.compile(rf"\b(?:{_SETTLED} in|{SAYING}(?: \w+day)?,? in) $")
_FRONTED = re.compile(
    r"(?:^|[.!?;:”\"»] |\b(?:that|and|but|Yet|But|And|while|where)?,? )(?P<in>[Ii]n|[Uu]nder|[Bb]y|[Ww]ith) $"
)
_OPENS = re.compile(r"(?:^|[.!?;:”\")»] ?|\n|[Bb]ut |[Aa]nd |[Yy]et |that )$")
_MAIN = re.compile(rf"[^.;]{{0,20}}?,? [^.;]{{3,90}}?\b(?:{SAYING}|[a-z]{{3,}}ed)\b")
_ACCORDING_TO = re.compile(r"\b[Aa]ccording to (?:the |an? )?$")
_AS = re.compile(r"\b[Aa]s $")
_WHO = re.compile(
    rf"(?:^|[\s“\"(])(?:[Tt]he )?(?P<who>{BODY})(?:,? [^.;“”\"]{{2,60}},)? (?:(?:has|have|"
    rf"had) )?{SAYING}[^.;“”\"]{{0,40}}$"
)
_ISSUER = re.compile(rf",? (?:the )?(?P<body>{BODY})(?=,? [^.;]{{0,60}}?\b{SAYING}\b)")
_THAT = re.compile(r",? (?:which|that)(?=" + STATES.pattern + r"| (?:held|ruled|found)\b)")
_ASIDE = re.compile(
    r", (?:which|who|whose|an?|the|now|then|first|published|issued|signed|adopted|released|drafted|in|"
    r"on) [^,.;]{2,70},"
)
_NEWS = re.compile(r"\b(?:press|news|media) $", re.IGNORECASE)
_OF_PAPERS = ("report", "article", "investigation", "analysis", "editorial", "essay")


def grounds(document: Document, block: Shown, parse: Parse, judge: Judge) -> Iterator[Mention]:
    """The documents of one block on which a statement rests."""
    for i in parse.tokens_in(block.block.start, block.block.end):
        noun = noun_at(block, parse, i)
        work = behind(document, block, judge, noun) if noun is not None else None
        if work is not None and not _is_other(block, judge, work) and _is_ground(block, judge, work):
            yield _mention(block, judge, work)


def _is_other(block: Shown, judge: Judge, work: Work) -> bool:
    """Whether it is a release of no news, or an outlet, or an essay for one, which is found with it."""
    if work.title and " " in work.title and judge.of(Name(work.end, work.end, work.title), block) >= TITLED:
        return True
    at = block.text.find(work.kind, work.start)
    if work.kind == "release":
        return not _NEWS.search(block.text[max(0, at - 8) : at])
    return work.kind in ("essay", "article") and block.text.startswith(" for ", at + len(work.kind))


def _is_ground(block: Shown, judge: Judge, work: Work) -> bool:
    text = block.text
    before = text[max(0, work.first - 90) : work.first]
    if work.to and judge.of(Name(0, len(work.to), work.to), block) >= LIKELY:
        return False
    if (
        work.journal
        and work.kind in _OF_PAPERS
        and judge.of(Name(0, len(work.journal), work.journal), block) >= TITLED
    ):
        return False
    if not work.named:
        return work.owned and bool(_ACCORDING_TO.search(before)) and not before.endswith("the same ")
    if _states(text, work) or any(pattern.search(before) for pattern in (_ACCORDING, _BY, _AS, _IN)):
        return True
    fronted = re.search(r"(?P<open>.*?)\b(?P<how>[Ii]n|[Uu]nder) $", before, re.DOTALL)
    if fronted is None:
        return False
    opens = _OPENS.search(fronted["open"]) or fronted["how"] == "In"
    if fronted["how"].casefold() == "under":
        return bool(work.part) or (work.kind in lexicon("law") and bool(opens))
    return bool(opens) and bool(_MAIN.match(text, work.reach))


def _states(text: str, work: Work) -> bool:
    """Whether the document is what says something."""
    at = work.reach
    aside = _ASIDE.match(text, at)
    places = (at, aside.end() if aside else at, at + 1 if text.startswith(",", at) else at)
    verbs = any(STATES.match(text, p) or HELD.match(text, p) for p in places)
    return verbs or bool(_THAT.match(text, at))


def _mention(block: Shown, judge: Judge, work: Work) -> Mention:
    outlet, author = work.outlet, work.author
    if not work.named:
        outlet = re.sub(r"^(?:the|an?) ", "", block.text[work.first : work.end])
    who = (
        _issuer(block, work) if not (work.journal or work.body) and work.kind not in lexicon("law") else None
    )
    if who is not None and _is_person(block, judge, who):
        author = author or who.text
    elif who is not None and not work.title:
        outlet = who.text
    cue = re.search(r"\b[Aa]ccording to $", block.text[: work.first][-14:])
    low, high = block.range(work.first - len(cue[0]) if cue else work.start, work.end)
    form = "according_to" if cue else "document"
    return Mention(form, low, high, f"citation.{form}", outlet, work.date, author=author, named=(low, high))


def _issuer(block: Shown, work: Work) -> Name | None:
    """Who says something in it: `Ana Quill wrote in a memo`, `In a memo, the Arden Board said`."""
    low = max(0, work.first - 120)
    said = re.search(r"\b[Ii]n $", block.text[low : work.first])
    if said is None:
        return None
    if who := _WHO.search(block.text[low : low + said.start()]):
        return Name(low + who.start("who"), low + who.end("who"), who["who"])
    issuer = _ISSUER.match(block.text, work.reach)
    return Name(issuer.start("body"), issuer.end("body"), issuer["body"]) if issuer else None


def _is_person(block: Shown, judge: Judge, name: Name) -> bool:
    """Whether the name, or what stands behind a title, is a person's."""
    _, _, last = name.text.partition(" ")
    behind = Name(name.end - len(last), name.end, last)
    return "PERSON" in (judge.type_of(name, block), judge.type_of(behind, block) if last else None)
