"""What a noun does in its sentence, read from the grammar: whether it states something that is so."""

from __future__ import annotations

from checker.model import Parse

_DOUBTFUL = frozenset(("will", "would", "could", "may", "might", "should", "'ll", "’ll", "shall"))


def states(parse: Parse, i: int, verbs: frozenset[str], *, now: bool = False) -> bool:
    """Whether token `i` is the subject of one of the verbs, or of one joined to its verb; `now`: in the present."""
    token = parse.tokens[i]
    if token.dep != "nsubj":
        return False
    joined = (
        j for j in parse.children(token.head) if parse.tokens[j].dep == "conj" and not _has_subject(parse, j)
    )
    said = [token.head, *joined]
    return any(parse.tokens[j].lemma.casefold() in verbs and _is_so(parse, i, j, now) for j in said)


def rests(parse: Parse, i: int, verbs: frozenset[str]) -> bool:
    """Whether something is done by it or under it: `bound by the Convention`, `by article 3 and by the Act`."""
    token = parse.tokens[i]
    while token.dep == "conj" and parse.tokens[token.head].pos in ("NOUN", "PROPN", "ADP"):
        token = parse.tokens[token.head]
    how = parse.tokens[token.head] if token.dep == "pobj" else token
    while how.dep == "conj" and parse.tokens[how.head].pos == "ADP":
        how = parse.tokens[how.head]
    over = parse.tokens[how.head]
    return (
        how.text.casefold() in ("by", "under", "in") and over.tag == "VBN" and over.lemma.casefold() in verbs
    )


def modifiers(parse: Parse, i: int) -> list[str]:
    """The words before a noun that say which one of its kind it is, in small letters."""
    left = [j for j in parse.children(i) if j < i]
    kinds = ("compound", "amod", "poss", "nmod", "nummod")
    return [parse.tokens[j].text.casefold() for j in left if parse.tokens[j].dep in kinds]


def article(parse: Parse, i: int) -> str | None:
    """The article or pronoun before a noun, in small letters."""
    dets = [j for j in parse.children(i) if j < i and parse.tokens[j].dep in ("det", "predet", "poss")]
    return next(
        (parse.tokens[j].text.casefold() for j in dets if parse.tokens[j].pos in ("DET", "PRON")), None
    )


def _has_subject(parse: Parse, j: int) -> bool:
    return any(parse.tokens[k].dep in ("nsubj", "nsubjpass", "expl") for k in parse.children(j))


def _is_so(parse: Parse, i: int, j: int, now: bool) -> bool:
    """Whether the verb is one of what is, or was, and not of what may be, is to come or is asked."""
    verb = parse.tokens[j]
    aux = [k for k in parse.children(j) if parse.tokens[k].dep == "aux"]
    helpers = {parse.tokens[k].text.casefold() for k in aux}
    asked = any(parse.tokens[k].text.casefold() in ("if", "whether") for k in parse.children(j) if k < j)
    if asked or (any(k < i for k in aux) and i < j):
        return False
    if helpers & _DOUBTFUL or "to" in helpers or verb.tag == "VBG":
        return False
    return verb.tag in ("VBZ", "VBP") or bool(helpers & {"does", "do"}) if now else True
