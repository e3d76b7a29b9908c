"""What several texts on one happening tell alike, and another of them has nowhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from checker.divergence.counterparts import Place
from checker.divergence.draft import SPANS, Draft, Facts, listed
from checker.divergence.omission_passages import Passages, passages
from checker.divergence.phrasing import around, plain
from checker.divergence.reasons import lexicon, offices, reasons
from checker.model import Example, Rule, Span

LONG = 12
"""Sentences of the shortest text that can be said to leave something out."""
FEWEST, WEIGHT = 3, 13.0
"""How many words, no offices, the tellings share at least; and their weight."""
GRAVE = 3
"""What the reasons in a sentence weigh at least."""
LIGHT = frozenset({"turn", "procedure", "term"})
"""Reasons that weigh nothing by themselves."""
REPLIES = frozenset({"denial", "answer"})
"""Reasons by which a remark that all give in quotation marks is missed; of opinions, every text quotes its own."""
COVER, HALF = 0.6, 0.75
"""Share of the weight of a sentence that others must tell too, and of those words that each of them must have."""
PART = 0.4
"""Share of the weight of the shared words that no passage of the other text may have."""
WHOLE = 0.3
"""The same, of all words of the sentence: what is told in other words shares its names and common words."""
MANY, SHARE = 8, 0.1
"""A word in more sentences than these, and than this share of all, tells no two things apart."""
MOST = 3
"""Drafts for one set of comparable texts, and one more for every four texts."""
BESIDE = 3
"""Sentences from one to another of one passage."""
STATED = 180
"""Characters of the words in a statement."""
RULES = (
    Rule(
        "divergence.told-by-most",
        "Told by several, no passage found there",
        "A sentence with weight (a denial, an accusation, an answer, a doubt) has counterparts, of two voices at "
        "least, in at least as many texts as lack it. A text lacks it where it is no older, not short, tells "
        "what stands beside it, has no counterpart of any of these sentences, and no passage of it has many of the "
        "words that they share; of a remark in quotation marks, it gives no words of the same "
        "person. The note says which words were looked for.",
        (
            Example(
                "The Oru ferry is old. Inspectors blamed a cracked boiler valve for the ferry fire. / Oru has a ferry. "
                "Inspectors blamed a cracked boiler valve for the ferry fire. / An old ferry lies in Oru. The quay is "
                "wet. The sail is torn. The rope is new. The bell is lost. The cook is well. The cat is safe. The "
                "fair was held. The band played. The tide is low. The sand is grey. The inn is full.",
                ("Inspectors blamed a cracked boiler valve for the ferry fire.",),
            ),
            Example(
                "The Varn school is old. The council rejected a noisy gravel quarry beside the chapel. / Varn slept. "
                "Its council rejected a noisy gravel quarry beside the chapel. / An old school is in Varn. The gate "
                "is wet. The sail is torn. The rope is new. The bell is lost. The cook is well. The cat is safe. The "
                "fair was held. The band played. The tide is low. The sand is grey. The inn is full.",
                ("The council rejected a noisy gravel quarry beside the chapel.",),
            ),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Agreed:
    """Sentences of several texts that tell one thing; `keys` are the words that they share, with their weight."""

    places: tuple[Place, ...]
    keys: dict[str, float]

    @property
    def docs(self) -> set[str]:
        """The texts."""
        return {doc for doc, _ in self.places}

    @property
    def weight(self) -> float:
        """The weight of all shared words."""
        return sum(self.keys.values())


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `omission`, the weightiest of each set of comparable texts."""
    search = passages(facts)
    drafts: list[Draft] = []
    for circle in facts.circles():
        found = [d for one in _agreed(search, circle) if (d := _draft(search, circle, one))]
        found.sort(key=lambda d: (-d.weight, d.evidence[0].span))
        drafts += _apart(facts, found)[: MOST + len(circle) // 4]
    return drafts


def _apart(facts: Facts, drafts: list[Draft]) -> list[Draft]:
    """The drafts without those that stand close by a better one: sentences of one passage are one omission."""
    kept: list[Draft] = []
    for draft in drafts:
        if not any(_beside(facts, draft, other) for other in kept):
            kept.append(draft)
    return kept


def _beside(facts: Facts, draft: Draft, other: Draft) -> bool:
    """Whether some text has what both show within a few sentences."""
    return any(
        a.span.doc == b.span.doc and abs(_number(facts, a.span) - _number(facts, b.span)) <= BESIDE
        for a in draft.evidence
        for b in other.evidence
    )


def _number(facts: Facts, span: Span) -> int:
    return facts.parses[span.doc].number_at(span.start) or 0


def _agreed(search: Passages, circle: frozenset[str]) -> Iterator[Agreed]:
    """Sets of sentences that tell one thing, those in most texts first; a sentence is in one set only."""
    places = sorted(p for p in search.near if p[0] in circle)
    counts = Counter(k for p in places for k in search.near[p])
    wide = {k for k, n in counts.items() if n > max(MANY, SHARE * len(places))}
    stars = [one for p in places if p not in search.headings and (one := _star(search, circle, p, wide))]
    done: set[Place] = set()
    for one in sorted(stars, key=lambda s: (-len(s.docs), -s.weight, s.places[0])):
        if not done & set(one.places):
            done |= set(one.places)
            yield one


def _star(search: Passages, circle: frozenset[str], place: Place, wide: set[str]) -> Agreed | None:
    """A sentence with its counterparts, one a text, that share most of what the sentence says."""
    own = {k: search.weight(k) for k in search.told[place] if k not in wide and not k.startswith("#")}
    rows = [
        r for r in search.counterparts(place, circle, frozenset(own)) if not _of_another(search, place, r[0])
    ]
    while rows:
        counts = Counter(k for _, held in rows for k in held)
        keys = {k: own[k] for k, n in counts.items() if 2 * n > len(rows)}
        kept = [(p, held) for p, held in rows if _tells(held, keys)]
        if len(kept) == len(rows):
            break
        rows = kept
    voices = {search.facts.voice_of(p[0]) for p in (place, *(p for p, _ in rows))}
    if len(voices) < 2 or sum(keys.values()) < max(WEIGHT, COVER * sum(own.values())):
        return None
    return Agreed((place, *(p for p, _ in rows)), keys)


def _of_another(search: Passages, place: Place, other: Place) -> bool:
    """Whether both sentences name persons, and none in common."""
    ours, theirs = (search.persons & search.near[p] for p in (place, other))
    return bool(ours and theirs and not ours & theirs)


def _tells(held: frozenset[str], keys: dict[str, float]) -> bool:
    """Whether a sentence with these words tells what the keys stand for."""
    both = [k for k in keys if k in held]
    plain_words = [k for k in both if not k.startswith("@") and k not in offices()]
    return len(plain_words) >= FEWEST and sum(keys[k] for k in both) >= HALF * sum(keys.values())


def _lacks(search: Passages, doc: str, one: Agreed) -> bool:
    facts = search.facts
    own = any(facts.one_text(doc, d) or facts.voice_of(doc) == facts.voice_of(d) for d in one.docs)
    if own or len(facts.parses[doc].sentences) < LONG or search.tied(doc, one.places):
        return False
    if not search.beside_told(doc, one.places):
        return False
    if not search.clock.among(doc, one.docs) or not any(search.clock.knows(doc, *p) for p in one.places):
        return False
    remark = all(_is_remark(facts, search.sentence(place)) for place in one.places)
    if remark and any(search.hears(doc, place) for place in one.places):
        return False
    whole = {k: search.weight(k) for k in search.near[one.places[0]] if not k.startswith("#")}
    return search.held(doc, one.keys) <= PART and search.held(doc, whole) <= WHOLE


def _draft(search: Passages, circle: frozenset[str], one: Agreed) -> Draft | None:
    facts = search.facts
    lacking = [doc for doc in sorted(circle - one.docs) if _lacks(search, doc, one)]
    spans = [facts.cut(search.sentence(place)) for place in one.places]
    heavy = weight(facts, spans[0])
    if not lacking or len(one.docs) < len(lacking) or heavy < GRAVE:
        return None
    if all(_is_remark(facts, span) for span in spans) and not REPLIES & _kinds(facts, spans[0]):
        return None
    others = [facts.name(span.doc) for span in spans[1:]]
    return Draft(
        kind="omission",
        importance=3,
        weight=2 * len(one.docs) + heavy + min(one.weight, 30) / 10,
        statement=f"{facts.name(spans[0].doc)} tells “{_told(facts, spans[0])}”, and so "
        f"{'does' if len(others) == 1 else 'do'} {listed(others)}; no passage found in "
        f"{listed([facts.name(doc) for doc in lacking])}.",
        evidence=tuple(facts.shown(span, "tells it") for span in spans[:SPANS]),
        rule="divergence.told-by-most",
        absent_from=tuple(lacking),
        note=f"Searched for: {', '.join(search.shown(k) for k in sorted(one.keys))}.",
    )


def _told(facts: Facts, span: Span) -> str:
    """The words of a sentence, or those around what gives it weight where that stands far on."""
    parse = facts.parses[span.doc]
    sentence = parse.sentence_at(span.start)
    found = reasons(parse, sentence, set()) if sentence else []
    heavy = [place for kind, place, _ in found if kind not in LIGHT]
    far = bool(heavy) and heavy[0][1] - span.start > STATED // 2 and span.end - span.start > STATED
    return around(facts, Span(span.doc, *heavy[0]), STATED) if far else plain(facts, span, STATED)


def _is_remark(facts: Facts, span: Span) -> bool:
    """Whether most of the words stand in quotation marks."""
    parse = facts.parses[span.doc]
    words = [parse.tokens[i] for i in parse.tokens_in(span.start, span.end)]
    return 2 * sum(parse.is_quoted(t.start, t.end) for t in words) > len(words)


def _kinds(facts: Facts, span: Span) -> set[str]:
    """The reasons in a sentence that weigh by themselves."""
    parse = facts.parses[span.doc]
    sentence = parse.sentence_at(span.start)
    return {kind for kind, *_ in reasons(parse, sentence, set())} - LIGHT if sentence else set()


def weight(facts: Facts, span: Span) -> float:
    """What the reasons in a sentence that weigh by themselves weigh together."""
    return float(sum(lexicon()["weights"][kind] for kind in _kinds(facts, span)))
