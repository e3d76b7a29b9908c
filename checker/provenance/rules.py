"""Why two texts are linked. In the examples a line of dashes parts two documents."""

from __future__ import annotations

from checker.model import Example, Rule

_A = (
    "The harbour of Arden was closed on Monday after the storm, "
    "and the ferries stayed away until the evening of the next day."
)
_B = (
    "Nobody had expected that the council would pay for the lighthouse in full, "
    "but on Tuesday it did so without any debate."
)
_LONG = " ".join(
    f"On day {n} the harbour master of Arden counted {n} ships and wrote {n} lines in his book."
    for n in range(3, 9)
)

RULES: tuple[Rule, ...] = (
    Rule(
        "provenance.republication",
        "Republication",
        "The page says where its text was published first.",
        (
            Example(
                f"Storm\n\n{_A}\n\nThe original source of this article is Northern Light.",
                ("Northern Light",),
            ),
            Example(f"Storm\n\n{_A}\n\nOriginally published in The Vale Courier.", ("The Vale Courier",)),
        ),
    ),
    Rule(
        "provenance.translation_stated",
        "Translation, as the page says",
        "The page names a translator or the language that it was translated from; a note may name the outlet too, and "
        "whose translation it follows.",
        (
            Example(f"Storm\n\n{_A}\n\nTranslated by Mara Quill", ("Mara Quill",)),
            Example(f"Storm\n\n{_A}\n\nTranslated from the Danish by Tom Reed", ("Tom Reed",)),
            Example(
                f"Storm\n\n{_A}\n\nThis text was published in Danish in Dagen, which had translated it from the "
                "English of Northern Light.",
                ("translated it from the English of Northern Light",),
            ),
        ),
    ),
    Rule(
        "provenance.translation_inferred",
        "Translation, from its traces",
        "Two kinds of trace at least agree: speech set with dashes, dashes for hyphens inside words, remarks that "
        "the law of some states demands, another outlet's name before the headline. One of them is in the "
        "punctuation. The wording is the translator's and is not charged to the outlet of the original.",
        (
            Example(
                f'Storm\n\n{_A}\n\n"We waited for days,— Quill said. The so—called harbour was empty.',
                ("so—called",),
            ),
            Example(
                f"NL: Storm over Arden\n\nThe sea is calm again, writes NL. {_A}\n\nThe well—known lighthouse stood.",
                ("NL", "well—known"),
            ),
        ),
    ),
    Rule(
        "provenance.same_author",
        "Same author",
        "The by-lines of two documents have the same name: two texts, one voice. An initial is spelled out where the "
        "remark on the author at the end of the text does so.",
        (
            Example(f"Storm\n\nBy Mara Quill\n\n{_A}\n---\nLight\n\nBy Mara Quill\n\n{_B}", ("Mara Quill",)),
            Example(
                f"Storm\n\nBy Mara Quill and Tom Reed\n\n{_A}\n---\nLight\n\nBy Tom Reed\n\n{_B}",
                ("Tom Reed",),
            ),
        ),
    ),
    Rule(
        "provenance.shared_text",
        "Shared text",
        "Half of the shorter article stands in the other one too, page furniture and quotations apart.",
        (
            Example(f"Storm\n\n{_LONG}\n---\nLight\n\n{_LONG}", (_LONG,)),
            Example(f"Storm\n\n{_LONG}\n\n{_A}\n---\nLight\n\n{_LONG}\n\n{_B}", (_LONG,)),
        ),
    ),
    Rule(
        "provenance.revision",
        "Revision",
        "Two captures of one address, or two texts of one outlet under one title, that are not the same.",
        (
            Example(
                f"A storm over Arden harbour\n\nVale Courier, May 4, 2019\n\n{_A}\n---\n"
                f"A storm over Arden harbour\n\nVale Courier, May 4, 2019\n\n{_A} {_B}",
                ("A storm over Arden harbour",),
            ),
            Example(
                f"The lighthouse of Arden\n\n{_A}\n\nOriginal url: https://vale.example/a\n---\n"
                f"The lighthouse of Arden\n\n{_B}\n\nOriginal url: https://vale.example/a",
                ("The lighthouse of Arden",),
            ),
        ),
    ),
    Rule(
        "provenance.archive",
        "Archived copy",
        "A copy in a web archive of a page that is among the texts as well, with the same words in its article. The "
        "corpus says so, or its address, in which the time of the copy stands before that of the page.",
        tuple(
            Example(
                f"{title}\n\n{_A}\n\nOriginal url: https://{page}\n---\n{title}\n\n{_A}\n\nOriginal url: {copy}{page}",
                (title,),
            )
            for title, page, copy in (
                (
                    "The lighthouse of Arden",
                    "vale.example/a",
                    "https://keep.example/web/20190505101500/https://",
                ),
                (
                    "A storm over Arden",
                    "vale.example/b?n=2",
                    "https://keep.example/20190505101500id_/http://",
                ),
            )
        ),
    ),
    Rule(
        "provenance.wire_copy",
        "Text of a news agency",
        "The place line (`ARDEN (Reuters) -`), the by-line or the copyright line credits an agency with the text. "
        "Credits of pictures, and of help, do not.",
        (
            Example(f"Storm\n\nARDEN, May 4 (Reuters) - {_A}", ("Reuters",)),
            Example(f"Storm\n\nBy The Associated Press\n\n{_A}", ("Associated Press",)),
        ),
    ),
    Rule(
        "provenance.wire_words",
        "Words of one news agency",
        "Two texts credit the same agency, be it for help only, and at least a seventh of the shorter stands in the "
        "other too.",
        (
            Example(
                f"Storm\n\n{_LONG}\n\nWith reporting by AFP\n---\nLight\n\nARDEN (AFP) - {_LONG}",
                (_LONG, "AFP"),
            ),
            Example(
                f"Storm\n\n{_LONG}\n\n{_A}\n\nWith Reuters\n---\nLight\n\n{_B}\n\n{_LONG}\n\nWith files from Reuters",
                (_LONG, "Reuters"),
            ),
        ),
    ),
)
