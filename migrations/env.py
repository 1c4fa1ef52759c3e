"""Alembic's environment: one set of migrations for SQLite and PostgreSQL."""

from typing import Literal

from alembic import context
from sqlalchemy import Connection, Engine
from sqlmodel import AutoString

from app.database import make_engine
from app.models import metadata
from app.settings import Settings
from app.tables import Document


def render_item(kind: str, item: object, _context: object) -> str | Literal[False]:
    """Write our column types, and SQLModel's, as the plain types that they are in the database."""
    if kind == "type" and isinstance(item, Document):
        return "sa.JSON()"
    if kind == "type" and isinstance(item, AutoString):
        return "sa.String()"
    return False


def migrate(connection: Connection) -> None:
    """Run what was asked for on an open connection."""
    context.configure(
        connection=connection,
        target_metadata=metadata,
        compare_type=True,
        compare_server_default=True,
        render_item=render_item,
        # SQLite cannot alter a table in place: Alembic copies it.
        render_as_batch=connection.dialect.name == "sqlite",
    )
    with context.begin_transaction():
        context.run_migrations()


def main() -> None:
    """Use the connection that was handed over, or open one from the settings."""
    bind = context.config.attributes.get("connection") or make_engine(Settings())
    if isinstance(bind, Engine):
        with bind.connect() as connection:
            migrate(connection)
    else:
        migrate(bind)


main()
