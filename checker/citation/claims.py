"""The words that rest on a citation: the statement before a bracket or a note, what somebody told an outlet."""

from __future__ import annotations

import re
from bisect import bisect_right

from checker.citation.mention import Mention
from checker.citation.shown import Shown
from checker.citation.verbs import STATES
from checker.model import Parse, Range

_BEHIND = frozenset(("parenthetical_outlet", "parenthetical_stripped", "back_reference", "footnote"))
_SAID = frozenset(
    ("told_outlet", "interview", "writing_in", "according_to", "document", "anonymous", "outlet_in_prose")
)
_LINKED = frozenset(("live_link", "dead_link", "reference_link", "bare", "autolink"))
_MARK = re.compile(r"\[\^?\w{1,40}\]")
_NOTE_END = re.compile(r"[.!?][”\"’)]*(?:\[\^?\w{1,40}\])+\s+")
_THAT = re.compile(r"\bthat\s+")
_VERB = re.compile(
    r"\b(?:said|says|say|argued|argues|wrote|writes|conceded|claimed|claims?|predicted|warned|denied|"
    r"confirmed|states|stated|"
    r"found|held|showed|shows|noted|notes|insisted|admitted|explained|reported|reports|added|told \w+|"
    r"declared|responded|revealed|suggested|recalled)\s+(?:that\s+)?"
)
_CITING = re.compile(
    r"(?:,? (?:(?:according to|citing|quoting|per)(?: (?:an?|the))?(?: [a-z-]+){0,2}|said|says)|(?<=,) (?:an?|the))$"
)
_ONLY_SAID = re.compile(
    r"(?:(?:for|of|by) [^.,;]{3,40}? )?(?:found|finds|shows?|showed|says?|said|suggests?|suggested|reported|reports|"
    r"revealed|concluded|(?:last|this) \w+)\W*$"
)
_AS_SAYING = re.compile(r"[^.;“”\"]{2,70}? as saying (?:that )?")
_WHICH = re.compile(r", which (?=[a-z])")
_AS_IT_SAYS = re.compile(r"(?: [a-z]+)? [a-z]+, (?=\S)")
_MADE_BY = re.compile(
    r" (?:obtained|seen|reviewed|published|released|compiled|filed|issued|leaked|dated|provided) [^,.;]{3,60}, "
)
_ASKED = re.compile(r" (?:whether|if|why|how|what|about|when) [^.;]{3,80}?, (?=\w)")
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being)$")
_ASIDE = re.compile(r", (?:citing|quoting|which cited|a [\w -]{3,30}) [^,.;]{2,60}(?=,)")
_TOLD_SO = re.compile(
    r" (?=(?:he|she|it|they|we|there|the|his|her|its|their|an?|this|no|nobody|all|most|some) )"
)
_SPEAKER = re.compile(r",[”\"]? (?:(?:the|its|his|her|their|an?) )?(?:[\w’'-]+ ){0,6}[\w’'-]+$")
_BESIDE = re.compile(r"\s*\([^()]{2,200}\)[.,;]?\s*$")
_NEXT = re.compile(
    r", (?:while|but|whereas|though|although|which|who)\b|; |, and (?=the |a |an |he |she |it |they |[A-Z])"
)
_LINK_THAT = re.compile(r"(?:\s+and\s+[\w ]{2,30})?\s+that\s+")
_FRONTED = re.compile(r"(?:According to|Under|In) (?:the |an? )?(?=[\w“\"])")
_AS = re.compile(r", as (?:an? |the )?$")
_CLAUSE = re.compile(r"(?:, (?:and|but|while|whereas|as)|;) ")
_CLOSING = re.compile(r"[)\]]")
_NEAR = 8
"""Citations before a bracket, of which one may share its sentence."""
_OF_FORM = {
    "according_to": (_AS_SAYING, _MADE_BY), "document": (_WHICH, _MADE_BY), "told_outlet": (_ASKED,)
}  # fmt: skip
"""What may stand between a citation and what it carries."""
_LONGEST = 1000
"""Characters of a sentence on either side of a citation."""
_REACH = 400
"""Characters of a bracket, and of what a quotation is sought in."""
_TRIM = " \t\n,.;:!?"


