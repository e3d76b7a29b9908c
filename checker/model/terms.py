"""The words that records may hold, where there is a closed list of them."""

from __future__ import annotations

from typing import Literal

Voice = Literal["narrator", "reported", "quoted"]
Certainty = Literal["asserted", "hedged", "doubted", "denied"]
Polarity = Literal["+", "-"]
CitationVerdict = Literal[
    "ok", "moved", "gone", "blocked", "rate_limited", "soft_404", "unresolvable", "in_corpus", "unchecked"
]
SupportVerdict = Literal["supported", "possibly", "not_found"]
DivergenceKind = Literal[
    "label",
    "attribution",
    "certainty",
    "agency",
    "quotation",
    "number",
    "date",
    "omission",
    "inconsistency",
    "provenance",
]
