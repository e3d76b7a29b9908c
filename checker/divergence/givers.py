"""Who a statement is given to, and how much that says: a party, an authority in the line of duty, nobody named."""

from __future__ import annotations

from checker.divergence import duties
from checker.divergence.clauses import subject_heads
from checker.divergence.draft import Facts
from checker.divergence.stances import stance
from checker.divergence.tables import words
from checker.divergence.tellings import Telling
from checker.model import Attribution, Parse, Span, Token

REMARK = 120
"""Characters of "not to be named because he was not authorised to speak"."""
LATER = 3
"""Sentences behind a statement in which a text may say that its source would not be named."""
FIRST = frozenset(["i", "we", "he", "she", "they", "it", "who"])

KNOWING = frozenset(["know", "learn", "realise", "realize", "discover", "find", "see"])
"""Verbs of what somebody knows, and does not say."""
ASKING = frozenset(["whether", "if", "why", "how", "when", "where"])
GOING_ON = frozenset(["go", "continue", "come", "hasten", "rush"])
"""Over a "to say" that was said: "went on to say"."""
STATEMENTS = frozenset({"statement", "release", "communique", "communiqué", "declaration"})
"""Papers of which an outlet may print the very text."""


def kind(name: str) -> frozenset[str]:
    """The words of one class of `sources.toml`."""
    return words("sources", name)


def source_words(facts: Facts, said: Attribution) -> str:
    """The words that name the source, as they stand."""
    return " ".join(" ".join(facts.quote(Span(said.doc, s, e)).split()) for s, e in said.source or ())


def is_named_there(facts: Facts, said: Attribution) -> bool:
    """Whether a known speaker is named where the words are given to him; what "she" means is never quite sure."""
    known = facts.entities.get(said.speaker or "")
    return known is not None and not set(known.name.split()).isdisjoint(source_words(facts, said).split())


def source_tokens(facts: Facts, said: Attribution) -> list[Token]:
    """The words that name the source."""
    parse = facts.parses[said.doc]
    return [parse.tokens[i] for s, e in said.source or () for i in parse.tokens_in(s, e)]


def cues(facts: Facts, said: Attribution) -> list[str]:
    """Lemmas of the words that attribute."""
    parse = facts.parses[said.doc]
    return [parse.tokens[i].lemma.lower() for s, e in said.cue or () for i in parse.tokens_in(s, e)]


def is_noun_cue(facts: Facts, said: Attribution) -> bool:
    """Whether only a noun gives the words to somebody ("concerns that …"): their edges are seldom sure."""
    parse = facts.parses[said.doc]
    tokens = [parse.tokens[i] for s, e in said.cue or () for i in parse.tokens_in(s, e)]
    return bool(tokens) and all(t.pos == "NOUN" for t in tokens)


def is_unnamed(facts: Facts, said: Attribution) -> bool:
    """Whether the source is somebody without a name: "officials", "a person familiar with the matter"."""
    tokens = source_tokens(facts, said)
    return (
        bool(said.source)
        and said.naming != "named"
        and any(t.lemma.lower() in kind("unnamed") or t.tag in {"WP", "WP$"} for t in tokens)
        and (said.naming == "anonymous" or not any(t.pos == "PROPN" for t in tokens[:6]))
    )


def is_withheld(facts: Facts, said: Attribution) -> bool:
    """Whether the text keeps the name of its source back: it says so, or shows it by "familiar with"."""
    return is_unnamed(facts, said) and (is_on_request(facts, said) or _stands_by(facts, said, "close_by"))


def is_on_request(facts: Facts, said: Attribution) -> bool:
    """Whether the text says that its source would not be named, and not only how near it is to the matter.

    It may say so a little later: "The officials spoke on condition of anonymity".
    """
    return _stands_by(facts, said, "withheld") or _is_withheld_later(facts, said)


def _is_withheld_later(facts: Facts, said: Attribution) -> bool:
    """Whether one of the next sentences begins with those who speak and says that they would not be named."""
    parse = facts.parses[said.doc]
    number = parse.number_at((said.source or said.content)[0][0])
    later = parse.sentences[number + 1 : number + 1 + LATER] if number is not None else ()
    for sentence in later:
        opening, *subject = parse.tokens[sentence.first : min(sentence.first + 2, sentence.last)]
        noun = any(t.lemma.lower() in kind("unnamed") for t in subject)
        taken_up = opening.text.lower() in FIRST or (opening.text.lower() in {"the", "both", "all"} and noun)
        text = facts.documents[said.doc].text[sentence.start : sentence.end].casefold()
        if taken_up and any(mark in text for mark in kind("withheld")):
            return True
    return False


def _stands_by(facts: Facts, said: Attribution, class_: str) -> bool:
    """Whether words of a class stand in the sentence of a source."""
    sentence = facts.sentence(said.doc, (said.source or said.content)[0][0])
    around = facts.documents[said.doc].text[slice(*sentence)].casefold() if sentence else ""
    return any(mark in around for mark in kind(class_))


def keeps_name_back(facts: Facts, said: Attribution) -> bool:
    """Whether somebody whose name is kept back says more than that he would not be named."""
    told = " ".join(facts.quote(Span(said.doc, s, e)) for s, e in said.content).casefold()
    remark = any(mark in told for mark in kind("withheld") | kind("close_by")) and len(told) < REMARK
    return not remark and is_withheld(facts, said)


