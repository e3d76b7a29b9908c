"""Words met in passing, as the time of something else: they make no passage of the event that they name."""

from __future__ import annotations

import pytest

from checker.events.passing import in_passing
from checker.events.sentences import passages
from checker.model import Catalogue, CatalogueEvent
from tests.unit.event_texts import corpus, document

CASES = [
    ("The regatta of Hest began in a storm.", "regatta of Hest", False),
    ("Nobody has rowed since the regatta of Hest in May.", "regatta of Hest", True),
    ("After the regatta of Hest the owners sold the boathouse.", "regatta of Hest", True),
    ("Unlike the regatta of Hest, the fair of Varn made money.", "regatta of Hest", True),
    ("On the eve of the regatta of Hest some painters met in Varn.", "regatta of Hest", True),
    ("In the days of the regatta of Hest the inns of Varn were full.", "regatta of Hest", True),
    ("On the second day of the regatta of Hest two boats sank.", "regatta of Hest", False),
    ("Before the regatta of Hest began, a clerk handed out the rules.", "regatta of Hest", True),
    ("When the regatta of Hest began, a clerk fell into the water.", "regatta of Hest", False),
    ("They may meet at the hour when the owners have initialled a lease.", "initialled", True),
    ("The owners initialled a lease in Varn.", "initialled", False),
    ("Ilse Brandt turned from what she had heard of the regatta of Hest.", "regatta of Hest", True),
    ("It was what the regatta of Hest had promised.", "regatta of Hest", False),
]


@pytest.mark.parametrize(("text", "words", "expected"), CASES)
def test_words_met_in_passing(text: str, words: str, expected: bool) -> None:
    [parse] = corpus(document("a", text)).parses
    start = text.index(words)
    assert in_passing(parse, start, start + len(words)) is expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Nobody has rowed at Varn since the regatta of Hest in May 1998.", False),
        ("Nobody has rowed since the regatta of Hest. The regatta of Hest had nine crews.", True),
        ("Nine crews came to the Regatta  of\tHest in May 1998.", True),
    ],
)
def test_a_passage_that_names_an_event_of_the_catalogue_in_passing_is_none_of_it(
    text: str, told: bool
) -> None:
    entry = CatalogueEvent("The regatta of Hest", ("regatta of Hest",), (), None)
    found = corpus(document("a", text, "1998-06-01")).events(Catalogue(events=(entry,)))
    assert ("The regatta of Hest" in {e.label for e in found}) is told


@pytest.mark.parametrize(
    ("text", "told", "near"),
    [
        ("Ilse Brandt wrote to Varn after a strike of weavers.", "varn", "strike"),
        ("On the eve of the strike Ilse Brandt sold her loom.", "loom", "strike"),
        ("Ilse Brandt has spoken to no weaver since the flood.", "weaver", "flood"),
        ("The weavers moved away from what they had offered in court.", "weaver", "offer"),
        ("For three days Ilse Brandt fed the weavers.", "weaver", ""),
    ],
)
def test_what_only_gives_the_time_is_not_told(text: str, told: str, near: str) -> None:
    read = corpus(document("a", text))
    [sentence] = passages(read.documents[0], read.parses[0], ())
    assert told in sentence.told and told not in sentence.near
    assert ({near} if near else set()) <= sentence.near and not sentence.near & sentence.told
