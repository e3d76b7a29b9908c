# ruff: noqa: E501
"""An invented analysis of four invented texts, with every kind of record that a report prints."""

from __future__ import annotations

import hashlib
import re

from checker.model import (
    Alignment,
    AlignmentEvidence,
    Analysis,
    Attribution,
    Block,
    Candidate,
    Citation,
    Claim,
    Coverage,
    Difference,
    Divergence,
    Document,
    Entity,
    Event,
    EventDate,
    Evidence,
    Example,
    Framing,
    Group,
    Interval,
    Problem,
    Provenance,
    ProvenanceLink,
    Quotation,
    Rule,
    Slot,
    Span,
    Support,
    Target,
    TimeExpression,
    Variant,
    Work,
)

PACT = """# The Ferry Pact That Never Sailed

By Nora Quill

World Digest, 14 May 2021
[Harbour Times](#) 12 May 2021

Share this article with a friend. Follow World Digest on every channel.

In March 2021 the towns of Vessin and Orrin met on the island of Sel. According to several former harbour officials, the two sides appeared to have agreed that “Orrin would give up the northern pier and in return receive ice-free berths from a group of towns.”

“We will sign if the berths are guaranteed,” said mayor Ilva Brandt of Orrin, “and not before.” Her deputy, Tomas Reker, recalled in a [radio talk](#radio) that he initialed the draft himself, “although I may be mistaken about the day.”

All of it was stopped by the shipping league. On April 13 the envoys were still in Sel; two days later, on April 17, they had gone home. Some 40 vessels stayed in port.

Vessin’s harbour master Odo Lind said that the league had told him there were “towns along the coast that want the dispute to continue.” The so-called pact, he added, was dead.

© World Digest. All rights reserved. Contact the desk for reprints.
"""

SECOND = """# Why Orrin Walked Away

By Nora Quill

World Digest, 4 June 2021
[Coastal Review](https://coastal.example/quill) 2 June 2021

Share this article with a friend. Follow World Digest on every channel.

The draft pact initialed on Sel in March 2021 promised that “Orrin would give up the northern pier . . .” It was a done deal. The shipping league and the island bank buried it.

Tomas Reker confirmed that he had initialed it. Ilva Brandt told the council: “We shall sign when the berths are guaranteed.”

The harbour master of Vessin says the league wants “the dispute to continue.” Fifty vessels stayed in port, according to [the port log](https://log.example/2021?x=1&y=2).

© World Digest. All rights reserved. Contact the desk for reprints.
"""

LEDGER = """The Quiet End of the Sel Talks

Edda Holm, Northern Ledger

20 January 2022. Translated from the original.

By May the talks had broken down. It would be wrong to say that Orrin’s mayor disrupted them, the historian Piet Aarle argues: she “did not disrupt a single session.”

The pact was never signed, left-leaning weeklies in Vessin write. A guarantee, says Aarle, could work only on the basis of a unanimous vote of the towns.

The harbour war, as the Ledger calls it, left about 40 ships idle. See also: http://ledger.example/archive <script>alert("never")</script> and an "onload=alert(1) x=" that is no attribute.
"""

EARLY = """ميناء سل قبل المحادثات

كتبت سلمى ناصر أن «الميناء مغلق» منذ شهر، وأن البلدتين لم تتفقا بعد.
"""

_LINK = re.compile(r"\[[^\]\n]+\](\([^)\n]*\))")


def blocks(text: str) -> tuple[Block, ...]:
    """One block a line that is not empty."""
    found, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            kind = "heading" if line.startswith("# ") else "paragraph"
            found.append(Block(at, at + len(line), kind))
        at += len(line) + 1
    return tuple(found)


def markup(text: str) -> tuple[tuple[int, int], ...]:
    """Heading signs and the parts of links that a reader does not see."""
    found = [(m.start(), m.end()) for m in re.finditer(r"^# ", text, re.MULTILINE)]
    for m in _LINK.finditer(text):
        found += [(m.start(), m.start() + 1), (m.start(1) - 1, m.end())]
    return tuple(sorted(found))


