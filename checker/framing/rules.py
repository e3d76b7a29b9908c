"""Why a choice of words or grammar is marked. The `finds` of an example are the cues of that rule in it."""

from __future__ import annotations

from checker.framing.lexicon import lexicon
from checker.model import Example, Rule


def _examples(*pairs: tuple[str, tuple[str, ...]]) -> tuple[Example, ...]:
    return tuple(Example(text, finds) for text, finds in pairs)


def _label_rules() -> tuple[Rule, ...]:
    """One rule a group of labels, so that records of one group can be compared."""
    says = "A word of a general group of words that tellers choose from: {}."
    return tuple(
        Rule(
            f"framing.label-{kind}",
            group["title"],
            says.format(", ".join(group["terms"][:6])),
            tuple(Example(text, (find,)) for text, find in group["examples"]),
        )
        for kind, group in lexicon("labels").items()
    )


_OWN = Rule(
    "framing.label-own",
    "A label of the user's groups",
    "A term of a label group in corpus.toml. (The examples are read with the group “harbour wall”, “breakwater”.)",
    _examples(
        ("They will raise the breakwater in May.", ("breakwater",)),
        ("The harbour wall held all winter.", ("harbour wall",)),
    ),
)

_CERTAINTY = (
    Rule(
        "framing.certainty-hedge",
        "A word that weakens",
        "The teller does not vouch fully for what the clause says.",
        _examples(
            ("The bridge may fall this winter.", ("may",)),
            ("The ship was reportedly sold to a rival.", ("reportedly",)),
        ),
    ),
    Rule(
        "framing.certainty-doubt",
        "A word that doubts",
        "The clause is called into question.",
        _examples(
            ("It is unclear who paid for the bridge.", ("unclear",)),
            ("The dubious figures were printed twice.", ("dubious",)),
        ),
    ),
    Rule(
        "framing.certainty-denial",
        "A word that denies",
        "The clause is said not to be so.",
        _examples(
            ("The mayor denied the theft.", ("denied",)),
            ("Engineers refuted the report.", ("refuted",)),
        ),
    ),
)

_PRESUPPOSITION = (
    Rule(
        "framing.presupposition-true",
        "A reporting verb that takes it for true",
        "Who writes “confirmed” or “revealed” takes what follows for a fact; “said” does not.",
        _examples(
            ("The captain revealed that the ship was empty.", ("revealed",)),
            ("The captain pointed out that the ship was empty.", ("pointed out",)),
        ),
    ),
    Rule(
        "framing.presupposition-fault",
        "A reporting verb that takes it for a fault",
        "Who writes “admitted” takes what follows for true, and for something to be owned up to.",
        _examples(
            ("The captain admitted that the ship was empty.", ("admitted",)),
            ("The bank conceded that the figures were wrong.", ("conceded",)),
        ),
    ),
    Rule(
        "framing.presupposition-open",
        "A reporting verb that leaves it open",
        "Who writes “claimed” or “insisted” does not vouch for what follows.",
        _examples(
            ("The captain claimed that the ship was empty.", ("claimed",)),
            ("Her lawyers insist that the ship was empty.", ("insist",)),
        ),
    ),
)

_AGENCY = (
    Rule(
        "framing.agency-passive-agent",
        "A passive with its agent",
        "The one acted upon stands first; who acts is named after “by”.",
        _examples(
            ("The harbour was closed by the army.", ("was closed",)),
            ("Two villages were flooded by the engineers.", ("were flooded",)),
        ),
    ),
    Rule(
        "framing.agency-passive-no-agent",
        "A passive without agent",
        "Something is done, and the clause does not say who does it.",
        _examples(
            ("The harbour was closed at noon.", ("was closed",)),
            ("Nine fishermen were arrested on Friday.", ("were arrested",)),
        ),
    ),
    Rule(
        "framing.agency-noun",
        "An action made into a noun",
        "An action stands as a noun with what it is done to, and without its doer.",
        _examples(
            ("The rejection of the plan came late.", ("rejection",)),
            ("People remember the destruction of the old quay.", ("destruction",)),
        ),
    ),
    Rule(
        "framing.agency-of-itself",
        "Something happens of itself",
        "What people end or begin is told as if it ended or began of itself.",
        _examples(
            ("The talks broke down in March.", ("broke down",)),
            ("By June the agreement had collapsed.", ("collapsed",)),
        ),
    ),
)

_LOADED = tuple(
    Rule(f"framing.loaded-{kind}", title, says, _examples(*pairs))
    for kind, title, says, pairs in (
        (
            "approves", "A word that praises", "The narrator's own word praises what it names.",
            (("The council took a courageous vote.", ("courageous",)), ("It wisely kept the quay.", ("wisely",))),
        ),
        (
            "disapproves", "A word that blames", "The narrator's own word blames what it names.",
            (("The council took a reckless vote.", ("reckless",)), ("It ruthlessly sold the quay.", ("ruthlessly",))),
        ),
        (
            "mocks", "A word that belittles", "The narrator's own word makes small what it names.",
            (("The council made an absurd plan.", ("absurd",)), ("It foolishly sold the quay.", ("foolishly",))),
        ),
        (
            "dramatises", "A word that heightens", "The narrator's own word makes great what it names.",
            (("The flood left a staggering bill.", ("staggering",)), ("Critics slammed the plan.", ("slammed",))),
        ),
        (
            "certifies", "A word that speaks from above", "The narrator's own word leaves no room for another view.",
            (("The council obviously lost.", ("obviously",)), ("Of course the quay was sold.", ("Of course",))),
        ),
    )
)  # fmt: skip

_MARKS = (
    Rule(
        "framing.scare-quotes",
        "Marks around the narrator's own words",
        "One to three words stand between quotation marks in the narrator's clause, and nobody is said to have said "
        "them: the narrator keeps a distance, or quotes without a source. The cue has the marks.",
        _examples(
            ("The council sold its “reform” to the islanders.", ("“reform”",)),
            ('The new "free market" has nine shops.', ('"free market"',)),
        ),
    ),
    Rule(
        "framing.distance",
        "A word that keeps a distance",
        "“So-called”, “purported” and the like mark the next word as not one's own.",
        _examples(
            ("The so-called reform failed.", ("so-called",)),
            ("The purported owner has left the island.", ("purported",)),
        ),
    ),
    Rule(
        "framing.prominence-headline",
        "In the headline",
        "What the headline tells weighs most; a record for each event that it mentions.",
        _examples(
            ("Island sells its quay\n\nThe quay was old.", ("Island sells its quay",)),
            ("Storm over the lake\n\nIt rained.", ("Storm over the lake",)),
        ),
    ),
    Rule(
        "framing.prominence-lead",
        "In the lead",
        "The first sentence of the text, after the headline; a record for each event that it mentions.",
        _examples(
            (
                "Island sells its quay\n\nThe council of the island sold the old quay to a rival on Monday. It rained.",
                ("The council of the island sold the old quay to a rival on Monday.",),
            ),
            (
                "Nobody on the island wanted the old quay any more, and so it was sold. It rained.",
                ("Nobody on the island wanted the old quay any more, and so it was sold.",),
            ),
        ),
    ),
)

RULES: tuple[Rule, ...] = (
    *_label_rules(), _OWN, *_CERTAINTY, *_PRESUPPOSITION, *_AGENCY, *_LOADED, *_MARKS
)  # fmt: skip
