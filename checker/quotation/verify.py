"""Is this quotation right? Found, compared, judged; never by a threshold of similarity."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.model import Range, Span, Verdict
from checker.quotation import editing
from checker.quotation.align import Aligner, Alignment
from checker.quotation.conventions import accepted
from checker.quotation.editing import Quoted, trail
from checker.quotation.finding import Pair
from checker.quotation.fold import Folded
from checker.quotation.index import Index, Region, Sought
from checker.quotation.judge import judge
from checker.quotation.lexicon import is_content
from checker.quotation.runs import Run, Shared, outside

MOST_PLACES = 32
"""Places of a passage that stands in many texts, of which the best for the quotation counts."""
MOST_REGIONS = 4
HIDDEN_REACH = 600
"""Words that an ellipsis may leave out."""
WHOLE = 0.75
"""Share of the words below which a quotation is two passages made one; it is then located by the first of them."""
SHORT_OF = 0.15
"""What a quotation with few matched words, fewer of them of content, must share beyond others: a common formula
is no source."""
FEWEST = 5
"""Words in a row that show where a piece of a quotation comes from."""
IN_A_ROW, ALONE = 3, 6
"""Words in a row without which nothing is credible, and those that are where the rest stands elsewhere."""
FEW, CONTENT = 4, 2
"""Words below which a passage is no source, but for all that stand outside brackets, two of them of content."""
_ORDER = ("verbatim", "conventional", "misleading", "altered")


def verify(quote_id: str, quote: str, index: Index, conventions: frozenset[str] = accepted()) -> Verdict:
    """Verify a quotation against the texts of an index.

    `match` is the passage it comes from; `changes` name each difference, with `at` in code points of `quote`.
    `conventions` are the names of the conventions of editing that count as fair (see `conventions.accepted`).
    A passage that stands in several places counts where the quotation is nearest to it. Never raises.
    """
    quoted = editing.read(quote)
    words = index.sought(quoted.words)
    best: tuple[tuple[int, int, int], Verdict] | None = None
    for number, alignment in enumerate(_alignments(quoted, words, index)):
        text, doc = index.texts[alignment.text], index.documents[alignment.text].doc
        pair = Pair(quoted, text, doc, tuple(_elsewhere(words, alignment, index)), conventions)
        verdict, faults = _judged(quote_id, pair, alignment)
        rank = (_ORDER.index(verdict.verdict), faults, number)
        if best is None or rank < best[0]:
            best = rank, verdict
        if verdict.verdict == "verbatim":
            break
    if best is None:
        return Verdict(quote_id, "not_found", None, (), "quotation.not-found")
    return best[1]


def _alignments(quoted: Quoted, words: Sought, index: Index) -> list[Alignment]:
    """Where the quotation may come from, likeliest first; empty where no text shares enough of it."""
    size = len(quoted.words)
    exact = index.exact(words, MOST_PLACES)
    if exact:
        return [Alignment(r.text, (Run(0, r.first, size),)) for r in exact]
    reach = size + 24 + (HIDDEN_REACH if quoted.broken(1, size - 1) else 0)
    found = _likely(quoted, words, index.likely(words, reach, MOST_REGIONS), index)
    own = {a: _own(quoted, a) for a in found}
    found.sort(key=lambda a: (-own[a], len(a.runs)))
    if found and found[0].matched < WHOLE * size and own[found[0]] < WHOLE * quoted.bracketed.count(-1):
        whole = next((a for a in found if a.runs[0].q == 0 and a.runs[0].size >= FEWEST), None)
        return [whole or _first_half(words, found[0], index)]
    return [a for a in found if own[a] >= own[found[0]] - 1]


def _own(quoted: Quoted, alignment: Alignment) -> int:
    """How many matched words are not the editor's, that is, stand outside brackets."""
    if max(quoted.bracketed, default=-1) < 0:
        return alignment.matched
    return sum(quoted.bracketed[i] < 0 for run in alignment.runs for i in range(run.q, run.q_end))


def _likely(quoted: Quoted, words: Sought, regions: list[Region], index: Index) -> list[Alignment]:
    """The credible alignments, each once, but for those that could not come near the best one anyway.

    What is credible has `ALONE` words in a row, or half of its words in rows of three and more: a third of them
    in pairs.
    """
    shared, aligner = Shared(words, regions, index), Aligner(quoted, index)
    plain = _without_brackets(quoted)
    without = Aligner(plain, index) if plain else aligner
    fewest = min(ALONE - 1, quoted.bracketed.count(-1) / 3)
    found: dict[Alignment, bool] = {}
    enough = 0
    for k, region in enumerate(regions):
        runs = shared.runs(k, fewest) if not enough or shared.most(k) >= enough else []
        if not runs:
            continue
        ways = [aligner.along(region, runs)]
        if _own(quoted, ways[0]) < ways[0].matched:
            ways.append(without.along(region, outside(runs, quoted.bracketed)))
        for alignment in ways:
            if alignment not in found:
                found[alignment] = _credible(quoted, words, alignment, index)
            if found[alignment] and alignment.matched >= WHOLE * len(words.ids):
                enough = max(enough, _own(quoted, alignment) - 1)
    return [alignment for alignment, credible in found.items() if credible]


