"""What counts as a saying inside another's words: a statement of somebody's, not a turn of phrase of the speaker.

Inside a quotation or a reported clause every verb of saying stands in the speaker's own story. `I think`, `do you
know`, `nobody would say` and `talked about the weather` tell of no statement that somebody has made.
"""

from __future__ import annotations

from checker.attribution.cues import Cues
from checker.attribution.draft import Draft
from checker.attribution.grammar import PASSIVES, SUBJECTS, Grammar
from checker.attribution.merge import outer
from checker.attribution.nouns import is_whole
from checker.attribution.topics import REFUSALS, SUFFIX

_PERSONS = frozenset({"him", "her", "them", "me", "us", "you", "himself", "herself"})
_SELF = frozenset({"i", "we"})
_ANY = frozenset({"anybody", "anyone", "whoever", "who", "one"})
_NONE = frozenset({"nobody", "noone", "none"})
_POINTING = frozenset({"it", "this", "that", "these", "those"})
_EVIDENT = frozenset({"show", "mean", "suggest", "indicate", "imply", "prove", "underscore", "demonstrate"})
_MODALS = frozenset(
    {"can", "could", "would", "will", "may", "might", "should", "must", "shall", "'ll", "’ll"}
)
_NEVER = frozenset({"can", "ca", "may", "might", "should", "must", "shall"})
"""Modals that a negation makes no refusal of: `they can't say it leaks`."""
_SHORT = frozenset({"'d", "’d"})
_IFS = frozenset({"if", "unless", "whether"})
_LEADING = frozenset(
    ["say", "report", "believe", "think", "allege", "rumour", "rumor", "begin", "come", "seem", "claim"]
)
"""Verbs before an infinitive that tells what somebody does think (`had begun to think that …`)."""
_HABITS = frozenset({"keep", "continue", "begin", "start", "go"})
_PLAIN = frozenset(f"attribution.{kind}" for kind in ("object", "infinitive", "preposition"))


def kept(g: Grammar, cues: Cues, drafts: list[Draft]) -> list[Draft]:
    """The drafts without those inside another's content that tell of no statement, and those that tell of somebody."""
    drafts = [d for d in drafts if not _is_somebody(g, d)]
    around = outer(drafts, g)
    pairs = zip(drafts, around, strict=True)
    return [d for d, k in pairs if k is None or (_tells(g, cues, d) and not _is_same(g, cues, d, drafts[k]))]


def _is_somebody(g: Grammar, draft: Draft) -> bool:
    """`asked for her`, `reported him`: a person is no statement."""
    words = [i for piece in draft.content for i in g.words(*piece)]
    return len(words) == 1 and g.lower(words[0]) in _PERSONS and g.quote[words[0]] == g.quote[draft.head]


def _thinks(cues: Cues, lemma: str) -> bool:
    return cues.has("verbs.thought", lemma) and not cues.has("verbs.speech", lemma)


def _is_unreal(g: Grammar, verb: int) -> bool:
    """`failed to understand that …`, `helped them see that …`, `if they knew that …`: nobody is told to think so."""
    if g.tokens[verb].dep == "advcl" and any(g.lower(c) in _IFS - {"whether"} for c in g.children[verb]):
        return True
    bare = g.tokens[verb].tag == "VB" and not g.is_finite(verb) and g.tokens[verb].dep in {"xcomp", "ccomp"}
    return bare and g.tokens[g.tokens[verb].head].lemma not in _LEADING


def _is_same(g: Grammar, cues: Cues, draft: Draft, holder: Draft) -> bool:
    """`voiced her belief that it leaks`: one saying, told by a verb and its noun."""
    own = not draft.source or draft.source == holder.source or g.tokens[draft.source[0]].tag == "PRP$"
    noun = g.tokens[draft.head].pos == "NOUN" and g.tokens[draft.head].head == holder.head
    return own and noun and cues.has("verbs.light", g.tokens[holder.head].lemma)


def _tells(g: Grammar, cues: Cues, draft: Draft) -> bool:
    if g.quote[draft.head] >= 0 and draft.rule in _PLAIN and _subject(g, draft.head) in _SELF:
        return _is_own(g, draft) or g.child(draft.head, "ccomp") is not None
    if draft.rule.endswith(SUFFIX):
        return any(g.tokens[i].lemma in REFUSALS for i in draft.cue) or _names_what(g, cues, draft)
    if g.tokens[draft.head].pos == "NOUN":
        return _is_stated(g, draft)
    if g.tokens[draft.head].pos not in {"VERB", "AUX"} or draft.rule == "attribution.quoted-inside":
        return True
    subject = _subject(g, draft.head)
    if _thinks(cues, g.tokens[draft.head].lemma) and _is_unreal(g, draft.head):
        return False
    return not (_is_idle(g, draft) or _is_possible(g, draft) or _by_the_way(g, cues, draft.head, subject))


