"""Cited addresses, asked on a small web on loopback."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import httpx
import pytest

from checker.online import Answer, Cited, Known, Settings, age, check
from checker.online.asking import impossible
from checker.online.judge import is_deep, is_front
from checker.online.page import Page, read
from checker.online.places import find, names_place
from checker.store import Cache
from checker.web import Client, Limits, Reply
from tests.loopback import ANY, ARTICLE, KINDS, LIMITED, Web, always, hang, page, to, web

QUICK = Limits(connect=2, seconds=0.5, wait=0.2, pause=0)
CALM = Limits(connect=2, seconds=1.5, wait=0.2, pause=0)
"""For hundreds of links on a machine that others use too."""


@pytest.fixture(scope="module")
def small() -> Iterator[Web]:
    with web() as served:
        yield served


def known(
    served: Web,
    urls: Sequence[str | Cited],
    memory: Cache | None = None,
    *,
    settings: Settings | None = None,
    at: float | None = None,
    limits: Limits = QUICK,
) -> list[Known]:
    async def go() -> list[Known]:
        cited = [Cited(url) if isinstance(url, str) else url for url in urls]
        async with Client(limits, allow_private=True, resolve=served.resolve) as client:
            clock = time.time if at is None else lambda: at
            found = await check(
                cited, client, memory or Cache(None), settings or Settings(seconds=30), now=clock
            )
            return [found[one] for one in cited]

    return asyncio.run(go())


@pytest.mark.slow
def test_two_hundred_links_over_every_behaviour(small: Web, tmp_path: Path) -> None:
    """None is called what it is not; least of all gone. The second run asks nothing."""
    links, memory = small.links(200), Cache(tmp_path / "links.sqlite")
    found = known(small, [url for url, _ in links], memory, limits=CALM)
    wrong = {
        url: (k.answer.verdict, k.answer.reason)
        for (url, right), k in zip(links, found, strict=True)
        if k.answer.verdict != right
    }
    assert wrong == {}
    assert {kind.split("/")[3] for kind, _ in links} >= {*KINDS, *LIMITED}
    before, start = sum(small.asked.values()), time.monotonic()
    again = known(small, [url for url, _ in links], memory)
    assert sum(small.asked.values()) == before and time.monotonic() - start < 1
    assert [k.answer for k in again] == [k.answer for k in found]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/moved-twice/5", "It has moved for good, to {url}/ok/5."),
        ("/sent-on/5", "It answered (200), after being sent on to {url}/ok/5."),
        ("/gone-410/5", "The page was taken away (410)."),
        ("/moved-and-gone/5", "The page was not found (404). It had sent on to {url}/gone/5."),
        ("/404-with-article/5", "It answered 404, but with a whole article: only a reader can tell."),
        ("/451/5", "The host is closed for legal reasons (451)."),
        ("/soft-front/5", "It leads to a front page instead of a text: {url}/."),
        ("/loop/5", "It could not be opened: the redirects go round in a circle."),
        ("/to-file/5", "It was not opened: only http and https are opened, not file."),
        ("/500/5", "The host has an error (500)."),
        ("/shell-any/5", "It answered (200). This host answers any address so: whether it is the page that was "
         "cited, only a reader can tell."),
    ],
)  # fmt: skip
def test_a_verdict_gives_its_reason(small: Web, path: str, words: str) -> None:
    answer = known(small, [small.url(path)])[0].answer
    assert answer.reason == words.format(url=small.url("", "h0"))


def test_redirects_are_kept_in_their_order(small: Web) -> None:
    answer = known(small, [small.url("/moved-twice/5")])[0].answer
    assert answer.chain == (f"301 {small.url('/moved-twice/5')}", f"301 {small.url('/moved/5')}")
    assert (answer.url, answer.status) == (small.url("/ok/5"), 200)


@pytest.mark.parametrize("kind", ["head-says-200", "404-once"])
def test_gone_is_said_only_after_get_has_said_so_twice(small: Web, kind: str) -> None:
    path = f"/{kind}/77"
    known(small, [small.url(path, "twice")])
    assert small.asked["GET", f"twice.test:{small.port}", path] == 2


def test_files_are_not_fetched(small: Web) -> None:
    known(small, [small.url("/pdf/9", "files")])
    assert small.asked["GET", f"files.test:{small.port}", "/pdf/9"] == 0


@pytest.mark.parametrize(
    ("fragment", "place"),
    [
        ("#ferries", "present"), ("#old", "present"), ("#Ferries", "missing"), ("#pier", "missing"), ("#top", None),
        ("#", None), ("#!/route", None), ("#/route", None), ("#t=30", None), ("#%66erries", "present"),
        ("#:~:text=torn%20the%20ferries", "present"), ("#:~:text=sunk%20the%20ferries", "missing"),
        ("#:~:text=the%20harbour,nobody", "present"), ("#:~:text=nobody%20was,the%20moon", "missing"),
        ("#:~:text=harbour%20of-,arden,-was", "present"), ("#:~:text=port%20of-,arden", "missing"),
        ("#:~:text=arb", "missing"), ("#:~:text=storm&text=pier", "present"), ("#:~:text=storm&text=moon", "missing"),
        ("#pier:~:text=storm", "present"), ("#:~:text=", "missing"),
    ],
)  # fmt: skip
def test_the_named_part_of_a_page_is_looked_for(small: Web, fragment: str, place: str | None) -> None:
    answer = known(small, [small.url(f"/places/3{fragment}")])[0].answer
    assert (answer.verdict, answer.place) == ("ok", place)
    assert answer.reason.startswith("It answered (200).")
    assert ("does not have" in answer.reason) == (place == "missing")


def test_one_page_is_asked_once_for_all_its_parts(small: Web) -> None:
    urls = [small.url(f"/places/8{f}", "parts") for f in ("", "#ferries", "#pier", "#:~:text=storm")]
    assert [k.answer.place for k in known(small, urls)] == [None, "present", "missing", "present"]
    assert small.asked["GET", f"parts.test:{small.port}", "/places/8"] == 1


def test_nothing_is_missing_from_a_page_that_was_not_read_whole(small: Web) -> None:
    urls = [small.url("/drips/3#pier", "parts"), small.url("/shell-any/3#pier", "parts")]
    assert [k.answer.place for k in known(small, urls)] == [None, None]


def read_html(html: str, **headers: str) -> Page:
    return read(Reply("http://vale.org/", 200, dict(headers), html.encode()))


@pytest.mark.parametrize(
    "fragment", ["%00", "\ud800", ":~:text=,", ":~:text=-,", ":~:text=-", ":~:text=a-,-b", "%", "a" * 9000]
)
def test_odd_fragments_are_no_error(fragment: str) -> None:  # fmt: skip
    find(fragment, read_html("<p>Storm</p>"))
    names_place(fragment)


@pytest.mark.parametrize(
    "html",
    ["", "\0", "<", "<!--", "<?xml version='1.0' encoding='utf-16'?><html><p>a</p></html>", "<html><title></title>",
     "<div>" * 100_000, "<p id=" * 50_000, "<a name=x>" * 50_000, "&#0;&#xd800;&#x110000;", "[" * 200_000,
     "<blockquote>" * 250 + "storm " * 150_000],
)  # fmt: skip
def test_odd_pages_are_read_in_no_time(html: str) -> None:
    start = time.monotonic()
    read_html(html)
    assert time.monotonic() - start < 2


@pytest.mark.parametrize(
    ("url", "front", "deep"),
    [
        ("http://a.org", True, False), ("http://a.org/", True, False), ("http://a.org/index.html", True, False),
        ("http://a.org/en/", True, False), ("http://a.org/en-GB", True, False), ("http://a.org/?p=5", False, True),
        ("http://a.org/about", False, False), ("http://a.org/2019/05/storm", False, True),
        ("http://a.org/storm-in-arden", False, True), ("http://a.org/news/", False, False),
    ],
)  # fmt: skip
def test_front_pages_and_single_texts_are_told_apart(url: str, front: bool, deep: bool) -> None:
    assert (is_front(url), is_deep(url)) == (front, deep)


def test_the_impossible_address_stands_in_the_same_folder() -> None:
    assert impossible("http://a.org/x/1.html?q=2#f") == impossible("http://a.org/x/2.html")
    assert impossible("http://a.org/x/1.html").startswith("http://a.org/x/")
    assert impossible("http://a.org/x/1.html").endswith(".html")


def test_a_front_page_in_the_place_of_a_text_is_seen_by_comparison(small: Web) -> None:
    """The whole front page, at any address, calling itself the front page."""
    front = (
        f"<html><head><title>Vale</title><link rel=canonical href='/'></head><body>{ARTICLE}</body></html>"
    )
    small.handlers["2019"] = always(200, front.encode())
    assert [k.answer.verdict for k in known(small, [small.url("/2019/storm", "fronts")])] == ["soft_404"]


def test_a_notice_on_an_honest_host_is_a_page(small: Web) -> None:
    """The word "404" proves nothing where the host answers 404 for what does not exist."""
    odd = page("Rooms", "<p>Room 404 is not found easily.</p>")
    small.handlers["rooms"] = lambda e: always(200, odd)(e) if e.number == "1" else always(404, b"")(e)
    assert [k.answer.verdict for k in known(small, [small.url("/rooms/1")])] == ["ok"]


DAY = 86_400.0


def test_answers_are_kept_with_their_age(small: Web, tmp_path: Path) -> None:
    memory, url = Cache(tmp_path / "links.sqlite"), small.url("/ok/1", "aged")
    week = Settings(days=7)
    first = known(small, [url], memory, settings=week, at=0.0)[0]
    later = known(small, [url], memory, settings=week, at=3 * DAY)[0]
    assert (first.age, later.age) == (0.0, 3 * DAY) and later.answer.asked == 0.0
    assert small.asked["HEAD", f"aged.test:{small.port}", "/ok/1"] == 1
    assert known(small, [url], memory, settings=week, at=8 * DAY)[0].age == 0.0
    assert known(small, [url], memory, settings=Settings(days=0), at=8 * DAY)[0].age == 0.0
    assert small.asked["HEAD", f"aged.test:{small.port}", "/ok/1"] == 3


def test_an_answer_of_a_day_to_come_is_asked_for_again(small: Web, tmp_path: Path) -> None:
    """A clock that goes back would make it fresh for as long as it went."""
    memory, url = Cache(tmp_path / "links.sqlite"), small.url("/ok/1", "early")
    ages = [known(small, [url], memory, at=day * DAY)[0].age for day in (30, 10, 11)]
    assert ages == [0.0, 0.0, DAY]
    assert small.asked["HEAD", f"early.test:{small.port}", "/ok/1"] == 2


def test_what_was_asked_in_this_run_has_no_age_however_long_it_took(small: Web) -> None:
    moments = itertools.count(100.0, 30.0)

    async def go() -> list[float]:
        async with Client(QUICK, allow_private=True, resolve=small.resolve) as client:
            cited = [Cited(small.url(f"/ok/{i}")) for i in range(3)]
            found = await check(cited, client, Cache(None), Settings(), now=lambda: next(moments))
            return [one.age for one in found.values()]

    assert asyncio.run(go()) == [0.0, 0.0, 0.0]


def test_failures_are_asked_again_soon(small: Web, tmp_path: Path) -> None:
    memory, urls = (
        Cache(tmp_path / "links.sqlite"),
        [small.url("/drops/1", "frail"), small.url("/ok/1", "frail")],
    )
    asked = lambda: small.asked["HEAD", f"frail.test:{small.port}", "/drops/1"]  # noqa: E731
    counts = []
    for moment in (0.0, 600.0, 7200.0):
        known(small, urls, memory, at=moment)
        counts.append(asked())
    assert counts == [1, 1, 2]


def test_where_nothing_answers_nothing_is_kept(small: Web, tmp_path: Path) -> None:
    """One's own network may be down: that says nothing about the links."""
    memory = Cache(tmp_path / "links.sqlite")
    assert known(small, ["http://nowhere.test/1"], memory)[0].answer.verdict == "unchecked"
    (kept,) = memory.db.execute("SELECT count(*) FROM results").fetchone()  # type: ignore[union-attr]
    assert kept == 0


