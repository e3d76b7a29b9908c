"""Places where a text refers to a deed: a noun or verb of its kind, with who, where and when stand beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.events.days import Days, length, stretch
from checker.events.deeds import kind_of
from checker.events.promises import promise_of
from checker.events.scenes import Scene
from checker.events.sentences import Passage
from checker.events.verbs import SAYING
from checker.model import Entity, Parse, Span

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_BEFORE = frozenset({"ADJ", "PROPN", "NUM"})
_AFTERWARDS = frozenset({"after", "since", "before", "until", "till", "during"})
_BELOW = frozenset({"advcl", "relcl", "ccomp"})
_UNREAL = frozenset({"no", "nobody", "none", "if", "unless", "without", "could", "may", "might", "should"})
_WHERE_WORDS = """
    in at near from into towards toward around outside inside over on through across off
"""
_NOT_TOLD = frozenset({"will", "would", "we", "i"})
"""What is to come, and what somebody says of himself, with quotation marks or without, the narrator does not tell."""
_BACK = frozenset({"they", "it", "this", "these", "those"})
"""Subjects that stand for what the sentence before tells."""

_SAYING = SAYING | {"ask", "answer", "write", "report", "signal", "think", "believe", "want"}

_WHERE = frozenset(_WHERE_WORDS.split())
"""Prepositions of places."""
_LEADING = frozenset({"after", "before", "since", "until"})
_LONG = 27
"""Days of a stretch of time that may hold another clause's deed."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A deed of a `kind`, named by token `at`, in the sentence `span`.

    `who` are the names in its sentence, `places` those of its clause and those in its own phrase ("the Varn accord").
    `days` are the known times of its clause, else those of the main clause above; `timed`, where its own clause names
    any. `main`: the sentence itself tells the deed, or names its time in one phrase with it; else it is said, quoted
    or mentioned.
    """

    span: Span
    kind: str
    at: int
    who: frozenset[str]
    places: frozenset[str]
    days: tuple[Days, ...]
    timed: bool
    main: bool


def references(
    scenes: Sequence[Scene], parse: Parse, places: Sequence[tuple[int, int, Entity]]
) -> list[Reference]:
    """All references of a document's scenes, in text order; what is negated or only supposed is none."""
    found: list[Reference] = []
    for scene in scenes:
        before: list[Reference] = []
        for sentence in scene.sentences:
            here = list(_in_sentence(scene, sentence, parse, places))
            subject = _pointer(parse, sentence)
            if not here and subject is not None:
                back = (r for r in before if _meant(parse, r.at, subject))
                here = [_again(r, scene, sentence, parse, places) for r in back]
            found += here
            before = here
    return found


def _in_sentence(
    scene: Scene, sentence: Passage, parse: Parse, places: Sequence[tuple[int, int, Entity]]
) -> Iterator[Reference]:
    span = Span(scene.doc, sentence.start, sentence.end)
    inside = {i for t in scene.times for i in parse.tokens_in(t.start, t.end)}
    for i in parse.tokens_in(sentence.start, sentence.end):
        kind = None if i in inside else kind_of(parse, i) or promise_of(parse, i)
        if kind and not _unreal(parse, i):
            clause = _clause(parse, i)
            where = _places(parse, i, clause, places) | _titled(parse, i, places)
            days, timed = _days(scene, parse, clause)
            own, _ = _days(scene, parse, _own_words(parse, i))
            if not timed:
                days = _around(scene, parse, i)
            main = bool(own) or _main(parse, i)
            yield Reference(span, kind, i, sentence.names, where, own or days, timed, main)


def _again(
    r: Reference, scene: Scene, sentence: Passage, parse: Parse, places: Sequence[tuple[int, int, Entity]]
) -> Reference:
    """The same deed in a sentence that goes on with a pronoun for it."""
    region = set(parse.tokens_in(sentence.start, sentence.end))
    days, timed = _days(scene, parse, region)
    span, where = Span(scene.doc, sentence.start, sentence.end), _places(parse, r.at, region, places)
    return Reference(
        span, r.kind, r.at, r.who | sentence.names, where, days or r.days, timed or r.timed, r.main
    )


def _pointer(parse: Parse, sentence: Passage) -> int | None:
    """The pronoun that is the subject of a sentence."""
    first = parse.tokens_in(sentence.start, sentence.end)
    subjects = (i for i in first if parse.tokens[i].dep in {"nsubj", "nsubjpass"})
    subject = next(subjects, None)
    return subject if subject is not None and parse.tokens[subject].text.lower() in _BACK else None


def _meant(parse: Parse, at: int, pronoun: int) -> bool:
    """Whether a pronoun may stand for the noun: subject or object of its clause, and as many."""
    noun = parse.tokens[at]
    many = parse.tokens[pronoun].text.lower() in {"they", "these", "those"}
    return noun.dep in {"nsubj", "nsubjpass", "dobj"} and many == (noun.tag in {"NNS", "NNPS"})


