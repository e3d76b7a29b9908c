"""The clause that a verb of saying governs: after it, before it, around it."""

from __future__ import annotations

from checker.attribution import asides
from checker.attribution.adrift import adrift, is_asked_that, is_noun_with_that
from checker.attribution.conjuncts import carried, is_inside_that, next_teller
from checker.attribution.cues import Cues
from checker.attribution.grammar import PASSIVES, SUBJECTS, Grammar
from checker.attribution.people import names_person
from checker.attribution.predicates import NOTHING, Found
from checker.attribution.scope import between
from checker.model import Range

_LATE = 12
"""Tokens after a verb in which its `that` may follow."""
_FILLED = frozenset({"dobj", "ccomp", "attr", "acomp", "prep", "xcomp", "agent"})
_FAR = 40
"""Tokens after a verb in which a `that` may follow a comma."""


def clausal(g: Grammar, cues: Cues, verb: int) -> Found:
    """Content, rule and further cue words of a verb with a clause; nothing where it has none."""
    tops = [c for c in g.children[verb] if g.tokens[c].dep == "ccomp" or is_noun_with_that(g, c)]
    after = [c for c in tops if c > verb]
    that = _late_that(g, cues, verb) if cues.has("verbs.speech", g.tokens[verb].lemma) else None
    if that is not None and (not after or that < g.left[after[0]]):
        return between(g, that, g.right[verb], verb), _clause_rule(g, verb), ()
    if after and (parted := asides.parted(g, verb, tops)):
        return parted, "attribution.said-between", ()
    if is_asked_that(g, verb):
        return NOTHING
    if after and not _asks_back(g, verb, after[0]) and not _is_bare(g, verb, after[0]):
        return between(g, *_extent(g, cues, verb, after), verb), _clause_rule(g, verb), ()
    if g.tokens[verb].tag == "VBG" and not g.is_finite(verb):
        return adrift(g, cues, verb), _clause_rule(g, verb), ()
    if not cues.has("verbs.speech", g.tokens[verb].lemma) and not cues.has(
        "verbs.thought", g.tokens[verb].lemma
    ):
        return NOTHING
    if misread := _misread(g, cues, verb):
        return misread, _clause_rule(g, verb), ()
    before = [
        c for c in tops if c < verb and g.quote[verb] in {-1, g.quote[c]} and not _is_robbed(g, verb, c)
    ]
    if before and not _has_object(g, cues, verb):
        return asides.before(g, verb, before[0]), "attribution.said-after", ()
    if cues.has("verbs.aside", g.tokens[verb].lemma) and (content := asides.as_said(g, verb)):
        return content, "attribution.as-said", ()
    aside = cues.has("verbs.aside", g.tokens[verb].lemma)
    if aside and (content := asides.closing(g, verb)):
        return content, "attribution.said-after", ()
    if g.tokens[verb].dep in {"parataxis", "ccomp", "advcl"}:
        return asides.around(g, verb), "attribution.said-between", ()
    return (asides.fronted(g, cues, verb), "attribution.said-after", ()) if aside else NOTHING


def _extent(g: Grammar, cues: Cues, verb: int, tops: list[int]) -> Range:
    """First and last token of the clauses that a verb governs, with what a semicolon or colon adds to them."""
    first, last = max(verb + 1, g.left[tops[0]]), max(g.right[top] for top in tops)
    last = min(last, next_teller(g, cues, verb, tops[0], last))
    last = _with_adrift(g, cues, first, min(last, _next_that(g, verb, tops[0], last)))
    stop = g.sentence_of(verb).last
    if last + 1 < stop and g.tokens[last + 1].text in {";", ":"} and g.quote[last + 1] == g.quote[verb]:
        rest = range(last + 2, stop)
        if not any(cues.has("verbs.speech", g.tokens[i].lemma) or g.quote[i] >= 0 for i in rest):
            last = stop - 1
    return first, carried(g, cues, verb, last)


def _next_that(g: Grammar, verb: int, top: int, last: int) -> int:
    """The last token before `, and that …` where the clause itself has no `that`, but the one around it has."""
    if not is_inside_that(g, verb):
        return last
    for c in g.children[top]:
        first = g.left[c]
        if g.tokens[c].dep == "conj" and g.lower(first) == "that" and g.lower(first - 1) in {"and", "but"}:
            return first - 2
    return last


