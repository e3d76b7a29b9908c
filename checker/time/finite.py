"""The tense that one verb says, by its form and its auxiliaries."""

from __future__ import annotations

from typing import Literal

from checker.model import Parse, Token
from checker.time import verbs as v

Tense = Literal["past", "present", "future", "near", "none"]
"""`near`: "would", "could", which look ahead within days, but may be told of any year; `none`: no verb says it."""

NOUNS = frozenset({"NOUN", "PROPN"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_AUXILIARIES = frozenset({"aux", "auxpass"})
_AHEAD = frozenset(
    {"will", "shall", "'ll", "’ll", "wo", "sha", "must", "may", "can", "ca", "should", "might", "need"}
)
_COULD = frozenset({"could", "would", "should", "might"})
_NEAR = frozenset({"would", "could", "'d", "’d"})


def helpers(parse: Parse, i: int) -> list[Token]:
    """Auxiliaries, also one that is tied to another."""
    own = [c for c in parse.children(i) if parse.tokens[c].dep in _AUXILIARIES]
    return [
        parse.tokens[c] for k in own for c in (*parse.children(k), k) if parse.tokens[c].dep in _AUXILIARIES
    ]


def of_verb(parse: Parse, i: int) -> Tense:
    """The tense of a verb with its auxiliaries."""
    token = parse.tokens[i]
    auxiliaries = helpers(parse, i)
    words = {t.text.lower() for t in auxiliaries if t.tag != "NNP"} | (
        {token.text.lower()} if token.tag == "MD" else set()
    )
    perfect = any(t.lemma.lower() == "have" for t in auxiliaries) and token.tag in {"VBN", "VBG"}
    if words & {"will", "shall", "'ll", "’ll"}:
        return "future"
    if perfect and _was_to(parse, i):
        return "none"
    if perfect or any(t.tag == "VBD" for t in auxiliaries):
        return "past"
    if words & _COULD and token.lemma.lower() == "have" and _is_bare(parse, i):
        return "past"
    if words & _AHEAD:
        return "future"
    if words & _NEAR:
        return "past" if "could" in words and _was_able(parse, i) else "near"
    if not auxiliaries and _is_past_form(parse, i):
        return "past"
    if token.tag == "VB" and not auxiliaries:
        if parse.tokens[token.head].lemma.lower() == "let" and token.head != i:
            return "future"
        orders = not any(parse.tokens[c].dep in SUBJECTS for c in parse.children(i))
        return "future" if orders else "present" if token.dep == "ROOT" else "none"
    return "future" if _comes(parse, i) else _of_form(token, auxiliaries)


def is_misread(parse: Parse, i: int) -> bool:
    """Whether a plural noun is taken for a verb: "lakes" in "drowned in the quarry lakes" has no subject."""
    token = parse.tokens[i]
    alone = token.tag in {"VBZ", "VBP"} and token.dep == "advcl" and not helpers(parse, i)
    return alone and not any(parse.tokens[c].dep in {*SUBJECTS, "mark", "expl"} for c in parse.children(i))


def is_title(parse: Parse, i: int) -> bool:
    """Whether a word read as an order stands within its sentence with a capital: "told Face the Day on Sunday"."""
    token, before = parse.tokens[i], parse.tokens[max(0, i - 1)]
    sentence = parse.sentence_at(token.start)
    first = sentence is None or i <= sentence.first or before.pos == "PUNCT"
    return token.tag == "VB" and token.text[:1].isupper() and not first and not helpers(parse, i)


def _was_to(parse: Parse, i: int) -> bool:
    """Whether something was only to have been done: "was to have sung on Friday"."""
    above = parse.tokens[parse.tokens[i].head]
    to = any(t.tag == "TO" for t in helpers(parse, i)) or any(
        parse.tokens[c].tag == "TO" for c in parse.children(i)
    )
    return to and parse.tokens[i].head != i and above.lemma.lower() == "be" and above.tag == "VBD"


def _was_able(parse: Parse, i: int) -> bool:
    """Whether "could" tells what somebody was able to do: "could not be reached", "could see"."""
    denied = any(parse.tokens[c].dep == "neg" for c in parse.children(i))
    return denied or parse.tokens[i].lemma.lower() in {"see", "hear", "feel", "smell", "sense"}


def _is_bare(parse: Parse, i: int) -> bool:
    """Whether "have" stands for what was said before: "the part that he could have played, and should have"."""
    below = (
        parse.tokens[c] for c in parse.children(i) if parse.tokens[c].text.lower() not in {"that", "which"}
    )
    return not any(t.dep in {"dobj", "xcomp", "ccomp", "prt", "attr"} for t in below)


def _comes(parse: Parse, i: int) -> bool:
    """Whether something is told to begin that begins once: "takes effect", "comes into force", "goes on sale"."""
    below = {parse.tokens[c].lemma.lower() for k in parse.children(i) for c in (k, *parse.children(k))}
    finite = parse.tokens[i].tag in {"VBZ", "VBP"}
    return finite and bool(below & v.STARTS.get(parse.tokens[i].lemma.lower(), frozenset()))


def _is_past_form(parse: Parse, i: int) -> bool:
    """Whether a verb whose past is written like its present has a subject with which the present had an "s"."""
    if parse.tokens[i].text.lower() not in v.UNCHANGED:
        return False
    subjects = [parse.tokens[c] for c in parse.children(i) if parse.tokens[c].dep in SUBJECTS]
    joined = any(parse.tokens[k].dep in {"cc", "conj"} for c in parse.children(i) for k in parse.children(c))
    return (
        bool(subjects)
        and not joined
        and all(t.tag in {"NN", "NNP"} or t.text.lower() in {"he", "she", "it"} for t in subjects)
    )


def _of_form(token: Token, auxiliaries: list[Token]) -> Tense:
    if any(t.tag in {"VBZ", "VBP"} for t in auxiliaries) or token.tag in {"VBZ", "VBP"}:
        lemma = token.lemma.lower()
        if lemma in v.DEPICTS and not auxiliaries:
            return "none"
        return v.BY_LEMMA.get(lemma, "present")
    return "past" if token.tag in {"VBD", "VBN"} else "none"


def infinite(parse: Parse, i: int) -> bool:
    """Whether it is an infinitive under another verb: "is set to open", "is set to be opened"."""
    to = any(parse.tokens[c].tag == "TO" for c in parse.children(i) if c < i)
    lemmas = {t.lemma.lower() for t in helpers(parse, i)}
    bare = parse.tokens[i].tag == "VB" or ("be" in lemmas and "have" not in lemmas)
    return bare and to and parse.tokens[i].head != i


def to_be_done(parse: Parse, i: int) -> bool:
    """Whether an infinitive tells what is to become of a thing: "a speech to be given on Friday"."""
    token = parse.tokens[i]
    to = next((c for c in parse.children(i) if parse.tokens[c].tag == "TO"), i)
    apart = token.dep == "advcl" and parse.tokens[max(0, to - 1)].text == ","
    return (token.dep in {"relcl", "acl"} or apart) and any(
        t.lemma.lower() == "be" for t in helpers(parse, i)
    )


def has_done(parse: Parse, i: int) -> bool:
    """Whether an infinitive tells what somebody did before others: "the first to be fined on Friday"."""
    head = parse.tokens[i].head
    near = (parse.tokens[k].text.lower() for k in (head, *parse.children(head)))
    return parse.tokens[i].dep in {"relcl", "acl"} and bool(v.PICKED & set(near))


def wished(parse: Parse, i: int) -> bool:
    """Whether a participle tells what somebody wants or lacks: "wants the vote held by Friday", "the votes needed"."""
    token = parse.tokens[i]
    if token.tag == "VBN" and not helpers(parse, i) and token.lemma.lower() in v.LACKS:
        return True
    above = parse.tokens[token.head]
    if above.pos in NOUNS and above.dep in {"dobj", "nsubj", "nsubjpass"}:
        above = parse.tokens[above.head]
    return token.tag == "VBN" and not helpers(parse, i) and above.lemma.lower() in v.WISHES
