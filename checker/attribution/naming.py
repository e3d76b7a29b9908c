"""How a source is named: by a proper name, by what it is, or not at all."""

from __future__ import annotations

import re
from typing import Literal

from checker.attribution.cues import Cues
from checker.attribution.draft import Draft
from checker.attribution.grammar import Grammar

Naming = Literal["named", "described", "anonymous", "none"]
REACH = 600
"""Characters around a cue in which the text may say that its source is not to be named."""
_UNNAMED = re.compile(
    r"on (?:the )?condition of anonymity"
    r"|(?:declin|refus|asked not|not authori[sz]|unauthori[sz])\w* to"
    r" (?:be (?:named|identified|quoted)|give \w+ name)"
    r"|not (?:authori[sz]ed|permitted|allowed|cleared) to (?:discuss|brief|speak|talk|comment)"
    r"|(?:would|did) not (?:give|reveal) (?:his|her|their) (?:real |full |last )?names?"
    r"|not want(?:ed|ing)? (?:to give \w+ (?:\w+ )?name|to be (?:named|identified|quoted))"
    r"|not want(?:ed|ing)? \w+ names? (?:used|published)"
    r"|asked that \w+ names? not be"
    r"|spoke anonymously|\b(?:anonymous(?:ly)?|unnamed|unidentified)\b",
    re.IGNORECASE,
)


def naming(g: Grammar, cues: Cues, draft: Draft) -> Naming:
    """`named` with a proper name as its head, `anonymous` for people left without one, else `described`."""
    if not draft.source:
        return "none"
    top = g.head_of(draft.source)
    if g.tokens[top].pos == "PROPN" or _is_name(g, top) or _apposed(g, draft.source, top):
        return "named"
    if _is_kept_back(g, draft, top):
        return "anonymous"
    return "anonymous" if cues.has("people.withheld", g.tokens[top].lemma.lower()) else "described"


def _is_kept_back(g: Grammar, draft: Draft, top: int) -> bool:
    """Whether the sentence says of this source, or of this saying, that there is no name to be given."""
    sentence, at = g.sentence_of(draft.head), g.tokens[draft.head].start
    for told in _UNNAMED.finditer(g.text, max(sentence.start, at - REACH), min(sentence.end, at + REACH)):
        inside = any(start <= told.start() < end for start, end in draft.content)
        token = g.index(told.start())
        if not inside and token < len(g.tokens) and {top, draft.head} & {token, *g.ancestors(token)}:
            return True
    return False


def _is_name(g: Grammar, top: int) -> bool:
    name = g.name_at(top)
    return name is not None and name.type in {"PERSON", "ORG", "GPE"} and g.tokens[top].text[:1].isupper()


def _apposed(g: Grammar, source: tuple[int, ...], top: int) -> bool:
    return any(
        g.tokens[i].dep == "appos" and g.tokens[i].pos == "PROPN" and g.tokens[i].head == top for i in source
    )
