"""Who is on a list: members of lists that play one part in several texts."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from checker.divergence import places
from checker.divergence.draft import SPANS, Draft, Facts, listed
from checker.divergence.phrasing import plain
from checker.divergence.referents import phrase, under
from checker.model import Entity, Example, Parse, Rule, Sentence, Span

LEAST, GAP, MOST = 3, 9, 300
"""Names that make a list, tokens between two neighbours, characters of a list shown."""
STEM = 6
"""First letters that a noun and its verb share: guarantor, guarantee."""
_NO_PART = frozenset({
    "include", "country", "nation", "government", "leader", "member", "minister", "president", "official", "people",
    "others", "number", "possible", "certain", "region", "republic", "capital", "foreign", "weekend", "according",
})  # fmt: skip
"""Words that say nothing about the part that a list plays."""
_SAMPLE = frozenset({"like", "including", "include", "among", "e.g.", "eg", "notably", "especially"})
"""Words before the names that show, or may show, that these are only some of the members."""
_MORE = frozenset({"etc", "etc.", "other", "others", "more", "elsewhere", "rest"})
BEFORE, BEHIND = 4, 4
"""Tokens before and after a list in which a word says that it has more members."""
RULES = (
    Rule(
        "divergence.lists",
        "Lists with different members",
        "Texts name the members of what is one list by its part (guarantors, signatories) and the names differ. "
        "A list of which a member is described and not named, or that gives examples, contradicts nothing.",
        (
            Example(
                "The guarantors are France, Spain and Italy. / The guarantors are France, Spain, Italy and Peru.",
                ("France, Spain and Italy", "France, Spain, Italy and Peru"),
            ),
            Example(
                "Observers came from Chile, Peru and Bolivia. / Chile, Peru and Norway sent observers.",
                ("Chile, Peru and Bolivia", "Chile, Peru and Norway"),
            ),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class List:
    """Names in a row: the members as entities, and the stems of nouns and verbs that say what they are."""

    span: Span
    members: frozenset[str]
    parts: frozenset[str]


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `number`, one a part and set of comparable texts."""
    drafts = []
    named = places.mentions(facts)
    for circle in facts.circles():
        found = [row for doc in sorted(circle) for row in _lists(facts, doc, named)]
        rows: dict[str, list[List]] = defaultdict(list)
        for row in found:
            for part in row.parts:
                rows[part].append(row)
        seen: set[frozenset[Span]] = set()
        for part, held in sorted(rows.items(), key=lambda r: (-len(r[1]), r[0])):
            draft = _differing(facts, part, held)
            spans = frozenset(e.span for e in draft.evidence) if draft else frozenset()
            if draft and not any(spans <= other for other in seen):
                seen.add(spans)
                drafts.append(draft)
    return drafts


def _lists(facts: Facts, doc: str, named: dict[str, list[tuple[Span, Entity]]]) -> list[List]:
    parse, document = facts.parses[doc], facts.documents[doc]
    mentions = [
        (m.start, m.end, e.entity, e.type)
        for m, e in named.get(doc, ())
        if e.type in {"GPE", "PERSON"} and document.in_body(m.start, m.end)
    ]
    found: list[List] = []
    for sentence in parse.sentences:
        inside = [
            m for m in mentions if sentence.start <= m[0] and m[1] <= sentence.end and not _owner(parse, m[1])
        ]
        for run in _runs(parse, inside):
            members = frozenset(row[2] for row in run)
            span = facts.cut(Span(doc, run[0][0], run[-1][1]), MOST)
            if len(members) >= LEAST and _coordinated(parse, run) and not _open(parse, sentence, run):
                found.append(List(span, members, _parts(parse, sentence, run[0][0], run[-1][1])))
    return found


def _owner(parse: Parse, end: int) -> bool:
    """Whether a possessive mark follows: "Peru's neighbours" names no member."""
    after = next(iter(parse.tokens_in(end, end + 2)), None)
    return after is not None and parse.tokens[after].dep == "case"


def _runs(parse: Parse, mentions: list[tuple[int, int, str, str]]) -> list[list[tuple[int, int, str, str]]]:
    """Mentions parted by commas, "and", "or" and a few words without a verb."""
    runs: list[list[tuple[int, int, str, str]]] = []
    for mention in mentions:
        last = runs[-1][-1] if runs else None
        if last and last[3] == mention[3] and _listed(parse, last[1], mention[0]):
            runs[-1].append(mention)
        else:
            runs.append([mention])
    return runs


def _listed(parse: Parse, start: int, end: int) -> bool:
    between = [parse.tokens[i] for i in parse.tokens_in(start, end)]
    joins = any(t.text.lower() in {",", ";", "and", "or", "&"} for t in between)
    return (
        joins
        and len(between) <= GAP
        and not any(t.pos in {"VERB", "AUX"} and t.tag != "VBG" for t in between)
    )


def _coordinated(parse: Parse, run: list[tuple[int, int, str, str]]) -> bool:
    """Whether the grammar joins most of the names, and no name is the subject of another clause."""
    deps = [[parse.tokens[i].dep for i in parse.tokens_in(start, end)] for start, end, _, _ in run]
    return sum(bool({"conj", "appos"} & set(d)) for d in deps[1:]) * 2 >= len(run) - 1 > 0


