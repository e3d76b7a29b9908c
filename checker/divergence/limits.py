"""What limits how surely a clause is told: might, perhaps, it is unclear whether, only if."""

from __future__ import annotations

from collections.abc import Iterator

from checker.divergence import clauses, limit_looks
from checker.divergence.conditions import conditions
from checker.divergence.limit_words import Limit, words
from checker.model import Parse

DEPTH = 6
"""Governing words that are looked at above a clause."""
GOVERNED = frozenset(["ccomp", "xcomp", "acl", "pcomp", "csubj", "csubjpass", "appos", "dobj"])
"""How a clause hangs on what governs it. One beside the statement ("as the mayor said") is governed by nothing."""
ASKING = frozenset(["whether", "if", "who", "what"])
"""Words that make a clause a question which may stay open: "could not say who fired", "nobody knows what he knew"."""
SHOWING = frozenset(["be", "find", "emerge", "exist", "produce", "present", "offer", "see", "appear"])
"""Verbs that say of a proof that it is there: "no proof has been found that", "there is no sign so far that"."""
NEGATED = frozenset(
    ["not", "n't", "n’t", "never", "no", "nobody", "nothing", "none", "unable", "cannot", "neither", "nor"]
)


def limits(parse: Parse, verb: int, clause: list[int]) -> list[Limit]:
    """The limits of the clause whose verb this is, in text order; `clause` are its own tokens."""
    found = [
        *_modals(parse, verb),
        *_adverbs(parse, verb, clause),
        *_raising(parse, verb),
        *_above(parse, verb),
        *(limit for i in _chain(parse, verb) for limit in conditions(parse, i)),
    ]
    return sorted(set(found), key=lambda limit: (limit.place, limit.kind))


def _chain(parse: Parse, verb: int) -> list[int]:
    """The verb and the infinitives below it, which a condition may stand with: "hopes to pay if …"."""
    found = [verb]
    for i in found:
        found += [
            j for j in parse.children(i) if parse.tokens[j].dep == "xcomp" and parse.tokens[j].pos == "VERB"
        ]
    return found


def _modals(parse: Parse, verb: int) -> Iterator[Limit]:
    for i in parse.children(verb):
        token = parse.tokens[i]
        if (
            token.dep == "aux"
            and token.text.lower() in words("modal")
            and not limit_looks.is_ability(parse, verb, i)
        ):
            yield Limit("possible", (token.start, token.end), open=not _is_perfect(parse, verb))


def _is_perfect(parse: Parse, verb: int) -> bool:
    return any(parse.tokens[c].lemma.lower() in {"have", "'ve", "’ve"} and parse.tokens[c].dep == "aux"
               for c in parse.children(verb))  # fmt: skip


def _raising(parse: Parse, verb: int) -> Iterator[Limit]:
    """Verbs and adjectives that limit the infinitive which they govern: seems to, is believed to, is likely to."""
    below = content_verb(parse, verb)
    if below == verb:
        return
    over = [verb, *(i for i in parse.children(verb) if parse.tokens[i].dep == "acomp")]
    for token in (parse.tokens[i] for i in over):
        place = token.start, token.end
        if token.lemma.lower() in words("adjective"):
            yield Limit("possible", place, open=not _is_perfect(parse, below))
        elif token.lemma.lower() in words("weigh"):
            yield Limit("possible", place, open=True)
        elif token.lemma.lower() in words("plan"):
            yield Limit("plan", place, open=True)
        elif token.lemma.lower() in words("verb") | words("passive") | words("charge"):
            yield Limit("opinion", place)