def _with_adrift(g: Grammar, cues: Cues, first: int, last: int) -> int:
    """The last token with the clause of a verb of saying that ends here, which was hung elsewhere."""
    for i in range(first, last + 1):
        if cues.has("verbs.speech", g.tokens[i].lemma) and g.child(i, "ccomp") is None:
            told = adrift(g, cues, i)
            if told and g.index(told[0][0]) == last + 1:
                return g.index(told[-1][1]) - 1
    return last


def _late_that(g: Grammar, cues: Cues, verb: int) -> int | None:
    """The `that` of a content which the parser hung under an adjunct (`said at the time that …`)."""
    if g.child(verb, "dobj") is not None and not cues.has("verbs.addresses", g.tokens[verb].lemma):
        return None
    for i in range(verb + 2, min(verb + _LATE, g.right[verb] + 1)):
        if g.tokens[i].text in {",", ";", ":"} or g.quote[i] != g.quote[verb]:
            return None
        head = g.tokens[i].head
        if (
            g.lower(i) == "that"
            and (g.tokens[i].dep in {"mark", "advmod"} or _told_them(g, cues, verb, head))
            and (g.tokens[head].dep in {"relcl", "acl"} or under_questioning(g, g.tokens[head].head))
        ):
            return i if g.child(head, *SUBJECTS, *PASSIVES) is not None else None
    return None


def under_questioning(g: Grammar, verb: int) -> bool:
    """`admitted under questioning that …`, `assured us in writing that …`: a noun that looks like a verb."""
    led = g.lower(g.tokens[verb].head) == "under" or (
        g.lower(verb) == "writing" and g.lower(verb - 1) == "in"
    )
    return g.tokens[verb].dep == "pcomp" and led


def _told_them(g: Grammar, cues: Cues, verb: int, clause: int) -> bool:
    """`told the council that the gates had gone`: the parser may hang the clause under the council."""
    by = g.child(verb, "agent")
    addressed = g.child(verb, "dobj", "dative") if by is None else g.child(by, "pobj")
    return cues.has("verbs.addresses", g.tokens[verb].lemma) and g.tokens[clause].head == addressed


def _that_after_comma(g: Grammar, verb: int) -> int | None:
    """The `that` of a content behind an inserted phrase (`said on the radio, where he works, that …`)."""
    stop = min(verb + _FAR, g.sentence_of(verb).last)
    for i in range(verb + 2, stop):
        token = g.tokens[i]
        if g.quote[i] != g.quote[verb] or token.text in {";", ":"}:
            return None
        if (
            token.text.lower() == "that"
            and token.tag == "IN"
            and g.tokens[i - 1].text in {",", "—", "–", "-"}
        ):
            return i if i > verb + 2 else None
    return None


def _has_object(g: Grammar, cues: Cues, verb: int) -> bool:
    """Whether an object or infinitive follows a verb, nobody spoken to: then no clause before it is its content."""
    thing, deed = g.child(verb, "dobj"), g.child(verb, "xcomp")
    if deed is not None and deed > verb and g.has_to(deed) and g.tokens[verb].dep == "ROOT":
        return True
    return thing is not None and thing > verb and not cues.has("verbs.addresses", g.tokens[verb].lemma)


def _misread(g: Grammar, cues: Cues, verb: int) -> tuple[Range, ...]:
    """A clause after the verb which the parser took for something else.

    `says the rise that Doe decries makes it worse` reads as an object, `say taxing fuel helps` as an infinitive;
    `told the Courier he was late` as a clause that governs the telling.
    """
    if g.is_passive(verb):
        return ()
    thing = g.child(verb, "dobj", "xcomp")
    if g.tokens[verb].lemma == "say" and thing is not None and thing > verb and _says(g, thing):
        return between(g, g.left[thing], carried(g, cues, verb, g.right[thing]), verb)
    if not cues.has("verbs.speech", g.tokens[verb].lemma):
        return ()
    that = _that_after_comma(g, verb)
    if that is not None and (thing is None or cues.has("verbs.addresses", g.tokens[verb].lemma)):
        return between(g, that, max(g.right[verb], g.right[g.tokens[that].head]), verb)
    return _of_addressed(g, cues, verb) or _governing(g, verb) or adrift(g, cues, verb)


