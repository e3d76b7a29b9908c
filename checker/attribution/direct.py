"""The content of a verb that owns quotations: the marks, and the words of the same clause around them."""

from __future__ import annotations

from checker.attribution.cues import Cues
from checker.attribution.grammar import Grammar
from checker.attribution.messages import message
from checker.attribution.predicates import Found
from checker.attribution.quotations import Owners
from checker.attribution.scope import between, clause, joined
from checker.model import QuotedSpan, Range

SENTENCE = 6
"""Words of a quotation that may be a sentence of its own."""


def only_after(g: Grammar, owners: Owners, verb: int) -> bool:
    """Whether all quotations of a verb stand in later sentences and not after its colon."""
    last = g.sentence_of(verb).last - 1
    led = g.tokens[last].text in {":", ","}
    return not led and all(q.start >= g.tokens[last].end for q in owners.of[verb])


def with_later(owners: Owners, verb: int, told: Found) -> Found:
    """The content in the verb's own sentence, and the quotations of the next ones."""
    content, rule, extra = told
    return joined([*content, *((q.start, q.end) for q in owners.of[verb])]), rule, extra


def direct(g: Grammar, cues: Cues, owners: Owners, verb: int) -> Found:
    """Content, rule and further cue words of a verb with quotations."""
    quotes = owners.of[verb]
    pieces = [(q.start, q.end) for q in quotes]
    before = quotes[0].end <= g.tokens[verb].start
    top = g.child(verb, "ccomp")
    if top is not None and top > verb and _reaches_out(g, top, verb, pieces):
        pieces += clause(g, top, verb)
    elif before:
        pieces += _fronted(g, owners, verb, quotes[0])
        pieces += _added(g, verb)
    else:
        pieces += _completed(g, cues, verb, quotes[0])
    sent = message(g, verb)
    rule = "attribution.quoted-before" if before else "attribution.quoted-after"
    return joined(pieces), rule, () if sent is None else (sent,)


def _reaches_out(g: Grammar, top: int, verb: int, pieces: list[Range]) -> bool:
    """Whether the clause has two words of its own after the verb, outside the quotations."""
    words = [i for i in range(max(verb + 1, g.left[top]), g.right[top] + 1) if g.tokens[i].pos != "PUNCT"]
    loose = [i for i in words if not any(a <= g.tokens[i].start < b for a, b in pieces)]
    return len(loose) >= 2 and not any(g.tokens[i].lemma == "say" for i in loose)


def _completed(g: Grammar, cues: Cues, verb: int, quoted: QuotedSpan) -> list[Range]:
    """`cited "The Dam" as a warning`: what is said of the quoted words."""
    for c in g.children[verb]:
        whole = g.tokens[c].dep == "prep" and g.lower(c) == "as" and g.right[c] > c
        if whole and g.index(quoted.end) == c and cues.has("verbs.as", g.tokens[verb].lemma):
            return [(quoted.start, g.tokens[g.right[c]].end)]
    return []


def _fronted(g: Grammar, owners: Owners, verb: int, quoted: QuotedSpan) -> list[Range]:
    """The narrator's words before a quotation of the same clause (`The plan "is dead," Roe said`)."""
    first = g.index(quoted.start)
    stop = g.sentence_of(first).first
    if first <= stop or g.tokens[first - 1].text == ";":
        return []
    if g.sentence[verb] != g.sentence[first] and g.sentence[g.index(quoted.end - 1)] != g.sentence[first]:
        return []
    words = [i for i in range(stop, first) if g.tokens[i].pos != "PUNCT"]
    ended = any(g.tokens[i].text in {".", "?", "!"} for i in range(stop, first))
    if not words or ended or not _leads_in(g, owners, verb, quoted):
        return []
    return [(g.tokens[words[0]].start, quoted.start)]


def _leads_in(g: Grammar, owners: Owners, verb: int, quoted: QuotedSpan) -> bool:
    """Whether the narrator's words before a quotation belong to the saying.

    After a comma or colon they do where another saying leads to the quotation (`Roe shouted, "No," the Courier
    reported`), or where the quotation goes on with the clause (`The party, as ever, "lets us meet," Roe said`).
    """
    mark = g.tokens[g.index(quoted.start) - 1].text
    if mark not in {",", ":"}:
        return not _is_sentence(g, quoted)
    inner = owners.sides.left(quoted)
    if inner is not None and inner != verb and g.tokens[inner].text != ":":
        return g.child(inner, "nsubj") is not None and g.child(verb, "nsubj") is not None
    return mark == "," and g.text[quoted.inner[0]].islower()


def _is_sentence(g: Grammar, quoted: QuotedSpan) -> bool:
    """Whether a quotation begins a sentence of its own, so that the stop before it was lost."""
    inside = range(g.index(quoted.inner[0]), g.index(quoted.inner[1]))
    finite = any(g.is_finite(i) and g.child(i, "nsubj") is not None for i in inside)
    return len(inside) >= SENTENCE and g.tokens[inside[0]].text[:1].isupper() and finite


def _added(g: Grammar, verb: int) -> tuple[Range, ...]:
    """What the sentence adds after `he said,` with `that` or `to`."""
    stop = g.sentence_of(verb).last
    for i in range(verb + 1, min(verb + 3, stop - 2)):
        if g.tokens[i].text == "," and g.lower(i + 1) in {"that", "to"}:
            return between(g, i + 1, stop - 1, verb)
    return ()
