"""Why a cut, a bracket or a mark makes a quotation say what its source does not."""

from checker.quotation.rules import rule

CUTS = (
    rule(
        "cut-after-attribution",
        "Who says so is cut off in front",
        "The quoted clause is what somebody claims, what nobody in particular says, or what the text then disputes; "
        "the words that say so stand before it and are left out. What a court found or a survey showed may be quoted "
        "without them.",
        (
            "Some farmers claim that the wolves came from the zoo.",
            "The wolves came from the zoo.",
            ("Some farmers claim that",),
        ),
        (
            "According to the landlord, the tenants broke the windows themselves.",
            "The tenants broke the windows themselves.",
            ("According to the landlord",),
        ),
    ),
    rule(
        "cut-before-attribution",
        "Who says so is cut off behind",
        "The sentence goes on with “the owner claimed”, “according to her” or words like these.",
        (
            "The tenants broke the windows themselves, the landlord claimed.",
            "The tenants broke the windows themselves.",
            ("the landlord claimed",),
        ),
        (
            "The wolves came from the zoo, according to some farmers.",
            "The wolves came from the zoo.",
            ("according to some farmers",),
        ),
    ),
    rule(
        "cut-after-hedge",
        "A guess or a measure is cut off in front",
        "“Perhaps”, “we hope that”, “the rumour that”, “fewer than” or words like these stand before the quoted words.",
        (
            "Perhaps the crew had simply lost their way in the fog.",
            "The crew had simply lost their way in the fog.",
            ("Perhaps",),
        ),
        (
            "We hope that the strike ends before the fair.",
            "The strike ends before the fair.",
            ("We hope that",),
        ),
    ),
    rule(
        "cut-after-condition",
        "A condition is cut off in front",
        "The quoted clause hangs on “if”, “unless” or “had they known”, or the text only asks to suppose it.",
        (
            "If the dam breaks, the lower villages will be under water within an hour.",
            "The lower villages will be under water within an hour.",
            ("If the dam breaks",),
        ),
        (
            "Imagine that the bank had opened its books.",
            "The bank had opened its books.",
            ("Imagine that",),
        ),
    ),
    rule(
        "question",
        "A question quoted as a statement",
        "The text asks what the quotation says, and the question mark is not among the quoted words.",
        ("So the keeper left the gate open?", "The keeper left the gate open.", ("open",)),
        ("You knew about the fire, did you not?", "You knew about the fire.", ("fire, did you not",)),
    ),
)
BRACKETS = (
    rule(
        "bracket-referent",
        "A bracket names whom or what the text does not mean",
        "For a pronoun or a description the bracket names another than the sentences before, or one that the text does "
        "not name. Where the text leaves open who is meant, the bracket is accepted and a note says so.",
        (
            "The guards let the drivers in. They had no papers with them that night.",
            "[The farmers] had no papers with them that night.",
            ("The farmers", "They"),
        ),
        (
            "Mrs Hale praised the cook. “He saved the evening for all of us,” she said.",
            "[The waiter] saved the evening for all of us",
            ("The waiter", "He"),
        ),
    ),
    rule(
        "bracket-claim",
        "A bracket adds what the text does not say",
        "The bracketed words bring in a deed, a reason, a number or a judgement, or anything that the sentences "
        "around do not have.",
        (
            "The company dismissed nine workers in March.",
            "The company [illegally] dismissed nine workers in March.",
            ("illegally",),
        ),
        (
            "The museum returned the mask to the tribe.",
            "The museum returned the [gold] mask to the tribe.",
            ("gold",),
        ),
    ),
)
MARKS = (
    rule(
        "inner-marks",
        "Quotation marks inside dropped or added",
        "The text sets words in quotation marks, to cite them or to keep its distance, and the quotation does not; or "
        "the other way round.",
        (
            "They gave her a “free” ticket to the show.",
            "They gave her a free ticket to the show.",
            ("free",),
        ),
        (
            "The new bridge is safe for lorries of every weight.",
            "The new bridge is “safe” for lorries of every weight.",
            ("safe",),
        ),
    ),
    rule(
        "convention",
        "An edit that is not accepted here",
        "Style guides allow the edit, but the corpus refuses it (`refuse_edits` in corpus.toml). The examples are "
        "read with “ellipsis” and “footnote-mark” refused.",
        (
            "The plant sold 420 boats to the northern islands last year.",
            "The plant sold 420 boats … last year",
            ("to the northern islands",),
        ),
        (
            "The lake lost a metre¹ since the drought.",
            "The lake lost a metre since the drought.",
            ("metre¹",),
        ),
    ),
)
