"""Verbs of different strength for one act on one thing."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from checker.divergence import places
from checker.divergence.acts import Act, acts, is_deed
from checker.divergence.draft import SPANS, Draft, Facts, joined, listed
from checker.divergence.label_lexicon import lexicon
from checker.divergence.label_terms import circle_uses, things
from checker.divergence.phrasing import plain
from checker.model import Entity, Evidence, Example, Rule, Span

CLOSE = 2
"""Sentences between a narrator's verb and the quotation that it retells."""
RULES = (
    Rule(
        "divergence.verbs-of-an-act",
        "One act, verbs of different strength",
        "Texts tell one act on one thing with verbs that say more or less, or one of them says that it was not done.",
        (
            Example(
                "The Lisbon accord was initialed in May. / Ministers signed the Lisbon accord in May.",
                ("accord was initialed", "signed the Lisbon accord"),
            ),
            Example(
                "The storm destroyed the old mill. / The storm damaged the old mill.",
                ("destroyed the old mill", "damaged the old mill"),
            ),
        ),
    ),
    Rule(
        "divergence.verb-against-quotation",
        "The narrator's verb against the quotation's",
        "Inside one text the narrator's verb says more, or less, than the verb of the quotation that stands beside it.",
        (
            Example(
                "Both sides signed the agreement. “My deputy initialed the agreement in May,” the minister said.",
                ("signed the agreement", "initialed the agreement"),
            ),
            Example(
                "The storm destroyed the mill. “It damaged the mill and a barn,” the owner said.",
                ("destroyed the mill", "damaged the mill"),
            ),
        ),
    ),
)


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `label` across texts, `inconsistency` inside one."""
    told = {doc: acts(facts, doc) for doc in sorted(facts.documents)}
    inside = [d for doc in told if (d := _inside(facts, told[doc]))]
    return [*inside, *_across(facts, told)]


def _inside(facts: Facts, found: list[Act]) -> Draft | None:
    """One draft a text: the narrator's verbs and those of the quotations beside them."""
    pairs = [
        (a, b)
        for a in found
        for b in found
        if a.voice == "narrator" and b.voice == "quoted" and _differ(a, b) and a.negated == b.negated
        if is_deed(a.group) and a.lemma == b.lemma and abs(a.sentence - b.sentence) <= CLOSE
    ]
    if not pairs:
        return None
    chosen = sorted({act.span: act for pair in pairs for act in pair}.values(), key=lambda a: a.span)[:SPANS]
    a, b = pairs[0]
    speakers = {by for _, act in pairs if (by := act.by)}
    agreeing = _quoted_too(facts, a, speakers)
    shown = [_shown(facts, act) for act in chosen[: SPANS - len(agreeing)]]
    whose = next((f" ({act.by})" for _, act in pairs if act.by), "")
    also = f"; elsewhere the text quotes “{plain(facts, agreeing[0])}”" if agreeing else ""
    return Draft(
        kind="inconsistency",
        importance=2 if agreeing else 3,
        weight=4 + len(pairs),
        statement=f"{facts.name(a.span.doc)} writes “{plain(facts, a.span)}”; "
        f"the quotation beside it{whose} says “{plain(facts, b.span)}”{also}.",
        evidence=(*shown, *(facts.shown(span, "quoted with the narrator's verb") for span in agreeing)),
        rule="divergence.verb-against-quotation",
    )


def _quoted_too(facts: Facts, act: Act, speakers: set[str]) -> list[Span]:
    """The first quoted place that has the narrator's verb, or a noun that says the same.

    Quotations of somebody known to be another are left out.
    """
    parse = facts.parses[act.span.doc]
    same = {act.verb, *lexicon()["nouns"].get(act.verb, ())}
    tokens = (parse.tokens[i] for mark in parse.quoted for i in parse.tokens_in(*mark.inner))
    for token in sorted((t for t in tokens if t.lemma.lower() in same), key=lambda t: t.start):
        by = facts.by(facts.attribution_at(parse.doc, token.start))
        if by is None or by in speakers:
            return [Span(parse.doc, token.start, token.end)]
    return []


def _differ(a: Act, b: Act) -> bool:
    return a.group == b.group and (a.verb != b.verb or a.negated != b.negated)


