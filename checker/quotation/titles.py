"""Names in quotation marks: what is called something is not said by anyone."""

from __future__ import annotations

from checker.quotation.fold import Folded
from checker.quotation.lexicon import classes

_LINKING = frozenset({"function", "definite"})
_SPOKEN = frozenset({"auxiliary", "modality", "pronoun", "negation", "condition", "attribution"})
FEWEST = 2
"""Words with a capital letter that a title has at least."""


def is_title(text: Folded) -> bool:
    """Whether the words are a title or name: all but articles and prepositions capitalised, and none that speech needs.

    A word in capitals throughout shows nothing, as where a whole sentence is printed so.
    """
    capitals = 0
    for i, word in enumerate(text.words):
        held = classes(word)
        if held & _SPOKEN:
            return False
        if text.surface(i)[0].isupper():
            capitals += 1
        elif not held & _LINKING and not word[0].isdigit():
            return False
    shouted = all(text.surface(i).isupper() for i in range(len(text)))
    return capitals >= FEWEST and not shouted
