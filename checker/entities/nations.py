"""When an adjective or a people stands for the state, and when it does not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checker.entities.lexicon import tables
from checker.entities.mention import Mention
from checker.entities.spelling import fold
from checker.model import Parse, Token

_NOUNS = frozenset({"nsubj", "nsubjpass", "dobj", "obj", "pobj", "dative", "conj", "agent", "iobj"})
_NARROWS = frozenset({"relcl", "prep", "acl", "nummod", "amod", "appos"})


def nation(parse: Parse, made: Mention) -> Mention | None:
    """Read a nationality: "the Danes refused" is the state, "Danes" a people, "Danish" no mention at all."""
    last = parse.tokens[made.last - 1]
    state = tables().people.get(made.words)
    if state and _as_one(parse, made):
        return replace(made, type="GPE", key=f"state:{state}")
    if last.tag in {"NNS", "NNPS"}:
        return replace(made, type="NORP") if _plural(made, last) else None
    state = tables().adjectives.get(made.words)
    if state and last.dep in _NOUNS and _as_one(parse, made) and not _goes_on(parse, made.last):
        return replace(made, type="GPE", key=f"state:{state}")
    return None


def governments(parse: Parse) -> Iterator[tuple[int, int, str]]:
    """Where a nationality and "government" name the state: first and last token (half-open), key of the state."""
    tokens, adjectives = parse.tokens, tables().adjectives
    for i, token in enumerate(tokens):
        if i and token.lemma == "government":
            pair = f"{tokens[i - 2].text} {tokens[i - 1].text}" if i > 1 else ""
            if pair in adjectives:
                yield i - 2, i + 1, f"state:{adjectives[pair]}"
            elif tokens[i - 1].text in adjectives:
                yield i - 1, i + 1, f"state:{adjectives[tokens[i - 1].text]}"


def _as_one(parse: Parse, made: Mention) -> bool:
    """Whether the words have the article and nothing that picks some of the people out."""
    if made.first == 0 or fold(parse.tokens[made.first - 1].text) != "the":
        return False
    inner = [j for j in parse.children(made.last - 1) if not made.first - 1 <= j < made.last]
    return not any(parse.tokens[j].dep in _NARROWS for j in inner)


def _plural(made: Mention, last: Token) -> bool:
    return made.words in tables().people or (last.text[0].isupper() and last.text.endswith("s"))


def _goes_on(parse: Parse, after: int) -> bool:
    if after >= len(parse.tokens):
        return False
    return parse.tokens[after].pos in {"NOUN", "PROPN", "ADJ", "NUM"} or parse.tokens[after].text == "-"
