"""Whose saying a verb without a subject of its own is, in turns of phrase that the grammar hides."""

from __future__ import annotations

from checker.attribution.grammar import PASSIVES, SUBJECTS, Grammar
from checker.attribution.people import names_person

_PRENOMINAL = frozenset({"det", "compound", "amod", "nmod", "poss", "nummod"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_CHARGING = frozenset(
    {
        "accuse",
        "blame",
        "suspect",
        "criticise",
        "criticize",
        "condemn",
        "stop",
        "prevent",
        "thank",
        "fine",
        "praise",
    }
)
_APPEALING = frozenset({"call", "plead", "prevail"})
_WITNESSING = frozenset(
    {"recall", "remember", "hear", "overhear", "describe", "quote", "film", "record", "catch"}
)
_MEANS = frozenset(
    {"email", "phone", "letter", "radio", "telephone", "text", "post", "mail", "telegram", "message", "video"}
)
"""What something is said by without being the one who says it: `was told by email`."""
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "PART", "PRON"})
_TELLING = frozenset({"tell", "assure", "inform", "remind", "notify", "ask", "warn", "advise"})
_SINGLED = frozenset({"first", "second", "third", "last", "next", "only", "one", "sole"})


def quoted_person(g: Grammar, verb: int) -> int | None:
    """`quoted the ferryman as saying …`, `recalled the ferryman saying …`: the ferryman."""
    head = g.tokens[verb].head
    if g.tokens[verb].tag == "VBG" and g.tokens[head].lemma in _WITNESSING:
        heard = g.child(head, "dobj")
        return heard if heard is not None and head < heard < verb == g.right[heard] + 1 else None
    if g.tokens[verb].dep != "pcomp" or g.lower(head) != "as":
        return None
    return g.child(g.tokens[head].head, "dobj", *PASSIVES)


def caller(g: Grammar, verb: int) -> int | None:
    """`a call from a woman saying …`: the woman; `called on Roe to apologise for saying …`: Roe."""
    before, by = verb - 1, g.tokens[verb].head
    noun = before if g.tokens[before].tag in {"NN", "NNP", "NNS"} else None
    if noun is not None and g.tokens[verb].tag == "VBG" and g.lower(g.tokens[noun].head) == "from":
        return noun if g.tokens[noun].tag != "NN" or names_person(g.tokens[noun].lemma.lower()) else None
    deed = g.tokens[by].head
    if g.tokens[verb].dep != "pcomp" or g.lower(by) != "for" or not g.has_to(deed):
        return None
    asked = g.tokens[deed].head
    on = next(
        (c for c in g.children[asked] if g.lower(c) in {"on", "upon", "with"} and asked < c < deed), None
    )
    return g.child(on, "pobj") if on is not None and g.tokens[asked].lemma in _APPEALING else None


def accused(g: Grammar, verb: int) -> int | None:
    """`accused the mill of telling …`: the mill."""
    head = g.tokens[verb].head
    if g.tokens[verb].dep != "pcomp" or g.lower(head) not in {"of", "for", "from"}:
        return None
    governor = g.tokens[head].head
    if g.tokens[governor].dep == "dobj":
        governor = g.tokens[governor].head
    return g.child(governor, "dobj") if g.tokens[governor].lemma in _CHARGING else None


def first_to_say(g: Grammar, verb: int) -> int | None:
    """`Roe was the first surgeon to say …`: Roe."""
    noun = g.tokens[verb].head
    described = g.tokens[verb].dep in {"relcl", "acl", "xcomp"} and g.tokens[noun].dep in {"attr", "acomp"}
    singled = any(g.lower(c) in _SINGLED or g.tokens[c].tag == "JJS" for c in g.children[noun])
    if not described or not singled or not g.has_to(verb) or g.tokens[g.tokens[noun].head].lemma != "be":
        return None
    return g.child(g.tokens[noun].head, *SUBJECTS)


def was_told(g: Grammar, verb: int) -> bool:
    """`Told that it was late, Roe …`, `was summoned and told that …`: a participle that was read as a past tense."""
    if is_joined_passive(g, verb):
        return True
    opens = verb == g.sentence_of(verb).first and g.tokens[verb].tag in {"VBD", "VBN"}
    return opens and g.child(verb, *SUBJECTS) is None and g.tokens[verb].head > verb


def is_joined_passive(g: Grammar, verb: int) -> bool:
    """`Roe was summoned and told that it was late`: Roe was told."""
    token, head = g.tokens[verb], g.tokens[verb].head
    if token.dep != "conj" or token.lemma not in _TELLING or token.tag not in {"VBD", "VBN"}:
        return False
    alone = g.child(verb, *SUBJECTS, "aux", "auxpass", "dobj", "dative") is None
    return alone and head < verb and g.child(head, "auxpass") is not None


def possessor(g: Grammar, verb: int) -> tuple[int, ...]:
    """`the divers' finding that it leaks`: the divers."""
    owner = g.child(verb, "poss") if g.tokens[verb].tag == "VBG" else None
    return (owner,) if owner is not None else ()


def misread_subject(g: Grammar, verb: int) -> tuple[int, ...]:
    """`the abbot joked.`: a noun phrase before a finite verb that was read as a part of the verb."""
    if g.tokens[verb].tag not in {"VBD", "VBZ"} or g.child(verb, *SUBJECTS, *PASSIVES) is not None:
        return ()
    if (aged := _aged(g, verb)) is not None:
        return tuple(range(aged, verb))
    own = [c for c in g.children[verb] if c < verb and g.tokens[c].dep in _PRENOMINAL]
    whole = tuple(range(verb - len(own), verb))
    led = bool(own) and tuple(own) == whole and g.tokens[own[-1]].pos in _NOUNS
    return whole if led and g.tokens[own[0]].dep in {"det", "poss"} else ()


