"""The signs of the report: each is a mark, a word and a class, and they always stand together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from checker.model import Certainty, CitationVerdict, Claim, DivergenceKind, SupportVerdict, Voice


@dataclass(frozen=True, slots=True)
class Sign:
    """A mark for the eye, the word for it, and the class that colours both."""

    mark: str
    word: str
    css: str


VOICE: Final[dict[Voice, Sign]] = {
    "narrator": Sign("¶", "narrator", "narrator"),
    "reported": Sign("›", "reported", "reported"),
    "quoted": Sign("“", "quoted", "quoted"),
}

CERTAINTY: Final[dict[Certainty, Sign]] = {
    "asserted": Sign("=", "asserted", "asserted"),
    "hedged": Sign("≈", "hedged", "hedged"),
    "doubted": Sign("?", "doubted", "doubted"),
    "denied": Sign("¬", "denied", "denied"),
}


def claimed(claim: Claim) -> Certainty:
    """How surely a claim says that it happened: one that says that it did not happen denies it."""
    return "denied" if claim.polarity == "-" and claim.certainty == "asserted" else claim.certainty


COVERAGE: Final[dict[str, Sign]] = {
    "covered": Sign("●", "covered", "covered"),
    "possible": Sign("◐", "possible", "possible"),
    "left_out": Sign("∅", "left out", "left-out"),
    "no_passage_found": Sign("–", "no passage found", "none-found"),
    "not_collected": Sign("×", "not collected", "not-collected"),
}

COVERAGE_MEANING: Final[dict[str, str]] = {
    "covered": "passages about it were found",
    "possible": "too little to be sure",
    "left_out": "later than the event, writes about its setting, others give it weight",
    "no_passage_found": "searched, nothing, and no proof of leaving out",
    "not_collected": "we do not have the text",
}

KIND: Final[dict[DivergenceKind, str]] = {
    "agency": "Who did it",
    "attribution": "Who says so",
    "certainty": "How sure",
    "quotation": "Wording of a quotation",
    "number": "Number",
    "date": "Date",
    "label": "Name for it",
    "omission": "Told by some",
    "inconsistency": "Inside one text",
    "provenance": "Where it comes from",
}

DIFFER: Final[dict[DivergenceKind, str]] = {
    "agency": "who did it",
    "attribution": "who says so",
    "certainty": "how sure it is",
    "quotation": "the wording of a quotation",
    "number": "a number",
    "date": "a date",
    "label": "the name for it",
    "omission": "whether it is told",
    "inconsistency": "what one text says twice",
    "provenance": "where it comes from",
}
"""What sources differ in, in a running sentence."""

ACT: Final[dict[str, str]] = {
    "end": "ended, blocked or undid",
    "begin": "began",
    "agree": "agreed or signed",
    "offer": "offered or promised",
    "want": "wanted or asked",
    "refuse": "refused",
    "compel": "compelled",
    "yield": "gave way",
    "withdraw": "withdrew",
    "attack": "attacked",
}
"""Kinds of deed, as the claims name them."""

IMPORTANCE: Final[dict[int, str]] = {3: "turns the story", 2: "changes a detail that counts", 1: "small"}

CITATION: Final[dict[CitationVerdict, Sign]] = {
    "ok": Sign("●", "found", "covered"),
    "in_corpus": Sign("●", "in this corpus", "covered"),
    "moved": Sign("→", "moved", "possible"),
    "gone": Sign("∅", "gone", "left-out"),
    "soft_404": Sign("∅", "page says not found", "left-out"),
    "blocked": Sign("|", "blocked", "none-found"),
    "rate_limited": Sign("|", "asked to wait", "none-found"),
    "unresolvable": Sign("∅", "no target in the text", "possible"),
    "unchecked": Sign("–", "not checked, offline", "none-found"),
}

SUPPORT: Final[dict[SupportVerdict, Sign]] = {
    "supported": Sign("●", "says so", "covered"),
    "possibly": Sign("○", "may say so", "possible"),
    "not_found": Sign("–", "not found there", "none-found"),
}

RELATION: Final[dict[str, str]] = {
    "republication": "republished from",
    "translation": "translated from",
    "same_author": "same author as",
    "shared_text": "shares text with",
    "revision": "another version of",
    "archive": "archived copy of",
}

_DEVICES: Final = {"label": "what things are called", "presupposition": "taken for granted"}
DEVICE_FALLBACK: Final = "choice of words"


def device_name(device: str) -> str:
    """A framing device as a reader reads it: "scare_quote" is "scare quote"."""
    return _DEVICES.get(device) or device.replace("_", " ").replace("-", " ") or DEVICE_FALLBACK
