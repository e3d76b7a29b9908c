"""Why a place in a text is a citation."""

from __future__ import annotations

from checker.model import Example, Rule


def _rule(name: str, title: str, says: str, *examples: tuple[str, str]) -> Rule:
    return Rule(f"citation.{name}", title, says, tuple(Example(text, (find,)) for text, find in examples))


RULES: tuple[Rule, ...] = (
    _rule(
        "dead_link",
        "Dead link",
        "A link whose target was lost (`#`): nobody can follow it. An outlet named beside it is its target.",
        ("The mayor [said](#) on Monday that the bridge was safe.", "[said](#)"),
        ("Work had begun, as [reports in May](#) had it, before the vote.", "[reports in May](#)"),
    ),
    _rule(
        "live_link",
        "Link",
        "A link with an address.",
        ("The mayor [said](https://arden.example/a) so.", "[said](https://arden.example/a)"),
        (
            "A [survey](http://vale.example/s.html) found the opposite.",
            "[survey](http://vale.example/s.html)",
        ),
    ),
    _rule(
        "autolink",
        "Address in angle brackets",
        "An address that is its own label.",
        ("The figures are at <https://arden.example/f> for all to see.", "<https://arden.example/f>"),
        ("More in the register, <https://vale.example/r>.", "<https://vale.example/r>"),
    ),
    _rule(
        "bare",
        "Address in the text",
        "An address without any marks.",
        ("The figures are at https://arden.example/f for all to see.", "https://arden.example/f"),
        ("More at www.vale.example/r.", "www.vale.example/r"),
    ),
    _rule(
        "footnote",
        "Note",
        "A mark such as `[1]` in the text. A mark without its note leads nowhere.",
        ("The bridge was safe.[^1]\n\n[^1] Vale Courier, 4 May 2019", "[^1]"),
        ("The bridge was not safe.[^2]", "[^2]"),
    ),
    _rule(
        "parenthetical_outlet",
        "Outlet and day in brackets",
        "A bracket names an outlet and one day or more: each day is a citation of its own.",
        ("The ferries were late (Vale Courier, May 4).", "Vale Courier, May 4"),
        ("The ferries were late (see Northern Light, 2 June 2019).", "Northern Light, 2 June 2019"),
    ),
    _rule(
        "parenthetical_stripped",
        "A day in brackets, its outlet missing",
        "A bracket has a comma and a day, but the name that stood before them is gone.",
        ("The ferries were late (, May 4).", ", May 4"),
        ("The ferries were late (Vale Courier, May 3;, May 4).", ", May 4"),
    ),
    _rule(
        "back_reference",
        "The outlet's own earlier texts",
        "A bracket cites by the initials of the outlet in which the text itself stands.",
        (
            "Ferries\n\nPublication: Vale Daily Review Volume: 3\n\nThe ferries were late (see VDR, May 4).",
            "VDR, May 4",
        ),
        (
            "Ferries\n\nPublication: Arden Weekly Issue: 3\n\nThe ferries were late (AW, June 2, 2018).",
            "AW, June 2, 2018",
        ),
    ),
    _rule(
        "told_outlet",
        "Told to an outlet",
        "Somebody told an outlet. Persons and bodies, whom people tell things as well, are no outlets.",
        ('"We are ready," Quill told The Vale Courier on Monday.', "The Vale Courier"),
        ('"We are late," Reed told Brava, a local weekly, in May.', "Brava"),
    ),
    _rule(
        "interview",
        "Interview",
        "An interview with an outlet, or with a person whom the text calls a presenter, a journalist or the like.",
        ("Quill said so in an interview with the Arden Times.", "Arden Times"),
        ("In an interview with radio host Tom Reed, she denied it.", "Tom Reed"),
    ),
    _rule(
        "outlet_in_prose",
        "Outlet in a sentence",
        "A sentence names the outlet in which something was written, published or reported.",
        ("Writing in *Harbour Affairs*, two engineers disagreed.", "Harbour Affairs"),
        ("The Vale Courier reported that the bridge was safe.", "The Vale Courier"),
    ),
    _rule(
        "image_source",
        "Source of a picture",
        "A caption or a credit line says where a picture comes from.",
        ("Storm\n\nThe mayor of Arden (Source: Vale News)", "Vale News"),
        ("Storm\n\nThe ferries were late.\n\nFeatured image is from Northern Light", "Northern Light"),
    ),
    _rule(
        "screenshot",
        "Source of a screenshot",
        "A line says where a screenshot was taken.",
        ("Storm\n\nThe ferries were late.\n\nScreenshot from arden.example.org", "arden.example.org"),
        ("Storm\n\nThe ferries were late.\n\nScreenshot: Vale News", "Vale News"),
    ),
    _rule(
        "original_source",
        "Original of the text",
        "The page says where its text was published first, or gives the address that it was taken from.",
        ("Storm\n\nThe ferries were late.\n\nOriginally published in The Vale Courier.", "The Vale Courier"),
        (
            "Storm\n\nThe ferries were late.\n\nThe original source of this article is [Northern Light](#).",
            "[Northern Light](#)",
        ),
    ),
)
