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
