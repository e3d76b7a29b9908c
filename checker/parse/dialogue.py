"""Dialogue set with dashes instead of quotation marks: `— The tide is in, — said the pilot. — Go.`"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from checker.model import QuotedSpan, Range

_SAYING = (
    r"(?:said|says|asked|asks|answered|answers|replied|replies|cried|called|shouted|whispered|repeated|added|adds"
    r"|went on|observed|explained|explains|complained|laughed|laughs|smiled|smiles|nodded|nods|shrugged|shrugs"
    r"|recalled|recalls|continued|insisted|insists|announced)\b"
)
_BEGINS = re.compile(r"[—–―]\s?(?=[\w“«\"'¿¡])")
"""At the beginning of a paragraph."""
_AFTER = re.compile(r"(?<=[.!?…]\s)[—–―]\s(?=[A-Z])")
"""After a sentence of the narrator's."""
_TO_NARRATOR = re.compile(r"(?<=[,.!?…])\s?[—–―]\s?(?=[a-z])|(?<=[\w,.!?…])\s[—–―](?=[a-z])")
_TO_SPEECH = re.compile(r"[—–―][,.]?\s*(?=\w)")
_TO_NAME = re.compile(r"(?<=[,.!?…])\s?[—–―]\s?(?=[A-Z][\w’'-]*(?:\s[\w’'.-]+){0,4}?\s" + _SAYING + r")")
"""From speech to a narrator's part that begins with a name: `— Go, — Roe said.`"""
_ACTED = re.compile(
    r"(?P<one>[—–―]\s?[^—–―]*[.!?…])\s[—–―]\s[A-Z][^—–―]*[.!?…]\s[—–―]\s(?P<two>[A-Z][^—–―]*)"
)
"""Speech around a sentence of the narrator's: `— I will not. — Roe shut the door. — Go.`"""
_LINE = re.compile(r"[—–―-]\s?(?=[A-Z¿¡])")
"""A line of dialogue: a dash, then a capital."""
_DASH = re.compile(r"\s[—–―]|[—–―]\s")
_SAYS = re.compile(r"[,?!…]\s(?:[\w’'.-]+\s){0,5}?" + _SAYING)
"""Words of saying after a comma, or a question's mark, in the line."""
_STOP = re.compile(r"\.\s+(?=[A-Z])")


def dialogue_spans(text: str, start: int, end: int) -> list[QuotedSpan]:
    """What is spoken between dashes in the paragraph `text[start:end]`; empty without a narrator's part.

    Speech runs from a dash that opens the paragraph or follows a full stop to the next dash before a small letter
    after a comma or stop, and again from the dash after the narrator's words. A span has no marks around it.
    """
    opened = _BEGINS.match(text, start, end) or _AFTER.search(text, start, end)
    found: list[QuotedSpan] = []
    while opened:
        turn = _narrated(text, opened.end(), end)
        stop = turn.start() if turn else end
        if turn is None and not found:
            return _acted(text, start, end)
        low, high = opened.end(), stop - (text[stop - 1] == ",")
        if low < high:
            found.append(QuotedSpan(low, high, (low, high), closed=True))
        opened = _TO_SPEECH.search(text, turn.end(), end) if turn else None
    return found


def _narrated(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first dash after which the narrator speaks."""
    found = [m for pattern in (_TO_NARRATOR, _TO_NAME) if (m := pattern.search(text, start, end))]
    return min(found, key=lambda m: m.start(), default=None)


def _acted(text: str, start: int, end: int) -> list[QuotedSpan]:
    """What is spoken on both sides of the narrator's sentence."""
    match = _ACTED.fullmatch(text, start, end)
    if match is None:
        return []
    low = _TO_SPEECH.match(text, start, end)
    spans = [(low.end() if low else start, match.end("one")), match.span("two")]
    return [QuotedSpan(a, b, (a, b), closed=True) for a, b in spans if a < b]


def turns(text: str, paragraphs: Sequence[Range], marked: Sequence[QuotedSpan]) -> list[QuotedSpan]:
    """Lines of speech without a narrator's part, in runs of lines behind one kind of dash where another line has one.

    `marked` are the spans found so far. A list has no narrator; nor has a list's item an end and a capital.
    """
    starts = sorted(q.start for q in marked)
    spoken = {number for number, span in enumerate(paragraphs) if _has_marks(text, span, starts)}
    found: list[QuotedSpan] = []
    run: list[int] = []
    for number, (start, _) in enumerate([*paragraphs, (len(text), len(text))]):
        if run and (not _LINE.match(text, start) or text[start] != text[paragraphs[run[0]][0]]):
            found += _of_run(text, [(paragraphs[k], k in spoken) for k in run])
            run = []
        if number < len(paragraphs) and _LINE.match(text, start):
            run.append(number)
    return found


def _has_marks(text: str, span: Range, starts: Sequence[int]) -> bool:
    return _LINE.match(text, *span) is not None and bisect_left(starts, span[0]) < bisect_left(
        starts, span[1]
    )


def _of_run(text: str, run: list[tuple[Range, bool]]) -> list[QuotedSpan]:
    """The bare lines of a run; without marks in any of them only where one asks and one tells who speaks."""
    told = [span for span, marked in run if not marked and _SAYS.search(text, *span)]
    asked = any("?" in text[start:end] for (start, end), _ in run)
    if not any(marked for _, marked in run):
        if not told or not asked or len(run) == 1:
            return []
        return sorted(
            [*_bare(text, [s for s, _ in run if s not in told]), *_commas(text, told)], key=lambda q: q.start
        )
    return _bare(text, [span for span, marked in run if not marked and span not in told])


def _commas(text: str, lines: list[Range]) -> list[QuotedSpan]:
    """`– It is late, said the pilot. We go at six.`: what is spoken before and after the narrator's words."""
    found: list[QuotedSpan] = []
    for start, end in lines:
        if spoken := _hyphened(text, start, end):
            found += spoken
            continue
        opened, says = _LINE.match(text, start, end), _SAYS.search(text, start, end)
        if opened is None or says is None or opened.end() >= says.start():
            continue
        stop = says.start() + (text[says.start()] != ",")
        found.append(QuotedSpan(opened.end(), stop, (opened.end(), stop), closed=True))
        again = _STOP.search(text, says.end(), end)
        if again and again.end() < end:
            found.append(QuotedSpan(again.end(), end, (again.end(), end), closed=True))
    return found


def _hyphened(text: str, start: int, end: int) -> list[QuotedSpan]:
    """`- It is late, - said the pilot. - Go.`: dashes that were typed as hyphens."""
    line = "—" + text[start + 1 : end].replace(" - ", " — ")
    if text[start] != "-" or " — " not in line:
        return []
    return [
        QuotedSpan(q.start + start, q.end + start, (q.inner[0] + start, q.inner[1] + start), closed=True)
        for q in dialogue_spans(line, 0, len(line))
    ]


def _bare(text: str, lines: list[Range]) -> list[QuotedSpan]:
    found = []
    for start, end in lines:
        opened = _LINE.match(text, start, end)
        if opened and text[end - 1] in ".?!…" and not _DASH.search(text, opened.end(), end):
            found.append(QuotedSpan(opened.end(), end, (opened.end(), end), closed=True))
    return found
