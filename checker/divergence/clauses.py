"""Clauses of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from checker.model import Parse, Range, Sentence, Token

SUBJECTS = frozenset(["nsubj", "nsubjpass", "csubj", "csubjpass", "expl"])
OPENS = frozenset(
    ["ROOT", "ccomp", "conj", "advcl", "parataxis", "relcl", "pcomp", "acl", "csubj", "csubjpass"]
)
LIGHT = frozenset(["be", "have", "do", "get", "go", "come", "make", "take", "say", "tell", "add", "become", "begin",
                   "start", "mr", "mrs", "ms", "dr", "sir", "other", "own", "many", "several", "new", "such",
                   "same", "none"])  # fmt: skip


TURNED = frozenset(["nobody", "nothing", "none", "neither"])
_ENDS = re.compile(
    r"(?:isation|ization|ations?|ating|ated|ates?|ements?|ments?|ings?|ions?|ances?|ences?|ities|ity|ally|als?|"
    r"ians?|ans?|ese|ies|ied|ives?|ers?|ors?|ed|es|ly|s|y|e|a)$"
)
_BRITISH = re.compile(r"our(?=s$|$|ed$|ing$|er$|ers$|able$)")
BRIEF = 5
"""Letters of the longest word that "our" may end without being a British spelling ("four", "tour")."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb with what belongs to it and to no other clause: token numbers, and the place from first to last."""

    verb: int
    tokens: tuple[int, ...]
    place: Range


def clauses(parse: Parse, sentence: Sentence) -> Iterator[Clause]:
    """The clauses with a subject of their own, or with that of the clause they are joined to, in text order.

    A bare infinitive ("saw them leave") says nothing by itself.
    """
    tokens = parse.tokens
    subjects = {tokens[i].head for i in range(sentence.first, sentence.last) if tokens[i].dep in SUBJECTS}
    helped = {
        tokens[i].head for i in range(sentence.first, sentence.last) if tokens[i].dep in {"aux", "auxpass"}
    }
    heads = [
        i
        for i in range(sentence.first, sentence.last)
        if _opens(tokens[i], i in subjects, i in helped) and (tokens[i].tag != "VB" or i in helped)
    ]
    aside = [i for i in range(sentence.first, sentence.last) if _is_aside(parse, i)]
    owner = {i: _owner(parse, i, {*heads, *aside}) for i in range(sentence.first, sentence.last)}
    for head in heads:
        own = [
            i for i, over in owner.items() if over == head and tokens[i].dep not in {"punct", "cc", "mark"}
        ]
        if head not in subjects:
            own = sorted({*own, *_inherited(parse, head)})
        run = _run(own, head)
        if run:
            yield Clause(head, tuple(own), parse.range_of(run))


def without(parse: Parse, clause: Clause, places: list[Range]) -> Clause:
    """The clause without the words in some ranges, such as "according to the mayor"."""
    kept = [i for i in clause.tokens if not any(s <= parse.tokens[i].start < e for s, e in places)]
    kept = kept if clause.verb in kept else sorted([*kept, clause.verb])
    if len(kept) == len(clause.tokens):
        return clause
    return Clause(clause.verb, tuple(kept), parse.range_of(_run(kept, clause.verb)))


def without_participles(parse: Parse, clause: Clause) -> list[int]:
    """The tokens of a clause but for those below a participle that describes a noun: "the pact reached on Monday"."""
    below = {
        j
        for i in clause.tokens
        if parse.tokens[i].dep == "acl" and parse.tokens[i].tag in {"VBN", "VBG"}
        for j in parse.subtree(i)
    }
    return [i for i in clause.tokens if i not in below]


def _opens(token: Token, has_subject: bool, is_helped: bool) -> bool:
    if token.pos not in {"VERB", "AUX"} or token.dep not in OPENS:
        return False
    finite = token.tag in {"VBD", "VBZ", "VBP", "VBN"} or (is_helped and token.tag == "VB")
    return has_subject or (token.dep in {"conj", "ROOT"} and finite)


