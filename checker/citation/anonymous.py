"""Sources that a text cites without a name, and says that it does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.citation.mention import Mention
from checker.citation.shown import Shown
from checker.model import Document, Parse, Range

_SAY = frozenset((
    "say", "tell", "confirm", "report", "state", "claim", "add", "note", "admit",
    "explain", "deny", "allege", "insist", "warn", "describe", "disclose", "reveal", "suggest",
    "acknowledge", "recall", "estimate", "predict", "argue", "quote", "cite", "concede",
    "complain", "indicate", "hint",
))  # fmt: skip
_SOURCES = frozenset(("source", "insider"))
_NO_PERSONS = frozenset((
    "media", "news", "press", "water", "energy", "income", "food", "power", "light", "heat", "data",
    "primary", "secondary", "open", "historical", "written",
))  # fmt: skip
"""Sources that are texts or things."""
_NAMELESS = frozenset(("unnamed", "anonymous", "unidentified", "undisclosed"))
_NAMED = r"(?:named|identified|quoted by name)"
_HIS = r"(?:his|her|their|its)"
_NAME = (
    rf"(?:the |{_HIS} )?(?:[a-z]+ )?(?:names?|surnames?|identit(?:y|ies)|countr(?:y|ies)|"
    r"compan(?:y|ies)|firms?|villages?)"
)
_REFUSED = (
    r"(?:did|do|does|would) not (?:want|wish|agree|like)|refus(?:ed|ing)|declin(?:ed|ing)|"
    r"prefer(?:red|s|ring) not"
)
_HID = r"(?:published|used|printed|known|given|disclosed|revealed|mentioned|made public)"
_ASKED = re.compile(
    r"(?:,? (?:who|which|and|none of whom|all of whom|both of whom) |, )?(?:[a-z]+ ){0,6}?(?:"
    rf"(?:not|never) (?:to )?be {_NAMED}|(?:to|wished to|to stay|to remain) (?:remain )?anonymous|"
    r"(?:requested|requesting|sought|seeking|insisted on|insisting on|granted|promised) anonymity|"
    rf"(?:condition|guarantee|promise) of (?:anonymity|not being {_NAMED})|"
    rf"(?:condition|asked|asking|request(?:ed|ing)?|insist(?:ed|ing)) that {_NAME} "
    rf"(?:not be {_HID}|not be {_NAMED}|be (?:left out|withheld|kept (?:out|secret)|changed|concealed))|"
    r"(?:on|for) background\b|off the record\b|(?:speaking|spoke|talking|talked|quoted) anonymously\b|"
    rf"whose {_NAME}(?: (?:is|are|was|were|has been|have been|being))* (?:known to (?:this|the) \w+|"
    rf"withheld|changed|kept)|"
    rf"(?:gave|give|giving) only {_HIS} (?:first|given) names?|only (?:gave|give) {_HIS} (?:first|"
    rf"given) names?|"
    r"identified only (?:as|by)|"
    rf"(?:{_REFUSED}) (?:to (?:give|have) )?(?:(?:for|to have) )?{_NAME}(?: (?:to be )?{_HID})?|"
    rf"(?:{_REFUSED}) to be {_NAMED}|(?<=none of whom )(?:agreed|wanted|wished) to be {_NAMED}|"
    r"(?:not|n[o’']t) (?:being )?(?:authori[sz]ed|permitted|allowed|cleared|entitled) to (?:speak|talk|"
    r"comment|discuss|brief)(?: \w+){0,3}?(?= (?:on|about|because|and|said|that)\b|[,.;]|$))"
)
_SAID_SO = re.compile(
    r" (?:said|told [\w ]{2,30}|confirmed|"
    r"spoke),? (?:[\w ]{2,30},? )?(?P<how>on (?:the )?condition of anonymity|anonymously|on background)\b"
)
_FRONTED = re.compile(
    r"(?:[Ss]peaking )?(?:[Aa]nonymously|[Oo]n (?:the )?condition of anonymity|[Oo]n background)"
    r"(?: with [\w ]{2,30})?, $"
)
_FAMILIAR = re.compile(
    r"(?:familiar with|close to|with (?:direct |first-hand |close )?knowledge of|briefed on|with access to|"
    r"privy to)\b"
)
_KNOWING = re.compile(
    r"(?:with (?:direct |first-hand |close |detailed )?knowledge of|familiar with|briefed on|privy to|"
    r"with access to) "
    r"(?:the|his|her|its|their) (?:\w+ )?(?:matter|case|talks|plans?|negotiations|situation|investigation|"
    r"inquiry|probe|discussions|"
    r"deal|operation|file|files|thinking|decision|process|accounts)\b"
)
_FALSE_NAME = re.compile(
    r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]*\.?)? \((?:not (?:his|her|their) real names?|(?:the |his |her |"
    r"their )?names? "
    r"(?:has been |have been )?changed|a pseudonym)\)"
)
_MUTE = re.compile(r" (?:said|says|told \w+) nothing\b")
_NO_PERSON = re.compile(r" (?:of|for|code)\b")
_PEOPLE = frozenset(
    ("person", "people", "official", "diplomat", "officer", "executive", "aide", "individual")
)
_LEFT = ("det", "amod", "compound", "nummod", "poss", "quantmod", "nmod", "predet")


def find(document: Document, blocks: tuple[Shown, ...], parse: Parse) -> Iterator[Mention]:
    """One mention for each unnamed source that something is said of having said."""
    for block in blocks:
        if block.running:
            for false in _FALSE_NAME.finditer(block.text):
                yield Mention("anonymous", *block.range(*false.span()), "citation.anonymous")
            for i in parse.tokens_in(block.block.start, block.block.end):
                if _may_be_source(parse, i) and not _quoted(parse, i):
                    place = _source(document, parse, i, block.block.end)
                    if place is not None:
                        yield Mention("anonymous", *place, "citation.anonymous")


def _may_be_source(parse: Parse, i: int) -> bool:
    """A noun or pronoun; of names only plurals, such as parties and peoples have."""
    token = parse.tokens[i]
    named = token.pos == "PROPN" and not token.text.endswith("s") and not _is_some(parse, i)
    return token.pos in ("NOUN", "PRON", "PROPN") and not named


def _source(document: Document, parse: Parse, i: int, end: int) -> Range | None:
    token = parse.tokens[i]
    if token.pos == "PRON" and token.lemma.casefold() not in ("one", "someone", "somebody"):
        return None
    asked = _ASKED.match(document.text, token.end, min(end, token.end + 130))
    if asked and "." not in asked[0]:
        if re.match(r", (?:an?|one|two) ", asked[0]):
            return token.end + 2, asked.end()
        return parse.tokens[_first(parse, _head(parse, i))].start, asked.end()
    asked = _SAID_SO.match(document.text, token.end, min(end, token.end + 130))
    first = parse.tokens[_first(parse, i)].start
    if asked and "." not in asked[0]:
        return (asked.start("how") if " told " in asked[0] else first), asked.end()
    low = max(0, first - 60)
    if fronted := _FRONTED.search(document.text[low:first]):
        return low + fronted.start(), token.end
    if not _is_nameless(document, parse, i) or not _speaks(parse, i):
        return None
    last = parse.tokens[_last(parse, i)].end
    return None if _MUTE.match(document.text, last) else (parse.tokens[_first(parse, i)].start, last)


def _is_nameless(document: Document, parse: Parse, i: int) -> bool:
    """Whether the words say that it is a source, and which, but not who."""
    token = parse.tokens[i]
    lemma = token.lemma.casefold()
    if {parse.tokens[j].text.casefold() for j in range(max(0, i - 4), i)} & _NAMELESS:
        return parse.tokens[_first(parse, i)].start <= _nameless_at(parse, i)
    if lemma in _SOURCES and parse.tokens[i - 1].text.casefold() in _NO_PERSONS:
        return False
    if lemma in _SOURCES:
        return _NO_PERSON.match(document.text, token.end) is None
    if _KNOWING.match(document.text, token.end + 1):
        return True
    return (lemma in _PEOPLE or _is_some(parse, i)) and _FAMILIAR.match(
        document.text, token.end + 1
    ) is not None


def _is_some(parse: Parse, i: int) -> bool:
    """`a Democrat`, `two aides`: a person or persons whom the words only count."""
    left = [parse.tokens[j] for j in parse.children(i) if j < i]
    return any(t.text.casefold() in ("a", "an", "one") or t.dep == "nummod" for t in left) and not any(
        parse.tokens[j].dep == "appos" for j in parse.children(i)
    )


def _nameless_at(parse: Parse, i: int) -> int:
    """Where the word stands that says that there is no name."""
    return next(
        parse.tokens[j].start for j in range(i - 1, -1, -1) if parse.tokens[j].text.casefold() in _NAMELESS
    )


def _head(parse: Parse, i: int) -> int:
    """The noun that a noun inside its phrase hangs on: `a clerk familiar with the plan, who …`."""
    for j in parse.ancestors(i):
        beside = parse.tokens[j].text.casefold() in ("according", "by")
        clause = parse.tokens[j].dep in ("relcl", "acl")
        if clause and j < i:
            continue
        if j > i or beside or parse.tokens[j].pos not in ("NOUN", "PROPN", "ADP", "ADJ", "NUM"):
            break
        if parse.tokens[j].pos in ("NOUN", "PROPN", "NUM") and parse.tokens[i].dep in (
            "pobj",
            "amod",
            "poss",
            "dobj",
        ):
            i = j
    return i


def _first(parse: Parse, i: int) -> int:
    """The first word of the noun phrase."""
    left = [j for j in parse.children(i) if j < i and parse.tokens[j].dep in _LEFT]
    return min([i, *(min(parse.subtree(j)) for j in left)])


def _last(parse: Parse, i: int) -> int:
    """The last word of `source close to the chairman`: what hangs on the noun, without a clause after a comma."""
    last = i
    for j in parse.subtree(i):
        if j > i and j == last + 1 and parse.tokens[j].text not in (",", "(", "“", '"', "—", "–"):
            last = j
    return last


def _speaks(parse: Parse, i: int) -> bool:
    """Whether the noun is who says, or who is cited."""
    while parse.tokens[i].dep == "conj":
        i = parse.tokens[i].head
    token = parse.tokens[i]
    head = parse.tokens[token.head]
    if token.dep in ("nsubj", "nsubjpass") or (
        token.dep in ("ROOT", "dobj", "attr") and _said_before(parse, i)
    ):
        puts = head.lemma == "put" and any(parse.tokens[k].text == "at" for k in parse.children(token.head))
        return puts or head.lemma.casefold() in _SAY or _said_before(parse, i)
    if token.dep == "pobj":
        over = parse.tokens[head.head]
        return (head.text.casefold() == "to" and over.text.casefold() == "according") or (
            head.text.casefold() == "by" and over.lemma in ("quote", "cite", "confirm", "tell")
        )
    return token.dep == "dobj" and head.lemma in ("cite", "quote", "citing", "quoting")


def _said_before(parse: Parse, i: int) -> bool:
    """`said a source`: the verb stands right before the noun phrase."""
    before = _first(parse, i) - 1
    return before >= 0 and parse.tokens[before].text.casefold() in ("said", "says", "say", "told")


def _quoted(parse: Parse, i: int) -> bool:
    return parse.is_quoted(parse.tokens[i].start, parse.tokens[i].end)
