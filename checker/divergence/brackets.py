"""Whom a bracket says that a pronoun means, and what the same sentence follows on in another text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.divergence import places
from checker.divergence.clauses import stem
from checker.divergence.draft import Draft, Facts
from checker.divergence.keys import Names
from checker.divergence.phrasing import plain
from checker.model import Evidence, Example, Parse, Rule, Sentence, Span

BACK = 4
"""Sentences before a pronoun in which what it stands for is looked for."""
AROUND = 3
"""Two sentences are one where they and their neighbours share more words than these."""
LEAST = 1 / 3
"""Share of the words of the sentence itself that the other one has too."""
NARROW = 180
PLURAL = frozenset(["they", "them", "these", "those"])
SINGLE = frozenset(["he", "him", "she"])
_BRACKET = re.compile(
    r"(?<!\w)(?P<word>they|them|these|those|he|him|she)\s*\[(?P<noun>[^\[\]\n]{3,50})\](?!\()", re.IGNORECASE
)
RULES = (
    Rule(
        "divergence.bracket-referent",
        "A bracket that names somebody else",
        "An editor's bracket says whom a pronoun means. In another text the same sentence, without the bracket, "
        "follows on other people, and those of the bracket do not stand in the sentences before it.",
        (
            Example(
                "The guards of the old mill had asked for lamps. They are not willing to work in the dark without "
                "pay. / They [the sailors] are not willing to work in the dark without pay.",
                ("They [the sailors] are not willing to work", "The guards of the old mill"),
            ),
            Example(
                "The pilots spoke to the owners of the ferry. They will never cross the bay in such fog again. / "
                "“They [the passengers] will never cross the bay in such fog again,” Thomas Berg said.",
                ("They [the passengers] will never cross the bay", "The pilots"),
            ),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Named:
    """A pronoun with a bracket behind it, in which sentence, and the words of the bracket."""

    doc: str
    sentence: int
    pronoun: str
    noun: str
    span: Span


def find(facts: Facts) -> list[Draft]:
    """One draft for each bracket that another text speaks against."""
    drafts = []
    for doc in sorted(facts.documents):
        for named in _named(facts, doc):
            drafts += [d for other in _compared(facts, doc) if (d := _against(facts, named, other))][:1]
    return drafts


def _compared(facts: Facts, doc: str) -> list[str]:
    """The texts of one circle or one voice with a text."""
    near = {d for circle in facts.circles() if doc in circle for d in circle}
    near |= {d for d in facts.documents if facts.voice_of(d) == facts.voice_of(doc)}
    return sorted(near - {doc})


def _named(facts: Facts, doc: str) -> Iterator[Named]:
    parse, document = facts.parses[doc], facts.documents[doc]
    for match in _BRACKET.finditer(document.text):
        number = next((i for i, s in enumerate(parse.sentences) if s.start <= match.start() < s.end), None)
        inside = [parse.tokens[i] for i in parse.tokens_in(*match.span("noun"))]
        if number is None or not document.in_body(*match.span()) or not inside:
            continue
        if inside[-1].pos in {"NOUN", "PROPN"}:
            yield Named(doc, number, match["word"].lower(), match["noun"], Span(doc, *match.span()))


def _against(facts: Facts, named: Named, other: str) -> Draft | None:
    parse = facts.parses[other]
    number = _same_sentence(facts, named, other)
    if number is None:
        return None
    before = parse.sentences[max(0, number - BACK) : number]
    own = {stem(word.lower()) for word in re.findall(r"\w{3,}", named.noun)} - {"the"}
    held = {
        stem(t.lemma.lower())
        for s in [*before, parse.sentences[number]]
        for t in parse.tokens[s.first : s.last]
    }
    subject = next(
        (i for s in reversed(before) if (i := _subject(parse, s, named.pronoun)) is not None), None
    )
    if subject is None or own & held or not own:
        return None
    phrase = Span(
        other,
        *parse.range_of([i for i in parse.subtree(subject) if i <= subject or _near(parse, i, subject)]),
    )
    sentence = parse.sentences[number]
    shown = facts.parses[named.doc].sentences[named.sentence]
    return Draft(
        kind="quotation",
        importance=3,
        weight=7,
        statement=(
            f"{facts.name(named.doc)} explains “{facts.quote(named.span).split()[0]}” as “{named.noun}”; in "
            f"{facts.name(other)} the sentence follows on “{plain(facts, phrase)}”."
        ),
        evidence=(
            facts.shown(facts.cut(Span(named.doc, shown.start, shown.end), NARROW), "with a bracket"),
            facts.shown(facts.cut(Span(other, sentence.start, sentence.end), NARROW), "without"),
            Evidence(facts.cut(phrase, NARROW), "what it follows on"),
        ),
        rule="divergence.bracket-referent",
    )


def _same_sentence(facts: Facts, named: Named, other: str) -> int | None:
    """The sentence with the same pronoun, and no bracket, that shares most words, its neighbours counted."""
    parse, mine = facts.parses[other], facts.parses[named.doc]
    held = places.mentions(facts)
    names, ours = Names(parse, held.get(other, ())), Names(mine, held.get(named.doc, ()))
    wide = _keys(ours, mine, named.sentence, 1)
    close = _keys(ours, mine, named.sentence, 0) - {stem(w.lower()) for w in named.noun.split()}
    rows = []
    for number, sentence in enumerate(parse.sentences):
        text = facts.documents[other].text[sentence.start : sentence.end]
        words = {t.text.lower() for t in parse.tokens[sentence.first : sentence.last]}
        shared = _keys(names, parse, number, 0) & close
        if named.pronoun in words and len(shared) >= max(1, LEAST * len(close)) and "[" not in text:
            rows.append((len(_keys(names, parse, number, 1) & wide) + len(shared), -number))
    best = max(rows, default=(0, 0))
    return -best[1] if best[0] > AROUND else None


def _keys(names: Names, parse: Parse, number: int, around: int) -> set[str]:
    rows = parse.sentences[max(0, number - around) : number + around + 1]
    return {k for s in rows for k in names.keys(parse, range(s.first, s.last))}


def _subject(parse: Parse, sentence: Sentence, pronoun: str) -> int | None:
    """The subject of a sentence that the pronoun can stand for."""
    for i in range(sentence.first, sentence.last):
        token = parse.tokens[i]
        if token.dep not in {"nsubj", "nsubjpass"}:
            continue
        if pronoun in PLURAL and token.tag in {"NNS", "NNPS"}:
            return i
        if pronoun in SINGLE and token.tag == "NNP":
            return i
    return None


def _near(parse: Parse, i: int, head: int) -> bool:
    """Whether a word belongs to a phrase with "of" or a name behind its head, not to a clause."""
    return i - head <= 5 and parse.tokens[i].dep in {"prep", "pobj", "det", "amod", "compound", "flat"}
