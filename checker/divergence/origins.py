"""Texts that are not two witnesses: one author, one origin, a translation, a wire text in other clothes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from checker.divergence import revisions, rewriting, unmarked, wording_shared
from checker.divergence.draft import SPANS, Draft, Facts, joined, listed
from checker.model import Document, Evidence, Example, ProvenanceLink, Rule, Span

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
        "The text says that it was translated, or traces in it show that: its choice of words is not its first "
        "outlet's. Where its original is among the texts, the two are one voice.",
        (
            Example("“It is over,— said Brandt. / a so—called truce", (",— said", "so—called")),
            Example(
                "Translated by Ira Voss / Translated from the Danish", ("Translated by", "Translated from")
            ),
        ),
    ),
    *revisions.RULES,
    *rewriting.RULES,
    *unmarked.RULES,
)
ONE_TEXT = {"republication", "shared_text", "revision", "archive"}
WHOLE, MOST = 0.6, 0.75
"""Share of the words of either of two texts that the other has, and of each of several, for them to be one text."""


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `provenance`."""
    texts, families = _one_text(facts), rewriting.find(facts)
    rest = [family for family in families if not any(_docs(family) & _docs(text) for text in texts)]
    folded = [_with_kin(facts, text, families) for text in texts]
    found = [*folded, *rest, *_one_author(facts), *_translated(facts)]
    return [*found, *revisions.find(facts), *unmarked.find(facts)]


def _docs(draft: Draft) -> set[str]:
    return {e.span.doc for e in draft.evidence}


def _with_kin(facts: Facts, text: Draft, families: list[Draft]) -> Draft:
    """One text with the others named that share wording with it."""
    own = _docs(text)
    rows = [e for family in families if _docs(family) & own for e in family.evidence if e.span.doc not in own]
    more = {e.span.doc: e for e in rows[::-1]}
    if not more:
        return text
    shown = [more[doc] for doc in sorted(more)][: SPANS - 2]
    verb = "shares" if len(shown) == 1 else "share"
    told = f"{text.statement} {listed([facts.name(e.span.doc) for e in shown])} {verb} wording with them."
    return replace(text, statement=told, evidence=(*text.evidence[: SPANS - len(shown)], *shown))


def _one_text(facts: Facts) -> list[Draft]:
    """One draft an origin: texts that are one text, printed or captured more than once."""
    origins, text_of = defaultdict[str, list[str]](list), _texts(facts)
    for doc in sorted(facts.documents):
        if doc in facts.provenance:
            origins[text_of[doc]].append(doc)
    drafts = []
    for docs in (row for found in origins.values() for row in wording_shared.alike(facts, found)):
        evidence = [e for doc in docs for e in _shown(facts, doc, {*ONE_TEXT, "same_author"}, docs)]
        held = {e.span.doc for e in evidence}
        evidence += [e for doc in docs if doc not in held for e in _headline(facts, doc)]
        if len(docs) > 1 and held and len({e.span.doc for e in evidence}) > 1:
            drafts.append(_voice_draft(docs, evidence, _same_text(facts, docs)))
    return drafts


def _texts(facts: Facts) -> dict[str, str]:
    """Document -> the smallest id among the documents that are one text with it."""
    known = facts.provenance
    links = ((doc, k.of.doc) for doc, p in known.items() for k in p.links if k.relation in ONE_TEXT)
    groups = joined({doc, other} for doc, other in links if other in known)
    return {doc: doc for doc in known} | {doc: min(group) for group in groups for doc in group}


def _same_text(facts: Facts, docs: list[str]) -> str:
    copies = [
        (doc, link)
        for doc in docs
        for link in facts.provenance[doc].links
        if link.relation == "republication" and link.of.doc in docs
    ]
    if copies and len(docs) == 2:
        copy, link = copies[0]
        return f"{facts.name(copy)} says that its text is that of {facts.name(str(link.of.doc))}"
    held = [max(wording_shared.share(facts, doc, other) for other in docs if other != doc) for doc in docs]
    if len(docs) == 2 and min(held) < WHOLE:
        short, long = sorted(docs, key=lambda doc: -held[docs.index(doc)])
        common, size = wording_shared.held(facts, short, long)
        part = f"{common} of the {size} words of the article from {facts.name(short)}"
        return f"{part} stand in {facts.name(long)} too"
    credited = set.intersection(*(_agencies(facts, doc) for doc in docs))
    if min(held) < MOST and credited:
        return f"The texts from {_names(facts, docs)} all come from {min(credited)}"
    how = "one text in the main" if min(held) >= MOST else "in great part one text"
    return f"The texts from {_names(facts, docs)} are {how}{_by(facts, docs)}"


def _agencies(facts: Facts, doc: str) -> set[str]:
    """The outlets whose text a document says it prints."""
    links = facts.provenance[doc].links
    return {k.of.outlet for k in links if k.relation == "republication" and k.of.outlet}


