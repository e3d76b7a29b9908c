"""Where or to whom something was said: an outlet, reporters, an interview, a statement."""

from __future__ import annotations

from itertools import takewhile

from checker.attribution.cues import Cues
from checker.attribution.draft import Draft
from checker.attribution.grammar import VERBAL, Grammar
from checker.model import Range

_PAPERS = frozenset(
    {
        "letter",
        "leaflet",
        "pamphlet",
        "brochure",
        "report",
        "document",
        "filing",
        "complaint",
        "petition",
        "lawsuit",
    }
    | {"paper", "editorial", "story", "diary", "advertisement", "advert", "telegram", "text"}
    | {"autobiography", "foreword", "preface", "submission", "dispatch"}
)
"""Papers that something is said in."""
_PLACES = frozenset({"in", "on", "to", "with", "during", "at", "via", "for", "over"})
_APPEARING = frozenset({"write", "publish", "appear", "speak", "testify", "post"})
_GATHERINGS = frozenset(
    {"rally", "conference", "hearing", "debate", "meeting", "congress", "seminar", "vigil", "forum"}
)
_PROGRAMMES = frozenset({"journal", "programme", "program", "show", "website", "series"})
"""Outlets that a word beside the noun tells apart (`the journal Tides`, `the breakfast programme`)."""
_BODIES = frozenset(
    {"court", "tribunal", "council", "committee", "parliament", "senate", "congress", "commission", "inquiry"}
    | {"assembly", "board", "police", "government", "ministry", "senedd"}
)
"""Last words of names of those who are told something and publish nothing."""
_NETWORKS = frozenset({"media", "television", "radio", "tv", "internet", "news"})
"""Nouns without an article that something is said on."""


def venue(g: Grammar, cues: Cues, draft: Draft) -> Range | None:
    """The addressee that is press, else the occasion of the saying; None where the text names neither."""
    verb = draft.head
    if g.tokens[verb].pos not in VERBAL:
        return None
    noun = _addressee(g, cues, verb)
    if noun is None:
        noun = _occasion(g, cues, verb)
    if noun is None:
        return None
    start, end = _span(g, cues, noun)
    stops = [a for a, _ in g.ranges(draft.source) if start < a < end]
    span = (start, g.tokens[g.index(min(stops)) - 1].end) if stops else (start, end)
    taken = (*draft.content, *g.ranges(draft.source))
    return None if any(start < span[1] and span[0] < end for start, end in taken) else span


def _span(g: Grammar, cues: Cues, noun: int) -> Range:
    first, last = g.left[noun], g.right[noun]
    for i in range(noun + 1, last + 1):
        if g.tokens[i].text in {",", "“", '"', "that", "("} or (
            g.tokens[i].dep in {"relcl", "acl", "ccomp"} and g.left[i] == i
        ):
            last = i - 1
            break
    if last == noun:
        last = _name_behind(g, cues, noun)
    return g.tokens[first].start, g.tokens[last].end


def _name_behind(g: Grammar, cues: Cues, noun: int) -> int:
    """The last token of the name after `the newspaper`, `the conference in`; the noun itself where there is none."""
    stop = g.sentence_of(noun).last
    titled = _is_programme(g, noun) or cues.has("people.press", g.tokens[noun].lemma.lower())
    placed = g.lower(noun) in _GATHERINGS and noun + 1 < stop and g.lower(noun + 1) in {"in", "at", "outside"}
    if not titled and not placed:
        return noun
    behind = range(noun + 1 + placed, stop)
    return max(takewhile(lambda i: g.tokens[i].pos == "PROPN", behind), default=noun)


def _addressee(g: Grammar, cues: Cues, verb: int) -> int | None:
    if not cues.has("verbs.addresses", g.tokens[verb].lemma) and g.tokens[verb].lemma != "say":
        return None
    noun = g.child(verb, "dobj", "dative")
    heard = noun is not None and noun > verb and (_press(g, cues, noun) or _gathering(g, cues, noun))
    return noun if heard else None


def _gathering(g: Grammar, cues: Cues, noun: int) -> bool:
    """`told a rally`, `told the annual conference`: an occasion stands for those who came."""
    indefinite = g.lower(g.left[noun]) in {"a", "an"} or g.tokens[noun].lemma.lower() in _GATHERINGS
    return indefinite and cues.has("people.occasion", g.tokens[noun].lemma.lower())


