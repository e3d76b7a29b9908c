"""What an answer, or an error in its place, says."""

from __future__ import annotations

import ssl
from collections.abc import Iterable
from urllib.parse import urlsplit

import httpx

from checker.web.addresses import is_public
from checker.web.records import Failure, FailureKind, Headers, Reply

_KINDS: dict[str, tuple[FailureKind, str]] = {
    "ConnectTimeout": ("connect", "no connection in time"),
    "TimeoutException": ("timeout", "no answer in time"),
    "ConnectError": ("connect", "no connection"),
    "NetworkError": ("protocol", "the connection broke"),
    "UnsupportedProtocol": ("scheme", "only http and https are opened"),
}
SENT_ON = {301, 302, 303, 307, 308}


def lines(raw: Iterable[tuple[bytes, bytes]]) -> Headers:
    """Headers as they were sent."""
    return tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in raw)


def target(outcome: Reply | Failure) -> str | None:
    """Where a redirect leads; None for what is none, or cannot be read."""
    if isinstance(outcome, Failure) or outcome.status not in SENT_ON or not outcome.headers.get("location"):
        return None
    try:
        target = httpx.URL(outcome.url).join(outcome.headers["location"]).copy_with(fragment=None)
    except (httpx.InvalidURL, ValueError):
        return None
    return str(target)


def why(error: Exception) -> tuple[FailureKind, str]:
    """What an error of the network means for the reader."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            return "tls", "no secure connection: " + (getattr(cause, "verify_message", "") or "TLS failed")
        cause = cause.__cause__ or cause.__context__
    for kind in type(error).__mro__:
        if kind.__name__ in _KINDS:
            return _KINDS[kind.__name__]
    return "protocol", "the answer is no HTTP"


def from_public(response: httpx.Response) -> bool:
    """Whether the answer came from an address of the public network."""
    stream = response.extensions.get("network_stream")
    peer = stream.get_extra_info("server_addr") if stream else None
    return peer is None or is_public(str(peer[0]))


def host_of(url: str) -> str:
    """The host of an address, in small letters; empty where there is none."""
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""
