"""Parts of speech and lemmas, found once for each word with its tag and its relation.

spaCy's rules for these look at every word of every text anew. Save for a few rules about two words, what they say of a
word follows from the word, its tag and its relation alone, so that it is remembered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

import numpy as np

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Kind = tuple[int, ...]
"""The numbers, in spaCy's vocabulary, of a word, its tag and its relation; or of what is told of it."""


class WordKinds:
    """What the attribute ruler and the lemmatizer of a model say of the words of a document, but for their forms."""

    REPLACED = ("attribute_ruler", "lemmatizer")
    RESTING_ON = frozenset(("LOWER", "IS_SPACE", "TAG", "DEP"))
    """What a rule about one word may ask of it: what is the same for all words of a kind."""
    MOST = 200_000
    """Kinds that are remembered at a time."""
    ASKED: ClassVar[list[int | str]] = ["ORTH", "TAG", "DEP"]
    TOLD: ClassVar[list[int | str]] = ["TAG", "POS", "LEMMA", "DEP"]

    def __init__(self, nlp: Language) -> None:
        from spacy.matcher import Matcher
        from spacy.pipeline import AttributeRuler

        self.ruler = cast("Any", nlp.get_pipe("attribute_ruler"))
        self.lemmatizer = cast("Any", nlp.get_pipe("lemmatizer"))
        self.alone = AttributeRuler(nlp.vocab)
        self.wider, self.openings = Matcher(nlp.vocab), Matcher(nlp.vocab)
        for number, rule in enumerate(self.ruler.patterns):
            if all(len(words) == 1 and self.RESTING_ON.issuperset(words[0]) for words in rule["patterns"]):
                self.alone.add_patterns([rule])
            else:
                self.wider.add(str(number), rule["patterns"])
                self.openings.add(str(number), [words[:1] for words in rule["patterns"]])
        _look_up_quickly(self.lemmatizer)
        self._known: dict[Kind, Kind] = {}
        self._opening: set[Kind] = set()

    def __call__(self, doc: Doc) -> Doc:
        """The document with the kinds of its words."""
        kinds = list(map(tuple, doc.to_array(self.ASKED).tolist()))
        known = self._with(doc.vocab, kinds)
        if not self._opening.isdisjoint(kinds) and self.wider(doc, allow_missing=True):
            return cast("Doc", self.lemmatizer(self.ruler(doc)))
        return doc.from_array(self.TOLD, _rows([known[kind] for kind in kinds]))

    def _with(self, vocab: Any, kinds: list[Kind]) -> dict[Kind, Kind]:
        """What is told of these kinds, and of others."""
        new = [kind for kind in dict.fromkeys(kinds) if kind not in self._known]
        if not new:
            return self._known
        if len(self._known) + len(new) > self.MOST:
            self._known, self._opening, new = {}, set(), list(dict.fromkeys(kinds))
        self._known.update(zip(new, self._told_of(vocab, new), strict=True))
        return self._known

    def _told_of(self, vocab: Any, kinds: list[Kind]) -> list[Kind]:
        """What the rules about one word tell of each kind; those with which one about several may begin are noted."""
        from spacy.tokens import Doc

        doc = Doc(vocab, words=[vocab.strings[word] for word, _, _ in kinds])
        doc.from_array(self.ASKED[1:], _rows([kind[1:] for kind in kinds]))
        self._opening.update(kinds[start] for _, start, _ in self.openings(doc, allow_missing=True))
        return list(map(tuple, self.lemmatizer(self.alone(doc)).to_array(self.TOLD).tolist()))


def _rows(kinds: list[Kind]) -> Any:
    return np.array(kinds, dtype=np.uint64)


def _look_up_quickly(lemmatizer: Any) -> None:
    """Make sets of the lists of words that the lemmatizer knows: it looks through them for every new word."""
    known = lemmatizer.lookups.get_table("lemma_index")
    for part in list(known):
        known[part] = frozenset(known[part])
