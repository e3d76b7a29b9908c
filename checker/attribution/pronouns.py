"""The personal pronouns of English."""

from __future__ import annotations

GENDERS = {
    "he": "m",
    "him": "m",
    "his": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}
"""`m` or `f` of those that mean one man or woman."""
FIRST_SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
FIRST = FIRST_SINGULAR | {"we", "us", "our"}
SECOND = frozenset({"you", "your", "yours", "yourself"})
