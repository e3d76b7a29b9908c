"""Omissions that three invented affairs prove, from the texts to the coverage: each reason is needed for it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from checker.model import Coverage
from tests.unit.event_texts import corpus, document


@dataclass(frozen=True, slots=True)
class Affair:
    """Two accounts of three days and a third of two, a paragraph for each day; `word` is of the event left out."""

    first: tuple[str, str, str]
    second: tuple[str, str, str]
    third: tuple[str, str]
    word: str


FERRY = Affair(
    (
        "On 4 May 1998 the ferry Halcyon sank off Varn with forty cars. Captain Nils Oberg was saved last.",
        "On 6 May 1998 divers of the navy found the bell of the Halcyon off Varn. Nils Oberg watched them.",
        "On 8 May 1998 bailiffs arrested Nils Oberg in Lemmy for drunkenness. They led the captain to the gaol.",
    ),
    (
        "On 4 May 1998 the ferry Halcyon sank off Varn, and forty cars with it. Nils Oberg, the captain, was saved.",
        "Navy divers found the bell of the Halcyon off Varn on 6 May 1998. Nils Oberg looked on.",
        "Bailiffs arrested Nils Oberg in Lemmy on 8 May 1998. They led the captain to the gaol for drunkenness.",
    ),
    (
        "On 4 May 1998 the ferry Halcyon sank off Varn with forty cars. Nils Oberg, its captain, was saved.",
        "On 6 May 1998 navy divers found the bell of the Halcyon off Varn while Nils Oberg watched.",
    ),
    "arrested",
)
CLINIC = Affair(
    (
        "On 2 March 2009 Ilse Brandt opened a clinic for miners in Hest. Two hundred families came to the opening.",
        "On 3 March 2009 Ilse Brandt vaccinated the first children at the clinic in Hest. The queue was long.",
        "On 5 March 2009 inspectors closed the pharmacy of Ilse Brandt in Lemmy. They had found mouldy powders.",
    ),
    (
        "Ilse Brandt opened a clinic for miners in Hest on 2 March 2009. The opening drew two hundred families.",
        "At the clinic in Hest Ilse Brandt vaccinated the first children on 3 March 2009. There was a long queue.",
        "The pharmacy of Ilse Brandt in Lemmy was closed by inspectors on 5 March 2009. Powders had been mouldy.",
    ),
    (
        "On 2 March 2009 Ilse Brandt opened a clinic for miners in Hest, and two hundred families came to it.",
        "On 3 March 2009 Ilse Brandt vaccinated the first children at the clinic in Hest.",
    ),
    "inspectors",
)
ORGAN = Affair(
    (
        "On 10 June 1987 Jonas Tarn played the new organ in Bruck for the bishop. The concert lasted three hours.",
        "On 12 June 1987 Jonas Tarn auctioned the old pipes in Bruck for the roof. A brewer bought most of them.",
        "On 14 June 1987 a bellows fire ruined the workshop of Jonas Tarn in Oxley. It had burned all night.",
    ),
    (
        "For the bishop Jonas Tarn played the new organ in Bruck on 10 June 1987. It was a concert of three hours.",
        "Jonas Tarn auctioned the old pipes in Bruck on 12 June 1987. Most were bought by a brewer, for the roof.",
        "The workshop of Jonas Tarn in Oxley was ruined by a bellows fire on 14 June 1987. All night it had burned.",
    ),
    (
        "On 10 June 1987 Jonas Tarn played the new organ in Bruck for the bishop, in a concert of three hours.",
        "On 12 June 1987 Jonas Tarn auctioned the old pipes in Bruck for the roof.",
    ),
    "bellows",
)
AFFAIRS = {"ferry": FERRY, "clinic": CLINIC, "organ": ORGAN}
LATER = "later than the event; tells 2 events of the same days and participants; 2 other voices tell it"


def silent(affair: Affair, day: str, told: int = 2, voices: int = 2) -> Coverage:
    """What the third text has of the third day; `told` are the other days that it has, `voices` tell the third day."""
    a, b = affair.first, affair.second[: 1 + voices]
    found = corpus(
        document("a", "\n\n".join(a), "2010-01-01"),
        document("b", "\n\n".join(b), "2010-01-02"),
        document("c", "\n\n".join(affair.third[:told]), day),
    )
    events = found.events()
    [left] = [e for e in events if any(affair.word in found.quote(m) for m in e.mentions)]
    return next(r for r in found.coverage() if (r.event, r.doc) == (left.event, "c"))


@pytest.mark.parametrize("name", sorted(AFFAIRS))
def test_what_a_later_text_of_the_same_days_does_not_tell_is_left_out(name: str) -> None:
    found = silent(AFFAIRS[name], "2010-02-01")
    assert (found.state, found.basis) == ("left_out", LATER)
    assert found.searched


@pytest.mark.parametrize("name", sorted(AFFAIRS))
def test_a_text_that_is_not_later_leaves_nothing_out(name: str) -> None:
    assert silent(AFFAIRS[name], "1980-01-01").state == "no_passage_found"


@pytest.mark.parametrize("name", sorted(AFFAIRS))
def test_a_text_about_something_else_leaves_nothing_out(name: str) -> None:
    assert silent(AFFAIRS[name], "2010-02-01", told=1).state == "no_passage_found"


@pytest.mark.parametrize("name", sorted(AFFAIRS))
def test_what_one_voice_tells_has_no_weight(name: str) -> None:
    assert silent(AFFAIRS[name], "2010-02-01", voices=1).state != "left_out"