class Text:
    """Finds places by their words."""

    def __init__(self, doc: str, text: str) -> None:
        self.doc, self.text = doc, text

    def span(self, words: str, nth: int = 0) -> Span:
        at = -1
        for _ in range(nth + 1):
            at = self.text.index(words, at + 1)
        return Span(self.doc, at, at + len(words))

    def at(self, words: str, nth: int = 0) -> tuple[int, int]:
        span = self.span(words, nth)
        return span.start, span.end


A, B, C, D = (
    Text("000_pact.md", PACT),
    Text("001_second.md", SECOND),
    Text("002_ledger.txt", LEDGER),
    Text("003_early.txt", EARLY),
)


def document(t: Text, *, furniture: tuple[str, ...] = (), **more: object) -> Document:
    """A document of a text; blocks that start with a word of `furniture` are page furniture."""
    found = blocks(t.text)
    outside = [b for b in found if t.text[b.start : b.end].startswith(furniture)] if furniture else []
    fields: dict[str, object] = {
        "doc": t.doc,
        "path": t.doc,
        "sha256": hashlib.sha256(t.text.encode("utf-8", "surrogatepass")).hexdigest(),
        "text_sha256": hashlib.sha256(t.text.encode("utf-8", "surrogatepass")).hexdigest(),
        "extractor": "text/1",
        "media_type": "text/plain",
        "title": None,
        "outlet": None,
        "author": None,
        "published": None,
        "language": "en",
        "role": "secondary",
        "body": tuple((b.start, b.end) for b in found if b not in outside),
        "boilerplate": tuple((b.start, b.end) for b in outside),
        "text": t.text,
        "blocks": found,
        "markup": markup(t.text),
    }
    return Document(**{**fields, **more})  # type: ignore[arg-type]


def _day(iso: str) -> Interval:
    return Interval(iso, iso, "stated below the title")


DOCUMENTS = (
    document(
        A,
        furniture=("By", "World", "[", "Share", "©"),
        title="The Ferry Pact That Never Sailed",
        outlet="World Digest",
        author="Nora Quill",
        published=_day("2021-05-12"),
        candidates=(
            Candidate("author", "Nora Quill", "extract.byline", A.span("Nora Quill")),
            Candidate("date", "2021-05-12", "extract.date", A.span("12 May 2021")),
        ),
    ),
    document(
        B,
        furniture=("By", "World", "[", "Share", "©"),
        title="Why Orrin Walked Away",
        outlet="World Digest",
        author="Nora Quill",
        published=_day("2021-06-02"),
    ),
    document(
        C,
        furniture=("Edda",),
        title="The Quiet End of the Sel Talks",
        outlet="Northern Ledger",
        author="Edda Holm",
        published=Interval("2022-01-20", "9999-12-31", "the text was revised after this day"),
    ),
    document(
        D,
        title="ميناء سل قبل المحادثات",
        outlet="The Port Paper",
        published=_day("2014-03-03"),
        language="ar",
    ),
)


def _said(t: Text, id_: str, source: str, cue: str, content: str, kind: str, **more: object) -> Attribution:
    fields: dict[str, object] = {
        "doc": t.doc,
        "id": id_,
        "source": (t.at(source),) if source else None,
        "speaker": None,
        "cue": (t.at(cue),) if cue else None,
        "content": (t.at(content),),
        "kind": kind,
        "polarity": "+",
        "hedge": (),
        "naming": "named" if source else "none",
        "outer": None,
        "venue": None,
        "rule": "attribution.cue",
    }
    return Attribution(**{**fields, **more})  # type: ignore[arg-type]


