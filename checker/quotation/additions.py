"""Does a bracket add more than what the text says elsewhere?"""

from __future__ import annotations

from collections.abc import Sequence

from checker.quotation import antecedents
from checker.quotation.align import Part
from checker.quotation.antecedents import bare
from checker.quotation.finding import Pair
from checker.quotation.lexicon import classes, is_content, without_may
from checker.quotation.referents import called, names_in, pronoun
from checker.quotation.senses import stem
from checker.quotation.sentences import ends_sentence, sentence_end, sentence_start

_OTHER = frozenset({"that", "one", "here", "there", "now", "then", "this", "these", "those"})
_WHOSE = frozenset({"my", "our", "your", "its", "their"})
_STATES = ("auxiliary", "modality", "past", "necessity")
NOT_SAID = "the bracket adds what the text does not say"


def added(pair: Pair, part: Part) -> str:
    """Why bracketed words that the text has not are more than an explanation, "" where they are none."""
    said = pair.said(part)
    content = [word for word in said if is_content(word)]
    if not content:
        return NOT_SAID if any("claiming" in classes(word) for word in said) else ""
    if _abbreviates(pair, part):
        return ""
    before = pair.text.words[part.s1 - 1] if part.s1 else ""
    whose = before in _WHOSE and not said[-1].endswith(("'s", "s'"))
    apart = "preposition" in classes(said[0]) or whose
    if "pronoun" in classes(before) and before not in _OTHER and not apart:
        return pronoun(pair, part, part.s1 - 1)
    if "month" in classes(before) and len(said) == 1 and antecedents.dated(pair.text, part.s1, said[0]):
        return ""
    if _claims(said):
        return NOT_SAID
    return (
        ""
        if _beside_name(pair, part) or _explained(pair, part, content) or _called_so(pair, part)
        else NOT_SAID
    )


def _claims(said: Sequence[str]) -> bool:
    """Whether words say what happens, how or why, rather than what is meant."""
    for word in without_may(said):
        held = classes(word)
        if held.intersection(("claiming", *_STATES)) or word.endswith("ly"):
            return True
    return False


def _abbreviates(pair: Pair, part: Part) -> bool:
    """Whether a bracket writes out the initials before it, or gives the initials of the words before it."""
    said = pair.said(part)
    initials = _initials(said)
    if part.s1 and initials == pair.text.words[part.s1 - 1] and len(initials) > 1:
        return True
    before = _initials(pair.text.words[max(0, part.s1 - 8) : part.s1])
    return len(said) == 1 and before.endswith(said[0]) and 1 < len(said[0]) < 7


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words if word not in ("the", "of", "and", "for"))


def _beside_name(pair: Pair, part: Part) -> bool:
    """Whether the text itself puts the words beside the name or noun that the bracket stands at."""
    text, said = pair.text, [stem(bare(word)) for word in pair.said(part) if is_content(word)]
    for at in (part.s1 - 1, part.s1):
        if 0 <= at < len(text) and (is_content(text.words[at]) or text.surface(at)[0].isupper()):
            near = antecedents.linked(text, at, bare(text.words[at]))
            if near.issuperset(said):
                return True
    return False


def _called_so(pair: Pair, part: Part) -> bool:
    """Whether a bracket gives "the company" a name that the text has, and the text gives it no other."""
    text, (names, gender) = pair.text, names_in(pair, part)
    noun = text.words[part.s1 - 1] if part.s1 > 1 else ""
    plain = bool(names) and not gender and len(names) == sum(map(is_content, pair.said(part)))
    if not plain or "definite" not in classes(text.words[part.s1 - 2]) or "person" in classes(noun):
        return False
    given = {word for m in called(pair, noun) for word in m.words}
    return antecedents.in_a_row(text, part.s1, pair.said(part)) and (not given or given.issuperset(names))


def _explained(pair: Pair, part: Part, content: Sequence[str]) -> bool:
    """Whether the sentences around have the bracket's words; of a number, the very words in a row."""
    text = pair.text
    at = part.s1 - 1
    named_before = at > 0 and (
        any(antecedents.mentions(text, at, part.s1))
        or (not ends_sentence(text, at) and text.surface(at)[0].isupper())
    )
    if named_before and not text.surface(at).isupper():
        return False
    low, _ = antecedents.around(text, part.s1)
    span = low, sentence_end(text, part.s1, antecedents.WINDOW)
    if any("number" in classes(word) for word in content):
        said = pair.said(part)
        return antecedents.in_a_row(text, part.s1, said[said.index(content[0]) :])
    return sentence_start(text, part.s1, 1) >= 0 and antecedents.holds(text, span, content)
