"""Names to addresses, without holding up the rest."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Awaitable, Callable

Resolve = Callable[[str, int], Awaitable[tuple[str, ...]]]
"""Host and port to addresses, best first; OSError where the name leads nowhere."""
_AT_ONCE = 16


class Resolver:
    """The system's resolver, each name asked once in a run.

    It runs in daemon threads: a name server that never answers must not keep the process from ending, as it
    would from a thread pool.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[str, int], asyncio.Future[tuple[str, ...]]] = {}
        self._slots = asyncio.Semaphore(_AT_ONCE)

    async def __call__(self, host: str, port: int) -> tuple[str, ...]:
        """The addresses of a host."""
        if (host, port) not in self._known:
            self._known[host, port] = asyncio.ensure_future(self._ask(host, port))
        return await asyncio.shield(self._known[host, port])

    async def _ask(self, host: str, port: int) -> tuple[str, ...]:
        async with self._slots:
            loop = asyncio.get_running_loop()
            answer: asyncio.Future[tuple[str, ...]] = loop.create_future()
            threading.Thread(target=_look_up, args=(host, port, loop, answer), daemon=True).start()
            return await answer

    async def close(self) -> None:
        """Stop waiting for names that nobody needs any more."""
        for waiting in self._known.values():
            waiting.cancel()
        await asyncio.gather(*self._known.values(), return_exceptions=True)


def _look_up(
    host: str, port: int, loop: asyncio.AbstractEventLoop, answer: asyncio.Future[tuple[str, ...]]
) -> None:
    found: tuple[str, ...] | OSError
    try:
        rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        found = tuple(dict.fromkeys(str(row[4][0]) for row in rows))
    except (OSError, UnicodeError) as error:
        found = error if isinstance(error, OSError) else OSError(str(error))
    if not loop.is_closed():
        loop.call_soon_threadsafe(_settle, answer, found)


def _settle(answer: asyncio.Future[tuple[str, ...]], found: tuple[str, ...] | OSError) -> None:
    if answer.done():
        return
    if isinstance(found, OSError):
        answer.set_exception(found)
    else:
        answer.set_result(found)
