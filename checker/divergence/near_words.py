"""Whose words stand near a statement: then it may be theirs still, though no source is named beside it."""

from __future__ import annotations

from checker.divergence import givers
from checker.divergence.draft import Facts
from checker.divergence.tellings import Telling
from checker.model import Attribution, Parse, Range

BEFORE = 5
"""Sentences before a telling in which its text may have said once for all whose account it gives."""
PAPERS = frozenset(["statement", "release", "report", "spokesman", "spokeswoman", "spokesperson", "official"])
"""Nouns that do not tell one source from another."""


def is_near(facts: Facts, telling: Telling, said: Attribution) -> bool:
    """Whether the paragraph of a telling gives words to the speaker, or opens an account: then it may be his still."""
    parse = facts.parses[telling.doc]
    sentence = parse.sentences[telling.sentence]
    around = [
        s for s in parse.sentences[max(0, telling.sentence - 4) : telling.sentence + 3]
        if s.paragraph == sentence.paragraph
    ]  # fmt: skip
    if _speaks(facts, said, telling.doc, (around[0].start, around[-1].end)):
        return True
    before = [s for s in around if s.start < sentence.start]
    if _is_passed_on(facts, telling, said):
        return True
    called = givers.calling(facts, said)
    if called and any(
        parse.tokens[i].lemma.lower() == called for s in before for i in range(s.first, s.last)
    ):
        return True
    opened = any(
        _is_account(parse, i) and parse.tokens[i].end <= telling.span.start and i not in telling.clause.tokens
        for s in [*before, sentence]
        for i in range(s.first, s.last)
    )
    spoken = _spoken_before(facts, telling)
    carried = bool(spoken) and not any(_is_other(facts, a, said) for a in spoken)
    return opened or (carried and _is_shifted(parse, telling))


def _is_passed_on(facts: Facts, telling: Telling, said: Attribution) -> bool:
    """Whether a little before the telling its text gives words to a source of the same name: "the ministry said"."""
    parse, number = facts.parses[telling.doc], telling.sentence
    known = facts.entities.get(said.speaker or "")
    if known is not None and known.type == "PERSON":
        return False
    names = {
        t.lemma.lower() for t in givers.source_tokens(facts, said) if t.pos in {"NOUN", "PROPN"}
    } - PAPERS
    start, end = parse.sentences[max(0, number - BEFORE)].start, parse.sentences[number].end
    rows = (
        other for other in facts.said.get(telling.doc, ())
        if any(start <= s < end for s, _ in other.source or ()) and not givers.is_noun_cue(facts, other)
    )  # fmt: skip
    return any(
        t.lemma.lower() in names and t.pos in {"NOUN", "PROPN"}
        for o in rows
        for t in givers.source_tokens(facts, o)
    )


def _spoken_before(facts: Facts, telling: Telling) -> list[Attribution]:
    """Who is given words in the sentence right before a telling, in its paragraph."""
    sentences, number = facts.parses[telling.doc].sentences, telling.sentence
    if not number or sentences[number - 1].paragraph != sentences[number].paragraph:
        return []
    last = sentences[number - 1]
    rows = facts.said.get(telling.doc, ())
    return [a for a in rows if any(s < last.end and last.start < e for s, e in a.content)]


def _is_other(facts: Facts, one: Attribution, said: Attribution) -> bool:
    """Whether words are given to somebody who is surely not the speaker of others."""
    known = facts.entities.get(said.speaker or ""), givers.calling(facts, one)
    if one.speaker is not None and said.speaker is not None:
        return one.speaker != said.speaker
    return known[0] is not None and known[0].type == "PERSON" and known[1] in givers.kind("bodies")


def follows_words(facts: Facts, telling: Telling) -> bool:
    """Whether it is told in a past perfect right after words given to somebody: perhaps they go on."""
    return bool(_spoken_before(facts, telling)) and _is_shifted(facts.parses[telling.doc], telling)


def _speaks(facts: Facts, said: Attribution, doc: str, place: Range) -> bool:
    """Whether the speaker stands before a verb of saying in a range of a text."""
    parse = facts.parses[doc]
    speaker = facts.entities.get(said.speaker or "")
    mentions = [m for m in speaker.mentions if m.doc == doc] if speaker else []
    inside = [i for m in mentions if place[0] <= m.start < place[1] for i in parse.tokens_in(m.start, m.end)]
    over = (
        parse.tokens[parse.tokens[i].head].lemma.lower() for i in inside if parse.tokens[i].dep == "nsubj"
    )
    return any(verb in givers.kind("saying") for verb in over)


def _is_account(parse: Parse, i: int) -> bool:
    """Whether a noun is somebody's account: "Reed has his own version", "the guard's story"."""
    token = parse.tokens[i]
    owned = any(parse.tokens[c].dep == "poss" for c in parse.children(i))
    return (
        owned
        and token.lemma.lower() in givers.kind("account")
        and token.dep in {"dobj", "attr", "nsubj", "pobj"}
    )


def _is_shifted(parse: Parse, telling: Telling) -> bool:
    """A past perfect or a "would" after a reported sentence: most likely still the speaker's words."""
    kids = [
        parse.tokens[i]
        for i in parse.children(telling.clause.verb)
        if parse.tokens[i].dep in {"aux", "auxpass"}
    ]
    return any(t.lemma.lower() == "would" or (t.lemma == "have" and t.tag == "VBD") for t in kids)
