"""Which entity a noun phrase names, by the name itself or by one beside it."""

from __future__ import annotations

from checker.attribution.cues import load
from checker.attribution.descriptions import is_doubtful
from checker.attribution.given import gender_of
from checker.attribution.grammar import Grammar
from checker.attribution.mention import Mention
from checker.attribution.mentions import Mentions
from checker.attribution.people import names_person
from checker.model import Range

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET"})
_CALLED = frozenset({"company", "firm", "group", "charity", "site", "website", "portal"})
_TWINS = frozenset({"younger", "elder", "older"})


def by_name(g: Grammar, mentions: Mentions, head: int) -> str | None:
    """The entity that the head of a noun phrase, or its apposition, names; None for two joined by "and"."""
    found = mentions.at(head)
    joined = is_joined(g, head) and not is_one_name(g, mentions, head)
    if joined or any(g.lower(c) in _TWINS for c in g.children[head]):
        return None
    if found is not None and _is_former(g, found):
        return None
    if found is not None and _is_whole(g, found, head):
        fits = _title_fits(g, mentions, found) and not _other_given(g, mentions, found)
        return (_in_full(g, mentions, found, head) or found.entity) if fits else None
    for child in g.children[head]:
        apposed = mentions.at(child) if g.tokens[child].dep == "appos" else None
        sure = apposed is not None and (apposed.is_person or apposed.is_body) and apposed.head == child
        doubtful = apposed is not None and _is_doubtful(g, head, g.index(apposed.start))
        person = (_is_one_person(g, head) and names_person(g.tokens[head].lemma.lower())) or g.lower(
            head
        ) == "one"
        if apposed is not None and sure and person and not doubtful:
            return apposed.entity
        if apposed is not None and _is_titled_body(g, head, apposed):
            return apposed.entity
    return _beside(g, mentions, head) or _named_within(g, mentions, head)


def _is_former(g: Grammar, found: Mention) -> bool:
    """`the former Green`: who was of a party, not one of that name."""
    first = g.index(found.start)
    return (
        (found.is_person or found.is_body)
        and first > 1
        and g.lower(first - 1) == "former"
        and g.lower(first - 2) in {"the", "a"}
        and found.head == first
        and g.right[first] == first
    )


def by_words(g: Grammar, mentions: Mentions, head: int) -> str | None:
    """A surname or given name alone that is part of no mention, and that one person alone so far can bear."""
    token = g.tokens[head]
    if mentions.at(head) is not None or not token.text[:1].isupper() or g.left[head] != head:
        return None
    if head and g.tokens[head - 1].text[:1].isupper() and g.sentence_of(head).first < head:
        return None
    return mentions.only_bearer(token.text, token.start) or _short_body(g, mentions, head)


def _in_full(g: Grammar, mentions: Mentions, found: Mention, head: int) -> str | None:
    """The body whose name goes on after the one word that a mention and its whole entity are."""
    first = g.left[head]
    plain = first == head or (first == head - 1 and g.lower(first) == "the")
    alone = mentions.name_of(found.entity) == g.tokens[head].text and plain
    return _short_body(g, mentions, head) if alone else None


def _short_body(g: Grammar, mentions: Mentions, head: int) -> str | None:
    """`Elmer` for Elmer Foods: the first word of one body's name that no place or person bears."""
    token, name = g.tokens[head], g.name_at(head)
    if token.tag not in {"NNP", "NNPS"} or (name is not None and name.type in {"GPE", "LOC", "NORP", "DATE"}):
        return None
    begun = mentions.bodies_with_first(token.text, token.start)
    return next(iter(begun)) if len(begun) == 1 else None


def _named_within(g: Grammar, mentions: Mentions, head: int) -> str | None:
    """`the BNA news agency`, `the Kurier newspaper`: the paper's name before the noun."""
    if g.tokens[head].tag != "NN" or not load().has("people.press", g.tokens[head].lemma.lower()):
        return None
    near = mentions.between(g.tokens[g.left[head]].start, g.tokens[head].start)
    placed = [
        name for m in near if (name := g.name_at(m.head)) is not None and name.type in {"GPE", "NORP", "LOC"}
    ]
    return near[0].entity if len(near) == 1 and not placed and not near[0].is_person else None


def is_one_name(g: Grammar, mentions: Mentions, head: int) -> bool:
    """Whether one name holds the two that `and` joins (`Roe & Sons`)."""
    found = mentions.at(head)
    second = next((c for c in g.children[head] if g.tokens[c].dep == "conj"), head)
    return found is not None and found.start <= g.tokens[second].start < found.end


