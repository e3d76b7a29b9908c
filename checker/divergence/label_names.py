"""Spelling and house style of names: one city or person under several forms."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from checker.divergence import places
from checker.divergence.draft import Draft, Facts, listed
from checker.divergence.phrasing import plain
from checker.model import Entity, Example, Rule, Span

ALIKE = 50.0
"""How alike (0 to 100) two forms must be to be spellings of one name; less alike ones are other names."""
INITIALS = ("ckq", "szx", "jiy", "vwfu", "gh", "aeo", "td", "bp")
"""Letters that are written for one sound."""
MOST, EACH = 2, 2
"""Names reported for a collection, and places shown for each."""
REMARK = 10
"""Characters behind a name in which a text may say that it stands so: "[sic]"."""
ENDINGS = ("ians", "ian", "ans", "an", "ish", "ese", "ics", "ic", "is", "i", "ers", "er", "ites", "ite", "ns", "n",
           "ch")  # fmt: skip
"""Endings by which a people or what belongs to it is named after a place: no spelling of the place."""
PARTICLE = re.compile(
    r"^(?:al|el|ad|an|ar|as|ash|at|az|ul|de|da|di|du|la|le|l|d|o|van|von|bin|ibn|ben)[-’'](?=\w)",
    re.IGNORECASE,
)
"""Articles and particles that are written with a name or left out."""
RULES = (
    Rule(
        "divergence.spelling",
        "One name, several spellings",
        "Texts spell the names of cities, regions, bodies or persons differently, which is house style and mostly "
        "shows a language that a name was taken from: several names, or one that both texts write so more than once. "
        "Abbreviations and diacritics are not reported.",
        (
            Example(
                "From Kiev he wrote home. Kiev was cold. / From Kyiv he wrote home. Kyiv was cold.",
                ("Kiev", "Kyiv"),
            ),
            Example(
                "Sergei Antonov left Odessa. / Sergey Antonov left Odesa.",
                ("Sergei Antonov", "Sergey Antonov"),
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


Rows = dict[str, dict[str, Form]]
"""Folded form -> text -> the form's first place there."""


def find(facts: Facts) -> list[Draft]:
    """At most one draft of kind `label`, importance 1, for all names that texts differ in.

    What two texts spell so once each may be a slip: a choice shows by two names, or by one that they keep up.
    """
    circles = facts.circles()
    alone = [frozenset({d}) for d in sorted(facts.documents) if not any(d in c for c in circles)]
    named = places.mentions(facts)
    best: dict[str, Rows] = {}
    for circle in [*circles, *alone]:
        held: dict[str, list[Span]] = defaultdict(list)
        for doc in sorted(circle):
            for span, entity in named.get(doc, ()):
                held[entity.entity].append(span)
        for name, spans in sorted(held.items()):
            for rows in _spelled(facts, facts.entities[name], spans):
                if name not in best or _rank(rows) < _rank(best[name]):
                    best[name] = rows
    between = [rows for rows in sorted(best.values(), key=_rank) if not _twice(rows)]
    chosen = len(between) > 1 or any(_is_kept_up(facts, rows) for rows in between)
    return [_draft(facts, between[:MOST])] if chosen else []


def _is_kept_up(facts: Facts, rows: Rows) -> bool:
    """Whether each form stands more than once in one of its texts; a person may write the name in any way."""
    return all(
        any(f.part == "name" and _times(facts, f) > 1 for f in held.values()) for held in rows.values()
    )


def _times(facts: Facts, form: Form) -> int:
    return len(re.findall(rf"(?<!\w){re.escape(form.words)}(?!\w)", facts.documents[form.span.doc].text))


def _rank(rows: Rows) -> tuple[int, list[str]]:
    """Names that most texts have first."""
    return -sum(len(held) for held in rows.values()), sorted(rows)


def _spelled(facts: Facts, entity: Entity, spans: list[Span]) -> list[Rows]:
    """The parts of the name that have several spellings."""
    mentions = [m for m in spans if facts.documents[m.doc].in_body(m.start, m.end) and _own(facts, m)]
    parts: dict[str, Rows] = defaultdict(lambda: defaultdict(dict))
    for form in _forms(facts, entity, mentions):
        parts[form.part][_folded(form.words)].setdefault(form.span.doc, form)
    told = {part: _chosen_in(facts, rows) for part, rows in sorted(parts.items())}
    return [rows for part, rows in told.items() if len(rows) > 1 and _alike(list(rows), part)]


def _own(facts: Facts, mention: Span) -> bool:
    """Whether a text itself spells a name so: not in words that it quotes, nor where it says that they stand so."""
    behind = facts.documents[mention.doc].text[mention.end : mention.end + REMARK]
    return not facts.parses[mention.doc].is_quoted(mention.start, mention.end) and "sic" not in behind


