"""Rules that read marks, places and layout: quotations, colons, headlines, transcripts."""

from __future__ import annotations

from checker.model import Example, Rule

QUOTING: tuple[Rule, ...] = (
    Rule(
        "attribution.quoted-before",
        "Quotation, then who said it",
        "A quotation that ends with a comma, question mark or dash belongs to the verb of saying that follows; "
        "a further quotation after that verb, or one alone in the next sentence, belongs to it as well.",
        (
            Example('"The dam will hold," said Mayor Jane Roe.', ("Mayor Jane Roe", '"The dam will hold,"')),
            Example(
                '"We were late," Roe told reporters. "We will not be late again."',
                ("Roe", '"We were late,"', '"We will not be late again."'),
            ),
        ),
    ),
    Rule(
        "attribution.quoted-after",
        "Who said it, then a quotation",
        "A quotation after a verb of saying and a comma or colon, or right after the verb, belongs to that verb.",
        (
            Example('Roe replied: "Nobody asked the miners."', ("Roe", '"Nobody asked the miners."')),
            Example(
                'The mayor said, "It is far too early to tell."',
                ("The mayor", '"It is far too early to tell."'),
            ),
        ),
    ),
    Rule(
        "attribution.block-quote",
        "A saying that ends its paragraph",
        "A verb of saying whose sentence ends its paragraph with a comma or colon leads to the next paragraph, "
        "although that has no quotation marks.",
        (
            Example(
                "Holding the map up, Roe said,\n\nThis line was drawn by people who never saw the river.",
                ("Roe", "This line was drawn by people who never saw the river"),
            ),
            Example(
                "In the magazine, Ann Doe and Max Poe reported that,\n\nBy the spring, the two villages had agreed.",
                ("Ann Doe and Max Poe", "By the spring, the two villages had agreed"),
            ),
        ),
    ),
    Rule(
        "attribution.colon",
        "A colon before a quotation",
        "A quotation after a colon with no verb of saying before it is given to the person who is the subject of "
        "the sentence, or to a body that has a message, a question, a warning and the like; where the subject is "
        "no such thing, the quotation stays without a source.",
        (
            Example('Jane Roe was blunt: "It cannot go on."', ("Jane Roe", '"It cannot go on."')),
            Example('She had one wish: "Let us sleep at night."', ("She", '"Let us sleep at night."')),
            Example('The council gave a warning: "Stay at home."', ("The council", '"Stay at home."')),
        ),
    ),
    Rule(
        "attribution.transcript",
        "A turn in a transcript",
        "In a text where several paragraphs open with a speaker's name and a colon, each such paragraph is what "
        "that speaker says.",
        (
            Example(
                "ROE: Did it rain?\n\nDOE: It did, all night.\n\nROE: And the dam?\n\nDOE: The dam held.",
                ("ROE", "Did it rain", "DOE", "The dam held"),
            ),
            Example(
                "Jane Roe: Who signed it?\n\nMax Doe: I signed it in May.\n\nJane Roe: Thank you for that.",
                ("Jane Roe", "Max Doe", "I signed it in May"),
            ),
        ),
    ),
    Rule(
        "attribution.headline",
        "Who says it, in a headline",
        "In a first line or heading, a name or a kind of document before a colon, or before a headline's verb of "
        "saying, is the source of what follows.",
        (
            Example("Poll: Most Voters Want a New Dam", ("Poll", "Most Voters Want a New Dam")),
            Example("Jane Roe: Dam Works Will Go On", ("Jane Roe", "Dam Works Will Go On")),
        ),
    ),
    Rule(
        "attribution.according-to",
        "According to a source",
        'What stands around "according to" is given to the one named after it.',
        (
            Example("According to Roe, the dam is late.", ("Roe", "the dam is late")),
            Example("The dam leaks, according to two engineers.", ("two engineers", "The dam leaks")),
        ),
    ),
    Rule(
        "attribution.in-view-of",
        "In somebody's view or words",
        'What stands around "in X\'s view", "in the words of X" is given to X.',
        (
            Example("In Roe's view, the dam is late.", ("Roe", "the dam is late")),
            Example("The dam, in the opinion of Roe, is late.", ("Roe", "is late")),
        ),
    ),
    Rule(
        "attribution.hearsay",
        "Said by nobody in particular",
        "An adverb such as reportedly or allegedly gives its clause to a source that is not named.",
        (
            Example("The dam reportedly leaks.", ("reportedly", "leaks")),
            Example("Doe allegedly opened the gate.", ("allegedly", "opened the gate")),
        ),
    ),
)
