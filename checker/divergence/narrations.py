"""Which two tellings are one statement, what is shown of the narrator's, and whether the other text bears it out."""

from __future__ import annotations

from checker.divergence import clauses
from checker.divergence.clauses import SUBJECTS
from checker.divergence.draft import Facts
from checker.divergence.governed import subjects
from checker.divergence.kindred import kin
from checker.divergence.matches import Pair, matches, stands_for
from checker.divergence.tellings import Telling, tellings
from checker.model import Parse, Span, Token

CLOSE, COUNTED = 1.15, 0.49
"""Score of two tellings that are one, and of the passages of two that have a figure in common."""
LEAST, ALIKE, MUCH = 0.43, 0.6, 3
"""Share of either that the other has at least; and of two that have fewer keys in common than `MUCH`."""
NARROW = 180
MEANING = frozenset(["NOUN", "PROPN", "VERB", "ADJ", "NUM"])
SOME = frozenset(
    ["none", "most", "some", "many", "few", "all", "both", "several", "each", "any", "other", "more"]
)
"""Subjects that stand for some of what was named before."""
HOW = frozenset(["prt", "advmod"])
"""Words right behind a verb that belong to what it says."""
TOLD, HALF = 2, 0.5
"""Words of content that the shown words have at least, and the share of them that stands in the other sentence."""

PHASES = frozenset(["start", "begin", "end", "stop", "cease", "resume", "continue", "follow"])
"""Verbs of when something is done; the deed is their subject."""

POINTING = frozenset(["that", "this", "these", "those", "it", "which"])
"""Subjects that stand for what was told before."""


def is_one(facts: Facts, pair: Pair) -> bool:
    """Whether both say the same: one deed in nearly the same words, or one figure in passages that are counterparts."""
    few = len(pair.keys) < MUCH and not pair.run and (pair.both < ALIKE or not _is_tied(facts, pair))
    close = pair.score >= CLOSE or (_is_counted(pair) and matches(facts).alignment(pair.a, pair.b) >= COUNTED)
    parted = _tells_when(facts, pair) or _is_of_a_part(facts, pair)
    return close and pair.both >= LEAST and not few and not parted


def _tells_when(facts: Facts, pair: Pair) -> bool:
    """Whether one only says when something began or ended ("the payments started in May"), the other that it was."""
    one, other = (facts.parses[t.doc].tokens[t.clause.verb].lemma.lower() for t in (pair.a, pair.b))
    return one != other and not PHASES.isdisjoint((one, other)) and not pair.a.deed & pair.b.deed


def _is_of_a_part(facts: Facts, pair: Pair) -> bool:
    """Whether one subject holds a figure and the other is "that" or "it": this may be the whole of which it is part."""
    rows = [
        [(facts.parses[t.doc], i) for i in subjects(facts.parses[t.doc], t.clause.verb)]
        for t in (pair.a, pair.b)
    ]
    counted = [any(p.tokens[j].tag == "CD" for p, i in row for j in p.subtree(i)) for row in rows]
    bare = [bool(row) and all(p.tokens[i].text.lower() in POINTING for p, i in row) for row in rows]
    return (counted[0] and bare[1]) or (counted[1] and bare[0])


def _is_tied(facts: Facts, pair: Pair) -> bool:
    """Whether two tellings with few words in common have one subject, a rare word or counterparts around them."""
    found, a, b = matches(facts), pair.a, pair.b
    return (
        bool(a.subject & b.subject or found.rare(pair.keys)) or found.alignment(a, b) > 0 or stands_for(a, b)
    )


def _is_counted(pair: Pair) -> bool:
    """Whether both have one figure."""
    return any(key.startswith("#") for key in pair.keys)


def is_covered(facts: Facts, a: Telling, b: Telling) -> bool:
    """Whether somebody says at least half of what is shown, and it says something; whoever it names is spoken of.

    A figure or a name that he does not give is not his: then it is another statement.
    """
    parse = facts.parses[a.doc]
    words = both_say(facts, a, b)
    told = [parse.tokens[i] for i in parse.tokens_in(words.start, words.end)]
    wanted = {t.lemma.lower() for t in told if t.pos in MEANING and not t.stop}
    said = _Said(facts, b)
    given = {t.lemma.lower() for t in told if said.has(t)}
    figures = {k for k in a.keys - b.near if k.startswith("#")}
    return (
        len(wanted) >= TOLD
        and len(wanted & given) >= HALF * len(wanted)
        and a.persons <= b.near | b.before
        and not (figures and any(t.tag == "CD" and not said.has(t) for t in told))
        and not _is_of_some(parse, a)
    )


