"""Noun phrases that name outlets: `broadcaster Nord-4`, `the Herald's Ana Quill`, `the Courier and Radio Vale`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from checker.citation.beside import PERSON, its_people, its_reporter, leading, reporter, trailing
from checker.citation.dates import WEEKDAY
from checker.citation.judge import Judge
from checker.citation.lexicon import lexicon
from checker.citation.names import LIKELY, NONE, PERHAPS, TITLED, Name, key_of, name_at
from checker.citation.shown import Shown

_OF_OUTLET = re.compile(rf"{PERSON},? (?:of|at|from|for|on|with) (?:the )?(?=[^\W\d_a-z])")
_STATE = re.compile(
    r"(?:the )?(?P<name>(?:[A-Z][a-z]+(?:an|ish|ese|ian|ch|i) )?[Ss]tate (?:radio|television|TV|media|"
    r"broadcaster|news agency)|[A-Z][a-z]+(?:an|ish|ese|ian|ch|i) (?:public |national )?(?:radio|television|TV)"
    r"(?=[,.;”\"]| (?:that|said|says|reported|reports|showed|shows|on|in|how|why|he|she|it|they|the|last|this|about|"
    r"to)\b))"
    r"(?=[ ,.;”\"])(?! [“\"*_]?[A-Z])(?! (?:station|channel|company|official|executive|worker|tower|"
    r"building|law|control)s?\b)"
)
_SLASH = re.compile(r" ?/ ?(?=[A-Z])")
_QUOTED = re.compile(r"(?<=[“\"‘])(?:[^“”\"‘’.!?;:]|’(?=\w)){2,50}?(?=[,.]?[”\"’](?![\w’]))")
_CLOSING = re.compile(r"[”\"’»*_]?")
_OWNED = re.compile(r"[’']s? (?=[“\"‘*_]?[^\W\d_a-z])")
_ITS = re.compile(r"[’']s? ")
_PROGRAMME = re.compile(
    r"[“\"‘*_]?[^\W\d_a-z][\w’'&-]*(?: (?:(?:the|of|and|in|at|with|"
    r"for) ){0,2}[^\W\d_a-z][\w’'&-]*){0,4}[”\"’*_]?"
    r"(?: (?:programme|program|show|podcast))?"
)
_ONE_NAME = re.compile(r" (?:and|&) (?=[^\W\d_a-z])")
_AND = re.compile(
    r"(?:,| and|, and| as well as) (?:the )?(?=[*_]?[^\W\d_a-z])|(?:,? and| as well as) "
    r"(?:the |an? |its )?(?=(?:[a-z][\w-]+ ){1,4}[“\"*_]?[A-Z])|(?:,? and|"
    r" as well as) (?:the )?(?=[“\"][^\W\d_a-z])"
)
_ITS_COUNT = re.compile(r"[’']s?(?: [a-z][\w-]*){1,4}(?=,)")
_DESK = re.compile(
    r"[’']s? (?:web ?site|site|editorial board|news desk|political desk|"
    r"investigative (?:unit|team)|newsletter|podcast)\b"
)
_BARE = re.compile(r"[A-Z][A-Za-z]{3,}\d{0,3}")
_AFTER_BARE = (",", ".", ";", " and ", ":", " has ", " had ", " found", " shows", " showed")
_ON = re.compile(r"[”\"’]? on (?:the )?(?=[A-Z])")
_DAY = re.compile(rf" {WEEKDAY}$")
_ON_AIR = re.compile(r"\b[Oo]n (?:the )?$")
"""Behind it stands a programme of the outlet, whatever its name, and no person."""


_MOST = 6
"""Outlets that one phrase may join; lists that are longer name none that somebody told something."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """The outlets of a noun phrase, each with where its words end, how sure they are, and the person of the first."""

    names: tuple[Name, ...]
    ends: tuple[int, ...]
    start: int
    surety: int
    person: str | None = None


def phrase_at(block: Shown, at: int, judge: Judge, least: int) -> Phrase | None:
    """The outlets named by the noun phrase at `at`; None where its first name is not `least` sure an outlet."""
    lead = leading().match(block.text, at)
    for begin in (lead.end(), at) if lead else (at,):
        first = _outlet(block, begin, judge)
        if first is not None and first.surety >= PERHAPS:
            whole = _joined(block, first, at, judge)
            if whole.surety >= least:
                return whole
    return None


def bare_at(block: Shown, at: int, judge: Judge) -> Phrase | None:
    """What only the cue makes an outlet: a single name that the text gives no person, and that is no body or place."""
    name = name_at(block.text, at)
    if name is None or not _BARE.fullmatch(name.text) or not block.text.startswith(_AFTER_BARE, name.end):
        return None
    if key_of(name.text) in _no_names() or judge.is_surname(name.text):
        return None
    whole = _joined(block, Phrase((name,), (name.end,), at, PERHAPS), at, judge)
    none = judge.type_of(name, block) in ("PERSON", "GPE", "NORP", "LOC", "FAC", "DATE", "LANGUAGE")
    return None if none and whole.surety < TITLED else whole


@cache
def _no_names() -> frozenset[str]:
    """Bodies, places and words that are no outlet's name by themselves."""
    return frozenset().union(*map(lexicon, ("no_outlet", "body", "time_word", "place", "alone")))


