"""`checker add`: what comes into a corpus, how it stands there, and what a second run does."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest
from warcio.archiveiterator import ArchiveIterator

from checker import wire
from checker.capture import folder
from checker.collect import Capture, Outcome, opened
from checker.collect.disk import PARTIAL
from checker.collect.keeping import Keeper
from checker.errors import UsageError
from tests.commands import Run, command
from tests.loopback import ARTICLE, Exchange, Web, always, first, page, to, web


@pytest.fixture(scope="module")
def small() -> Iterator[Web]:
    with web() as served:
        yield served


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    monkeypatch.setenv("CHECKER_CACHE", str(tmp_path / "cache"))
    return command(capsys)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return tmp_path / "corpus"


def at(served: Web, path: str) -> str:
    return f"http://127.0.0.1:{served.port}{path}"


def added(run: Run, corpus: Path, *sources: object, code: int = 0) -> list[dict[str, object]]:
    """The rows of one run, each of which fits its schema."""
    got, out, err = run("add", *sources, "--to", corpus, "--allow-private", "--format", "jsonl")
    assert got == code, err
    rows = [json.loads(line) for line in out.splitlines()]
    for row in rows:
        jsonschema.validate(row, wire.schema("captures"))
    return rows


def states(rows: list[dict[str, object]]) -> list[object]:
    return [row["state"] for row in rows]


def manifest(corpus: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in (corpus / "manifest.jsonl").read_text("utf-8").splitlines()]


def whole(corpus: Path) -> None:
    """Every line has its file, every file its line, every hash is right, and nothing is half there."""
    lines = manifest(corpus)
    assert sorted(line["path"] for line in lines) == sorted(
        p.relative_to(corpus).as_posix() for p in (corpus / "sources").iterdir()
    )
    for line in lines:
        assert hashlib.sha256((corpus / line["path"]).read_bytes()).hexdigest() == line["sha256"]
    for file in (corpus / "archive").iterdir():
        assert records(file)[0][0] == "warcinfo"
    assert list((corpus / PARTIAL).iterdir()) == []


def records(path: Path) -> list[tuple[str, str, str, bytes]]:
    """Type, address, status and body of each record, as another tool reads them; every digest holds."""
    found = []
    with path.open("rb") as file:
        for record in ArchiveIterator(file, check_digests="raise"):
            status = record.http_headers.get_statuscode() if record.http_headers else ""
            body = record.content_stream().read()
            found.append(
                (record.rec_type, record.rec_headers.get_header("WARC-Target-URI") or "", status, body)
            )
    return found


def test_a_page_is_kept_as_it_came_with_its_exchange(run: Run, small: Web, corpus: Path) -> None:
    body = page("Storm in Arden")
    (row,) = added(run, corpus, at(small, "/moved/1"))
    (line,) = manifest(corpus)
    assert row["doc"] == line["id"] == f"127.0.0.1-{small.port}-ok-1"
    assert (corpus / line["path"]).read_bytes() == body
    assert (line["url"], line["requested"]) == (at(small, "/ok/1"), at(small, "/moved/1"))
    assert line["media_type"] == "text/html; charset=utf-8" and line["retrieved"].endswith("Z")
    assert [r[:3] for r in records(next((corpus / "archive").iterdir()))] == [
        ("warcinfo", "", ""),
        ("response", at(small, "/moved/1"), "301"), ("request", at(small, "/moved/1"), "/moved/1"),
        ("response", at(small, "/ok/1"), "200"), ("request", at(small, "/ok/1"), "/ok/1"),
    ]  # fmt: skip
    assert records(next((corpus / "archive").iterdir()))[3][3] == body
    whole(corpus)
    assert [s.doc for s in folder.read([str(corpus)]).snapshots] == [line["id"]]


def test_a_record_has_the_headers_and_the_packing_of_the_host(run: Run, small: Web, corpus: Path) -> None:
    packed = gzip.compress(page("Packed"))
    small.handlers["packed"] = always(200, packed, content_encoding="gzip", x_odd="caf\u00e9 \u00b7")
    added(run, corpus, at(small, "/packed/1"))
    with next((corpus / "archive").iterdir()).open("rb") as file:
        answer = next(r for r in ArchiveIterator(file) if r.rec_type == "response")
        raw = answer.raw_stream.read()
        digest = answer.rec_headers.get_header("WARC-Payload-Digest")
    assert raw == packed and answer.http_headers.get_header("content-encoding") == "gzip"
    assert digest == "sha1:" + base64.b32encode(hashlib.sha1(packed).digest()).decode()
    assert "caf" in answer.http_headers.get_header("x-odd")
    assert next((corpus / "sources").iterdir()).read_bytes() == page("Packed")


def test_a_second_run_asks_only_for_what_is_missing(run: Run, small: Web, corpus: Path) -> None:
    small.handlers["late"] = first(always(404), always(200))
    urls = [at(small, path) for path in ("/ok/1", "/moved/2", "/late/3")]
    assert states(added(run, corpus, *urls, code=1)) == ["added", "added", "failed"]
    before = sum(small.asked.values())
    assert states(added(run, corpus, *urls)) == ["there", "there", "added"]
    assert sum(small.asked.values()) - before == 2  # the page and its host's robots.txt
    whole(corpus)


def test_two_addresses_of_one_page_are_one_source(run: Run, small: Web, corpus: Path) -> None:
    assert states(added(run, corpus, at(small, "/ok/5"))) == ["added"]
    assert states(added(run, corpus, at(small, "/moved/5"))) == ["same"]
    assert states(added(run, corpus, at(small, "/moved/5"), at(small, "/ok/5#part"))) == ["there", "there"]
    assert len(manifest(corpus)) == 1


def edition(number: int) -> bytes:
    return page(
        "Harbour", f"<p>The harbour of Arden stayed closed, and {number} ferries were torn off.</p>{ARTICLE}"
    )


def test_a_changed_text_is_kept_beside_the_earlier_one(run: Run, small: Web, corpus: Path) -> None:
    small.handlers["story"] = first(always(200, edition(12)), always(200, edition(3)))
    url = at(small, "/story/1")
    added(run, corpus, url)
    (row,) = added(run, corpus, url, "--again")
    one, two = manifest(corpus)
    assert (row["state"], row["revision_of"], two["revision_of"]) == ("changed", one["id"], one["id"])
    assert [(c["op"], c["before"], c["after"]) for c in row["changes"]] == [("replace", "12", "3")]  # type: ignore[attr-defined]
    assert row["between"] == [one["retrieved"], two["retrieved"]]
    assert (corpus / one["path"]).read_bytes() == edition(12) and (
        corpus / two["path"]
    ).read_bytes() == edition(3)
    _code, out, _ = run("show", "provenance", corpus, "--format", "jsonl")
    links = {line["doc"]: line["links"] for line in map(json.loads, out.splitlines())}
    assert ("revision", one["id"]) in [(x["relation"], x["of"]["doc"]) for x in links[two["id"]]]
    _code, out, _ = run("show", "divergences", corpus, "--format", "jsonl")
    (told,) = [line for line in map(json.loads, out.splitlines()) if line["rule"] == "divergence.revised"]
    assert "“12” became “3”" in told["statement"]
    assert [(e["doc"], e["quote"]) for e in told["evidence"]] == [(one["id"], "12"), (two["id"], "3")]
    _, out, _ = run("add", url, "--to", corpus, "--allow-private", "--again", "--format", "text")
    assert "same" in out
    whole(corpus)


def test_revisions_of_like_addresses_keep_their_names_apart(run: Run, small: Web, corpus: Path) -> None:
    small.handlers["like"] = lambda e: e.send(200, edition(e.times))
    urls = [at(small, f"/like/{name}") for name in ("a%20b", "a-b")]
    for again in ((), ("--again",), ("--again",)):
        for url in urls:
            added(run, corpus, url, *again)
    stem = f"127.0.0.1-{small.port}-like-a-b"
    second = next(line["id"] for line in manifest(corpus) if line["url"] == urls[1])
    day = manifest(corpus)[0]["retrieved"][:10]
    assert second.startswith(f"{stem}-")
    assert {line["id"] for line in manifest(corpus)} == {
        f"{base}{rest}" for base in (stem, second) for rest in ("", f".{day}", f".{day}.2")
    }
    whole(corpus)


def test_the_same_text_in_other_bytes_is_only_noted(run: Run, small: Web, corpus: Path) -> None:
    other = edition(12).replace(b"<body>", b"<body><script>var now = 7</script>")
    small.handlers["nonce"] = first(always(200, edition(12)), always(200, other))
    added(run, corpus, at(small, "/nonce/1"))
    assert states(added(run, corpus, at(small, "/nonce/1"), "--again")) == ["same"]
    assert len(manifest(corpus)) == 1
    (note,) = [json.loads(line) for line in (corpus / "captures.jsonl").read_text().splitlines()]
    assert note["sha256"] == hashlib.sha256(other).hexdigest()
    assert records(corpus / note["warc"])[1][3] == other


@pytest.mark.parametrize(
    ("name", "validator", "asks", "status", "profile"),
    [
        ("etag", {"etag": '"a1"'}, "if-none-match", "304", "server-not-modified"),
        ("date", {"last_modified": "Sat, 04 May 2019 06:00:00 GMT"}, "if-modified-since", "304", "server-not-modified"),
        ("none", {}, "", "200", "identical-payload-digest"),
    ],
)  # fmt: skip
def test_a_page_is_asked_whether_it_has_changed(
    run: Run,
    small: Web,
    corpus: Path,
    name: str,
    validator: dict[str, str],
    asks: str,
    status: str,
    profile: str,
) -> None:
    async def handler(e: Exchange) -> None:
        known = e.headers.get(asks) in validator.values() if asks else False
        await e.send(304, b"", **validator) if known else await e.send(200, edition(1), **validator)

    small.handlers[name] = handler
    added(run, corpus, at(small, f"/{name}/1"))
    assert states(added(run, corpus, at(small, f"/{name}/1"), "--again")) == ["same"]
    note = json.loads((corpus / "captures.jsonl").read_text())
    with (corpus / note["warc"]).open("rb") as file:
        revisit = next(r for r in ArchiveIterator(file) if r.rec_type == "revisit")
    assert revisit.http_headers.get_statuscode() == status
    assert revisit.rec_headers.get_header("WARC-Profile").endswith(profile)
    assert revisit.rec_headers.get_header("WARC-Refers-To-Target-URI") == at(small, f"/{name}/1")
    whole(corpus)


ROBOTS = (
    b"User-agent: *\nDisallow: /\n\nUser-agent: provenance-checker\nAllow: /closed/open\nDisallow: /closed/\n"
)


def test_robots_txt_is_obeyed(run: Run, small: Web, corpus: Path) -> None:
    small.handlers["robots.txt"] = always(200, ROBOTS, content_type="text/plain")
    small.handlers["closed"] = always(200)
    small.handlers["way-in"] = to("/closed/{n}")
    urls = [at(small, path) for path in ("/closed/1", "/closed/open", "/way-in/2", "/ok/1")]
    rows = added(run, corpus, *urls, code=1)
    assert states(rows) == ["failed", "added", "failed", "added"]
    assert "robots.txt" in str(rows[0]["why"]) and rows[0]["do"]
    assert all(("GET", f"127.0.0.1:{small.port}", f"/closed/{n}") not in small.asked for n in (1, 2))
    small.handlers["robots.txt"] = always(503, b"")
    (row,) = added(run, corpus, at(small, "/ok/2"), code=1)
    assert row["why"] == "its robots.txt could not be read (status 503)"
    del small.handlers["robots.txt"]


def test_a_file_and_a_folder_come_in_with_what_their_manifest_says(
    run: Run, tmp_path: Path, corpus: Path
) -> None:
    given = tmp_path / "given"
    (given / "texts").mkdir(parents=True)
    (given / "texts" / "One Storm.txt").write_text("The storm came on Monday.", "utf-8")
    (given / "b.md").write_text("# Storm\n\nIt came.", "utf-8")
    row = {
        "path": "texts/One Storm.txt",
        "outlet": "Vale Courier",
        "url": "https://vale.test/storm",
        "date": "2019-05-04",
    }
    (given / "manifest.jsonl").write_text(json.dumps(row) + '\n{"path": "b.md"}\n')
    assert states(added(run, corpus, given)) == ["added", "added"]
    lines = {line["path"]: line for line in manifest(corpus)}
    assert set(lines) == {"sources/b.md", "sources/one-storm.txt"}
    one = lines["sources/one-storm.txt"]
    assert (one["outlet"], one["url"], one["date"]) == (
        "Vale Courier",
        "https://vale.test/storm",
        "2019-05-04",
    )
    assert states(added(run, corpus, given / "b.md", str(given / "texts" / "*.txt"))) == ["there", "there"]
    whole(corpus)


def test_a_bare_folder_keeps_its_texts(run: Run, small: Web, corpus: Path) -> None:
    corpus.mkdir()
    (corpus / "old.txt").write_text("The storm came on Monday.", "utf-8")
    added(run, corpus, at(small, "/ok/1"))
    assert [s.doc for s in folder.read([str(corpus)]).snapshots] == [
        f"127.0.0.1-{small.port}-ok-1",
        "old.txt",
    ]


XML = "application/xml"
RSS = (
    "<?xml version='1.0'?><rss version='2.0'><channel><title>V</title>"
    "<item><link>{0}/ok/1</link></item><item><link>{0}/moved/2</link></item></channel></rss>"
)
ATOM = (
    "<feed xmlns='http://www.w3.org/2005/Atom'><title>V</title><entry><title>x</title><link href='{0}/ok/1'/></entry>"
    "<entry><title>y</title><link rel='alternate' href='/ok/2'/></entry></feed>"
)
SITEMAP = (
    "<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>{0}/ok/1</loc></url>"
    "<url><loc> {0}/ok/2 </loc></url><url><loc>https://elsewhere.test/3</loc></url></urlset>"
)
INDEX = "<sitemapindex><sitemap><loc>{0}/list/packed</loc></sitemap></sitemapindex>"


@pytest.mark.parametrize("kind", ["rss", "atom", "sitemap", "index"])
def test_feeds_and_sitemaps_name_pages(run: Run, small: Web, corpus: Path, kind: str) -> None:
    text = {"rss": RSS, "atom": ATOM, "sitemap": SITEMAP, "index": INDEX}[kind].format(at(small, "")).encode()
    packed = gzip.compress(SITEMAP.format(at(small, "")).encode())

    async def lists(e: Exchange) -> None:
        await e.send(200, packed if e.number == "packed" else text, content_type="application/xml")

    small.handlers["list"] = lists
    rows = added(run, corpus, at(small, "/list/1"))
    assert states(rows) == ["list"] * (2 if kind == "index" else 1) + ["added", "added"]
    assert "elsewhere" not in (corpus / "manifest.jsonl").read_text()
    whole(corpus)


def test_a_limit_leaves_the_rest_for_the_next_run(run: Run, small: Web, corpus: Path) -> None:
    urls = [at(small, f"/ok/{n}") for n in range(5)]
    assert states(added(run, corpus, *urls, "--limit", 2)).count("left") == 3
    assert states(added(run, corpus, *urls, "--limit", 2)).count("left") == 1
    assert states(added(run, corpus, *urls)).count("there") == 4
    whole(corpus)


@pytest.mark.parametrize(
    ("path", "words"),
    [("/captcha/1", "a check for humans"), ("/login/1", "it leads to a login page"),
     ("/soft-title/1", "says that there is none"), ("/soft-front/1", "it leads to a front page"),
     ("/403/1", "the host answered 403")],
)  # fmt: skip
def test_a_page_in_the_place_of_another_is_not_kept(
    run: Run, small: Web, corpus: Path, path: str, words: str
) -> None:
    (row,) = added(run, corpus, at(small, path), code=1)
    assert row["state"] == "failed" and words in str(row["why"]) and row["do"]


def test_a_list_on_disk_names_pages(run: Run, small: Web, corpus: Path, tmp_path: Path) -> None:
    here = at(small, "")
    (tmp_path / "feed.rss").write_text(RSS.format(here))
    (tmp_path / "pages.xml").write_text(SITEMAP.format(here).replace("https://elsewhere.test", f"{here}/ok"))
    (tmp_path / "none.xml").write_text("<a>x</a>")
    lists = [tmp_path / name for name in ("feed.rss", "pages.xml", "none.xml")]
    rows = added(run, corpus, *lists, code=1)
    assert [(row["source"], row["state"]) for row in rows if row["state"] in ("list", "failed")] == [
        (str(lists[0]), "list"), (str(lists[1]), "list"), (str(lists[2]), "failed"),
    ]  # fmt: skip
    assert states(rows).count("added") == 3


def test_a_list_may_hold_what_is_no_address(run: Run, small: Web, corpus: Path) -> None:
    links = (
        "http://[::1",
        "http://a b/",
        "http://a.test:99999999/",
        "http://\u2100.test/",
        "http:///x",
        "http://",
        "https://%zz/",
    )
    text = "".join(
        f"<item><link>{link}</link></item>" for link in (*links, at(small, "/ok/1"), at(small, "/ok/1#x"))
    )
    small.handlers["odd"] = always(
        200, f"<rss version='2.0'><channel>{text}</channel></rss>".encode(), content_type=XML
    )
    rows = added(run, corpus, at(small, "/odd/1"), code=1)
    assert states(rows).count("added") == 1 and states(rows).count("failed") >= 4
    whole(corpus)


def test_a_web_archive_comes_in_record_by_record(run: Run, small: Web, corpus: Path, tmp_path: Path) -> None:
    small.handlers["zipped"] = always(200, gzip.compress(edition(5)), content_encoding="gzip")
    urls = [at(small, path) for path in ("/moved/1", "/zipped/2")]
    added(run, corpus, *urls)
    other = tmp_path / "other"
    assert states(added(run, other, corpus / "archive/*.warc.gz")) == ["added", "added"]
    assert states(added(run, other, corpus / "archive/*.warc.gz")) == ["there", "there"]
    assert [(a["url"], a["sha256"], a["retrieved"]) for a in sorted(manifest(other), key=str)] == [
        (a["url"], a["sha256"], a["retrieved"]) for a in sorted(manifest(corpus), key=str)
    ]
    whole(other)


def test_one_odd_page_does_not_end_a_run(
    run: Run, small: Web, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    urls = [at(small, f"/ok/{n}") for n in range(3)]
    real = Keeper.placed

    def placed(self: Keeper, capture: Capture, source: str, *, asked: bool) -> Outcome:
        if source == urls[1]:
            raise RecursionError("too deep")
        return real(self, capture, source, asked=asked)

    monkeypatch.setattr(Keeper, "placed", placed)
    rows = added(run, corpus, *urls, code=1)
    assert states(rows) == ["added", "failed", "added"] and "RecursionError: too deep" in str(rows[1]["why"])


@pytest.mark.parametrize("way", ["--archived", "--archived-on"])
def test_an_archived_copy_stands_in(run: Run, small: Web, corpus: Path, way: str) -> None:
    made = "Sat, 04 May 2019 06:00:00 GMT"

    async def gate(e: Exchange) -> None:
        stamped = e.path.startswith("/web/2019")
        raw = "id_/" in e.path
        await (e.send(200, edition(7) if raw else page("bar"), memento_datetime=made) if stamped else
               e.to(f"/web/20190504060000/{e.path.removeprefix('/web/')}"))  # fmt: skip

    small.handlers["web"] = gate
    archive = ("--archive", at(small, "/web"))
    options = (way, "2019-05-04") if way == "--archived-on" else (way,)
    (row,) = added(run, corpus, at(small, "/gone/9"), *options, *archive)
    (line,) = manifest(corpus)
    assert row["state"] == "added" and (corpus / line["path"]).read_bytes() == edition(7)
    assert (line["url"], line["retrieved"]) == (at(small, "/gone/9"), "2019-05-04T06:00:00Z")
    assert line["archived"] == at(small, f"/web/20190504060000id_/{at(small, '/gone/9')}")
    assert states(added(run, corpus, at(small, "/gone/9"), *options, *archive)) == ["there"]
    whole(corpus)


def test_one_run_at_a_time(run: Run, small: Web, corpus: Path) -> None:
    with opened(corpus):
        code, _, err = run("add", at(small, "/ok/1"), "--to", corpus, "--allow-private")
    assert code == 2 and f"another run is adding to this corpus (process {os.getpid()})" in err


@pytest.mark.parametrize(
    ("source", "words"),
    [("file:///etc/passwd", "file addresses are not opened"), ("gopher://a.test/1", "gopher addresses"),
     ("nowhere.txt", "no such file or folder"), ("*.nothing", "no such file or folder"), ("", "no such file")],
)  # fmt: skip
def test_what_is_no_source_is_wrong_usage(run: Run, corpus: Path, source: str, words: str) -> None:
    code, _, err = run("add", source, "--to", corpus)
    assert code == 2 and words in err
    assert not corpus.exists()


def test_a_corpus_that_leads_elsewhere_is_refused(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "sources").symlink_to(tmp_path)
    with pytest.raises(UsageError, match="leads out of the corpus"), opened(tmp_path / "corpus"):
        pass


def test_every_command_that_reads_texts_captures_addresses_first(
    run: Run, small: Web, tmp_path: Path
) -> None:
    small.handlers["cites"] = always(
        200,
        page("Harbour", f"<p>The list (, February 24) is long.</p>{ARTICLE}"),
    )
    url = at(small, "/cites/1")
    code, out, _ = run("show", "documents", url, "--allow-private", "--format", "jsonl")
    assert code == 0 and json.loads(out)["url"] == url
    code, out, _ = run("check", url, "--allow-private", "--format", "sarif")
    (found,) = json.loads(out)["runs"][0]["results"]
    assert found["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == url
    code, out, _ = run("export", url, "--allow-private", "--as", "csl-json")
    assert code == 0 and json.loads(out)[0]["URL"] == url
    draft = tmp_path / "draft.md"
    draft.write_text("The paper wrote: “nothing of the kind was ever printed there at all”.")
    assert run("check", draft, "--against", url, "--allow-private")[0] == 1
    assert (
        run("quote", "nothing of the kind was ever printed there", "--against", url, "--allow-private")[0]
        == 1
    )
    assert "private" in run("show", "documents", url)[2]


def test_a_report_captures_first(run: Run, small: Web, tmp_path: Path) -> None:
    out = tmp_path / "out"
    code, said, _ = run("report", at(small, "/ok/1"), at(small, "/story-2/1"), "-o", out, "--allow-private")
    assert code == 0 and "1 text" in said and (out / "index.html").is_file()
    code, said, _ = run("report", at(small, "/ok/1"), "-o", out, "--allow-private", "--to", tmp_path / "kept")
    assert code == 0 and len(manifest(tmp_path / "kept")) == 1
    code, _, err = run("report", at(small, "/gone/1"), "-o", out, "--allow-private")
    assert code == 2 and "no address could be captured" in err
