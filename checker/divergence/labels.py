"""One thing, act, name or story under different words."""

from __future__ import annotations

from checker.divergence import (
    label_choices,
    label_contrast,
    label_grades,
    label_names,
    label_roles,
    label_terms,
    label_tone,
    label_verbs,
    label_verdicts,
)
from checker.divergence.draft import Draft, Facts
from checker.model import Rule

PARTS = (
    label_terms,
    label_grades,
    label_roles,
    label_choices,
    label_contrast,
    label_verbs,
    label_verdicts,
    label_tone,
    label_names,
)
RULES: tuple[Rule, ...] = tuple(rule for part in PARTS for rule in part.RULES)


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `label`, and of kind `inconsistency` where a text's verb and its quotation's differ."""
    return [draft for part in PARTS for draft in part.find(facts)]