def _names_what(g: Grammar, cues: Cues, draft: Draft) -> bool:
    """`warned of higher prices`, `reported a loss`: what was told is named; `thanked us`, `praised it` tell nothing."""
    verb = draft.head
    parts = [g.tokens[c] for c in g.children[verb] if g.tokens[c].dep == "aux"]
    made = g.is_finite(verb) and not _is_denied(g, verb) and not any(t.tag == "MD" for t in parts)
    made = made and _subject(g, verb) not in _ANY | _NONE
    words = g.words(*draft.content[0])
    telling = cues.has("verbs.speech", g.tokens[verb].lemma) and g.tokens[verb].lemma != "agree"
    telling = telling or g.tokens[verb].lemma == "know"
    return made and telling and any(g.tokens[i].pos in {"NOUN", "PROPN"} for i in words)


def _subject(g: Grammar, verb: int) -> str:
    subject = g.child(verb, *SUBJECTS, *PASSIVES)
    return g.lower(subject) if subject is not None else ""


def _is_stated(g: Grammar, draft: Draft) -> bool:
    """`his claim that it leaks`: a noun with a clause or somebody's own words, and not what it is about."""
    start = g.index(draft.content[0][0])
    clause = g.lower(start) == "that" and is_whole(g, start)
    return clause or any(g.quote[i] not in {-1, g.quote[draft.head]} for i in g.words(*draft.content[0]))


def _is_idle(g: Grammar, draft: Draft) -> bool:
    """`kept defending the plan`, `to question them`: a deed without tense, and no clause that was said."""
    again = g.tokens[draft.head].dep == "xcomp" and g.tokens[g.tokens[draft.head].head].lemma in _HABITS
    if again and draft.rule == "attribution.infinitive":
        return False
    return draft.rule in _PLAIN and not g.is_finite(draft.head) and not _is_own(g, draft)


def _is_own(g: Grammar, draft: Draft) -> bool:
    return any(g.quote[i] not in {-1, g.quote[draft.head]} for i in g.words(*draft.content[-1]))


def _is_possible(g: Grammar, draft: Draft) -> bool:
    """`could say that …`: a statement that has not been made; `may have said` is one, `would not say` a refusal."""
    verb = draft.head
    parts = [c for c in g.children[verb] if g.tokens[c].dep in {"aux", "auxpass"}]
    words = {g.lower(c) for c in parts}
    if "would" in words and (_is_recalled(g, verb) or _only(g, verb)):
        return False
    would = "would" in words or bool(words & _SHORT and g.tokens[verb].tag == "VB")
    if not would and not words & _MODALS:
        return False
    if words & _NEVER and _is_denied(g, verb):
        return True
    made = any(g.tokens[c].lemma == "have" for c in parts) and not would
    return not made and (draft.rule in _PLAIN or not _is_denied(g, verb))


def _is_recalled(g: Grammar, verb: int) -> bool:
    """`remembers how she would say that …`: what was often said."""
    above = g.tokens[g.tokens[verb].head].lemma
    return g.tokens[verb].dep == "ccomp" and above in {"recall", "remember", "recount", "describe", "relate"}


def _only(g: Grammar, verb: int) -> bool:
    """`would say only that …`, `would only say that …`: all that has been said."""
    return any(g.lower(i) == "only" for i in (verb - 1, verb + 1) if 0 <= i < len(g.tokens))


def _is_denied(g: Grammar, verb: int) -> bool:
    return any(g.tokens[c].dep == "neg" for c in g.children[verb])


def _by_the_way(g: Grammar, cues: Cues, verb: int, subject: str) -> bool:
    """Whether the subject makes of the verb a turn of phrase: `I think`, `do you know`, `anyone says`, `it shows`."""
    past = _is_past(g, verb)
    thinks = _thinks(cues, g.tokens[verb].lemma)
    if subject in _SELF:
        return not _with_that(g, verb) and (thinks or not past)
    if subject == "you":
        return not past and (thinks or _asks(g, verb))
    if subject in _ANY and not _is_relative(g, verb):
        return True
    return (subject in _NONE and thinks) or (subject in _POINTING and g.tokens[verb].lemma in _EVIDENT)


def _with_that(g: Grammar, verb: int) -> bool:
    """`I believe that it leaks` states a belief, `I think it leaks` only that it leaks."""
    top = g.child(verb, "ccomp")
    if g.tokens[verb].lemma == "tell" and g.lower(verb + 1) not in {"you", "ya"}:
        return top is not None and top > verb + 1
    near = g.lower(verb + 1) == "that"
    return top is not None and top > verb and g.lower(g.left[top]) == "that" and near


def _is_past(g: Grammar, verb: int) -> bool:
    carriers = [g.tokens[c] for c in g.children[verb] if g.tokens[c].dep in {"aux", "auxpass"}]
    perfect = any(t.lemma == "have" for t in carriers)
    return perfect or g.tokens[verb].tag == "VBD" or any(t.tag == "VBD" for t in carriers)


def _asks(g: Grammar, verb: int) -> bool:
    """Whether a verb stands in a question or under `if`."""
    closed = g.text[g.sentence_of(verb).start : g.sentence_of(verb).end].rstrip("\"'”’» ").endswith("?")
    return closed or any(g.lower(c) in _IFS for c in g.children[verb])


def _is_relative(g: Grammar, verb: int) -> bool:
    return g.tokens[verb].dep == "relcl"
