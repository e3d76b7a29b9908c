"""Outlets that go by what they are: `told the paper`, `the same agency reported`, `told this newspaper`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.citation.dates import following
from checker.citation.mention import Mention
from checker.citation.shown import Shown
from checker.model import Document

_KIND = (
    r"(?:(?:same|local|daily|weekly|news) )?(?:paper|newspaper|daily|weekly|tabloid|magazine|journal|"
    r"agency|news agency|broadcaster|channel|station|network|site|website|portal|outlet|podcast|programme|newsroom)"
)
_SAID = r"(?:(?:also|has|had|first|later|then|itself) )*(?:reported|reports|wrote|writes|quoted|noted|notes|revealed)"
_AGAIN = re.compile(
    rf"\b(?:(?P<told>(?:told|tells|telling) the {_KIND})(?![\w-]|['’]s?\b| [a-z]+(?:er|or|ers|ors|s)\b(?! ago| later))"
    rf"|(?P<said>[Aa]ccording to the {_KIND})(?=[,.;])|"
    rf"(?P<wrote>[Tt]he {_KIND} {_SAID})\b(?! (?:a|its|record) (?:profit|loss)))"
)
_OWN = re.compile(
    r"\b(?P<told>(?:told|telling|tells) )?(?:(?<=told )|(?<=telling )|(?<=tells )|\b[Aa]s )?"
    r"(?:this (?:newspaper|paper|magazine|website|publication|journal|outlet|blog)|(?<=[Aa]s )(?:we|I))"
    r"(?(told)\b| (?:first |has |had |have |previously )*(?:reported|wrote|noted|argued|documented|"
    r"revealed)\b(?: (?:here|in these pages|in this (?:space|column)|on this blog))?)"
)
_FORMS = frozenset(
    ("told_outlet", "interview", "according_to", "outlet_in_prose", "writing_in", "parenthetical_outlet")
)


def again(block: Shown, before: Sequence[Mention]) -> Iterator[Mention]:
    """Mentions of the last outlet that stands before, by a common noun."""
    for match in _AGAIN.finditer(block.text):
        start, end = block.range(*match.span())
        last = next((m for m in reversed(before) if m.start < start and m.outlet and m.form in _FORMS), None)
        if last is not None:
            form = "told_outlet" if match["told"] else "according_to"
            yield Mention(form, start, end, f"citation.{form}", last.outlet)


def own(document: Document, block: Shown) -> Iterator[Mention]:
    """What the text says of its own outlet: `told this newspaper`, `as we reported in May`."""
    for match in _OWN.finditer(block.text):
        if not match["told"] and block.text[max(0, match.start() - 1) : match.start()] in ("“", '"'):
            continue
        form = "told_outlet" if match["told"] else "back_reference"
        when = following(block.text, match.end(), document)
        start, end = block.range(match.start(), when.end if when else match.end())
        date = when.iso if when else None
        yield Mention(form, start, end, f"citation.{form}", document.outlet, date)
