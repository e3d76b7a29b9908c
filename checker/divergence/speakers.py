"""One quotation, given to different people."""

from __future__ import annotations

from rapidfuzz.distance import Levenshtein

from checker.divergence import givers, places
from checker.divergence.draft import Draft, Facts
from checker.divergence.phrasing import plain
from checker.divergence.quoted_runs import runs
from checker.divergence.quoted_words import beside
from checker.model import Attribution, Example, Parse, Rule, Span, Variant

NARROW = 180
FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
LONG_RUN, WHOLE = 8, 0.9
"""Words of a quotation that nobody says by chance, and the share of them that a retelling has."""
SAME_WORDS = 6
"""Words that a quotation has in both texts before two speakers of it are a difference."""
LONG = 5
"""Letters of the shortest name that a letter more or less leaves the same."""
RULES = (
    Rule(
        "divergence.quoted-from",
        "One quotation, two speakers",
        "The same quoted words are given to different people.",
        (
            Example(
                "“The old well in the upper town will run dry by June,” Thomas Berg said. / "
                "Maria Lopez said: “The old well in the upper town will run dry by June.”",
                ("The old well in the upper town will run dry by June",),
            ),
            Example(
                "“No bridge is worth more than the road that leads to it,” said Ansa Bir. / "
                "As Thomas Berg put it: “No bridge is worth more than the road that leads to it.”",
                ("No bridge is worth more than the road that leads to it",),
            ),
        ),
    ),
)


def find(facts: Facts) -> list[Draft]:
    """Drafts about quotations with two speakers."""
    quoted = _quoted(facts)
    for draft in _retold(facts):
        if not any(_is_same(draft, other) for other in quoted):
            quoted.append(draft)
    return quoted


def _is_same(draft: Draft, other: Draft) -> bool:
    """Whether two drafts show the same passages, or one passage and the same two speakers."""
    shared = [any(e.span.overlaps(o.span) for o in other.evidence) for e in draft.evidence[:2]]
    alike = {e.role for e in draft.evidence[:2]} == {o.role for o in other.evidence[:2]}
    return all(shared) or (alike and any(shared))


def _quoted(facts: Facts) -> list[Draft]:
    """Quotations whose words two texts give to two people."""
    drafts = []
    for quotation in facts.quotations:
        rows = ((v, facts.attributions.get(v.attribution or "")) for v in quotation.variants)
        known = [v for v, said in rows if said is not None and givers.is_named_there(facts, said)]
        first = known[0] if known else None
        for other in known[1:]:
            if (
                first
                and other.span.doc != first.span.doc
                and _is_other(facts, first, other)
                and not _names_both(facts, first, other)
            ):
                drafts.append(_quoted_draft(facts, first, other))
                break
    return drafts


def _retold(facts: Facts) -> list[Draft]:
    """Quoted words that another text has whole, with or without marks, and gives to somebody else."""
    drafts = []
    for run in runs(facts):
        said = run.said
        if said is None or not givers.is_named_there(facts, said) or run.last - run.first < LONG_RUN:
            continue
        other = giver(facts, run.passage)
        whole = sum(j - i for tag, i, j, _, _ in run.steps if tag == "equal")
        if other is None or whole < WHOLE * (run.last - run.first):
            continue
        who, place = other
        a = Variant(run.span, said.speaker, said.id)
        b = Variant(run.passage, who, None)
        if _is_other(facts, a, b) and not _names_both(facts, a, b):
            drafts.append(_quoted_draft(facts, a, b, place))
    return drafts


def giver(facts: Facts, passage: Span) -> tuple[str, Span] | None:
    """The person whom a text gives a passage to, and where it says so: an attribution, or a verb over the passage."""
    said = facts.attribution_at(passage.doc, passage.start)
    if said is not None:
        named = (said.source or said.content)[0]
        return (str(said.speaker), Span(passage.doc, *named)) if givers.is_named_there(facts, said) else None
    parse = facts.parses[passage.doc]
    inside = set(parse.tokens_in(passage.start, passage.end))
    sentence = parse.sentence_at(passage.start)
    over = {parse.tokens[i].head for i in inside} | {
        i for i in range(sentence.first, sentence.last) if parse.tokens[i].dep == "parataxis"
    } if sentence else set()  # fmt: skip
    told = any(parse.tokens[i].tag in FINITE for i in inside)
    subjects = [
        c for verb in sorted(over - inside) if parse.tokens[verb].pos == "VERB" and (told or _is_saying(parse, verb))
        for c in parse.children(verb) if parse.tokens[c].dep == "nsubj" and c not in inside
    ]  # fmt: skip
    for i in subjects:
        token, entity = parse.tokens[i], places.named(facts).get((passage.doc, i))
        if entity is not None and entity.type == "PERSON":
            return entity.entity, Span(passage.doc, token.start, token.end)
    return None


