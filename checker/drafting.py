"""A text that is being written, checked against a corpus: every quotation and every citation in it.

The draft is no part of the corpus: neither its own words nor a copy of it can bear out what it says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from checker.model import Catalogue, Citation, Document, Parse, Problem, Snapshot, Span, Verdict
from checker.pipeline import Pipeline
from checker.quotation import Index, accepted, cited, marked, verify

Stages = Callable[..., Pipeline]
"""Makes a pipeline of snapshots, a catalogue, problems, and documents `beside` them that can be cited."""
TITLED = 4
"""Letters from which a word of a title begins with a capital."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """The drafts, what they cite, each quotation with its words and verdict, and the texts they were held against."""

    drafts: tuple[Document, ...]
    citations: tuple[Citation, ...]
    quotations: tuple[tuple[Span, str, Verdict], ...]
    sources: tuple[Document, ...]
    problems: tuple[Problem, ...]


def check(
    drafts: Sequence[Snapshot], sources: Sequence[Snapshot], catalogue: Catalogue, stages: Stages
) -> Drafted:
    """Check drafts against sources; of the sources only those that are cited are parsed.

    A source with the bytes of a draft is left out, and a draft that has the id of a source is renamed.
    """
    copies = {draft.sha256 for draft in drafts}
    kept = [source for source in sources if source.sha256 not in copies]
    held = stages(kept, catalogue)
    documents: tuple[Document, ...] = held.get("documents")
    written = stages(_apart(drafts, kept), catalogue, beside=documents)
    texts, parses, found = written.get("documents"), written.get("parses"), written.get("cited")
    wanted = {c.target.doc for c in found if c.claim and c.target and c.target.doc}
    read = stages([source for source in kept if source.doc in wanted], catalogue)
    citations = cited.run(found, (*texts, *documents), (*parses, *read.get("parses")))
    quotations = tuple(_verified(texts, parses, documents, catalogue))
    problems = (*held.problems, *written.problems, *(p for p in read.problems if p not in held.problems))
    return Drafted(texts, citations, quotations, documents, problems)


def _apart(drafts: Sequence[Snapshot], sources: Sequence[Snapshot]) -> list[Snapshot]:
    taken = {source.doc for source in sources}
    return [replace(draft, doc=f"draft:{draft.doc}") if draft.doc in taken else draft for draft in drafts]


def _verified(
    drafts: Sequence[Document], parses: Sequence[Parse], sources: Sequence[Document], catalogue: Catalogue
) -> Iterator[tuple[Span, str, Verdict]]:
    """The quotations of the drafts against the sources; what is not found and set like a title is taken for one."""
    conventions = accepted(catalogue.accept_edits, catalogue.refuse_edits)
    index, read = Index(sources), {parse.doc: parse for parse in parses}
    for draft in drafts:
        for (start, end), words in marked(draft, read[draft.doc]) if draft.doc in read else ():
            verdict = verify(f"{draft.doc}:{start}", words, index, conventions)
            if verdict.verdict != "not_found" or not _is_title(words):
                yield Span(draft.doc, start, end), words, verdict


def _is_title(words: str) -> bool:
    """Whether all longer words begin with a capital, as in the title of a work."""
    long = [word for word in words.split() if sum(map(str.isalpha, word)) >= TITLED]
    return bool(long) and all(word.lstrip("“‘\"'([")[:1].isupper() for word in long)
