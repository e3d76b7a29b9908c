"""What a number counts where its words do not say it by a plain noun: roles, bodies, shares, "97 on its roll"."""

from __future__ import annotations

from collections.abc import Iterator

from checker.divergence.figure_deeds import Reader
from checker.divergence.figure_measures import units
from checker.divergence.number_words import bounds, lexicon, value_at
from checker.divergence.numeral_roles import ABOARD, PERSONS, role_nouns, role_of
from checker.divergence.quantities import Quantity, kindred_nouns
from checker.model import Parse, Sentence, Span

OFFSET = frozenset({
    "another", "other", "others", "first", "last", "final", "next", "every", "each", "additional", "extra", "further",
    "remaining", "rest", "per", "these", "those", "than", "both", "between", "to", "or", "initial", "initially", "of",
    "within",
})  # fmt: skip
"""Words right before a number that make it a part, a rate, a range or one of several."""
BOUNDING = frozenset({"up", "about", "around", "some", "nearly", "almost", "more", "at", "over", "roughly"})
"""Words that open a bounded or rounded number, which is whole behind "of" too."""
YEARS = 1500, 2100
"""The least and the largest plain number that may be a year."""
NO_COUNT = frozenset({"way"})
"""Nouns that a number goes before without counting: "a two-way street"."""
RESTRICTING = frozenset({"prep", "acl", "relcl", "appos"})
STANDING = frozenset(
    {"dobj", "attr", "pobj", "nsubj", "nsubjpass", "conj", "appos", "npadvmod", "nummod", "ROOT"}
)
"""Places in a sentence in which a number stands for what it counts."""
PARTS = {"half": 50.0, "third": 100 / 3, "quarter": 25.0, "fifth": 20.0, "tenth": 10.0}
BESIDE = 40
"""Characters to the noun that a joined number describes, which is shown with it."""
ROUGH = 2.5
"""Percentage points by which a fraction may be off; "nine in ten" may be off by half of a tenth."""
NEAR = 5
"""Tokens from "of" to the noun of which a number is a part."""
Row = tuple[Span, float, float, str, int]
"""Words, least and largest value, unit, and the token of the noun."""
Lone = tuple[Span, float, float, str, int, bool]
"""The same; and whether it is counted whole, by the part that the counted play."""


def bodies(parse: Parse, sentence: Sentence) -> Iterator[Row]:
    """Numbers that stand alone behind a noun for a body: "a crew of 19"."""
    for i in range(sentence.first, sentence.last - 2):
        noun = parse.tokens[i].lemma.lower()
        if noun not in lexicon()["bodies"] or parse.tokens[i + 1].text.lower() != "of":
            continue
        near = range(i + 2, min(i + 6, sentence.last))
        number = next((j for j in near if value_at(parse, j, sentence.last)[0] is not None), None)
        if number is None:
            continue
        value, end = value_at(parse, number, sentence.last)
        behind = parse.tokens[end] if end < sentence.last else None
        alone = behind is None or behind.pos not in {"NOUN", "ADJ", "PROPN", "NUM"}
        first, low, high = bounds(parse, sentence, number, value or 0.0)
        if (alone or (behind and behind.lemma.lower() in PERSONS)) and (number - i == 2 or first <= i + 2):
            span = Span(parse.doc, parse.tokens[i].start, parse.tokens[end - 1].end)
            yield span, low, high, role_nouns().get(noun, noun), i


def fractions(parse: Parse, sentence: Sentence) -> Iterator[Row]:
    """Shares in words, as percentages: "nine in ten", "two out of five", "a third of", "three quarters of"."""
    tokens = parse.tokens
    for i in range(sentence.first, sentence.last - 2):
        one, end = value_at(parse, i, sentence.last)
        if one is not None and end + 1 < sentence.last and tokens[end].text.lower() in {"in", "out"}:
            at = end + 1 + (tokens[end + 1].text.lower() == "of")
            whole, last = value_at(parse, at, sentence.last) if at < sentence.last else (None, at)
            if whole in {3, 4, 5, 10, 20, 100} and 0 < one < whole:
                share, off = 100 * one / whole, 50 / whole
                span = Span(parse.doc, tokens[i].start, tokens[last - 1].end)
                yield span, share - off, share + off, "share", i
        part = PARTS.get(tokens[i].lemma.lower())
        of = i + 1 < sentence.last and tokens[i + 1].text.lower() == "of"
        million = [t.text.lower() for t in tokens[i + 2 : i + 3]] == ["a"]
        if part and of and not million and i > sentence.first and tokens[i].tag in {"NN", "NNS", "PDT", "DT"}:
            times, _ = value_at(parse, i - 1, sentence.last)
            share = part * (times or 1.0)
            if share < 100:
                yield (
                    Span(parse.doc, tokens[i].start, tokens[i].end),
                    share - ROUGH,
                    share + ROUGH,
                    "share",
                    i,
                )


