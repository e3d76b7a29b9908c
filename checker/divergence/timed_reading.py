"""The deed that a time belongs to: its verb, the noun for a deed, or a word for a deadline."""

from __future__ import annotations

from dataclasses import replace

from checker.divergence.figure_deeds import STEPS, Deed, Reader, governor
from checker.divergence.figure_kin import PARTS, PLACED, lexicon, nominal
from checker.model import Parse, Span

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
DUE = frozenset({"due", "payable", "repayable", "overdue"})
"""Words behind "be" or "fall" that name a deadline; then "by May" names it as "in May" does."""
COMING = frozenset({"come", "be", "follow", "occur", "happen", "take", "fall"})
"""Verbs that put a noun for a deed in its time."""
HE = frozenset({"he", "she"})


def deed_of(parse: Parse, reader: Reader, span: Span) -> Deed | None:
    """The deed whose time this is; None where it belongs to a noun that is no deed ("the letter of 5 March")."""
    inside = list(parse.tokens_in(span.start, span.end))
    if not inside:
        return None
    top = next((i for i in inside if parse.tokens[i].head not in inside), inside[0])
    fronted = _fronted(parse, inside[0])
    tied = _tie(parse, top)
    if tied is None and fronted is None:
        return None
    above = top if tied is None else parse.tokens[tied].head if parse.tokens[tied].pos == "ADP" else tied
    if occasion := reader.occasion(parse, above):
        return occasion
    named = nominal().get(parse.tokens[above].lemma.lower()) if parse.tokens[above].pos == "NOUN" else None
    if named is not None and fronted is None:
        return _nominal(parse, reader, above, named, span)
    if fronted is None and parse.tokens[above].pos in {"NOUN", "PROPN"} and parse.tokens[top].dep == "pobj":
        verb = governor(parse, above) if parse.tokens[above].dep in {"dobj", "pobj", "attr"} else None
    else:
        verb = governor(parse, top) if fronted is None else fronted
    if verb is None or (above > verb and parse.tokens[above].tag == "VBG"):
        return None
    if any(parse.tokens[i].tag == "VBG" for i in range(verb + 1, inside[0])):
        return None
    return _told(parse, reader, verb, span, fronted is not None)


def _nominal(parse: Parse, reader: Reader, noun: int, verb: str, span: Span) -> Deed:
    deed = reader.deed(parse, noun, (span.start, span.end))
    return replace(deed, lemma=verb, patients=deed.patients | deed.others)


def _told(parse: Parse, reader: Reader, verb: int, span: Span, fronted: bool) -> Deed | None:
    deed = reader.deed(parse, verb, (span.start, span.end))
    if parse.tokens[verb].dep in {"relcl", "acl"} and (key := reader.key(parse, parse.tokens[verb].head)):
        deed = _of_noun(parse, reader, verb, deed, key)
    due = next((c for c in parse.children(verb) if parse.tokens[c].lemma.lower() in DUE), None)
    if due is not None:
        return replace(deed, lemma="due", patients=deed.patients | deed.agents, agents=frozenset())
    subjects = [c for c in parse.children(verb) if parse.tokens[c].dep in SUBJECTS]
    named = nominal().get(parse.tokens[subjects[0]].lemma.lower()) if subjects else None
    if named is not None and parse.tokens[verb].lemma.lower() in COMING and not deed.numbered:
        inner = reader.deed(parse, subjects[0])
        return replace(deed, lemma=named, agents=inner.agents, patients=inner.keys, others=frozenset())
    if fronted and not deed.agents and not deed.patients:
        deed = replace(deed, agents=_swallowed(parse, reader, list(parse.tokens_in(span.start, span.end))))
    if subjects and parse.tokens[subjects[0]].text.lower() in HE:
        deed = replace(deed, agents=deed.agents | person_before(parse, reader, subjects[0]))
    lemma = parse.tokens[verb].lemma.lower()
    return (
        None if lemma in lexicon()["untimed"]["light"] and not deed.numbered and lemma != "become" else deed
    )


def _of_noun(parse: Parse, reader: Reader, verb: int, deed: Deed, key: str) -> Deed:
    """A deed that describes a noun: the noun is what is done, or who does it where the verb has an object."""
    noun = parse.tokens[verb].head
    tied = frozenset(k for i in parse.subtree(noun) if i < verb and (k := reader.key(parse, i))) - {key}
    objects = any(parse.tokens[c].dep == "dobj" and parse.tokens[c].tag not in {"WDT", "WP"}
                  for c in parse.children(verb))  # fmt: skip
    if objects and parse.tokens[verb].tag != "VBN":
        return replace(deed, agents=deed.agents | {key})
    return replace(deed, patients=deed.patients | {key}, others=deed.others | tied)


def person_before(parse: Parse, reader: Reader, pronoun: int) -> frozenset[str]:
    """Whom "he" or "she" stands for: the only person named before it in the sentence, else in the one before."""
    number = parse.number_at(parse.tokens[pronoun].start) or 0
    here, rows = parse.sentences[number], list[range]()
    rows.append(range(here.first, pronoun))
    rows += [range(s.first, s.last) for s in reversed(parse.sentences[max(0, number - STEPS) : number])]
    for row in rows:
        found = {
            k for i in row if parse.tokens[i].pos == "PROPN" and _is_person(reader, k := reader.key(parse, i))
        }
        if found:
            return frozenset(k for k in found if k) if len(found) == 1 else frozenset()
    return frozenset()


def _is_person(reader: Reader, key: str | None) -> bool:
    return key in reader.facts.entities and reader.facts.entities[key or ""].type == "PERSON"


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
    named = parse.tokens[head].pos in {"PROPN", "NOUN"} and head not in inside
    key = reader.key(parse, head) if named else None
    return frozenset({key} if key else ())


def _tie(parse: Parse, top: int) -> int | None:
    """The preposition, verb or noun that a time hangs on; None where that does not say when something happened."""
    if parse.tokens[top].pos in {"ADP", "SCONJ"}:
        return top if parse.tokens[top].text.lower() in PLACED | {"by"} else None
    tied = parse.tokens[top].head
    above = parse.tokens[parse.tokens[tied].head]
    if parse.tokens[tied].lemma.lower() == "of" and above.lemma.lower() in PARTS:
        tied = above.head
    token = parse.tokens[tied]
    if token.lemma.lower() == "of" or (token.pos == "ADP" and token.lemma.lower() not in PLACED | {"by"}):
        return None
    bare = token.pos in {"VERB", "AUX"} and parse.tokens[top].dep in {
        "npadvmod",
        "attr",
        "dobj",
        "oprd",
        "advmod",
    }
    return tied if token.pos == "ADP" or bare else None
