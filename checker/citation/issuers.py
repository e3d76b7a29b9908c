"""Who says something in a document, and the mention of the document with that as its outlet or author."""

from __future__ import annotations

import re
from dataclasses import replace

from checker.citation.judge import Judge
from checker.citation.lexicon import lexicon
from checker.citation.mention import Mention
from checker.citation.names import Name
from checker.citation.nouns import BODY, Work
from checker.citation.shown import Shown
from checker.citation.verbs import SAYING

_WHO = re.compile(
    rf"(?:^|[\s“\"(])(?:[Tt]he )?(?P<who>{BODY})(?:,|(?:,? [^.;“”\"]{{2,60}},)? (?:(?:has|have|had) )?{SAYING}"
    r"[^.;“”\"]{0,40}) $"
)
_ISSUER = re.compile(
    rf"(?:[^.,;:“”\"]{{0,60}},)? (?:(?:the|an?|its|his|"
    rf"her) )?(?:[a-z-]+ ){{0,4}}(?P<body>{BODY})(?=,? [^.;]{{0,60}}?\b{SAYING}\b)"
)
_OPENS = re.compile(r"(?:^|[.!?;:,”\")»—–] ?|\n|\b(?:but|and|yet|that|when|while|so) )$", re.IGNORECASE)
_NOBODY = ("As", "In", "At", "I", "He", "She", "It", "We", "They")
_ITS = re.compile(r"\b[Ii]ts |\b[Tt]heir ")


def name_in(block: Shown, work: Work, words: str) -> Name:
    """A name that the phrase holds, with its place."""
    at = max(work.first, block.text.find(words, work.first))
    return Name(at, at + len(words), words)


def mention_of(block: Shown, judge: Judge, work: Work) -> Mention:
    """The citation of a document; what nothing names goes by its whole phrase."""
    outlet, author = work.outlet, work.author
    if not work.named:
        article = re.match(
            r"(?:the|an?|its|his|her|their|as|and|but) ", block.text[work.first : work.end], re.IGNORECASE
        )
        work = replace(work, start=work.first + (article.end() if article else 0))
        outlet = block.text[work.start : work.end]
    who = (
        issuer(block, judge, work)
        if not (work.journal or work.body) and work.kind not in lexicon("law")
        else None
    )
    if who is not None and (work.kind in lexicon("book") or _is_person(block, judge, who)):
        author = author or who.text
    elif who is not None and not _has_own_title(block, work):
        outlet = who.text
    cue = re.search(r"\b[Aa]ccording to $", block.text[max(0, work.first - 14) : work.first])
    low, high = block.range(work.first - len(cue[0]) if cue else work.start, work.end)
    form = "according_to" if cue else "document"
    return Mention(form, low, high, f"citation.{form}", outlet, work.date, author=author, named=(low, high))


def _has_own_title(block: Shown, work: Work) -> bool:
    """Whether it goes by a title of its own, and not as `its Annual Report` does by whose it is."""
    return work.headed and not _ITS.search(block.text, work.first, work.start)


def issuer(block: Shown, judge: Judge, work: Work) -> Name | None:
    """Who says something in it: `Ana Quill wrote in a memo`, `In a memo, the Arden Board said`."""
    low = max(0, work.first - 120)
    said = re.search(r"\b[Ii]n $", block.text[low : work.first])
    if said is None:
        return None
    who = _WHO.search(block.text[low : low + said.start()])
    if who and who["who"].split()[0] not in _NOBODY:
        return Name(low + who.start("who"), low + who.end("who"), who["who"])
    opens = said[0][0] == "I" or _OPENS.search(block.text[low : low + said.start()])
    found = _ISSUER.match(block.text, work.reach) if opens else None
    if found is None or judge.type_of(Name(*found.span("body"), found["body"]), block) in ("NORP", "GPE"):
        return None
    if found["body"] in _NOBODY:
        return None
    return Name(*found.span("body"), found["body"])


def _is_person(block: Shown, judge: Judge, name: Name) -> bool:
    """Whether the name, or what stands behind a title, is a person's."""
    _, _, last = name.text.partition(" ")
    behind = Name(name.end - len(last), name.end, last)
    return "PERSON" in (judge.type_of(name, block), judge.type_of(behind, block) if last else None)
