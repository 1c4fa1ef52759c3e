"""Alembic's environment: one set of migrations for SQLite and PostgreSQL."""

from typing import Literal

from alembic import context
from sqlalchemy import Connection, Engine
from sqlmodel import AutoString

from app.database import make_engine
from app.models import metadata
from app.settings import Settings
from app.tables import Document, Instant

MIGRATION_LOCK = 7_266_500


def render_item(kind: str, item: object, _context: object) -> str | Literal[False]:
    """Write our column types, and SQLModel's, as the plain types that they are in the database."""
    if kind == "type" and isinstance(item, Document):
        return "sa.JSON()"
    if kind == "type" and isinstance(item, Instant):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, AutoString):
        return "sa.String()"
    return False


def migrate(connection: Connection) -> None:
    """Run what was asked for on an open connection, all of it or nothing.

    Processes that start at once migrate one after the other.
    """
    sqlite = connection.dialect.name == "sqlite"
    if sqlite:
        # A table is changed by copying it; with foreign keys on, dropping the old one would fail.
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        connection.commit()
    context.configure(
        connection=connection,
        target_metadata=metadata,
        compare_type=True,
        compare_server_default=True,
        render_item=render_item,
        # SQLite cannot alter a table in place: Alembic copies it.
        render_as_batch=sqlite,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        if sqlite:
            # pysqlite opens no transaction for DDL by itself.
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        else:
            connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({MIGRATION_LOCK})")
        context.run_migrations()
    if sqlite:
        connection.exec_driver_sql("PRAGMA foreign_keys=ON")
        connection.commit()


def main() -> None:
    """Use the connection that was handed over, or open one from the settings."""
    bind = context.config.attributes.get("connection") or make_engine(Settings())
    if isinstance(bind, Engine):
        with bind.connect() as connection:
            migrate(connection)
    else:
        migrate(bind)


main()
