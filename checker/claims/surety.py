"""How sure a claim is told, and the words that show it."""

from __future__ import annotations

import re

from checker.claims import lexicons
from checker.claims.predicates import Predicate
from checker.claims.unrealised import governed
from checker.model import Attribution, Certainty, Parse, Polarity, Range

NEGATORS = {"not", "never", "no", "neither", "nor", "n't", "n’t", "hardly", "cannot"}


def polarity(parse: Parse, predicate: Predicate) -> Polarity:
    """`-` where the verb itself is negated, or its subject or object is "no …"."""
    for child in predicate.children:
        token = parse.tokens[child]
        if token.lemma.lower() in predicate.name.split()[1:]:
            continue
        if token.dep == "neg" or token.text.lower() in NEGATORS:
            return "-"
        if token.dep in {"nsubj", "dobj", "nsubjpass"} and _is_no(parse, child):
            return "-"
    return "-" if _is_not_governed(parse, predicate.verb) else "+"


def _is_no(parse: Parse, noun: int) -> bool:
    if parse.tokens[noun].lemma.lower() in {"nobody", "nothing", "none"}:
        return True
    return any(
        parse.tokens[c].dep == "det" and parse.tokens[c].lemma.lower() == "no" for c in parse.children(noun)
    )


def _is_not_governed(parse: Parse, verb: int) -> bool:
    """The open complement of a negated verb is negated too ("did not want to go")."""
    token = parse.tokens[verb]
    if token.dep != "xcomp":
        return False
    return any(parse.tokens[c].dep == "neg" for c in parse.children(token.head))


def certainty(
    parse: Parse, predicate: Predicate, clause: Range, said: Attribution | None, text: str
) -> tuple[Certainty, tuple[Range, ...]]:
    """The strongest of denied, doubted, hedged that holds over the predicate, with its words."""
    above = _above(parse, predicate)
    denied = _words(parse, above, "denial")
    if denied or (said and said.polarity == "-" and said.cue):
        return "denied", denied or tuple(said.cue or () if said else ())
    doubted = _words(parse, above, "doubt")
    if doubted:
        return "doubted", doubted
    outer = [r for r in (said.hedge if said else ()) if _governs(parse, predicate, above, r)]
    open_ = governed(parse, predicate.verb)
    hedged = {*_hedges(parse, predicate, above), *_phrases(text, clause), *outer, *open_}
    near = tuple(sorted(r for r in hedged if _same_sentence(parse, predicate, r)))
    return ("hedged", near) if near else ("asserted", ())


def _above(parse: Parse, predicate: Predicate) -> list[int]:
    """The words that govern the predicate, up to its sentence's root, with markers of its own clause."""
    found = []
    below = predicate.verb
    for head in parse.ancestors(predicate.verb):
        if parse.tokens[below].dep in {"conj", "relcl", "advcl", "appos", "parataxis"}:
            break
        found += [head, *(c for c in parse.children(head) if parse.tokens[c].dep == "acomp")]
        below = head
    markers = [c for c in predicate.children if parse.tokens[c].dep == "mark"]
    return [*found, *markers]


def _words(parse: Parse, tokens: list[int], kind: str) -> tuple[Range, ...]:
    wanted = lexicons.certainty(kind)
    found = [
        (parse.tokens[i].start, parse.tokens[i].end)
        for i in tokens
        if parse.tokens[i].lemma.lower() in wanted
    ]
    return tuple(sorted(found))


def _hedges(parse: Parse, predicate: Predicate, above: list[int]) -> list[Range]:
    found: list[int] = []
    for child in [c for verb in (predicate.verb, *above[:1]) for c in parse.children(verb)]:
        token = parse.tokens[child]
        modal = token.dep == "aux" and token.lemma.lower() in lexicons.certainty("modal")
        adverb = token.dep == "advmod" and token.lemma.lower() in lexicons.certainty("adverb")
        if (modal and token.head == predicate.verb) or adverb:
            found.append(child)
    if parse.tokens[predicate.verb].dep == "xcomp":
        found += [i for i in above[:1] if parse.tokens[i].lemma in lexicons.certainty("verb")]
    return [(parse.tokens[i].start, parse.tokens[i].end) for i in found]


def _phrases(text: str, clause: Range) -> list[Range]:
    words = "|".join(re.escape(p) for p in sorted(lexicons.certainty("phrase")))
    return [m.span() for m in re.compile(rf"\b(?:{words})\b", re.IGNORECASE).finditer(text, *clause)]


def _governs(parse: Parse, predicate: Predicate, above: list[int], place: Range) -> bool:
    """Whether hedging words hang on the predicate or on what governs it."""
    held = {predicate.verb, *above}
    return any(i in held or parse.tokens[i].head in held for i in parse.tokens_in(*place))


def _same_sentence(parse: Parse, predicate: Predicate, place: Range) -> bool:
    sentence = parse.sentence_at(parse.tokens[predicate.verb].start)
    return sentence is not None and sentence.start <= place[0] < sentence.end