def claim(block: Shown, parse: Parse, mention: Mention, others: list[Mention]) -> Range | None:
    """The range of the document that the mention carries; None where the sentence does not show it."""
    if not block.text:
        return None
    start, end = block.at(mention.start), block.at(mention.end)
    low, high = _sentence(block, parse, start)
    bracket = _bracket(block.text, start)
    if mention.form in _BEHIND or (bracket is not None and mention.form in _LINKED | {"according_to"}):
        if mention.form == "back_reference" and not bracket:
            found = _said(block, mention, low, high, parse)
        else:
            found = _before(block, low, bracket if bracket is not None else start, others)
    elif mention.form in _SAID:
        found = _said(block, mention, low, high, parse)
    elif mention.form in _LINKED:
        found = _around(block, mention, low, high, start, end)
    else:
        return None
    place = _trimmed(block, found)
    if place and mention.form in _LINKED and place[0] < mention.end and mention.start < place[1]:
        return min(place[0], mention.start), max(place[1], mention.end)
    return place


def _sentence(block: Shown, parse: Parse, at: int) -> Range:
    """The sentence that holds a place; the mark of a note belongs to the one that it follows."""
    before = at
    if _MARK.match(block.text, at) and at:
        before = at - 1
    held = parse.sentence_at(block.offsets[min(before, len(block.offsets) - 1)])
    low, high = (block.at(held.start), block.at(held.end)) if held else (0, len(block.text))
    low, high = max(low, at - _LONGEST), min(high, at + _LONGEST)
    for mark in _NOTE_END.finditer(block.text, low, high):
        if mark.end() <= at:
            low = mark.end()
    return low, max(high, at)


def _bracket(text: str, start: int) -> int | None:
    """Where the bracket opens in which the mention stands."""
    low = max(0, start - _REACH)
    opened = max(text.rfind("(", low, start), text.rfind("[", low, start))
    if opened < 0 or re.search(r"[)\]]", text[opened + 1 : start]):
        return None
    return opened


def _before(block: Shown, low: int, upto: int, others: list[Mention]) -> Range:
    """From the sentence, or the citation before it in the sentence, to the bracket."""
    i = bisect_right(others, block.offsets[min(upto, len(block.offsets) - 1)], key=lambda m: m.start)
    for other in others[max(0, i - _NEAR) : i]:
        closing = _CLOSING.search(block.text, block.at(other.end), upto)
        words = re.search(r"\w", _MARK.sub("", block.text[closing.end() : upto])) if closing else None
        if other.form in _BEHIND and block.block.start <= other.start and closing and words:
            low = max(low, closing.end())
    if beside := _BESIDE.search(block.text, max(low, upto - _REACH), upto):
        opened = block.offsets[beside.start()]
        if any(
            opened <= o.start < block.offsets[upto - 1] and o.form in _BEHIND
            for o in others[max(0, i - _NEAR) : i]
        ):
            upto = beside.start()
    lead = re.match(r"(?:\[\^?\w+\])*[\s,;.]*(?:(?:and|but|while) )?", block.text[low:upto])
    return low + (lead.end() if lead else 0), upto


