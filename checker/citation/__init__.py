"""What a text cites, in every form: links, brackets, notes, and outlets that sentences name."""

from checker.citation.rules import RULES
from checker.citation.stage import NAME, REQUIRES, VERSION, run

__all__ = ["NAME", "REQUIRES", "RULES", "VERSION", "run"]
