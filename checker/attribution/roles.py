"""Who "the minister", "her brother" and "the Gazette's editor" are, where the text has told whose role that is."""

from __future__ import annotations

from checker.attribution.bodies import by_kind, is_paired
from checker.attribution.grammar import Grammar
from checker.attribution.mentions import Mentions
from checker.attribution.ranks import roles_within

_GENERIC = frozenset({"person", "man", "woman", "official", "source", "people", "member", "resident"})
TIMES = frozenset(
    {
        "former",
        "retired",
        "veteran",
        "outgoing",
        "incoming",
        "longtime",
        "then",
        "ex",
        "late",
        "current",
        "own",
        "lead",
    }
)
_PLACING = frozenset({"of", "at", "for", "in", "from"})
_PAST = frozenset({"former", "ex", "retired", "outgoing", "departing", "previous"})
_OWNED = frozenset({"its", "their"})
_NEAR = 400
"""Characters from a role to where the text names who has it."""
_ALONE = frozenset({"counsel", "coach", "defence", "prosecution"})
"""Roles that court and sports reports use without an article."""
_HEADS = frozenset({"head", "director", "chief", "boss", "principal"})
"""Words for whoever leads a house, any of which may stand for another."""
_REALMS = {
    frozenset({"state"}): ("president", "king", "queen", "monarch", "emperor", "sultan"),
    frozenset({"government"}): ("chancellor", "premier", "taoiseach"),
}
"""Whom `head of state` and `head of government` may be."""
_DEFINITE = frozenset({"the", "this"})


def by_role(g: Grammar, mentions: Mentions, head: int) -> str | None:
    """The one entity with this role so far: `Jane Roe, the mayor of Elmford … the mayor`."""
    lemma, at = g.tokens[head].lemma.lower(), g.tokens[head].start
    said = _modifiers(g, head)
    if g.tokens[head].tag not in {"NN", "NNP"} or lemma in _GENERIC:
        return None
    if said is None:
        return _in_headline(g, mentions, head) or _hers_named_later(g, mentions, head)
    if mentions.others(lemma, at):
        return None
    if lemma == "head" and said in _REALMS:
        return only_one(
            {e for role in _REALMS[said] for start, e in mentions.roles.get(role, []) if start < at}
        )
    holders = {entity for start, entity in mentions.roles.get(lemma, []) if start < at}
    former = any(g.lower(c) in _PAST for c in g.children[head])
    if len(holders) > 1:
        past = {entity for entity in holders if mentions.role_words[lemma, entity] & _PAST}
        holders = past if former else holders - past
    fitting = {entity for entity in holders if _fits(mentions, lemma, entity, said)}
    if holders:
        found = only_one(fitting) if len(holders) == 1 or said else None
        if _is_of_two(g, mentions, found, at):
            return None
        return _in_office(mentions, lemma, found, former=former)
    if (leader := _leading(g, mentions, head, lemma, said)) is not None:
        return leader
    if said:
        return _by_name(mentions, lemma, at, said) or _owned_later(g, mentions, head, said)
    found = _by_kind_of_role(g, mentions, head, lemma) or _by_name(mentions, lemma, at, said)
    return found or by_kind(g, mentions, head) or _named_later(g, mentions, head)


def _fits(mentions: Mentions, lemma: str, entity: str, said: frozenset[str]) -> bool:
    """Whether the text has said of the holder what the phrase says; `Its author` may be any study's."""
    words = mentions.role_words[lemma, entity]
    return said <= words or (bool(words & _OWNED) and not words & _PLACING)


def _in_office(mentions: Mentions, lemma: str, holder: str | None, *, former: bool) -> str | None:
    """The holder, unless `the former minister` was one and `the minister` is another."""
    if former and holder is not None and (left := mentions.predecessors - {holder}):
        return only_one(left) if not mentions.role_words[lemma, holder] & _PAST else holder
    if former and holder is not None:
        mentions.retired[lemma].add(holder)
    told = bool(mentions.role_words[lemma, holder or ""] & _PAST)
    newer = {e for _, e in mentions.roles.get("successor", ()) if e in mentions.people and e != holder}
    if former or (holder not in mentions.retired[lemma] and not (told and newer)):
        return holder
    return only_one(newer)


def only_one(found: set[str]) -> str | None:
    """The one of a set; None for none and for several."""
    return next(iter(found)) if len(found) == 1 else None


def _by_name(mentions: Mentions, lemma: str, at: int, said: frozenset[str]) -> str | None:
    """`the ministry`, `the pensions office`: the one body with the words in its name."""
    named = [
        {e for start, e in mentions.named_after.get(word, []) if start < at}
        for word in (lemma, *sorted(said))
    ]
    return only_one(set.intersection(*named))


def _named_later(g: Grammar, mentions: Mentions, head: int) -> str | None:
    """`the engineer` whom the next sentences name (`The engineer, Ada Lund, …`)."""
    lemma, at = g.tokens[head].lemma.lower(), g.tokens[head].start
    told = {(start, entity) for start, entity in mentions.roles.get(lemma, []) if entity in mentions.people}
    held = only_one({entity for _, entity in told})
    near = held is not None and at < min(start for start, _ in told) < at + _NEAR
    sure = (
        held is not None
        and "the" in mentions.role_words[lemma, held]
        and not mentions.others(lemma, len(g.text))
    )
    return held if near and sure else None


