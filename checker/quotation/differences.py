"""Where two wordings of one utterance part, and whether that matters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import LCSseq

from checker.model import Difference, Range, Span
from checker.quotation.fold import Folded, has_ellipsis
from checker.quotation.lexicon import all_editorial, marked
from checker.quotation.matching import Block, blocks
from checker.quotation.notes import only_kind, replaced, shown
from checker.quotation.phrases import Edit, edits
from checker.quotation.pieces import Utterance
from checker.quotation.sentences import ends_clause, ends_sentence

LONGEST = 400
"""Characters of what one variant leaves out."""
BACK = 3
"""Words before a cut in which a negation or a condition still governs what follows."""
LONGEST_OPENER, CLAUSE = 4, 3
"""Words of the longest conjunction, and of the shortest clause that it opens."""
SENSE = ("negation", "denial", "condition", "limit", "modality", "hedge", "scope", "number")
"""Classes of words that an ellipsis does not hide without harm."""
PHRASE = frozenset(
    ["in", "at", "on", "during", "since", "from", "here", "there", "today", "yesterday", "now"]
)
"""Words that begin a phrase of place or time."""
ALIKE = 0.5
"""Share of the shorter sentence's words that stand in the other in order; below, the sentence is another wording."""


@dataclass(frozen=True, slots=True)
class Side:
    """A variant to compare: what a reader calls it, its document, its words."""

    name: str
    doc: str
    utterance: Utterance

    @property
    def text(self) -> Folded:
        """The folded words."""
        return self.utterance.folded

    def span(self, words: Range) -> Span | None:
        """The place of words, whole ones, at most `LONGEST` characters of them; None where there are none."""
        first, last = words
        if first >= last:
            return None
        while last > first + 1 and self.text.ends[last - 1] - self.text.starts[first] > LONGEST:
            last -= 1
        start, end = self.text.stored(first, last)
        by = self.utterance.span[0]
        return Span(self.doc, start + by, min(end, start + LONGEST) + by)

    def opens_as_sentence(self) -> bool:
        """Whether the variant begins with a capital letter."""
        return self.text.surface(0)[:1].isupper()


def differences(a: Side, b: Side) -> tuple[Difference, ...]:
    """Every difference in words of variant `b` against variant `a`, in order of place.

    Words are compared inside paired sentences alone; none where no sentence of one stands for one of the other.
    """
    found: list[Difference] = []
    for block in blocks(a.text, b.text):
        found += _inside(a, b, block) if block.paired else [_unpaired(a, b, block)]
    return tuple(found)


def _inside(a: Side, b: Side, block: Block) -> list[Difference]:
    ours, theirs = a.text.words[slice(*block.a)], b.text.words[slice(*block.b)]
    if LCSseq.similarity(ours, theirs) < ALIKE * min(len(ours), len(theirs)):
        note = f"in other words: {_both(a, b, Edit(block.a, block.b))}"
        return [Difference("replace", a.span(block.a), b.span(block.b), note, matters=True)]
    return [_difference(a, b, edit) for edit in edits(a.text, block.a, b.text, block.b)]


def _unpaired(a: Side, b: Side, block: Block) -> Difference:
    """Sentences that one variant alone has; they matter where an ellipsis hides them or they limit the last one."""
    op, whole, held, lacking, gap = _one_sided(a, b, Edit(block.a, block.b))
    words = shown(whole.text, *held)
    spans = a.span(block.a), b.span(block.b)
    if 0 < gap < len(lacking.text) and has_ellipsis(lacking.text.gap(gap)):
        note = f"{whole.name} has “{words}” where {lacking.name} has an ellipsis"
        return Difference("hidden", *spans, note, matters=True)
    if gap == len(lacking.text) and _limits(whole.text, held[0]):
        note = f"cut: {whole.name} goes on “{words}”"
        return Difference("hidden", *spans, note, matters=True)
    return Difference(op, *spans, f"only in {whole.name}: “{words}”", matters=False)


