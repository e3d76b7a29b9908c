"""Which capitalised runs of a document are outlets: for sure, by a title, likely, perhaps, or not."""

from __future__ import annotations

import re
from collections.abc import Iterable

from checker.citation.calling import apposed, called_media, media_noun, shortened
from checker.citation.lexicon import lexicon
from checker.citation.names import LIKELY, NONE, PERHAPS, RUN, SURE, TITLED, Name, is_domain, key_of
from checker.citation.shapes import has_article, has_title, is_chain, is_station, is_title_alone
from checker.citation.shown import Shown
from checker.model import Alias, Document, Parse

_ACRONYM = re.compile(r"[A-Z]{2,6}\d?")
_NUMBERED = re.compile(r"[^\W\d_]{2,}-\d{1,2}")
_ASKING = re.compile(
    r"\b(?:told|tells?|telling|[Aa]ccording to|interview(?:s|ed)? (?:\w+ ){0,2}?(?:with|to|for|on|by|in)|"
    r"(?:[Ss]peaking|spoke|[Tt]alking|remarks|comments|confirmed|statement|e-?mail) to|on|"
    r"[Ww]riting (?:in|for)|wrote (?:in|for)) (?:the |The |[“\"‘*_])*$"
)
_MISTER = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Prof|Sir|Col)\.? $")
_OFFICES = frozenset((
    "mayor", "governor", "gov", "senator", "sen", "rep", "congressman", "minister", "sheriff", "judge", "justice",
    "captain", "sergeant", "professor", "spokesman", "spokeswoman", "ambassador", "bishop", "coach", "chairman",
    "commissioner",
))  # fmt: skip
"""What a person is called before the name, whatever the name is."""
_CALLED = re.compile(r"(?<=\w\w\w) (?:news agency|agency|newspaper|magazine)$")
_CLOSED = re.compile(r"[^“„«.;:!?\n\"*_”’»]{0,50}[,.!?]?[\"*_”’»]")
"""Behind a name that stands in marks: they close before the sentence does."""
_OF_WHERE = re.compile(
    r"(?:the )?(?:[\w’'-]+ )?(?:times|post|herald|tribune|gazette|courier|chronicle|mirror|"
    r"observer) of [a-z]\w+(?: \w+)?"
)
"""Titles that say of where they are: `the Times of Marl`."""
_FAR = 2000
"""Characters around a name in which the text may say that it is a place."""