def _of_addressed(g: Grammar, cues: Cues, verb: int) -> tuple[Range, ...]:
    """`told the crew they knew of the leak`: a whole clause, read as one that describes the crew."""
    addressed = g.child(verb, "dobj", "dative")
    if addressed is None or addressed < verb or not cues.has("verbs.addresses", g.tokens[verb].lemma):
        return ()
    top = next((c for c in g.children[addressed] if g.tokens[c].dep == "relcl"), None)
    subject = g.child(top, *SUBJECTS, *PASSIVES) if top is not None else None
    if top is None or subject is None or g.left[top] != g.left[subject] or g.left[top] != addressed + 1:
        return ()
    filled = any(g.tokens[c].dep in _FILLED and c > top and not _is_bare_link(g, c) for c in g.children[top])
    would = g.tokens[subject].tag == "PRP" and any(g.tokens[c].tag == "MD" for c in g.children[top])
    filled = filled or (would and g.child(top, "advcl") is not None)
    plain = g.tokens[subject].tag not in {"WP", "WDT"} and g.is_finite(top)
    return between(g, g.left[top], g.right[top], verb) if filled and plain else ()


def _says(g: Grammar, thing: int) -> bool:
    """Whether what is said is more than a word such as `so`, `it`, `what`."""
    named = thing + 1 < len(g.tokens) and g.tokens[thing + 1].tag == "NNP"
    if named and names_person(g.tokens[thing].lemma.lower()):
        return False
    inserted = g.tokens[g.left[thing] - 1].text == "," or g.has_to(thing)
    return g.right[thing] > g.left[thing] and not inserted and g.tokens[thing].tag not in {"WP", "WDT"}


def _is_bare_link(g: Grammar, part: int) -> bool:
    """`the man they spoke of`: a preposition whose noun is the one described."""
    return g.tokens[part].dep in {"prep", "agent"} and g.child(part, "pobj", "pcomp") is None


def _governing(g: Grammar, verb: int) -> tuple[Range, ...]:
    """The clause to the right that the verb was hung under, where no mark stands between."""
    top = g.tokens[verb].head
    subject = g.child(top, *SUBJECTS, *PASSIVES)
    if top <= verb or subject is None or not g.is_finite(top) or g.child(verb, *SUBJECTS) is None:
        return ()
    first, last = g.left[subject], g.right[verb]
    apart = g.tokens[first - 1].text == "," or g.child(verb, "xcomp") is not None
    beside = (
        not apart
        and first == last + 1
        and first > verb
        and g.tokens[verb].dep in {"advcl", "ccomp", "parataxis"}
    )
    return between(g, first, g.right[top], verb) if beside and g.quote[first] == g.quote[verb] else ()


def _is_robbed(g: Grammar, verb: int, top: int) -> bool:
    """`Roe, whose lawyer says it is late, has asked for time`: a clause that took the verb's subject."""
    own = g.child(verb, *SUBJECTS, *PASSIVES, "agent", "expl")
    return (
        own is None
        and g.tokens[verb - 1].dep in {"aux", "auxpass"}
        and g.left[top] == g.sentence_of(verb).first
    )


def _asks_back(g: Grammar, verb: int, top: int) -> bool:
    """Whether the right-hand clause is no content: it holds the verb's own subject."""
    return g.left[top] <= verb <= g.right[top] and top < verb


def _is_bare(g: Grammar, verb: int, top: int) -> bool:
    """`found nobody to play`, `saw him leave`: no clause that has been stated, since it has no tense."""
    opening = g.tokens[g.left[top]]
    asked = opening.tag in {"WP", "WRB", "WDT"} or opening.dep == "mark" or opening.text == "that"
    return g.tokens[verb].lemma in {"find", "see", "hear", "know"} and not g.is_finite(top) and not asked


def _clause_rule(g: Grammar, verb: int) -> str:
    if g.is_passive(verb):
        return "attribution.passive"
    if g.tokens[verb].dep == "relcl":
        return "attribution.relative"
    if g.tokens[verb].tag == "VBG" and not g.is_finite(verb):
        return "attribution.participle"
    return "attribution.said-that"
