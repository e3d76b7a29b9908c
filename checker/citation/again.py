"""Outlets that go by what they are: `told the paper`, `the same agency reported`, `told this newspaper`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.citation.dates import following
from checker.citation.lexicon import lexicon
from checker.citation.mention import Mention
from checker.citation.names import key_of
from checker.citation.shown import Shown
from checker.model import Document

_KIND = (
    r"(?:(?:same|local|daily|weekly|news) )?(?:paper|newspaper|daily|weekly|tabloid|magazine|journal|"
    r"agency|news agency|broadcaster|channel|station|network|site|website|portal|outlet|podcast|programme|"
    r"newsroom)"
)
_SAID = (
    r"(?:(?:also|has|had|first|later|then|itself) )*(?:reported|reports|wrote|writes|quoted|noted|notes|"
    r"revealed)"
)
_AGAIN = re.compile(
    rf"\b(?:(?P<told>(?:told|tells|telling) the {_KIND})(?![\w-]|['’]s?\b| [a-z]+(?:er|or|ers|ors|"
    rf"s)\b(?! ago| later))"
    rf"|(?P<said>[Aa]ccording to the {_KIND})(?=[,.;])|"
    rf"(?P<wrote>[Tt]he {_KIND} {_SAID})\b(?! (?:a|its|record) (?:profit|loss)))"
)
_OWN = re.compile(
    r"\b(?P<told>(?:told|telling|tells) )?(?:(?<=told )|(?<=telling )|(?<=tells )|\b[Aa]s )?"
    r"(?:this (?:newspaper|paper|magazine|website|publication|journal|outlet|blog)|(?<=[Aa]s )(?:we|I))"
    r"(?(told)\b| (?:first |has |had |have |previously )*(?:reported|wrote|noted|argued|documented|"
    r"revealed)\b(?: (?:here|in these pages|in this (?:space|column)|on this blog))?)"
)
_WRITTEN = re.compile(
    r"\b(?:white|green|working|research|discussion|position|policy|briefing|scientific|academic|"
    r"conference)[ -]papers?\b|"
    r"\bpapers? (?:by|on|published|titled|entitled|presented|co-authored)\b",
    re.IGNORECASE,
)
_POLL = re.compile(r"[\w’' -]{0,20}\b(?:poll|survey)\b")
_FAR = 8000
"""Characters within which a text may have said what it means."""
_NEAR = 400
"""Characters within which a site is still the one that was named."""
_FORMS = frozenset(
    ("told_outlet", "interview", "according_to", "outlet_in_prose", "writing_in", "parenthetical_outlet")
)


def again(document: Document, block: Shown, before: Sequence[Mention]) -> Iterator[Mention]:
    """Mentions of the last outlet that stands before, by a common noun."""
    for match in _AGAIN.finditer(block.text):
        start, end = block.range(*match.span())
        last = next((m for m in reversed(before) if m.start < start and _may_recur(m)), None)
        if last is not None and _is_meant(document, match[0].casefold(), last, start):
            form = "told_outlet" if match["told"] else "according_to"
            yield Mention(form, start, end, f"citation.{form}", last.outlet)


def _may_recur(mention: Mention) -> bool:
    """Whether a common noun may stand for its outlet, which is no network."""
    return (
        bool(mention.outlet) and mention.form in _FORMS and key_of(mention.outlet) not in lexicon("network")
    )


def _is_meant(document: Document, words: str, last: Mention, at: int) -> bool:
    """Whether the noun means the outlet, and no paper that scholars or ministries write, nobody's site or agency."""
    if re.search(r"\bpaper\b", words):
        return _WRITTEN.search(document.text, max(0, at - _FAR), at) is None
    if re.search(r"\b(?:web)?site\b|\bportal\b", words):
        return at - last.end < _NEAR and not _POLL.match(document.text, last.end)
    if re.search(r"(?<!news )\bagency\b", words):
        between = document.text[max(last.end, at - _FAR) : at]
        name = re.escape(last.outlet or "")
        called = re.search(
            rf"\bagency {name}|{name}[^.]{{0,40}}\b[Aa]gency\b", document.text[max(0, at - _FAR) : at]
        )
        wire = key_of(last.outlet) in lexicon("agency") or re.search(
            r"Agency|Press|News|Wire", last.outlet or ""
        )
        return bool(called or wire) and not re.search(r"\b[A-Z][\w ]+ Agency\b", between)
    return True


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
