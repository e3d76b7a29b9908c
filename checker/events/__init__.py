"""Groups of articles about one happening, passages that tell the same thing, events, and who covers them."""

from checker.events.rules import RULES

__all__ = ["RULES"]
