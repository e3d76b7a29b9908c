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
        "reference_link",
        "Link by reference",
        "A link whose address stands elsewhere in the text.",
        ("The mayor [said][a] so.\n\n[a]: https://arden.example/a", "[said][a]"),
        ("The [survey] found it.\n\n[survey]: http://vale.example/s", "[survey]"),
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
        "parenthetical_author",
        "Author and year in brackets",
        "A bracket names an author and a year, as scholars cite.",
        ("The ferries were late (Quill and Reed, 2016, p. 4).", "Quill and Reed, 2016, p. 4"),
        ("The ferries were late (see Quill 2016).", "Quill 2016"),
    ),
    _rule(
        "parenthetical_outlet_alone",
        "Outlet alone in brackets",
        "A bracket behind a statement holds the name of an outlet and nothing else.",
        ("The ferries were late all week (Reuters). Nobody knew.", "Reuters"),
        ("The ferries of Arden were late again (Vale Herald).", "Vale Herald"),
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
        ('"We are ready," Quill told The Vale Courier on Monday.', "told The Vale Courier on Monday"),
        ('"We are late," Reed told Brava, a local weekly, in May.', "told Brava"),
    ),
    _rule(
        "interview",
        "Interview",
        "An interview with an outlet, or with a person whom the text calls a presenter, a journalist or the like.",
        ("Quill said so in an interview with the Arden Times.", "in an interview with the Arden Times"),
        (
            "In an interview with radio host Tom Reed, she denied it.",
            "In an interview with radio host Tom Reed",
        ),
    ),
    _rule(
        "writing_in",
        "Written in an outlet",
        "Somebody wrote in an outlet: a column, an essay, an article of opinion. Who wrote is named behind it.",
        ("Writing in *Harbour Affairs*, two engineers disagreed.", "Writing in *Harbour Affairs"),
        ("In a column for the Vale Herald, the poet Tom Reed said no.", "In a column for the Vale Herald"),
    ),
    _rule(
        "according_to",
        "According to an outlet",
        "Something is so according to an outlet or a report, or an outlet reported it.",
        ("The bridge was safe, according to the Vale Courier.", "according to the Vale Courier"),
        ("The Vale Courier reported that the bridge was safe.", "The Vale Courier reported"),
    ),
    _rule(
        "outlet_in_prose",
        "Outlet in a sentence",
        "A sentence names an outlet as the place of a text, or a public network on which somebody wrote.",
        ("An article in Harbour Affairs magazine says so.", "article in Harbour Affairs magazine"),
        ("Quill wrote on her Telegram that she would go.", "wrote on her Telegram"),
    ),
    _rule(
        "document",
        "Document",
        "A law, a treaty, a judgment, a resolution, a report or a paper is cited for what it says: by its part, "
        "its number, its date, or by a verb of stating.",
        ("Article 4 of the Treaty of Arden forbids it.", "Article 4 of the Treaty of Arden"),
        ("In Quill v. Port of Vale (1987), the judges held so.", "Quill v. Port of Vale (1987)"),
    ),
    _rule(
        "anonymous",
        "Source without a name",
        "A source is cited that the text leaves, or says that it leaves, without a name.",
        ("A source close to the mayor said that it was over.", "A source close to the mayor"),
        ("Two clerks who asked not to be named said so.", "Two clerks who asked not to be named"),
    ),
    _rule(
        "image_source",
        "Source of a picture",
        "A caption or a credit line says where a picture comes from.",
        ("Storm\n\nThe mayor of Arden (Source: Vale News)", "Source: Vale News"),
        (
            "Storm\n\nThe ferries were late.\n\nFeatured image is from Northern Light",
            "Featured image is from Northern Light",
        ),
    ),
    _rule(
        "screenshot",
        "Source of a screenshot",
        "A line says where a screenshot was taken.",
        (
            "Storm\n\nThe ferries were late.\n\nScreenshot from arden.example.org",
            "Screenshot from arden.example.org",
        ),
        ("Storm\n\nThe ferries were late.\n\nScreenshot: Vale News", "Screenshot: Vale News"),
    ),
    _rule(
        "original_source",
        "Original of the text",
        "The page says where its text was published first, or gives the address that it was taken from.",
        (
            "Storm\n\nThe ferries were late.\n\nOriginally published in The Vale Courier.",
            "Originally published in The Vale Courier",
        ),
        (
            "Storm\n\nThe ferries were late.\n\nThe original source of this article is [Northern Light](#).",
            "The original source of this article is [Northern Light](#)",
        ),
    ),
)
