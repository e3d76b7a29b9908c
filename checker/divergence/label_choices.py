"""The word that some texts choose for a kind of thing, while others choose another: a swap, a release."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Set
from itertools import combinations

from checker.divergence.choices import Choice, choices
from checker.divergence.draft import SPANS, Draft, Facts, listed
from checker.divergence.matches import matches
from checker.divergence.phrasing import plain, translators
from checker.divergence.tables import table
from checker.divergence.told_when import of_one_time
from checker.model import Example, Rule

SURE, SHARED = 0.2, 2
"""Score of aligned sentences in which two words are about one thing; names and nouns shared elsewhere."""
SHOWN, EACH = 50, 4
"""Characters of a phrase, and texts of one word, in a statement."""
RULES = (
    Rule(
        "divergence.words-chosen",
        "Other words chosen for one kind of thing",
        "In the narrators' own voice, texts about one happening choose words for a deed, person or thing that say "
        "different things of it, and one of two texts nowhere has the other's word. That both are about one thing "
        "shows by aligned sentences, by names and nouns shared where both texts begin, or by what the word describes.",
        (
            Example(
                "The swap of two nurses was held at the pier in Oru. / The release of two nurses at the pier in "
                "Oru was quiet.",
                ("swap", "release"),
            ),
            Example(
                "The hostile bid of the Alder Trust for the mill failed. / The sweetened bid of the Alder Trust for "
                "the mill failed.",
                ("hostile bid", "sweetened bid"),
            ),
        ),
    ),
)


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `label`, one a family and set of comparable texts."""
    read = {doc: list(choices(facts, doc)) for doc in sorted(facts.documents)}
    drafts = []
    for circle in facts.circles():
        for family in table("choices"):
            rows = {doc: [c for c in read[doc] if c.family == family] for doc in sorted(circle)}
            draft = _draft(facts, family, {doc: held for doc, held in rows.items() if held})
            drafts += [draft] if draft else []
    return drafts


def _tied(facts: Facts, a: Choice, b: Choice) -> bool:
    """Whether two words are about one thing, and play one part in it."""
    if not a.role & b.role:
        return False
    places_ = (a.span.doc, a.sentence), (b.span.doc, b.sentence)
    described = "of" in table("choices")[a.family]
    close = len(a.keys & b.keys) >= SHARED and (described or (a.lead and b.lead))
    return close or matches(facts).aligned.get(places_, 0.0) >= SURE


def _rivals(facts: Facts, rows: dict[str, list[Choice]]) -> set[Choice]:
    """The uses of which two texts have one each for one thing, and one of them not the other's word."""
    own, found = {doc: {c.row for c in held} for doc, held in rows.items()}, set[Choice]()
    for x, y in combinations(sorted(rows), 2):
        if facts.voice_of(x) != facts.voice_of(y) and of_one_time(facts, x, y):
            for a, b in ((a, b) for a in rows[x] for b in rows[y] if a.row != b.row and a.own and b.own):
                if (a.row not in own[y] or b.row not in own[x]) and _tied(facts, a, b):
                    found |= {a, b}
    return found


def _draft(facts: Facts, family: str, rows: dict[str, list[Choice]]) -> Draft | None:
    rivals = _rivals(facts, rows)
    spread = Counter(n for held in rows.values() for n in {c.row for c in held if c in rivals})
    groups: dict[int, list[Choice]] = defaultdict(list)
    for held in rows.values():
        fit = [c for c in held if c in rivals and (c.noun or c.lead)]
        if fit:
            chosen = min(
                fit, key=lambda c: (spread[c.row], -c.row, not c.noun, -_length(facts, c), not c.lead, c.span)
            )
            groups[chosen.row].append(chosen)
    if len(groups) < 2:
        return None
    groups = {n: groups[n][: max(1, SPANS // len(groups))][:EACH] for n in sorted(groups)}
    shown = [c for held in groups.values() for c in held]
    voices = {facts.voice_of(c.span.doc) for c in shown}
    also = {c.span.doc: _also(c, rows[c.span.doc], groups.keys()) for c in shown}
    said = "; ".join(_said(facts, held, also) for held in groups.values())
    more = [c for held in also.values() for c in held][: SPANS - len(shown)]
    return Draft(
        kind="label",
        importance=table("choices")[family]["importance"],
        weight=2 * len(voices) + len(groups),
        statement=f"The narrators choose different words: {said}.",
        evidence=tuple(
            facts.shown(c.span, role)
            for found, role in ((shown, "the word chosen"), (more, "chosen too"))
            for c in found
        ),
        rule="divergence.words-chosen",
    )


def _also(chosen: Choice, held: list[Choice], told: Set[int]) -> list[Choice]:
    """The other words of those told that the narrator of the same text has as well, each once."""
    own = (c for c in reversed(held) if c.own and c.row in told and c.row != chosen.row)
    return list({c.row: c for c in own}.values())


def _length(facts: Facts, choice: Choice) -> int:
    return len(facts.quote(choice.span).split())


def _said(facts: Facts, group: list[Choice], also: dict[str, list[Choice]]) -> str:
    """The texts that choose one word, with their phrases, and what they choose beside it."""
    return ", ".join(
        f"{facts.name(c.span.doc)} “{plain(facts, c.span, SHOWN)}”{_beside(facts, also[c.span.doc])}"
        f"{translators(facts, c.span.doc)}"
        for c in group
    )


def _beside(facts: Facts, also: list[Choice]) -> str:
    told = [f"“{plain(facts, c.span, SHOWN)}”" for c in also]
    return f" and also {listed(told)}" if told else ""
