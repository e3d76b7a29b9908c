"""The records that rooms hand to each other. Imports nothing of ours.

Names of fields are the names in `report.json`; a trailing underscore is dropped there (`from_` -> `from`), and a
field `span` is written as `doc`, `start`, `end` and `quote` in its place.
"""

from checker.model.analysis import Analysis
from checker.model.catalogue import Alias, Catalogue, CatalogueEvent, LabelGroup
from checker.model.chains import first_joined
from checker.model.dates import MONTHS, WEEKDAYS
from checker.model.found import Archived, Checked, Citation, Divergence, Evidence, Stated, Support, Target
from checker.model.happened import (
    Alignment,
    AlignmentEvidence,
    Claim,
    Coverage,
    Entity,
    Event,
    EventDate,
    Framing,
    Group,
    Slot,
    TimeExpression,
)
from checker.model.parse import Name, Parse, QuotedSpan, Sentence, Token
from checker.model.rules import Example, Provenance, ProvenanceLink, Rule, Work
from checker.model.said import Attribution, Change, Difference, Quotation, Reuse, Variant, Verdict
from checker.model.terms import Certainty, CitationVerdict, DivergenceKind, Polarity, SupportVerdict, Voice
from checker.model.text import (
    Block,
    Candidate,
    Document,
    Interval,
    Link,
    Manifest,
    Problem,
    Range,
    Snapshot,
    Span,
    make_id,
)

__all__ = [
    "MONTHS",
    "WEEKDAYS",
    "Alias",
    "Alignment",
    "AlignmentEvidence",
    "Analysis",
    "Archived",
    "Attribution",
    "Block",
    "Candidate",
    "Catalogue",
    "CatalogueEvent",
    "Certainty",
    "Change",
    "Checked",
    "Citation",
    "CitationVerdict",
    "Claim",
    "Coverage",
    "Difference",
    "Divergence",
    "DivergenceKind",
    "Document",
    "Entity",
    "Event",
    "EventDate",
    "Evidence",
    "Example",
    "Framing",
    "Group",
    "Interval",
    "LabelGroup",
    "Link",
    "Manifest",
    "Name",
    "Parse",
    "Polarity",
    "Problem",
    "Provenance",
    "ProvenanceLink",
    "Quotation",
    "QuotedSpan",
    "Range",
    "Reuse",
    "Rule",
    "Sentence",
    "Slot",
    "Snapshot",
    "Span",
    "Stated",
    "Support",
    "SupportVerdict",
    "Target",
    "TimeExpression",
    "Token",
    "Variant",
    "Verdict",
    "Voice",
    "Work",
    "first_joined",
    "make_id",
]