def _said(block: Shown, mention: Mention, low: int, high: int, parse: Parse) -> Range | None:
    text = block.text
    start, end = block.at(mention.start), block.at(mention.end)
    citing = _ASIDE.match(text, end)
    end = citing.end() if citing else end
    before = _CITING.sub("", text[low:start].rstrip())
    quoted = _quoted(block, parse, low, start)
    if quoted is not None:
        return quoted
    for aside in (_AS_SAYING, _WHICH, _MADE_BY, _ASKED):
        if aside in _OF_FORM.get(mention.form, ()) and (passed := aside.match(text, end, high)):
            return passed.end(), _clause_end(text, passed.end(), high)
    that = _THAT.search(text, end, high)
    rest = text[end:high].lstrip(" ,")
    if mention.form in ("document", "according_to") and _ONLY_SAID.match(rest) and before:
        return low, low + len(before.rstrip(","))
    if not re.search(r"\w", rest):
        if mention.form in ("told_outlet", "interview") and (speaker := _SPEAKER.search(before)):
            return low, low + speaker.start()
        return None if _PASSIVE.search(before) else (low, low + len(before.rstrip(",")))
    if that and not re.search(r"[.;]", text[end : that.start()]):
        return that.end(), _clause_end(text, that.end(), high)
    if mention.form == "told_outlet" and (said := _TOLD_SO.match(text, end)):
        return said.end(), _clause_end(text, said.end(), high)
    if before.startswith("As ") and (passed := _AS_IT_SAYS.match(text, end, high)):
        return passed.end(), _clause_end(text, passed.end(), high)
    fronted = not re.search(
        r"\w{3,}", re.sub(r"^(?:On|In|As|Under|Yet|But|And|The|the|its|a|an|joint)\b", "", before)
    )
    if fronted or re.fullmatch(
        r"(?:[Ii]n|[Oo]n|[Uu]nder|[Aa]s|[Aa]ccording to)(?: (?:the|an?|its|their))?(?: \w+)?", before
    ):
        verb = _VERB.search(text, end, min(high, end + 120)) if not _stated(mention, text, end) else None
        far = (
            mention.form == "document"
            and verb
            and not text[end:high].startswith(",")
            and len(text[end : verb.start()].split()) > 2
        )
        at = verb.end() if verb and not far else end
        return at, _clause_end(text, at, high)
    if before.endswith(",") or re.search(r", (?:the \w+|\w+ said)$", before):
        return low, low + len(re.sub(r", (?:the \w+|\w+ said)$", "", before).rstrip(","))
    verb = _VERB.search(text, end, min(high, end + 40))
    if verb:
        return verb.end(), _clause_end(text, verb.end(), high)
    return None


def _stated(mention: Mention, text: str, end: int) -> bool:
    """Whether the claim begins right behind: after `according to X,`, or with the verb: `calls on states to pay`."""
    if mention.form == "according_to":
        return text.startswith(",", end)
    verb = STATES.match(text, end) if mention.form == "document" else None
    return verb is not None and _VERB.match(text, end + 1) is None


def _clause_end(text: str, at: int, high: int) -> int:
    following = _NEXT.search(text, at, high)
    return following.start() if following else high


def _quoted(block: Shown, parse: Parse, low: int, start: int) -> Range | None:
    """The quotation that ends, with a comma, before the verb of the citation."""
    i = bisect_right(parse.quoted, block.offsets[min(start, len(block.offsets) - 1)], key=lambda q: q.start)
    for mark in reversed(parse.quoted[max(0, i - _NEAR) : i]):
        first, last = block.at(mark.inner[0]), block.at(mark.inner[1])
        ends = block.text[first:last].endswith((",", "?", "!", "—"))
        if low < last <= start < last + 80 and mark.closed and ends and last - first > 6:
            return first, last
    return None


def _around(block: Shown, mention: Mention, low: int, high: int, start: int, end: int) -> Range | None:
    """The clause in which a link stands; of `reported that …` what comes after."""
    text = block.text
    that = _LINK_THAT.match(text, end, high)
    if that:
        return that.end(), _clause_end(text, that.end(), high)
    fronted = _FRONTED.match(text, low, start + 1)
    comma = text.find(", ", end, end + 30)
    if fronted and comma >= 0:
        return comma + 2, _clause_end(text, comma + 2, high)
    back = _AS.search(text, low, start)
    if back and back.start() > low:
        return low, back.start()
    for match in _CLAUSE.finditer(text, low, high):
        if match.end() <= start:
            low = match.end()
        elif match.start() >= end:
            high = match.start()
            break
    if mention.form in ("bare", "autolink"):
        return (low, start) if len(text[low:start].split()) > 3 else None
    return low, high


def _trimmed(block: Shown, found: Range | None) -> Range | None:
    if found is None:
        return None
    low, high = found
    while low < high and block.text[low] in _TRIM:
        low += 1
    while high > low and block.text[high - 1] in _TRIM:
        high -= 1
    return block.range(low, high) if re.search(r"\w+\W+\w+", block.text[low:high]) else None
