"""What a verb governs: the deed that it tells, and who and what that is done by and to."""

from __future__ import annotations

from collections.abc import Iterator

from checker.divergence.clauses import SUBJECTS
from checker.divergence.keys import Names
from checker.divergence.kindred import deeds, deeds_at
from checker.divergence.limits import content_verb
from checker.model import Parse

SAID_OF = frozenset(["acomp", "attr", "oprd"])
OBJECTS = frozenset(["dobj", "nsubjpass"])
ARGUMENTS = frozenset(["nsubj", "nsubjpass", "dobj", "csubj", "dative", "agent", "prep", *SAID_OF])
BEARERS = frozenset(
    ["make", "take", "put", "give", "have", "do", "be", "become", "get", "keep", "remain", "stay", "let"]
)
"""Verbs whose object or complement tells the deed ("took a decision", "remained shut")."""
HAPPENING = frozenset(
    ["happen", "occur", "come", "follow", "hold", "begin", "end", "be", "become", "remain", "stay", "keep"]
)
"""Verbs whose subject tells the deed ("the vote was held")."""
BRINGING = frozenset(["bring", "put", "come"])
"""Verbs that a noun behind "to" makes a deed ("brought to a halt", "put to a vote")."""
CAUSING = frozenset(
    [
        "have",
        "get",
        "order",
        "ask",
        "tell",
        "instruct",
        "command",
        "request",
        "direct",
        "force",
        "make",
        "let",
    ]
)
"""Verbs whose object does or suffers the deed ("had the trees felled", "ordered the pumps to be stopped")."""
TOWARDS = frozenset(["to", "on", "against", "into", "upon", "for", "from"])
"""Prepositions before what a deed is done to ("wrote to the bishop")."""
CARRIED = frozenset(["acl", "relcl"])
DEEP = 3
"""Infinitives below a verb that belong to its deed ("intends to try to sell")."""


def deed_verbs(parse: Parse, verb: int) -> list[int]:
    """The verb and the infinitives that carry it on: "intends to offer"."""
    found = [verb]
    for _ in range(DEEP):
        following = next(_infinitives(parse, found[-1]), None)
        if following is None:
            break
        found.append(following)
    return found


def _infinitives(parse: Parse, verb: int) -> Iterator[int]:
    """Infinitives that carry on a verb: "tried to sell", "took the trouble to write", "had it sold",
    "went on selling".
    """
    causing = parse.tokens[verb].lemma.lower() in CAUSING
    going = parse.tokens[verb].lemma.lower() in {"go", "keep"}
    bearing = parse.tokens[verb].lemma.lower() in BEARERS
    for i in parse.children(verb):
        token = parse.tokens[i]
        if token.dep == "xcomp" and token.pos in {"VERB", "AUX"}:
            yield i
        if going and i > verb and token.dep in {"advcl", "xcomp"} and token.tag == "VBG":
            yield i
        bare = token.tag in {"VBN", "VBD", "VB"} or parse.tokens[verb].lemma.lower() == "let"
        if causing and token.dep == "ccomp" and bare:
            yield i
        if bearing and token.dep == "dobj":
            below = parse.children(i)
            yield from (j for j in below if parse.tokens[j].dep in CARRIED and parse.tokens[j].tag == "VB")


def deed(parse: Parse, names: Names, verb: int) -> tuple[frozenset[str], frozenset[str]]:
    """The keys of what was done, and the sets of kindred words that they are in."""
    keys: set[str] = set()
    classes: set[str] = set()
    for i in {*deed_verbs(parse, verb), content_verb(parse, verb)}:
        beside = [parse.tokens[j].text.lower() for j in parse.children(i) if parse.tokens[j].dep == "prt"]
        plain = names.keys(parse, [i])
        keys |= {f"{key} {word}" for key in plain for word in beside} or plain
        classes |= deeds_at(parse, i)
        for j in _complements(parse, i):
            keys |= names.keys(parse, [j])
            classes |= deeds(parse.tokens[j].lemma.lower())
    return frozenset(keys), frozenset(classes)


