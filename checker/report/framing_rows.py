"""The rows of framing: what is named, whose claim a verb brings in, how a deed is told, how a word colours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from checker.model import Framing
from checker.report.corpus import Corpus
from checker.report.signs import device_name
from checker.report.views import Link

_ORDER: Final = (
    "label",
    "presupposition",
    "agency",
    "certainty",
    "loaded",
    "scare_quotes",
    "distance",
    "prominence",
)
_ROWS: Final[Mapping[str, tuple[str, str]]] = {
    "label-own": ("Words of your own list", ""),
    "presupposition-true": (
        "Whose claim is told as true",
        "“confirmed” takes it for a fact; “said” does not",
    ),
    "presupposition-fault": (
        "Whose words are told as owning up",
        "“admitted” takes it for true, and for a fault",
    ),
    "presupposition-open": ("Whose claim is left open", "“claimed” does not vouch for it"),
    "agency-passive-no-agent": ("Done, and nobody is said to have done it", "a passive without a doer"),
    "agency-passive-agent": ("The doer comes last", "a passive with “by”"),
    "agency-noun": ("A deed told as a thing", "a noun instead of a verb, without a doer"),
    "agency-of-itself": ("Told as if it happened of itself", ""),
    "certainty-hedge": ("Words that make it less sure", ""),
    "certainty-doubt": ("Words that doubt it", ""),
    "certainty-denial": ("Words that deny it", ""),
    "scare-quotes": ("The narrator’s own words in quotation marks", "and nobody is said to have said them"),
    "distance": ("Words that keep a distance", "such as “so-called”"),
    "prominence-headline": ("What the headline says", ""),
    "prominence-lead": ("What the first sentence says", ""),
}
"""What a lay reader is told of a rule: the name of its row, and how to read it."""
IN_CONTEXT: Final = frozenset({"agency", "presupposition", "certainty"})
"""Devices whose words say nothing without those around them."""


def grouped(found: Iterable[Framing]) -> list[list[Framing]]:
    """The records of an event by rule, in the order in which a reader meets them."""
    groups: dict[tuple[str, str], list[Framing]] = defaultdict(list)
    for record in found:
        groups[record.device, record.rule].append(record)

    def order(item: tuple[tuple[str, str], list[Framing]]) -> tuple[int, int, int, str]:
        (device, rule), records = item
        place = _ORDER.index(device) if device in _ORDER else len(_ORDER)
        return place, -len({f.span.doc for f in records}), -len(records), rule

    return [records for _, records in sorted(groups.items(), key=order)]


def row_head(corpus: Corpus, record: Framing) -> tuple[Link, str]:
    """The name of a row, which leads to its rule, and a line on how to read it."""
    name, note = _ROWS.get(record.rule.removeprefix("framing."), ("", ""))
    rule = corpus.rule_link(record.rule, device_name(record.device))
    return Link(name or rule.text, rule.ref), note


def cue_of(corpus: Corpus, record: Framing) -> str:
    """The words that were chosen, without capitals."""
    return corpus.by_doc[record.span.doc].text[record.cue[0] : record.cue[1]].casefold()


def differs(corpus: Corpus, found: Sequence[Framing]) -> bool:
    """Whether two sources have a row and not in the same words; singular and plural are the same word."""
    words: dict[str, set[str]] = defaultdict(set)
    for record in found:
        words[record.span.doc].add(cue_of(corpus, record).removesuffix("s"))
    return len(words) > 1 and len({frozenset(w) for w in words.values()}) > 1


def whose(corpus: Corpus, record: Framing) -> str:
    """Whose claim a reporting verb brings in; "" where nobody is named, or the words are no such verb."""
    if record.device != "presupposition":
        return ""
    low, high = record.cue
    for said in corpus.said_in(record.span.doc):
        if any(start < high and low < end for start, end in said.cue or ()):
            return corpus.speaker(said) or ""
    return ""