def _one_author(facts: Facts) -> list[Draft]:
    """One draft a voice: different texts by one author, each text once."""
    voices, text_of = defaultdict[str, dict[str, str]](dict), _texts(facts)
    for doc in sorted(facts.documents):
        if doc in facts.provenance and any(k.relation == "same_author" for k in facts.provenance[doc].links):
            voices[facts.voice_of(doc)].setdefault(text_of[doc], doc)
    drafts = []
    for texts in voices.values():
        docs = sorted(texts.values())
        evidence = [e for doc in docs for e in _shown(facts, doc, {"same_author", "republication"})]
        if len(docs) > 1 and len({e.span.doc for e in evidence}) > 1:
            told = (
                f"The texts from {_names(facts, docs)} are by one author{_by(facts, docs)}{_via(facts, docs)}"
            )
            drafts.append(_voice_draft(docs, evidence, told))
    return drafts


def _voice_draft(docs: list[str], evidence: list[Evidence], told: str) -> Draft:
    return Draft(
        kind="provenance",
        importance=3,
        weight=len(docs) + 5,
        statement=f"{told}: they count as one voice.",
        evidence=tuple(_turns(evidence)),
        rule="divergence.one-voice",
    )


def _by(facts: Facts, docs: list[str]) -> str:
    """`, Ilse Marn`, in the fullest form that one of the texts has."""
    names = [a for a in (facts.documents[d].author for d in docs) if a]
    known = max(names, key=len, default="")
    return f", {known}" if known and len({n.split()[-1].casefold() for n in names}) == 1 else ""


def _via(facts: Facts, docs: list[str]) -> str:
    outlets = {facts.documents[d].outlet for d in docs}
    through = outlets.pop() if len(outlets) == 1 else None
    return f", and both came through {through}" if through and len(docs) == 2 else ""


def _names(facts: Facts, docs: list[str]) -> str:
    more = f" and {len(docs) - 6} more" if len(docs) > 6 else ""
    return listed([facts.name(d) for d in docs][:6]) + more


def _shown(facts: Facts, doc: str, relations: set[str], docs: list[str] | None = None) -> list[Evidence]:
    """What shows a text's links of some kinds: to any text, or to some and to those that are not here."""
    links = facts.provenance[doc].links if doc in facts.provenance else ()
    rows: dict[tuple[int, int], Evidence] = {}
    for link in links:
        apart = docs is not None and link.of.doc is not None and link.of.doc not in docs
        for span in link.evidence if link.relation in relations and not apart else ():
            if span.doc == doc:
                rows.setdefault((span.start, span.end), Evidence(facts.cut(span, 200), _role(link)))
    return list(rows.values())


def _headline(facts: Facts, doc: str) -> list[Evidence]:
    """The headline of an original, which says nothing itself of the texts made from it."""
    place = _title(facts.documents[doc])
    return [Evidence(facts.cut(place, 200), "the original")] if place else []


def _title(document: Document) -> Span | None:
    known = next((c.span for c in document.candidates if c.name == "title" and c.span), None)
    if known or not document.title:
        return known
    at = document.text.find(document.title)
    return Span(document.doc, at, at + len(document.title)) if at >= 0 else None


def _role(link: ProvenanceLink) -> str:
    words = {"same_author": "same author", "shared_text": "shared text"}.get(link.relation, link.relation)
    return f"{words}, {link.basis}"


def _turns(evidence: list[Evidence]) -> list[Evidence]:
    """At most SPANS, every text in turn; what a text says of itself before what it only shares."""
    queues: dict[str, list[Evidence]] = defaultdict(list)
    for row in sorted(evidence, key=lambda e: (e.role.startswith("shared"), e.span)):
        queues[row.span.doc].append(row)
    turns = [row for turn in range(SPANS) for queue in queues.values() for row in queue[turn : turn + 1]]
    return sorted(turns[:SPANS], key=lambda e: e.span)


def _translated(facts: Facts) -> list[Draft]:
    drafts = []
    for doc in sorted(facts.documents.keys() & facts.provenance.keys()):
        links = [k for k in facts.provenance[doc].links if k.relation == "translation"]
        origin = next((k.of.outlet for k in links if k.of.outlet), None)
        rows = [r for r in _shown(facts, doc, {"translation"}) if not _is_name(facts.quote(r.span), origin)]
        if rows:
            drafts.append(_translation(facts, doc, links, rows))
    return drafts


def _translation(facts: Facts, doc: str, links: list[ProvenanceLink], rows: list[Evidence]) -> Draft:
    origin = next((k.of.outlet for k in links if k.of.outlet), None)
    original = next((k.of.doc for k in links if k.of.doc in facts.documents), None)
    basis = "says that it is" if links[0].basis == "stated" else "reads like"
    whose = f" of {origin}" if origin and not original else ""
    told = f"The text{whose} {basis} a translation: its choice of words is not {origin or 'the author'}'s."
    if original:
        told = (
            f"{facts.name(doc)} {basis} a translation of the text from {facts.name(original)}: they count as one "
            f"voice, and its choice of words is not the author's."
        )
        rows = [*rows[: SPANS - 1], *_headline(facts, original)]
    return Draft(
        kind="provenance",
        importance=3 if original else 2,
        weight=4,
        statement=told,
        evidence=tuple(rows[:SPANS]),
        rule="divergence.through-translation",
    )


def _is_name(words: str, origin: str | None) -> bool:
    """Whether a span only names the outlet, in full or by its initials: that shows no translation."""
    initials = "".join(word[0] for word in (origin or "").split())
    return words.strip() in {origin, initials}
