"""The persons by whom an outlet reports: `Tom Reed of the Courier`, `Ana Quill, a correspondent for the Courier`."""

from __future__ import annotations

import re
from functools import cache

from checker.citation.lexicon import KIND_OF_PAPER, alternatives
from checker.citation.names import Name
from checker.citation.phrases import Phrase

_OF = re.compile(
    r"(?P<name>[^\W\d_a-z][\w’'-]+(?: [A-Z]\.)? [^\W\d_a-z][\w’'-]+),? (?:\(|(?:of|at|from|for) (?:the )?)$"
)
_BEFORE_ASIDE = re.compile(r"(?P<name>[^\W\d_a-z][\w’'-]+(?: [A-Z]\.)? [^\W\d_a-z][\w’'-]+), $")
AS = re.compile(r"\b[Aa]s (?:the )?$")
_LEAD = re.compile(
    rf"(?:the |state |local )*(?:(?:news )?(?:agency|newspaper|broadcaster|magazine|daily|weekly|website|"
    rf"channel)|{KIND_OF_PAPER}) $",
    re.IGNORECASE,
)


_AT = re.compile(r"\b(?:at|for|with|from|to) (?:the )?$")


@cache
def correspondent() -> re.Pattern[str]:
    """`a correspondent for `, before the outlet that the person writes for."""
    return re.compile(
        rf"\b(?:an?|the|its|one|another) (?:[a-z]+ )?(?:{alternatives('presenter')}) (?:for|of|from|at|"
        rf"with) (?:the )?$|\b(?:[Rr]eporters|[Jj]ournalists|[Cc]orrespondents) (?:for|of|from|at|with) (?:the )?$"
    )


def begin_of(text: str, name: Name) -> tuple[int, str | None]:
    """Where the mention begins, and the journalist of the outlet: `Tom Reed of the Courier reported`."""
    low = max(0, name.start - 60)
    before = text[low : name.start]
    if match := _OF.search(before):
        return low + match.start(), match["name"]
    begins = AS.search(before) or _LEAD.search(before) or correspondent().search(before)
    who = _BEFORE_ASIDE.search(before[: begins.start()]) if begins else None
    return (low + (who or begins).start() if begins else name.start), who["name"] if who else None


def is_place_of_work(text: str, phrase: Phrase) -> bool:
    """Whether the outlet is only where somebody is: `an editor at the Courier argued`."""
    low = max(0, phrase.start - 60)
    before = text[low : phrase.start]
    return bool(_AT.search(before)) and not (_OF.search(before) or correspondent().search(before))
