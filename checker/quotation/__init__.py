"""Quotations: verified against a text, and compared with each other."""

from checker.quotation.conventions import accepted, all_conventions
from checker.quotation.diff import Opcode, diff
from checker.quotation.index import Index
from checker.quotation.marked import marked
from checker.quotation.rules import ALTERED, FINE
from checker.quotation.rules_cuts import BRACKETS, CUTS, MARKS
from checker.quotation.rules_misleading import JOINED, MISLEADING
from checker.quotation.verify import verify

RULES = FINE + ALTERED + MISLEADING + CUTS + BRACKETS + MARKS + JOINED

__all__ = ["RULES", "Index", "Opcode", "accepted", "all_conventions", "diff", "marked", "verify"]