def _aged(g: Grammar, verb: int) -> int | None:
    """Where `the 40-year-old` begins, right before the verb."""
    first = max(g.sentence_of(verb).first, verb - 6)
    if verb <= first or g.lower(verb - 1) != "old":
        return None
    return next((i for i in range(verb - 2, first - 1, -1) if g.lower(i) == "the"), None)


def misread_participle(g: Grammar, verb: int) -> int | None:
    """`Its captain, Ada Lund, reckoned there was time`: a past tense read as a participle of the noun before it."""
    token, noun = g.tokens[verb], g.tokens[verb].head
    if token.tag != "VBN" or token.dep != "acl" or g.tokens[verb - 1].text != ",":
        return None
    if g.tokens[noun].head != noun or noun > verb or g.tokens[noun].pos not in _NOUNS:
        return None
    return noun if g.child(verb, "ccomp", "expl") is not None and g.child(verb, "agent") is None else None


def spoken_for(g: Grammar, subject: int) -> tuple[int, ...]:
    """`A spokesman for the firm Elm Water said`: the spokesman, where the parse has the firm for the subject."""
    first = g.left[subject] - 1
    while first >= 0 and g.tokens[first].pos in {"NOUN", "ADJ", "DET", "PROPN"}:
        first -= 1
    if g.tokens[subject].pos != "PROPN" or first < 2 or g.lower(first) not in {"for", "from", "of"}:
        return ()
    noun, start = first - 1, g.sentence_of(subject).first
    opens = (
        noun - 1 >= start and g.lower(noun - 1) in {"a", "an", "the"} and noun - 1 in {start, g.left[noun]}
    )
    person = g.tokens[noun].tag == "NN" and names_person(g.tokens[noun].lemma.lower())
    return (
        tuple(range(noun - 1, g.right[subject] + 1)) if opens and person and g.right[noun] < subject else ()
    )


def preceding(g: Grammar, verb: int) -> tuple[int, ...]:
    """`At a meeting its chief, Ada Lund, said`: the phrase right before a finite verb that has no subject."""
    start, last = g.sentence_of(verb).first, verb - 1
    while last > start and g.tokens[last].pos == "ADV" and g.tokens[last].text.islower():
        last -= 1
    if g.tokens[verb].tag not in {"VBD", "VBZ"} or g.quote[verb] >= 0 or last < start:
        return ()
    if named := _titled_name(g, verb):
        return named
    noun = last
    if g.tokens[last].text == "," and (opening := _before_aside(g, start, last)):
        return opening
    if g.tokens[last].text == ",":
        last -= 1
        noun = last
        while noun > start and g.tokens[noun].pos == "PROPN":
            noun -= 1
        if noun == last or g.tokens[noun].text != ",":
            return ()
        noun -= 1
    first = noun
    while first >= start and g.tokens[first].pos in _NOMINAL and g.quote[first] < 0:
        first -= 1
        if g.tokens[first + 1].pos == "DET" or g.tokens[first + 1].tag == "PRP$":
            break
    first += 1
    opened = first == start or g.tokens[first].pos == "DET" or g.tokens[first].tag == "PRP$"
    free = first == start or g.tokens[first - 1].pos not in {"ADP", "VERB", "AUX", "CCONJ"}
    if noun == start and _is_known_name(g, noun):
        return (noun,)
    sound = first <= noun and g.tokens[noun].pos in _NOUNS and (opened or g.tokens[first - 1].text == ",")
    return tuple(range(first, last + 1)) if sound and free else ()


def _titled_name(g: Grammar, verb: int) -> tuple[int, ...]:
    """`In his letter of farewell Colonel Roe writes`: a person's name right before the verb, with its title."""
    name = g.name_at(verb - 1)
    if name is None or name.type != "PERSON" or name.last != verb or name.first == g.sentence_of(verb).first:
        return ()
    first = name.first
    while first - 1 > g.sentence_of(verb).first and g.tokens[first - 1].tag == "NNP":
        first -= 1
    closed = g.tokens[first - 1].pos in {"NOUN", "PROPN", "NUM"} or first < name.first
    return tuple(range(first, verb)) if closed else ()


def _is_known_name(g: Grammar, i: int) -> bool:
    """Whether a capitalised word at the beginning of a sentence is a name elsewhere in the text."""
    word = g.tokens[i].text
    return word[:1].isupper() and g.first_names.get(word, i) < i


def _before_aside(g: Grammar, start: int, comma: int) -> tuple[int, ...]:
    """`The 30-year-old, best known for his books, said`: the phrase that opens the sentence, up to the first comma."""
    stop = start
    while stop < comma and (g.tokens[stop].pos in _NOMINAL or g.tokens[stop].text == "-"):
        stop += 1
    whole = (
        start < stop < comma and g.tokens[stop].text == "," and g.tokens[start].tag in {"DT", "NNP", "PRP$"}
    )
    return tuple(range(start, stop)) if whole and stop - start > 1 else ()


def after_participle(g: Grammar, subject: int) -> int | None:
    """`Appearing on the podcast Deep Water, the diver Roe said …`: the diver."""
    sentence, first = g.sentence_of(subject), g.left[subject]
    beside = first > sentence.first and g.tokens[first - 1].pos in _NOUNS | {"DET"}
    apposed = g.child(subject, "appos")
    return apposed if beside and apposed is not None and apposed > subject else None


def is_means(g: Grammar, noun: int) -> bool:
    """Whether a bare noun after `by` is how something was told (`by email`) and nobody who told it."""
    return g.tokens[noun].lemma in _MEANS and g.left[noun] == noun
