"""Who said what: source, cue and content of every attribution of a text, with the chains they stand in."""

from __future__ import annotations

from dataclasses import replace

from checker.attribution import (
    adjectives,
    blockquotes,
    citing,
    dialogue,
    framed,
    headlines,
    hearings,
    inserted,
    interviews,
    nested,
    nouns,
    prepositions,
    sandwiched,
    standing,
    told_inside,
    transcripts,
    verbs,
)
from checker.attribution.cues import load
from checker.attribution.grammar import Grammar
from checker.attribution.inheritance import lenders
from checker.attribution.merge import outer, settle
from checker.attribution.mistagged import mended
from checker.attribution.quotations import Owners
from checker.attribution.record import record
from checker.attribution.relatives import plain_source, resolved
from checker.attribution.rules import RULES
from checker.attribution.topics import marked
from checker.model import Attribution, Document, Parse

NAME = "said"
VERSION = "10"
REQUIRES = ("documents", "parses")

__all__ = ["NAME", "REQUIRES", "RULES", "VERSION", "run"]


def run(document: Document, parse: Parse) -> tuple[Attribution, ...]:
    """Find the attributions of a document's body, in text order; `speaker` is left to `speakers`."""
    cues = load()
    g = Grammar(document, mended(parse, cues))
    g.lend(lenders(g, cues))
    owners = Owners(g, cues)
    drafts = verbs.drafts(g, cues, owners) + prepositions.drafts(g, cues, owners) + nouns.drafts(g, cues)
    drafts = prepositions.told_once(g, drafts)
    for phrases in (framed, nested, sandwiched):
        drafts = nested.replaced(drafts, phrases.drafts(g, cues))
    drafts = nested.replaced(drafts, hearings.drafts(g))
    drafts = inserted.with_inserted(g, cues, owners, drafts)
    drafts = citing.with_cited(g, drafts)
    drafts += blockquotes.drafts(g, cues, frozenset(d.head for d in drafts))
    drafts += adjectives.drafts(g, cues)
    drafts = transcripts.with_turns(g, drafts)
    drafts += headlines.drafts(g, cues, frozenset(d.head for d in drafts))
    drafts += interviews.drafts(g, drafts)
    drafts += dialogue.drafts(g, drafts)
    drafts += standing.drafts(g, owners, drafts)
    drafts = [marked(g, cues, replace(d, source=plain_source(g, resolved(g, d.source)))) for d in drafts]
    settled = [d for d in settle(g, drafts) if all(document.in_body(*piece) for piece in d.content)]
    settled = told_inside.kept(g, cues, settled)
    return record(g, cues, settled, outer(settled, g))
