"""Records to HTML: pages whose every statement links to the words that show it. No analysis here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from checker.model import Analysis, Rule
from checker.report.corpus import Corpus
from checker.report.digest import Digest, digest
from checker.report.excerpts import excerpted
from checker.report.folder import write_folder
from checker.report.prove import Proof, prove
from checker.report.resources import Look
from checker.report.site import folder_files, pages
from checker.report.site import single_file as one_file
from checker.report.stored import manifest, stored_bytes, stored_paths
from checker.report.unchanged import recipe, stands
from checker.standing import sha256

__all__ = ["Digest", "Proof", "Written", "digest", "excerpted", "prove", "write"]


@dataclass(frozen=True, slots=True)
class Written:
    """A report on disk: its folder, the page to open first, and how many pages it has."""

    folder: Path
    index: Path
    pages: int


def write(
    analysis: Analysis,
    out: Path,
    *,
    report_json: bytes,
    rules: Sequence[Rule] = (),
    single_file: bool = False,
    excerpts: bool = False,
    templates: Path | None = None,
) -> Written:
    """Write the pages, `report.json` and the stored texts of an analysis into the folder `out`.

    `rules` explain the rule ids that the records carry. With `single_file` all pages are one `index.html`;
    with `excerpts` only the passages of the texts that pages cite are published: few, where the analysis and
    `report.json` are those of `excerpted`. Files in `templates` are used before ours of the same name
    (docs/templates.md). Equal input gives equal bytes.
    Nothing is written where the folder already holds this very report with every byte in place.
    Files that an earlier run wrote and that are no longer needed are removed; no other file is touched.
    Raises ReportError where the folder cannot be written or holds a foreign file of the same name, and where
    one of `templates` is broken.
    """
    look = Look(templates.resolve() if templates else None)
    made_of = recipe(report_json, rules, look, single_file=single_file, excerpts=excerpts)
    standing = stands(out, made_of)
    if standing is not None:
        return Written(out, out / "index.html", standing)
    corpus = Corpus(analysis, rules, sparing=excerpts)
    paths = stored_paths(corpus.files, excerpts=excerpts)
    found = pages(corpus, paths, excerpts=excerpts)
    digest = sha256(report_json)
    with look.blamed():
        if single_file:
            files = {"index.html": one_file(corpus, found, digest, look)}
        else:
            files = dict(folder_files(corpus, found, digest, look))
    for document in corpus.documents:
        files[paths[document.doc]] = stored_bytes(document, corpus.cited[document.doc], excerpts=excerpts)
    files["report.json"] = report_json
    hashes = {path: sha256(data) for path, data in sorted(files.items())}
    modes = {"single": single_file, "excerpts": excerpts}
    write_folder(out, files, manifest(corpus.documents, paths, corpus.cited, hashes, made_of, **modes))
    return Written(out, out / "index.html", sum(path.endswith(".html") for path in files))
