"""Verbs of saying, light ones, and those by which a clause tells nothing that has happened."""

from __future__ import annotations

_SAYING_WORDS = """
    say tell warn announce declare state explain add note reply respond argue insist reveal confirm claim
    stress assert admit recall
"""
SAYING = frozenset(_SAYING_WORDS.split())
_LIGHT_WORDS = """
    be have do make take get give go come see want include become use keep let put need try seem mean like continue
    begin start stop end finish call ask cite quote mention refer
    speak respond comment decline lead head chair advise represent run own direct serve teach work
    think believe know consider find show look remain appear happen help turn
"""
LIGHT = SAYING | frozenset(_LIGHT_WORDS.split())
"""Verbs that tell no deed by themselves: of saying and of thinking, of being and going, of offices."""
MODAL = frozenset({"will", "would", "could", "may", "might", "should", "can", "must", "shall"})