def _is_saying(parse: Parse, verb: int) -> bool:
    """Whether a verb gives words to its subject; words without a verb may be what he became."""
    return parse.tokens[verb].lemma.lower() in givers.kind("saying")


def _names_both(facts: Facts, a: Variant, b: Variant) -> bool:
    """Whether one of two texts names the other's speaker there as well."""
    return any(_is_named(facts, one.span, str(other.speaker)) for one, other in ((a, b), (b, a)))


def _is_named(facts: Facts, span: Span, entity: str) -> bool:
    """Whether somebody is named in the sentences of a passage or beside them: one may be quoting the other."""
    rows = beside(facts.parses[span.doc], span)
    near = Span(span.doc, rows[0].start, rows[-1].end) if rows else span
    return any(near.contains(m) for m in facts.entities[entity].mentions)


def _is_other(facts: Facts, a: Variant, b: Variant) -> bool:
    """Two persons, and words enough that the two quotations have in common."""
    one, other = facts.entities[str(a.speaker)], facts.entities[str(b.speaker)]
    if one.entity == other.entity or set(one.name.split()) & set(other.name.split()):
        return False
    if _is_respelled(one.name.split()[-1], other.name.split()[-1]):
        return False
    inside = f"{facts.quote(a.span)} {facts.quote(b.span)}"
    if any(name.split()[-1] in inside for name in (one.name, other.name)):
        return False
    words = [[w.strip(".,;:!?") for w in facts.quote(v.span).casefold().split()] for v in (a, b)]
    short, long = sorted(words, key=len)
    plain_long = f" {' '.join(long)} "
    runs = (short[i : i + SAME_WORDS] for i in range(len(short) - SAME_WORDS + 1))
    return any(f" {' '.join(run)} " in plain_long for run in runs)


def _is_respelled(one: str, other: str) -> bool:
    """Whether two names are one with a letter more, less or other: "Hennick", "Hennik"."""
    return min(len(one), len(other)) >= LONG and Levenshtein.distance(one, other, score_cutoff=1) <= 1


def _quoted_draft(facts: Facts, a: Variant, b: Variant, named: Span | None = None) -> Draft:
    names = [facts.entities[str(v.speaker)].name for v in (a, b)]
    said = [facts.attributions.get(v.attribution or "") for v in (a, b)]
    rows = [
        facts.shown(facts.cut(_source_span(facts, v, s), NARROW), f"given to {name}")
        for v, s, name in zip((a, b), said, names, strict=True)
    ]
    return Draft(
        kind="attribution",
        importance=3,
        weight=12,
        statement=(
            f"{facts.name(a.span.doc)} gives these words to {names[0]}, {facts.name(b.span.doc)} to {names[1]}: "
            f"“{plain(facts, min((a.span, b.span), key=lambda s: (s.end - s.start, s)))}”."
        ),
        evidence=(*rows, *((facts.shown(named, "who is named"),) if named else ())),
        rule="divergence.quoted-from",
        event=facts.event_at(a.span),
    )


def _source_span(facts: Facts, variant: Variant, said: Attribution | None) -> Span:
    """The end of the quotation that is next to its source, with the source; else its beginning."""
    span = variant.span
    places = [*(said.source or ()), *(said.cue or ())] if said else []
    if not places:
        return span
    low, high = min(s for s, _ in places), max(e for _, e in places)
    if low < span.start and span.start - high < 40:
        return Span(span.doc, low, span.end)
    if low >= span.end and low - span.end < 40:
        blank = facts.documents[span.doc].text.find(" ", high - NARROW)
        return Span(span.doc, span.start if high - span.start <= NARROW else min(blank + 1, low), high)
    return span
