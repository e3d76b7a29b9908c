"""Addresses, names of outlets and titles, so that they can be compared."""

from __future__ import annotations

import re

_ARCHIVED = re.compile(r"^https?://[^/]+/(?:[a-z-]+/)?\d{14}(?:[a-z]{2}_)?/(?=https?://)")
_CAME_FROM = re.compile(r"(?:utm_\w+|fbclid|gclid|mc_[ce]id|cmpid|ref_src)=")
_ASIDE = re.compile(r"\s*\([^()]*\)$")


def is_of_archive(url: str | None) -> bool:
    """Whether an address is that of a copy in a web archive, in the form of the Wayback Machine and others."""
    return bool(url and _ARCHIVED.match(url))


def page(url: str) -> str:
    """An address for comparison: of the page itself, where it is that of a copy in an archive, and bare of marks.

    Marks say through whom a reader came.
    """
    address = _ARCHIVED.sub("", url.split("#")[0]).split("://")[-1].removeprefix("www.")
    path, _, query = address.partition("?")
    kept = "&".join(part for part in query.split("&") if part and not _CAME_FROM.match(part))
    return path.rstrip("/") + (f"?{kept}" if kept else "")


def name_key(name: str | None) -> str:
    """A name for comparison: without case, article and what stands in brackets after it ("The Post (Arden)")."""
    plain = _ASIDE.sub("", name or "")
    return " ".join(plain.casefold().replace("’", "'").split()).removeprefix("the ")
