"""A text that shares much wording with another, in the same order, and does not name it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations, pairwise

from checker.divergence.draft import SPANS, Draft, Facts, joined, listed
from checker.divergence.outlets import named_by_either
from checker.divergence.posts import SPEAKING, is_posted
from checker.divergence.wording_shared import LEAST, article, grams
from checker.model import Evidence, Example, Rule, Span, Token

CONTENT, TELLING = 3, 2
"""Words of content in such a run, and those among them that are no names."""
RUNS, LONG = 4, 8
"""Runs that two texts share before they are said to share wording, and words of the longest of them."""
SHARE, MUCH = 0.1, 0.2
"""Share of the shorter text that the runs cover: of the first in one order, of the second in any."""
IN_ORDER = 0.6
COMMON = 8
"""Texts that may have a run of words; one that more have tells nothing of two."""
SHOWN = 3
MEANING = frozenset(["NOUN", "VERB", "ADJ", "NUM", "PROPN"])
_FERRY = "The grey ferry left the north quay with forty sacks of mail on board"
_MAYOR = "the mayor of the small town opened a new bridge over the river"
_RAIN = "heavy rain had washed away the gravel road to the upper mill"
_SCHOOL = "teachers of the village school asked for a second stove"
_FOX = "a fox with a white tail was seen behind the bakery"
RULES = (
    Rule(
        "divergence.shared-wording",
        "Much wording in common, and no source named",
        "Outside quotation marks two texts of different outlets share several runs of words, in the same order or in "
        "great number, and neither names the other. They may rest on one report: what both say is then "
        "said once. A family of such texts is told of once. It is not said who took from whom.",
        (
            Example(
                f"{_FERRY}. {_MAYOR.capitalize()}. {_RAIN.capitalize()}. {_SCHOOL.capitalize()}. / "
                f"{_FERRY}, and {_MAYOR}. Since {_RAIN} no cart came, and {_SCHOOL}.",
                (_FERRY, _MAYOR),
            ),
            Example(
                f"{_FERRY}. {_RAIN.capitalize()}. {_SCHOOL.capitalize()}. {_FOX.capitalize()}. / "
                f"{_FERRY} after {_RAIN}. In May {_SCHOOL}, while {_FOX}.",
                (_FERRY, _RAIN),
            ),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens that two texts share word for word: where they begin in each (word numbers), and how many words."""

    a: int
    b: int
    size: int


@dataclass(frozen=True, slots=True)
class _Shared:
    """What two texts share: how many runs, the places of the longest in both, in what order, how much in all."""

    first: str
    second: str
    runs: int
    spans: tuple[tuple[Span, Span], ...]
    ordered: float
    weight: float


def find(facts: Facts) -> list[Draft]:
    """One draft for each family of texts that share wording: of the two that share most, with the others named."""
    best: dict[frozenset[str], _Shared] = {}
    for circle in facts.circles():
        words = {doc: _words(facts, doc) for doc in sorted(circle)}
        for first, second in _candidates(words):
            if facts.voice_of(first) != facts.voice_of(second):
                a, b = _by_age(facts, first, second)
                key = frozenset((facts.voice_of(a), facts.voice_of(b)))
                shared = _shared(facts, a, b, words[a], words[b])
                if shared and (key not in best or best[key].weight < shared.weight):
                    best[key] = shared
    kept = _unrepeated(best)
    families = joined([set(voices) for voices, _ in kept])
    rows = ([shared for voices, shared in kept if voices <= family] for family in families)
    return [_draft(facts, row) for row in rows]


def _unrepeated(found: dict[frozenset[str], _Shared]) -> list[tuple[frozenset[str], _Shared]]:
    """What brings in another voice, with the voices; those that share most first."""
    kept: list[tuple[frozenset[str], _Shared]] = []
    tied: list[set[str]] = []
    for voices, shared in sorted(
        found.items(), key=lambda row: (-row[1].weight, row[1].first, row[1].second)
    ):
        if not any(voices <= group for group in tied):
            kept.append((voices, shared))
            tied = joined([*tied, set(voices)])
    return kept


def _words(facts: Facts, doc: str) -> list[Token]:
    """The words of the article that no one is quoted with, and that stand in no post."""
    parse = facts.parses[doc]
    return [
        t
        for t in article(facts, doc)
        if not parse.is_quoted(t.start, t.end) and not is_posted(facts, doc, t.start, t.end)
    ]


def _candidates(words: dict[str, list[Token]]) -> list[tuple[str, str]]:
    having: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for doc, found in words.items():
        for gram in dict.fromkeys(grams(found)):
            having[gram].append(doc)
    shared = Counter(
        pair for docs in having.values() if len(docs) <= COMMON for pair in combinations(sorted(docs), 2)
    )
    return sorted(pair for pair, count in shared.items() if count >= RUNS)


