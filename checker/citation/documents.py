"""Documents that a sentence cites for what they say: laws, treaties, judgments, reports, papers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.citation.dates import MONTH, coarse, following
from checker.citation.mention import Mention
from checker.citation.names import Judge
from checker.citation.papers import papers
from checker.citation.shown import Shown
from checker.citation.studies import ISSUER, STATES, studies
from checker.model import Document

_ONE = r"(?:\d+[A-Za-z]?(?:\.\d+)*(?:\(\w{1,4}\))*|[IVXLC]+|[A-H]\b)"
_NUMBER = rf"{_ONE}(?:(?:, | and |–|-){_ONE})*"
_PLACE = (
    r"(?:[Aa]rticle|[Ss]ection|[Pp]aragraph|[Cc]hapter|[Cc]lause|[Aa]nnex|[Aa]ppendix|[Pp]art|[Pp]age|[Rr]ule|[Ss]chedule|[Pp]rinciple|[Pp]oint|"
    rf"[Aa]rt\.|[Ss]ec\.|§)s? {_NUMBER}"
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
    rf"\b(?:Resolution|Directive|Regulation|Decree|Executive Order|Recommendation|Opinion|Bill|Law|"
    rf"Ordinance|Circular)"
    rf"(?: \((?:[A-Z]{{2,7}})\))? (?:No\.? ?)?\d[\w/.-]*\w*(?: of (?:the )?(?P<body>(?!\d){_TITLE}))?"
)
_FILED = re.compile(
    rf"(?<![\w’'-])(?P<body>(?!(?:In|Under|By|As|But)\b){_TITLE} )?(?:(?:resolution|directive|regulation|"
    rf"decree) (?:No\.? ?)?\d+/\d+|Case [A-Z]-\d+/\d+)"
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
_RULED_IN = re.compile(r"\b(?:held|ruled|decided|found|said|established) in $|\bcited $")
_DATED = re.compile(
    r"\b(?P<kind>(?:joint |final |closing |press |internal |confidential |leaked )?(?:judge?ment|ruling|"
    r"verdict|memorandum|memo|communiqué|decree|"
    r"declaration|statement|release|circular|dispatch|cable|indictment|report|decision|opinion|"
    r"resolution|letter))"
    rf"(?P<how>,? (?:(?:issued|published|dated|released|signed|adopted|delivered) (?:on |in )?|of |"
    rf"from ))(?=\d|{MONTH}|[12]\d\d\d|[A-Z][a-z]+day\b)"
)
_OWNER = re.compile(rf"(?:\b[Tt]he )?(?P<body>{_TITLE})['’]s? (?:[a-z]+ )?$")
_IN_A = re.compile(r"\b[Ii]n an? (?:[a-z]+ )?$")
_COURT = re.compile(
    rf"\b(?:the |by the )(?P<body>(?:{_CAP} )*(?:Court|Tribunal|Council|Chamber|Senate|Commission|"
    rf"Bench)(?: (?:of|for|on) (?:the )?{_TITLE})?)"
)
_APPOSED = re.compile(
    r",? (?:which was )?(?:adopted|signed|issued|published|released|passed|concluded|ratified|agreed) "
)
_NAMED = re.compile(
    rf"(?<![\w’'])(?!(?:Under|In|The|According|With|By|As|But|And|Its?)\b)(?P<title>(?:{_CAP} (?:(?:of|"
    rf"on|for|"
    rf"and|the) )*){{0,6}}(?:Treaty|Convention|Agreement|Accords?|Protocol|Charter|Act|Declaration|Covenant|"
    rf"Constitution|Code|Pact|Directive|Statute|White Paper|Green Paper|Memorandum|Report|Outlook|Barometer|Atlas|"
    rf"Survey|Census|Strategy|Guidelines|Communiqué|Manifesto|Yearbook|Assessment|agreements|"
    rf"accords)(?: (?:of|on|for|"
    rf"between) (?:the )?(?!\d){_TITLE}| \d{{4}})?)"
    rf"(?: of (?:1[5-9]|20)\d\d)?"
)
_UNDER = re.compile(
    r"(?:^|[.!?;”\"] |\b(?:that|but|and),? )(?:[Uu]nder|[Aa]s (?:required|provided|"
    r"defined) by|[Ii]n accordance with|[Aa]ccording to) "
    r"(?:the )?$"
)
_SPAN = re.compile(r"\d{4}[–-]\d")
_PLAN = re.compile(
    rf"\b[Aa]ccording to (?:the |its |their )?(?P<title>(?:{_CAP} (?:(?:of|on|for|and|"
    rf"the) )*){{1,6}}(?:Plan|Strategy|Census|Survey|"
    r"Programme|Guidelines|Review|Index|Atlas|Register|Handbook|Yearbook|Report|Outlook|Barometer|Inventory)"
    r"(?: (?:for )?(?:19|20)\d\d(?:[–-]\d{2,4})?)?)(?=[,.;:]| [a-z])"
)
_PAPER = re.compile(
    r"\b[Aa]ccording to (?:(?:the|an?|its|his|her|their|that|this|one) )?(?:own )?(?:(?P<year>(?:19|"
    r"20)\d\d) )?"
    r"(?P<kind>(?:[a-z][\w’'-]+ ){0,2}?(?:report|memo|memorandum|indictment|minutes|transcript|audit|"
    r"census|lawsuit|complaint|affidavit|"
    r"ruling|verdict|judgment|communiqué|press release|study|survey|(?:court|police|internal|leaked|"
    r"government|public|official|tax|"
    r"company|planning|secret|classified) (?:documents|records|filings|papers|files|e-mails|emails)))"
    r"(?= (?:released|published|obtained|seen|issued|dated|leaked|filed|presented|that|which|from|on|"
    r"of)\b|[,.;])"
)
_YEARLY = re.compile(
    rf"(?P<title>(?:[Aa]nnual|[Ww]orld|[Gg]lobal|[Aa]ctivity|"
    rf"[Pp]rogress) (?:{_CAP} )?[Rr]eport (?:for )?(?:19|20)\d\d)"
)


def find(document: Document, blocks: tuple[Shown, ...], judge: Judge) -> Iterator[Mention]:
    """Documents in the running text, the fullest name first where two share words."""
    for block in blocks:
        if block.running:
            yield from papers(document, block, judge)
            yield from studies(document, block, judge)
            yield from _parts(document, block)
            yield from _numbered(document, block)
            yield from _according(block)
            yield from _cases(block)
            yield from _dated(document, block)
            yield from _named(document, block)


def _mention(
    block: Shown, start: int, end: int, outlet: str | None, date: str | None = None, author: str | None = None
) -> Mention:
    low, high = block.range(start, end)
    return Mention("document", low, high, "citation.document", outlet, date, author=author, named=(low, high))


def _parts(document: Document, block: Shown) -> Iterator[Mention]:
    """`Article 4 of the Treaty of Arden`, `paragraph 12 of the report`."""
    for match in _PART_OF.finditer(block.text):
        title = match["title"] or match["plain"]
        if match["title"] and not _HAS_KIND.search(title):
            continue
        year = coarse(title) if match["title"] else None
        when = (
            following(block.text, match.end(), document)
            if block.text.startswith(" of ", match.end())
            else None
        )
        end = when.end if when and when.iso else match.end()
        date = (when.iso if when else None) or (year.iso if year else None)
        yield _mention(block, match.start(), end, title, date)


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
        issuer = ISSUER.match(block.text, end) if its else None
        own = own or (issuer["body"] if issuer else "")
        single = beside and " " not in own
        outlet = block.text[start : match.end()] if single or not own else own
        yield _mention(block, start, end, outlet, when.iso if when else None)


def _according(block: Shown) -> Iterator[Mention]:
    """`according to the National Fish Plan 2020–2025`."""
    for match in _PLAN.finditer(block.text):
        year = coarse(match["title"] or "")
        low, high = block.range(match.start(), match.end())
        single = year.iso if year and not _SPAN.search(match["title"]) else None
        yield Mention(
            "according_to", low, high, "citation.according_to", match["title"], single, named=(low, high)
        )
    for match in _PAPER.finditer(block.text):
        low, high = block.range(match.start(), match.end())
        kind, of = match["kind"], match["year"]
        yield Mention("according_to", low, high, "citation.according_to", kind, of, named=(low, high))
    for match in _FILED.finditer(block.text):
        yield _mention(block, match.start(), match.end(), (match["body"] or match[0]).strip())


def _cases(block: Shown) -> Iterator[Mention]:
    """`Quill v. Port of Arden (1987)`."""
    for match in _CASE.finditer(block.text):
        before = block.text[max(0, match.start() - 16) : match.start()]
        if before.endswith("(") or _HELD.match(block.text, match.end()) or _RULED_IN.search(before):
            yield _mention(block, match.start(), match.end(), match["case"], match["year"])


def _dated(document: Document, block: Shown) -> Iterator[Mention]:
    """`judgment of 9 March`, `communiqué issued on June 20`."""
    for match in _DATED.finditer(block.text):
        when = following(block.text, match.end(), document)
        if when is None or (match["how"].strip() == "of" and "-" not in (when.iso or "")):
            continue
        court = _COURT.search(block.text, when.end, when.end + 120) if _is_judged(match["kind"]) else None
        kind = re.sub(r"^(?:leaked|internal|confidential) ", "", match["kind"])
        start = match.end("kind") - len(kind)
        owner = _OWNER.search(block.text[max(0, match.start() - 80) : match.start()])
        issuer = (
            ISSUER.match(block.text, when.end)
            if _IN_A.search(block.text[max(0, start - 12) : start])
            else None
        )
        body = court["body"] if court else owner["body"] if owner else issuer["body"] if issuer else kind
        yield _mention(block, start, when.end, body, when.iso)


def _is_judged(kind: str) -> bool:
    return kind.split()[-1] in ("judgment", "judgement", "ruling", "verdict", "decision", "opinion")


def _named(document: Document, block: Shown) -> Iterator[Mention]:
    """A treaty, a law or a report that is named for what it says, or under which something holds."""
    for match in (*_NAMED.finditer(block.text), *_YEARLY.finditer(block.text)):
        apposed = _APPOSED.match(block.text, match.end())
        when = following(block.text, apposed.end() - 1, document) if apposed else None
        comma = when is not None and block.text.startswith(",", when.end)
        said = STATES.match(block.text, when.end + 1 if when and comma else match.end())
        under = _UNDER.search(block.text[max(0, match.start() - 30) : match.start()])
        title = match["title"]
        owner, _, own = re.sub(r"['’]s ", "\n", title).rpartition("\n")
        holds = under is not None and block.text.startswith(",", match.end())
        if not (said or holds) or " " not in own:
            continue
        year = coarse(match[0])
        start = match.start() + len(title) - len(own.removeprefix("The "))
        outlet = (owner or own).removeprefix("The ")
        date = (when.iso if when and comma else None) or (year.iso if year else None)
        yield _mention(block, start, match.end(), outlet, date)
