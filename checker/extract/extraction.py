"""A snapshot to a document: text, blocks, body, and what the page says of itself."""

from __future__ import annotations

import hashlib

from checker.extract import dates, page, pdf, plain, word
from checker.extract.draft import Draft
from checker.extract.language import identify
from checker.extract.outlets import of_url
from checker.model import Candidate, Document, Interval, Manifest, Problem, Range, Snapshot

NAME = "documents"
VERSION = "4"
REQUIRES = ("snapshots",)

_LETTERS_FOR_LANGUAGE = 40
_UNKNOWN_LANGUAGE = "und"
_READERS = {"text/html": page, word.MEDIA_TYPE: word, pdf.MEDIA_TYPE: pdf}
"""Readers of media types; others are plain text."""
_NOTES = {
    pdf.LOST: "Where these are pictures of text, have it recognised, and save the file again.",
    page.DISPUTED: "Look at what the report takes for the article; where that is wrong, save its text as .txt.",
}
"""What to do about a note of a reader, by the words with which it begins; any other is a guessed encoding."""
_BASIS = {
    "extract.dateline": "stated on the page",
    "extract.updated": "stated on the page as its last update",
    "extract.json_ld": "stated in the page's JSON-LD",
    "extract.meta": "stated in the page's metadata",
    "extract.time": "stated in the page's time element",
}


def run(snapshot: Snapshot) -> Document:
    """The document of one snapshot.

    A `.txt` or `.md` text is its content without a byte order mark; a page's text is its visible text,
    block by block, a .docx file's a line a paragraph, a PDF's its pages line by line. Raises ExtractError where there
    are bytes, but no text.
    """
    reader = _READERS.get(snapshot.media_type.partition(";")[0].strip().lower(), plain)
    return _document(snapshot, reader.read(snapshot))


def problems(document: Document) -> tuple[Problem, ...]:
    """What the extraction of a document had to guess, or could not read."""
    found: list[tuple[str, str]] = []
    for note in document.extractor.split("; ")[1:]:
        known = next((do for begins, do in _NOTES.items() if note.startswith(begins)), None)
        guess = f"not UTF-8, read as {note}: some characters may be wrong", "Save the file as UTF-8."
        found.append((note, known) if known else guess)
    if "\ufffd" in document.text:
        count = document.text.count("\ufffd")
        found.append((f"{count} characters could not be read", "Save the text again from its source."))
    given = next((c for c in document.candidates if c.name == "date" and c.rule == "extract.manifest"), None)
    if given is not None and document.published is None:
        what = f"the date {given.value!r} of the manifest is not understood"
        found.append((what, "Write it as 2021-05-31, 2021-05 or 2021."))
    if not document.body:
        found.append(("no article was found in the text", "Check that the text is there."))
    return tuple(Problem(document.doc, NAME, what, do) for what, do in found)


def _document(snapshot: Snapshot, draft: Draft) -> Document:
    manifest = snapshot.manifest
    candidates = (*_of_manifest(manifest), *draft.candidates, *_of_address(manifest, draft))
    body = _ranges(draft, kept=True)
    return Document(
        doc=snapshot.doc,
        path=snapshot.path,
        sha256=snapshot.sha256,
        text_sha256=hashlib.sha256(draft.text.encode("utf-8", "surrogatepass")).hexdigest(),
        extractor="; ".join(filter(None, (draft.extractor, draft.guessed, draft.lost))),
        media_type=snapshot.media_type,
        title=_best(candidates, "title"),
        outlet=_best(candidates, "outlet"),
        author=_author(manifest, candidates),
        published=_published(manifest, candidates),
        language=_language(draft, body),
        role=manifest.role or "secondary",
        body=body,
        boilerplate=_ranges(draft, kept=False),
        text=draft.text,
        url=_address(manifest, draft),
        retrieved=manifest.retrieved,
        archived=manifest.archived,
        blocks=draft.blocks,
        markup=draft.markup,
        links=draft.links,
        candidates=candidates,
    )


def _of_manifest(manifest: Manifest) -> tuple[Candidate, ...]:
    """What the corpus says comes before what the page says."""
    given = (
        ("title", manifest.title),
        ("outlet", manifest.outlet),
        ("author", manifest.author),
        ("date", manifest.date),
    )
    return tuple(Candidate(name, value, "extract.manifest") for name, value in given if value)  # type: ignore[arg-type]


def _address(manifest: Manifest, draft: Draft) -> str | None:
    """Where this text stands: not where its original does, if it says that it comes from elsewhere."""
    if manifest.url or any(
        c.name == "original" and c.rule != "extract.source_line" for c in draft.candidates
    ):
        return manifest.url
    return _best(draft.candidates, "original_url")


def _of_address(manifest: Manifest, draft: Draft) -> tuple[Candidate, ...]:
    """Outlet and date as the document's own address has them."""
    url = _address(manifest, draft)
    if url is None:
        return ()
    span = next((c.span for c in draft.candidates if c.name == "original_url" and c.value == url), None)
    outlet, _ = of_url(url, draft.text)
    day = dates.in_url(url)
    found = [Candidate("outlet", outlet, "extract.address", span)] if outlet else []
    if day is not None:
        found.append(
            Candidate("date", day.from_ if day.from_ == day.to else day.from_[:7], "extract.address", span)
        )
    return tuple(found)


def _best(candidates: tuple[Candidate, ...], name: str) -> str | None:
    return next((c.value for c in candidates if c.name == name), None)


def _author(manifest: Manifest, candidates: tuple[Candidate, ...]) -> str | None:
    """The manifest's author, else the names of the most trusted rule that found any, joined by commas."""
    if manifest.author:
        return manifest.author
    rule = next((c.rule for c in candidates if c.name == "author"), None)
    names = [c.value for c in candidates if c.name == "author" and c.rule == rule]
    return ", ".join(dict.fromkeys(names)) or None


def _published(manifest: Manifest, candidates: tuple[Candidate, ...]) -> Interval | None:
    """The manifest's date, else the page's; a last update only where nothing else is stated."""
    if manifest.date:
        return dates.interval(manifest.date, "given in the manifest")
    found = [c for c in candidates if c.name == "date" and c.rule != "extract.original_date"]
    for candidate in sorted(found, key=lambda c: c.rule == "extract.updated"):
        day = dates.interval(candidate.value, _BASIS.get(candidate.rule, "stated in the address"))
        if day is not None:
            return day
    return None


def _ranges(draft: Draft, *, kept: bool) -> tuple[Range, ...]:
    """Blocks that are kept, or not; neighbours are one range."""
    ranges: list[Range] = []
    before = not kept
    for block, keep in zip(draft.blocks, draft.keep, strict=True):
        if keep == kept:
            ranges[-1:] = (
                [(ranges[-1][0], block.end)]
                if before == kept and ranges
                else [*ranges[-1:], (block.start, block.end)]
            )
        before = keep
    return tuple(ranges)


def _language(draft: Draft, body: tuple[Range, ...]) -> str:
    """ISO 639-1 code of the article; for a short text what the page declares, else `und`."""
    sample = " ".join(draft.text[start:end][:4000] for start, end in body[:20])[:8000]
    if sum(map(str.isalpha, sample)) < _LETTERS_FOR_LANGUAGE:
        return draft.language or _UNKNOWN_LANGUAGE
    return identify(sample)
