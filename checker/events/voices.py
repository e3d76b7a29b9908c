"""Who speaks in a sentence, outside its quotation marks: a person by name, or somebody who comments from outside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from checker.events.verbs import SAYING
from checker.model import Entity, Parse

_TELLING_WORDS = """
    ask answer write report agree think believe predict suggest estimate voice express urge demand deny reject
    accuse acknowledge allege blast boast castigate caution complain concede condemn contend criticise criticize defend
    denounce dismiss emphasise emphasize hint lament maintain observe praise remark testify tweet vow
"""
_TELLING = SAYING | frozenset(_TELLING_WORDS.split())
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_WHO = frozenset({"appos", "compound", "conj"})
_ASIDE = frozenset({"relcl", "acl", "advcl", "appos"})
_OUTSIDE_WORDS = """
    academic analyst commentator critic economist expert historian lecturer observer pundit researcher scholar scientist
    strategist
"""
_OUTSIDE = frozenset(_OUTSIDE_WORDS.split())
"""Who speaks of happenings in which he has no part."""


@dataclass(frozen=True, slots=True)
class Voice:
    """`speakers`: ids of the persons who say something; `comment`: somebody who only looks on does; `role`: somebody
    without a name does; `doers`: ids of the persons of whom the main verb tells what they do.
    """

    speakers: frozenset[str]
    comment: bool
    role: bool
    doers: frozenset[str] = frozenset()


SILENT = Voice(frozenset(), False, False)


def voice(parse: Parse, first: int, last: int, known: Mapping[int, Entity]) -> Voice:
    """Who speaks in the sentence of these tokens; `known` has the entity named by a mention's last token."""
    who = list(_sources(parse, first, last))
    ids = frozenset(known[i].entity for i in who if i in known and known[i].type == "PERSON")
    role = not ids and any(parse.tokens[i].pos == "NOUN" for i in who)
    heads = (i for i in range(first, last) if parse.tokens[i].dep == "nsubj" and _is_main(parse, i))
    doers = (j for i in heads for j in (i, *_beside(parse, i)))
    acting = frozenset(known[i].entity for i in doers if i in known and known[i].type == "PERSON")
    return Voice(ids, any(parse.tokens[i].lemma.lower() in _OUTSIDE for i in who), role, acting)


def _is_main(parse: Parse, i: int) -> bool:
    return parse.tokens[parse.tokens[i].head].dep == "ROOT"


def _sources(parse: Parse, first: int, last: int) -> Iterator[int]:
    """The nouns that name who speaks: subjects of verbs of saying, with what says beside a name who that is."""
    for i in range(first, last):
        token = parse.tokens[i]
        if _says(parse, i) and not parse.is_quoted(token.start, token.end) and not _nested(parse, token.head):
            yield i
            yield from _beside(parse, i)


def _says(parse: Parse, i: int) -> bool:
    """Whether token i is the subject of a verb of saying, or of what leads to somebody's words with a colon."""
    token = parse.tokens[i]
    said = parse.tokens[token.head].lemma.lower() in _TELLING
    return token.dep in _SUBJECTS and (said or _leads(parse, token.head))


def _leads(parse: Parse, verb: int) -> bool:
    """Whether a colon before quotation marks stands between the verb and the end of its sentence."""
    sentence = parse.sentence_at(parse.tokens[verb].start)
    for j in range(verb, sentence.last - 2 if sentence else verb):
        if parse.tokens[j].text == ":":
            return parse.is_quoted(parse.tokens[j + 2].start, parse.tokens[j + 2].end)
    return False


def _nested(parse: Parse, verb: int) -> bool:
    """Whether a saying is only mentioned: in what somebody else says, or beside a name."""
    while parse.tokens[verb].head != verb:
        link, verb = parse.tokens[verb].dep, parse.tokens[verb].head
        if link in _ASIDE or (link != "conj" and any(_says(parse, j) for j in parse.children(verb))):
            return True
    return False


def _beside(parse: Parse, i: int) -> Iterator[int]:
    for j in parse.children(i):
        if parse.tokens[j].dep in _WHO:
            yield j
            yield from _beside(parse, j)
