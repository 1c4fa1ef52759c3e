"""The engine of the main database."""

from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from app.settings import Settings

STATEMENT_TIMEOUT_MS = 5_000
WANTED = "APP_DATABASE_URL must be sqlite:///path/to/file or postgresql+psycopg://..."


def make_engine(settings: Settings) -> Engine:
    """Make the engine for SQLite (a file) or PostgreSQL.

    Parameters of statements are hidden from logs and errors: they may come from what a person sent.

    Raises:
        ValueError: the URL names another database, or SQLite in memory.
    """
    try:
        url = make_url(settings.database_url)
    except (ArgumentError, ValueError):
        # The address is not told: it may hold a password.
        raise ValueError(f"{WANTED}, and cannot be read as it is") from None
    if url.drivername in {"postgresql", "postgresql+psycopg"}:
        return create_engine(
            url.set(drivername="postgresql+psycopg"),
            hide_parameters=True,
            pool_size=settings.pool_size,
            max_overflow=0,
            pool_timeout=5,
            pool_pre_ping=True,
            connect_args={
                "connect_timeout": 5,
                "options": f"-c statement_timeout={STATEMENT_TIMEOUT_MS}",
            },
        )
    if url.drivername != "sqlite" or not url.database or url.database == ":memory:":
        raise ValueError(f"{WANTED}, not {url.render_as_string(hide_password=True)}")
    Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        url, hide_parameters=True, connect_args={"check_same_thread": False, "timeout": 30}
    )
    event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    """Ask SQLite for what PostgreSQL does anyway: foreign keys, and readers beside a writer."""
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.close()
