"""A person of whom the other texts on one happening tell much, and whom one text does not name."""

from __future__ import annotations

from collections import defaultdict

from checker.divergence import places
from checker.divergence.draft import SPANS, Draft, Facts, listed
from checker.divergence.omission_agreed import LONG, weight
from checker.divergence.told_when import of_one_time
from checker.model import Example, Rule, Span

OFTEN, HEARD, PRINCIPAL = 3, 2, 0.15
"""Sentences in which a text names a person of whom it tells; voices that give what this person says; the share of all
sentences of those texts."""
TOLD = 0.4
"""Score from which aligned passages surely tell one thing."""
WEEK = 7
"""Days from one of these texts to another from which on each has its own news, and its own persons."""
MOST = 2
"""Drafts for one set of comparable texts."""
TAIL = 2
"""Letters at the end of a name that may be spelled otherwise."""
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
RULES = (
    Rule(
        "divergence.person-not-named",
        "A person whom one text does not name",
        "All other texts on one happening, at least two, tell of a person in several sentences, and two of them give "
        "what this person says; one text, not short, has the last name nowhere.",
        (
            Example(
                "Anna Marn led the dig at Oru. “It is a bell,” said Anna Marn. Anna Marn left. / The dig at Oru was "
                "led by Anna Marn. Anna Marn said that it was wet. Then Anna Marn sang. / "
                "The dig at Oru found a bell. It is old. It is cracked. It "
                "hung in a tower. The tower fell. The well is deep. The field is wide. The barn is red. The rain was "
                "long. The ham is good. The mud was thick. The pay was low. The food was good.",
                ("Anna Marn led the dig at Oru.", "The dig at Oru was led by Anna Marn."),
            ),
            Example(
                "Tor Kolm sold the mill. Tor Kolm said that he was poor. Tor Kolm wept. / The mill was cheap, said Tor "
                "Kolm. Tor Kolm left. Tor Kolm sang. / The mill in Varn was sold. The gate is wet. The well is deep. "
                "The sail is torn. The rope is new. The bell is lost. The cook is well. The cat is safe. The "
                "fair was held. The band played. The tide is low. The sand is grey. The inn is full.",
                ("Tor Kolm sold the mill.",),
            ),
        ),
    ),
)


def find(facts: Facts) -> list[Draft]:
    """At most MOST drafts of kind `omission` a set of comparable texts."""
    drafts: list[Draft] = []
    named = _named(facts)
    for circle in facts.circles():
        rows = (
            (p, {d: spans for d, spans in held.items() if d in circle}) for p, held in sorted(named.items())
        )
        found = [draft for person, held in rows if (draft := _draft(facts, circle, person, held))]
        drafts += sorted(found, key=lambda d: (-d.weight, d.evidence[0].span))[:MOST]
    return drafts


def _named(facts: Facts) -> dict[str, dict[str, list[Span]]]:
    """Persons with a full name -> text -> the sentences of its body that name them."""
    alias = places.aliases(facts)
    found: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for entity in facts.entities.values():
        person = facts.entities[alias.get(entity.entity, entity.entity)]
        for mention in entity.mentions if entity.type == "PERSON" and " " in person.name else ():
            sentence = facts.sentence(mention.doc, mention.start)
            if sentence and facts.documents[mention.doc].in_body(mention.start, mention.end):
                found[person.entity][mention.doc].append(Span(mention.doc, *sentence))
    return found


def _draft(facts: Facts, circle: frozenset[str], person: str, held: dict[str, list[Span]]) -> Draft | None:
    name = facts.entities[person].name
    tellers = sorted(doc for doc, spans in held.items() if len(set(spans)) >= OFTEN)
    lacking = [doc for doc in sorted(circle) if _lacks(facts, doc, _last(name), tellers)]
    whole = sum(len(facts.parses[doc].sentences) for doc in tellers)
    share = sum(len(set(held[doc])) for doc in tellers) / whole if whole else 0.0
    heard = {
        facts.voice_of(doc) for doc in tellers if any(a.speaker == person for a in facts.said.get(doc, ()))
    }
    enough = len(heard) >= HEARD and share >= PRINCIPAL
    if not enough or not lacking or len(lacking) >= len(tellers) or len(tellers) + len(lacking) < len(circle):
        return None
    spans = {span for doc in tellers for span in held[doc]}
    lacking = [doc for doc in lacking if _tells_it(facts, doc, spans)]
    if not lacking:
        return None
    rows = [facts.cut(max(held[doc], key=lambda s: (weight(facts, s), -s.start))) for doc in tellers]
    return Draft(
        kind="omission",
        importance=2,
        weight=4 + 10 * share,
        statement=f"{listed([facts.name(doc) for doc in tellers])} tell of {name}; "
        f"{listed([facts.name(doc) for doc in lacking])} {'does' if len(lacking) == 1 else 'do'} not name this person.",
        evidence=tuple(facts.shown(row, "names the person") for row in rows[:SPANS]),
        rule="divergence.person-not-named",
        absent_from=tuple(lacking),
        note=f"Searched for: {_last(name)}.",
    )


def _last(name: str) -> str:
    """The last name."""
    words = [word for word in name.split() if word.strip(".").lower() not in SUFFIXES]
    return (words or [name])[-1]


def _lacks(facts: Facts, doc: str, last: str, tellers: list[str]) -> bool:
    """Whether a text has no word that begins as the name does."""
    if len(facts.parses[doc].sentences) < LONG or any(facts.one_text(doc, other) for other in tellers):
        return False
    if not all(of_one_time(facts, doc, other, WEEK) for other in tellers):
        return False
    start = last.lower()[: max(4, len(last) - TAIL)]
    return start not in facts.documents[doc].text.lower()


def _tells_it(facts: Facts, doc: str, spans: set[Span]) -> bool:
    """Whether a passage of the text is surely a counterpart of a sentence that names the person."""
    return any((span, doc) in _told(facts) for span in spans)


def _told(facts: Facts) -> set[tuple[Span, str]]:
    """Sentences, each with a text that surely tells it too."""

    def made() -> set[tuple[Span, str]]:
        sure = [p for p in facts.alignments if p.score >= TOLD]
        return {(one, two.doc) for p in sure for one, two in ((p.a, p.b), (p.b, p.a))}

    return facts.once("surely-told", made)
