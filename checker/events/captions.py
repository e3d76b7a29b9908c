"""What titles are made from, and the plainest of them: names, a short sentence, a date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import count

from checker.events.days import stretch
from checker.events.phrases import spelled
from checker.events.scenes import Scene
from checker.model import EventDate, Parse

LONGEST = 70
"""Characters of a label."""
ROOM = LONGEST - 14
_MONTHS = ["Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"]


@dataclass(frozen=True, slots=True)
class Naming:
    """What titles are made from: parses by document, names of entities by id, in how many scenes a term stands."""

    parses: dict[str, Parse]
    names: dict[str, str]
    spread: Counter[str]
    scenes: int


def people(who: Sequence[str], naming: Naming, scenes: Sequence[Scene]) -> str:
    """Those who take part, as far as the names fit; else the rarest words of the first sentence."""
    here = {e for scene in scenes for e in scene.entities}
    names = [naming.names[e] for e in who if e in naming.names and e in here][:3]
    while len(names) > 1 and len(", ".join(names)) > ROOM:
        names.pop()
    title = ", ".join(names)[:ROOM]
    if len(names) > 1:
        return title
    plain = _short_sentence(naming, scenes, frozenset({"PRP", "PRP$"})) or title
    return plain or _short_sentence(naming, scenes, frozenset()) or _rarest(naming, scenes)


def _short_sentence(naming: Naming, scenes: Sequence[Scene], without: frozenset[str]) -> str:
    """The first whole sentence that fits and has no word of these tags, in quotation marks."""
    for scene in scenes:
        for passage in scene.sentences:
            parse = naming.parses[scene.doc]
            words = spelled(parse, list(parse.tokens_in(passage.start, passage.end))).rstrip(" .")
            tags = {parse.tokens[i].tag for i in parse.tokens_in(passage.start, passage.end)}
            fits = 12 < len(words) <= ROOM - 2 and words[0].isalnum() and not set(words) & set('“”"[]()*#?')
            if fits and tags & {"VBD", "VBZ", "VBP"} and not tags & without:
                return f"“{words}”"
    return ""


def _rarest(naming: Naming, scenes: Sequence[Scene]) -> str:
    shown = scenes[0].sentences[0].shown
    rare = sorted(shown, key=lambda t: (naming.spread[t], t))[:3]
    return ", ".join(shown[t] for t in rare)[:ROOM]


def unused(choices: Sequence[str], taken: Collection[str]) -> str:
    """The first that is not taken, else the first with a number."""
    free = next((words for words in choices if words not in taken), "")
    return free or next(words for n in count(2) if (words := f"{choices[0]} ({n})") not in taken)


def ended(words: str, when: EventDate) -> str:
    """With the date, where there is one that can be written shortly."""
    dated = f"{words}, {day_of(when)}"
    return dated if day_of(when) and len(dated) <= LONGEST else words


def day_of(when: EventDate) -> str:
    """A date as people write it; "" where there is none."""
    days = stretch(when.from_, when.to)
    if days is None:
        return ""
    first, last = days
    if first == last:
        return f"{first.day} {_MONTHS[first.month - 1]} {first.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{_MONTHS[first.month - 1]} {first.year}"
    return str(first.year) if first.year == last.year else ""
