"""Records as JSON, and the schemas of these."""

from __future__ import annotations

import json

import jsonschema
import pytest

from checker import wire
from checker.model import Analysis, Attribution, Change, Divergence, Evidence, Span, TimeExpression, Verdict

TEXTS = {"a.txt": "The ferry sank off Oru on Monday, Kolm said."}


def test_a_span_is_written_with_the_words_that_stand_there() -> None:
    time = TimeExpression(Span("a.txt", 23, 32), None, None, None, "unknown", "time.weekday")
    assert wire.to_json(time, TEXTS) == {
        "doc": "a.txt", "start": 23, "end": 32, "quote": "on Monday", "from": None, "to": None,
        "anchor": None, "basis": "unknown", "rule": "time.weekday",
    }  # fmt: skip


RECORDS = [
    ("times", TimeExpression(Span("a.txt", 23, 32), "2031-05-05", "2031-05-05", Span("a.txt", 0, 3), "x", "r")),
    ("attributions", Attribution("a.txt", "1", ((34, 38),), None, ((39, 43),), ((0, 32),), "indirect", "+", (), "named",
                                 None, None, "r")),
    ("quotes", Verdict("q", "altered", Span("a.txt", 0, 9), (Change("replace", "boat", "ferry", "word", (0, 4)),),
                       "r")),
    ("divergences", Divergence("1", "date", None, 1, 3, "S.", (Evidence(Span("a.txt", 23, 32), "day"),), (), "r")),
]  # fmt: skip


@pytest.mark.parametrize(("name", "record"), RECORDS, ids=[name for name, _ in RECORDS])
def test_what_is_written_fits_its_schema(name: str, record: object) -> None:
    row = {"schema": wire.schema_id(name), **wire.to_json(record, TEXTS)}
    jsonschema.validate(row, wire.schema(name))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**row, "score_of_the_outlet": 1}, wire.schema(name))


@pytest.mark.parametrize("name", wire.names())
def test_every_schema_is_a_schema_and_names_itself(name: str) -> None:
    schema = wire.schema(name)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"checker/{name}/1"


def test_an_empty_analysis_is_a_report_with_every_list() -> None:
    report = wire.report_json(Analysis())
    jsonschema.validate(report, wire.schema("report"))
    assert set(wire.RECORDS) <= set(report)


CONTRACT = {
    "provenance": {"doc", "origin", "voice", "links"},
    "groups": {"group", "docs"},
    "entities": {"entity", "name", "type", "mentions"},
    "times": {"doc", "start", "end", "quote", "from", "to", "anchor", "basis"},
    "attributions": {"doc", "id", "source", "speaker", "cue", "content", "kind", "polarity", "hedge", "naming", "outer",
                     "venue", "rule"},
    "quotations": {"quotation", "variants", "differences"},
    "reuse": {"a", "b", "kind", "boilerplate"},
    "events": {"event", "label", "date", "participants", "mentions"},
    "alignments": {"a", "b", "event", "score", "state", "evidence"},
    "claims": {"claim", "event", "proposition", "doc", "start", "end", "quote", "predicate", "agent", "patient",
               "place", "time", "numbers", "polarity", "certainty", "voice", "attribution", "rule"},
    "framing": {"doc", "start", "end", "quote", "device", "cue", "voice", "speaker", "event", "rule"},
    "coverage": {"event", "doc", "state", "searched", "basis"},
    "divergences": {"id", "kind", "event", "rank", "importance", "statement", "evidence", "absent_from", "rule"},
    "citations": {"doc", "id", "form", "start", "end", "quote", "target", "verdict", "reason"},
    "problems": {"doc", "stage", "what", "do"},
    "quotes": {"id", "verdict", "match", "changes"},
    "documents": {"doc", "path", "sha256", "text_sha256", "extractor", "media_type", "title", "outlet", "author",
                  "published", "language", "role", "body", "boilerplate", "text"},
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(CONTRACT))
def test_a_schema_has_every_field_that_is_promised(name: str) -> None:
    assert set(wire.schema(name)["properties"]) >= CONTRACT[name]


@pytest.mark.parametrize("text", ["Oru – “é” \u2028 \x01", "half a pair: \ud83d"])
def test_json_is_written_on_lines_of_valid_utf_8(text: str) -> None:
    data = wire.written({"text": text, "scores": [0.25, 1], "none": []})
    assert json.loads(data.decode("utf-8")) == {"text": text, "scores": [0.25, 1], "none": []}
    assert data.startswith(b'{\n "text": ') and data.endswith(b"\n}\n")
