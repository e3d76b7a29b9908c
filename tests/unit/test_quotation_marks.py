"""Questions, marks, signs, notes and the furniture of a page."""

from __future__ import annotations

import pytest

from tests.unit.quotation_texts import faults, twins

CHANGED = [
    ("Is the water safe to drink?", "The water is safe to drink."),
    ("The water is safe to drink? I do not believe it.", "The water is safe to drink."),
    ("You knew about the fire, did you not?", "You knew about the fire."),
    ("So the keeper left the gate open?", "The keeper left the gate open."),
    ("Do you believe that the keeper left the gate open?", "The keeper left the gate open."),
    ("Who says that the well belongs to the church?", "the well belongs to the church"),
    ("The keeper left the gate open?!", "The keeper left the gate open!"),
    ("The keeper left the gate open.", "The keeper left the gate open?"),
    ("The keeper left the gate open.", "The keeper left the gate open!"),
    ("The herring has come back, has it?", "The herring has come back."),
    ("Was it not the owner who set the fire?", "It was the owner who set the fire."),
    ("Is it true that the dean lied to the board?", "The dean lied to the board."),
    ("Dale: The hotel is for sale?\nFinn: No.", "The hotel is for sale."),
    ("And if the twins were at school that day?", "The twins were at school that day."),
    ("Which doctor said that the child was healthy?", "The child was healthy."),
    ('The so-called "expert" measured the wall twice.', "The so-called expert measured the wall twice."),
    ('They gave her a "free" ticket to the show.', "They gave her a free ticket to the show."),
    ("They gave her a free ticket to the show.", 'They gave her a "free" ticket to the show.'),
    (
        "The temperature fell to -12 degrees in the valley.",
        "The temperature fell to 12 degrees in the valley.",
    ),
    ("The ticket costs $40 for every adult.", "The ticket costs €40 for every adult."),
    ("The rent rose by 5% in a year.", "The rent rose by 5 in a year."),
    ("The sailors, who were drunk, missed the boat.", "The sailors who were drunk missed the boat."),
    ("The sailors who were drunk missed the boat.", "The sailors, who were drunk, missed the boat."),
    ("No, more boats will come in June.", "No more boats will come in June."),
    ("I did not go, because I was afraid of her dog.", "I did not go because I was afraid of her dog."),
    ("We stopped. Only then did they start the engine.", "We stopped only. Then did they start the engine."),
    ('The twins\' "accident" cost the farmer nine sheep.', "The twins' accident cost the farmer nine sheep."),
    (
        '"Help yourself", the sign says, but the chest is locked.',
        "Help yourself, the sign says, but the chest is locked.",
    ),
    ("The hotel has 'rooms' without a door.", "The hotel has rooms without a door."),
    ("The lift (when it works) holds four people.", "The lift holds four people."),
    ("The price fell by €3 a barrel in May.", "The price fell by £3 a barrel in May."),
    ("Profit was −4 million crowns last year.", "Profit was 4 million crowns last year."),
    ("Teachers, who are badly paid, often leave.", "Teachers who are badly paid often leave."),
    ("The lake lost 3 m² of its surface in a year.", "The lake lost 3 m of its surface in a year."),
]
FAIR = [
    ("Why did nobody call the fire brigade?", "Why did nobody call the fire brigade"),
    ("Why did nobody call the fire brigade?", "Why did nobody call the fire brigade?"),
    (
        '"Why did nobody call the fire brigade?" she asked. "The gate was open."',
        "Why did nobody call the fire brigade?",
    ),
    ("What did you see? The keeper left the gate open.", "The keeper left the gate open."),
    ("Who paid? The fund paid for all of it.", "The fund paid for all of it."),
    ("Who paid? The fund paid for all of it.", "Who paid? The fund paid for all of it."),
    ('He called it a "success" in front of the press.', "He called it a ‘success’ in front of the press."),
    ("The ticket costs $40 for every adult.", "The ticket costs $40 for every adult"),
    ("The rent rose by 5% in a year.", "The rent rose by 5 per cent in a year."),
    ("The rent rose by 5 percent in a year.", "The rent rose by 5 per cent in a year."),
    ("Bread, cheese, and wine were on the table.", "Bread, cheese and wine were on the table."),
    ("Mr. Vance and Dr. Holm sailed at noon.", "Mr Vance and Dr Holm sailed at noon."),
    ("The tower — built in 1901 — fell in May.", "The tower - built in 1901 - fell in May."),
    ("He left; she stayed.", "He left she stayed."),
    ("Stop it! The lift is full.", "Stop it. The lift is full."),
    ("The dean’s letter – a long one – came late.", "The dean's letter - a long one - came late."),
    ('"The lift is full," he said. "Nobody may get in."', "The lift is full ... Nobody may get in."),
    ("The lake lost a metre¹ since the drought of 2011.", "The lake lost a metre since the drought of 2011."),
    (
        "The lake lost a metre[3] since the drought of 2011.",
        "The lake lost a metre since the drought of 2011.",
    ),
    ("The lake lost a metre* since the drought of 2011.", "The lake lost a metre since the drought of 2011."),
    (
        "The lake lost a metre since the drought of 2011.² Nobody knows why that is.",
        "The lake lost a metre since the drought of 2011. Nobody knows why that is.",
    ),
    (
        "The lake lost a metre of its water and\n\n14\n\nnobody in the town knows the reason.",
        "The lake lost a metre of its water and nobody in the town knows the reason.",
    ),
    (
        "Annual Report\nThe lake lost a metre of its water and\n\n"
        "Annual Report\n14\n\nnobody in the town knows the reason.\nAnnual Report\n",
        "The lake lost a metre of its water and nobody in the town knows the reason.",
    ),
    (
        "The lake lost a metre of its wa-\nter since the drought.",
        "The lake lost a metre of its water since the drought.",
    ),
    (
        "The lake lost a metre of its wa\xadter since the drought.",
        "The lake lost a metre of its water since the drought.",
    ),
    ("The oﬃce of the ﬂeet lost a metre.", "The office of the fleet lost a metre."),
    (
        "The lake lost a metre [citation needed] since the drought.",
        "The lake lost a metre since the drought.",
    ),
]


@pytest.mark.parametrize(("source", "quote", "misleads"), twins(CHANGED, FAIR))
def test_what_misleads_is_called_so_and_its_fair_twin_passes(source: str, quote: str, misleads: bool) -> None:
    assert bool(faults(source, quote)) == misleads
