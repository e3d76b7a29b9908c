"""All pages of a report, and their HTML: as a folder of pages or folded into one file."""

from __future__ import annotations

import base64
import hashlib
import json
import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup, escape

from checker.errors import ReportError
from checker.report.cards import Cards
from checker.report.citing import Works
from checker.report.corpus import Corpus
from checker.report.findings import Findings
from checker.report.resources import Look, printable
from checker.report.signs import COVERAGE, COVERAGE_MEANING, Sign
from checker.report.utterances import quotation_key
from checker.report.views import Page, Ref
from checker.report.views_citation import citation_views
from checker.report.views_deeds import deeds_views
from checker.report.views_divergence import divergence_places, divergence_views
from checker.report.views_event import event_views, events_views
from checker.report.views_framing import framing_view, outlet_views
from checker.report.views_index import index_view, report_title
from checker.report.views_method import method_view
from checker.report.views_primary import primary_views
from checker.report.views_provenance import provenance_view
from checker.report.views_quotation import quotation_views, quotations_view
from checker.report.views_source import source_views
from checker.report.views_sources import sources_views

NAV = (
    ("index", "Index"),
    ("divergences", "Divergences"),
    ("events", "Events"),
    ("deeds", "Who did what"),
    ("framing", "Framing"),
    ("quotations", "Quotations"),
    ("provenance", "Provenance"),
    ("citations", "Citations"),
    ("sources", "Sources"),
    ("method", "Method"),
)
ASSETS = ("report.css", "report.js")
FOLDER_CSP = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'none'"
)
EXCERPTS = (
    "This report holds excerpts: the words that its findings rest on, not the articles. "
    "Events that one text alone tells are left out."
)
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")


@dataclass(frozen=True, slots=True)
class Site:
    """What every page prints: the title, a notice, the navigation, the policy, the signs of coverage."""

    title: str
    notice: str
    csp: str
    report_sha256: str
    nav: tuple[tuple[str, str], ...]
    states: tuple[tuple[Sign, str], ...]


class Linker:
    """Addresses as one page needs them; `single` where all pages are in one file."""

    def __init__(
        self, page: Page, paths: Mapping[str, str], ranks: Mapping[str, Ref], *, single: bool
    ) -> None:
        self._page, self._paths, self._ranks, self._single = page, paths, ranks, single

    def to(self, ref: Ref) -> str:
        """The address of a place; KeyError for a page that does not exist."""
        path = self._paths[ref.page]
        fragment = _UNSAFE.sub("-", ref.fragment)
        if self._single:
            return f"#{ref.page}" + (f".{fragment}" if fragment else "")
        if ref.page == self._page.key and fragment:
            return f"#{fragment}"
        return _relative(path, self._page.path) + (f"#{fragment}" if fragment else "")

    def to_page(self, key: str, fragment: str = "") -> str:
        """The address of a page by its key."""
        return self.to(Ref(key, fragment))

    def to_rank(self, rank: str) -> str:
        """The address of the divergence with this number."""
        return self.to(self._ranks[rank])

    def id(self, name: str) -> str:
        """An id that is alone of its kind in the file."""
        safe = _UNSAFE.sub("-", name)
        return f"{self._page.key}.{safe}" if self._single else safe

    def top(self) -> str:
        """The id of a whole page in the single file."""
        return self._page.key

    def asset(self, name: str) -> str:
        """The address of the style sheet or script."""
        return _relative(name, self._page.path)


@cache
def _relative(path: str, page: str) -> str:
    """The address of a path of the report as a page needs it."""
    return posixpath.relpath(path, posixpath.dirname(page) or ".")


def pages(corpus: Corpus, stored: dict[str, str], *, excerpts: bool) -> list[Page]:
    """Every page; stored copies are made last, when it is known which words the others cite."""
    cards = Cards(corpus, divergence_places(corpus))
    findings = Findings(corpus, cards.marker)
    found = list(_pages(corpus, cards, findings))
    for key, path, view in source_views(corpus, findings, stored, excerpts):
        found.append(Page(key, path, corpus.name(view.doc).full, "source.html.j2", "sources", view))
    return found


