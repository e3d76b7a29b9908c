"""What SOURCE may be: an address, a file, a folder, a glob, a web archive, a feed or a sitemap."""

from __future__ import annotations

import calendar
import glob
import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from checker.capture import folder, media, names, warc
from checker.collect.pages import LIMIT, Listing
from checker.collect.records import Capture, Outcome
from checker.errors import UsageError
from checker.model import Snapshot
from checker.web import Exchange

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://")
_LISTS = frozenset({".xml", ".rss", ".atom", ".gz"})
_UNDONE = frozenset({"content-encoding", "content-length", "transfer-encoding"})
"""Headers that are no longer true once a recorded body has been unpacked."""
_TOLD = ("url", "outlet", "author", "date", "title", "role", "retrieved")
"""What a manifest says of a file that goes along with it."""


@dataclass(frozen=True, slots=True)
class Address:
    """An address to be asked, and in one spelling; `depth` is how many lists lead to it."""

    url: str
    normal: str
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """A capture from disk, and the SOURCE that it came from."""

    capture: Capture
    source: str


Item = Address | Found | Listing | Outcome


def is_address(source: str) -> bool:
    """Whether a SOURCE is an address of the web rather than a path."""
    return source.lower().startswith(("http://", "https://"))


def checked(sources: Sequence[str]) -> tuple[str, ...]:
    """The sources with globs unfolded, each once; UsageError for one that cannot be any."""
    found: list[str] = []
    for source in sources:
        if is_address(source) or _exists(source):
            found.append(source)
        elif match := _SCHEME.match(source):
            do = "Give an address that begins with http:// or https://, or a path."
            raise UsageError(f"{match[1]} addresses are not opened", where=_shown(source), do=do)
        elif any(c in source for c in "*?[") and (matched := sorted(glob.glob(source, recursive=True))):  # noqa: PTH207
            found += [name for name in matched if Path(name).is_file()]
        else:
            do = "Check the spelling; an address begins with http:// or https://."
            raise UsageError("there is no such file or folder", where=_shown(source), do=do)
    return tuple(dict.fromkeys(found))


def _exists(source: str) -> bool:
    try:
        return bool(source) and Path(source).exists()
    except (ValueError, OSError):
        return False


def _shown(source: str) -> str:
    return "".join(c if c.isprintable() else "\ufffd" for c in source[:200])


def items(source: str) -> Iterator[Item]:
    """What one source stands for; files are read one by one as they are asked for."""
    if is_address(source):
        yield address(source)
        return
    path = Path(source)
    if path.is_dir():
        yield from _read(source, source)
    elif warc.is_archive(path):
        yield from _of_archive(path, source)
    elif path.suffix.lower() in _LISTS:
        yield _list(path, source)
    else:
        yield from _read(source, source)


def address(url: str, depth: int = 0) -> Address | Outcome:
    """An address as it was given or listed, if it is one."""
    try:
        normal = names.normal(url)
        normal.encode()
    except (ValueError, UnicodeError):
        return Outcome(_shown(url), "failed", why="this is no address", do="Check the spelling.")
    return Address(url, normal, depth)


def _read(path: str, source: str) -> Iterator[Item]:
    """Texts as the commands that analyse read them, so that nothing is added that they cannot use."""
    collection = folder.read([path])
    for snapshot in collection.snapshots:
        yield Found(_capture(snapshot), f"{source}/{snapshot.doc}" if Path(source).is_dir() else source)
    for problem in collection.problems:
        where = f"{source}/{problem.doc}" if problem.doc and Path(source).is_dir() else source
        yield Outcome(where, "failed", why=problem.what.removeprefix("not read: "), do=problem.do)


def _capture(snapshot: Snapshot) -> Capture:
    told = {f.name: getattr(snapshot.manifest, f.name) for f in fields(snapshot.manifest) if f.name in _TOLD}
    url, retrieved = told.pop("url"), told.pop("retrieved")
    kept = tuple((name, value) for name, value in told.items() if value)
    stem = names.of_file(snapshot.path)
    return Capture(snapshot.data, snapshot.media_type, stem, url=url, retrieved=retrieved, told=kept)


def _list(path: Path, source: str) -> Item:
    """A feed or a sitemap that lies on disk."""
    if path.stat().st_size > LIMIT:
        return Outcome(source, "failed", why=f"larger than {LIMIT:,} bytes", do="Split it.")
    data = path.read_bytes()
    shape = media.shape(data)
    if shape in ("feed", "sitemap", "packed"):
        return Listing("", data, shape, source)
    do = "Add .txt, .md, .html, .warc or .wacz files, feeds or sitemaps."
    return Outcome(source, "failed", why="this is no feed or sitemap", do=do)


def _of_archive(path: Path, source: str) -> Iterator[Item]:
    for record in warc.answers(path, LIMIT):
        if isinstance(record, warc.Flaw):
            do = "What comes after it is not read." if record.last else "The rest of the file is read."
            yield Outcome(source, "failed", why=record.what, do=do)
        elif capture := recorded(record):
            yield Found(capture, f"{source}#{record.number}")


def recorded(record: warc.Record) -> Capture | None:
    """A recorded answer as a capture; None where it is no page, text or PDF, or at no usable address."""
    url = record.normal_url
    if url is None or record.media_type is None:
        return None
    at = calendar.timegm(time.strptime(record.moment, "%Y-%m-%dT%H:%M:%SZ")) if record.moment else 0
    lines = tuple(
        (f"X-Archive-Orig-{name}" if name.lower() in _UNDONE else name, value)
        for name, value in record.headers
    )
    exchange = Exchange(
        record.url, "GET", (), record.status, record.reason, lines, record.body, complete=True, at=at
    )
    return Capture(
        record.body,
        record.media_type,
        names.of_url(url),
        url=url,
        retrieved=record.moment,
        exchanges=(exchange,),
    )