class Judge:
    """Judges names of one document: by shape, by the words beside them, by what the corpus and the parse call them."""

    def __init__(
        self,
        document: Document,
        parse: Parse,
        known: Iterable[str],
        blocks: Iterable[Shown],
        outlets: Iterable[Alias] = (),
    ) -> None:
        self._document = document
        self._types: dict[int, str] = {name.start: name.type for name in parse.names}
        others = [
            (document.text[n.start : n.end], n.type)
            for n in parse.names
            if n.type in ("PERSON", "GPE", "LOC", "NORP")
        ]
        titles = lexicon("title_word")
        self._others = {w for text, _ in others for w in text.split()}
        self._apart = {
            w for text, _ in others if not titles & set(text.casefold().split()) for w in text.split()
        }
        self._surnames = {t.split()[-1] for t, kind in others if kind == "PERSON" and " " in t}
        self._known = {key_of(name) for name in (document.outlet, *known) if name}
        self._known |= {key_of(c.value) for c in document.candidates if c.name == "original"}
        self._known |= {key_of(spelling) for alias in outlets for spelling in (alias.name, *alias.spellings)}
        body = [block for block in blocks if block.body]
        self._known |= {key_of(name.text) for block in body for name in called_media(block.text)}
        self._shorts = {short for block in body for short in shortened(block.text, self._apart)}

    def learn(self, outlets: Iterable[str]) -> None:
        """Take names for outlets from here on: those that the document itself cites as such."""
        self._known |= {key_of(name) for name in outlets}

    def of(self, name: Name, block: Shown) -> int:
        """SURE, TITLED (by the last or first word), LIKELY (by its look), PERHAPS (by the parse) or NONE."""
        key, words = key_of(name.text), name.text.casefold().split()
        before = block.text[max(0, name.start - 40) : name.start]
        if self._is_short(name, before):
            return SURE
        if key in lexicon("alone") or _MISTER.search(before) or set(words[:-1]) & _OFFICES:
            return NONE
        if self._is_known(name, key, block):
            return SURE
        called = self.type_of(name, block)
        if apposed().search(before) and key not in lexicon("place"):
            return SURE
        if key in lexicon("place") or called in ("NORP", "LANGUAGE") or words[-1].endswith("-language"):
            return NONE
        if media_noun().match(block.text, name.end):
            return SURE
        if _OF_WHERE.fullmatch(key):
            return SURE
        if self._is_none(key, words):
            return NONE
        if key in lexicon("journal"):
            return LIKELY
        return self._by_shape(name, block, words, called)

    def _by_shape(self, name: Name, block: Shown, words: list[str], called: str | None) -> int:
        titled = self._titled(name.text) if len(words) > 1 else False
        if self._is_plain_title(name, block):
            return TITLED
        if is_chain(words, called) or is_station(words) or key_of(name.text) in lexicon("title_alone"):
            return TITLED
        if titled is None:
            return NONE
        if titled:
            return SURE
        if has_title(name, words):
            return TITLED
        if called != "PERSON" and is_title_alone(name, block, words):
            return TITLED
        if self._looks_titled(name, block, words, called):
            return LIKELY
        if set(words) & lexicon("no_outlet"):
            return NONE
        if any(_ACRONYM.fullmatch(w) or _NUMBERED.fullmatch(w) for w in name.text.split()):
            return NONE if self._is_body_short(name.text) else LIKELY
        return self._by_parse(name, words, called)

    def _by_parse(self, name: Name, words: list[str], called: str | None) -> int:
        others = any(word in self._others for word in name.text.split())
        journal = len(words) > 1 and words[-1] in lexicon("journal_last") and called != "PERSON"
        if journal and words[0] in lexicon("journal"):
            return LIKELY
        return PERHAPS if journal or (called in ("ORG", "WORK_OF_ART", "PRODUCT") and not others) else NONE

    def _is_known(self, name: Name, key: str, block: Shown) -> bool:
        """Whether the text, the corpus or everybody calls it an outlet, and it is nobody's surname here."""
        agency = lexicon("agency")
        if key in agency and name.text in self._surnames:
            return False
        article = "the" in block.text[max(0, name.start - 4) : name.start + 3].casefold()
        return (
            key in self._known
            or _CALLED.sub("", key) in agency
            or is_domain(name.text)
            or (f"the {key}" in agency and article)
        )

    def _is_short(self, name: Name, before: str) -> bool:
        """`the Post` where the text has the Vale Post, `VNS` where it has the Vale News Service."""
        if name.text not in self._shorts:
            return False
        return name.text.isupper() or before.endswith(("the ", "The "))

    def _is_plain_title(self, name: Name, block: Shown) -> bool:
        """`Fox`, `Variety`: a common word with a capital, within a sentence and told something or asking."""
        if key_of(name.text) not in lexicon("plain_title") or name.text in self._surnames:
            return False
        return _ASKING.search(block.text, max(0, name.start - 40), name.start) is not None

    def _looks_titled(self, name: Name, block: Shown, words: list[str], called: str | None) -> bool:
        """Whether it stands in marks, begins as titles do, or has an article with a capital within a sentence."""
        if len(words) == 2 and words[0] in ("le", "la") and called not in ("PERSON", "GPE", "LOC", "FAC"):
            return True
        if (self._is_marked(name, block) and called != "PERSON") or words[0] in lexicon("title_word"):
            return True
        return has_article(name, block, words, called)

    def type_of(self, name: Name, block: Shown) -> str | None:
        """What the parse calls the name, with or without the article before it."""
        here = block.offsets[name.start]
        return self._types.get(here) or next((t for i in (4, 2, 3) if (t := self._types.get(here - i))), None)

    def outlet_in(self, name: Name, block: Shown) -> Name:
        """`X of Y`, where Y is an outlet for sure, is a person of Y: then Y, else the name as it is."""
        _, of, tail = name.text.rpartition(" of ")
        part = Name(name.end - len(tail), name.end, tail)
        return part if of and self.of(part, block) == SURE else name

    def is_surname(self, word: str) -> bool:
        """Whether the text has a capitalised word before it somewhere, as persons have, or `'s` or a title."""
        return bool(re.search(rf"[^\W\d_a-z][\w’'-]*\.? {re.escape(word)}\b", self._document.text))

    def is_place(self, name: str) -> bool:
        """Whether the run is a state or a well-known city, which stands before dates as well."""
        return key_of(name) in lexicon("place")

    def is_where(self, name: Name, block: Shown) -> bool:
        """Whether the block names the run elsewhere as a place where something is."""
        pattern = rf"\b(?:in|at|near|to|from|outside) {re.escape(name.text)}(?!\w)"
        low = max(0, name.start - _FAR)
        near = re.finditer(pattern, block.text[low : name.end + _FAR])
        return any(low + match.end() != name.end for match in near)

    def _is_none(self, key: str, words: list[str]) -> bool:
        bodies = lexicon("no_outlet")
        return key in bodies or key in lexicon("place") or words[-1] in bodies or key in lexicon("time_word")

    def _titled(self, name: str) -> bool | None:
        """Whether a word of a title is among the words; None where one behind it is of a person or a place."""
        words, known = name.split(), lexicon("title_word")
        at = [
            i for i, w in enumerate(words) if {*w.casefold().split("-"), w.casefold().rstrip("'’s")} & known
        ]
        behind = words[at[-1] + 1 :] if at else []
        return None if any(word in self._apart for word in behind) else bool(at)

    def _is_body_short(self, name: str) -> bool:
        """Whether the text has it in brackets behind a longer name: `the Marl Fish Board (MFB)`."""
        at = self._document.text.find(f"({name})")
        before = list(RUN.finditer(self._document.text, max(0, at - 80), at)) if at > 0 else []
        return bool(before) and not self._titled(before[-1][0])

    def _is_marked(self, name: Name, block: Shown) -> bool:
        """Whether the name stands in quotation marks or in italics."""
        before = self._document.text[max(0, block.offsets[name.start] - 1) : block.offsets[name.start]]
        after = self._document.text[block.offsets[name.end - 1] + 1 :][:60]
        short = name.end - name.start <= 40
        return before in ("“", '"', "*", "_", "«", "„", "‘") and short and bool(_CLOSED.match(after))
