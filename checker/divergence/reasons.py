"""What gives a sentence weight: single words, what is lacking, who was not asked, which rule was broken."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from checker.divergence.clauses import stem
from checker.model import Parse, Range, Sentence, Token

NEAR = 3
"""Tokens between a word and the word that turns it into a reason."""
BEYOND = 8
"""Tokens around what a rule sets in which a word says that it was passed."""
_UNDONE = frozenset({"not", "n't", "never", "nobody", "none", "neither", "nor"})
Hit = tuple[str, Range, str]
"""A kind of reason, where its word stands, and the word's lemma."""


@cache
def lexicon() -> dict[str, Any]:
    """The room's words that give weight."""
    return tomllib.loads(files("checker.divergence").joinpath("omissions.toml").read_text("utf-8"))


@cache
def classes() -> dict[str, str]:
    """Lemma -> kind of reason."""
    return {word: kind for kind, words in lexicon()["words"].items() for word in words}


@cache
def empty_words() -> frozenset[str]:
    """Nouns and adjectives that show no matter, being about anything."""
    return frozenset(lexicon()["empty"]["words"])


@cache
def offices() -> frozenset[str]:
    """The stems of words for offices, which show whom somebody is and no matter."""
    return frozenset(stem(word) for word in lexicon()["offices"]["words"])


@cache
def denying() -> frozenset[str]:
    """The stems of words that say that something is denied."""
    return frozenset(stem(word) for word in lexicon()["denying"]["words"])


def reasons(parse: Parse, sentence: Sentence, names: set[tuple[str, int]]) -> list[Hit]:
    """The reasons in a sentence, in text order; words that are part of a name count for nothing."""
    found = []
    for i in range(sentence.first, sentence.last):
        kind = None if (parse.doc, i) in names else _kind(parse, sentence, i)
        if kind:
            token = parse.tokens[i]
            found.append((kind, (token.start, token.end), token.lemma.lower()))
    return found


def _kind(parse: Parse, sentence: Sentence, i: int) -> str | None:
    lemma = parse.tokens[i].lemma.lower()
    tokens = parse.tokens[sentence.first : sentence.last]
    if lemma == "exceed" and not _bounded(parse, i):
        return None
    if lemma in classes() and not _idle(tokens, i - sentence.first):
        return classes()[lemma]
    if _lacking(parse, sentence, i, lemma):
        return "doubt"
    if lemma in lexicon()["unasked"]["verbs"] and _unasked(parse, sentence, i):
        return "unasked"
    if lemma in lexicon()["rules"]["nouns"] and _ruled(parse, i):
        return "breach"
    return None


def _idle(tokens: tuple[Token, ...], k: int) -> bool:
    """Whether the word bounds or breaks nothing here: "the only bridge", "on condition of anonymity", "nor deny",
    "illegal immigrants" (who somebody is, and nothing done).

    An unknown man is no doubt, and "only once" without a clause no condition.
    """
    after = [t.text.lower() for t in tokens[k + 1 : k + 3]]
    if tokens[k].lemma.lower() == "condition" and not _bounding(tokens, k):
        return True
    if tokens[k].dep == "compound" or (tokens[k].dep == "amod" and tokens[k].lemma.lower() == "unknown"):
        return True
    if tokens[k].tag == "NNS" and tokens[k].lemma.lower() == "illegal":
        return True
    if tokens[k].dep == "amod" and any(
        t.lemma.lower() in lexicon()["kinds"]["words"] for t in tokens[k + 1 : k + 2]
    ):
        return True
    if after[:1] == ["once"] and tokens[k + 1].pos != "SCONJ":
        return True
    if tokens[k].text.lower() == "only":
        return after[:1] == [] or after[0] not in lexicon()["bounds"]
    return after == ["of", "anonymity"] or (k > 0 and tokens[k - 1].text.lower() == "nor")


def _bounded(parse: Parse, i: int) -> bool:
    """Whether what is exceeded is what a rule sets."""
    return any(parse.tokens[j].lemma.lower() in lexicon()["bound"]["words"] for j in parse.subtree(i))


def _bounding(tokens: tuple[Token, ...], k: int) -> bool:
    """Whether "condition" is what something hangs on, and not the state of somebody's health."""
    words = lexicon()["condition"]
    near = [t.text.lower() for t in tokens[max(0, k - 2) : k]]
    after = [t.text.lower() for t in tokens[k + 1 : k + 2]]
    return tokens[k].tag == "NNS" or bool(
        set(near) & set(words["before"]) or set(after) & set(words["after"])
    )


def _before(parse: Parse, sentence: Sentence, i: int) -> Iterator[str]:
    return (t.text.lower() for t in parse.tokens[max(sentence.first, i - NEAR) : i])


def _negated(parse: Parse, i: int) -> bool:
    below = (parse.tokens[c] for c in parse.children(i))
    return any(t.dep == "neg" or t.text.lower() in _UNDONE for t in below)


def _passive(parse: Parse, i: int) -> bool:
    return any(parse.tokens[c].dep == "auxpass" for c in parse.children(i))


def _reputed(parse: Parse, sentence: Sentence, i: int) -> bool:
    """Whether it is known for something, or as something."""
    return any(t.head == i and t.text.lower() in {"for", "as"} for t in parse.tokens[i : sentence.last])


def _lacking(parse: Parse, sentence: Sentence, i: int, lemma: str) -> bool:
    """No sign, little evidence, could not be verified."""
    words = lexicon()["lacking"]
    if lemma in words["nouns"] and parse.tokens[i].pos == "NOUN":
        plain_sight = lemma == "sign" and parse.tokens[i].tag == "NNS"
        return not plain_sight and any(
            word in words["before"] for word in list(_before(parse, sentence, i))[-2:]
        )
    known = lemma in words["known"] and parse.tokens[i].pos in {"VERB", "ADJ"}
    if not known or (lemma == "know" and _reputed(parse, sentence, i)):
        return False
    if _negated(parse, i) and (_passive(parse, i) or _able(parse, i)):
        return True
    above = parse.tokens[i].head
    unable = parse.tokens[above].lemma.lower()
    return lemma != "know" and (unable == "unable" or (unable == "able" and _not_able(parse, above)))


def _able(parse: Parse, i: int) -> bool:
    """Whether somebody "could" not establish it; that somebody cannot know it says little."""
    can = any(parse.tokens[c].lemma.lower() in {"can", "could"} for c in parse.children(i))
    return can and parse.tokens[i].lemma.lower() != "know"


def _not_able(parse: Parse, i: int) -> bool:
    return _negated(parse, i) or _negated(parse, parse.tokens[i].head)


def _ruled(parse: Parse, i: int) -> bool:
    """What a rule forbids or sets, where a word near by says that it was passed: "more than the rules allow"."""
    words, above = lexicon()["rules"], parse.tokens[i].head
    if parse.tokens[above].lemma.lower() not in words["verbs"] or parse.tokens[i].dep not in {
        "nsubj",
        "agent",
    }:
        return False
    low = max(0, i - BEYOND)
    return any(t.lemma.lower() in words["beyond"] for t in parse.tokens[low : above + BEYOND])


def _unasked(parse: Parse, sentence: Sentence, i: int) -> bool:
    """Passive and negated, or after "without"."""
    undone = _negated(parse, i) and _passive(parse, i)
    return undone or "without" in list(_before(parse, sentence, i))[-2:]
