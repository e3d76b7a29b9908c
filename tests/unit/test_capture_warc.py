"""Web archives: what is read of them, and what is not believed."""

from __future__ import annotations

import gzip
import io
import struct
import time
import tracemalloc
import zipfile
import zlib
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from checker.capture import folder, warc
from checker.capture.payload import PayloadError, plain
from checker.model import Problem, Snapshot
from tests.loopback import page

URL = "https://vale.test/2019/storm.html"
LIMIT = 1_000_000
DAY = "2019-05-04T06:00:00Z"
ZEROS = b"\0" * 50_000_000


def record(
    body: bytes,
    url: str = URL,
    kind: str = "response",
    status: str = "200 OK",
    when: str = DAY,
    **headers: str,
) -> bytes:
    """One record, as another tool writes it."""
    out = io.BytesIO()
    lines = {"content-type": "text/html"} | {name.replace("_", "-"): value for name, value in headers.items()}
    head = (
        StatusAndHeaders(status, list(lines.items()), "HTTP/1.1") if kind in ("response", "revisit") else None
    )
    writer = WARCWriter(out, gzip=False)
    made = writer.create_warc_record(
        url, kind, payload=io.BytesIO(body), length=len(body), http_headers=head, warc_headers_dict={"WARC-Date": when},
        warc_content_type="" if head else lines["content-type"],
    )  # fmt: skip
    writer.write_record(made)
    return out.getvalue()


def made(path: Path, *records: bytes) -> Path:
    """The records in a file of that name: packed one by one where it ends in .gz, in a zip where in .wacz."""
    if path.suffix == ".wacz":
        with zipfile.ZipFile(path, "w") as packed:
            packed.writestr("datapackage.json", "{}")
            packed.writestr("archive/data.warc.gz", b"".join(map(gzip.compress, records)))
    else:
        path.write_bytes(b"".join(map(gzip.compress, records) if path.suffix == ".gz" else records))
    return path


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a.wacz"])
def test_each_page_is_a_document(tmp_path: Path, name: str) -> None:
    chunked = b"5\r\nThe s\r\n19;x=y\r\ntorm came on a Monday, so\r\n0\r\n\r\n"
    made(
        tmp_path / name,
        record(page("Storm")),
        record(page("Storm")),
        record(page("Storm, later"), when="2019-05-05T06:00:00.123456Z"),
        record(gzip.compress(page("Packed")), "http://vale.test/b?x=1", content_encoding="gzip"),
        record(chunked, "http://vale.test/c", content_type="text/plain", transfer_encoding="chunked"),
        record(b"It was said.", "http://vale.test/d", kind="resource", content_type="text/plain"),
        record(b"{}", "http://vale.test/e", content_type="application/json"),
        record(page("Gone"), "http://vale.test/f", status="404 Not Found"),
        record(b"", "http://vale.test/g"),
        record(page("x"), "dns:vale.test"),
        record(b"GET / HTTP/1.1\r\n\r\n", kind="request"),
        record(b"User-agent: *", "http://vale.test/robots.txt", content_type="text/plain"),
    )
    found = folder.read([str(tmp_path)])
    got = [(s.doc, s.manifest.url, s.manifest.retrieved, s.data) for s in found.snapshots]
    monday = "2019-05-04T06:00:00Z"
    hashed = next(doc for doc, *_ in got if "-b-" in doc)
    assert got == sorted([
        (f"{name}/vale.test-2019-storm", URL, monday, page("Storm")),
        (f"{name}/vale.test-2019-storm.2", URL, "2019-05-05T06:00:00Z", page("Storm, later")),
        (hashed, "http://vale.test/b?x=1", monday, page("Packed")),
        (f"{name}/vale.test-c", "http://vale.test/c", monday, b"The storm came on a Monday, so"),
        (f"{name}/vale.test-d", "http://vale.test/d", monday, b"It was said."),
    ])  # fmt: skip
    assert found.problems == ()
    assert [s.doc for s in folder.read([str(tmp_path / name)]).snapshots] == [doc for doc, *_ in got]


GOOD = record(page("Storm"))


def head(length: str, **more: str) -> bytes:
    fields = {"WARC-Type": "response", "WARC-Target-URI": URL, "Content-Length": length} | more
    return b"WARC/1.0\r\n" + "".join(f"{k}: {v}\r\n" for k, v in fields.items()).encode() + b"\r\n"


def eocd(entries: int, size: int) -> bytes:
    return b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, entries, entries, size, 0, 0)


