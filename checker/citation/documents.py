"""Documents that a sentence cites for what they say: laws, treaties, judgments, reports, papers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.citation import parts
from checker.citation.dates import MONTH, coarse, following
from checker.citation.grounds import grounds, works_of
from checker.citation.judge import Judge
from checker.citation.mention import Mention, of_document
from checker.citation.nouns import NUMBERS, Work
from checker.citation.shown import Shown
from checker.citation.titles import bracketed, titled
from checker.citation.verbs import SAYING, STATES
from checker.model import Document, Parse

_PLACE = (
    r"(?:[Aa]rticle|[Ss]ection|[Pp]aragraph|[Cc]hapter|[Cc]lause|[Aa]nnex|[Aa]ppendix|[Pp]art|[Pp]age|"
    r"[Rr]ule|[Ss]chedule|[Pp]rinciple|[Pp]oint|"
    rf"[Aa]rt\.|[Ss]ec\.|§)s? {NUMBERS}"
)
_KIND = (
    r"(?:treaty|convention|agreement|accords?|protocol|charter|constitution|act|law|code|statute|directive|"
    r"regulation|"
    r"resolution|report|review|indictment|judge?ment|ruling|verdict|memorandum|memo|communiqué|declaration|"
    r"bill|decree|"
    r"ordinance|contract|handbook|manual|guidelines|study|paper|covenant|pact|letter|manifesto|"
    r"framework|amendment|"
    r"complaint|affidavit|filing|opinion|budget|rules|statutes|lease|will|plan|book|survey|audit|strategy)"
)
_CAP = r"(?:[^\W\d_a-z][\w’'&-]*|\d{4})"
_TITLE = rf"(?:{_CAP}(?: (?:(?:of|on|for|to|and|the|de|against|with|in) ){{0,3}}{_CAP}){{0,9}})"
_PLAIN = rf"(?!this (?:report|review|paper|study|book|essay)\b)(?:[a-z][\w-]+ ){{0,3}}?{_KIND}(?!\w)"
_PART_OF = re.compile(
    rf"(?<![\w.]){_PLACE} (?:of|in|to) (?:(?:the|its|his|her|their|that) )?(?:(?P<title>{_TITLE})|"
    rf"(?P<plain>{_PLAIN}))"
)
_HAS_KIND = re.compile(rf"\b(?:{_KIND}|pages?|papers?)\b", re.IGNORECASE)
_ORDER = re.compile(
    rf"\b(?:Resolution|Directive|Regulation|Decree|(?:Executive|Ministerial|"
    rf"Presidential|Royal|Administrative|Emergency|Council|Government|General) Order|Recommendation|Opinion|Bill|Law|"
    rf"Ordinance|Circular)"
    rf"(?: \((?:[A-Z]{{2,7}})\))? (?:No\.? ?)?\d[\w/.-]*\w*(?: of (?:the )?(?P<body>(?!\d|(?:{MONTH})\b){_TITLE}))?"
)
_FILED = re.compile(
    rf"(?<![\w’'-])(?P<body>(?!(?:In|Under|By|As|But)\b){_TITLE} )?(?:(?:resolution|directive|regulation|"
    rf"decree) (?:No\.? ?)?\d+/\d+|Case (?:No\.? ?)?(?:[A-Z]-)?\d+/\d+)"
)
_BODY_BEFORE = re.compile(
    rf"(?P<body>(?!(?:In|Under|By|With|From|As|But|And|Since|After)\b){_TITLE})(?:['’]s?)? $"
)
_PARTY = rf"(?:{_CAP}(?: (?:(?:of|de|the|for) ){{0,2}}{_CAP}){{0,6}})"
_CASE = re.compile(
    rf"\b(?P<case>(?!(?:In|As|But|And|Since)\b){_PARTY} v(?:s?\.|"
    rf"ersus)? {_PARTY})(?: \((?P<year>1[5-9]\d\d|20\d\d)\))?"
)
_HELD = re.compile(
    r",? (?:[\w’'-]+ ){0,5}?(?:held|holds|found|ruled|decided|established|concluded|said|states?|confirmed|"
    r"settled|laid down)\b"
)
_JUDGED = re.compile(
    rf"\b(?:judge?ment|ruling|verdict|decision|opinion|order)"
    rf"(?P<when> (?:of|on|dated|from) [^,.;]{{0,14}}?(?:{MONTH})[^,.;]{{0,9}}?),? in $"
)
_RULED_IN = re.compile(
    r"\b(?:held|ruled|decided|found|said|established|decision|ruling|judgment|opinion|case|matter) (?:in|of) $"
    r"|\b(?:cited|citing|[Ss]ee|[Cc]f\.|[Uu]nder) (?:the case of )?$"
)
_ISSUER = re.compile(
    rf", (?:the )?(?P<body>{_CAP}(?: (?:(?:of|for|and) (?:the )?)?{_CAP}){{0,5}})(?= {SAYING}\b)"
)
_SAME = re.compile(r"(?:same|said) (?P<kind>[a-z]+)$")


def find(document: Document, blocks: tuple[Shown, ...], parse: Parse, judge: Judge) -> Iterator[Mention]:
    """Documents in the running text, those first that are named most fully."""
    running = [block for block in blocks if block.running]
    yield from _parts(document, running)
    known: list[tuple[int, Work]] = []
    for block in running:
        works = list(works_of(document, block, parse, judge))
        known += [(block.offsets[w.start], w) for _, w in works if parts.may_have_parts(block, w)]
        yield from _numbered(document, block)
        yield from _filed(block)
        yield from _cases(document, block)
        yield from grounds(block, parse, judge, works)
        yield from parts.alone(block, parse, known)
        yield from titled(block, judge)
        yield from bracketed(block)


def _parts(document: Document, blocks: list[Shown]) -> Iterator[Mention]:
    """`Article 4 of the Treaty of Arden`, `paragraph 12 of the report`, `Annex 2 of the same treaty`."""
    last: tuple[str, str | None] | None = None
    for block, match in ((b, m) for b in blocks for m in _PART_OF.finditer(b.text)):
        title = match["title"] or match["plain"]
        if match["title"] and not _HAS_KIND.search(title) and not match[0].startswith("Rule "):
            continue
        if match["plain"] and title.endswith("book") and re.match(r" [A-Z]", block.text[match.end() :]):
            continue
        year = coarse(title) if match["title"] else None
        when = (
            following(block.text, match.end(), document)
            if block.text.startswith(" of ", match.end())
            else None
        )
        end = when.end if when and when.iso else match.end()
        date = (when.iso if when else None) or (year.iso if year else None)
        same = _SAME.search(title)
        if same and last and same["kind"] in last[0].casefold():
            title, date = last
        last = (title, date) if match["title"] else last
        yield of_document(block, match.start(), end, title, date)


def _numbered(document: Document, block: Shown) -> Iterator[Mention]:
    """`Resolution 418 of the Assembly`, `the Council's Directive 12`."""
    for match in _ORDER.finditer(block.text):
        if match[0].startswith("Bill") and not STATES.match(block.text, match.end()):
            continue
        before = _BODY_BEFORE.search(block.text[max(0, match.start() - 80) : match.start()])
        body = match["body"] or (before["body"] if before else "")
        own = body.removeprefix("The ").removeprefix("In the ")
        beside = before is not None and before[0] == f"{body} "
        start = match.start() - len(own) - 1 if beside and not match["body"] else match.start()
        of = block.text.startswith(" of ", match.end())
        when = following(block.text, match.end(), document) if of else None
        end = when.end if when and when.iso else match.end()
        its = re.search(r"\b[Ii]n its $", block.text[max(0, match.start() - 8) : match.start()])
        issuer = _ISSUER.match(block.text, end) if its else None
        own = own or (issuer["body"] if issuer else "")
        single = beside and " " not in own
        outlet = block.text[start : match.end()] if single or not own else own
        yield of_document(block, start, end, outlet, when.iso if when else None)


def _filed(block: Shown) -> Iterator[Mention]:
    """`the Arden Council's resolution 12/2019`, `Case C-12/19`."""
    for match in _FILED.finditer(block.text):
        yield of_document(block, match.start(), match.end(), (match["body"] or match[0]).strip())


def _cases(document: Document, block: Shown) -> Iterator[Mention]:
    """`Quill v. Port of Arden (1987)`."""
    for match in _CASE.finditer(block.text):
        before = block.text[max(0, match.start() - 24) : match.start()]
        judged = _JUDGED.search(block.text[max(0, match.start() - 60) : match.start()])
        if before.endswith("(") or _HELD.match(block.text, match.end()) or _RULED_IN.search(before):
            when = following(judged[0], judged.start("when") - judged.start(), document) if judged else None
            start = match.start() - (len(judged[0]) if judged else 0)
            yield of_document(block, start, match.end(), match["case"], when.iso if when else match["year"])
