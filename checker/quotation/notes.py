"""What a difference between two wordings is called, and how its words are shown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from checker.model import Range
from checker.quotation.brackets import same_word
from checker.quotation.contractions import same_written_out, written_out
from checker.quotation.fold import Folded
from checker.quotation.lexicon import KINDS, NAMED, classes, is_content, kind_of, marked
from checker.quotation.phrases import same_root

NARROW = 4
"""Words up to which a difference is given a kind; a longer one is a difference in wording."""
SHOWN = 90
"""Characters of a wording that a note repeats."""
_LINKING = frozenset({"of", "the", "a", "an"})
_PERFECT = frozenset({"have", "has", "had"})
_WHETHER = frozenset({"if", "whether"})
_SPELLINGS = tuple(
    (re.compile(british), american)
    for british, american in (
        (r"([aeiou][^aeiou]*[aeiou])ll(?=ed|ing|er|or)", r"\1l"),
        (r"ll(?=ment|ful)", "l"),
        (r"([aeiou].+)our(?=s|'|ed|ing|ite|able|ful|hood|$)", r"\1or"),
        (r"(?<=[a-z]{3})is(?=e|ed|es|ing|ation)", "iz"),
        (r"ys(?=e|ed|es|ing)", "yz"),
        (r"(?<=[bcdtv])re(?=s|d|$)", "er"),
        (r"ae|^oe(?=[ds])|(?<=^f)oe(?=t)|(?<=an)oe(?=u)|(?<=rrh)oe(?=a)|(?<=^am)oe(?=b)", "e"),
        (r"mme(?=s|$)", "m"),
        (r"ence(?=s|$)", "ense"),
        (r"^grey", "gray"),
    )
)
"""What American spelling has for what; "filled" and "filed", "four" and "for" are two words in both."""
_JOINT = re.compile(r"[”\"»’][“\"«‘]")


def shown(text: Folded, first: int, last: int) -> str:
    """Words as a note repeats them: whole ones, at most `SHOWN` characters, "…" for the rest."""
    end = last
    while end > first and text.ends[end - 1] - text.starts[first] > SHOWN:
        end -= 1
    piece = " ".join(_JOINT.sub(" … ", text.piece(first, end)).split())
    return piece if end == last else f"{piece} …".lstrip()


def replaced(a: Folded, a_words: Range, b: Folded, b_words: Range) -> tuple[str, bool]:
    """What words that stand for each other differ in ("" where they are other words), and whether that matters."""
    said, other = a.words[slice(*a_words)], b.words[slice(*b_words)]
    pieces = a.piece(*a_words), b.piece(*b_words)
    if same_written_out(said, other):
        return "contraction: ", False
    if _is_named(a, a_words, other) or _is_named(b, b_words, said):
        return "whom a pronoun means, in brackets: ", False
    if _plain(said, _PERFECT) == _plain(other, _PERFECT) != []:
        return "tense: ", False
    if _asks(said, other):
        return "a question as it was put or told: ", True
    if "".join(said) == "".join(other) and any("-" in piece for piece in pieces):
        return "hyphen: ", False
    if spelled(said) == spelled(other):
        return "spelling: ", False
    if len(said) == len(other) == 1 and same_word(*pieces):
        return "letters in brackets: ", False
    if _genitive(said, other):
        return "the same words in another order: ", False
    kind = _kind(said, other)
    return (f"{NAMED[kind]}: " if kind else ""), True


def _plain(words: Sequence[str], without: frozenset[str]) -> list[str]:
    """Words with contractions written out, without some of them."""
    parts = [part for word in words for part in written_out(word)]
    return [part for part in parts if part not in without]


def _is_named(text: Folded, words: Range, other: Sequence[str]) -> bool:
    """Whether words are an editor's, all in brackets, for a pronoun of the other wording."""
    bracketed = "[" in text.gap(words[0]) and "]" in text.gap(words[1]) and "[" not in text.piece(*words)
    return bracketed and len(other) == 1 and "pronoun" in classes(other[0])


def _asks(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether one is the other's question in reported order ("Will they", "if they will")."""
    told = [bool(_WHETHER.intersection(words)) for words in (a, b)]
    return told[0] != told[1] and sorted(_plain(a, _WHETHER)) == sorted(_plain(b, _WHETHER)) != []


def spelled(words: Sequence[str]) -> str:
    """Words in one spelling: without blanks, as American English has them ("travelled", "colour", "realise")."""
    return "".join(map(_american, words))


@lru_cache(maxsize=1 << 12)
def _american(word: str) -> str:
    for british, american in _SPELLINGS:
        word = british.sub(american, word)
    return word


def _genitive(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether one is the other with "of" ("Norlandic mayors", "mayors of Norland")."""
    contents = [sorted(word for word in words if word not in _LINKING) for words in (a, b)]
    return (
        max(len(a), len(b)) <= NARROW
        and ("of" in a) != ("of" in b)
        and len(contents[0]) == len(contents[1]) > 1
        and all(map(same_root, *contents))
    )


def only_kind(words: Sequence[str]) -> str:
    """The kind of words that one wording alone has, "" where they say more than that, or nothing of the sort."""
    if len(words) > NARROW:
        return ""
    kind = kind_of(words, ())
    held = marked(words, *KINDS.get(kind, ()))
    inside = {i for first, last, _ in held for i in range(first, last)}
    return kind if not any(is_content(word) for i, word in enumerate(words) if i not in inside) else ""


def _kind(a: Sequence[str], b: Sequence[str]) -> str:
    """The kind in which short wordings differ: both have a word of it, or one is the other with a negation."""
    if max(len(a), len(b)) > NARROW:
        return ""
    if _without_negation(a) == _without_negation(b):
        return "negation"
    kind = kind_of(a, b)
    names = KINDS.get(kind, ())
    return kind if marked(a, *names) and marked(b, *names) else ""


def _without_negation(words: Sequence[str]) -> list[str]:
    parts = [part for word in words for part in written_out(word)]
    held = {i for first, last, _ in marked(parts, "negation") for i in range(first, last)}
    return [part for i, part in enumerate(parts) if i not in held]
