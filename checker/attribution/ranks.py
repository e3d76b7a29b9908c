"""Titles written short, and which roles are kinds of another: a colonel is an officer."""

from __future__ import annotations

_SHORT = {
    "adm": "admiral",
    "amb": "ambassador",
    "capt": "captain",
    "cmdr": "commander",
    "col": "colonel",
    "cpl": "corporal",
    "dr": "doctor",
    "gen": "general",
    "gov": "governor",
    "insp": "inspector",
    "lt": "lieutenant",
    "maj": "major",
    "prof": "professor",
    "rep": "representative",
    "rev": "reverend",
    "sen": "senator",
    "sgt": "sergeant",
}
_KINDS = {
    "officer": "admiral captain colonel commander constable corporal detective general inspector lieutenant major"
    " sergeant superintendent",
    "cleric": "abbot archbishop bishop cardinal deacon imam priest rabbi rector vicar",
    "clergyman": "archbishop bishop deacon priest rector vicar",
    "priest": "father vicar rector",
    "lawyer": "attorney barrister counsel solicitor",
    "lawmaker": "congressman congresswoman representative senator",
    "politician": "chancellor governor mayor minister premier president senator",
    "physician": "cardiologist surgeon",
    "player": "defender fullback goalkeeper midfielder striker winger",
    "academic": "lecturer professor",
    "scientist": "biologist botanist chemist climatologist geologist glaciologist hydrologist physicist zoologist",
}


def in_full(title: str) -> str:
    """A title in small letters as it is written in full (`col.` as `colonel`)."""
    word = title.removesuffix(".")
    return _SHORT.get(word, word)


def roles_within(role: str) -> tuple[str, ...]:
    """The roles that are kinds of this one; none for most."""
    return tuple(_KINDS.get(role, "").split())
