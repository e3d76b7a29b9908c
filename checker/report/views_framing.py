"""Choices of words and grammar, source by source in the same rows, the narrator's apart from quoted ones."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from checker.model import Framing, Span
from checker.report.card_lines import voice_line
from checker.report.cards import brackets
from checker.report.corpus import Corpus
from checker.report.framing_rows import IN_CONTEXT, cue_of, differs, grouped, row_head, whose
from checker.report.matrix import columns, fullest
from checker.report.passages import Mark, passage
from checker.report.signs import device_name
from checker.report.views import Bracket, Link, Passage, Ref, Source, VoiceLine
from checker.report.words import listed, shorten

COLUMNS = 8
"""Sources in one table; those with most choices of words stay."""
CELL = 4
"""Wordings in a cell before the rest is folded."""
ROWS = 260
"""Rows on one page; further events keep to the outlets' pages."""


@dataclass(frozen=True, slots=True)
class Place:
    """A further place of the same words."""

    locator: str
    ref: Ref


@dataclass(frozen=True, slots=True)
class Wording:
    """One choice: its words, whose they are, how often they stand here, and `places` beside the first.

    `of` is whose claim a reporting verb brings in.
    """

    voice: VoiceLine | None
    passage: Passage
    of: str
    times: int
    places: tuple[Place, ...]
    rule: Link


@dataclass(frozen=True, slots=True)
class FramingCell:
    """One source: the narrator's own words, and those of people it quotes or retells."""

    source: str
    narrator: tuple[Wording, ...]
    others: tuple[Wording, ...]
    more: int
    all: Ref


@dataclass(frozen=True, slots=True)
class FramingRow:
    """One choice across the sources: what it is, how to read it, and each source's words."""

    head: Link
    note: str
    cells: tuple[FramingCell, ...]


@dataclass(frozen=True, slots=True)
class FramingEvent:
    """The rows of one event over the sources that have any; `event` is None for what belongs to no event."""

    event: Link | None
    sources: tuple[Source, ...]
    brackets: tuple[Bracket, ...]
    without: str
    rows: tuple[FramingRow, ...]
    folded: tuple[FramingRow, ...]


@dataclass(frozen=True, slots=True)
class FramingView:
    """All events, and the outlets' pages."""

    events: tuple[FramingEvent, ...]
    alone: tuple[FramingEvent, ...]
    outlets: tuple[tuple[Link, int], ...]
    total: int
    unshown: int


@dataclass(frozen=True, slots=True)
class DeviceCount:
    """How often an outlet's texts use a device, in whose voice, word by word with every place."""

    device: str
    anchor: str
    own: int
    said: int
    narrator: tuple[Wording, ...]
    others: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class OutletView:
    """One outlet over all events of the corpus."""

    name: str
    sources: tuple[Source, ...]
    devices: tuple[DeviceCount, ...]
    total: int


def framing_view(corpus: Corpus) -> FramingView:
    """The page of framing."""
    docs = [d for d in columns(corpus) if d in corpus.by_doc]
    by_event: dict[str, list[Framing]] = defaultdict(list)
    for record in _known(corpus):
        by_event[record.event if record.event in corpus.events else ""].append(record)
    order = [e.event for e in corpus.sorted_events() if e.event in by_event] + [""] * ("" in by_event)
    events: list[FramingEvent] = []
    shown = 0
    for event in order:
        if sum(len(e.rows) + len(e.folded) for e in events) < ROWS:
            events.append(_event(corpus, event, by_event[event], docs))
            shown += len(by_event[event])
    total = sum(map(len, by_event.values()))
    outlets = tuple((Link(name, Ref(key)), n) for name, key, _, n in outlet_pages(corpus))
    several = tuple(e for e in events if e.rows)
    alone = tuple(e for e in events if not e.rows)
    return FramingView(several, alone, outlets, total, total - shown)


def _known(corpus: Corpus) -> Iterator[Framing]:
    return (f for f in corpus.analysis.framing if corpus.known(f.span) and f.cue[0] < f.cue[1])


