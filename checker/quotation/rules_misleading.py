"""Rules for what an ellipsis, a bracket or a cut hides, and for wordings of one utterance."""

from checker.quotation.rules import BRIDGE, rule

MISLEADING = (
    rule(
        "hidden-negation",
        "An ellipsis hides a negation",
        "Where the ellipsis stands, the text has “not”, “never”, “refused” or a word like these.",
        (BRIDGE, "We … close the old bridge before the winter is over", ("will not",)),
        (
            "The guards at the gate never said that the visitors were armed.",
            "The guards at the gate … said that the visitors were armed",
            ("never",),
        ),
    ),
    rule(
        "hidden-condition",
        "An ellipsis hides a condition",
        "Where the ellipsis stands, the text has “if”, “unless”, “but”, “until” or a word like these.",
        (
            "The town will, if the rain stops, open the park in the first week of May.",
            "The town will … open the park in the first week of May",
            ("if the rain stops",),
        ),
        (
            "Our boats, unless the wind turns, leave the harbour of Varn at noon.",
            "Our boats … leave the harbour of Varn at noon",
            ("unless the wind turns",),
        ),
    ),
    rule(
        "hidden-attribution",
        "An ellipsis hides who says so",
        "Where the ellipsis stands, the text has “she claimed”, “according to” or words like these.",
        (
            "The mill, according to its owner, lost a third of its workers in May.",
            "The mill … lost a third of its workers in May",
            ("according to its owner",),
        ),
        (
            "The road is safe, the engineer claimed, for cars of every weight.",
            "The road is safe … for cars of every weight",
            ("the engineer claimed",),
        ),
    ),
    rule(
        "hidden-modality",
        "An ellipsis hides how sure or how much",
        "Where the ellipsis stands, the text has “may”, “perhaps”, “only”, “some” or a word like these.",
        (
            "The keeper of the lighthouse has perhaps lost his only key to the tower.",
            "The keeper of the lighthouse has … lost his only key",
            ("perhaps",),
        ),
        (
            "The new tax hits only some of the farmers in the eastern valley.",
            "The new tax hits … the farmers in the eastern valley",
            ("only some of",),
        ),
    ),
    rule(
        "bracket-meaning",
        "A bracket changes the sense",
        "The bracket brings in or takes away a negation, a condition or a number, or names something else.",
        (BRIDGE, "We [will] close the old bridge before the winter is over", ("not",)),
        (
            "Countries on the coast want to fish for longer than their law allows.",
            "[Norland] on the coast want to fish for longer than their law allows",
            ("Norland", "Countries"),
        ),
    ),
    rule(
        "cut-before-limit",
        "Cut before a limit",
        "The quotation ends where the sentence goes on with “but”, “unless”, “only if” or words like these.",
        (
            "We will pay for the new roof, but only if the town pays for the walls.",
            "We will pay for the new roof",
            ("but only if the town pays for the walls",),
        ),
        (
            "The ferry can sail in every storm, although no captain has tried it yet.",
            "The ferry can sail in every storm",
            ("although no captain has tried it yet",),
        ),
    ),
    rule(
        "cut-after-negation",
        "Cut after a negation",
        "Right before the quoted words the text has “not”, “whether”, “denied that” or words like these.",
        (
            "The clerk denied that the letters had been opened by the police.",
            "the letters had been opened by the police",
            ("denied that",),
        ),
        (
            "They asked whether the well would hold until the end of summer.",
            "the well would hold until the end of summer",
            ("whether",),
        ),
    ),
)
JOINED = (
    rule(
        "wording",
        "Wordings of one utterance",
        "Two quotations share a long run of words, or nearly all the words of the shorter one.",
        (
            "The mayor said: “I've asked the builders to stop at once.”",
            "“I have asked the builders to stop at once,” said the mayor.",
            ("I've asked the builders to stop at once.", "I have asked the builders to stop at once,"),
        ),
        (
            "She wrote: “Nobody in this valley wants a second dam, unless it is small.”",
            "“Nobody in this valley wants a second dam,” she wrote.",
            (
                "Nobody in this valley wants a second dam, unless it is small.",
                "Nobody in this valley wants a second dam,",
            ),
        ),
    ),
    rule(
        "translation",
        "Two wordings in one language",
        "One speaker, and most words of content in the same order, though the words between them differ; where both "
        "texts date the words to one day, synonyms and numbers count too. Why they differ (a translation, a report "
        "from memory, an editor) the words alone do not show. Words of two different "
        "days are never joined.",
        (
            "The envoy said: “Our fishermen lost forty boats to the storm in a week.”",
            "“The storm cost us: forty boats our fishermen have lost within one week,” the envoy said.",
            (
                "Our fishermen lost forty boats to the storm in a week.",
                "The storm cost us: forty boats our fishermen have lost within one week,",
            ),
        ),
        (
            "The minister said: “The factory must reopen its gates before the harvest.”",
            "“It is the factory that has to open the gates again ahead of harvest,” the minister said.",
            (
                "The factory must reopen its gates before the harvest.",
                "It is the factory that has to open the gates again ahead of harvest,",
            ),
        ),
    ),
    rule(
        "retold",
        "Quoted in one text, told in another",
        "Words that one text puts in quotation marks stand without them in another: told by the narrator as a fact, "
        "or reported as what somebody said. They share a long run of words, or nearly all words of a sentence, or its "
        "verb and most of its other words; a negation or a number that differs parts them.",
        (
            "“Nobody in the upper valley wants a second dam near the mill,” Lena Orlo wrote.",
            "Nobody in the upper valley wants a second dam near the mill.",
            (
                "Nobody in the upper valley wants a second dam near the mill,",
                "Nobody in the upper valley wants a second dam near the mill",
            ),
        ),
        (
            "Tor Kolm said: “The pilots left the harbour because the owners had not paid the crews for nine weeks.”",
            "The owners had not paid the crews for nine weeks, and so the pilots left the harbour.",
            (
                "The pilots left the harbour because the owners had not paid the crews for nine weeks.",
                "The owners had not paid the crews for nine weeks, and so the pilots left the harbour",
            ),
        ),
    ),
)
