"""Bodies and places of one text: by their words, by abbreviations that it explains, by shorter forms."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from checker.entities.cluster import Cluster, Gathering
from checker.entities.kinds import form_of
from checker.entities.lexicon import tables
from checker.entities.mention import Mention
from checker.entities.spelling import LONG, fold, near_keys, slip, sound
from checker.model import Parse

PLACES = frozenset({"GPE", "LOC", "FAC"})
_SMALL = frozenset({"of", "the", "for", "and", "in", "on", "to", "de", "la"})


def bodies_and_places(parse: Parse, gathering: Gathering, mentions: list[Mention]) -> None:
    """Add a cluster for each body and place to the gathering."""
    made: dict[str, Cluster] = {}
    near: dict[str, list[str]] = {}
    longer = (
        _initialled(mentions)
        | dict(_explained(parse, mentions))
        | _shortened(mentions)
        | _last_words(mentions)
    )
    for m in mentions:
        words = longer.get(m.words, m.words)
        kind = gathering.kinds[words] or gathering.kinds[m.words]
        form = f"{'place' if kind in PLACES else kind}:{form_of(words)}"
        if form not in made:
            made[form] = _twin(form, made, near) or gathering.new(kind)
        made[form].add(m)


def _twin(form: str, made: dict[str, Cluster], near: dict[str, list[str]]) -> Cluster | None:
    """The cluster of another spelling of a single word, of the same group."""
    group, _, word = form.partition(":")
    keys = [] if " " in word else [group + key for key in near_keys(word)]
    twin = next((f for key in keys for f in near.get(key, ()) if _one_word(word, f.partition(":")[2])), None)
    for key in keys:
        near.setdefault(key, []).append(form)
    return made[twin] if twin else None


def _one_word(a: str, b: str) -> bool:
    return slip(a, b) or (min(len(a), len(b)) >= LONG and sound(a) == sound(b))


def _explained(parse: Parse, mentions: list[Mention]) -> Iterator[tuple[str, str]]:
    """Abbreviations with the words that they stand for: `Institute of Coastal Studies (ICS)`."""
    for long, short in pairwise(mentions):
        between = "".join(t.text for t in parse.tokens[long.last : short.first])
        if between == "(" and short.words.isupper() and initials(long.words) == short.words.replace(".", ""):
            yield short.words, long.words


def _initialled(mentions: list[Mention]) -> dict[str, str]:
    """Words in capitals that are the initials of one body alone that the text names before."""
    seen: dict[str, set[str]] = {}
    found: dict[str, str] = {}
    for m in mentions:
        letters = m.words.replace(".", "")
        if len(letters) > 2 and letters.isupper() and len(seen.get(letters, ())) == 1:
            found[m.words] = next(iter(seen[letters]))
        elif len(m.words.split()) > 2 and m.type == "ORG":
            seen.setdefault(initials(m.words), set()).add(m.words)
    return found


def initials(words: str) -> str:
    """The first letters of the words that count, in capitals."""
    return "".join(w[0] for w in words.replace("-", " ").split() if w.lower() not in _SMALL).upper()


def _shortened(mentions: list[Mention]) -> dict[str, str]:
    """Forms that leave middle words of a form before them out: `Oslo Fishery Forum`, later `Oslo Forum`."""
    seen: dict[tuple[str, str], list[str]] = {}
    short: dict[str, str] = {}
    for m in mentions:
        words = m.words.split()
        if len(words) < 2 or m.type == "PERSON":
            continue
        before = seen.setdefault((words[0], words[-1]), [])
        longer = [w for w in before if w != m.words and _within(words, w.split())]
        if m.words not in before:
            before.append(m.words)
            if len({short.get(w, w) for w in longer}) == 1:
                short[m.words] = short.get(longer[0], longer[0])
    return short


def _last_words(mentions: list[Mention]) -> dict[str, str]:
    """`United` for the one club or paper before it whose name ends so (`Vail United`)."""
    seen: dict[str, set[str]] = {}
    found: dict[str, str] = {}
    for m in mentions:
        words = m.words.split()
        if len(words) > 1 and m.type != "PERSON":
            seen.setdefault(words[-1], set()).add(m.words)
        elif (
            len(words) == 1
            and fold(m.words) in tables().clubs | tables().outlets
            and len(seen.get(m.words, ())) == 1
        ):
            found[m.words] = next(iter(seen[m.words]))
    return found


def _within(words: list[str], longer: list[str]) -> bool:
    """Whether `words` stand in `longer` in the same order."""
    rest = iter(longer)
    return len(words) < len(longer) and all(word in rest for word in words)
