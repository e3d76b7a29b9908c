"""Words by which a clause looks ahead, or only tells of what was to come."""

from __future__ import annotations

from typing import Literal

COMING = frozenset(
    {
        "schedule", "plan", "expect", "set", "due", "slate", "bill", "tip", "upcoming", "book", "earmark", "intend",
        "hope", "pencil", "pencilled", "timetable", "diarise",
    }
)  # fmt: skip
"""Participles and adjectives that look ahead even where nothing else in the clause does."""
PLANS = frozenset(
    {
        "agree", "decide", "plan", "vow", "promise", "pledge", "want", "hope", "expect", "intend", "aim", "refuse",
        "threaten", "offer", "vote", "opt", "choose", "resolve", "swear",
        "prepare", "arrange", "schedule", "ask", "order", "invite", "urge", "tell", "call", "wish",
    }
)  # fmt: skip
"""Verbs whose infinitive lies ahead of them: when it was told, nobody knows whether it had come."""
TOWARDS = frozenset({"ahead", "before", "for", "until", "towards", "into"})
"""Before a thing that a day belongs to, which may be past or to come: "ahead of Sunday's vote"."""
BEFORE = frozenset({"ahead", "before"})
FIX = frozenset({"fix", "set", "choose", "name", "propose", "suggest", "post", "list"})
"""Verbs whose object is a day to come."""
READY = frozenset(
    {
        "call",
        "arrange",
        "order",
        "reserve",
        "prepare",
        "hire",
        "recruit",
        "train",
        "declare",
        "announce",
        "confirm",
        "organise",
        "organize",
        "propose",
        "pencil",
        "earmark",
        "keep",
        "save",
    }
)
"""Verbs whose "for" is a day to come: "has ordered roses for Christmas"."""
PUT_OFF = frozenset(
    {
        "adjourn", "postpone", "delay", "defer", "suspend", "remand", "reschedule", "extend", "prolong", "shift",
        "bail",
    }
)  # fmt: skip
"""Verbs told in the past whose "until" or "to" lies ahead: "was adjourned until Friday"."""
MOVED = frozenset({"move", "switch", "change"})
"""Verbs that put a thing off only where the time itself is what it is put to: "was moved to Friday"."""
LEFT = frozenset({"have", "give", "allow", "grant"})
"""Verbs of a term that may have passed or not: "they had until Friday"."""
UNTIL = frozenset({"until", "till", "to"})
TELLS = frozenset({"say", "tell", "write", "report", "show", "recall", "remember", "describe"})
"""Verbs whose present tense says nothing of when."""
POLLS = frozenset(
    {
        "election", "re-election", "reelection", "primary", "caucus", "runoff", "referendum", "midterm",
    }
)  # fmt: skip
AWAITS = frozenset(
    {
        "up", "for", "before", "ahead", "candidate", "contender", "hopeful", "rival", "challenger", "nominee",
        "campaign", "bid",
    }
)  # fmt: skip
"""Words of those who wait for a poll: in "a candidate in the primary on June 3" it may be past or to come."""
FORWARD = frozenset(
    {
        "doubt", "plan", "order", "booking", "forecast", "outlook", "preparation", "ticket", "hope", "deadline",
        "prediction", "favourite", "favorite", "candidate", "invitation",
    }
)  # fmt: skip
"""Nouns whose "for" names a time to come: "orders for Christmas are up"."""
CLOCK = frozenset({"midnight", "noon", "midday", "pm", "am", "p.m.", "a.m.", "hour"})
BEGINS = frozenset(
    {
        "begin", "start", "open", "reopen", "close", "end", "expire", "resume", "conclude", "return", "retire",
        "premiere", "launch", "shut",
    }
)  # fmt: skip
"""Verbs whose present tense tells what is planned."""
_PLANNED = frozenset(
    {
        "run", "resume", "close", "open", "start", "return", "report", "visit", "play", "tour", "end", "meet", "sail",
        "depart",
    }
)  # fmt: skip
STARTS = {
    "take": frozenset({"effect", "office", "over", "charge", "chair", "helm"}),
    "come": frozenset({"force", "effect", "operation", "out", "back"}),
    "run": frozenset({"out"}),
    "go": frozenset(
        {
            "sale",
            "show",
            "trial",
            "display",
            "poll",
            "vote",
            "live",
            "camera",
            "production",
            "service",
            "tour",
            "auction",
            "hammer",
            "stage",
            "air",
            "press",
            "print",
            "ahead",
        }
    ),
    "hit": frozenset({"shop", "shelf", "store", "screen", "cinema", "newsstand"}),
    "reach": frozenset({"shop", "shelf", "store", "screen", "cinema"}),
    "enter": frozenset({"force", "service", "production", "operation"}),
    "stand": frozenset({"trial", "down"}),
    "face": frozenset({"trial", "court", "hearing", "tribunal", "vote"}),
    "step": frozenset({"down", "aside"}),
    "kick": frozenset({"off"}),
    "get": frozenset({"underway", "way"}),
    "leave": frozenset({"office", "post", "job", "firm", "company", "for"}),
    "move": frozenset({"to", "into"}),
    "join": frozenset({"board", "firm", "company", "club", "team", "side", "staff", "bank", "group"}),
    "play": frozenset({"date", "gig", "concert", "town"}),
    **dict.fromkeys(
        ("report", "publish", "release", "announce", "post"),
        frozenset(
            {
                "figure",
                "result",
                "earning",
                "earnings",
                "profit",
                "sale",
                "accounts",
                "debut",
                "album",
                "single",
                "record",
                "novel",
            }
        ),
    ),
}
"""Verbs that with one of these words tell a beginning."""
SUDDEN = frozenset(
    {
        "die", "kill", "injure", "wound", "crash", "collapse", "sink", "explode", "drown", "shoot", "stab", "flee",
        "escape", "slump", "plunge", "plummet", "tumble", "soar", "derail", "burst", "erupt", "rob",
    }
)  # fmt: skip
"""Verbs of what nobody plans: headlines tell it in the present tense when it has happened."""
BY_LEMMA: dict[str, Literal["none", "future", "past"]] = {
    **dict.fromkeys(TELLS, "none"),
    **dict.fromkeys(BEGINS, "future"),
    **dict.fromkeys(("expect", "plan", "intend", "aim", "follow", "arrive"), "future"),
    **dict.fromkeys(SUDDEN, "past"),
    **dict.fromkeys(("quit", "resign", "win", "lose", "beat", "reject"), "none"),
}
"""What the present tense of a verb says of when."""
DEPICTS = frozenset(
    {
        "address", "applaud", "celebrate", "cheer", "clear", "comfort", "cover", "cry", "embrace", "gather",
        "gesture", "hug", "inspect", "kiss", "kneel", "listen", "look", "mourn", "pose", "pray", "react", "shout",
        "climb", "dig", "light", "point", "queue", "search", "shelter", "shovel", "sift", "sit",
        "survey", "sweep", "wade", "wear", "stand", "smile", "speak", "stare", "watch", "wave", "weep", "wipe",
    }
)  # fmt: skip
"""Verbs that captions have in the present tense for what a picture shows: its day may be past or to come."""
UNCHANGED = frozenset(
    {
        "quit", "hit", "cut", "put", "set", "let", "shut", "split", "spread", "beat", "burst", "cast", "hurt", "shed",
        "broadcast", "upset", "thrust", "bid", "rid",
    }
)  # fmt: skip
"""Verbs whose past is written like their present."""
WISHES = frozenset({"want", "need", "demand", "like", "seek"})
"""Verbs behind which a participle tells what is to come."""
PICKED = frozenset({"first", "second", "third", "last", "latest", "next", "only", "fifth", "fourth"})
"""Words behind which an infinitive tells what has happened."""
UNPLANNED = frozenset(
    {
        "earthquake", "quake", "tremor", "bombing", "shooting", "crash", "collision", "fire", "blaze", "flood",
        "flooding", "hurricane", "tornado", "explosion", "blast", "derailment", "accident", "riot", "robbery",
        "outage", "blackout", "disaster", "tragedy", "landslide", "stabbing", "ambush", "massacre",
        "shipwreck", "sinking", "murder", "killing", "wildfire", "avalanche", "tsunami", "heist", "burglary",
        "spill", "defeat", "victory", "upset",
    }
)  # fmt: skip
"""What nobody plans: a day of the week beside it is past, whatever the verb."""
CONDITIONS = frozenset({"if", "unless", "when", "once", "until", "before", "after", "till"})
"""Words that begin a clause on which something to come hangs."""
CANCELS = frozenset({"cancel", "call", "scrap", "postpone", "shelve", "axe", "abandon", "ban", "forbid"})
"""Verbs told in the past of what was to come: "the fair on 3 June has been cancelled"."""
SAYS = frozenset(
    {"say", "warn", "expect", "believe", "think", "hope", "fear", "predict", "suggest", "insist", "reckon"}
)
"""Verbs that in the present tense tell what somebody says these days."""
LACKS = frozenset({"need", "require", "want"})
"""Verbs whose participle says of a thing that it is still to be had."""
STATES = frozenset({"be", "miss", "remain", "stay", "lie", "recover", "mourn", "reel", "wait"})
"""Verbs whose present tense tells what is so since something happened."""
AFTER = frozenset({"after", "since", "following", "follow"})
MEETS = frozenset({"host", "hosts", "face", "faces", "visit", "visits", "entertain", "travel", "play"})
"""Verbs of what teams are to do, which beside two names are easily read as nouns."""


def is_plan(word: str) -> bool:
    """Whether a word may be a verb in the present tense of what is planned: "resume", "runs"."""
    return word in _PLANNED or word.removesuffix("s") in _PLANNED