def test_time_over_is_said_and_the_next_run_goes_on(small: Web, tmp_path: Path) -> None:
    memory = Cache(tmp_path / "links.sqlite")
    small.handlers["stuck"] = hang
    urls = [small.url("/ok/1", "timely"), small.url("/stuck/1", "late")]
    start = time.monotonic()
    slow = Limits(connect=5, seconds=5)
    first = known(small, urls, memory, settings=Settings(seconds=0.4), limits=slow)
    assert time.monotonic() - start < 2
    assert [k.answer.verdict for k in first] == ["ok", "unchecked"]
    assert (
        first[1].answer.reason
        == "It could not be opened: the time of 0.4 seconds was over; run it again to go on."
    )
    small.handlers["stuck"] = always(200)
    assert [k.answer.verdict for k in known(small, urls, memory)] == ["ok", "ok"]
    assert small.asked["HEAD", f"timely.test:{small.port}", "/ok/1"] == 1


def archive(
    served: Web, *, days: Sequence[str] = ("2019-05-04",), status: int = 200
) -> tuple[str, list[str]]:
    """A TimeGate with copies of those days, and the days that it was asked for."""
    asked: list[str] = []

    async def gate(exchange: object) -> None:
        asked.append(exchange.headers.get("accept-datetime", ""))  # type: ignore[attr-defined]
        await to("/copy/1")(exchange)  # type: ignore[arg-type]

    served.handlers["gate"] = gate
    served.handlers["copy"] = always(status, memento_datetime="Sat, 04 May 2019 06:00:00 GMT")
    return served.url("/gate/", "archive"), asked


