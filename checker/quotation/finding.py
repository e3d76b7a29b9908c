"""What a judgement is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from checker.model import Change, Range, Span
from checker.quotation.align import Part
from checker.quotation.conventions import accepted, all_conventions
from checker.quotation.editing import Quoted
from checker.quotation.fold import Folded

Weight = Literal["accepted", "misleading", "altered"]
Op = Literal["insert", "delete", "replace", "hidden"]
LONGEST = 400
"""Characters of a text that a change repeats."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A change with the rule that names it and what it does to the verdict."""

    rule: str
    weight: Weight
    change: Change


@dataclass(frozen=True, slots=True)
class Pair:
    """A quotation beside the text that it is checked with."""

    quoted: Quoted
    text: Folded
    doc: str
    elsewhere: tuple[tuple[Range, Span, str], ...] = ()
    """Word ranges of the quotation that stand in a row in another passage: its place and its words."""
    conventions: frozenset[str] = accepted()
    """The names of the conventions of editing that are accepted."""

    def said(self, part: Part) -> tuple[str, ...]:
        """The folded words of the quotation."""
        return self.quoted.words[part.q1 : part.q2]

    def written(self, part: Part) -> tuple[str, ...]:
        """The folded words of the text."""
        return self.text.words[part.s1 : part.s2]

    def finding(self, rule: str, weight: Weight, op: Op, part: Part, note: str) -> Finding:
        """A finding about a part, with the words and places of both sides."""
        last = min(part.s2, len(self.text))
        start, end = self.text.stored(part.s1, last)
        change = Change(
            op,
            self.quoted.folded.piece(part.q1, part.q2),
            self.text.piece(part.s1, last)[:LONGEST],
            note,
            self.quoted.folded.stored(part.q1, part.q2),
            Span(self.doc, start, end),
            accepted=weight == "accepted",
        )
        return Finding(f"quotation.{rule}", weight, change)

    def edited(self, convention: str, op: Op, part: Part, note: str = "") -> Finding:
        """A finding about a part where the quotation follows a convention of editing, accepted or not."""
        said = note or all_conventions()[convention].note
        if convention in self.conventions:
            return self.finding("conventional", "accepted", op, part, said)
        return self.finding("convention", "altered", op, part, f"{said}: “{convention}” is not accepted here")

    def joined(self, part: Part) -> Finding | None:
        """A finding where the quotation's words of a part come from another passage."""
        for words, span, piece in self.elsewhere:
            if words == (part.q1, part.q2):
                quote, at = self.quoted.folded.piece(*words), self.quoted.folded.stored(*words)
                note = "these words stand in another passage: two are joined as one"
                change = Change("replace", quote, piece[:LONGEST], note, at, span)
                return Finding("quotation.splice", "altered", change)
        return None
