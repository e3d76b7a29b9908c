"""One thing under different names."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace

from checker.divergence import places
from checker.divergence.draft import SPANS, Draft, Facts
from checker.divergence.label_lexicon import families
from checker.divergence.phrasing import plain, translators
from checker.divergence.referents import Names, Use, uses
from checker.model import Entity, Example, Rule, Span

BACK, SHOWN = 6, 5
"""Sentences over which "the agreement" points back to a named one; texts in a statement."""
RULES = (
    Rule(
        "divergence.names-of-a-thing",
        "One thing, different names",
        "Texts about the same happening call one thing by names that say different things about it. That it is "
        "one thing shows by the place, person or title in the phrase, or by a definite phrase that points back.",
        (
            Example(
                "The invasion of Peru began in May. / The Peruvian military operation began in May.",
                ("invasion", "Peruvian military operation"),
            ),
            Example(
                "They met again after the Lisbon accord. / The Lisbon protocol was read out.",
                ("Lisbon accord", "Lisbon protocol"),
            ),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Thing:
    """Uses that name one thing."""

    family: str
    uses: tuple[Use, ...]


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `label`."""
    drafts = []
    named = places.mentions(facts)
    for circle in facts.circles():
        found = circle_uses(facts, circle, named)
        drafts += [d for thing in things(facts, found) if (d := _names(facts, thing, found))]
    return drafts


def circle_uses(
    facts: Facts, circle: frozenset[str], named: dict[str, list[tuple[Span, Entity]]]
) -> list[Use]:
    """The uses of all families in the texts, with what "the agreement" points back to filled in."""
    names = Names(facts, circle, named)
    return [use for doc in sorted(circle) for use in _resolved(uses(facts, doc, names))]


def _resolved(found: list[Use]) -> list[Use]:
    """A definite phrase without a name takes the names of the nearest use of its family before it."""
    last: dict[str, Use] = {}
    done = []
    for use in found:
        before = last.get(use.family)
        if not use.keys and use.definite and before and use.sentence - before.sentence <= BACK:
            use = replace(use, keys=before.keys, year=use.year or before.year)
        if use.keys:
            last[use.family] = use
        done.append(use)
    return done


def things(facts: Facts, found: list[Use]) -> list[Thing]:
    """Uses of one family joined by the names in them; families known by any name are parted by year."""
    rows: list[Thing] = []
    for family in families():
        if family.known_by == "contrast":
            continue
        named = [u for u in found if u.family == family.name and u.keys and u.definite is not False]
        dated = family.known_by == "any"
        years: list[int | None] = _years(named) if dated else [None]
        for thing in _joined(family.name, named):
            for year in years:
                same = [u for u in thing.uses if not dated or _of_year(facts, u, year, years)]
                rows.append(Thing(family.name, tuple(same)))
    return rows


def _years(named: list[Use]) -> list[int | None]:
    return [*sorted({u.year for u in named if u.year}), None]


def _of_year(facts: Facts, use: Use, year: int | None, years: list[int | None]) -> bool:
    """Whether an undated use belongs to this year: the latest one that its text can know of."""
    if use.year:
        return use.year == year
    published = facts.documents[use.span.doc].published
    known = [y for y in years if y and (not published or y <= int(published.to[:4]))]
    return year == (max(known) if known else None)


def _joined(family: str, named: list[Use]) -> list[Thing]:
    groups: list[tuple[set[str], list[Use]]] = []
    for use in named:
        touching = [g for g in groups if g[0] & use.keys]
        rest = [g for g in groups if not g[0] & use.keys]
        keys = use.keys.union(*(g[0] for g in touching))
        groups = [*rest, (set(keys), [u for g in touching for u in g[1]] + [use])]
    return [Thing(family, tuple(sorted(g[1], key=lambda u: u.span))) for g in groups]