def _open(parse: Parse, sentence: Sentence, run: list[tuple[int, int, str, str]]) -> bool:
    """Whether the list has members without a name ("all of Peru's neighbours"), or gives examples only."""
    named = {i for start, end, _, _ in run for i in parse.tokens_in(start, end)}
    first, last = min(named), max(named)
    tokens = parse.tokens
    before = [t.lemma.lower() for t in tokens[max(sentence.first, first - BEFORE) : first]]
    behind = [t.lemma.lower() for t in tokens[last + 1 : min(sentence.last, last + 1 + BEHIND)]]
    between = [t for i, t in enumerate(tokens[first:last], first) if i not in named]
    if _SAMPLE & set(before) or _MORE & set(behind) or any(t.tag == "NNS" for t in between):
        return True
    if any(
        "such as" in f" {' '.join(words)} " or "as well as" in " ".join(words) for words in (before, behind)
    ):
        return True
    return _unnamed(parse, sentence, named) or any(
        t.lemma.lower() in {"all", "every", "plus"} for t in between
    )


def _unnamed(parse: Parse, sentence: Sentence, named: set[int]) -> bool:
    """Whether the grammar joins a noun that is no name of the list to one that is."""
    nominal = {"NOUN", "PROPN", "PRON", "NUM"}
    joined = (
        (i, parse.tokens[i].head)
        for i in range(sentence.first, sentence.last)
        if parse.tokens[i].dep == "conj" and parse.tokens[i].pos in nominal
    )
    return any(parse.tokens[head].pos in nominal and (i in named) != (head in named) for i, head in joined)


def _parts(parse: Parse, sentence: Sentence, start: int, end: int) -> frozenset[str]:
    """Stems of the nouns and verbs that govern the list: its clause, and the clause that this completes."""
    first = next(iter(parse.tokens_in(start, end)))
    top = _clause(parse, first)
    near = [i for i in range(sentence.first, sentence.last) if abs(i - first) <= 45 and under(parse, i, top)]
    tokens = (parse.tokens[i] for i in near if not start <= parse.tokens[i].start < end)
    words = {t.lemma.lower() for t in tokens if t.pos in {"NOUN", "VERB"} and not t.stop}
    return frozenset(w[:STEM] for w in words - _NO_PART if len(w) >= STEM)


def _clause(parse: Parse, i: int) -> int:
    """The verb that governs a token, or the verb above it where that one only completes it."""
    for above in (i, *parse.ancestors(i)):
        token = parse.tokens[above]
        if token.pos in {"VERB", "AUX"} and token.dep not in {"xcomp", "conj"}:
            return above
        i = above
    return i


def _differing(facts: Facts, part: str, rows: list[List]) -> Draft | None:
    """A draft where lists of one part in two texts share a member, and one has names that the other has not."""
    held: dict[str, list[List]] = defaultdict(list)
    for row in sorted(rows, key=lambda r: r.span):
        if all(row.members != other.members for other in held[row.span.doc]):
            held[row.span.doc].append(row)
    pairs = [
        (a, b)
        for one in sorted(held)
        for two in sorted(held)
        for a, b in ([(held[one][0], held[two][0])] if one < two else [])
        if len(held[one]) == len(held[two]) == 1 and a.members & b.members and a.members != b.members
    ]
    if not pairs:
        return None
    kept = sorted({row.span: row for pair in pairs for row in pair}.values(), key=lambda r: r.span)[:SPANS]
    voices = {facts.voice_of(r.span.doc) for r in kept}
    said = "; ".join(words for pair in pairs[:2] for words in _lacking(facts, *pair))
    return Draft(
        kind="number",
        importance=3 if len(voices) > 1 else 2,
        weight=3 * len(voices) + len(pairs),
        statement=f"Lists of one part (“{_word(facts, part, kept)}”) name different members: {said}.",
        evidence=tuple(facts.shown(r.span, f"names {len(r.members)}") for r in kept),
        rule="divergence.lists",
    )


def _lacking(facts: Facts, a: List, b: List) -> list[str]:
    """What each of two lists names that the other does not."""
    return [
        f"{facts.name(x.span.doc)} names {_few(facts, x.members - y.members)}, "
        f"which {facts.name(y.span.doc)}'s list does not have"
        for x, y in ((a, b), (b, a))
        if x.members - y.members
    ]


def _few(facts: Facts, members: frozenset[str]) -> str:
    names = sorted(facts.entity_name(m) for m in members)
    return listed(names) if len(names) < 6 else f"{', '.join(names[:4])} and {len(names) - 4} more"


def _word(facts: Facts, part: str, rows: list[List]) -> str:
    """The phrase of the noun that has the stem, in the first text that has one; else the verb."""
    found: list[tuple[bool, Span]] = []
    for row in rows:
        parse = facts.parses[row.span.doc]
        sentence = parse.sentence_at(row.span.start)
        for i in range(sentence.first, sentence.last) if sentence else ():
            token = parse.tokens[i]
            if token.lemma.lower().startswith(part):
                place = phrase(parse, i) if token.pos == "NOUN" else (token.start, token.end)
                found.append((token.pos != "NOUN", Span(parse.doc, *place)))
    return plain(facts, min(found)[1]) if found else part
