"""A title for an event, from the words of the texts: what, who, and when. A title asserts nothing.

A clause that is cut loses its "if", its "seemingly" or its "said", and states what no text states. So a title is
a noun phrase, "Statement by" whoever speaks, or a whole short sentence; else the names of those who take part.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from checker.events.captions import LONGEST, ROOM, Naming, ended, people, unused
from checker.events.dating import LONG
from checker.events.deeds import kind_of
from checker.events.headlines import headlines, opening, own_title, quoted, subject_of
from checker.events.phrases import Phrase, name_at, phrases, scene_of, spelled
from checker.events.scenes import Scene, Time
from checker.events.sentences import Passage
from checker.events.verbs import MODAL, SAYING
from checker.model import EventDate, Parse, Sentence

_BARE = -1.8
"""Worth of a title that only names who takes part: any other is better."""
_OWN = 6.0
"""Worth of the title that a text gives itself, where the event holds it; it tells its main happening."""
_FULL = 30
"""Characters from which the first words of a sentence tell what it is about."""
_POINTING_WORDS = """
    this that these those such then there here so also too again still already recently further more
    another
"""
_POINTING = frozenset(_POINTING_WORDS.split())
"""Words by which a sentence leans on another one."""


def label(
    scenes: Sequence[Scene], naming: Naming, when: EventDate, who: Sequence[str], taken: Collection[str]
) -> str:
    """The best title of an event that no other event has."""
    dating = [s for s in scenes if _names_day(s, when)] or list(scenes)
    shared = Counter(term for scene in scenes for term in scene.terms)
    found = [
        (-score, scene.doc, sentence.start, words)
        for scene in dating
        for sentence in scene.sentences
        for score, words in _titles(scene, sentence, naming, when, shared)
    ]
    found += [
        (-_OWN + 0.5 * any(c.isdigit() for c in own), scene.doc, 0, own)
        for scene in scenes
        if (own := own_title(naming.parses[scene.doc], scene.sentences[0].start, LONGEST))
    ]
    names = ended(people(who, naming, dating), when)
    found.append((-_BARE, "", 0, names))
    return unused([words for *_, words in sorted(found) if words], taken)


def _names_day(scene: Scene, when: EventDate) -> bool:
    return any((d[0].isoformat(), d[1].isoformat()) == (when.from_, when.to) for d in scene.days)


def _titles(
    scene: Scene, passage: Passage, naming: Naming, when: EventDate, shared: Counter[str]
) -> Iterator[tuple[float, str]]:
    parse = naming.parses[scene.doc]
    sentence = parse.sentence_at(passage.start)
    if sentence is None or sentence.last - sentence.first > LONG:
        return
    times = {i for t in scene.times for i in parse.tokens_in(t.start, t.end)}
    inside = [t for t in scene.times if passage.start <= t.start and t.end <= passage.end]
    clauses = {v for t in inside if (t.from_, t.to) == (when.from_, when.to) for v in _verbs(parse, t)}
    near = 1.0 * bool(clauses)
    for phrase in phrases(parse, sentence.first, sentence.last, times, LONGEST):
        words = phrase.words if phrase.named else _led(parse, sentence, phrase, passage, naming)
        if words and len(words) <= LONGEST:
            dated = phrase.verb in clauses
            worth = near + 1.2 * dated + _worth(phrase, parse, passage, naming, shared)
            yield worth - 0.8 * (not phrase.happening and not dated), ended(words, when) if dated else words
    speaker = _speaker(parse, sentence, passage, naming)
    if speaker:
        dated = _root(parse, sentence) in clauses
        often = min(0.6, 0.1 * shared[speaker.split()[-1].lower()])
        yield (
            near + 2.7 + often + 1.2 * dated,
            ended(f"Statement by {speaker}", when) if dated else f"Statement by {speaker}",
        )
        words = quoted(parse, sentence, speaker, LONGEST)
        yield near + 3.3 + often + 1.2 * dated, ended(words, when) if words and dated else words
    subject = _subject(parse, sentence)
    full = _name(parse, subject, passage, naming) if subject is not None else ""
    for verb, words in headlines(parse, sentence, times, full, LONGEST):
        rare = sum(shared[t] > passage.terms[t] for t in passage.terms)
        dated = verb in clauses
        yield near + 2.9 + min(0.6, 0.1 * rare) + 1.2 * dated, ended(words, when) if dated else words
    whole = _whole(parse, sentence)
    if whole:
        yield 0.8 + 3.0 * near, whole
    words = opening(parse, sentence, times, ROOM)
    if words:
        root = _root(parse, sentence)
        dated = root in clauses

        yield (
            near + 1.2 * dated + (1.0 if len(words) >= _FULL else -0.6),
            ended(words, when) if dated else words,
        )
    for kind in _kinds(parse, inside, when):
        yield near + 0.5, ended(kind.capitalize(), when)


def _kinds(parse: Parse, times: Sequence[Time], when: EventDate) -> Iterator[str]:
    """Kinds of deeds that are named directly behind the event's time: "the 4 May 2001 invasion"."""
    for time in times:
        if (time.from_, time.to) == (when.from_, when.to):
            last = max(parse.tokens_in(time.start, time.end), default=0)
            near = (
                i for i in range(last + 1, min(last + 4, len(parse.tokens))) if parse.tokens[i].pos == "NOUN"
            )
            yield from filter(None, (kind_of(parse, i) for i in near))


