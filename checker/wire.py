"""Records as other programs read them: plain JSON values, and the JSON Schemas of these.

A record's JSON follows from its class: fields by name (a trailing underscore dropped), ranges as
`[start, end]`, a `Span` as `doc`, `start`, `end` and the `quote` that stands there, and a field called `span`
in its record's own place. One description serves both, so data and schema cannot part.
"""

from __future__ import annotations

import json
import types
from collections.abc import Mapping
from dataclasses import Field, fields, is_dataclass
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

from checker import __version__, model
from checker.model import Analysis, Document, Problem, Range, Span

Json = Any
SCHEMA_VERSION = 1
DIALECT = "https://json-schema.org/draft/2020-12/schema"
HIDDEN: dict[Any, set[str]] = {Document: {"text", "blocks", "markup", "links", "candidates"}}

ABOUT = ("title", "description", "notice")
"""What people say of a collection, as report.json repeats it."""
RECORDS: dict[str, type] = {
    "documents": Document,
    "provenance": model.Provenance,
    "groups": model.Group,
    "entities": model.Entity,
    "times": model.TimeExpression,
    "attributions": model.Attribution,
    "quotations": model.Quotation,
    "reuse": model.Reuse,
    "events": model.Event,
    "alignments": model.Alignment,
    "claims": model.Claim,
    "framing": model.Framing,
    "coverage": model.Coverage,
    "divergences": model.Divergence,
    "citations": model.Citation,
    "problems": Problem,
}
"""Names of the lists in report.json, and of what `checker show` prints, with their record."""


def schema_id(name: str) -> str:
    """The value of `schema` in a stream or file of that name."""
    return f"checker/{name}/{SCHEMA_VERSION}"


def to_json(record: object, texts: Mapping[str, str], *, with_text: bool = False) -> dict[str, Json]:
    """One record as a JSON object. `texts` maps document ids to texts, for the quotes."""
    doc = getattr(record, "doc", None)
    out: dict[str, Json] = {}
    kind: Any = type(record)
    for field, _ in _fields(kind):
        value = getattr(record, field.name)
        if field.name == "span" and isinstance(value, Span):
            out.update(_value(value, texts))
        else:
            out[_name(field)] = _value(value, texts)
    if with_text and isinstance(record, Document):
        out["text"] = texts[str(doc)]
    return out


def _value(value: object, texts: Mapping[str, str]) -> Json:
    if isinstance(value, Span):
        quote = texts[value.doc][value.start : value.end]
        return {"doc": value.doc, "start": value.start, "end": value.end, "quote": quote}
    if is_dataclass(value):
        return to_json(value, texts)
    if isinstance(value, tuple):
        return [_value(item, texts) for item in value]
    return value


def report_json(analysis: Analysis) -> dict[str, Json]:
    """The whole of report.json; validates against `schema("report")`."""
    texts = {document.doc: document.text for document in analysis.documents}
    lists = {name: [to_json(r, texts) for r in getattr(analysis, name)] for name in RECORDS}
    return {"schema": schema_id("report"), "checker": __version__, **_about(analysis), **lists}