def _press(g: Grammar, cues: Cues, noun: int) -> bool:
    """Journalists, or a name that is no person's."""
    if g.lower(noun) == "news" and g.left[noun] < noun:
        return True
    if cues.has("people.press", g.tokens[noun].lemma.lower()) or _is_programme(g, noun):
        return True
    if g.tokens[noun].pos == "PROPN" and cues.has("people.outlet", g.lower(noun)):
        return True
    called = (c for c in g.children[noun] if g.tokens[c].dep in {"compound", "nmod", "amod"} and c < noun)
    if any(cues.has("people.press", g.lower(c)) for c in called):
        return True
    name = g.name_at(noun)
    if name is None or any(g.lower(i) in _BODIES for i in range(name.first, name.last)):
        return False
    return name.type in {"ORG", "WORK_OF_ART", "PRODUCT"}


def _occasion(g: Grammar, cues: Cues, verb: int) -> int | None:
    for c in g.children[verb]:
        if g.tokens[c].dep == "prep" and g.lower(c) in _PLACES:
            noun = g.child(c, "pobj")
            if noun is not None and _fits(g, cues, c, noun):
                return noun
    return _writing(g, cues, verb)


def _fits(g: Grammar, cues: Cues, preposition: int, noun: int) -> bool:
    near = [noun, *(c for c in g.children[noun] if g.tokens[c].dep in {"compound", "nmod", "appos"})]
    if any(cues.has("people.occasion", g.tokens[i].lemma.lower()) for i in near):
        return True
    if g.lower(preposition) in {"on", "over"} and g.lower(noun) in _NETWORKS:
        return True
    if g.lower(preposition) == "in" and g.tokens[noun].lemma.lower() in _PAPERS:
        return True
    if g.lower(preposition) in {"for", "on", "in", "to"} and (
        _is_outlet(g, cues, noun) or _is_programme(g, noun)
    ):
        return True
    if cues.has("people.press", g.tokens[noun].lemma.lower()):
        return g.lower(preposition) in {"to", "with", "on", "in"}
    return False


def _is_programme(g: Grammar, noun: int) -> bool:
    """`the breakfast programme`, `the journal Tides`, `the club's website`."""
    beside = [c for c in g.children[noun] if g.tokens[c].dep in {"compound", "poss", "appos", "nmod"}]
    named = noun + 1 < len(g.tokens) and g.tokens[noun + 1].text[:1].isupper()
    return g.lower(noun) in _PROGRAMMES and (bool(beside) or named)


def _fits_or_is(g: Grammar, cues: Cues, preposition: int, noun: int) -> bool:
    return _outlet(g, noun) or _fits(g, cues, preposition, noun)


def _writing(g: Grammar, cues: Cues, verb: int) -> int | None:
    """`Writing in the Courier, Roe said`: the outlet of the participle, or of the cue."""
    told = [c for c in g.children[verb] if g.tokens[c].dep in {"advcl", "csubj"}]
    first = g.sentence_of(verb).first
    outermost = not told and g.tokens[verb].dep != "ccomp" and g.quote[first] < 0
    opening = [first] if g.tokens[first].tag == "VBG" and outermost else []
    for clause in [verb, *told, *opening]:
        if g.tokens[clause].lemma not in _APPEARING:
            continue
        for c in g.children[clause]:
            noun = g.child(c, "pobj")
            if (
                noun is not None
                and g.lower(c) in {"in", "on", "for", "at", "before", "to"}
                and _fits_or_is(g, cues, c, noun)
            ):
                return noun
    return None


def _is_outlet(g: Grammar, cues: Cues, noun: int) -> bool:
    """Whether a name has a word that newspapers and broadcasters are called by (`Gazeta de Elm`)."""
    words = range(g.left[noun], g.right[noun] + 1)
    named = g.tokens[noun].pos == "PROPN"
    return named and any(
        g.tokens[i].text[:1].isupper() and cues.has("people.outlet", g.lower(i)) for i in words
    )


def _outlet(g: Grammar, noun: int) -> bool:
    name = g.name_at(noun)
    if name is None:
        return g.tokens[noun].pos == "PROPN"
    return name.type in {"ORG", "WORK_OF_ART", "PRODUCT"}
