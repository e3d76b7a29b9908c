"""Figures that are somebody's claim: of a party, by a verb that doubts it, disputed by another, or called wrong."""

from __future__ import annotations

from dataclasses import dataclass

from checker.divergence import givers
from checker.divergence.draft import Facts
from checker.divergence.limit_words import words as limiting
from checker.divergence.stances import stance
from checker.divergence.tables import words
from checker.divergence.told_figures import Figure, row_of
from checker.model import Attribution, Parse, Sentence, Span

BESIDE = frozenset(["compound", "amod", "poss"])
"""Words that only describe a source: "defense officials"."""
DESCRIBING = frozenset(["relcl", "appos"])
"""How a verb hangs on "a figure" that somebody disputes, also where it is read as a noun."""
STANDING = frozenset(["it", "this", "that", "so", "them"])
"""Pronouns that may stand for a figure."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure in somebody's words, or called wrong by `wrong`. `denial` are the words that dispute it."""

    figure: Figure
    said: Attribution | None
    denial: Span | None
    wrong: Span | None


def claim_of(facts: Facts, b: Figure) -> Claim | None:
    """The figure as a claim: called wrong, disputed, in the words of one with a stake, or by a verb that doubts it."""
    parse, row = facts.parses[b.doc], row_of(facts, b)
    voice, said = facts.voice_at(b.doc, b.span.start, b.span.end)
    wrong = _is_wrong(parse, row, b)
    if wrong:
        return Claim(b, None, Span(b.doc, row.start, row.end), wrong) if voice == "narrator" else None
    if said is None or _is_negated(parse, b) or facts.by(said) is None or givers.is_medium(facts, said):
        return None
    if set(givers.cues(facts, said)) & (limiting("denial") | words("contested", "deny")):
        return None
    denial = _denial(facts, b, said)
    heads = (t for t in givers.source_tokens(facts, said) if t.dep not in BESIDE)
    party = any(t.lemma.lower() in words("contested", "party") for t in heads)
    return Claim(b, said, denial, None) if denial or party or stance(facts, said) == "doubtful" else None


def _is_negated(parse: Parse, b: Figure) -> bool:
    """Whether somebody says that it was not so: then the figure is rather what he denies."""
    above = list(parse.ancestors(b.at))
    return any(
        parse.tokens[i].lemma.lower() in words("contested", "deny")
        or any(parse.tokens[c].dep == "neg" for c in parse.children(i))
        for i in above
    )


def _is_wrong(parse: Parse, row: Sentence, b: Figure) -> Span | None:
    """The word by which a sentence calls wrong what holds the figure: "it is false that …"."""
    for i in range(row.first, row.last):
        token = parse.tokens[i]
        if token.lemma.lower() not in words("contested", "wrong") or token.dep not in {"acomp", "oprd"}:
            continue
        verb = token.head
        if any(parse.tokens[c].dep == "neg" for c in (*parse.children(verb), *parse.children(i))):
            continue
        held = [c for n in (verb, i) for c in parse.children(n)
                if parse.tokens[c].dep in {"ccomp", "csubj", "nsubj"}]  # fmt: skip
        if any(b.at in parse.subtree(c) for c in held):
            return Span(parse.doc, token.start, token.end)
    return None


def _denial(facts: Facts, b: Figure, said: Attribution) -> Span | None:
    """The words by which somebody else disputes the figure, in its sentence or the next of its paragraph."""
    parse, own = facts.parses[b.doc], row_of(facts, b)
    for row in parse.sentences[b.sentence : b.sentence + 2]:
        for i in range(row.first, row.last):
            token, kids = parse.tokens[i], parse.children(i)
            behind = token.start > b.span.end and row.paragraph == own.paragraph
            if not behind or not _denies(parse, i) or any(parse.tokens[c].dep == "neg" for c in kids):
                continue
            subjects = [c for c in kids if parse.tokens[c].dep in {"nsubj", "compound"}]
            inside = [parse.tokens[c] for s in subjects for c in parse.subtree(s)]
            names = {t.text.lower() for t in inside if t.pos in {"NOUN", "PROPN"}}
            if not names or names & set(givers.source_words(facts, said).lower().split()):
                continue
            if _is_of_figure(parse, i):
                return _clause(parse, row, i)
    return None


def _denies(parse: Parse, i: int) -> bool:
    """Whether a word is a finite verb of denial; after "a figure that she" it may be read as a noun."""
    token = parse.tokens[i]
    stems = {token.lemma.lower(), token.text.lower().removesuffix("s")}
    return bool(stems & words("contested", "deny")) and (token.pos == "VERB" or token.dep in DESCRIBING)


def _is_of_figure(parse: Parse, i: int) -> bool:
    """Whether it is the figure that is disputed: the noun for it, or a pronoun."""
    if parse.tokens[i].dep in DESCRIBING:
        return parse.tokens[parse.tokens[i].head].lemma.lower() in words("contested", "figure")
    for c in parse.children(i):
        token = parse.tokens[c]
        if token.dep == "dobj":
            return token.lemma.lower() in words("contested", "figure") | STANDING
        if token.dep in {"xcomp", "ccomp"}:
            return any(_stands(parse, k) for k in parse.children(c))
    return False


def _stands(parse: Parse, i: int) -> bool:
    """Whether a pronoun stands for what was told; "it" as a subject is rather the one who denies."""
    token = parse.tokens[i]
    subject = token.dep == "nsubj" and token.text.lower() == "it"
    return token.text.lower() in STANDING and token.dep != "mark" and not subject


def _clause(parse: Parse, row: Sentence, verb: int) -> Span:
    """The clause of a verb of denial, with the noun that it describes."""
    at = parse.tokens[verb].head if parse.tokens[verb].dep in DESCRIBING else verb
    inside = [i for i in parse.subtree(at) if row.first <= i < row.last and parse.tokens[i].pos != "PUNCT"]
    return Span(parse.doc, parse.tokens[min(inside)].start, parse.tokens[max(inside)].end)
