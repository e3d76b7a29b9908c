"""A quotation that lacks what limits the same sentence in another text: a condition, "so far", "I think", a "not"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from checker.divergence import givers
from checker.divergence.draft import SPANS, Draft, Facts, listed
from checker.divergence.outlets import are_told_to_two, names_outlet
from checker.divergence.phrasing import around, plain
from checker.divergence.quoted_next import next_sentence
from checker.divergence.quoted_rest import SURE, goes_on, is_governed, rest_after, rest_before, word_before
from checker.divergence.quoted_runs import Run, runs
from checker.divergence.quoted_words import beside, has, holds
from checker.divergence.told_when import is_newer
from checker.model import Example, Rule, Span

NARROW = 200
KEPT, SOME = 0.5, 0.3
"""Share of the words left out that the quoting text has beside the quotation: it then tells them in its own words. Of
a beginning that limits nothing it takes less: to quote a part of a sentence is to tell the rest.
"""
MANY = 6
"""Words of a long rest that show by themselves that it is told: what stands between them may be left out."""
LONG = 12
"""Words that a limiting phrase in the middle may have; more is a part of its own that was left out."""
SHORT = 4
"""Words that may have others in their place; more are another wording."""
INSIDE = ("negation", "bound", "hedge", "scope")
RULES = (
    Rule(
        "divergence.cut-sentence",
        "A quotation that ends before its sentence does",
        "Every quoted run of five words or more is looked up in all other texts. Where the sentence goes on there, or "
        "begins, with a condition, an exception or the other side of a bargain, or with words that narrow a “nobody”, "
        "“not” or “all”, and the quoting text has them nowhere near, both are shown; so is a part of its own that the "
        "other text quotes too.",
        (
            Example(
                "Answers given to Birch. Nobody in the valley sold the water for money. / "
                "In talks with Alder, Thomas Berg said: “Nobody in the valley sold the water.”",
                ("Nobody in the valley sold the water", "for money"),
            ),
            Example(
                "The old mill in the lower village can be opened again if the council pays for the wheel. / "
                "“The old mill in the lower village can be opened again,” Maria Lopez told Alder.",
                (
                    "The old mill in the lower village can be opened again",
                    "if the council pays for the wheel",
                ),
            ),
            Example(
                "“The wheel of the old mill came off at noon. Why it broke is what the council must find out,” said "
                "Maria Lopez. / Maria Lopez said: “The wheel of the old mill came off at noon.”",
                (
                    "The wheel of the old mill came off at noon",
                    "Why it broke is what the council must find out",
                ),
            ),
        ),
    ),
    Rule(
        "divergence.dropped-words",
        "A limiting phrase is missing from a quotation",
        "The words stand in another text too, and there the sentence has a phrase in it that limits what is said: “so "
        "far”, “in my view”, “perhaps”, “some of”, “not”. The quotation has no such phrase in its place.",
        (
            Example(
                "No letter that we have read so far shows that the mayor knew of the leak. / "
                "“No letter that we have read shows that the mayor knew of the leak,” Thomas Berg wrote.",
                ("so far",),
            ),
            Example(
                "“The bridge over the north canal was in my view safe enough for lorries,” said Ansa Bir. / "
                "Ansa Bir said: “The bridge over the north canal was safe enough for lorries.”",
                ("in my view",),
            ),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class _Loss:
    """Words of the other text that a quotation lacks: `where` in the sentence they stand, and whether they limit it."""

    run: Run
    words: Span
    where: Literal["after", "before", "inside", "part", "next"]
    limits: bool = True


def find(facts: Facts) -> list[Draft]:
    """One draft for each limit that wordings lack: against a primary text if one has it, else the fullest.

    Nobody quotes the whole of a primary text, and a text of a later day may have what was said then: of these only a
    lost limit is told.
    """
    best: dict[tuple[Span, str], tuple[tuple[object, ...], _Loss]] = {}
    for run in runs(facts):
        of_one = _belongs(facts, run) and not are_told_to_two(facts, run.span, run.passage)
        for loss in _losses(facts, run) if of_one else ():
            primary = facts.documents[run.host].role == "primary"
            if (primary or is_newer(facts, run.host, run.span.doc)) and not loss.limits:
                continue
            order = (not primary, loss.words.start - loss.words.end, run.host)
            key = run.span, loss.where
            if key not in best or order < best[key][0]:
                best[key] = order, loss
    alike: dict[tuple[object, ...], dict[tuple[str, ...], list[_Loss]]] = {}
    for _, (_, loss) in sorted(best.items(), key=lambda row: row[0]):
        wordings = alike.setdefault((loss.words, loss.where), {})
        wordings.setdefault(loss.run.own.folded[loss.run.first : loss.run.last], []).append(loss)
    return [_draft(facts, max(rows.values(), key=len)[: SPANS - 2]) for rows in alike.values()]


def _stop(facts: Facts, run: Run) -> int:
    """Where the words that the other text gives to somebody end: behind them the narrator says who."""
    said = facts.attribution_at(run.host, run.passage.end - 1)
    ends = [end for start, end in said.content if start < run.passage.end <= end] if said else []
    return max(ends, default=len(facts.documents[run.host].text))


def _belongs(facts: Facts, run: Run) -> bool:
    """Whether the passage may be where the quotation comes from, or another quotation of it.

    Long runs are; of others the quoting text names the outlet, or the other text is primary or quotes the same person.
    """
    medium = run.said is not None and givers.is_medium(facts, run.said)
    if run.last - run.first >= (SURE + LONG if medium else SURE):
        return True
    document = facts.documents[run.host]
    named = names_outlet(facts, run.span.doc, run.host)
    other = facts.attribution_at(run.host, run.passage.start)
    speakers = {run.said.speaker if run.said else None, other.speaker if other else None}
    return document.role == "primary" or named or (len(speakers) == 1 and None not in speakers)


def _losses(facts: Facts, run: Run) -> Iterator[_Loss]:
    sentence = run.other.parse.sentence_at(run.passage.start)
    ends = run.other.parse.sentence_at(run.passage.end - 1)
    if sentence is None or ends is None:
        return
    steps = run.steps
    after = rest_after(run, ends, _stop(facts, run)) if steps[-1][2] == run.last else None
    if after and not _is_retold(run, after[0], KEPT) and not goes_on(run):
        yield _Loss(run, Span(run.host, *run.other.place(*after[0])), "after", after[1])
    whole = steps[0][1] == run.first
    following = None if after else next_sentence(facts, run)
    if following and not _is_retold(run, following, KEPT):
        yield _Loss(run, Span(run.host, *run.other.place(*following)), "next")
    part = word_before(run, sentence) if whole else None
    if part is not None:
        yield _Loss(run, Span(run.host, *run.other.place(part, run.low)), "part")
    before = rest_before(run, sentence) if whole and part is None else None
    if before and not _is_retold(run, before[0], KEPT if before[1] else SOME) and not is_governed(run):
        yield _Loss(run, Span(run.host, *run.other.place(*before[0])), "before", before[1])
    reworded = sum(tag != "equal" for tag, *_ in steps) > 1 and _is_of_medium(facts, run)
    for tag, i, j, low, high in steps if not reworded and not _is_pieced(run) else ():
        if (
            tag in {"insert", "replace"}
            and _is_limit(run, (i, j), (low, high))
            and not _is_retold(run, (low, high), KEPT)
        ):
            yield _Loss(run, Span(run.host, *run.other.place(low, high)), "inside")


def _is_of_medium(facts: Facts, run: Run) -> bool:
    """Whether a report is quoted, of which the other text may be a later version."""
    sentence = run.own.parse.sentence_at(run.span.start)
    row = run.own.parse.tokens[sentence.first : sentence.last] if sentence else ()
    medium = run.said is not None and givers.is_medium(facts, run.said)
    return medium or any(t.lemma == "report" and t.pos == "VERB" for t in row)


def _is_pieced(run: Run) -> bool:
    """Whether the other text quotes only pieces of the passage: what stands between them is its own."""
    parse, passage = run.other.parse, run.passage
    marks = [q for q in parse.quoted if q.start < passage.end and passage.start < q.end]
    return bool(marks) and not parse.is_quoted(passage.start, passage.end)


def _is_limit(run: Run, own: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether words in the middle limit the sentence, and no dots or such words stand in the quotation."""
    tokens = run.own.parse.tokens[run.own.at[own[0] - 1] + 1 : run.own.at[own[1]]]
    if any(mark in t.text for t in tokens for mark in ("…", "..", "[", "—")):
        return False
    ours, theirs = run.own.folded[own[0] : own[1]], run.other.folded[other[0] : other[1]]
    size = other[1] - other[0]
    parse = run.other.parse
    around = [parse.sentence_at(parse.tokens[run.other.at[n]].start) for n in (other[0] - 1, other[1])]
    if size > (LONG if own[0] == own[1] else SHORT) or around[0] is not around[1]:
        return False
    return any(has(kind, theirs) and not has(kind, ours) for kind in INSIDE)