def _without_brackets(quoted: Quoted) -> Quoted | None:
    """The quotation with the words in brackets, which are the editor's, blotted out; None where there are none."""
    if quoted.bracketed.count(-1) == len(quoted.words):
        return None
    kept = tuple(w if n < 0 else "" for w, n in zip(quoted.words, quoted.bracketed, strict=True))
    return replace(quoted, folded=replace(quoted.folded, words=kept))


def _credible(quoted: Quoted, words: Sought, alignment: Alignment, index: Index) -> bool:
    """Whether so much of the quotation stands there in a row that it can only come from there."""
    own = _outside(quoted, 0, len(quoted.words))
    matched = [word for run in alignment.runs for word in _outside(quoted, run.q, run.q_end)]
    content = sum(map(is_content, own))
    weighty = sum(map(is_content, matched)) / content if content else float(len(matched) == len(own))
    if len(own) == len(matched) < len(quoted.words) and content >= CONTENT and alignment.closed:
        return True
    if len(matched) < FEW or alignment.longest < IN_A_ROW:
        return False
    few = len(matched) < 8 and weighty < WHOLE
    share = len(matched) / len(own) - (SHORT_OF if few else 0)
    solid = sum(run.size for run in alignment.runs if run.size >= IN_A_ROW) / len(own)
    if share >= 0.6 and weighty >= 0.5 and solid >= 0.5:
        return True
    return alignment.longest >= ALONE and _rest_elsewhere(words, alignment, index)


def _outside(quoted: Quoted, first: int, last: int) -> Sequence[str]:
    """Those of words `first` up to `last` that stand outside brackets."""
    words, numbers = quoted.words[first:last], quoted.bracketed[first:last]
    return [word for word, number in zip(words, numbers, strict=True) if number < 0]


def _rest_elsewhere(words: Sought, alignment: Alignment, index: Index) -> bool:
    """Whether what the longest run leaves over stands in a row in some text: two passages made one."""
    run = max(alignment.runs, key=lambda r: r.size)
    rests = [(0, run.q), (run.q_end, len(words.ids))]
    return all(
        last - first < 2 or (last - first >= FEWEST and index.exact(words.part(first, last), 1))
        for first, last in rests
    )


def _first_half(words: Sought, alignment: Alignment, index: Index) -> Alignment:
    """Of two passages made one, the first."""
    head = max(alignment.runs, key=lambda r: r.size).q
    places = index.exact(words.part(0, head), MOST_PLACES) if head >= FEWEST else []
    if not places:
        return alignment
    best = min(places, key=lambda r: (r.text != alignment.text, r.text, r.first))
    return Alignment(best.text, (Run(0, best.first, head),))


def _elsewhere(words: Sought, alignment: Alignment, index: Index) -> Iterator[tuple[Range, Span, str]]:
    """Unmatched ends of the quotation that stand in a row in another passage."""
    for part in alignment.parts(len(words.ids)):
        at_end = part.q1 == 0 or part.q2 == len(words.ids)
        if at_end and part.q2 - part.q1 >= FEWEST:
            for region in index.exact(words.part(part.q1, part.q2), 1):
                text, doc = index.texts[region.text], index.documents[region.text].doc
                span = Span(doc, *text.stored(region.first, region.last))
                yield (part.q1, part.q2), span, text.piece(region.first, region.last)


def _judged(quote_id: str, pair: Pair, alignment: Alignment) -> tuple[Verdict, int]:
    findings = judge(pair, alignment)
    weights = {finding.weight for finding in findings}
    faults = sum(finding.weight != "accepted" for finding in findings)
    worst = next((w for w in ("altered", "misleading", "accepted") if w in weights), "")
    name = {"": "verbatim", "accepted": "conventional"}.get(worst, worst)
    rule = next((f.rule for f in findings if f.weight == worst), "quotation.verbatim")
    match = Span(pair.doc, *_matched(pair.quoted, pair.text, alignment))
    changes = tuple(f.change for f in findings)
    return Verdict(quote_id, name, match, changes, rule), faults  # type: ignore[arg-type]


def _matched(quoted: Quoted, text: Folded, alignment: Alignment) -> tuple[int, int]:
    """The stored range of the passage, with the final marks that the quotation has as well."""
    first, last = alignment.runs[0].s, alignment.runs[-1].s_end
    start, end = text.stored(first, last)
    after = trail(quoted.folded)
    if after and text.view.startswith(after, text.ends[last - 1]):
        end = text.raw(text.ends[last - 1] + len(after) - 1) + 1
    return start, end
