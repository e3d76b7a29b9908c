"""Documents as noun phrases: a kind of document with whose it is, of when, and under which title."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from checker.citation.dates import MONTH, coarse, days
from checker.citation.lexicon import lexicon
from checker.citation.shown import Shown
from checker.citation.verbs import STATES
from checker.model import MONTHS, WEEKDAYS, Parse

CAP = r"(?:(?:[A-Z]\.){2,}|(?:Mr|Mrs|Ms|Dr|St)\.|[^\W\d_a-z][\w’'&-]*\b)"
_TIME = rf"(?:{'|'.join((*MONTHS, *WEEKDAYS))})\b"
TITLE = rf"(?:{CAP}(?:[ :]+(?:(?:of|on|the|a|an|and|in|to|for|at|from) )*{CAP}){{0,8}})"
BODY = rf"(?:(?!{_TIME}){CAP}(?: (?:(?:of|for|and|on|de|del|di|&) )?(?:the )?(?!{_TIME}){CAP}){{0,7}})"
YEAR = r"(?:1[5-9]|20)\d\d"
_NUMBER = r"(?:\d+[A-Za-z]?(?:\.\d+)*(?:\(\w{1,4}\))*|[IVXLC]+|[A-H]\b)"
NUMBERS = rf"{_NUMBER}(?:(?:, | and |–|-){_NUMBER})*"
_PART = re.compile(
    r"(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Oo]n) )?(?:(?P<year>\d{4}) )?(?P<part>(?:(?:first|second|third|fourth|"
    r"fifth|last|opening|closing|final|"
    r"introductory) )?(?:[Aa]rticle|[Ss]ection|[Pp]aragraph|[Cc]hapter|[Cc]lause|[Aa]nnex|[Aa]ppendix|"
    r"[Pp]art|[Pp]age|"
    r"[Rr]ule|[Ss]chedule|[Pp]reamble|[Ff]ootnote|[Ff]oreword|[Pp]reface|[Ii]ntroduction|[Ss]ummary|"
    r"[Aa]fterword|"
    rf"[Tt]able|[Ff]igure|[Ll]ine|[Vv]erse|[Vv]olume|[Ee]dition|[Ii]ssue|[Ii]nstal+ment|[Dd]raft|[Vv]ersion|"
    rf"[Pp]rinciple|[Pp]oint)s?(?: {NUMBERS})?) (?:of|to|in) $"
)
_OWNER = re.compile(rf"^(?:[Tt]he |[Aa]n? )?(?:(?P<body>{BODY})|[a-z][\w -]{{2,40}}?)(?:['’]s|(?<=s)['’]) ")
_OWNER_BEFORE = re.compile(
    rf"(?<![\w’'])(?P<body>{BODY})['’]s? (?:(?:own|latest|annual|new|final|recent|joint|interim|first|"
    rf"second|{CAP}|for|of|on|and) )*$"
)
_CAPITALS = re.compile(rf"(?:{BODY} ?/ ?)*{BODY}$")
_DAY = re.compile(rf"(?<!\w)(?:{MONTH} \d{{1,2}}, {YEAR}|\d{{1,2}} {MONTH} {YEAR})(?= (?:[\w-]+ ){{0,3}}$)")
"""A whole day before the noun: `a March 3, 2019 letter`."""
_POLLED = re.compile(
    r" (?:(?:opinion|tracking|exit|national|nationwide|statewide|online|phone|telephone|snap|voter|readers?|"
    r"monthly|weekly|daily|annual|quarterly) ?)+$"
)
"""What stands between those who ask and their poll."""
_INSIDE_NAME = re.compile(r"[^\W\d_a-z][\w’'-]+ (?:of|for|and) (?:the )?$")
_ARTICLE = re.compile(
    r"(?:(?:the|an?|its|his|her|their|this|that|one|another|our|own|leaked|internal|confidential|recent|"
    r"new|latest|"
    r"separate|secret|further|earlier|later|widely|much) )+",
    re.IGNORECASE,
)
_BEFORE = ("det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "npadvmod")
_POSSESSED = re.compile(r"(?:his|her|its|their) ")
_WITHOUT_NUMBER = re.compile(
    r"(?i:(?:preamble|footnote|foreword|preface|introduction|summary|afterword|annex|appendix|chapter|"
    r"edition|issue|"
    r"instal+ment|draft|version|volume)s?$)"
)
_EDITIONS = ("edition", "issue", "version", "draft", "volume", "instalment", "installment")
_ADJECTIVE = re.compile(r"[A-Z][a-z]+ (?:[a-z-]+ )*")
_NO_NAME = frozenset(
    (
        "The", "A", "An", "Its", "His", "Her", "Their", "This", "In", "One", "New", "Latest", "Recent", "Internet",
        "My", "Your", "Our", "These", "Those", "Such",
    )
)  # fmt: skip
"""Words with a capital that are neither a title nor the name of a body."""
PLAIN_VERB = re.compile(
    r"obliges|requires|forbids|prohibits|stipulates|permits|entitles|defines|describes|concludes|says|"
    r"specifies|exempts|"
    r"recommends|suggests|alleges|argues|declares|warns|advises|cites|reveals"
)
"""Verbs that a parser may take for a noun behind another, and that are none."""
_DASH = re.compile(r".* [-–—] ", re.DOTALL)
_LEAD = re.compile(
    r"^(?:(?:[Tt]he|In|At|By|As|But|And|An?|Under|With|From|To|Per|Since|After|For|On|While|When) )+"
)


@dataclass(frozen=True, slots=True)
class Work:
    """Visible characters `start`..`end` name a document; its phrase is `first`..`reach`.

    `named` says that it is told from others by a name, a day or a number, `owned` that other words do.
    """

    kind: str
    first: int
    start: int
    end: int
    reach: int
    title: str | None = None
    called: str | None = None
    part: str | None = None
    body: str | None = None
    to: str | None = None
    journal: str | None = None
    author: str | None = None
    date: str | None = None
    named: bool = False
    owned: bool = False

    @property
    def headed(self) -> bool:
        """Whether its noun belongs to a title of its own."""
        return self.title is not None and self.kind in self.title.casefold()

    @property
    def outlet(self) -> str:
        """The journal, else whose it is, else what it is called."""
        return self.journal or self.body or self.title or self.called or self.kind


@cache
def kinds() -> frozenset[str]:
    """Every kind of document, in the singular."""
    return lexicon("law") | lexicon("ruling") | lexicon("paper") | lexicon("message") | lexicon("book")


def noun_at(block: Shown, parse: Parse, i: int) -> Work | None:
    """The document that token `i` is the noun of, with what stands before it; None where it is the noun of none."""
    token = parse.tokens[i]
    if token.pos not in ("NOUN", "PROPN"):
        return None
    start, end = block.at(token.start), block.at(token.end - 1) + 1
    hyphened = re.search(r"[\w]+-$", block.text[max(0, start - 20) : start])
    start -= len(hyphened[0]) if hyphened else 0
    whole = block.text[start:end].casefold()
    shown = {
        token.lemma.casefold(),
        token.text.casefold(),
        token.text.casefold().removesuffix("s"),
        whole,
    } & kinds()
    if whole == "article" and re.match(r"s? \d", block.text[end : end + 4]):
        return None
    inside = token.text[0].isupper() and _INSIDE_NAME.search(block.text[max(0, start - 30) : start])
    if not shown or _is_before_noun(parse, i) or _is_verb(parse, i) or inside:
        return None
    title = token.text if token.text[0].isupper() else None
    if "minutes" in shown and any(parse.tokens[j].dep == "nummod" for j in parse.children(i)):
        return None
    return _left(block, parse, i, Work(min(shown), start, start, end, end, title=title))


def _is_before_noun(parse: Parse, i: int) -> bool:
    """Whether the word only says what the noun behind it is: `report writers`."""
    token = parse.tokens[i]
    over = parse.tokens[token.head]
    states = token.text[0].isupper() and over.text.islower() and STATES.match(f" {over.text}")
    number = over.text[0].isdigit() or PLAIN_VERB.fullmatch(over.text) is not None
    return token.dep in ("compound", "amod", "nmod") and over.start > token.start and not (states or number)


def _is_verb(parse: Parse, i: int) -> bool:
    """Whether the word is what a document does: `the Trade Outlook notes`."""
    before, word = parse.tokens[i - 1].text if i else "", parse.tokens[i].text
    return word.islower() and word.endswith("s") and before[:1].isupper() and before.casefold() in kinds()


def _left(block: Shown, parse: Parse, i: int, work: Work) -> Work:
    """With what stands before the noun: a part, whose it is, the year, the words of a title."""
    over = parse.tokens[i].head
    heads = (i, over) if parse.tokens[over].text[0].isdigit() and over > i else (i,)
    left = [j for h in heads for j in parse.children(h) if j < i and parse.tokens[j].dep in _BEFORE]
    lowest = min([i, *(k for j in left for k in parse.subtree(j) if k < i)])
    first = min(work.start, max(block.at(parse.tokens[lowest].start), work.start - 120))
    if dash := _DASH.search(block.text, first, work.start):
        first = dash.end()
    before = block.text[first : work.start]
    work = replace(work, first=first)
    common: int | None = None
    if owner := _OWNER.match(before):
        whole = (
            _CAPITALS.search(block.text, max(0, first - 60), first + owner.end("body"))
            if owner["body"]
            else None
        )
        body = _LEAD.sub("", whole[0]) if whole else None
        work = replace(work, body=body, named=bool(owner["body"]), owned=True)
        the = re.match(r"(?:[Tt]he |[Aa]n? )?", before)
        common = None if owner["body"] or not the else first + the.end()
        before, first = before[owner.end() :], first + owner.end()
    elif beside := _OWNER_BEFORE.search(block.text, max(0, first - 80), first):
        work = replace(work, body=_LEAD.sub("", beside["body"]), named=True)
    article = _ARTICLE.match(before)
    start = first + (article.end() if article else 0)
    work = replace(
        work, start=start, owned=work.owned or start < work.start or bool(_POSSESSED.match(before))
    )
    if whole_day := _DAY.search(block.text, max(0, first - 16), first + len(before)):
        day = days(whole_day[0])[0]
        iso = f"{day.year}-{day.month:02}-{day.day:02}"
        work = replace(
            work, date=iso, named=True, start=whole_day.start(), first=min(work.first, whole_day.start())
        )
        before = before[max(0, whole_day.end() - first) :].lstrip()
    elif when := coarse(before):
        work = replace(work, date=when.iso, named=True)
        before = before[: when.start] + before[when.end :].lstrip()
    above = block.text[max(0, first - 20) : first].rstrip()
    opens = not above or above[-1] in '.!?”"'
    asked = _POLLED.search(f" {before}") if work.kind in ("poll", "survey") else None
    capitals = _CAPITALS.search(before[: max(0, asked.start() - 1)] if asked else before.rstrip())
    if capitals and not (opens and _ADJECTIVE.fullmatch(before) and not work.title):
        work = _with_capitals(work, re.sub(r"^(?:The|An?|Its|His|Her) ", "", capitals[0]))
    work = replace(work, start=work.start if common is None else common)
    return _with_part(block, work)


def _with_capitals(work: Work, words: str) -> Work:
    """`Lisk Protocol` is a title, `Lisk poll` is of Lisk."""
    if words in _NO_NAME:
        return work
    if work.title:
        return replace(work, title=f"{words} {work.title}", named=True)
    return replace(work, body=work.body or words, named=True)


def _with_part(block: Shown, work: Work) -> Work:
    low = max(0, work.first - 80)
    part = _PART.search(block.text[low : work.first])
    if part is None or block.text.startswith("this ", work.first):
        return work
    numbered = any(char.isdigit() or char.isupper() for char in part["part"][1:])
    if not numbered and not _WITHOUT_NUMBER.search(part["part"]):
        return work
    return replace(
        work,
        first=low + part.start(),
        start=work.start if part["part"].casefold() in _EDITIONS else low + part.start("part"),
        part=part["part"],
        date=work.date or part["year"],
        named=work.named or numbered,
    )