ATTRIBUTIONS = (
    _said(
        A, "a1", "several former harbour officials", "According to",
        "the two sides appeared to have agreed that “Orrin would give up the northern pier and in return receive "
        "ice-free berths from a group of towns.”",
        "mixed", hedge=(A.at("appeared to have"),), naming="described",
    ),
    _said(A, "a2", "mayor Ilva Brandt of Orrin", "said", "“We will sign if the berths are guaranteed,”", "direct", speaker="brandt"),
    _said(A, "a3", "Tomas Reker", "recalled", "that he initialed the draft himself, “although I may be mistaken about the day.”", "mixed", speaker="reker"),
    _said(A, "a4", "harbour master Odo Lind", "said", "that the league had told him there were “towns along the coast that want the dispute to continue.”", "indirect", speaker="lind"),
    _said(A, "a5", "the league", "told him", "there were “towns along the coast that want the dispute to continue.”", "mixed", outer="a4", naming="described"),
    _said(B, "b1", "", "promised", "“Orrin would give up the northern pier . . .”", "direct"),
    _said(B, "b2", "Tomas Reker", "confirmed", "that he had initialed it", "indirect", speaker="reker"),
    _said(B, "b3", "Ilva Brandt", "told the council", "“We shall sign when the berths are guaranteed.”", "direct", speaker="brandt"),
    _said(B, "b4", "The harbour master of Vessin", "says", "the league wants “the dispute to continue.”", "mixed", speaker="lind"),
    _said(C, "c1", "the historian Piet Aarle", "argues", "It would be wrong to say that Orrin’s mayor disrupted them", "indirect", speaker="aarle"),
    _said(C, "c2", "left-leaning weeklies in Vessin", "write", "The pact was never signed", "indirect", naming="described"),
    _said(D, "d1", "سلمى ناصر", "كتبت", "«الميناء مغلق»", "direct", speaker="nasir"),
)  # fmt: skip


def _claim(
    t: Text, id_: str, event: str, proposition: str, words: str, verb: str, agent: str | None, **more: object
) -> Claim:
    whole = t.span(words)
    start = whole.start + words.index(agent) if agent else 0
    spans = ((start, start + len(agent)),) if agent else ()
    fields: dict[str, object] = {
        "claim": id_,
        "event": event,
        "proposition": proposition,
        "span": whole,
        "predicate": t.at(verb),
        "lemma": verb,
        "classes": (),
        "agent": Slot("expressed", spans, None) if agent else Slot("absent"),
        "patient": Slot("unread"),
        "place": Slot("unread"),
        "time": Slot("unread"),
        "numbers": (),
        "polarity": "+",
        "certainty": "asserted",
        "cues": (),
        "voice": "narrator",
        "attribution": None,
        "rule": "claims.clause",
    }
    return Claim(**{**fields, **more})  # type: ignore[arg-type]


CLAIMS = (
    _claim(A, "q1", "end", "p-end", "All of it was stopped by the shipping league.", "was stopped", "the shipping league"),
    _claim(B, "q2", "end", "p-end", "The shipping league and the island bank buried it.", "buried", "The shipping league and the island bank"),
    _claim(C, "q3", "end", "p-end", "By May the talks had broken down.", "had broken down", None),
    _claim(C, "q4", "end", "p-end", "Orrin’s mayor disrupted them", "disrupted", "Orrin’s mayor", polarity="-", certainty="denied", voice="reported", attribution="c1", cues=(C.at("It would be wrong"),)),
    _claim(A, "q5", "sel", "p-init", "he initialed the draft himself", "initialed", "he", voice="reported", attribution="a3", certainty="hedged", cues=(A.at("may be mistaken"),)),
    _claim(B, "q6", "sel", "p-init", "he had initialed it", "had initialed", "he", voice="reported", attribution="b2"),
    _claim(B, "q7", "sel", "p-deal", "It was a done deal.", "was", "It"),
    _claim(A, "q8", "end", "p-ships", "Some 40 vessels stayed in port.", "stayed", "Some 40 vessels", numbers=(A.at("40"),)),
    _claim(B, "q9", "end", "p-ships", "Fifty vessels stayed in port", "stayed", "Fifty vessels", numbers=(B.at("Fifty"),)),
)  # fmt: skip