def _chosen_in(facts: Facts, rows: Rows) -> Rows:
    """The forms without the texts that have another one too, somewhere where it is not known as this name."""
    kept: Rows = {}
    for form, held in rows.items():
        others = {f.words for other, found in rows.items() if other != form for f in found.values()}
        free = {d: f for d, f in held.items() if _twice_in(rows, d) or not _stands(facts, d, others, f.part)}
        kept |= {form: free} if free else {}
    return kept


def _twice_in(rows: Rows, doc: str) -> bool:
    return sum(doc in held for held in rows.values()) > 1


def _stands(facts: Facts, doc: str, words: set[str], part: str) -> bool:
    """Whether one of some words stands anywhere in a text; a given name before a name may be somebody else's."""
    text, alone = facts.documents[doc].text, r"(?!\s+[A-Z])" if part == "given name" else ""
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w){alone}", text) for word in words)


def _draft(facts: Facts, found: list[Rows]) -> Draft:
    chosen = [form for rows in found for form in _chosen(rows)]
    return Draft(
        kind="label",
        importance=1,
        weight=float(len(found)),
        statement=f"{'Names' if len(found) > 1 else 'One name'}, spelled in several ways: "
        f"{'; '.join(_statement(facts, rows) for rows in found)}.",
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
        elif len(words) == 1 and _comparable(words[0]) and _is_name(facts, span):
            rows.append(Form("name", words[0], span))
    return rows


def _comparable(word: str) -> bool:
    """No abbreviation, no initial, no acronym."""
    return len(word) > 3 and "." not in word and not word.isupper() and word[:1].isupper()


def _is_name(facts: Facts, span: Span) -> bool:
    """Whether the word stands as a name, and not as the adjective made from one."""
    parse = facts.parses[span.doc]
    inside = [parse.tokens[i] for i in parse.tokens_in(span.start, span.end)]
    return bool(inside) and all(t.pos != "ADJ" and t.tag != "NNPS" for t in inside if t.text[:1].isalpha())


def _derived(a: str, b: str) -> bool:
    """Whether one form names the people or the manner of the other: "dane" and "danish", "peru" and "peruvian"."""
    stem = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rests = a[stem:], b[stem:]
    return stem > 2 and any(
        one.endswith(ENDINGS) and not other.endswith(ENDINGS) for one, other in (rests, rests[::-1])
    )


def _folded(word: str) -> str:
    """A form without case, marks and the article or particle before it: "al-Marn", "d’Orr"."""
    word = PARTICLE.sub("", word) or word
    plain = unicodedata.normalize("NFKD", word)
    return "".join(c for c in plain if not unicodedata.combining(c) and c.isalnum()).casefold()


def _alike(forms: list[str], part: str) -> bool:
    """Whether the forms are spellings of one name: alike, of one number, no given name only shortened, no people."""
    pairs = [(a, b) for i, a in enumerate(forms) for b in forms[i + 1 :]]
    short = part == "given name" and any(a.startswith(b) or b.startswith(a) for a, b in pairs)
    people = part == "name" and any(_derived(a, b) for a, b in pairs)
    numbered = len({re.sub(r"\D", "", form) for form in forms}) > 1
    return not (short or people or numbered) and all(
        ratio(a, b) >= ALIKE and _begins_alike(a, b) for a, b in pairs
    )


def _begins_alike(a: str, b: str) -> bool:
    """Whether two forms begin with one letter, or with two that are written for one sound."""
    return a[:1] == b[:1] or any({a[:1], b[:1]} <= set(row) for row in INITIALS)


def _chosen(rows: Rows) -> list[Form]:
    """The first place of each form, EACH of them."""
    return sorted((held[min(held)] for _, held in sorted(rows.items())), key=lambda f: f.span)[:EACH]


def _twice(rows: Rows) -> bool:
    """Whether a text uses two forms."""
    docs = [doc for held in rows.values() for doc in held]
    return len(docs) > len(set(docs))


def _statement(facts: Facts, rows: Rows) -> str:
    """Every form with its texts; a given name with the family name beside it."""
    found = sorted(rows.values(), key=lambda held: (-len(held), sorted(held)))
    told = [(words := _words(facts, held), _having(facts, held, words)) for held in found[:EACH]]
    return ", ".join(f"“{words}” in {_some(facts, having)}" for words, having in told)


def _having(facts: Facts, held: dict[str, Form], words: str) -> list[str]:
    """The texts that have exactly these words."""
    return [doc for doc in sorted(held) if _words(facts, {doc: held[doc]}) == words]


def _words(facts: Facts, held: dict[str, Form]) -> str:
    form = held[min(held)]
    return plain(facts, form.span, 60) if form.part == "given name" else form.words


def _some(facts: Facts, docs: list[str]) -> str:
    names = [facts.name(doc) for doc in docs]
    return listed(names) if len(names) < 3 else f"{names[0]} and {len(names) - 1} others"