def _verbs(parse: Parse, time: Time) -> Iterator[int]:
    """The verb of the clause that a time stands in; of "when they met in May, …", the main verb too."""
    tokens = list(parse.tokens_in(time.start, time.end))
    above = parse.ancestors(tokens[0]) if tokens else ()
    verb = next((i for i in above if parse.tokens[i].pos in {"VERB", "AUX"}), None)
    if verb is not None:
        yield verb
        if parse.tokens[verb].dep == "advcl":
            yield parse.tokens[verb].head


def _worth(phrase: Phrase, parse: Parse, passage: Passage, naming: Naming, shared: Counter[str]) -> float:
    """Names of happenings first; then rare words that several of the event's scenes have."""
    own = {
        t
        for t, word in passage.shown.items()
        if any(parse.tokens[i].text in word.split() for i in phrase.tokens)
    }
    rare = [shared[t] * math.log(1 + naming.scenes / max(1, naming.spread[t])) for t in own]
    told = math.sqrt(sum(rare)) / 4
    return 2.0 * phrase.happening + 0.8 * phrase.named + min(1.5, told) - 0.6 * (len(phrase.tokens) < 3)


def _led(parse: Parse, sentence: Sentence, phrase: Phrase, passage: Passage, naming: Naming) -> str:
    """A phrase without a name, after the name of the sentence's subject; "" where it has none."""
    subject = _subject(parse, sentence)
    name = _name(parse, subject, passage, naming) if subject is not None else ""
    if subject in phrase.tokens and phrase.happening and scene_of(parse, phrase.verb):
        return f"{phrase.words} {scene_of(parse, phrase.verb)}"
    if not name or subject in phrase.tokens or phrase.verb != _root(parse, sentence):
        return ""
    if len(phrase.tokens) == 1 and not phrase.happening and not _made(parse, phrase):
        return ""
    first = parse.tokens[phrase.tokens[0]]
    return f"{name}: {first.text}{phrase.words[len(first.text) :]}"


def _made(parse: Parse, phrase: Phrase) -> bool:
    """Whether a single word is what somebody did something to, not whom somebody spoke to."""
    saying = SAYING | {"ask", "urge", "call", "have"}
    return (
        parse.tokens[phrase.tokens[0]].dep == "dobj" and parse.tokens[phrase.verb].lemma.lower() not in saying
    )


def _root(parse: Parse, sentence: Sentence) -> int | None:
    roots = [i for i in range(sentence.first, sentence.last) if parse.tokens[i].dep == "ROOT"]
    return roots[0] if roots and parse.tokens[roots[0]].pos in {"VERB", "AUX"} else None


def _subject(parse: Parse, sentence: Sentence) -> int | None:
    root = _root(parse, sentence)
    if root is None or parse.is_quoted(parse.tokens[root].start, parse.tokens[root].end):
        return None
    return subject_of(parse, root)


def _name(parse: Parse, i: int, passage: Passage, naming: Naming) -> str:
    """The whole name that a token is part of, as the texts spell it in full; "" where it is not a name."""
    name = name_at(parse, i)
    if parse.tokens[i].pos != "PROPN":
        return ""
    first = [
        j for j in parse.children(i) if parse.tokens[j].dep == "compound" and parse.tokens[j].pos == "PROPN"
    ]
    tokens = list(range(name.first, name.last)) if name else [*first, i]
    tokens = [j for j in tokens if parse.tokens[j].text.lower() != "the"]
    while tokens and parse.tokens[tokens[-1]].text in {"'s", "’s"}:
        tokens.pop()
    short = spelled(parse, tokens)
    full = sorted(naming.names[e] for e in passage.entities if e in naming.names)
    return next((f for f in full if f.split()[-1:] == short.split()[-1:]), short)


def _speaker(parse: Parse, sentence: Sentence, passage: Passage, naming: Naming) -> str:
    """Who says something in the main clause, by name or by a name's people: "Norwegian officials"."""
    root, subject = _root(parse, sentence), _subject(parse, sentence)
    if root is None or subject is None or parse.tokens[root].lemma.lower() not in SAYING | {"write", "deny"}:
        return ""
    beside = [parse.tokens[j] for j in parse.children(root)]
    hedged = any(t.dep in {"neg", "auxpass"} or t.lemma.lower() in MODAL for t in beside)
    if hedged or parse.tokens[subject].dep != "nsubj" or parse.tokens[root].tag not in {"VBD", "VBN", "VBZ"}:
        return ""
    name = _name(parse, subject, passage, naming)
    if not name and parse.tokens[subject].pos == "NOUN":
        groups = phrases(parse, subject, subject + 1, (), ROOM)
        name = next((g.words for g in groups if g.named), "")
    return name if 0 < len(name) <= ROOM - 13 else ""


def _whole(parse: Parse, sentence: Sentence) -> str:
    """A short sentence as it stands: nothing is left out, and nothing in it points elsewhere."""
    subject = _subject(parse, sentence)
    tokens = [t for t in parse.tokens[sentence.first : sentence.last] if not t.text.isspace()]
    if subject is None or sentence.end - sentence.start > LONGEST + 1 or tokens[-1].text != ".":
        return ""
    if any(t.pos == "PRON" or t.tag in {"PRP$", "WP$"} or t.text.lower() in _POINTING for t in tokens):
        return ""
    if any(set(t.text) & set('"“”„«»()[]?!…;:') for t in tokens):
        return ""
    if sentence.first not in parse.subtree(subject):
        return ""
    root = _root(parse, sentence)
    named = any(t.pos == "PROPN" for t in tokens)
    if root is None or not named or parse.tokens[root].tag not in {"VBD", "VBN"}:
        return ""
    if parse.tokens[root].lemma == "be":
        return ""
    return spelled(parse, list(range(sentence.first, sentence.last))).rstrip(" .")
