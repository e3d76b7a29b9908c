"""A text that shares much wording with another, in the same order, and does not name it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations, pairwise

from checker.divergence.captions import is_open
from checker.divergence.draft import Draft, Facts, joined
from checker.divergence.outlets import named_by_either
from checker.divergence.posts import SPEAKING, is_posted
from checker.model import Evidence, Example, Rule, Span, Token

LEAST = 5
"""Words of a shared run; less is a phrase of the language."""
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
PART = 0.5
"""Share of the words of one of two texts that the other has, for them to be called one text."""
STATED = {"republication", "revision", "archive"}
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
        "said once. It is not said who took from whom.",
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


def find(facts: Facts) -> list[Draft]:
    """One draft for each two voices of a circle that share wording: of the two texts that share most."""
    best: dict[frozenset[str], Draft] = {}
    for circle in facts.circles():
        words = {doc: _words(facts, doc) for doc in sorted(circle)}
        for first, second in _candidates(words):
            if facts.voice_of(first) != facts.voice_of(second):
                a, b = _by_age(facts, first, second)
                key = frozenset((facts.voice_of(a), facts.voice_of(b)))
                for draft in _draft(facts, a, b, words[a], words[b]):
                    if key not in best or best[key].weight < draft.weight:
                        best[key] = draft
    return _unrepeated(facts, best)


def _unrepeated(facts: Facts, drafts: dict[frozenset[str], Draft]) -> list[Draft]:
    """The drafts that bring in another voice and another wording, those that share most first."""
    kept: list[Draft] = []
    tied: list[set[str]] = []
    told: set[str] = set()
    for voices, draft in sorted(drafts.items(), key=lambda row: (-row[1].weight, row[1].statement)):
        words = {" ".join(facts.quote(e.span).casefold().split()) for e in draft.evidence}
        if not words & told and not any(voices <= group for group in tied):
            kept.append(draft)
            told |= words
            tied = joined([*tied, set(voices)])
    return kept


def alike(facts: Facts, docs: list[str]) -> list[list[str]]:
    """The texts in rows of which any two share most of the words of one, or say that they are one text."""
    rows: list[list[str]] = []
    for doc in docs:
        row = next((r for r in rows if all(_is_one(facts, doc, other) for other in r)), None)
        if row is None:
            rows.append([doc])
        else:
            row.append(doc)
    return rows


def _is_one(facts: Facts, doc: str, other: str) -> bool:
    for a, b in ((doc, other), (other, doc)):
        links = (k for k in facts.provenance[a].links if k.relation in STATED and k.of.doc == b)
        if any(k.basis == "stated" for k in links) or share(facts, a, b) >= PART:
            return True
    return False


def share(facts: Facts, doc: str, other: str) -> float:
    """Share of the words of an article that another one has."""
    common, size = held(facts, doc, other)
    return common / (size or 1)


def held(facts: Facts, doc: str, other: str) -> tuple[int, int]:
    """How many words of an article stand in runs of `LEAST` words or more that another has too, and how many it has.

    Both are counted as a reader would: with what is quoted, without pictures and their captions.
    """
    words, theirs = _all_words(facts, doc), _all_grams(facts, other)
    common = {i + n for i, gram in enumerate(_grams(words)) if gram in theirs for n in range(LEAST)}
    return len(common), len(words)


def _all_grams(facts: Facts, doc: str) -> set[tuple[str, ...]]:
    return facts.once(f"runs of {doc}", lambda: set(_grams(_all_words(facts, doc))))


def _all_words(facts: Facts, doc: str) -> list[Token]:
    """The words of the article without pictures."""
    return facts.once(f"article {doc}", lambda: _read(facts, doc))


def _read(facts: Facts, doc: str) -> list[Token]:
    document = facts.documents[doc]
    tokens = (t for t in facts.parses[doc].tokens if t.text[0].isalnum())
    return [t for t in tokens if document.in_body(t.start, t.end) and not is_open(facts, doc, t.start)]


def _words(facts: Facts, doc: str) -> list[Token]:
    """The words of the article that no one is quoted with, and that stand in no post."""
    parse = facts.parses[doc]
    return [
        t
        for t in _all_words(facts, doc)
        if not parse.is_quoted(t.start, t.end) and not is_posted(facts, doc, t.start, t.end)
    ]


def _grams(words: list[Token]) -> list[tuple[str, ...]]:
    plain = [t.text.casefold() for t in words]
    return [tuple(plain[i : i + LEAST]) for i in range(len(plain) - LEAST + 1)]


def _candidates(words: dict[str, list[Token]]) -> list[tuple[str, str]]:
    having: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for doc, found in words.items():
        for gram in dict.fromkeys(_grams(found)):
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
    for i, gram in enumerate(_grams(a)):
        at.setdefault(gram, i)
    found, told, j, grams = [], set[str](), 0, _grams(b)
    while j < len(grams):
        if grams[j] not in at:
            j += 1
            continue
        i = at[grams[j]]
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


def _draft(facts: Facts, first: str, second: str, a: list[Token], b: list[Token]) -> list[Draft]:
    runs = _runs(a, b)
    share = sum(r.size for r in runs) / (min(len(a), len(b)) or 1)
    ordered = sum(x.a < y.a for x, y in pairwise(runs)) / max(1, len(runs) - 1)
    enough = share >= MUCH or (share >= SHARE and ordered >= IN_ORDER)
    if (
        len(runs) < RUNS
        or max(r.size for r in runs) < LONG
        or not enough
        or named_by_either(facts, first, second)
    ):
        return []
    longest = sorted(sorted(runs, key=lambda r: (-r.size, r.a))[:SHOWN], key=lambda r: r.b)
    spans = [(Span(first, *_place(a, r.a, r.size)), Span(second, *_place(b, r.b, r.size))) for r in longest]
    order = (
        ", in the same order" if ordered == 1 else ", mostly in the same order" if ordered >= IN_ORDER else ""
    )
    return [
        Draft(
            kind="provenance",
            importance=3 if ordered >= IN_ORDER else 2,
            weight=3 + share * 10,
            statement=(
                f"{facts.name(second)} has {len(runs)} passages word for word as {facts.name(first)}{order}"
                f"{', and does not name it' if facts.documents[first].outlet_name else ''}: the two may rest on one "
                f"report."
            ),
            evidence=tuple(
                Evidence(facts.cut(span, 200), "the same words") for pair in spans for span in pair
            ),
            rule="divergence.shared-wording",
        )
    ]


def _place(words: list[Token], start: int, size: int) -> tuple[int, int]:
    return words[start].start, words[start + size - 1].end
