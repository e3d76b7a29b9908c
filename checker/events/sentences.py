"""Sentences as bags of comparable terms: stems, numbers, and names that do not depend on spelling."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from checker.events.passing import timing
from checker.events.phrases import HAPPENINGS
from checker.events.stems import stem
from checker.events.verbs import LIGHT
from checker.events.voices import SILENT, Voice, voice
from checker.model import Document, Entity, Parse, Token

_CONTENT = frozenset({"NOUN", "VERB", "PROPN", "ADJ", "NUM", "ADV"})
_EMPTY_WORDS = """
    be have do mr mrs ms say tell state claim allege announce add note report describe accord
"""
_EMPTY = frozenset(_EMPTY_WORDS.split())
"""Lemmas that tell no matter: auxiliaries, titles, plain verbs of saying, "according"."""
_CAPTION = re.compile(r"\bfile (?:photo|picture)\b|\bimage (?:copyright|caption)\b", re.IGNORECASE)
"""Words of agencies by which a line of the text is known as that of a picture."""
_SMALL = "zero one two three four five six seven eight nine ten eleven twelve"
_NUMBERS = {word: str(i) for i, word in enumerate(_SMALL.split())}


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence: characters `start`..`end` of document `doc`, in paragraph number `paragraph`.

    `names`, `numbers` and `deeds` (verbs and nouns of what happens) are terms, `told` those that do not only say who
    somebody is ("who heads the mill") nor when something else is ("after a strike"), which `near` has; given names are
    terms and nothing more, since many share one. `entities` are the ids of the entities named in it, `people` those of
    persons; `shown` has a word of the text for each term.
    """

    doc: str
    start: int
    end: int
    paragraph: int
    terms: Counter[str]
    names: frozenset[str]
    numbers: frozenset[str]
    deeds: frozenset[str]
    told: frozenset[str]
    near: frozenset[str]
    entities: frozenset[str]
    people: frozenset[str]
    shown: dict[str, str]
    voice: Voice = SILENT


@cache
def states() -> dict[str, str]:
    """Every name of a state, its people and its capital, folded -> the state."""
    data = tomllib.loads((files(__package__) / "states.toml").read_text(encoding="utf-8"))
    return {name: state for state, names in data["states"].items() for name in (state, *names)}


def places_of(entities: Sequence[Entity]) -> dict[str, list[tuple[int, int, Entity]]]:
    """Mentions of entities by document: start, end and the entity, by place."""
    found: dict[str, list[tuple[int, int, Entity]]] = {}
    for entity in entities:
        for mention in entity.mentions:
            found.setdefault(mention.doc, []).append((mention.start, mention.end, entity))
    return {doc: sorted(mentions, key=lambda m: (m[0], m[1], m[2].entity)) for doc, mentions in found.items()}


def passages(document: Document, parse: Parse, mentions: Sequence[tuple[int, int, Entity]]) -> list[Passage]:
    """The sentences of the article's body that have terms, in order; captions tell nothing of their own."""
    known = _known(parse, mentions)
    given = _given(parse, mentions) - known.keys()
    captions = [(b.start, b.end) for b in document.blocks if b.kind == "caption"]
    every_state, found = frozenset(states().values()), list[Passage]()
    for sentence in parse.sentences:
        if document.body and not document.in_body(sentence.start, sentence.end):
            continue
        if any(start <= sentence.start < end for start, end in captions):
            continue
        if _CAPTION.search(document.text, sentence.start, sentence.end):
            continue
        terms: Counter[str] = Counter()
        kinds: dict[str, set[str]] = {
            kind: set() for kind in ("name", "number", "deed", "word", "told", "near")
        }
        shown: dict[str, str] = {}
        aside = _asides(parse, sentence.first, sentence.last, known)
        near = timing(parse, sentence.first, sentence.last)
        for i, kind, term, word in _terms(
            parse.tokens[sentence.first : sentence.last], sentence.first, known
        ):
            terms[term] += 1
            shown.setdefault(term, word)
            if i in given:
                continue
            if i in near:
                kinds["near"].add(term)
            elif i not in aside or (kind == "name" and term in every_state):
                kinds["told"].add(term)
            kinds[kind].add(term)
        if terms:
            place = (document.doc, sentence.start, sentence.end, sentence.paragraph)
            here = [known[i] for i in range(sentence.first, sentence.last) if i in known]
            ids = frozenset(e.entity for e in here)
            people = frozenset(e.entity for e in here if e.type == "PERSON")
            names, numbers, deeds, told, when = (
                frozenset(kinds[k]) for k in ("name", "number", "deed", "told", "near")
            )
            said = voice(parse, sentence.first, sentence.last, known)
            found.append(Passage(*place, terms, names, numbers, deeds, told, when, ids, people, shown, said))
    return found


