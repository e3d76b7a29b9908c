"""The language of a text, as py3langid tells it, from a model that is walked for all positions of a text at once.

The model counts the byte sequences that it knows, with an automaton whose state depends on the last few bytes
alone (Lui & Baldwin 2012, "langid.py: An off-the-shelf language identification tool"). So each position can be
walked from the start state over its own last bytes, together with all others, and comes to the same state.
"""

from __future__ import annotations

import hashlib
import io
import lzma
import unicodedata
from functools import cache
from importlib import metadata
from pathlib import Path

import numpy as np
import numpy.typing as npt

from checker.errors import ModelError

RELEASED = {"0.4.0": "f4f4a2c3465ca1f081541037f9cac23021d68151c2f709c55ae5eedfca522963"}
"""SHA-256 of the model's file, by the version of py3langid."""
_Ints = npt.NDArray[np.int64]


def identify(text: str) -> str:
    """The ISO 639-1 code of the likeliest language; what `py3langid.classify` says, many times as fast."""
    shown = unicodedata.normalize("NFC", text.lower() if text.isupper() else text)
    return _model().language(np.frombuffer(shown.encode("utf-8", "surrogatepass"), dtype=np.uint8))


@cache
def _model() -> _Model:
    return _Model()


def _released() -> bytes:
    """The model's file, read without py3langid, which unpacks it onto the disk; ModelError where it is another."""
    path = Path(str(metadata.distribution("py3langid").locate_file("py3langid/data/model.npz.xz")))
    again = "Reinstall it: pip install --force-reinstall py3langid"
    try:
        data = path.read_bytes()
    except OSError as error:
        what = f"the language model of py3langid cannot be read: {error.strerror or error}"
        raise ModelError(what, where=str(path), do=again) from error
    expected = RELEASED.get(metadata.version("py3langid"))
    if expected and hashlib.sha256(data).hexdigest() != expected:
        what = "the language model of py3langid is not the one that was released"
        raise ModelError(what, where=str(path), do=again)
    return data


class _Model:
    """The automaton and the naive Bayes weights of py3langid."""

    def __init__(self) -> None:
        with np.load(io.BytesIO(lzma.decompress(_released())), allow_pickle=False) as known:
            self.moves = known["nextmove"]
            self.rows = known["nextmove_row"].astype(np.int64) << 8
            self.found = known["out_feat"].astype(np.int64)
            self.weights = known["ptc"].astype(np.float32)
            self.prior = known["pc"]
            self.names: list[str] = known["classes"].tolist()
        self.depth = self._depth()

    def language(self, data: npt.NDArray[np.uint8]) -> str:
        """The likeliest language of UTF-8 text."""
        features = self.found[self._states(data)]
        features, first, counts = np.unique(features[features >= 0], return_index=True, return_counts=True)
        if not len(features):
            return self.names[0]
        order = first.argsort()
        scores = np.log1p(counts[order].astype(np.float32)) @ self.weights[features[order]] + self.prior
        return self.names[int(scores.argmax())]

    def _states(self, data: npt.NDArray[np.uint8]) -> _Ints:
        """The state after each byte."""
        states = np.zeros(len(data), dtype=np.int64)
        for back in range(min(self.depth, len(data)) - 1, -1, -1):
            states[back:] = self.moves[self.rows[states[back:]] + data[: len(data) - back]]
        return states

    def _depth(self) -> int:
        """How many bytes lead to the state that is furthest from the start: as many as a state depends on."""
        seen = np.zeros(len(self.rows), dtype=np.bool_)
        table = self.moves.reshape(-1, 256)
        walked = np.zeros(len(table), dtype=np.bool_)
        states, depth = np.zeros(1, dtype=np.int64), -1
        while len(states):
            seen[states] = True
            depth += 1
            reached = np.zeros(len(seen), dtype=np.bool_)
            rows = self.rows[states] >> 8
            rows = np.unique(rows[~walked[rows]])
            walked[rows] = True
            reached[table[rows]] = True
            states = (reached & ~seen).nonzero()[0]
        return depth
