"""Rules for contents that only name what a saying is about; their words are the narrator's."""

from __future__ import annotations

from checker.model import Example, Rule

NAMING: tuple[Rule, ...] = (
    Rule(
        "attribution.object-topic",
        "What a saying is about, as its object",
        "A plain noun phrase after a verb of saying tells what was talked about; its words are the narrator's.",
        (
            Example("Roe denied the charge.", ("Roe", "the charge")),
            Example("The council announced new works.", ("The council", "new works")),
        ),
    ),
    Rule(
        "attribution.passive-topic",
        "What a saying is about, in the passive",
        "The subject of a passive verb of saying names what was talked about; its words are the narrator's.",
        (
            Example("The plan was denounced by the farmers.", ("the farmers", "The plan")),
            Example("Doe built a dam criticized by Roe.", ("Roe", "a dam")),
        ),
    ),
    Rule(
        "attribution.preposition-topic",
        "What a saying is about, after a preposition",
        "A plain noun phrase after call for, complain about and the like names what was talked about; its words "
        "are the narrator's.",
        (
            Example("Roe called for an inquiry.", ("Roe", "an inquiry")),
            Example("The farmers complained about the noise.", ("The farmers", "the noise")),
            Example("Asked about the dam, Roe left.", ("Asked about", "the dam")),
        ),
    ),
    Rule(
        "attribution.noun-cue-topic",
        "A demand for, his refusal to",
        "A noun of saying with a plain noun phrase, or with what was refused, names what was talked about; its "
        "words are the narrator's.",
        (
            Example("The council heard the miners' demand for better pay.", ("better pay",)),
            Example("Her refusal to open the gate angered Doe.", ("Her", "refusal")),
            Example("The mill faces questions about the dam.", ("questions about", "the dam")),
        ),
    ),
    Rule(
        "attribution.infinitive-topic",
        "Refused to",
        "What somebody refuses to do is told in the narrator's words.",
        (
            Example("Roe refused to open the gate.", ("Roe", "to open the gate")),
            Example("The mill declined to pay the fine.", ("The mill", "to pay the fine")),
        ),
    ),
    Rule(
        "attribution.adjective-topic",
        "What somebody is critical or sure of",
        "A plain noun phrase after an adjective of conviction or judgment names what it is about; its words are "
        "the narrator's.",
        (
            Example("The mayor was critical of the plan.", ("The mayor", "the plan")),
            Example("Jane Roe is skeptical of the new dam.", ("Jane Roe", "the new dam")),
        ),
    ),
)