def _known(parse: Parse, mentions: Sequence[tuple[int, int, Entity]]) -> dict[int, Entity]:
    """The entity that is named, by the last token of the mention: a surname, the noun of a body's name."""
    found: dict[int, Entity] = {}
    for start, end, entity in mentions:
        inside = [i for i in parse.tokens_in(start, end) if parse.tokens[i].text[:1].isalnum()]
        while inside and parse.tokens[inside[-1]].text in {"'s", "’s"}:
            inside.pop()
        if inside:
            found.setdefault(inside[-1], entity)
    return found


def _given(parse: Parse, mentions: Sequence[tuple[int, int, Entity]]) -> set[int]:
    """The tokens of mentions of persons that stand before their surnames."""
    persons = (parse.tokens_in(start, end) for start, end, entity in mentions if entity.type == "PERSON")
    return {i for inside in persons for i in list(inside)[:-1]}


def _asides(parse: Parse, first: int, last: int, known: dict[int, Entity]) -> set[int]:
    """The tokens that say who somebody is, before or behind a person's surname."""
    persons = {i for i in range(first, last) if i in known and known[i].type == "PERSON"}
    beside = (i for i in range(first, last) if parse.tokens[i].dep in {"appos", "relcl", "compound"})
    return {j for i in beside if parse.tokens[i].head in persons for j in parse.subtree(i)} - persons


def _terms(
    tokens: Sequence[Token], first: int, known: dict[int, Entity]
) -> Iterator[tuple[int, str, str, str]]:
    """Token, kind, term and word of the text. A person's surname is spelled as in the entity's name."""
    i = 0
    while i < len(tokens):
        state, size = _state(tokens, i)
        entity = known.get(first + i)
        if state:
            yield first + i, "name", state, state.title()
        elif entity and entity.type == "PERSON" and entity.name.split():
            yield first + i, "name", entity.name.split()[-1].lower(), entity.name.split()[-1]
        elif term := _term(tokens[i]):
            yield first + i, *term, tokens[i].text
        i += size


@cache
def _beginnings() -> frozenset[str]:
    """The first words of what `states` tells."""
    return frozenset(name.split(" ")[0] for name in states())


def _begins(word: str) -> bool:
    """Whether the name of a state may begin with the word, or the word be its plural."""
    return word in _beginnings() or word.removesuffix("s") in _beginnings()


def _state(tokens: Sequence[Token], i: int) -> tuple[str | None, int]:
    """The state that is named at token i, and in how many tokens."""
    text = tokens[i].text
    if not text[:1].isupper() or not _begins(text.lower()):
        return None, 1
    for size in (3, 2, 1):
        words = " ".join(token.text for token in tokens[i : i + size]).lower()
        for form in (words, words.removesuffix("s")):
            if form in states() and (size == 1 or len(tokens[i : i + size]) == size):
                if form != states()[form] and _names_a_text(tokens, i + size):
                    return None, 1
                return states()[form], size
    return None, 1


_TEXTS_WORDS = """
    accord accords agreement agreements charter communique communiqué convention declaration format
    memorandum pact process protocol protocols summit treaty
"""
_TEXTS = frozenset(_TEXTS_WORDS.split())


def _names_a_text(tokens: Sequence[Token], after: int) -> bool:
    """Whether a number or a word such as "Protocol" follows: then a capital is no name of its state."""
    rest = tokens[after : after + 2]
    if rest and rest[0].text in {"-", "–", "—"}:
        rest = rest[1:]
    if not rest:
        return False
    word = rest[0].text
    numbered = (word.isdigit() and len(word) < 3) or (word in {"I", "II", "III", "IV"})
    return numbered or (word[:1].isupper() and word.lower() in _TEXTS)


def term_of(token: Token) -> str:
    """The term of a word that is neither name nor number."""
    word = token.lemma.lower()
    return stem(word) if word.isalpha() else word


def _term(token: Token) -> tuple[str, str] | None:
    word = token.lemma.lower()
    if token.pos == "NUM" or token.text[:1].isdigit():
        return "number", _NUMBERS.get(word, word.replace(",", ""))
    if token.pos not in _CONTENT or token.stop or word in _EMPTY or not any(c.isalnum() for c in word):
        return None
    if token.pos == "PROPN":
        return "name", token.text.lower().removesuffix("'s").removesuffix("’s")
    deed = (token.pos == "VERB" and token.dep != "amod" and word not in LIGHT) or (
        token.pos == "NOUN" and word in HAPPENINGS
    )
    return "deed" if deed else "word", term_of(token)
