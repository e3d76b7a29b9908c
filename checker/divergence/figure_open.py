"""A question that a text leaves open in one place and takes as settled in another."""

from __future__ import annotations

from dataclasses import dataclass

from checker.divergence.draft import Draft, Facts
from checker.divergence.figure_deeds import Deed, Reader, governor, reader
from checker.divergence.figure_kin import lexicon
from checker.divergence.figure_pairs import too_long
from checker.divergence.phrasing import plain
from checker.model import Example, Parse, Rule, Sentence, Span, Token

SHOWN = 120
"""Characters of each of the two places that are shown."""
UNKNOWN = frozenset(
    {"unknown", "unclear", "uncertain", "unanswered", "unresolved", "unsure", "mystery", "doubtful", "open"}
)
KNOWING = frozenset({"know", "clear", "certain", "say", "tell", "sure", "establish", "confirm", "determine", "prove",
                     "settle", "verify", "swear", "ascertain", "decide", "learn", "see"})  # fmt: skip
NOT = frozenset({"not", "n't", "n’t", "never", "no", "nobody", "none", "neither", "cannot", "yet", "hard", "impossible",
                 "remains", "remain"})  # fmt: skip
FATE = frozenset({"fate", "future", "destiny"})
SETTLING = frozenset({"buy", "purchase", "acquire", "sell", "auction", "demolish", "raze", "approve", "award", "lease",
                      "convert", "scrap", "assign", "transfer", "rezone", "donate", "abolish", "dissolve", "merge",
                      "privatise", "privatize", "nationalise", "nationalize", "dismantle", "inherit"})  # fmt: skip
