"""What one text tells and another, which treats what stands beside it, does not."""

from __future__ import annotations

from checker.divergence import (
    omission_agreed,
    omission_persons,
    omission_told_once,
)
from checker.divergence.draft import Draft, Facts
from checker.model import Rule

PARTS = (omission_told_once, omission_agreed, omission_persons)
RULES: tuple[Rule, ...] = tuple(rule for part in PARTS for rule in part.RULES)


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `omission`, of texts that have or name a day: another may be older than what it lacks."""
    drafts = (draft for part in PARTS for draft in part.find(facts))
    return [draft for draft in drafts if all(_is_placed(facts, doc) for doc in _texts(draft))]


def _texts(draft: Draft) -> set[str]:
    return {e.span.doc for e in draft.evidence} | set(draft.absent_from)


def _is_placed(facts: Facts, doc: str) -> bool:
    """Whether anybody knows when a text was written, by its date or by days that it names."""
    return bool(facts.documents[doc].published) or any(t.span.doc == doc and t.from_ for t in facts.times)
