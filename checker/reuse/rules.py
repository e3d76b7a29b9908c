"""Why a passage is reported as shared."""

from checker.model import Example, Rule

VERBATIM = Rule(
    "reuse.verbatim",
    "The same words in two documents",
    "Eight words or more stand in the same order in both; case, punctuation and markup do not count.",
    (
        Example(
            "The harbour board said on Friday that the lighthouse at Varn would be taken down before winter.",
            ("The harbour board said on Friday that the lighthouse at Varn would be taken down",),
        ),
        Example(
            "Nobody in the valley had seen so much snow since the bridge was built.",
            ("in the valley had seen so much snow since the bridge was",),
        ),
    ),
)
NEAR = Rule(
    "reuse.near",
    "Nearly the same words in two documents",
    "At least eight shared words in the same order, with small edits between them.",
    (
        Example(
            "The harbour board said on Friday that the lighthouse at Varn would be taken down before winter.",
            ("harbour board said on Friday that the lighthouse at Varn would be taken down before winter",),
        ),
        Example(
            "Few people in the valley had ever seen so much snow since the bridge was built.",
            ("people in the valley had ever seen so much snow since the bridge was built",),
        ),
    ),
)
RULES = (VERBATIM, NEAR)
