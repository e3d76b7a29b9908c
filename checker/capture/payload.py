"""Bodies of recorded answers: chunks joined, packing undone, within a bound."""

from __future__ import annotations

import importlib
import io
import zlib
from collections.abc import Iterator
from typing import Any

_STEP = 65_536
_LINE = 1024


class PayloadError(Exception):
    """The body is larger than was allowed, broken, or packed in a way that is not known."""


def plain(body: bytes, transfer: str, encoding: str, limit: int) -> bytes:
    """The body as a reader gets it, `limit` bytes at most; PayloadError where there is no such."""
    if "chunked" in transfer.lower():
        body = joined(body)
    for name in reversed([part.strip().lower() for part in encoding.split(",") if part.strip()]):
        body = _unpacked(body, name, limit)
    if len(body) > limit:
        raise PayloadError(f"more than {limit:,} bytes")
    return body


def joined(body: bytes) -> bytes:
    """A chunked body in one piece; as it is where it has been joined before."""
    stream, parts = io.BytesIO(body), bytearray()
    while line := stream.readline(_LINE):
        size = line.partition(b";")[0].strip()
        try:
            length = int(size, 16)
        except ValueError:
            return body
        if length <= 0 or length > len(body):
            return bytes(parts) if length == 0 else body
        parts += stream.read(length)
        if stream.read(2) not in (b"\r\n", b""):
            return body
    return bytes(parts)


def _unpacked(data: bytes, name: str, limit: int) -> bytes:
    out = bytearray()
    try:
        for piece in _pieces(data, name):
            out += piece
            if len(out) > limit:
                raise PayloadError(f"unpacks to more than {limit:,} bytes")
    except (zlib.error, EOFError) as error:
        raise PayloadError(f"its packing ({name}) is broken") from error
    return bytes(out)


def _pieces(data: bytes, name: str) -> Iterator[bytes]:
    if name == "identity":
        return iter((data,))
    if name in ("gzip", "x-gzip"):
        return _inflated(data, zlib.MAX_WBITS | 16)
    if name == "deflate":
        wrapped = len(data) > 1 and data[0] & 15 == 8 and (data[0] << 8 | data[1]) % 31 == 0
        return _inflated(data, zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS)
    if name == "br":
        return _brotli(data)
    raise PayloadError(f"packed in a way that is not known ({name[:20]})")


def _inflated(data: bytes, bits: int) -> Iterator[bytes]:
    """The unpacked bytes in small pieces; EOFError where they break off."""
    unpack = zlib.decompressobj(bits)
    for at in range(0, len(data), _STEP):
        rest, full = data[at : at + _STEP], False
        while (rest or full) and not unpack.eof:
            piece = unpack.decompress(rest, _STEP)
            rest, full = unpack.unconsumed_tail, len(piece) == _STEP
            yield piece
        if unpack.eof:
            return
    raise EOFError


def _brotli(data: bytes) -> Iterator[bytes]:
    """The same for brotli, where the package that can do it in steps is there."""
    try:
        brotli: Any = importlib.import_module("brotli")
        unpack = brotli.Decompressor()
        yield unpack.process(data, output_buffer_limit=_STEP)
        while not unpack.is_finished() and not unpack.can_accept_more_data():
            yield unpack.process(b"", output_buffer_limit=_STEP)
    except (ImportError, TypeError) as error:
        raise PayloadError("packed with brotli, which is not installed") from error
    except brotli.error as error:
        raise EOFError from error
    if not unpack.is_finished():
        raise EOFError
