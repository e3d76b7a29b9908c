"""The words in which two sentences differ, as phrases that a reader can set side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.model import Range
from checker.quotation.brackets import same_word
from checker.quotation.contractions import written_out
from checker.quotation.diff import word_ops
from checker.quotation.fold import Folded
from checker.quotation.lexicon import is_content
from checker.quotation.sentences import ends_clause

SHARED_STEM = 5
"""Letters that two forms of one word share ("Norland", "Norlandic")."""
LINKING = 2
"""Words between two long edits that only hold them together."""
LONG = 3


@dataclass(frozen=True, slots=True)
class Edit:
    """Words `a` of one wording stand where words `b` of the other stand; `fixed`: one word, or one contraction."""

    a: Range
    b: Range
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class _Tie:
    """Words on both sides that share a part; `same` where they share every part."""

    a: Range
    b: Range
    same: bool


def edits(a: Folded, a_range: Range, b: Folded, b_range: Range) -> list[Edit]:
    """Where two word ranges part, in order; contractions are compared written out and never cut."""
    found: list[Edit] = []
    i, j = a_range[0], b_range[0]
    end = _Tie((a_range[1], a_range[1]), (b_range[1], b_range[1]), same=True)
    for tie in (*_ties(a, a_range, b, b_range), end):
        found += _pieces(a, b, Edit((i, tie.a[0]), (j, tie.b[0])))
        if not tie.same or a.words[slice(*tie.a)] != b.words[slice(*tie.b)]:
            found.append(Edit(tie.a, tie.b, fixed=True))
        i, j = tie.a[1], tie.b[1]
    return _phrases(a, b, found)


def _ties(a: Folded, a_range: Range, b: Folded, b_range: Range) -> list[_Tie]:
    left, right = _parts(a, a_range), _parts(b, b_range)
    ops = word_ops([part for part, _ in left], [part for part, _ in right])
    linked = [
        (left[i + k][1], right[j + k][1]) for tag, i, m, j, _ in ops if tag == "equal" for k in range(m - i)
    ]
    groups: list[list[tuple[int, int]]] = []
    for i, j in linked:
        if groups and (groups[-1][-1][0] == i or groups[-1][-1][1] == j):
            groups[-1].append((i, j))
        else:
            groups.append([(i, j)])
    return [_tie(a, b, group) for group in groups]


def _parts(text: Folded, words: Range) -> list[tuple[str, int]]:
    return [(part, i) for i in range(*words) for part in written_out(text.words[i])]


def _tie(a: Folded, b: Folded, group: Sequence[tuple[int, int]]) -> _Tie:
    left, right = (group[0][0], group[-1][0] + 1), (group[0][1], group[-1][1] + 1)
    return _Tie(left, right, len(_parts(a, left)) == len(_parts(b, right)) == len(group))


def _pieces(a: Folded, b: Folded, edit: Edit) -> list[Edit]:
    """One edit, parted where both sides begin a new clause, and from a word that brackets only bend."""
    (i, k), (j, m) = edit.a, edit.b
    if i == k and j == m:
        return []
    cuts = [p for p in range(i, k) if ends_clause(a, p)], [p for p in range(j, m) if ends_clause(b, p)]
    if len(cuts[0]) == len(cuts[1]) == 1 and (cuts[0][0], cuts[1][0]) != (i, j):
        p, q = cuts[0][0], cuts[1][0]
        return [*_pieces(a, b, Edit((i, p), (j, q))), *_pieces(a, b, Edit((p, k), (q, m)))]
    if i < k and j < m and (k - i, m - j) != (1, 1) and same_word(a.surface(k - 1), b.surface(m - 1)):
        bent = Edit((k - 1, k), (m - 1, m), fixed=True)
        return [*_pieces(a, b, Edit((i, k - 1), (j, m - 1))), bent]
    return [edit]


def _phrases(a: Folded, b: Folded, found: Sequence[Edit]) -> list[Edit]:
    """Join neighbours between which a word has only moved, and long ones that little words hold together."""
    joined: list[Edit] = []
    for edit in found:
        if joined and _belong(a, b, joined[-1], edit):
            before = joined.pop()
            edit = Edit((before.a[0], edit.a[1]), (before.b[0], edit.b[1]))
        joined.append(edit)
    return joined


def _belong(a: Folded, b: Folded, one: Edit, two: Edit) -> bool:
    between = range(one.a[1], two.a[0])
    if one.fixed or two.fixed or not between or len(between) > LINKING:
        return False
    if _parted(a, one.a, two.a) or _parted(b, one.b, two.b):
        return False
    if len(between) == 1 and (_moved(a, one.a, b, two.b) or _moved(a, two.a, b, one.b)):
        return True
    long = all(
        one_range[1] - one_range[0] + two_range[1] - two_range[0] > LONG
        for one_range, two_range in ((one.a, two.a), (one.b, two.b))
    )
    return long and not any(is_content(a.words[i]) for i in between)


def _parted(text: Folded, one: Range, two: Range) -> bool:
    """Whether a clause ends between two ranges; a mark beside an empty one may stand on its far side."""
    first = one[1] + (one[0] == one[1])
    last = two[0] + (two[0] < two[1])
    return any(ends_clause(text, i) for i in range(first, last))


def _moved(a: Folded, a_range: Range, b: Folded, b_range: Range) -> bool:
    """Whether one form of a word stands in both ranges."""
    return any(same_root(x, y) for x in a.words[slice(*a_range)] for y in b.words[slice(*b_range)])


def same_root(a: str, b: str) -> bool:
    """Whether two folded words are the same or begin with the same `SHARED_STEM` letters."""
    return a == b or (len(a) >= SHARED_STEM and a[:SHARED_STEM] == b[:SHARED_STEM])
