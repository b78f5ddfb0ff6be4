"""Rows as lines of JSON and back, by the types that the columns have in the database.

What is kept as JSON goes over as the text that it is, so that not a digit and no order of keys changes.
"""

from __future__ import annotations

import base64
import json
import warnings
from datetime import UTC, date, datetime, time
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import JSON, DateTime, Enum, MetaData, String, Text, bindparam, cast, insert, select
from sqlalchemy.exc import SAWarning

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Column, Connection, Table

OF_ALEMBIC = "alembic_version"
AT_ONCE = 500
"""Rows that are in memory at the same time."""

READ: dict[type, Callable[[str], Any]] = {
    datetime: datetime.fromisoformat,
    date: date.fromisoformat,
    time: time.fromisoformat,
    bytes: base64.b64decode,
    Decimal: Decimal,
    UUID: UUID,
}
"""What JSON has no form for, and how it is read back."""


def tables_of(connection: Connection) -> list[Table]:
    """Return the tables of a database as they are, each after those that it refers to."""
    metadata = MetaData()
    with warnings.catch_warnings(category=SAWarning, action="ignore"):  # of an index that it cannot describe
        metadata.reflect(connection)
        return [table for table in metadata.sorted_tables if table.name != OF_ALEMBIC]


def lines_of(connection: Connection, table: Table) -> Iterator[bytes]:
    """Return the rows of a table as lines, in the order of their keys: the same on every database."""
    columns = [cast(column, Text).label(column.name) if _is_json(column) else column for column in table.columns]
    keys = [_in_one_order(connection, column) for column in table.primary_key.columns or table.columns]
    wanted = select(*columns).order_by(*keys)
    for row in connection.execute(wanted, execution_options={"yield_per": AT_ONCE}).mappings():
        text = json.dumps(dict(row), default=_written, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        yield text.encode() + b"\n"


def add_lines(connection: Connection, table: Table, lines: Iterator[bytes]) -> None:
    """Add the rows in these lines to a table."""
    adding = insert(table).values({column.name: _value(connection, column) for column in table.columns})
    while some := list(islice(lines, AT_ONCE)):
        connection.execute(adding, [_row(table, json.loads(line)) for line in some])


def _row(table: Table, values: dict[str, Any]) -> dict[str, Any]:
    """Return a row for the statement; every column is there, and no other."""
    if values.keys() != set(table.columns.keys()):
        raise ValueError(f"the columns of {table.name} are not those of the backup")
    return {_name(column): _read(column, values[column.name]) for column in table.columns}


def _name(column: Column[Any]) -> str:
    return f"new_{column.name}"


def _value(connection: Connection, column: Column[Any]) -> Any:
    """Return how a value goes into a column; PostgreSQL must be told that a text is JSON."""
    if not _is_json(column):
        return bindparam(_name(column), type_=column.type)
    text = bindparam(_name(column), type_=Text())
    return cast(text, column.type) if connection.dialect.name == "postgresql" else text


def _in_one_order(connection: Connection, column: Column[Any]) -> Any:
    """Texts by their letters' numbers, whatever the language of the database."""
    is_text = isinstance(column.type, String) and not isinstance(column.type, Enum)
    return column.collate("C") if is_text and connection.dialect.name == "postgresql" else column


def _is_json(column: Column[Any]) -> bool:
    return isinstance(column.type, JSON)


def _written(value: Any) -> str:
    """A moment stands in UTC without saying so, as SQLite keeps it; PostgreSQL gives it in any zone."""
    if isinstance(value, datetime) and value.tzinfo is not None:
        value = value.astimezone(UTC).replace(tzinfo=None)
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, UUID):
        return value.hex
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(f"a backup has no form for {type(value).__name__}")


def _read(column: Column[Any], value: Any) -> Any:
    if value is None or _is_json(column):
        return value
    if isinstance(column.type, DateTime) and column.type.timezone:
        return datetime.fromisoformat(value).replace(tzinfo=UTC)
    read = READ.get(column.type.python_type)
    return read(value) if read else value
