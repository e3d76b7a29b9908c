"""What is known about an address after it was asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from checker.model import Archived, CitationVerdict, Stated

Place = Literal["present", "missing"]


@dataclass(frozen=True, slots=True)
class Answer:
    """The verdict on one address, and what it rests on.

    `url` is where the answer came from in the end, `chain` the redirects before it ("301 https://…"). `place` says
    whether the named part of the page is there (None: none was named, or it could not be told). `asked` is the
    moment in seconds since 1970. What is no `fact`, a failure or a refusal, is asked again soon. `lost`: the host
    could not be found or reached, so that an archived copy may be all that is left. `page` is what it says of itself.
    """

    verdict: CitationVerdict
    reason: str
    url: str
    status: int | None = None
    chain: tuple[str, ...] = ()
    place: Place | None = None
    asked: float = 0.0
    fact: bool = True
    public: bool = True
    lost: bool = False
    page: Stated | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """An archive's answer, as it is kept."""

    copy: Archived | None
    asked: float


class Memory(Protocol):
    """Where answers are kept from run to run."""

    def get_all(self, keys: list[str], kind: object) -> dict[str, object | None]:
        """The value under each key as `kind`, or None."""

    def put(self, key: str, stage: str, value: object) -> None:
        """Keep a value."""
