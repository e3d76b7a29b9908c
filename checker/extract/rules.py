"""Why a document's metadata says what it says."""

from __future__ import annotations

from checker.model import Example, Rule

_PARAGRAPH = (
    "The harbour of Arden was closed on Monday after the storm, "
    "and the ferries stayed away until the evening of the next day.\n"
)


def _rule(name: str, title: str, says: str, *examples: tuple[str, str]) -> Rule:
    return Rule(f"extract.{name}", title, says, tuple(Example(text, (find,)) for text, find in examples))


RULES: tuple[Rule, ...] = (
    _rule(
        "manifest",
        "The corpus says so",
        "manifest.jsonl gives the value. It comes before whatever the page says.",
        ('{"path": "a.txt", "title": "The quiet harbour"}', "The quiet harbour"),
        ('{"path": "a.txt", "outlet": "The Vale Courier"}', "The Vale Courier"),
    ),
    _rule(
        "heading",
        "The first heading",
        "The first line that is marked as a heading is the title.",
        (f"# The quiet harbour\n\n{_PARAGRAPH}", "The quiet harbour"),
        (f"## Storm over Arden\n\n{_PARAGRAPH}", "Storm over Arden"),
    ),
    _rule(
        "first_line",
        "The first line",
        "A short first line that is no paragraph is the title.",
        (f"The quiet harbour\n\n{_PARAGRAPH}", "The quiet harbour"),
        (f"Storm over Arden, ferries late\n{_PARAGRAPH}", "Storm over Arden, ferries late"),
    ),
    _rule(
        "byline",
        "By-line",
        "A line of the header that is nothing but `By` and names gives the authors.",
        (f"The quiet harbour\n\nBy Mara Quill\n\n{_PARAGRAPH}", "Mara Quill"),
        (f"The quiet harbour\n\nBy Tom Reed and Mara Quill\n\n{_PARAGRAPH}", "Tom Reed"),
    ),
    _rule(
        "bare_byline",
        "A line of names",
        "A line near the title that is nothing but names, each with a well-known given name, gives the authors.",
        (f"The quiet harbour\nClara Quill\n{_PARAGRAPH}", "Clara Quill"),
        (f"The quiet harbour\nThomas Reed\n{_PARAGRAPH}", "Thomas Reed"),
    ),
    _rule(
        "issue_line",
        "Publication, volume, issue",
        "A line of the header that says in which publication the text stands gives the outlet.",
        (
            f"The quiet harbour\n\nPublication: Vale Daily Review Volume: 3 Issue: 12\n\n{_PARAGRAPH}",
            "Vale Daily Review",
        ),
        (f"The quiet harbour\n\nJournal: Harbour Studies, No. 4\n\n{_PARAGRAPH}", "Harbour Studies"),
    ),
    _rule(
        "outlet_and_date",
        "Outlet and date",
        "A line of the header that is a name and a date gives the outlet, unless the name is a city.",
        (f"The quiet harbour\n\nVale Courier, May 4, 2019\n\n{_PARAGRAPH}", "Vale Courier"),
        (
            f"The quiet harbour\n\nNorthern Light | Updated: 2019-05-04 17:20\n\n{_PARAGRAPH}",
            "Northern Light",
        ),
    ),
    _rule(
        "second_outlet",
        "A second outlet and date",
        "Where the header has two lines of outlet and date, the second is of the text that was republished.",
        (
            f"The quiet harbour\n\nVale Courier, May 4, 2019\nNorthern Light 2 May 2019\n\n{_PARAGRAPH}",
            "Northern Light",
        ),
        (
            f"The quiet harbour\n\nVale Courier, May 4, 2019\nArden Post, May 3, 2019\n\n{_PARAGRAPH}",
            "Arden Post",
        ),
    ),
    _rule(
        "original_date",
        "Date of the original",
        "The date beside the second outlet of the header is the original's.",
        (
            f"The quiet harbour\n\nVale Courier, May 4, 2019\nNorthern Light 2 May 2019\n\n{_PARAGRAPH}",
            "2 May 2019",
        ),
        (
            f"The quiet harbour\n\nVale Courier, May 4, 2019\nArden Post, May 3, 2019\n\n{_PARAGRAPH}",
            "May 3, 2019",
        ),
    ),
    _rule(
        "dateline",
        "Date line",
        "A line of the header that is a date, alone or after the outlet, is the day of publication.",
        (f"The quiet harbour\n\nMay 4, 2019\n\n{_PARAGRAPH}", "May 4, 2019"),
        (f"The quiet harbour\n\nPublished on 4 May 2019\n\n{_PARAGRAPH}", "4 May 2019"),
    ),
    _rule(
        "updated",
        "Date of the last update",
        "A date that the header calls an update counts as the day of publication only where no other is stated.",
        (f"The quiet harbour\n\nUpdated: May 4, 2019\n\n{_PARAGRAPH}", "May 4, 2019"),
        (f"The quiet harbour\n\nLast updated 4 May 2019\n\n{_PARAGRAPH}", "4 May 2019"),
    ),
    _rule(
        "original_source",
        "The page names its original",
        "A line of the header or the foot says where the text was published first.",
        (
            f"The quiet harbour\n\n{_PARAGRAPH}\nThe original source of this article is Northern Light.",
            "Northern Light",
        ),
        (
            f"The quiet harbour\n\n{_PARAGRAPH}\nThis essay first appeared in The Vale Courier.",
            "The Vale Courier",
        ),
    ),
    _rule(
        "source_line",
        "Source line",
        "A line `Source: X` in the header or the foot. It may be the source of a chart: no republication rests on it.",
        (f"The quiet harbour\n\n{_PARAGRAPH}\nSource: Northern Light", "Northern Light"),
        (f"The quiet harbour\n\n{_PARAGRAPH}\nSource: Arden Port Office.", "Arden Port Office"),
    ),
    _rule(
        "original_url",
        "Address on the page",
        "An address after `Original url:` or the like. It is the document's own where no other original is named.",
        (
            f"The quiet harbour\n\n{_PARAGRAPH}\nOriginal url: https://vale.example/2019/05/04/harbour",
            "https://vale.example/2019/05/04/harbour",
        ),
        (
            f"The quiet harbour\n\n{_PARAGRAPH}\nLink:\n\n<https://vale.example/harbour>",
            "https://vale.example/harbour",
        ),
    ),
    _rule(
        "address",
        "Read from the address",
        "The host of the document's address gives the outlet, and a day in it the date of publication.",
        (
            f"The quiet harbour\n\n{_PARAGRAPH}\nOriginal url: https://vale.example/2019/05/04/harbour",
            "vale.example",
        ),
        (
            f"The Vale Courier told us\n\n{_PARAGRAPH}\nLink: https://thevalecourier.example/a",
            "The Vale Courier",
        ),
    ),
    _rule(
        "translated",
        "Translator",
        "A line of the header or the foot says who translated the text, or from which language.",
        (f"The quiet harbour\n\n{_PARAGRAPH}\nTranslated by Mara Quill", "Mara Quill"),
        (f"The quiet harbour\n\n{_PARAGRAPH}\nTranslated from the Danish by Tom Reed", "Tom Reed"),
    ),
    _rule(
        "headline_prefix",
        "Another outlet before the headline",
        "The headline begins with a name and a colon, and the first lines say that this outlet writes so.",
        (f"NL: The quiet harbour\n\nArden is quiet again, writes NL. {_PARAGRAPH}", "NL"),
        (
            f"Vale Courier: Storm over Arden\n\nThe ferries were late, reports Vale Courier. {_PARAGRAPH}",
            "Vale Courier",
        ),
    ),
    _rule(
        "json_ld",
        "JSON-LD",
        "The page's description of itself for machines names it (schema.org).",
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Storm"}</script><p>Text.</p>',
            "Storm",
        ),
        (
            '<script type="application/ld+json">{"@type": "Article", "author": "Mara Quill"}</script><p>Text.</p>',
            "Mara Quill",
        ),
    ),
    _rule(
        "open_graph",
        "OpenGraph",
        "The page's description of itself for social networks names it.",
        ('<meta property="og:title" content="Storm over Arden"><p>Text.</p>', "Storm over Arden"),
        ('<meta property="og:site_name" content="The Vale Courier"><p>Text.</p>', "The Vale Courier"),
    ),
    _rule(
        "meta",
        "Meta element",
        "A meta element in the page's head names it.",
        ('<meta name="author" content="Mara Quill"><p>Text.</p>', "Mara Quill"),
        ('<meta name="dc.date" content="2019-05-04"><p>Text.</p>', "2019-05-04"),
    ),
    _rule(
        "page_heading",
        "The page's heading",
        "The heading that a page's title element repeats is its title; where none is, its only first-level heading.",
        ("<h1>Storm over Arden</h1><p>Text.</p>", "Storm over Arden"),
        ("<article><h1>The quiet harbour</h1><p>Text.</p></article>", "The quiet harbour"),
    ),
    _rule(
        "title_element",
        "The title element",
        "What a browser shows as the page's title.",
        ("<title>Storm over Arden</title><p>Text.</p>", "Storm over Arden"),
        ("<title>The quiet harbour | Vale</title><p>Text.</p>", "The quiet harbour | Vale"),
    ),
    _rule(
        "time",
        "The time element",
        "The only time element of a page gives its date.",
        ('<p><time datetime="2019-05-04">Saturday</time> Text.</p>', "2019-05-04"),
        ('<p>Text of <time datetime="2019-05-05T08:00">today</time>.</p>', "2019-05-05T08:00"),
    ),
    _rule(
        "pdf",
        "The description in a PDF",
        "A PDF's own title, unless it is the name of a file; its author only where the text has the same name.",
        ("/Title (Storm over Arden)", "Storm over Arden"),
        ("/Title (The quiet harbour)", "The quiet harbour"),
    ),
)
