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
    """Drafts of kind `omission`, of texts of which somebody knows when they were written: one may be older than what
    it lacks.
    """
    drafts = (draft for part in PARTS for draft in part.find(facts))
    return [draft for draft in drafts if _is_placed(facts, draft)]


def _is_placed(facts: Facts, draft: Draft) -> bool:
    """Whether every text has or names a day, and those that tell it or else all that lack it have a date."""
    tellers = {e.span.doc for e in draft.evidence}
    dated = {doc for doc, document in facts.documents.items() if document.published}
    named = dated | {t.span.doc for t in facts.times if t.from_}
    texts = tellers | set(draft.absent_from)
    return texts <= named and bool(tellers & dated or set(draft.absent_from) <= dated)
