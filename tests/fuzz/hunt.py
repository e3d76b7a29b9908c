"""Look for inputs that break a reader, for as long as is wanted: `python -m tests.fuzz.hunt READER SECONDS [SEED]`.

The seconds are those of the processor.

Needs `atheris` (Apache 2.0, Python 3.11), which is no dependency of the project. What it finds goes, cut down to what
matters, into `tests/fuzz/found/READER/`, and the suite runs it from then on.
"""

from __future__ import annotations

import logging
import os
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path

import atheris

LOOKED_INTO = [
    "checker", "tests.fuzz", "feedparser", "protego", "pypdf", "warcio", "h11", "httpcore", "_markupbase", "html",
]  # fmt: skip
with atheris.instrument_imports(include=LOOKED_INTO):
    from tests.fuzz import hosts, wholes  # noqa: F401
    from tests.fuzz.readers import READERS
    from tests.fuzz.sound import SOUND, TOKENS


def main(name: str, seconds: str, seed: str = "1") -> None:
    """Hunt one reader."""
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    place = Path(tempfile.mkdtemp(prefix=f"hunt-{name}-"))
    words = place / "words.txt"
    words.write_text("".join(f'"{_escaped(token)}"\n' for token in TOKENS if len(token) < 64))
    corpus = place / "corpus"
    corpus.mkdir()
    for number, data in enumerate(SOUND.get(name, [])):
        (corpus / f"{number}").write_bytes(data)
        READERS[name](data)
    options = [
        "-max_len=4096",
        "-timeout=10",
        f"-seed={seed}",
        f"-dict={words}",
    ]
    hunted = ending(READERS[name], float(seconds))
    atheris.Setup([sys.argv[0], *options, f"-artifact_prefix={place}/", str(corpus)], hunted)
    atheris.Fuzz()


def ending(read: Callable[[bytes], None], seconds: float) -> Callable[[bytes], None]:
    """The reader, which ends the process when it has worked so long."""
    start, runs = time.process_time(), 0

    def reading(data: bytes) -> None:
        nonlocal runs
        read(data)
        runs += 1
        used = time.process_time() - start
        if used > seconds:
            sys.stdout.write(f"{runs:,} inputs in {used:.0f} s of the processor\n")
            sys.stdout.flush()
            os._exit(0)

    return reading


def _escaped(token: bytes) -> str:
    return "".join(f"\\x{byte:02x}" for byte in token)


if __name__ == "__main__":
    main(*sys.argv[1:])
