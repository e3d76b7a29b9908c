"""Why passages are said to tell one thing, and why something is called an event."""

from checker.model import Example, Rule

_FERRY = (
    "The ferry Aurelia sank off Varn on 4 May 1998 with 30 people aboard.\n"
    "Thirty people were on the ferry Aurelia when it sank near Varn."
)
_STRIKE = (
    "Dockers in Port Lemmy began a strike over pay on Monday, the union said.\n"
    "A strike over pay by dockers of Port Lemmy began on Monday, said the owners."
)
_WATER = (
    "The council of Varn met on Monday in the old harbour hall to discuss the rising price of drinking water.\n"
    "In Varn the price of bread has doubled since the war ended, which a former baker blames on greedy mills "
    "and a poor harvest."
)
_VOTE = (
    "Ilse won the vote in Oland by a narrow margin, after a long night of counting in eleven wooden churches.\n"
    "A vote in Oland takes place every fifth summer, by custom, when the fishing fleet returns from northern waters."
)
_MAYOR = "Mayor Ilse Brandt of Varn opened the new bridge on 12 June 2001."
_FIRE = "The paper mill at Oland burned down in 1987."
RULES = (
    Rule(
        "events.aligned",
        "Two sentences tell the same thing",
        "Sentences of different documents share enough of their rarer words and names, with their neighbours counting "
        "a little. Differing numbers or dates do not part them. In the examples each line is a document.",
        (Example(_FERRY, tuple(_FERRY.split("\n"))), Example(_STRIKE, tuple(_STRIKE.split("\n")))),
    ),
    Rule(
        "events.possible",
        "Two sentences may tell the same thing",
        "As above, but they share less: worth a look, not enough for a statement.",
        (Example(_WATER, tuple(_WATER.split("\n"))), Example(_VOTE, tuple(_VOTE.split("\n")))),
    ),
    Rule(
        "events.discovered",
        "Something that the texts tell as having happened",
        "Passages of one to four sentences that are alike in words, people and days: told as past by two documents, or "
        "by one beside a time. Background and opinion make no event. A sentence of a further text is a passage of it "
        "where it quotes the same utterance, shares a deed beside a name or a day with a sentence of the event, names "
        "the same person and says something like it, or refers "
        "to its deed by a word of the same kind beside its place, or beside who takes part and its time, or speaks of "
        "the same promise. Words that stand everywhere in the texts are their topic and join nothing. A day, a given "
        "name or the name of a state alone joins nothing either; events that one passage alone ties together stay two.",
        (Example(_MAYOR, (_MAYOR,)), Example(_FIRE, (_FIRE,))),
    ),
    Rule(
        "events.catalogue",
        "An event of the collection's own catalogue",
        "A passage that holds one of the terms which corpus.toml gives for the event. In the examples the term is "
        "the bridge at Varn.",
        (
            Example("They opened the bridge at Varn.", ("They opened the bridge at Varn.",)),
            Example("The Bridge at Varn fell. It was old.", ("The Bridge at Varn fell. It was old.",)),
        ),
    ),
)
