"""What an ellipsis hides."""

from __future__ import annotations

import re

from checker.quotation.align import Part
from checker.quotation.antecedents import mentions, persons
from checker.quotation.before import states
from checker.quotation.finding import Finding, Pair
from checker.quotation.fold import Folded
from checker.quotation.lexicon import classes, marked, words_of
from checker.quotation.sentences import ends_sentence, narrated

STRONG = {
    "negation": "hidden-negation",
    "limit": "hidden-condition",
    "condition": "hidden-condition",
    "denial": "hidden-negation",
    "attribution": "hidden-attribution",
    "hedge": "hidden-modality",
    "modality": "hidden-modality",
    "scope": "hidden-modality",
    "distancing": "hidden-attribution",
    "styled": "hidden-modality",
    "guessing": "hidden-modality",
    "lead": "hidden-modality",
    "bound": "hidden-condition",
    "strict": "hidden-condition",
}
WEAK = {"quantity": "hidden-modality", "order": "hidden-condition"}
SHORT = 12
"""Up to so many hidden words, quantities and "before" or "after" count as part of the sense."""
FEW = 2
"""Hidden words among which a number belongs to the word behind them."""
SUBJECT = 5
"""Words of the longest subject that is looked for."""
_PLAIN = re.compile(r"\s*[…. \[\]]*\s*")
_COUPLING = words_of("coupling")
CONCESSION = 6
"""Words of a concession without a verb."""
LABEL = 8
"""Words of the longest name before a speaker's colon."""
SHOWN = 40
"""Words before an ellipsis in which a person has been named to the reader."""


def ellipsis(pair: Pair, part: Part) -> Finding:
    """Judge the words of the text that an ellipsis stands for."""
    if narrated(pair.text, part.s1, part.s2):
        return pair.edited("narration", "hidden", part)
    if other := _other_speaker(pair, part) or _other_antecedent(pair, part):
        return pair.finding("splice", "misleading", "hidden", part, other)
    if _other_subject(pair, part):
        note = "the ellipsis gives the deed of one to another"
        return pair.finding("splice", "misleading", "hidden", part, note)
    if _aside(pair, part) or _parallel(pair, part):
        return pair.edited("ellipsis", "hidden", part)
    pieces = _unfinished(pair, part)
    for first, last in pieces:
        rule, note = _sense(pair, first, last, short=part.s2 - part.s1 <= SHORT and not _apart(pair, part))
        if rule:
            return pair.finding(rule, "misleading", "hidden", part, note)
    if len(pieces) == 2:
        note = "the ellipsis joins the start of one sentence to the end of another"
        return pair.finding("splice", "misleading", "hidden", part, note)
    return pair.edited("ellipsis", "hidden", part)


def _unfinished(pair: Pair, part: Part) -> list[tuple[int, int]]:
    """The hidden words that belong to a sentence of which the quotation has a piece."""
    ends = [i for i in range(part.s1, part.s2 + 1) if ends_sentence(pair.text, i)]
    if not ends:
        return [(part.s1, part.s2)]
    return [piece for piece in ((part.s1, ends[0]), (ends[-1], part.s2)) if piece[0] < piece[1]]


def _names(word: str) -> bool:
    """Whether a word begins the name of something: "…, the only one in the valley, …"."""
    return word in ("a", "an", "the", "one", "its", "his", "her", "our", "their")


def _sense(pair: Pair, first: int, last: int, *, short: bool) -> tuple[str, str]:
    rules = STRONG | WEAK if short else STRONG
    if (
        first
        and "," in pair.text.gap(first)
        and "," in pair.text.gap(last)
        and _names(pair.text.words[first])
    ):
        rules = {name: rule for name, rule in rules.items() if name not in ("scope", "bound")}
    if pair.text.words[first] == "than":
        return "hidden-condition", "the ellipsis hides the other side of a comparison"
    row = pair.text.words[first:last]
    if row[0] in ("in", "by", "to") and "opinion" in classes(row[-1]):
        return "hidden-attribution", f"the ellipsis hides “{pair.text.piece(first, last)}”"
    if len(row) <= FEW and "," not in pair.text.gap(first) and marked(row, "number"):
        return "hidden-modality", f"the ellipsis hides “{pair.text.piece(first, last)}” (number)"
    found = marked(row, *rules)
    if first and "hedge" in classes(pair.text.words[first - 1]):
        found = [f for f in found if f[2] not in ("lead", "hedge")]
    if not found:
        return "", ""
    found.sort(key=lambda f: list(rules).index(f[2]))
    a, b, name = found[0]
    words = pair.text.piece(first + a, first + b)
    return rules[name], f"the ellipsis hides “{words}” ({name})"


