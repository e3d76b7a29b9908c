"""Rules for what is said without a word of saying: lines of a dialogue, quotations that stand alone."""

from __future__ import annotations

from checker.model import Example, Rule

VOICES: tuple[Rule, ...] = (
    Rule(
        "attribution.dialogue-turn",
        "A bare line of a dialogue",
        "Where lines behind dashes are a dialogue, because one of them tells who speaks, the lines that tell nothing "
        "are speech too. The answer to a question is given to whoever spoke before it, else the speaker stays open.",
        (
            Example("— Is it far? — asked Roe.\n\n— A day on foot.", ("A day on foot.",)),
            Example("— We are late, — said Doe.\n\n— The ferry waits.", ("The ferry waits.",)),
        ),
    ),
    Rule(
        "attribution.interview-question",
        "A question of an interview",
        "In an interview whose turns stand behind `Q:` and `A:`, or whose questions are paragraphs of their own that "
        "speak to somebody (“you”), with answers that speak of “I” or “we”, each question is the interviewer's.",
        (
            Example(
                "Q: Is it far?\n\nA: A day on foot.\n\nQ: Is it safe?\n\nA: No.",
                ("Is it far?", "Is it safe?"),
            ),
            Example(
                "Are you tired?\n\nI am.\n\nWill you go on?\n\nI will.",
                ("Are you tired?", "Will you go on?"),
            ),
        ),
    ),
    Rule(
        "attribution.interview-answer",
        "An answer of an interview",
        "The paragraph after such a question is the answer. It is given to the one person whom the text names before "
        "the first question, else the speaker stays open.",
        (
            Example(
                "Q: Is it far?\n\nA: A day on foot.\n\nQ: Is it safe?\n\nA: No.", ("A day on foot.", "No.")
            ),
            Example("Are you tired?\n\nI am.\n\nWill you go on?\n\nI will.", ("I am.", "I will.")),
        ),
    ),
    Rule(
        "attribution.quotation-alone",
        "A quotation that stands alone",
        "A quotation of whole sentences after a sentence of the narrator's, in the same paragraph and with no cue, is "
        "a saying; its speaker is the one person of that sentence, where that person is its subject.",
        (
            Example('Jane Roe put the lamp down. "It was never lit."', ('"It was never lit."',)),
            Example('The diver shrugged. "Too cold for me."', ('"Too cold for me."',)),
        ),
    ),
)