def both_say(facts: Facts, a: Telling, b: Telling) -> Span:
    """The words of `a` without those at its ends that `b` says nothing of: "at once they sent a boat"."""
    parse, words, verb = facts.parses[a.doc], worded(facts, a), a.clause.verb
    inside = range(*_bounds(parse, words))
    subject = [j for i in parse.children(verb) if parse.tokens[i].dep in SUBJECTS for j in parse.subtree(i)]
    said = _Said(facts, b)
    kept = [i for i in inside if i == verb or i in subject or said.has(parse.tokens[i])]
    last = max(kept, default=verb)
    counted = parse.tokens[last].head
    last = counted if parse.tokens[last].dep == "nummod" and last < counted < inside.stop else last
    while (
        last + 1 < inside.stop and parse.tokens[last + 1].head == verb and parse.tokens[last + 1].dep in HOW
    ):
        last += 1
    return Span(a.doc, parse.tokens[min(kept, default=verb)].start, parse.tokens[last].end)


def _bounds(parse: Parse, words: Span) -> tuple[int, int]:
    """The first token of a range and the one after its last."""
    inside = list(parse.tokens_in(words.start, words.end))
    return inside[0], inside[-1] + 1


class _Said:
    """What the sentence of a telling says, and the one before it."""

    def __init__(self, facts: Facts, telling: Telling) -> None:
        parse = facts.parses[telling.doc]
        around = parse.sentences[max(0, telling.sentence - 1) : telling.sentence + 1]
        tokens = [t for s in around for t in parse.tokens[s.first : s.last] if t.pos in MEANING]
        self.lemmas = {t.lemma.lower() for t in tokens}
        self.stems = {clauses.stem(lemma) for lemma in self.lemmas}
        self.kin = frozenset[str]().union(*(kin(stem) for stem in self.stems))

    def has(self, token: Token) -> bool:
        """Whether a word of content is said, in whatever form."""
        stem = clauses.stem(token.lemma.lower())
        return token.pos in MEANING and (stem in self.stems or not self.kin.isdisjoint(kin(stem)))


def _is_of_some(parse: Parse, telling: Telling) -> bool:
    """Whether "none", "most" or "some" alone is the subject: of what, another text does not say."""
    kids = [i for i in parse.children(telling.clause.verb) if parse.tokens[i].dep in SUBJECTS]
    return any(parse.tokens[i].lemma.lower() in SOME and not parse.children(i) for i in kids)


def is_narrated(facts: Facts, a: Telling, doc: str) -> bool:
    """Whether a text tells a deed as its own fact too, anywhere: most of it, with the same verb or a kindred one."""
    rows = facts.once(
        f"narrated {doc}", lambda: [t for t in tellings(facts) if t.doc == doc and _is_plain(t)]
    )
    return any(
        (t.deed & a.deed or t.classes & a.classes) and len(t.keys & a.keys) >= max(HALF * len(a.keys), 2)
        for t in rows
    )


def _is_plain(telling: Telling) -> bool:
    return telling.voice == "narrator" and not telling.limits and not telling.heading


def worded(facts: Facts, telling: Telling) -> Span:
    """The clause; with the rest of its sentence where its subject stands in another clause."""
    parse = facts.parses[telling.doc]
    own = any(parse.tokens[i].dep in SUBJECTS for i in parse.children(telling.clause.verb))
    return telling.span if own else shown(facts, telling)


def shown(facts: Facts, telling: Telling) -> Span:
    """The sentence where it is short, else the clause."""
    sentence = facts.parses[telling.doc].sentences[telling.sentence]
    whole = Span(telling.doc, sentence.start, sentence.end)
    return whole if whole.end - whole.start <= NARROW else telling.span
