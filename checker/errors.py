"""Every error that `checker` raises on purpose.

    CheckerError              what went wrong, where, and what to do next
    ├── UsageError            the call is wrong: a path, an option, a name
    ├── ConfigError           corpus.toml or manifest.jsonl cannot be understood
    ├── ExtractError          bytes are there, but no text could be read from them
    ├── ModelError            a language model is missing or its files have changed
    ├── WorkerError           a worker process ended before its work was done
    ├── PackageError          a folder that comes with the package is missing
    └── ReportError           a report folder is missing, incomplete or changed

The command line prints `what (where)` and `do` on two lines and exits with 2.
"""

from __future__ import annotations


class CheckerError(Exception):
    """An error for the reader: what happened, where, what to do next."""

    def __init__(self, what: str, *, where: str = "", do: str = "") -> None:
        super().__init__(what)
        self.what, self.where, self.do = what, where, do

    def __str__(self) -> str:
        place = f" ({self.where})" if self.where else ""
        return f"{self.what}{place}" + (f"\n{self.do}" if self.do else "")

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.what, self.where, self.do))


def _rebuild(kind: type[CheckerError], what: str, where: str, do: str) -> CheckerError:
    return kind(what, where=where, do=do)


class UsageError(CheckerError):
    """The call is wrong: a path, an option, a name."""


class ConfigError(CheckerError):
    """A corpus.toml or manifest.jsonl cannot be understood."""


class ExtractError(CheckerError):
    """The bytes are there, but no text could be read from them."""


class ModelError(CheckerError):
    """A language model is missing, or its files are not the ones that were released."""


class WorkerError(CheckerError):
    """A worker process ended before its work was done: a library crashed, or the system stopped it."""


class PackageError(CheckerError):
    """A folder that comes with the package is missing."""


class ReportError(CheckerError):
    """A report folder is missing, incomplete or changed."""
