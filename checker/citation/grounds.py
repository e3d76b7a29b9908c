"""Documents that a sentence rests on: what says something, or what something is said by, under or according to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.citation import itself, nameless
from checker.citation.dates import WEEKDAY
from checker.citation.issuers import issuer, mention_of, name_in
from checker.citation.judge import Judge
from checker.citation.lexicon import lexicon
from checker.citation.mention import Mention
from checker.citation.names import LIKELY, TITLED
from checker.citation.nouns import Work, noun_at
from checker.citation.others import is_other
from checker.citation.pieces import behind
from checker.citation.roles import modifiers, rests, states
from checker.citation.shown import Shown
from checker.citation.verbs import HELD, SAYING, STATES
from checker.model import Document, Parse, Token

_SETTLED = (
    r"(?:laid down|set (?:out|down|forth)|described|documented|enshrined|recorded|noted|mentioned|detailed|"
    r"outlined|spelled out|"
    r"listed|defined|explained|contained|stated|guaranteed|anchored|foreseen|provided for|quoted|cited|"
    r"summed up|concluded|proposed|"
    r"predicted|recommended|argued|shown|found|put|told)"
)
_ACCORDING = re.compile(
    r"(?:\b[Aa]ccording to|\b[Aa]s per|\b[Pp]er|\b[Pp]ursuant to|\b[Ii]n (?:accordance|line|keeping) with|"
    r"\b[Cc]ontrary to|"
    r"\b[Uu]nder the terms of|\b[Ii]n the words of|\b[Tt]o (?:quote|cite|go by)|\b[Cc]it(?:es?|ed|ing)|"
    r"\b[Qq]uot(?:es?|ed|ing)(?: from)?|"
    r"\b[Ii]nvok(?:es?|ed|ing)|\b[Rr]el(?:y|ies|ied|ying) on|\b[Dd]r(?:aws?|ew|awing) on|\b[Bb]as(?:ed?|es|"
    r"ing)(?: [^.,;]{2,30})? on|"
    r"\b[Pp]oint(?:s|ed|ing)? to|"
    r"\b[Rr]efer(?:s|red|ring)? to|\b[Bb]reach(?:es|ed|ing)?(?: of)?|\b[Vv]iolat(?:es?|ed)|"
    r"\b[Cc]ontradict(?:s|ed|ing)?|"
    r"\b[Ee]cho(?:es|ed|ing)|\b[Aa]s (?:required|provided|defined|stipulated|"
    r"demanded|prescribed|"
    r"noted|shown|reported|described|documented|set out|laid down) (?:by|in|under)|\bprotected (?:by|under)|"
    r"\b[Ss]ee|\b(?:figures|data|numbers|statistics|"
    r"estimates|findings|calculations) (?:from|in|of|by)) (?:(?:an?|the) (?:[a-z]+ )?(?:cop(?:y|ies)|text|wording|"
    r"language|provisions) of )?$"
)
_BY = re.compile(
    r"\b(?:guaranteed|protected|banned|prohibited|required|forbidden|confirmed|documented|found|shown|"
    r"described|covered|governed|"
    r"regulated|supported|backed|revealed|borne out|demanded|permitted|allowed|recognised|recognized|"
    r"established|quoted|cited|"
    r"contradicted|imposed|created|introduced|defined|estimated|reported|suggested) (?:in|by|under) $"
)
_IN = re.compile(rf"\b(?:{_SETTLED} in|(?<!the )(?<!for )(?<!other ){SAYING}(?: {WEEKDAY})?,? in) $")
_OPENS = re.compile(r"(?:^|[.!?;:”\")»] ?|\n|[Bb]ut |[Aa]nd |[Yy]et |that )$")
_MAIN = re.compile(rf"[^.;]{{0,20}}?,? [^.;]{{3,90}}?\b(?:{SAYING}|[a-z]{{3,}}ed)\b")
_ACCORDING_TO = re.compile(r"\b[Aa]ccording to (?:the |an? )?$")
_THAT = re.compile(r",? (?:which|that)(?=" + STATES.pattern + "|" + HELD.pattern.removeprefix(",?") + ")")
_ASIDE = re.compile(
    r", (?:which|who|whose|an?|the|now|then|first|published|issued|signed|adopted|released|drafted|in|"
    r"on) [^,.;]{2,70},"
)
_BETWEEN = ("with", "about", "into", "against", "behind", "over", "on", "for")
_SAYS = re.compile(
    r"[,”\"’?!] (?:begins|opens|runs|reads|read|says|said|states|stated|notes|noted|warns|warned|"
    r"concludes|concluded) $"
)
_CUES = (_ACCORDING, _BY, _IN, _SAYS)
_INSIDE = re.compile(
    r"(?<![\w’'-])(?!Article|Section|Chapter|Annex|Part|Appendix|Paragraph|Schedule|Preamble)"
    r"[A-Z][\w’'-]+ (?:for|of|on|and) (?:the )?$"
)
"""`Centre for Water Policy` is no policy."""
_OF_PAPERS = ("report", "article", "investigation", "editorial")


def works_of(document: Document, block: Shown, parse: Parse, judge: Judge) -> Iterator[tuple[int, Work]]:
    """Every document that one block speaks of, with the token that is its noun."""
    for i in parse.tokens_in(block.block.start, block.block.end):
        noun = noun_at(block, parse, i)
        if noun is not None and not (
            noun.title and _INSIDE.search(block.text, max(0, noun.start - 30), noun.start)
        ):
            yield i, behind(document, block, parse, judge, noun)


def grounds(block: Shown, parse: Parse, judge: Judge, works: list[tuple[int, Work]]) -> Iterator[Mention]:
    """The documents, of those that one block speaks of, on which a statement rests."""
    for i, work in works:
        if not is_other(block, judge, work, modifiers(parse, i)) and _is_cited(block, parse, judge, i, work):
            yield mention_of(block, judge, work)


def _is_cited(block: Shown, parse: Parse, judge: Judge, i: int, work: Work) -> bool:
    silent = work.kind in lexicon("event") and not states(parse, i, lexicon("document_says"))
    if silent or _is_made(block, parse, i, work) or itself.is_about(block, work):
        return False
    particular = _is_particular(block, work)
    inner = _is_inner(block, parse, i, work)
    does = not inner and _does(block, parse, i, work)
    if work.named and block.text[work.start : work.end].endswith(")") and work.part:
        return True
    if particular and _is_ground(block, judge, work, inner, does):
        return True
    if particular and work.named:
        rules = states(parse, i, lexicon("decree_verb"), now=True) or rests(
            parse, i, lexicon("document_binds")
        )
        return (rules and work.kind in lexicon("law")) or nameless.is_quoted(block, parse, i, work)
    return nameless.is_ground(block, parse, i, work)


def _is_made(block: Shown, parse: Parse, i: int, work: Work) -> bool:
    """Whether somebody writes, passes or signs it, or goes to the polls."""
    token = parse.tokens[i]
    if work.kind == "poll" and block.text[: work.first].endswith(("to the ", "at the ")):
        return token.text == "polls"
    return token.dep == "dobj" and parse.tokens[token.head].lemma.casefold() in lexicon("making_verb")


def _behind(block: Shown, parse: Parse, work: Work) -> Token | None:
    """The word behind the phrase."""
    if work.reach >= len(block.text) - 2:
        return None
    at = block.offsets[work.reach + 1]
    return next((parse.tokens[j] for j in parse.tokens_in(at, at + 20)), None)


def _does(block: Shown, parse: Parse, i: int, work: Work) -> bool:
    """Whether it does something now, as documents do for ever: `the Protocol caps the catch`."""
    verb = parse.tokens[parse.tokens[i].head] if parse.tokens[i].dep == "nsubj" else None
    beside = _behind(block, parse, work) if block.text.startswith(" ", work.reach) else None
    found = verb if verb is not None and verb.tag == "VBZ" else beside
    if found is None or found.tag != "VBZ" or found.pos != "VERB":
        return False
    return found.lemma not in lexicon("no_statement")


def _is_inner(block: Shown, parse: Parse, i: int, work: Work) -> bool:
    """Whether another does what follows, or nobody does: `a source familiar with the report said`."""
    behind_it = _behind(block, parse, work) if work.reach > work.end else None
    if behind_it is not None and behind_it.pos in ("NOUN", "ADJ"):
        return True
    token = parse.tokens[i]
    over = parse.tokens[parse.tokens[token.head].head]
    nominal = over.pos in ("ADJ", "NOUN", "PROPN") and over.start < token.start
    return nominal and token.dep == "pobj" and parse.tokens[token.head].text.casefold() in _BETWEEN


def _is_particular(block: Shown, work: Work) -> bool:
    """Whether a plan, a decision, a statement is told from others by a day or by a title of its own."""
    if work.kind not in lexicon("weak_kind") or work.part:
        return True
    if work.kind in ("statement", "declaration") and re.search(
        r"\b[Jj]oint \w*$", block.text[max(0, work.start - 8) : work.start + 6]
    ):
        return bool(work.date or re.search(WEEKDAY, block.text[work.start : work.end + 14]))
    if work.kind == "statement" and block.text.endswith((" in ", "In "), 0, work.first):
        return work.headed or bool(work.date and work.body)
    return work.headed or bool(work.date or re.search(WEEKDAY, block.text[work.start : work.end]))


def _is_ground(block: Shown, judge: Judge, work: Work, inner: bool, does: bool) -> bool:
    text = block.text
    before = text[max(0, work.first - 90) : work.first]
    if work.to and judge.of(name_in(block, work, work.to), block) >= LIKELY:
        return False
    if (
        work.journal
        and work.kind in _OF_PAPERS
        and judge.of(name_in(block, work, work.journal), block) >= TITLED
    ):
        return False
    if not work.named:
        if nameless.is_written_in(block, work):
            return True
        by_whom = work.kind not in lexicon("law") and issuer(block, judge, work)
        return work.owned and bool(by_whom or _ACCORDING_TO.search(before))
    said = not inner and _states(text, work) and not itself.is_history(block, work)
    if said or does or (any(cue.search(before) for cue in _CUES) and not itself.is_pointed_at(block, work)):
        return True
    fronted = re.search(r"(?P<open>.*?)\b(?P<how>[Ii]n|[Uu]nder) $", before, re.DOTALL)
    if fronted is None:
        return False
    opens = _OPENS.search(fronted["open"]) or fronted["how"] == "In"
    if fronted["how"].casefold() == "under":
        return bool(work.part) or (work.kind in lexicon("law") and bool(opens))
    return bool(opens) and bool(_MAIN.match(text, work.reach))


def _states(text: str, work: Work) -> bool:
    """Whether the document is what says something."""
    at = work.reach
    aside = _ASIDE.match(text, at)
    comma = text.startswith(",", at) and not text.startswith(", proposed ", at)
    places = (at, aside.end() if aside else at, at + 1 if comma else at)
    verbs = any(STATES.match(text, p) or HELD.match(text, p) for p in places)
    return verbs or bool(_THAT.match(text, at))