def _names(facts: Facts, thing: Thing, found: list[Use]) -> Draft | None:
    """A draft where a narrator has a name that another text nowhere has in its own voice.

    A text that has the other's name too, and beside it only a plain noun, does not call the thing otherwise.
    """
    own = [u for u in thing.uses if u.voice == "narrator" and not u.marked]
    terms = defaultdict[str, set[str]](set)
    for use in own:
        terms[use.span.doc].add(use.term)
    anywhere = defaultdict[str, set[str]](set)
    for use in found:
        if use.voice != "quoted" and use.family == thing.family:
            anywhere[use.span.doc].add(use.term)
    lacking = {(a, b) for a in terms for b in terms if a != b and terms[a] - anywhere[b]}
    between = {(a, b) for a, b in lacking if facts.voice_of(a) != facts.voice_of(b)}
    mutual = any((b, a) in between for a, b in between)
    added = {term for a, b in between for term in terms[a] - anywhere[b]}
    family = next(f for f in families() if f.name == thing.family)
    other = mutual or added - family.plain or any(terms[a].isdisjoint(terms[b]) for a, b in between)
    if not lacking or (between and not other):
        return None
    chosen = chosen_uses([u for u in thing.uses if u.voice != "quoted" and u.span.doc in terms], terms)
    told = {u.term for u in chosen}
    voices = {facts.voice_of(u.span.doc) for u in chosen}
    common = Counter(term for held in terms.values() for term in held)
    named = [u for u in thing.uses if u.voice != "quoted" and not u.marked]
    said = "; ".join(_called(facts, named, doc, common) for doc in sorted(terms)[:SHOWN])
    return Draft(
        kind="label",
        importance=(family.importance if mutual else min(family.importance, 2)) if len(voices) > 1 else 1,
        weight=len(voices) * 2 + len(told),
        statement=f"One thing, different names: {said}.",
        evidence=tuple(facts.shown(u.span, role(u)) for u in chosen),
        rule="divergence.names-of-a-thing",
    )


def _called(facts: Facts, own: list[Use], doc: str, common: Counter[str]) -> str:
    """All names of a text for the thing outside quotation marks, each in the phrase that says most.

    Of a name that other texts have too only the noun is told: what stands before it is not what parts them.
    """
    best: dict[str, Use] = {}
    for use in sorted(own, key=lambda u: (-len(u.label.split()), u.span)):
        if use.span.doc == doc:
            best.setdefault(use.term, use)
    named = sorted(best.values(), key=lambda u: u.span)
    spans = (_noun(facts, u.span) if common[u.term] > 1 else u.span for u in named)
    names = ", ".join(f"“{plain(facts, span)}”" for span in spans)
    return f"{facts.name(doc)} {names}{translators(facts, doc)}"


def _noun(facts: Facts, span: Span) -> Span:
    """The last word of a phrase."""
    return Span(span.doc, span.end - len(facts.quote(span).split()[-1]), span.end)


def chosen_uses(spoken: list[Use], terms: dict[str, set[str]], most: int = SPANS) -> list[Use]:
    """The uses to show: every text in turn, its rarest name first, in the phrase that says most."""
    spread = Counter(term for held in terms.values() for term in held)
    rows: dict[str, list[Use]] = defaultdict(list)
    more: dict[str, list[Use]] = defaultdict(list)
    for use in sorted(
        spoken,
        key=lambda u: (spread[u.term], u.marked, u.voice != "narrator", -len(u.label.split()), u.span),
    ):
        fresh = use.term not in {u.term for u in rows[use.span.doc]}
        (rows if fresh else more)[use.span.doc].append(use)
    turns = [use for turn in range(3) for doc in sorted(rows) for use in rows[doc][turn : turn + 1]]
    named = {(u.span.doc, u.label.lower()) for u in turns}
    others = [
        u for doc in sorted(more) for u in more[doc] if " " in u.label and (doc, u.label.lower()) not in named
    ]
    return sorted([*turns, *others[:2]][:most], key=lambda u: u.span)


def role(use: Use) -> str:
    """What the evidence shows: the name, and whether it stands in quotation marks."""
    return f"“{use.label}”" + (", in quotation marks" if use.marked else "")