def hyphened(parse: Parse, sentence: Sentence) -> Iterator[Row]:
    """Numbers joined to their noun before another: "the 48-page report" counts pages."""
    tokens = parse.tokens
    for i in range(sentence.first, sentence.last - 3):
        value, end = value_at(parse, i, sentence.last)
        if value is None or end + 2 >= sentence.last or tokens[end].text != "-":
            continue
        noun, behind = tokens[end + 1], tokens[end + 2]
        lemma = kindred_nouns().get(noun.lemma.lower(), noun.lemma.lower())
        counted = noun.pos == "NOUN" and lemma.isalpha() and lemma not in units() and lemma not in NO_COUNT
        if counted and behind.pos in {"NOUN", "ADJ"}:
            first, low, high = bounds(parse, sentence, i, value)
            head = tokens[noun.head] if end + 1 < noun.head < sentence.last else noun
            shown = head.end if head.end - noun.end <= BESIDE else noun.end
            yield Span(parse.doc, tokens[first].start, shown), low, high, lemma, end + 1


def lone(parse: Parse, sentence: Sentence, number: int) -> Iterator[Lone]:
    """Numbers that stand for what they count: "has 97 on its roll", "seventy-four in the register"."""
    i, before = sentence.first, ""
    while i < sentence.last:
        value, end = value_at(parse, i, sentence.last)
        if value is None:
            i += 1
            continue
        behind = parse.tokens[end] if end < sentence.last else None
        noun = _noun(parse, sentence, end)
        free = behind is None or behind.text in {",", ".", ";", "?", "!", ")"} or behind.pos in {
            "ADP", "ADV", "CCONJ", "SCONJ", "VERB", "AUX", "PRON"}  # fmt: skip
        of = _counted_of(parse, sentence, end)
        if noun is not None:
            before = kindred_nouns().get(noun, noun)
        elif of is not None and value > 1 and not partial(parse, sentence, i):
            first, low, high = bounds(parse, sentence, i, value)
            yield (
                Span(parse.doc, parse.tokens[first].start, parse.tokens[of[1]].end),
                low,
                high,
                of[0],
                end - 1,
                False,
            )
        elif free and parse.tokens[end - 1].dep in STANDING and value > 1 and not partial(parse, sentence, i):
            role = role_of(parse, end - 1, "")
            unit = role or before or _asked(parse, number)
            named = parse.tokens[i - 1].pos in {"PROPN", "SYM"} if i > sentence.first else True
            if unit and not named:
                first, low, high = bounds(parse, sentence, i, value)
                span = Span(parse.doc, parse.tokens[first].start, parse.tokens[end - 1].end)
                yield span, low, high, unit, end - 1, bool(role)
        i = end


def _noun(parse: Parse, sentence: Sentence, end: int) -> str | None:
    """The noun behind a number, over adjectives."""
    for j in range(end, min(end + 4, sentence.last)):
        token = parse.tokens[j]
        if token.pos == "NOUN":
            return token.lemma.lower() if token.text.lower() != "per" else None
        if token.pos not in {"ADJ", "PROPN"} and token.text != "-":
            return None
    return None


def _counted_of(parse: Parse, sentence: Sentence, end: int) -> tuple[str, int] | None:
    """The noun of which a number is a part, and its token: "sixteen of the village's wells"."""
    if end >= sentence.last or parse.tokens[end].text.lower() != "of":
        return None
    for child in parse.children(end):
        token = parse.tokens[child]
        if token.dep == "pobj" and token.tag == "NNS" and child - end <= NEAR:
            return kindred_nouns().get(token.lemma.lower(), token.lemma.lower()), child
    return None


def _asked(parse: Parse, number: int) -> str:
    """What the sentence before asks for: "How many children are there?"."""
    last = parse.sentences[number - 1] if number else None
    words = list(parse.tokens[last.first : last.last]) if last else []
    for k, token in enumerate(words[:-2]):
        if token.text.lower() == "how" and words[k + 1].text.lower() == "many" and words[k + 2].pos == "NOUN":
            lemma = words[k + 2].lemma.lower()
            return kindred_nouns().get(lemma, lemma)
    return ""


def partial(parse: Parse, sentence: Sentence, first: int) -> bool:
    """Whether the words before the number make it a part, a rate or a range; "a total of" does not."""
    before = [t.text.lower() for t in parse.tokens[max(sentence.first, first - 2) : first]]
    if before[-1:] == ["of"] and parse.tokens[first].text.lower() in BOUNDING:
        return False
    return bool(before) and before[-1] in OFFSET and before[-2:] not in (["total", "of"], ["body", "of"])


def year(parse: Parse, first: int, q: Quantity) -> bool:
    """Whether the number is a year before a noun: "the 2031 flood"."""
    return q.low == q.high and YEARS[0] <= q.low <= YEARS[1] and parse.tokens[first].text.isdigit()


def presence(parse: Parse, verb: int, at: int) -> bool:
    """Whether a verb counts a thing whole, whatever it does: "there were 40 nurses", "carrying 40 nurses"."""
    before = parse.tokens[parse.tokens[at].head].text.lower()
    judged = any(parse.tokens[c].dep in {"acomp", "attr"} and c != at for c in parse.children(verb))
    lemma = parse.tokens[verb].lemma.lower()
    having = lemma in lexicon()["presence"] and (parse.tokens[at].dep != "nsubj" or lemma in {"be", "exist"})
    return before in {"with", "carrying"} or (having and not judged)


def restricting(parse: Parse, reader: Reader, head: int) -> set[str]:
    """Names and nouns behind the noun that say which of its kind are counted."""
    tied = (c for c in parse.children(head) if c > head and parse.tokens[c].dep in RESTRICTING)
    behind = [i for c in tied if parse.tokens[c - 1].text != "," for i in parse.subtree(c)]
    return {k for i in behind if (k := reader.key(parse, i))} - ABOARD
