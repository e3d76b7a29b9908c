"""Texts that are not two witnesses: one author, one origin, a translation."""

from __future__ import annotations

from collections import defaultdict

from checker.divergence.draft import SPANS, Draft, Facts, listed
from checker.model import Evidence, Example, ProvenanceLink, Rule

RULES = (
    Rule(
        "divergence.one-voice",
        "Several texts, one voice",
        "Texts of one author or one origin are one voice: what they say alike is said once.",
        (
            Example("By Ilse Marn / By Ilse Marn", ("By Ilse Marn",)),
            Example(
                "The original source of this article is Harbour Post / Harbour Post, 3 May 2031",
                ("The original source of this article is Harbour Post",),
            ),
        ),
    ),
    Rule(
        "divergence.through-translation",
        "A text that came through a translation",
        "Traces in the text show that it was translated; its choice of words is not its first outlet's.",
        (
            Example("“It is over,— said Brandt. / a so—called truce", (",— said", "so—called")),
            Example(
                "Translated by Ira Voss / Translated from the Danish", ("Translated by", "Translated from")
            ),
        ),
    ),
)


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `provenance`."""
    return [*_one_voice(facts), *_translated(facts)]


def _one_voice(facts: Facts) -> list[Draft]:
    voices: dict[str, list[str]] = defaultdict(list)
    for doc in sorted(facts.documents):
        voices[facts.voice_of(doc)].append(doc)
    drafts = []
    for _, docs in sorted(voices.items()):
        evidence = [
            e
            for doc in docs
            for e in _shown(facts, doc, {"same_author", "republication", "shared_text", "revision"})
        ]
        if len(docs) > 1 and len({e.span.doc for e in evidence}) > 1:
            drafts.append(
                Draft(
                    kind="provenance",
                    importance=3,
                    weight=len(docs) + 5,
                    statement=_one(facts, docs),
                    evidence=tuple(_turns(evidence)),
                    rule="divergence.one-voice",
                )
            )
    return drafts


def _one(facts: Facts, docs: list[str]) -> str:
    authors = {facts.documents[d].author for d in docs}
    outlets = {facts.documents[d].outlet for d in docs}
    by = (
        f" are by one author, {authors.pop()}"
        if len(authors) == 1 and None not in authors
        else " have one origin"
    )
    through = outlets.pop() if len(outlets) == 1 else None
    via = f", and both came through {through}" if through and len(docs) == 2 else ""
    names = listed([facts.name(d) for d in docs][:6]) + (
        f" and {len(docs) - 6} more" if len(docs) > 6 else ""
    )
    return f"The texts from {names}{by}{via}: one voice, and what they say alike is said once."


def _shown(facts: Facts, doc: str, relations: set[str]) -> list[Evidence]:
    links = facts.provenance[doc].links if doc in facts.provenance else ()
    rows: dict[tuple[int, int], Evidence] = {}
    for link in links:
        for span in link.evidence if link.relation in relations else ():
            if span.doc == doc:
                rows.setdefault((span.start, span.end), Evidence(facts.cut(span, 200), _role(link)))
    return list(rows.values())


def _role(link: ProvenanceLink) -> str:
    words = {"same_author": "same author", "shared_text": "shared text"}.get(link.relation, link.relation)
    return f"{words}, {link.basis}"


def _turns(evidence: list[Evidence]) -> list[Evidence]:
    """At most SPANS, every text in turn."""
    queues: dict[str, list[Evidence]] = defaultdict(list)
    for row in evidence:
        queues[row.span.doc].append(row)
    turns = [row for turn in range(SPANS) for queue in queues.values() for row in queue[turn : turn + 1]]
    return sorted(turns[:SPANS], key=lambda e: e.span)


def _translated(facts: Facts) -> list[Draft]:
    drafts = []
    for doc in sorted(facts.documents):
        links = (
            [k for k in facts.provenance[doc].links if k.relation == "translation"]
            if doc in facts.provenance
            else []
        )
        origin = next((k.of.outlet for k in links if k.of.outlet), None)
        rows = [r for r in _shown(facts, doc, {"translation"}) if not _is_name(facts.quote(r.span), origin)]
        if rows:
            basis = "says that it is" if links[0].basis == "stated" else "reads like"
            whose = f" of {origin}" if origin else ""
            drafts.append(
                Draft(
                    kind="provenance",
                    importance=2,
                    weight=4,
                    statement=(
                        f"The text{whose} {basis} a translation: its choice of words is not {origin or 'the author'}'s."
                    ),
                    evidence=tuple(rows[:SPANS]),
                    rule="divergence.through-translation",
                )
            )
    return drafts


def _is_name(words: str, origin: str | None) -> bool:
    """Whether a span only names the outlet, in full or by its initials: that shows no translation."""
    initials = "".join(word[0] for word in (origin or "").split())
    return words.strip() in {origin, initials}