def is_own_deed(facts: Facts, given: Telling, told: Telling) -> bool:
    """Whether somebody only tells what he himself did or will do, or does it by saying so."""
    said = given.said
    if said is None or set(cues(facts, said)) & kind("announcing"):
        return True
    speaker = f"@{said.speaker}" if said.speaker else None
    parse = facts.parses[given.doc]
    subjects = {parse.tokens[i].text.lower() for i in subject_heads(parse, given.clause.verb)}
    if speaker and (speaker in given.names or speaker in told.names):
        return True
    narrating = facts.parses[told.doc]
    named = {
        narrating.tokens[i].text
        for i in subject_heads(narrating, told.clause.verb)
        if narrating.tokens[i].pos == "PROPN"
    }
    if named & set(source_words(facts, said).split()):
        return True
    return bool(subjects & (FIRST if _is_body(facts, said) else FIRST - {"it"}))


def _is_body(facts: Facts, said: Attribution) -> bool:
    """Whether "it" may stand for the source: a body, or what nobody knows to be a person."""
    known = facts.entities.get(said.speaker or "")
    if known is not None:
        return known.type != "PERSON"
    return not is_unnamed(facts, said)


def accuses(facts: Facts, telling: Telling) -> bool:
    """Whether the clause has a doer who is a person or body: what it tells is somebody's deed."""
    parse = facts.parses[telling.doc]
    doers = [i for i in subject_heads(parse, telling.clause.verb) if parse.tokens[i].dep == "nsubj"]
    for by in parse.children(telling.clause.verb):
        if parse.tokens[by].dep == "agent":
            doers += [i for i in parse.children(by) if parse.tokens[i].dep == "pobj"]
    if parse.tokens[telling.clause.verb].lemma == "be" and not _says_what(parse, telling.clause.verb):
        return False
    active = [parse.tokens[i] for i in doers]
    return any(t.pos == "PROPN" or t.lemma.lower() in kind("person") for t in active)


def _says_what(parse: Parse, verb: int) -> bool:
    """Whether a clause with "be" says what somebody is, and not only where."""
    return any(parse.tokens[i].dep in {"attr", "acomp"} for i in parse.children(verb))


def importance(facts: Facts, given: Telling, told: Telling) -> int:
    """0 for what is not worth telling, 3 where a name is kept back, a claim made, or one party speaks of another."""
    said = given.said
    if said is not None and is_medium(facts, said):
        return 0
    if said is None or facts.by(said) is None or is_own_deed(facts, given, told):
        doubtful = said is not None and facts.by(said) is not None and stance(facts, said) == "doubtful"
        return 2 if doubtful else 0
    if is_withheld(facts, said) or stance(facts, said) == "doubtful":
        return 3
    if _is_office(facts, told) or _is_office(facts, given):
        return 0
    deeds = accuses(facts, given), accuses(facts, told)
    if duties.is_force(facts, said):
        return 2 if all(deeds) and duties.is_blamed(facts, told) else 0
    if duties.is_authority(facts, said):
        return 2 if all(deeds) else 0
    known = facts.entities.get(said.speaker or "")
    if is_unnamed(facts, said) or (known is not None and known.type == "ORG"):
        return 2 if any(deeds) or duties.is_arguable(facts, told) else 1
    if known is not None and not any(deeds) and not duties.is_arguable(facts, told):
        return 1
    return 3 if any(deeds) else 2


def _is_office(facts: Facts, telling: Telling) -> bool:
    """Whether the doer is an authority itself: what it did is its own to report."""
    parse = facts.parses[telling.doc]
    heads = subject_heads(parse, telling.clause.verb)
    return any(parse.tokens[i].lemma.lower() in kind("authority") for i in heads)


def is_medium(facts: Facts, said: Attribution) -> bool:
    """Whether the source is a publication: that one outlet quotes another is no second telling."""
    return any(
        t.lemma.lower() in kind("medium") for t in source_tokens(facts, said) if t.pos in {"NOUN", "PROPN"}
    )


def may_be_text(facts: Facts, doc: str, said: Attribution) -> bool:
    """Whether a text may be the very statement that is the source: a name of its outlet stands in the source."""
    tokens, outlet = source_tokens(facts, said), (facts.documents[doc].outlet_name or "").split()
    names = {t.text for t in tokens if t.pos == "PROPN"}
    return any(t.lemma.lower() in STATEMENTS | kind("writing") for t in tokens) and not names.isdisjoint(
        outlet
    )


def is_cited(facts: Facts, doc: str, said: Attribution) -> bool:
    """Whether a text gives anything at all to the speaker: then it is no secret where it has the rest from."""
    called = calling(facts, said)
    for other in facts.said.get(doc, ()):
        if other.cue and set(cues(facts, other)) <= KNOWING:
            continue
        if said.speaker is not None and other.speaker == said.speaker:
            return True
        if called is not None and called not in kind("anybody") and calling(facts, other) == called:
            return True
    return False


def calling(facts: Facts, said: Attribution) -> str | None:
    """The noun that heads a source without a name: "the chief constable of the island"."""
    parse = facts.parses[said.doc]
    inside = [i for s, e in said.source or () for i in parse.tokens_in(s, e)]
    if said.naming == "named":
        return None
    heads = (i for i in inside if parse.tokens[i].pos == "NOUN" and parse.tokens[i].head not in inside)
    return next((parse.tokens[i].lemma.lower() for i in heads), None)


def is_undecided(parse: Parse, verb: int, said: Attribution) -> bool:
    """Whether it is a question, or still to be said: "has until May to say whether the interval is enough"."""
    asks = any(parse.tokens[i].text.lower() in ASKING for i in parse.children(verb))
    cues = [i for start, end in said.cue or () for i in parse.tokens_in(start, end)]
    unsaid = any(
        parse.tokens[i].tag == "VB"
        and parse.tokens[parse.tokens[i].head].lemma.lower() not in GOING_ON
        and any(parse.tokens[k].tag == "TO" or parse.tokens[k].dep == "neg" for k in parse.children(i))
        for i in cues
    )
    return asks or unsaid
