"""The network, guarded: the only room that opens connections.

`Client.fetch` takes an address and gives a `Reply` or a `Failure`. Only http and https, only public addresses (the
resolved one is checked and connected to, for every redirect anew), no proxies or credentials from the environment,
bounds on bytes, seconds, redirects and unpacking; few requests a host at a time, and `Retry-After` honoured.
"""

from checker.web.addresses import is_own, is_public
from checker.web.answers import host_of
from checker.web.client import Client, Gate
from checker.web.hosts import origin
from checker.web.records import Exchange, Failure, FailureKind, Headers, Hop, Limits, Reply

__all__ = [
    "Client",
    "Exchange",
    "Failure",
    "FailureKind",
    "Gate",
    "Headers",
    "Hop",
    "Limits",
    "Reply",
    "host_of",
    "is_own",
    "is_public",
    "origin",
]