def _is_titled_body(g: Grammar, head: int, apposed: Mention) -> bool:
    """`the newspaper Elm Courier`: a name right after a noun for papers and the like, whatever it was read as."""
    noun = g.tokens[head].lemma.lower()
    told = load().has("people.press", noun) or noun in _CALLED
    return told and g.tokens[head].tag == "NN" and g.index(apposed.start) == head + 1


def _is_doubtful(g: Grammar, head: int, first: int) -> bool:
    """Whether a name between marks may be the one of another noun before it."""
    return g.tokens[first - 1].text == "," and is_doubtful(g, head, first - 2)


def _title_fits(g: Grammar, mentions: Mentions, found: Mention) -> bool:
    """Whether `Mr` or `Ms` before a name does not speak against the person that it was taken for."""
    before = g.index(found.start) - 1
    gender = mentions.gender_of_title(g.lower(before).removesuffix(".")) if before >= 0 else None
    if gender is None or not found.is_person:
        return True
    return mentions.fits(found.entity, gender) and not may_be_spouse(mentions, found.entity, gender)


def may_be_spouse(mentions: Mentions, entity: str, gender: str) -> bool:
    """Whether `Mrs Lund` may be the wife of whom the text speaks, who is perhaps no woman."""
    return not mentions.is_known(entity, gender) and mentions.has_spouse(entity, gender)


def _other_given(g: Grammar, mentions: Mentions, found: Mention) -> bool:
    """Whether a given name stands before the mention that the person's full name does not have."""
    before = g.index(found.start) - 1
    if before < 0 or not found.is_person or g.tokens[before].pos != "PROPN":
        return False
    word, name = g.tokens[before].text, mentions.names.get(found.entity, "")
    return " " in name and gender_of(f"{word} {name}") is not None and word not in name.split()


def _beside(g: Grammar, mentions: Mentions, head: int) -> str | None:
    """`the riveter, Jane Roe,`: a person between marks right after the noun, whatever the parse made of it."""
    if head + 2 >= len(g.tokens) or g.tokens[head + 1].text != "," or not _is_one_person(g, head):
        return None
    found = mentions.at(head + 2)
    if found is None or not found.is_person or found.start != g.tokens[head + 2].start:
        return None
    if g.quote[head + 2] != g.quote[head] or not names_person(g.tokens[head].lemma.lower()):
        return None
    after = g.index(found.end)
    return found.entity if after < len(g.tokens) and g.tokens[after].text in {",", "."} else None


def _is_one_person(g: Grammar, head: int) -> bool:
    """Whether a noun is singular, also where a small-lettered one was read as a name."""
    if g.lower(head) == "one" and any(g.lower(c) == "of" for c in g.children[head]):
        return True
    return g.tokens[head].tag == "NN" or (g.tokens[head].tag == "NNP" and g.tokens[head].text.islower())


def _is_whole(g: Grammar, mention: Mention, head: int) -> bool:
    """Whether the phrase is the entity and no part or member of it (`Elmford officials`)."""
    return mention.head == head or (g.tokens[head].pos == "PROPN" and mention.start <= g.tokens[head].start)


def joint_roles(g: Grammar, mentions: Mentions, source: tuple[Range, ...]) -> str | None:
    """`Author and broadcaster Ada Lund`, `Her trainer and husband, Per Lund`: one person with two callings.

    He alone ends the phrase.
    """
    start, end = source[0][0], source[-1][1]
    named = [m for m in mentions.between(start, end) if m.is_person]
    if len(named) != 1 or named[0].end != end:
        return None
    words = range(g.index(start), g.index(named[0].start))
    if len(words) > 2 and (g.tokens[words[0]].tag == "PRP$" or g.lower(words[0]) == "the"):
        last = words[-1] + (g.tokens[words[-1]].text != ",")
        words = range(words[1], last)
    bare = all(g.tokens[i].tag in {"NN", "JJ", "CC", "NNP"} for i in words) and len(words) > 2
    nouns = [i for i in words if g.tokens[i].tag in {"NN", "NNP"}]
    return named[0].entity if bare and all(names_person(g.lower(i)) for i in nouns) else None


def is_joined(g: Grammar, head: int) -> bool:
    """Whether a noun is the first of several."""
    return any(g.tokens[c].dep == "conj" and g.tokens[c].pos in _NOMINAL for c in g.children[head])
