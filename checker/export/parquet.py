"""Records as a Parquet file: columns and their types follow from the records' JSON Schema. Needs the extra `scale`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import import_module
from itertools import islice
from typing import IO, Any

Json = Mapping[str, Any]
TOGETHER = 10_000
"""Records that are written together."""


def parquet(rows: Iterable[Json], schema: Json, file: IO[bytes]) -> None:
    """Write the rows, which follow the schema; ImportError where pyarrow is not there."""
    arrow, parquets = import_module("pyarrow"), import_module("pyarrow.parquet")
    columns = arrow.schema([(name, _type(told, arrow)) for name, told in schema["properties"].items()])
    left = iter(rows)
    with parquets.ParquetWriter(file, columns, compression="zstd") as writer:
        while some := list(islice(left, TOGETHER)):
            writer.write_table(arrow.Table.from_pylist(some, schema=columns))


def _type(told: Json, arrow: Any) -> Any:
    """The Arrow type of what a schema tells; text where it allows several."""
    choices = [x for x in told.get("anyOf", ()) if x.get("type") != "null"]
    if len(choices) == 1:
        return _type(choices[0], arrow)
    kind = told.get("type")
    if isinstance(kind, list):
        kind = next(name for name in kind if name != "null")
    if kind == "array":
        return arrow.list_(_type(told["items"], arrow))
    if kind == "object":
        return arrow.struct([(name, _type(inner, arrow)) for name, inner in told["properties"].items()])
    plain = {"integer": arrow.int64, "number": arrow.float64, "boolean": arrow.bool_}
    return plain.get(str(kind), arrow.string)()
