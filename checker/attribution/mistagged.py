"""Verbs of telling that were read as nouns, and those whose subject was read as governed by `after`.

`The envoy recounts that …`, `…, a leaked memo shows.`, `… after its owner, Ada Lund, said so.`
"""

from __future__ import annotations

from dataclasses import replace

from checker.attribution.cues import Cues
from checker.model import Parse, Sentence, Token

_SHOWING = frozenset({"show", "find", "reveal", "indicate"})
_BEFORE = frozenset({"det", "compound", "amod", "nmod", "poss", "nummod"})
_MARKS = frozenset(",\"'”’»") | {"''"}
_FAR = 10
"""Tokens between the verb and its `that`."""
_LINKS = frozenset({"after", "before", "since", "until", "as", "when", "while"})
_PHRASE = 20
"""Tokens from a subject to its verb."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def mended(parse: Parse, cues: Cues) -> Parse:
    """The parse with these words as verbs, the noun before them as their subject."""
    tokens = list(parse.tokens)
    changed = False
    for sentence in parse.sentences:
        for i in range(sentence.first + 1, sentence.last):
            if _is_plural_root(tokens, cues, i) and (told := _told(tokens, sentence, i)) is not None:
                _retag(tokens, i, _first(tokens, sentence, i), told)
                changed = True
            changed |= _restore_subject(tokens, cues, sentence, i) or _verb_of_plural(tokens, cues, i)
    return replace(parse, tokens=tuple(tokens)) if changed else parse


def _restore_subject(tokens: list[Token], cues: Cues, sentence: Sentence, i: int) -> bool:
    """`…, after its owner, Ada Lund, said so`: the noun that was read as governed by `after` alone is the subject."""
    token = tokens[i]
    if (
        token.tag not in {"VBD", "VBZ"}
        or tokens[i - 1].text != ","
        or not cues.has("verbs.speech", token.lemma)
    ):
        return False
    first = max(sentence.first, i - _PHRASE)
    if any(t.head == i and t.dep in {"nsubj", "nsubjpass"} for t in tokens[first:i]):
        return False
    link = next((k for k in range(i - 1, first, -1) if _links(tokens[k])), i)
    noun = next((k for k in range(link + 1, i) if tokens[k].head == link and tokens[k].dep == "pobj"), i)
    if noun >= i - 1 or tokens[noun + 1].text != ",":
        return False
    if any(t.tag in _FINITE for t in tokens[link:i]):
        return False
    _hang(tokens, sentence, i, link)
    for k in range(noun + 1, i):
        if tokens[k].tag == "VBG" and not link <= tokens[k].head <= i:
            tokens[k] = replace(tokens[k], dep="advcl", head=i)
    tokens[noun] = replace(tokens[noun], dep="nsubj", head=i)
    tokens[link] = replace(tokens[link], dep="mark", head=i)
    return True


def _links(token: Token) -> bool:
    return token.text.lower() in _LINKS and token.dep in {"prep", "mark"}


def _hang(tokens: list[Token], sentence: Sentence, i: int, link: int) -> None:
    """Make of a clause with `after` that was read as the main one a part of the clause before it."""
    if tokens[i].head != i:
        return
    top = next(
        (k for k in range(sentence.first, link) if tokens[k].head == i and tokens[k].tag in _FINITE), None
    )
    if top is None:
        return
    for k in (*range(sentence.first, link), sentence.last - 1):
        if tokens[k].head == i:
            tokens[k] = replace(tokens[k], head=top)
    tokens[top] = replace(tokens[top], dep="ROOT", head=top)
    tokens[i] = replace(tokens[i], dep="advcl", head=top)


def _verb_of_plural(tokens: list[Token], cues: Cues, i: int) -> bool:
    """`The minutes record that …`: a verb read as a noun, which has a subject in the plural and a clause."""
    token = tokens[i]
    known = any(cues.has(kind, token.lemma) for kind in ("verbs.speech", "verbs.document"))
    if token.tag != "NN" or not known or token.head != i:
        return False
    subject = any(
        t.head == i and t.dep == "nsubj" and t.tag == "NNS" for t in tokens[max(0, i - _PHRASE) : i]
    )
    clause = any(t.head == i and t.dep == "ccomp" for t in tokens[i + 1 : i + _PHRASE])
    if subject and clause:
        tokens[i] = replace(token, tag="VBP", pos="VERB")
    return subject and clause


def _is_plural_root(tokens: list[Token], cues: Cues, i: int) -> bool:
    token, before = tokens[i], tokens[i - 1]
    told = cues.has("verbs.speech", token.lemma) or token.lemma in _SHOWING
    noun = before.tag in {"NN", "NNP"} and before.head == i and before.dep in _BEFORE | {"nsubj"}
    return token.tag == "NNS" and told and noun and (token.head == i or token.dep in {"advcl", "ccomp"})


def _first(tokens: list[Token], sentence: Sentence, i: int) -> int:
    """Where the noun phrase before the verb begins."""
    first = i - 1
    while (
        first > sentence.first and first <= tokens[first - 1].head <= i and tokens[first - 1].dep in _BEFORE
    ):
        first -= 1
    return first


def _told(tokens: list[Token], sentence: Sentence, i: int) -> int | None:
    """The head of the clause that is told; none where the word may be a plural after all."""
    first = _first(tokens, sentence, i)
    whole = tokens[first].dep in {"det", "poss"} or tokens[first].tag == "NNP"
    if whole and i + 2 >= sentence.last and first > sentence.first and tokens[first - 1].text in _MARKS:
        return next((k for k in range(sentence.first, first) if _hangs(tokens, k, i)), None)
    if not whole or tokens[i].head != i or first != sentence.first:
        return None
    for k in range(i + 1, min(i + _FAR, sentence.last)):
        if tokens[k].tag in _FINITE or tokens[k].text == ":":
            return None
        if tokens[k].text == "that":
            return _top(tokens, k, i)
    return None


def _hangs(tokens: list[Token], k: int, i: int) -> bool:
    above = tokens[i].head == k and tokens[k].head == k
    return above or (tokens[k].head == i and tokens[k].dep == "ccomp")


def _top(tokens: list[Token], that: int, i: int) -> int | None:
    """The dependent of the verb that a `that` stands under, if it is a clause."""
    k = that
    while tokens[k].head not in {i, k}:
        k = tokens[k].head
    clause = k > that and tokens[k].head == i and tokens[k].dep in {"relcl", "acl", "ccomp", "dep"}
    return k if clause else None


def _retag(tokens: list[Token], i: int, first: int, told: int) -> None:
    for k in range(first, i - 1):
        if tokens[k].head == i:
            tokens[k] = replace(tokens[k], head=i - 1)
    tokens[i - 1] = replace(tokens[i - 1], dep="nsubj")
    tokens[i] = replace(tokens[i], tag="VBZ", pos="VERB", dep="ROOT", head=i)
    tokens[told] = replace(tokens[told], dep="ccomp", head=i)
