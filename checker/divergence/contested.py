"""A figure that one text tells as a fact: another gives it as a party's claim, calls it wrong, or has only a bound."""

from __future__ import annotations

from collections import defaultdict

from checker.divergence import givers, posts
from checker.divergence.claimed_figures import Claim, claim_of
from checker.divergence.draft import Draft, Facts, listed
from checker.divergence.figure_deeds import governor
from checker.divergence.limit_words import words as limiting
from checker.divergence.phrasing import around, brief, plain
from checker.divergence.stances import stance
from checker.divergence.tables import words
from checker.divergence.told_figures import Figure, figure_pairs, figures_of, row_of
from checker.model import Evidence, Parse, Sentence, Span

NARROW, NAME, MOST = 180, 60, 2
"""Characters of a passage and of a name that are shown; claims that are set against one telling."""
SETTLED = 3
"""Independent texts that tell a figure as a fact: what so many do says little about the one that names a source."""


def claimed(facts: Facts) -> list[Draft]:
    """Drafts of kind `attribution`: one for each figure and the claims that are set against its narrators."""
    rows: dict[tuple[float, str], dict[str, tuple[Figure, dict[str, Claim]]]] = defaultdict(dict)
    claims = {(f.doc, f.at): c for doc in sorted(facts.documents) for f in figures_of(facts, doc)
              if (c := claim_of(facts, f))}  # fmt: skip
    for a, b in figure_pairs(facts):
        claim = claims.get((b.doc, b.at))
        if claim is None or not _is_plain(facts, a) or not _is_open(facts, a, claim):
            continue
        if not any((f.doc, f.at) in claims for f in figures_of(facts, a.doc) if f.key == a.key):
            rows[a.key].setdefault(a.doc, (a, {}))[1].setdefault(b.doc, claim)
    found = []
    for told in rows.values():
        narrators = sorted(told)
        voices = {facts.voice_of(doc) for doc in narrators}
        against = {doc: c for _, row in told.values() for doc, c in row.items() if doc not in told}
        if against and len(voices) < SETTLED:
            found.append(_draft(facts, [told[doc][0] for doc in narrators], list(against.values())[:MOST]))
    return found


def unbounded(facts: Facts) -> list[Draft]:
    """Drafts of kind `certainty`: one figure plain here, and there the most that it may be, or an estimate."""
    best: dict[tuple[float, str], Draft] = {}
    for a, b in figure_pairs(facts):
        evened = any(
            f.key == a.key and bool(f.bound) == (f.doc == a.doc)
            for doc in (a.doc, b.doc)
            for f in figures_of(facts, doc)
        )
        if b.bound is None or evened or not a.deed & b.deed or not _is_exact(facts, a):
            continue
        if a.key not in best and not facts.parses[b.doc].is_quoted(b.span.start, b.span.end):
            best[a.key] = _bounded(facts, a, b, b.bound)
    return list(best.values())


def _is_exact(facts: Facts, a: Figure) -> bool:
    """Whether a figure has nothing beside it that limits, rounds or denies it."""
    parse, row = facts.parses[a.doc], row_of(facts, a)
    before = [t.text.lower() for t in parse.tokens[max(row.first, a.at - 3) : a.at]]
    quoted = facts.voice_at(a.doc, a.span.start, a.span.end)[0] == "quoted"
    loose = words("contested", "loose") & set(before)
    return not (a.bound or quoted or loose or _is_limited(parse, row))


def _is_limited(parse: Parse, row: Sentence) -> bool:
    """Whether any word of a sentence leaves a figure open, or gives it to somebody in a way that was not read."""
    open_ = words("contested", "hearsay") | limiting("adverb") | limiting("modal") | limiting("charge")
    return any(t.lemma.lower() in open_ or t.text == "?" for t in parse.tokens[row.first : row.last])


def _is_plain(facts: Facts, a: Figure) -> bool:
    """The narrator's own figure: nobody is a source in its sentence, nor beside it, and nothing leaves it open."""
    parse, row = facts.parses[a.doc], row_of(facts, a)
    if facts.voice_at(a.doc, a.span.start, a.span.end)[0] != "narrator" or a.bound or _is_limited(parse, row):
        return False
    if posts.is_posted(facts, a.doc, a.span.start, a.span.end) or parse.is_quoted(a.span.start, a.span.end):
        return False
    if any(t.lemma.lower() in givers.kind("saying") for t in parse.tokens[row.first : row.last]):
        return False
    near = parse.sentences[max(0, a.sentence - 1) : a.sentence + 2]
    return not any(_speaks(facts, a.doc, other, row) for other in near)


