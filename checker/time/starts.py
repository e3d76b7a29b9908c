"""When something began, where the text itself says so: "the March 3 strike", "the siege began on 4 May"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.model import Parse, Token
from checker.time import words as w
from checker.time.retold import taken_up, told_by
from checker.time.story import MONTH, Told

NOUNS = sorted(
    w.BEGINNINGS
    | {
        "coup", "uprising", "siege", "strike", "blockade", "earthquake", "crisis", "trial", "summit", "conference",
        "talks", "campaign", "protests", "occupation", "operation", "election", "referendum", "ceasefire", "truce",
        "evacuation", "festival", "tour", "voyage",
    }
)  # fmt: skip
_KIN = (
    (
        "vote",
        "votes",
        "referendum",
        "election",
        "elections",
        "poll",
        "polls",
        "ballot",
        "plebiscite",
        "polling",
        "voting",
    ),
    ("fire", "fires", "blaze", "inferno"),
    ("earthquake", "quake", "tremor"),
    ("flood", "floods", "flooding"),
    ("crash", "collision", "accident"),
    ("march", "expedition", "trek", "journey", "voyage", "trip", "crossing"),
    ("blackout", "outage"),
    ("breach", "break"),
    ("protest", "protests", "demonstration", "demonstrations", "rally"),
    ("fair", "festival"),
    ("ceasefire", "cease-fire", "truce", "armistice"),
)
"""Words that a text uses for one and the same happening; the first is its name here."""
_BEGIN = frozenset(
    {
        "erupt", "commence", "happen", "occur", "take", "break", "run", "leave", "depart", "set", "sail", "convene",
        "last", "strike", "hit", "meet", "sit", "gather", "assemble", "come", "fall", "burst", "give", "reopen",
    }
)  # fmt: skip
"""Verbs whose subject begins; "take" with "place", "hold" or "effect"."""
_MAKE = frozenset(
    {
        "begin", "start", "open", "hold", "impose", "launch", "declare", "stage", "unleash", "ignite", "call", "mount",
        "fight",
    }
)  # fmt: skip
"""Verbs whose object begins, where they have one, else their subject."""
_DEEDS = {
    "marry": "wedding", "wed": "wedding", "elect": "vote", "vote": "vote", "bury": "funeral", "explode": "explosion",
    "sink": "sinking", "collapse": "collapse", "crash": "crash", "arrest": "arrest", "kill": "killing",
    "shoot": "shooting", "murder": "murder", "assassinate": "assassination", "resign": "resignation",
    "sign": "signing", "abduct": "abduction", "kidnap": "kidnapping", "hijack": "hijacking", "rob": "robbery",
    "burn": "fire", "die": "death", "bomb": "bombing", "flood": "flood", "surrender": "surrender",
    "abdicate": "abdication", "crown": "coronation", "escape": "escape", "disappear": "disappearance",
    "vanish": "disappearance", "dissolve": "dissolution", "land": "landing", "raid": "raid", "rescue": "rescue",
    "appoint": "appointment", "convict": "conviction", "acquit": "acquittal", "execute": "execution",
    "inaugurate": "inauguration", "found": "founding", "release": "release", "ratify": "ratification",
    "evacuate": "evacuation", "publish": "publication", "arrive": "arrival", "discover": "discovery",
    "close": "closure", "open": "opening", "launch": "launch", "retire": "retirement", "depart": "departure",
    "return": "return", "announce": "announcement", "withdraw": "withdrawal", "demolish": "demolition",
    "dismiss": "dismissal", "sack": "sacking", "suspend": "suspension", "ban": "ban", "derail": "derailment",
    "hang": "hanging", "stab": "stabbing", "detain": "detention", "deport": "deportation", "sentence": "sentencing",
    "liberate": "liberation", "capture": "capture", "divorce": "divorce", "erupt": "eruption", "breach": "breach",
    "defeat": "defeat", "expel": "expulsion", "acquire": "acquisition", "invade": "invasion", "attack": "attack",
    "unveil": "unveiling", "exhume": "exhumation", "baptise": "baptism", "christen": "christening",
    "break": "breach", "ambush": "ambush", "occupy": "occupation", "ground": "grounding", "retreat": "retreat",
}  # fmt: skip
"""Verbs, and the nouns by which a text takes up what they tell."""
_PHRASES = {
    "walk": ("out", "strike"),
    "go": ("strike", "strike"),
    "down": ("tool", "strike"),
    "come": ("strike", "strike"),
}
"""Verbs that with another word below them begin what a noun names: "walked out", "went on strike"."""
_ENDS = frozenset({"end", "finish", "stop", "close", "conclude", "fail", "collapse"})
_KNOWN = frozenset({"the", "this", "that", "polling", "voting"})
_OWN = frozenset({"his", "her", "its", "their"})
_BEGAN_THEN = re.compile(
    r" ?an? (?:[\w-]+ ){1,3}(?:that|which) (?:ha[ds] )?(?:beg[au]n|started|opened|broke|set o(?:ut|ff)|got under way)\b"
)
"""A thing that nobody spoke of before, but whose beginning is told with it."""
_FAR = 3
"""Words before the noun, with the article."""
_UNITS = frozenset({"day", "week", "month", "year", "eve", "night", "hour"})
_NEAR = 400
"""Characters in which "its third day" is that of what a text says began."""


@dataclass(frozen=True, slots=True)
class Start:
    """The day that the thing named `noun` began, and the date that says so; `lasting` where it goes on after it."""

    noun: str
    told: Told
    lasting: bool = True


def name(noun: str) -> str:
    """One name for all words of one kind of happening: of the outbreak of an armed conflict, of a vote, of a fire."""
    noun = noun.lower().removeprefix("re-")
    if noun in w.BEGINNINGS:
        return "war"
    bare = noun.removesuffix("s") if not noun.endswith("ss") else noun
    return next((kin[0] for kin in _KIN if noun in kin), bare)


_HAPPENINGS = {name(noun) for noun in (*NOUNS, *_DEEDS.values(), *(kin[0] for kin in _KIN))}
"""Nouns that name what happens on a day, also where no "of" ties it to them."""


def begun(parse: Parse, told: Told) -> list[Start]:
    """What the grammar says began, was held or happened on a date: "the fair ran from", "the vote was held on"."""
    inside = list(parse.tokens_in(told.span.start, told.span.end))
    top = next((i for i in inside if parse.tokens[i].head not in inside), None)
    if top is None:
        return []
    chain = [i for i in (top, *parse.ancestors(top)) if parse.tokens[i].pos != "ADP"][:2]
    above = next((i for i in chain if i not in inside), None)
    if above is None:
        return []
    token = parse.tokens[above]
    if token.lemma == "be" and token.tag in {"VBZ", "VBD"} and parse.tokens[chain[0]].dep != "attr":
        return [Start(noun, told) for noun in _that_is(parse, above)]
    if token.pos == "NOUN":
        return [Start(noun, told) for noun in _named_with(parse, above, _is_of(parse, top))]
    if token.pos != "VERB":
        return []
    return [*_by_verb(parse, above, told), *(Start(c, told, lasting=False) for c in told_by(parse, above))]


def _by_verb(parse: Parse, above: int, told: Told) -> list[Start]:
    token = parse.tokens[above]
    lemma, past = token.lemma.lower(), token.tag in {"VBD", "VBN", "VB"}
    deed = [Start(name(_DEEDS[lemma]), told, lasting=False)] if lemma in _DEEDS and past else []
    word, noun = _PHRASES.get(lemma, ("", ""))
    if word and word in {
        parse.tokens[c].lemma for k in parse.children(above) for c in (k, *parse.children(k))
    }:
        return [Start(noun, told)]
    if lemma in _BEGIN or lemma in _MAKE:
        return [*(Start(name(noun), told) for noun in _things(parse, above, lemma)), *deed]
    if token.dep == "relcl" and past and lemma not in _ENDS and lemma not in _DEEDS:
        named = name(parse.tokens[_of_unit(parse, token.head)].lemma)
        return [Start(named, told, lasting=False)] if named in _HAPPENINGS else []
    return deed


def _of_unit(parse: Parse, noun: int) -> int:
    """What days are counted of, where a clause is tied to the count: "six days into the siege, which began"."""
    if parse.tokens[noun].lemma not in _UNITS:
        return noun
    below = (c for k in parse.children(noun) for c in parse.children(k) if parse.tokens[c].dep == "pobj")
    return next(below, noun)


def _named_with(parse: Parse, noun: int, of: bool) -> list[str]:
    """What a noun with a date beside it names: "the kidnapping of 3 July", "the collapse of the tower on 4 June"."""
    token = parse.tokens[noun]
    above = parse.tokens[token.head]
    if token.dep == "pobj" and above.lemma == "of" and parse.tokens[above.head].pos == "NOUN":
        return _named_with(parse, above.head, of)
    found = name(token.lemma)
    return [found] if of or found in _HAPPENINGS else []


def _is_of(parse: Parse, top: int) -> bool:
    return "of" in {parse.tokens[top].text.lower(), parse.tokens[parse.tokens[top].head].text.lower()}


def _things(parse: Parse, verb: int, lemma: str) -> list[str]:
    """What begins: what is begun, the noun that a clause says it of, or the subject."""
    found = [parse.tokens[c] for c in parse.children(verb)]
    objects = [t for t in found if t.dep == "dobj"]
    if lemma == "take" and not {t.lemma for t in objects} & {"place", "hold", "effect"}:
        return []
    subjects = [t for t in found if t.dep in {"nsubj", "nsubjpass"} and t.tag not in {"WDT", "WP"}]
    own = [] if subjects else _of_clause(parse, verb)
    named = (objects if lemma in _MAKE else []) or own or subjects
    return [t.lemma for t in named if t.pos in {"NOUN", "PROPN"} and not t.text.isdigit()]


def _that_is(parse: Parse, verb: int) -> list[str]:
    """What a clause says is, or was, on a day: "the vote is on 24 May"."""
    subjects = (parse.tokens[c] for c in parse.children(verb) if parse.tokens[c].dep == "nsubj")
    others = any(parse.tokens[c].dep in {"attr", "acomp", "auxpass", "neg"} for c in parse.children(verb))
    return [found for t in subjects if (found := name(t.lemma)) in _HAPPENINGS and not others]


def _of_clause(parse: Parse, verb: int) -> list[Token]:
    """The noun that "which began" or ", launched" stands after."""
    token = parse.tokens[verb]
    if token.dep in {"relcl", "acl"}:
        return [parse.tokens[_of_unit(parse, token.head)]]
    before = parse.tokens[max(0, verb - 2) : verb]
    return [before[0]] if len(before) == 2 and before[1].text == "," and token.tag == "VBN" else []


def known(found: list[Start], grammar: list[Start]) -> dict[str, Start]:
    """The starts that the text does not contradict; those that its words say outright go before the `grammar`."""
    said = {start.noun for start in found}
    found = [*found, *(start for start in grammar if start.noun not in said)]
    finer = {start.noun for start in found if start.told.size <= MONTH}
    found = [start for start in found if start.told.size <= MONTH or start.noun not in finer]
    days: dict[str, set[object]] = {}
    for start in found:
        days.setdefault(start.noun, set()).add(start.told.days)
    return {s.noun: s for s in reversed(found) if len(days[s.noun]) == 1}


def named_in(words: str, starts: dict[str, Start], at: int) -> tuple[Start, int] | None:
    """The start of the first noun among the words that has one, and where the noun ends.

    Any other thing than a war must be named as known ("the vote"), since another may be meant ("a vote"); as
    somebody's own ("his death") only shortly after it was told.
    """
    for number, match in enumerate(re.finditer(r"[\w-]+", words)):
        noun = name(match.group())
        if noun in starts and (noun == "war" or (number <= _FAR and _is_known(words, starts[noun], at))):
            return starts[noun], match.end()
    again = taken_up(words, starts)
    return (starts[again[0]], again[1]) if again else None


def _is_known(words: str, start: Start, at: int) -> bool:
    first = words.split()[0].lower()
    return (
        first in _KNOWN
        or bool(_BEGAN_THEN.match(words))
        or (first in _OWN and 0 <= at - start.told.span.end <= _NEAR)
    )


def nearest(starts: dict[str, Start], at: int) -> Start | None:
    """What went on last before position `at`: "on its third day"."""
    before = [s for s in starts.values() if s.lasting and 0 <= at - s.told.span.end <= _NEAR]
    return max(before, key=lambda s: s.told.span.end, default=None)
