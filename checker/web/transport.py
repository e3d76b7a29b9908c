"""Connections that are made to checked addresses only."""

from __future__ import annotations

import asyncio
import ssl
from collections import OrderedDict
from collections.abc import AsyncIterator, Iterable
from typing import Any

import httpcore
import httpx

from checker.web.addresses import is_public
from checker.web.records import FailureKind, Limits
from checker.web.resolve import Resolve

_POOLS = 64
"""Hosts to which connections are kept."""
_KEPT = 15.0
"""Seconds for which a connection is kept that nobody uses."""
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


class _Pool:
    """The connections to one host, and how many answers are still being read from them."""

    def __init__(self, pool: httpcore.AsyncConnectionPool) -> None:
        self.pool, self.busy = pool, 0


class _Stream(httpx.AsyncByteStream):
    def __init__(self, inner: Any, pool: _Pool) -> None:
        self._inner, self._pool, self._open = inner, pool, True

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._inner:
            yield chunk

    async def aclose(self) -> None:
        try:
            await self._inner.aclose()
        finally:
            self._pool.busy -= self._open
            self._open = False


class Transport(httpx.AsyncBaseTransport):
    """httpx's seam over checked connections. No proxies, no cookies, nothing from the environment.

    Each host has a pool of its own: one pool for all looks at every connection at every request, and gives up
    those of other hosts to make room.
    """

    def __init__(self, limits: Limits, resolve: Resolve, *, allow_private: bool) -> None:
        self._ssl: ssl.SSLContext | None = None
        self._backend = Checked(resolve, allow_private=allow_private)
        self._most = limits.at_once
        self._pools: OrderedDict[tuple[bytes, bytes, int | None], _Pool] = OrderedDict()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request; UnreachedError or httpcore's errors where it fails."""
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        asked = httpcore.Request(
            request.method, url, headers=request.headers.raw, extensions=request.extensions
        )
        pool = await self._pool((url.scheme, url.host, url.port))
        pool.busy += 1
        try:
            answer = await pool.pool.handle_async_request(asked)
        except BaseException:
            pool.busy -= 1
            raise
        stream = _Stream(answer.stream, pool)
        return httpx.Response(
            answer.status, headers=answer.headers, stream=stream, extensions=answer.extensions
        )

    async def _pool(self, origin: tuple[bytes, bytes, int | None]) -> _Pool:
        """The host's connections; those of the host that was asked longest ago are closed where there are many."""
        if origin not in self._pools:
            self._ssl = self._ssl or httpx.create_ssl_context(trust_env=False)
            self._pools[origin] = _Pool(
                httpcore.AsyncConnectionPool(
                    ssl_context=self._ssl, max_connections=self._most, network_backend=self._backend,
                    keepalive_expiry=_KEPT,
                )
            )  # fmt: skip
        self._pools.move_to_end(origin)
        found = self._pools[origin]
        idle = [name for name, pool in self._pools.items() if not pool.busy and pool is not found]
        for name in idle[: max(0, len(self._pools) - _POOLS)]:
            await self._pools.pop(name).pool.aclose()
        return found

    async def aclose(self) -> None:
        """Close every connection."""
        for pool in self._pools.values():
            await pool.pool.aclose()
