"""Lines of a dialogue behind dashes that say nothing of who speaks: `— And the boats?`, `— They are safe.`"""

from __future__ import annotations

from checker.attribution.draft import Draft
from checker.attribution.grammar import Grammar
from checker.attribution.scope import trimmed
from checker.model import Attribution, Range

RULE = "attribution.dialogue-turn"


def drafts(g: Grammar, told: list[Draft]) -> list[Draft]:
    """One attribution without source and cue for each line that is speech from end to end and is told nowhere else."""
    taken = [piece for draft in told for piece in draft.content]
    found = []
    starts = {start for start, _ in taken}
    for place, paragraph in enumerate(g.parse.paragraphs):
        line = _line(g, paragraph)
        turn = _quoted_turn(g, paragraph) if place and g.parse.paragraphs[place - 1][0] in starts else None
        if turn is not None and not any(start < turn[1] and turn[0] < end for start, end in taken):
            found.append(Draft(g.index(turn[0]), (), (), (turn,), RULE))
            starts.add(turn[0])
            continue
        acted = _around(g, paragraph) if line is None else ()
        if line is not None and not any(
            start < line[1] and line[0] < end and _whole(g, line, (start, end)) for start, end in taken
        ):
            found.append(Draft(g.index(line[0]), (), (), (line,), RULE))
        elif acted and not any(start < paragraph[1] and paragraph[0] < end for start, end in taken):
            found.append(Draft(g.index(acted[0][0]), (), (), acted, RULE))
    return found


def _quoted_turn(g: Grammar, paragraph: Range) -> Range | None:
    """A paragraph that is one quotation and nothing else: a turn, where the paragraph before it began as one."""
    quoted = g.quoted(g.index(paragraph[0])) if g.text[paragraph[0]] in '"“«„' else None
    whole = quoted is not None and quoted.closed and not g.words(quoted.end, paragraph[1])
    return (quoted.start, quoted.end) if quoted is not None and whole else None


def _around(g: Grammar, paragraph: Range) -> tuple[Range, ...]:
    """The two pieces of speech around a sentence of the narrator's (`— No. — Roe shut the door. — Go.`)."""
    if g.text[paragraph[0]] not in "—–―":
        return ()
    numbers = sorted({g.quote[i] for i in range(g.index(paragraph[0]), g.index(paragraph[1]))} - {-1})
    pieces = [(g.marks[k].start, g.marks[k].end) for k in numbers]
    bare = all(g.marks[k].start == g.marks[k].inner[0] for k in numbers)
    between = g.text[pieces[0][1] : pieces[1][0]].strip(" —–―") if len(pieces) == 2 else ""
    return tuple(pieces) if bare and between[:1].isupper() and between[-1:] in ".!?…" else ()


def _line(g: Grammar, paragraph: Range) -> Range | None:
    """The words of a paragraph that is one span behind a dash."""
    first = g.index(paragraph[0]) + 1
    last = g.index(paragraph[1]) - 1
    if g.text[paragraph[0]] not in "—–―-" or not first <= last < len(g.tokens):
        return None
    quoted = g.quoted(first)
    if quoted is None or not _is_dashed(g, paragraph, quoted.start) or g.quote[last] != g.quote[first]:
        return None
    return trimmed(g, (quoted.start, quoted.end))


def _is_dashed(g: Grammar, paragraph: Range, offset: int) -> bool:
    return not g.text[paragraph[0] + 1 : offset].strip() and g.text[offset] not in "\"'“‘«„"


def _whole(g: Grammar, line: Range, piece: Range) -> bool:
    """Whether a content has most of the line."""
    return 2 * len(g.words(max(line[0], piece[0]), min(line[1], piece[1]))) > len(g.words(*line))


def answers(
    g: Grammar, attributions: tuple[Attribution, ...], speakers: dict[str, str | None]
) -> dict[str, str | None]:
    """Whoever spoke before a question from somebody else is the one who answers it, line after line."""
    turns = {g.sentence_of(g.index(a.content[0][0])).paragraph: a for a in attributions if _is_turn(a)}
    found: dict[str, str | None] = {}
    for number, turn in sorted(turns.items()):
        asked, before = turns.get(number - 1), turns.get(number - 2)
        if turn.rule != RULE or asked is None or before is None or speakers[turn.id] is not None:
            continue
        known = found.get(before.id, speakers[before.id])
        third = turns.get(number - 3)
        asker = found.get(asked.id, speakers[asked.id])
        others = third is not None and found.get(third.id, speakers[third.id]) not in {asker, known}
        told = bool(asked.source) or asker is not None or (asked.rule == RULE and _is_question(g, asked))
        questions = _is_question(g, asked) or (asker is not None and _is_question(g, turn))
        if known is not None and known != asker and told and questions and not others:
            found[turn.id] = known
    return found


def _is_turn(attribution: Attribution) -> bool:
    return attribution.outer is None


def _is_question(g: Grammar, attribution: Attribution) -> bool:
    end = attribution.content[-1][1]
    return g.text[attribution.content[-1][0] : end + 1].rstrip(' ,"”»\n').endswith("?")
