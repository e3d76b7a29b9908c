"""Who is meant by a role, a calling, an age, a relative or a pronoun; and where two could be, nobody."""

from __future__ import annotations

import pytest

from tests.unit.test_attribution_epithets import spoken

MEANT = [
    ("Brandt & Sole has closed two shops. The firm said it was late.", ["Brandt & Sole"]),
    ("The news site Vestnik said it was late.", ["Vestnik"]),
    (
        "Trading in Mareko Foods was halted after its finance chief, Dana Welk, said it was late.",
        ["Dana Welk"],
    ),
    (
        "Dam to stay shut, says engineer\n\nThe dam is cracked. The engineer, Ada Lund, saw it on Monday.",
        ["Ada Lund"],
    ),
    ("A sailor was hurt. She said her captain slept. The captain, Paul Reed, was hurt too.", [None]),
    ("Health Minister Oona Farr spoke in Ost. The minister said it was late.", ["Oona Farr"]),
    (
        "Nuala Fray has edited the Corrin Gazette since May. The Gazette's editor said it was late.",
        ["Nuala Fray"],
    ),
    ("Sven Aalto, coach of FC Lahela, was angry. Lahela's coach said it was late.", ["Sven Aalto"]),
    ("Its author, Dr Helena Orr, spoke on Monday. The author of the study said it was late.", ["Helena Orr"]),
    ("Captain Priya Nandal was unbeaten. The skipper said it was late.", ["Priya Nandal"]),
    ("Sergeant Paul Nash herded the swan. The officer said it was late.", ["Paul Nash"]),
    ("Prime Minister Lars Eklund won the vote. The premier said it was late.", ["Lars Eklund"]),
    ("Odile Tarrant wrote it in a caravan. The novelist said it was late.", ["Odile Tarrant"]),
    ("Mikkel Thorup lost eleven minutes. The Dane said it was late.", ["Mikkel Thorup"]),
    ("Mikkel Thorup lost eleven minutes. The New Zealander said it was late.", ["Mikkel Thorup"]),
    ("Bishop Teofil Bradu came on Sunday. His Grace said it was late.", ["Teofil Bradu"]),
    (
        "Jane Roth, 41, a nurse, and Paul Lund, 39, a driver, were hurt. The 39-year-old said it was late.",
        ["Paul Lund"],
    ),
    (
        "Norvane Gas must pay, the Energy Markets Board ruled. The company said it was late. "
        "The regulator said it was early.",
        ["Energy Markets Board", "Norvane Gas", "Energy Markets Board"],
    ),
    (
        "Lowgate United lost again. The club said it was late. United said it was early.",
        ["Lowgate United"] * 2,
    ),
    ("The Diocese of Harne sold the orchard. The diocese said it was late.", ["Diocese of Harne"]),
    ("Thomas Reek, known on the boats as Tam, is 80. Tam said it was late.", ["Thomas Reek"]),
    ("The State Pensions Office was shut. The pensions office said it was late.", ["State Pensions Office"]),
    ("The engineer said it was late. The engineer, Dora Vance, left on Monday.", ["Dora Vance"]),
    ("The publisher, Halden Media, said it was late.", ["Halden Media"]),
    ('"It was late," said postmistress Bess Corlett.', ["Bess Corlett"]),
    ("Conrad and Judith Hale, brother and sister, sat apart. Ms Hale said it was late.", ["Judith Hale"]),
    ("Frank and Noreen Quill moved in May. Mrs Quill said it was late.", ["Noreen Quill"]),
    ("Brothers Piet and Joris Vand own the mill. Piet said it was late.", ["Piet Vand"]),
    ("Ada Lund and her husband, Emre, own a café. Her husband said it was late.", ["Emre"]),
    ("Leonard Vesey, 62, is on trial. The judge left. Vesey said it was late.", ["Leonard Vesey"]),
]
OPEN = [
    ("Ada Lund's killer, a former soldier, was jailed. The 52-year-old said he was sorry.", [None]),
    ("A spokesman for the mayor, Ada Lund, said it was late.", [None]),
    ("The widow of the painter, Ada Lund, said it was late.", [None]),
    ('Jane Roth died in March. "She was a great friend of ours."', [None]),
    ("Judge Alan Price jailed him. The defendant said it was late.", [None]),
    ("Ada Lund was jailed for a year. The judge said it was late.", [None]),
    ("Paul Lund and Ada Berg met the Dock Union and the Harbour Board. The latter said it was late.", [None]),
    (
        "Hanne Rudd was finance minister until May. The former minister said it was late. "
        "The minister said it was early.",
        ["Hanne Rudd", None],
    ),
    (
        "Lawyer Cheryl Mill left early. Paul Lund refused to come. His lawyer said it was late.",
        ["Paul Lund", None],
    ),
    (
        "President Lunde won again. Greta Lunde opened the fair. The president said it was late.",
        ["Lunde"],
    ),
]
PRONOUNS = [
    ("Minutes after he told them that it was late, Paul Lund resigned.", ["Paul Lund"]),
    ("Sofie Brandt scored from a corner won by Ana Ruiz. She said it was late.", ["Sofie Brandt"]),
    ("Jane Roth met Clara Holm. She said it was late.", [None]),
    ("Rosa Bell told her aunt that she had said it was late.", ["Rosa Bell", None]),
    (
        "The clinic is run by Paul Lund. His clerk, Pat Loud, says it was late. He says it was early.",
        ["Pat Loud", None],
    ),
    (
        'Ada Lund trusted her clerk, Guy Marsh. "He said it was late," she told the court.',
        ["Ada Lund", "Guy Marsh"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), MEANT + OPEN + PRONOUNS)
def test_who_is_meant(text: str, expected: list[str | None]) -> None:
    assert spoken(text) == expected


INTERVIEWS = [
    (
        "Ana Petrov spoke to the Courier.\n\nHow long did you take?\n\nNine years.\n\nWould you do it again?\n\nI am.",
        [None, "Ana Petrov", None, "Ana Petrov"],
    ),
    (
        "Marek Dolny leads the union.\n\nQ: Will you stop?\n\nA: On Friday.\n\nQ: Who decides?\n\nA: We do.",
        [None, "Marek Dolny", None, "Marek Dolny"],
    ),
    ("The plan is simple.\n\nWhy now?\n\nNobody knows.\n\nWhat next?\n\nThe river decides.", []),
]
DIALOGUES = [
    ("— I sold the boat, — Ada Lund said. — My sons are away.", ["Ada Lund"]),
    ("— I will not sign. — Paul Lund pushed the paper away. — Go.", ["Paul Lund"]),
    (
        "- We have no water, - says Olga Marsh. - My son carries it.\n\n- And the others?\n\n- They left.",
        ["Olga Marsh", None, "Olga Marsh"],
    ),
    (
        '"Where were you?" asked Flora Kemp.\n\n"At home," said Paul Lund.\n\n"For nine hours?"\n\n"It was late."',
        ["Flora Kemp", "Paul Lund", "Flora Kemp", "Paul Lund"],
    ),
    ('"It was dark. We had no lamp.\n\n"Nobody came," said Bess Corlett.', ["Bess Corlett"]),
    (
        '"You learn to wait." Hamid Rezai has been a porter for years. "You learn to sleep."',
        ["Hamid Rezai"] * 2,
    ),
]


@pytest.mark.parametrize(("text", "expected"), INTERVIEWS + DIALOGUES)
def test_who_speaks_in_turn(text: str, expected: list[str | None]) -> None:
    assert spoken(text) == expected