def _pages(corpus: Corpus, cards: Cards, findings: Findings) -> Iterator[Page]:
    yield _page("index", "Index", index_view(corpus, cards))
    for key, path, view in divergence_views(corpus, cards):
        yield Page(key, path, "Divergences", "divergences.html.j2", "divergences", view, view.pager)
    for key, path, listed in events_views(corpus):
        yield Page(key, path, "Events", "events.html.j2", "events", listed, listed.pager)
    for event, told in event_views(corpus, cards):
        key = corpus.event_page(event.event)
        path = f"events/{corpus.event_files[event.event]}.html"
        yield Page(key, path, event.label, "event.html.j2", "events", told)
    yield _page("framing", "Framing", framing_view(corpus))
    for key, outlet in outlet_views(corpus):
        path = f"outlets/{key.removeprefix('outlet-')}.html"
        yield Page(key, path, outlet.name, "outlet.html.j2", "framing", outlet)
    yield _page("quotations", "Quotations", quotations_view(corpus))
    for quotation, wordings in quotation_views(corpus, divergence_places(corpus)):
        key = quotation_key(quotation)
        path = f"quotations/{key.removeprefix('quotation-')}.html"
        yield Page(key, path, wordings.title, "quotation.html.j2", "quotations", wordings)
    for key, primary in primary_views(corpus, cards):
        path = f"primary/{key.removeprefix('primary-')}.html"
        yield Page(key, path, primary.name, "primary.html.j2", "sources", primary)
    yield _page("provenance", "Provenance", provenance_view(corpus))
    for key, path, cited in citation_views(corpus):
        yield Page(key, path, "Citations", "citations.html.j2", "citations", cited, cited.pager)
    for key, path, stored in sources_views(corpus, findings):
        yield Page(key, path, "Sources", "sources.html.j2", "sources", stored, stored.pager)
    yield _page("method", "Method", method_view(corpus))
    for key, path, deeds in deeds_views(corpus):
        yield Page(key, path, "Who did what", "deeds.html.j2", "deeds", deeds, deeds.pager)


def _page(key: str, title: str, view: object) -> Page:
    return Page(key, f"{key}.html", title, f"{key}.html.j2", key, view)


def folder_files(
    corpus: Corpus, found: Sequence[Page], report_sha256: str, look: Look
) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of each page of a folder report, with the style sheet and the script."""
    template = look.template("base.html.j2")
    site = _site(corpus, FOLDER_CSP, report_sha256)
    paths, ranks, works = {p.key: p.path for p in found}, _ranks(corpus), Works(corpus)
    for page in found:
        link = Linker(page, paths, ranks, single=False)
        given = {"page": page, "view": page.view, "link": link, "site": site}
        body = Markup(look.template(page.template).render(given))
        html = template.render(given, body=body, works=works)
        yield page.path, _guarded(html, site, page.path)
        if page.pager and len(page.pager.refs) > 1:
            yield f"{page.key}.rows.js", _rows(page, body, works.of(body))
    for name in ASSETS:
        yield name, _bytes(look.text(name))


def single_file(corpus: Corpus, found: Sequence[Page], report_sha256: str, look: Look) -> bytes:
    """The whole report as one HTML file whose policy names the hashes of its style and script."""
    style, script = look.text("report.css"), look.text("report.js")
    csp = (
        f"default-src 'none'; style-src '{_csp_hash(style)}'; script-src '{_csp_hash(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    site = _site(corpus, csp, report_sha256)
    paths, ranks = {p.key: p.path for p in found}, _ranks(corpus)
    section, whole = (look.template(f"{name}.html.j2") for name in ("section", "single"))
    bodies = []
    for page in found:
        link = Linker(page, paths, ranks, single=True)
        bodies.append(Markup(section.render(page=page, view=page.view, link=link, site=site)))
    works = Works(corpus).every()
    html = whole.render(site=site, bodies=bodies, works=works, style=Markup(style), script=Markup(script))
    return _guarded(html, site, "index.html")


def _guarded(html: str, site: Site, path: str) -> bytes:
    """The page, which must carry its policy; a template that leaves it out would let pages load things."""
    if str(escape(site.csp)) not in html:
        raise ReportError(
            "a template leaves out the policy of the page",
            where=path,
            do='Keep <meta http-equiv="Content-Security-Policy" content="{{ site.csp }}"> in its head.',
        )
    return _bytes(html)


def _site(corpus: Corpus, csp: str, report_sha256: str) -> Site:
    states = tuple((COVERAGE[s], COVERAGE_MEANING[s]) for s in COVERAGE)
    notice = " ".join(filter(None, (corpus.analysis.catalogue.notice, EXCERPTS if corpus.sparing else "")))
    return Site(report_title(corpus), notice, csp, report_sha256, NAV, states)


def _ranks(corpus: Corpus) -> dict[str, Ref]:
    places = divergence_places(corpus)
    return {str(d.rank): Ref(places[d.id], f"d-{d.id}") for d in corpus.analysis.divergences}


def _csp_hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def _rows(page: Page, body: str, works: str) -> bytes:
    """One part of a list as a script, for the choices that reach all parts: no page may read another as a file."""
    return _bytes(f"checkerRows({json.dumps([page.key, page.path, body, works], ensure_ascii=False)});\n")


def _bytes(html: str) -> bytes:
    return printable(html).encode("utf-8")