def _other_speaker(pair: Pair, part: Part) -> str:
    """Whether a speaker's label ("Mr Holt:") stands among the hidden words, so that two speakers are joined."""
    text = pair.text
    for i in range(part.s1, part.s2 + 1):
        if i < len(text) and i and "\n" in text.gap(i) and (name := _label(text, i)):
            return f"the ellipsis joins what “{name}” says to what was said before"
    return ""


def _label(text: Folded, i: int) -> str:
    """The name before a colon with which a paragraph begins at word `i`."""
    for end in range(i + 1, min(i + LABEL, len(text))):
        if ":" in text.gap(end) and '"' not in text.gap(end):
            name = text.piece(i, end)
            return name if name[0].isupper() and text.surface(end - 1)[0].isupper() else ""
        if ends_sentence(text, end):
            return ""
    return ""


def _other_antecedent(pair: Pair, part: Part) -> str:
    """Whether "he" or "she" after the ellipsis meant somebody whom only the hidden words name."""
    text = pair.text
    if part.s2 >= len(text) or part.s1 == 0 or not ends_sentence(text, part.s2):
        return ""
    pronoun = text.words[part.s2]
    if pronoun not in ("he", "she"):
        return ""
    nearest = next(iter(persons(text, part.s2, pronoun)), [])
    hidden = [m for m in nearest if m.first >= part.s1]
    shown = {word for m in mentions(text, max(0, part.s1 - SHOWN), part.s1) for word in m.words}
    if not hidden or not shown or shown.intersection(hidden[0].words):
        return ""
    return f"the ellipsis hides whom “{text.surface(part.s2)}” means"


def _other_subject(pair: Pair, part: Part) -> bool:
    """Whether a deed and "and the owner" are hidden, so that what the owner did seems done by the one before."""
    text, words = pair.text, pair.written(part)
    after = text.words[part.s2] if part.s2 < len(text) else ""
    if not _acts(after) or _PLAIN.fullmatch(text.gap(min(part.s2, len(text)))) is None:
        return False
    at = max((i for i, word in enumerate(words) if word in _COUPLING), default=0)
    tail = words[at + 1 :]
    named = 0 < len(tail) <= SUBJECT and not states(tail)
    return at > 0 and named and any(map(_acts, words[:at]))


def _acts(word: str) -> bool:
    return bool(classes(word) & {"past", "auxiliary", "modality"}) or word.endswith("ed")


def _apart(pair: Pair, part: Part) -> bool:
    """Whether the hidden words stand between two commas."""
    return "," in pair.text.gap(part.s1) and "," in pair.text.gap(part.s2)


def _aside(pair: Pair, part: Part) -> bool:
    """Whether the hidden words are an aside between two commas: "who was not told", "though less than others"."""
    text, words = pair.text, pair.written(part)
    if not _apart(pair, part):
        return False
    if words[0] in ("though", "although", "albeit"):
        return len(words) <= CONCESSION and not marked(words[1:], *STRONG, "auxiliary", "past", "necessity")
    if words[0] not in ("who", "which", "whose"):
        return False
    comments = words[0] == "which" and "pronoun" in classes(words[1] if len(words) > 1 else "")
    return not comments and not any(ends_sentence(text, i) for i in range(part.s1, part.s2 + 1))


def _parallel(pair: Pair, part: Part) -> bool:
    """Whether whole clauses with "that" are hidden before another one: "said … that"."""
    text, words = pair.text, pair.written(part)
    if words[0] != "that" or text.words[part.s2 : part.s2 + 1] != ("that",) or words[-1] not in ("and", "or"):
        return False
    return all(
        words[i - 1] in ("and", "or") or "," in text.gap(part.s1 + i)
        for i, word in enumerate(words)
        if i and word == "that"
    )
