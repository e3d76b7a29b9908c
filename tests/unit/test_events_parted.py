"""What keeps two happenings apart: thin evidence, one scene between them, and paragraphs that tell two."""

from __future__ import annotations

import numpy as np
import pytest

from checker.events.bridges import parted_at_bridges
from checker.events.cutting import cuts
from checker.events.headlines import own_title
from checker.events.scenes import Scene, scenes
from checker.events.sentences import passages, places_of
from checker.events.told import tells_past
from tests.unit.event_texts import corpus, document


def read(text: str) -> list[Scene]:
    found = corpus(document("a", text, "1998-06-01"))
    [parse], [doc] = found.parses, found.documents
    return scenes(passages(doc, parse, places_of(found.entities).get("a", ())), parse, found.times)


@pytest.mark.parametrize(
    ("text", "names", "deeds"),
    [
        ("Sergei Oberg met Ilse Brandt in Varn.", {"oberg", "brandt", "varn"}, {"meet"}),
        ("Sergei Brandt sold binding contracts.", {"brandt"}, {"sell"}),
        ("Varn wants legally binding guarantees.", {"varn"}, set()),
        ("The fishermen stopped the mayor of Varn.", {"varn"}, set()),
    ],
)
def test_given_names_and_participles_tie_nothing(text: str, names: set[str], deeds: set[str]) -> None:
    [scene] = read(text)
    assert (set(scene.names), set(scene.deeds)) == (names, deeds)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill was closed by the council.", True),
        ("The mill has closed.", True),
        ("The mill closed on Monday.", True),
        ("The mill is closed by a high fence.", False),
        ("The mill is closing.", False),
        ("The mill closes on Mondays.", False),
        ("The mill could have closed.", False),
    ],
)
def test_what_is_told_as_past(text: str, expected: bool) -> None:
    found = corpus(document("a", text))
    [sentence] = passages(found.documents[0], found.parses[0], ())
    assert tells_past(found.parses[0], sentence) is expected


COURT = "Nils Oberg told a court in Varn that the pumps of the dredger had never been mended by anybody."
SCHOOL = "He told a school in Hest that whoever wants to sail must first learn to sew a torn sail at night."


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        ("\nThe price of herring rose again in the spring, as it does when boats stay ashore.\n", 1),
        (" ", 0),
    ],
)
def test_a_paragraph_is_cut_where_another_text_has_two(between: str, expected: int) -> None:
    found = corpus(
        document("a", f"{COURT} {SCHOOL}", "1998-06-01"),
        document("b", f"{COURT}{between}{SCHOOL}", "1998-06-03"),
    )
    parses = {p.doc: p for p in found.parses}
    told = {d.doc: scenes(passages(d, parses[d.doc], ()), parses[d.doc], ()) for d in found.documents}
    assert len(cuts(told, parses, found.alignments).get("a", ())) == expected


SIGNED = (
    "On 3 May 1998 Nils Oberg told a court in Varn that he had signed the lighthouse treaty with the abbey."
)
TERMS = "The treaty would give the dunes, the lighthouse and both ponds of the mill to Hest for ninety years."


def test_what_a_treaty_says_is_not_what_was_said_of_it() -> None:
    other = f"{SIGNED}\n\nThe price of herring rose in the spring.\n\nThe owl came.\n\n{TERMS}"
    found = corpus(document("a", f"{SIGNED} {TERMS}", "1998-06-01"), document("b", other, "1998-06-03"))
    held = [{found.quote(m)[:12] for m in e.mentions} for e in found.events()]
    assert not any({SIGNED[:12], TERMS[:12]} <= words for words in held)
    assert any(TERMS[:12] in words for words in held)


def scene(doc: str) -> Scene:
    [found] = read("Nils Oberg left Varn.")
    return Scene(doc, 0, found.sentences, found.terms, (), told=True, placed=False)


@pytest.mark.parametrize(
    ("ties", "expected"),
    [
        ([(0, 1), (1, 2), (2, 3), (3, 4)], [[0, 1, 2], [3, 4]]),
        ([(0, 1), (1, 2), (2, 3), (3, 4), (0, 4)], [[0, 1, 2, 3, 4]]),
        ([(0, 2), (1, 2), (2, 3), (2, 4)], [[0, 1, 2, 3, 4]]),
    ],
)
def test_one_scene_does_not_hold_two_events_together(
    ties: list[tuple[int, int]], expected: list[list[int]]
) -> None:
    sure, table = np.eye(5, dtype=np.bool_), np.full((5, 5), 0.2)
    for i, j in ties:
        sure[i, j] = sure[j, i] = True
    table[2, :2] = 0.5
    told = [scene(doc) for doc in "abcde"]
    parts = parted_at_bridges([0, 1, 2, 3, 4], table, told, sure, lambda part: len(part) > 1)
    assert sorted(sorted(part) for part in parts) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Ferry strikes pier of 'old' bridge in Varn", "“Ferry strikes pier of 'old' bridge in Varn”"),
        ("Ferry strikes pier of bridge in Varn.", ""),
        ("Who struck the pier of the bridge in Varn?", ""),
        ("The pier of the old bridge in Varn", ""),
        ("Ferry strikes “pier” of bridge in Varn", ""),
    ],
)
def test_a_text_can_give_the_title(title: str, expected: str) -> None:
    [parse] = corpus(document("a", f"{title}\n\nNobody was hurt.")).parses
    assert own_title(parse, 0, 70) == expected
    assert own_title(parse, parse.sentences[-1].start, 70) == ""
