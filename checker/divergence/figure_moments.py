"""What a text puts on which day: the deed that a day belongs to in the grammar."""

from __future__ import annotations

from dataclasses import dataclass, replace

from checker.divergence.draft import Facts
from checker.divergence.figure_days import Day, bound, day_of
from checker.divergence.figure_deeds import Deed, Reader, governor, shown
from checker.divergence.figure_kin import PARTS, PLACED, lexicon
from checker.divergence.figure_pairs import too_long
from checker.model import Parse, Span, TimeExpression

SHOWN = 130
"""Characters from the verb to its day that are shown as one."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A deed and its day; `span` holds both, `around` are the content words of the sentences about it.

    `voice` is who speaks in the text; `said` whether it is a deed of words, which is done on many days.
    """

    span: Span
    day: Day
    deed: Deed
    around: frozenset[str]
    voice: str
    said: bool


def dated(facts: Facts, reader: Reader, doc: str, times: list[TimeExpression]) -> list[Dated]:
    """The deeds of a text that have a day, in text order."""
    parse, document = facts.parses[doc], facts.documents[doc]
    found = []
    for time in times:
        day = day_of(facts, time)
        if day is None or bound(facts, time, times) or not document.in_body(time.span.start, time.span.end):
            continue
        deed = _deed(parse, reader, time.span)
        if deed is not None:
            said = parse.tokens[deed.verb].lemma.lower() in lexicon()["untimed"]["told"] and not deed.numbered
            words, around = shown(parse, deed, time.span, SHOWN), _around(parse, reader, time.span)
            found.append(Dated(words, day, deed, around, facts.voice_of(doc), said))
    return found


def _deed(parse: Parse, reader: Reader, span: Span) -> Deed | None:
    """The deed whose day this is; None where the day belongs to a noun ("the letter of 5 March")."""
    inside = list(parse.tokens_in(span.start, span.end))
    sentence = parse.sentence_at(span.start)
    if not inside or sentence is None or span.end > sentence.end or too_long(sentence):
        return None
    top = next((i for i in inside if parse.tokens[i].head not in inside), inside[0])
    fronted = _fronted(parse, inside[0])
    tied = _tie(parse, top)
    if tied is None and fronted is None:
        return None
    above = top if tied is None else parse.tokens[tied].head if parse.tokens[tied].pos == "ADP" else tied
    if occasion := reader.occasion(parse, above):
        return occasion
    verb = governor(parse, top) if fronted is None else fronted
    if (
        verb is None
        or parse.tokens[verb].dep in {"acl", "relcl"}
        or (above > verb and parse.tokens[above].tag == "VBG")
    ):
        return None
    deed = reader.deed(parse, verb, (span.start, span.end))
    if fronted is not None and not deed.agents and not deed.patients:
        deed = replace(deed, agents=_swallowed(parse, reader, inside))
    lemma = parse.tokens[verb].lemma.lower()
    return None if lemma in lexicon()["untimed"]["light"] and not deed.numbered else deed


def _fronted(parse: Parse, first: int) -> int | None:
    """The main verb of a sentence that begins with "On 5 May"; the parser may take the day into the name behind it."""
    sentence = parse.sentence_at(parse.tokens[first].start)
    if (
        sentence is None
        or first != sentence.first + 1
        or parse.tokens[sentence.first].lemma.lower() not in PLACED
    ):
        return None
    inside = range(sentence.first, sentence.last)
    root = next((i for i in inside if parse.tokens[i].head == i), None)
    return root if root is not None and parse.tokens[root].pos == "VERB" else None


def _swallowed(parse: Parse, reader: Reader, inside: list[int]) -> frozenset[str]:
    """The subject that the parser joined to the day in front of it: "On 7 May 2031 Tor Kolm resigned"."""
    head = parse.tokens[inside[-1]].head
    while head in inside and parse.tokens[head].head != head:
        head = parse.tokens[head].head
    key = (
        reader.key(parse, head)
        if parse.tokens[head].pos in {"PROPN", "NOUN"} and head not in inside
        else None
    )
    return frozenset({key} if key else ())


def _tie(parse: Parse, top: int) -> int | None:
    """The preposition, verb or noun that a day hangs on; None where that does not say when something happened."""
    tied = parse.tokens[top].head
    above = parse.tokens[parse.tokens[tied].head]
    if parse.tokens[tied].lemma.lower() == "of" and above.lemma.lower() in PARTS:
        tied = above.head
    token = parse.tokens[tied]
    if token.lemma.lower() == "of" or (token.pos == "ADP" and token.lemma.lower() not in PLACED):
        return None
    bare = token.pos in {"VERB", "AUX"} and parse.tokens[top].dep in {"npadvmod", "attr"}
    return tied if token.pos == "ADP" or bare else None


def _around(parse: Parse, reader: Reader, span: Span) -> frozenset[str]:
    number = next((n for n, s in enumerate(parse.sentences) if s.start <= span.start < s.end), 0)
    near = parse.sentences[max(0, number - 2) : number + 3]
    keys = (reader.key(parse, i) for s in near for i in range(s.first, s.last))
    return frozenset(k for k in keys if k)
