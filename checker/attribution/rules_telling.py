"""Rules that read grammar: clauses, objects, infinitives, passives and nouns of saying and thinking."""

from __future__ import annotations

from checker.model import Example, Rule

TELLING: tuple[Rule, ...] = (
    Rule(
        "attribution.said-that",
        "A clause after the verb",
        "The clause that a verb of saying, thinking or finding governs is its content, with or without that; "
        "a mixed quotation is taken with its whole clause.",
        (
            Example("Roe said that the dam was late.", ("Roe", "that the dam was late")),
            Example("The report found the gate was broken.", ("The report", "the gate was broken")),
            Example("Roe said in Elmford, where she lives, that it leaks.", ("Roe", "that it leaks")),
        ),
    ),
    Rule(
        "attribution.said-after",
        "A clause before the verb",
        "A clause that ends with a comma and is followed by a verb of saying is that verb's content.",
        (
            Example("The dam is late, Roe said.", ("Roe", "The dam is late")),
            Example("The works will cost more, officials added.", ("officials", "The works will cost more")),
        ),
    ),
    Rule(
        "attribution.said-between",
        "A saying in the middle",
        "A short clause of saying between commas has the clause around it for its content.",
        (
            Example("The dam, Roe said, is late.", ("Roe", "The dam", "is late")),
            Example("The works, the ministry insisted, are safe.", ("the ministry", "are safe")),
        ),
    ),
    Rule(
        "attribution.as-said",
        "As somebody noted",
        'What stands around "as X noted" is given to X.',
        (
            Example("As Roe noted, the dam is late.", ("Roe", "the dam is late")),
            Example("The gate is broken, as the report says.", ("the report", "The gate is broken")),
        ),
    ),
    Rule(
        "attribution.participle",
        "Saying, adding, claiming",
        "A participle of saying takes its source from the clause it hangs on.",
        (
            Example("Roe left early, saying that the dam was safe.", ("Roe", "that the dam was safe")),
            Example(
                "The ministry denied the charge, adding that it was old.", ("The ministry", "that it was old")
            ),
        ),
    ),
    Rule(
        "attribution.relative",
        "Who said",
        "In a relative clause of saying the relative pronoun is the source, with the phrase that it stands for.",
        (
            Example(
                "Roe, who said that the dam was safe, resigned.", ("Roe", "who", "that the dam was safe")
            ),
            Example(
                "The council met the engineers who warned that it leaks.",
                ("the engineers who", "that it leaks"),
            ),
        ),
    ),
    Rule(
        "attribution.object",
        "The object of a verb of saying",
        "What somebody calls, accuses or quotes something is the content of that verb.",
        (
            Example("Roe accused the mill of fraud.", ("Roe", "the mill of fraud")),
            Example("Doe called the vote a farce.", ("Doe", "the vote a farce")),
            Example("Roe decried how the dam was built.", ("Roe", "how the dam was built")),
        ),
    ),
    Rule(
        "attribution.infinitive",
        "Vowed to, urged to",
        "The infinitive after a verb of promising or asking is its content.",
        (
            Example("Roe vowed to repair the dam.", ("Roe", "to repair the dam")),
            Example(
                "The council urged them to leave the valley.", ("The council", "them to leave the valley")
            ),
        ),
    ),
    Rule(
        "attribution.preposition",
        "Called for, complained about",
        "Some verbs of saying hold their content behind a preposition, which counts with the cue.",
        (
            Example('Roe complained about "the endless noise."', ("Roe", '"the endless noise."')),
            Example("Doe called for the gate to be closed.", ("Doe", "the gate to be closed")),
            Example("Jane Roe called on the council to wait.", ("Jane Roe", "the council to wait")),
            Example("The farmers objected to burning the reed.", ("The farmers", "burning the reed")),
        ),
    ),
    Rule(
        "attribution.passive",
        "Is said to, was accused of",
        "In the passive, what the saying is about and what is said of it are the content; the source stands "
        "after by, or nowhere.",
        (
            Example("It was claimed that the gate had been open.", ("that the gate had been open",)),
            Example("Doe was accused of fraud by the mayor.", ("the mayor", "Doe", "of fraud")),
        ),
    ),
    Rule(
        "attribution.noun-cue",
        "His claim that, a call for",
        "A noun of saying or thinking has its possessor, or who stands after by, for its source.",
        (
            Example("His claim that the dam leaks surprised everybody.", ("His", "that the dam leaks")),
            Example("Their promise to open the gate was kept.", ("Their", "to open the gate")),
        ),
    ),
    Rule(
        "attribution.adjective",
        "Is confident that, was critical of",
        "A predicate adjective of conviction or judgment, with a clause or the preposition that it takes, gives "
        "what it holds to its subject.",
        (
            Example("Roe is confident that the dam will hold.", ("Roe", "that the dam will hold")),
            Example("The mayor was certain that the gate was shut.", ("The mayor", "that the gate was shut")),
        ),
    ),
)
