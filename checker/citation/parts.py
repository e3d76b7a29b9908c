"""Parts of documents that stand alone: `Article 4 requires`, of the treaty that the text named before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.citation.lexicon import lexicon
from checker.citation.mention import Mention, of_document
from checker.citation.nouns import NUMBERS, Work
from checker.citation.roles import states
from checker.citation.shown import Shown
from checker.model import Parse

_PART = re.compile(
    r"(?<![\w-])(?P<noun>[Aa]rticle|[Ss]ection|[Pp]aragraph|[Cc]hapter|[Cc]lause|[Aa]nnex|[Aa]ppendix|[Rr]ule|"
    rf"[Pp]rinciple|[Ss]chedule|[Pp]age|[Pp]art|[Rr]ecital|§)s? ?{NUMBERS}"
    r"(?! (?:of|in|to) (?:the|its|his|her|their|that|[A-Z]))"
)
_RESTS = re.compile(
    r"\b(?:[Uu]nder|[Pp]er|[Aa]ccording to|[Pp]ursuant to|[Cc]it(?:ing|ed|es)|[Qq]uot(?:ing|ed|es)|"
    r"[Ii]nvok(?:ing|ed|es)|"
    r"[Vv]iolat(?:es|ed|ing)|[Bb]reach(?:es|ed|ing)?(?: of)?|(?:required|forbidden|banned|guaranteed|"
    r"protected|laid down|set out|"
    r"provided for) (?:by|in|under)) $"
)
_QUOTED = re.compile(r"(?:,|:| (?:says|reads|states))[:,]? ?[“\"]")
_FRONTED = re.compile(r"(?:^|[.!?;:”\")»] ?|\n)(?:In|On|By) $")
_WITHIN = re.compile(r"\b(?:on|in|at|from) $")
_OWN = re.compile(r"(?: (?:below|above)\b|\W*(?:below|above)\b)")
_FAR = 600
"""Characters between a part and the document that it is of."""


def alone(block: Shown, parse: Parse, named: Sequence[tuple[int, Work]]) -> Iterator[Mention]:
    """The parts that say something or on which something rests; `named` are the documents before, with their places."""
    for match in _PART.finditer(block.text):
        at = block.offsets[match.start()]
        whole = _whole(at, named)
        if whole is None or _OWN.match(block.text, match.end()):
            continue
        if _is_ground(block, parse, match):
            yield of_document(block, match.start(), match.end(), whole.outlet)


def _whole(at: int, named: Sequence[tuple[int, Work]]) -> Work | None:
    """The document that a part at offset `at` is of: the last before it that has a name, else the last."""
    near = [work for place, work in named if at - _FAR <= place < at]
    return next((w for w in reversed(near) if w.named), near[-1] if near else None)


def may_have_parts(block: Shown, work: Work) -> bool:
    """Whether it is one document of a kind that has numbered parts, and not the text itself."""
    if block.text[work.first : work.end].casefold().startswith(("this ", "these ", "our ", "no ", "a few ")):
        return False
    has = lexicon("law") | lexicon("ruling") | lexicon("book") | lexicon("paper")
    return work.kind in has - lexicon("partless")


def _is_ground(block: Shown, parse: Parse, match: re.Match[str]) -> bool:
    before = block.text[max(0, match.start() - 40) : match.start()]
    if _RESTS.search(before) or _FRONTED.search(before):
        return True
    if _QUOTED.match(block.text, match.end()) and not _WITHIN.search(before):
        return True
    at = block.offsets[match.start()]
    tokens = parse.tokens_in(at, at + match.end() - match.start() + 1)
    return any(states(parse, i, lexicon("document_says") | lexicon("part_says")) for i in tokens)