def _main(parse: Parse, i: int) -> bool:
    """Whether the main clause tells it, outside quotation marks: its verb, or what stands directly beside that."""
    token = parse.tokens[i]
    if parse.is_quoted(token.start, token.end):
        return False
    for j in (i, *parse.ancestors(i)):
        if parse.tokens[j].pos in {"VERB", "AUX"}:
            beside = {parse.tokens[c].text.lower() for c in parse.children(j)}
            root = parse.tokens[j].dep == "ROOT" and parse.tokens[j].lemma.lower() not in _SAYING
            return root and not beside & _NOT_TOLD
        if parse.tokens[j].dep in {"relcl", "acl", "appos"}:
            return False
    return False


def _unreal(parse: Parse, i: int) -> bool:
    """Whether the clause is negated or supposed; what is told to be to come is real enough to refer to."""
    for j in (i, *parse.ancestors(i)):
        beside = {parse.tokens[c].text.lower() for c in parse.children(j)}
        if beside & _UNREAL or any(parse.tokens[c].dep == "neg" for c in parse.children(j)):
            return True
        if parse.tokens[j].pos in {"VERB", "AUX"}:
            return False
    return False


def _clause(parse: Parse, i: int) -> set[int]:
    """The tokens of the clause that token i stands in, with clauses joined to it, without those below it."""
    top = i
    for j in (i, *parse.ancestors(i)):
        top = j
        if parse.tokens[j].pos in {"VERB", "AUX"} and parse.tokens[j].dep != "conj":
            break
    held = set(parse.subtree(top))
    for j in sorted(held):
        if j != top and parse.tokens[j].dep in _BELOW and parse.tokens[j].pos == "VERB":
            below = set(parse.subtree(j))
            held -= below if i not in below else set()
    for j in sorted(held):
        if parse.tokens[j].text.lower() in _AFTERWARDS and i not in (below := set(parse.subtree(j))):
            held -= {
                k for k in below if parse.tokens[k].pos == "PROPN" and not parse.tokens[k].text.isdigit()
            }
    return held | set(parse.subtree(i))


def _own_words(parse: Parse, i: int) -> set[int]:
    """The phrase of a deed, with what stands directly before it: "the 4 May 2001 Varn treaty"."""
    first = min(parse.subtree(i))
    while first > 0 and (parse.tokens[first - 1].pos in _BEFORE or parse.tokens[first - 1].text == ","):
        first -= 1
    return {*range(first, i), *parse.subtree(i)} if parse.tokens[i].pos != "VERB" else set(parse.subtree(i))


def _around(scene: Scene, parse: Parse, i: int) -> tuple[Days, ...]:
    """The times of the clause above: of the saying, near which the deed is; of another, only long ones."""
    said = False
    for j in (i, *parse.ancestors(i)):
        token = parse.tokens[j]
        if token.dep == "advcl":
            measured = any(parse.tokens[c].dep == "npadvmod" for c in parse.subtree(j))
            days, _ = _days(scene, parse, _clause(parse, token.head))
            return () if measured else tuple(d for d in days if length(d) > _LONG)
        if token.dep in {"relcl", "acl"}:
            return ()
        said = said or token.dep == "ccomp"
        if token.dep == "ROOT":
            return _days(scene, parse, _clause(parse, j))[0] if said else ()
    return ()


def _places(
    parse: Parse, deed: int, region: set[int], places: Sequence[tuple[int, int, Entity]]
) -> frozenset[str]:
    """Names of the places in a region at which the deed is, or to which it is done."""
    inside = {parse.tokens[i].end: i for i in region}
    starts = {parse.tokens[i].start for i in region}
    return frozenset(
        e.name.lower()
        for start, end, e in places
        if e.type in _PLACES and start in starts and end in inside and _scene(parse, deed, inside[end])
    )


def _scene(parse: Parse, deed: int, place: int) -> bool:
    """Whether a place stands with "in", "from" and the like, or is the goal or object of the deed itself."""
    token = parse.tokens[place]
    if token.dep != "pobj":
        return token.head == deed and token.dep != "nsubj"
    before = parse.tokens[token.head]
    return before.text.lower() in _WHERE or before.head == deed


def _days(scene: Scene, parse: Parse, region: set[int]) -> tuple[tuple[Days, ...], bool]:
    """The known days named among the tokens, and whether any time is.

    "A year after" says when the clause above is, not the one that it leads.
    """
    placed = [(t, list(parse.tokens_in(t.start, t.end))) for t in scene.times]
    times = [(t, at[-1]) for t, at in placed if region & set(at)]
    own = [t for t, last in times if parse.tokens[last].text.lower() not in _LEADING]
    return tuple(filter(None, (stretch(t.from_, t.to) for t in own))), bool(times)


def _titled(parse: Parse, i: int, places: Sequence[tuple[int, int, Entity]]) -> frozenset[str]:
    """Names of places within the deed's own name: "the Varn accord"."""
    names = {e.name.lower() for *_, e in places if e.type in _PLACES}
    return frozenset(parse.tokens[j].text.lower() for j in parse.subtree(i)) & names
