"""Stems by which a verb and the noun of what it tells are one term: "expand" and "expansion", "die" and "death"."""

from __future__ import annotations

from functools import cache

_LENGTH = 6
"""Letters of a stem that count."""
_LEAST = 4
"""Letters that an ending must leave."""
_NOUNS_WORDS = """
    death:die sale:sell loss:lose choice:choose speech:speak flight:fly proof:prove belief:believe growth:grow
    defence:defend defense:defend offence:offend departure:depart arrival:arrive theft:steal robber:rob robbery:rob
    injury:injure marriage:marry wedding:wed burial:bury trial:try dead:die shot:shoot gunman:shoot
    pursuit:pursue complaint:complain response:respond threat:threaten success:succeed seizure:seize
    failure:fail closure:close pressure:press signature:sign entry:enter analysis:analyse
"""
_NOUNS = dict(pair.split(":") for pair in _NOUNS_WORDS.split())
"""Nouns with a verb of other letters."""
_ENDINGS = (
    ("ension", "end"), ("ansion", "and"), ("cision", "cide"), ("vision", "vide"), ("vasion", "vade"),
    ("losion", "lode"), ("clusion", "clude"), ("mission", "mit"), ("eption", "eive"), ("cription", "cribe"),
    ("sumption", "sume"), ("olution", "olve"), ("ification", "ify"), ("ication", "y"),
    ("ival", "ive"), ("usal", "use"), ("ying", "y"), ("ing", ""),
)  # fmt: skip
"""Endings of nouns, and those of their verbs; the first that fits."""


@cache
def stem(lemma: str) -> str:
    """The stem of a lemma in lower case."""
    word = _NOUNS.get(lemma, lemma)
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) + len(instead) >= _LEAST:
            word = word[: -len(ending)] + instead
            break
    return word[:_LENGTH]
