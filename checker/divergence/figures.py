"""Numbers, lists and dates that differ between texts, or do not come out inside one."""

from __future__ import annotations

from checker.divergence import figure_dates, figure_lists, figure_numbers, figure_times
from checker.divergence.draft import Draft, Facts
from checker.model import Rule

PARTS = (figure_numbers, figure_lists, figure_dates, figure_times)
RULES: tuple[Rule, ...] = tuple(rule for part in PARTS for rule in part.RULES)


def find(facts: Facts) -> list[Draft]:
    """Drafts of kinds `number`, `date` and `inconsistency`."""
    return [draft for part in PARTS for draft in part.find(facts)]