def _outlet(block: Shown, at: int, judge: Judge) -> Phrase | None:
    """One outlet, with a person of it before or behind, its programme, or what kind of outlet it is."""
    if by := _OF_OUTLET.match(block.text, at):
        inner = _plain(block, by.end(), judge)
        if inner is not None and inner.surety >= TITLED and _is_no_outlet(block, at, by, judge):
            return Phrase(inner.names, inner.ends, at, inner.surety, by["name"])
    return _plain(block, at, judge)


def _is_no_outlet(block: Shown, at: int, by: re.Match[str], judge: Judge) -> bool:
    return judge.of(Name(at, at + len(by["name"]), by["name"]), block) < TITLED


def _plain(block: Shown, at: int, judge: Judge) -> Phrase | None:
    if state := _STATE.match(block.text, at):
        whole = Name(state.start("name"), state.end(), state["name"])
        return Phrase((whole,), (whole.end,), at, TITLED)
    name = name_at(block.text, at)
    if name is None or its_people().match(block.text, name.end):
        return None
    name = judge.outlet_in(_in_marks(block, name), block)
    head, ordered, client = name.text.partition(" for ")
    if ordered and judge.of(Name(name.end - len(client), name.end, client), block) >= LIKELY:
        name = Name(name.start, name.start + len(head), head)
    surety = judge.of(name, block)
    name = _one_name(block, name)
    slash = _SLASH.match(block.text, name.end)
    other = name_at(block.text, slash.end()) if slash else None
    if other is not None:
        surety = max(surety, judge.of(other, block))
        name = Name(name.start, other.end, block.text[name.start : other.end])
    end, person = _behind(block, name, judge) if surety > NONE else (name.end, None)
    over = _ON.match(block.text, end)
    network = name_at(block.text, over.end()) if over and surety > NONE else None
    if network is not None and judge.of(network, block) >= TITLED:
        return Phrase((network,), (network.end,), at, max(surety, TITLED), person)
    return Phrase((name,), (end,), at, surety, person)


def _in_marks(block: Shown, name: Name) -> Name:
    """`“Facing the Vale”`: what stands in quotation marks is one name, small words and all."""
    whole = _QUOTED.match(block.text, name.start)
    if whole is None or whole.end() <= name.end or not whole[0].replace("’", "").split()[-1][0].isupper():
        return name
    return Name(name.start, whole.end(), whole[0])


def _one_name(block: Shown, name: Name) -> Name:
    """`the Post and Courier` is one outlet: its first word is a title, but no name by itself."""
    joined = _ONE_NAME.match(block.text, name.end)
    other = name_at(block.text, joined.end()) if joined else None
    titles = lexicon("title_word") | lexicon("title_last")
    if other is None or key_of(name.text) not in titles - lexicon("title_alone"):
        return name
    return Name(name.start, other.end, block.text[name.start : other.end])


def _behind(block: Shown, name: Name, judge: Judge) -> tuple[int, str | None]:
    """Where the phrase ends behind the name, and the person that it names there."""
    text = block.text
    end = name.end + len(_CLOSING.match(text, name.end)[0])  # type: ignore[index]
    if desk := _DESK.match(text, name.end):
        return desk.end(), None
    if (theirs := _ITS.match(text, name.end)) and (staff := its_reporter().match(text, theirs.end())):
        return staff.end(), staff["name"]
    if owned := _OWNED.match(text, name.end):
        return _possessed(block, name, owned.end(), judge)
    if counted := _ITS_COUNT.match(text, name.end):
        return counted.end(), None
    if noun := trailing().match(text, end):
        end = noun.end()
    if by := reporter().match(text, end):
        if by[0].startswith(",") and not by["name"]:
            return end, None
        return by.end(), by["name"]
    return (end if text[name.end : end].strip("’'") else name.end), None


def _possessed(block: Shown, name: Name, at: int, judge: Judge) -> tuple[int, str | None]:
    """`Herald's Ana Quill`: a person; `Nord-4's Morning Hour`: a programme."""
    own = None if _ON_AIR.search(block.text, max(0, name.start - 8), name.start) else name_at(block.text, at)
    if own is not None and judge.type_of(own, block) == "PERSON" and " " in own.text:
        return own.end, own.text
    programme = _PROGRAMME.match(block.text, at)
    if programme is None:
        return name.end, None
    day = _DAY.search(programme[0])
    return programme.start() + (day.start() if day else len(programme[0])), None


def _joined(block: Shown, first: Phrase, start: int, judge: Judge) -> Phrase:
    """With the outlets that `and` or commas join to the first."""
    names, ends, surety = list(first.names), list(first.ends), first.surety
    while len(names) < _MOST and (joined := _AND.match(block.text, ends[-1])):
        lead = leading().match(block.text, joined.end())
        other = (lead and _plain(block, lead.end(), judge)) or _plain(block, joined.end(), judge)
        if other is None:
            break
        further = joined[0].startswith(",") and _AND.match(block.text, other.ends[0])
        sure = first.surety >= TITLED and joined[0].startswith(" and")
        least = PERHAPS if further or sure else TITLED if joined[0] == ", " else LIKELY
        if other.surety < least:
            break
        names.append(other.names[0])
        ends.append(other.ends[0])
        surety = max(surety, other.surety if other.surety >= TITLED else NONE)
    return Phrase(tuple(names), tuple(ends), start, surety, first.person)
