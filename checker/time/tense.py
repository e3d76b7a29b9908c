"""Whether the words around a time look back on it or ahead to it."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import Parse, Sentence, Token
from checker.time import verbs as v
from checker.time.finite import (
    SUBJECTS,
    Tense,
    has_done,
    helpers,
    infinite,
    is_misread,
    is_title,
    of_verb,
    to_be_done,
    wished,
)
from checker.time.tied import awaits, has_nouns, is_behind, is_of_thing, stands_as_verb
from checker.time.ties import INSIDE

_VERBS = frozenset({"VERB", "AUX"})
_FRONT = 6
"""Words before a time that opens its sentence."""
_LONG = 300
"""Tokens of a sentence above which its parse is not relied on."""


def tense(parse: Parse, start: int, end: int) -> Tense:
    """The tense of the clause that the characters `start`..`end` belong to."""
    sentence = parse.sentence_at(start)
    inside = list(parse.tokens_in(start, end))
    if sentence is None or not inside:
        return "past" if not parse.tokens else "none"
    if sentence.last - sentence.first > _LONG:
        return "past"
    top = next((i for i in inside if parse.tokens[i].head not in inside), inside[0])
    chain = [top, *parse.ancestors(top)]
    return (
        _of_chain(parse, chain)
        or _fronted(parse, sentence, top)
        or _unread(parse.tokens[sentence.first : sentence.last])
    )


def _fronted(parse: Parse, sentence: Sentence, top: int) -> Tense | None:
    """Where a time opens its sentence without being tied to the verb: the tense of the first verb behind it.

    No mark may stand between them: behind a comma another clause may begin.
    """
    if parse.tokens[sentence.first].pos != "ADP" or top > sentence.first + _FRONT:
        return None
    for i in range(top + 1, sentence.last):
        token = parse.tokens[i]
        if token.pos == "PUNCT":
            return None
        if token.pos in _VERBS and any(parse.tokens[c].dep in SUBJECTS for c in parse.children(i)):
            return of_verb(parse, i)
    return None


def _unread(tokens: Sequence[Token]) -> Tense:
    """Where no verb is above a time: the one tense of the sentence, or that of a verb taken for a noun."""
    tags = {t.tag for t in tokens if t.pos in _VERBS}
    if tags - {"VBG"}:
        return "past" if tags <= {"VBD", "VBN", "VBG"} else "none"
    begins = any((t.lemma.lower() in v.BEGINS and not tags) or t.text in v.MEETS for t in tokens)
    return "future" if begins and tokens[-1].text == "." else "none"


def _of_chain(parse: Parse, chain: list[int]) -> Tense | None:
    """The tense of the first verb above; None where there is none."""
    towards = of = infinitives = later = done = False
    belongs = parse.tokens[chain[0]].dep in INSIDE
    if belongs and parse.tokens[parse.tokens[chain[0]].head].lemma.lower() in v.UNPLANNED:
        return "past"
    for number, i in enumerate(chain):
        token = parse.tokens[i]
        if any(t.text == ";" for t in parse.tokens[min(i, chain[0]) : max(i, chain[0])]):
            return None
        if number and v.is_plan(token.text.lower()) and stands_as_verb(parse, i):
            return "future"
        lemma, infinitive = token.lemma.lower(), infinite(parse, i) or wished(parse, i)
        if lemma in v.COMING and token.tag in {"VBN", "JJ"} and (not _finite(parse, i) or _is_now(parse, i)):
            return "future"
        if number == 1 and lemma in v.FIX and parse.tokens[chain[0]].dep in {"dobj", "npadvmod"}:
            return "future"
        if (
            (token.pos not in _VERBS and not _modal(parse, i))
            or is_misread(parse, i)
            or token.dep in SUBJECTS
            or infinitive
            or is_title(parse, i)
            or (token.tag == "VBG" and not helpers(parse, i))
        ):
            named = lemma in v.BEFORE and has_nouns(parse, chain[1:number])
            below = {parse.tokens[c].lemma.lower() for c in chain[:number]}
            if infinitive and below & v.UNTIL and _puts_off(parse, i, lemma, len(below)):
                return "future"
            towards = towards or named or (belongs and lemma in v.TOWARDS)
            of = of or (belongs and lemma == "of")
            ahead = infinitive and not has_done(parse, i)
            infinitives = infinitives or ahead
            later = later or (ahead and to_be_done(parse, i))
            done = done or (
                token.dep == "pcomp" and parse.tokens[token.head].lemma.lower() in {"after", "since"}
            )
            continue
        found = of_verb(parse, _first_of(parse, i))
        fixed = _fixed(parse, i, {parse.tokens[c].lemma.lower() for c in chain[:number]}, found)
        nouns = has_nouns(parse, chain[1:number])
        if later and found == "past" and not fixed:
            return "near"
        if done and found in {"present", "future"} and not fixed:
            return "past" if found == "present" else "none"
        if fixed or (infinitives and lemma == "be" and found == "present" and not nouns):
            return fixed or "future"
        planned = (
            towards or of or (infinitives and (lemma in v.PLANS or lemma == "be")) or _expected(parse, i)
        )
        apart = not towards and (belongs or nouns)
        if found == "present" and belongs and lemma in v.STATES and is_behind(parse, chain[1:number]):
            return "past"
        if found == "present" and _waits_on(parse, i):
            return "future"
        if found == "past" and lemma in v.CANCELS and is_of_thing(parse, chain[:number]):
            return "none"
        if lemma in v.DEPICTS and token.tag in {"VBZ", "VBP"} and chain[0] < i and found == "none":
            return "present"
        if found == "near" and _is_said_now(parse, i):
            return "future"
        planned = planned or awaits(parse, chain[0])
        return "none" if (found == "past" and planned) or (found == "present" and apart) else found
    return None


def _is_said_now(parse: Parse, i: int) -> bool:
    """Whether what "could" or "would" be is said in the present tense: "officials say it could open in June"."""
    above = (parse.tokens[k] for k in parse.ancestors(i))
    said = next((t for t in above if t.pos == "VERB"), None)
    return said is not None and said.tag in {"VBZ", "VBP"} and said.lemma.lower() in v.SAYS


def _waits_on(parse: Parse, i: int) -> bool:
    """Whether a clause in the present tense tells on what something to come hangs: "if prices rise in May, it will"."""
    token = parse.tokens[i]
    begins = {
        parse.tokens[c].text.lower() for c in parse.children(i) if parse.tokens[c].dep in {"mark", "advmod"}
    }
    main = parse.tokens[token.head]
    hangs = token.dep == "advcl" and bool(begins & v.CONDITIONS) and main.pos in _VERBS
    return hangs and of_verb(parse, token.head) == "future"


def _modal(parse: Parse, i: int) -> bool:
    """Whether a word read as no verb has one before it that only a verb can have: "will not open"."""
    return parse.tokens[i].pos == "ADJ" and any(t.tag == "MD" for t in helpers(parse, i))


def is_perfect(parse: Parse, start: int, end: int) -> bool:
    """Whether a time stands right under "has …": then it is no past one ("has laid on trams on Sunday")."""
    inside = list(parse.tokens_in(start, end))
    top = next((i for i in inside if parse.tokens[i].head not in inside), None)
    if top is None or parse.tokens[top].dep in INSIDE or parse.tokens[top].head > top:
        return False
    verb = parse.tokens[top].head
    if parse.tokens[verb].lemma.lower() == "on":
        verb, top = parse.tokens[verb].head, verb
    have = any(t.lemma.lower() == "have" and t.tag in {"VBZ", "VBP"} for t in helpers(parse, verb))
    return have and verb < top and parse.tokens[verb].tag == "VBN"


def _is_now(parse: Parse, i: int) -> bool:
    """Whether something is still to come: "is due in court", "are scheduled before a judge"."""
    verb = i if helpers(parse, i) else parse.tokens[i].head
    return parse.tokens[verb].pos in _VERBS and of_verb(parse, verb) == "present"


def _fixed(parse: Parse, i: int, below: set[str], found: Tense) -> Tense | None:
    """Of a verb that fixes a time, by the words below: "has been called for Friday", "put off until Friday"."""
    lemma = parse.tokens[i].lemma.lower()
    if found == "present" and (
        (below >= {"for"} and below & v.FORWARD) or (lemma in v.LEFT and "until" in below)
    ):
        return "future"
    if found != "past":
        return None
    if below >= {"for"} and below & v.FORWARD:
        return "none"
    tags = {t.tag for t in helpers(parse, i) if t.lemma.lower() == "have"}
    if "for" in below and lemma in v.COMING | v.FIX | v.READY:
        return "future" if tags & {"VBZ", "VBP"} else "none"
    if below & v.UNTIL and _puts_off(parse, i, lemma, len(below)):
        return "none" if "VBD" in tags else "present"
    if below & {"until", "till"} and lemma in v.LEFT:
        return "near" if parse.tokens[i].dep == "ccomp" else "none"
    return None


def _puts_off(parse: Parse, i: int, lemma: str, below: int) -> bool:
    """Whether a verb gives something a later time: "was adjourned", "put it off", but not "pushed on"."""
    if lemma in {"put", "push"}:
        return any(parse.tokens[c].lemma.lower() in {"off", "back"} for c in parse.children(i))
    deps = {parse.tokens[c].dep for c in parse.children(i)}
    if parse.tokens[i].dep == "conj" and "nsubj" not in deps:
        deps |= {parse.tokens[c].dep for c in parse.children(parse.tokens[i].head)}
    if lemma in v.MOVED and below != 2:
        return False
    return lemma in v.PUT_OFF | v.MOVED and bool(deps & {"dobj", "auxpass"})


def _expected(parse: Parse, i: int) -> bool:
    """Whether something was only due: "was due in court on Thursday", "was expected on Thursday"."""
    due = (parse.tokens[c] for c in parse.children(i) if parse.tokens[c].dep in {"acomp", "oprd"})
    return parse.tokens[i].lemma.lower() in {"expect", "schedule"} or any(
        t.lemma.lower() in v.COMING for t in due
    )


def _first_of(parse: Parse, i: int) -> int:
    """The verb that says the tense of one joined to it: "will be debated on Friday and put to a vote"."""
    token = parse.tokens[i]
    own = SUBJECTS & {parse.tokens[c].dep for c in parse.children(i)}
    if token.dep != "conj" or own or helpers(parse, i) or parse.tokens[token.head].pos not in _VERBS:
        return i
    first = _first_of(parse, token.head)
    modal = any(h.tag in {"MD", "TO", "VBD", "VBZ", "VBP"} for h in helpers(parse, first))
    bare = token.tag == "VBN" or (token.tag == "VB" and (modal or parse.tokens[first].tag == "VB"))
    return first if bare or any(h.tag == "MD" for h in helpers(parse, first)) else i


def _finite(parse: Parse, i: int) -> bool:
    """Whether an auxiliary says the tense: "was expected"."""
    return bool(helpers(parse, i)) or (
        parse.tokens[i].dep in {"acomp", "oprd", "xcomp"} and parse.tokens[parse.tokens[i].head].pos in _VERBS
    )
