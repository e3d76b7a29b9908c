"""Networks on which something is posted: `wrote on X`, `in a Facebook post`, `@vale on Mastodon`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.citation.lexicon import lexicon
from checker.citation.names import LIKELY, Name, name_at
from checker.citation.phrases import Phrase
from checker.citation.shown import Shown

_POSTS = re.compile(
    r"\b(?:said|wrote|writ|post|announc|publish|claim|shar|stat|accus|call|tweet|confirm|den)\w*"
)
_NETWORKED = re.compile(
    r"\b(?:[Ii]n|[Oo]n|[Vv]ia) (?:an?|his|her|its|their|"
    r"the) (?:[\w-]+ ){0,2}?(?P<name>[A-Z]\w*(?: [A-Z]\w+)?) "
    r"(?:post|video|message|account|channel|page|feed|thread|statement)s?\b"
)
_PAGE = re.compile(
    r"\b(?:[Aa]n? |[Tt]he )?(?:post|message|statement|video|note|tweet|thread|announcement) on (?:[\w’' ]{2,30} )?"
    r"(?P<name>[A-Z]\w*(?: [A-Z]\w+)?)(?: page| account| channel| feed)?"
    r"(?= (?:says|said|reads|read|showed|stated|announced)\b)"
)
_LETTER = re.compile(r"X(?![\w’'-])")
_HANDLE = re.compile(r"(?<![\w.@])(?P<author>@\w{2,30}),? (?:\w+ )?on (?P<name>[A-Z]\w*)(?!\w)")


def network_at(block: Shown, at: int) -> Phrase | None:
    """The network that is named at visible character `at`, behind words of posting."""
    letter = _LETTER.match(block.text, at)
    name = Name(at, letter.end(), letter[0]) if letter else name_at(block.text, at)
    if name is None or name.text.casefold() not in lexicon("network"):
        return None
    return Phrase((name,), (name.end,), at, LIKELY)


def posted(block: Shown) -> Iterator[tuple[int, Phrase]]:
    """Where `in a Facebook post`, `@vale on X` begin, and the network of each."""
    for match in (
        *_NETWORKED.finditer(block.text),
        *_PAGE.finditer(block.text),
        *_HANDLE.finditer(block.text),
    ):
        near = block.text[max(0, match.start() - 60) : match.end() + 80]
        if match["name"].casefold() in lexicon("network") and _POSTS.search(near):
            name = Name(match.start("name"), match.end("name"), match["name"])
            author = match.groupdict().get("author")
            yield match.start(), Phrase((name,), (match.end(),), match.start(), LIKELY, author)
