"""When something began, where the text itself says so: "the March 3 strike", "the siege began on 4 May"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.model import Parse, Token
from checker.time.happenings import BEGIN, DEEDS, ENDS, HAPPENINGS, MAKE, PHRASES, name
from checker.time.retold import taken_up, told_by
from checker.time.story import MONTH, Told

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
_RIGHT_BEHIND = 50
"""The same, where it began is said later: "now in its third week, began on 4 May"."""


@dataclass(frozen=True, slots=True)
class Start:
    """The day that the thing named `noun` began, and the date that says so; `lasting` where it goes on after it."""

    noun: str
    told: Told
    lasting: bool = True


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
    deed = [Start(name(DEEDS[lemma]), told, lasting=False)] if lemma in DEEDS and past else []
    word, noun = PHRASES.get(lemma, ("", ""))
    if word and word in {
        parse.tokens[c].lemma for k in parse.children(above) for c in (k, *parse.children(k))
    }:
        return [Start(noun, told)]
    if lemma in BEGIN or lemma in MAKE:
        return [*(Start(name(noun), told) for noun in _things(parse, above, lemma)), *deed]
    if token.dep == "relcl" and past and lemma not in ENDS and lemma not in DEEDS:
        named = name(parse.tokens[_of_unit(parse, token.head)].lemma)
        return [Start(named, told, lasting=False)] if named in HAPPENINGS else []
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
    return [found] if of or found in HAPPENINGS else []


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
    named = (objects if lemma in MAKE else []) or own or subjects
    return [t.lemma for t in named if t.pos in {"NOUN", "PROPN"} and not t.text.isdigit()]


def _that_is(parse: Parse, verb: int) -> list[str]:
    """What a clause says is, or was, on a day: "the vote is on 24 May"."""
    subjects = (parse.tokens[c] for c in parse.children(verb) if parse.tokens[c].dep == "nsubj")
    others = any(parse.tokens[c].dep in {"attr", "acomp", "auxpass", "neg"} for c in parse.children(verb))
    return [found for t in subjects if (found := name(t.lemma)) in HAPPENINGS and not others]


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
    """What went on last before position `at`, or is told right behind it: "on its third day"."""
    lasting = [s for s in starts.values() if s.lasting]
    before = [s for s in lasting if 0 <= at - s.told.span.end <= _NEAR]
    behind = [s for s in lasting if 0 <= s.told.span.start - at <= _RIGHT_BEHIND]
    return max(before or behind, key=lambda s: s.told.span.end, default=None)