def _difference(a: Side, b: Side, edit: Edit) -> Difference:
    spans = a.span(edit.a), b.span(edit.b)
    if None not in spans:
        note, matters = replaced(a.text, edit.a, b.text, edit.b)
        return Difference("replace", *spans, f"{note}{_both(a, b, edit)}", matters)
    op, whole, held, lacking, gap = _one_sided(a, b, edit)
    if gap in (0, len(lacking.text)):
        return Difference("hidden", *spans, *_cut(whole, lacking, held, gap))
    words = shown(whole.text, *held)
    if has_ellipsis(lacking.text.gap(gap)):
        note = f"{whole.name} has “{words}” where {lacking.name} has an ellipsis"
        return Difference("hidden", *spans, note, _bears(whole, held))
    kind = only_kind(whole.text.words[slice(*held)])
    note = f"{kind}, only in {whole.name}: “{words}”" if kind else f"only in {whole.name}: “{words}”"
    return Difference(op, *spans, note, matters=not _editorial(whole, held))


def _cut(whole: Side, lacking: Side, held: Range, gap: int) -> tuple[str, bool]:
    """Words that one variant has beyond an end of the other."""
    words, ellipsis = shown(whole.text, *held), has_ellipsis(lacking.text.gap(gap))
    how = " at an ellipsis" if ellipsis else ""
    if gap == 0:
        return f"cut{how}: {whole.name} begins “{words}”", ellipsis or _bears_on(whole, lacking, held)
    goes_on = not ends_sentence(whole.text, held[0])
    matters = (ellipsis and goes_on) or _limits(whole.text, held[0])
    return f"cut{how}: {whole.name} goes on “{words}”", matters


def _bears(whole: Side, held: Range) -> bool:
    """Whether words behind an ellipsis bear on the sense: no aside between commas, no phrase of place or time."""
    words = whole.text.words[slice(*held)]
    if marked(words, *SENSE):
        return True
    aside = ends_clause(whole.text, held[0]) and ends_clause(whole.text, held[1])
    return not aside and words[0] not in PHRASE


def _limits(text: Folded, first: int) -> bool:
    """Whether "unless", "but only if" or the like begins at a word."""
    limit = marked(text.words[first : first + 3], "limit", "condition")
    return bool(limit) and limit[0][0] == 0


def _bears_on(whole: Side, lacking: Side, held: Range) -> bool:
    """Whether words before a cut govern what follows: a negation, a clause of time or condition, who says so, a doubt.

    Who says so is no loss where the narrator works a phrase into a sentence of his own.
    """
    words = whole.text.words[slice(*held)]
    opening = marked(words[:LONGEST_OPENER], "condition", "limit", "order")
    clause = bool(opening) and opening[0][0] == 0 and ends_clause(whole.text, held[1])
    if clause and ends_sentence(whole.text, held[0]) and len(words) >= CLAUSE:
        return True
    vouched = lacking.opens_as_sentence() and bool(marked(words, "hedge", "attribution"))
    return vouched or _governs(whole, lacking, held)


def _governs(whole: Side, lacking: Side, held: Range) -> bool:
    """Whether a negation or condition stands right before a cut that begins as a sentence of its own.

    A quoted phrase may be negated outside its quotation marks (she is not "a friend of the mill").
    """
    if not lacking.opens_as_sentence():
        return False
    first = held[1]
    while first > max(held[0], held[1] - BACK) and not ends_clause(whole.text, first):
        first -= 1
    return bool(marked(whole.text.words[first : held[1]], "negation", "denial", "condition"))


def _one_sided(a: Side, b: Side, edit: Edit) -> tuple[Literal["insert", "delete"], Side, Range, Side, int]:
    """The operation, the side that has words and which, the side that lacks them and before which word."""
    if edit.a[0] == edit.a[1]:
        return "insert", b, edit.b, a, edit.a[0]
    return "delete", a, edit.a, b, edit.b[0]


def _both(a: Side, b: Side, edit: Edit) -> str:
    return f"in {a.name} “{shown(a.text, *edit.a)}”, in {b.name} “{shown(b.text, *edit.b)}”"


def _editorial(side: Side, held: Range) -> bool:
    """Whether the words are an editor's remark such as "[sic]"."""
    return "[" in side.text.gap(held[0]) and all_editorial(side.text.words[slice(*held)])
