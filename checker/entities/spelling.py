"""How names are compared: folded letters, transliteration, slips of one letter."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_MARKS = re.compile(r"[.'’‘ʼ`´]")
_ENDS = re.compile(r"(?:iy|yy|ij|yj|ii|yi|y|i)$")
_SOUNDS = (
    (re.compile(r"(?<=\w{3}i)ne$"), "n"),
    (re.compile(r"zh"), "j"),
    (re.compile(r"tch"), "ch"),
    (re.compile(r"^[iy]e"), "e"),
    (re.compile(r"i?y(?=[aou])"), "i"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"ks"), "x"),
    (re.compile(r"([b-df-hj-np-tv-z])\1"), r"\1"),
)
LONG = 6
"""Letters that a name needs before a doubled letter may be a slip; two more for any other slip."""


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Lower case without accents, full stops and apostrophes: `"Čapek’"` -> `"capek"`."""
    plain = unicodedata.normalize("NFKD", word)
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    return _MARKS.sub("", kept).casefold()


@lru_cache(maxsize=1 << 16)
def sound(word: str) -> str:
    """A key that transliterations of one Slavic, Arabic or Turkish name share: `-sky`, `-skyy` and `-skiy` end alike.

    It is never an identity alone: the caller asks for a given name, a title or the same document as well.
    """
    key = fold(word)
    for pattern, by in _SOUNDS:
        key = pattern.sub(by, key)
    return _ENDS.sub("i", key)


def slip(a: str, b: str) -> bool:
    """Whether two folded words differ by one slip of the pen that hardly makes another name.

    A letter doubled or not from `LONG` letters on; another letter, dropped, added or swapped, from `LONG` + 2 on,
    but never the first; Anderson and Andersen are two names.
    """
    if a == b or min(len(a), len(b)) < LONG or a[0] != b[0] or {a[-3:], b[-3:]} == {"son", "sen"}:
        return False
    shorter, longer = sorted((a, b), key=len)
    if len(longer) - len(shorter) > 1:
        return False
    head = _shared(shorter, longer)
    tail = _shared(shorter[head:][::-1], longer[head:][::-1])
    rest_short, rest_long = shorter[head : len(shorter) - tail], longer[head : len(longer) - tail]
    if len(rest_long) == 1 and not rest_short and rest_long == longer[head - 1]:
        return True
    swapped = len(rest_long) == 2 and rest_long == rest_short[::-1]
    return len(shorter) >= LONG + 2 and (len(rest_long) == 1 or swapped)


def near_keys(word: str) -> list[str]:
    """Keys of a folded word: words of one sound, and any two that are a slip apart, have one in common."""
    keys = [word, "~" + sound(word)]
    if len(word) >= LONG:
        keys += ["-" + word[:i] + word[i + 1 :] for i in range(1, len(word))] + ["-" + word]
    return keys


def _shared(a: str, b: str) -> int:
    for i, (x, y) in enumerate(zip(a, b, strict=False)):
        if x != y:
            return i
    return min(len(a), len(b))


def slug(name: str) -> str:
    """A readable id: `"Ana O’Rey"` -> `"ana-orey"`; letters of other scripts stay."""
    return re.sub(r"[^\w]+", "-", fold(name)).strip("-_") or "x"
