"""Where texts come from: republications, translations, revisions, authors, and who speaks with one voice."""

from checker.provenance.rules import RULES
from checker.provenance.stage import NAME, REQUIRES, VERSION, run

__all__ = ["NAME", "REQUIRES", "RULES", "VERSION", "run"]
