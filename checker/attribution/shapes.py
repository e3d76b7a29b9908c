"""What a quotation looks like from outside: a title, a whole sentence, words that lead on."""

from __future__ import annotations

from checker.attribution.grammar import Grammar
from checker.model import QuotedSpan

_OPEN_END = ",?!—–-…"
_INNER = "'’‘ \u00a0"
_NAMING = 5
"""Words of the longest title that a quotation may be in the middle of a narrator's sentence."""
_WHOLE = 6
"""Words of a quotation at the beginning of a sentence that needs no comma before `Roe said`."""
_WEIGHTY = 4
"""Words of a quotation that may follow a dash or comma without a capital."""


def is_short(g: Grammar, i: int) -> bool:
    """Whether a token stands in a quotation of a few words, as in a name or nickname."""
    quoted = g.quoted(i)
    return quoted is not None and len(g.words(quoted.start, quoted.end)) <= _NAMING


def is_title(g: Grammar, quoted: QuotedSpan) -> bool:
    """Whether a quotation is the title of something (`On "Morning News," Roe said`)."""
    first, words = g.index(quoted.start), g.words(quoted.start, quoted.end)
    if first == 0 or len(words) > _NAMING or g.sentence_of(first).first == first:
        return False
    capital = all(g.tokens[i].text[:1].isupper() or g.tokens[i].pos in {"ADP", "DET", "CCONJ"} for i in words)
    before = g.tokens[first - 1]
    return capital and (before.pos in {"ADP", "PART", "NOUN", "PROPN"} or before.tag in {"PRP$", "DT"})


def is_substantial(g: Grammar, quoted: QuotedSpan) -> bool:
    """Whether a quotation is more than scare quotes: some words, or one with a capital."""
    return len(g.words(quoted.start, quoted.end)) >= _WEIGHTY or g.text[quoted.inner[0]].isupper()


def ends_sentence(g: Grammar, quoted: QuotedSpan) -> bool:
    """Whether another sentence begins after the closing mark."""
    k = g.index(quoted.end)
    return k >= len(g.tokens) or g.sentence_of(k).start >= quoted.end


def goes_on(g: Grammar, quoted: QuotedSpan, k: int) -> bool:
    """Whether the sentence goes on at token `k`, after the closing mark."""
    last = _last_mark(g, quoted)
    if g.sentence_of(k).start >= quoted.end and last not in "?!—–…":
        return False
    if g.sentence_of(k).paragraph != g.sentence_of(g.index(quoted.start)).paragraph:
        return False
    return last in _OPEN_END or g.tokens[k].text in {",", "—", "–", "--"} or _is_whole(g, quoted)


def _last_mark(g: Grammar, quoted: QuotedSpan) -> str:
    """The last character inside a quotation, marks of a quotation inside it left out."""
    return g.text[quoted.inner[0] : quoted.inner[1]].rstrip(_INNER)[-1:] or " "


def _is_whole(g: Grammar, quoted: QuotedSpan) -> bool:
    """Whether a quotation without a comma at its end is a sentence (`"It is far too late now" Roe replied`)."""
    first = g.index(quoted.start)
    opens = first == g.sentence_of(first).first and g.text[quoted.inner[0]].isupper()
    return opens and len(g.words(quoted.start, quoted.end)) >= _WHOLE


def is_main(g: Grammar, verb: int) -> bool:
    """`"…," the diver Ada Lund told us.`: a main clause that the parse reads as one that describes the diver."""
    noun, subject = g.tokens[verb].head, g.child(verb, "nsubj")
    name = g.name_at(subject) if subject is not None else None
    alone = g.tokens[verb].dep == "relcl" and g.tokens[noun].head == noun and g.is_finite(verb)
    return alone and name is not None and name.type == "PERSON" and name.first == noun + 1
