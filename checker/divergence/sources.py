"""Sources without a name: who keeps one back, and who gives it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from checker.divergence import givers, places
from checker.divergence.clauses import runs
from checker.divergence.draft import SPANS, Draft, Facts
from checker.divergence.phrasing import brief, plain
from checker.model import Attribution, Example, Rule, Span

NARROW, NAME = 180, 50
SPEAKS = frozenset(["speak", "talk", "brief"])
"""Verbs of who speaks to reporters."""
COUNTED = frozenset(["multiple", "several", "source", "insider", "other"])
"""Words for some of many, beside articles and numbers."""
NOBODY = frozenset(["no", "any", "nobody", "many", "some", "the"])
"""Words at the head of a source that is nobody, or known."""
RUN = 4
"""Words of a run that two statements share, where the source of one is what that of the other is called."""
RULES = (
    Rule(
        "divergence.source-named",
        "A source unnamed here, named there",
        "One text rests a statement on somebody whose name it keeps back, another names who says it. That the two are "
        "one person is not said.",
        (
            Example(
                "A nurse, who asked not to be named, said the grey ferry sank near the old harbour in May. / "
                "Maria Lopez, a nurse, said that the grey ferry sank near the old harbour in May.",
                ("A nurse", "Maria Lopez"),
            ),
            Example(
                "A clerk familiar with the sale said the mayor of Oru sold the mill to a foreign bank. / "
                "Thomas Berg, a clerk, said the mayor of Oru sold the mill to a foreign bank.",
                ("A clerk familiar with the sale", "Thomas Berg"),
            ),
        ),
    ),
    Rule(
        "divergence.unnamed-sources",
        "Sources that are not named",
        "Texts about the same happening rest statements on people whom they do not name, and one of them says that it "
        "keeps a name back on request. An office that speaks (“police officials”) is nobody whose name is kept back.",
        (
            Example(
                "A senior official said on condition of anonymity that the plan was dead. / Two sources said that the "
                "plan was alive.",
                ("A senior official", "Two sources"),
            ),
            Example(
                "Two officials, who asked not to be named, said the bridge was sold. / "
                "An official said on condition of anonymity that the bridge was not sold.",
                ("Two officials", "An official"),
            ),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Sourced:
    """A statement with who it is given to."""

    said: Attribution
    span: Span

    @property
    def doc(self) -> str:
        """The document."""
        return self.said.doc


def find(facts: Facts) -> list[Draft]:
    """Drafts about sources without a name."""
    return [*_named(facts), *_unnamed(facts)]


def _named(facts: Facts) -> list[Draft]:
    """A statement with a source whose name is kept back here and given there, one for each two texts."""
    first: dict[tuple[str, str], Draft] = {}
    for kept, given in _by_description(facts):
        key = kept.doc, given.doc
        apart = facts.voice_of(kept.doc) != facts.voice_of(given.doc)
        if key not in first and apart and facts.by(given.said):
            first[key] = _named_draft(facts, kept, given)
    return list(first.values())


def _by_description(facts: Facts) -> Iterator[tuple[Sourced, Sourced]]:
    """Pairs of statements with a run of words in common, where the named one is what the other is called."""
    for circle in facts.circles():
        said = [a for doc in sorted(circle) for a in facts.said.get(doc, ()) if a.source]
        kept = [(a, _callings(facts, a)) for a in said if givers.keeps_name_back(facts, a)]
        named = [(b, _callings(facts, b)) for b in said if b.naming == "named"]
        for a, called in kept:
            for b, other in named:
                if a.doc != b.doc and called & other and _told(facts, a) & _told(facts, b):
                    yield Sourced(a, _content(a)), Sourced(b, _content(b))


def _callings(facts: Facts, said: Attribution) -> set[str]:
    """What a source is called besides its name: an interpreter, a nurse; not what fits everybody."""
    parse = facts.parses[said.doc]
    start, end = (
        min(s for s, _ in said.source or said.content),
        max(e for _, e in said.source or said.content),
    )
    sentence = facts.sentence(said.doc, start)
    if said.naming == "named" and sentence:
        start, end = sentence[0], max(end, min((s for s, _ in said.content if s > end), default=end))
    nouns = {
        parse.tokens[i].lemma.lower() for i in parse.tokens_in(start, end) if parse.tokens[i].pos == "NOUN"
    }
    return (nouns & givers.kind("unnamed")) - givers.kind("anybody")


def _told(facts: Facts, said: Attribution) -> set[str]:
    parse = facts.parses[said.doc]
    return {run for s, e in said.content for row in parse.sentences_in(s, e) for run in runs(parse, row, RUN)}


def _content(said: Attribution) -> Span:
    return Span(said.doc, *max(said.content, key=lambda c: c[1] - c[0]))


def _named_draft(facts: Facts, kept: Sourced, given: Sourced) -> Draft:
    who = brief(givers.source_words(facts, kept.said), NAME)
    rows = [
        facts.shown(facts.cut(Span(kept.doc, *(kept.said.source or kept.said.content)[0]), 120), "not named"),
        facts.shown(facts.cut(kept.span, NARROW), "the statement"),
        facts.shown(facts.cut(Span(given.doc, *(given.said.source or given.said.content)[0]), 120), "named"),
        facts.shown(facts.cut(given.span, NARROW), f"from {facts.by(given.said)}"),
    ]
    return Draft(
        kind="attribution",
        importance=2,
        weight=4,
        statement=(
            f"{facts.name(kept.doc)} has it from a source that it does not name (“{who}”), {facts.name(given.doc)} "
            f"from {brief(str(facts.by(given.said)), NAME)}: “{plain(facts, given.span)}”."
        ),
        evidence=tuple(rows),
        rule="divergence.source-named",
        event=facts.event_at(kept.span),
    )


def _unnamed(facts: Facts) -> list[Draft]:
    """One draft a circle of texts in which one keeps back a name: who its unnamed sources are, and those of others."""
    drafts = []
    for circle in facts.circles():
        rows: dict[str, list[Attribution]] = defaultdict(list)
        for said in facts.attributions.values():
            if (
                said.doc in circle
                and said.naming == "anonymous"
                and said.source
                and _is_somebody(facts, said)
            ):
                rows[said.doc].append(said)
        rows = {d: _once(found) for d, found in rows.items()}
        rows = {d: found for d, found in rows.items() if not all(_is_passed_on(facts, a) for a in found)}
        told = (a for found in rows.values() for a in found if givers.is_on_request(facts, a))
        kept = any(givers.keeps_name_back(facts, said) for said in told)
        if len({facts.voice_of(doc) for doc in rows}) > 1 and kept:
            drafts.append(_unnamed_draft(facts, rows))
    return drafts


def _once(found: list[Attribution]) -> list[Attribution]:
    """Each source once, whatever it is given."""
    return list({a.source: a for a in reversed(found)}.values())[::-1]


def _unnamed_draft(facts: Facts, rows: dict[str, list[Attribution]]) -> Draft:
    rounds = [
        facts.shown(
            facts.cut(Span(doc, *said.source[0]), 120),
            "not named, in words passed on" if _is_passed_on(facts, said) else "not named",
        )
        for turn in range(3)
        for doc, found in sorted(rows.items())
        if turn < len(found) and (said := _longest(facts, found)[turn]).source
    ]
    told = [
        f"{facts.name(d)} “{brief(words.removesuffix(' who'), NAME)}”"
        for d in sorted(rows)
        if (words := givers.source_words(facts, _longest(facts, rows[d])[0]))
    ]
    return Draft(
        kind="attribution",
        importance=2,
        weight=len(rows),
        statement=f"Sources that are not named: {', '.join(told[:4])}.",
        evidence=tuple(rounds[:SPANS]),
        rule="divergence.unnamed-sources",
    )


def _is_somebody(facts: Facts, said: Attribution) -> bool:
    """One or some people who are not named, said as such by the text itself: not an office and those who speak for it
    ("police officials said"), nobody ("no analyst"), and no group of which some are named.
    """
    parse = facts.parses[said.doc]
    tokens = [parse.tokens[i] for start, end in said.source or () for i in parse.tokens_in(start, end)]
    lemmas = {t.lemma.lower() for t in tokens}
    counted = any(t.dep in {"det", "nummod"} for t in tokens[:1]) or bool(lemmas & COUNTED)
    single = counted or givers.keeps_name_back(facts, said)
    if not single or tokens[0].lemma.lower() in NOBODY or "include" in lemmas:
        return False
    if _is_named_next(facts, said):
        return False
    described = {t.lemma.lower() for t in tokens if t.pos in {"NOUN", "PROPN", "ADJ"}} - {"people", "several"}
    return bool(described) and bool(lemmas & givers.kind("unnamed"))


def _is_named_next(facts: Facts, said: Attribution) -> bool:
    """Whether the next sentence names who speaks: "An adviser says it is won. Tom Reed spoke to reporters"."""
    parse = facts.parses[said.doc]
    number = parse.number_at((said.source or said.content)[0][0])
    if number is None or number + 1 >= len(parse.sentences):
        return False
    last = parse.sentences[number + 1]
    subject = [i for i in range(last.first, last.last) if parse.tokens[i].dep == "nsubj"][:1]
    speaks = any(parse.tokens[parse.tokens[i].head].lemma.lower() in SPEAKS for i in subject)
    found = [places.named(facts).get((said.doc, i)) for i in subject] if speaks else []
    return any(entity is not None and entity.type == "PERSON" for entity in found)


def _is_passed_on(facts: Facts, said: Attribution) -> bool:
    """Whether it is somebody else's source: that of a report which is quoted ("officials we spoke with")."""
    words = givers.source_words(facts, said).casefold().split()
    return said.outer is not None or bool({"we", "i"} & set(words))


def _longest(facts: Facts, found: list[Attribution]) -> list[Attribution]:
    """A text's own sources first, those described at length before others."""
    return sorted(
        found, key=lambda a: (_is_passed_on(facts, a), -sum(e - s for s, e in a.source or ()), a.content)
    )
