"""A time expression as it is written, before anybody asks which days it means."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Raw:
    """An expression at `start`..`end` of a paragraph; `parts` are the words of its pattern's groups.

    `of` are the expressions that it is made of: the two ends of a range, the month of "the first week of May".
    """

    kind: str
    start: int
    end: int
    parts: dict[str, str]
    of: tuple[Raw, ...] = ()

    def get(self, name: str) -> str:
        """The words of a group; "" where it is not there."""
        return self.parts.get(name, "")

    @property
    def core(self) -> Raw:
        """The innermost last part: the date of "since early May 2004"."""
        return self.of[-1].core if self.of else self


def leaves(raw: Raw) -> list[Raw]:
    """The expressions that it is made of in the end, in text order."""
    return [leaf for part in raw.of for leaf in leaves(part)] if raw.of else [raw]
