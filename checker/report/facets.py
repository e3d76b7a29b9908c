"""What the lists of a report can be narrowed by: kind, source, voice and certainty."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from checker.model import Certainty, Voice
from checker.report.corpus import Corpus
from checker.report.signs import CERTAINTY, COVERAGE, KIND, VOICE


@dataclass(frozen=True, slots=True)
class Facet:
    """One choice of the reader: a name, what it is called, and its values with their words."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Marks:
    """What one line or cell is of, for the script that narrows a list: values parted by spaces.

    `lacks` is the key of a source that does not have what the row is about.
    """

    source: str = ""
    voice: str = ""
    certainty: str = ""
    state: str = ""
    lacks: str = ""


STATES = Facet("state", "State", tuple((s, f"{sign.mark} {sign.word}") for s, sign in COVERAGE.items()))
"""What a source may have of an event, as a choice of the reader."""


def facets(corpus: Corpus) -> tuple[Facet, ...]:
    """The choices for a corpus; those with one value alone are left out."""
    kinds = {d.kind for d in corpus.analysis.divergences}
    every = (
        Facet("kind", "Kind", tuple((k, KIND[k]) for k in KIND if k in kinds)),
        Facet(
            "source", "Source", tuple((corpus.keys[d.doc], corpus.name(d.doc).full) for d in corpus.documents)
        ),
        Facet("voice", "Voice", tuple((v, f"{sign.mark} {sign.word}") for v, sign in VOICE.items())),
        Facet(
            "certainty", "Certainty", tuple((c, f"{sign.mark} {sign.word}") for c, sign in CERTAINTY.items())
        ),
    )
    return tuple(facet for facet in every if len(facet.options) > 1)


def marks_of(
    corpus: Corpus,
    docs: Iterable[str],
    voices: Iterable[Voice | None] = (),
    certainties: Iterable[Certainty | None] = (),
) -> Marks:
    """What a line or cell is of; a source that was not collected cannot be chosen."""
    keys = (corpus.keys[doc] for doc in docs if doc in corpus.keys)
    return Marks(_joined(keys), _joined(voices), _joined(certainties))


def _joined(values: Iterable[str | None]) -> str:
    return " ".join(sorted({v for v in values if v}))
