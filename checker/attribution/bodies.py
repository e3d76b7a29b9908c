"""Which body "the company" or "the union" is, told by a word of its name."""

from __future__ import annotations

from checker.attribution.grammar import Grammar
from checker.attribution.mentions import Mentions

_TRADE = (
    "airlines airways brothers capital co estates gas insurance media company corp corporation energy foods group"
    " holdings inc industries limited logistics ltd motors partners pharma plc power savings shipping solutions sons"
    " steel stores systems technologies water works"
)
_PAPERS = "chronicle courier daily echo gazette herald journal mail mirror news observer post telegraph times tribune"
_KINDS = {
    "airline": "air airlines airways",
    "bank": "bank savings",
    "brewer": "breweries brewery brewing",
    "broadcaster": "broadcasting radio television tv",
    "carmaker": "automotive cars motor motors",
    "carrier": "air airlines airways",
    "charity": "aid charity foundation relief trust",
    "club": "albion athletic city club county fc rangers rovers town united wanderers",
    "company": _TRADE,
    "daily": _PAPERS,
    "firm": f"{_TRADE} associates",
    "drugmaker": "biotech pharma pharmaceuticals therapeutics",
    "chipmaker": "microsystems semiconductor semiconductors",
    "foundation": "foundation fund trust",
    "housebuilder": "homes",
    "institute": "college institute university",
    "society": "society",
    "trust": "foundation trust",
    "hospital": "clinic hospital infirmary",
    "insurer": "assurance insurance mutual",
    "lender": "bank savings",
    "miner": "minerals mines mining",
    "museum": "gallery museum",
    "newspaper": _PAPERS,
    "operator": "airlines airways ferries lines rail railways",
    "paper": _PAPERS,
    "regulator": "authority board commission inspectorate office regulator",
    "retailer": "shops stores supermarkets",
    "station": "radio television tv",
    "steelmaker": "steel steelworks",
    "supermarket": "stores supermarkets",
    "supplier": "energy gas power water",
    "think-tank": "institute",
    "union": "federation union workers",
    "university": "college university",
    "utility": "electric energy gas power water",
    "watchdog": "authority board commission inspectorate office ombudsman",
}
_TRADING = frozenset({"company", "firm", "partnership", "practice"})
_OTHERS = (
    "agency army assembly association cabinet commons congress council court department government ministry parliament"
    " party police school senate service society tribunal"
)
_KNOWN = frozenset(" ".join([*_KINDS.values(), _OTHERS]).split())
"""Last words that tell the kind of a body."""


def by_kind(g: Grammar, mentions: Mentions, head: int) -> str | None:
    """The one body so far whose name ends as names of that kind do, where no other body could be meant."""
    lemma, at = g.tokens[head].lemma.lower(), g.tokens[head].start
    ends = frozenset(_KINDS.get(lemma, "").split())
    if not ends:
        return None
    told = {
        m.entity
        for m in mentions.between(0, at)
        if not m.is_person
        and (
            mentions.last_word(m.entity) in ends or (lemma in _TRADING and "&" in mentions.name_of(m.entity))
        )
    }
    doubtful = any(
        m.is_body and m.entity not in told and not _is_other(mentions, m.entity)
        for m in mentions.between(0, at)
    )
    return next(iter(told)) if len(told) == 1 and not doubtful else None


def is_paired(g: Grammar, mentions: Mentions, entity: str, before: int) -> bool:
    """Whether the text last has a body side by side with another (`Elm Foods and its rival Norda`)."""
    last = [m.head for m in mentions.between(0, before) if m.entity == entity][-1:]
    joined = [
        c
        for i in last
        for c in (*g.children[i], g.tokens[i].head)
        if "conj" in (g.tokens[c].dep, g.tokens[i].dep)
    ]
    return bool(joined)


def _is_other(mentions: Mentions, entity: str) -> bool:
    """Whether the name says of what other kind a body is."""
    return mentions.last_word(entity) in _KNOWN