EVENTS = (
    Event("sel", "The draft of Sel", EventDate("2021-03-01", "2021-03-31", "“In March 2021” in two texts"), ("brandt", "reker"),
          (A.span("In March 2021 the towns of Vessin and Orrin met on the island of Sel."), A.span("he initialed the draft himself"),
           B.span("The draft pact initialed on Sel in March 2021")), "events.seed", "g1"),
    Event("end", "How the talks ended", EventDate("2021-04-13", "2021-05-31", "stated"), ("lind",),
          (A.span("All of it was stopped by the shipping league."), B.span("The shipping league and the island bank buried it."),
           C.span("By May the talks had broken down.")), "events.seed", "g1"),
)  # fmt: skip

COVERAGE = (
    Coverage("sel", A.doc, "covered", (), ""),
    Coverage("sel", B.doc, "covered", (), ""),
    Coverage(
        "sel", C.doc, "left_out", ("Sel", "draft", "initialed"), "later than the event, two others tell it"
    ),
    Coverage("sel", D.doc, "no_passage_found", ("Sel",), "earlier than the event"),
    Coverage("sel", "The Island Gazette", "not_collected", (), "cited by one text"),
    Coverage("end", A.doc, "covered", (), ""),
    Coverage("end", B.doc, "covered", (), ""),
    Coverage("end", C.doc, "possible", (), ""),
    Coverage("end", D.doc, "no_passage_found", ("league",), "earlier than the event"),
    Coverage("end", "The Island Gazette", "not_collected", (), "cited by one text"),
)

V1 = A.span(
    "“Orrin would give up the northern pier and in return receive ice-free berths from a group of towns.”"
)
V2 = B.span("“Orrin would give up the northern pier . . .”")
W1 = A.span("“We will sign if the berths are guaranteed,”")
W2 = B.span("“We shall sign when the berths are guaranteed.”")
QUOTATIONS = (
    Quotation("u1", (Variant(V1, None, "a1"), Variant(V2, None, "b1")),
              (Difference("hidden", A.span("and in return receive ice-free berths from a group of towns"), B.span(". . ."), "condition cut", True),), "quotation.cut"),
    Quotation("u2", (Variant(W1, "brandt", "a2"), Variant(W2, "brandt", "b3")),
              (Difference("replace", A.span("will"), B.span("shall"), "modal", True), Difference("replace", A.span("if"), B.span("when"), "condition or time", True),
               Difference("replace", Span(A.doc, W1.end - 2, W1.end - 1), Span(B.doc, W2.end - 2, W2.end - 1), "final punctuation", False)), "quotation.wording"),
)  # fmt: skip


def _shows(
    span: Span, role: str, voice: str = "narrator", by: str | None = None, certainty: str = "asserted"
) -> Evidence:
    return Evidence(span, role, voice, by, certainty)  # type: ignore[arg-type]


