"""What a sentence says about a document and not from it: what it needs to pass, what it is worth, what it once did."""

from __future__ import annotations

import re

from checker.citation.lexicon import alternatives, lexicon
from checker.citation.nouns import Work
from checker.citation.shown import Shown

_ADVERB = r"(?: (?:also|now|still|already|only|then|first|famously|[a-z]+ly))?"
_FATE = re.compile(
    rf"{_ADVERB} (?:requires?|required|needs?|needed|demands?|awaits?|calls? for|allows?|permits?)"
    r" (?:the |an? |further |final )?(?:[\w’'-]+ ){0,3}?"
    r"(?:approval|consent|assent|ratification|signatures?|votes?|majority|majorities|backing|confirmation|"
    r"passage|sponsors?|funding|unanimity|debate|scrutiny|rewriting|work)\b"
    r"(?![^.;]{0,80}\b(?:for|before|to|when|if|whenever|any|every|each)\b)"
)
"""`The motion requires approval by both houses.`"""
_DID = re.compile(
    rf",? (?:which|that){_ADVERB} (?:abolished|ended|put|led|gave|brought|created|made|set|sent|cut|raised|"
    r"lifted|opened|closed|granted|ushered|transformed|reshaped|changed|cost|drove|helped|introduced|"
    r"established|"
    r"banned|freed|split|divided|triggered|sparked|doubled|halved|expanded|ensured|paved|left|split|"
    r"outlawed)\b"
)
"""`the Ports Act, which put thousands out of work`."""
_PLAN = re.compile(r"(?:^|[^\w])(?:[Pp]er) (?:the |an? )?$")
_POINTED = re.compile(r"\b(?:[Pp]oint(?:s|ed|ing)? to|[Rr]ecall(?:s|ed|ing)?) (?:the |an? )?$")


def is_about(block: Shown, work: Work) -> bool:
    """Whether what follows says what must be done with it, or what it is worth."""
    worth = work.kind not in lexicon("law") and _worth(block, work)
    fate = None if work.headed else _FATE.match(block.text, work.reach)
    return worth or fate is not None


def is_history(block: Shown, work: Work) -> bool:
    """Whether a law is named for what it once brought about."""
    return work.kind in lexicon("law") and not work.part and _DID.match(block.text, work.reach) is not None


def is_pointed_at(block: Shown, work: Work) -> bool:
    """Whether somebody points to a law as to a deed, or to a scheme that goes by a name."""
    before = block.text[max(0, work.first - 30) : work.first]
    law = work.kind in lexicon("law") and not work.part and _POINTED.search(before)
    return bool(law) or bool(work.kind in lexicon("unwritten") and not work.headed and _PLAN.search(before))


def _worth(block: Shown, work: Work) -> bool:
    pattern = (
        rf"{_ADVERB} (?:provides?|provided|gives?|gave|offers?|offered|brings?|brought|lends?|lent|"
        rf"supplies|affords?)"
    )
    merit = rf" (?:[\w’'-]+ ){{0,4}}?(?:{alternatives('merit')})\b"
    return re.compile(pattern + merit).match(block.text, work.reach) is not None
