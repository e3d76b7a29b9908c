"""From a place in the grammar to the exact characters of a content."""

from __future__ import annotations

from checker.attribution.grammar import Grammar
from checker.model import Range

LONGEST = 400
"""Tokens of a content that no quotation marks bound; a longer clause is a parser's slip."""
_EDGE = frozenset(",;:.—–-…?!()") | {"--", "..."}
_STOPS = ",.?!"
_DASHES = ("—", "–")
_AFTERTHOUGHT = frozenset({"who", "whom", "whose", "which", "while", "whereas", "although", "though"})
_MARKS = "\"“”„«»‘’'"


def clause(g: Grammar, top: int, cue: int) -> tuple[Range, ...]:
    """The words under `top`, on its side of the cue, whole quotations included."""
    first, last = g.left[top], g.right[top]
    if first <= cue <= last:
        first, last = (cue + 1, last) if top > cue else (first, cue - 1)
    return between(g, first, last, cue)


def between(g: Grammar, first: int, last: int, cue: int) -> tuple[Range, ...]:
    """Tokens `first` to `last` (both included) as one range without marks at its edges."""
    if last - first > LONGEST:
        return ()
    last = cut(g, first, _own(g, first, _shut(g, first, last, cue), cue))
    while first <= last and g.tokens[first].text in _EDGE:
        first += 1
    while last >= first and _loose(g, first, last):
        last -= 1
    if first > last:
        return ()
    return _whole(g, (g.tokens[first].start, g.tokens[last].end), cue)


def _shut(g: Grammar, first: int, last: int, cue: int) -> int:
    """The last token before the end of the quotation that a cue and its content stand in."""
    quoted = g.quoted(cue)
    if quoted is None or g.quote[first] != g.quote[cue]:
        return last
    dashed = g.text[quoted.end :][:4].lstrip(" ,.!?")[:1] in _DASHES and g.in_dashes(quoted.start)
    if g.text[quoted.inner[1] - 1] not in _STOPS and not dashed:
        return last
    return min(last, g.index(quoted.inner[1]) - 1)


def _loose(g: Grammar, first: int, last: int) -> bool:
    """Whether the last token is a mark that closes nothing, or an `and` that leads on."""
    token = g.tokens[last]
    return (token.text in _EDGE and not _closes(g, first, last)) or (
        token.dep == "cc" and token.pos == "CCONJ"
    )


def _closes(g: Grammar, first: int, last: int) -> bool:
    """Whether a final mark belongs to a quotation inside the range."""
    quoted = g.quoted(last)
    return quoted is not None and quoted.start >= g.tokens[first].start and quoted.end >= g.tokens[last].end


def _own(g: Grammar, first: int, last: int, cue: int) -> int:
    """The last token before a further saying of the same speaker (`, adding that …`, `but conceded …`)."""
    borrowers = [g.left[verb] for verb in g.borrowers.get(cue, []) if first < verb <= last]
    borrowers += [g.left[verb] for verb in _further_acts(g, first, last, cue)]
    stop = min([start for start in borrowers if start > first], default=last + 1)
    while (
        stop - 1 > first
        and stop <= last
        and (g.tokens[stop - 1].dep == "cc" or g.tokens[stop - 1].text in _EDGE)
    ):
        stop -= 1
    return stop - 1


def _further_acts(g: Grammar, first: int, last: int, cue: int) -> list[int]:
    """Verbs after `and` that tell what the speaker did next (`said it is late and walked out`).

    They have no subject, the tense of the cue and not that of the clause they are hung under.
    """
    tag, found = g.tokens[cue].tag, list[int]()
    if tag not in {"VBD", "VBZ", "VBP"}:
        return found
    for i in range(first + 1, last + 1):
        token, head = g.tokens[i], g.tokens[i].head
        if token.dep != "conj" or token.tag != tag or g.quote[i] != g.quote[cue] or not first <= head < i:
            continue
        above = g.tokens[head]
        own = any(g.tokens[c].dep in {"nsubj", "nsubjpass", "expl", "aux", "auxpass"} for c in g.children[i])
        joined = any(g.lower(c) in {"and", "but"} for c in g.children[head])
        apart = _tense(g, head) not in {tag, ""} or _after_quotation(g, i)
        if above.dep == "ccomp" and above.head == cue and joined and not own and apart:
            found.append(i)
    return found


