"""Who made a document: its author or the body that it is of; where it was printed, to whom it went."""

from __future__ import annotations

import re
from dataclasses import replace

from checker.citation.judge import Judge
from checker.citation.lexicon import lexicon
from checker.citation.names import PERHAPS, Name
from checker.citation.nouns import BODY, Work
from checker.citation.shown import Shown
from checker.citation.verbs import SAYING

_OF_SCHOLARS = ("paper", "study", "article", "research")
_PERSON = r"[^\W\d_a-z][\w’'-]+(?: [A-Z]\.)?(?: [^\W\d_a-z][\w’'-]+){1,2}"
_PERSONS = re.compile(
    rf"(?P<who>(?P<first>{_PERSON})(?:(?:, {_PERSON})*,? and {_PERSON})?)(?:,? (?:of|at|from|"
    rf"for) (?:the )?(?P<body>{BODY}))?"
)
_COLLEAGUES = re.compile(
    r",? and (?:(?:two|three|four|five|six|other|his|her|their|several) )*(?:colleagues|co-authors|"
    r"others)\b| et al\."
)
_THEIRS = re.compile(
    r" (?:(?:party|campaign|department|government|state) )?(?:officials|staff|staffers|members|employees|"
    r"aides|ministers|leaders|"
    r"executives|lawyers|voters|readers|workers|supporters|donors|customers|investors|shareholders|"
    r"colleagues|lawmakers|"
    r"diplomats|managers|residents|parents|teachers|students|politicians|counterparts|editors)\b"
)
"""`a memo to Vale Rail managers`: not the body is written to, but its people."""
_CLOSED = re.compile(r"[,.;:)”\"]|$")
_SAYS = re.compile(rf", (?:the )?[A-Z][^,.;]{{2,60}}? {SAYING}\b")
_HAD = re.compile(r"\b(?:obtained|seen|reviewed|viewed|leaked|shared|provided)$")
"""Who has it need not have made it."""
_MISTER = re.compile(r"(?:Justice|Judge|Dr|Professor|Prof|Sir|Mr|Mrs|Ms|Senator|Lord|Lady)\.? (?=[A-Z])")


def may_print(block: Shown, judge: Judge, work: Work, name: Name) -> bool:
    """Whether what the work is said to be in is a journal and no town."""
    printed = block.text.endswith((" published", " appearing", " printed"), 0, work.reach)
    where = ("GPE", "DATE") if printed else ("GPE", "LOC", "FAC", "PERSON", "DATE")
    many = " " in name.text and judge.type_of(name, block) not in where
    return judge.of(name, block) >= PERHAPS or (many and (printed or work.kind in _OF_SCHOLARS))


def made_by(block: Shown, judge: Judge, work: Work, by: re.Match[str]) -> Work | None:
    """With the person, the body or the place behind `by`, `from`, `for`, `to`, `at`."""
    if (
        by["how"] in ("by", "to", "with")
        and work.kind not in lexicon("evidence")
        and _HAD.search(block.text, max(0, work.reach - 12), work.reach)
    ):
        return replace(work, reach=by.end())
    persons = _PERSONS.match(block.text, by.start("body"))
    first = persons["first"] if persons else by["body"]
    if titled := _MISTER.match(by["body"]):
        return grown(work, by.end(), author=by["body"][titled.end() :])
    name = Name(by.start("body"), by.start("body") + len(first), first)
    if by["how"] == "to":
        theirs = _THEIRS.match(block.text, by.end())
        return replace(grown(work, theirs.end() if theirs else by.end()), to=by["body"], named=work.named)
    if by["how"] == "at":
        return grown(work, by.end()) if work.named else replace(work, reach=by.end())
    if persons and _is_person(block, judge, name):
        others = _COLLEAGUES.match(block.text, persons.end())
        end = others.end() if others else persons.end()
        return grown(work, end, author=persons["who"], body=persons["body"] or work.body)
    return grown(work, by.end(), body=by["body"])


def _is_person(block: Shown, judge: Judge, name: Name) -> bool:
    last = name.text.split()[-1].casefold()
    if last in lexicon("no_outlet") | lexicon("body") or not 2 <= len(name.text.split()) <= 3:
        return False
    return judge.type_of(name, block) in ("PERSON", None) and judge.of(name, block) <= PERHAPS


def grown(work: Work, end: int, **known: str | None) -> Work:
    """With a further piece, which tells it from others."""
    return replace(work, end=end, reach=end, named=True, **known)  # type: ignore[arg-type]


def is_title(block: Shown, judge: Judge, called: re.Match[str]) -> bool:
    """Whether a name behind a book is its title, and not who wrote or said something in it."""
    if called["so"]:
        return True
    if called["aside"] and not _CLOSED.match(block.text, called.end()):
        return False
    person = judge.type_of(Name(*called.span("title"), called["title"]), block) == "PERSON"
    return not person or bool(called["aside"] and _SAYS.match(block.text, called.end()))