def _charged(parse: Parse, verb: int) -> int | None:
    """The deed that somebody is accused of, or thinks of: "suspected of stealing", "is considering selling"."""
    if parse.tokens[verb].lemma.lower() not in words("charge") | words("weigh"):
        return None
    openings = [i for i in parse.children(verb) if parse.tokens[i].text.lower() in {"of", "with", "about"}]
    behind = [j for i in openings for j in parse.children(i) if parse.tokens[j].dep == "pcomp"]
    behind += [
        i for i in parse.children(verb) if parse.tokens[i].dep == "xcomp" and parse.tokens[i].tag == "VBG"
    ]
    return next((i for i in behind if parse.tokens[i].pos == "VERB"), None)


def content_verb(parse: Parse, verb: int) -> int:
    """The infinitive under a verb that only limits it, the deed that it charges somebody with, else the verb itself."""
    charged = _charged(parse, verb)
    if charged is not None:
        return charged
    token = parse.tokens[verb]
    kids = parse.children(verb)
    passive = any(parse.tokens[i].dep == "auxpass" for i in kids)
    limiting = token.lemma.lower() in {"appear", "seem", "tend", *words("plan"), *words("weigh")} or (
        passive and token.lemma.lower() in words("verb") | words("passive")
    )
    adjective = next((i for i in kids if parse.tokens[i].dep == "acomp"), None)
    if (
        token.lemma == "be"
        and adjective is not None
        and parse.tokens[adjective].lemma.lower() in words("adjective")
    ):
        limiting, kids = True, [*kids, *parse.children(adjective)]
    return next(
        (
            i
            for i in kids
            if limiting and parse.tokens[i].dep == "xcomp" and parse.tokens[i].pos in {"VERB", "AUX"}
        ),
        verb,
    )


def _adverbs(parse: Parse, verb: int, clause: list[int]) -> Iterator[Limit]:
    """Limiting adverbs of the verb or of what it says of its subject.

    One of a number or an aside ("killed, apparently by accident") limits only that.
    """
    said = {"attr", "acomp", "prep", "xcomp", "auxpass"}
    heads = {verb, *(c for c in parse.children(verb) if parse.tokens[c].dep in said)}
    for i in clause:
        token = parse.tokens[i]
        if token.lemma.lower() not in words("adverb") or token.pos not in {"ADV", "ADJ"}:
            continue
        following = parse.tokens[i + 1] if i + 1 < len(parse.tokens) else None
        if following is not None and following.pos == "NUM":
            continue
        number = following is not None and following.text.lower() in {"a", "an", "some"}
        aside = i > verb and following is not None and following.pos in {"ADP", "SCONJ", "ADV"}
        if (
            token.dep == "advmod"
            and token.head in heads
            and not aside
            and not (number and token.head != verb)
        ):
            yield Limit("possible", (token.start, token.end))


def _above(parse: Parse, verb: int) -> Iterator[Limit]:
    """Words that govern the clause: verbs, nouns and adjectives of opinion, doubt and denial."""
    below = link = verb
    asking = {parse.tokens[c].lemma.lower() for c in parse.children(verb)} & ASKING
    for head in [h for h, _ in zip(parse.ancestors(verb), range(DEPTH), strict=False)]:
        carries = parse.tokens[below].dep == "prep" and asking and below != verb
        aside = link != below and parse.tokens[link].dep == "advmod"
        if not carries and not aside and clauses.hangs(parse, below) not in GOVERNED:
            break
        yield from _governing(parse, head, below, asking)
        link = head
        below = below if parse.tokens[head].pos == "ADV" else head


