"""Whether what a text cites is there: addresses asked through the guarded client, with a verdict and its reason."""

from checker.online.claimed import differs
from checker.online.records import Answer, Memory
from checker.online.run import Cited, Known, Settings, age, check
from checker.online.summary import lines

__all__ = ["Answer", "Cited", "Known", "Memory", "Settings", "age", "check", "differs", "lines"]