DIVERGENCES = (
    Divergence("d-agency", "agency", "end", 1, 3, "Who ended the talks is told four ways: the league alone, the league with the bank, not the mayor, or nobody.",
               (_shows(A.span("was stopped by the shipping league"), "names the league"),
                _shows(B.span("The shipping league and the island bank buried it"), "names the league and the bank"),
                _shows(C.span("Orrin’s mayor disrupted them"), "not the mayor", "reported", "aarle", "denied"),
                _shows(C.span("the talks had broken down"), "nobody: no agent in the sentence")), (D.doc,), "divergence.agent", "One author wrote the first two, three weeks apart."),
    Divergence("d-cut", "quotation", "sel", 2, 3, "Coastal Review ends the sentence at “pier” and leaves off what Orrin would get for it.",
               (_shows(V2, "ends at an ellipsis", "quoted"), _shows(V1, "has the other half", "quoted", "several former harbour officials", "hedged")), (), "divergence.cut", "The original is not collected."),
    Divergence("d-hedge", "certainty", "sel", 3, 2, "The speaker’s own “may be mistaken” is gone where the second text says he “confirmed” it.",
               (_shows(A.span("I may be mistaken about the day"), "hedges", "quoted", "reker", "hedged"), _shows(B.span("confirmed that he had initialed it"), "asserts", "reported", "reker")), (), "divergence.hedge"),
    Divergence("d-voice", "attribution", "sel", 4, 2, "What officials said “appeared” to be agreed is told, three weeks later, as a deal.",
               (_shows(A.span("According to several former harbour officials, the two sides appeared to have agreed"), "named as a report", "reported", "several former harbour officials", "hedged"), _shows(B.span("It was a done deal."), "the narrator’s own")), (), "divergence.voice"),
    Divergence("d-number", "number", "end", 5, 2, "How many ships stayed in port: 40 or fifty.",
               (_shows(A.span("Some 40 vessels"), "40"), _shows(B.span("Fifty vessels stayed in port"), "fifty", "reported", "the port log"), _shows(C.span("about 40 ships idle"), "about 40")), (), "divergence.number"),
    Divergence("d-date", "inconsistency", "end", 6, 2, "13 April and two days make 15 April, not 17 April.",
               (_shows(A.span("On April 13"), "13 April"), _shows(A.span("two days later, on April 17"), "17 April")), (), "divergence.arithmetic"),
    Divergence("d-label", "label", "end", 7, 1, "One text says “harbour war” in its own voice; the others say “dispute”, and only inside a quotation.",
               (_shows(C.span("The harbour war"), "war"), _shows(A.span("the dispute to continue"), "dispute", "quoted", "lind")), (), "divergence.label"),
    Divergence("d-signed", "certainty", "sel", 8, 1, "One text reports that nothing was signed.", (_shows(C.span("The pact was never signed"), "never signed", "reported", "left-leaning weeklies", "denied"),), (A.doc, B.doc), "divergence.denied"),
    Divergence("d-only", "omission", "sel", 9, 1, "Only one text says that a guarantee needs a unanimous vote.", (_shows(C.span("unanimous vote"), "says so"),), (A.doc, B.doc), "divergence.omission"),
    Divergence("d-towns", "quotation", "end", 10, 1, "“Towns along the coast” become the league.",
               (_shows(A.span("towns along the coast that want the dispute to continue"), "towns", "quoted", "lind"), _shows(B.span("the league wants “the dispute to continue.”"), "the league", "reported", "lind")), (), "divergence.bracket"),
    Divergence("d-late", "date", None, 11, 1, "May or April.", (_shows(C.span("By May"), "May"), _shows(A.span("April 17"), "April")), (), "divergence.date"),
)  # fmt: skip

