"""The rules by id, with what each says to a reader and two examples that it finds."""

from __future__ import annotations

from checker.attribution.rules_naming import NAMING
from checker.attribution.rules_phrases import PHRASES
from checker.attribution.rules_quoting import QUOTING
from checker.attribution.rules_telling import TELLING
from checker.attribution.rules_voices import VOICES
from checker.model import Rule

RULES: tuple[Rule, ...] = tuple(
    sorted(NAMING + PHRASES + QUOTING + TELLING + VOICES, key=lambda rule: rule.id)
)