def _complements(parse: Parse, verb: int) -> list[int]:
    """What tells the deed beside its verb: "found it unsafe", "took a decision", "brought it to an end"."""
    lemma, below = parse.tokens[verb].lemma.lower(), parse.children(verb)
    wanted = SAID_OF | ({"dobj"} if lemma in BEARERS else set())
    found = [i for i in below if parse.tokens[i].dep in wanted]
    leading = [i for i in below if lemma in BRINGING and parse.tokens[i].text.lower() == "to"]
    return found + [j for i in leading for j in parse.children(i) if parse.tokens[j].dep == "pobj"]


def subjects(parse: Parse, verb: int) -> list[int]:
    """The tokens that head the subject."""
    return [i for i in parse.children(verb) if parse.tokens[i].dep in SUBJECTS]


def antecedent(parse: Parse, verb: int) -> list[int]:
    """The noun that "who" or "which" stands for as the subject."""
    standing = any(parse.tokens[i].tag in {"WP", "WDT"} for i in subjects(parse, verb))
    return [parse.tokens[verb].head] if standing and parse.tokens[verb].dep == "relcl" else []


def named(parse: Parse, names: Names, verb: int) -> frozenset[str]:
    """The keys of nouns that may name a deed, beside a verb that says little."""
    if parse.tokens[content_verb(parse, verb)].lemma.lower() not in HAPPENING:
        return frozenset()
    rows = (i for i in parse.children(verb) if parse.tokens[i].dep in {*OBJECTS, "nsubj", "attr"})
    return names.keys(parse, rows)


def heads(parse: Parse, names: Names, verb: int) -> frozenset[str]:
    """The keys of the nouns that the verb governs, and of those behind its prepositions."""
    nouns: list[int] = []
    for i in deed_verbs(parse, verb):
        for j in parse.children(i):
            if parse.tokens[j].dep in ARGUMENTS:
                nouns += [j, *(k for k in parse.children(j) if parse.tokens[k].dep == "pobj")]
    return names.keys(parse, [*nouns, *antecedent(parse, verb)])


def patient(parse: Parse, names: Names, verb: int, before: frozenset[str]) -> frozenset[str]:
    """The keys of what the deed is done to, with what describes it, without clauses about it.

    For "it" and "them" those of the sentence before.
    """
    noun = next((i for v in reversed(deed_verbs(parse, verb)) for i in _objects(parse, v)), None)
    if noun is None:
        return frozenset()
    if parse.tokens[noun].text.lower() in {"it", "them"}:
        return before
    if parse.tokens[noun].tag in {"WDT", "WP"} and parse.tokens[verb].dep == "relcl":
        return names.keys(parse, [parse.tokens[verb].head])
    inside = parse.subtree(noun)
    about = [j for j in inside if parse.tokens[j].dep in {"relcl", "acl", "appos"}]
    apart = {k for j in about for k in parse.subtree(j)}
    called = {j for j in about if parse.tokens[j].dep == "appos" and j in names.people}
    return names.keys(parse, (j for j in inside if j not in apart or j in called))


def _objects(parse: Parse, verb: int) -> list[int]:
    """The object of a verb or the subject of its passive; where there is none, the noun behind its preposition."""
    token, over = parse.tokens[verb], parse.tokens[verb].head
    causing = parse.tokens[over].lemma.lower()
    had = token.dep == "ccomp" and causing in CAUSING and (token.tag != "VB" or causing == "let")
    wanted = {*OBJECTS, "nsubj"} if had else OBJECTS
    found = [i for i in parse.children(verb) if parse.tokens[i].dep in wanted]
    if not found and token.dep == "xcomp" and token.tag == "VBN":
        found = [i for i in parse.children(over) if parse.tokens[i].dep in OBJECTS]
    lemma = token.lemma.lower()
    below = parse.children(verb)
    below = [
        *below,
        *(j for i in below if parse.tokens[i].dep == "advmod" and i > verb for j in parse.children(i)),
    ]
    for i in below if not found else ():
        word = parse.tokens[i].text.lower()
        if word in TOWARDS or deeds(f"{lemma} {word}"):
            found += [j for j in parse.children(i) if parse.tokens[j].dep == "pobj"]
    return found
