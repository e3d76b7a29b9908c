"""A quotation that lacks what limits the same sentence in another text: a condition, "so far", "I think", a "not"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from checker.divergence.draft import SPANS, Draft, Facts, listed
from checker.divergence.phrasing import plain
from checker.divergence.quoted_runs import Run, runs
from checker.divergence.quoted_words import has, opens
from checker.model import Example, Rule, Sentence, Span

NARROW = 200
SURE = 8
"""Words of a run that nobody says by chance; of fewer, the texts must belong together."""
KEPT = 0.5
"""Share of the words left out that the quoting text has beside the quotation: it then tells them in its own words."""
LONG = 12
"""Words that a limiting phrase in the middle may have; more is a part of its own that was left out."""
SHORT = 4
"""Words that may have others in their place; more are another wording."""
BEFORE = 5
"""Words before a passage in which a "doubt that" or "not" governs it."""
NEGATIONS = frozenset(["not", "no", "nobody", "none", "nothing", "never", "neither", "nor", "hardly", "few", "all",
                       "every", "everyone", "everybody", "always", "each"])  # fmt: skip
INSIDE = ("negation", "bound", "hedge", "scope")
RULES = (
    Rule(
        "divergence.cut-sentence",
        "A quotation that ends before its sentence does",
        "Every quoted run of five words or more is looked up in all other texts. Where the sentence goes on there, or "
        "begins, with a condition, an exception or the other side of a bargain, or with words that narrow a “nobody”, "
        "“not” or “all”, and the quoting text has them nowhere near, both are shown.",
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
    """Words of the other text that a quotation lacks: `where` in the sentence they stand."""

    run: Run
    words: Span
    where: Literal["after", "before", "inside"]


def find(facts: Facts) -> list[Draft]:
    """One draft for each wording that lacks a limit: against a primary text if one has it, else the fullest."""
    best: dict[tuple[Span, str], tuple[tuple[object, ...], _Loss]] = {}
    for run in runs(facts):
        for loss in _losses(run) if _belongs(facts, run) else ():
            primary = facts.documents[run.host].role == "primary"
            order = (not primary, loss.words.start - loss.words.end, run.host)
            key = run.span, loss.where
            if key not in best or order < best[key][0]:
                best[key] = order, loss
    alike: dict[tuple[object, ...], list[_Loss]] = {}
    for _, (_, loss) in sorted(best.items(), key=lambda row: row[0]):
        wording = tuple(loss.run.own.folded[loss.run.first : loss.run.last])
        alike.setdefault((loss.words, loss.where, wording), []).append(loss)
    return [_draft(facts, losses[: SPANS - 2]) for losses in alike.values()]


def _belongs(facts: Facts, run: Run) -> bool:
    """Whether the passage may be where the quotation comes from, or another quotation of it.

    Long runs are; of others the quoting text names the outlet, or the other text is primary or quotes the same person.
    """
    if run.last - run.first >= SURE:
        return True
    document = facts.documents[run.host]
    outlet = (document.outlet_name or "").casefold().removeprefix("the ")
    named = bool(outlet) and outlet in facts.documents[run.span.doc].text.casefold()
    other = facts.attribution_at(run.host, run.passage.start)
    speakers = {run.said.speaker if run.said else None, other.speaker if other else None}
    return document.role == "primary" or named or (len(speakers) == 1 and None not in speakers)


def _losses(run: Run) -> Iterator[_Loss]:
    sentence = run.other.parse.sentence_at(run.passage.start)
    ends = run.other.parse.sentence_at(run.passage.end - 1)
    if sentence is None or ends is None:
        return
    steps = run.steps
    after = _after(run, ends) if steps[-1][2] == run.last else None
    if after and not _is_retold(run, after):
        yield _Loss(run, Span(run.host, *run.other.place(*after)), "after")
    before = _before(run, sentence) if steps[0][1] == run.first else None
    if before and not _is_retold(run, before) and not _is_governed(run):
        yield _Loss(run, Span(run.host, *run.other.place(*before)), "before")
    for tag, i, j, low, high in steps:
        if (
            tag in {"insert", "replace"}
            and _is_limit(run, (i, j), (low, high))
            and not _is_retold(run, (low, high))
        ):
            yield _Loss(run, Span(run.host, *run.other.place(low, high)), "inside")


def _after(run: Run, sentence: Sentence) -> tuple[int, int] | None:
    """The rest of the sentence, where it limits what is quoted."""
    last, end = run.high, run.high
    while end < len(run.other.at) and run.other.at[end] < sentence.last and not _leaves(run, end):
        end += 1
    row = run.other.folded[last:end]
    if not row or run.other.content(last, end) < 1:
        return None
    parted = run.other.at[last] - run.other.at[last - 1] > 1
    negated = not parted and bool(NEGATIONS & set(run.own.folded[run.first : run.last]))
    bargain = row[0] == "and" and opens("bargain", row[1:])
    limited = opens("condition", row) or opens("exception", row) or bargain
    return (last, end) if limited or (negated and _is_narrowing(run, last)) else None


def _is_narrowing(run: Run, last: int) -> bool:
    """Whether a phrase or clause hangs on the quoted words themselves: "without food", "in anger", "to sell it"."""
    token = run.other.parse.tokens[run.other.at[last]]
    return (
        token.pos in {"ADP", "SCONJ", "PART", "ADV"} and run.own.folded[run.last - 1] != token.text.casefold()
    )


def _leaves(run: Run, number: int) -> bool:
    """Whether a quotation mark closes before a word: what follows is the narrator's."""
    place = run.other.place(number, number + 1)[0]
    low = run.passage.end - 1
    return any(mark.start <= low < mark.end <= place for mark in run.other.parse.quoted)


