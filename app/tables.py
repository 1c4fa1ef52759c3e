"""What all tables share: naming of constraints, and column types for enumerations, moments and documents."""

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter
from sqlalchemy import JSON, DateTime, Dialect, Enum, MetaData, Table, select
from sqlalchemy.types import TypeDecorator
from sqlmodel import Session, SQLModel

E = TypeVar("E", bound=StrEnum)
R = TypeVar("R", bound=SQLModel)

ROWS_AT_ONCE = 1_000

NAMING_CONVENTION = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class TableBase(SQLModel):
    """Base of every table; its metadata names constraints, so that migrations can drop them."""

    metadata = MetaData(naming_convention=NAMING_CONVENTION)


def by_value(enumeration: type[E]) -> Enum:
    """Store an enumeration by its value, as text with a length, on every database."""
    return Enum(
        enumeration,
        values_callable=lambda members: [member.value for member in members],
        native_enum=False,
        create_constraint=False,
        length=32,
    )


class Instant(TypeDecorator[datetime]):
    """A moment in UTC; SQLite, which stores no time zone, gives it back with one all the same."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Store in UTC."""
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give back in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Document(TypeDecorator[Any]):
    """JSON column that holds value objects (`app.values`) and gives them back as such.

    `Document(list[Faq])` takes and gives a list of `Faq`. The JSON text has sorted keys, so that
    equal content is equal bytes.
    """

    impl = JSON
    cache_ok = True

    def __init__(self, shape: Any) -> None:
        super().__init__()
        self.shape = shape
        self._adapter: TypeAdapter[Any] = TypeAdapter(shape)

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        """Turn value objects into plain JSON values."""
        return None if value is None else self._adapter.dump_python(value, mode="json")

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """Turn stored JSON into value objects."""
        if value is None:
            return None
        return self._adapter.validate_python(json.loads(value) if isinstance(value, str) else value)


def plain_rows(session: Session, model: type[R], *names: str, order_by: Sequence[str] = ()) -> Iterator[R]:
    """Give the rows of a table, or only these of its columns, a few at a time.

    For who reads a table once and as a whole: a row has the attributes of a record, but is none, and
    takes half of the time and a third of the memory.
    """
    table: Table = model.__table__  # type: ignore[attr-defined]
    columns = [table.c[name] for name in names] if names else [table]
    wanted = select(*columns).order_by(*(table.c[name] for name in order_by))
    rows = session.execute(wanted.execution_options(yield_per=ROWS_AT_ONCE))
    return cast(Iterator[R], iter(rows))
