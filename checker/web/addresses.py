"""Which addresses of the network may be asked."""

from __future__ import annotations

import ipaddress
from urllib.parse import SplitResult, urlsplit

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
PORTS = {80, 443}
"""Ports below 1024 that serve pages; the others there speak protocols that a request could be mistaken for."""
LONGEST = 8192
_SPECIAL = tuple(
    ipaddress.ip_network(network)
    for network in ("0.0.0.0/8", "192.0.0.0/24", "192.88.99.0/24", "240.0.0.0/4", "100::/64", "fec0::/10", "3fff::/20")
)  # fmt: skip
_INSIDE = (
    ".localhost",
    ".local",
    ".internal",
    ".intranet",
    ".lan",
    ".home.arpa",
    ".test",
    ".example",
    ".invalid",
)
_NAT64 = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("64:ff9b:1::/48"))


def is_public(text: str) -> bool:
    """Whether the address is a unicast one of the public network, and no private one wrapped into IPv6.

    `ipaddress.is_global` alone is not enough: it accepts multicast, site-local and NAT64 or 6to4 addresses that
    lead to 127.0.0.1 (RFC 6052, RFC 3056, RFC 4380).
    """
    try:
        address: Address = ipaddress.ip_address(text.split("%")[0])
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address) and (inner := _wrapped(address)) is not None:
        return all(is_public(str(one)) for one in inner)
    return (
        address.is_global
        and not address.is_multicast
        and not address.is_reserved
        and not any(address in network for network in _SPECIAL if network.version == address.version)
    )


def _wrapped(address: ipaddress.IPv6Address) -> tuple[ipaddress.IPv4Address, ...] | None:
    """The IPv4 addresses that an IPv6 address stands for."""
    if address.ipv4_mapped:
        return (address.ipv4_mapped,)
    if address.sixtofour:
        return (address.sixtofour,)
    if address.teredo:
        return address.teredo
    if address in _NAT64[0] or address in _NAT64[1] or int(address) >> 32 == 0:
        return (ipaddress.IPv4Address(int(address) & 0xFFFFFFFF),)
    return None


def is_own(host: str) -> bool:
    """Whether the name itself says that the host is no public one: a private address, or a name for inside."""
    bare = host.strip("[]").rstrip(".").lower()
    try:
        ipaddress.ip_address(bare.split("%")[0])
    except ValueError:
        return "." not in bare or bare.endswith(_INSIDE)
    return not is_public(bare)


def refused(url: str, *, allow_private: bool) -> str | None:
    """Why an address is not asked at all; None where it may be."""
    if len(url) > LONGEST:
        return f"the address is longer than {LONGEST} characters"
    try:
        parts: SplitResult = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return "this is no address"
    if parts.scheme.lower() not in ("http", "https"):
        return f"only http and https are opened, not {parts.scheme or 'an address without a scheme'}"
    if not host or any(ord(c) <= 32 or ord(c) == 127 for c in url):
        return "this is no address"
    if port is not None and port < 1024 and port not in PORTS and not allow_private:
        return f"port {port} serves no pages"
    return None
