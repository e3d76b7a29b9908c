"""Why a quotation gets its verdict, and why two are wordings of one utterance.

An example's text is what the source says, an arrow, and the quotation of it; `finds` are the words that differ,
or the passage that was found.
"""

from checker.model import Example, Rule

ARROW = " → "
"""Parts the source of an example from its quotation."""


def rule(name: str, title: str, says: str, *examples: tuple[str, str, tuple[str, ...]]) -> Rule:
    """A rule of this room: `examples` are (source, quotation, what is found)."""
    shown = tuple(Example(source + ARROW + quotation, finds) for source, quotation, finds in examples)
    return Rule(f"quotation.{name}", title, says, shown)


BRIDGE = "We will not close the old bridge before the winter is over."
PLANT = "The plant sold 420 boats to the northern islands last year."

FINE = (
    rule(
        "verbatim",
        "Word for word",
        "The text has exactly these words and marks; markup and the width of blanks do not count.",
        (BRIDGE, "close the old bridge", ("close the old bridge",)),
        (PLANT, "420 boats to the northern islands", ("420 boats to the northern islands",)),
    ),
    rule(
        "conventional",
        "Edited as style guides allow",
        "Only typography, an ellipsis or bracket that changes nothing, an initial capital, final punctuation or a "
        "hyphen at a line break sets the quotation apart.",
        (
            BRIDGE,
            "[W]e will not close the old bridge before the winter",
            ("We will not close the old bridge before the winter",),
        ),
        (
            PLANT,
            "The plant sold 420 boats … last year",
            ("The plant sold 420 boats to the northern islands last year",),
        ),
    ),
    rule(
        "not-found",
        "Not found",
        "No text shares so many words in a row with the quotation that it can come from there. This says nothing "
        "against the quotation: its source may not be among the texts.",
        (BRIDGE, "Nobody has seen the keeper of the lighthouse since May", ()),
        (PLANT, "We will build a school for every village", ()),
    ),
)
ALTERED = (
    rule(
        "negation",
        "A negation differs",
        "A word such as “not”, “never” or “no” is added, dropped or changed.",
        (BRIDGE, "We will close the old bridge before the winter is over", ("not",)),
        (PLANT, "The plant never sold 420 boats to the northern islands", ("never",)),
    ),
    rule(
        "number",
        "A number differs",
        "A figure or a number word is another one, is added or is dropped.",
        (PLANT, "The plant sold 480 boats to the northern islands last year", ("480", "420")),
        (
            "Three of the nine wells ran dry in the first week of June.",
            "Five of the nine wells ran dry",
            ("Five", "Three"),
        ),
    ),
    rule(
        "modality",
        "The strength of the commitment differs",
        "A word such as “will”, “may”, “must” or “probably” is another one, is added or is dropped.",
        (BRIDGE, "We may not close the old bridge before the winter is over", ("may", "will")),
        (
            "The council could lower the rent of the stalls in spring.",
            "The council will lower the rent",
            ("will", "could"),
        ),
    ),
    rule(
        "quantifier",
        "How much or how many differs",
        "A word such as “all”, “some”, “only” or “almost” is another one, is added or is dropped.",
        (
            "Some teachers at the harbour school have left the union.",
            "All teachers at the harbour school",
            ("All", "Some"),
        ),
        (
            "The ferry carries almost every visitor of the island.",
            "The ferry carries every visitor of the island",
            ("almost",),
        ),
    ),
    rule(
        "attribution",
        "Who says so is dropped or changed",
        "Words such as “she said” or “according to the clerk” are added, dropped or changed inside the quotation.",
        (
            "The mill, according to its owner, lost a third of its workers in May.",
            "The mill lost a third of its workers in May",
            ("according to its owner",),
        ),
        (
            "The road is safe, the engineer claimed, for cars of every weight.",
            "The road is safe for cars of every weight",
            ("the engineer claimed",),
        ),
    ),
    rule(
        "name",
        "A name differs",
        "A word with a capital letter inside a sentence is another one, is added or is dropped.",
        (
            "The envoy of Norland met the fishermen on Friday.",
            "The envoy of Sudland met the fishermen",
            ("Sudland", "Norland"),
        ),
        (
            "In autumn Lena Orlo left the board of the museum.",
            "In autumn Vera Orlo left the board",
            ("Vera", "Lena"),
        ),
    ),
    rule(
        "word",
        "Other words",
        "Words of the text stand for others, without brackets.",
        (PLANT, "The plant sold 420 engines to the northern islands", ("engines", "boats")),
        (BRIDGE, "We will not close the new bridge before the winter", ("new", "old")),
    ),
    rule(
        "omission",
        "Words left out without a sign",
        "Words of the text are missing and no ellipsis says so.",
        (PLANT, "The plant sold 420 boats to the islands last year", ("northern",)),
        (
            "The doctor and the nurse of the village spoke to the press.",
            "The doctor of the village spoke",
            ("and the nurse",),
        ),
    ),
    rule(
        "insertion",
        "Words added without brackets",
        "The quotation has words that the text has not.",
        (PLANT, "The plant sold 420 cheap boats to the northern islands", ("cheap",)),
        (BRIDGE, "We will not close the old and rusty bridge", ("and rusty",)),
    ),
    rule(
        "splice",
        "Two passages made one",
        "The quotation joins words of two passages as if they had been said together.",
        (
            "The farmers want a fair price for their milk. The bakers of the town want a later hour for the market.",
            "The farmers want a fair price for a later hour for the market",
            ("their milk. The bakers of the town want",),
        ),
        (
            "Our school opened its doors in April. It rained for days. Nobody came to the first lesson of the year.",
            "Our school opened its doors in April nobody came to the first lesson",
            ("It rained for days",),
        ),
    ),
    rule(
        "punctuation",
        "A question made a statement",
        "A question mark inside the quotation is dropped or added.",
        (
            "Who pays for the harbour? The town does not know.",
            "Who pays for the harbour: the town",
            ("harbour? The",),
        ),
        ("Shall we leave? Nobody wants it.", "Shall we leave. Nobody wants it", ("leave? Nobody",)),
    ),
)
