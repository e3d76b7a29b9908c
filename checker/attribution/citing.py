"""Sources that a saying rests on: `The Courier, citing the pilot, said …`, `was quoted by the Courier as saying`."""

from __future__ import annotations

from dataclasses import replace

from checker.attribution.draft import Draft
from checker.attribution.grammar import PASSIVES, VERBAL, Grammar
from checker.attribution.people import can_think, speaks
from checker.attribution.sources import phrase

_CITING = frozenset({"cite", "quote"})
_RULE = "attribution.citing"


def with_cited(g: Grammar, drafts: list[Draft]) -> list[Draft]:
    """The drafts, with those of whom others cite as the source of their words."""
    heads = {draft.head: draft for draft in drafts}
    found: dict[int, Draft] = {}
    for i, token in enumerate(g.tokens):
        if token.lemma in _CITING and token.pos in VERBAL:
            made = _quoted_as(g, i, heads) or _cited(g, i, drafts)
            found |= {draft.head: draft for draft in made}
    return [draft for draft in drafts if draft.head not in found] + list(found.values())


def _cited(g: Grammar, verb: int, drafts: list[Draft]) -> list[Draft]:
    """`The mill is safe, the Courier says, citing the pilot`: the same content, from the pilot to the Courier."""
    noun = g.child(verb, "dobj")
    if noun is None or noun < verb or _as(g, verb) is not None or not _can_tell(g, noun):
        return []
    inserted = _inserted(g, verb, noun, drafts)
    host = inserted or _host(g, verb, drafts)
    if host is None:
        return []
    told = Draft(verb, (verb,), phrase(g, noun, verb), host.content, _RULE, host.head)
    return [told] if inserted is None else [inserted, told]


def _inserted(g: Grammar, verb: int, noun: int, drafts: list[Draft]) -> Draft | None:
    """`said, citing the pilot, that …`: the saying whose content begins with these words, without them."""
    after = g.right[noun] + 1
    if g.tokens[verb - 1].text != "," or after + 1 >= len(g.tokens) or g.tokens[after].text != ",":
        return None
    start, rest = g.tokens[verb].start, g.tokens[after + 1].start
    host = next((d for d in drafts if d.content[0][0] == start and d.content[0][1] > rest), None)
    return None if host is None else replace(host, content=((rest, host.content[0][1]), *host.content[1:]))


def _can_tell(g: Grammar, noun: int) -> bool:
    return speaks(g, noun) or (can_think(g, (noun,)) and g.tokens[noun].tag != "NNS")


def _host(g: Grammar, verb: int, drafts: list[Draft]) -> Draft | None:
    """The saying of the same sentence which the participle or relative clause hangs on."""
    if g.tokens[verb].tag != "VBG" and g.tokens[verb].dep != "relcl":
        return None
    above = [verb, *g.ancestors(verb)]
    near = [d for d in drafts if d.head != verb and g.sentence[d.head] == g.sentence[verb]]
    near = [d for d in near if not any(a <= g.tokens[verb].start < b for a, b in d.content)]
    hosts = [
        d for d in near if d.head in above or g.lenders.get(verb) == d.head or set(above[1:3]) & set(d.source)
    ]
    return min(hosts, key=lambda d: abs(d.head - verb)) if hosts else None


def _as(g: Grammar, verb: int) -> int | None:
    """`quoted as saying`: the verb of saying."""
    links = (c for c in g.children[verb] if g.lower(c) == "as")
    return next((said for c in links if (said := g.child(c, "pcomp")) is not None), None)


def _quoted_as(g: Grammar, verb: int, heads: dict[int, Draft]) -> list[Draft]:
    """`"It leaks," Roe was quoted by the Courier as saying`: the Courier's words hold Roe's."""
    draft, theme, agent = heads.get(verb), g.child(verb, *PASSIVES), g.child(verb, "agent")
    said = _as(g, verb)
    if draft is None or theme is None or agent is None or said is None or theme > verb:
        return []
    quoted = phrase(g, theme, verb)
    if not quoted or not all(b <= g.tokens[quoted[0]].start for _, b in draft.content):
        return []
    whole = tuple(sorted((*draft.content, *g.ranges(quoted), *g.ranges((said - 1, said)))))
    return [
        replace(draft, content=whole),
        Draft(said, (said,), quoted, draft.content, "attribution.quoted-before"),
    ]
