"""Names of one word that the parser missed, told by what they do: `Hallis told the jury`."""

from __future__ import annotations

from checker.entities.lexicon import look_up, tables
from checker.entities.spelling import fold
from checker.model import Parse

_SHORTEST = 4
"""Letters of such a name."""
_TELLING = frozenset(
    [
        "say",
        "tell",
        "ask",
        "reply",
        "argue",
        "insist",
        "deny",
        "admit",
        "testify",
        "recall",
        "explain",
        "warn",
        "add",
    ]
)
_ENDINGS = (
    "ment",
    "tion",
    "sion",
    "ness",
    "ship",
    "ity",
    "ance",
    "ence",
    "hood",
    "dom",
    "ists",
    "ers",
    "ors",
    "ing",
    "ure",
)
"""Endings that common nouns at the beginning of a sentence have."""


def tells(parse: Parse, i: int) -> bool:
    """`Hallis told the jury`: a name alone that is the subject of such a verb, and no word of the language."""
    tokens = parse.tokens
    word = fold(tokens[i].text)
    verb = tokens[tokens[i].head]
    told = tokens[i].dep == "nsubj" and verb.lemma in _TELLING and verb.pos == "VERB" and tokens[i].head > i
    alone = not parse.children(i) and (i == 0 or tokens[i - 1].pos not in {"DET", "ADJ", "NOUN", "PROPN"})
    plain = (
        len(word) >= _SHORTEST
        and word.isalpha()
        and not tokens[i].text.isupper()
        and not word.endswith(_ENDINGS)
    )
    called = tables().titles | tables().person_nouns
    known = tables().generic | tables().outlets | tables().bodies | tables().not_a_surname | tables().never
    return (
        told and alone and plain and word not in called and word not in known and not look_up(tokens[i].text)
    )
