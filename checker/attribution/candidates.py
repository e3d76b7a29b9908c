"""Who a description means that the text has not given anybody so far: the one person who may be that.

Each person spoken of is held against the description: somebody whom the text calls what it is a kind of, somebody of
whom it says nothing, somebody whose calling is another. The description means the first alone, else the only second.
"""

from __future__ import annotations

from checker.attribution.cues import load
from checker.attribution.given import table
from checker.attribution.grammar import Grammar
from checker.attribution.mentions import Mentions
from checker.attribution.passing import is_calling
from checker.attribution.people import names_person
from checker.attribution.ranks import roles_within
from checker.attribution.roles import TIMES, introduced, only_one
from checker.attribution.unnamed import is_aside, people

_LONGEST = 4
"""Words between `the` and the noun."""
_FREE = frozenset({"former", "retired", "ex", "veteran", "one-time", "onetime", "would-be", "self-styled"})
"""Words that tell no office of the moment, so that the noun behind them is nobody's by the way."""
_INNER = frozenset({"JJ", "NN", "NNP", "NNS", "NNPS", "HYPH", "CD", "VBN", "VBG", "POS", "JJS"})
_SEXES = frozenset({"man", "woman"})
_AGED = {
    "pensioner": range(58, 120),
    "elderly": range(60, 120),
    "old": range(55, 120),
    "teenager": range(13, 20),
}
"""Words that tell how old somebody is, in years."""
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "sir", "man", "woman", "lady", "lord"})
_OTHER, _OPEN, _SUCH = range(3)


def by_candidates(g: Grammar, mentions: Mentions, head: int) -> str | None:
    """The one person so far who is a kind of what `the …` says, or the only one who may be, of several."""
    lemma, at = g.tokens[head].lemma.lower(), g.tokens[head].start
    if not _is_description(g, head, lemma) or introduced(g, lemma, head) or mentions.others(lemma, at):
        return None
    inner = _inner(g, head)
    if inner is None or any(start < at for start, _ in mentions.roles.get(lemma, ())):
        return None
    met = _met(g, mentions, head, lemma)
    held = {entity: _agreement(g, mentions, entity, heads, lemma, inner) for entity, heads in met.items()}
    such = {entity for entity, level in held.items() if level == _SUCH}
    still = {entity for entity, level in held.items() if level == _OPEN}
    free = is_calling(lemma) or bool(inner & _FREE) or lemma in table()["passing"] | _SEXES
    meant = only_one(such | still) if such or free else None
    return meant if meant in mentions.people and (such or not mentions.kinds[meant] & _relatives()) else None


def _is_description(g: Grammar, head: int, lemma: str) -> bool:
    """`the` and a noun for one person, in the narrator's voice, with nothing behind it but a clause between commas."""
    behind = [c for c in g.children[head] if c > head and g.tokens[c].dep not in {"punct", "case"}]
    apart = all(g.tokens[c].dep == "relcl" and g.tokens[g.left[c] - 1].text == "," for c in behind)
    return g.tokens[head].tag == "NN" and g.quote[head] < 0 and names_person(lemma) and apart


def _inner(g: Grammar, head: int) -> frozenset[str] | None:
    """The words between `the` and the noun; None where there is no `the`, or more than description."""
    words = range(g.left[head] + 1, head)
    rivals = table()["rivals"] - _plain()
    plain = all(g.tokens[i].tag in _INNER and g.lower(i) not in rivals for i in words)
    led = g.lower(g.left[head]) == "the" and len(words) <= _LONGEST
    told = (i for i in words if g.tokens[i].tag not in {"HYPH", "CD", "POS"} and not _is_origin(g, i))
    return frozenset(g.lower(i) for i in told) if plain and led else None


def _is_origin(g: Grammar, i: int) -> bool:
    """`Ghanaian`, and the `year` and `old` of an age, which many may be."""
    name = g.name_at(i)
    return (
        (name is not None and name.type == "NORP")
        or "-year-old" in g.text[g.tokens[i].start - 1 : g.tokens[i].end + 10]
        or g.text[: g.tokens[i].end].endswith("-year-old")
    )


def _plain() -> frozenset[str]:
    return TIMES | _FREE | table()["plain"]


def _relatives() -> frozenset[str]:
    """What tells who somebody is to another, so that a text needs no calling."""
    return frozenset(load().genders) - _TITLES


def _met(g: Grammar, mentions: Mentions, head: int, lemma: str) -> dict[str, list[int]]:
    """The people spoken of before whose sex fits, with where; one without a name under the number of its token."""
    sex = load().genders.get(lemma)
    genders = (sex,) if sex else ("m", "f")
    found: dict[str, list[int]] = {}
    for gender in genders:
        for person in people(g, mentions, 0, g.tokens[head].start, gender):
            if person.entity or not is_aside(g, person.head):
                found.setdefault(person.entity or f"{person.head}", []).append(person.head)
    return found


def _agreement(
    g: Grammar, mentions: Mentions, entity: str, heads: list[int], lemma: str, inner: frozenset[str]
) -> int:
    """Whether somebody is such a one, may be, or is another."""
    named = entity in mentions.people
    told_age = [_AGED[word] for word in (lemma, *sorted(inner)) if word in _AGED]
    if any(age not in span for span in told_age for age in mentions.years(entity)):
        return _OTHER
    told = mentions.kinds[entity] if named else {g.tokens[heads[0]].lemma.lower()}
    loose = table()["anybody"] | load().genders.keys()
    callings = {kind for kind in told if names_person(kind) and kind not in loose}
    narrower = {kind for kind in callings if kind in roles_within(lemma)}
    if narrower:
        return _SUCH if named and _is_said(mentions, entity, narrower, inner) else _OPEN
    return _OTHER if callings else _OPEN


def _is_said(mentions: Mentions, entity: str, kinds: set[str], inner: frozenset[str]) -> bool:
    """Whether the words before the noun are said of the person too, or tell nothing of an office."""
    said = {word for kind in kinds for word in mentions.role_words[kind, entity]}
    return all(word in said or word in _plain() for word in inner)