def _by_age(facts: Facts, first: str, second: str) -> tuple[str, str]:
    """The earlier text before the later one, as far as their days are known."""
    days = [facts.documents[d].published for d in (first, second)]
    later = days[0] and days[1] and days[0].from_ > days[1].to
    return (second, first) if later else (first, second)


def _runs(a: list[Token], b: list[Token]) -> list[Run]:
    """Longest shared runs, each once (a caption may stand twice), in the order of `b`."""
    at: dict[tuple[str, ...], int] = {}
    for i, gram in enumerate(grams(a)):
        at.setdefault(gram, i)
    found, told, j, theirs = [], set[str](), 0, grams(b)
    while j < len(theirs):
        if theirs[j] not in at:
            j += 1
            continue
        i = at[theirs[j]]
        size = LEAST
        while i + size < len(a) and j + size < len(b) and _same(a[i + size], b[j + size]):
            size += 1
        row = [t.text.casefold() for t in a[i : i + size]]
        words = " ".join(row)
        if words not in told and not SPEAKING & set(row) and _is_telling(a[i : i + size]):
            found.append(Run(i, j, size))
            told.add(words)
        j += size
    return found


def _is_telling(row: list[Token]) -> bool:
    content = [t.pos for t in row if t.pos in MEANING and not t.stop]
    return len(content) >= CONTENT and sum(pos != "PROPN" for pos in content) >= TELLING


def _same(a: Token, b: Token) -> bool:
    return a.text.casefold() == b.text.casefold()


def _shared(facts: Facts, first: str, second: str, a: list[Token], b: list[Token]) -> _Shared | None:
    runs = [
        r
        for r in _runs(a, b)
        if _is_unbroken(facts, first, a, r.a, r) and _is_unbroken(facts, second, b, r.b, r)
    ]
    share = sum(r.size for r in runs) / (min(len(a), len(b)) or 1)
    ordered = sum(x.a < y.a for x, y in pairwise(runs)) / max(1, len(runs) - 1)
    enough = share >= MUCH or (share >= SHARE and ordered >= IN_ORDER)
    few = len(runs) < RUNS or max(r.size for r in runs) < LONG
    if few or not enough or named_by_either(facts, first, second):
        return None
    longest = sorted(sorted(runs, key=lambda r: (-r.size, r.a))[:SHOWN], key=lambda r: r.b)
    spans = ((Span(first, *_place(a, r.a, r.size)), Span(second, *_place(b, r.b, r.size))) for r in longest)
    return _Shared(first, second, len(runs), tuple(spans), ordered, 3 + share * 10)


def _is_unbroken(facts: Facts, doc: str, words: list[Token], start: int, run: Run) -> bool:
    """Whether a run stands in its text in one piece, and nothing quoted inside it."""
    parse, place = facts.parses[doc], _place(words, start, run.size)
    return sum(parse.tokens[i].text[0].isalnum() for i in parse.tokens_in(*place)) == run.size


def _draft(facts: Facts, family: list[_Shared]) -> Draft:
    """The two that share most; of each other text the words that it shares with one of them."""
    most, rest = family[0], family[1:]
    order = ", mostly in the same order" if most.ordered >= IN_ORDER else ""
    order = ", in the same order" if most.ordered == 1 else order
    unnamed = ", and does not name it" if facts.documents[most.first].outlet_name else ""
    told = {most.first, most.second}
    more: dict[str, Span] = {}
    for shared in rest:
        more |= {s.doc: s for pair in shared.spans for s in pair if s.doc not in told and s.doc not in more}
    shown = list(more.values())[: SPANS - 2]
    verb = "shares" if len(shown) == 1 else "share"
    others = f" {listed([facts.name(s.doc) for s in shown])} {verb} wording with them too." if shown else ""
    pairs = most.spans[: (SPANS - len(shown)) // 2]
    evidence = [Evidence(facts.cut(span, 200), "the same words") for pair in pairs for span in pair]
    return Draft(
        kind="provenance",
        importance=2 if most.ordered >= IN_ORDER else 1,
        weight=most.weight,
        statement=(
            f"{facts.name(most.second)} has {most.runs} passages word for word as {facts.name(most.first)}{order}"
            f"{unnamed}: the two may rest on one report.{others}"
        ),
        evidence=(*evidence, *(Evidence(facts.cut(span, 200), "shared too") for span in shown)),
        rule="divergence.shared-wording",
    )


def _place(words: list[Token], start: int, size: int) -> tuple[int, int]:
    return words[start].start, words[start + size - 1].end
