"""Whom "he" and "she" mean inside somebody's words: another than the speaker, where the text has only one."""

from __future__ import annotations

from checker.attribution.grammar import Grammar
from checker.attribution.mentions import Mentions
from checker.attribution.unnamed import people
from checker.model import Attribution

_GENDERS = {"he": "m", "she": "f"}


def others(
    g: Grammar, mentions: Mentions, attributions: tuple[Attribution, ...], speakers: dict[str, str | None]
) -> dict[str, str | None]:
    """The speaker of a saying that is told inside a quotation by `he` or `she`.

    The one person of this paragraph and the one before whom the pronoun fits and who is not the one that is quoted;
    none where the quotation itself brings in somebody, or the one quoted is unknown.
    """
    found: dict[str, str | None] = {}
    for attribution in attributions:
        gender = _gender(g, attribution)
        around = speakers.get(attribution.outer or "")
        if gender is None or around is None or speakers[attribution.id] is not None:
            continue
        at = (attribution.source or attribution.content)[0][0]
        quoted = g.quoted(g.index(at))
        if quoted is not None and not any(m.is_person for m in mentions.between(quoted.start, at)):
            found[attribution.id] = _only_other(g, mentions, quoted.start, gender, around)
    return found


def _gender(g: Grammar, attribution: Attribution) -> str | None:
    if attribution.source is None or len(attribution.source) != 1:
        return None
    return _GENDERS.get(g.text[slice(*attribution.source[0])].lower())


def _only_other(g: Grammar, mentions: Mentions, end: int, gender: str, around: str) -> str | None:
    first = g.parse.paragraphs[max(0, g.sentence_of(g.index(end)).paragraph - 1)][0]
    met = {p.entity for p in people(g, mentions, first, end, gender)} - {around}
    only = next(iter(met)) if len(met) == 1 else ""
    return only if only and mentions.is_known(only, gender) else None
