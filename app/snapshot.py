"""The copy of one content release that a process reads from: a read-only SQLite file.

Content is immutable within a release. So a process copies it once from the main database, in one
transaction, and answers from the copy: every answer is of one release, whatever is seeded meanwhile,
and goes on while the main database cannot be reached. Processes of one machine share the file.
"""

import os
import time
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, Engine, create_engine, event, insert, inspect, select, text

from app.content import ContentRelease
from app.models import TABLES, metadata

CONTENT = [model.__table__ for model in TABLES]  # type: ignore[attr-defined]
ROWS_AT_ONCE = 10_000
# Another process may be about to open the release before this one; older copies are of no use.
KEEP_SECONDS = 3_600
# Pages are read through the page cache of the machine, which processes share.
MMAP_BYTES = 0
CACHE_KIB = 256


class Stored(NamedTuple):
    """What the main database holds."""

    # Version of the tables, as Alembic names it; empty where there are none.
    schema: str
    # Id of the content release; None where nothing is seeded.
    release: str | None


def stored(connection: Connection) -> Stored:
    """Say which schema and which content release a database holds."""
    schema = ", ".join(sorted(MigrationContext.configure(connection).get_current_heads()))
    if not schema:
        return Stored("", None)
    return Stored(schema, connection.execute(select(ContentRelease.id)).scalar())  # type: ignore[call-overload]


def begin_reading(connection: Connection) -> None:
    """Let everything that is read from now on be of one moment."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"))
        # Copying takes longer than a statement of a request may.
        connection.execute(text("SET LOCAL statement_timeout = 0"))
    else:
        # pysqlite opens no transaction for reading by itself.
        connection.exec_driver_sql("BEGIN")


def take_snapshot(engine: Engine, folder: Path) -> Path | None:
    """Give the copy of the release that the main database holds, making it if need be.

    Returns:
        The file, or None where the database holds no content.

    Raises:
        DBAPIError, OSError: the database cannot be read, or the copy cannot be written; no half
            copy is left under its name.
    """
    with engine.connect() as connection:
        begin_reading(connection)
        schema, release = stored(connection)
        if release is None:
            return None
        path = folder / f"content-{schema}-{release}.db"
        if not path.exists():
            folder.mkdir(parents=True, exist_ok=True)
            copy(connection, path)
            remove_old(folder, path)
        # The newest is the one that was served last, though an older release may have come back.
        path.touch()
    return path


def last_snapshot(folder: Path, schema: str) -> Path | None:
    """Give the copy that was served last from tables of a version; None where there is none."""
    return max(folder.glob(f"content-{schema}-*.db"), key=lambda path: path.stat().st_mtime, default=None)


def copy(source: Connection, path: Path) -> None:
    """Copy all content into a new file, which has its name only when it is whole."""
    unfinished = path.with_suffix(f".{os.getpid()}.part")
    unfinished.unlink(missing_ok=True)
    target = create_engine(f"sqlite:///{unfinished}", hide_parameters=True)
    event.listen(target, "connect", _without_journal)
    try:
        with target.connect() as connection:
            if source.dialect.name == "sqlite":
                copy_file(source, connection)
            else:
                copy_rows(source, connection)
            connection.commit()
        target.dispose()
        with unfinished.open("rb+") as file:
            os.fsync(file.fileno())
        unfinished.rename(path)
    finally:
        unfinished.unlink(missing_ok=True)


def copy_rows(source: Connection, target: Connection) -> None:
    """Copy table by table."""
    metadata.create_all(target, tables=CONTENT)
    for table in CONTENT:
        rows = source.execution_options(yield_per=ROWS_AT_ONCE).execute(select(table))
        for part in rows.mappings().partitions():
            target.execute(insert(table), [dict(row) for row in part])


def copy_file(source: Connection, target: Connection) -> None:
    """Copy an SQLite file page by page, and take out what is not content."""
    original: Any = source.connection.driver_connection
    original.backup(target.connection.driver_connection)
    # The mode of the journal is part of the file; a copy needs none beside it.
    target.exec_driver_sql("PRAGMA journal_mode=OFF")
    for table in set(inspect(target).get_table_names()) - {table.name for table in CONTENT}:
        target.exec_driver_sql(f'DROP TABLE "{table}"')
    target.commit()
    # What was dropped is still in the file until it is written anew.
    target.exec_driver_sql("VACUUM")


def remove_old(folder: Path, current: Path) -> None:
    """Delete the copies of releases that are not served any more; open files live on until closed."""
    for path in folder.glob("content-*"):
        with suppress(OSError):
            if path != current and path.stat().st_mtime < time.time() - KEEP_SECONDS:
                path.unlink()


def open_snapshot(path: Path) -> Engine:
    """Open a copy for reading.

    Raises:
        DBAPIError: the file is not there or no copy.
    """
    engine = create_engine(
        f"sqlite:///file:{path}?mode=ro&immutable=1&uri=true",
        hide_parameters=True,
        connect_args={"check_same_thread": False},
        pool_size=8,
        max_overflow=-1,
    )
    event.listen(engine, "connect", _for_reading)
    return engine


def _without_journal(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=OFF")
    cursor.execute("PRAGMA synchronous=OFF")
    cursor.close()


def _for_reading(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA mmap_size={MMAP_BYTES}")
    cursor.execute(f"PRAGMA cache_size=-{CACHE_KIB}")
    cursor.close()
