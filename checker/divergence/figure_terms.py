"""One deed or deadline in two months or years: "fell due in March 2019", "was due by 30 June 2019"."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date

from checker.divergence import figure_rows, places
from checker.divergence.draft import SPANS, Draft, Facts
from checker.divergence.figure_days import bound
from checker.divergence.figure_deeds import STEPS, Deed, Reader, numbered_alike
from checker.divergence.figure_kin import kindred, lexicon, nominal
from checker.divergence.figure_pairs import aligned, each, too_long
from checker.model import Example, Parse, Rule, Span, TimeExpression

FARTHEST = 800
"""Days between two times of which one may be wrong; beyond that it was done twice."""
SHOWN, BUCKET = 110, 60
"""Characters from the deed to its time that are shown as one; deeds of one participant that are compared."""
READ = frozenset({"time.date", "time.month", "time.season", "time.year"})
DUE = frozenset({"due", "payable", "repayable", "overdue"})
"""Words behind "be" or "fall" that name a deadline; then "by May" names it as "in May" does."""
FORERUNNERS = frozenset(
    {"since", "until", "till", "before", "after", "from", "between", "to", "through", "during", "than"}
)
RULES = (
    Rule(
        "divergence.deed-in-another-month",
        "One deed, two months",
        "Texts put one deed or deadline of the same thing in times of which one at least is a month, season or year, "
        "and which have no day in common. Bounds, plans against deeds, and deeds told at both times are left alone.",
        (
            Example(
                "The boiler survey at Oru fell due in March 2031. / The Oru boiler survey was due by 30 June 2031.",
                ("survey at Oru fell due in March 2031", "survey was due by 30 June 2031"),
            ),
            Example(
                "The council closed the Alder bridge in May 2031. / "
                "The closure of the Alder bridge by the council came in August 2031.",
                (
                    "council closed the Alder bridge in May 2031",
                    "closure of the Alder bridge by the council came in August 2031",
                ),
            ),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Timed:
    """A deed with the first and last day (ISO) of its time; `span` holds both."""

    span: Span
    first: str
    last: str
    deed: Deed
    sentence: Span

    def gap(self, other: Timed) -> int:
        """Days between the two times, 0 where they meet."""
        (_, end), (start, _) = sorted(((self.first, self.last), (other.first, other.last)))
        return max(0, (date.fromisoformat(start) - date.fromisoformat(end)).days)

    @property
    def coarse(self) -> bool:
        """Whether the time is more than a day."""
        return self.first != self.last


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `date`, one a pair of texts and deed."""
    times, reader = places.times(facts), Reader(facts, places.mentions(facts))
    read = {doc: timed(facts, reader, doc, times[doc]) for doc in facts.documents}
    scores: dict[tuple[Timed, Timed], float] = {}
    for circle in facts.circles():
        buckets: dict[str, list[Timed]] = defaultdict(list)
        for row in (row for doc in sorted(circle) for row in read[doc]):
            for key in sorted(row.deed.keys):
                buckets[key].append(row)
        for rows in buckets.values():
            scores |= dict.fromkeys(each(rows, BUCKET), 0.0)
    for a, b, score in aligned(facts, read):
        scores[a, b] = score
    shown, drafts = set[Span](), list[Draft]()
    for a, b in sorted(scores, key=lambda pair: (pair[0].span, pair[1].span)):
        fits = a.span.doc != b.span.doc and _differ(a, b, scores[a, b]) and not _both(a, b, read)
        if fits and not {a.span, b.span} & shown:
            shown |= {a.span, b.span}
            drafts.append(_draft(facts, a, b))
    return drafts


def timed(facts: Facts, reader: Reader, doc: str, times: list[TimeExpression]) -> list[Timed]:
    """The deeds of the article that have a time of known days, in text order."""
    parse, document = facts.parses[doc], facts.documents[doc]
    found = []
    for time in times:
        sentence = parse.sentence_at(time.span.start)
        until = (
            time.rule == "time.bound"
            and time.from_ is None
            and "by" in facts.quote(time.span).lower().split()[:1]
        )
        first = time.to if until else time.from_
        if (
            not (until or time.rule in READ)
            or not first
            or not time.to
            or sentence is None
            or too_long(sentence)
        ):
            continue
        deed = _deed(parse, reader, time.span) if document.in_body(time.span.start, time.span.end) else None
        words = {
            w.strip(",(").lower()
            for w in document.text[max(0, time.span.start - 16) : time.span.start].split()[-2:]
        }
        free = (
            not words & FORERUNNERS
            if deed and deed.lemma in DUE
            else not until and not bound(facts, time, times)
        )
        if deed is not None and deed.keys and free:
            span = _shown(parse, deed, time.span)
            found.append(Timed(span, first, time.to, deed, Span(doc, sentence.start, sentence.end)))
    return found


