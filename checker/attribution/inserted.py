"""Sayings between commas or behind the last one, read from marks and word classes where the parse lost them.

`The ward, the minutes show, was full.` `She knew, she said, that it was.` `The girl said he was late, a paper shows.`
"""

from __future__ import annotations

from dataclasses import replace

from checker.attribution.asides import is_side_clause
from checker.attribution.cues import Cues
from checker.attribution.draft import Draft
from checker.attribution.grammar import VERBAL, Grammar
from checker.attribution.quotations import Owners
from checker.attribution.scope import between, joined, without
from checker.attribution.sources import of_verb
from checker.attribution.verbs import cue_words
from checker.model import Range

_SHOWING = frozenset({"show", "reveal", "indicate", "suggest", "find", "rule", "conclude"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NOMINAL = frozenset({"DT", "PRP$", "PRP", "POS", "JJ", "NN", "NNS", "NNP", "NNPS", "VBN", "CD"})
_LONGEST = 9
"""Tokens of the one who speaks."""
_CLAUSE = 10
"""Tokens of a clause that describes the one who speaks."""
_ADJUNCT = 9
"""Tokens between a verb at the end of a sentence and the full stop (`in a note released on Monday`)."""


def with_inserted(g: Grammar, cues: Cues, owners: Owners, drafts: list[Draft]) -> list[Draft]:
    """The drafts with these sayings, whose words are cut out of the contents around them."""
    for verb, token in enumerate(g.tokens):
        known = cues.has("verbs.aside", token.lemma) or token.lemma in _SHOWING
        if not known or token.tag not in _FINITE or g.quote[verb] >= 0 or verb in owners.of:
            continue
        if g.tokens[verb - 1].text == ",":
            drafts = _inverted(g, verb, drafts)
        elif (parted := _parting(g, cues, verb, drafts)) is not None:
            drafts = parted
        elif (comma := _comma(g, verb)) is not None:
            drafts = _between(g, cues, verb, comma, drafts) or _behind(g, cues, verb, comma, drafts) or drafts
    return drafts


def _comma(g: Grammar, verb: int) -> int | None:
    """The comma before the noun phrase that stands right before the verb, if the words before it have a verb."""
    i, start = verb - 1, g.sentence_of(verb).first
    while i > start and g.tokens[i].pos in {"ADV", "AUX"}:
        i -= 1
    last = i = _before_clause(g, _before_name(g, i))
    while i > start and last - i < _LONGEST and _is_nominal(g, i):
        i -= 1
    named = i < last and g.tokens[last].pos in {"NOUN", "PROPN", "PRON"} and g.tokens[i].text == ","
    return i if named and _is_statement(g, start, i) else None


def _parting(g: Grammar, cues: Cues, verb: int, drafts: list[Draft]) -> list[Draft] | None:
    """`The bridge, Roe told the council, would not hold.`: an address between a subject and its verb."""
    sentence = g.sentence_of(verb)
    comma, after = verb - 1, verb + 1
    while comma > sentence.first and _is_nominal(g, comma):
        comma -= 1
    while after < sentence.last and _is_nominal(g, after):
        after += 1
    told = verb - comma > 1 and after - verb > 1 and cues.has("verbs.addresses", g.tokens[verb].lemma)
    if not told or after + 1 >= sentence.last or {g.tokens[comma].text, g.tokens[after].text} != {","}:
        return None
    opening = tuple(range(sentence.first, comma))
    bare = bool(opening) and all(_is_nominal(g, i) or g.tokens[i].tag == "IN" for i in opening)
    if not bare or g.tokens[after + 1].tag not in _FINITE | {"MD"}:
        return None
    content = (*between(g, opening[0], comma - 1, verb), *between(g, after + 1, sentence.last - 1, verb))
    hole = g.tokens[comma].start, g.tokens[after].end
    draft = Draft(verb, cue_words(g, verb), tuple(range(comma + 1, verb)), content, "")
    rest = [_of_opening(d, opening, comma, after) for d in drafts]
    return _put(g, draft, hole, rest)


def _is_nominal(g: Grammar, i: int) -> bool:
    return g.tokens[i].tag in _NOMINAL and g.quote[i] < 0


def _of_opening(draft: Draft, opening: tuple[int, ...], comma: int, after: int) -> Draft:
    """A saying whose subject stands before the address, without the words of the address."""
    opens = draft.source[:1] == opening[:1] and draft.head > after
    if opens and any(comma < i < after for i in draft.source):
        return replace(draft, source=opening)
    return draft


def _before_name(g: Grammar, last: int) -> int:
    """The last token before a person's name between commas (`the warden, Ada Lund, told us`)."""
    name = g.name_at(last - 1) if g.tokens[last].text == "," and last else None
    person = name is not None and name.type == "PERSON" and name.last == last
    return name.first - 2 if name and person and g.tokens[name.first - 1].text == "," else last


def _before_clause(g: Grammar, last: int) -> int:
    """The last token before a clause with `who` that no comma parts from its noun."""
    for i in range(last, max(g.sentence_of(last).first, last - _CLAUSE), -1):
        if g.tokens[i].text == ",":
            break
        if g.lower(i) == "who":
            return i - 1
    return last


def _is_statement(g: Grammar, first: int, comma: int) -> bool:
    if g.tokens[comma - 1].tag in {"WDT", "WP", "WRB", "IN"}:
        return False
    finite = any(g.is_finite(i) and g.tokens[i].pos in VERBAL for i in range(first, comma))
    return finite and not is_side_clause(g, first, comma)


def _between(g: Grammar, cues: Cues, verb: int, comma: int, drafts: list[Draft]) -> list[Draft] | None:
    """`Doctors warned, the minutes show, that it was full.`"""
    sentence, rest = g.sentence_of(verb), verb + 2
    if rest + 1 >= sentence.last or g.tokens[verb + 1].text != "," or not _leads_on(g, rest):
        return None
    hole = g.tokens[comma].start, g.tokens[verb + 1].end
    content = (
        *between(g, sentence.first, comma - 1, verb),
        *between(g, rest, sentence.last - 1, verb),
    )
    drafts = _put(
        g, Draft(verb, cue_words(g, verb), tuple(range(comma + 1, verb)), content, ""), hole, drafts
    )
    opened = comma - 1
    if g.lower(rest) == "that" and cues.is_verb(g.tokens[opened].lemma) and g.is_finite(opened):
        said = between(g, rest, sentence.last - 1, opened)
        source = tuple(i for i in of_verb(g, opened) if i < comma)
        made = Draft(opened, cue_words(g, opened), source, said, "attribution.said-that")
        drafts = [*(d for d in drafts if d.head != opened), made]
    return drafts


def _inverted(g: Grammar, verb: int, drafts: list[Draft]) -> list[Draft]:
    """`The church, says Roe, is sinking.`"""
    sentence, last = g.sentence_of(verb), verb
    while last + 1 < sentence.last and last - verb < _LONGEST and g.tokens[last + 1].tag in {*_NOMINAL, "IN"}:
        last += 1
    known = any(d.head == verb and d.content[0][0] < g.tokens[verb].start for d in drafts)
    named = last > verb and g.tokens[last].pos in {"NOUN", "PROPN"} and g.tokens[verb + 1].tag != "IN"
    rest = last + 2
    closed = (
        rest < sentence.last - 1 and g.tokens[last + 1].text == "," and g.tokens[rest].tag in _FINITE | {"MD"}
    )
    if known or not named or not closed or verb - 1 <= sentence.first:
        return drafts
    hole = g.tokens[verb - 1].start, g.tokens[last + 1].end
    content = (*between(g, sentence.first, verb - 2, verb), *between(g, rest, sentence.last - 1, verb))
    return _put(g, Draft(verb, (verb,), tuple(range(verb + 1, last + 1)), content, ""), hole, drafts)


def _leads_on(g: Grammar, i: int) -> bool:
    """Whether what follows goes on with the words before: `that …`, `who …`, `is …`."""
    return g.tokens[i].tag in {"WP", "WDT", "IN", "VBD", "VBZ", "VBP", "MD"} and g.quote[i] < 0


def _behind(g: Grammar, cues: Cues, verb: int, comma: int, drafts: list[Draft]) -> list[Draft] | None:
    """`The girl told them he was late, a court paper shows.`"""
    sentence = g.sentence_of(verb)
    rest = range(verb + 1, sentence.last - 1)
    plain = len(rest) <= _ADJUNCT and all(
        g.tokens[i].pos in {"ADP", "DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM", "ADV"}
        or g.tokens[i].tag == "VBN"
        for i in rest
    )
    told = cues.has("verbs.addresses", g.tokens[verb].lemma)
    placed = not rest or told or g.tokens[rest[0]].pos in {"ADP", "ADV"} or g.name_at(rest[0]) is not None
    known = next((d for d in drafts if d.head == verb), None)
    if not plain or not placed or g.tokens[sentence.last - 1].text not in {".", "!", "?"}:
        return None
    if (
        known is not None
        and known.content[0][0] < g.tokens[comma].start
        and known.content[-1][1] <= g.tokens[comma].end
    ):
        return None
    content = between(g, sentence.first, comma - 1, verb)
    hole = g.tokens[comma].start, g.tokens[sentence.last - 1].end
    draft = Draft(verb, cue_words(g, verb), tuple(range(comma + 1, verb)), content, "")
    return _put(g, draft, hole, drafts)


def _put(g: Grammar, draft: Draft, hole: Range, drafts: list[Draft]) -> list[Draft]:
    """The drafts with one more, and the contents that run into it cut."""
    middle = len(draft.content) > 1
    rule = "attribution.said-between" if middle else "attribution.said-after"
    source = tuple(i for i in draft.source if i not in draft.cue and g.tokens[i].pos != "ADV")
    made = replace(draft, rule=rule, source=source, content=joined(list(draft.content)))
    kept = [_cut(g, d, hole) for d in drafts if d.head != draft.head and not _lies_in(g, d, hole)]
    return [*(d for d in kept if d.content), made] if made.content else drafts


def _lies_in(g: Grammar, draft: Draft, hole: Range) -> bool:
    return hole[0] <= g.tokens[draft.head].start < hole[1]


def _cut(g: Grammar, draft: Draft, hole: Range) -> Draft:
    """The draft of an earlier cue without the words of the hole."""
    inside = any(a < hole[1] and hole[0] < b for a, b in draft.content)
    if not inside or g.tokens[draft.head].start >= hole[0]:
        return draft
    return replace(draft, content=without(draft.content, hole))