"""Deeds that settle what becomes of a thing."""
NOBODY = frozenset({"", "nobody", "no one", "none"})
_OPENING = frozenset({
    "if", "whether", "may", "might", "could", "would", "perhaps", "reportedly", "allegedly", "apparently", "probably",
    "possibly", "supposedly", "as", "unless", "had", "likely", "should", "seem", "seems", "now", "since", "later",
    "meanwhile", "finally", "eventually", "today",
})  # fmt: skip
"""Words that make a telling no plain one, or one of another moment."""
RULES = (
    Rule(
        "divergence.open-then-settled",
        "Left open, then taken as settled",
        "In its own words a text says that something is not known, or what will become of a thing, and elsewhere "
        "tells the same deed with the same thing, or one that settles its fate, as a fact.",
        (
            Example(
                "Whether anybody opened the letter is not known. Having opened the letter, the guards sent it on.",
                ("Whether anybody opened the letter is not known", "Having opened the letter"),
            ),
            Example(
                "It is unclear whether the divers found the bell. After finding the bell, the divers went home.",
                ("whether the divers found the bell", "After finding the bell"),
            ),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Question:
    """A deed that is left open: `things` are what it may be done to, "it" being any noun before it.

    Without a deed it is what will become of the things.
    """

    span: Span
    deed: Deed | None
    things: frozenset[str]
    sentence: Sentence


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `inconsistency`, one a question."""
    deeds, drafts = reader(facts), list[Draft]()
    for doc in sorted(facts.documents):
        parse, document = facts.parses[doc], facts.documents[doc]
        sentences = [s for s in parse.sentences if document.in_body(s.start, s.end) and not too_long(s)]
        for i, sentence in enumerate(sentences):
            for question in _questions(facts, deeds, parse, sentences, i):
                settled = [s for other in sentences if other is not sentence
                           for s in _settled(facts, deeds, parse, other, question)]  # fmt: skip
                drafts += [_draft(facts, question, settled[0])] if settled else []
    return drafts


def _questions(
    facts: Facts, reader: Reader, parse: Parse, sentences: list[Sentence], i: int
) -> list[Question]:
    """What a sentence of the narrator says is not known: whether or by whom something was done."""
    sentence, found = sentences[i], list[Question]()
    words = parse.tokens[sentence.first : sentence.last]
    lemmas = {t.lemma.lower() for t in words} | {t.text.lower() for t in words}
    if not lemmas & UNKNOWN and not (lemmas & NOT and lemmas & KNOWING):
        return found
    known = [t.end for t in words if t.lemma.lower() in UNKNOWN | KNOWING]
    for n in range(sentence.first, sentence.last):
        fate = _fate(reader, parse, n)
        if fate and _own(facts, parse.doc, parse.tokens[n].start, parse.tokens[n].end):
            low, high = min([parse.tokens[n].start, *known]), max([parse.tokens[n].end, *known])
            place = Span(parse.doc, parse.tokens[n].start if low < high - SHOWN else low, high)
            found.append(Question(facts.cut(place, SHOWN), None, fate, sentence))
        verb = _asked(parse, n)
        if verb is None or not _own(facts, parse.doc, parse.tokens[n].start, parse.tokens[n].end):
            continue
        deed = reader.deed(parse, verb)
        before = range(sentences[max(0, i - 1)].first, n)
        nouns = {k for j in before if (k := reader.key(parse, j))} if _of_pronoun(parse, verb) else set()
        if deed.patients | nouns and deed.lemma not in lexicon()["untimed"]["light"]:
            end = max([parse.tokens[verb].end, *(parse.tokens[c].end for c in deed.core), *known])
            span = facts.cut(Span(parse.doc, parse.tokens[n].start, end), SHOWN)
            found.append(Question(span, deed, deed.patients | nouns, sentence))
    return found


def _asked(parse: Parse, n: int) -> int | None:
    """The verb of the clause that "whether" or "who" opens behind a word of knowing or not knowing."""
    token = parse.tokens[n]
    head = parse.tokens[token.head]
    if head.pos != "VERB":
        return None
    if token.text.lower() == "whether":
        return token.head
    above = parse.tokens[head.head]
    unknown = above.lemma.lower() in UNKNOWN | KNOWING and head.dep in {
        "ccomp",
        "csubj",
        "csubjpass",
        "nsubj",
    }
    return token.head if token.text.lower() == "who" and token.dep == "nsubj" and unknown else None


def _own(facts: Facts, doc: str, start: int, end: int) -> bool:
    """Whether the narrator speaks; "nobody knows" gives the words to nobody."""
    voice, said = facts.voice_at(doc, start, end)
    return voice == "narrator" or (voice == "reported" and (facts.by(said) or "").lower() in NOBODY)


def _of_pronoun(parse: Parse, verb: int) -> bool:
    """Whether what the deed is done to is a pronoun, which may also have been tied to what follows."""
    following = parse.tokens[verb + 1 : verb + 2]
    objects = [parse.tokens[c] for c in parse.children(verb) if parse.tokens[c].dep in {"dobj", "nsubjpass"}]
    return any(
        t.pos == "PRON" and t.text.lower() in {"it", "them", "this", "that", "they"}
        for t in (*following, *objects)
    )


def _settled(
    facts: Facts, reader: Reader, parse: Parse, sentence: Sentence, question: Question
) -> list[Span]:
    """Where a sentence takes the deed as done, in the narrator's plain words."""
    found = []
    for n in range(sentence.first, sentence.last):
        token = parse.tokens[n]
        if token.pos != "VERB" or token.tag not in {"VBD", "VBN", "VBG"} or not _answers(question, token):
            continue
        if facts.voice_at(parse.doc, token.start, token.end)[0] != "narrator":
            continue
        deed, start = reader.deed(parse, n), _start(parse, n)
        around = {t.text.lower() for t in parse.tokens[max(sentence.first, start - 3) : n]}
        plainly = start < n or token.tag == "VBD"
        who = question.deed.agents & facts.entities.keys() if question.deed else frozenset()
        other = bool(who) and not who & (deed.agents or _doer(reader, parse, n))
        if plainly and deed.real and deed.patients & question.things and not around & _OPENING and not other:
            end = max((parse.tokens[i].end for i in deed.core), default=token.end)
            found.append(facts.cut(Span(parse.doc, parse.tokens[start].start, max(end, token.end)), SHOWN))
    return found


def _answers(question: Question, token: Token) -> bool:
    """Whether a verb tells the deed that was asked for; for a fate, any deed that settles it."""
    lemma = token.lemma.lower()
    return lemma == question.deed.lemma if question.deed else lemma in SETTLING and token.tag != "VBG"


def _fate(reader: Reader, parse: Parse, n: int) -> frozenset[str]:
    """Whose fate a word asks for: "what becomes of the field", "what will happen to it", "the future of the field"."""
    token = parse.tokens[n]
    asked = token.lemma.lower() in FATE or (
        token.lemma.lower() in {"become", "happen"}
        and any(parse.tokens[c].text.lower() == "what" for c in parse.children(n))
    )
    led = [c for c in parse.children(n) if parse.tokens[c].text.lower() in {"of", "to", "with"}]
    nouns = [k for c in led for k in parse.children(c) if parse.tokens[k].dep == "pobj"]
    nouns += [c for c in parse.children(n) if parse.tokens[c].dep == "poss"]
    return frozenset(k for i in nouns if (k := reader.key(parse, i))) if asked else frozenset()


def _doer(reader: Reader, parse: Parse, verb: int) -> frozenset[str]:
    """Who does what a participle tells: the subject of the verb above it."""
    above = governor(parse, verb)
    return reader.deed(parse, above).agents if above is not None else frozenset()


def _start(parse: Parse, verb: int) -> int:
    """The word that makes a participle a fact ("having read", "after reading"); else the verb itself."""
    before = parse.tokens[verb - 1].text.lower() if verb else ""
    return verb - 1 if before in {"having", "after", "by", "was", "were"} else verb


def _draft(facts: Facts, question: Question, settled: Span) -> Draft:
    return Draft(
        kind="inconsistency",
        importance=3,
        weight=5,
        statement=f"{facts.name(settled.doc)} leaves open “{plain(facts, question.span, SHOWN)}” and elsewhere takes "
        f"it as settled: “{plain(facts, settled, SHOWN)}”.",
        evidence=(facts.shown(question.span, "left open"), facts.shown(settled, "taken as settled")),
        rule="divergence.open-then-settled",
    )