def _governing(parse: Parse, head: int, below: int, asking: set[str]) -> Iterator[Limit]:
    token, lemma = parse.tokens[head], parse.tokens[head].lemma.lower()
    if any(parse.tokens[i].lemma.lower() == "how" for i in parse.children(head)):
        return
    around = [
        i
        for i in parse.children(head)
        if parse.tokens[i].dep in {"acomp", "attr", "nsubj", "nsubjpass", "oprd"}
    ]
    for i in (head, *around):
        if i == below:
            continue
        other, word = parse.tokens[i], parse.tokens[i].lemma.lower()
        place = (other.start, other.end)
        if word in words("unknown") and other.pos in {"ADJ", "VERB"}:
            yield Limit("unknown", place)
        elif word in words("adjective") and other.pos == "ADJ" and other.dep != "amod":
            yield Limit("possible", place, open=parse.tokens[below].dep == "xcomp")
        elif word in words("noun") and other.pos == "NOUN" and _holds(parse, i, head, below):
            yield Limit("opinion", place)
    passive = lemma in words("passive") and any(
        parse.tokens[i].dep == "auxpass" for i in parse.children(head)
    )
    opinion = token.pos == "VERB" and (lemma in words("verb") or passive)
    if opinion and parse.tokens[below].dep in {"ccomp", "xcomp"}:
        yield Limit("opinion", (token.start, token.end))
    if lemma == "be" and parse.tokens[below].dep in {"ccomp", "csubj", "xcomp"}:
        yield from _modals(parse, head)
    denying = token.pos == "VERB" and lemma in words("denial") and not limit_looks.is_pointed(parse, below)
    if denying and clauses.hangs(parse, below) in {"ccomp", "acl", "xcomp", "dobj"}:
        yield Limit("denied", (token.start, token.end))
    if asking or (lemma in words("settle") and parse.tokens[below].dep == "ccomp"):
        yield from _unknown(parse, head, around)
    if asking & {"whether", "if"} and lemma in words("inquire"):
        yield Limit("unknown", (token.start, token.end))
    proofs = [i for i in (head, *(around if lemma in SHOWING else ())) if i != below]
    for i in proofs if parse.tokens[below].dep in {"acl", "ccomp"} else ():
        if parse.tokens[i].lemma.lower() in words("proof"):
            yield from _unproved(parse, i)


def _holds(parse: Parse, noun: int, head: int, below: int) -> bool:
    """Whether a noun of opinion is what the clause says: "the hope that …", "his impression was that …"."""
    if noun == head:
        return parse.tokens[below].dep in {"acl", "ccomp", "appos"}
    return parse.tokens[head].lemma == "be" and parse.tokens[below].dep in {"ccomp", "attr", "acl"}


def _unproved(parse: Parse, noun: int) -> Iterator[Limit]:
    """`no proof that`, `has not found any sign that`."""
    beside = [noun, parse.tokens[noun].head]
    negated = [c for i in beside for c in parse.children(i) if parse.tokens[c].text.lower() in NEGATED]
    if negated:
        yield Limit("unknown", parse.range_of([min(negated), noun] if negated[0] < noun else [noun]))


def _unknown(parse: Parse, head: int, around: list[int]) -> Iterator[Limit]:
    """`whether` under words of knowing that are negated: cannot say, is not known, nobody can tell."""
    knowing = [i for i in (head, *around) if parse.tokens[i].lemma.lower() in words("knowing")]
    over = [parse.tokens[head].head] if parse.tokens[head].dep == "xcomp" else []
    over += [parse.tokens[over[0]].head] if over else []
    below = [head, *knowing, *over]
    negated = [
        c for i in below for c in parse.children(i)
        if parse.tokens[c].text.lower() in NEGATED or parse.tokens[c].lemma.lower() in NEGATED
    ]  # fmt: skip
    if knowing and negated:
        helping = [c for i in knowing for c in parse.children(i) if parse.tokens[c].dep == "aux"]
        inside = [*negated, *knowing, *helping]
        yield Limit("unknown", parse.range_of([min(inside), max(inside)]))


def is_limited(parse: Parse, first: int, last: int) -> bool:
    """Whether any word of the tokens first..last, which is no month, could limit in a way that was not read."""
    single = words("modal") | words("adverb") | words("adjective") | words("unknown") | words("denial")
    found = (parse.tokens[i] for i in range(first, last) if parse.tokens[i].text != "May")
    return any(
        t.lemma.lower() in single or (t.dep == "amod" and t.text.lower() in words("beside")) for t in found
    )