def test_an_archived_copy_near_the_day_of_the_text_is_given(small: Web, tmp_path: Path) -> None:
    gate, asked = archive(small)
    memory, settings = Cache(tmp_path / "links.sqlite"), Settings(seconds=30, archive=gate)
    cited = [
        Cited(small.url("/gone/1"), "2019-05-03"),
        Cited(small.url("/ok/1"), "2019-05-03"),
        Cited("http://nowhere.test/1"),
    ]
    for _ in range(2):
        found = known(small, cited, memory, settings=settings)
        assert [k.copy and (k.copy.url, k.copy.date) for k in found] == [
            (small.url("/copy/1", "archive"), "2019-05-04"), None, (small.url("/copy/1", "archive"), "2019-05-04"),
        ]  # fmt: skip
    assert len(asked) == 2 and "Fri, 03 May 2019 12:00:00 GMT" in asked
    assert [k.answer.verdict for k in found] == ["gone", "ok", "unchecked"]


@pytest.mark.parametrize("status", [404, 503])
def test_a_copy_of_an_error_is_no_copy(small: Web, status: int) -> None:
    gate, _ = archive(small, status=status)
    found = known(
        small, [Cited(small.url("/gone/1"), "2019-05-03")], settings=Settings(seconds=30, archive=gate)
    )
    assert found[0].copy is None


