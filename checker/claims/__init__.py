"""Passages as claims: who did what to whom, where and when, how surely, in whose voice.

A slot is `expressed` with its words, `absent` where the grammar leaves it out (a passive without an agent),
or `unread` where we could not tell; an unread slot never shows anything.
"""

from __future__ import annotations

from checker.claims import lexicons, slots, surety
from checker.claims.predicates import Predicate, content_words, predicates
from checker.claims.voices import Said
from checker.model import (
    Attribution,
    Claim,
    Document,
    Entity,
    Event,
    Example,
    Parse,
    Range,
    Rule,
    Span,
    TimeExpression,
    make_id,
)

NAME = "read_claims"
VERSION = "2"
REQUIRES = ("documents", "parses", "attributions", "entities", "times", "events")
RULES = (
    Rule(
        "claims.active",
        "A verb with its subject",
        "The subject of an active verb is the agent, its object the patient. "
        "A relative pronoun stands for its noun.",
        (
            Example("The council closed the old bridge.", ("The council closed the old bridge",)),
            Example(
                "Rescuers who reached the mine found three survivors.",
                ("Rescuers who reached the mine found three survivors",),
            ),
        ),
    ),
    Rule(
        "claims.passive",
        "A passive verb",
        "The by-phrase is the agent; without one the grammar leaves the agent out, and that is recorded.",
        (
            Example(
                "The old bridge was closed by the council.", ("The old bridge was closed by the council",)
            ),
            Example("The old bridge was closed in May.", ("The old bridge was closed in May",)),
        ),
    ),
    Rule(
        "claims.undergone",
        "A verb whose subject undergoes it",
        "With verbs such as end, fail or break down a thing as subject is what it happens to: "
        "nobody is named as doing it.",
        (
            Example("The wage talks broke down in May.", ("The wage talks broke down in May",)),
            Example("The long strike finally ended on Sunday.", ("The long strike finally ended on Sunday",)),
        ),
    ),
)
ASIDE = {"advcl", "parataxis", "relcl", "acl", "appos"}
LONGEST = 220


def run(
    document: Document,
    parse: Parse,
    attributions: tuple[Attribution, ...],
    entities: tuple[Entity, ...],
    times: tuple[TimeExpression, ...],
    events: tuple[Event, ...],
) -> tuple[Claim, ...]:
    """The claims of one document, in text order."""
    mentions = slots.Mentions(document.doc, entities)
    said = Said(attributions)
    happened = sorted((m, e.event) for e in events for m in e.mentions if m.doc == document.doc)
    found = []
    for sentence in parse.sentences:
        if not document.in_body(sentence.start, sentence.end):
            continue
        for predicate in predicates(parse, sentence):
            clause = _clause(parse, predicate)
            if _worth(parse, predicate, clause, said):
                found.append(_claim(document, parse, predicate, clause, mentions, said, times, happened))
    return tuple(sorted(found, key=lambda c: (c.span, c.predicate)))


def _worth(parse: Parse, predicate: Predicate, clause: Range, said: Said) -> bool:
    """A claim has content: "X said" is none, nor is a bare verb, nor a form of "be".

    A verb of a known class needs one other content word; others need two.
    """
    token = parse.tokens[predicate.verb]
    if said.is_cue(token.start) and not predicate.classes:
        return False
    if predicate.name in lexicons.light():
        return False
    return content_words(parse, list(parse.tokens_in(*clause))) >= (2 if predicate.classes else 3)


def _claim(
    document: Document,
    parse: Parse,
    predicate: Predicate,
    clause: Range,
    mentions: slots.Mentions,
    said: Said,
    times: tuple[TimeExpression, ...],
    happened: list[tuple[Span, str]],
) -> Claim:
    verb = parse.tokens[predicate.verb]
    voice, attribution = said.voice(parse, (verb.start, verb.end))
    sure, cues = surety.certainty(parse, predicate, clause, said.at(verb.start), document.text)
    agent = slots.agent(parse, predicate, mentions)
    id_ = make_id("claim", document.doc, document.text_sha256, clause, verb.start)
    return Claim(
        claim=id_,
        event=_event(happened, verb.start),
        proposition=id_,
        span=Span(document.doc, *clause),
        predicate=(verb.start, verb.end),
        lemma=predicate.name,
        classes=predicate.classes,
        agent=agent,
        patient=slots.patient(parse, predicate, mentions),
        place=slots.place(parse, predicate, mentions),
        time=slots.time(clause, times),
        numbers=slots.numbers(parse, clause),
        polarity=surety.polarity(parse, predicate),
        certainty=sure,
        cues=cues,
        voice=voice,
        attribution=attribution.id if attribution else None,
        rule=_rule(predicate, agent.state),
    )


def _rule(predicate: Predicate, agent: str) -> str:
    if predicate.passive:
        return "claims.passive"
    return "claims.undergone" if agent == "absent" else "claims.active"


def _event(happened: list[tuple[Span, str]], offset: int) -> str | None:
    holding = [(m.end - m.start, event) for m, event in happened if m.start <= offset < m.end]
    return min(holding)[1] if holding else None


def _clause(parse: Parse, predicate: Predicate) -> Range:
    """The verb with its own dependents, without the clauses that hang on it and what is coordinated to it."""
    kept = [predicate.verb]
    if predicate.untied is not None:
        kept += range(predicate.untied, predicate.verb)
    for child in predicate.children:
        token = parse.tokens[child]
        verbal = token.dep in {"conj", "ccomp"} and token.pos in {"VERB", "AUX"}
        if token.dep in ASIDE or token.dep in {"punct", "cc", "mark"} or verbal:
            continue
        kept += parse.subtree(child)
    start, end = parse.range_of(_near(sorted(kept), predicate.verb))
    if end - start <= LONGEST:
        return start, end
    verb = parse.tokens[predicate.verb]
    inside = [
        t for t in parse.tokens_in(start, end) if abs(parse.tokens[t].start - verb.start) < LONGEST // 2 - 20
    ]
    return parse.range_of(inside)


def _near(kept: list[int], verb: int) -> list[int]:
    """The run of kept words around the verb; a gap of more than four words ends it."""
    position = kept.index(verb)
    low = high = position
    while low > 0 and kept[low] - kept[low - 1] <= 4:
        low -= 1
    while high + 1 < len(kept) and kept[high + 1] - kept[high] <= 4:
        high += 1
    return kept[low : high + 1]
