"""The nouns and verbs by which a text tells that something happens, begins or ends."""

from __future__ import annotations

from checker.time import words as w

NOUNS = sorted(
    w.BEGINNINGS
    | {
        "coup", "uprising", "siege", "strike", "blockade", "earthquake", "crisis", "trial", "summit", "conference",
        "talks", "campaign", "protests", "occupation", "operation", "election", "referendum", "ceasefire", "truce",
        "evacuation", "festival", "tour", "voyage",
    }
)  # fmt: skip
KIN = (
    (
        "vote",
        "votes",
        "referendum",
        "election",
        "elections",
        "poll",
        "polls",
        "ballot",
        "plebiscite",
        "polling",
        "voting",
    ),
    ("fire", "fires", "blaze", "inferno"),
    ("earthquake", "quake", "tremor"),
    ("flood", "floods", "flooding"),
    ("crash", "collision", "accident"),
    ("march", "expedition", "trek", "journey", "voyage", "trip", "crossing"),
    ("blackout", "outage"),
    ("breach", "break"),
    ("protest", "protests", "demonstration", "demonstrations", "rally"),
    ("fair", "festival"),
    ("ceasefire", "cease-fire", "truce", "armistice"),
)
"""Words that a text uses for one and the same happening; the first is its name here."""
BEGIN = frozenset(
    {
        "erupt", "commence", "happen", "occur", "take", "break", "run", "leave", "depart", "set", "sail", "convene",
        "last", "strike", "hit", "meet", "sit", "gather", "assemble", "come", "fall", "burst", "give", "reopen",
    }
)  # fmt: skip
"""Verbs whose subject begins; "take" with "place", "hold" or "effect"."""
MAKE = frozenset(
    {
        "begin", "start", "open", "hold", "impose", "launch", "declare", "stage", "unleash", "ignite", "call", "mount",
        "fight",
    }
)  # fmt: skip
"""Verbs whose object begins, where they have one, else their subject."""
DEEDS = {
    "marry": "wedding", "wed": "wedding", "elect": "vote", "vote": "vote", "bury": "funeral", "explode": "explosion",
    "sink": "sinking", "collapse": "collapse", "crash": "crash", "arrest": "arrest", "kill": "killing",
    "shoot": "shooting", "murder": "murder", "assassinate": "assassination", "resign": "resignation",
    "sign": "signing", "abduct": "abduction", "kidnap": "kidnapping", "hijack": "hijacking", "rob": "robbery",
    "burn": "fire", "die": "death", "bomb": "bombing", "flood": "flood", "surrender": "surrender",
    "abdicate": "abdication", "crown": "coronation", "escape": "escape", "disappear": "disappearance",
    "vanish": "disappearance", "dissolve": "dissolution", "land": "landing", "raid": "raid", "rescue": "rescue",
    "appoint": "appointment", "convict": "conviction", "acquit": "acquittal", "execute": "execution",
    "inaugurate": "inauguration", "found": "founding", "release": "release", "ratify": "ratification",
    "evacuate": "evacuation", "publish": "publication", "arrive": "arrival", "discover": "discovery",
    "close": "closure", "open": "opening", "launch": "launch", "retire": "retirement", "depart": "departure",
    "return": "return", "announce": "announcement", "withdraw": "withdrawal", "demolish": "demolition",
    "dismiss": "dismissal", "sack": "sacking", "suspend": "suspension", "ban": "ban", "derail": "derailment",
    "hang": "hanging", "stab": "stabbing", "detain": "detention", "deport": "deportation", "sentence": "sentencing",
    "liberate": "liberation", "capture": "capture", "divorce": "divorce", "erupt": "eruption", "breach": "breach",
    "defeat": "defeat", "expel": "expulsion", "acquire": "acquisition", "invade": "invasion", "attack": "attack",
    "unveil": "unveiling", "exhume": "exhumation", "baptise": "baptism", "christen": "christening",
    "break": "breach", "ambush": "ambush", "occupy": "occupation", "ground": "grounding", "retreat": "retreat",
}  # fmt: skip
"""Verbs, and the nouns by which a text takes up what they tell."""
PHRASES = {
    "walk": ("out", "strike"),
    "go": ("strike", "strike"),
    "down": ("tool", "strike"),
    "come": ("strike", "strike"),
}
"""Verbs that with another word below them begin what a noun names: "walked out", "went on strike"."""
ENDS = frozenset({"end", "finish", "stop", "close", "conclude", "fail", "collapse"})


def name(noun: str) -> str:
    """One name for all words of one kind of happening: of the outbreak of an armed conflict, of a vote, of a fire."""
    noun = noun.lower().removeprefix("re-")
    if noun in w.BEGINNINGS:
        return "war"
    bare = noun.removesuffix("s") if not noun.endswith("ss") else noun
    return next((kin[0] for kin in KIN if noun in kin), bare)


HAPPENINGS = {name(noun) for noun in (*NOUNS, *DEEDS.values(), *(kin[0] for kin in KIN))}
"""Nouns that name what happens on a day, also where no "of" ties it to them."""
