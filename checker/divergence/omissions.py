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
    """Drafts of kind `omission`."""
    return [draft for part in PARTS for draft in part.find(facts)]
