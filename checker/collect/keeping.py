"""Whether a capture is new to the corpus, a revision of what is there, or the same."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from checker.capture import warc
from checker.collect import warcs
from checker.collect.corpus import Corpus
from checker.collect.disk import ARCHIVE
from checker.collect.pages import LIMIT, Unchanged
from checker.collect.records import Capture, Outcome
from checker.model import Manifest

Same = Callable[[bytes, bytes, str], bool]
"""Whether two captures of one media type have the same text."""
_CONDITIONS = (("etag", "If-None-Match"), ("last-modified", "If-Modified-Since"))


def there(source: str, entry: Manifest) -> Outcome:
    """A source that is in the corpus already."""
    return Outcome(source, "there", entry.id or entry.path, entry.path, entry.sha256)


class Keeper:
    """Puts captures into a corpus; `same` compares texts."""

    def __init__(self, corpus: Corpus, same: Same) -> None:
        self._corpus, self._same = corpus, same

    def conditions(self, entry: Manifest) -> dict[str, str]:
        """The headers that make a request conditional on a change since that capture (RFC 9110, 13.1)."""
        path = self._corpus.path / ARCHIVE / f"{entry.id or ''}.warc.gz"
        if entry.archived or not path.is_file():
            return {}
        records = [r for r in warc.answers(path, LIMIT) if isinstance(r, warc.Record)]
        named = {name.lower(): value for name, value in records[-1].headers} if records else {}
        return {asks: named[name] for name, asks in _CONDITIONS if name in named and named[name].isascii()}

    def unchanged(self, got: Unchanged, source: str, entry: Manifest) -> Outcome:
        """Note that the host calls the page unchanged."""
        at = warcs.date(got.exchange)
        earlier = (entry.url or source, entry.retrieved or at)
        write = partial(warcs.write, exchanges=(got.exchange,), same_as=earlier)
        self._corpus.note(
            {"doc": _doc(entry), "url": entry.url, "at": at, "status": 304}, (_stem(entry, at), write)
        )
        return replace(there(source, entry), state="same", why="the host says that it has not changed")

    def placed(self, capture: Capture, source: str, *, asked: bool) -> Outcome:
        """Keep a capture, unless the same text is there; `asked`: it was just fetched, which is noted in any case.

        What was just fetched and is older than what is there tells of a clock that was set back: it is compared with
        all captures of the page.
        """
        sha256 = hashlib.sha256(capture.data).hexdigest()
        if capture.url is None:
            doc = self._corpus.by_sha256.get(sha256)
            return there(source, self._corpus.entries[doc]) if doc else self._kept(capture, source, None)
        known = self._corpus.captures_of(capture.url)
        for entry in known:
            if not asked and entry.sha256 == sha256 and entry.retrieved == capture.retrieved:
                return there(source, entry)
        before = [e for e in known if (e.retrieved or "") <= (capture.retrieved or "9")]
        rivals = before[-1:]
        if asked and not capture.archived and len(before) < len(known):
            before = rivals = known
        same = next((e for e in reversed(rivals) if self._is_same(capture, sha256, e)), None)
        if same:
            return self._noted(capture, source, same, sha256) if asked else there(source, same)
        return self._kept(capture, source, before[-1] if before else None)

    def _is_same(self, capture: Capture, sha256: str, entry: Manifest) -> bool:
        if entry.sha256 == sha256:
            return True
        path, kind = self._corpus.path / entry.path, capture.media_type.partition(";")[0]
        if not path.is_file() or (entry.media_type or "").partition(";")[0] != kind:
            return False
        return self._same(path.read_bytes(), capture.data, capture.media_type)

    def _noted(self, capture: Capture, source: str, entry: Manifest, sha256: str) -> Outcome:
        at = capture.retrieved or ""
        row: dict[str, Any] = {"doc": _doc(entry), "url": capture.url, "at": at, "sha256": sha256}
        if capture.requested:
            row["requested"] = capture.requested
        exact = entry.sha256 == sha256
        earlier = (entry.url or source, entry.retrieved or at) if exact else None
        write = partial(warcs.write, exchanges=capture.exchanges, same_as=earlier)
        self._corpus.note(row, (_stem(entry, at), write) if capture.exchanges else None)
        return replace(
            there(source, entry), state="same", why=None if exact else "the same text in other bytes"
        )

    def _kept(self, capture: Capture, source: str, before: Manifest | None) -> Outcome:
        write = partial(warcs.write, exchanges=capture.exchanges) if capture.exchanges else None
        entry = self._corpus.keep(capture, write, _doc(before) if before else None)
        found = there(source, entry)
        return replace(found, state="changed" if before else "added", revision_of=entry.revision_of)


def _doc(entry: Manifest) -> str:
    return entry.id or entry.path


def _stem(entry: Manifest, at: str) -> str:
    """The name of the record of another look at a page."""
    return f"{_doc(entry).rpartition('/')[2]}.{''.join(c for c in at[:19] if c.isalnum())}".lower()