def _event(corpus: Corpus, event: str, found: Sequence[Framing], docs: Sequence[str]) -> FramingEvent:
    ranked = grouped(found)
    times = Counter(f.span.doc for f in found)
    having = fullest([d for d in docs if times[d]], times, COLUMNS)
    rows, folded = (
        tuple(
            FramingRow(*row_head(corpus, fs[0]), tuple(_cell(corpus, doc, fs) for doc in having))
            for fs in ranked
            if differs(corpus, fs) == wanted
        )
        for wanted in (True, False)
    )
    link = Link(corpus.event_label(event), Ref(corpus.event_page(event))) if event else None
    without = listed([corpus.name(d).short for d in docs if not times[d]][:20])
    sources = tuple(corpus.source(d) for d in having)
    return FramingEvent(link, sources, brackets(corpus, [{d} for d in having]), without, rows, folded)


def _cell(corpus: Corpus, doc: str, found: Sequence[Framing]) -> FramingCell:
    mine = [f for f in found if f.span.doc == doc]
    own = _wordings(corpus, [f for f in mine if f.voice == "narrator"])
    others = _wordings(corpus, [f for f in mine if f.voice != "narrator"])
    more = max(0, len(own) - CELL) + max(0, len(others) - CELL)
    page = Ref(outlet_key(corpus, doc), device_anchor(found[0].device))
    return FramingCell(corpus.name(doc).full, tuple(own[:CELL]), tuple(others[:CELL]), more, page)


def _wordings(corpus: Corpus, found: Sequence[Framing], *, context: bool = False) -> list[Wording]:
    """One entry for the same words in the same voice, the most frequent first; the first place stands for them."""
    same: dict[tuple[str, str, str | None, str], list[Framing]] = defaultdict(list)
    for record in found:
        same[cue_of(corpus, record), record.voice, record.speaker, whose(corpus, record)].append(record)
    ranked = sorted(same.values(), key=lambda group: -len(group))
    return [_wording(corpus, group, context=context) for group in ranked]


def _wording(corpus: Corpus, group: Sequence[Framing], *, context: bool = False) -> Wording:
    record, further = group[0], [Span(f.span.doc, *f.cue) for f in group[1:]]
    span = Span(record.span.doc, *record.cue)
    around = context or record.device in IN_CONTEXT
    return Wording(
        voice_line(corpus, record.voice, record.speaker) if record.voice != "narrator" or context else None,
        passage(corpus, span, (Mark(*record.cue),), context=around, voice=record.voice),
        whose(corpus, record),
        len(group),
        tuple(Place(corpus.locator(s), corpus.cite(s)) for s in further),
        corpus.rule_link(record.rule),
    )


def outlet_key(corpus: Corpus, doc: str) -> str:
    """The key of the page of a document's outlet."""
    short = corpus.name(doc).short
    return (
        f"outlet-{corpus.files[next(d.doc for d in corpus.documents if corpus.name(d.doc).short == short)]}"
    )


def device_anchor(device: str) -> str:
    """The id of a device's section on an outlet's page."""
    return f"v-{device}"


def outlet_pages(corpus: Corpus) -> list[tuple[str, str, tuple[str, ...], int]]:
    """For each outlet: its name, the key of its page, its documents, and how many choices of words were found."""
    docs: dict[str, list[str]] = defaultdict(list)
    for document in corpus.documents:
        docs[corpus.name(document.doc).short].append(document.doc)
    counts = Counter(f.span.doc for f in _known(corpus))
    return [
        (shorten(name, 60), outlet_key(corpus, ds[0]), tuple(ds), sum(counts[d] for d in ds))
        for name, ds in sorted(docs.items())
    ]


def outlet_views(corpus: Corpus) -> Iterable[tuple[str, OutletView]]:
    """Page key and view of each outlet."""
    for name, key, docs, total in outlet_pages(corpus):
        devices: dict[str, list[Framing]] = defaultdict(list)
        for record in _known(corpus):
            if record.span.doc in docs:
                devices[record.device].append(record)
        ranked = sorted(devices.items(), key=lambda d: (-len(d[1]), d[0]))
        counts = tuple(_count(corpus, device, found) for device, found in ranked)
        yield key, OutletView(name, tuple(corpus.source(d) for d in docs), counts, total)


def _count(corpus: Corpus, device: str, found: Sequence[Framing]) -> DeviceCount:
    own = [f for f in found if f.voice == "narrator"]
    said = [f for f in found if f.voice != "narrator"]
    told, others = (tuple(_wordings(corpus, fs, context=True)) for fs in (own, said))
    return DeviceCount(device_name(device), device_anchor(device), len(own), len(said), told, others)