def _after_quotation(g: Grammar, verb: int) -> bool:
    """`said it was "dead", and left`: a quotation and a comma before the `and`."""
    before = g.left[verb] - 1
    return before > 1 and g.tokens[before - 1].text == "," and g.quote[before - 2] >= 0 > g.quote[verb]


def _tense(g: Grammar, verb: int) -> str:
    """The tag of what carries the tense of a clause; empty where nothing does."""
    if g.tokens[verb].tag in {"VBD", "VBZ", "VBP"}:
        return g.tokens[verb].tag
    carriers = [g.tokens[c].tag for c in g.children[verb] if g.tokens[c].dep in {"aux", "auxpass"}]
    if any(g.tokens[c].lemma == "have" and g.tokens[c].dep == "aux" for c in g.children[verb]):
        return ""
    return next((tag for tag in carriers if tag in {"VBD", "VBZ", "VBP", "MD"}), "")


def cut(g: Grammar, first: int, last: int) -> int:
    """The last token once a narrator's afterthought (`, which …`, `, while …`) is taken off."""
    for i in range(first + 3, last + 1):
        if g.quote[i] >= 0 or g.tokens[i - 1].text != ",":
            continue
        if (
            g.lower(i) == "according"
            and i < last
            and g.lower(i + 1) == "to"
            and "," not in _texts(g, i, last)
        ):
            return i - 2
        if g.lower(i) not in _AFTERTHOUGHT:
            continue
        verb = g.tokens[i].head
        if verb != i and g.right[verb] >= last - 1:
            return i - 2
    return last


def _texts(g: Grammar, first: int, last: int) -> set[str]:
    return {g.tokens[i].text for i in range(first, last + 1)}


def _whole(g: Grammar, span: Range, cue: int) -> tuple[Range, ...]:
    """Take in the rest of a quotation that the range holds a part of, and drop a mark without its partner."""
    start, end = span
    at = g.tokens[cue].start
    for number in {g.quote[i] for i in range(g.index(start), g.index(end))} - {-1, g.quote[cue]}:
        quoted = g.marks[number]
        if start <= quoted.start or at < quoted.start < start or quoted.end <= at:
            start, end = min(start, quoted.start), max(end, quoted.end)
    return (_stripped(g, start, end),) if start < end else ()


def _stripped(g: Grammar, start: int, end: int) -> Range:
    quoted = g.quoted(g.index(start)) if g.index(start) < len(g.tokens) else None
    if g.text[end - 1] in _MARKS and quoted and quoted.start < start and quoted.end == end:
        return start, end - 1
    return start, end


def without(pieces: tuple[Range, ...], hole: Range) -> tuple[Range, ...]:
    """The pieces with a range taken out of them."""
    left: list[Range] = []
    for start, end in pieces:
        if hole[1] <= start or end <= hole[0]:
            left.append((start, end))
            continue
        left += [(a, b) for a, b in ((start, min(end, hole[0])), (max(start, hole[1]), end)) if a < b]
    return tuple(left)


def joined(pieces: list[Range]) -> tuple[Range, ...]:
    """Pieces in text order, overlapping ones made one."""
    merged: list[Range] = []
    for start, end in sorted(pieces):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def trimmed(g: Grammar, piece: Range) -> Range | None:
    """A piece without blanks and loose marks at its edges; None where nothing is left."""
    first, last = g.index(piece[0]), g.index(piece[1]) - 1
    while first <= last and g.tokens[first].text in _EDGE:
        first += 1
    while last >= first and g.tokens[last].text in _EDGE and g.quote[last] < 0:
        last -= 1
    return (g.tokens[first].start, g.tokens[last].end) if first <= last else None


def bare(text: str, piece: Range) -> Range:
    """A piece without white space at its edges; it must hold something else."""
    start, end = piece
    while text[end - 1].isspace():
        end -= 1
    while text[start].isspace():
        start += 1
    return start, end
