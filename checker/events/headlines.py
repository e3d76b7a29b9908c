"""A main clause as a headline: who did or said what, where. What a clause needs to stay true is never cut.

A clause that is denied, possible, conditional or quoted, or that points elsewhere by a pronoun, gives none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from checker.events.phrases import name_at, spelled
from checker.events.verbs import MODAL, SAYING
from checker.model import Parse, Sentence

_BESIDE = frozenset({"relcl", "parataxis", "intj", "meta", "dep"})
"""Links of what a headline leaves out: it adds something to a word that stands without it."""
_WHEN = frozenset({"when", "while", "after", "before", "as", "until"})
_ADJUNCTS = frozenset({"in", "at", "on", "during", "after", "before", "near", "following", "amid", "as"})
"""Prepositions whose phrases may go when a clause is too long: they say where and when."""
_COMPLEMENTS = frozenset(
    {"dobj", "prep", "xcomp", "ccomp", "attr", "acomp", "oprd", "agent", "prt", "dative"}
)
_UNSURE = (MODAL - {"will"}) | {"if", "unless", "although", "though"}
_POINTING = frozenset(
    {"this", "that", "these", "those", "such", "there", "so", "too", "also", "again", "then", "here", "other"}
)
_LEANING = frozenset({"it", "this", "that", "these", "those", "here", "there", "i", "we", "you"})
"""Words by which the content of what is said leans on more than its speaker."""
_QUOTES = frozenset('"“”„«»[]()?!…;:*#|/_')
_SPEECH = frozenset(
    {"say", "tell", "announce", "declare", "state", "warn", "claim", "insist", "deny", "report"}
)


def headlines(
    parse: Parse, sentence: Sentence, times: Collection[int], name: str, longest: int
) -> Iterator[tuple[int, str]]:
    """The main verb and the clause in its longest form that fits; nothing where the clause cannot stand alone.

    `name` is the full name of its subject, or "".
    """
    root = next((i for i in range(sentence.first, sentence.last) if parse.tokens[i].dep == "ROOT"), None)
    if root is None or not _asserted(parse, root):
        return
    kept = _kept(parse, root, times)
    for tokens in _shorter(parse, root, kept):
        words = _spelled(parse, root, tokens, name)
        if len(words) <= longest and _readable(parse, root, tokens):
            yield root, words
            return


def _asserted(parse: Parse, root: int) -> bool:
    """A finite verb, told as past or present by the narrator, with a named subject before it."""
    token = parse.tokens[root]
    children = parse.children(root)
    beside = {parse.tokens[c].text.lower() for c in children}
    finite = token.tag in {"VBD", "VBZ"} or (
        token.tag == "VBN" and bool(beside & {"was", "were", "has", "had"})
    )
    if not finite or token.lemma == "be" or parse.is_quoted(token.start, token.end) or beside & _UNSURE:
        return False
    clauses = [c for c in children if parse.tokens[c].dep == "advcl"]
    marks = {parse.tokens[m].text.lower() for c in clauses for m in parse.children(c)}
    if marks & _UNSURE or any(parse.tokens[c].dep == "neg" for c in children):
        return False
    subject = subject_of(parse, root)
    return subject is not None and subject < root


def subject_of(parse: Parse, root: int) -> int | None:
    """The subject of a verb."""
    return next((c for c in parse.children(root) if parse.tokens[c].dep in {"nsubj", "nsubjpass"}), None)


def _kept(parse: Parse, root: int, times: Collection[int]) -> set[int]:
    """The clause without times, additions in commas, and clauses of time or beside it."""
    kept, queue = {root}, [root]
    while queue:
        top = queue.pop()
        for child in parse.children(top):
            if parse.tokens[child].dep == "ccomp" and top == root and child > root:
                kept |= {i for i in parse.subtree(child) if not parse.tokens[i].text.isspace()}
            elif child not in times and not _left_out(parse, root, top, child, times):
                kept.add(child)
                queue.append(child)
    subject = subject_of(parse, root)
    told = set(parse.subtree(subject)) & kept if subject is not None else set()
    first = min(told, default=root)
    return {i for i in kept if i >= first}


def _left_out(parse: Parse, root: int, top: int, child: int, times: Collection[int]) -> bool:
    token = parse.tokens[child]
    below = parse.children(child)
    if token.dep in _BESIDE or (token.dep == "punct" and token.text not in {"-", "–", "'", "’"}):
        return True
    if token.dep in {"appos", "acl"} and parse.tokens[min(parse.subtree(child)) - 1].text == ",":
        return True
    if token.pos in {"ADP", "SCONJ"} and below and all(c in times for c in below):
        return True
    if top == root and token.dep == "advcl":
        return any(parse.tokens[c].text.lower() in _WHEN for c in below)
    return top == root and (token.dep in {"conj", "cc", "npadvmod"}) and child > root


def _shorter(parse: Parse, root: int, kept: set[int]) -> Iterator[list[int]]:
    """All that is kept, then without the adjuncts of the verb, the last first."""
    yield sorted(kept)
    adjuncts = [
        c
        for c in parse.children(root)
        if c in kept and parse.tokens[c].dep == "prep" and parse.tokens[c].text.lower() in _ADJUNCTS
    ]
    for adjunct in reversed(adjuncts):
        kept = kept - set(parse.subtree(adjunct))
        yield sorted(kept)


def _readable(parse: Parse, root: int, tokens: list[int]) -> bool:
    content = {i for c in parse.children(root) if parse.tokens[c].dep == "ccomp" for i in parse.subtree(c)}
    words = [parse.tokens[i] for i in tokens]
    outside = [parse.tokens[i] for i in tokens if i not in content]
    if any(set(w.text) & _QUOTES or parse.is_quoted(w.start, w.end) for w in words):
        return False
    if any(
        w.pos == "PRON" or w.tag in {"PRP$", "WP$"} or w.text.lower() in _POINTING | _UNSURE for w in outside
    ):
        return False
    said = (parse.tokens[i] for i in content & set(tokens))
    if any(w.text.lower() in _LEANING and w.dep != "mark" for w in said):
        return False
    if not any(name_at(parse, i) or parse.tokens[i].pos == "PROPN" for i in tokens if i < root):
        return False
    links = {parse.tokens[c].dep for c in parse.children(root) if c in set(tokens) and c > root}
    verb = parse.tokens[root].lemma.lower()
    content_only = {"ccomp"} if verb in {"say", "tell"} else {"ccomp", "dobj", "xcomp"}
    whole = links & (content_only if verb in _SPEECH else _COMPLEMENTS)
    return bool(whole) and words[-1].pos not in {"ADP", "CCONJ", "DET", "SCONJ", "PART"}


def _spelled(parse: Parse, root: int, tokens: list[int], name: str) -> str:
    """The clause as it stands, its subject by its full name; "said that" is "says"."""
    subject, rest = [i for i in tokens if i < root], [i for i in tokens if i >= root]
    auxiliaries = [
        i for i in subject if parse.tokens[i].dep.startswith("aux") or parse.tokens[i].dep == "advmod"
    ]
    who = [i for i in subject if i not in auxiliaries]
    while who and parse.tokens[who[0]].text.lower() in {"the", "a", "an"}:
        who = who[1:]
    single = name and all(parse.tokens[i].pos == "PROPN" for i in who)
    title = name if single else spelled(parse, who)
    verb = parse.tokens[root]
    if verb.lemma.lower() == "say" and verb.tag == "VBD" and not auxiliaries:
        after = [i for i in rest if i > root]
        after = after[1:] if after and parse.tokens[after[0]].text.lower() == "that" else after
        return f"{title} says {_as_written(parse, after)}"
    return f"{title} {_as_written(parse, [*auxiliaries, *rest])}"


def _as_written(parse: Parse, tokens: list[int]) -> str:
    """The words, the first as the text has it."""
    words = " ".join(spelled(parse, tokens).split())
    first = parse.tokens[tokens[0]].text if tokens else ""
    return first + words[len(first) :]


def quoted(parse: Parse, sentence: Sentence, speaker: str, longest: int) -> str:
    """The speaker and a whole sentence of the quotation, where that is short: what was said, in its own words."""
    for span in parse.quoted:
        if sentence.start <= span.start < sentence.end:
            inside = list(parse.tokens_in(span.inner[0], min(span.inner[1], sentence.end)))
            tokens = [parse.tokens[i] for i in inside]
            verb = any(t.tag in {"VBZ", "VBP", "VBD", "MD"} for t in tokens)
            words = spelled(parse, inside).rstrip(" .,") if tokens else ""
            title = f"{speaker}: “{words}”"
            start = tokens[0].text[:1].isupper() if tokens else False
            plain = not any(set(t.text) & _QUOTES for t in tokens)
            if verb and start and plain and len(tokens) > 4 and len(title) <= longest:
                return title
    return ""


def opening(parse: Parse, sentence: Sentence, times: Collection[int], longest: int) -> str:
    """A sentence's own first words from its named subject on, in quotation marks and cut where there is no room."""
    root = next((i for i in range(sentence.first, sentence.last) if parse.tokens[i].dep == "ROOT"), None)
    subject = subject_of(parse, root) if root is not None else None
    if (
        root is None
        or subject is None
        or subject > root
        or parse.tokens[root].tag not in {"VBD", "VBZ", "VBN"}
    ):
        return ""
    first = min(parse.subtree(subject))
    ahead = [i for i in range(sentence.first, first) if parse.tokens[i].pos not in {"PUNCT", "ADP", "SPACE"}]
    if any(i not in times for i in ahead) or not _names(parse, subject):
        return ""
    kept = list(range(first, root + 1))
    for i in range(root + 1, sentence.last):
        if len(spelled(parse, [*kept, i])) > longest - 4 or set(parse.tokens[i].text) & _QUOTES:
            break
        kept.append(i)
    while kept and parse.tokens[kept[-1]].pos not in {"NOUN", "PROPN", "NUM"}:
        kept.pop()
    words = spelled(parse, kept) if kept else ""
    plain = not any(set(parse.tokens[i].text) & _QUOTES for i in kept)
    return f"“{words} …”" if plain and kept[-1:] > [root] and len(words) <= longest - 4 else ""