def test_private_addresses_are_not_told_to_a_public_archive() -> None:
    opened: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        opened.append(request.url.host)
        return httpx.Response(404)

    async def go() -> None:
        async with Client(QUICK, allow_private=True, transport=httpx.MockTransport(answer)) as client:
            cited = [
                Cited("http://wiki.internal/page"),
                Cited("http://10.1.2.3/x"),
                Cited("http://vale.org/x"),
            ]
            await check(cited, client, Cache(None), Settings(archive="https://archive.org/web/"))

    asyncio.run(go())
    assert opened.count("archive.org") == 1


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "just now"),
        (59, "just now"),
        (60, "1 minute ago"),
        (7200, "2 hours ago"),
        (3 * DAY + 5, "3 days ago"),
    ],
)
def test_ages_are_told_in_words(seconds: float, words: str) -> None:
    assert age(seconds) == words


def test_progress_counts_to_the_end(small: Web) -> None:
    told: list[tuple[int, int]] = []

    async def go() -> None:
        async with Client(QUICK, allow_private=True, resolve=small.resolve) as client:
            cited = [Cited(small.url(f"/ok/{i}")) for i in range(3)]
            await check(
                cited, client, Cache(None), Settings(), told=lambda done, total: told.append((done, total))
            )

    asyncio.run(go())
    assert told[0] == (0, 3) and told[-1] == (3, 3)


def test_an_answer_survives_its_keeping(tmp_path: Path) -> None:
    answer = Answer("moved", "It has moved.", "http://a.org/", 200, ("301 http://b.org/",), "missing", 5.0)
    memory = Cache(tmp_path / "links.sqlite")
    memory.put("k", "links", answer)
    assert memory.get_all(["k"], Answer) == {"k": answer}


def test_every_kind_of_the_small_web_has_a_right_verdict() -> None:
    assert set(ANY) <= set(KINDS)
    assert {right for _, right in (KINDS | LIMITED).values()} == {
        "ok", "moved", "gone", "blocked", "rate_limited", "soft_404", "unchecked",
    }  # fmt: skip
