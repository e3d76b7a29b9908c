"""Every deed of a text with its time: the deed that a day, month, season or year belongs to in the grammar."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from checker.divergence.draft import Facts
from checker.divergence.figure_days import Day, bound, day_of, hanging, stamped
from checker.divergence.figure_deeds import Deed, Reader, shown
from checker.divergence.figure_kin import lexicon
from checker.divergence.figure_pairs import too_long
from checker.divergence.timed_reading import SUBJECTS, deed_of
from checker.model import Parse, Span, TimeExpression

SHOWN = 130
"""Characters from the verb to its time that are shown as one."""
FORERUNNERS = frozenset(
    {"since", "until", "till", "before", "after", "from", "between", "to", "through", "during", "than"}
)
OBJECTS = frozenset({"it", "them", "this", "that"})
TAKING = frozenset({"become", "take over", "assume", "succeed", "resign", "retire", "step down", "quit"})
"""Verbs that give somebody an office or end it: one deed by the person and by the office."""
DUE_BY = "due"
DATED = frozenset({"date"})
POINTING = frozenset({"the", "this", "that", "these", "those", "both", "all", "first", "last", "only"})
A_YEAR = 365
LONG = 400
"""Days of the longest time that dates a deed."""


@dataclass(frozen=True, slots=True)
class Timed:
    """A deed and its time; `span` holds both. `first` and `last` are its days (ISO) where they are known, `day` the
    single day, also where its year is not. `sure` tells that the words or the text's date give the year.

    `things` are what is done or what it befalls, `around` the names and nouns of the sentences about it. `voice` is who
    speaks in the text; `said` whether it is a deed of words. `loose` tells that its object is a pronoun,
    `present` that it is told in the present tense, as what is planned may be, too. `some` tells that what is done is
    one of many such things ("a statement", "two missiles"), of which nothing says that it is the known one.
    """

    span: Span
    words: str
    first: str | None
    last: str | None
    day: Day | None
    sure: bool
    deed: Deed
    things: frozenset[str]
    around: frozenset[str]
    voice: str
    said: bool
    loose: bool
    present: bool
    some: bool

    def gap(self, other: Timed) -> int:
        """Days between the two times, 0 where they may meet; a year that is not sure may be the one before or after."""
        if self.day and other.day:
            return self.day.apart(other.day)
        if not (self.first and self.last and other.first and other.last):
            return 0
        whole = _between(self.first, self.last, other.first, other.last)
        if self.sure and other.sure:
            return max(0, whole)
        turned = abs(whole) % A_YEAR
        return max(0, min(whole, turned, A_YEAR - turned)) if whole > 0 else 0


def _between(first: str, last: str, other: str, end: str) -> int:
    """Days from the end of the earlier of two times to the start of the later; not positive where they meet."""
    if first > end:
        return (date.fromisoformat(first) - date.fromisoformat(end)).days
    return (date.fromisoformat(other) - date.fromisoformat(last)).days


def timed(facts: Facts, reader: Reader, doc: str, times: list[TimeExpression]) -> list[Timed]:
    """The deeds of an article that have a time of known days, in text order."""
    parse, document, found = facts.parses[doc], facts.documents[doc], list[Timed]()
    for time in times:
        sentence = parse.sentence_at(time.span.start)
        if sentence is None or too_long(sentence) or time.span.end > sentence.end:
            continue
        if not document.in_body(time.span.start, time.span.end) or not _short(time):
            continue
        if hanging(time) or stamped(facts, time):
            continue
        day, due = day_of(facts, time), _until(facts, time)
        known = day is not None or due or (time.from_ and time.to)
        late = _not_until(parse, reader, time.span) if known else None
        if late is not None:
            found.append(_timed(facts, reader, time, day, late))
            continue
        deed = deed_of(parse, reader, time.span) if known else None
        if due and deed is not None and deed.lemma != DUE_BY:
            continue
        if deed is not None and not _bounds(facts, time, times, deed):
            rest = [t.span.start for t in times if t.span.start > time.span.end]
            deeds = [deed, *_following(parse, reader, time, deed, rest)]
            found += [_timed(facts, reader, time, day, d) for d in deeds]
    return found


def _not_until(parse: Parse, reader: Reader, span: Span) -> Deed | None:
    """The deed that was "not done until Monday": then it was done on Monday."""
    at = next(iter(parse.tokens_in(span.start, span.end)), None)
    if at is None:
        return None
    above = next(
        (i for i in (at, *parse.ancestors(at)) if parse.tokens[i].text.lower() in {"until", "till"}), None
    )
    verb = parse.tokens[above].head if above is not None and above >= at - 2 else None
    if verb is None or not any(parse.tokens[i].dep == "neg" for i in parse.children(verb)):
        return None
    return replace(reader.deed(parse, verb, (span.start, span.end)), real=True)


def _following(parse: Parse, reader: Reader, time: TimeExpression, deed: Deed, rest: list[int]) -> list[Deed]:
    """The deed joined to one behind its time, at the same time: "met on Tuesday and voted to close it"."""
    joined = [i for i in parse.children(deed.verb) if parse.tokens[i].dep == "conj" and i > deed.verb]
    beside = [
        i
        for i in joined
        if parse.tokens[i].tag == "VBD" == parse.tokens[deed.verb].tag
        and time.span.end <= parse.tokens[i].start
        and not any(parse.tokens[c].dep in SUBJECTS for c in parse.children(i))
        and not any(parse.tokens[c].start in rest for c in parse.subtree(i))
    ]
    return [reader.deed(parse, i, (time.span.start, time.span.end)) for i in beside[:1]]


def _until(facts: Facts, time: TimeExpression) -> bool:
    """Whether a time says until when ("by 30 June"), which names a deadline."""
    return time.from_ is None and time.to is not None and facts.quote(time.span).lower().startswith("by ")


def _short(time: TimeExpression) -> bool:
    if not time.from_ or not time.to:
        return True
    return (date.fromisoformat(time.to) - date.fromisoformat(time.from_)).days <= LONG


def _bounds(facts: Facts, time: TimeExpression, times: list[TimeExpression], deed: Deed) -> bool:
    """Whether the time only bounds the deed; a deadline is no bound of itself."""
    if deed.lemma != DUE_BY:
        return bound(facts, time, times) and deed.lemma not in DATED
    text = facts.documents[time.span.doc].text[max(0, time.span.start - 16) : time.span.start]
    return bool({w.strip(",(").lower() for w in text.split()[-2:]} & FORERUNNERS)


def _timed(facts: Facts, reader: Reader, time: TimeExpression, day: Day | None, deed: Deed) -> Timed:
    parse, words = facts.parses[time.span.doc], facts.quote(time.span)
    objects = [
        parse.tokens[c] for c in parse.children(deed.verb) if parse.tokens[c].dep in {"dobj", "dative"}
    ]
    told = parse.tokens[deed.verb].lemma.lower() in lexicon()["untimed"]["told"]
    sure = any(len(w.strip(",.")) == 4 and w.strip(",.").isdigit() for w in words.split())
    return Timed(
        span=_shown(parse, deed, time.span),
        words=words,
        first=time.from_ or time.to,
        last=time.to,
        day=day,
        sure=sure or time.basis == "document date",
        deed=deed,
        things=_things(parse, reader, deed),
        around=_around(parse, reader, time.span),
        voice=facts.voice_of(time.span.doc),
        said=told and not deed.numbered and not objects,
        loose=any(t.text.lower() in OBJECTS for t in objects),
        present=parse.tokens[deed.verb].tag in {"VBZ", "VBP"},
        some=_some(facts, parse, reader, deed),
    )


def _shown(parse: Parse, deed: Deed, time: Span) -> Span:
    """Deed and time; with the subject where nothing else tells what it befalls."""
    span = shown(parse, deed, time, SHOWN)
    subject = [c for c in parse.children(deed.verb) if parse.tokens[c].dep in SUBJECTS]
    objects = any(parse.tokens[c].dep == "dobj" for c in parse.children(deed.verb))
    named = [c for i in subject for c in parse.children(i) if parse.tokens[c].dep == "compound"]
    low = min([span.start, *(parse.tokens[i].start for i in (*subject, *named))])
    return span if objects or span.end - low > SHOWN else Span(span.doc, low, span.end)


def _things(parse: Parse, reader: Reader, deed: Deed) -> frozenset[str]:
    """What is done; without an object, what it befalls: the subject, and what that is the work or end of."""
    if deed.lemma in TAKING:
        return deed.keys
    objects = [c for c in parse.children(deed.verb) if parse.tokens[c].dep == "dobj"]
    own = any(parse.tokens[c].tag == "PRP$" for i in objects for c in parse.children(i))
    if deed.patients:
        return deed.patients | (deed.agents if own else frozenset())
    subject = [c for c in parse.children(deed.verb) if parse.tokens[c].dep in SUBJECTS]
    below = {i for s in subject for i in parse.subtree(s)}
    tied = frozenset(k for i in below if (k := reader.key(parse, i)) and parse.tokens[i].pos != "PROPN")
    return deed.agents | tied


def _some(facts: Facts, parse: Parse, reader: Reader, deed: Deed) -> bool:
    """Whether a thing without a name that is done is called by no word that points to a known one.

    "The letters sent in May" are those of May, and not the known ones.
    """
    verb = parse.tokens[deed.verb]
    below = [c for c in parse.children(deed.verb) if parse.tokens[c].dep in {*SUBJECTS, "dobj"}]
    nouns = [i for i in (verb.head, *below) if parse.tokens[i].pos == "NOUN" and i != deed.verb]
    done = [i for i in nouns if reader.key(parse, i) in deed.patients - facts.entities.keys()]
    known = (i != verb.head and any(_points(parse, c) for c in parse.children(i)) for i in done)
    return bool(done) and not any(known)


def _points(parse: Parse, i: int) -> bool:
    token = parse.tokens[i]
    return token.dep == "poss" or token.text.lower() in POINTING


def _around(parse: Parse, reader: Reader, span: Span) -> frozenset[str]:
    number = parse.number_at(span.start) or 0
    near = parse.sentences[max(0, number - 2) : number + 3]
    keys = (reader.key(parse, i) for s in near for i in range(s.first, s.last))
    return frozenset(k for k in keys if k)
