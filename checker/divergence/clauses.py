"""Clauses of a sentence, and keys by which clauses of different texts can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from checker.model import Entity, Parse, Range, Sentence, Span, Token

SUBJECTS = frozenset(["nsubj", "nsubjpass", "csubj", "csubjpass", "expl"])
OPENS = frozenset(["ROOT", "ccomp", "conj", "advcl", "parataxis", "relcl", "pcomp", "acl", "csubj", "csubjpass"])
MEANING = frozenset(["NOUN", "PROPN", "VERB", "ADJ", "NUM"])
LIGHT = frozenset(["be", "have", "do", "get", "go", "come", "make", "take", "say", "tell", "add", "become", "begin",
                   "start", "mr", "mrs", "ms", "dr", "sir", "other", "own", "many", "several", "new", "such",
                   "same"])  # fmt: skip
NAMING = frozenset(["PERSON", "ORG", "FAC", "EVENT", "LAW", "PRODUCT"])
FURTHER = frozenset(["another", "other", "others", "more", "further", "next", "additional", "similar", "new", "previous", "last"])
"""Words that make a thing another one than that of the same name."""
TURNED = frozenset(["nobody", "nothing", "none", "neither"])
_ENDS = re.compile(
    r"(?:isation|ization|ations?|ating|ated|ates?|ements?|ments?|ings?|ions?|ances?|ences?|ities|ity|ally|als?|"
    r"ians?|ans?|ese|ies|ied|ives?|ers?|ors?|ed|es|ly|s|y|e|a)$"
)
_BRITISH = re.compile(r"our(?=s$|$|ed$|ing$|er$|ers$|able$)")
BRIEF = 5
"""Letters of the longest word that "our" may end without being a British spelling ("four", "tour")."""
_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
_TENS = "thirty forty fifty sixty seventy eighty ninety"
_NUMBERS = {
    **{word: str(i) for i, word in enumerate(re.split(" ", _UNITS))},
    **{word: str(10 * i) for i, word in enumerate(re.split(" ", _TENS), 3)},
    "hundred": "100",
    "thousand": "1000",
    "both": "2",
    "dozen": "12",
}
_ORDINALS = {
    word: i
    for i, word in enumerate(
        re.split(" ", "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"), 1
    )
}


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
    owner = {i: _owner(parse, i, set(heads)) for i in range(sentence.first, sentence.last)}
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


def _opens(token: Token, has_subject: bool, is_helped: bool) -> bool:
    if token.pos not in {"VERB", "AUX"} or token.dep not in OPENS:
        return False
    finite = token.tag in {"VBD", "VBZ", "VBP", "VBN"} or (is_helped and token.tag == "VB")
    return has_subject or (token.dep in {"conj", "ROOT"} and finite)


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
    for step, row in ((-1, own[:position][::-1]), (1, own[position + 1 :])):
        last = head
        for i in row:
            if abs(i - last) > 6:
                break
            kept.append(i)
            last = i if step else last
    return kept


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


def stem(word: str) -> str:
    """A word without its endings, so that "evacuation" is "evacuate", "Peruvian" is "Peru", "harbour" "harbor"."""
    word = _BRITISH.sub("or", word) if len(word) > BRIEF else word
    for _ in range(2):
        cut = _ENDS.sub("", word)
        if len(cut) < 4 or cut == word:
            break
        word = cut
    return word


class Names:
    """The names of one text, so that every spelling of a person or body has one key."""

    def __init__(
        self, parse: Parse, mentions: Iterable[tuple[Span, Entity]], times: Iterable[Range] = ()
    ) -> None:
        self.at: dict[int, str] = {}
        self.people: dict[int, str] = {}
        self.times = {i for start, end in times for i in parse.tokens_in(start, end)}
        for span, entity in mentions:
            if entity.type in NAMING:
                inside = dict.fromkeys(parse.tokens_in(span.start, span.end), f"@{entity.entity}")
                self.at.update(inside)
                self.people.update(inside if entity.type == "PERSON" else {})

    def keys(self, parse: Parse, inside: Iterable[int]) -> frozenset[str]:
        """Names, numbers and stems of words with meaning."""
        return frozenset(k for i in inside if (k := self._key(parse, i)))

    def _key(self, parse: Parse, i: int) -> str | None:
        token, lemma = parse.tokens[i], parse.tokens[i].lemma.lower()
        if i in self.at:
            return self.at[i]
        if token.pos == "NOUN" and any(parse.tokens[c].text.lower() in FURTHER for c in parse.children(i)):
            return f"+{stem(lemma)}"
        if number(token):
            return f"#{number(token)}"
        if (
            token.pos not in MEANING
            or lemma in LIGHT
            or (token.stop and token.pos != "PROPN")
            or len(lemma) < 3
        ):
            return None
        place = token.pos == "PROPN"
        return ("@" if place else "") + stem(lemma) if not place else stem(lemma)

    def timely(self, parse: Parse, inside: Iterable[int]) -> frozenset[str]:
        """The keys that only say when."""
        return self.keys(parse, (i for i in inside if i in self.times))

    def persons(self, inside: Iterable[int]) -> frozenset[str]:
        """The people named."""
        return frozenset(self.people[i] for i in inside if i in self.people)

    def numbers(self, parse: Parse, inside: Iterable[int]) -> frozenset[str]:
        """What is counted, with the number in digits: "people 40". Hours, days and years count nothing."""
        rows = ((n, parse.tokens[i].head) for i in inside if (n := number(parse.tokens[i]) or ordinal(parse.tokens[i])))
        return frozenset(
            f"{stem(parse.tokens[head].lemma.lower())} {n}"
            for n, head in rows
            if parse.tokens[head].pos in {"NOUN", "PROPN", "SYM"} and head not in self.times
        )

    def subject(self, parse: Parse, clause: Clause) -> frozenset[str]:
        """The names that head the subject."""
        heads = [c for c in parse.children(clause.verb) if parse.tokens[c].dep in SUBJECTS]
        return frozenset(
            self.at.get(i) or stem(parse.tokens[i].lemma.lower())
            for i in heads
            if parse.tokens[i].pos == "PROPN"
        )


def number(token: Token) -> str | None:
    """A number, in digits or in a word, as digits."""
    word = token.text.lower()
    if word in _NUMBERS and word not in {"one", "zero"}:
        return _NUMBERS[word]
    plain = word.replace(",", "")
    return plain if token.pos == "NUM" and plain[:1].isdigit() else None


def ordinal(token: Token) -> str | None:
    """Which one of several: "third", "3rd"."""
    word = token.text.lower()
    if word in _ORDINALS:
        return f"no. {_ORDINALS[word]}"
    return f"no. {word[:-2]}" if word[:1].isdigit() and word[-2:] in {"st", "nd", "rd", "th"} else None