def _is_aside(parse: Parse, i: int) -> bool:
    """Whether a participle behind a comma tells another thing beside its clause: "…, opening the way to an end"."""
    token = parse.tokens[i]
    return token.tag == "VBG" and token.dep == "advcl" and i > token.head and parse.tokens[i - 1].text == ","


def _owner(parse: Parse, i: int, heads: set[int]) -> int | None:
    if i in heads:
        return i
    return next((h for h in parse.ancestors(i) if h in heads), None)


def _inherited(parse: Parse, head: int) -> list[int]:
    """The subject of the clause that this one is joined to."""
    over = parse.tokens[head].head
    return [j for c in parse.children(over) if parse.tokens[c].dep in SUBJECTS for j in parse.subtree(c)]


def _run(own: list[int], head: int) -> list[int]:
    """The tokens around the verb without gaps of more than six words."""
    kept, position = [head], own.index(head)
    for row in (own[:position][::-1], own[position + 1 :]):
        last = head
        for i in row:
            if abs(i - last) > 6:
                break
            kept.append(i)
            last = i
    return kept


def hangs(parse: Parse, i: int) -> str:
    """How a clause hangs on its noun: one with "that" and a subject of its own is what is claimed ("acl")."""
    dep = parse.tokens[i].dep
    said = dep == "relcl" and any(parse.tokens[c].dep == "mark" for c in parse.children(i))
    return "acl" if said else dep


def subject_heads(parse: Parse, verb: int) -> list[int]:
    """The tokens that head the subject, also where it stands with a verb that this one is joined to."""
    for _ in range(3):
        found = [i for i in parse.children(verb) if parse.tokens[i].dep in SUBJECTS]
        if found or parse.tokens[verb].dep != "conj":
            return found
        verb = parse.tokens[verb].head
    return []


def is_negative(parse: Parse, clause: Clause) -> bool:
    """Whether the verb is negated, or its subject or object is nobody, nothing or "no …"."""
    for child in parse.children(clause.verb):
        token = parse.tokens[child]
        if token.dep == "neg" or token.text.lower() in {"never", "hardly", "neither", "nor", *TURNED}:
            return True
        if token.dep in {"nsubj", "nsubjpass", "dobj", "attr"} and any(
            parse.tokens[c].lemma.lower() == "no" for c in parse.children(child)
        ):
            return True
    return False


def is_shouted(parse: Parse, sentence: Sentence) -> bool:
    """Whether two words in capitals stand side by side, as in a heading or a menu that ran into the text."""
    loud = [
        len(t.text) > 2 and t.text.isalpha() and t.text.isupper()
        for t in parse.tokens[sentence.first : sentence.last]
    ]
    return any(a and b for a, b in pairwise(loud))


def runs(parse: Parse, sentence: Sentence, size: int, *, verbal: bool = False) -> frozenset[str]:
    """Every run of `size` words of a sentence with a word of meaning that is no name; with `verbal`, a verb."""
    kinds = {"VERB"} if verbal else {"NOUN", "VERB", "ADJ"}
    tokens = [t for t in parse.tokens[sentence.first : sentence.last] if t.text[0].isalnum()]
    rows = (tokens[i : i + size] for i in range(len(tokens) - size + 1))
    telling = (row for row in rows if any(t.pos in kinds and not t.stop for t in row))
    return frozenset(" ".join(t.text.casefold() for t in row) for row in telling)


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A word without its endings, so that "evacuation" is "evacuate", "Peruvian" is "Peru", "harbour" "harbor"."""
    word = _BRITISH.sub("or", word) if len(word) > BRIEF else word
    for _ in range(2):
        cut = _ENDS.sub("", word)
        if len(cut) < 4 or cut == word:
            break
        word = cut
    return word