def _plain(parse: Parse, root: int) -> bool:
    """Whether a verb tells something that happened, and not what somebody says, which must not be cut."""
    token = parse.tokens[root]
    beside = {parse.tokens[c].text.lower() for c in parse.children(root)}
    return token.tag in {"VBD", "VBZ", "VBN"} and token.lemma.lower() not in SAYING and not beside & _UNSURE


def _names(parse: Parse, subject: int) -> bool:
    return any(name_at(parse, i) or parse.tokens[i].pos == "PROPN" for i in parse.subtree(subject))


def own_title(parse: Parse, start: int, longest: int) -> str:
    """The first line of a text between quotation marks, where it begins at `start` and is a title that tells something.

    A title has no full stop, no question and no quotation of its own; else "".
    """
    first = next((s for s in parse.sentences if s.start == start), None)
    if first is None or first != parse.sentences[0]:
        return ""
    tokens = [i for i in range(first.first, first.last) if not parse.tokens[i].text.isspace()]
    gaps = (" " * (parse.tokens[i].start > parse.tokens[i - 1].end) if i > tokens[0] else "" for i in tokens)
    words = "".join(gap + parse.tokens[i].text for gap, i in zip(gaps, tokens, strict=True))
    told = any(parse.tokens[i].dep == "ROOT" and parse.tokens[i].pos == "VERB" for i in tokens)
    title = told and parse.tokens[tokens[-1]].text[-1] not in ".?!:" and not set(words) & set('"“”„«»?')
    return f"“{words}”" if title and len(words) + 2 <= longest else ""