FRAMING = (
    Framing(
        A.span("The so-called pact"),
        "scare_quote",
        A.at("so-called"),
        "reported",
        "lind",
        "end",
        "framing.scare",
    ),
    Framing(
        C.span("The harbour war"), "label", C.at("harbour war"), "narrator", None, "end", "framing.label"
    ),
    Framing(B.span("buried it"), "loaded_verb", B.at("buried"), "narrator", None, "end", "framing.verb"),
    Framing(
        B.span("It was a done deal."),
        "loaded_noun",
        B.at("done deal"),
        "narrator",
        None,
        None,
        "framing.verb",
    ),
)
CITATIONS = (
    Citation("k1", "link", A.span("[radio talk](#radio)"), None, "unresolvable", "the link leads nowhere: #radio", "citation.anchor"),
    Citation("k2", "link", B.span("[the port log](https://log.example/2021?x=1&y=2)"), Target(url="https://log.example/2021?x=1&y=2"), "unchecked", "the run was offline", "citation.link"),
    Citation("k3", "bare", C.span("http://ledger.example/archive"), Target(url="javascript:alert(1)", outlet="Northern Ledger", date="2021-04-01"), "gone", "the server says 410", "citation.link"),
    Citation("k4", "outlet", B.span("[Coastal Review](https://coastal.example/quill)"), Target(doc=A.doc), "in_corpus", "same title", "citation.outlet", "Nora Quill", B.span("The shipping league and the island bank buried it."), ("The text names another day.",), Support("possibly", A.span("Some 40 vessels stayed in port."), "Much of it is there.")),
)  # fmt: skip
PROVENANCE = (
    Provenance(A.doc, "harbour-times", "Nora Quill", (ProvenanceLink("republication", Work(outlet="Harbour Times", date="2021-05-12"), "stated", (A.span("Harbour Times"),), "provenance.republished"),)),
    Provenance(B.doc, "coastal-review", "Nora Quill", (
        ProvenanceLink("republication", Work(outlet="Coastal Review", date="2021-06-02"), "stated", (B.span("Coastal Review"),), "provenance.republished"),
        ProvenanceLink("same_author", Work(doc=A.doc), "stated", (B.span("Nora Quill"),), "provenance.author"))),
    Provenance(C.doc, "ledger", C.doc, (ProvenanceLink("translation", Work(outlet="Northern Ledger"), "inferred", (C.span("Translated from the original."),), "provenance.translated"),)),
    Provenance(D.doc, D.doc, D.doc, ()),
)  # fmt: skip
ALIGNMENTS = (
    Alignment(A.span("All of it was stopped by the shipping league."), B.span("The shipping league and the island bank buried it."), "end", 0.8, "aligned", AlignmentEvidence((), ("shipping league",)), "events.align"),
    Alignment(A.span("Some 40 vessels stayed in port."), C.span("left about 40 ships idle"), "end", 0.4, "possible", AlignmentEvidence((), (), (), ("40",)), "events.align"),
)  # fmt: skip
TIMES = (
    TimeExpression(
        A.span("two days later, on April 17"), "2021-04-17", "2021-04-17", None, "anchored", "time.relative"
    ),
)
PROBLEMS = (
    Problem(
        C.doc,
        "provenance",
        "The wording came through a translation",
        "It is not charged to the outlet; read the original.",
    ),
    Problem(None, "citation", "Links were not followed", "Run again with --online to check them."),
)
RULES = tuple(
    Rule(id_, title, says, (Example("The bridge was closed by the council.", ("by the council",)), Example("It closed.", ("closed",))))
    for id_, title, says in (
        ("divergence.agent", "different agents of one outcome", "Two sources name different agents for one outcome, or one names none."),
        ("divergence.cut", "quotation cut before its condition", "A quotation stops where another source goes on with a condition."),
        ("claims.clause", "a clause with its slots", "A clause that says that something happened."),
    )
)  # fmt: skip


def analysis(**changes: object) -> Analysis:
    """The whole analysis; fields may be replaced."""
    mentions = {
        "brandt": A.span("Ilva Brandt"),
        "reker": A.span("Tomas Reker"),
        "lind": A.span("Odo Lind"),
        "aarle": C.span("Piet Aarle"),
        "nasir": D.span("سلمى ناصر"),
    }
    fields: dict[str, object] = {
        "documents": DOCUMENTS,
        "provenance": PROVENANCE,
        "groups": (Group("g1", (A.doc, B.doc, C.doc)),),
        "entities": tuple(Entity(k, v.of({A.doc: PACT, C.doc: LEDGER, D.doc: EARLY}[v.doc]), "PERSON", (v,)) for k, v in mentions.items()),
        "times": TIMES,
        "attributions": ATTRIBUTIONS,
        "quotations": QUOTATIONS,
        "events": EVENTS,
        "alignments": ALIGNMENTS,
        "claims": CLAIMS,
        "framing": FRAMING,
        "coverage": COVERAGE,
        "divergences": DIVERGENCES,
        "citations": CITATIONS,
        "problems": PROBLEMS,
    }  # fmt: skip
    return Analysis(**{**fields, **changes})  # type: ignore[arg-type]
