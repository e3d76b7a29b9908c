"""What mentions are joined by.

Entities carry no rule: these explain the room, and the `finds` of an example are one entity's mentions.
"""

from __future__ import annotations

from checker.model import Example, Rule

RULES: tuple[Rule, ...] = (
    Rule(
        "entities.called-person",
        "Persons told by what they are called",
        "A capitalised name right after a noun for a person, or in apposition with one, is a person's, whatever the "
        "parser took it for. A name that ends like a newspaper's is a body.",
        (
            Example("The welder Orla Vint left. Vint will be back.", ("Orla Vint", "Vint")),
            Example(
                "The Kelm Courier had the story. The Kelm Courier kept it.", ("Kelm Courier", "Kelm Courier")
            ),
        ),
    ),
    Rule(
        "entities.two-of-a-name",
        "Two people of one surname side by side",
        "A given name joined to a full name shares its surname; two forms of a name joined by “and” are two people. "
        "The surname alone is left undecided.",
        (
            Example("Ada and Per Lundqvist own the mill. Ada runs it.", ("Ada", "Ada")),
            Example("Jon Tallis, the smith, and Jon K. Tallis were there.", ("Jon K. Tallis",)),
        ),
    ),
    Rule(
        "entities.full-name",
        "Full names",
        "Two full names are one person's where surname and given name agree; a middle name or initial may be left "
        "out but not contradict. In one text an initial may stand for the given name.",
        (
            Example(
                "Minister Hanna Lindqvist spoke first. Later Hanna M. Lindqvist left the hall.",
                ("Hanna Lindqvist", "Hanna M. Lindqvist"),
            ),
            Example(
                "Robert Vandermeer wrote the letter. Friends of Bob Vandermeer confirmed it.",
                ("Robert Vandermeer", "Bob Vandermeer"),
            ),
        ),
    ),
    Rule(
        "entities.surname",
        "Surnames alone",
        "A surname alone is the one person of the text who bears it. Two bearers leave it undecided, and it is left "
        "out. Across texts it needs a surname that few bear, or the same title.",
        (
            Example(
                "Oskar Tennfjord resigned on Monday. Tennfjord gave no reason.",
                ("Oskar Tennfjord", "Tennfjord"),
            ),
            Example(
                "Maria Castellane and Paul Brandt met in June. Brandt's lawyers said that Castellane came late.",
                ("Paul Brandt", "Brandt"),
            ),
        ),
    ),
    Rule(
        "entities.spelling",
        "Spellings of one name",
        "Transliterations of one name (-sky, -skyy, -skiy; Dmytro, Dmitri) and slips of one letter in a long name of "
        "the same text are one name. Spelling is identity, never framing.",
        (
            Example(
                "President Dmytro Halenskyy arrived late. The crowd greeted Dmitri Halensky warmly.",
                ("Dmytro Halenskyy", "Dmitri Halensky"),
            ),
            Example(
                "Tomas Garrett wrote to the board. On Friday Garret wrote again.",
                ("Tomas Garrett", "Garret"),
            ),
        ),
    ),
    Rule(
        "entities.state-name",
        "Names of states",
        "Names and abbreviations of a state are one entity; so are its people where they stand for it (“the Danes "
        "refused”) and its government. An adjective is no mention, and a capital is a city of its own.",
        (
            Example(
                "The United States agreed. U.S. officials flew home, and America moved on.",
                ("United States", "U.S.", "America"),
            ),
            Example("The Danes refused to sign. Denmark said so twice.", ("Danes", "Denmark")),
        ),
    ),
    Rule(
        "entities.known-name",
        "Names known in several forms",
        "Cities, regions and bodies whose names general knowledge joins: old and new spellings, abbreviations.",
        (
            Example("Trains to Kharkiv stopped. People in Kharkov waited.", ("Kharkiv", "Kharkov")),
            Example("The United Nations met. The UN will meet again.", ("United Nations", "UN")),
        ),
    ),
    Rule(
        "entities.abbreviation",
        "Abbreviations and short forms that the text explains",
        "A body is joined with the abbreviation that follows it in parentheses, where the initials agree, and with a "
        "later form that leaves middle words out.",
        (
            Example(
                "The Baltic Fisheries Council (BFC) met in Riga. The BFC adjourned at noon.",
                ("Baltic Fisheries Council", "BFC", "BFC"),
            ),
            Example(
                "The Northern Harbor Workers Union called a strike. The Northern Union has 400 members.",
                ("Northern Harbor Workers Union", "Northern Union"),
            ),
        ),
    ),
    Rule(
        "entities.same-words",
        "The same words",
        "A name that the parser found once is found wherever the text repeats it; a possessive ending is cut off and "
        "the article left out.",
        (
            Example("Zemborra signed the deal. Zemborra's ministers did not.", ("Zemborra", "Zemborra")),
            Example(
                "The Oslo Accord was signed. Few now read the Oslo Accord.", ("Oslo Accord", "Oslo Accord")
            ),
        ),
    ),
    Rule(
        "entities.alias",
        "Aliases that the user gives",
        "Spellings listed in corpus.toml are one name. They come before everything else. (The examples are read with "
        "the aliases “Old Fox” for Pieter Ravn and “the Yard” for Korsør Shipyard.)",
        (
            Example("Pieter Ravn won again. The Old Fox was pleased.", ("Pieter Ravn", "Old Fox")),
            Example("Korsør Shipyard closed. People miss the Yard.", ("Korsør Shipyard", "the Yard")),
        ),
    ),
)
