"""Sources into a corpus: what `checker add` does.

`opened` gives a corpus folder to one process at a time, in which a capture is wholly or not at all; `add` puts sources
into it: addresses (asked through a `Fetcher`), files, web archives, feeds and sitemaps.
"""

from checker.collect.corpus import Corpus, opened
from checker.collect.pages import LIMITS, Fetcher
from checker.collect.records import Capture, Outcome
from checker.collect.run import Options, add
from checker.collect.sources import checked, is_address

__all__ = [
    "LIMITS",
    "Capture",
    "Corpus",
    "Fetcher",
    "Options",
    "Outcome",
    "add",
    "checked",
    "is_address",
    "opened",
]
