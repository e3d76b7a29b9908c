"""Sources as they came: files and folders become snapshots, corpus.toml becomes the catalogue.

The room reads disk. It changes nothing and raises only where the call or the configuration is wrong;
a file that cannot be used becomes a Problem.
"""

from checker.capture.folder import LIMIT, Collection, read

__all__ = ["LIMIT", "Collection", "read"]
