"""How surely a thing is told: hedges, denials and conditions that one telling has and another lacks."""

from __future__ import annotations

from collections import defaultdict

from checker.divergence import certainties, clauses, contested, denials, givers, limit_ties
from checker.divergence.draft import Draft, Facts, listed
from checker.divergence.governed import deed_verbs
from checker.divergence.limit_pairs import is_one, is_promised
from checker.divergence.limit_words import Limit, words
from checker.divergence.limits import is_limited
from checker.divergence.matches import Pair, told_pairs
from checker.divergence.moods import (
    has_subject,
    in_question,
    is_asked,
    is_later,
    is_participle,
    is_past,
    is_stated,
    is_taken_up,
    is_unreal,
)
from checker.divergence.phrasing import around, plain
from checker.divergence.tellings import Telling
from checker.model import Example, Parse, Rule, Span

NARROW, FEW, WIDE = 180, 4, 140
SAYING = frozenset(["say", "tell", "add", "write", "ask", "report", "note", "explain", "call"])
LEAVING = frozenset(["leave"])
"""Verbs with an infinitive of what is still to do: "that leaves them to carry the load"."""
MUCH = 3
"""Keys of a clause that tells enough by itself."""
EVEN = 0.4
"""How much less sure it may be that a text also tells it the other way, for that to even out the difference."""
GRAVE = frozenset(["unknown", "denied", "condition"])
OPEN = frozenset(["possible", "condition", "plan"])
"""Limits of what is still to come: a later text that tells it as done differs in nothing but its day."""
Places = dict[tuple[str, int], dict[str, float]]
STRONG = {"unknown": 4, "denied": 3, "condition": 2, "possible": 1, "plan": 1, "opinion": 0}
"""Which limit of a clause is told of, where it has several: the one with the highest number."""
HEARSAY = {clauses.stem(w) for w in ("reportedly", "allegedly", "purportedly", "supposedly", "unofficially")}
"""Words that say no more than that somebody says so."""
RULES = (
    Rule(
        "divergence.hedge",
        "A limit here, none there",
        "The same proposition is told as certain in one text and as possible, somebody's impression, unknown or denied "
        "in another. What is open in an earlier text and has come about in a later one is left alone; so is a limit "
        "of another clause, and a deed whose doer may be another. One figure may be plain here and the most that it "
        "can be, or an estimate, there.",
        (
            Example(
                "The parties may have agreed on a price. / The parties agreed on a price.",
                ("may", "The parties agreed on a price"),
            ),
            Example(
                "The firm reportedly sold its fleet. / The firm sold its fleet.",
                ("reportedly", "The firm sold its fleet"),
            ),
            Example(
                "The mill dumped as much as 90 tonnes of ash into the river. / "
                "The mill dumped 90 tonnes of ash into the river.",
                ("as much as",),
            ),
        ),
    ),
    Rule(
        "divergence.condition-dropped",
        "A condition here, none there",
        "The same proposition hangs on a condition in one text, and on none in another.",
        (
            Example(
                "The bank will pay for the new bridge only if both towns sign the contract. / "
                "The bank will pay for the new bridge.",
                ("only if both towns sign the contract", "The bank will pay for the new bridge"),
            ),
            Example(
                "The miners will return to the old pit unless the owners cut their wages. / "
                "The miners will return to the old pit.",
                ("unless the owners cut their wages",),
            ),
        ),
    ),
    *certainties.RULES,
    *denials.RULES,
)


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `certainty`."""
    pairs = told_pairs(facts)
    turned = [*pairs, *(pair.turned() for pair in pairs)]
    limited: Places = defaultdict(dict)
    sure: Places = defaultdict(dict)
    for pair in turned:
        held = (limited if pair.b.limits else sure)[pair.a.place]
        held[pair.b.doc] = max(pair.score, held.get(pair.b.doc, 0.0))
    rows: dict[tuple[str, int], list[Pair]] = defaultdict(list)
    for pair in turned:
        a, b = pair.a, pair.b
        if (
            not is_one(facts, pair)
            or not _is_sure(facts, a)
            or not b.limits
            or b.heading
            or _adds_doer(facts, pair)
            or in_question(facts, b)
            or not is_stated(facts, b)
        ):
            continue
        even = limited[b.place].get(a.doc, 0.0), sure[a.place].get(b.doc, 0.0)
        if _main(a, b, facts) is None or max(even) > pair.score - EVEN:
            continue
        rows[b.doc, b.sentence].append(pair)
    best: dict[tuple[str, int], Draft] = {}
    for found in rows.values():
        draft, key = _draft(facts, found), (found[0].a.doc, found[0].a.sentence)
        if key not in best or best[key].weight < draft.weight:
            best[key] = draft
    return [*best.values(), *contested.unbounded(facts), *certainties.find(facts), *denials.find(facts)]


def _is_sure(facts: Facts, a: Telling) -> bool:
    """Told without any limit, by the narrator or in retelling: no headline, no quotation, no question.

    What somebody says that something shows is his reading of it, and no telling of its own.
    """
    if a.said is not None and a.said.outer is not None:
        return False
    if a.limits or a.heading or a.voice == "quoted" or is_asked(facts, a):
        return False
    parse = facts.parses[a.doc]
    above, *below = deed_verbs(parse, a.clause.verb)
    verb = parse.tokens[a.clause.verb]
    over = [*([above] if below else []), *([verb.head] if verb.dep in {"ccomp", "xcomp"} else [])]
    turned = any(parse.tokens[i].lemma.lower() in words("unrealised") | LEAVING for i in over)
    saying = verb.lemma.lower() in SAYING or (a.said is not None and givers.is_noun_cue(facts, a.said))
    if (
        turned
        or saying
        or _is_other(parse, a.clause.verb)
        or is_unreal(facts, a)
        or is_participle(facts, a)
        or (len(a.keys) < MUCH and (verb.dep == "relcl" or not has_subject(facts, a)))
    ):
        return False
    numbers = list(parse.tokens_in(a.span.start, a.span.end))
    row = parse.sentences[a.sentence]
    hangs = any(parse.tokens[i].lemma.lower() in words("condition") for i in range(row.first, row.last))
    hangs = hangs or (not is_past(facts, a) and limit_ties.awaits(facts, a))
    return (
        bool(numbers) and not hangs and is_taken_up(facts, a) and not is_limited(parse, row.first, row.last)
    )


def _is_other(parse: Parse, verb: int) -> bool:
    """Whether a clause only says who somebody is ("who is also mayor"), or what is to be ("is to open in May")."""
    token, carried = parse.tokens[verb], deed_verbs(parse, verb)
    over = [verb, token.head] if len(carried) == 1 else carried[:1]
    infinitive = any(parse.tokens[i].tag == "TO" for i in parse.children(carried[-1]))
    to_be = infinitive and any(parse.tokens[i].lemma.lower() == "be" for i in over[-1:])
    return (token.lemma.lower() == "be" and token.dep == "relcl") or to_be


def _adds_doer(facts: Facts, pair: Pair) -> bool:
    """Whether one only tells that a thing was done, and the other who did it: what limits it may limit that."""
    (done, doing) = (
        {parse.tokens[i].dep for i in parse.children(deed_verbs(parse, t.clause.verb)[-1])}
        for t, parse in ((t, facts.parses[t.doc]) for t in (pair.a, pair.b))
    )
    return "auxpass" in done and "agent" not in done and "auxpass" not in doing and "dobj" in doing


def _main(a: Telling, b: Telling, facts: Facts) -> Limit | None:
    """The limit of `b` that `a` lacks, if that is a difference."""
    came = is_past(facts, a) and is_later(facts, a, b) and not is_promised(facts, a)
    ahead = not is_past(facts, b)
    told = {limit: clauses.stem(facts.quote(Span(b.doc, *limit.place)).casefold()) for limit in b.limits}
    able = [
        limit
        for limit in b.limits
        if not (came and limit.kind in OPEN and (ahead or limit.open)) and told[limit] not in a.near
    ]
    able = [limit for limit in able if limit_ties.is_tied(facts, b, limit)]
    if not is_promised(facts, a):
        able = [limit for limit in able if limit.kind != "plan"]
    if b.negative:
        able = [limit for limit in able if limit.kind in {"unknown", "denied", "condition"}]
    if a.said is not None:
        able = [limit for limit in able if told[limit] not in HEARSAY]
    able = [
        limit
        for limit in able
        if limit.kind != "condition" or not limit_ties.has_condition(facts, a, limit, b)
    ]
    return max(able, key=lambda limit: (STRONG[limit.kind], -limit.place[0]), default=None)


def _draft(facts: Facts, found: list[Pair]) -> Draft:
    best = max(found, key=lambda p: (p.score, len(p.keys)))
    unsure = best.b
    limit = _main(best.a, unsure, facts)
    assert limit is not None
    by_doc = {p.a.doc: p.a for p in sorted(found, key=lambda p: (p.score, len(p.keys), p.a.span))}
    own = [by_doc[doc] for doc in sorted(by_doc)]
    apart = {facts.voice_of(t.doc) for t in own} != {facts.voice_of(unsure.doc)}
    cue = Span(unsure.doc, *limit.place)
    return Draft(
        kind="certainty",
        importance=3 if apart and (limit.open or limit.kind in GRAVE) else 2,
        weight=len(best.keys) + 2 * best.score + STRONG[limit.kind],
        statement=_told(facts, best, own, limit, cue),
        evidence=(
            *(facts.shown(facts.cut(_gist(facts, t), NARROW), "no limit") for t in own[:3]),
            facts.shown(facts.cut(_with(unsure, cue), NARROW), "limited"),
            facts.shown(facts.cut(cue, NARROW), "the limiting words"),
        ),
        rule="divergence.condition-dropped" if limit.kind == "condition" else "divergence.hedge",
        event=facts.event_at(best.a.span),
    )


def _told(facts: Facts, best: Pair, own: list[Telling], limit: Limit, cue: Span) -> str:
    names = listed([facts.name(t.doc) for t in own][:3])
    words, other = plain(facts, _gist(facts, best.a)), facts.name(best.b.doc)
    verb, has = ("tells", "has") if len(own) == 1 else ("tell", "have")
    if limit.kind == "condition":
        return f"{names} {verb} “{words}”; {other} has a condition: “{plain(facts, cue)}”."
    who = facts.by(best.a.said)
    told = f"{has} from {who}" if who else verb
    if limit.kind == "denied":
        return f"{names} {told} “{words}”; {other} tells that it is denied: “{around(facts, cue, WIDE)}”."
    return f"{names} {told} “{words}”; {other} limits it by “{plain(facts, cue)}”: “{around(facts, cue)}”."


def _gist(facts: Facts, telling: Telling) -> Span:
    """The clause; a bare "was the largest" with the rest of its sentence."""
    span = telling.span
    if len(facts.quote(span).split()) >= FEW:
        return span
    sentence = facts.parses[telling.doc].sentences[telling.sentence]
    return facts.cut(Span(telling.doc, span.start, sentence.end), NARROW)


def _with(telling: Telling, cue: Span) -> Span:
    """The clause with its limiting words, where both stand close together."""
    start, end = min(telling.span.start, cue.start), max(telling.span.end, cue.end)
    return Span(telling.doc, start, end) if end - start <= NARROW else telling.span
