"""Rules for turns of phrase that hold a saying, and for quotations inside quotations."""

from __future__ import annotations

from checker.model import Example, Rule

PHRASES: tuple[Rule, ...] = (
    Rule(
        "attribution.quoted-inside",
        "A quotation inside a quotation",
        "Inner marks after a verb of saying and a comma or colon are somebody's words as the outer speaker gives them.",
        (
            Example(
                "\"The mayor told me, 'Leave the keys,' and I left them,\" Roe said.",
                ("The mayor", "'Leave the keys,'"),
            ),
            Example(
                "“My aunt said, ‘Never sell the boat,’” Doe recalled.", ("My aunt", "‘Never sell the boat,’")
            ),
        ),
    ),
    Rule(
        "attribution.rumour",
        "Rumour has it that",
        "What rumour, word or legend has is said by nobody in particular.",
        (
            Example("Rumour has it that the mill will close.", ("that the mill will close",)),
            Example("Legend has it that the well was dug in a night.", ("that the well was dug in a night",)),
        ),
    ),
    Rule(
        "attribution.made-clear",
        "Made it clear that",
        "What somebody makes clear, plain or known is that somebody's word, said or written.",
        (
            Example("The bank made it clear that it would not pay.", ("The bank", "that it would not pay")),
            Example(
                "Doe said her aunt had made plain that she would sell.", ("her aunt", "that she would sell")
            ),
        ),
    ),
    Rule(
        "attribution.heard-from",
        "Heard from somebody that",
        "What somebody hears or learns from another is the other's word.",
        (
            Example(
                "Roe heard from the miller that the dam was open.", ("the miller", "that the dam was open")
            ),
            Example(
                "Doe learned from her sister that the shop had moved.",
                ("her sister", "that the shop had moved"),
            ),
        ),
    ),
    Rule(
        "attribution.citing",
        "Citing somebody",
        "Whom a speaker cites or quotes, without words of his own, has told what the speaker passes on.",
        (
            Example(
                "The ferry will sail, the operator said, citing its engineer.",
                ("its engineer", "The ferry will sail"),
            ),
            Example(
                "Radio Elm, quoting two officials, reported that the dam leaks.",
                ("two officials", "that the dam leaks"),
            ),
        ),
    ),
    Rule(
        "attribution.hearing",
        "What a court has heard",
        "A court, an inquest or a panel hears what somebody has said before it; who it was is left out.",
        (
            Example("The inquest heard that the lamp had failed.", ("heard", "that the lamp had failed")),
            Example("The key, the court was told, was never found.", ("The key", "was never found")),
        ),
    ),
    Rule(
        "attribution.if-believed",
        "If somebody is to be believed",
        "The main clause after it is what that somebody says.",
        (
            Example(
                "If the brochure is to be believed, the lake is warm.", ("the brochure", "the lake is warm")
            ),
            Example("If the locals are to be believed, the tower leans.", ("the locals", "the tower leans")),
        ),
    ),
    Rule(
        "attribution.noun-colon",
        "Her answer: not yet",
        "A noun of saying with its owner as the lead of a colon has what follows for its content.",
        (
            Example("Roe asked for more time. Doe's reply: one more day.", ("Doe", "one more day")),
            Example("The council's advice was short: stay at home.", ("The council", "stay at home")),
        ),
    ),
)
