"""Figures told as fact in one text and as a claim, as wrong or as a bound in another."""

import pytest

from checker.divergence import contested
from tests.unit.divergence_facts import facts_of

TOLD = "The orchards along the ridge have lost 35 per cent of their pickers since the new levy."
CLAIMED = [
    ("The growers say that the levy has cost the orchards 35 percent of their pickers, a figure the treasury disputes.",
     "a figure the treasury disputes"),
    ("The growers say that the levy has cost the orchards 35 percent of their pickers. The treasury denies the claim.",
     "The treasury denies the claim"),
    ("Anna Holm claims that the levy has cost the orchards 35 percent of their pickers.", None),
    ("The orchards have lost 35 percent of their pickers to the levy, according to the union.", None),
    ("It is false that the levy has cost the orchards 35 percent of their pickers.", "It is false that the levy"),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "denial"), CLAIMED, ids=str)
def test_a_figure_told_as_a_fact_is_somebodys_claim_elsewhere(claim: str, denial: str | None) -> None:
    [draft] = contested.claimed(facts_of(TOLD, claim))
    assert draft.evidence[0].role == "told as a fact"
    assert denial is None or denial in draft.statement


PLAIN = [
    # a routine source that nobody disputes
    (TOLD, "Officials say that the levy has cost the orchards 35 percent of their pickers."),
    # another figure, another thing
    (TOLD, "Anna Holm claims that the levy has cost the orchards 45 percent of their pickers."),
    (TOLD, "Anna Holm claims that trains to the coast were 35 percent slower."),
    # the narrating text names a source right before, or doubts it itself
    (f"The growers said that the levy hurts. {TOLD}",
     "Anna Holm claims that the levy has cost the orchards 35 percent of their pickers."),
    (f"Reportedly, {TOLD.lower()}",
     "Anna Holm claims that the levy has cost the orchards 35 percent of their pickers."),
    # somebody says that it was not so
    (TOLD, "Anna Holm insists that the levy has not cost the orchards 35 percent of their pickers."),
    # what is denied is another thing
    (TOLD, "The growers say that the levy has cost the orchards 35 percent of their pickers. The treasury rejected "
           "an offer of talks."),
    (TOLD, "The growers say that the levy has cost the orchards 35 percent of their pickers. The treasury denies that "
           "it is short of money."),
]  # fmt: skip


@pytest.mark.parametrize(("told", "claim"), PLAIN, ids=str)
def test_a_figure_that_nobody_disputes_is_left_alone(told: str, claim: str) -> None:
    assert not contested.claimed(facts_of(told, claim))


BOUNDS = [
    ("The quarry spilled 80 tonnes of dust on the village.",
     "The quarry spilled up to 80 tonnes of dust on the village.",
     True),
    ("The quarry spilled 80 tonnes of dust on the village.",
     "The quarry spilled an estimated 80 tonnes of dust on the village.", True),
    ("The quarry spilled about 80 tonnes of dust on the village.",
     "The quarry spilled up to 80 tonnes of dust on the village.", False),
    ("The quarry spilled 80 tonnes of dust on the village.",
     "The quarry spilled more than 80 tonnes of dust on the village.", False),
    ("The quarry spilled 80 tonnes of dust on the village. It spilled as much as 80 tonnes of dust on the village.",
     "The quarry spilled up to 80 tonnes of dust on the village.", False),
    ("The quarry sold 80 tonnes of slate to the village.",
     "The quarry spilled up to 80 tonnes of dust on the village.",
     False),
]  # fmt: skip


@pytest.mark.parametrize(("plain", "bounded", "differs"), BOUNDS, ids=str)
def test_a_bound_of_a_figure_is_lost(plain: str, bounded: str, differs: bool) -> None:
    assert bool(contested.unbounded(facts_of(plain, bounded))) == differs