def _across(facts: Facts, told: dict[str, list[Act]]) -> list[Draft]:
    drafts = []
    named = places.mentions(facts)
    for circle in facts.circles():
        rows: dict[tuple[str, str], list[Act]] = defaultdict(list)
        same = _things(facts, circle, named)
        for doc in sorted(circle):
            for act in told[doc]:
                if (thing := same.get((doc, act.noun))) is not None:
                    rows[act.group, f"{thing:04}"].append(act)
        drafts += [d for _, found in sorted(rows.items()) if (d := _differing(facts, found))]
    return [*drafts, *_aligned(facts, told)]


def _things(
    facts: Facts, circle: frozenset[str], named: dict[str, list[tuple[Span, Entity]]]
) -> dict[tuple[str, int], int]:
    """Noun -> number of the thing that it names."""
    found = things(facts, circle_uses(facts, circle, named))
    return {(use.span.doc, use.head): number for number, thing in enumerate(found) for use in thing.uses}


def _aligned(facts: Facts, told: dict[str, list[Act]]) -> list[Draft]:
    """Drafts for acts on one noun in aligned passages; pairs that share a passage are one draft."""
    pairs: list[set[Act]] = []
    for pair in facts.alignments:
        left = _within(told[pair.a.doc], pair.a) if pair.state == "aligned" else []
        right = _within(told[pair.b.doc], pair.b) if left else []
        for a in left:
            matches = {b for b in right if a.group == b.group and a.lemma == b.lemma}
            if matches and all(_differ(a, b) for b in matches):
                pairs.append({a, *matches})
    return [d for group in joined(pairs) if (d := _differing(facts, _all_of(group, told)))]


def _all_of(group: set[Act], told: dict[str, list[Act]]) -> list[Act]:
    """The acts with all others of their texts that have the same group of verbs and the same noun."""
    kinds = {(a.span.doc, a.group, a.lemma) for a in group}
    docs = sorted({a.span.doc for a in group})
    return [a for doc in docs for a in told[doc] if (doc, a.group, a.lemma) in kinds]


def _within(acts_: list[Act], span: Span) -> list[Act]:
    return [act for act in acts_ if span.start <= act.span.start < span.end]


def _differing(facts: Facts, found: list[Act]) -> Draft | None:
    """A draft where the narrators of two texts tell the act with different verbs; all verbs of each are stated."""
    best: dict[tuple[str, str, bool], Act] = {}
    for act in sorted(found, key=lambda a: (a.voice == "quoted", a.voice == "reported", a.span)):
        best.setdefault((act.span.doc, act.verb, act.negated), act)
    told: dict[str, list[Act]] = defaultdict(list)
    for act in sorted(best.values(), key=lambda a: a.span):
        told[act.span.doc].append(act)
    own = {doc: {(a.verb, a.negated) for a in held if a.voice == "narrator"} for doc, held in told.items()}
    if not any(_matters(found[0].group, own[a], own[b]) for a in own for b in own if a < b):
        return None
    rows = sorted(best.values(), key=lambda a: (a.voice != "narrator", a.span))[:SPANS]
    said = "; ".join(f"{facts.name(doc)} {_says(held)}" for doc, held in sorted(told.items())[:4])
    voices = {facts.voice_of(doc) for doc, verbs in own.items() if verbs}
    return Draft(
        kind="label",
        importance=3 if len(voices) > 1 and is_deed(rows[0].group) else 2,
        weight=len(voices) * 2 + len({(a.verb, a.negated) for a in rows}),
        statement=f"One act, verbs of different strength: {said}.",
        evidence=tuple(_shown(facts, act) for act in rows),
        rule="divergence.verbs-of-an-act",
    )


def _matters(group: str, one: set[tuple[str, bool]], other: set[tuple[str, bool]]) -> bool:
    """Whether two narrators differ: in any verb of a deed, in all verbs where these only judge one fact."""
    return bool(one and other) and (one != other if is_deed(group) else not one & other)


def _says(held: list[Act]) -> str:
    """The narrator's verbs, then those that are somebody's words."""
    own = listed([f"“{a.told}”" for a in held if a.voice == "narrator"] or [""])
    others = [
        f"{'quotes' if a.voice == 'quoted' else 'reports'} “{a.told}”{f' as the words of {a.by}' if a.by else ''}"
        for a in held
        if a.voice != "narrator"
    ]
    return ", ".join([*([f"writes {own}"] if own else []), *others])


def _shown(facts: Facts, act: Act) -> Evidence:
    shown = facts.shown(act.span, act.told)
    return shown if shown.voice == act.voice else replace(shown, voice=act.voice, by=act.by)
