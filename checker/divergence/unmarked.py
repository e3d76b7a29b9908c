"""Words that one text quotes and another prints as its own."""

from __future__ import annotations

import re

from checker.divergence import givers
from checker.divergence.draft import Draft, Facts
from checker.divergence.phrasing import brief, plain
from checker.divergence.posts import SPEAKING, is_posted
from checker.divergence.quoted_runs import Run, runs
from checker.model import Attribution, Example, Rule, Span

NARROW, NAME = 200, 60
SHORT = 2
"""Letters of the longest word that cannot tell an outlet."""
LEAST, CONTENT = 8, 4
"""Words of a quotation that nobody uses by chance, and words of content among them."""
OWN = frozenset(["we", "our", "us"])
NEAR = 3
"""Words of an outlet that speaks of itself, and sentences around the passage in which it does."""
_OPENED = re.compile(r"(?:^|\s)[‘'’\"“„](?=\w)")
_SAID = re.compile(r"\b(?:said|says|tells?|told|according to)\b[^.!?]{0,80}(?:\.|:)\s+$", re.IGNORECASE)
_SAYS = re.compile(r"[,.?!]?\s?(?:[”\"]|''|’’)\s?(?:says?|said|told|added)\b")
_GIVES = re.compile(r"\b(?:says?|said|told|added|wrote|reported|according to)\b")
RULES = (
    Rule(
        "divergence.quoted-and-printed",
        "Quoted here, printed as its own there",
        "One text puts words in quotation marks and says whose they are; another has nearly the same words outside "
        "quotation marks and gives them to nobody. It is not said who took them from whom.",
        (
            Example(
                "“The wheel of the old mill had not been oiled since the flood of May,” the inspector wrote. / "
                "The wheel of the old mill had not been oiled since the flood of May.",
                ("The wheel of the old mill had not been oiled since the flood of May",),
            ),
            Example(
                "The letter says that “forty sacks of barley were lost although the doors had been locked”. / "
                "Forty sacks of barley were lost, though the doors had been locked.",
                ("Forty sacks of barley were lost",),
            ),
        ),
    ),
)


def find(facts: Facts) -> list[Draft]:
    """One draft for each sentence of a text that prints what another quotes."""
    drafts: dict[tuple[str, int], Draft] = {}
    for run in runs(facts):
        said = run.said
        if said is None or not facts.by(said) or run.last - run.first < LEAST:
            continue
        if run.own.content(run.first, run.last) >= CONTENT and _is_printed(facts, run, said):
            parse = run.other.parse
            sentence = parse.sentence_at(run.passage.start)
            drafts.setdefault((run.host, sentence.start if sentence else 0), _draft(facts, run, said))
    return list(drafts.values())


def _is_printed(facts: Facts, run: Run, said: Attribution) -> bool:
    """Whether the other text has the words in its own voice, and is not itself what is quoted."""
    host, passage = facts.documents[run.host], run.passage
    parse = run.other.parse
    marked = any(q.start < passage.end and passage.start < q.end for q in parse.quoted)
    given = [facts.attribution_at(run.host, at) for at in (passage.start, passage.end - 1)]
    outlet = (host.outlet_name or host.doc).casefold()
    own = any(name in outlet for name in _names(facts, run, said) if len(name) > SHORT)
    spoken = SPEAKING & set(run.other.folded[run.low : run.high])
    own = own or _may_be_quoted(facts, run, said)
    apart = facts.voice_of(run.host) != facts.voice_of(run.span.doc)
    inside = host.in_body(passage.start, passage.end) and host.role != "primary"
    sourced = any(a is not None and a.source for a in given)
    own = own or _is_introduced(host.text, passage) or _is_given_behind(run)
    return apart and inside and not (marked or own or spoken or sourced or _is_shown(facts, run))


def _names(facts: Facts, run: Run, said: Attribution) -> set[str]:
    """The words of the source, and the initials of it and of the names in the sentence that quotes: "NYT"."""
    source = givers.source_words(facts, said).split()
    sentence = run.own.parse.sentence_at(run.span.start)
    row = run.own.parse.tokens[sentence.first : sentence.last] if sentence else ()
    own = [t.text for t in row if t.pos == "PROPN" and not run.span.start <= t.start < run.span.end]
    initials = {
        "".join(word[0] for word in words if word[0].isupper() and word != "The").casefold()
        for words in (source, *(own[i:j] for i in range(len(own)) for j in range(i + 2, len(own) + 1)))
    }
    return ({word.casefold() for word in source} - {"the"}) | initials


def _is_introduced(text: str, passage: Span) -> bool:
    """Whether the sentence before ends with who said it, or a closing mark and a saying stand right behind."""
    return bool(
        _SAID.search(text, max(0, passage.start - NARROW), passage.start) or _SAYS.match(text, passage.end)
    )


def _is_given_behind(run: Run) -> bool:
    """Whether the sentence goes on to say who said it."""
    parse, end = run.other.parse, run.passage.end
    sentence = parse.sentence_at(end - 1)
    rest = (
        [t.text for t in parse.tokens[sentence.first : sentence.last] if t.start >= end] if sentence else []
    )
    return _GIVES.search(" ".join(rest)) is not None


def _is_shown(facts: Facts, run: Run) -> bool:
    """Whether the words are a post with its signature, or stand in a paragraph with marks that were not read."""
    text, passage = facts.documents[run.host].text, run.passage
    if is_posted(facts, run.host, passage.start, passage.end):
        return True
    start = max(text.rfind("\n\n", 0, passage.start), 0)
    before = text[max(text.rfind("\n\n", 0, start), 0) : passage.start]
    return _OPENED.search(before) is not None


def _may_be_quoted(facts: Facts, run: Run, said: Attribution) -> bool:
    """Whether the other text may be what is quoted: it says "we" near by, or a medium without a name in the catalogue
    stands beside the quotation.
    """
    parse, quoting = facts.parses[run.host], facts.parses[run.span.doc]
    number = parse.number_at(run.passage.start) or 0
    near = parse.sentences[max(0, number - NEAR) : number + NEAR + 1]
    tokens = (t for s in near for t in parse.tokens[s.first : s.last])
    if any(t.text.lower() in OWN and not parse.is_quoted(t.start, t.end) for t in tokens):
        return True
    beside = quoting.sentence_at(run.span.start)
    cited = beside and any(t.lemma == "report" for t in quoting.tokens[beside.first : beside.last])
    return bool(cited or givers.is_medium(facts, said)) and not facts.documents[run.host].outlet_name


def _how(run: Run) -> str:
    """Whether it is all word for word: a retelling may add to it."""
    whole = all(tag == "equal" for tag, *_ in run.steps) and run.steps[-1][2] == run.last
    return "" if whole else ", nearly word for word,"


def _draft(facts: Facts, run: Run, said: Attribution) -> Draft:
    who = brief(str(facts.by(said)), NAME)
    return Draft(
        kind="provenance",
        importance=2,
        weight=4 + (run.last - run.first) / 10,
        statement=(
            f"{facts.name(run.host)} has{_how(run)} without quotation marks and without a source what "
            f"{facts.name(run.span.doc)} quotes from {who}: “{plain(facts, run.span)}”."
        ),
        evidence=(
            facts.shown(facts.cut(run.span, NARROW), f"quoted from {who}"),
            facts.shown(facts.cut(run.passage, NARROW), "without marks"),
        ),
        rule="divergence.quoted-and-printed",
        event=facts.event_at(run.passage),
    )