def _before(run: Run, sentence: Sentence) -> tuple[int, int] | None:
    """The beginning of the sentence, where it is a condition of what is quoted, or governs it ("I doubt that")."""
    first = run.low
    while first > 0 and run.other.at[first - 1] >= sentence.first and not _enters(run, first - 1):
        first -= 1
    row = run.other.folded[first : run.low]
    if not row or not run.own.parse.tokens[run.own.at[run.first]].text[:1].isupper():
        return None
    parted = run.other.at[run.low] - run.other.at[run.low - 1] > 1
    if parted:
        return (first, run.low) if opens("condition", row) and run.other.content(first, run.low) else None
    first = next(
        (n for n in range(run.low - 1, first, -1) if run.other.at[n] - run.other.at[n - 1] > 1), first
    )
    row = run.other.folded[first : run.low]
    return (first, run.low) if row[-1] == "that" and has("governing", row[-BEFORE:]) else None


def _enters(run: Run, number: int) -> bool:
    """Whether a quotation mark opens after a word and before the passage."""
    place = run.other.place(number, number + 1)[1]
    return any(place <= mark.start <= run.passage.start < mark.end for mark in run.other.parse.quoted)


def _is_governed(run: Run) -> bool:
    """Whether the quoting text has a word before the quotation that governs it."""
    parse = run.own.parse
    sentence = parse.sentence_at(run.span.start)
    row = [
        run.own.folded[n] for n in range(max(0, run.first - 2 * BEFORE), run.first)
        if sentence and run.own.at[n] >= sentence.first
    ]  # fmt: skip
    return has("governing", row)


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


def _is_retold(run: Run, lost: tuple[int, int]) -> bool:
    """Whether the quoting text has the words beside the quotation: in its sentence, or in the one before or after."""
    parse = run.own.parse
    places = [i for i, s in enumerate(parse.sentences) if s.start < run.span.end and run.span.start < s.end]
    near = parse.sentences[max(0, places[0] - 1) : places[-1] + 2] if places else ()
    having = {
        t.lemma.casefold() for s in near for t in parse.tokens[s.first : s.last]
        if not run.span.start <= t.start < run.span.end
    }  # fmt: skip
    tokens = [run.other.parse.tokens[i] for i in run.other.at[lost[0] : lost[1]]]
    wanted = {t.lemma.casefold() for t in tokens if not t.stop} or {t.lemma.casefold() for t in tokens}
    return len(wanted & having) >= KEPT * len(wanted)


def _draft(facts: Facts, losses: list[_Loss]) -> Draft:
    loss = losses[0]
    run, many = loss.run, len(losses) > 1
    here = listed(list(dict.fromkeys(facts.name(other.run.span.doc) for other in losses)))
    there, lost = facts.name(run.host), plain(facts, loss.words)
    verb = {"inside": "quote", "after": "end a quotation at", "before": "begin a quotation at"}[loss.where]
    verb = verb if many else re.sub(r"^\w+", r"\g<0>s", verb)
    how = {"inside": "also has", "after": "goes on", "before": "begins"}[loss.where]
    return Draft(
        kind="quotation",
        importance=3,
        weight=8,
        statement=f"{here} {verb} “{plain(facts, run.span)}”; in {there} the sentence {how} “{lost}”.",
        evidence=(
            *(facts.shown(facts.cut(other.run.span, NARROW), "quoted") for other in losses),
            facts.shown(facts.cut(run.passage, NARROW), "the sentence"),
            facts.shown(facts.cut(loss.words, NARROW), "left out"),
        ),
        rule="divergence.dropped-words" if loss.where == "inside" else "divergence.cut-sentence",
    )