def _speaks(facts: Facts, doc: str, other: Sentence, row: Sentence) -> bool:
    """Whether a sentence gives words to somebody that may go on beside it; a quotation apart does not."""
    parse, far = facts.parses[doc], other.paragraph != row.paragraph
    for said in facts.said.get(doc, ()):
        places = [*said.content, *(said.cue or ()), *(said.source or ())]
        if not any(other.start <= s < other.end for s, _ in places):
            continue
        quoted = [
            s for s, _ in said.content if other.start <= s < other.end and not parse.is_quoted(s, s + 1)
        ]
        if not far or (quoted and other.start < row.start):
            return True
    return False


def _is_open(facts: Facts, a: Figure, claim: Claim) -> bool:
    """Whether the source of a claim is not the very body whose own text tells it."""
    if claim.said is None:
        return True
    name, called = facts.name(a.doc).casefold(), givers.calling(facts, claim.said)
    return (facts.by(claim.said) or "").casefold() != name and called not in name.split()


def _draft(facts: Facts, own: list[Figure], claims: list[Claim]) -> Draft:
    named = [facts.name(f.doc) for f in own]
    verb = "tell" if len(named) > 1 else "tells"
    shown = around(facts, own[0].span)
    grave = any(c.denial for c in claims)
    return Draft(
        kind="attribution",
        importance=3 if grave or any(c.said and stance(facts, c.said) == "doubtful" for c in claims) else 2,
        weight=4 + 2 * grave + len(claims),
        statement=(
            f"{listed(named[:3])} {verb} as a fact: “{shown}”; "
            f"{'; '.join(_against(facts, c) for c in claims)}."
        ),
        evidence=(
            *(facts.shown(facts.cut(_passage(facts, f), NARROW), "told as a fact") for f in own[:3]),
            *(e for c in claims for e in _shown(facts, c)),
        ),
        rule="divergence.narrated",
        event=facts.event_at(own[0].span),
    )


def _against(facts: Facts, claim: Claim) -> str:
    name, figure = facts.name(claim.figure.doc), plain(facts, _with_bound(claim.figure))
    if claim.wrong and claim.denial:
        return f"{name} calls that “{plain(facts, claim.wrong)}”: “{plain(facts, claim.denial)}”"
    text = f"{name} gives “{figure}” as the words of {brief(facts.by(claim.said) or '', NAME)}"
    return f"{text}, and has “{plain(facts, claim.denial)}”" if claim.denial else text


def _with_bound(figure: Figure) -> Span:
    """The figure with the words that make it a limit."""
    return Span(figure.doc, figure.bound.start if figure.bound else figure.span.start, figure.span.end)


def _passage(facts: Facts, figure: Figure) -> Span:
    """The sentence of a figure, or the part of a long one that holds it."""
    row = row_of(facts, figure)
    whole = Span(figure.doc, row.start, row.end)
    if row.end - row.start <= NARROW:
        return whole
    verb = governor(facts.parses[figure.doc], figure.at)
    start = facts.parses[figure.doc].tokens[verb].start if verb is not None else figure.span.start
    start = start if start < figure.span.start < start + NARROW - NAME else figure.span.start
    return Span(figure.doc, start, row.end)


def _shown(facts: Facts, claim: Claim) -> tuple[Evidence, ...]:
    passage = facts.cut(_passage(facts, claim.figure), NARROW)
    role = f"called {plain(facts, claim.wrong)}" if claim.wrong else f"given to {facts.by(claim.said)}"
    shown = facts.shown(passage, role)
    if claim.said:
        shown = Evidence(shown.span, role, "reported", facts.by(claim.said), None, claim.said.id)
    if claim.wrong or not claim.denial:
        return (shown,)
    return shown, facts.shown(facts.cut(claim.denial, NARROW), "disputed")


def _bounded(facts: Facts, a: Figure, b: Figure, bound: Span) -> Draft:
    return Draft(
        kind="certainty",
        importance=2,
        weight=4 + len(a.keys & b.keys),
        statement=(
            f"{facts.name(a.doc)} tells “{around(facts, a.span)}”; {facts.name(b.doc)} limits the figure by "
            f"“{plain(facts, bound)}”: “{around(facts, _with_bound(b))}”."
        ),
        evidence=(
            facts.shown(facts.cut(_passage(facts, a), NARROW), "no limit"),
            facts.shown(facts.cut(_passage(facts, b), NARROW), "limited"),
            facts.shown(bound, "the limiting words"),
        ),
        rule="divergence.hedge",
        event=facts.event_at(a.span),
    )