def written(value: Json) -> bytes:
    """JSON on many lines in UTF-8; what UTF-8 cannot hold (lone surrogates) is escaped."""
    try:
        found = msgspec.json.format(msgspec.json.encode(value), indent=1)
    except UnicodeEncodeError:
        found = json.dumps(value, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace")
    return found + b"\n"


def _about(analysis: Analysis) -> dict[str, Json]:
    """What people say of the collection, in their words."""
    return {key: getattr(analysis.catalogue, key) for key in ABOUT}


def schema(name: str) -> dict[str, Json]:
    """The JSON Schema (2020-12) of a list's record, or of another of `names`; KeyError for others."""
    head = {"$schema": DIALECT, "$id": schema_id(name)}
    if name == "report":
        return head | _report_schema()
    if name == "proof":
        return head | _object({"schema": {"const": schema_id(name)}, **_PROOF}, ["schema", *_PROOF])
    if name == "changes":
        return head | _object({"schema": {"const": schema_id(name)}, **_CHANGE}, ["schema", *_CHANGE])
    if name == "captures":
        return head | _object({"schema": {"const": schema_id(name)}, **_CAPTURE}, ["schema", *_CAPTURE])
    kind = model.Verdict if name == "quotes" else RECORDS[name]
    body = _record_schema(kind)
    body["properties"] = {"schema": {"const": schema_id(name)}, **body["properties"]}
    if kind is Document:
        body["properties"]["text"] = {"type": "string"}
    return head | body


def names() -> list[str]:
    """Every name that `schema` takes."""
    return [*RECORDS, "quotes", "proof", "changes", "captures", "report"]


def _report_schema() -> dict[str, Json]:
    lists = {name: {"type": "array", "items": _record_schema(kind)} for name, kind in RECORDS.items()}
    head = {
        "schema": {"const": schema_id("report")},
        "checker": {"type": "string"},
        **{key: {"type": "string"} for key in ABOUT},
    }
    return _object({**head, **lists}, list({**head, **lists}))


def _object(properties: dict[str, Json], required: list[str]) -> dict[str, Json]:
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


_PROOF: dict[str, Json] = {
    "page": {"type": "string"},
    "doc": {"type": ["string", "null"]},
    "start": {"type": ["integer", "null"], "minimum": 0},
    "end": {"type": ["integer", "null"], "minimum": 0},
    "printed": {"type": ["string", "null"]},
    "now": {"type": ["string", "null"]},
    "why": {"type": "string"},
}
"""A citation that a report prints and that no longer holds; without `doc`, a file that changed or is missing."""
_CHANGE: dict[str, Json] = {
    "change": {"enum": ["new", "gone", "changed"]},
    "kind": {"enum": ["document", "event", "divergence", "citation"]},
    "what": {"type": "string"},
    "doc": {"type": ["string", "null"]},
    "start": {"type": ["integer", "null"], "minimum": 0},
    "end": {"type": ["integer", "null"], "minimum": 0},
    "was": {"type": "object"},
    "now": {"type": "object"},
}
"""What parts two reports; `was` and `now` have the fields that differ, all of them where a side has no such record."""
_TEXT_OR_NULL: Json = {"type": ["string", "null"]}
_CAPTURE: dict[str, Json] = {
    "source": {"type": "string"},
    "state": {"enum": ["added", "changed", "same", "there", "list", "left", "failed"]},
    **dict.fromkeys(("doc", "path", "sha256", "revision_of", "why", "do"), _TEXT_OR_NULL),
    "between": {"type": "array", "items": {"type": "string"}},
    "changes": {
        "type": "array",
        "items": _object(
            {
                "op": {"enum": ["insert", "delete", "replace"]},
                "before": {"type": "string"},
                "after": {"type": "string"},
                "start": {"type": "integer", "minimum": 0},
                "was": {"type": "integer", "minimum": 0},
            },
            ["op", "before", "after", "start", "was"],
        ),
    },
}
"""What became of a source of `add`; `changes` are the words that a revision changed `between` two moments,
`start` in the later text."""
_SPAN_PROPERTIES: dict[str, Json] = {
    "doc": {"type": "string"},
    "start": {"type": "integer", "minimum": 0},
    "end": {"type": "integer", "minimum": 0},
    "quote": {"type": "string"},
}


def _record_schema(kind: type) -> dict[str, Json]:
    properties: dict[str, Json] = {}
    for field, hint in _fields(kind):
        if field.name == "span" and hint is Span:
            properties.update(_SPAN_PROPERTIES)
        else:
            properties[_name(field)] = _type_schema(hint)
    described = _object(properties, list(properties))
    described["description"] = (kind.__doc__ or "").strip().split("\n\n")[0].replace("\n    ", " ")
    return described


def _type_schema(hint: Any) -> dict[str, Json]:
    origin, args = get_origin(hint), get_args(hint)
    if origin is Literal:
        return {"enum": list(args)}
    if origin in (Union, types.UnionType):
        return {"anyOf": [_type_schema(arg) for arg in args]}
    if hint == Range:
        return {"type": "array", "items": {"type": "integer", "minimum": 0}, "minItems": 2, "maxItems": 2}
    if origin is tuple:
        return {"type": "array", "items": _type_schema(args[0])}
    if hint is Span:
        return _object(_SPAN_PROPERTIES, list(_SPAN_PROPERTIES))
    if is_dataclass(hint):
        return _record_schema(hint if isinstance(hint, type) else type(hint))
    return {"type": _PLAIN[hint]}


_PLAIN: dict[Any, str] = {
    str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null",
}  # fmt: skip


@cache
def _fields(kind: Any) -> tuple[tuple[Field[Any], Any], ...]:
    hints = get_type_hints(kind)
    hidden = HIDDEN.get(kind, set())
    return tuple((field, hints[field.name]) for field in fields(kind) if field.name not in hidden)


def _name(field: Field[Any]) -> str:
    return field.name.rstrip("_")
