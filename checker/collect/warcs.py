"""Exchanges as WARC records (ISO 28500), in gzip members of their own, for other tools to replay."""

from __future__ import annotations

import hashlib
import io
import uuid
from base64 import b32encode
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from checker import __version__
from checker.web import Exchange

_JOINED = "transfer-encoding"
"""The chunks of a body are joined before it is written, so this header must not claim them."""


def write(out: BinaryIO, exchanges: Sequence[Exchange], *, same_as: tuple[str, str] | None = None) -> None:
    """A warcinfo record, and for each exchange the response and, where it is known, the request.

    `same_as` are address and time of the capture whose payload the last answer repeats: a revisit record stands for it
    (of the profile `server-not-modified` where the host said so, with status 304).
    """
    writer = WARCWriter(out, gzip=True, warc_version="1.1")
    info = {"software": f"provenance-checker/{__version__}", "format": "WARC File Format 1.1"}
    writer.write_record(_named(writer.create_warcinfo_record(None, info), exchanges[0], "info"))
    for number, exchange in enumerate(exchanges, 1):
        repeats = same_as if number == len(exchanges) else None
        answer = _revisit(writer, exchange, repeats) if repeats else _response(writer, exchange)
        if exchange.asked:
            request = _named(_request(writer, exchange), exchange, "request")
            writer.write_request_response_pair(request, _named(answer, exchange, "answer"))
        else:
            writer.write_record(_named(answer, exchange, "answer"))


def _response(writer: Any, exchange: Exchange) -> Any:
    headers = {"WARC-Date": date(exchange)}
    if not exchange.complete:
        headers["WARC-Truncated"] = "unspecified"
    return writer.create_warc_record(
        exchange.url, "response", payload=io.BytesIO(exchange.body), length=len(exchange.body),
        http_headers=_head(exchange), warc_headers_dict=headers,
    )  # fmt: skip


def _revisit(writer: Any, exchange: Exchange, same_as: tuple[str, str]) -> Any:
    record = writer.create_revisit_record(
        exchange.url, digest(exchange.body), *same_as, http_headers=_head(exchange),
        warc_headers_dict={"WARC-Date": date(exchange)},
    )  # fmt: skip
    if exchange.status == 304:
        profile = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
        record.rec_headers.replace_header("WARC-Profile", profile)
        record.rec_headers.remove_header("WARC-Payload-Digest")
    return record


def _request(writer: Any, exchange: Exchange) -> Any:
    parts = urlsplit(exchange.url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    head = _Head(f"{exchange.method} {target} HTTP/1.1", list(exchange.asked), is_http_request=True)
    return writer.create_warc_record(exchange.url, "request", http_headers=head)


def _head(exchange: Exchange) -> Any:
    lines = [
        (f"X-Archive-Orig-{name}" if name.lower() == _JOINED else name, value)
        for name, value in exchange.headers
    ]
    return _Head(f"{exchange.status} {exchange.reason}".rstrip(), lines, "HTTP/1.1")


class _Head(StatusAndHeaders):  # type: ignore[misc]
    """A head that is written as it came: warcio alone would rewrite what is no ASCII."""

    def compute_headers_buffer(self, header_filter: Any = None) -> None:
        """Keep the bytes of the head."""
        self.headers_buff = self.to_str(header_filter).encode("latin-1") + b"\r\n"


def _named(record: Any, exchange: Exchange, role: str) -> Any:
    """The record with an id and a date that follow from the exchange: the same capture gives the same bytes."""
    seed = f"{exchange.url}\x1f{exchange.at!r}\x1f{role}"
    record.rec_headers.replace_header("WARC-Record-ID", f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, seed)}>")
    record.rec_headers.replace_header("WARC-Date", date(exchange))
    return record


def date(exchange: Exchange) -> str:
    """The moment of the exchange as WARC 1.1 writes it."""
    return datetime.fromtimestamp(exchange.at, UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def digest(body: bytes) -> str:
    """SHA-1 in base 32, as WARC tools compare payloads."""
    return "sha1:" + b32encode(hashlib.sha1(body, usedforsecurity=False).digest()).decode()
