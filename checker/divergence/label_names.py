"""Spelling and house style of names: one city or person under several forms."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from checker.divergence import places
from checker.divergence.draft import SPANS, Draft, Facts, listed
from checker.divergence.phrasing import plain
from checker.model import Entity, Example, Rule, Span

ALIKE = 50.0
"""How alike (0 to 100) two forms must be to be spellings of one name; less alike ones are other names."""
MOST = 8
"""Names reported for one set of texts; those that most texts use come first."""
RULES = (
    Rule(
        "divergence.spelling",
        "One name, several spellings",
        "Texts spell the name of one city, region, body or person differently, which is house style and mostly shows a "
        "language that the name was taken from. Abbreviations and diacritics are not reported.",
        (
            Example("They met in Kiev. / They met in Kyiv.", ("Kiev", "Kyiv")),
            Example(
                "Sergei Antonov resigned. / Sergey Antonov resigned.", ("Sergei Antonov", "Sergey Antonov")
            ),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a name with the place that shows it; `part` says which part of the name was compared."""

    part: str
    words: str
    span: Span


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `label`, importance 1, or 2 where one text uses two forms."""
    drafts = []
    circles = facts.circles()
    alone = [frozenset({d}) for d in sorted(facts.documents) if not any(d in c for c in circles)]
    named = places.mentions(facts)
    for circle in [*circles, *alone]:
        rows: dict[str, list[Span]] = defaultdict(list)
        for doc in sorted(circle):
            for span, entity in named.get(doc, ()):
                rows[entity.entity].append(span)
        found = [d for e, spans in sorted(rows.items()) for d in _spelled(facts, facts.entities[e], spans)]
        drafts += sorted(found, key=lambda d: (-d.importance, -d.weight, d.statement))[:MOST]
    return drafts


def _spelled(facts: Facts, entity: Entity, spans: list[Span]) -> list[Draft]:
    """One draft a part of the name that has several spellings."""
    mentions = [m for m in spans if facts.documents[m.doc].in_body(m.start, m.end)]
    parts: dict[str, dict[str, dict[str, Form]]] = defaultdict(lambda: defaultdict(dict))
    for form in _forms(facts, entity, mentions):
        parts[form.part][_folded(form.words)].setdefault(form.span.doc, form)
    return [
        _draft(facts, rows)
        for part, rows in sorted(parts.items())
        if len(rows) > 1 and _alike(list(rows), part)
    ]


def _draft(facts: Facts, rows: dict[str, dict[str, Form]]) -> Draft:
    chosen = _chosen(rows)
    voices = {facts.voice_of(f.span.doc) for f in chosen}
    return Draft(
        kind="label",
        importance=2 if _twice(rows) else 1,
        weight=len(voices) + len(chosen) / 10,
        statement=_statement(facts, rows),
        evidence=tuple(facts.shown(f.span, f"“{f.words}”") for f in chosen),
        rule="divergence.spelling",
    )


def _forms(facts: Facts, entity: Entity, mentions: list[Span]) -> list[Form]:
    """The comparable parts of each mention; the fullest mentions first, so that they are the ones shown."""
    rows = []
    for span in sorted(mentions, key=lambda m: (-len(facts.quote(m).split()), m)):
        words = [w for w in facts.quote(span).replace("’s", "").replace("'s", "").split() if w]
        if not words or any(not w[:1].isupper() for w in words):
            continue
        if entity.type == "PERSON":
            rows += [Form("family name", words[-1], span)] if _comparable(words[-1]) else []
            given = words[0] if len(words) > 1 and len(words[0]) > 4 else ""
            rows += [Form("given name", given, span)] if given and _comparable(given) else []
        elif len(words) == 1 and _comparable(words[0]) and not _people(words[0], entity.name):
            rows.append(Form("name", words[0], span))
    return rows


def _comparable(word: str) -> bool:
    """No abbreviation, no initial, no acronym."""
    return len(word) > 3 and "." not in word and not word.isupper() and word[:1].isupper()


def _people(word: str, name: str) -> bool:
    """Whether it is what the people of a place are called: "Danes", "Peruvians"."""
    return word.endswith("s") and not name.endswith("s") and word[:3] == name[:3] and len(word) > len(name)


def _folded(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word)
    return "".join(c for c in plain if not unicodedata.combining(c) and c.isalnum()).casefold()


def _alike(forms: list[str], part: str) -> bool:
    """Whether the forms are spellings of one name: alike, and no given name that is only shortened."""
    pairs = [(a, b) for i, a in enumerate(forms) for b in forms[i + 1 :]]
    short = part == "given name" and any(a.startswith(b) or b.startswith(a) for a, b in pairs)
    return not short and all(ratio(a, b) >= ALIKE for a, b in pairs)


def _chosen(rows: dict[str, dict[str, Form]]) -> list[Form]:
    """One place a form and text, in turns of forms."""
    queues = [list(held.values()) for _, held in sorted(rows.items())]
    turns = [q[turn] for turn in range(SPANS) for q in queues if turn < len(q)]
    return sorted(turns[:SPANS], key=lambda f: f.span)


def _twice(rows: dict[str, dict[str, Form]]) -> bool:
    """Whether a text uses two forms."""
    docs = [doc for held in rows.values() for doc in held]
    return len(docs) > len(set(docs))


def _statement(facts: Facts, rows: dict[str, dict[str, Form]]) -> str:
    """Every form with its texts; a given name with the family name beside it."""
    found = sorted(rows.values(), key=lambda held: (-len(held), sorted(held)))
    docs = {frozenset(held) for held in found}
    if len(docs) == 1 and len(found[0]) == 1:
        forms = listed([f"“{_words(facts, held)}”" for held in found])
        both = "both" if len(found) == 2 else "all"
        return f"One name, spelled in several ways: {forms}, {both} in {facts.name(next(iter(found[0])))}."
    said = "; ".join(f"“{_words(facts, held)}” in {_some(facts, sorted(held))}" for held in found[:3])
    return f"One name, spelled in several ways: {said}."


def _words(facts: Facts, held: dict[str, Form]) -> str:
    form = held[min(held)]
    return plain(facts, form.span, 60) if form.part == "given name" else form.words


def _some(facts: Facts, docs: list[str]) -> str:
    names = [facts.name(doc) for doc in docs]
    return listed(names) if len(names) < 3 else f"{names[0]} and {len(names) - 1} others"