def _is_retold(run: Run, lost: tuple[int, int], least: float) -> bool:
    """Whether the quoting text has the words: many in the sentences beside the quotation, or most close together."""
    if holds(run.own, run.other, *lost):
        return True
    parse = run.own.parse
    having = {
        t.lemma.casefold() for s in beside(parse, run.span) for t in parse.tokens[s.first : s.last]
        if not run.span.start <= t.start < run.span.end
    }  # fmt: skip
    tokens = [run.other.parse.tokens[i] for i in run.other.at[lost[0] : lost[1]]]
    wanted = {t.lemma.casefold() for t in tokens if not t.stop} or {t.lemma.casefold() for t in tokens}
    return len(wanted & having) >= min(least * len(wanted), MANY)


def _draft(facts: Facts, losses: list[_Loss]) -> Draft:
    loss = losses[0]
    run, many = loss.run, len(losses) > 1
    here = listed(list(dict.fromkeys(facts.name(other.run.span.doc) for other in losses)))
    there, lost = facts.name(run.host), plain(facts, loss.words)
    verb = {"before": "begin a quotation at", "inside": "leave", "part": "leave"}.get(
        loss.where, "end a quotation at"
    )
    verb = verb if many else re.sub(r"^\w+", r"\g<0>s", verb)
    what = "the sentence" if loss.limits and loss.where != "next" else "the quotation"
    if loss.where in {"after", "before", "next"}:
        how = "begins" if loss.where == "before" else "goes on"
        told = f"{here} {verb} “{plain(facts, run.span)}”; in {there} {what} {how} “{lost}”."
    else:
        told = f"{here} {verb} “{lost}” out of a quotation; {there} has “{around(facts, loss.words)}”."
    return Draft(
        kind="quotation",
        importance=3 if loss.limits else 2,
        weight=8 if loss.limits else 1,
        statement=told,
        evidence=(
            *(facts.shown(facts.cut(other.run.span, NARROW), "quoted") for other in losses),
            facts.shown(facts.cut(run.passage, NARROW), "the sentence"),
            facts.shown(facts.cut(loss.words, NARROW), "left out"),
        ),
        rule="divergence.dropped-words" if loss.where in {"inside", "part"} else "divergence.cut-sentence",
    )
