"""Numbers, lists and dates that differ between texts, or do not come out inside one."""

from __future__ import annotations

from checker.divergence import (
    figure_amounts,
    figure_dates,
    figure_lists,
    figure_lives,
    figure_members,
    figure_open,
    figure_order,
    figure_rivals,
    figure_sums,
    figure_when,
)
from checker.divergence.draft import Draft, Facts
from checker.model import Rule

PARTS = (
    figure_rivals,
    figure_amounts,
    figure_lists,
    figure_lives,
    figure_dates,
    figure_when,
    figure_sums,
    figure_members,
    figure_open,
    figure_order,
)
RULES: tuple[Rule, ...] = tuple(rule for part in PARTS for rule in part.RULES)


def find(facts: Facts) -> list[Draft]:
    """Drafts of kinds `number`, `date` and `inconsistency`."""
    return [draft for part in PARTS for draft in part.find(facts)]
