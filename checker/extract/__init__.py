"""Snapshots to documents: text, blocks, body and furniture, links, and what a page says of itself."""

from checker.extract.extraction import NAME, REQUIRES, VERSION, problems, run
from checker.extract.rules import RULES

__all__ = ["NAME", "REQUIRES", "RULES", "VERSION", "problems", "run"]