LIES: dict[str, tuple[str, bytes, str]] = {
    "length beyond the end": ("a.warc", GOOD + head("9" * 15) + b"x", "breaks off"),
    "length beyond the end, packed": ("a.warc.gz", gzip.compress(GOOD + head("9" * 6) + b"x"), "breaks off"),
    "length too short": ("a.warc", GOOD + head("3") + b"HTTP/1.1 200 OK\r\n\r\nx\r\n\r\n", "does not begin"),
    "length negative": ("a.warc", GOOD + head("-5") + b"x", "no length"),
    "length no number": ("a.warc", GOOD + head("0x10") + b"x", "no length"),
    "length with a plus": ("a.warc", GOOD + head("+10") + b"x", "no length"),
    "length of a thousand digits": ("a.warc", GOOD + head("9" * 1000) + b"x", "no length"),
    "no length": ("a.warc", GOOD + b"WARC/1.0\r\nWARC-Type: response\r\n\r\nx", "no length"),
    "large record": ("a.warc", GOOD + head("3000000") + b"x" * 3_000_000 + b"\r\n\r\n", "too many"),
    "endless line": ("a.warc", GOOD + b"WARC/1.0\r\nX: " + b"a" * 300_000, "a line is longer"),
    "endless head": ("a.warc", GOOD + b"WARC/1.0\r\n" + b"X: aaaaaaaaaaa\r\n" * 30_000, "head of a record"),
    "no answer": ("a.warc", GOOD + head("5") + b"hello\r\n\r\n", "no answer by HTTP"),
    "binary": ("a.warc", GOOD + bytes(range(256)) * 50, "does not begin"),
    "not gzip": ("a.warc.gz", gzip.compress(GOOD) + b"\x1f\x8b\xff\xff", "broken"),
    "gzip breaks off": ("a.warc.gz", gzip.compress(GOOD) + gzip.compress(GOOD)[:-20], "broken"),
    "gzip in gzip": ("a.warc.gz", gzip.compress(gzip.compress(GOOD)), "does not begin"),
    "body bomb": ("a.warc", GOOD + record(gzip.compress(ZEROS), content_encoding="gzip"), "unpacks to more"),
    "stacked body bomb": (
        "a.warc",
        GOOD + record(gzip.compress(gzip.compress(b"\0" * 90_000_000)), content_encoding="gzip, gzip"),
        "unpacks to more",
    ),
    "deflate bomb": ("a.warc", GOOD + record(zlib.compress(ZEROS), content_encoding="deflate"), "unpacks"),
    "unknown packing": ("a.warc", GOOD + record(b"x", content_encoding="zstd"), "not known"),
    "broken packing": ("a.warc", GOOD + record(b"\x1f\x8b\x08nothing", content_encoding="gzip"), "is broken"),
    "no zip": ("a.wacz", b"nothing", "no WACZ"),
    "zip of 65535 files": ("a.wacz", eocd(0xFFFF, 100), "table of contents"),
    "zip with a large table": ("a.wacz", eocd(10, 0xFFFFFFF0), "table of contents"),
    "zip with a lying table": ("a.wacz", eocd(10, 5_000_000), "broken"),
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(LIES))
def test_a_lying_archive_gives_what_it_has_and_a_problem(tmp_path: Path, name: str) -> None:
    file, data, words = LIES[name]
    (tmp_path / file).write_bytes(data)
    tracemalloc.start()
    began = time.monotonic()
    found = list(warc.answers(tmp_path / file, LIMIT))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    flaws = [f.what for f in found if isinstance(f, warc.Flaw)]
    assert words in flaws[-1] and len(flaws) <= 2
    good = [r.body for r in found if isinstance(r, warc.Record)]
    assert good == ([] if file.endswith("wacz") or name == "gzip in gzip" else [page("Storm")])
    assert peak < 12_000_000 and time.monotonic() - began < 5


def test_a_bomb_of_an_archive_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc, "FLOOR", 2_000_000)
    (tmp_path / "a.warc.gz").write_bytes(
        gzip.compress(GOOD) + gzip.compress(head("90000000") + b"\0" * 90_000_000)
    )
    found = list(warc.answers(tmp_path / "a.warc.gz", LIMIT))
    assert isinstance(found[0], warc.Record) and isinstance(found[-1], warc.Flaw)
    assert "100 times" in found[-1].what


def test_problems_are_told_where_a_folder_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(LIES["length negative"][1])
    found = folder.read([str(tmp_path)])
    assert len(found.snapshots) == 1 and isinstance(found.snapshots[0], Snapshot)
    assert [(p.doc, isinstance(p, Problem), "no length" in p.what) for p in found.problems] == [
        ("a.warc", True, True)
    ]


@pytest.mark.parametrize(
    ("body", "transfer", "encoding", "text"),
    [
        (b"abc", "", "", b"abc"),
        (b"abc", "", "identity", b"abc"),
        (b"3\r\nabc\r\n0\r\n\r\n", "chunked", "", b"abc"),
        (b"abc", "chunked", "", b"abc"),
        (b"3\r\nabc\r\nzz", "chunked", "", b"3\r\nabc\r\nzz"),
        (gzip.compress(b"abc"), "", "GZIP", b"abc"),
        (zlib.compress(b"abc"), "", "deflate", b"abc"),
        (zlib.compress(b"abc")[2:-4], "", "deflate", b"abc"),
        (gzip.compress(b"a" * 65_536), "", "gzip", b"a" * 65_536),
    ],
)
def test_a_body_is_given_as_a_reader_gets_it(body: bytes, transfer: str, encoding: str, text: bytes) -> None:
    assert plain(body, transfer, encoding, 100_000) == text


def test_a_brotli_bomb_is_given_up() -> None:
    brotli = pytest.importorskip("brotli")
    assert plain(brotli.compress(b"abc"), "", "br", 10) == b"abc"
    with pytest.raises(PayloadError, match="unpacks to more"):
        plain(brotli.compress(ZEROS, quality=1), "", "br", LIMIT)
