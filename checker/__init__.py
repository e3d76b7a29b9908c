"""Compare how sources tell the same events, and show the words for every statement."""

__version__ = "0.1.0"
