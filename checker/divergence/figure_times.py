"""One act of the same persons or bodies, on dates that cannot both be right."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from checker.divergence import places
from checker.divergence.draft import SPANS, Draft, Facts
from checker.divergence.figure_days import BOUNDS
from checker.divergence.figure_kin import lexicon
from checker.divergence.label_terms import circle_uses, things
from checker.divergence.phrasing import day_in_words, plain
from checker.divergence.referents import Use
from checker.model import Claim, Entity, Evidence, Example, Rule, Span, TimeExpression

BESIDE, AFTER = 110, 25
"""Characters from a time to the thing, and from there to the verb."""
MAKING = {
    "draw": "draft", "draft": "draft", "negotiate": "draft", "produce": "draft", "initial": "initial",
    "initialed": "initial", "initialled": "initial", "sign": "sign", "reach": "reach", "conclude": "reach",
    "adopt": "adopt", "ratify": "ratify",
}  # fmt: skip
"""Verb -> stage of the making of an agreement; different stages may well lie apart."""
AGAIN = 10
"""Days between two days of a deed; further apart it was done twice."""
A_YEAR = 366
"""Days from which two times are those of two agreements of one place."""
Made = tuple[Span, str, str, str]
"""Words, stage, first and last day."""
PLACED = frozenset({"on", "in", "by", "since", "until", "of"})
"""Words that tie a time to the verb; a bare date may be the text's own dateline."""
EXACT = frozenset({"time.date", "time.month", "time.weekday", "time.offset"})
RULES = (
    Rule(
        "divergence.act-dated-differently",
        "One act, two dates",
        "The same act of the same persons or bodies is put on dates that cannot both be right.",
        (
            Example(
                "Anna Marn sold the old mill on May 4, 2031. / Anna Marn sold the old mill on May 9, 2031.",
                ("May 4, 2031", "May 9, 2031"),
            ),
            Example(
                "The court closed the harbour in March 2031. / The court closed the harbour in June 2031.",
                ("March 2031", "June 2031"),
            ),
        ),
    ),
    Rule(
        "divergence.agreement-dated-differently",
        "One agreement, different times",
        "Texts put one and the same stage of an agreement (drawn up, initialed, signed) in times that have no day in "
        "common. A bound (“by May”, “since May”) is no time of its own.",
        (
            Example(
                "The Lisbon accord was signed in March 2031. / The Lisbon accord, signed in June 2031, failed.",
                ("Lisbon accord was signed in March 2031", "Lisbon accord, signed in June 2031"),
            ),
            Example(
                "In May 2031 they reached the Lisbon accord. / In July 2031 they reached the Lisbon accord.",
                ("May 2031 they reached the Lisbon accord", "July 2031 they reached the Lisbon accord"),
            ),
        ),
    ),
)


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `date`."""
    times, named = places.times(facts), places.mentions(facts)
    made = [d for circle in facts.circles() for d in _made(facts, circle, times, named)]
    return [*_acts(facts, times), *made]


def _made(
    facts: Facts,
    circle: frozenset[str],
    times: dict[str, list[TimeExpression]],
    named: dict[str, list[tuple[Span, Entity]]],
) -> list[Draft]:
    """Drafts for one stage of one agreement that texts put in different times."""
    drafts = []
    for thing in things(facts, circle_uses(facts, circle, named)):
        rows: dict[str, dict[str, list[Made]]] = defaultdict(lambda: defaultdict(list))
        for use in thing.uses if thing.family == "agreement" else ():
            for time in times[use.span.doc]:
                if made := _making(facts, use, time, times[use.span.doc]):
                    rows[made[1]][use.span.doc].append(made)
        for _, held in sorted(rows.items()):
            apart = [
                m[0][0]
                for d, m in sorted(held.items())
                if all(_disjoint(m, o) for e, o in held.items() if e != d)
            ]
            drafts += [_making_draft(facts, apart[:SPANS])] if len(apart) > 1 else []
    return drafts


def _disjoint(one: list[Made], other: list[Made]) -> bool:
    """Whether no time of a text meets one of another, all within a year."""
    return all(
        (a[3] < b[2] or b[3] < a[2])
        and abs((date.fromisoformat(a[2]) - date.fromisoformat(b[2])).days) < A_YEAR
        for a in one
        for b in other
    )


def _making(facts: Facts, use: Use, time: TimeExpression, times: list[TimeExpression]) -> Made | None:
    """The words from a time to the verb of making that stands between it and the thing, or right beside the thing."""
    if time.rule not in {"time.month", "time.date"} or not time.from_ or not time.to or use.voice == "quoted":
        return None
    start, end = min(use.span.start, time.span.start), max(use.span.end, time.span.end)
    parse, text = facts.parses[use.span.doc], facts.documents[use.span.doc].text
    sentence = parse.sentence_at(start)
    if end - start > BESIDE or sentence is None or end > sentence.end or _bound(text, time, times):
        return None
    inside = [parse.tokens[i] for i in parse.tokens_in(start, min(end + AFTER, sentence.end))]
    verbs = [t for t in inside if t.lemma.lower() in MAKING or t.text.lower() in MAKING]
    if not verbs:
        return None
    stage = MAKING.get(verbs[0].lemma.lower()) or MAKING[verbs[0].text.lower()]
    return Span(use.span.doc, start, max(end, verbs[0].end)), stage, time.from_, time.to


def _bound(text: str, time: TimeExpression, times: list[TimeExpression]) -> bool:
    """Whether the time only bounds another, or is one end of a stretch of time ("from May to July")."""
    before = text[max(0, time.span.start - 16) : time.span.start].lower().split()[-2:]
    beside = any(0 < abs(t.span.start - time.span.end) <= len(" until ") for t in times if t is not time)
    ends = any(0 < time.span.start - t.span.end <= len(" until ") for t in times)
    return bool(BOUNDS & set(before)) or before[-1:] == ["as"] or beside or ends


def _making_draft(facts: Facts, rows: list[Span]) -> Draft:
    said = "; ".join(f"{facts.name(s.doc)} “{plain(facts, s, BESIDE)}”" for s in rows[:3])
    return Draft(
        kind="date",
        importance=2,
        weight=4 + len(rows),
        statement=f"One agreement is dated differently: {said}.",
        evidence=tuple(facts.shown(s, "dates it") for s in rows),
        rule="divergence.agreement-dated-differently",
    )


def _acts(facts: Facts, times: dict[str, list[TimeExpression]]) -> list[Draft]:
    """Claims of one proposition with one verb, whose times cannot both be right."""
    rows: dict[tuple[str, str, str], list[tuple[Claim, TimeExpression]]] = defaultdict(list)
    for claim in facts.claims:
        time = _when(facts, claim, times[claim.span.doc])
        if time and not _telling_which(facts, claim):
            rows[claim.proposition, claim.lemma, claim.polarity].append((claim, time))
    drafts = []
    for (_, lemma, _), found in sorted(rows.items()):
        first = found[0]
        apart = [row for row in found[1:] if _apart(first, row) and _as_many(facts, first[0], row[0])]
        if apart:
            drafts.append(_act(facts, lemma, [first, *apart][:SPANS]))
    return drafts


def _when(facts: Facts, claim: Claim, times: list[TimeExpression]) -> TimeExpression | None:
    """The only resolved time of a claim."""
    inside = [t for t in times if any(s <= t.span.start and t.span.end <= e for s, e in claim.time.spans)]
    known = [t for t in inside if t.from_ and t.to and t.rule in EXACT]
    if not len(inside) == len(known) == 1:
        return None
    start = known[0].span.start
    before = facts.documents[claim.span.doc].text[max(0, start - 10) : start].split()
    return known[0] if before and before[-1].lower() in PLACED else None


def _telling_which(facts: Facts, claim: Claim) -> bool:
    """Whether the act only says which thing is meant: "the shell fired in May flew far"."""
    parse = facts.parses[claim.span.doc]
    verbs = [parse.tokens[i] for i in parse.tokens_in(*claim.predicate)]
    return any(t.dep in {"acl", "relcl"} for t in verbs) or any(
        t.lemma.lower() in lexicon()["untimed"]["told"] for t in verbs
    )


def _apart(a: tuple[Claim, TimeExpression], b: tuple[Claim, TimeExpression]) -> bool:
    """Two texts, the same doers and things as far as both name them, and days that have none in common."""
    one, two = a[1], b[1]
    (_, end), (start, _) = sorted((t.from_ or "", t.to or "") for t in (one, two))
    days = (date.fromisoformat(start) - date.fromisoformat(end)).days
    exact = one.from_ == one.to and two.from_ == two.to
    disjoint = days > 0 and (not exact or days <= AGAIN)
    same = a[0].agent.name == b[0].agent.name and a[0].patient.name == b[0].patient.name
    return disjoint and same and bool(a[0].patient.name) and one.span.doc != two.span.doc


def _as_many(facts: Facts, a: Claim, b: Claim) -> bool:
    """Whether both speak of one thing or both of several, and no number tells them apart."""
    one, other = (
        {
            t.tag if t.pos == "NOUN" else t.lemma.lower()
            for span in c.patient.spans
            for i in facts.parses[c.span.doc].tokens_in(*span)
            if (t := facts.parses[c.span.doc].tokens[i]).pos in {"NOUN", "NUM"}
        }
        for c in (a, b)
    )
    return one == other or not one or not other


def _act(facts: Facts, lemma: str, rows: list[tuple[Claim, TimeExpression]]) -> Draft:
    said = "; ".join(f"{facts.name(t.span.doc)} “{facts.quote(t.span)}”" for _, t in rows[:3])
    evidence: list[Evidence] = [
        facts.shown(t.span, f"dates it {day_in_words(t.from_ or '')}", claim=c) for c, t in rows
    ]
    return Draft(
        kind="date",
        importance=3,
        weight=5 + len(rows),
        statement=f"One act ({lemma}) is dated differently: {said}.",
        evidence=tuple(evidence),
        rule="divergence.act-dated-differently",
        event=rows[0][0].event,
    )
