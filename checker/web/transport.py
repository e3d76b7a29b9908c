"""Connections that are made to checked addresses only."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterable, AsyncIterator, Iterable
from typing import Any

import httpcore
import httpx

from checker.web.addresses import is_public
from checker.web.records import FailureKind, Limits
from checker.web.resolve import Resolve

_TRIED = 3
"""Addresses of one host that are tried, one after the other."""


class UnreachedError(Exception):
    """No connection was made, and why."""

    def __init__(self, kind: FailureKind, why: str) -> None:
        super().__init__(why)
        self.kind, self.why = kind, why


class Checked(httpcore.AsyncNetworkBackend):
    """Resolves a name itself, checks what came out, and connects to that very address.

    Every connection goes through here, those of redirects too, so that a name cannot lead to another address
    between the check and the connection. TLS still names, and verifies, the host of the URL.
    """

    def __init__(self, resolve: Resolve, *, allow_private: bool) -> None:
        self._inner = httpcore.AnyIOBackend()
        self._resolve = resolve
        self._allow_private = allow_private

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """A stream to one of the host's checked addresses; UnreachedError or httpcore's errors."""
        failed: Exception = UnreachedError("dns", f"the name {host} has no address")
        for address in (await self._addresses(host, port, timeout))[:_TRIED]:
            try:
                return await self._inner.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
        raise failed

    async def _addresses(self, host: str, port: int, timeout: float | None) -> list[str]:
        bare = host.strip("[]")
        try:
            found = await asyncio.wait_for(self._resolve(bare, port), timeout)
        except TimeoutError:
            raise UnreachedError("dns", f"no answer on where {bare} is") from None
        except OSError as error:
            raise UnreachedError("dns", f"the name {bare} could not be resolved") from error
        usable = [address for address in found if self._allow_private or is_public(address)]
        if found and not usable:
            raise UnreachedError("address", f"{bare} leads to a private address")
        return usable


class _Stream(httpx.AsyncByteStream):
    def __init__(self, inner: Any) -> None:
        self._inner = inner

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._inner:
            yield chunk

    async def aclose(self) -> None:
        await self._inner.aclose()


class Transport(httpx.AsyncBaseTransport):
    """httpx's seam over a pool of checked connections. No proxies, no cookies, nothing from the environment."""

    def __init__(self, limits: Limits, resolve: Resolve, *, allow_private: bool) -> None:
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=httpx.create_ssl_context(trust_env=False),
            max_connections=limits.at_once,
            max_keepalive_connections=limits.at_once,
            keepalive_expiry=15.0,
            network_backend=Checked(resolve, allow_private=allow_private),
        )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request; UnreachedError or httpcore's errors where it fails."""
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        answer = await self._pool.handle_async_request(
            httpcore.Request(request.method, url, headers=request.headers.raw, extensions=request.extensions)
        )
        assert isinstance(answer.stream, AsyncIterable)
        return httpx.Response(
            answer.status, headers=answer.headers, stream=_Stream(answer.stream), extensions=answer.extensions
        )

    async def aclose(self) -> None:
        """Close every connection."""
        await self._pool.aclose()