def _deed(parse: Parse, reader: Reader, span: Span) -> Deed | None:
    """What the time belongs to: a verb, a noun for a deed, or a word for a deadline."""
    inside = list(parse.tokens_in(span.start, span.end))
    above = next((i for i in inside if parse.tokens[i].head not in inside), None)
    for _ in range(STEPS):
        if above is None or parse.tokens[above].head == above:
            break
        above = parse.tokens[above].head
        token = parse.tokens[above]
        lemma = nominal().get(token.lemma.lower()) if token.pos == "NOUN" else None
        if lemma is not None:
            return replace(reader.deed(parse, above, (span.start, span.end)), lemma=lemma)
        if token.pos in {"VERB", "AUX"}:
            return _told(parse, reader, above, span)
        if token.pos in {"NOUN", "PROPN"}:
            return None
    return None


def _told(parse: Parse, reader: Reader, verb: int, span: Span) -> Deed | None:
    deed = reader.deed(parse, verb, (span.start, span.end))
    if parse.tokens[verb].dep in {"relcl", "acl"} and (key := reader.key(parse, parse.tokens[verb].head)):
        deed = replace(deed, patients=deed.patients | {key})
    due = next((c for c in parse.children(verb) if parse.tokens[c].lemma.lower() in DUE), None)
    if due is not None:
        return replace(deed, lemma="due", patients=deed.patients | deed.agents, agents=frozenset())
    subjects = [c for c in parse.children(verb) if parse.tokens[c].dep in {"nsubj", "nsubjpass"}]
    named = nominal().get(parse.tokens[subjects[0]].lemma.lower()) if subjects else None
    if named is not None and deed.lemma in COMING:
        inner = reader.deed(parse, subjects[0])
        return replace(deed, lemma=named, agents=inner.agents, patients=inner.keys, others=frozenset())
    said = deed.lemma in lexicon()["untimed"]["told"] or deed.lemma in lexicon()["untimed"]["light"]
    return None if said else deed


COMING = frozenset({"come", "be", "follow", "occur", "happen", "take", "begin", "fall"})
"""Verbs that put a noun for a deed in its time."""


def _shown(parse: Parse, deed: Deed, time: Span) -> Span:
    """From the deed, or the noun before it, to the time."""
    subject = [c for c in parse.children(deed.verb) if parse.tokens[c].dep in {"nsubj", "nsubjpass"}]
    inside = [deed.verb, *subject]
    starts = [parse.tokens[i].start for i in inside if 0 <= time.end - parse.tokens[i].start <= SHOWN]
    ends = [parse.tokens[i].end for i in inside if 0 <= parse.tokens[i].end - time.start <= SHOWN]
    return Span(time.doc, min([time.start, *starts]), max([time.end, *ends]))


def _differ(a: Timed, b: Timed, score: float) -> bool:
    """One deed of one thing, two times that have no day in common and are near enough for one to be wrong."""
    if not 0 < a.gap(b) <= FARTHEST or not (a.coarse or b.coarse) or a.deed.real != b.deed.real:
        return False
    if not kindred(a.deed.lemma, b.deed.lemma) or (
        a.deed.clashes(b.deed) and not numbered_alike(a.deed, b.deed)
    ):
        return False
    lasting = lexicon()["once"]
    once = {a.deed.lemma, b.deed.lemma} <= {
        "due",
        *lasting["verbs"],
        *lasting["happen"],
        *lexicon()["yearly"]["verbs"],
    }
    things = a.deed.patients & b.deed.patients
    if once:
        things |= (a.deed.agents | a.deed.patients) & (b.deed.agents | b.deed.patients)
    return bool(things) and (len(a.deed.keys & b.deed.keys) > 1 or (score > 0 and (once or score >= CLOSE)))


CLOSE = 0.35
"""Score of an alignment from which one shared thing is enough for deeds that are done again."""


def _both(a: Timed, b: Timed, read: dict[str, list[Timed]]) -> bool:
    """Whether one text puts such a deed at both times."""
    return any(
        row is not one and not row.gap(other) and kindred(row.deed.lemma, other.deed.lemma)
        for one, other in ((a, b), (b, a))
        for row in read[one.span.doc]
    )


def _draft(facts: Facts, a: Timed, b: Timed) -> Draft:
    rows = sorted((a, b), key=lambda row: row.span)[:SPANS]
    voices = figure_rows.voices(facts, rows)
    return Draft(
        kind="date",
        importance=3 if voices > 1 else 2,
        weight=4 + voices,
        statement=f"One thing is put at different times: {figure_rows.said(facts, rows)}.",
        evidence=tuple(facts.shown(r.span, "puts it in time") for r in rows),
        rule="divergence.deed-in-another-month",
    )
