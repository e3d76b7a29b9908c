"""Compare how sources tell the same events, and show the words for every statement."""

import os

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    # Before numpy is loaded: texts are spread on processes, and threads for one small matrix only wait for each other.
    os.environ.setdefault(_name, "1")

__version__ = "0.1.0"
