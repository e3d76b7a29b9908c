"""What one person is found guilty of, charged with or cleared of, in other words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations

from checker.divergence.clauses import stem
from checker.divergence.draft import Draft, Facts
from checker.divergence.figure_deeds import Reader, open_ended, reader
from checker.divergence.kin import Kin
from checker.divergence.phrasing import plain
from checker.divergence.timed_reading import person_before
from checker.model import Example, Parse, Rule, Span

SHOWN = 120
LEADS = {
    "guilty": ("convicted", {"of"}), "convict": ("convicted", {"of", "for"}),
    "conviction": ("convicted", {"of", "for"}),
    "charge": ("charged", {"with"}), "indict": ("charged", {"for", "on", "with"}),
    "acquit": ("cleared", {"of"}), "clear": ("cleared", {"of"}), "innocent": ("cleared", {"of"}),
    "fine": ("fined", {"for"}),
    "dismiss": ("dismissed", {"for"}),
}  # fmt: skip
"""Word -> what became of the person, and the words behind which it is told for what; for what somebody is arrested,
every text says in its own words.
"""
EMPTY = frozenset({
    "charge", "count", "case", "crime", "offence", "offense", "suspicion", "all", "role", "part", "wrongdoing", "any",
    "act", "conduct", "behaviour", "behavior", "one", "two", "three", "year", "day",
})  # fmt: skip
OBJECTS = frozenset({"nsubjpass", "nsubj", "dobj", "poss"})
RULES = (
    Rule(
        "divergence.grounds-in-other-words",
        "One verdict, one charge, other words",
        "Texts tell what one person was found guilty of, charged with, cleared of or punished for with words that have "
        "no noun in common.",
        (
            Example(
                "Tor Kolm was found guilty of breach of trust. / Tor Kolm, convicted of fraud, left the court.",
                ("guilty of breach of trust", "convicted of fraud"),
            ),
            Example(
                "Anna Marn was charged with negligence. / Anna Marn was indicted for arson.",
                ("charged with negligence", "indicted for arson"),
            ),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Ground:
    """What became of a person and for what: the stems of its nouns."""

    span: Span
    who: str
    what: str
    nouns: frozenset[str]


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `label`, one a person and outcome."""
    deeds, kin = reader(facts), Kin(facts)
    held: dict[tuple[str, str], list[Ground]] = defaultdict(list)
    for doc in sorted(facts.documents):
        for ground in _grounds(facts, deeds, facts.parses[doc]):
            held[ground.who, ground.what].append(ground)
    drafts = []
    for _, rows in sorted(held.items()):
        told: dict[str, frozenset[str]] = defaultdict(frozenset)
        for row in rows:
            told[row.span.doc] |= row.nouns
        pairs = [
            (a, b)
            for a, b in combinations(rows, 2)
            if a.span.doc != b.span.doc
            and kin.grouped(a.span.doc, b.span.doc)
            and not told[a.span.doc] & told[b.span.doc]
        ]
        drafts += [_draft(facts, *pairs[0])] if pairs else []
    return drafts


def _grounds(facts: Facts, reader: Reader, parse: Parse) -> list[Ground]:
    """The grounds that the article's narrator tells, in text order."""
    document, found = facts.documents[parse.doc], list[Ground]()
    for i, token in enumerate(parse.tokens):
        what, leads = LEADS.get(token.lemma.lower(), ("", set[str]()))
        if not what or not document.in_body(token.start, token.end):
            continue
        objects = [c for c in parse.children(i) if parse.tokens[c].dep == "dobj"]
        beside = [c for j in (i, *objects) for c in parse.children(j) if c > i]
        led = next((c for c in beside if parse.tokens[c].text.lower() in leads), None)
        told = [c for c in parse.children(led) if parse.tokens[c].dep == "pobj"] if led is not None else []
        who = _who(facts, reader, parse, i) if told else None
        nouns = _nouns(parse, told[0]) if told else frozenset()
        if who is None or not nouns or open_ended(parse, i) or parse.is_quoted(token.start, token.end):
            continue
        last = max([told[0], *_near(parse, told[0])])
        found.append(
            Ground(facts.cut(Span(parse.doc, token.start, parse.tokens[last].end), SHOWN), who, what, nouns)
        )
    return found


def _nouns(parse: Parse, i: int) -> frozenset[str]:
    """The stems of the nouns and verbs of a ground; words for any ground tell none."""
    inside = (parse.tokens[j] for j in parse.subtree(i))
    return frozenset(
        stem(t.lemma.lower()) for t in inside if t.pos in {"NOUN", "VERB"} and t.lemma.lower() not in EMPTY
    )


def _near(parse: Parse, i: int) -> list[int]:
    """What belongs to a noun closely: "breach | of trust", "fraud | and theft"."""
    return [j for j in parse.subtree(i) if i < j <= i + 3 and parse.tokens[j].pos == "NOUN"]


def _who(facts: Facts, reader: Reader, parse: Parse, i: int) -> str | None:
    """The person whom a word is about: subject of the passive, object, owner, or the noun that it describes."""
    token = parse.tokens[i]
    near = [i, *([token.head] if token.dep in {"acomp", "oprd", "xcomp", "attr", "ccomp"} else [])]
    rows = [c for j in near for c in parse.children(j) if parse.tokens[c].dep in OBJECTS]
    passive = [c for c in rows if parse.tokens[c].dep in {"nsubjpass", "dobj", "poss"}]
    plainly = token.pos == "ADJ" or token.dep in {"acomp", "oprd"}
    chosen = passive or (rows if plainly else [])
    if not chosen and token.dep in {"acl", "relcl", "appos"}:
        chosen = [token.head]
    for c in chosen:
        if parse.tokens[c].text.lower() in {"he", "she", "him", "her"}:
            return next(iter(person_before(parse, reader, c)), None)
        key = reader.key(parse, c if parse.tokens[c].tag not in {"WP", "WDT"} else token.head)
        if key in facts.entities and facts.entities[key or ""].type == "PERSON":
            return key
    return None


def _draft(facts: Facts, a: Ground, b: Ground) -> Draft:
    rows = [a, b]
    voices = {facts.voice_of(r.span.doc) for r in rows}
    said = "; ".join(f"{facts.name(r.span.doc)} “{plain(facts, r.span, SHOWN)}”" for r in rows)
    return Draft(
        kind="label",
        importance=3 if len(voices) > 1 else 1,
        weight=4 + 2 * len(voices),
        statement=f"Of {facts.entities[a.who].name} in other words: {said}.",
        evidence=tuple(facts.shown(r.span, "says for what") for r in rows),
        rule="divergence.grounds-in-other-words",
    )
