"""Bodies, read within bounds."""

from __future__ import annotations

import asyncio
import zlib
from dataclasses import dataclass

import httpcore
import httpx

ACCEPTED = "gzip, deflate"
_STEP = 65_536
_GZIP, _ZLIB, _RAW = zlib.MAX_WBITS | 16, zlib.MAX_WBITS, -zlib.MAX_WBITS


class TooMuchError(Exception):
    """The body is larger than was allowed."""


class Plain:
    """A body as it came, up to `limit` bytes; `whole` once its end has been seen, `packed` None."""

    packed: bytearray | None = None

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.data = bytearray()

    @property
    def whole(self) -> bool:
        """Whether what came is no torn piece."""
        return True

    def feed(self, chunk: bytes) -> None:
        """Take some bytes; TooMuchError where there are more than may be kept."""
        room = self.limit - len(self.data)
        self.data += chunk[:room]
        if len(chunk) > room:
            raise TooMuchError


class Packed(Plain):
    """A compressed body, unpacked in small steps, so that never more than the limit stands in memory.

    httpx unpacks a chunk whole: 200 KB of gzip become 67 MB at once.
    """

    def __init__(self, limit: int, *, gzip: bool) -> None:
        super().__init__(limit)
        self._gzip = gzip
        self._unpack = zlib.decompressobj(_GZIP if gzip else _ZLIB)
        self._first = True
        self.packed = bytearray()

    @property
    def whole(self) -> bool:
        """Whether the compressed bytes came to their end."""
        return self._unpack.eof or not self.packed

    def feed(self, chunk: bytes) -> None:
        """Take some compressed bytes; TooMuchError, or zlib.error where they are broken."""
        assert self.packed is not None
        if len(self.packed) + len(chunk) > self.limit:
            raise TooMuchError
        self.packed += chunk
        full = False
        while (chunk or full) and not self._unpack.eof:
            piece = self._step(chunk)
            super().feed(piece)
            self._first = False
            chunk, full = self._unpack.unconsumed_tail, len(piece) == _STEP

    def _step(self, chunk: bytes) -> bytes:
        try:
            return self._unpack.decompress(chunk, _STEP)
        except zlib.error:
            if self._gzip or not self._first:
                raise
            self._unpack = zlib.decompressobj(_RAW)
            return self._unpack.decompress(chunk, _STEP)


def _reader(encoding: str, limit: int) -> Plain | None:
    """None where we did not ask for such an encoding."""
    if encoding in ("", "identity"):
        return Plain(limit)
    if encoding in ("gzip", "x-gzip", "deflate"):
        return Packed(limit, gzip=encoding != "deflate")
    return None


@dataclass(frozen=True, slots=True)
class Body:
    """What came within the bounds: unpacked, as it was sent, and whether that is all of it."""

    data: bytes
    sent: bytes
    complete: bool


async def read(response: httpx.Response, limit: int, seconds: float) -> Body:
    """At most `limit` bytes of the unpacked body within `seconds`."""
    reader = _reader(response.headers.get("content-encoding", "").strip().lower(), limit)
    try:
        if reader is None:
            return Body(b"", b"", complete=False)
        async with asyncio.timeout(seconds):
            async for chunk in response.stream:  # type: ignore[union-attr]
                reader.feed(chunk)
    except (TimeoutError, TooMuchError, zlib.error, httpx.TransportError, httpcore.NetworkError,
            httpcore.ProtocolError, httpcore.TimeoutException):  # fmt: skip
        return _body(reader, complete=False)
    finally:
        await response.aclose()
    return _body(reader, complete=reader.whole)


def _body(reader: Plain | None, *, complete: bool) -> Body:
    data = bytes(reader.data) if reader else b""
    return Body(data, data if reader is None or reader.packed is None else bytes(reader.packed), complete)
