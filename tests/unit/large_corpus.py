"""Many invented passages in many invented texts, as records: what a report of a large corpus is made of."""

from __future__ import annotations

from tests.unit import report_corpus as rc

WHO = ("The harbour guild", "The river council", "The salt traders", "The lamp keepers", "The pilots of Oru")
HOW = ("halted", "ended", "buried", "stopped", "cut short", "wrecked")


def sentence(passage: int, source: int) -> str:
    """What one source says in one passage: sources differ in who did it, how, and in how many ships."""
    who, verb = WHO[(passage + source) % len(WHO)], HOW[(passage * source) % len(HOW)]
    return f"{who} {verb} the {passage}th sailing from Kelm, with {passage + source % 3} ships, and it was let go."


def analysis(passages: int, sources: int, events: int) -> rc.Analysis:
    """`passages` told by every source, shared out over `events`; each passage is a divergence with four of them."""
    texts = [
        rc.Text(f"{s:03}.txt", "\n\n".join(sentence(p, s) for p in range(passages)) + "\n")
        for s in range(sources)
    ]
    spans = [[text.span(sentence(p, s)) for p in range(passages)] for s, text in enumerate(texts)]
    documents = tuple(
        rc.document(
            text,
            title=f"What became of the sailings, part {s}",
            outlet=f"Gazette of Port {s}",
            author=f"Writer {s}",
            published=rc.Interval(
                f"2031-{1 + s % 12:02}-{1 + s % 28:02}", f"2031-{1 + s % 12:02}-{1 + s % 28:02}", "stated"
            ),
        )
        for s, text in enumerate(texts)
    )
    return rc.Analysis(
        documents=documents,
        provenance=tuple(rc.Provenance(d.doc, d.doc, d.doc, ()) for d in documents),
        events=tuple(_event(e, [row[e::events] for row in spans]) for e in range(events)),
        coverage=tuple(rc.Coverage(f"e{e}", d.doc, "covered", (), "") for e in range(events) for d in documents),
        claims=tuple(
            _claim(texts[s], row[p], p, s, events) for s, row in enumerate(spans) for p in range(passages)
        ),
        alignments=tuple(_pair(spans, p, s, events) for p in range(passages) for s in range(1, sources)),
        divergences=tuple(_divergence(spans, p, sources, events) for p in range(passages)),
    )  # fmt: skip


def _event(number: int, spans: list[list[rc.Span]]) -> rc.Event:
    day = f"2030-{1 + number % 12:02}-{1 + number % 28:02}"
    mentions = tuple(span for row in spans for span in row)
    return rc.Event(
        f"e{number}",
        f"The end of sailing {number}",
        rc.EventDate(day, day, "stated"),
        (),
        mentions,
        "events.seed",
    )


def _claim(text: rc.Text, span: rc.Span, passage: int, source: int, events: int) -> rc.Claim:
    who, verb = WHO[(passage + source) % len(WHO)], HOW[(passage * source) % len(HOW)]
    at = (span.start + len(who) + 1, span.start + len(who) + 1 + len(verb))
    slot, none = rc.Slot("expressed", ((span.start, span.start + len(who)),), None), rc.Slot("unread")
    return rc.Claim(
        f"q{passage}-{source}", f"e{passage % events}", f"p{passage}", span, at, verb, (), slot, none, none,
        none, (), "+", "asserted", (), "narrator", None, "claims.clause",
    )  # fmt: skip


def _pair(spans: list[list[rc.Span]], passage: int, source: int, events: int) -> rc.Alignment:
    shared = rc.AlignmentEvidence((), ("sailing", "ships", "nobody", "Kelm"))
    a, b = spans[0][passage], spans[source][passage]
    return rc.Alignment(a, b, f"e{passage % events}", 0.9, "aligned", shared, "events.align")


def _divergence(spans: list[list[rc.Span]], passage: int, sources: int, events: int) -> rc.Divergence:
    chosen = sorted({(passage + step) % sources for step in range(6)})
    evidence = tuple(
        rc.Evidence(spans[s][passage], f"names {WHO[(passage + s) % len(WHO)].lower()}", "narrator")
        for s in chosen
    )
    says = f"Who ended sailing {passage} is told in several ways."
    return rc.Divergence(
        f"d{passage}",
        "agency",
        f"e{passage % events}",
        passage + 1,
        2,
        says,
        evidence,
        (),
        "divergence.agent",
    )
