"""Verbs of saying, and those by which a clause tells nothing that has happened."""

from __future__ import annotations

_SAYING_WORDS = """
    say tell warn announce declare state explain add note reply respond argue insist reveal confirm claim
    stress assert admit recall
"""
SAYING = frozenset(_SAYING_WORDS.split())
MODAL = frozenset({"will", "would", "could", "may", "might", "should", "can", "must", "shall"})
