"""In whose voice a claim is told, and which attribution says so."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import Attribution, Parse, Range, Voice

TOPIC = "-topic"
"""End of the rule ids whose contents name what a saying is about in the narrator's own words."""
SHORTEST = 3
"""A quotation of this many tokens or fewer is a quoted word inside a retelling."""


class Said:
    """The attributions of a document, by place; those that only name a topic hold no words of a source."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self.pieces = sorted(
            ((start, end, a) for a in attributions if not a.rule.endswith(TOPIC) for start, end in a.content),
            key=lambda p: (p[0], p[1] - p[0], p[2].id),
        )
        self.cues = [cue for a in attributions for cue in a.cue or ()]

    def at(self, offset: int, outside: Range | None = None) -> Attribution | None:
        """The attribution with the smallest piece of content that holds the offset.

        With `outside`, a quotation: the one among them whose own cue is not in that quotation.
        """
        holding = [(end - start, a.id, a) for start, end, a in self.pieces if start <= offset < end]
        if outside is not None:
            holding = [h for h in holding if not _is_within(h[2], outside)]
        return min(holding, key=lambda h: h[:2])[2] if holding else None

    def is_cue(self, offset: int) -> bool:
        """Whether the offset lies in the words that attribute."""
        return any(start <= offset < end for start, end in self.cues)

    def voice(self, parse: Parse, verb: Range) -> tuple[Voice, Attribution | None]:
        """Quoted inside marks that hold a clause, with who is quoted; else reported or the narrator's."""
        mark = quotation(parse, verb)
        if mark is not None:
            return "quoted", self.at(verb[0], mark)
        attribution = self.at(verb[0])
        return ("reported" if attribution else "narrator"), attribution


def _is_within(attribution: Attribution, mark: Range) -> bool:
    return any(mark[0] <= start and end <= mark[1] for start, end in attribution.cue or ())


def quotation(parse: Parse, verb: Range) -> Range | None:
    """The quotation marks around a verb, where they hold more than a word or two."""
    for mark in parse.quoted:
        if (
            mark.start <= verb[0]
            and verb[1] <= mark.end
            and len(list(parse.tokens_in(*mark.inner))) > SHORTEST
        ):
            return mark.start, mark.end
    return None
