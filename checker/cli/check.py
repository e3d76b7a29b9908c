"""`checker check`: the citations and quotations of a corpus, of drafts against a corpus, or of a report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

from checker.cli.add import captured
from checker.cli.analyse import cache_option, catalogue_option, machinery, paths_argument, pipeline, told
from checker.cli.baseline import Baseline, baseline_options
from checker.cli.findings import Looked, fail_option, findings_format_option, finish, row
from checker.cli.formats.finding import Places
from checker.cli.online import Network, checked, online_options
from checker.cli.output import counted, output_option
from checker.cli.proof import is_report, proved
from checker.errors import UsageError
from checker.model import Catalogue, Citation, Document, Parse, Range, Span, Verdict

Quoted = tuple[Span, str, Verdict]
"""Where a quotation stands, its words, and what became of it."""


@click.command(
    epilog="\b\nExamples:\n  checker check articles/\n  checker check articles/ --online\n"
    "  checker check next.docx notes.md --against articles/\n"
    "  checker check articles/ --online --cache-days 0 --fail-on gone,soft_404 --format csv -o links.csv\n"
    "  checker check articles/ --fail-on gone,altered --format sarif -o checker.sarif\n"
    "  checker check reports/articles\n  checker check reports/excerpts --against articles/"
)
@paths_argument
@click.option(
    "--against",
    multiple=True,
    metavar="PATH",
    help="Check drafts, or prove a report, against these texts.",
)
@online_options
@fail_option
@baseline_options
@findings_format_option
@output_option
@catalogue_option
@cache_option
def check(
    paths: tuple[str, ...],
    *,
    against: tuple[str, ...],
    network: Network | None,
    allow_private: bool,
    fail_on: str,
    baseline: Baseline,
    form: str | None,
    output: Path | None,
    catalogue: tuple[str, ...],
    cached: bool,
) -> int:
    """Check every citation and quotation of a corpus or a draft, or prove a report.

    Given a report folder, every citation printed in its pages is compared with the stored texts, or, with
    --against, with the texts named there whose hashes the report gives. Given texts,
    their citations are listed with a verdict, and their quotations are verified against the texts marked
    `primary`; with --against, all of their quotations against the texts named there, to which the drafts
    themselves do not belong. A PATH that is an address is captured first. With --online the cited addresses
    are asked; nothing else opens a connection.
    """
    if len(paths) == 1 and is_report(Path(paths[0])):
        _refuse(paths[0], online=network is not None)
        originals = _originals(against, cached=cached, allow_private=allow_private) if against else None
        return proved(Path(paths[0]), form, output, originals)
    if against:
        found = _of_drafts(paths, against, catalogue, cached=cached, allow_private=allow_private)
    else:
        found = _of_corpus(paths, catalogue, cached=cached, allow_private=allow_private)
    if network:
        found = replace(found, citations=checked(found.citations, found.documents, network, cached=cached))
    code = finish(_looked(paths, found), fail_on, baseline, form, output)
    click.echo(
        f"{counted(len(found.citations), 'citation')} in {found.said[0]}; "
        f"{counted(len(found.quotations), 'quotation')} checked against {found.said[1]}",
        err=True,
    )
    return code


def _refuse(report: str, *, online: bool) -> None:
    if online:
        what = "a report is proved from files, not from the web"
        raise UsageError(what, where=report, do="Leave out --online, or name the texts.")


def _originals(against: Sequence[str], *, cached: bool, allow_private: bool) -> Sequence[Document]:
    """The texts that a report is held against."""
    with pipeline(against, cached=cached, allow_private=allow_private) as stages:
        found: Sequence[Document] = stages.get("documents")
    return found


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in `documents`; `texts` are theirs and those they were held against, `said` how many, in words."""

    documents: Sequence[Document]
    citations: Sequence[Citation]
    quotations: Sequence[Quoted]
    texts: dict[str, str]
    said: tuple[str, str]


def _of_corpus(paths: Sequence[str], catalogue: Sequence[str], *, cached: bool, allow_private: bool) -> Found:
    """What the texts of a corpus cite, and their quotations of somebody against those marked as primary."""
    with pipeline(paths, catalogue=catalogue, cached=cached, allow_private=allow_private) as stages:
        documents, citations = stages.get("documents"), stages.get("citations")
        contents: dict[str, list[Range]] = defaultdict(list)
        for said in stages.get("attributions"):
            contents[said.doc] += said.content
        quotations = list(_verified(documents, stages.get("parses"), contents, stages.catalogue))
    primary = sum(d.role == "primary" for d in documents)
    texts = {d.doc: d.text for d in documents}
    said_of = counted(len(documents), "text"), counted(primary, "primary text")
    return Found(documents, citations, quotations, texts, said_of)


def _verified(
    documents: Sequence[Document],
    parses: Sequence[Parse],
    contents: Mapping[str, Sequence[Range]],
    catalogue: Catalogue,
) -> Iterator[Quoted]:
    """The quotations of secondary texts that stand in the `contents` of what somebody says, against primary texts."""
    from checker.quotation import Index, accepted, marked, verify

    conventions = accepted(catalogue.accept_edits, catalogue.refuse_edits)
    index = Index(tuple(d for d in documents if d.role == "primary"))
    read = {parse.doc: parse for parse in parses}
    for document in documents if index.documents else ():
        doc = document.doc
        for at, words in marked(document, read[doc]) if document.role == "secondary" and doc in read else ():
            if any(start <= at[0] and at[1] <= end for start, end in contents.get(doc, ())):
                yield Span(doc, *at), words, verify(f"{doc}:{at[0]}", words, index, conventions)


def _of_drafts(
    paths: Sequence[str],
    against: Sequence[str],
    catalogue: Sequence[str],
    *,
    cached: bool,
    allow_private: bool,
) -> Found:
    """What drafts cite and quote, against the texts of a corpus."""
    from checker import drafting
    from checker.capture import folder

    with captured(paths, None, allow_private=allow_private) as own:
        drafts = folder.read(own)
    with captured(against, None, allow_private=allow_private) as others:
        corpus = folder.read(others, catalogue=catalogue)
    with machinery(cached=cached) as make:
        found = drafting.check(drafts.snapshots, corpus.snapshots, corpus.catalogue, make)
    told((*drafts.problems, *corpus.problems, *found.problems))
    if not found.drafts:
        raise UsageError(
            "no draft could be read", where=" ".join(paths), do="Name .md, .docx, .pdf, .txt or .html files."
        )
    said = counted(len(found.drafts), "draft"), counted(len(found.sources), "text")
    texts = {d.doc: d.text for d in (*found.drafts, *found.sources)}
    return Found(found.drafts, found.citations, found.quotations, texts, said)


def _looked(paths: Sequence[str], found: Found) -> list[Looked]:
    places, texts = Places(paths, found.documents), found.texts
    rows = [
        *((c.span, c.span.of(texts[c.span.doc]), row("citations", c, texts)) for c in found.citations),
        *((span, words, row("quotes", verdict, texts)) for span, words, verdict in found.quotations),
    ]
    return [Looked(record, words, places.of(s.doc, s.start, s.end)) for s, words, record in rows]