def _is_of_two(g: Grammar, mentions: Mentions, found: str | None, before: int) -> bool:
    """Whether it is a body that stands side by side with another, of which the role may be as well."""
    return found is not None and found not in mentions.people and is_paired(g, mentions, found, before)


def _in_headline(g: Grammar, mentions: Mentions, head: int) -> str | None:
    """`Dam to stay shut, says engineer`: the one of that role whom the text below names."""
    sentence, lemma = g.sentence_of(head), g.tokens[head].lemma.lower()
    bare = g.left[head] == head == sentence.last - 1 and sentence.paragraph == 0
    held = {entity for _, entity in mentions.roles.get(lemma, ())}
    return only_one(held) if bare and not mentions.others(lemma, len(g.text)) else None


def _hers_named_later(g: Grammar, mentions: Mentions, head: int) -> str | None:
    """`her manager`, where the next sentences name `the manager, Ada Lund`."""
    owner = g.child(head, "poss")
    alone = owner is not None and g.tokens[owner].tag == "PRP$" and len(g.children[head]) == 1
    return _named_later(g, mentions, head) if alone else None


def _owned_later(g: Grammar, mentions: Mentions, head: int, said: frozenset[str]) -> str | None:
    """`Roe's campaign manager` whom the text names further on (`Roe's campaign manager, Ada Lund`)."""
    lemma = g.tokens[head].lemma.lower()
    held = {e for _, e in mentions.roles.get(lemma, ()) if e in mentions.people}
    only = only_one(held) if g.child(head, "poss") is not None else None
    sure = (
        only is not None
        and said <= mentions.role_words[lemma, only]
        and not mentions.others(lemma, len(g.text))
    )
    return only if sure else None


def _by_kind_of_role(g: Grammar, mentions: Mentions, head: int, lemma: str) -> str | None:
    """`the officer` for the only person so far, who is a colonel."""
    narrower, at = roles_within(lemma), g.tokens[head].start
    if (
        not narrower
        or g.first_loose.get(lemma, head) < head
        or any(mentions.others(role, at) for role in narrower)
    ):
        return None
    held = {e for role in narrower for start, e in mentions.roles.get(role, []) if start < at}
    unknown = {
        m.entity
        for m in mentions.between(0, at)
        if m.is_person and m.is_subject and not mentions.kinds[m.entity]
    }
    found = only_one(held) if not unknown - held else None
    return None if _is_of_two(g, mentions, found, at) else found


def _leading(g: Grammar, mentions: Mentions, head: int, lemma: str, said: frozenset[str]) -> str | None:
    """`Lund resigns as head of the opera … The director`: the one leader so far, where nobody else has been named."""
    at = g.tokens[head].start
    if lemma not in _HEADS or any(mentions.others(role, at) for role in _HEADS):
        return None
    held = {e for role in _HEADS for start, e in mentions.roles.get(role, []) if start < at}
    named = {m.entity for m in mentions.between(0, at) if m.is_person}
    only = only_one(held) if held == named else None
    words = {w for role in _HEADS for w in mentions.role_words.get((role, only or ""), ())}
    return only if not said or said & words else None


def _modifiers(g: Grammar, head: int) -> frozenset[str] | None:
    """What `the finance minister`, `the head of the port` and `Elm's mayor` say more; None where it may be anybody."""
    said: set[str] = set()
    definite = g.lower(head) in _ALONE and g.left[head] == head
    for c in g.children[head]:
        dep, word = g.tokens[c].dep, g.lower(c)
        if dep == "det" or word in _DEFINITE:
            definite = word in _DEFINITE
        elif dep in {"compound", "nmod", "amod"} and c < head:
            said |= {g.lower(i) for i in range(g.left[c], g.right[c] + 1) if g.tokens[i].pos != "PUNCT"}
        elif dep == "poss" and g.tokens[c].pos in {"NOUN", "PROPN"}:
            definite = True
            said.add(g.lower(c))
        elif dep == "prep" and word in _PLACING and (noun := g.child(c, "pobj")) is not None:
            said.add(g.lower(noun))
        elif not _tells_nothing(g, head, c):
            return None
    definite = definite or g.lower(g.left[head] - 1) in _DEFINITE
    return frozenset(said - TIMES - _DEFINITE) if definite else None


def introduced(g: Grammar, lemma: str, before: int) -> bool:
    """Whether the text has spoken of a person by this noun alone before the token (`a clerk … the clerk`)."""
    return g.first_lemmas.get(lemma, before) < before


def _tells_nothing(g: Grammar, head: int, child: int) -> bool:
    """`former` and the like before a role, marks, and a clause with `who` after a comma."""
    if g.tokens[child].dep in {"punct", "case"}:
        return True
    return g.tokens[child].dep == "relcl" and child > head and g.tokens[g.left[child] - 1].text == ","
