"""The evidence of a divergence as lines: whose words, which words, and which of them are open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from checker.model import Certainty, Divergence, Evidence, Span, Voice
from checker.report.corpus import Corpus
from checker.report.facets import Marks, marks_of
from checker.report.marks import Marker
from checker.report.passages import Mark, passage
from checker.report.signs import CERTAINTY, VOICE
from checker.report.views import Passage, Source, VoiceLine
from checker.report.voices import Run, runs_in

OPEN = 5
"""Lines of a card before the rest is folded."""
NEAR = 2
"""Characters between two pieces of evidence that are printed as one."""
LEFT_OUT = "left out"
"""The part that words play which another text does not have."""
LITTLE = 30
"""Characters around a line of a report that publishes excerpts."""
CLAUSES = 9
"""Lines that are open because the statement speaks of them."""


@dataclass(frozen=True, slots=True)
class Line:
    """One piece of evidence; `again` where the line above is of the same source."""

    source: Source
    role: str
    voice: VoiceLine | None
    passage: Passage
    marks: Marks
    again: bool = False


def lines_of(corpus: Corpus, marker: Marker, divergence: Divergence) -> tuple[Line, ...]:
    """The lines of a divergence; words inside a longer piece of evidence are marked there and not said again."""
    evidence = [e for e in divergence.evidence if corpus.known(e.span)]
    whole = _merged(evidence) if _merges(divergence) else evidence
    for part in evidence:
        corpus.cite(part.span)
    return tuple(_line(corpus, marker, divergence, e, evidence) for e in whole)


def _merges(divergence: Divergence) -> bool:
    return divergence.kind == "quotation"


def _merged(evidence: Sequence[Evidence]) -> list[Evidence]:
    """The evidence without pieces that play another part inside a longer one, which is stretched to hold them."""
    kept: list[Evidence] = []
    for part in sorted(evidence, key=lambda e: (e.span.start - e.span.end, e.span)):
        for i, whole in enumerate(kept):
            if whole.role != part.role and _touch(whole.span, part.span):
                start, end = min(whole.span.start, part.span.start), max(whole.span.end, part.span.end)
                kept[i] = replace(whole, span=Span(part.span.doc, start, end))
                break
        else:
            kept.append(part)
    order = {e.span.doc: i for i, e in reversed(list(enumerate(evidence)))}
    return sorted(kept, key=lambda e: (order[e.span.doc], e.span))


def _touch(a: Span, b: Span) -> bool:
    """Whether two spans share a character or stand side by side."""
    return a.doc == b.doc and a.start <= b.end + NEAR and b.start <= a.end + NEAR


def _line(
    corpus: Corpus, marker: Marker, divergence: Divergence, evidence: Evidence, parts: Sequence[Evidence]
) -> Line:
    span = evidence.span
    marks = list(marker.marks(divergence, span))
    if _merges(divergence):
        inside = [p for p in parts if span.contains(p.span) and p.role != evidence.role]
        marks += [_part_mark(p) for p in inside if not _marked_at(marks, p.span)]
    role = evidence.role
    surety = "denied" if role.startswith("not ") and evidence.certainty == "asserted" else evidence.certainty
    return Line(
        corpus.source(span.doc),
        role,
        _voice(corpus, evidence, surety),
        passage(
            corpus, span, sorted(marks, key=lambda m: (m.start, m.end, m.css)), context=True, little=LITTLE
        ),
        marks_of(corpus, [span.doc], [evidence.voice], [surety]),
    )


def _part_mark(part: Evidence) -> Mark:
    """Words that the other text leaves out have a sign of their own."""
    start, end = part.span.start, part.span.end
    return Mark(start, end, "h", "not shown elsewhere: ") if part.role == LEFT_OUT else Mark(start, end)


def _marked_at(marks: Sequence[Mark], span: Span) -> bool:
    return any(m.start < span.end and span.start < m.end for m in marks)


def _voice(corpus: Corpus, evidence: Evidence, surety: Certainty | None) -> VoiceLine | None:
    """The voice line of evidence: its voice where the stored copy shows words in it, else that of most words."""
    if evidence.voice is None:
        return None
    run, by = main_run(corpus, evidence.span), evidence.by if evidence.voice != "narrator" else None
    if evidence.voice in _voices_in(corpus, evidence.span):
        return voice_line(corpus, evidence.voice, by, surety)
    return voice_line(corpus, run.voice if run else "narrator", by or (run.speaker if run else None), surety)


def _voices_in(corpus: Corpus, span: Span) -> set[Voice]:
    """The voices that have a word of the span."""
    text = corpus.by_doc[span.doc].text
    cut = runs_in(corpus.runs(span.doc), span.start, span.end)
    return {run.voice if run else "narrator" for (s, e), run in cut if sum(map(str.isalnum, text[s:e])) > 1}


def main_run(corpus: Corpus, span: Span) -> Run | None:
    """The run that has most letters of a span; None where that is the narrator."""
    text = corpus.by_doc[span.doc].text
    weight: dict[Run | None, int] = {}
    for (start, end), run in runs_in(corpus.runs(span.doc), span.start, span.end):
        weight[run] = weight.get(run, 0) + sum(map(str.isalnum, text[start:end]))
    return max(weight, key=lambda r: weight[r], default=None)


def voice_line(
    corpus: Corpus, voice: Voice | None, by: str | None, certainty: Certainty | None = None
) -> VoiceLine | None:
    """Whose words, like "¶ narrator, = asserted" or "“ NAME, ≈ hedged"; None where no record says so."""
    if voice is None:
        return None
    who = corpus.spoken(by) if by and voice != "narrator" else None
    return VoiceLine(VOICE[voice], who or _NOBODY[voice], CERTAINTY[certainty] if certainty else None)


_NOBODY: dict[Voice, str] = {
    "narrator": "narrator",
    "reported": "speaker not named",
    "quoted": "speaker not named",
}


def parted(lines: Sequence[Line], statement: str) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The open lines and the folded ones.

    Open is one line of every source, and every answer of a source that the statement speaks of; further lines
    of a source with the same answer are folded last.
    """
    said = statement.casefold()
    docs = [line.source.doc for line in lines]
    pairs = [(line.source.doc, line.role) for line in lines]
    spoken = [i for i, line in enumerate(lines) if _spoken_of(line, said)]
    clauses = [spoken[i] for i in _firsts([pairs[i] for i in spoken])]
    rest = [i for i in _firsts(docs) if docs[i] not in {docs[c] for c in clauses}]
    must = [*clauses, *rest][:CLAUSES]
    order = (*must, *_firsts([line.role for line in lines]), *_firsts(pairs), *range(len(lines)))
    room = len(lines) if len(lines) <= OPEN + 1 else max(OPEN, len(must))
    kept = set(list(dict.fromkeys(order))[:room])
    shown = [line for i, line in enumerate(lines) if i in kept]
    return _again(shown), _again([line for i, line in enumerate(lines) if i not in kept])


def _spoken_of(line: Line, statement: str) -> bool:
    """Whether the statement has the line's words or its answer."""
    words = "".join(p.text for p in line.passage.core)
    return any(len(w) > 2 and w in statement for w in (_bare(words), _bare(line.role)))


def _bare(words: str) -> str:
    return words.casefold().strip(" “”\"'‘’«».,;:")


def _firsts(values: Sequence[object]) -> list[int]:
    """Where each value stands first."""
    return sorted({value: i for i, value in reversed(list(enumerate(values)))}.values())


def _again(lines: Sequence[Line]) -> tuple[Line, ...]:
    docs = [line.source.doc for line in lines]
    return tuple(replace(line, again=i > 0 and docs[i - 1] == docs[i]) for i, line in enumerate(lines))
