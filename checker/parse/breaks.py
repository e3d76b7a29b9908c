"""Where sentences may end, by the model of nupunkt; its file is checked before it is first used."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import metadata

import nupunkt
from nupunkt.models import get_default_model_path

from checker.errors import ModelError
from checker.model import Range

RELEASED = {"0.8.0": "64a33f0d500d10f2f8ab4c399ebc74b896678f4348ac71db47af646536f53ca1"}
"""SHA-256 of the model's file, by the version of nupunkt."""


def proposed(text: str) -> list[Range]:
    """Ranges that follow one another and make up the text, each a sentence; ModelError where the model is another."""
    _checked()
    spans: list[Range] = nupunkt.sent_spans(text)
    return spans


@cache
def _checked() -> None:
    path, again = get_default_model_path(), "Reinstall it: pip install --force-reinstall nupunkt"
    try:
        data = path.read_bytes()
    except OSError as error:
        what = f"the model of sentences of nupunkt cannot be read: {error.strerror or error}"
        raise ModelError(what, where=str(path), do=again) from error
    expected = RELEASED.get(metadata.version("nupunkt"))
    if expected and hashlib.sha256(data).hexdigest() != expected:
        what = "the model of sentences of nupunkt is not the one that was released"
        raise ModelError(what, where=str(path), do=again)
