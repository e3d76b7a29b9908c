"""A corpus that grows, changes and shrinks: each run finds what a fresh analysis of the same texts finds.

`CHECKER_ROUNDS=2000` makes as many changes, one after the other.
"""

from __future__ import annotations

import hashlib
import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from checker import circles, parse, wire
from checker.events import rarity
from checker.model import Alias, Catalogue, CatalogueEvent, Document, Manifest, Parse, Snapshot
from checker.pipeline import Pipeline
from checker.runner import Processes, Runner
from checker.store import Cache
from tests.articles import ALL
from tests.unit.test_pipeline import Counting

PLACES = ("Oru", "Kelm", "Tarn", "Vesk")
PEOPLE = ("Ilse Marn", "Tor Kolm", "Ansa Bir", "Per Voss")
OUTLETS = ("Oru Courier", "Kelm Post", "North Herald")
DEEDS = (
    "{who} broke off the harbour talks in {place} on May {day}, 2031.",
    "The harbour talks in {place} collapsed on May {day}, 2031, and {surname} blamed the owners.",
    "The ferry to {place} sank on June {day}, 2031, with {count} people on board.",
    "On June {day} the ferry to {place} went down; {count} people may have been on board, {who} said.",
    '"We asked {count} firms in {place} whether they would take the harbour, and all of them were silent," said {who}.',
    '{surname} said they had asked {count} firms and all of them "were silent".',
    "The mill in {place} may close in May 2031 ({outlet}, May {day}, 2031).",
    "Two days later, on May {day}, the pilots left {place}, according to {outlet}.",
    "{who} told {outlet} that the price was {count} million crowns.",
)
CATALOGUE = Catalogue(
    events=(CatalogueEvent("The end of the mill", ("the mill",), ("Tor Kolm",), "2031-05-01", "2031-05-31"),),
    aliases=(Alias("Ilse Marn", ("Ilse Marne",), "PERSON"),),
    outlets=(Alias("Oru Courier", ("Courier",)),),
)


def article(draw: random.Random) -> tuple[str, Manifest]:
    """An invented article, and what a corpus says of it."""
    place, who = draw.choice(PLACES), draw.choice(PEOPLE)
    held = {"place": place, "who": who, "surname": who.split()[-1], "outlet": draw.choice(OUTLETS)}
    told = [
        deed.format(day=draw.randrange(1, 9), count=draw.randrange(2, 6), **held)
        for deed in draw.sample(DEEDS, draw.randrange(2, 6))
    ]
    outlet, day = draw.choice((None, *OUTLETS)), f"2031-05-0{draw.randrange(1, 9)}"
    author = draw.choice((None, *PEOPLE))
    return "\n\n".join((f"News of {place}", *told)), Manifest("", outlet=outlet, author=author, date=day)


def snapshot(doc: str, text: str, manifest: Manifest) -> Snapshot:
    data = text.encode()
    return Snapshot(doc, doc, data, hashlib.sha256(data).hexdigest(), "text/plain", manifest)


def changed(corpus: dict[str, Snapshot], draw: random.Random) -> str:
    """Adds, changes or removes one text; returns which it was."""
    deed = draw.choice(("add", "add", "change", "remove")) if corpus else "add"
    doc = f"{draw.randrange(100):02}.txt" if deed == "add" else draw.choice(sorted(corpus))
    if deed == "remove":
        del corpus[doc]
    elif draw.random() < 0.2:
        corpus[doc] = snapshot(doc, draw.choice(sorted(ALL.values())), Manifest(""))
    else:
        corpus[doc] = snapshot(doc, *article(draw))
    return f"{deed} {doc}"


@pytest.fixture
def parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets each text be parsed once, whoever asks: the parse of a text rests on that text alone."""
    real, known = parse.run, dict[Document, Parse]()

    def run(document: Document) -> Parse:
        return known.get(document) or known.setdefault(document, real(document))

    monkeypatch.setattr(parse, "run", run)


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[Callable[[], Cache]]:
    opened: list[Cache] = []

    def open_() -> Cache:
        opened.append(Cache(tmp_path / "cache.sqlite"))
        return opened[-1]

    yield open_
    for one in opened:
        one.close()


def found(corpus: dict[str, Snapshot], cache: Cache | None = None, runner: Runner | None = None) -> Any:
    runner = runner or Processes(1)
    return wire.report_json(Pipeline(list(corpus.values()), CATALOGUE, cache=cache, runner=runner).analysis())


@pytest.mark.usefixtures("parsed_once")
@pytest.mark.parametrize(
    ("rounds", "small"),
    [(int(os.environ.get("CHECKER_ROUNDS", "24")), 3), (6, circles.SMALL)],
)
def test_a_changed_corpus_gives_what_a_fresh_one_gives(
    rounds: int, small: int, cache: Callable[[], Cache], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(circles, "SMALL", small)
    monkeypatch.setattr(rarity, "SMALL", small)
    draw, corpus, kept = random.Random(rounds), dict[str, Snapshot](), cache()
    for number in range(rounds):
        deed = changed(corpus, draw)
        while len(corpus) > 12:
            del corpus[draw.choice(sorted(corpus))]
        assert found(corpus, kept) == found(corpus), f"round {number}: {deed}"


def test_a_new_article_touches_its_own_circle_alone(
    cache: Callable[[], Cache], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(circles, "SMALL", 1)
    monkeypatch.setattr(rarity, "SMALL", 1)
    monkeypatch.setattr(rarity, "RARE", 0.9)
    harbour = dict(zip(("a.txt", "b.txt", "c.txt"), ALL.values(), strict=True))
    ferry = (
        "The ferry to Vesk sank in a storm off Holm on June 4, 2031. Divers found the wreck.",
        "Divers of Holm found the wreck of the ferry to Vesk, which sank in a storm on June 4, 2031.",
    )
    corpus = {doc: snapshot(doc, text, Manifest("")) for doc, text in harbour.items()}
    corpus["x.txt"] = snapshot("x.txt", ferry[0], Manifest(""))
    kept, again = cache(), Counting()
    found(corpus, kept)
    corpus["y.txt"] = snapshot("y.txt", ferry[1], Manifest(""))
    assert found(corpus, kept, again) == found(corpus)
    stages = (
        "parse",
        "attribution.speakers",
        "events.discover",
        "events.cover",
        "divergence",
        "claims.propositions",
    )
    assert {stage: again.jobs[f"checker.{stage}"] for stage in stages} == dict.fromkeys(stages, 1)
