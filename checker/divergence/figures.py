"""Numbers, lists and dates that differ between texts, or do not come out inside one."""

from __future__ import annotations

from checker.divergence import (
    figure_alone,
    figure_amounts,
    figure_clock,
    figure_dated,
    figure_dates,
    figure_headed,
    figure_lists,
    figure_lives,
    figure_members,
    figure_numbers,
    figure_open,
    figure_order,
    figure_sums,
    figure_terms,
    figure_times,
)
from checker.divergence.draft import Draft, Facts
from checker.model import Rule

PARTS = (
    figure_numbers,
    figure_alone,
    figure_amounts,
    figure_clock,
    figure_headed,
    figure_lists,
    figure_lives,
    figure_dates,
    figure_times,
    figure_dated,
    figure_terms,
    figure_sums,
    figure_members,
    figure_open,
    figure_order,
)
RULES: tuple[Rule, ...] = tuple(rule for part in PARTS for rule in part.RULES)


def find(facts: Facts) -> list[Draft]:
    """Drafts of kinds `number`, `date` and `inconsistency`."""
    return [draft for part in PARTS for draft in part.find(facts)]
