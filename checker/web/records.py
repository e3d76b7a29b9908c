"""What a request may cost, and what comes back: a reply, or the reason why there is none."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, field
from email.utils import parsedate
from typing import Literal

FailureKind = Literal[
    "address",
    "connect",
    "dns",
    "gate",
    "limited",
    "protocol",
    "redirects",
    "scheme",
    "timeout",
    "tls",
    "unreachable",
]
"""`address`: not on the public network; `gate`: the caller spoke against it; `limited` and `unreachable`: the host was
given up earlier in this run."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of a client: seconds, bytes (after decompression), counts."""

    connect: float = 10.0
    seconds: float = 15.0
    """For the head of one answer, and once more for its body."""
    body: int = 1_000_000
    redirects: int = 10
    wait: float = 30.0
    """The longest `Retry-After` that is waited for; a longer one ends the request with the refusal."""
    retries: int = 1
    """How often a request that was told to wait is repeated."""
    at_once: int = 32
    per_host: int = 2
    pause: float = 0.1
    """Seconds between two requests to one host; none on one's own machines."""


Headers = tuple[tuple[str, str], ...]
"""Names and values in the order and the spelling in which they were sent, read as Latin-1."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its answer as they went over the wire; `body` is packed where `content-encoding` says so.

    `at` is the moment of the request in seconds since 1970. The chunks of a chunked body are joined.
    """

    url: str
    method: str
    asked: Headers
    status: int
    reason: str
    headers: Headers
    body: bytes = field(repr=False)
    complete: bool
    at: float


@dataclass(frozen=True, slots=True)
class Hop:
    """One redirect: the address that was asked, and the status with which it sent us on."""

    url: str
    status: int
    exchange: Exchange | None = field(default=None, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer. `url` is where it came from in the end; header names are in small letters.

    `complete` says whether the whole body was read; `public` whether the host's address is on the public network.
    """

    url: str
    status: int
    headers: dict[str, str]
    body: bytes = field(default=b"", repr=False)
    complete: bool = True
    hops: tuple[Hop, ...] = ()
    public: bool = True
    exchange: Exchange | None = field(default=None, repr=False, compare=False)

    @property
    def media_type(self) -> str:
        """The media type without parameters, in small letters; empty where none is given."""
        return self.headers.get("content-type", "").split(";")[0].strip().lower()

    @property
    def asks_to_wait(self) -> bool:
        """Whether the host wants fewer requests (429, or 503 with `Retry-After`; RFC 9110, RFC 6585)."""
        return self.status == 429 or (self.status == 503 and "retry-after" in self.headers)

    def retry_after(self, now: float) -> float | None:
        """Seconds to wait, from a number or a date; None where neither can be read."""
        value = self.headers.get("retry-after", "").strip()
        if value.isascii() and value.isdigit() and len(value) < 12:
            return float(value)
        try:
            parts = parsedate(value)
            return max(0.0, calendar.timegm(parts) - now) if parts else None
        except (ValueError, OverflowError, IndexError, TypeError):
            return None


@dataclass(frozen=True, slots=True)
class Failure:
    """No answer, and why, in words for the reader."""

    url: str
    kind: FailureKind
    why: str
    hops: tuple[Hop, ...] = ()
