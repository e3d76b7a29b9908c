"""Words of a text inside a sentence of ours: without markup, on one line, not too long; days; what two share."""

from __future__ import annotations

from datetime import date
from difflib import SequenceMatcher

from checker.divergence.draft import Facts
from checker.model import MONTHS, Span

_INNER = str.maketrans("“”„«»", "‘’‘‘’")
BEFORE = 35
"""Characters of a sentence that are shown before a place in it."""
RUN = 4
"""Words in a row that are no chance."""
_ENDS = (", ", "; ", ": ", " – ", " — ", " (")


def plain(facts: Facts, span: Span, most: int = 90) -> str:
    """The words of a span as a reader sees them, to stand in double quotation marks of ours.

    Marks inside become single ones; longer words are cut at the end of a clause, else at a blank, to about `most`
    characters.
    """
    document = facts.documents[span.doc]
    hidden = [r for r in document.markup if r[0] < span.end and span.start < r[1]]
    seen = (
        c
        for i, c in enumerate(document.text[span.start : span.end], span.start)
        if not any(a <= i < b for a, b in hidden)
    )
    words = _single(" ".join("".join(seen).split()))
    return _closed(words if len(words) <= most else _cut(words, most))


def around(facts: Facts, place: Span, most: int = 90) -> str:
    """The words around a place in its sentence, no further than the quotation marks that it stands in."""
    parse = facts.parses[place.doc]
    sentence = parse.sentence_at(place.start)
    low, high = (sentence.start, max(sentence.end, place.end)) if sentence else (place.start, place.end)
    for mark in parse.quoted:
        if mark.inner[0] <= place.start and place.end <= mark.inner[1]:
            low, high = max(low, mark.inner[0]), min(high, mark.inner[1])
    text = facts.documents[place.doc].text
    start, end = low, high
    if place.start - low > BEFORE:
        start = text.find(" ", place.start - BEFORE, place.start) + 1 or place.start
    if high - start > most:
        least = min(place.end, start + 2 * most)
        blank = text.rfind(" ", least, max(start + most, least) + 1)
        end = blank if blank > start else least
    words = plain(facts, Span(place.doc, start, end), end - start).strip(" ,;:.–—-")
    return f"{'… ' if start > low else ''}{words}{' …' if end < high else ''}"


def day_in_words(day: str) -> str:
    """An ISO day as readers write it: "25 February 2022"."""
    known = date.fromisoformat(day)
    return f"{known.day} {MONTHS[known.month - 1]} {known.year}"


def of_translation(facts: Facts, doc: str) -> bool:
    """Whether a text is known to be a translation, so that its words may be the translator's."""
    known = facts.provenance.get(doc)
    return known is not None and any(link.relation == "translation" for link in known.links)


def translators(facts: Facts, doc: str) -> str:
    """What is said behind a word of a translation: it need not be the author's."""
    return " (may be the translator's word)" if of_translation(facts, doc) else ""


def brief(words: str, most: int) -> str:
    """Words on one line, cut at a blank to at most `most` characters and the mark of the cut."""
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1].rsplit(" ", 1)[0] + " …"


def _single(words: str) -> str:
    """Straight double marks in turn, and all other double marks, as single ones."""
    pieces = words.split('"')
    turned = "".join(piece + ("‘" if i % 2 == 0 else "’") for i, piece in enumerate(pieces[:-1])) + pieces[-1]
    return turned.translate(_INNER)


def _cut(words: str, most: int) -> str:
    """The words up to the last end of a clause, where that leaves half of them, else up to a blank."""
    end = max(words.rfind(mark, most // 2, most) for mark in _ENDS)
    return (words[:end] if end > 0 else words[: most - 1].rsplit(" ", 1)[0]) + " …"


def _closed(words: str) -> str:
    """Without an opening mark that nothing closes."""
    last = words.rfind("‘")
    return words[:last] + words[last + 1 :] if last >= 0 and "’" not in words[last:] else words


def common_run(facts: Facts, one: Span, other: Span) -> tuple[Span, Span] | None:
    """The longest run of words that two spans have in common; None where it is short."""
    rows = []
    for span in (one, other):
        parse = facts.parses[span.doc]
        tokens = (parse.tokens[i] for i in parse.tokens_in(span.start, span.end))
        rows.append([t for t in tokens if t.text[0].isalnum()])
    left, right = ([t.text.casefold() for t in row] for row in rows)
    run = SequenceMatcher(None, left, right, autojunk=False).find_longest_match()
    if run.size < RUN:
        return None
    ends = zip((one, other), rows, (run.a, run.b), strict=True)
    found = [Span(span.doc, row[i].start, row[i + run.size - 1].end) for span, row, i in ends]
    return found[0], found[1]
